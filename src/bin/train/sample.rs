//! `sample BYTES FILE`: documents of unlabelled text, evenly spaced, up to about so many bytes. A blank line parts documents.

use std::io::{BufWriter, Write, stdout};

/// Prints the sample.
pub fn print(arguments: &[String]) -> Result<(), String> {
    let [bytes, file] = arguments else { return Err("usage: khabar-train sample BYTES FILE".to_owned()) };
    let bytes: usize = bytes.parse().map_err(|_| format!("{bytes:?} is no number of bytes"))?;
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let every = (text.len() / bytes.max(1)).max(1);
    let mut out = BufWriter::new(stdout().lock());
    let mut written = 0;
    for document in text.split("\n\n").skip(1).step_by(every) {
        if written >= bytes {
            break;
        }
        written += document.len() + 2;
        write!(out, "{document}\n\n").map_err(|error| error.to_string())?;
    }
    out.flush().map_err(|error| error.to_string())
}
