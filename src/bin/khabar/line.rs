//! One line of an NDJSON input, and the line that is printed for it.

use crate::Failure;
use crate::input::{LONGEST_LINE, Line};
use khabar::{Analysis, Options, analyse};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, Write};

/// One article of an NDJSON input.
#[derive(Deserialize)]
struct Article {
    #[serde(default)]
    id: Value,
    text: String,
    published: Option<String>,
    language: Option<String>,
}

/// An Analysis with the id of its article in front.
#[derive(Serialize)]
pub struct Identified<'a> {
    pub id: &'a Value,
    #[serde(flatten)]
    pub analysis: &'a Analysis,
}

#[derive(Serialize)]
struct BadLine<'a> {
    id: &'a Value,
    error: String,
}

/// Writes a value as JSON on a line.
pub fn print(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}

/// Prints the Analysis of a line, or why there is none. Says whether the line was good.
pub fn answer(number: u64, line: &Line, options: &Options, output: &mut impl Write) -> io::Result<bool> {
    let read = match line {
        Line::Held(bytes) => article(bytes, *options),
        Line::TooLong => Err((Value::Null, Failure(format!("longer than {LONGEST_LINE} bytes")))),
    };
    match read {
        Ok((article, options)) => {
            print(output, &Identified { id: &article.id, analysis: &analyse(&article.text, &options) })?;
            Ok(true)
        }
        Err((id, Failure(reason))) => {
            print(output, &BadLine { id: &id, error: format!("line {number}: {reason}") })?;
            Ok(false)
        }
    }
}

fn article(line: &[u8], options: Options) -> Result<(Article, Options), (Value, Failure)> {
    let value: Value = match std::str::from_utf8(line) {
        Ok(text) => serde_json::from_str(text).map_err(|error| (Value::Null, Failure(format!("no JSON: {error}"))))?,
        Err(error) => {
            let reason = format!("not UTF-8 at byte {} of the line", error.valid_up_to());
            return Err((Value::Null, Failure(reason)));
        }
    };
    let id = value.get("id").cloned().unwrap_or_default();
    let with_id = |failure: Failure| (id.clone(), failure);
    let article: Article = serde_json::from_value(value).map_err(|error| with_id(error.into()))?;
    let mut options = options;
    if let Some(date) = &article.published {
        options = options.published(date).map_err(|error| with_id(error.into()))?;
    }
    if let Some(code) = &article.language {
        options = options.language(code).map_err(|error| with_id(error.into()))?;
    }
    Ok((article, options))
}
