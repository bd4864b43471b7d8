//! Facts in articles of desks that no frame was made for: a court, a market, a match, a storm, a strike, an election. All of it is
//! invented, the people too. The facts were written down before the analyser was run on the articles.
//!
//! Beside each article a JSON in the form of the gold: the name of the article with the facts expected, and `NAME.optional` with
//! readings that a second annotator might add, neither required nor wrong. A fact is found when the kind is the same and 30 % or
//! more of the expected evidence is covered; an argument when the role is the same and half of the words of the longer side are shared.
//!
//! `cargo test --release --test facts_articles -- --nocapture` prints the figures, `KHABAR_MISSES=1` with it every difference.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::score::{Count, Tally};
use common::{analyse, check, files, list, project, read, string};
use serde_json::Value;

/// The most of the expected facts that may be missed, and the most that may be found though nothing expects them: as measured with
/// every kind read, after the first run had shown what the frames lacked (then 52 were missed and 11 invented). The one that is missed
/// is a team sent to whoever gives thanks for it. To be 0 and 0.
const MISSED: usize = 0;
const INVENTED: usize = 0;
/// The least F1 of arguments, in percent, measured with them.
const ARGUMENTS: f64 = 95.5;

const ARTICLES: usize = 6;

/// The fillers of the expected arguments, each as the forms that are accepted: as written, resolved, or both.
fn fillers(fact: &Value) -> Vec<(&str, Vec<&str>)> {
    let mut fillers = Vec::new();
    for (role, value) in fact["args"].as_object().unwrap() {
        let one = std::slice::from_ref(value);
        for filler in value.as_array().map_or(one, Vec::as_slice) {
            let forms: Vec<&str> = match filler.as_str() {
                Some(text) => vec![text],
                None => ["text", "resolved"].iter().filter_map(|form| filler[*form].as_str()).collect(),
            };
            assert!(!forms.is_empty(), "an argument without words: {fact}");
            fillers.push((role.as_str(), forms));
        }
    }
    fillers
}

/// Half of the words of the longer side are shared, in any order.
fn same_words(expected: &str, found: &str) -> bool {
    let mut left: Vec<&str> = found.split_whitespace().collect();
    let (words, others) = (expected.split_whitespace().count(), left.len());
    let mut shared = 0;
    for word in expected.split_whitespace() {
        if let Some(at) = left.iter().position(|other| *other == word) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    shared > 0 && 2 * shared >= words.max(others)
}

fn offset(value: &Value, name: &str) -> u64 {
    value[name].as_u64().unwrap()
}

/// The fact among `found` that covers most of the evidence of this one, 30 % at least, and is not yet used.
fn covering(expected: &Value, found: &[Value], used: &[bool]) -> Option<usize> {
    let overlap = |fact: &Value| {
        offset(fact, "end").min(offset(expected, "end")).saturating_sub(offset(fact, "start").max(offset(expected, "start")))
    };
    let enough = |fact: &Value| 10 * overlap(fact) >= 3 * (offset(expected, "end") - offset(expected, "start"));
    let mut best: Option<usize> = None;
    for (at, fact) in found.iter().enumerate() {
        // Where two are told in the same words («مقتل شاب وإصابة ثلاثة»), the finer kind tells them apart.
        let rank = |fact: &Value| (overlap(fact), fact["subtype"] == expected["subtype"]);
        let better = best.is_none_or(|best| rank(fact) > rank(&found[best]));
        if !used[at] && fact["kind"] == expected["kind"] && enough(fact) && better {
            best = Some(at);
        }
    }
    best
}

/// The arguments of a fact that was found, against those expected.
fn arguments(expected: &Value, found: &Value) -> (Count, String) {
    let mut stated: Vec<(&str, &str)> =
        list(found, "args").iter().filter_map(|arg| Some((string(arg, "role"), arg["text"].as_str()?))).collect();
    let mut count = Count::default();
    let mut report = String::new();
    for (role, forms) in fillers(expected) {
        match stated.iter().position(|(other, text)| *other == role && forms.iter().any(|form| same_words(form, text))) {
            Some(at) => {
                stated.swap_remove(at);
                count.right += 1;
            }
            None => {
                count.missed += 1;
                report.push_str(&format!("    missed   {role}=\"{}\"\n", forms.join("|")));
            }
        }
    }
    count.invented = stated.len();
    stated.iter().for_each(|(role, text)| report.push_str(&format!("    invented {role}=\"{text}\"\n")));
    (count, report)
}

fn add(to: &mut Count, count: Count) {
    to.right += count.right;
    to.invented += count.invented;
    to.missed += count.missed;
}

fn shown(fact: &Value) -> String {
    let args = list(fact, "args").iter().map(|arg| format!(" {}=\"{}\"", string(arg, "role"), arg["text"].as_str().unwrap_or("")));
    format!("{} {}{}", string(fact, "kind"), fact["subtype"].as_str().unwrap_or("-"), args.collect::<String>())
}

/// Compares the facts of one article; what differs is written to the report.
fn compare(tally: &mut Tally, report: &mut String, name: &str, gold: &Value, found: &[Value]) {
    let mut used = vec![false; found.len()];
    for fact in list(gold, name) {
        let kind = string(fact, "kind");
        let Some(at) = covering(fact, found, &used) else {
            let count = Count { missed: 1, ..Count::default() };
            add(tally.of("facts"), count);
            add(tally.of(kind), count);
            add(tally.of("args"), Count { missed: fillers(fact).len(), ..Count::default() });
            report.push_str(&format!("  missed   {kind} {}: {}\n", fact["subtype"].as_str().unwrap_or("-"), string(fact, "evidence")));
            continue;
        };
        used[at] = true;
        let count = Count { right: 1, ..Count::default() };
        add(tally.of("facts"), count);
        add(tally.of(kind), count);
        let (count, differences) = arguments(fact, &found[at]);
        add(tally.of("args"), count);
        tally.compare("subtype", &[fact["subtype"].as_str().unwrap_or("-")], &[found[at]["subtype"].as_str().unwrap_or("-")]);
        if !differences.is_empty() {
            report.push_str(&format!("  {kind}: {}\n{differences}", string(fact, "evidence")));
        }
    }
    // What a second annotator might add, found or not, is no error.
    for fact in list(gold, &format!("{name}.optional")) {
        if let Some(at) = covering(fact, found, &used) {
            used[at] = true;
        }
    }
    for (fact, _) in found.iter().zip(used).filter(|(_, used)| !used) {
        let count = Count { invented: 1, ..Count::default() };
        add(tally.of("facts"), count);
        add(tally.of(string(fact, "kind")), count);
        add(tally.of("args"), Count { invented: list(fact, "args").len(), ..Count::default() });
        report.push_str(&format!("  invented {}\n", shown(fact)));
    }
}

#[test]
fn facts_are_found_in_news_of_other_desks() {
    let articles = files(&project("tests/facts"), "txt");
    assert_eq!(articles.len(), ARTICLES, "articles are missing: {articles:?}");
    let mut tally = Tally::default();
    let mut report = String::new();
    for path in articles {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = read(&path);
        check(&text, &analyse(&text, None, None, "byte"));
        let analysis = analyse(&text, None, None, "char");
        let gold: Value = serde_json::from_str(&read(&path.with_extension("json"))).unwrap();
        report.push_str(&format!("{name}\n"));
        compare(&mut tally, &mut report, name, &gold, list(&analysis, "facts"));
    }
    println!("{}", tally.table(&["facts", "args", "subtype"]));
    if std::env::var_os("KHABAR_MISSES").is_some() {
        println!("{report}");
    }
    let (facts, args) = (*tally.of("facts"), tally.of("args").f1());
    let (missed, invented) = (facts.missed, facts.invented);
    assert!(missed == MISSED && invented == INVENTED, "{missed} facts missed, {invented} invented\n{report}");
    assert!(args >= ARGUMENTS, "F1 of arguments {args:.1} is below {ARGUMENTS:.1}\n{report}");
}

#[test]
fn the_evidence_expected_stands_in_the_articles() {
    for path in files(&project("tests/facts"), "txt") {
        let characters: Vec<char> = read(&path).chars().collect();
        let gold: Value = serde_json::from_str(&read(&path.with_extension("json"))).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(list(&gold, name).len() >= 10, "{name} expects few facts");
        for fact in gold.as_object().unwrap().values().flat_map(|facts| facts.as_array().unwrap()) {
            let place = usize::try_from(offset(fact, "start")).unwrap()..usize::try_from(offset(fact, "end")).unwrap();
            assert_eq!(characters[place].iter().collect::<String>(), string(fact, "evidence"), "{name}");
            if let Some(trigger) = fact["trigger"].as_str() {
                assert!(string(fact, "evidence").contains(trigger), "{name}: {trigger} is not in its evidence");
            }
            for (role, forms) in fillers(fact) {
                assert!(!role.is_empty() && forms.iter().all(|form| !form.trim().is_empty()), "{name}: {fact}");
            }
        }
    }
}
