//! What the forms make of names, dates and quantities, and of text that was written to break them.

use crate::{Document, Label, Language, LayerSet, Pipeline, ZoneKind};

/// Tabs, marks of every form, line breaks that some readers know, and what XML does not allow.
const NASTY: &str = "\u{feff}\r\nLe général\tTiani dit « <b>&amp;\"O’Neil\" », 12\u{202f}000 € à Niamey\u{2028}\
                     ou à Paris\u{85}le 3 décembre 2023. 👨‍👩‍👧 -DOCSTART- T1 B-PER|x, \"\"\r\n\
                     \0\u{1c} \u{1b}[31m \u{fffe}]]> \n\n  e\u{301}té ; Fin";

fn french() -> crate::Builder {
    Pipeline::builder().language(Language::FRENCH)
}

fn document(text: &str) -> Document {
    french().build().unwrap().process(text).unwrap()
}

fn spacy(document: &Document) -> serde_json::Value {
    serde_json::to_value(document.view().spacy()).unwrap()
}

/// The text of the tokens as spaCy joins them: with one space where the next begins a character later.
fn joined(json: &serde_json::Value) -> String {
    let text: Vec<char> = json["text"].as_str().unwrap().chars().collect();
    let place = |row: &serde_json::Value, key: &str| row[key].as_u64().unwrap() as usize;
    let tokens = json["tokens"].as_array().unwrap();
    let (mut joined, mut end) = (Vec::<char>::new(), 0);
    for (index, token) in tokens.iter().enumerate() {
        let start = place(token, "start");
        assert_eq!(place(token, "id"), index);
        assert!(
            start - end <= 1 && text[end..start].iter().all(|c| *c == ' '),
            "{token}"
        );
        assert!(index > 0 || start == 0, "{token}");
        joined.extend(&text[end..start]);
        end = place(token, "end");
        joined.extend(&text[start..end]);
    }
    assert!(text[end..].iter().all(|c| *c == ' ') && text.len() - end <= 1);
    joined.extend(&text[end..]);
    joined.into_iter().collect()
}

#[test]
fn spacy_rebuilds_any_text() {
    for text in [
        "",
        " ",
        "  ",
        "\n\n",
        "Fin ",
        "Fin  \n",
        " Le  Niger\n\nattend.",
        NASTY,
    ] {
        assert_eq!(joined(&spacy(&document(text))), text, "{text:?}");
    }
    let only = french().only([ZoneKind::Body]).build().unwrap();
    let text = include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt");
    assert_eq!(joined(&spacy(&only.process(text).unwrap())), text);
}

#[test]
fn spacy_edges_are_edges_of_tokens() {
    let json = spacy(&document(NASTY));
    let places = |list: &str, key: &str| {
        let rows = json[list].as_array().unwrap().iter();
        rows.map(|row| row[key].as_u64().unwrap())
            .collect::<Vec<_>>()
    };
    for list in ["ents", "sents"] {
        for key in ["start", "end"] {
            let tokens = places("tokens", key);
            assert!(!places(list, key).is_empty());
            assert!(
                places(list, key).iter().all(|place| tokens.contains(place)),
                "{list} {key}"
            );
        }
    }
}

/// An entity that ends inside a token ends with one in spaCy.
#[test]
fn spacy_has_a_token_for_the_end_of_a_name() {
    let english = Pipeline::builder()
        .language(Language::ENGLISH)
        .build()
        .unwrap();
    let document = english
        .process("General Tiani’s army left Niamey.")
        .unwrap();
    let name = document.entities().next().unwrap();
    assert_eq!(
        (name.text(), name.tokens().next_back().unwrap().text()),
        ("Tiani", "Tiani’s")
    );
    let json = spacy(&document);
    assert_eq!(
        (&json["tokens"][1]["end"], &json["tokens"][2]["start"]),
        (&13.into(), &13.into())
    );
    assert_eq!(json["ents"][0]["end"], 13);
}

#[test]
fn spacy_has_the_layers_of_the_document() {
    let layers = LayerSet::from([crate::Layer::Entities]);
    let pipeline = french().layers(layers).build().unwrap();
    let json = spacy(&pipeline.process("Niamey attend.").unwrap());
    assert_eq!(
        json["tokens"][0],
        serde_json::json!({"id": 0, "start": 0, "end": 6})
    );
    let json = spacy(&document("Niamey attend."));
    assert_eq!(json["tokens"][1]["lemma"], "attendre");
    assert_eq!(
        (
            json["tokens"][1]["pos"].as_str(),
            json["tokens"][2]["morph"].as_str()
        ),
        (Some("VERB"), Some(""))
    );
}

/// Each line has two columns to a reader that parts them at white space, and the tags are those of the
/// tokens.
#[test]
fn iob_has_a_line_for_each_token() {
    let document = document(NASTY);
    let iob = document.view().iob().to_string();
    let mut lines = iob.split('\n').skip(2).filter(|line| !line.is_empty());
    assert!(iob.starts_with("-DOCSTART- -X- O O\n\n") && iob.ends_with("\n\n"));
    for token in document.tokens() {
        let columns: Vec<_> = lines.next().unwrap().split_whitespace().collect();
        let [form, tag] = columns[..] else {
            panic!("{columns:?}");
        };
        assert!(!form.contains(char::is_control) && form != "-DOCSTART-");
        let inside = token.entity().map(|entity| entity.label().to_string());
        assert_eq!(tag.get(2..), inside.as_deref(), "{form} {tag}");
    }
    assert_eq!(lines.next(), None);
    let sentences = iob.trim_end().split("\n\n").count() - 1;
    assert_eq!(sentences, document.sentences().len());
    assert!(iob.contains("12_000\tB-QUANTITY\n€\tI-QUANTITY\n"), "{iob}");
}

/// Every piece of an annotation is the text at its offsets, and no annotation takes two lines.
#[test]
fn brat_offsets_are_characters() {
    let document = document(NASTY);
    let brat = document.view().brat().to_string();
    let text: Vec<char> = NASTY.chars().collect();
    let mut entities = 0;
    for line in brat.lines() {
        let columns: Vec<_> = line.split('\t').collect();
        assert_eq!(columns.len(), 3, "{line:?}");
        if !line.starts_with('T') {
            assert!(line.starts_with('#') && columns[1].starts_with("AnnotatorNotes T"));
            continue;
        }
        entities += 1;
        let (_, places) = columns[1].split_once(' ').unwrap();
        let pieces = places.split(';').map(|place| {
            let (start, end) = place.split_once(' ').unwrap();
            let place = start.parse::<usize>().unwrap()..end.parse().unwrap();
            text[place].iter().collect::<String>()
        });
        assert_eq!(pieces.collect::<Vec<_>>().join(" "), columns[2]);
    }
    assert_eq!(entities, document.entities().len());
    assert!(
        brat.contains("AnnotatorNotes T") && brat.contains("value=2023-12-03"),
        "{brat}"
    );
}

#[test]
fn brat_cuts_a_name_where_a_line_ends() {
    let name: Label = "SHIP".parse().unwrap();
    let builder = french().line_breaks(crate::LineBreaks::Soft);
    let builder = builder.gazetteer(name, [("Soleil Royal", "ship:soleil-royal")]);
    let pipeline = builder.build().unwrap();
    let document = pipeline.process("Le Soleil\r\nRoyal coule.").unwrap();
    let expected =
        "T1\tSHIP 3 9;11 16\tSoleil Royal\n#1\tAnnotatorNotes T1\tid=ship:soleil-royal\n";
    assert_eq!(document.view().brat().to_string(), expected);
}

/// The text of the elements, and the elements with their attributes, of well-formed XML.
fn read_xml(xml: &str) -> (String, Vec<String>) {
    let (mut text, mut tags, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = xml;
    while let Some((before, tail)) = rest.split_once('<') {
        text += before;
        let (tag, after) = tail.split_once('>').unwrap();
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None => {
                open.push(tag.split(' ').next().unwrap());
                tags.push(tag.to_owned());
            }
        }
        rest = after;
    }
    text += rest;
    assert!(open.is_empty(), "{open:?}");
    for (escape, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#13;", "\r"),
        ("&amp;", "&"),
    ] {
        text = text.replace(escape, c);
    }
    (text, tags)
}

#[test]
fn tei_holds_the_text_and_nothing_else() {
    let allowed = |c: char| match c {
        '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => c,
        _ => char::REPLACEMENT_CHARACTER,
    };
    let only = french().only([ZoneKind::Body]).build().unwrap();
    let seed = include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt");
    let layers = LayerSet::from([crate::Layer::Tokens]);
    let tokens = french().layers(layers).build().unwrap();
    for document in [
        document(NASTY),
        document(""),
        only.process(seed).unwrap(),
        tokens.process(NASTY).unwrap(),
    ] {
        let tei = document.view().tei("<\u{1b}>").to_string();
        let (text, tags) = read_xml(
            tei.split_once("<body>")
                .unwrap()
                .1
                .strip_suffix("</body></text>\n</TEI>\n")
                .unwrap(),
        );
        let expected: String = document.text().chars().map(allowed).collect();
        assert_eq!(text, format!("\n{expected}\n"));
        assert_eq!(
            tags.iter().filter(|tag| *tag == "s").count(),
            document.sentences().len()
        );
        let entities = tags
            .iter()
            .filter(|tag| !["p", "s", "ab"].contains(&tag.as_str()));
        assert_eq!(entities.count(), document.entities().len());
        assert!(tei.contains("<title>&lt;\u{fffd}&gt;</title>"));
        read_xml(&tei);
    }
}

#[test]
fn tei_states_what_is_known_of_a_name() {
    for (text, expected) in [
        ("Le général Tiani parle.", "<persName key=\"per:tiani\">"),
        ("Il est né le 3 décembre 2023.", "when=\"2023-12-03\">"),
        ("Elle vient le 3 décembre.", "when=\"--12-03\">"),
        (
            "Il a payé 12 000 euros.",
            "<measure type=\"money\" quantity=\"12000\" unit=\"EUR\">",
        ),
        ("Une pièce du XXe siècle.", "when-custom=\"19\">"),
        (
            "Le sommet du 3 au 5 décembre 2023.",
            "from=\"2023-12-03\" to=\"2023-12-05\">",
        ),
    ] {
        let tei = document(text).view().tei("").to_string();
        assert!(tei.contains(expected), "{text}: {tei}");
    }
}

/// Documents stand one after the other in one file.
#[test]
fn nothing_is_said_of_nothing() {
    let empty = document("");
    assert_eq!(empty.view().brat().to_string(), "");
    assert_eq!(empty.view().iob().to_string(), "-DOCSTART- -X- O O\n\n");
    assert_eq!(spacy(&empty)["tokens"], serde_json::json!([]));
}
