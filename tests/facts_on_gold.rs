//! Facts read from the mentions and dates of the gold annotation instead of those that were found: it shows what the frames
//! miss by themselves. Needs the five articles beside the project; says so and passes where they are absent.
//!
//! `KHABAR_FACTS_OUT=DIR cargo test --test facts_on_gold` also writes one Analysis a file, for `score.py --pred DIR`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use khabar::date::{Notes, Timex, TimexType};
use khabar::document::Document;
use khabar::fact::{Reading, settle};
use khabar::find::Scene;
use khabar::lang::ar::PACK;
use khabar::lexicon::Matches;
use khabar::mention::{KINDS, Mention, MentionType};
use khabar::report::Results;
use khabar::text::span::Span;
use khabar::{Analysis, OffsetUnit, Options, link};
use serde_json::Value;
use std::path::Path;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Spans of the gold are code points.
fn span(bytes: &[usize], item: &Value) -> Span {
    let at = |key: &str| bytes[usize::try_from(item[key].as_u64().unwrap()).unwrap()];
    Span::new(at("start"), at("end"))
}

fn tokens(document: &Document<'_>, span: Span) -> std::ops::Range<usize> {
    let first = document.tokens().partition_point(|token| token.span().end <= span.start);
    let end = document.tokens().partition_point(|token| token.span().start < span.end);
    first..end
}

fn analyse(text: &str, gold: &Value) -> Analysis {
    let document = Document::new(text);
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let matches = Matches::new(&document, &PACK);
    let kind_of = |name: &str| -> Option<MentionType> { KINDS.iter().find(|row| row.id == name).map(|row| row.kind) };
    let mut mentions: Vec<Mention> = Vec::new();
    for item in gold["entities"].as_array().unwrap() {
        let span = span(&bytes, item);
        mentions.push(Mention {
            tokens: tokens(&document, span),
            span,
            kind: kind_of(item["type"].as_str().unwrap()).unwrap(),
            score: 1.0,
            rule: "gold",
            entry: None,
            language: "ar",
            nested: item["nested"].as_bool().unwrap_or(false),
            entity: None,
        });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut entities = link::link(&document, &mut mentions);
    // Names that the annotation ties together are one entity, whatever linking made of them.
    let canonical: std::collections::BTreeMap<Span, String> = gold["entities"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| Some((span(&bytes, item), item["canonical"].as_str()?.to_owned())))
        .collect();
    let mut of_name: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for mention in mentions.iter_mut().filter(|mention| mention.entity.is_some()) {
        if let Some(name) = canonical.get(&mention.span) {
            let entity = *of_name.entry(name.clone()).or_insert(mention.entity.unwrap());
            mention.entity = Some(entity);
        }
    }
    for entity in &mut entities {
        entity.english = None;
    }
    let dates: Vec<Timex> = gold["timexes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let span = span(&bytes, item);
            Timex {
                tokens: tokens(&document, span),
                span,
                kind: TimexType::Date,
                value: item["value"].as_str().unwrap_or_default().to_owned(),
                modifier: None,
                earliest: None,
                latest: None,
                anchor: "none".to_owned(),
                notes: Notes::default(),
                rule: "gold",
            }
        })
        .collect();
    let zones = khabar::zone::zones(&document, &[], &PACK);
    let tagging = khabar::tagger::Tagging::default();
    let scene = Scene { document: &document, matches: &matches, pack: &PACK, tagging: &tagging };
    let mut facts = Vec::new();
    let reading = Reading { scene, mentions: &mentions, entities: &entities, dates: &dates, zones: &zones };
    for reader in PACK.facts {
        (reader.read)(&reading, &mut facts);
    }
    let facts = settle(facts);
    let results = Results { language: "ar", published: None, zones, mentions, entities, dates, facts };
    let options = Options { offsets: OffsetUnit::Char, ..Options::default() };
    Analysis::new(text, &results, &options)
}

#[test]
fn the_frames_find_the_gold_facts_given_the_gold_names() {
    let shared = Path::new(SHARED);
    if !shared.join("seeds").is_dir() {
        println!("skipped: no articles in {}", shared.display());
        return;
    }
    let gold_facts = json(&shared.join("gold/facts.json"));
    let out = std::env::var_os("KHABAR_FACTS_OUT");
    let (mut found, mut expected, mut stated) = ([0_usize; 3], [0_usize; 3], [0_usize; 3]);
    let kinds = ["statement", "position", "communication"];
    let mut names: Vec<_> = std::fs::read_dir(shared.join("gold/seeds")).unwrap().flatten().map(|entry| entry.path()).collect();
    names.sort();
    for path in names.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(shared.join("seeds").join(format!("{stem}.txt"))).unwrap();
        let analysis = serde_json::to_value(analyse(&text, &json(path))).unwrap();
        if let Some(folder) = &out {
            std::fs::write(Path::new(folder).join(format!("{stem}.json")), serde_json::to_string(&analysis).unwrap()).unwrap();
        }
        let facts = analysis["facts"].as_array().unwrap();
        let number = |item: &Value, key: &str| item[key].as_u64().unwrap();
        let mut used = vec![false; facts.len()];
        for (index, kind) in kinds.iter().enumerate() {
            stated[index] += facts.iter().filter(|fact| fact["kind"] == *kind).count();
            for gold in gold_facts[stem].as_array().unwrap().iter().filter(|gold| gold["kind"] == *kind) {
                expected[index] += 1;
                let covers = |fact: &Value| {
                    let shared =
                        number(fact, "end").min(number(gold, "end")).saturating_sub(number(fact, "start").max(number(gold, "start")));
                    10 * shared >= 3 * (number(gold, "end") - number(gold, "start"))
                };
                let best = (0..facts.len()).find(|&at| !used[at] && facts[at]["kind"] == *kind && covers(&facts[at]));
                if let Some(best) = best {
                    used[best] = true;
                    found[index] += 1;
                }
            }
        }
    }
    for index in 0..3 {
        println!("{}: {} of {} found, {} stated", kinds[index], found[index], expected[index], stated[index]);
    }
    let share = |index: usize| found[index] as f64 / expected[index] as f64;
    assert!(share(0) >= 0.85 && share(1) >= 0.9 && share(2) >= 0.7, "fewer gold facts found than the frames are known to find");
}
