//! [`Position`]: how far the inputs are done, and whether they are still the same up to there.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use serde::{Deserialize, Serialize};

/// A file of the inputs, or the error in its place.
pub type File = Result<PathBuf, String>;

/// The place behind a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// The number of the file, from 0.
    pub file: usize,
    /// How many texts of this file are done. An error counts as a text.
    pub texts: usize,
}

/// A place as it is kept, so that a later run can tell whether it still means the same.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Position {
    file: usize,
    /// The name of that file, for people.
    name: String,
    texts: usize,
    /// A hash of the name and the length of each file before it, and of its own name.
    read: u64,
}

impl Position {
    /// The place, if the files up to there are those that were read.
    pub fn place(&self, trail: &mut Trail<'_>) -> Result<Place, String> {
        let place = Place {
            file: self.file,
            texts: self.texts,
        };
        let now = trail.position(place);
        if place == Place::default() || now == *self {
            return Ok(place);
        }
        let (file, name) = (self.file + 1, &self.name);
        Err(format!(
            "the inputs have changed: file {file} was {name}, and it or a file before it now has another \
             name or length. Put back what was read, or name another --output"
        ))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text {} of {}", self.texts, self.name)
    }
}

/// Makes positions of places that go forward, looking at each file once.
pub struct Trail<'a> {
    files: &'a [File],
    /// How many files are in the hash.
    passed: usize,
    hash: u64,
}

impl<'a> Trail<'a> {
    pub fn new(files: &'a [File]) -> Self {
        Self {
            files,
            passed: 0,
            hash: 0xcbf2_9ce4_8422_2325,
        }
    }

    pub fn position(&mut self, place: Place) -> Position {
        for file in self.files.iter().take(place.file).skip(self.passed) {
            let length = file.as_ref().map_or(0, |path| length(path));
            self.hash = fnv(self.hash, name(file).as_bytes());
            self.hash = fnv(self.hash, &length.to_le_bytes());
        }
        self.passed = place.file;
        let name = self.files.get(place.file).map_or(String::new(), name);
        Position {
            file: place.file,
            read: fnv(self.hash, name.as_bytes()),
            name,
            texts: place.texts,
        }
    }
}

/// The length of a file; 0 if it has none, as standard input.
fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

/// The name of a file, or the error in its place.
pub fn name(file: &File) -> String {
    match file {
        Ok(path) => path.display().to_string(),
        Err(problem) => problem.clone(),
    }
}

/// The hash FNV-1a of bytes, which is the same in every version of the program, and of their number.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    let length = (bytes.len() as u64).to_le_bytes();
    let all = length.iter().chain(bytes);
    all.fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
