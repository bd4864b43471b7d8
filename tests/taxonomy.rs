//! The taxonomy of Arabic time expressions in ../shared/spec: how many values are right, by category, and which traps spring.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use khabar::{Options, analyse};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Right values (type and value) of the 186; the floor lies a little under what is reached.
const FLOOR: usize = 180;
/// Of the 28 negative probes, those in which something may be marked.
const TRAPS: usize = 1;

/// Readings that the notes of the taxonomy accept beside its values.
const ACCEPTED: &[(&str, &str)] = &[("D3-02", "P2W"), ("E1-03", "P42M"), ("F3-03", "2022-01-08TMO")];
/// Probes whose one interval the notes accept as two dates.
const AS_TWO: &[(&str, [&str; 2])] = &[("G1-07", ["2022-01-12", "2022-01-13"])];

#[derive(Default)]
struct Score {
    right: usize,
    of: usize,
    exact: usize,
}

#[test]
fn the_taxonomy_of_time() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/spec/time-taxonomy.jsonl");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let mut categories: BTreeMap<String, Score> = BTreeMap::new();
    let (mut sprung, mut negatives) = (0, 0);
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let probe: Value = serde_json::from_str(line).unwrap();
        let (id, text) = (probe["id"].as_str().unwrap(), probe["text"].as_str().unwrap());
        let options = Options::default().published(probe["dct"].as_str().unwrap()).unwrap().explain(true);
        let analysis = analyse(text, &options);
        let shown = |date: &khabar::report::DateReport| {
            format!("[{}] {} {} {} ({})", date.text, date.kind, date.value, date.modifier.unwrap_or(""), date.rule.unwrap_or(""))
        };
        let shown = analysis.dates.iter().map(shown).collect::<Vec<_>>().join(" ");
        let gold = probe["timex"].as_array().unwrap();
        if gold.is_empty() {
            negatives += 1;
            if !shown.is_empty() {
                sprung += 1;
                println!("sprung {id}: {text}\n    {shown}");
            }
            continue;
        }
        let mut used = vec![false; analysis.dates.len()];
        let score = categories.entry(probe["cat"].as_str().unwrap().to_owned()).or_default();
        for timex in gold {
            let (start, end) = (timex["start"].as_u64().unwrap() as usize, timex["end"].as_u64().unwrap() as usize);
            let value = timex["value"].as_str().unwrap();
            let fits = |date: &khabar::report::DateReport| {
                let modifier = timex["mod"].as_str().is_none_or(|modifier| date.modifier == Some(modifier));
                let same = date.value == value && timex["type"] == date.kind && modifier;
                date.start < end && start < date.end && (same || ACCEPTED.contains(&(id, date.value.as_str())))
            };
            let found = analysis.dates.iter().enumerate().position(|(index, date)| !used[index] && fits(date));
            let values = || analysis.dates.iter().map(|date| date.value.as_str());
            let as_two = AS_TWO.iter().any(|(probe, two)| *probe == id && values().eq(two.iter().copied()));
            score.of += 1;
            if let Some(index) = found {
                used[index] = true;
                score.exact += usize::from(analysis.dates[index].start == start && analysis.dates[index].end == end);
            }
            if found.is_some() || as_two {
                score.right += 1;
            } else {
                println!("missed {id}: {text}\n    {} {value} {} but {shown}", timex["text"], timex["mod"].as_str().unwrap_or(""));
            }
        }
    }
    for (name, score) in &categories {
        println!("{name}  {:2} of {:2}, extent {}", score.right, score.of, score.exact);
    }
    let sum = |part: fn(&Score) -> usize| categories.values().map(part).sum::<usize>();
    let (right, of, exact) = (sum(|score| score.right), sum(|score| score.of), sum(|score| score.exact));
    println!("values right: {right} of {of}; with the exact extent: {exact}; traps sprung: {sprung} of {negatives}");
    assert!(right >= FLOOR, "only {right} of {of} values are right, the floor is {FLOOR}");
    assert!(sprung <= TRAPS, "{sprung} traps sprung, at most {TRAPS} may");
}

/// Words of which rules are made, thrown together in any order.
const SOUP: &[&str] = &[
    "يوم",
    "اليوم",
    "أمس",
    "غدا",
    "السبت",
    "،",
    "8",
    "31",
    "يناير",
    "/",
    "كانون الثاني",
    "رمضان",
    "2022",
    "1443هـ",
    "الموافق",
    "من",
    "إلى",
    "بين",
    "و",
    "عام",
    "العام",
    "الماضي",
    "المقبل",
    "قبل",
    "بعد",
    "منذ",
    "ثلاثة",
    "أيام",
    "أسبوعين",
    "ونصف",
    "الساعة",
    "07:00",
    "ص",
    "مساء",
    "فجر",
    "ليلة",
    "على",
    "أوائل",
    "نهاية",
    "الربع",
    "الأول",
    "القرن",
    "العشرين",
    "ق.م",
    "كل",
    "مرتين",
    "في",
    "الشهر",
    "التالي",
    "نفسه",
    "\"",
    "قال",
    "-",
    "(",
    ")",
    ".",
    "بتوقيت",
    "غرينتش",
    "موسم",
    "2021/22",
    "عيد الفطر",
    "الأحد",
    "99",
    "0",
    "ألف",
    "مئة",
    "عقود",
    "وقت سابق",
    "هذا",
    "March",
    "last",
    "week",
    "3rd",
    "two",
    "days",
    "ago",
    "the",
    "1990s",
    "p.m.",
    "\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]
    #[test]
    fn words_of_time_in_any_order_on_any_day(
        picks in prop::collection::vec(0..SOUP.len(), 1..40),
        year in 1..=9999_u16,
        month in 1..=12_u8,
        day in 1..=28_u8,
        known in any::<bool>(),
    ) {
        let text = picks.iter().map(|&pick| SOUP[pick]).collect::<Vec<_>>().join(" ");
        let published = format!("{year:04}-{month:02}-{day:02}T23:59");
        let options = if known { Options::default().published(&published).unwrap() } else { Options::default() };
        let dates = analyse(&text, &options.offsets("byte").unwrap()).dates;
        for date in &dates {
            prop_assert_eq!(text.get(date.start..date.end), Some(date.text.as_str()));
            prop_assert!(!date.value.is_empty() && date.start < date.end);
            prop_assert!(date.earliest.is_some() == date.latest.is_some());
        }
        for pair in dates.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
    }
}

/// Long runs of one pattern: the time grows with the length, not with its square.
#[test]
fn long_runs_of_dates_are_read_in_the_time_of_a_test() {
    for unit in [
        "5 يناير 2022 ",
        "5 و",
        "السبت، ",
        "\"أمس\" قال ",
        "منذ عام ",
        "12/",
        "(8 يناير 2022) - ",
        "ليلة 5 على 6 يناير",
        "March 5, ",
        "2011-",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let begin = std::time::Instant::now();
        let _ = analyse(&text, &Options::default().published("2022-01-08").unwrap());
        assert!(begin.elapsed().as_secs() < 20, "{unit:?} repeated took {:?}", begin.elapsed());
    }
}
