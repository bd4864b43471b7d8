//! The five real articles beside the project, which are other people's text and so not in it: what the contract promises
//! of any text, and the publication dates that they state.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{UNITS, analyse, beside, check, files, in_bytes, list, read};
use std::path::PathBuf;

fn seeds() -> Vec<(String, String)> {
    let Some(folder) = beside("seeds") else {
        return Vec::new();
    };
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let seeds: Vec<_> = files(&folder, "txt").iter().map(|path| (name(path), read(path))).collect();
    assert_eq!(seeds.len(), 5, "not five articles in {}", folder.display());
    seeds
}

#[test]
fn every_article_is_analysed_as_the_contract_says() {
    for (name, text) in seeds() {
        println!("{name}");
        let analysis = analyse(&text, None, None, "byte");
        check(&text, &analysis);
        for unit in UNITS {
            assert_eq!(in_bytes(&text, &analyse(&text, None, None, unit)), analysis, "{name} in {unit}");
        }
        for part in ["zones", "mentions", "entities", "dates", "facts"] {
            assert!(!list(&analysis, part).is_empty(), "{name}: no {part}");
        }
        assert_eq!(analysis["language"], "ar", "{name}");
    }
}

#[test]
fn publication_dates_are_those_that_the_articles_state() {
    let expected = |name: &str| match &name[..3] {
        "001" | "002" => Some("2022-01-08"),
        _ => None,
    };
    for (name, text) in seeds() {
        let analysis = analyse(&text, None, None, "byte");
        let published = analysis["published"]["value"].as_str().map(|value| value.split_once('T').map_or(value, |(day, _)| day));
        assert_eq!(published, expected(&name), "{name}");
    }
}

#[test]
fn a_date_that_is_given_wins_over_none() {
    for (name, text) in seeds().into_iter().filter(|(name, _)| name.starts_with("000")) {
        let analysis = analyse(&text, Some("2022-01-08"), None, "byte");
        assert_eq!(analysis["published"]["value"], "2022-01-08", "{name}");
        assert_eq!(analysis["published"]["source"], "given", "{name}");
        check(&text, &analysis);
    }
}
