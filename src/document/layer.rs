//! The table of layers. For each layer it states the name, the layers that it needs, the columns
//! that store it, and its place in JSON and CoNLL-U.
//!
//! To add a layer, begin here. The compiler and the tests then lead to all other places;
//! CONTRIBUTING.md lists them.

use super::layer_set::LayerSet;
use super::layers::Layers;
use super::vocabulary::vocabulary;

/// One row of the table of layers.
pub(crate) struct LayerInfo {
    /// The layers that must be made for this one to be made.
    pub(crate) needs: LayerSet,
    /// For which languages the layer can be made.
    pub(crate) languages: Languages,
    /// Its place in JSON.
    pub(crate) json: Json,
    /// Its place in CoNLL-U.
    pub(crate) conllu: Conllu,
    /// The lengths of the columns of [`Layers`] that it fills.
    pub(crate) columns: fn(&Layers) -> Vec<Column>,
}

/// For which languages the layer can be made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Languages {
    /// For all languages, and for texts whose language is not known.
    All,
    /// Only for languages that have the lists or models that the layer needs.
    Some,
}

/// The place of a layer in JSON.
#[derive(Clone, Copy)]
pub(crate) enum Json {
    /// A list under this key of the document.
    Rows(&'static str),
    /// This key of every token.
    Token(&'static str),
}

impl Json {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Rows(key) | Self::Token(key) => key,
        }
    }
}

/// The place of a layer in CoNLL-U.
#[derive(Clone, Copy)]
pub(crate) enum Conllu {
    /// CoNLL-U does not show it.
    Absent,
    /// One block for each row.
    Block,
    /// One line for each row.
    Line,
    /// A column of its own.
    Column,
    /// This key in the column MISC.
    Misc(&'static str),
}

/// How many rows a column has (`length`), and how many it must have if its layer was made (`due`).
/// If the layer was not made, the column must be empty.
pub(crate) struct Column {
    pub(crate) length: usize,
    pub(crate) due: usize,
}

/// A column that must have `due` rows, as many as another column.
fn column(length: usize, due: usize) -> Column {
    Column { length, due }
}

/// A column that may have any number of rows.
fn rows(length: usize) -> Column {
    Column {
        length,
        due: length,
    }
}

macro_rules! layers {
    ($($(#[$doc:meta])* $layer:ident = $name:literal {
        needs: [$($need:ident),*],
        languages: $languages:ident,
        json: $json:ident($key:literal),
        conllu: $conllu:expr,
        columns: |$it:ident| $columns:expr,
    })+) => {
        vocabulary! {
            /// One layer of annotation.
            Layer { $($(#[$doc])* $layer = $name,)+ }
        }

        impl Layer {
            /// The row of the table for this layer.
            pub(crate) const fn info(self) -> LayerInfo {
                match self {
                    $(Self::$layer => LayerInfo {
                        needs: LayerSet::NONE$(.with(Self::$need))*,
                        languages: Languages::$languages,
                        json: Json::$json($key),
                        conllu: $conllu,
                        columns: |$it| $columns,
                    },)+
                }
            }
        }
    };
}

layers! {
    /// The spans that are in one language each.
    Language = "language" {
        needs: [],
        languages: All,
        json: Rows("languages"),
        conllu: Conllu::Misc("Lang"),
        columns: |it| vec![rows(it.languages.0.len())],
    }
    /// The zones of the text: title, body, source line and so on.
    Zones = "zones" {
        needs: [],
        languages: All,
        json: Rows("zones"),
        conllu: Conllu::Absent,
        columns: |it| vec![rows(it.zones.0.len())],
    }
    /// The sentences.
    Sentences = "sentences" {
        needs: [Tokens],
        languages: All,
        json: Rows("sentences"),
        conllu: Conllu::Block,
        columns: |it| vec![
            rows(it.sentences.end.len()),
            column(it.sentences.reason.len(), it.sentences.end.len()),
            column(it.sentences.score.len(), it.sentences.end.len()),
        ],
    }
    /// The tokens: words, numbers, punctuation and the other [kinds](super::TokenKind).
    Tokens = "tokens" {
        needs: [],
        languages: All,
        json: Rows("tokens"),
        conllu: Conllu::Line,
        columns: |it| vec![
            rows(it.tokens.start.len()),
            column(it.tokens.end.len(), it.tokens.start.len()),
            column(it.tokens.kind.len(), it.tokens.start.len()),
        ],
    }
    /// Normal forms of the tokens.
    Norms = "norms" {
        needs: [Tokens],
        languages: All,
        json: Token("norm"),
        conllu: Conllu::Misc("Norm"),
        columns: |it| vec![
            column(it.tokens.type_id.len(), it.tokens.len()),
            rows(it.types.norms.len()),
            column(it.types.shape.len(), it.types.norms.len()),
        ],
    }
    /// How dispensable each word is.
    Stops = "stops" {
        needs: [Tokens, Norms],
        languages: Some,
        json: Token("stop"),
        conllu: Conllu::Absent,
        columns: |it| vec![column(it.types.stop.len(), it.types.norms.len())],
    }
    /// Snowball stems.
    Stems = "stems" {
        needs: [Tokens, Norms],
        languages: Some,
        json: Token("stem"),
        conllu: Conllu::Misc("Stem"),
        columns: |it| vec![column(it.types.stems.len(), it.types.norms.len())],
    }
    /// Lemmas: the dictionary forms of the tokens.
    Lemmas = "lemmas" {
        needs: [Tokens, Norms, Sentences, Pos],
        languages: Some,
        json: Token("lemma"),
        conllu: Conllu::Column,
        columns: |it| vec![
            column(it.tokens.lemma.len(), it.tokens.len()),
            column(it.tokens.guess.len(), it.tokens.len()),
        ],
    }
    /// Parts of speech.
    Pos = "pos" {
        needs: [Tokens, Norms, Sentences],
        languages: Some,
        json: Token("pos"),
        conllu: Conllu::Column,
        columns: |it| vec![column(it.tokens.pos.len(), it.tokens.len())],
    }
    /// Morphological features: gender, number, person, tense, mood and others.
    Morph = "morph" {
        needs: [Tokens, Norms, Sentences, Pos],
        languages: Some,
        json: Token("morph"),
        conllu: Conllu::Column,
        columns: |it| vec![column(it.tokens.morph.len(), it.tokens.len())],
    }
    /// Entities: names, dates and quantities.
    Entities = "entities" {
        needs: [Tokens, Norms, Sentences],
        languages: Some,
        json: Rows("entities"),
        conllu: Conllu::Misc("NER"),
        columns: |it| vec![rows(it.entities.len())],
    }
    /// Quotations and their speakers.
    Quotations = "quotations" {
        needs: [Tokens, Norms, Sentences, Entities],
        languages: Some,
        json: Rows("quotations"),
        conllu: Conllu::Misc("Quotation"),
        columns: |it| vec![rows(it.quotations.len())],
    }
}

impl Layer {
    /// Returns true if the layer needs lists or models that only some languages have. Such a layer
    /// may be in [`DocumentRef::missing`](super::DocumentRef::missing).
    ///
    /// ```
    /// use griot::{Language, Layer, Pipeline};
    ///
    /// let pipeline = Pipeline::builder().language(Language::UNDETERMINED).build()?;
    /// let document = pipeline.process("12 000 + 5")?;
    /// assert!(document.view().missing().iter().all(Layer::depends_on_language));
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn depends_on_language(self) -> bool {
        self.info().languages == Languages::Some
    }

    pub(crate) fn names() -> String {
        let names: Vec<_> = Self::ALL.iter().map(|layer| layer.as_str()).collect();
        names.join(", ")
    }
}

impl std::str::FromStr for Layer {
    type Err = crate::Error;

    fn from_str(name: &str) -> Result<Self, crate::Error> {
        let wrong = || {
            crate::error::Kind::Layer {
                name: name.to_owned(),
                layers: Self::names(),
            }
            .into()
        };
        Self::named(name).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{Document, Language, Pipeline};

    #[test]
    fn names_come_back() {
        for layer in Layer::ALL {
            assert_eq!(layer.as_str().parse::<Layer>().unwrap(), *layer);
        }
        let message = "stem".parse::<Layer>().unwrap_err().to_string();
        assert!(
            message.contains("\"stem\"") && message.contains("stems, lemmas"),
            "{message}"
        );
    }

    fn pipeline(layers: LayerSet) -> Pipeline {
        let languages = [Language::FRENCH, Language::ENGLISH];
        let builder = Pipeline::builder().languages(languages).layers(layers);
        let mixed = layers.contains(Layer::Language);
        builder.mixed_languages(mixed).build().unwrap()
    }

    fn document(layers: LayerSet, apostrophe: &str) -> Document {
        let text = "Niamey, 3 décembre 2023.\nL’accord avec M. Modi a été signé aujourd’hui. \
                    « Il est bon », a dit le ministre.\nThe minister doesn’t want to say anything to the reporters.";
        let text = text.replace('’', apostrophe);
        pipeline(layers).process(text).unwrap()
    }

    /// Returns true if all columns of a layer have rows, and false if none has. `None` if only some
    /// have.
    fn filled(document: &Document, layer: Layer) -> Option<bool> {
        let columns = (layer.info().columns)(document.view().layers());
        assert!(!columns.is_empty(), "{layer} has no column");
        let filled = columns.iter().filter(|column| column.length > 0).count();
        let due = columns.iter().all(|column| column.length == column.due);
        match filled {
            0 => Some(false),
            all if all == columns.len() && due => Some(true),
            _ => None,
        }
    }

    /// Returns true if the key of a layer is in JSON.
    fn written(form: &Value, layer: Layer) -> bool {
        match layer.info().json {
            Json::Rows(key) => form[key].as_array().is_some_and(|rows| !rows.is_empty()),
            Json::Token(key) => {
                let tokens = form["tokens"].as_array();
                tokens.is_some_and(|tokens| tokens.iter().any(|token| !token[key].is_null()))
            }
        }
    }

    /// A layer that is present has its columns, is in JSON and CoNLL-U, and is read back from JSON.
    /// A layer that was not requested has none of these.
    #[test]
    fn every_layer_is_filled_written_and_read() {
        // The text is French: without its rules some layers of it are empty.
        if cfg!(not(feature = "fr")) {
            return;
        }
        for apostrophe in ["’", "'"] {
            let full = document(LayerSet::ALL, apostrophe);
            let view = full.view();
            if cfg!(all(
                feature = "fr-lexicon",
                feature = "entities",
                feature = "snowball3"
            )) {
                assert_eq!(view.present(), LayerSet::ALL);
            }
            let form = serde_json::to_value(&full).unwrap();
            let back: Document = serde_json::from_value(form.clone()).unwrap();
            assert_eq!(Document::from_bytes(&full.to_bytes()).unwrap(), full);
            assert_eq!(back.view().present(), view.present());
            assert_eq!(serde_json::to_value(&back).unwrap(), form);
            for layer in view.present().iter() {
                assert_eq!(filled(&full, layer), Some(true), "{layer}");
                assert_eq!(filled(&back, layer), Some(true), "{layer}, read");
                assert!(written(&form, layer), "{layer}");
                let stands = |other: &Layer| !LayerSet::from([*other]).closed().contains(layer);
                let without: LayerSet = LayerSet::ALL.iter().filter(stands).collect();
                let less = document(without, apostrophe);
                assert_eq!(filled(&less, layer), Some(false), "{layer}");
                let form = serde_json::to_value(&less).unwrap();
                assert!(!written(&form, layer), "{layer}");
                let absent = matches!(layer.info().conllu, Conllu::Absent);
                let conllu = |document: &Document| document.view().conllu().to_string();
                let only = document(less.view().present().with(layer).closed(), apostrophe);
                assert_eq!(conllu(&only) == conllu(&less), absent, "{layer}");
                if let Conllu::Misc(key) = layer.info().conllu {
                    let there = |document| conllu(document).contains(&format!("{key}="));
                    assert_eq!((there(&full), there(&less)), (true, false), "{layer}");
                }
            }
        }
    }

    /// The table and the pipeline agree on the layers that depend on the language.
    #[test]
    fn a_language_without_rules_has_the_layers_of_all_languages() {
        let builder = Pipeline::builder().language(Language::UNDETERMINED);
        let document = builder.build().unwrap().process("12 000 + 5").unwrap();
        let depends: LayerSet = Layer::ALL
            .iter()
            .copied()
            .filter(|it| it.depends_on_language())
            .collect();
        assert_eq!(document.view().missing(), depends);
    }

    /// Reading JSON always makes columns of the right length, so this test changes a column
    /// directly.
    #[test]
    fn a_column_with_too_few_rows_is_found() {
        let (text, mut layers) = document(LayerSet::ALL, "’").into_parts();
        assert!(super::super::check::check(&text, &layers).is_ok());
        layers.types.shape.clear();
        let error = super::super::check::check(&text, &layers).unwrap_err();
        assert!(error.to_string().contains("layer norms: 0 rows"), "{error}");
    }
}
