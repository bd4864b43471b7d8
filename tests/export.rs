//! Exports: what holds of every format for any text, and what readers that are not ours make of them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{files, project, read};
use khabar::export::{FORMATS, export, format};
use khabar::{Analysis, Options, analyse};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::process::Command;

/// The articles of the project, the examples of the page, and texts made to break formats.
fn texts() -> Vec<String> {
    let folders = ["tests/articles", "www/examples"];
    let mut texts: Vec<String> = folders.iter().flat_map(|folder| files(&project(folder), "txt")).map(|path| read(&path)).collect();
    assert!(texts.len() >= 5, "the articles are missing");
    texts.extend([String::new(), "\u{FEFF}".to_owned(), "\r\n\t\u{0}\u{1}".to_owned(), HOSTILE.to_owned()]);
    texts
}

/// A text with what formats stumble over, around names and dates that are found.
const HOSTILE: &str = "=HYPERLINK(\"x\") <b>\"عنوان\" & 'خبر' ]]> --> \u{202E}مقلوب\r\n\
    قال الرئيس المصري محمد كامل الشاذلي \u{1F4F0}\u{0}\u{1B}\u{FFFE}: «\"*نص*\" | [رابط](http://example.org) </script> `رمز`»، في القاهرة\u{2028}يوم 15 مارس 2024.\r\
    -5 في المئة\t+3 ملايين دولار @القاهرة\n";

fn made(text: &str, unit: &str) -> Analysis {
    analyse(text, &Options::default().offsets(unit).unwrap())
}

fn exported(text: &str, id: &str) -> String {
    export(text, made(text, "utf16"), format(id).unwrap()).unwrap()
}

#[test]
fn ids_and_extensions_are_told_apart() {
    for (index, row) in FORMATS.iter().enumerate() {
        assert!(FORMATS[..index].iter().all(|other| other.id != row.id && other.extension != row.extension), "{}", row.id);
        assert!(!row.ar.is_empty() && !row.en.is_empty() && row.mime.contains('/'), "{}", row.id);
    }
    let message = format("pdf").unwrap_err().to_string();
    assert!(message.contains("\"pdf\"") && FORMATS.iter().all(|row| message.contains(row.id)), "{message}");
}

#[test]
fn an_analysis_that_is_read_back_is_the_same() {
    for text in texts() {
        for unit in common::UNITS {
            let analysis = analyse(&text, &Options::default().offsets(unit).unwrap().explain(true));
            let written = serde_json::to_string(&analysis).unwrap();
            assert_eq!(export(&text, analysis, format("json").unwrap()).unwrap(), written);
            let read = Analysis::from_json(&written).unwrap();
            assert_eq!(export(&text, read, format("json").unwrap()).unwrap(), written);
        }
    }
}

#[test]
fn the_unit_of_positions_changes_no_other_format() {
    for text in texts() {
        for row in FORMATS.iter().filter(|row| !["json", "csv-dates", "csv-facts"].contains(&row.id)) {
            let [one, two, three] = common::UNITS.map(|unit| export(&text, made(&text, unit), row).unwrap());
            assert!(one == two && two == three, "{}", row.id);
        }
    }
}

const SENTENCE: &str = "📰 قال الرئيس المصري محمد كامل الشاذلي إن القمة ستعقد في القاهرة يوم 15 مارس 2024.";

/// An Analysis of SENTENCE with one change, exported.
fn changed(change: impl FnOnce(&mut Value)) -> Result<String, String> {
    let mut value = serde_json::to_value(made(SENTENCE, "utf16")).unwrap();
    change(&mut value);
    let analysis = Analysis::from_json(&value.to_string()).map_err(|error| error.to_string())?;
    export(SENTENCE, analysis, format("json").unwrap()).map_err(|error| error.to_string())
}

/// A change to an Analysis that makes it wrong.
type Change<'a> = dyn Fn(&mut Value) + 'a;

#[test]
fn what_is_wrong_with_an_analysis_is_named_with_its_place() {
    let length = SENTENCE.encode_utf16().count();
    let cases: &[(&Change, &[&str])] = &[
        (&|a| a["schema"] = json!("khabar/2"), &["schema", "khabar/1"]),
        (&|a| a["language"] = json!("fr"), &["language", "\"fr\"", "ar, en"]),
        (&|a| a["offsets"] = json!("words"), &["offsets", "words"]),
        (&|a| a["mentions"] = json!({}), &["mentions", "not a list"]),
        (&|a| a["dates"] = Value::Null, &["dates", "missing"]),
        (&|a| a["mentions"][1]["type"] = json!("PERSON"), &["mentions[1].type", "\"PERSON\"", "PER, ORG"]),
        (&|a| a["mentions"][0]["start"] = json!(-1), &["mentions[0].start", "whole number"]),
        (&|a| a["mentions"][0]["start"] = json!(1), &["mentions[0]", "start 1"]),
        (&|a| a["dates"][0]["end"] = json!(length + 1), &["dates[0]", &format!("end {}", length + 1), "utf16"]),
        (&|a| a["dates"][0]["end"] = json!(usize::MAX), &["dates[0]", "end"]),
        (&|a| a["mentions"][0]["end"] = a["mentions"][0]["start"].clone(), &["mentions[0]", "not before the end"]),
        (&|a| a["mentions"][0]["text"] = json!("غيره"), &["mentions[0]", "غيره"]),
        (&|a| a["mentions"][0]["nested"] = json!("no"), &["mentions[0].nested", "true or false"]),
        (&|a| a["facts"][0]["args"][0]["role"] = json!("hero"), &["facts[0].args[0].role", "\"hero\"", "holder"]),
        (&|a| a["facts"][0]["args"][0]["entity"] = json!("e99"), &["facts[0].args[0].entity", "e99"]),
        (&|a| a["facts"][0]["evidence"]["end"] = json!(9999), &["facts[0].evidence", "9999"]),
        (&|a| a["entities"][1]["id"] = a["entities"][0]["id"].clone(), &["entities[1]", "twice"]),
        (&|a| *a = json!([]), &["the analysis", "not an object"]),
        (&|a| a["published"] = json!({"value": "2024-03-10", "source": "given", "start": 3}), &["published", "without the other"]),
    ];
    for (change, named) in cases {
        let message = changed(change).unwrap_err();
        assert!(named.iter().all(|word| message.contains(word)), "{message:?} does not say {named:?}");
    }
    let message = Analysis::from_json("{\"schema\": ").unwrap_err().to_string();
    assert!(message.contains("no JSON") && message.contains("line 1"), "{message}");
}

#[test]
fn corrections_are_put_in_order_and_counted() {
    let corrected = changed(|analysis| {
        let mentions = analysis["mentions"].as_array_mut().unwrap();
        mentions.reverse();
        for mention in mentions.iter_mut() {
            // A page that moves the ends of a mention need not cut the text out again.
            mention.as_object_mut().unwrap().remove("text");
            mention.as_object_mut().unwrap().remove("nested");
        }
        analysis["entities"][0]["mentions"] = json!(17);
        analysis["a field of the page"] = json!(true);
    });
    assert_eq!(corrected.unwrap(), serde_json::to_string(&made(SENTENCE, "utf16")).unwrap());
}

/// Reads CSV as RFC 4180 has it, and nothing else.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = csv;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let (before, after) = rest.split_once('"').expect("the quotes are closed");
                    cell.push_str(before);
                    rest = after;
                    let Some(after) = rest.strip_prefix('"') else { break };
                    cell.push('"');
                    rest = after;
                }
            } else {
                let end = rest.find([',', '\r', '\n', '"']).expect("the line is ended");
                cell.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            row.push(cell);
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
                continue;
            }
            rest = rest.strip_prefix("\r\n").unwrap_or_else(|| panic!("neither a comma nor a line end: {rest:?}"));
            break;
        }
        rows.push(row);
    }
    rows
}

#[test]
fn tables_have_a_row_for_each_finding_and_no_formula() {
    for text in texts() {
        let analysis = made(&text, "utf16");
        for (id, count) in
            [("csv-entities", analysis.entities.len()), ("csv-dates", analysis.dates.len()), ("csv-facts", analysis.facts.len())]
        {
            let csv = exported(&text, id);
            let rows = rows(&csv);
            assert_eq!(rows.len(), count + 1, "{id}");
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{id}: rows of several lengths");
            for cell in rows.iter().flatten() {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{id}: {cell:?} is a formula");
            }
        }
        let dates = rows(&exported(&text, "csv-dates"));
        let column = |name: &str| dates[0].iter().position(|title| title == name).unwrap();
        for (row, date) in dates[1..].iter().zip(&analysis.dates) {
            assert_eq!((&row[column("value")], &row[column("text")]), (&date.value, &date.text));
            assert_eq!(row[column("start")], date.start.to_string());
            let sentence = &row[column("sentence")];
            assert!(sentence.is_empty() || sentence.contains(&date.text) || date.text.contains(sentence.as_str()), "{sentence:?}");
        }
    }
}

#[test]
fn a_fact_sheet_names_everything_that_was_found() {
    let text = read(&project("www/examples/diplomacy.txt"));
    let analysis = made(&text, "char");
    let sheet = exported(&text, "md");
    let plain = sheet.replace('\\', "");
    for entity in &analysis.entities {
        assert!(plain.contains(&format!("| {} |", entity.name)), "{} is missing:\n{sheet}", entity.name);
    }
    for date in &analysis.dates {
        assert!(plain.contains(&format!("| {} |", date.value)), "{} is missing", date.value);
    }
    assert!(!analysis.facts.is_empty());
    for fact in &analysis.facts {
        assert!(plain.contains(&fact.evidence.text.split_whitespace().collect::<Vec<_>>().join(" ")), "{} is missing", fact.evidence.text);
    }
}

/// Python reads what we wrote: `tests/export_readers.py` says what it checks.
#[test]
fn other_readers_find_what_was_written() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (number, text) in texts().iter().enumerate() {
        std::fs::write(folder.join(format!("{number}.txt")), text).unwrap();
        for row in FORMATS {
            let content = export(text, made(text, "char"), row).unwrap();
            std::fs::write(folder.join(format!("{number}.{}", row.extension)), content).unwrap();
        }
    }
    let output = match Command::new("python3").arg(project("tests/export_readers.py")).arg(&folder).output() {
        Ok(output) => output,
        Err(error) => {
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "skipped: there is no python3 to read the exports with ({error})");
            return;
        }
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn marks_that_cross_are_cut_so_that_elements_nest() {
    let text = "قال محمد كامل الشاذلي إن القمة انتهت";
    let mut value = serde_json::to_value(made(text, "char")).unwrap();
    let mention = |start: usize, end: usize, kind: &str| json!({"start": start, "end": end, "type": kind});
    value["mentions"] = json!([mention(4, 13, "PER"), mention(9, 24, "ORG"), mention(4, 36, "EVENT"), mention(14, 36, "LOC")]);
    (value["entities"], value["facts"]) = (json!([]), json!([]));
    let analysis = Analysis::from_json(&value.to_string()).unwrap();
    let page = export(text, analysis, format("html").unwrap()).unwrap();
    let body = page.split("<article>").nth(1).unwrap().split("</article>").next().unwrap();
    let mut depth = 0;
    for piece in body.split('<').skip(1) {
        if piece.starts_with("mark ") {
            depth += 1;
        } else if piece.starts_with("/mark>") {
            depth -= 1;
            assert!(depth >= 0);
        } else if piece.starts_with("/h1>") || piece.starts_with("/p>") {
            assert_eq!(depth, 0, "{body}");
        }
    }
    let plain: String = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    assert_eq!(plain.trim(), text);
}

/// The command line with its arguments and standard input: exit status, output, messages.
#[cfg(feature = "cli")]
fn khabar(arguments: &[&str], input: &str) -> (i32, String, String) {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut command = Command::new(env!("CARGO_BIN_EXE_khabar"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A refusal of the arguments comes before the input is read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[cfg(feature = "cli")]
#[test]
fn the_command_line_has_every_format() {
    for row in FORMATS.iter().filter(|row| row.id != "json") {
        let (status, printed, _) = khabar(&["analyse", "--format", row.id], SENTENCE);
        let expected = export(SENTENCE, made(SENTENCE, "char"), row).unwrap();
        assert_eq!((status, printed.trim_end_matches('\n')), (0, expected.trim_end_matches('\n')), "{}", row.id);
    }
    let table = khabar(&["analyse", "--format", "csv", "--table", "dates", "--bom"], SENTENCE).1;
    assert_eq!(table.strip_prefix('\u{FEFF}').unwrap(), export(SENTENCE, made(SENTENCE, "char"), format("csv-dates").unwrap()).unwrap());
}

#[cfg(feature = "cli")]
#[test]
fn the_command_line_exports_an_analysis_that_was_corrected() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("corrected.json");
    let mut value = serde_json::to_value(made(SENTENCE, "utf16")).unwrap();
    value["entities"][0]["name"] = json!("اسم صححه قارئ");
    std::fs::write(&file, value.to_string()).unwrap();
    let file = file.to_str().unwrap();
    let (status, table, _) = khabar(&["export", "--analysis", file, "--format", "csv"], SENTENCE);
    assert!(status == 0 && table.contains("اسم صححه قارئ"), "{table}");
    let (status, _, message) = khabar(&["export", "--analysis", file, "--format", "csv"], "نص غيره");
    assert!(status == 2 && message.contains("[0]: "), "{message}");
}

#[cfg(feature = "cli")]
#[test]
fn the_command_line_names_what_it_cannot_do() {
    for (arguments, named) in [
        (&["analyse", "--format", "pdf"][..], "\"pdf\" is not one of json, "),
        (&["analyse", "--table", "dates"], "--format csv"),
        (&["analyse", "--format", "csv", "--table", "people"], "\"people\" is not one of"),
        (&["analyse", "--format", "html", "a.txt", "b.txt"], "one FILE at a time"),
        (&["analyse", "--format", "html", "--ndjson"], "takes json or ndjson"),
        (&["export", "--format", "html"], "--analysis"),
        (&["analyse", "--analysis", "a.json"], "'export'"),
        (&["export", "--analysis", "no such file.json"], "no such file.json: there is no such file"),
    ] {
        let (status, printed, message) = khabar(arguments, "");
        assert!(status == 2 && printed.is_empty() && message.contains(named), "{arguments:?}: {message}");
    }
}

/// Pieces that analyses are full of, and pieces that formats stumble over.
const PIECES: &[&str] = &[
    "قال الرئيس المصري محمد كامل الشاذلي إن القمة انتهت",
    "وأضاف المتحدث باسم الوزارة: «لن نتراجع»",
    "ببغداد",
    "15 مارس 2024",
    "أمس",
    "3.5 مليون دولار",
    "president of Kenya Grace Njeri said \"no\"",
    "=1+1",
    "-- @x",
    "|a|*b*_c_",
    "\u{202E}",
    "\u{2067}",
    "\0",
    "\u{FFFF}",
    "\r",
    "\n",
    "\r\n",
    "\u{2028}",
    "\t",
    "\"",
    "'",
    ",",
    "<!--",
    "]]>",
    "&amp;",
    "📰",
    " ",
    ".",
    "،",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(2022),
        ..ProptestConfig::default()
    })]

    /// Any text can be taken away in any format, and comes out the same from an Analysis that was read back.
    #[test]
    fn any_text_can_be_exported(pieces in prop::collection::vec(select(PIECES), 0..14), wild in any::<String>(), unit in select(&common::UNITS[..])) {
        let text = pieces.concat() + &wild;
        let analysis = made(&text, unit);
        let written = serde_json::to_string(&analysis).unwrap();
        for row in FORMATS {
            let content = export(&text, analysis.clone(), row).unwrap();
            let again = export(&text, Analysis::from_json(&written).unwrap(), row).unwrap();
            prop_assert_eq!(&content, &again);
            if row.extension.ends_with("json") || row.extension.ends_with("jsonld") {
                prop_assert!(serde_json::from_str::<Value>(&content).is_ok());
            }
            if row.id == "conll" {
                let mut rest = text.as_str();
                for line in content.split('\n').filter(|line| !line.is_empty()) {
                    let (token, _) = line.split_once('\t').unwrap();
                    rest = rest.split_once(token).unwrap_or_else(|| panic!("{token:?} is not in {rest:?}")).1;
                }
            }
        }
    }

    /// An Analysis with its numbers turned to others is refused or exported; it does no harm.
    #[test]
    fn no_number_in_an_analysis_does_harm(seeds in prop::collection::vec((0_usize..400, 0_u64..90), 1..6)) {
        let mut value = serde_json::to_value(made(SENTENCE, "utf16")).unwrap();
        for (which, number) in seeds {
            let mut count = 0;
            disturb(&mut value, which, number, &mut count);
        }
        if let Ok(analysis) = Analysis::from_json(&value.to_string()) {
            for row in FORMATS {
                let _ = export(SENTENCE, analysis.clone(), row);
            }
        }
    }
}

/// Changes the `which`th start or end, and drops the text that would betray it.
fn disturb(value: &mut Value, which: usize, number: u64, count: &mut usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| disturb(item, which, number, count)),
        Value::Object(fields) => {
            fields.remove("text");
            for (name, field) in fields {
                if name == "start" || name == "end" {
                    if *count == which % 30 {
                        *field = json!(number);
                    }
                    *count += 1;
                } else {
                    disturb(field, which, number, count);
                }
            }
        }
        _ => {}
    }
}
