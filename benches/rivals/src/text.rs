//! The texts that all are timed on. No article stands there twice.

use std::collections::HashSet;
use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use griot::Language;
use griot::input::records::{Delimited, JsonLines, Record};
use unicode_segmentation::UnicodeSegmentation;

use crate::arguments::Arguments;

/// Open texts beside the repository, where they are: two collections of articles and a set of
/// translated news.
const SHARED: [&str; 3] = [
    "../shared/data/text/bbc-afrique-dev.tsv",
    "../shared/data/text/bbc-afrique-more.tsv",
    "../shared/data/text/ntrex-fra.txt",
];

/// The folders of the repository that hold French articles, small as they are.
const OWN: [&str; 3] = ["seeds", "tests/data/pages", "tests/data/pages/later"];

/// The same sentences in seven languages, beside the repository.
const LANGUAGES: &str = "../shared/data/names/text";

/// The languages with rules for everything, French first.
const SEVEN: [Language; 7] = [
    Language::FRENCH,
    Language::ENGLISH,
    Language::GERMAN,
    Language::SPANISH,
    Language::PORTUGUESE,
    Language::ITALIAN,
    Language::DUTCH,
];

/// So many lines of a plain text are an article.
const LINES: usize = 16;

/// What is shorter is a broken record.
const SHORTEST: usize = 100;

/// Something of each of some languages.
type ByLanguage<T> = Vec<(Language, T)>;

/// What the steps read.
pub struct Corpus {
    /// French articles.
    pub articles: Vec<String>,
    /// The same articles in each of seven languages; none where there is no text.
    pub seven: ByLanguage<Vec<String>>,
    /// A text in each of many languages, if the caller has any.
    pub many: ByLanguage<String>,
}

impl Corpus {
    pub fn read(arguments: &Arguments) -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let shared = SHARED.map(|file| root.join(file));
        let files = if !arguments.texts.is_empty() {
            arguments.texts.clone()
        } else if shared.iter().all(|file| file.exists()) {
            shared.to_vec()
        } else {
            own(&root)?
        };
        let mut articles = Vec::new();
        for file in &files {
            articles.extend(read_articles(file).map_err(|error| failed(file, &*error))?);
        }
        let mut known = HashSet::new();
        articles.retain(|article| article.len() >= SHORTEST && known.insert(article.clone()));
        if let Some(wanted) = arguments.articles.filter(|it| *it < articles.len()) {
            let total = articles.len();
            articles = (0..wanted)
                .map(|index| articles[index * total / wanted].clone())
                .collect();
        }
        if articles.is_empty() {
            return Err("there is no article: name files with --texts".into());
        }
        let languages = arguments.languages.clone();
        let languages = languages.or(Some(root.join(LANGUAGES)).filter(|it| it.exists()));
        Ok(Self {
            articles,
            seven: languages.map_or(Ok(Vec::new()), |folder| seven(&folder))?,
            many: arguments.many.as_deref().map_or(Ok(Vec::new()), many)?,
        })
    }

    /// How much there is to read.
    pub fn summary(&self) -> String {
        let words = self.articles.iter().flat_map(|it| it.unicode_words());
        let words: HashSet<&str> = words.collect();
        format!(
            "{} articles, {:.2} MB, {} distinct words.",
            self.articles.len(),
            bytes(&self.articles) as f64 / 1e6,
            words.len()
        )
    }
}

/// The bytes of all strings.
pub fn bytes<T: AsRef<str>>(strings: &[T]) -> usize {
    strings.iter().map(|string| string.as_ref().len()).sum()
}

/// The articles of a file: the column or field `text` of a TSV or of JSON Lines, or some lines of a plain
/// text, which are paragraphs or sentences.
fn read_articles(file: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let reader = || File::open(file).map(BufReader::new);
    match file.extension().and_then(|it| it.to_str()) {
        Some("tsv") => texts(Delimited::tsv(reader()?, "text")?),
        Some("jsonl") => texts(JsonLines::new(reader()?, "text")),
        _ => {
            let text = fs::read_to_string(file)?;
            let lines: Vec<_> = text.lines().filter(|it| !it.trim().is_empty()).collect();
            Ok(lines.chunks(LINES).map(|it| it.join("\n")).collect())
        }
    }
}

fn texts(
    records: impl Iterator<Item = Result<Record, griot::Error>>,
) -> Result<Vec<String>, Box<dyn Error>> {
    let texts = records.map(|record| Ok(record?.into_parts().0));
    texts.collect()
}

/// The repository's own articles.
fn own(root: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for folder in OWN.map(|folder| root.join(folder)) {
        for entry in fs::read_dir(&folder).map_err(|error| failed(&folder, &error))? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.extension().is_some_and(|it| it == "txt"));
    files.sort();
    Ok(files)
}

/// The `CODE/flores.txt` of the seven languages.
fn seven(folder: &Path) -> Result<ByLanguage<Vec<String>>, Box<dyn Error>> {
    let read = |language: Language| {
        let file = folder.join(language.code()).join("flores.txt");
        let articles = read_articles(&file).map_err(|error| failed(&file, &*error))?;
        Ok((language, articles))
    };
    SEVEN.into_iter().map(read).collect()
}

/// The `CODE/sentences.txt` of a folder.
fn many(folder: &Path) -> Result<ByLanguage<String>, Box<dyn Error>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        folders.push(entry?);
    }
    folders.sort_by_key(fs::DirEntry::file_name);
    let mut texts = Vec::new();
    for entry in folders {
        let path = entry.path().join("sentences.txt");
        let text = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
        texts.push((entry.file_name().to_string_lossy().parse()?, text));
    }
    Ok(texts)
}

fn failed(path: &Path, error: &dyn Error) -> String {
    format!("{}: {error}", path.display())
}
