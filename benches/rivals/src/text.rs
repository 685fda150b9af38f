//! The text that all are timed on: the seed articles, over and over, each a document.

use std::error::Error;
use std::fs;
use std::path::Path;

use griot::{Language, Layer, Pipeline};

const SEEDS: [&str; 5] = [
    include_str!("../../../seeds/000_9270dab1808a8422.txt"),
    include_str!("../../../seeds/001_1d40934e40241a50.txt"),
    include_str!("../../../seeds/002_635db30bd15ff41b.txt"),
    include_str!("../../../seeds/003_bd06d1828675441b.txt"),
    include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt"),
];

const BYTES: usize = 2_000_000;

/// The articles, and parts of them for the steps that begin with less than an article.
pub struct Corpus {
    pub articles: Vec<&'static str>,
    pub sentences: Vec<&'static str>,
    /// The words as they stand in the text.
    pub words: Vec<&'static str>,
    /// The same in lower case.
    pub lower: Vec<String>,
    /// Texts of many languages, if the caller has any.
    pub many: Vec<(Language, String)>,
}

impl Corpus {
    pub fn new(many: Option<&Path>) -> Result<Self, Box<dyn Error>> {
        let mut bytes = 0;
        let articles: Vec<_> = SEEDS
            .into_iter()
            .cycle()
            .take_while(|article| {
                bytes += article.len();
                bytes <= BYTES
            })
            .collect();
        let pipeline = Pipeline::builder()
            .language(Language::FRENCH)
            .layers([Layer::Sentences])
            .build()?;
        let mut worker = pipeline.worker();
        let (mut sentences, mut words) = (Vec::new(), Vec::new());
        for article in &articles {
            let document = worker.annotate(article)?;
            sentences.extend(document.sentences().map(|it| &article[it.span()]));
            let tokens = document.tokens().filter(|token| token.is_word());
            words.extend(tokens.map(|token| &article[token.span()]));
        }
        let lower = words.iter().map(|word| word.to_lowercase()).collect();
        Ok(Self {
            articles,
            sentences,
            words,
            lower,
            many: many.map_or(Ok(Vec::new()), texts)?,
        })
    }
}

/// The `CODE/sentences.txt` of a folder.
fn texts(folder: &Path) -> Result<Vec<(Language, String)>, Box<dyn Error>> {
    let failed = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        folders.push(entry?);
    }
    folders.sort_by_key(fs::DirEntry::file_name);
    let mut texts = Vec::new();
    for entry in folders {
        let path = entry.path().join("sentences.txt");
        let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
        texts.push((entry.file_name().to_string_lossy().parse()?, text));
    }
    Ok(texts)
}
