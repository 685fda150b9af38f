//! The JavaScript API of griot. `work.rs` does the work on Rust's types and says what it does; this file
//! converts between them and those of JavaScript.

pub mod work;

use std::fmt::Display;

use js_sys::{JSON, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Annotates texts with the same options, one after the other.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pipeline(work::Pipeline);

#[wasm_bindgen]
impl Pipeline {
    /// Builds a pipeline. `models` are the contents of model files, such as those of other languages.
    ///
    /// @throws if an option is wrong or a model is not valid.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Uint8Array[]")] models: Option<
            Vec<Uint8Array>,
        >,
    ) -> Result<Self, JsError> {
        let models = models.unwrap_or_default();
        let models = models.iter().map(Uint8Array::to_vec).collect();
        let pipeline = work::Pipeline::new(&json_of(&options)?, models);
        Ok(Self(pipeline.map_err(refused)?))
    }

    /// Annotates a text. `date` is its day, `YYYY-MM-DD`, against which relative dates are resolved.
    ///
    /// @throws if the date is wrong.
    #[wasm_bindgen(unchecked_return_type = "GriotDocument")]
    pub fn annotate(&mut self, text: &str, date: Option<String>) -> Result<JsValue, JsError> {
        let json = self.0.annotate(text, date.as_deref()).map_err(refused)?;
        JSON::parse(&json).map_err(thrown)
    }
}

/// Annotates a text. The pipeline of the last options is kept for the next call.
///
/// @throws if an option is wrong.
#[wasm_bindgen(unchecked_return_type = "GriotDocument")]
pub fn annotate(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsError> {
    let json = work::annotate(text, json_of(&options)?).map_err(refused)?;
    JSON::parse(&json).map_err(thrown)
}

/// The language of a text.
#[wasm_bindgen(unchecked_return_type = "Detection")]
pub fn detect(text: &str) -> Result<JsValue, JsError> {
    let json = work::detect(text).map_err(refused)?;
    JSON::parse(&json).map_err(thrown)
}

/// The texts of the tokens of a text. The language is detected if it is not given.
///
/// @throws if there is no such language.
#[wasm_bindgen]
pub fn words(text: &str, language: Option<String>) -> Result<Vec<String>, JsError> {
    work::words(text, language.as_deref()).map_err(refused)
}

/// The sentences of a text. The language is detected if it is not given.
///
/// @throws if there is no such language.
#[wasm_bindgen]
pub fn sentences(text: &str, language: Option<String>) -> Result<Vec<String>, JsError> {
    work::sentences(text, language.as_deref()).map_err(refused)
}

/// The Snowball stem of a word.
///
/// @throws if there are no stems for the language.
#[wasm_bindgen]
pub fn stem(word: &str, language: &str) -> Result<String, JsError> {
    work::stem(word, language).map_err(refused)
}

/// An object of options as JSON, or no options.
fn json_of(options: &JsValue) -> Result<String, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok("{}".to_owned());
    }
    Ok(JSON::stringify(options).map_err(thrown)?.into())
}

fn refused(problem: impl Display) -> JsError {
    JsError::new(&problem.to_string())
}

/// What a function of JavaScript threw.
fn thrown(problem: JsValue) -> JsError {
    let message = problem.dyn_ref::<js_sys::Error>().map(|it| it.message());
    JsError::new(&message.map_or_else(|| format!("{problem:?}"), String::from))
}
