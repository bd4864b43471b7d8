//! What cargo resolves against what docs/dependencies.md and ARCHITECTURE.md say of it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{project, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// A crate of the table: where its code runs, its licence, why it is there.
type Row = (BTreeSet<String>, String, String);

/// The rows of the table under a header, without its rule.
fn table(file: &str, header: &str) -> Vec<Vec<String>> {
    let source = read(&project(file));
    let (_, rest) = source.split_once(&format!("\n{header}\n")).unwrap_or_else(|| panic!("{file}: no table {header}"));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rest.lines().skip(1).take_while(|line| line.starts_with('|')).map(cells).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).arg("--locked").current_dir(project("")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The crates below ours that are neither for tests nor for building: name, licence, whether a macro needs it.
fn shipped(platform: &str) -> Vec<(String, String, bool)> {
    let format = "|{p}|{l}";
    let tree = cargo(&["tree", "--edges", "normal", "--target", platform, "--no-dedupe", "--prefix", "depth", "--format", format]);
    // Everything deeper than a macro belongs to it.
    let mut macro_depth = usize::MAX;
    let mut crates = Vec::new();
    for line in tree.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let depth: usize = cells[0].parse().unwrap();
        if depth <= macro_depth {
            macro_depth = if cells[1].contains("(proc-macro)") { depth } else { usize::MAX };
        }
        if depth > 0 {
            crates.push((cells[1].split(' ').next().unwrap().to_owned(), cells[2].to_owned(), macro_depth <= depth));
        }
    }
    crates
}

#[test]
fn every_crate_that_ships_stands_in_the_table_with_its_reason() {
    let mut resolved: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    for (platform, place) in [("x86_64-unknown-linux-gnu", "native"), ("wasm32-unknown-unknown", "module")] {
        for (name, licence, in_macro) in shipped(platform) {
            let entry = resolved.entry(name).or_default();
            entry.0.insert(if in_macro { "compiling" } else { place }.to_owned());
            entry.1 = licence;
        }
    }
    let rows = table("docs/dependencies.md", "| crate | where | licence | why |");
    assert!(rows.is_sorted_by(|one, other| one[0] < other[0]), "the rows stand in the order of their names");
    let told: BTreeMap<String, Row> = rows
        .into_iter()
        .map(|row| (row[0].clone(), (row[1].split(", ").map(str::to_owned).collect(), row[2].clone(), row[3].clone())))
        .collect();
    for (name, (places, licence)) in &resolved {
        let Some((said_places, said_licence, why)) = told.get(name) else { panic!("{name} is not in docs/dependencies.md") };
        assert_eq!((said_places, said_licence), (places, licence), "{name}");
        assert!(why.len() > 3, "{name} has no reason");
    }
    let gone: Vec<&String> = told.keys().filter(|name| !resolved.contains_key(*name)).collect();
    assert!(gone.is_empty(), "no longer depended on: {gone:?}");
}

#[test]
fn every_crate_that_we_chose_stands_in_the_architecture_with_its_reason() {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--no-deps"])).unwrap();
    let ours = metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == "khabar").unwrap();
    let rows = table("ARCHITECTURE.md", "| crate | why |");
    for dependency in ours["dependencies"].as_array().unwrap() {
        let name = dependency["name"].as_str().unwrap();
        let named = |cell: &str| cell.split([',', '(', ' ']).any(|word| word == name);
        assert!(rows.iter().any(|row| named(&row[0]) && row[1].len() > 3), "{name} is not in the table of ARCHITECTURE.md");
    }
}

#[test]
fn no_version_with_an_advisory_is_locked() {
    let locked = read(&project("Cargo.lock"));
    let numbers = |version: &str| -> Vec<u64> { version.split('.').map(|part| part.parse().unwrap()).collect() };
    let rows = table("docs/dependencies.md", "| advisory | crate | mended in |");
    assert!(rows.len() > 5);
    for row in rows {
        let (_, rest) = locked.split_once(&format!("\nname = \"{}\"\n", row[1])).unwrap_or_else(|| panic!("{} is not locked", row[1]));
        let version = rest.lines().next().unwrap().trim_start_matches("version = ").trim_matches('"');
        assert!(numbers(version) >= numbers(&row[2]), "{}: {} {version} is affected", row[0], row[1]);
    }
}
