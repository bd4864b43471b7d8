//! The module for browsers: bindings only, no logic. Offsets count UTF-16 code units, as JavaScript does.

#[cfg(feature = "stages")]
mod stages;

use crate::export::labels::Labels;
use crate::export::{self, FORMATS};
use crate::fact::FACTS;
use crate::mention::KINDS;
use crate::options::Options;
use crate::report::Analysis;
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
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyse(text: &str, #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue) -> Result<JsValue, JsError> {
    let analysis = crate::analyse(text, &read(options)?);
    to_object(&analysis)
}

/// The same Analysis as JSON text: the bytes that the command line prints with `--offsets utf16`.
///
/// # Errors
/// Throws an `Error` that names the option when one is wrong.
#[wasm_bindgen]
pub fn analyse_json(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue,
) -> Result<String, JsError> {
    crate::analyse(text, &read(options)?).to_json().map_err(JsError::from)
}

/// The dates alone, as JSON text: what the Analysis lists under `dates`, found in a fraction of its time.
///
/// # Errors
/// Throws an `Error` that names the option when one is wrong.
#[wasm_bindgen]
pub fn dates_json(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue,
) -> Result<String, JsError> {
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
#[wasm_bindgen(unchecked_return_type = "MentionKind[]")]
pub fn mention_kinds() -> Result<JsValue, JsError> {
    let rows: Vec<LegendRow> = KINDS.iter().map(|row| LegendRow { id: row.id, ar: row.ar, en: row.en, colour: row.colour }).collect();
    to_object(&rows)
}

/// A kind of fact with its labels.
#[derive(Serialize)]
struct FactKindRow {
    id: &'static str,
    ar: &'static str,
    en: &'static str,
    roles: Vec<RoleRow>,
}

/// A role of a kind of fact with its labels.
#[derive(Serialize)]
struct RoleRow {
    id: &'static str,
    ar: &'static str,
    en: &'static str,
}

/// The kinds of facts with labels, each with its roles in the order in which arguments are listed.
///
/// # Errors
/// Never in practice: the table is plain.
#[wasm_bindgen(unchecked_return_type = "FactKindLabels[]")]
pub fn fact_kinds() -> Result<JsValue, JsError> {
    let [ar, en] = ["ar", "en"].map(Labels::of);
    let rows = FACTS.iter().map(|kind| FactKindRow {
        id: kind.id,
        ar: kind.ar,
        en: kind.en,
        roles: kind.roles.iter().map(|role| RoleRow { id: role, ar: ar.role(role), en: en.role(role) }).collect(),
    });
    to_object(&rows.collect::<Vec<_>>())
}

/// A format to take an Analysis away in.
#[derive(Serialize)]
struct FormatRow {
    id: &'static str,
    label_ar: &'static str,
    label_en: &'static str,
    mime: &'static str,
    extension: &'static str,
}

/// The formats of `export_text` and `export_analysis`: `[{id, label_ar, label_en, mime, extension}]`. An extension has no point
/// in front, and no two formats share one.
///
/// # Errors
/// Never in practice: the table is plain.
#[wasm_bindgen(unchecked_return_type = "ExportFormat[]")]
pub fn export_formats() -> Result<JsValue, JsError> {
    let rows =
        FORMATS.iter().map(|row| FormatRow { id: row.id, label_ar: row.ar, label_en: row.en, mime: row.mime, extension: row.extension });
    to_object(&rows.collect::<Vec<_>>())
}

/// Analyses an article and writes what was found in a format: the content of a file.
///
/// # Errors
/// Throws an `Error` that names the option or the format when one is wrong.
#[wasm_bindgen]
pub fn export_text(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "AnalyseOptions | null | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "FormatId")] format_id: &str,
) -> Result<String, JsError> {
    let format = export::format(format_id)?;
    Ok(export::export(text, crate::analyse(text, &read(options)?), format)?)
}

/// Writes an Analysis of `text`, given as JSON text and perhaps corrected since it was made, in a format.
///
/// # Errors
/// Throws an `Error` when the format is not known, when the Analysis lacks a field of the contract or has an unknown value
/// there, and when it is not one of this text; the message says where in the Analysis.
#[wasm_bindgen]
pub fn export_analysis(
    text: &str,
    analysis_json: &str,
    #[wasm_bindgen(unchecked_param_type = "FormatId")] format_id: &str,
) -> Result<String, JsError> {
    let format = export::format(format_id)?;
    Ok(export::export(text, Analysis::from_json(analysis_json)?, format)?)
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
#[wasm_bindgen(unchecked_return_type = "DecodedFile")]
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
