//! Verbs that govern a verbal noun: whose act it is, and how real: «قرر الرئيس إقالة …», «يعتزم … إرسال», «دفع الرئيس لإقالة».

use super::super::Text;
use super::super::clause::noun::Noun;
use super::super::clause::words::Preposition;
use super::super::clause::{self, Actor, Clause, Cue, Form};
use super::slots;
use crate::fact::Realis;
use crate::lang::Clitics;
use crate::text::span::Span;
use std::collections::VecDeque;

/// How far back the verb may stand, in tokens.
pub const REACH: usize = 20;

/// What a verb makes of the verbal noun it governs.
#[derive(Clone, Copy, Debug)]
enum Control {
    /// Its subject acts, with this realis.
    Subject(Realis),
    /// Its object acts.
    Object(Realis),
    /// It is asked for, denied or feared: nothing is told.
    Nothing,
}

/// The verbs by the cue of their row.
const CONTROLS: &[(&str, Control)] = &[
    ("decide", Control::Subject(Realis::Actual)),
    ("perform", Control::Subject(Realis::Actual)),
    ("manage", Control::Subject(Realis::Actual)),
    ("begin", Control::Subject(Realis::Actual)),
    ("go_on", Control::Subject(Realis::Actual)),
    ("launch", Control::Subject(Realis::Actual)),
    ("declare", Control::Subject(Realis::Actual)),
    ("approve", Control::Nothing),
    ("intend", Control::Subject(Realis::Planned)),
    ("prepare", Control::Subject(Realis::Planned)),
    ("pledge", Control::Subject(Realis::Planned)),
    ("attempt", Control::Subject(Realis::Hedged)),
    ("push", Control::Object(Realis::Actual)),
    ("allow", Control::Object(Realis::Planned)),
    ("call", Control::Nothing),
    ("demand", Control::Nothing),
    ("ask", Control::Nothing),
    ("appeal", Control::Nothing),
    ("urge", Control::Nothing),
    ("recommend", Control::Nothing),
    ("oppose", Control::Nothing),
    ("denounce", Control::Nothing),
    ("warn_from", Control::Nothing),
    ("accuse", Control::Nothing),
    ("deny", Control::Nothing),
    ("act_on", Control::Nothing),
    ("adopt", Control::Nothing),
    ("support", Control::Nothing),
    ("agree", Control::Subject(Realis::Planned)),
];

/// Verbs of result.
const RESULTS: &[&str] = &["result_in", "lead_to", "cause", "leave_behind"];

/// Whether a result is only possible: «قد يؤدي إلى», «من شأنه أن يؤدي إلى», «سيؤدي إلى».
fn is_possible(text: &Text<'_>, cue: &Cue) -> bool {
    let before = cue.tokens.start.checked_sub(1).map_or("", |before| text.word(before));
    cue.clitics.any(Clitics::FUTURE) || cue.imperfect && matches!(before, "ان" | "قد" | "ربما" | "لا" | "لن" | "سوف" | "كي" | "حتي")
}

/// Whether a verbal noun stands in what a clause takes.
fn governs(read: &Clause, masdar: usize) -> bool {
    read.objects.iter().any(|group| group.tokens.contains(&masdar))
        || read.complements.iter().any(|complement| complement.group.tokens.contains(&masdar))
}

/// What the verb of result that governs a verbal noun tells as the cause, and where the words of it begin: «أسفر الانفجار عن
/// مقتل», «اندلعت اشتباكات …، ما أدى إلى إصابة …».
#[must_use]
pub fn result(text: &Text<'_>, masdar: usize) -> Option<(Option<Span>, usize)> {
    let sentence = text.clauses.start(masdar);
    let start = sentence.max(masdar.saturating_sub(16));
    for token in (start..masdar).rev() {
        for cue in clause::cues(text, token).into_iter().filter(|cue| cue.form == Form::Verb) {
            if !RESULTS.iter().any(|name| cue.is_named(name)) {
                continue;
            }
            let read = clause::read(text, &cue);
            let subject = read.subject.as_ref().and_then(|group| group.first()).filter(|noun| noun.tokens.end <= masdar);
            // Before the verb or right behind it: «أسفر الانفجار عن».
            let near = |subject: &&Noun| subject.tokens.end <= token || subject.tokens.start == cue.tokens.end;
            if let Some(subject) = subject.filter(near).filter(|subject| !text.is(subject.head, words!["ما", "مما"])) {
                return Some((Some(subject.filler.span), subject.tokens.start.min(token)));
            }
            // «ما أدى إلى», «مما أسفر عن»: the event told before it.
            let told = (sentence.max(token.saturating_sub(36))..token)
                .find(|&at| text.is_noun_of(at, "protest|riot|clash|attack|strike|accident|disaster"));
            let noun = told.and_then(|told| {
                let letters = text.prefixed(told).map(|(_, letters)| letters).or_else(|| text.conjoined(told)).unwrap_or(0);
                text.noun(told, letters, token)
            });
            let by_that = token > sentence && text.is(token - 1, words!["ما", "مما"]);
            // «اشتباكات بين جماهير الفريقين»
            let between = |noun: &Noun| {
                let (preposition, next) = text.preposition(noun.tokens.end)?;
                let sides = (preposition == Preposition::Between).then(|| text.group(next, 0, token, false)).flatten()?;
                Some(text.span(noun.tokens.start..sides.tokens.end).end)
            };
            let span = noun.map(|noun| Span::new(noun.filler.span.start, between(&noun).unwrap_or(noun.filler.span.end)));
            return by_that.then_some((span, sentence));
        }
    }
    None
}

/// Who governs a verbal noun, and its realis: none where nothing is told.
pub type Governor = (Vec<Actor>, Option<Realis>);

/// Who governs the verbal noun at a token. `verbs` are the cues that are verbs, at least those of so many tokens before it.
#[must_use]
pub fn governor(text: &Text<'_>, masdar: usize, verbs: &VecDeque<Cue>) -> Option<Governor> {
    let start = text.clauses.start(masdar).max(masdar.saturating_sub(REACH));
    // «بصدد إرسال»
    if let Some(about) = masdar.checked_sub(1).filter(|&before| text.is(before, words!["بصدد", "وشك", "تعتزم", "اعتزام", "نيتها", "نيته"]))
    {
        let subject = clause::group_before(text, about);
        let actors = subject.into_iter().flat_map(|group| group.items).map(|noun| Actor { filler: noun.filler, elided: false }).collect();
        return Some((actors, Some(Realis::Planned)));
    }
    for token in (start..masdar).rev() {
        if text.ends_clause(token) || text.is(token, super::grammar::COMPLEMENTISERS) && token + 4 < masdar {
            return None;
        }
        for cue in verbs.iter().filter(|cue| cue.tokens.start == token) {
            if RESULTS.iter().any(|name| cue.is_named(name)) && is_possible(text, cue) && governs(&clause::read(text, cue), masdar) {
                return Some((Vec::new(), None));
            }
            let Some(control) = cue.names.split('|').find_map(|name| CONTROLS.iter().find(|(known, _)| *known == name)) else { continue };
            let read = clause::read(text, cue);
            let governs = |tokens: &std::ops::Range<usize>| tokens.contains(&masdar);
            let in_object = read.objects.iter().any(|group| governs(&group.tokens));
            let in_complement = read
                .complements
                .iter()
                .any(|complement| governs(&complement.group.tokens) && complement.group.items.iter().any(|noun| noun.head == masdar));
            if !in_object && !in_complement {
                continue;
            }
            let actors = |group: Option<&clause::noun::Group>| -> Vec<Actor> {
                group
                    .into_iter()
                    .flat_map(|group| &group.items)
                    .filter(|noun| slots::is_actor(text, noun))
                    .map(|noun| Actor { filler: noun.filler, elided: false })
                    .collect()
            };
            return match control.1 {
                Control::Subject(realis) => {
                    let mut list = actors(read.subject.as_ref());
                    if list.is_empty() {
                        list.clone_from(&read.elided);
                    }
                    Some((list, Some(if read.realis == Realis::Actual { realis } else { read.realis })))
                }
                Control::Object(realis) => {
                    let list = read.objects.iter().map(|group| actors(Some(group))).find(|list| !list.is_empty());
                    Some((list.unwrap_or_else(|| actors(read.subject.as_ref())), Some(realis)))
                }
                Control::Nothing => Some((Vec::new(), None)),
            };
        }
    }
    None
}
