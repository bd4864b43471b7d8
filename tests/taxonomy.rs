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
            format!("[{}] {} {} {} ({})", date.text, date.kind, date.value, date.modifier.unwrap_or(""), date.rule.as_deref().unwrap_or(""))
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
                // A note that the taxonomy gives must be given, and the same.
                let notes = [("hijri", date.hijri.as_deref()), ("quant", date.quantity.as_deref()), ("freq", date.frequency.as_deref())];
                let noted = notes.iter().all(|(name, found)| timex[name].as_str().is_none_or(|note| *found == Some(note)));
                let same = date.value == value && timex["type"] == date.kind && modifier && noted;
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

/// The kinds of the taxonomy; the last holds only what is no expression of time.
const KINDS: &[&str] = &[
    "A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2", "B3", "C1", "C2", "C3", "C4", "D1", "D2", "D3", "D4", "D5", "E1", "E2", "E3", "F1",
    "F2", "F3", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "H1", "H2", "H3", "X1",
];

/// Every kind has a case of our own that must be found and one that must not; tests/cases.rs runs them.
#[test]
fn every_kind_has_a_positive_and_a_negative_case() {
    let cases = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lang/ar/cases/dates-kinds.txt")).unwrap();
    for kind in KINDS {
        let titles: Vec<&str> =
            cases.lines().filter_map(|line| line.strip_prefix("--- ")?.strip_prefix(kind)?.strip_prefix(": ")).collect();
        let negative = titles.iter().filter(|title| title.starts_with("no: ")).count();
        assert!(negative > 0 && (*kind == "X1" || titles.len() > negative), "{kind} has {titles:?}");
    }
}

fn one(text: &str) -> khabar::report::DateReport {
    let options = Options::default().published("2024-03-12").unwrap();
    let dates = khabar::dates(text, &options);
    assert_eq!(dates.len(), 1, "{text}: {dates:?}");
    assert_eq!(dates, analyse(text, &options).dates);
    dates.into_iter().next().unwrap()
}

#[test]
fn what_contradicts_itself_is_shown_and_flagged() {
    // The weekday, the other calendar, the day beside today; the value keeps to the date.
    for (text, value, conflict) in [
        ("وقع الحادث الاثنين 5 مارس 2024.", "2024-03-05", Some("XXXX-WXX-1")),
        ("وقع الحادث الثلاثاء 5 مارس 2024.", "2024-03-05", None),
        ("نشر الاثنين، 5 مارس 2024 الساعة 9:30 صباحا", "2024-03-05T09:30", Some("XXXX-WXX-1")),
        ("صدر في 10 رمضان 1445هـ الموافق 12 مارس 2024م.", "2024-03-12", Some("2024-03-20")),
        ("صدر في 1 رمضان 1445هـ الموافق 12 مارس 2024م.", "2024-03-12", None),
        ("قال أمس الثلاثاء 5 مارس 2024 إنه سيعود.", "2024-03-05", Some("2024-03-11")),
        ("قال أمس الاثنين 11 مارس 2024 إنه سيعود.", "2024-03-11", None),
        ("They signed on Monday, 5 March 2024.", "2024-03-05", Some("XXXX-WXX-1")),
        ("They signed on Tuesday, 5 March 2024.", "2024-03-05", None),
    ] {
        let date = one(text);
        assert_eq!((date.value.as_str(), date.conflict.as_deref()), (value, conflict), "{text}");
    }
}

#[test]
fn numbers_that_can_be_read_two_ways_say_so() {
    for (text, value, alternative) in [
        ("وقع الهجوم في 7/10/2023.", "2023-10-07", Some("2023-07-10")),
        ("وقع الهجوم في 17/10/2023.", "2023-10-17", None),
        ("وقع الهجوم في 7/7/2023.", "2023-07-07", None),
        ("وقع الهجوم في 2023/7/10.", "2023-07-10", None),
        ("وقع الهجوم السبت 7/10/2023.", "2023-10-07", None),
        ("وقع الهجوم الاثنين 7/10/2023.", "2023-07-10", None),
        ("نشر في 3/4/2023 الساعة 10:15 مساء", "2023-04-03T22:15", Some("2023-03-04T22:15")),
        ("It was signed on 3/4/2023 in Rome.", "2023-03-04", Some("2023-04-03")),
        ("It was signed on Monday 3/4/2023 in Rome.", "2023-04-03", None),
        ("It was signed on 2023-03-04 in Rome.", "2023-03-04", None),
    ] {
        let date = one(text);
        assert_eq!((date.value.as_str(), date.alternative.as_deref()), (value, alternative), "{text}");
    }
}

#[test]
fn the_hijri_date_stays_beside_the_gregorian() {
    for (text, value, hijri) in [
        ("صدر الأمر في 5 جمادى الآخرة 1443هـ.", "2022-01-08", Some("1443-06-05")),
        ("صدر في 2 رمضان 1445هـ الموافق 12 مارس 2024م.", "2024-03-12", Some("1445-09-02")),
        ("صدر في 12 مارس 2024 (2 رمضان 1445هـ).", "2024-03-12", Some("1445-09-02")),
        ("في سنة 1443 هـ صدر الكتاب.", "2021-08-09/2022-07-29", Some("1443")),
        ("يبدأ في شهر شوال المقبل.", "2024-04-10/2024-05-08", Some("1445-10")),
        ("صدر في 12 مارس 2024.", "2024-03-12", None),
    ] {
        let date = one(text);
        assert_eq!((date.value.as_str(), date.hijri.as_deref()), (value, hijri), "{text}");
    }
}

#[test]
fn what_recurs_says_how_often() {
    for (text, value, quantity, frequency) in [
        ("يجتمعون كل يوم.", "P1D", Some("EVERY"), None),
        ("يجتمعون كل أربع سنوات.", "P4Y", Some("EVERY"), None),
        ("يجتمعون مرتين في الشهر.", "P1M", None, Some("2X")),
        ("يصلون خمس مرات في اليوم.", "P1D", None, Some("5X")),
        ("يتصل عدة مرات في الأسبوع.", "P1W", None, Some("XX")),
        ("They meet every Monday.", "XXXX-WXX-1", Some("EVERY"), None),
        ("They meet twice a week.", "P1W", None, Some("2X")),
        ("They met for three days.", "P3D", None, None),
    ] {
        let date = one(text);
        assert_eq!((date.value.as_str(), date.quantity.as_deref(), date.frequency.as_deref()), (value, quantity, frequency), "{text}");
    }
}

#[test]
fn before_christ_has_bounds_and_a_place_on_the_line_of_time() {
    let text = "من عام 2020 إلى القرن الثالث قبل الميلاد ثم عام 1200 قبل الميلاد وعام 1443 هـ.";
    let dates = khabar::dates(text, &Options::default());
    let shown: Vec<(&str, Option<&str>, Option<&str>, usize)> =
        dates.iter().map(|date| (date.value.as_str(), date.earliest.as_deref(), date.latest.as_deref(), date.order)).collect();
    assert_eq!(
        shown,
        [
            ("2020", Some("2020-01-01"), Some("2020-12-31"), 2),
            ("BC02", Some("-0299-01-01"), Some("-0200-12-31"), 1),
            ("BC1200", Some("-1199-01-01"), Some("-1199-12-31"), 0),
            ("2021-08-09/2022-07-29", Some("2021-08-09"), Some("2022-07-29"), 3),
        ]
    );
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
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2022), ..ProptestConfig::with_cases(1_500) })]
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
