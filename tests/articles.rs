//! Whole articles, written for this project, with the Analysis expected of each beside it.
//!
//! `UPDATE=1 cargo test --test articles` writes what is found now in place of what is expected; read the diff before committing it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{UNITS, analyse, analyse_text, check, diff, files, in_bytes, lay_out, project, read};

#[test]
fn every_article_is_analysed_as_expected() {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let articles = files(&project("tests/articles"), "txt");
    assert!(articles.len() >= 5, "articles are missing: {articles:?}");
    let mut complaints = Vec::new();
    for path in articles {
        let text = read(&path);
        let found = lay_out(&analyse_text(&text, None, None, "char"));
        let beside = path.with_extension("json");
        if update {
            std::fs::write(&beside, &found).unwrap();
            continue;
        }
        let name = path.file_name().unwrap().display();
        match std::fs::read_to_string(&beside) {
            Err(error) => complaints.push(format!("{name}: its .json cannot be read: {error}\n")),
            Ok(expected) if expected != found => complaints.push(format!("{name} (- expected, + found):\n{}", diff(&expected, &found))),
            Ok(_) => {}
        }
    }
    assert!(complaints.is_empty(), "\n{}\nIf that is what it should be: UPDATE=1 cargo test --test articles", complaints.join("\n"));
}

#[test]
fn every_article_keeps_the_contract_in_every_unit() {
    for path in files(&project("tests/articles"), "txt") {
        let text = read(&path);
        let analysis = analyse(&text, None, None, "byte");
        check(&text, &analysis);
        for unit in UNITS {
            assert_eq!(in_bytes(&text, &analyse(&text, None, None, unit)), analysis, "{} in {unit}", path.display());
        }
    }
}

#[test]
fn the_layout_changes_no_value() {
    let json = r#"{"a":[{"b":"c,{\"[","d":[1,2]},{"e":null}],"f":{"g":"h","i":2},"j":[],"k":"\\"}"#;
    let laid = lay_out(json);
    assert_eq!(
        laid,
        "{\n  \"a\":[\n    {\"b\":\"c,{\\\"[\",\"d\":[1,2]},\n    {\"e\":null}\n  ],\n  \"f\":{\"g\":\"h\",\"i\":2},\n  \"j\":[],\n  \"k\":\"\\\\\"\n}\n"
    );
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(json), value(&laid));
}

#[test]
fn the_diff_shows_only_what_differs() {
    assert_eq!(diff("a\nb\nc\n", "a\nx\nc\nd\n"), "    2 - b\n    2 + x\n    4 + d\n");
    assert_eq!(diff("a\n", "a\n"), "");
}
