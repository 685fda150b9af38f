//! [`Manifest`]: how far a run is. What it does not name is not part of the output.

use std::fs;
use std::io::Write;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::duplicates::Saved;
use super::folder::{Folder, at};
use super::position::Position;

const NAME: &str = "manifest.json";

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    pub settings: Map<String, Value>,
    /// Up to where the inputs are done.
    pub position: Position,
    /// How many parts are whole.
    pub parts: u64,
    /// How many texts are in them.
    pub texts: u64,
    /// How many bytes these texts have.
    pub bytes: u64,
    pub rejects: u64,
    /// The length of the file of rejects.
    pub rejects_length: u64,
    /// How many texts were dropped, for they repeat an earlier one.
    pub duplicates: u64,
    /// The length of the file that names them.
    pub duplicates_length: u64,
    pub fingerprints: Saved,
    /// Whether the inputs were at their end.
    pub complete: bool,
}

impl Manifest {
    /// The manifest of the run in this folder, or of a new run in an empty one.
    pub fn open(folder: &Folder, settings: Map<String, Value>) -> Result<Self, String> {
        let path = folder.path_of(NAME);
        let other = folder.names()?;
        if !other.iter().any(|name| name == NAME) {
            // A run that was stopped at once has left the beginning of a manifest.
            if let Some(other) = other.iter().find(|name| Folder::finished(name) != NAME) {
                let other = folder.path_of(other);
                let help = "--output needs a new or an empty folder, or that of an earlier run";
                return Err(format!("{} is of no run of griot; {help}", other.display()));
            }
            let new = Self {
                settings,
                ..Self::default()
            };
            new.write(folder)?;
            return Ok(new);
        }
        let bytes = fs::read(&path).map_err(at(&path))?;
        let manifest: Self = serde_json::from_slice(&bytes)
            .map_err(|problem| format!("{}: no manifest of griot: {problem}", path.display()))?;
        match differences(&manifest.settings, &settings) {
            None => Ok(manifest),
            Some(differences) => Err(format!(
                "{}: the run in this folder has other settings: {differences}. Continue it with the same \
                 command, or name another --output",
                path.display()
            )),
        }
    }

    /// Takes the place of the manifest before. From now on, what it names is done.
    pub fn write(&self, folder: &Folder) -> Result<(), String> {
        let mut file = folder.create(NAME)?;
        let path = file.path().to_owned();
        let json =
            serde_json::to_string_pretty(self).map_err(|problem| at(&path)(problem.into()))?;
        let written = writeln!(file, "{json}").and_then(|()| file.finish());
        written.map_err(at(&path))?;
        folder.sync()
    }
}

/// What the settings of this command and of the run disagree in.
fn differences(run: &Map<String, Value>, now: &Map<String, Value>) -> Option<String> {
    let shown = |value: Option<&Value>| match value {
        None | Some(Value::Null) => "not given".to_owned(),
        Some(value) => value.to_string(),
    };
    let names = run
        .keys()
        .chain(now.keys().filter(|it| !run.contains_key(*it)));
    let differences: Vec<_> = names
        .filter(|name| run.get(*name) != now.get(*name))
        .map(|name| {
            let (run, now) = (shown(run.get(name)), shown(now.get(name)));
            format!("{name} was {run} and is {now}")
        })
        .collect();
    (!differences.is_empty()).then(|| differences.join("; "))
}
