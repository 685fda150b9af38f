//! The flags.

use std::error::Error;
use std::path::PathBuf;

/// What the command line asks for.
pub struct Arguments {
    /// How often each racer of a step is timed.
    pub rounds: usize,
    /// The only step.
    pub step: Option<String>,
    /// What the names of the only racers begin with.
    pub only: Option<String>,
    /// The files with the articles.
    pub texts: Vec<PathBuf>,
    /// How many of the articles.
    pub articles: Option<usize>,
    /// A folder with a `CODE/flores.txt` for each of the seven languages.
    pub languages: Option<PathBuf>,
    /// A folder with a `CODE/sentences.txt` for each of many languages.
    pub many: Option<PathBuf>,
}

const FLAGS: &str = "--rounds, --step, --only, --texts, --articles, --languages and --many";

impl Arguments {
    /// The flags that the program was called with.
    pub fn read() -> Result<Self, Box<dyn Error>> {
        let mut read = Self {
            rounds: 15,
            step: None,
            only: None,
            texts: Vec::new(),
            articles: None,
            languages: None,
            many: None,
        };
        let mut arguments = std::env::args().skip(1).peekable();
        while let Some(flag) = arguments.next() {
            let value = arguments.next().ok_or(format!("{flag} needs a value"))?;
            match flag.as_str() {
                "--rounds" => read.rounds = number(&flag, &value)?,
                "--step" => read.step = Some(value),
                "--only" => read.only = Some(value),
                "--texts" => {
                    read.texts.push(value.into());
                    while let Some(file) = arguments.next_if(|it| !it.starts_with("--")) {
                        read.texts.push(file.into());
                    }
                }
                "--articles" => read.articles = Some(number(&flag, &value)?),
                "--languages" => read.languages = Some(value.into()),
                "--many" => read.many = Some(value.into()),
                _ => return Err(format!("no flag {flag}: there are {FLAGS}").into()),
            }
        }
        Ok(read)
    }
}

fn number(flag: &str, value: &str) -> Result<usize, String> {
    let number = value.parse().ok().filter(|number| *number > 0);
    number.ok_or(format!("{flag} needs a number above 0"))
}
