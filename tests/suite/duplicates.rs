//! Near-duplicates among articles that a fixed program writes.
//!
//! No two articles share a sentence by chance, for each is drawn word by word: from the words of its
//! subject, which some thirty articles share, by Zipf's law. So articles on one subject have words, names
//! and pairs of words in common, as in the press. Beside the planted duplicates there are articles that
//! quote the same communiqué, and every article ends in the lines of its agency: neither makes a
//! duplicate.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use griot::duplicates::{Index, fingerprint};
use griot::{Language, Layer, Pipeline};

const ORIGINALS: usize = 1_700;
const COPIES: usize = 300;
const SUBJECTS: usize = 60;

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    /// One of the first more often: the chance of the nth is near to 1/n.
    fn zipf<'a>(&mut self, words: &'a [String]) -> &'a str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        let place = (words.len() as f64).powf(share) as usize - 1;
        &words[place]
    }
}

/// The content words of the five articles, and names made of syllables.
fn vocabulary(chance: &mut Chance) -> (Vec<String>, Vec<String>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut words = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let letters = |c: char| !c.is_alphabetic();
        words.extend(
            text.split(letters)
                .filter(|word| word.chars().count() > 4)
                .map(str::to_lowercase),
        );
    }
    words.sort();
    words.dedup();
    const SYLLABLES: [&str; 16] = [
        "ba", "ka", "mo", "ou", "di", "lé", "sa", "ne", "tra", "go", "ri", "ma", "zin", "ko", "fa",
        "bé",
    ];
    let mut name = || {
        let name: String = (0..2 + chance.below(3))
            .map(|_| SYLLABLES[chance.below(16)])
            .collect();
        name[..1].to_uppercase() + &name[1..]
    };
    let names = (0..600).map(|_| name()).collect();
    (words, names)
}

/// Sentences, in paragraphs.
type Article = Vec<Vec<String>>;

struct Author {
    chance: Chance,
    subjects: Vec<Vec<String>>,
}

impl Author {
    fn new() -> Self {
        let mut chance = Chance(1960);
        let (words, names) = vocabulary(&mut chance);
        let subjects = (0..SUBJECTS).map(|_| {
            let mut subject = Vec::new();
            for number in 0..260 {
                let from = if number % 5 == 0 { &names } else { &words };
                subject.push(from[chance.below(from.len())].clone());
            }
            subject
        });
        let subjects = subjects.collect();
        Self { chance, subjects }
    }

    fn sentence(&mut self, subject: usize) -> String {
        const BEFORE: [&str; 12] = [
            "le", "la", "de la", "les", "du", "des", "un", "une", "à la", "et le", "pour les",
            "par la",
        ];
        const OTHER: [&str; 7] = [
            "dans le",
            "avec la",
            "après le",
            "mais les",
            "depuis la",
            "aussi les",
            "selon le",
        ];
        let mut sentence = String::new();
        for _ in 0..5 + self.chance.below(9) {
            // Words that an editor may exchange: a little more of them than the press has.
            sentence += match self.chance.below(12) {
                0 => OTHER[self.chance.below(7)],
                _ => BEFORE[self.chance.below(12)],
            };
            sentence.push(' ');
            sentence += self.chance.zipf(&self.subjects[subject]);
            sentence.push(' ');
        }
        sentence.trim().to_owned() + "."
    }

    fn paragraph(&mut self, subject: usize) -> Vec<String> {
        let length = 2 + self.chance.below(4);
        (0..length).map(|_| self.sentence(subject)).collect()
    }

    /// A title, four to twelve paragraphs and the agency's lines.
    fn article(&mut self, subject: usize) -> Article {
        let mut article = vec![vec![self.sentence(subject)]];
        for _ in 0..4 + self.chance.below(9) {
            article.push(self.paragraph(subject));
        }
        let agency = subject % 4;
        article.push(vec![
            format!("Avec l’agence de presse numéro {agency}."),
            "Retrouvez toute l’actualité du continent sur notre chaîne et abonnez-vous à notre lettre.".to_owned(),
        ]);
        article
    }

    /// Another version of an article, as a newsroom makes it.
    fn edit(&mut self, article: &Article, subject: usize) -> Article {
        let mut edited = article.clone();
        // Another title and another signature.
        edited[0] = vec![self.sentence(subject)];
        let last = edited.len() - 1;
        edited[last] = vec!["Source : la rédaction.".to_owned()];
        // Cut: a sentence in five, and the last paragraph of every third article.
        for paragraph in &mut edited[1..last] {
            paragraph.retain(|_| self.chance.below(5) > 0);
        }
        if self.chance.below(3) == 0 {
            edited.remove(last - 1);
        }
        // Swapped: two paragraphs, and the first two sentences of one.
        let end = edited.len() - 1;
        let (one, other) = (
            1 + self.chance.below(end - 1),
            1 + self.chance.below(end - 1),
        );
        edited.swap(one, other);
        if edited[one].len() > 1 {
            edited[one].swap(0, 1);
        }
        // Other function words, another apostrophe, a word here and there.
        for sentence in edited.iter_mut().flatten() {
            for (from, to) in [
                ("mais", "cependant"),
                ("aussi", "également"),
                ("après", "à la suite de"),
                ("depuis", "dès"),
                ("selon", "d’après"),
                ("avec", "en compagnie de"),
                ("dans", "au sein de"),
                ("’", "'"),
            ] {
                *sentence = sentence.replace(from, to);
            }
            if self.chance.below(6) == 0 {
                let word = self.chance.zipf(&self.subjects[subject]).to_owned();
                *sentence = format!("{word}, {sentence}");
            }
        }
        edited
    }
}

fn text(article: &Article) -> String {
    let paragraphs: Vec<_> = article
        .iter()
        .map(|paragraph| paragraph.join(" "))
        .collect();
    paragraphs.join("\n\n")
}

/// The articles, and which of them is the copy of which.
fn corpus() -> (Vec<String>, Vec<(usize, usize)>) {
    let mut author = Author::new();
    let mut articles: Vec<Article> = (0..ORIGINALS)
        .map(|number| author.article(number % SUBJECTS))
        .collect();
    // A hundred pairs on one subject have a communiqué of six sentences in common.
    for number in 0..100 {
        let communique: Vec<_> = (0..6).map(|_| author.sentence(number % SUBJECTS)).collect();
        articles[number].insert(2, communique.clone());
        articles[number + 10 * SUBJECTS].insert(3, communique);
    }
    let mut pairs = Vec::new();
    for number in 0..COPIES {
        let original = number * 5 + 2;
        pairs.push((original, articles.len()));
        let copy = author.edit(&articles[original], original % SUBJECTS);
        articles.push(copy);
    }
    (articles.iter().map(text).collect(), pairs)
}

#[test]
fn planted_duplicates_are_found() {
    let (texts, planted) = corpus();
    let layers = [Layer::Tokens, Layer::Norms, Layer::Stops];
    let pipeline = Pipeline::builder()
        .language(Language::FRENCH)
        .layers(layers);
    let pipeline = pipeline.build().unwrap();
    let documents: Vec<_> = pipeline.process_all(texts).map(Result::unwrap).collect();
    assert_eq!(documents.len(), 2_000);

    let start = std::time::Instant::now();
    let mut index = Index::default();
    let mut found = Vec::new();
    for document in &documents {
        let number = index.len();
        for near in index.add(fingerprint(document.view())) {
            found.push((near.number(), number));
        }
    }
    let speed = documents.len() as f64 / start.elapsed().as_secs_f64();
    let right = found.iter().filter(|pair| planted.contains(pair)).count() as f64;
    let (recall, precision) = (right / planted.len() as f64, right / found.len() as f64);
    println!("recall {recall:.4}, precision {precision:.4}, {speed:.0} documents a second");
    assert!(
        recall >= 0.97 && precision >= 0.98,
        "recall {recall}, precision {precision}"
    );
}

/// The index finds what comparing each with each finds, where that is surely near or surely not.
#[test]
fn the_index_agrees_with_comparing_all() {
    let (texts, _) = corpus();
    let layers = [Layer::Tokens, Layer::Norms, Layer::Stops];
    let pipeline = Pipeline::builder()
        .language(Language::FRENCH)
        .layers(layers);
    let pipeline = pipeline.build().unwrap();
    let prints: Vec<_> = pipeline
        .process_all(texts.into_iter().rev().take(250))
        .map(|document| fingerprint(document.unwrap().view()))
        .collect();
    let mut index = Index::new(0.3).unwrap();
    for (number, print) in prints.iter().enumerate() {
        let near: Vec<_> = index
            .add(print.clone())
            .iter()
            .map(|near| near.number())
            .collect();
        for (other, earlier) in prints[..number].iter().enumerate() {
            let similarity = print.similarity(earlier);
            let agrees = near.contains(&other) == (similarity >= 0.3);
            assert!(
                agrees || (0.3..0.45).contains(&similarity),
                "{number} {other} {similarity}"
            );
        }
        assert!(near.len() <= 32 * 64);
    }
}

/// A text a thousand times costs no square: the index looks at the last few alone.
#[test]
fn many_copies_of_one_text() {
    let pipeline = Pipeline::builder()
        .language(Language::FRENCH)
        .build()
        .unwrap();
    let document = pipeline
        .process("L’armée du Niger a reçu des avions russes à Niamey.")
        .unwrap();
    let empty = fingerprint(pipeline.process("").unwrap().view());
    let mut index = Index::default();
    for number in 0..1_000 {
        let near = index.add(fingerprint(document.view()));
        assert_eq!(near.len(), number.min(32));
        assert!(near.iter().all(|near| near.similarity() == 1.0));
    }
    assert!(index.add(empty.clone()).is_empty() && index.near(&empty).is_empty());
    assert_eq!(index.add(fingerprint(document.view())).len(), 32);
}
