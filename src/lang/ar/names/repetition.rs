//! Repetition: who was introduced by full name is called by the last part of it later, or in a headline before.

use super::grammar::{NAMES, PLACES, function_word, ordinary, particle};
use crate::find::{Findings, Scene};
use crate::lang::ar::spelling;
use crate::lexicon::Class;
use crate::mention::{Candidate, MentionType};
use std::collections::BTreeMap;
use std::num::NonZeroU32;

/// How many names of one key a word is held against, the latest first: a bound that keeps the work in proportion to the text.
const MOST_COMPARED: usize = 16;

/// Marks the short forms of people, and of organisations and places that were named by a rule rather than a list.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let surnames = surnames(scene, findings);
    if surnames.is_empty() {
        return;
    }
    let mut covered = vec![false; scene.document.tokens().len()];
    for person in findings.list().iter().filter(|found| found.kind == MentionType::Person && found.tokens.len() > 1 && found.score >= 0.6) {
        for token in person.tokens.clone() {
            if let Some(mark) = covered.get_mut(token) {
                *mark = true;
            }
        }
    }
    let mut found = Vec::new();
    // Of each distinct word whether no name of the text has its consonants, however its clitics are read.
    let mut strange = vec![false; scene.document.vocabulary().len()];
    for (token, own) in scene.document.tokens().iter().enumerate() {
        let Some(strange) = strange.get_mut(own.word() as usize).filter(|strange| !**strange) else { continue };
        if !scene.is_word(token) || covered.get(token) == Some(&true) {
            continue;
        }
        let folded = scene.folded(token);
        *strange = true;
        for peel in scene.peels(token) {
            let stem = folded.get(peel.offset..).unwrap_or("");
            let Some(known) = surnames.get(&spelling::key(stem)) else { continue };
            *strange = false;
            let Some(surname) = known
                .iter()
                .rev()
                .take(MOST_COMPARED)
                .find(|surname| surname.words.first().is_some_and(|word| spelling::same_name(word, stem)))
            else {
                continue;
            };
            let exact = surname.words.first() == Some(&stem);
            let rest = surname
                .words
                .iter()
                .skip(1)
                .zip(token + 1..)
                .all(|(word, at)| scene.continues(at) && spelling::same_name(word, scene.folded(at)));
            if !rest || (!exact || !peel.is_whole()) && blocked(scene, token, peel.is_whole()) {
                continue;
            }
            let as_given = exact && peel.is_whole() && folded.starts_with("ال") && surname.family && !adjective_follows(scene, token);
            if surname.doubtful && !as_given && !introduced(scene, token) {
                continue;
            }
            let tokens = token..token + surname.words.len();
            let start = scene.document.source_position(token, peel.offset);
            found.push(Candidate {
                span: scene.span_from(start, tokens.clone()),
                tokens,
                kind: MentionType::Person,
                score: if exact { 0.86 } else { 0.74 },
                rule: "short form of a name in the text",
                entry: None,
            });
            break;
        }
    }
    for candidate in found {
        findings.push(candidate);
    }
}

/// The last part of a full name, from its particles on.
struct Surname<'t> {
    words: Vec<&'t str>,
    /// Whether the word is also an ordinary one, so that it needs a title or verb before it.
    doubtful: bool,
    /// Whether it is listed as a family name.
    family: bool,
}

/// By their keys.
fn surnames<'t>(scene: &Scene<'t>, findings: &Findings) -> BTreeMap<Option<NonZeroU32>, Vec<Surname<'t>>> {
    let mut known: BTreeMap<_, Vec<Surname<'t>>> = BTreeMap::new();
    for person in findings.list() {
        if person.kind != MentionType::Person || person.tokens.len() < 2 || person.score < 0.7 {
            continue;
        }
        let last = person.tokens.end - 1;
        let mut first = last;
        while first > person.tokens.start + 1 && particle(scene.folded(first - 1)) {
            first -= 1;
        }
        if first == person.tokens.start {
            continue;
        }
        let words: Vec<&str> = (first..=last).map(|token| scene.folded(token)).collect();
        let letters = words.first().map_or(0, |word| word.chars().count());
        if letters < 3 || function_word(scene, last) {
            continue;
        }
        let given_only = words.len() == 1 && scene.is(last, Class::GivenName) && !scene.is(last, Class::FamilyName);
        let doubtful = words.len() == 1
            && (scene.is(last, Class::Demonym)
                || given_only
                || place_too(scene, last)
                || (ordinary(scene, last) && !family_only(scene, last)));
        let list = known.entry(words.first().and_then(|word| spelling::key(word))).or_default();
        if !list.iter().any(|surname| surname.words == words) {
            let family = scene.is(last, Class::FamilyName) && !scene.is(last, Class::Demonym) && !place_too(scene, last);
            list.push(Surname { words, doubtful, family });
        }
    }
    known
}

/// A family name with the article that is marked as nothing else: الحريري, but not الأسد.
fn family_only(scene: &Scene<'_>, token: usize) -> bool {
    scene.folded(token).starts_with("ال")
        && scene
            .matches
            .at(token)
            .iter()
            .any(|found| found.len() == 1 && found.clitics.is_empty() && found.is(Class::FamilyName) && !found.is_ambiguous(NAMES))
}

fn place_too(scene: &Scene<'_>, token: usize) -> bool {
    scene
        .matches
        .at(token)
        .iter()
        .any(|found| found.clitics.is_empty() && found.len() == 1 && found.classes.meets(PLACES) && !found.is_ambiguous(PLACES))
}

/// A spelling that is not the one of the full name, or one behind a clitic, must not be a listed word of its own.
fn blocked(scene: &Scene<'_>, token: usize, whole: bool) -> bool {
    scene.matches.at(token).iter().any(|found| {
        found.clitics.is_empty()
            && found.len() == 1
            && !(whole && (found.is(Class::FamilyName) || found.is(Class::GivenName)) && !found.is(Class::CommonWord))
    })
}

/// Whether the next word is a definite adjective, as after a common noun: الشاهد الوحيد.
fn adjective_follows(scene: &Scene<'_>, token: usize) -> bool {
    scene.continues(token + 1) && scene.folded(token + 1).starts_with("ال") && !scene.is(token + 1, Class::Time)
}

/// Whether a title, form of address or verb of saying stands right before the word.
fn introduced(scene: &Scene<'_>, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| {
        scene.continues(token)
            && [Class::Office, Class::Honorific, Class::SpeechCue].iter().any(|&class| scene.matches.is_peeled(before, class))
    })
}
