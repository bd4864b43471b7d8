//! The case files of every language, `src/lang/*/cases/*.txt`: texts whose names, dates and facts are marked where they stand.
//!
//! ```text
//! # a comment; before the first case only
//! types: PER ROLE
//! --- a title introduces a person                               published 2024-03-12
//! قال [الرئيس]ROLE [محمد مرسي]PER إن القمة انتهت.
//! => statement speaker="محمد مرسي"
//! => none communication
//! --- a title alone names nobody
//! قال رجل في القاعة.
//! ```
//!
//! The brackets are taken out, what is left is analysed, and what is found must be what was marked: a line without
//! brackets asserts that there is nothing. Brackets nest. `\[`, `\]` and `\\` stand for themselves.
//! A date carries its value: `[15 آذار 2024]DATE=2024-03-15`, and its mod where that matters: `[أوائل يناير]DATE=2022-01;START`.
//! Only the types in the line `types:` are compared, or without one the types that the file marks anywhere.
//! Facts are compared where a case states them: at least these arguments, and fields of the fact without quotes
//! (`=> communication subtype=inform date=2022-01-08 participants="…"`).

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::marks::{Mark, parse_marks, take, with_brackets};
use common::{analyse, check, files, list, project, read, span, string};
use serde_json::Value;
use std::collections::BTreeSet;

/// A line `=> kind name=value role="text"`, or `=> none kind`.
#[derive(Debug, Default, PartialEq)]
struct Fact {
    absent: bool,
    kind: String,
    fields: Vec<(String, String)>,
    args: Vec<(String, String)>,
}

#[derive(Debug)]
struct Case {
    line: usize,
    title: String,
    published: Option<String>,
    text: String,
    marks: Vec<Mark>,
    facts: Vec<Fact>,
}

#[derive(Debug)]
struct CaseFile {
    types: BTreeSet<String>,
    cases: Vec<Case>,
}

fn parse_file(source: &str) -> Result<CaseFile, String> {
    let mut types = None;
    let mut cases: Vec<Case> = Vec::new();
    let mut bodies: Vec<Vec<&str>> = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let at = index + 1;
        if let Some(title) = line.strip_prefix("--- ") {
            let (title, published) = parse_title(title).map_err(|error| format!("line {at}: {error}"))?;
            cases.push(Case { line: at, title, published, text: String::new(), marks: Vec::new(), facts: Vec::new() });
            bodies.push(Vec::new());
        } else if let (Some(case), Some(body)) = (cases.last_mut(), bodies.last_mut()) {
            match line.strip_prefix("=> ") {
                Some(fact) => case.facts.push(parse_fact(fact).map_err(|error| format!("line {at}: {error}"))?),
                None => body.push(line),
            }
        } else if let Some(listed) = line.strip_prefix("types:") {
            types = Some(listed.split_whitespace().map(str::to_owned).collect());
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            return Err(format!("line {at}: neither a comment, nor types:, nor the title of a case: {line}"));
        }
    }
    for (case, body) in cases.iter_mut().zip(bodies) {
        let marked = body.join("\n");
        (case.text, case.marks) =
            parse_marks(marked.trim_matches('\n')).map_err(|error| format!("{} (line {}): {error}", case.title, case.line))?;
        if case.marks.iter().any(|mark| mark.optional) {
            return Err(format!("{} (line {}): a case leaves nothing open; only articles mark spans with ?", case.title, case.line));
        }
        if case.text.trim().is_empty() {
            return Err(format!("{} (line {}): no text", case.title, case.line));
        }
    }
    if cases.is_empty() {
        return Err("no case; a title begins with ---".to_owned());
    }
    let marked: BTreeSet<String> = cases.iter().flat_map(|case| &case.marks).map(|mark| mark.kind.clone()).collect();
    let types: BTreeSet<String> = types.unwrap_or_else(|| marked.clone());
    if let Some(stray) = marked.difference(&types).next() {
        return Err(format!("{stray} is marked but not among the types of the file"));
    }
    if types.is_empty() && cases.iter().any(|case| case.facts.is_empty()) {
        return Err("nothing to compare: mark something, or name the types in a line types:".to_owned());
    }
    Ok(CaseFile { types, cases })
}

/// `title   published 2024-03-12`: the date after two spaces or more.
fn parse_title(line: &str) -> Result<(String, Option<String>), String> {
    match line.split_once("  ") {
        None => Ok((line.trim().to_owned(), None)),
        Some((title, rest)) => match rest.trim().strip_prefix("published ") {
            Some(date) => Ok((title.trim().to_owned(), Some(date.trim().to_owned()))),
            None if rest.trim().is_empty() => Ok((title.trim().to_owned(), None)),
            None => Err(format!("after the title only `published DATE` may stand, not {:?}", rest.trim())),
        },
    }
}

fn parse_fact(line: &str) -> Result<Fact, String> {
    let mut rest = line.trim();
    let word = |rest: &mut &str| {
        let word = take(rest, |c| !c.is_whitespace());
        *rest = rest.trim_start();
        word
    };
    let mut fact = Fact { kind: word(&mut rest), ..Fact::default() };
    if fact.kind == "none" {
        fact.absent = true;
        fact.kind = word(&mut rest);
    }
    if fact.kind.is_empty() {
        return Err("no kind of fact".to_owned());
    }
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').ok_or_else(|| format!("neither role=\"text\" nor field=value: {rest}"))?;
        rest = after;
        if let Some(quoted) = rest.strip_prefix('"') {
            let (text, after) = quoted.split_once('"').ok_or_else(|| format!("no closing quote: {rest}"))?;
            fact.args.push((name.to_owned(), text.to_owned()));
            rest = after.trim_start();
        } else {
            fact.fields.push((name.to_owned(), word(&mut rest)));
        }
    }
    Ok(fact)
}

/// What the analysis found, of these types.
fn found_marks(analysis: &Value, types: &BTreeSet<String>) -> Vec<Mark> {
    let mentions = list(analysis, "mentions").iter().map(|mention| (mention, false));
    let dates = list(analysis, "dates").iter().map(|date| (date, true));
    let mut marks: Vec<Mark> = mentions
        .chain(dates)
        .filter(|(item, _)| types.contains(string(item, "type")))
        .map(|(item, dated)| {
            let (start, end) = span(item);
            Mark {
                start,
                end: std::cmp::Reverse(end),
                kind: string(item, "type").to_owned(),
                value: if dated { string(item, "value").to_owned() } else { String::new() },
                modifier: item["mod"].as_str().unwrap_or_default().to_owned(),
                optional: false,
            }
        })
        .collect();
    marks.sort();
    marks
}

/// The same place and type; value and mod only where the case states them.
fn agrees(expected: &Mark, found: &Mark) -> bool {
    (expected.start, expected.end, &expected.kind) == (found.start, found.end, &found.kind)
        && (expected.value.is_empty() || expected.value == found.value)
        && (expected.modifier.is_empty() || expected.modifier == found.modifier)
}

fn holds(fact: &Fact, found: &Value) -> bool {
    if string(found, "kind") != fact.kind {
        return false;
    }
    let field = |(name, value): &(String, String)| found[name.as_str()].as_str() == Some(value.as_str());
    let mut args: Vec<(&str, &str)> = list(found, "args").iter().map(|arg| (string(arg, "role"), string(arg, "text"))).collect();
    fact.fields.iter().all(field)
        && fact.args.iter().all(|(role, text)| {
            let place = args.iter().position(|arg| *arg == (role.as_str(), text.as_str()));
            place.is_some_and(|place| {
                args.swap_remove(place);
                true
            })
        })
}

fn write_fact(found: &Value) -> String {
    let args = list(found, "args").iter().map(|arg| format!(" {}=\"{}\"", string(arg, "role"), string(arg, "text")));
    format!("=> {}{}", string(found, "kind"), args.collect::<String>())
}

/// What is wrong with the analysis of this case, if anything.
fn complaint(case: &Case, types: &BTreeSet<String>, language: &str) -> Option<String> {
    let analysis = analyse(&case.text, case.published.as_deref(), Some(language), "byte");
    check(&case.text, &analysis);
    let mut complaint = String::new();
    let found = found_marks(&analysis, types);
    if found.len() != case.marks.len() || !case.marks.iter().zip(&found).all(|(expected, found)| agrees(expected, found)) {
        complaint.push_str(&format!(
            "  expected: {}\n  found:    {}\n",
            with_brackets(&case.text, &case.marks),
            with_brackets(&case.text, &found)
        ));
    }
    let facts = list(&analysis, "facts");
    for fact in &case.facts {
        if facts.iter().any(|found| holds(fact, found)) == fact.absent {
            let others: Vec<String> = facts.iter().map(|found| format!("\n            {}", write_fact(found))).collect();
            let none = if others.is_empty() { " none" } else { "" };
            complaint.push_str(&format!("  expected: {fact:?}\n  facts found:{none}{}\n", others.concat()));
        }
    }
    (!complaint.is_empty()).then_some(complaint)
}

#[test]
fn every_case_holds() {
    let mut complaints = String::new();
    let (mut cases, mut failed, mut opened) = (0, 0, 0);
    let mut languages: Vec<_> = std::fs::read_dir(project("src/lang")).unwrap().flatten().map(|entry| entry.path()).collect();
    languages.sort();
    for folder in languages.iter().filter(|path| path.is_dir()) {
        let language = folder.file_name().unwrap().to_str().unwrap();
        for path in files(&folder.join("cases"), "txt") {
            opened += 1;
            let shown = path.strip_prefix(project("")).unwrap().display().to_string();
            match parse_file(&read(&path)) {
                Err(error) => {
                    failed += 1;
                    complaints.push_str(&format!("{shown}: {error}\n"));
                }
                Ok(file) => {
                    for case in &file.cases {
                        cases += 1;
                        if let Some(complaint) = complaint(case, &file.types, language) {
                            failed += 1;
                            complaints.push_str(&format!("{shown}:{}: {}\n{complaint}", case.line, case.title));
                        }
                    }
                }
            }
        }
    }
    println!("{cases} cases in {opened} files");
    assert!(opened > 0, "no case file found under src/lang/*/cases");
    assert!(failed == 0, "{failed} of {cases} cases fail\n{complaints}");
}

// The runner itself.

fn mark(start: usize, end: usize, kind: &str, value: &str) -> Mark {
    Mark { start, end: std::cmp::Reverse(end), kind: kind.to_owned(), value: value.to_owned(), modifier: String::new(), optional: false }
}

#[test]
fn brackets_become_marks_in_bytes() {
    let (text, marks) = parse_marks("رأى [وزارة الخارجية [الروسية]NORP]ORG.").unwrap();
    assert_eq!(text, "رأى وزارة الخارجية الروسية.");
    let start = text.find("وزارة").unwrap();
    let nested = text.find("الروسية").unwrap();
    let end = text.len() - 1;
    assert_eq!(marks, [mark(start, end, "ORG", ""), mark(nested, end, "NORP", "")]);
    assert_eq!(with_brackets(&text, &marks), "رأى [وزارة الخارجية [الروسية]NORP]ORG.");
}

#[test]
fn a_date_has_a_value_and_may_have_a_mod() {
    let (text, marks) = parse_marks("[8 May]DATE=2022-05-08, [early May]DATE=2022-05;START. [now]TIME=2022-05-08T07:00;").unwrap();
    assert_eq!(text, "8 May, early May. now;");
    assert_eq!(marks[0], mark(0, 5, "DATE", "2022-05-08"));
    assert_eq!((marks[1].value.as_str(), marks[1].modifier.as_str()), ("2022-05", "START"));
    assert_eq!((marks[2].value.as_str(), marks[2].modifier.as_str()), ("2022-05-08T07:00", ""));
}

#[test]
fn literal_brackets_are_text() {
    let (text, marks) = parse_marks(r"a \[b\] \\ [c]PER").unwrap();
    assert_eq!(text, r"a [b] \ c");
    assert_eq!(marks, [mark(8, 9, "PER", "")]);
    assert_eq!(with_brackets(&text, &marks), r"a \[b\] \\ [c]PER");
}

#[test]
fn broken_marks_are_refused() {
    let (text, marks) = parse_marks("[a [b]?LOC]ORG?").unwrap();
    assert_eq!((text.as_str(), marks[0].optional, marks[1].optional), ("a b?", false, true));
    assert_eq!(with_brackets(&text, &marks), "[a [b]?LOC]ORG?");
    for broken in ["[a", "a]PER", "[a]", "[a]per", "[a]PER=x", "[a]DATE=", r"\a", "\\"] {
        assert!(parse_marks(broken).is_err(), "{broken} was taken");
    }
}

#[test]
fn a_file_has_a_head_titles_texts_and_facts() {
    let file = parse_file(
        "# comment\ntypes: PER DATE\n\n--- first one    published 2024-03-12\n[A]PER said\nB\n=> statement date=2024-03-12 speaker=\"A\"\n=> none casualties\n\n--- second\nnothing\n",
    )
    .unwrap();
    assert_eq!(file.types, BTreeSet::from(["PER".to_owned(), "DATE".to_owned()]));
    let [first, second] = &file.cases[..] else { panic!("two cases were written") };
    assert_eq!((first.line, first.title.as_str(), first.published.as_deref()), (4, "first one", Some("2024-03-12")));
    assert_eq!(first.text, "A said\nB");
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        first.facts,
        [
            Fact {
                absent: false,
                kind: "statement".to_owned(),
                fields: vec![pair("date", "2024-03-12")],
                args: vec![pair("speaker", "A")]
            },
            Fact { absent: true, kind: "casualties".to_owned(), ..Fact::default() },
        ]
    );
    assert_eq!((second.published.as_deref(), second.text.as_str(), second.marks.len()), (None, "nothing", 0));
}

#[test]
fn a_file_that_compares_nothing_is_refused() {
    assert!(parse_file("--- silent\nnothing\n").is_err());
    assert!(parse_file("types: PER\n--- silent\nnothing\n").is_ok());
    assert!(parse_file("types: PER\n--- stray\n[x]ORG\n").is_err());
    assert!(parse_file("types: PER\n--- empty\n\n").is_err());
    assert!(parse_file("--- wrong   tomorrow\n[x]ORG\n").is_err());
    assert!(parse_file("--- open\n[x]?ORG\n").is_err());
    assert!(parse_file("").is_err());
}

#[test]
fn a_fact_holds_with_some_of_its_arguments() {
    let found = serde_json::json!({"kind": "communication", "date": "2022-01-08", "args": [
        {"role": "participants", "text": "A"}, {"role": "participants", "text": "B"}, {"role": "topic", "text": "C"}]});
    let holds = |line: &str| holds(&parse_fact(line).unwrap(), &found);
    assert!(holds("communication"));
    assert!(holds(r#"communication participants="B" participants="A" date=2022-01-08"#));
    assert!(!holds(r#"communication participants="A" participants="A""#));
    assert!(!holds(r#"communication topic="A""#));
    assert!(!holds("communication date=2022-01-09"));
    assert!(!holds("statement"));
}

#[test]
fn value_and_mod_are_compared_only_where_stated() {
    let found = Mark { modifier: "START".to_owned(), ..mark(0, 1, "DATE", "2022") };
    assert!(agrees(&mark(0, 1, "DATE", ""), &found));
    assert!(agrees(&mark(0, 1, "DATE", "2022"), &found));
    assert!(!agrees(&mark(0, 1, "DATE", "2023"), &found));
    assert!(!agrees(&mark(0, 2, "DATE", "2022"), &found));
    assert!(!agrees(&Mark { modifier: "END".to_owned(), ..mark(0, 1, "DATE", "2022") }, &found));
}
