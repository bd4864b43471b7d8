//! The command line. What it prints is the Analysis of the library; a file here for each thing that it does.

#![cfg_attr(target_arch = "wasm32", allow(missing_docs))]

#[cfg(not(target_arch = "wasm32"))]
mod arguments;
#[cfg(not(target_arch = "wasm32"))]
mod batch;
#[cfg(not(target_arch = "wasm32"))]
mod failure;
#[cfg(not(target_arch = "wasm32"))]
mod in_order;
#[cfg(not(target_arch = "wasm32"))]
mod input;
#[cfg(not(target_arch = "wasm32"))]
mod interruption;
#[cfg(not(target_arch = "wasm32"))]
mod line;
#[cfg(not(target_arch = "wasm32"))]
mod progress;
#[cfg(not(target_arch = "wasm32"))]
mod tag;
#[cfg(not(target_arch = "wasm32"))]
mod whole;
#[cfg(not(target_arch = "wasm32"))]
mod zstandard;

#[cfg(not(target_arch = "wasm32"))]
use failure::Failure;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use arguments::{Command, parse};
    use std::io::{self, Write as _};
    use std::process::ExitCode;

    let result = match parse(lexopt::Parser::from_env()) {
        Err(Failure(message)) => {
            tell(&format!("{message}\nTry 'khabar --help'."));
            return UNUSABLE.into();
        }
        Ok(Command::Print(text)) => io::stdout().write_all(text.as_bytes()).map(|()| 0),
        Ok(Command::Analyse(arguments)) => batch::run(arguments),
        Ok(Command::Tag(arguments)) => tag::run(&arguments),
    };
    match result {
        Ok(status) => status.into(),
        // The reader of the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("cannot write the output: {error}"));
            UNUSABLE.into()
        }
    }
}

/// Exit status when an argument or an input could not be used.
#[cfg(not(target_arch = "wasm32"))]
const UNUSABLE: u8 = 2;

/// Writes a message to standard error, and goes on when nobody reads it.
#[cfg(not(target_arch = "wasm32"))]
fn tell(message: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "khabar: {message}");
}
