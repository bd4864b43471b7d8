//! The module for browsers: bindings only, no logic. Offsets count UTF-16 code units, as JavaScript does.

use crate::mention::KINDS;
use crate::options::Options;
use crate::text::offsets::OffsetUnit;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// Options as JavaScript passes them: every one may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct WebOptions {
    published: Option<String>,
    language: Option<String>,
    explain: bool,
}

/// Runs when the module is loaded: a panic, should there ever be one, is shown on the console with its place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Analyses an article: `analyse(text, {published?, language?, explain?})` returns the Analysis as an object.
///
/// # Errors
/// Throws an `Error` that names the option when one is wrong.
#[wasm_bindgen]
pub fn analyse(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    let analysis = crate::analyse(text, &read(options)?);
    to_object(&analysis)
}

/// The same Analysis as JSON text: the bytes that the command line prints with `--offsets utf16`.
///
/// # Errors
/// Throws an `Error` that names the option when one is wrong.
#[wasm_bindgen]
pub fn analyse_json(text: &str, options: JsValue) -> Result<String, JsError> {
    let analysis = crate::analyse(text, &read(options)?);
    serde_json::to_string(&analysis).map_err(JsError::from)
}

/// The dates alone, as JSON text: what the Analysis lists under `dates`, found in a fraction of its time.
///
/// # Errors
/// Throws an `Error` that names the option when one is wrong.
#[wasm_bindgen]
pub fn dates_json(text: &str, options: JsValue) -> Result<String, JsError> {
    serde_json::to_string(&crate::dates(text, &read(options)?)).map_err(JsError::from)
}

/// The version of khabar.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// One row of the legend.
#[derive(Serialize)]
struct LegendRow {
    id: &'static str,
    ar: &'static str,
    en: &'static str,
    colour: &'static str,
}

/// The types of mentions with labels and colours, for legends.
///
/// # Errors
/// Never in practice: the table is plain.
#[wasm_bindgen]
pub fn mention_kinds() -> Result<JsValue, JsError> {
    let rows: Vec<LegendRow> = KINDS.iter().map(|row| LegendRow { id: row.id, ar: row.ar, en: row.en, colour: row.colour }).collect();
    to_object(&rows)
}

/// A text read from a file, with the encoding it was in.
#[derive(Serialize)]
struct DecodedFile {
    text: String,
    encoding: &'static str,
}

/// Reads the bytes of a text file: UTF-8, UTF-16 with a byte-order mark, or else windows-1256, the old encoding of Arabic.
/// Returns `{text, encoding}`.
///
/// # Errors
/// Throws an `Error` when the bytes are no text in any of them.
#[wasm_bindgen]
pub fn decode_file(bytes: &[u8]) -> Result<JsValue, JsError> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ if bytes.iter().take(8192).any(|&byte| byte == 0) => return Err(JsError::new("the file is not a text file")),
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "windows-1256",
    };
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let failed = |_| JsError::new(&format!("the file is not text in {encoding}"));
    let decoder = web_sys::TextDecoder::new_with_label_and_options(encoding, &options).map_err(failed)?;
    let text = decoder.decode_with_u8_array(bytes).map_err(failed)?;
    to_object(&DecodedFile { text, encoding })
}

fn read(options: JsValue) -> Result<Options, JsError> {
    let given: WebOptions =
        if options.is_undefined() || options.is_null() { WebOptions::default() } else { serde_wasm_bindgen::from_value(options)? };
    let mut options = Options { offsets: OffsetUnit::Utf16, ..Options::default() }.explain(given.explain);
    if let Some(date) = given.published.filter(|date| !date.is_empty()) {
        options = options.published(&date)?;
    }
    if let Some(code) = given.language.filter(|code| !code.is_empty()) {
        options = options.language(&code)?;
    }
    Ok(options)
}

fn to_object(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
