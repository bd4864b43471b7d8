#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;
#[path = "../../src/bin/khabar/failure.rs"]
mod failure;
#[allow(dead_code, reason = "files are opened by the command line alone")]
#[path = "../../src/bin/khabar/input.rs"]
mod input;
#[allow(dead_code, reason = "whole files are answered by the command line alone")]
#[path = "../../src/bin/khabar/line.rs"]
mod line;
#[path = "../lines.rs"]
mod lines;
#[path = "../../src/bin/khabar/zstandard.rs"]
mod zstandard;

use failure::Failure;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lines::ndjson(bytes));
