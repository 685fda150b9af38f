//! Files and folders, and standard input.

#![allow(dead_code, reason = "not every program needs all of it")]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Opens a file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path)?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// What was found in a folder, in the order of the names.
#[derive(Default)]
pub struct Found {
    pub files: Vec<PathBuf>,
    /// How many files and folders were left out.
    pub other_files: usize,
    pub folders: usize,
}

impl Found {
    /// The files that `takes` accepts; with `recursive` also those in the folders inside, but not
    /// behind links.
    pub fn in_folder(
        folder: &Path,
        recursive: bool,
        takes: &dyn Fn(&Path) -> bool,
    ) -> Result<Self, String> {
        let mut found = Self::default();
        found.look(folder, recursive, takes)?;
        Ok(found)
    }

    fn look(
        &mut self,
        folder: &Path,
        recursive: bool,
        takes: &dyn Fn(&Path) -> bool,
    ) -> Result<(), String> {
        let wrong = |problem: io::Error| format!("{}: {problem}", folder.display());
        let entries = fs::read_dir(folder).map_err(wrong)?;
        let mut entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(wrong)?;
        entries.sort_by_key(fs::DirEntry::path);
        for entry in entries {
            let path = entry.path();
            if recursive && entry.file_type().map_err(wrong)?.is_dir() {
                self.look(&path, recursive, takes)?;
            } else if path.is_dir() {
                self.folders += 1;
            } else if takes(&path) {
                self.files.push(path);
            } else {
                self.other_files += 1;
            }
        }
        Ok(())
    }

    /// What was left out, if anything.
    pub fn left_out(&self) -> Option<String> {
        let some = |count: usize, what: &str, how: &str| {
            let plural = if count == 1 { "" } else { "s" };
            (count > 0).then(|| format!("{count} {what}{plural} ({how})"))
        };
        let files = some(self.other_files, "file", "of another kind; see --input");
        let folders = some(self.folders, "folder", "see --recursive");
        let parts: Vec<_> = files.into_iter().chain(folders).collect();
        (!parts.is_empty()).then(|| format!("left out {}", parts.join(" and ")))
    }
}
