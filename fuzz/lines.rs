//! What the target of the batch road does with its bytes: they are an input of lines, packed or not, and every line that holds
//! something is answered by one line of JSON. It stands apart from the other bodies because it needs the reader of lines, which
//! is part of the command line and not of the library.

use crate::common::{check, in_bytes};
use crate::input::{Line, Lines, unpacked};
use crate::line::answer;
use khabar::Options;
use serde_json::Value;
use std::io::Cursor;
use std::path::Path;

/// How many lines of one input are answered. More show nothing else, and a packed input can hold a million.
const MOST: usize = 64;

/// An input as `khabar analyse --ndjson` reads it.
pub fn ndjson(bytes: &[u8]) {
    let Ok(reader) = unpacked(Box::new(Cursor::new(bytes.to_vec())), Path::new("-")) else { return };
    let mut lines = Lines::new(reader, 1);
    let mut before = 0;
    for _ in 0..MOST {
        let Ok(Some((number, line))) = lines.next() else { return };
        assert!(number > before, "line {number} after line {before}");
        before = number;
        let mut output = Vec::new();
        let good = answer(number, &line, &Options::default(), &mut output).expect("a vector can be written to");
        assert_eq!(output.iter().filter(|&&byte| byte == b'\n').count(), 1, "line {number} has more than one answer");
        assert_eq!(output.last(), Some(&b'\n'));
        let mut told: Value = serde_json::from_slice(&output).expect("an answer is JSON");
        let read: Option<Value> = match &line {
            Line::Held(bytes) => serde_json::from_slice(bytes).ok(),
            Line::TooLong => None,
        };
        let id = read.as_ref().and_then(|read| read.get("id")).cloned().unwrap_or_default();
        // As it is written: a number that is read, written and read again may be the one beside it.
        let begins = format!("{{\"id\":{id}");
        assert!(output.starts_with(begins.as_bytes()), "the id of line {number}");
        assert_eq!(told["error"].is_string(), !good, "line {number}");
        if good {
            let text = read.as_ref().and_then(|read| read["text"].as_str()).expect("a good line has a text");
            told.as_object_mut().expect("an answer is an object").remove("id");
            check(text, &in_bytes(text, &told));
        }
    }
}
