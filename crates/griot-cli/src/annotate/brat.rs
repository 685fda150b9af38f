//! The files of brat: a `.txt` and an `.ann` file for each text.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use griot::DocumentRef;

/// A folder of files of brat. No file that is there already is written over.
pub struct Folder {
    path: PathBuf,
    /// How many texts had a name.
    names: HashMap<String, usize>,
}

impl Folder {
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            names: HashMap::new(),
        }
    }

    pub fn write(&mut self, source: &str, document: DocumentRef<'_>) -> io::Result<()> {
        fs::create_dir_all(&self.path).map_err(|problem| at(&self.path, &problem))?;
        let mut name = name(source);
        let count = self.names.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            name += &format!("-{count}");
        }
        self.file(&format!("{name}.txt"), document.text())?;
        self.file(&format!("{name}.ann"), &document.brat().to_string())
    }

    fn file(&self, name: &str, content: &str) -> io::Result<()> {
        let path = self.path.join(name);
        let file = File::create_new(&path);
        let written = file.and_then(|mut file| file.write_all(content.as_bytes()));
        written.map_err(|problem| at(&path, &problem))
    }
}

/// The name of a text: that of its file without `.txt`, and its line if the file has many texts.
fn name(source: &str) -> String {
    let name = Path::new(source).file_name();
    let name = name.map_or(source.into(), |name| name.to_string_lossy());
    let name = name.strip_suffix(".txt").unwrap_or(&name);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars()
        .map(|c| if fits(c) { c } else { '-' })
        .collect()
}

fn at(path: &Path, problem: &io::Error) -> io::Error {
    let help = match problem.kind() {
        io::ErrorKind::AlreadyExists => ": name another folder, for nothing is written over",
        _ => "",
    };
    io::Error::new(
        problem.kind(),
        format!("{}: {problem}{help}", path.display()),
    )
}
