//! The pinned inputs: what `SOURCES.toml` names, fetched and checked.
//!
//! Nothing is read from a package before its SHA-256 has been compared, so a
//! table can always be traced to the exact bytes it came from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, bail};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// Compiled in, so that the tool and its list of inputs cannot drift apart.
const SOURCES: &str = include_str!("../SOURCES.toml");

/// The client that fetches a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Registry {
    Npm,
    Pypi,
    Crates,
    Debian,
    /// None: a treebank or another set of texts, to be put into the folder by hand.
    Treebank,
}

/// One input.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    name: String,
    registry: Registry,
    version: String,
    file: String,
    sha256: String,
    // Read by people, for the licence notices; still required of each entry.
    #[serde(rename = "licence")]
    _licence: String,
    #[serde(rename = "takes")]
    _takes: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    source: Vec<Source>,
}

/// Every input of every command.
pub fn all() -> Result<Vec<Source>> {
    let list: List = toml::from_str(SOURCES).context("SOURCES.toml")?;
    Ok(list.source)
}

/// The members of the package `name` that `wanted` accepts, by their path in it.
pub fn read(
    dir: &Path,
    name: &str,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let source = all()?
        .into_iter()
        .find(|source| source.name == name)
        .ok_or_else(|| anyhow!("SOURCES.toml has no source named {name}"))?;
    let bytes = source.checked(dir)?;
    match source.registry {
        Registry::Npm | Registry::Crates => {
            let plain = flate2::read::GzDecoder::new(bytes.as_slice());
            read_tar(&source.file, plain, wanted)
        }
        Registry::Pypi => read_zip(&source.file, bytes, wanted),
        Registry::Debian => read_deb(&source.file, &bytes, wanted),
        Registry::Treebank => bail!("{name} is no package"),
    }
}

fn read_tar(
    file: &str,
    plain: impl std::io::Read,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut members = BTreeMap::new();
    let mut archive = tar::Archive::new(plain);
    for entry in archive.entries().with_context(|| file.to_owned())? {
        let mut entry = entry.with_context(|| file.to_owned())?;
        let path = entry.path()?.to_string_lossy().into_owned();
        if wanted(&path) {
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            members.insert(path, content);
        }
    }
    Ok(members)
}

/// A Debian package is an `ar` archive, and its files are the member `data.tar.xz`.
fn read_deb(
    file: &str,
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut packed =
        ar_member(bytes, "data.tar.xz").with_context(|| format!("{file}: has no data.tar.xz"))?;
    let mut plain = Vec::new();
    lzma_rs::xz_decompress(&mut packed, &mut plain)
        .map_err(|problem| anyhow!("{file}: {problem:?}"))?;
    read_tar(file, plain.as_slice(), wanted)
}

/// A member of an `ar` archive: each has a header of 60 bytes with its name and length, and
/// begins at an even byte.
fn ar_member<'a>(archive: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut rest = archive.strip_prefix(b"!<arch>\n")?;
    loop {
        let header = std::str::from_utf8(rest.get(..60)?).ok()?;
        let length: usize = header.get(48..58)?.trim_end().parse().ok()?;
        let found = header.get(..16)?.trim_end().trim_end_matches('/') == name;
        if found {
            return rest.get(60..60 + length);
        }
        rest = rest.get(60 + length + length % 2..)?;
    }
}

fn read_zip(
    file: &str,
    bytes: Vec<u8>,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut members = BTreeMap::new();
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(bytes)).with_context(|| file.to_owned())?;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).with_context(|| file.to_owned())?;
        let path = entry.name().to_owned();
        if wanted(&path) {
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            members.insert(path, content);
        }
    }
    Ok(members)
}

/// One member of the package `name`, which must be there.
pub fn read_one(dir: &Path, name: &str, path: &str) -> Result<Vec<u8>> {
    read(dir, name, |member| member == path)?
        .remove(path)
        .ok_or_else(|| anyhow!("{name} has no member {path}"))
}

/// The rules and the words of a Hunspell dictionary in the package `name`.
pub fn read_hunspell(dir: &Path, name: &str, code: &str) -> Result<(String, String)> {
    let read = |ending: &str| -> Result<String> {
        let path = format!("./usr/share/hunspell/{code}.{ending}");
        Ok(String::from_utf8(read_one(dir, name, &path)?)?)
    };
    Ok((read("aff")?, read("dic")?))
}

/// The bytes of the treebank `name`.
pub fn read_file(dir: &Path, name: &str) -> Result<Vec<u8>> {
    let source = all()?
        .into_iter()
        .find(|source| source.name == name && matches!(source.registry, Registry::Treebank))
        .ok_or_else(|| anyhow!("SOURCES.toml has no treebank named {name}"))?;
    source.checked(dir)
}

/// Downloads what is not in `dir` yet, and checks every input.
pub fn fetch(dir: &Path) -> Result<()> {
    fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    for source in all()? {
        if !source.path(dir).exists() {
            if matches!(source.registry, Registry::Treebank) {
                println!("{}: in no registry; put it there by hand", source.file);
                continue;
            }
            source.download(dir)?;
        }
        source.checked(dir)?;
        println!(
            "{} {}: {} as pinned",
            source.name, source.version, source.file
        );
    }
    Ok(())
}

impl Source {
    fn path(&self, dir: &Path) -> PathBuf {
        dir.join(&self.file)
    }

    fn download(&self, dir: &Path) -> Result<()> {
        let mut command = match self.registry {
            Registry::Npm => {
                let mut command = Command::new("npm");
                command
                    .args(["pack", "--silent", "--pack-destination"])
                    .arg(dir)
                    .arg(format!("{}@{}", self.name, self.version));
                command
            }
            Registry::Pypi => {
                let mut command = Command::new("pip");
                command
                    .args(["download", "--quiet", "--no-deps", "--dest"])
                    .arg(dir)
                    .arg(format!("{}=={}", self.name, self.version));
                command
            }
            Registry::Crates => return self.download_crate(dir),
            Registry::Debian => {
                let mut command = Command::new("apt-get");
                command
                    .current_dir(dir)
                    .args(["--quiet", "--quiet", "download"])
                    .arg(format!("{}={}", self.name, self.version));
                command
            }
            Registry::Treebank => bail!("{} is in no registry", self.file),
        };
        let status = command
            .stdout(std::process::Stdio::null())
            .status()
            .with_context(|| format!("cannot run the client for {}", self.name))?;
        if !status.success() {
            bail!("fetching {} {} failed: {status}", self.name, self.version);
        }
        Ok(())
    }

    /// By cargo, which knows no download without a package that depends on the crate.
    fn download_crate(&self, dir: &Path) -> Result<()> {
        let home = dir.join("cargo");
        fs::create_dir_all(home.join("src"))?;
        fs::write(home.join("src/lib.rs"), "")?;
        fs::write(
            home.join("Cargo.toml"),
            format!(
                "[package]\nname = \"fetch\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{} = \"={}\"\n",
                self.name, self.version
            ),
        )?;
        let status = Command::new("cargo")
            .args(["fetch", "--quiet", "--manifest-path"])
            .arg(home.join("Cargo.toml"))
            .env("CARGO_HOME", &home)
            .status()
            .context("cannot run cargo")?;
        if !status.success() {
            bail!("fetching {} {} failed: {status}", self.name, self.version);
        }
        for registry in fs::read_dir(home.join("registry/cache"))? {
            let file = registry?.path().join(&self.file);
            if file.exists() {
                fs::copy(file, self.path(dir))?;
            }
        }
        Ok(())
    }

    /// The package's bytes, if they are the ones named.
    fn checked(&self, dir: &Path) -> Result<Vec<u8>> {
        let path = self.path(dir);
        let bytes =
            fs::read(&path).with_context(|| format!("{} (run `fetch` first?)", path.display()))?;
        check(&self.file, &self.sha256, &bytes)?;
        Ok(bytes)
    }
}

/// Refuses `bytes` unless `expected` is their SHA-256.
fn check(file: &str, expected: &str, bytes: &[u8]) -> Result<()> {
    let mut found = String::new();
    for byte in Sha256::digest(bytes) {
        write!(found, "{byte:02x}")?;
    }
    if expected.is_empty() {
        bail!("{file}: no SHA-256 in SOURCES.toml; found {found}");
    }
    if found != expected {
        bail!("{file}: expected SHA-256 {expected}, found {found}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn the_list_is_well_formed() {
        let sources = all().unwrap();
        assert!(!sources.is_empty());
        for source in sources {
            assert_eq!(source.sha256.len(), 64, "{}", source.name);
        }
    }

    #[test]
    fn members_of_an_archive_are_found() {
        let mut archive = b"!<arch>\n".to_vec();
        for (name, content) in [("a", "odd"), ("b/", "even")] {
            archive.extend(format!("{name:<48}{:<10}`\n{content}", content.len()).bytes());
            archive.resize(archive.len().next_multiple_of(2), b'\n');
        }
        assert_eq!(ar_member(&archive, "a"), Some(&b"odd"[..]));
        assert_eq!(ar_member(&archive, "b"), Some(&b"even"[..]));
        assert_eq!(ar_member(&archive, "c"), None);
    }

    #[test]
    fn a_right_hash_is_accepted() {
        check("x.tgz", EMPTY, b"").unwrap();
    }

    #[test]
    fn a_wrong_hash_is_refused_by_name() {
        let error = check("x.tgz", EMPTY, b"!").unwrap_err().to_string();
        assert!(
            error.starts_with("x.tgz: expected SHA-256 e3b0c4"),
            "{error}"
        );
        assert!(error.contains(", found bb7208bc"), "{error}");
    }

    #[test]
    fn a_missing_hash_is_refused() {
        let error = check("x.tgz", "", b"").unwrap_err().to_string();
        assert!(error.starts_with("x.tgz: no SHA-256"), "{error}");
    }
}
