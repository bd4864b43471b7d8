//! What the tests share: the library seen through its JSON, what must hold of any Analysis, and a line diff.

#![allow(dead_code, reason = "each test crate uses its own part")]

pub mod marks;
pub mod score;

use khabar::text::fold::{is_ignorable, is_mark};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The units that offsets come in, as `spec/analysis.md` names them.
pub const UNITS: [&str; 3] = ["byte", "char", "utf16"];

const ZONES: [&str; 7] = ["headline", "byline", "dateline", "caption", "body", "related", "boilerplate"];
const MENTION_TYPES: [&str; 11] = ["PER", "ORG", "LOC", "NORP", "ROLE", "EVENT", "PRODUCT", "LAW", "QUANTITY", "MONEY", "PERCENT"];
pub const DATE_TYPES: [&str; 4] = ["DATE", "TIME", "DURATION", "SET"];

/// A path inside the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A path beside the project, where material lies that is not committed; `None`, said aloud, when it is not there.
pub fn beside(path: &str) -> Option<PathBuf> {
    let found = project("../shared").join(path);
    if found.exists() {
        return Some(found);
    }
    // Not println!, which the test harness keeps to itself when a test passes.
    let _ = writeln!(std::io::stderr(), "skipped: there is no ../shared/{path} beside the project");
    None
}

/// The files of a folder with this extension, in order of name.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    found.retain(|path| path.extension().is_some_and(|e| e == extension));
    found.sort();
    found
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where a character stands, in every unit: `positions(text, unit)[byte]` is the offset in that unit, for each character boundary.
fn positions(text: &str, unit: &str) -> BTreeMap<u64, usize> {
    let mut at = 0;
    let mut found = BTreeMap::new();
    for (byte, character) in text.char_indices() {
        found.insert(at, byte);
        at += match unit {
            "byte" => character.len_utf8(),
            "char" => 1,
            "utf16" => character.len_utf16(),
            other => panic!("no such unit: {other}"),
        } as u64;
    }
    found.insert(at, text.len());
    found
}

/// The same JSON with every `start` and `end` counted in bytes. Fails on an offset that is no character boundary.
pub fn in_bytes(text: &str, analysis: &Value) -> Value {
    let unit = analysis["offsets"].as_str().expect("offsets names the unit");
    let positions = positions(text, unit);
    let mut converted = analysis.clone();
    convert(&mut converted, &positions, unit);
    converted["offsets"] = "byte".into();
    converted
}

fn convert(value: &mut Value, positions: &BTreeMap<u64, usize>, unit: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| convert(item, positions, unit)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if let ("start" | "end", Some(offset)) = (name.as_str(), field.as_u64()) {
                    let byte = positions.get(&offset);
                    *field =
                        byte.unwrap_or_else(|| panic!("{unit} offset {offset} is inside a character or past the end")).to_owned().into();
                } else {
                    convert(field, positions, unit);
                }
            }
        }
        _ => {}
    }
}

/// Start and end of something in a JSON in bytes.
pub fn span(value: &Value) -> (usize, usize) {
    let offset = |name: &str| value[name].as_u64().unwrap_or_else(|| panic!("no {name} in {value}")) as usize;
    (offset("start"), offset("end"))
}

pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name} in the analysis"))
}

pub fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no string {name} in {value}"))
}

/// What `spec/analysis.md` promises of any Analysis, whatever the text. `analysis` counts in bytes.
pub fn check(text: &str, analysis: &Value) {
    assert_eq!(analysis["schema"], "khabar/1");
    assert_eq!(analysis["offsets"], "byte");
    check_spans(text, analysis);
    check_zones(text, list(analysis, "zones"));
    check_mentions(list(analysis, "mentions"));
    check_entities(analysis);
    check_dates(list(analysis, "dates"));
}

/// Every start and end is a place in the text, and `text` is what stands between them.
fn check_spans(text: &str, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check_spans(text, item)),
        Value::Object(fields) => {
            if value["start"].is_u64() || value["end"].is_u64() {
                let (start, end) = span(value);
                let slice = text.get(start..end).unwrap_or_else(|| panic!("{start}..{end} is no span of the text: {value}"));
                assert!(start < end, "empty span: {value}");
                if let Some(stated) = value["text"].as_str() {
                    assert_eq!(stated, slice, "text differs from the input at {start}..{end}");
                }
            }
            fields.values().for_each(|field| check_spans(text, field));
        }
        _ => {}
    }
}

/// Characters that make no line of text by themselves: white space, and marks and controls with no letter to stand on.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_mark(character) || is_ignorable(character)
}

fn check_zones(text: &str, zones: &[Value]) {
    let mut reached = 0;
    let mut uncovered = String::new();
    for zone in zones {
        let (start, end) = span(zone);
        assert!(start >= reached, "zones overlap or are out of order at {start}");
        assert!(ZONES.contains(&string(zone, "kind")), "unknown zone: {zone}");
        uncovered.push_str(&text[reached..start]);
        reached = end;
    }
    uncovered.push_str(&text[reached..]);
    assert!(uncovered.chars().all(is_blank), "no zone covers {:?}", uncovered.trim());
}

fn check_mentions(mentions: &[Value]) {
    // The mentions that the present one may stand inside, innermost last.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut previous = None;
    for mention in mentions {
        let (start, end) = span(mention);
        let order = (start, std::cmp::Reverse(end));
        assert!(previous.is_none_or(|before| before < order), "out of order, or the same span twice: {mention}");
        previous = Some(order);
        open.retain(|&(_, outer_end)| outer_end > start);
        if let Some(&(outer_start, outer_end)) = open.last() {
            assert!(end <= outer_end, "{start}..{end} crosses {outer_start}..{outer_end}: {mention}");
        }
        assert_eq!(mention["nested"], !open.is_empty(), "nested is wrong: {mention}");
        open.push((start, end));
        assert!(MENTION_TYPES.contains(&string(mention, "type")), "unknown type: {mention}");
        let score = mention["score"].as_f64().unwrap_or_else(|| panic!("no score: {mention}"));
        assert!((0.0..=1.0).contains(&score), "score out of range: {mention}");
    }
}

fn check_entities(analysis: &Value) {
    let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
    for mention in list(analysis, "mentions") {
        if let Some(id) = mention["entity"].as_str() {
            *counted.entry(id).or_default() += 1;
        }
    }
    let mut fewest = u64::MAX;
    let mut ids = BTreeSet::new();
    for entity in list(analysis, "entities") {
        let id = string(entity, "id");
        assert!(ids.insert(id), "entity {id} stands twice");
        let stated = entity["mentions"].as_u64().unwrap_or_else(|| panic!("no count: {entity}"));
        assert_eq!(Some(stated), counted.get(id).copied(), "wrong count: {entity}");
        assert!(stated <= fewest, "entities are not in order of mentions: {entity}");
        fewest = stated;
        assert!(!string(entity, "name").is_empty(), "no name: {entity}");
    }
    for (id, _) in counted {
        assert!(ids.contains(id), "a mention names entity {id}, which is not in the list");
    }
    let mut facts = BTreeSet::new();
    for fact in list(analysis, "facts") {
        assert!(facts.insert(string(fact, "id")), "a fact id stands twice: {fact}");
        let named = list(fact, "args").iter().map(|arg| &arg["entity"]).chain([&fact["attributed_to"]]);
        for id in named.filter_map(Value::as_str) {
            assert!(ids.contains(id), "a fact names entity {id}, which is not in the list: {fact}");
        }
    }
}

fn check_dates(dates: &[Value]) {
    let mut previous = None;
    for date in dates {
        let (start, end) = span(date);
        assert!(previous.is_none_or(|before| before < (start, end)), "out of order, or the same span twice: {date}");
        previous = Some((start, end));
        assert!(DATE_TYPES.contains(&string(date, "type")), "unknown type: {date}");
        // What is written is a value of TIMEX3, the same when it is read and written again.
        for value in ["value", "conflict", "alternative"].iter().filter_map(|name| date[name].as_str()) {
            let read = value.parse::<khabar::date::value::Value>();
            assert_eq!(read.map(|read| read.to_string()).as_deref(), Ok(value), "{date}");
        }
        if let (Some(earliest), Some(latest)) = (date["earliest"].as_str(), date["latest"].as_str()) {
            // The bounds may differ in how fine they are: 2022-01-08 against 2022-01-08T07:00.
            let shared = earliest.len().min(latest.len());
            let ordered = if earliest.starts_with('-') {
                // Before Christ years go backward.
                !latest.starts_with('-') || (&latest[..5], &earliest[5..shared]) <= (&earliest[..5], &latest[5..shared])
            } else {
                earliest[..shared] <= latest[..shared]
            };
            assert!(ordered, "earliest after latest: {date}");
        }
    }
    let mut order: Vec<u64> = dates.iter().filter_map(|date| date["order"].as_u64()).collect();
    order.sort_unstable();
    assert!(order.into_iter().eq(0..dates.len() as u64), "the ranks are not 0, 1, 2, …");
}

/// JSON in lines that a person can review: one line for each field of the top level, and one for each item of its lists.
pub fn lay_out(json: &str) -> String {
    let mut laid = String::new();
    let mut open: Vec<char> = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    for character in json.chars() {
        if quoted {
            laid.push(character);
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        if matches!(character, '}' | ']') {
            let broken = breaks_lines(&open);
            open.pop();
            if broken {
                laid.truncate(laid.trim_end().len());
                if !laid.ends_with(['[', '{']) {
                    laid.push('\n');
                    laid.push_str(&"  ".repeat(open.len()));
                }
            }
        }
        laid.push(character);
        match character {
            '"' => quoted = true,
            '{' | '[' => open.push(character),
            _ => {}
        }
        if matches!(character, '{' | '[' | ',') && breaks_lines(&open) {
            laid.push('\n');
            laid.push_str(&"  ".repeat(open.len()));
        }
    }
    laid.push('\n');
    laid
}

/// Whether the parts of what is open stand on lines of their own: those of the whole, and those of a list in it.
fn breaks_lines(open: &[char]) -> bool {
    matches!(open, ['{'] | ['{', '['])
}

/// The lines that differ, `-` for expected and `+` for found, each with its line number.
pub fn diff(expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    // longest[i][j]: the longest common subsequence of old[i..] and new[j..].
    let mut longest = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] = if old[i] == new[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && longest[i + 1][j] >= longest[i][j + 1]) {
            lines.push_str(&format!("{:5} - {}\n", i + 1, old[i]));
            i += 1;
        } else {
            lines.push_str(&format!("{:5} + {}\n", j + 1, new[j]));
            j += 1;
        }
    }
    lines
}

/// The analysis as the library writes it. `published` and `language` as on the command line.
pub fn analyse_text(text: &str, published: Option<&str>, language: Option<&str>, unit: &str) -> String {
    let mut options = khabar::Options::default().offsets(unit).unwrap();
    if let Some(date) = published {
        options = options.published(date).unwrap();
    }
    if let Some(code) = language {
        options = options.language(code).unwrap();
    }
    serde_json::to_string(&khabar::analyse(text, &options)).unwrap()
}

/// The analysis as a value.
pub fn analyse(text: &str, published: Option<&str>, language: Option<&str>, unit: &str) -> Value {
    serde_json::from_str(&analyse_text(text, published, language, unit)).unwrap()
}
