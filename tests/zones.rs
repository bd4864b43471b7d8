//! Zones of the sample articles against `../shared/gold/structure.json`. Skipped, and says so, where that folder is absent.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use khabar::document::Document;
use khabar::zone::{self, zone_at};
use std::fs;
use std::path::Path;

/// The Analysis has seven kinds; the table is finer.
fn kind(fine: &str) -> &str {
    match fine {
        "headline_repeat" => "headline",
        "timestamp" => "dateline",
        "agency_credit" => "byline",
        "related_link" => "related",
        "section_label" => "boilerplate",
        other => other,
    }
}

#[test]
fn lines_of_the_sample_articles_have_their_zones() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(table) = fs::read_to_string(shared.join("gold/structure.json")) else {
        println!("skipped: no ../shared/gold/structure.json here");
        return;
    };
    let table: serde_json::Value = serde_json::from_str(&table).unwrap();
    let (mut right, mut all) = (0, 0);
    for (name, file) in table["files"].as_object().unwrap() {
        let text = fs::read_to_string(shared.join("seeds").join(name)).unwrap();
        let document = Document::new(&text);
        let zones = zone::zones(&document, &[], khabar::lang::detect(&document));
        let lines: Vec<&str> = text.split('\n').collect();
        let base = text.as_ptr() as usize;
        for row in file["zones"].as_array().unwrap() {
            let range = (row["lines"][0].as_u64().unwrap() as usize, row["lines"][1].as_u64().unwrap() as usize);
            for number in range.0..=range.1 {
                let line = lines[number - 1].trim_matches(|character: char| character.is_whitespace());
                if line.is_empty() {
                    continue;
                }
                // The last zone of a line is the line's own; a prefix (place and agency) comes before it.
                let last = line.as_ptr() as usize - base + line.len() - 1;
                let found = zone_at(&zones, last).map_or("none", |zone| zone.kind.id());
                let wanted = kind(row["zone"].as_str().unwrap());
                all += 1;
                if found == wanted {
                    right += 1;
                } else {
                    println!("{name}:{number}: {found} instead of {wanted}: {line}");
                }
            }
        }
    }
    println!("zones: {right} of {all} lines");
    assert!(right * 100 >= all * 90, "{right} of {all} lines");
}
