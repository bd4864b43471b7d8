//! `words FILE…`: the folded words of unlabelled text, a line for a line, as input of the word vectors. The tokeniser of the
//! library reads them, so that the clusters are of the words that the tagger will see.

use khabar::document::Document;
use khabar::text::token::TokenKind;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write, stdout};

/// Prints the words of the files; `-` is standard input.
pub fn print(files: &[String]) -> Result<(), String> {
    let mut out = BufWriter::new(stdout().lock());
    for file in files {
        let input: Box<dyn BufRead> = if file == "-" {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(file).map_err(|error| format!("{file}: {error}"))?))
        };
        for line in input.lines() {
            let line = line.map_err(|error| format!("{file}: {error}"))?;
            write_line(&line, &mut out).map_err(|error| error.to_string())?;
        }
    }
    out.flush().map_err(|error| error.to_string())
}

fn write_line(line: &str, out: &mut impl Write) -> std::io::Result<()> {
    let document = Document::new(line);
    let mut first = true;
    for (index, token) in document.tokens().iter().enumerate() {
        let word = match token.kind() {
            TokenKind::Word(_) => document.folded(index),
            TokenKind::Number => "0",
            // Marks would only take the places of words in the window.
            TokenKind::Punctuation(_) | TokenKind::Symbol => continue,
        };
        if !first {
            out.write_all(b" ")?;
        }
        first = false;
        out.write_all(word.as_bytes())?;
    }
    if first { Ok(()) } else { out.write_all(b"\n") }
}
