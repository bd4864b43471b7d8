//! Names that the trained tagger proposes: people, places and organisations that no list or rule knows.

use super::grammar::{NAMES, PLACES, function_word};
use super::person::read_name;
use crate::find::{Findings, Scene};
use crate::lang::{Clitics, Peel};
use crate::lexicon::{Class, ClassSet};
use crate::mention::Candidate;
use crate::tagger::{TaggedName, label};
use crate::vote::{KINDS, RULE};

/// Marks what the tagger found, with the clitics taken off.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut read_until = 0;
    let mut previous: Option<TaggedName> = None;
    for mut name in scene.tagging.names() {
        if name.tokens.start < read_until {
            continue; // taken into the name before it
        }
        name.tokens.end = end(scene, &name);
        read_until = name.tokens.end;
        // A name is of words; one function word is none.
        let words = name.tokens.clone().filter(|&token| scene.is_word(token)).count();
        if words == 0 || (words == 1 && name.tokens.clone().all(|token| !scene.is_word(token) || function_word(scene, token))) {
            continue;
        }
        let Some(&kind) = KINDS.get(name.kind) else { continue };
        let start = first_byte(scene, &name, previous.as_ref());
        findings.push(Candidate {
            span: scene.span_from(start, name.tokens.clone()),
            tokens: name.tokens.clone(),
            kind,
            score: 0.35 + 0.5 * name.probability,
            rule: RULE,
            entry: None,
        });
        previous = Some(name);
    }
}

/// Where the name ends. A person's goes on as far as the grammar of names reads on; an organisation's ends before و and the noun
/// of another one.
fn end(scene: &Scene<'_>, name: &TaggedName) -> usize {
    let end = name.tokens.end;
    match name.kind {
        label::PERSON => read_name(scene, name.tokens.start, true).map_or(end, |read| read.end.max(end)),
        label::ORGANISATION => {
            let mut inner = name.tokens.clone().skip(1);
            inner.find(|&token| begins_another(scene, token)).unwrap_or(end)
        }
        _ => end,
    }
}

/// الوكالة الفرنسية للتنمية [والبنك الدولي]: و before a listed organisation or its noun.
pub fn begins_another(scene: &Scene<'_>, token: usize) -> bool {
    const HEADS: ClassSet = ClassSet::of(&[Class::Organisation, Class::OrganisationHead]);
    let folded = scene.folded(token);
    let Some(stem) = folded.strip_prefix('و') else { return false };
    let lexicon = scene.matches.lexicon();
    let head = |stem: &str| {
        lexicon.word(stem).is_some_and(|node| {
            lexicon.classes(node).has(Class::OrganisationHead)
                && !lexicon.entries(node).any(|entry| entry.class == Class::OrganisationHead && entry.has("ministry"))
        })
    };
    let listed = scene.matches.at(token).iter().any(|found| found.clitics == Clitics::CONJUNCTION && found.classes.meets(HEADS) && found.len() > 1);
    listed || head(stem) || stem.strip_prefix("ال").is_some_and(head)
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
