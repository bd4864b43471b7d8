//! The bindings in a real browser: `wasm-pack test --headless --chrome`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::in_bytes;
use khabar::web::{analyse, analyse_json, dates_json, export_analysis, export_formats, export_text, fact_kinds, mention_kinds, version};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SENTENCE: &str = "📰 قال الرئيس المصري محمد كامل الشاذلي إن القمة ستعقد في القاهرة يوم 15 مارس 2024.";

/// Each article with what the native library makes of it (tests/articles.rs keeps that true).
const ARTICLES: [(&str, &str); 5] = [
    (include_str!("articles/egyptian-daily.txt"), include_str!("articles/egyptian-daily.json")),
    (include_str!("articles/english-agency.txt"), include_str!("articles/english-agency.json")),
    (include_str!("articles/gulf-agency.txt"), include_str!("articles/gulf-agency.json")),
    (include_str!("articles/levantine-agency.txt"), include_str!("articles/levantine-agency.json")),
    (include_str!("articles/maghrebi-daily.txt"), include_str!("articles/maghrebi-daily.json")),
];

/// Options as a page would write them.
fn options(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap()
}

/// The object that `analyse` gave, as JSON.
fn to_json(value: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(value).unwrap();
    serde_json::from_str(&String::from(text)).unwrap()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).unwrap()
}

#[wasm_bindgen_test]
fn offsets_slice_the_string_that_javascript_has() {
    let analysis = to_json(&analyse(SENTENCE, JsValue::UNDEFINED).ok().unwrap());
    assert_eq!(analysis["offsets"], "utf16");
    let text = js_sys::JsString::from(SENTENCE);
    let mentions = analysis["mentions"].as_array().unwrap();
    for mention in mentions.iter().chain(analysis["dates"].as_array().unwrap()) {
        let place = |name: &str| mention[name].as_u64().unwrap() as u32;
        assert_eq!(String::from(text.slice(place("start"), place("end"))), mention["text"].as_str().unwrap());
    }
    // The newspaper in front is one character, two UTF-16 units and four bytes.
    let cairo = mentions.iter().find(|mention| mention["type"] == "LOC").expect("a place");
    assert_eq!(cairo["text"], "القاهرة");
    assert_eq!(cairo["start"].as_u64().unwrap(), SENTENCE[..SENTENCE.find("القاهرة").unwrap()].encode_utf16().count() as u64);
    let date = &analysis["dates"][0];
    assert_eq!(date["value"], "2024-03-15");
}

#[wasm_bindgen_test]
fn the_result_is_plain_objects_with_null_where_nothing_is_known() {
    let analysis = analyse(SENTENCE, options("{}")).ok().unwrap();
    assert!(js_sys::Array::is_array(&get(&analysis, "mentions")));
    assert!(get(&analysis, "published").is_null(), "published is {:?}", get(&analysis, "published"));
    assert_eq!(get(&analysis, "schema"), JsValue::from("khabar/1"));
}

#[wasm_bindgen_test]
fn options_are_read() {
    let given = to_json(&analyse(SENTENCE, options(r#"{"published": "2024-03-10", "language": "ar", "explain": true}"#)).ok().unwrap());
    assert_eq!(given["published"]["value"], "2024-03-10");
    assert_eq!(given["published"]["source"], "given");
    assert!(given["mentions"][0]["rule"].is_string(), "no rule in {}", given["mentions"][0]);
}

#[wasm_bindgen_test]
fn a_bad_option_throws_an_error_that_names_it() {
    for (bad, named) in [(r#"{"published": "2024-13-45"}"#, "2024-13-45"), (r#"{"language": "tlh"}"#, "tlh")] {
        let thrown: JsValue = analyse(SENTENCE, options(bad)).err().unwrap_or_else(|| panic!("{bad} was taken")).into();
        let message = String::from(js_sys::Error::from(thrown).message());
        assert!(message.contains(named), "{bad}: {message}");
        assert!(analyse_json(SENTENCE, options(bad)).is_err(), "{bad} was taken by analyse_json");
    }
}

#[wasm_bindgen_test]
fn the_json_is_the_object() {
    let json = analyse_json(SENTENCE, JsValue::UNDEFINED).ok().unwrap();
    let parsed: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed, to_json(&analyse(SENTENCE, JsValue::UNDEFINED).ok().unwrap()));
    assert_eq!(json, analyse_json(SENTENCE, JsValue::UNDEFINED).ok().unwrap());
}

#[wasm_bindgen_test]
fn the_dates_alone_are_those_of_the_analysis() {
    for (text, _) in ARTICLES {
        let dates: Value = serde_json::from_str(&dates_json(text, JsValue::UNDEFINED).ok().unwrap()).unwrap();
        let analysis: Value = serde_json::from_str(&analyse_json(text, JsValue::UNDEFINED).ok().unwrap()).unwrap();
        assert!(!dates.as_array().unwrap().is_empty());
        assert_eq!(dates, analysis["dates"]);
    }
    assert!(dates_json(SENTENCE, options(r#"{"published": "2024-13-45"}"#)).is_err());
}

#[wasm_bindgen_test]
fn every_article_comes_out_as_it_does_natively() {
    for (text, expected) in ARTICLES {
        let json = analyse_json(text, JsValue::UNDEFINED).ok().unwrap();
        let (found, expected): (Value, Value) = (serde_json::from_str(&json).unwrap(), serde_json::from_str(expected).unwrap());
        // The one counts UTF-16 code units, the other characters.
        assert_eq!(in_bytes(text, &found), in_bytes(text, &expected), "{}", text.lines().next().unwrap());
    }
}

#[wasm_bindgen_test]
fn any_string_has_an_analysis() {
    for text in ["", "\n", "\u{FEFF}", "]]>", "\u{202E}\u{200F}", "ا\u{0651}\u{0651}\u{0651}", "👩‍👩‍👧‍👦"] {
        let analysis = to_json(&analyse(text, JsValue::UNDEFINED).ok().unwrap());
        assert!(analysis["mentions"].as_array().unwrap().is_empty(), "{text:?}: {analysis}");
    }
}

#[wasm_bindgen_test]
fn the_legend_comes_from_the_module() {
    let kinds = to_json(&mention_kinds().ok().unwrap());
    let ids: Vec<&str> = kinds.as_array().unwrap().iter().map(|kind| kind["id"].as_str().unwrap()).collect();
    for id in ["PER", "ORG", "LOC", "NORP", "ROLE", "EVENT", "PRODUCT", "LAW", "QUANTITY", "MONEY", "PERCENT"] {
        assert!(ids.contains(&id), "{id} is missing in {ids:?}");
    }
}

#[wasm_bindgen_test]
fn every_format_is_written_from_text_and_from_an_analysis() {
    let formats = to_json(&export_formats().ok().unwrap());
    let formats = formats.as_array().unwrap();
    assert!(formats.len() >= 10, "{formats:?}");
    let json = analyse_json(SENTENCE, JsValue::UNDEFINED).ok().unwrap();
    for row in formats {
        for name in ["label_ar", "label_en", "mime", "extension"] {
            assert!(row[name].as_str().is_some_and(|value| !value.is_empty()), "{name} of {row}");
        }
        let id = row["id"].as_str().unwrap();
        let content = export_text(SENTENCE, JsValue::UNDEFINED, id).ok().unwrap();
        assert!(!content.is_empty(), "{id}");
        assert_eq!(content, export_analysis(SENTENCE, &json, id).ok().unwrap(), "{id}");
    }
    assert_eq!(export_text(SENTENCE, JsValue::UNDEFINED, "json").ok().unwrap(), json);
}

#[wasm_bindgen_test]
fn an_export_that_cannot_be_is_refused_by_name() {
    let json = analyse_json(SENTENCE, JsValue::UNDEFINED).ok().unwrap();
    let far = json.replacen("\"end\":", "\"end\":9", 1);
    for (outcome, named) in [
        (export_text(SENTENCE, JsValue::UNDEFINED, "pdf"), "\"pdf\" is not one of json"),
        (export_text(SENTENCE, options(r#"{"language": "tlh"}"#), "md"), "tlh"),
        (export_analysis(SENTENCE, "[1,", "md"), "no JSON"),
        (export_analysis(SENTENCE, &far, "md"), "zones[0]"),
    ] {
        let thrown: JsValue = outcome.err().unwrap_or_else(|| panic!("{named} was taken")).into();
        let message = String::from(js_sys::Error::from(thrown).message());
        assert!(message.contains(named), "{message}");
    }
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn kinds_of_facts_come_with_their_roles_and_words() {
    let kinds = to_json(&fact_kinds().ok().unwrap());
    let kinds = kinds.as_array().unwrap();
    assert_eq!(kinds.len(), khabar::fact::FACTS.len());
    for kind in kinds {
        let roles = kind["roles"].as_array().unwrap();
        assert!(!roles.is_empty(), "{kind}");
        for row in roles.iter().chain([kind]) {
            for name in ["id", "ar", "en"] {
                assert!(row[name].as_str().is_some_and(|value| !value.is_empty()), "{name} of {row}");
            }
        }
    }
}
