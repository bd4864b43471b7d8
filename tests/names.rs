//! Names in articles of desks and countries that no rule was made for: sport, courts, markets, culture, weather and others, in the
//! manner of papers from Nouakchott to Muscat. All of it is invented, the people too. Annotated before the analyser was run on them.
//!
//! A file is a line `# desk: …; country: …` and the article, marked as in the case files; `[…]?ORG` is a span that two annotators
//! might see differently, neither required nor wrong. Spans and types must be exact. `core` is PER, ORG and LOC that stand in no
//! other mention; `all` is every type, nested mentions too.
//!
//! `cargo test --release --test names -- --nocapture` prints the figures, `KHABAR_MISSES=1` with it every difference.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::marks::{Mark, parse_marks};
use common::score::Tally;
use common::{analyse, check, files, list, project, read, span, string};

/// The least F1 of `core`, in percent.
const BAR: f64 = 88.0;

const CORE: [&str; 3] = ["PER", "ORG", "LOC"];
const DESKS: usize = 12;

type Key = (usize, usize, String);

/// What is compared: every mention, and the core that stands in no other.
#[derive(Debug, Default)]
struct Names {
    all: Vec<Key>,
    core: Vec<Key>,
}

/// Splits the first line off: the article with its marks, and which desk and country it is of.
fn head(source: &str) -> (&str, &str) {
    let (head, article) = source.split_once('\n').unwrap();
    let head = head.strip_prefix("# desk: ").unwrap_or_else(|| panic!("the first line names no desk: {head}"));
    assert!(head.contains("; country: "), "the first line names no country: {head}");
    (head, article)
}

fn expected(marks: &[Mark]) -> Names {
    let required: Vec<&Mark> = marks.iter().filter(|mark| !mark.optional).collect();
    let key = |mark: &Mark| (mark.start, mark.end.0, mark.kind.clone());
    let inside = |mark: &Mark| {
        let wider = |other: &&Mark| other.start <= mark.start && mark.end.0 <= other.end.0;
        required.iter().any(|other| wider(other) && (other.start, other.end.0) != (mark.start, mark.end.0))
    };
    let core = required.iter().filter(|mark| CORE.contains(&mark.kind.as_str()) && !inside(mark));
    Names { core: core.map(|mark| key(mark)).collect(), all: required.iter().map(|mark| key(mark)).collect() }
}

/// A mention on an optional span counts neither way, whatever its type, unless something is required on the same span.
fn found(analysis: &serde_json::Value, marks: &[Mark]) -> Names {
    let mut names = Names::default();
    for mention in list(analysis, "mentions") {
        let (start, end) = span(mention);
        let mut same = marks.iter().filter(|mark| (mark.start, mark.end.0) == (start, end)).peekable();
        if same.peek().is_some() && same.all(|mark| mark.optional) {
            continue;
        }
        let key = (start, end, string(mention, "type").to_owned());
        if CORE.contains(&key.2.as_str()) && mention["nested"] == false {
            names.core.push(key.clone());
        }
        names.all.push(key);
    }
    names
}

/// What one list has and the other has not, a line each.
fn differences(label: &str, text: &str, have: &[Key], other: &[Key]) -> String {
    let around = |start: usize, end: usize| {
        let from = text[..start].char_indices().rev().nth(20).map_or(0, |(at, _)| at);
        let to = text[end..].char_indices().nth(20).map_or(text.len(), |(at, _)| end + at);
        format!("{}[{}]{}", &text[from..start], &text[start..end], &text[end..to]).replace('\n', " / ")
    };
    let line = |(start, end, kind): &Key| format!("  {label} {kind:8} {}\n", around(*start, *end));
    have.iter().filter(|key| !other.contains(key)).map(line).collect()
}

#[test]
fn names_are_found_in_news_of_every_desk() {
    let articles = files(&project("tests/names"), "txt");
    assert_eq!(articles.len(), DESKS, "articles are missing: {articles:?}");
    let mut tally = Tally::default();
    let mut by_article = Tally::default();
    let mut report = String::new();
    for path in articles {
        let source = read(&path);
        let (desk, marked) = head(&source);
        let (text, marks) = parse_marks(marked).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let analysis = analyse(&text, None, None, "byte");
        check(&text, &analysis);
        let (expected, found) = (expected(&marks), found(&analysis, &marks));
        tally.compare("core", &expected.core, &found.core);
        by_article.compare(desk, &expected.core, &found.core);
        tally.compare("all", &expected.all, &found.all);
        for kind in expected.all.iter().chain(&found.all).map(|key| key.2.as_str()).collect::<std::collections::BTreeSet<_>>() {
            let of_kind = |keys: &[Key]| keys.iter().filter(|key| key.2 == kind).cloned().collect::<Vec<_>>();
            tally.compare(kind, &of_kind(&expected.all), &of_kind(&found.all));
        }
        report.push_str(&format!("{desk}\n"));
        report.push_str(&differences("missed  ", &text, &expected.all, &found.all));
        report.push_str(&differences("invented", &text, &found.all, &expected.all));
    }
    println!("{}\ncore by article\n{}", tally.table(&["core", "all"]), by_article.table(&[]));
    if std::env::var_os("KHABAR_MISSES").is_some() {
        println!("{report}");
    }
    let reached = tally.of("core").f1();
    assert!(reached >= BAR, "core F1 {reached:.1} is below {BAR:.1}\n{report}");
}

#[test]
fn optional_spans_count_neither_way() {
    let (text, marks) = parse_marks("[أ [ب]LOC]ORG [ت]?PER [ث]PER").unwrap();
    let names = expected(&marks);
    assert_eq!((names.all.len(), names.core.len()), (3, 2));
    let at = |word: &str| (text.find(word).unwrap(), text.find(word).unwrap() + word.len());
    let mention =
        |word: &str, kind: &str, nested: bool| serde_json::json!({"start": at(word).0, "end": at(word).1, "type": kind, "nested": nested});
    let analysis = serde_json::json!({"mentions": [mention("ب", "LOC", false), mention("ت", "ORG", false), mention("ث", "LOC", false)]});
    let found = found(&analysis, &marks);
    assert_eq!(found.all.len(), 2, "the mention on the optional span was counted");
    let mut tally = Tally::default();
    tally.compare("all", &names.all, &found.all);
    tally.compare("core", &names.core, &found.core);
    assert_eq!((tally.of("all").right, tally.of("all").invented, tally.of("all").missed), (1, 1, 2));
    assert_eq!((tally.of("core").right, tally.of("core").invented, tally.of("core").missed), (0, 2, 2));
}
