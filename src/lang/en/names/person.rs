//! People: after a title, by a known given name, in apposition to an office, before a verb of speech, and named again.

use super::grammar::{capital, has_capital, name_end, opens_sentence, place, title_case, words};
use crate::find::{Findings, Scene};
use crate::lang::en::spelling::{key, same_name};
use crate::lexicon::{Class, ClassSet, Flags};
use crate::mention::{Candidate, MentionType};
use std::collections::BTreeMap;
use std::ops::Range;

/// Verbs of speech that stand after their subject.
const SPEECH: &[&str] = &["said", "says", "told", "added", "tweeted", "wrote", "warned", "argued", "insisted"];

/// Finds people.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut found: Vec<(Range<usize>, f32, &'static str)> = Vec::new();
    let mut token = 0;
    while token < scene.document.tokens().len() {
        match person_at(scene, token) {
            Some((tokens, score, rule)) => {
                token = tokens.end;
                found.push((tokens, score, rule));
            }
            None => token += 1,
        }
    }
    for listed in findings.list().iter().filter(|candidate| candidate.kind == MentionType::Person) {
        found.push((listed.tokens.clone(), 0.0, ""));
    }
    again(scene, &mut found);
    for (tokens, score, rule) in found.into_iter().filter(|(_, score, _)| *score > 0.0) {
        let span = scene.document.span(tokens.clone());
        findings.push(Candidate { tokens, span, kind: MentionType::Person, score, rule, entry: None });
    }
}

fn person_at(scene: &Scene<'_>, token: usize) -> Option<(Range<usize>, f32, &'static str)> {
    if !capital(scene, token) {
        return None;
    }
    let end = name_end(scene, token);
    if end == token || ends_as_organisation(scene, end) {
        return None;
    }
    let count = words(scene, token..end);
    let title = after_title(scene, token);
    if title_case(scene, token) {
        // Every word has a capital: a name is two listed ones.
        let listed = strong_given(scene, token) && scene.is(token + 1, Class::FamilyName) && scene.continues(token + 1);
        return listed.then_some((token..token + 2, 0.8, "given and family name"));
    }
    if title {
        // After a title the place is its country: President Biden, but not «President Russia».
        let only_place = count == 1 && place(scene, token);
        return (!only_place).then_some((token..end, if count > 1 { 0.9 } else { 0.8 }, "title and name"));
    }
    if count < 2 {
        return None;
    }
    if strong_given(scene, token) {
        return Some((token..end, 0.86, "given name"));
    }
    if opens_sentence(scene, token) && scene.is(token + 1, Class::GivenName) && !scene.is(token, Class::GivenName) && count < 3 {
        return None;
    }
    let given = scene.is(token, Class::GivenName);
    let family = scene.bare(end - 1, Class::FamilyName).is_some_and(|found| !found.is_ambiguous(ClassSet::of(&[Class::FamilyName])));
    if family && (given || !opens_sentence(scene, token)) && !place(scene, token) {
        return Some((token..end, 0.75, "family name"));
    }
    if count <= 3 && speaks(scene, token, end) {
        return Some((token..end, 0.72, "name before a verb of speech"));
    }
    if count <= 4 && apposed(scene, end) {
        return Some((token..end, 0.74, "name and office after it"));
    }
    None
}

fn strong_given(scene: &Scene<'_>, token: usize) -> bool {
    scene.bare(token, Class::GivenName).is_some_and(|found| !found.is_ambiguous(ClassSet::of(&[Class::GivenName]))) && !place(scene, token)
}

/// «Ahmed Hassan University»: the capitals go on to the head of an organisation.
fn ends_as_organisation(scene: &Scene<'_>, end: usize) -> bool {
    scene.continues(end) && capital(scene, end) && scene.is(end, Class::OrganisationHead)
}

/// Whether an office or a form of address stands right before a token.
fn after_title(scene: &Scene<'_>, token: usize) -> bool {
    let Some(mut before) = token.checked_sub(1).filter(|_| scene.continues(token)) else { return false };
    if scene.document.mark(before) == Some('.') && scene.document.token(before).is_some_and(|point| point.glued) {
        // Mr. Smith, Dr. Salem; after another word the point ends a sentence.
        return before.checked_sub(1).is_some_and(|word| scene.is(word, Class::Honorific) && capital(scene, word));
    }
    let honorific = scene.is(before, Class::Honorific) && capital(scene, before);
    // An office of several words is found from its last word backwards.
    let last = before;
    for _ in 0..4 {
        if scene.matches.at(before).iter().any(|found| found.is(Class::Office) && found.end() == last + 1) {
            return true;
        }
        match before.checked_sub(1) {
            Some(further) if scene.continues(before) => before = further,
            _ => break,
        }
    }
    honorific
}

fn speaks(scene: &Scene<'_>, token: usize, end: usize) -> bool {
    let known = scene.bare(token, Class::Organisation).is_some() || place(scene, token);
    let before = token.checked_sub(1).map_or("", |before| scene.folded(before));
    !known
        && before != "the"
        && (SPEECH.contains(&scene.folded(end)) && scene.continues(end) || before == "said" && scene.document.mark(end).is_some())
}

/// «…, the transport minister, …»: a comma, at most five small words, an office.
fn apposed(scene: &Scene<'_>, end: usize) -> bool {
    if scene.document.mark(end) != Some(',') {
        return false;
    }
    let mut token = end + 1;
    while token < end + 7 && scene.is_word(token) {
        if scene.matches.at(token).iter().any(|found| found.is(Class::Office) && !found.flags.has(Flags::PLURAL)) {
            return true;
        }
        if scene.folded(token) == "and" {
            return false;
        }
        token += 1;
    }
    false
}

/// Who was named in full is found again in full and by the last word of the name.
fn again(scene: &Scene<'_>, found: &mut Vec<(Range<usize>, f32, &'static str)>) {
    let mut taken: Vec<bool> = vec![false; scene.document.tokens().len()];
    let mut full: BTreeMap<_, Vec<Range<usize>>> = BTreeMap::new();
    let mut last: BTreeMap<_, usize> = BTreeMap::new();
    for (tokens, _, _) in found.iter() {
        for token in tokens.clone() {
            if let Some(slot) = taken.get_mut(token) {
                *slot = true;
            }
        }
        if words(scene, tokens.clone()) >= 2 {
            let names = full.entry(key(scene.folded(tokens.start))).or_default();
            // A handful of people with one given name is what an article has; more would cost time and gain nothing.
            if names.len() < 8 {
                names.push(tokens.clone());
            }
            last.entry(key(scene.folded(tokens.end - 1))).or_insert(tokens.end - 1);
        }
    }
    let mut token = 0;
    while token < taken.len() {
        let free = !taken.get(token).copied().unwrap_or(true) && has_capital(scene, token);
        let same =
            |name: &&Range<usize>| (0..name.len()).all(|step| same_name(scene.folded(token + step), scene.folded(name.start + step)));
        let names = if free { full.get(&key(scene.folded(token))) } else { None };
        if let Some(name) = names.and_then(|names| names.iter().find(same)) {
            found.push((token..token + name.len(), 0.85, "named again in full"));
            token += name.len();
            continue;
        }
        let followed = capital(scene, token + 1) && scene.continues(token + 1) && !place(scene, token + 1);
        let led = token.checked_sub(1).is_some_and(|before| {
            capital(scene, before) && scene.continues(token) && !scene.is(before, Class::FunctionWord) && !opens_sentence(scene, before)
        });
        let alone = !(followed || led);
        let named = || {
            let name = last.get(&key(scene.folded(token)));
            name.is_some_and(|&name| same_name(scene.folded(token), scene.folded(name)))
        };
        if free && alone && named() && !scene.is(token, Class::FunctionWord) && !place(scene, token) {
            found.push((token..token + 1, 0.78, "named again by surname"));
        }
        token += 1;
    }
}
