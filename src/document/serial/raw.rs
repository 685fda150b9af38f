//! What the JSON of a document holds, before the rules of the data model are checked.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use super::super::check::broken;
use super::super::{Dateline, FORMAT};
use super::{
    EntityForm, LanguageForm, LanguageRow, Meta, OffsetUnit, QuotationForm, SentenceRow, TokenRows,
    ZoneRow,
};
use crate::error::{Error, Kind};
use crate::text::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw<'a> {
    #[serde(deserialize_with = "version")]
    #[allow(dead_code, reason = "reading it checks it")]
    pub(super) griot: (),
    #[serde(default, deserialize_with = "in_bytes")]
    #[allow(dead_code, reason = "reading it checks it")]
    pub(super) offsets: (),
    /// What the example `annotate` adds to a line.
    #[allow(dead_code)]
    pub(super) source: Option<IgnoredAny>,
    #[allow(dead_code)]
    pub(super) metadata: Option<IgnoredAny>,
    pub(super) text: String,
    pub(super) language: LanguageForm,
    pub(super) languages: Option<Vec<LanguageRow>>,
    pub(super) zones: Option<Vec<ZoneRow>>,
    pub(super) dateline: Option<Dateline>,
    #[serde(borrow)]
    pub(super) sentences: Option<Vec<SentenceRow<Text<'a>>>>,
    #[serde(borrow)]
    pub(super) tokens: Option<TokenRows<'a>>,
    #[serde(borrow)]
    pub(super) entities: Option<Vec<EntityForm<Text<'a>>>>,
    #[serde(borrow)]
    pub(super) quotations: Option<Vec<QuotationForm<Text<'a>>>>,
    pub(super) meta: Meta<Vec<String>>,
}

/// Reads the version of the format. It stands first, so a document of a newer version is refused
/// for its version, and not for a field that this version does not know.
fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    match u32::deserialize(deserializer)? {
        FORMAT => Ok(()),
        found => {
            let error = Error::from(Kind::Version {
                found,
                read: FORMAT,
            });
            Err(serde::de::Error::custom(error))
        }
    }
}

/// Other offsets than bytes are for programs that count in them.
fn in_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    match OffsetUnit::deserialize(deserializer)? {
        OffsetUnit::Bytes => Ok(()),
        unit => {
            let error = broken(format!("offsets are {unit}: write the document with bytes"));
            Err(serde::de::Error::custom(error))
        }
    }
}
