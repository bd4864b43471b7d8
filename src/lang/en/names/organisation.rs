//! Organisations by their head noun (Ministry of Health, Cairo University), and by the acronym in brackets after them.

use super::grammar::{calendar, capital, opens_sentence, ordinary, title_case};
use crate::find::{Findings, Scene};
use crate::lexicon::{Class, Flags};
use crate::mention::{Candidate, MentionType};
use crate::text::fold::folded;
use std::collections::BTreeSet;

/// The longest name, in tokens, on either side of its head.
const REACH: usize = 8;
/// Portfolios that stand before a small «ministry».
const PORTFOLIOS: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "interior",
    "health",
    "finance",
    "oil",
    "energy",
    "education",
    "economy",
    "trade",
    "transport",
    "justice",
    "culture",
    "agriculture",
    "environment",
    "information",
    "labour",
    "labor",
    "tourism",
];

/// Finds organisations that no list needs to hold.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut acronyms = BTreeSet::new();
    for token in 0..scene.document.tokens().len() {
        if !scene.is_word(token) {
            continue;
        }
        if capital(scene, token) && scene.is(token, Class::OrganisationHead) && !title_case(scene, token) {
            headed(scene, token, findings);
        } else if matches!(scene.folded(token), "ministry" | "ministries") {
            small_ministry(scene, token, findings);
        }
        if let Some((start, end)) = before_acronym(scene, token) {
            push(scene, findings, start..end, 0.9, "name and acronym");
            push(scene, findings, token..token + 1, 0.85, "acronym of a name");
            acronyms.insert(scene.document.source(token).to_owned());
        }
    }
    // An acronym that the text explains counts wherever it stands.
    for token in 0..scene.document.tokens().len() {
        if scene.is_word(token) && acronyms.contains(scene.document.source(token)) {
            push(scene, findings, token..token + 1, 0.8, "acronym again");
        }
    }
}

fn push(scene: &Scene<'_>, findings: &mut Findings, tokens: std::ops::Range<usize>, score: f32, rule: &'static str) {
    let span = scene.document.span(tokens.clone());
    findings.push(Candidate { tokens, span, kind: MentionType::Organisation, score, rule, entry: None });
}

fn headed(scene: &Scene<'_>, head: usize, findings: &mut Findings) {
    let Some(entry) = scene.bare(head, Class::OrganisationHead).and_then(|found| scene.matches.entry(found, Class::OrganisationHead))
    else {
        return;
    };
    let start = left(scene, head);
    let named_before = (start..head).filter(|&token| capital(scene, token)).count();
    if entry.has("of") && scene.folded(head + 1) == "of" && scene.continues(head + 1) {
        let end = right(scene, head + 2);
        if end > head + 2 {
            return push(scene, findings, start..end, 0.88, "head noun and of");
        }
    }
    let needed = if entry.has("weak") { 2 } else { 1 };
    if entry.has("last") && named_before >= needed && !scene.is(head + 1, Class::OrganisationHead) {
        push(scene, findings, start..head + 1, 0.86, "name and head noun");
    }
}

/// The first of the capitalised words before a head, small words between two of them included.
fn left(scene: &Scene<'_>, head: usize) -> usize {
    let mut start = head;
    while start > head.saturating_sub(REACH) && scene.continues(start) {
        let Some(before) = start.checked_sub(1) else { break };
        let plain = capital(scene, before)
            && !scene.is(before, Class::FunctionWord)
            && !calendar(scene, before)
            && !scene.is(before, Class::Office)
            && !scene.is(before, Class::Honorific);
        // The first word of a sentence has its capital anyway.
        let opens = opens_sentence(scene, before) && ordinary(scene, before);
        if plain && !opens {
            start = before;
            continue;
        }
        let joins = matches!(scene.folded(before), "and" | "for" | "of") && scene.continues(before);
        match before.checked_sub(1) {
            Some(further) if joins && capital(scene, further) && !ordinary(scene, further) && !opens_sentence(scene, further) => {
                start = further
            }
            _ => break,
        }
    }
    start
}

/// The token after the capitalised words from `token` on, small words between two of them included.
fn right(scene: &Scene<'_>, token: usize) -> usize {
    let mut end = token;
    while end < token + REACH {
        let mut next = end;
        while next < end + 3 && scene.continues(next) && matches!(scene.folded(next), "the" | "of" | "and" | "for") {
            // «of» and «and» at the very beginning belong to something else.
            if next == token && scene.folded(next) != "the" {
                return end;
            }
            next += 1;
        }
        let fits = scene.continues(next) && capital(scene, next) && !calendar(scene, next) && !scene.is(next, Class::Honorific);
        // «Ministry of Health and President Smith»: a title begins a name of its own.
        if !fits || (next > end && (scene.is(next, Class::Office) || scene.is(next, Class::GivenName))) {
            break;
        }
        end = next + 1;
    }
    end
}

/// «Russian foreign ministry», «Egypt's health ministry»: the small letters of some outlets.
fn small_ministry(scene: &Scene<'_>, head: usize, findings: &mut Findings) {
    let Some(portfolio) = head.checked_sub(1).filter(|&before| PORTFOLIOS.contains(&scene.folded(before)) && scene.continues(head)) else {
        return;
    };
    let people =
        portfolio.checked_sub(1).filter(|&before| scene.is(before, Class::Demonym) && capital(scene, before) && scene.continues(portfolio));
    let owner = portfolio.checked_sub(1).is_some_and(|before| scene.folded(before) == "s" || scene.folded(before) == "the");
    if people.is_some() || owner {
        push(scene, findings, people.unwrap_or(portfolio)..head + 1, 0.8, "small ministry");
    }
}

/// The name before a bracket whose initials are the acronym at `token`: World Health Organization (WHO).
fn before_acronym(scene: &Scene<'_>, token: usize) -> Option<(usize, usize)> {
    let source = scene.document.source(token);
    let open = token.checked_sub(1)?;
    let fits = scene.document.mark(open) == Some('(') && scene.document.mark(token + 1) == Some(')');
    if !fits || source.len() < 2 || source.len() > 8 || !source.chars().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    let mut wanted: Vec<char> = folded(source).chars().collect();
    let mut start = open;
    while let Some(&letter) = wanted.last() {
        let before = start.checked_sub(1)?;
        let listed = scene.bare(before, Class::Organisation).is_some_and(|found| found.flags.has(Flags::ALONE));
        if !scene.is_word(before) || open - before > REACH + 4 || listed {
            return None;
        }
        start = before;
        let small = !capital(scene, before);
        match scene.folded(before).chars().next() {
            Some(first) if first == letter && !(small && scene.is(before, Class::FunctionWord) && wanted.len() == 1) => {
                wanted.pop();
            }
            _ if small && scene.is(before, Class::FunctionWord) => {}
            _ => return None,
        }
    }
    (capital(scene, start) && open - start >= 2).then_some((start, open))
}
