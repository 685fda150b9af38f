//! Patterns from JSON, in the form of spaCy.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::condition::{Flag, OneOf};
use super::patterns::{Pattern, Patterns};
use super::token_pattern::{TokenPattern, not, token};
use crate::document::{Morph, Pos, Shape, Stop, TokenKind};
use crate::error::{Error, Kind};

/// The keys of a token, as messages list them.
const KEYS: &str = "TEXT, ORTH, LOWER, NORM, LEMMA, STEM, POS, MORPH, KIND, STOP, SHAPE, ENT_TYPE, \
                    LENGTH, IS_PUNCT, IS_STOP, IS_TITLE, IS_UPPER, IS_LOWER, LIKE_NUM, LIKE_URL, \
                    LIKE_EMAIL and OP";

/// A value of JSON.
#[derive(Debug)]
enum Value {
    Flag(bool),
    Number(usize),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
    /// What stands in no pattern: `null`, fractions, numbers below zero.
    Other,
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        patterns(value).map_err(serde::de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of patterns by name")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Flag(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(usize::try_from(value).map_or(Value::Other, Value::Number))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(usize::try_from(value).map_or(Value::Other, Value::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}

/// The place that messages name.
#[derive(Clone, Copy)]
struct Place<'a> {
    name: &'a str,
    /// The number of the token, from 1.
    token: Option<usize>,
}

impl Place<'_> {
    fn wrong(self, problem: impl Into<String>) -> Error {
        Kind::TokenPattern {
            name: self.name.to_owned(),
            token: self.token,
            problem: problem.into(),
        }
        .into()
    }
}

fn patterns(value: Value) -> Result<Patterns, Error> {
    let mut patterns = Patterns::new();
    let Value::Map(named) = value else {
        let top = Place {
            name: "",
            token: None,
        };
        return Err(
            top.wrong("the patterns are not an object: write {\"name\": [{\"LOWER\": \"word\"}]}")
        );
    };
    for (name, value) in named {
        let place = Place {
            name: &name,
            token: None,
        };
        let Value::List(items) = value else {
            return Err(place.wrong("it is not a list of tokens: write [{\"LOWER\": \"word\"}]"));
        };
        let several = matches!(items.first(), Some(Value::List(_)));
        let variants = if several {
            items
        } else {
            vec![Value::List(items)]
        };
        for variant in variants {
            let Value::List(tokens) = variant else {
                return Err(place.wrong("one of its variants is not a list: write all as lists"));
            };
            let tokens = tokens.into_iter().enumerate().map(|(index, value)| {
                let token = Some(index + 1);
                read_token(value, Place { token, ..place })
            });
            patterns.0.push(Pattern {
                name: name.clone(),
                tokens: tokens.collect::<Result<_, _>>()?,
            });
        }
    }
    Ok(patterns)
}

fn read_token(value: Value, place: Place<'_>) -> Result<TokenPattern, Error> {
    let Value::Map(entries) = value else {
        return Err(
            place.wrong("it is not an object: write {\"LOWER\": \"word\"}, or {} for any token")
        );
    };
    let mut pattern = token();
    for (key, value) in entries {
        let entry = Entry { key: &key, place };
        pattern = entry.add(pattern, value)?;
    }
    Ok(pattern)
}

/// A key of a token.
#[derive(Clone, Copy)]
struct Entry<'a> {
    key: &'a str,
    place: Place<'a>,
}

impl Entry<'_> {
    fn add(self, pattern: TokenPattern, value: Value) -> Result<TokenPattern, Error> {
        let key = self.key.to_ascii_uppercase();
        Ok(match key.as_str() {
            "TEXT" | "ORTH" => pattern.text(self.texts(value)?),
            "LOWER" | "NORM" => pattern.norm(self.texts(value)?),
            "LEMMA" => pattern.lemma(self.texts(value)?),
            "STEM" => pattern.stem(self.texts(value)?),
            "POS" => pattern.pos(self.named(value, Pos::ALL, Pos::as_str)?),
            "MORPH" => pattern.morph(self.morphs(value)?),
            "KIND" => pattern.kind(self.named(value, TokenKind::ALL, TokenKind::as_str)?),
            "STOP" => pattern.stop(self.named(value, Stop::ALL, Stop::as_str)?),
            "SHAPE" => pattern.shape(self.values(value, |text| {
                let problem =
                    || self.wrong(&format!("{text:?} is no shape: write one such as Xxxxx"));
                Shape::named(text).ok_or_else(problem)
            })?),
            "ENT_TYPE" => pattern.label(self.values(value, |text| {
                text.parse()
                    .map_err(|error: Error| self.wrong(&error.to_string()))
            })?),
            "LENGTH" => self.length(pattern, value)?,
            "IS_PUNCT" => self.is_kind(pattern, value, TokenKind::Punctuation)?,
            "LIKE_NUM" => self.is_kind(pattern, value, TokenKind::Number)?,
            "LIKE_URL" => self.is_kind(pattern, value, TokenKind::Url)?,
            "LIKE_EMAIL" => self.is_kind(pattern, value, TokenKind::Email)?,
            "IS_STOP" => {
                let tier: OneOf<Stop> = Stop::No.into();
                let is = self.flag(&value)?;
                pattern.stop(if is { not(tier) } else { tier })
            }
            "IS_TITLE" => pattern.with_flag(Flag::Capitalised, self.flag(&value)?),
            "IS_UPPER" => pattern.with_flag(Flag::Upper, self.flag(&value)?),
            "IS_LOWER" => pattern.with_flag(Flag::Lower, self.flag(&value)?),
            "OP" => self.repeat(pattern, &value)?,
            _ => {
                let problem = format!("unknown key {:?}: the keys are {KEYS}", self.key);
                return Err(self.place.wrong(problem));
            }
        })
    }

    fn wrong(self, problem: &str) -> Error {
        self.place.wrong(format!("key {:?}: {problem}", self.key))
    }

    /// A text, or `IN` or `NOT_IN` with several.
    fn values<T>(
        self,
        value: Value,
        read: impl Fn(&str) -> Result<T, Error>,
    ) -> Result<OneOf<T>, Error> {
        let expected = "write a text, {\"IN\": [..]} or {\"NOT_IN\": [..]}";
        let one = |value| match value {
            Value::Text(text) => read(&text),
            _ => Err(self.wrong(&format!("a value is no text: {expected}"))),
        };
        let Value::Map(mut entries) = value else {
            return Ok(one(value)?.into());
        };
        let (Some((set, Value::List(items))), true) = (entries.pop(), entries.is_empty()) else {
            return Err(self.wrong(&format!("it has no list: {expected}")));
        };
        let items = items.into_iter().map(one).collect::<Result<Vec<_>, _>>()?;
        match set.to_ascii_uppercase().as_str() {
            "IN" => Ok(items.into()),
            "NOT_IN" => Ok(not(items)),
            _ => Err(self.wrong(&format!("unknown predicate {set:?}: {expected}"))),
        }
    }

    /// Features, or those of `IS_SUPERSET`, a list of which a token must have all.
    fn morphs(self, value: Value) -> Result<OneOf<Morph>, Error> {
        let read = |text: &str| {
            let morph = text.parse::<Morph>();
            morph.map_err(|error: Error| self.wrong(&error.to_string()))
        };
        match value {
            Value::Map(entries) => match entries.as_slice() {
                [(key, Value::List(items))] if key.eq_ignore_ascii_case("IS_SUPERSET") => {
                    let texts = items.iter().map(|item| match item {
                        Value::Text(text) => Ok(text.as_str()),
                        _ => Err(self.wrong("a feature is no text: write \"Number=Plur\"")),
                    });
                    let texts = texts.collect::<Result<Vec<_>, _>>()?;
                    Ok(read(&texts.join("|"))?.into())
                }
                _ => self.values(Value::Map(entries), read),
            },
            value => self.values(value, read),
        }
    }

    fn texts(self, value: Value) -> Result<OneOf<String>, Error> {
        self.values(value, |text| Ok(text.to_owned()))
    }

    fn named<T: Copy>(
        self,
        value: Value,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<OneOf<T>, Error> {
        self.values(value, |text| {
            let found = all.iter().find(|it| name(**it) == text);
            found.copied().ok_or_else(|| {
                let names: Vec<_> = all.iter().map(|it| name(*it)).collect();
                let names = names.join(", ");
                self.wrong(&format!("unknown value {text:?}: the values are {names}"))
            })
        })
    }

    fn flag(self, value: &Value) -> Result<bool, Error> {
        match value {
            Value::Flag(flag) => Ok(*flag),
            _ => Err(self.wrong("the value is neither true nor false: write one of them")),
        }
    }

    fn is_kind(
        self,
        pattern: TokenPattern,
        value: Value,
        kind: TokenKind,
    ) -> Result<TokenPattern, Error> {
        let kind: OneOf<TokenKind> = kind.into();
        let is = self.flag(&value)?;
        Ok(pattern.kind(if is { kind } else { not(kind) }))
    }

    /// A number, or bounds by their signs.
    fn length(self, pattern: TokenPattern, value: Value) -> Result<TokenPattern, Error> {
        let problem = "write a number, or bounds such as {\">=\": 3, \"<\": 8}";
        let bounds = match value {
            Value::Number(_) => vec![("==".to_owned(), value)],
            Value::Map(bounds) if !bounds.is_empty() => bounds,
            _ => return Err(self.wrong(&format!("the value is no length: {problem}"))),
        };
        let mut pattern = pattern;
        for (sign, value) in bounds {
            let Value::Number(number) = value else {
                return Err(self.wrong(&format!("a bound is no whole number: {problem}")));
            };
            pattern = match sign.as_str() {
                "==" => pattern.length(number..=number),
                ">=" => pattern.length(number..),
                "<=" => pattern.length(..=number),
                ">" => pattern.length(number.saturating_add(1)..),
                "<" => pattern.length(..number),
                _ => return Err(self.wrong(&format!("unknown bound {sign:?}: {problem}"))),
            };
        }
        Ok(pattern)
    }

    fn repeat(self, pattern: TokenPattern, value: &Value) -> Result<TokenPattern, Error> {
        let unknown = || {
            let written = match value {
                Value::Text(text) => format!("unknown operator {text:?}"),
                _ => "the operator is no text".to_owned(),
            };
            self.wrong(&format!(
                "{written}: write !, ?, *, +, {{2}}, {{2,4}}, {{2,}} or {{,4}}"
            ))
        };
        let Value::Text(text) = value else {
            return Err(unknown());
        };
        Ok(match text.as_str() {
            "1" => pattern,
            "!" => pattern.negated(),
            "?" => pattern.optional(),
            "*" => pattern.zero_or_more(),
            "+" => pattern.one_or_more(),
            _ => {
                let inside = text.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
                let number = |text: &str| text.trim().parse::<usize>().map_err(|_| unknown());
                match inside.ok_or_else(unknown)?.split_once(',') {
                    None => {
                        let times = number(inside.unwrap_or_default())?;
                        pattern.repeat(times..=times)
                    }
                    Some((least, "")) => pattern.repeat(number(least)?..),
                    Some(("", most)) => pattern.repeat(..=number(most)?),
                    Some((least, most)) => pattern.repeat(number(least)?..=number(most)?),
                }
            }
        })
    }
}
