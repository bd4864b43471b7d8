//! The stages of an analysis timed natively, for `benches/stages.mjs`: `khabar-stages FILE ROUNDS` prints a JSON line for each round,
//! and before them the milliseconds of opening the model. Not part of what ships.

use std::process::ExitCode;
use std::time::Instant;

fn run() -> Option<()> {
    let mut arguments = std::env::args().skip(1);
    let text = std::fs::read_to_string(arguments.next()?).ok()?;
    let rounds: usize = arguments.next()?.parse().ok()?;
    let begun = Instant::now();
    let now = || begun.elapsed().as_secs_f64() * 1000.0;
    khabar::stages::open_tagger().then_some(())?;
    println!("{}", now());
    for _ in 0..rounds {
        println!("{}", serde_json::to_string(&khabar::stages::time(&text, &khabar::Options::default(), now)?).ok()?);
    }
    Some(())
}

fn main() -> ExitCode {
    if run().is_some() {
        return ExitCode::SUCCESS;
    }
    eprintln!("usage: khabar-stages FILE ROUNDS, where FILE is UTF-8");
    ExitCode::FAILURE
}
