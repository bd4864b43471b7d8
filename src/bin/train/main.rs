//! Trains the name tagger: `scripts/train` runs the commands below in order. Not part of what ships.

// Training runs by hand on known data: a wrong index is a mistake here and may stop it.
#![allow(clippy::indexing_slicing, clippy::panic)]

mod clusters;
mod corpus;
mod crf;
mod fit;
mod sample;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.split_first() {
        Some((command, rest)) if command == "words" => words::print(rest),
        Some((command, rest)) if command == "clusters" => clusters::pack(rest),
        Some((command, rest)) if command == "sample" => sample::print(rest),
        Some((command, rest)) if command == "fit" => fit::run(rest),
        _ => Err("usage: khabar-train words|clusters|sample|fit ARGUMENTS…".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("khabar-train: {message}");
            ExitCode::FAILURE
        }
    }
}
