//! Writing: what serde_json would write, byte for byte.

use hashbrown::HashMap;
use serde::Serialize;
use serde::ser::SerializeStruct;

use super::super::super::{Document, DocumentRef, Layer, Morph};
use super::super::TokenRow;
use super::super::write::{Json, Writer};
use super::plain::plain;

/// About how many bytes of a document of every layer stand for each token.
const TOKEN: usize = 160;

impl Document {
    /// The document as JSON: the bytes that serde_json writes, in half the time.
    /// [`from_json`](Self::from_json) reads it.
    ///
    /// ```
    /// let document = griot::Pipeline::new()?.process("Bamako a réagi.")?;
    /// let json = document.to_json();
    /// assert_eq!(json, serde_json::to_string(&document)?);
    /// assert_eq!(griot::Document::from_json(&json)?, document);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_json(&self) -> String {
        self.view().to_json()
    }
}

impl DocumentRef<'_> {
    /// The document as JSON: the bytes that serde_json writes, in half the time.
    pub fn to_json(self) -> String {
        self.json().into_string()
    }
}

impl Json<'_> {
    /// The JSON: the bytes that serde_json writes, in half the time.
    pub fn into_string(self) -> String {
        let writer = Writer::new(self, true);
        let mut fields = Fields {
            json: String::with_capacity(TOKEN * self.document.tokens().len()),
        };
        let document = self.document;
        let written = writer.fields(&mut fields, |fields| {
            fields.key(Layer::Tokens.info().json.key())?;
            let mut rows = Rows {
                json: &mut fields.json,
                morphs: HashMap::new(),
            };
            rows.write(document.tokens().map(|token| writer.token(token)));
            Ok(())
        });
        // Nothing of a document can fail to be written into memory.
        written.and_then(|()| fields.end()).unwrap_or_default()
    }
}

/// The fields of an object, with values by serde_json.
struct Fields {
    json: String,
}

impl Fields {
    fn key(&mut self, key: &str) -> Result<(), serde_json::Error> {
        self.json.push_str(match self.json.as_str() {
            "" => "{",
            _ => ",",
        });
        self.value(key)?;
        self.json.push(':');
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), serde_json::Error> {
        self.json += &serde_json::to_string(value)?;
        Ok(())
    }
}

impl SerializeStruct for Fields {
    type Ok = String;
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Self::Error> {
        self.key(key)?;
        self.value(value)
    }

    fn end(mut self) -> Result<String, Self::Error> {
        self.json.push('}');
        Ok(self.json)
    }
}

/// Writes the rows of tokens.
struct Rows<'a> {
    json: &'a mut String,
    morphs: HashMap<Morph, String>,
}

impl Rows<'_> {
    fn write<'a>(&mut self, rows: impl Iterator<Item = TokenRow<&'a str>>) {
        self.json.push('[');
        for (index, row) in rows.enumerate() {
            if index > 0 {
                self.json.push(',');
            }
            self.row(&row);
        }
        self.json.push(']');
    }

    fn row(&mut self, row: &TokenRow<&str>) {
        let TokenRow {
            start,
            end,
            kind,
            norm,
            stem,
            lemma,
            pos,
            guessed,
            morph,
            stop,
        } = row;
        self.put("{\"start\":");
        self.number(*start);
        self.put(",\"end\":");
        self.number(*end);
        self.name(",\"kind\":\"", kind.as_str());
        self.string(",\"norm\":", *norm);
        self.string(",\"stem\":", *stem);
        self.string(",\"lemma\":", *lemma);
        if let Some(pos) = pos {
            self.name(",\"pos\":\"", pos.as_str());
        }
        if *guessed {
            self.put(",\"guessed\":true");
        }
        if !morph.is_empty() {
            let features = self.morphs.entry(*morph);
            let features = features.or_insert_with(|| format!(",\"morph\":\"{morph}\""));
            *self.json += features;
        }
        if let Some(stop) = stop {
            self.put(",\"stop\":");
            self.number((*stop).into());
        }
        self.put("}");
    }

    fn put(&mut self, text: &str) {
        self.json.push_str(text);
    }

    /// A name behind its key and the mark that opens it. Names need no escapes.
    fn name(&mut self, key: &str, name: &str) {
        self.put(key);
        self.put(name);
        self.put("\"");
    }

    fn number(&mut self, number: u32) {
        let mut power = 1;
        while number / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            self.json
                .push(char::from(b'0' + (number / power % 10) as u8));
            power /= 10;
        }
    }

    fn string(&mut self, key: &str, string: Option<&str>) {
        let Some(string) = string else {
            return;
        };
        self.put(key);
        if plain(string.as_bytes()) == string.len() {
            self.name("\"", string);
        } else {
            // Nothing can fail here.
            *self.json += &serde_json::to_string(string).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_all_their_digits() {
        let powers = (0..10).map(|power| 10u32.pow(power));
        for number in powers.flat_map(|it| [it - 1, it]).chain([u32::MAX]) {
            let mut json = String::new();
            let mut rows = Rows {
                json: &mut json,
                morphs: HashMap::new(),
            };
            rows.number(number);
            assert_eq!(json, number.to_string());
        }
    }
}
