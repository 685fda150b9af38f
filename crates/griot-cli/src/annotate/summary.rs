//! What many texts are together: their languages, and the names that most of them hold.

use std::collections::HashMap;
use std::io::{self, Write};

use griot::{DocumentRef, Label, Language};

use crate::shared::report::{Style, count, one_line, wrap};

/// So many names stand below a heading.
const MOST: usize = 10;

const HEADINGS: [(&str, Label); 3] = [
    ("who", Label::PERSON),
    ("where", Label::LOCATION),
    ("organisations", Label::ORGANISATION),
];

#[derive(Default)]
pub struct Summary {
    texts: usize,
    sentences: usize,
    words: usize,
    languages: HashMap<Language, usize>,
    names: HashMap<(Label, String), Name>,
}

/// A name in all texts.
struct Name {
    text: String,
    mentions: usize,
    texts: usize,
    /// The number of the last text that has it.
    last: usize,
}

impl Summary {
    pub fn add(&mut self, document: DocumentRef<'_>) {
        self.texts += 1;
        self.sentences += document.sentences().len();
        let words = document
            .tokens()
            .filter(|it| it.is_word() || it.is_number());
        self.words += words.count();
        *self
            .languages
            .entry(document.language().language)
            .or_default() += 1;
        let is_name = |label| HEADINGS.iter().any(|(_, it)| *it == label);
        for entity in document.outermost().filter(|it| is_name(it.label())) {
            let id = entity.id().unwrap_or(entity.text()).to_owned();
            let name = self
                .names
                .entry((entity.label(), id))
                .or_insert_with(|| Name {
                    text: String::new(),
                    mentions: 0,
                    texts: 0,
                    last: 0,
                });
            name.mentions += 1;
            name.texts += usize::from(name.last < self.texts);
            name.last = self.texts;
            if entity.text().len() > name.text.len() {
                name.text = one_line(entity.text());
            }
        }
    }

    /// Whether it says more than the report of one text.
    pub fn is_of_many(&self) -> bool {
        self.texts > 1
    }

    pub fn write(&self, to: &mut impl Write, style: Style) -> io::Result<()> {
        let (bold, _, plain) = style.marks();
        let sentences = count(self.sentences, "sentence");
        let words = count(self.words, "word");
        writeln!(
            to,
            "{bold}{} texts{plain} · {sentences} · {words}",
            self.texts
        )?;
        let mut languages: Vec<_> = self.languages.iter().collect();
        languages.sort_by_key(|(language, texts)| (std::cmp::Reverse(**texts), language.code()));
        let languages: Vec<_> = languages
            .iter()
            .map(|(language, texts)| format!("{} ({language}) ×{texts}", language.name()))
            .collect();
        let names = HEADINGS.map(|(heading, label)| (heading, self.names(label)));
        for (heading, items) in [("languages", languages)].into_iter().chain(names) {
            for (number, line) in wrap(&items, style.width).iter().enumerate() {
                let heading = if number == 0 { heading } else { "" };
                writeln!(to, "  {bold}{heading:<14}{plain}{line}")?;
            }
        }
        Ok(())
    }

    /// The names in most texts, those with most mentions first among equals.
    fn names(&self, label: Label) -> Vec<String> {
        let names = self.names.iter().filter(|((it, _), _)| *it == label);
        let mut names: Vec<_> = names.map(|(_, name)| name).collect();
        names.sort_by(|one, other| {
            let by_number = (other.texts, other.mentions).cmp(&(one.texts, one.mentions));
            by_number.then_with(|| one.text.cmp(&other.text))
        });
        let names = names.iter().take(MOST);
        let item = |name: &&Name| {
            let texts = count(name.texts, "text");
            format!("{} ×{} in {texts}", name.text, name.mentions)
        };
        names.map(item).collect()
    }
}
