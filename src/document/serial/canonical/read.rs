//! Reading: no key is looked up, and of the rows of tokens, six sevenths of a document, each byte is read
//! once.

use std::borrow::Cow;

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::super::super::{FORMAT, Morph, Pos, TokenKind};
use super::super::TokenRow;
use super::super::raw::Raw;
use super::plain::plain;
use crate::text::Text;

/// Reads a document. `None` if the JSON is written in another way, or is no document: only serde says
/// what is wrong.
pub(in super::super) fn read(json: &str) -> Option<Raw<'_>> {
    let mut rest = Rest(json.trim_matches([' ', '\t', '\r', '\n']));
    rest.eat("{")?;
    // What the program `griot` says of a text.
    for key in ["\"source\":", "\"metadata\":"] {
        if rest.optional::<IgnoredAny>(key)?.is_some() {
            rest.eat(",")?;
        }
    }
    rest.eat("\"griot\":")?;
    if rest.number()? != FORMAT {
        return None;
    }
    rest.eat(",\"offsets\":\"bytes\"")?;
    let raw = Raw {
        griot: (),
        offsets: (),
        source: None,
        metadata: None,
        text: rest.optional(",\"text\":")??,
        language: rest.optional(",\"language\":")??,
        languages: rest.optional(",\"languages\":")?,
        zones: rest.optional(",\"zones\":")?,
        dateline: rest.optional(",\"dateline\":")?,
        sentences: rest.optional(",\"sentences\":")?,
        tokens: match rest.eat(",\"tokens\":[") {
            Some(()) => Some(rest.tokens()?),
            None => None,
        },
        entities: rest.optional(",\"entities\":")?,
        quotations: rest.optional(",\"quotations\":")?,
        meta: rest.optional(",\"meta\":")??,
    };
    rest.eat("}")?;
    rest.0.is_empty().then_some(raw)
}

/// What is left of the JSON. Each method returns `None` where it is written in another way.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    #[inline]
    fn eat(&mut self, start: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(start)?;
        Some(())
    }

    /// A value behind its key, if this is here.
    fn optional<T: Deserialize<'a>>(&mut self, key: &str) -> Option<Option<T>> {
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

    /// The rows behind the bracket that opens their list.
    fn tokens(&mut self) -> Option<Vec<TokenRow<Text<'a>>>> {
        let mut rows = Vec::new();
        if self.eat("]").is_some() {
            return Some(rows);
        }
        let mut morphs = HashMap::new();
        loop {
            rows.push(self.token(&mut morphs)?);
            if self.eat(",").is_none() {
                self.eat("]")?;
                return Some(rows);
            }
        }
    }

    fn token(&mut self, morphs: &mut HashMap<&'a str, Morph>) -> Option<TokenRow<Text<'a>>> {
        self.eat("{\"start\":")?;
        let start = self.number()?;
        self.eat(",\"end\":")?;
        let end = self.number()?;
        self.eat(",\"kind\":\"")?;
        let row = TokenRow {
            start,
            end,
            kind: TokenKind::named(self.name()?)?,
            norm: self.string(",\"norm\":")?,
            stem: self.string(",\"stem\":")?,
            lemma: self.string(",\"lemma\":")?,
            pos: match self.eat(",\"pos\":\"") {
                Some(()) => Some(Pos::named(self.name()?)?),
                None => None,
            },
            guessed: self.eat(",\"guessed\":true").is_some(),
            morph: match self.eat(",\"morph\":\"") {
                Some(()) => match morphs.entry(self.name()?) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(new) => {
                        let morph = new.key().parse().ok()?;
                        *new.insert(morph)
                    }
                },
                None => Morph::NONE,
            },
            stop: match self.eat(",\"stop\":") {
                Some(()) => Some(u8::try_from(self.number()?).ok()?),
                None => None,
            },
        };
        self.eat("}")?;
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
    fn string(&mut self, key: &str) -> Option<Option<Text<'a>>> {
        match self.eat(key) {
            Some(()) => self.text().map(Some),
            None => Some(None),
        }
    }

    fn text(&mut self) -> Option<Text<'a>> {
        let mut plain = Rest(self.0);
        plain.eat("\"")?;
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
