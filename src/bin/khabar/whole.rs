//! A file that is one article, in the format asked for.

use crate::Failure;
use crate::arguments::{Arguments, Output};
use crate::input::{content, name};
use crate::line::{Identified, print};
use khabar::{Analysis, analyse, export};
use std::path::Path;

/// What is printed for a file.
pub fn answer(file: &Path, arguments: &Arguments) -> Result<Vec<u8>, Failure> {
    let text = content(file)?;
    let analysis = analysed(&text, arguments)?;
    let mut output = Vec::new();
    match arguments.output {
        Output::Json => {
            output = analysis.to_json()?.into_bytes();
            output.push(b'\n');
        }
        Output::Identified => print(&mut output, &Identified { id: &name(file).into(), analysis: &analysis })?,
        Output::File(format) => {
            if arguments.byte_order_mark {
                output.extend_from_slice("\u{FEFF}".as_bytes());
            }
            output.extend_from_slice(export::export(&text, analysis, format)?.as_bytes());
            if output.last() != Some(&b'\n') {
                output.push(b'\n');
            }
        }
    }
    Ok(output)
}

/// The Analysis that an option names, or else the analyser's.
fn analysed(text: &str, arguments: &Arguments) -> Result<Analysis, Failure> {
    let Some(file) = &arguments.analysis else { return Ok(analyse(text, &arguments.options)) };
    let named = |Failure(reason)| Failure(format!("{}: {reason}", file.display()));
    let json = content(file).map_err(named)?;
    Analysis::from_json(&json).map_err(|error| named(error.into()))
}
