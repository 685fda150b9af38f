//! [`Duplicates`]: the texts that a run has kept, so that a later one that repeats one of them is dropped.

use std::collections::VecDeque;
use std::fs;
use std::io::ErrorKind;

use griot::duplicates::{Fingerprint, Index};
use serde::{Deserialize, Serialize};

use super::folder::{Folder, at};
use super::journal::Journal;

/// How the names of the files of fingerprints begin.
const NAME: &str = "fingerprints-";

/// How many generations are kept: the one that grows, and the one before it.
const KEPT: usize = 2;

/// How many bytes a fingerprint has.
const PRINT: usize = 512;

/// What the manifest says of the texts that were kept.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Saved {
    /// The number of the generation that grows, from 0.
    generation: u64,
    /// How many bytes of its file count.
    length: u64,
}

/// An earlier text that a text repeats.
pub struct Earlier<'a> {
    pub source: &'a str,
    pub similarity: f32,
}

/// The texts to compare with, in two generations. When the younger one is full, the older one is forgotten
/// and its file removed, so memory and disk are bounded.
pub struct Duplicates<'a> {
    folder: &'a Folder,
    threshold: f32,
    /// How many texts a generation has.
    size: usize,
    /// The number of the last generation.
    number: u64,
    /// The oldest first.
    generations: VecDeque<Generation>,
    /// The file of the last one.
    file: Journal,
}

/// Texts in their order, with the sources one behind the other.
struct Generation {
    index: Index,
    sources: String,
    ends: Vec<usize>,
}

impl Generation {
    fn new(threshold: f32) -> Result<Self, String> {
        Ok(Self {
            index: Index::new(threshold).map_err(|problem| problem.to_string())?,
            sources: String::new(),
            ends: Vec::new(),
        })
    }

    fn push(&mut self, source: &str, print: Fingerprint) {
        self.index.add(print);
        self.sources.push_str(source);
        self.ends.push(self.sources.len());
    }

    fn source(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).copied();
        let start = number.checked_sub(1).and_then(end).unwrap_or(0);
        let end = end(number).unwrap_or(start);
        self.sources.get(start..end).unwrap_or_default()
    }

    /// Adds the texts of a file, which are written by [`record`].
    fn read(&mut self, mut bytes: &[u8]) -> Option<()> {
        while let Some((length, rest)) = bytes.split_first_chunk() {
            let (source, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            let (print, rest) = rest.split_at_checked(PRINT)?;
            self.push(
                std::str::from_utf8(source).ok()?,
                Fingerprint::from_bytes(print).ok()?,
            );
            bytes = rest;
        }
        bytes.is_empty().then_some(())
    }
}

/// A text in a file of fingerprints: the length of the source, the source, the fingerprint.
fn record(source: &str, print: &Fingerprint) -> Vec<u8> {
    let length = (source.len() as u32).to_le_bytes();
    [&length[..], source.as_bytes(), &print.to_bytes()].concat()
}

fn name(generation: u64) -> String {
    format!("{NAME}{generation:06}.bin")
}

impl<'a> Duplicates<'a> {
    /// Reads what a run has kept, or begins with nothing. Texts are compared with at least half of `window`
    /// texts before them, and at most with all of these.
    pub fn open(
        folder: &'a Folder,
        threshold: f32,
        window: u32,
        saved: Saved,
    ) -> Result<Self, String> {
        let Saved { generation, length } = saved;
        // A stopped run may have begun later generations, and added to this one.
        let later = |number| number > generation;
        sweep(folder, later)?;
        let file = Journal::open(folder, &name(generation), length)?;
        let mut generations = VecDeque::new();
        for number in generation.saturating_sub(KEPT as u64 - 1)..=generation {
            let path = folder.path_of(&name(number));
            let bytes = match fs::read(&path) {
                Err(problem) if problem.kind() == ErrorKind::NotFound && length == 0 => Vec::new(),
                read => read.map_err(at(&path))?,
            };
            let mut texts = Generation::new(threshold)?;
            texts.read(&bytes).ok_or_else(|| {
                format!(
                    "{}: no fingerprints of griot; name another --output",
                    path.display()
                )
            })?;
            generations.push_back(texts);
        }
        Ok(Self {
            folder,
            threshold,
            size: (window as usize).div_ceil(KEPT),
            number: generation,
            generations,
            file,
        })
    }

    /// The text that this one repeats: the most similar one, and of these the first.
    pub fn find(&self, print: &Fingerprint) -> Option<Earlier<'_>> {
        let mut found: Option<Earlier<'_>> = None;
        for texts in &self.generations {
            let Some(near) = texts.index.near(print).into_iter().next() else {
                continue;
            };
            let similarity = near.similarity();
            if found
                .as_ref()
                .is_none_or(|found| found.similarity < similarity)
            {
                let source = texts.source(near.number());
                found = Some(Earlier { source, similarity });
            }
        }
        found
    }

    /// Adds a text. One without content words is like no other, and is left out.
    pub fn keep(&mut self, source: &str, print: Fingerprint) -> Result<(), String> {
        if print.is_empty() {
            return Ok(());
        }
        if self
            .generations
            .back()
            .is_none_or(|texts| texts.ends.len() >= self.size)
        {
            self.file.sync()?;
            self.number += 1;
            self.file = Journal::open(self.folder, &name(self.number), 0)?;
            self.generations.push_back(Generation::new(self.threshold)?);
            while self.generations.len() > KEPT {
                self.generations.pop_front();
            }
        }
        self.file.push(&record(source, &print))?;
        if let Some(texts) = self.generations.back_mut() {
            texts.push(source, print);
        }
        Ok(())
    }

    /// Brings all of it to the disk.
    pub fn sync(&mut self) -> Result<Saved, String> {
        Ok(Saved {
            generation: self.number,
            length: self.file.sync()?,
        })
    }

    /// Removes the files that the manifest no longer needs.
    pub fn sweep(&self) -> Result<(), String> {
        sweep(self.folder, |number| number + (KEPT as u64) <= self.number)
    }
}

/// Removes the files of some generations.
fn sweep(folder: &Folder, is_over: impl Fn(u64) -> bool) -> Result<(), String> {
    for file in folder.names()? {
        let number = file
            .strip_prefix(NAME)
            .and_then(|it| it.strip_suffix(".bin"));
        let number = number.and_then(|it| it.parse().ok());
        if number.is_some_and(&is_over) {
            folder.remove(&file)?;
        }
    }
    Ok(())
}
