//! Reading: no key is looked up, and of the rows of tokens, six sevenths of a document, each byte is read
//! once.

use std::borrow::Cow;

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::super::super::lanes;
use super::super::super::{FORMAT, Morph, Pos, TokenKind};
use super::super::raw::Raw;
use super::super::{Place, TokenRow, TokenRows};
use super::plain::plain;
use crate::span::clamp;
use crate::text::Text;

/// Reads a document. `None` if the JSON is written in another way, or is no document: only serde says
/// what is wrong.
pub(in super::super) fn read(json: &str) -> Option<Raw<'_>> {
    let mut rest = Rest(json.trim_matches([' ', '\t', '\r', '\n']));
    rest.eat(b"{")?;
    // What the program `griot` says of a text.
    let source = rest.optional::<IgnoredAny, _>(b"\"source\":")?;
    source.map_or(Some(()), |_| rest.eat(b","))?;
    let metadata = rest.optional::<IgnoredAny, _>(b"\"metadata\":")?;
    metadata.map_or(Some(()), |_| rest.eat(b","))?;
    rest.eat(b"\"griot\":")?;
    if rest.number()? != FORMAT {
        return None;
    }
    rest.eat(b",\"offsets\":\"bytes\"")?;
    let text: String = rest.optional(b",\"text\":")??;
    let language = rest.optional(b",\"language\":")??;
    let languages = rest.optional(b",\"languages\":")?;
    let zones = rest.optional(b",\"zones\":")?;
    let dateline = rest.optional(b",\"dateline\":")?;
    let sentences = rest.optional(b",\"sentences\":")?;
    let tokens = match rest.eat(b",\"tokens\":[") {
        Some(()) => Some(rest.tokens(&text)?),
        None => None,
    };
    let raw = Raw {
        griot: (),
        offsets: (),
        source: None,
        metadata: None,
        text,
        language,
        languages,
        zones,
        dateline,
        sentences,
        tokens,
        entities: rest.optional(b",\"entities\":")?,
        quotations: rest.optional(b",\"quotations\":")?,
        meta: rest.optional(b",\"meta\":")??,
    };
    rest.eat(b"}")?;
    rest.0.is_empty().then_some(raw)
}

/// About how many bytes a row of a document of every layer has.
const ROW: usize = 128;
/// Odd and without a pattern, so that a product has each bit of the other factor in its upper half.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What is left of the JSON. Each method returns `None` where it is written in another way.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// The length of `start` is known when this is compiled, so it is compared without a call.
    #[inline]
    fn eat<const LENGTH: usize>(&mut self, start: &[u8; LENGTH]) -> Option<()> {
        if self.0.as_bytes().first_chunk() != Some(start) {
            return None;
        }
        self.0 = self.0.get(LENGTH..)?;
        Some(())
    }

    /// A value behind its key, if this is here.
    fn optional<T: Deserialize<'a>, const LENGTH: usize>(
        &mut self,
        key: &[u8; LENGTH],
    ) -> Option<Option<T>> {
        match self.eat(key) {
            Some(()) => self.value().map(Some),
            None => Some(None),
        }
    }

    fn value<T: Deserialize<'a>>(&mut self) -> Option<T> {
        let mut values = serde_json::Deserializer::from_str(self.0).into_iter();
        let value = values.next()?.ok()?;
        self.0 = self.0.get(values.byte_offset()..)?;
        Some(value)
    }

    /// The rows behind the bracket that opens their list. A token is mostly written as the last one of the same
    /// letters is, and then takes its row.
    fn tokens(&mut self, text: &str) -> Option<TokenRows<'a>> {
        let count = self.0.len() / ROW;
        let mut all = TokenRows {
            tokens: Vec::with_capacity(count),
            rows: Vec::with_capacity(count / 2),
        };
        if self.eat(b"]").is_some() {
            return Some(all);
        }
        let mut morphs = HashMap::new();
        // The JSON of each row behind its offsets.
        let mut written: Vec<&str> = Vec::with_capacity(count / 2);
        // The number of the last row of some letters, or of others that fall on the same place.
        let mut last = vec![u32::MAX; count.next_power_of_two()];
        let places = last.len() - 1;
        loop {
            self.eat(b"{\"start\":")?;
            let start = self.number()?;
            self.eat(b",\"end\":")?;
            let end = self.number()?;
            let letters = text.as_bytes().get(start as usize..end as usize);
            let key = lanes::first(letters.unwrap_or_default()).wrapping_mul(SPREAD) >> 32;
            let last = last.get_mut(key as usize & places)?;
            let again = written.get(*last as usize);
            match again.and_then(|row| self.0.strip_prefix(row)) {
                Some(rest) => self.0 = rest,
                None => {
                    let behind = self.0;
                    *last = clamp(all.rows.len());
                    all.rows.push(self.row(start, end, &mut morphs)?);
                    written.push(behind.get(..behind.len() - self.0.len())?);
                }
            }
            let row = *last;
            all.tokens.push(Place { start, end, row });
            if self.eat(b",").is_none() {
                self.eat(b"]")?;
                return Some(all);
            }
        }
    }

    /// What stands of a token behind its offsets.
    fn row(
        &mut self,
        start: u32,
        end: u32,
        morphs: &mut HashMap<&'a str, Morph>,
    ) -> Option<TokenRow<Text<'a>>> {
        self.eat(b",\"kind\":\"")?;
        let row = TokenRow {
            start,
            end,
            kind: TokenKind::named(self.name()?)?,
            norm: self.string(b",\"norm\":")?,
            stem: self.string(b",\"stem\":")?,
            lemma: self.string(b",\"lemma\":")?,
            pos: match self.eat(b",\"pos\":\"") {
                Some(()) => Some(Pos::named(self.name()?)?),
                None => None,
            },
            guessed: self.eat(b",\"guessed\":true").is_some(),
            morph: match self.eat(b",\"morph\":\"") {
                Some(()) => match morphs.entry(self.name()?) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(new) => {
                        let morph = new.key().parse().ok()?;
                        *new.insert(morph)
                    }
                },
                None => Morph::NONE,
            },
            stop: match self.eat(b",\"stop\":") {
                Some(()) => Some(u8::try_from(self.number()?).ok()?),
                None => None,
            },
        };
        self.eat(b"}")?;
        Some(row)
    }

    #[inline]
    fn number(&mut self) -> Option<u32> {
        let (mut number, mut length) = (0u64, 0);
        for byte in self.0.bytes() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 || length == 10 {
                break;
            }
            number = number * 10 + u64::from(digit);
            length += 1;
        }
        let zeros = length > 1 && self.0.starts_with('0');
        self.0 = self.0.get(length..)?;
        u32::try_from(number).ok().filter(|_| length > 0 && !zeros)
    }

    /// A string without escapes, behind the mark that opens it.
    fn name(&mut self) -> Option<&'a str> {
        let (name, rest) = self.0.split_at_checked(plain(self.0.as_bytes()))?;
        self.0 = rest.strip_prefix('"')?;
        Some(name)
    }

    /// A string behind its key, if this is here.
    #[inline]
    fn string<const LENGTH: usize>(&mut self, key: &[u8; LENGTH]) -> Option<Option<Text<'a>>> {
        match self.eat(key) {
            Some(()) => self.text().map(Some),
            None => Some(None),
        }
    }

    fn text(&mut self) -> Option<Text<'a>> {
        let mut plain = Rest(self.0);
        plain.eat(b"\"")?;
        match plain.name() {
            Some(name) => {
                *self = plain;
                Some(Text::from(Cow::Borrowed(name)))
            }
            None => self.value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form() {
        for (text, number) in [
            ("0,", Some(0)),
            ("4294967295,", Some(u32::MAX)),
            ("4294967296,", None),
            ("12345678901,", None),
            ("00,", None),
            ("-1,", None),
            (",", None),
        ] {
            let mut rest = Rest(text);
            let read = rest.number().filter(|_| rest.0 == ",");
            assert_eq!(read, number, "{text}");
        }
    }

    #[test]
    fn what_the_writer_wrote_is_read_here() {
        let document = crate::Pipeline::new()
            .unwrap()
            .process("« Oui », dit \"Il\".\n")
            .unwrap();
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(read(&json).unwrap().build().unwrap(), document);
        let line = format!(
            "{{\"source\":\"a\",\"metadata\":{{\"griot\":[2]}},{}\n",
            &json[1..]
        );
        assert_eq!(read(&line).unwrap().build().unwrap(), document);
        for other in [
            json.replacen(',', ", ", 1),
            format!("{json} {{}}"),
            json.replace("word", "mot"),
        ] {
            assert!(read(&other).is_none(), "{other}");
        }
    }
}
