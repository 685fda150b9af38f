//! [`Journal`]: a file that grows from part to part.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::folder::{Folder, at};

/// A file to which a run adds. The manifest says up to where it counts. It is made for the first bytes.
pub struct Journal {
    path: PathBuf,
    file: Option<BufWriter<File>>,
    length: u64,
}

impl Journal {
    /// Continues the file behind this length; a stopped run may have written more.
    pub fn open(folder: &Folder, name: &str, length: u64) -> Result<Self, String> {
        let path = folder.path_of(name);
        let file = match length {
            0 => remove(&path).map(|()| None),
            _ => cut(&path, length).map(|file| Some(BufWriter::new(file))),
        };
        let file = file.map_err(at(&path))?;
        Ok(Self { path, file, length })
    }

    /// Adds bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.write(bytes).map_err(at(&self.path))
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(BufWriter::new(File::create(&self.path)?)),
        };
        file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Brings all of it to the disk, and returns the length of the file.
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
