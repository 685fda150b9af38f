//! Holds what the library embeds to its limits of size.
//!
//! Everybody who depends on the library downloads and links these bytes, so a
//! model that outgrows its share must be noticed before it is released.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

/// What one model may weigh.
struct Budget {
    model: &'static str,
    limit: u64,
    /// A file of `src/models/` belongs to the first budget with a word that
    /// its name contains.
    words: &'static [&'static str],
    /// Embedded tables that lie elsewhere in `src/`.
    tables: &'static [&'static str],
}

const BUDGETS: [Budget; 17] = [
    Budget {
        model: "language",
        limit: 4 << 20,
        words: &["language"],
        tables: &[
            "iso639/languages.tsv",
            "iso639/codes.tsv",
            "iso639/members.tsv",
        ],
    },
    Budget {
        model: "entities",
        limit: 3_500_000,
        words: &["entit", "gazetteer", "names"],
        tables: &[],
    },
    Budget {
        model: "segmentation",
        limit: 100_000,
        words: &["segment", "sentences"],
        tables: &["segment/characters.bin"],
    },
    Budget {
        model: "French lemmas and tags",
        limit: 1_300_000,
        words: &["fr", "lemma", "tag"],
        tables: &["../crates/griot-fr-lexicon/src/lexicon.bin"],
    },
    Budget {
        model: "French features",
        limit: 120_000,
        words: &[],
        tables: &["../crates/griot-fr-lexicon/src/morph.bin"],
    },
    Budget {
        model: "English features",
        limit: 20_000,
        words: &[],
        tables: &["../crates/griot-en-lemmas/src/morph.bin"],
    },
    Budget {
        model: "Portuguese features",
        limit: 100_000,
        words: &[],
        tables: &["../crates/griot-pt-lemmas/src/morph.bin"],
    },
    Budget {
        model: "English lemmas and tags",
        limit: 600_000,
        words: &[],
        tables: &[
            "../crates/griot-en-lemmas/src/lexicon.bin",
            "../crates/griot-en-lemmas/src/tags-en.bin",
        ],
    },
    Budget {
        model: "German lemmas and tags",
        limit: 900_000,
        words: &[],
        tables: &[
            "../crates/griot-de-lemmas/src/lexicon.bin",
            "../crates/griot-de-lemmas/src/tags-de.bin",
        ],
    },
    Budget {
        model: "Spanish lemmas and tags",
        limit: 900_000,
        words: &[],
        tables: &[
            "../crates/griot-es-lemmas/src/lexicon.bin",
            "../crates/griot-es-lemmas/src/tags-es.bin",
        ],
    },
    Budget {
        model: "Portuguese lemmas and tags",
        limit: 900_000,
        words: &[],
        tables: &[
            "../crates/griot-pt-lemmas/src/lexicon.bin",
            "../crates/griot-pt-lemmas/src/tags-pt.bin",
        ],
    },
    Budget {
        model: "German names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-de-names/src/names-de.bin"],
    },
    Budget {
        model: "English names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-en-names/src/names-en.bin"],
    },
    Budget {
        model: "Spanish names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-es-names/src/names-es.bin"],
    },
    Budget {
        model: "Italian names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-it-names/src/names-it.bin"],
    },
    Budget {
        model: "Dutch names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-nl-names/src/names-nl.bin"],
    },
    Budget {
        model: "Portuguese names",
        limit: 1_500_000,
        words: &[],
        tables: &["../crates/griot-pt-names/src/names-pt.bin"],
    },
];

/// Prints a line per model; an error if one is over its limit, or if a file
/// is in no budget.
pub fn check(src: &Path) -> Result<()> {
    let models = files(&src.join("models"))?;
    if let Some(stray) = models.iter().find(|file| budget_of(file).is_none()) {
        bail!("{}: in no budget", stray.display());
    }
    let mut over = Vec::new();
    for budget in &BUDGETS {
        let mut total = 0;
        let mut largest: Option<(u64, PathBuf)> = None;
        let tables = budget.tables.iter().map(|table| src.join(table));
        let own = models
            .iter()
            .filter(|file| budget_of(file).is_some_and(|b| b.model == budget.model));
        for file in own.cloned().chain(tables.filter(|table| table.exists())) {
            let size = size(&file)?;
            total += size;
            if largest.as_ref().is_none_or(|(most, _)| size > *most) {
                largest = Some((size, file));
            }
        }
        println!("{}: {total} of {} bytes", budget.model, budget.limit);
        if let Some((_, file)) = largest
            && total > budget.limit
        {
            over.push(format!(
                "{}: {} takes {total} bytes, {} more than its limit",
                file.display(),
                budget.model,
                total - budget.limit
            ));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join("\n"));
    }
    Ok(())
}

fn budget_of(file: &Path) -> Option<&'static Budget> {
    let name = file.file_name()?.to_string_lossy();
    BUDGETS
        .iter()
        .find(|budget| budget.words.iter().any(|word| name.contains(word)))
}

/// The model files, sorted; notes about them are not embedded.
fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if dir.exists() {
        for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
            let path = entry?.path();
            let note = path.extension().is_some_and(|e| e == "md" || e == "rs");
            if path.is_file() && !note {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn size(file: &Path) -> Result<u64> {
    let data = fs::metadata(file).with_context(|| file.display().to_string())?;
    Ok(data.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(name: &str) -> Option<&'static str> {
        budget_of(Path::new(name)).map(|budget| budget.model)
    }

    #[test]
    fn files_have_a_budget_by_name() {
        assert_eq!(model("gazetteer.bin"), Some("entities"));
        assert_eq!(model("names-fr.bin"), Some("entities"));
        assert_eq!(model("fr-lemmas.bin"), Some("French lemmas and tags"));
        assert_eq!(model("sentences-fr.bin"), Some("segmentation"));
        assert_eq!(model("other.bin"), None);
    }

    #[test]
    fn over_the_limit_is_an_error_that_names_the_file() {
        let src = std::env::temp_dir().join(format!("griot-budget-{}", std::process::id()));
        let models = src.join("models");
        fs::create_dir_all(&models).unwrap();
        fs::write(models.join("segmentation.bin"), vec![0; 100_000]).unwrap();
        check(&src).unwrap();
        fs::write(models.join("segmentation.bin"), vec![0; 100_001]).unwrap();
        let error = check(&src).unwrap_err().to_string();
        fs::remove_dir_all(&src).unwrap();
        assert!(error.contains("segmentation.bin"), "{error}");
        assert!(error.contains("1 more than its limit"), "{error}");
    }
}
