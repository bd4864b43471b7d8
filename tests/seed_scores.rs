//! What the five real articles beside the project score: a table of floors, so that no change makes them worse unseen. They and the
//! scorer are not part of the project; where they are absent the test says so and passes.

#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::beside;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::Command;

/// The least F1, in percent, of each row that the scorer prints. Raise a row when it has become better.
const FLOORS: &[(&str, f64)] = &[
    ("core", 98.5),
    ("all", 99.0),
    ("PER", 98.5),
    ("LOC", 99.0),
    ("ORG", 97.5),
    ("NORP", 99.0),
    ("ROLE", 99.0),
    ("timex", 99.0),
    ("tx-type", 99.0),
    ("facts", 96.5),
    ("args", 91.2),
    ("statement", 99.0),
    ("position", 99.0),
    ("communication", 99.0),
    ("unrest", 91.0),
    ("attribute", 82.0),
    ("deployment", 94.0),
    ("stance", 99.0),
    ("request", 99.0),
    ("decision", 99.0),
    ("cooperation", 99.0),
    ("membership", 99.0),
    ("casualties", 66.0),
    ("founding", 99.0),
    ("event", 99.0),
];

#[test]
fn the_articles_score_no_worse_than_they_did() {
    let (Some(score), Some(gold), Some(texts)) = (beside("score/score.py"), beside("gold"), beside("seeds")) else { return };
    let run = format!("{} analyse -", env!("CARGO_BIN_EXE_khabar"));
    let output = Command::new("python3")
        .arg(score)
        .arg("--gold")
        .arg(gold.join("seeds"))
        .arg("--texts")
        .arg(texts)
        .arg("--facts")
        .arg(gold.join("facts.json"))
        .args(["--run", &run])
        .output();
    let Ok(output) = output else {
        let _ = writeln!(std::io::stderr(), "skipped: python3 is not installed");
        return;
    };
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{printed}{}", String::from_utf8_lossy(&output.stderr));
    // «core       P  99.6  R  98.3  F1  98.9   (238 gold)»
    let scores: BTreeMap<&str, f64> = printed
        .lines()
        .filter_map(|line| {
            let name = line.split_whitespace().next()?;
            let (_, rest) = line.split_once("F1")?;
            Some((name, rest.split_whitespace().next()?.parse().ok()?))
        })
        .collect();
    let fallen: Vec<String> = FLOORS
        .iter()
        .filter(|(name, floor)| scores.get(name).is_none_or(|score| score < floor))
        .map(|(name, floor)| format!("{name}: {:?}, the floor is {floor}", scores.get(name)))
        .collect();
    assert!(fallen.is_empty(), "{}\n{printed}", fallen.join("\n"));
}
