//! [`Folder`]: the output, which one process at a time writes, and where whole files appear at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};

/// How the name of a file ends that is not whole yet.
const UNFINISHED: &str = ".tmp";

/// The file that a running process keeps locked. The system opens the lock when the process ends in
/// any way, so the file may stay.
const LOCK: &str = "lock";

/// A folder that is locked until this value is dropped.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

/// An error with the path that it is about.
pub fn at(path: &Path) -> impl Fn(io::Error) -> String {
    move |problem| format!("{}: {problem}", path.display())
}

impl Folder {
    /// Makes the folder if need be, and locks it.
    pub fn open(path: &Path) -> Result<Self, String> {
        fs::create_dir_all(path).map_err(at(path))?;
        let name = path.join(LOCK);
        let mut options = OpenOptions::new();
        let lock = options.create(true).truncate(false).write(true).open(&name);
        let lock = lock.map_err(at(&name))?;
        // Not the method of `File`, which needs Rust 1.89.
        match FileExt::try_lock(&lock) {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(format!(
                "{}: another process writes to this folder; wait for its end, or name another --output",
                path.display()
            )),
            Err(TryLockError::Error(problem)) => Err(at(&name)(problem)),
        }
    }

    pub fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The names of the files besides the lock.
    pub fn names(&self) -> Result<Vec<String>, String> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(at(&self.path))? {
            let name = entry.map_err(at(&self.path))?.file_name();
            names.push(name.to_string_lossy().into_owned());
        }
        names.retain(|name| name != LOCK);
        Ok(names)
    }

    /// The name of the whole file that an unfinished one would have become.
    pub fn finished(name: &str) -> &str {
        name.strip_suffix(UNFINISHED).unwrap_or(name)
    }

    pub fn remove(&self, name: &str) -> Result<(), String> {
        let path = self.path_of(name);
        fs::remove_file(&path).map_err(at(&path))
    }

    /// Begins a file, which has its name when it is whole.
    pub fn create(&self, name: &str) -> Result<Unfinished, String> {
        let path = self.path_of(&format!("{name}{UNFINISHED}"));
        let file = File::create(&path).map_err(at(&path))?;
        Ok(Unfinished {
            writer: BufWriter::with_capacity(1 << 16, file),
            path,
            name: self.path_of(name),
        })
    }

    /// Makes the names of new files outlast a failure of power.
    pub fn sync(&self) -> Result<(), String> {
        // Other systems do not open folders.
        #[cfg(unix)]
        File::open(&self.path)
            .and_then(|folder| folder.sync_all())
            .map_err(at(&self.path))?;
        Ok(())
    }
}

/// A file that is being written, under another name than it will have.
pub struct Unfinished {
    writer: BufWriter<File>,
    path: PathBuf,
    name: PathBuf,
}

impl Unfinished {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name, after all of it is on the disk.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()?;
        self.writer.get_ref().sync_all()?;
        fs::rename(&self.path, &self.name)
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
