//! Web pages, each beside what its article is: `tests/data/pages/`, and in it `later/`, `shapes/` and
//! `kinds/`, the shapes of page builders and kinds of pages. All were annotated before a page was read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cpu_time::ThreadTime;
use griot::ZoneKind;
use griot::input::{Decoder, Page};

/// What a page should give.
struct Gold {
    name: String,
    page: Page,
    fields: HashMap<String, String>,
    text: String,
}

fn pages(folder: &str) -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    files.sort();
    let read = |path: PathBuf| {
        let gold = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        let (head, text) = gold.split_once("\n\n").unwrap();
        let fields = head.lines().map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.trim().to_owned())
        });
        let bytes = std::fs::read(&path).unwrap();
        let decoded = Decoder::new().decode_html(&bytes).unwrap();
        assert_eq!(decoded.replaced(), 0);
        Gold {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            page: Page::read(decoded.text()).unwrap(),
            fields: fields.collect(),
            text: text.to_owned(),
        }
    };
    files.into_iter().map(read).collect()
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// The harmonic mean of precision and recall, over words.
fn f1(found: &str, gold: &str) -> f64 {
    let (found, gold) = (words(found), words(gold));
    let both: usize = gold
        .iter()
        .map(|(word, count)| (*count).min(found.get(word).copied().unwrap_or(0)))
        .sum();
    let all: usize = found.values().sum::<usize>() + gold.values().sum::<usize>();
    2.0 * both as f64 / all as f64
}

#[test]
fn the_article_is_told_from_the_page() {
    for (folder, count) in [
        ("pages", 20),
        ("pages/later", 8),
        ("pages/shapes", 13),
        ("pages/kinds", 27),
    ] {
        let pages = pages(folder);
        assert_eq!(pages.len(), count);
        let mut sum = 0.0;
        for gold in &pages {
            let page = &gold.page;
            let found = f1(&page.text()[page.body()], &gold.text);
            println!("{:14} {found:.3}", gold.name);
            sum += found;
        }
        let mean = sum / pages.len() as f64;
        println!("{folder} {mean:.4}");
        assert!(mean >= 0.985, "{mean}");
    }
}

#[test]
fn what_pages_say_of_themselves() {
    let space = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    let folders = ["pages", "pages/later", "pages/shapes", "pages/kinds"];
    for gold in folders.into_iter().flat_map(pages) {
        let page = gold.page;
        for (name, found) in [
            ("title", page.title().map(space)),
            ("date", page.published().map(|day| day.to_string())),
            ("author", page.author().map(space)),
            (
                "lang",
                page.language().map(|language| language.code().to_owned()),
            ),
            ("url", page.url().map(str::to_owned)),
        ] {
            let expected = &gold.fields[name];
            if found.clone().unwrap_or_default() != *expected {
                wrong.push(format!("{} {name}: {found:?}, not {expected:?}", gold.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn more_of_what_pages_say() {
    let pages = pages("pages/shapes");
    let page = |name: &str| &pages.iter().find(|gold| gold.name == name).unwrap().page;
    let day = |day: griot::Date| day.to_string();
    let blocks = page("30-wordpress-blocks");
    assert_eq!(blocks.site_name(), Some("Le Fil du fleuve"));
    assert_eq!(blocks.section(), Some("Initiatives"));
    assert_eq!(blocks.tags(), ["énergie", "artisanat"]);
    assert_eq!(blocks.modified().map(day).as_deref(), Some("2024-03-19"));
    assert_eq!(blocks.locale(), Some("fr-FR"));
    let url = "https://filfleuve.example/2024/03/four-solaire/";
    assert_eq!(blocks.canonical(), Some(url));
    assert_eq!(page("31-ghost").tags(), ["Transport", "Dairy"]);
    assert_eq!(page("35-arc").authors(), ["Lucía Ferrante", "Tomás Ibarra"]);
    assert_eq!(page("32-spip-dossier").site_name(), Some("Radio Plateau"));
    assert_eq!(page("37-paywall").locale(), Some("fr-CA"));
    let guide = page("38-guide");
    assert_eq!(guide.modified().map(day).as_deref(), Some("2019-05-06"));
    let html = r#"<meta property="og:image" content="/a.jpg"><meta name=description content="Une île.">
        <title>Le bac</title><p>Le bac de l’île a repris ses rotations."#;
    let page = Page::read(html).unwrap();
    assert_eq!(
        (page.image(), page.description()),
        (Some("/a.jpg"), Some("Une île."))
    );
}

/// What sums up an article is a zone, so that a caller can leave it out.
#[test]
fn standfirsts_and_key_points_are_ledes() {
    let pages = pages("pages/shapes");
    let ledes = |name: &str| -> Vec<&str> {
        let page = &pages.iter().find(|gold| gold.name == name).unwrap().page;
        let zones = page.zones().iter();
        let ledes = zones.filter(|(_, kind)| *kind == ZoneKind::Lede);
        ledes.map(|(span, _)| &page.text()[*span]).collect()
    };
    assert_eq!(
        ledes("39-related"),
        ["Chiusura fino a sabato.", "Nessun ferito."]
    );
    assert_eq!(
        ledes("31-ghost"),
        ["A dairy’s waste moves nine hundred schoolchildren each morning."]
    );
    assert_eq!(
        ledes("34-substack"),
        ["By eleven minutes, and the ferry knows it"]
    );
    assert!(ledes("33-medium").is_empty());
}

/// What only readers without scripts see, and what a script would show.
#[test]
fn stories_for_readers_without_scripts() {
    let story = "<p>Le bac de l’île a repris lundi ses rotations, après quatre jours de panne. Les \
        passagers ont attendu sur le quai depuis cinq heures du matin, avec leurs paniers de poisson.";
    let page = |inner: &str| {
        let html =
            format!("<h1>Le bac</h1><div><noscript>{inner}</noscript></div><p>La mer est calme.");
        let page = Page::read(&html).unwrap();
        page.text()[page.body()].to_owned()
    };
    assert!(page(story).starts_with("Le bac de l’île"));
    let request = format!("{story}<p>Activez JavaScript.");
    assert_eq!(page(&request), "La mer est calme.");
    assert_eq!(page("<p>Une image</p><img src=a.jpg>"), "La mer est calme.");
}

/// Days that are told as so long ago, in the seven languages, for a page that was fetched on 8 May.
#[test]
#[cfg(all(feature = "fr", feature = "entities"))]
fn days_before_the_page_was_fetched() {
    let fetched: griot::Date = "2024-05-08".parse().unwrap();
    for (line, day) in [
        ("Publié il y a 2 heures", Some("2024-05-08")),
        ("il y a 3h", Some("2024-05-08")),
        ("Il y a trois jours", Some("2024-05-05")),
        ("Hier à 14h32", Some("2024-05-07")),
        ("Mis à jour aujourd’hui, 10:12", Some("2024-05-08")),
        ("Avant-hier", Some("2024-05-06")),
        ("Fanta Diop, 2 hours ago", Some("2024-05-08")),
        ("Posted a day ago", Some("2024-05-07")),
        ("Updated yesterday", Some("2024-05-07")),
        ("48 hours ago", Some("2024-05-06")),
        ("vor 3 Tagen", Some("2024-05-05")),
        ("Vor 20 Minuten", Some("2024-05-08")),
        ("Gestern, 18:04 Uhr", Some("2024-05-07")),
        ("Hace 5 horas", Some("2024-05-08")),
        ("Publicado hace 2 días", Some("2024-05-06")),
        ("3 ore fa", Some("2024-05-08")),
        ("2 giorni fa", Some("2024-05-06")),
        ("Pubblicato ieri", Some("2024-05-07")),
        ("4 uur geleden", Some("2024-05-08")),
        ("Gisteren om 12:00", Some("2024-05-07")),
        ("há 2 dias", Some("2024-05-06")),
        ("Ontem às 9h", Some("2024-05-07")),
        // These name no day.
        ("il y a 3 mois", None),
        ("Il est mort hier.", None),
        ("Le marché vide", None),
    ] {
        let html =
            format!("<h1>Le bac est revenu</h1><div>{line}</div><p>Le bac de l’île a repris.");
        let page = Page::read_on(&html, fetched).unwrap();
        let found = page.published().map(|day| day.to_string());
        assert_eq!(found.as_deref(), day, "{line}");
        assert_eq!(Page::read(&html).unwrap().published(), None, "{line}");
    }
}

/// Titles, headings and quotations stand on lines of their own, with the title first.
#[test]
fn zones_have_spans() {
    for gold in pages("pages") {
        let page = gold.page;
        let text = page.text();
        let title = page
            .zones()
            .first()
            .filter(|(_, kind)| *kind == ZoneKind::Title);
        assert_eq!(title.and_then(|(span, _)| span.get(text)), page.title());
        for (span, _) in page.zones() {
            let (before, after) = (&text[..span.start()], &text[span.end()..]);
            assert!(before.is_empty() || before.ends_with("\n\n"));
            assert!(after.is_empty() || after.starts_with("\n\n"));
            assert!(!text[*span].is_empty());
        }
        assert_eq!(page.body().end(), text.len());
    }
    let magazine = &pages("pages")[17];
    let headings = magazine.page.zones().iter();
    let headings: Vec<_> = headings
        .filter(|(_, kind)| *kind == ZoneKind::Heading)
        .map(|(span, _)| &magazine.page.text()[*span])
        .collect();
    assert_eq!(headings, ["Le camion de 5 heures", "Neuf noms"]);
    let wordpress = &pages("pages")[0].page;
    let quoted = wordpress
        .zones()
        .iter()
        .find(|(_, kind)| *kind == ZoneKind::Quotation);
    let quoted = quoted.map(|(span, _)| &wordpress.text()[*span]);
    assert!(
        quoted.is_some_and(|it| it.starts_with("On ne mesure ce que vaut un pont")),
        "{quoted:?}"
    );
}

/// Eight times a page may not cost sixteen times the time; see `linear.rs`.
#[test]
fn every_repetition_takes_linear_time() {
    let time = |html: &str| {
        let start = ThreadTime::now();
        Page::read(html).unwrap();
        start.elapsed()
    };
    for piece in [
        "<div>",
        "<b>",
        "<a href=x>",
        "<p>a",
        "<ul><li>",
        "<table><tr><td>",
        "<table><tr><td>a",
        "</p>",
        "</div>",
        "<",
        "&",
        "&a",
        "<!--",
        "<h3>Lire aussi</h3>",
        "<div><h3>Lire aussi</h3>",
        "<div class=author>",
        "<title>a",
        "<script>",
        "<h1>a b c d e f g h</h1>",
        "<p>Il est à Niamey depuis lundi.",
        "<br>",
        "<a b=c d e='f'>",
        "<svg>",
        "<select><option>",
        "<meta name=author content=x>",
        "<time datetime=2>",
        "<script type=application/ld+json>[[[[</script>",
        "<a>x</a> ",
        "<div class=part><p>Il est à Niamey depuis lundi.</div>",
        "<dl><dt>a<dd>b",
        "<span class=fn></span>",
        "<noscript>",
        "<noscript><p>a b",
        "<noscript><p>a b</noscript>",
        "<noscript></div>",
        "<div class=teaser><h2><a href=x>a b c</a></h2><p>Il est à Niamey depuis lundi.</div>",
        "<h2><a href=x>a b c</a></h2><p>Il est à Niamey depuis lundi.",
        "<div class=timeline>",
        "<details><summary>a</summary>",
    ] {
        for end in ["", "<h1>a b c d e f g h</h1>", "</div>"] {
            let page = |length: usize| piece.repeat(length / piece.len()) + end;
            let pages = [page(10_000), page(80_000)];
            let mut best = [Duration::MAX; 2];
            let linear = (0..12).any(|_| {
                best = [best[0].min(time(&pages[0])), best[1].min(time(&pages[1]))];
                best[1] < best[0].max(Duration::from_micros(100)) * 16
            });
            let [short, long] = best;
            assert!(linear, "{piece:?}: {short:?} for 10 KB, {long:?} for 80 KB");
        }
    }
}

/// A hundred thousand tags in one another, on a small stack.
#[test]
fn deep_pages_end() {
    let deep = |tag: &str| {
        let open = format!("<{tag}>").repeat(100_000);
        let close = format!("</{tag}>").repeat(100_000);
        format!("<h1>Le titre</h1>{open}<p>Il est à Niamey depuis lundi.{close}")
    };
    let read = move || {
        for tag in [
            "div",
            "b",
            "a",
            "ul><li",
            "table><tr><td",
            "blockquote",
            "span",
            "x-y",
        ] {
            let page = Page::read(&deep(tag)).unwrap();
            assert_eq!(page.title(), Some("Le titre"), "{tag}");
            assert!(page.text().ends_with("lundi.") || tag == "a", "{tag}");
        }
    };
    let thread = std::thread::Builder::new().stack_size(256 << 10);
    thread.spawn(read).unwrap().join().unwrap();
}
