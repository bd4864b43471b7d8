//! The tokens of a corpus with the labels of the tagger.

use crate::arguments::Arguments;
use crate::input::{content, name};
use crate::{Failure, UNUSABLE, tell};
use khabar::Options;
use khabar::tagger::pretokenised::Pretokenised;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Tags every file in order. Gives the exit status; fails only when the output cannot be written.
pub fn run(arguments: &Arguments) -> io::Result<u8> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut status = 0;
    for file in &arguments.files {
        match tagged(file, &arguments.options) {
            Ok(lines) => output.write_all(lines.as_bytes())?,
            Err(Failure(reason)) => {
                output.flush()?;
                tell(&format!("{}: {reason}", name(file)));
                status = UNUSABLE;
            }
        }
    }
    output.flush()?;
    Ok(status)
}

/// A token, a tab and its label a line. What follows the token in a line of the input is not read.
fn tagged(file: &Path, options: &Options) -> Result<String, Failure> {
    let text = content(file)?;
    let trained = khabar::lang::PACKS.iter().copied().find(|pack| pack.tagger.is_some());
    let Some(pack) = options.language.or(trained).filter(|pack| pack.tagger.is_some()) else {
        let code = options.language.map_or("any", |pack| pack.code);
        return Err(Failure(format!("there is no trained tagger for the language {code:?}")));
    };
    let token = |line: &'_ str| line.split_whitespace().next().map(str::to_owned);
    let tokens: Vec<Option<String>> = text.lines().map(token).collect();
    let sentences = tokens.split(Option::is_none).map(|sentence| sentence.iter().flatten().map(String::as_str));
    let mut labels = Pretokenised::new(sentences).tag(pack).into_iter();
    let mut output = String::with_capacity(text.len() * 2);
    for token in &tokens {
        if let Some(token) = token {
            output.push_str(token);
            output.push('\t');
            output.push_str(labels.next().unwrap_or("O"));
        }
        output.push('\n');
    }
    Ok(output)
}
