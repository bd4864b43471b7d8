//! Events, laws and products: listed ones, heads with a definite complement, and type codes.

use super::grammar::{PLACES, definite, demonym, name_adjective, next_word};
use crate::find::{Findings, Scene};
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Flags, Match};
use crate::mention::{Candidate, MentionType};
use crate::text::chars::is_quote;

const EVENT: ClassSet = ClassSet::of(&[Class::Event]);
const HEADS: ClassSet = ClassSet::of(&[Class::LawHead, Class::EventHead]);

/// Marks laws, treaties, events and products.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    for token in 0..scene.document.tokens().len() {
        if let Some(found) = scene.longest(token, EVENT)
            && (found.len() > 1 || !found.is_ambiguous(EVENT))
        {
            push(scene, findings, found, found.end(), MentionType::Event, 0.85, "listed event");
            continue;
        }
        let head = scene.matches.of(token, HEADS).find(|found| !found.clitics.any(Clitics::AS));
        if let Some(head) = head.filter(|head| head.clitics.is_empty() || !super::place::whole_word_is_listed(scene, head.first()))
            && !scene.folded(head.first()).starts_with("ال")
            && let Some((end, named)) = definite_complement(scene, findings, head.end())
        {
            if head.is(Class::LawHead) && (named || !head.flags.has(Flags::WEAK)) {
                push(scene, findings, head, end, MentionType::Law, 0.66, "law with head noun");
            } else if head.is(Class::EventHead) && named && end - head.end() > 1 {
                push(scene, findings, head, end, MentionType::Event, 0.6, "event with head noun");
            }
        }
        product(scene, findings, token);
    }
}

fn push(scene: &Scene<'_>, findings: &mut Findings, head: &Match, end: usize, kind: MentionType, score: f32, rule: &'static str) {
    let tokens = head.first()..end;
    findings.push(Candidate { span: scene.span_from(head.span().start, tokens.clone()), tokens, kind, score, rule, entry: None });
}

/// A definite noun or a place with the adjectives after it: the token after it, and whether it holds a name.
fn definite_complement(scene: &Scene<'_>, findings: &Findings, first: usize) -> Option<(usize, bool)> {
    if !next_word(scene, first) {
        return None;
    }
    let start = scene.document.span(first..first + 1).start;
    let place = findings
        .at(first)
        .filter(|found| found.kind == MentionType::Location && found.span.start == start)
        .map(|found| found.tokens.end)
        .max();
    let mut at = match place {
        Some(end) => end,
        None if definite(scene, first) && !demonym(scene, first) && !scene.is(first, Class::Time) => first + 1,
        None => return None,
    };
    while next_word(scene, at) && at < first + 5 && (name_adjective(scene, at) || demonym(scene, at) && scene.folded(at).starts_with("ال"))
    {
        at += 1;
    }
    // اتفاقية باريس [للمناخ]
    if next_word(scene, at)
        && scene.folded(at).starts_with("لل")
        && place.is_some()
        && !scene.matches.at(at).iter().any(|found| found.classes.meets(PLACES))
    {
        at += 1;
    }
    Some((at, place.is_some()))
}

/// Type codes (إل-76, إف-16, إس-400) and what follows «من طراز».
fn product(scene: &Scene<'_>, findings: &mut Findings, token: usize) {
    let document = scene.document;
    let code = document.mark(token + 1).is_some_and(|mark| matches!(mark, '-' | '–'))
        && scene.is_word(token)
        && scene.folded(token).chars().count() <= 4
        && document.token(token + 1).is_some_and(|dash| dash.glued)
        && document.token(token + 2).is_some_and(|number| number.is_number() && number.glued);
    if code {
        let tokens = token..token + 3;
        let span = document.span(tokens.clone());
        findings.push(Candidate { tokens, span, kind: MentionType::Product, score: 0.85, rule: "type code", entry: None });
        return;
    }
    if !matches!(scene.folded(token), "طراز" | "طرازي") {
        return;
    }
    let quoted = document.mark(token + 1).is_some_and(is_quote);
    let first = if quoted { token + 2 } else { token + 1 };
    let end = if quoted {
        (first..first + 5).find(|&at| document.mark(at).is_some_and(is_quote))
    } else {
        document
            .token(first)
            .filter(|word| word.is_latin())
            .map(|_| first + 1 + usize::from(document.token(first + 1).is_some_and(|number| number.is_number())))
    };
    if let Some(end) = end.filter(|&end| end > first && scene.continues(first)) {
        let tokens = first..end;
        let span = document.span(tokens.clone());
        findings.push(Candidate { tokens, span, kind: MentionType::Product, score: 0.8, rule: "model after «طراز»", entry: None });
    }
}
