//! Pages line by line, and properties of zones.

use super::automaton::Matcher;
use super::*;
use crate::lang;

/// The line where a page of the table begins, its title, and its lines with their zones.
type Page = (usize, String, Vec<(String, String)>);

/// Reads pages from `zones.txt` of a language: their line number, text and zones as (kind, text).
fn pages(source: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for (index, line) in source.lines().enumerate() {
        if line.starts_with("--- ") {
            pages.push((index + 1, String::new(), Vec::new()));
            continue;
        }
        let Some((_, text, zones)) = pages.last_mut() else { continue };
        if let Some((kinds, content)) = line.split_once('\t') {
            let parts = kinds.split('+').zip(content.split('‖'));
            zones.extend(parts.map(|(kind, part)| (kind.to_owned(), part.trim().to_owned())));
            text.push_str(&content.replace('‖', ""));
        } else {
            assert!(line.is_empty(), "line {}: no zone and tab before {line:?}", index + 1);
        }
        text.push('\n');
    }
    pages
}

fn check(language: &str, source: &str) {
    let pack = lang::pack(language).unwrap();
    let mut wrong = Vec::new();
    let pages = pages(source);
    assert!(pages.len() > 4);
    for (line, text, expected) in pages {
        let document = Document::new(&text);
        let found: Vec<(String, String)> =
            zones(&document, &[], pack).iter().map(|zone| (zone.kind.id().to_owned(), zone.span.of(&text).to_owned())).collect();
        for (index, expected) in expected.iter().enumerate() {
            let found = found.get(index).cloned().unwrap_or_default();
            if found != *expected {
                let shape = row_shape(&found.1, pack);
                wrong.push(format!("{language}/zones.txt:{line}: {found:?} (shape {shape:?}) instead of {expected:?}"));
            }
        }
        if found.len() != expected.len() {
            wrong.push(format!("{language}/zones.txt:{line}: {} zones instead of {}: {found:?}", found.len(), expected.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn row_shape(text: &str, pack: &LanguagePack) -> Option<&'static str> {
    let document = Document::new(text);
    row(&document, document.lines().first()?, &[pack], &mut Seen::default()).shape.map(|shape| shape.name)
}

#[test]
fn arabic_pages() {
    check("ar", include_str!("../lang/ar/zones.txt"));
}

#[test]
fn english_pages() {
    check("en", include_str!("../lang/en/zones.txt"));
}

#[test]
fn zones_cover_every_line_in_order_whatever_the_text() {
    for text in ["", "\n\n", "//\n//\n", "- - -\na\n(رويترز) - \n", "المصدر:\n(\n)\n١٢\n", "عنوان\nعنوان\nعنوان"]
    {
        let document = Document::new(text);
        let zones = zones(&document, &[], lang::detect(&document));
        assert!(zones.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for line in document.lines() {
            assert!(zone_at(&zones, line.span.start).is_some() && zone_at(&zones, line.span.end - 1).is_some(), "{text:?}");
        }
    }
}

/// Texts made from the patterns themselves: whatever a pattern matches has what the pattern needs.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn a_line_that_a_pattern_matches_has_what_the_pattern_needs() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    /// A character of no meaning, which folding keeps.
    const EDGE: char = '\u{E000}';

    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for pack in PACKS {
        let shapes = (pack.line_shapes)();
        let mut tried = 0;
        let mut answers = Answers::default();
        for pattern in &shapes.patterns {
            // Where a set of words begins and ends.
            let marked = |text: &str, listed: bool| if listed { format!("{EDGE}{text}{EDGE}") } else { text.to_owned() };
            let whole = shapes
                .prepared
                .sets
                .iter()
                .rev()
                .fold(pattern.text.clone(), |text, set| text.replace(&set.mention, &marked(&format!("(?:{})", set.text), set.words)));
            let bare = whole.trim_start_matches('^').trim_end_matches('$');
            // The generator knows no anchors inside.
            let Ok(texts) = proptest::string::string_regex(bare) else { continue };
            for _ in 0..48 {
                let mut line = String::new();
                crate::text::fold::fold_into(&texts.new_tree(&mut runner).unwrap().current(), &mut line);
                // Words of a set that letters touch, be they another word of a set, are none of the set.
                let line = line.replace(&format!("{EDGE}{EDGE}"), &EDGE.to_string());
                let characters: Vec<char> = line.chars().collect();
                let glued = characters.windows(3).any(|three| three[1] == EDGE && is_alphabetic(three[0]) && is_alphabetic(three[2]));
                if glued {
                    continue;
                }
                let line = line.replace(EDGE, "");
                let bytes = shapes.prepared.alphabet.line(&line);
                if shapes.matcher(pattern).is_some_and(|matcher| matcher.is_match(&bytes)) {
                    tried += 1;
                    let print = Fingerprint::of(&line);
                    shapes.needs.begin(&print, &mut answers);
                    assert!(shapes.needs.met(&pattern.need, &line, &print, true, &mut answers), "{}: {line:?}", pattern.shape.name);
                }
            }
        }
        assert!(tried > 20 * shapes.patterns.len(), "{}: only {tried} texts matched", pack.code);
    }
}

#[test]
fn every_pattern_compiles_and_most_are_automata() {
    for pack in PACKS {
        let shapes = (pack.line_shapes)();
        assert_eq!(shapes.len(), shapes.patterns.len(), "{}", pack.code);
        let automata = shapes.patterns.iter().filter(|pattern| matches!(shapes.matcher(pattern), Some(Matcher::Table(_)))).count();
        assert!(automata * 10 > shapes.patterns.len() * 7, "{}: {automata} automata", pack.code);
    }
}

/// The automata of the build script and the library's own regular expressions, on every line of the tables and what comes of it
/// when it is cut and joined.
#[test]
fn automata_find_what_the_patterns_say() {
    for (pack, source) in [("ar", include_str!("../lang/ar/zones.txt")), ("en", include_str!("../lang/en/zones.txt"))] {
        let pack = lang::pack(pack).unwrap();
        let shapes = (pack.line_shapes)();
        let lines: Vec<Vec<u8>> = pages(source)
            .iter()
            .flat_map(|(_, text, _)| text.lines())
            .map(|line| shapes.prepared.alphabet.line(&pattern::folded(line)))
            .collect();
        let mut texts: Vec<Vec<u8>> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let middle = line.len() / 2;
            let other = &lines[(index * 7 + 3) % lines.len()];
            texts.extend([
                line.clone(),
                line[..middle].to_vec(),
                line[middle..].to_vec(),
                [&line[..middle], &other[other.len() / 2..]].concat(),
            ]);
        }
        let mut found = 0;
        for pattern in &shapes.patterns {
            let Some(Matcher::Regex(regex)) = shapes.compiled(pattern) else { panic!("{}", pattern.shape.name) };
            let Some(automaton @ Matcher::Table(_)) = shapes.matcher(pattern) else { continue };
            for text in &texts {
                let expected: Vec<std::ops::Range<usize>> = regex.find_iter(text).map(|found| found.range()).collect();
                let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
                while let Some(range) = automaton.find_within(text, ranges.last().map_or(0, |last| last.end)..text.len()) {
                    ranges.push(range);
                }
                assert_eq!(ranges, expected, "{}: {text:?}", pattern.shape.name);
                assert_eq!(automaton.is_match(text), !expected.is_empty());
                let at_start = expected.first().filter(|range| range.start == 0).map(|range| range.end);
                assert_eq!(automaton.find_at_start(text), at_start);
                found += expected.len();
            }
        }
        assert!(found > lines.len() / 4, "{}: {found} matches in {} lines", pack.code, lines.len());
    }
}
