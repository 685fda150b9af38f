//! [`Rejects`]: the errors of the texts that were set aside.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::folder::{Folder, at};

const NAME: &str = "rejects.jsonl";

/// A file with a line of JSON for each bad text. It is made for the first one.
pub struct Rejects {
    path: PathBuf,
    file: Option<BufWriter<File>>,
    length: u64,
}

impl Rejects {
    /// Continues the file behind this length; a stopped run may have written more.
    pub fn open(folder: &Folder, length: u64) -> Result<Self, String> {
        let path = folder.path_of(NAME);
        let file = match length {
            0 => remove(&path).map(|()| None),
            _ => cut(&path, length).map(|file| Some(BufWriter::new(file))),
        };
        let file = file.map_err(at(&path))?;
        Ok(Self { path, file, length })
    }

    /// Adds the error of a text, which is told by its file and its number there, from 1.
    pub fn push(&mut self, file: &str, number: usize, problem: &str) -> Result<(), String> {
        let line = json!({"file": file, "number": number, "error": problem});
        let line = format!("{line}\n");
        self.write(&line).map_err(at(&self.path))
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(BufWriter::new(File::create(&self.path)?)),
        };
        file.write_all(line.as_bytes())?;
        self.length += line.len() as u64;
        Ok(())
    }

    /// Brings all lines to the disk, and returns the length of the file.
    pub fn sync(&mut self) -> Result<u64, String> {
        if let Some(file) = &mut self.file {
            let synced = file.flush().and_then(|()| file.get_ref().sync_all());
            synced.map_err(at(&self.path))?;
        }
        Ok(self.length)
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(problem) if problem.kind() != ErrorKind::NotFound => Err(problem),
        _ => Ok(()),
    }
}

fn cut(path: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    if file.metadata()?.len() < length {
        let problem = format!("the first {length} bytes were written, and some are missing");
        return Err(io::Error::new(ErrorKind::UnexpectedEof, problem));
    }
    file.set_len(length)?;
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}
