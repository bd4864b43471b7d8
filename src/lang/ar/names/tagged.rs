//! Names that the trained tagger proposes: people, places and organisations that no list or rule knows.

use super::grammar::{NAMES, PLACES, after_preposition, definite, demonym, function_word, name_part, nisba, particle};
use super::person::read_name;
use crate::find::{Findings, Scene};
use crate::lang::{Clitics, Peel};
use crate::lexicon::{Class, ClassSet};
use crate::mention::{Candidate, MentionType};
use crate::tagger::{TaggedName, label};
use crate::vote::{KINDS, RULE};
use std::ops::Range;

/// Marks what the tagger found, with the clitics taken off.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut read_until = 0;
    let mut previous: Option<TaggedName> = None;
    for mut name in scene.tagging.names() {
        if name.tokens.start < read_until {
            continue; // taken into the name before it
        }
        name.tokens.end = end(scene, findings, &name);
        name.tokens.start = start(scene, &name);
        if (name.kind == label::ORGANISATION && organ_without_state(scene, &name))
            || (name.kind == label::PLACE && has_complement(scene, &name.tokens))
        {
            continue;
        }
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

/// Where the name starts. The given name before بن may be an ordinary word too ([سلطان] بن عايض), and آل belongs to the name; an
/// organisation's noun belongs to it, though the tagger's corpora leave it out ([شركة] الرواد).
fn start(scene: &Scene<'_>, name: &TaggedName) -> usize {
    let first = name.tokens.start;
    let before = first.checked_sub(1).filter(|_| scene.continues(first));
    let taken = before.filter(|&before| match name.kind {
        label::PERSON => (particle(scene.folded(first)) && scene.is(before, Class::GivenName)) || scene.document.source(before) == "آل",
        label::ORGANISATION => {
            let head = scene.matches.at(before).iter().find(|found| found.is(Class::OrganisationHead) && found.len() == 1);
            let media = |found| {
                scene.matches.entry(found, Class::OrganisationHead).is_some_and(|entry| entry.has("media") || entry.has("ministry"))
            };
            head.is_some_and(|found| !media(found)) && !scene.matches.at(first).iter().any(|found| found.is(Class::OrganisationHead))
        }
        _ => false,
    });
    taken.unwrap_or(first)
}

/// Where the name ends. A person's goes on as far as the grammar of names reads on; an organisation's ends before و and the noun
/// of another one.
fn end(scene: &Scene<'_>, findings: &Findings, name: &TaggedName) -> usize {
    let end = name.tokens.end;
    match name.kind {
        label::PERSON => read_name(scene, name.tokens.start, true).map_or(end, |read| read.end.max(end)),
        label::ORGANISATION => {
            let mut inner = name.tokens.clone().skip(1);
            let end = inner.find(|&token| begins_another(scene, token) || titled_name(findings, token)).unwrap_or(end);
            // أسيك ميموزا [الإيفواري]: a nationality after a foreign name is no part of it.
            let foreign = end > name.tokens.start + 1
                && demonym(scene, end - 1)
                && !(name.tokens.start..end - 1)
                    .any(|token| scene.folded(token).starts_with("ال") || scene.matches.is_peeled(token, Class::OrganisationHead));
            if foreign { end - 1 } else { end }
        }
        // كازاخستان | نور سلطان: two listed places are two names.
        _ => {
            let listed =
                |token: usize| findings.at(token).filter(|found| found.kind == MentionType::Location).map(|found| found.tokens.end).max();
            listed(name.tokens.start).filter(|&first| first < end && listed(first).is_some()).unwrap_or(end)
        }
    }
}

/// قاس قطر الدائرة: an ordinary word that a country is called by too, with the noun that it belongs to.
pub fn has_complement(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let (first, next) = (tokens.start, tokens.end);
    let ordinary_too = tokens.len() == 1 && scene.matches.at(first).iter().any(|found| found.len() == 1 && found.is_ambiguous(PLACES));
    ordinary_too
        && scene.continues(next)
        && definite(scene, next)
        && !nisba(scene, next)
        && !demonym(scene, next)
        && !after_preposition(scene, first, Clitics::NONE)
}

/// قوات الأمن, الشرطة: an organ of state is named by its state or by a name.
fn organ_without_state(scene: &Scene<'_>, name: &TaggedName) -> bool {
    let first = name.tokens.start;
    let state = scene.matches.at(first).iter().any(|found| {
        found.len() == 1 && scene.matches.entries(found).any(|entry| entry.class == Class::OrganisationHead && entry.has("state"))
    });
    let named = |token: usize| {
        scene.matches.at(token).iter().any(|found| found.is(Class::Demonym) || found.classes.meets(PLACES))
            || name_part(scene, token).is_some()
    };
    state && !name.tokens.clone().skip(1).any(named)
}

/// محافظ بنك إنجلترا [سامي الحداد]: a name that is due because of a title before it.
fn titled_name(findings: &Findings, token: usize) -> bool {
    findings.at(token).any(|found| found.kind == MentionType::Person && found.rule == super::person::AFTER_TITLE)
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
    let listed =
        scene.matches.at(token).iter().any(|found| found.clitics == Clitics::CONJUNCTION && found.classes.meets(HEADS) && found.len() > 1);
    listed || head(stem) || stem.strip_prefix("ال").is_some_and(head)
}

/// Where the name itself begins: after the clitics of its first word. The lists decide where they know the word; else the
/// clusters, which know the words that news writes often.
fn first_byte(scene: &Scene<'_>, name: &TaggedName, previous: Option<&TaggedName>) -> usize {
    const NAMED: ClassSet =
        ClassSet(NAMES.0 | PLACES.0 | ClassSet::of(&[Class::Organisation, Class::OrganisationHead, Class::PlaceHead, Class::Person]).0);
    let first = name.tokens.start;
    let whole = scene.document.source_position(first, 0);
    let listed = scene.matches.at(first).iter().filter(|found| found.classes.meets(NAMED)).min_by_key(|found| found.span().start);
    if let Some(found) = listed {
        return found.span().start;
    }
    let folded = scene.folded(first);
    let Some(tagger) = scene.pack.tagger.and_then(|tagger| tagger()) else { return whole };
    let peeled = |peel: Peel| scene.document.source_position(first, peel.offset);
    // The article behind a clitic is plain: والبنك, بالقاهرة, للجمهورية.
    let article = scene.peels(first).find(|peel| {
        !peel.is_whole()
            && (!peel.restored.is_empty()
                || folded.get(peel.offset..).is_some_and(|rest| rest.starts_with("ال") && rest.chars().nth(4).is_some()))
    });
    if let Some(peel) = article {
        return scene.document.source_position(first, peel.offset);
    }
    let joins = folded.starts_with('و') && previous.is_some_and(|previous| previous.kind == name.kind && previous.tokens.end == first);
    let mut readings = scene.peels(first);
    match readings.find(|peel| !(joins && peel.is_whole()) && tagger.knows_word(folded, *peel)) {
        Some(reading) => peeled(reading),
        None if joins => scene.peels(first).find(|peel| !peel.is_whole()).map_or(whole, peeled),
        None => whole,
    }
}
