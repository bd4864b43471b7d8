//! Names that the trained tagger proposes: people, places and organisations that no list or rule knows.

use super::grammar::{NAMES, PLACES, function_word};
use crate::find::{Findings, Scene};
use crate::lang::Peel;
use crate::lexicon::{Class, ClassSet};
use crate::mention::{Candidate, MentionType};
use crate::tagger::TaggedName;
use crate::tagger::label;

/// Marks what the tagger found, with the clitics taken off.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut previous: Option<TaggedName> = None;
    for name in scene.tagging.names() {
        if let Some(candidate) = candidate(scene, &name, previous.as_ref()) {
            findings.push(candidate);
        }
        previous = Some(name);
    }
}

fn candidate(scene: &Scene<'_>, name: &TaggedName, previous: Option<&TaggedName>) -> Option<Candidate> {
    let kind = *KINDS.get(name.kind)?;
    let tokens = name.tokens.clone();
    // A name is of words; one function word is none.
    if !tokens.clone().any(|token| scene.is_word(token)) || (tokens.len() == 1 && function_word(scene, tokens.start)) {
        return None;
    }
    let start = first_byte(scene, name, previous);
    Some(Candidate {
        span: scene.span_from(start, tokens.clone()),
        tokens,
        kind,
        score: score(name),
        rule: "trained tagger",
        entry: None,
    })
}

/// The types of the tagger, in the order of its labels.
const KINDS: [MentionType; label::TYPES] = [MentionType::Person, MentionType::Location, MentionType::Organisation];

/// The probability of the tagger on the scale of the rules.
fn score(name: &TaggedName) -> f32 {
    0.4 + 0.45 * name.probability
}

/// Where the name itself begins: after the clitics of its first word. The lists decide where they know the word; else the
/// clusters, which know the words that news writes often.
fn first_byte(scene: &Scene<'_>, name: &TaggedName, previous: Option<&TaggedName>) -> usize {
    const NAMED: ClassSet = ClassSet(NAMES.0 | PLACES.0 | ClassSet::of(&[Class::Organisation, Class::OrganisationHead, Class::PlaceHead, Class::Person]).0);
    let first = name.tokens.start;
    let whole = scene.document.source_position(first, 0);
    let listed = scene.matches.at(first).iter().filter(|found| found.classes.meets(NAMED)).min_by_key(|found| found.span.start);
    if let Some(found) = listed {
        return found.span.start;
    }
    let folded = scene.folded(first);
    let Some(tagger) = scene.pack.tagger.and_then(|tagger| tagger()) else { return whole };
    let peeled = |peel: Peel| scene.document.source_position(first, peel.offset);
    let joins = folded.starts_with('و') && previous.is_some_and(|previous| previous.kind == name.kind && previous.tokens.end == first);
    let mut readings = (scene.pack.peel)(folded);
    match readings.find(|peel| !(joins && peel.is_whole()) && tagger.knows_word(folded, *peel)) {
        Some(reading) => peeled(reading),
        None if joins => (scene.pack.peel)(folded).find(|peel| !peel.is_whole()).map_or(whole, peeled),
        None => whole,
    }
}
