//! Arabic expressions of time: rules over the words of `words/time_words.tsv`, one file a kind. Each rule reads at one token and
//! says how far it reaches; the longest reading wins.

mod calendar;
mod clock;
mod contexts;
mod days;
mod lengths;
mod periods;
mod tense;
mod words;

use crate::date::{Expression, Stamp, TimexCandidate};
use crate::find::Scene;
use crate::lexicon::Class;
use crate::text::span::Span;
use words::Words;

/// What a rule read.
#[derive(Clone, Debug)]
struct Found {
    token: usize,
    end: usize,
    start: usize,
    expression: Expression,
    rule: &'static str,
}

impl Found {
    const fn new(token: usize, end: usize, start: usize, expression: Expression, rule: &'static str) -> Self {
        Self { token, end, start, expression, rule }
    }
}

/// The rules in order; among readings of equal length the earlier rule wins.
const RULES: &[fn(&Words<'_>, usize) -> Option<Found>] = &[
    periods::range,
    clock::clock_and_day,
    clock::day_and_clock,
    clock::part_of_day,
    periods::part,
    periods::weekend,
    |words, token| periods::period(words, token, true),
    lengths::offset,
    lengths::every,
    periods::vague,
    lengths::duration,
    lengths::about,
];

/// Finds the expressions of time.
#[must_use]
pub fn find(scene: &Scene<'_>) -> Vec<TimexCandidate> {
    let words = Words { scene };
    let count = scene.document.tokens().len();
    let mut found: Vec<Found> = Vec::new();
    let mut token = 0;
    while token < count {
        let read = read(&words, token);
        match read.last() {
            Some(last) if last.end > token => {
                token = last.end;
                found.extend(read);
            }
            _ => token += 1,
        }
    }
    let mut candidates: Vec<TimexCandidate> = found
        .into_iter()
        .map(|found| TimexCandidate {
            span: Span::new(found.start, scene.document.span(found.token..found.end).end),
            outlook: tense::outlook(scene, found.token, found.end),
            said_on: None,
            stamp: None,
            tokens: found.token..found.end,
            expression: found.expression,
            rule: found.rule,
        })
        .collect();
    stamps(&words, &mut candidates);
    speech(scene, &mut candidates);
    candidates
}

/// The longest reading at a token; several when a list of days shares one month.
fn read(words: &Words<'_>, token: usize) -> Vec<Found> {
    let document = words.scene.document;
    let Some(first) = document.token(token) else { return Vec::new() };
    let listed = words.scene.matches.at(token).iter().any(|found| found.is(Class::Time));
    // Words that rules know by themselves: قبل, بعد, كل, مرة, موسم, عطلة, س, تمام.
    let known = || {
        let folded = words.scene.folded(token);
        (words.scene.pack.peel)(folded).any(|peel| {
            matches!(
                folded.get(peel.offset..),
                Some(
                    "قبل"
                        | "بعد"
                        | "كل"
                        | "مره"
                        | "مرتين"
                        | "مرات"
                        | "موسم"
                        | "الموسم"
                        | "عطله"
                        | "تمام"
                        | "س"
                        | "ال"
                )
            )
        })
    };
    if !first.is_number() && !(first.is_word() && (listed || known())) {
        return Vec::new();
    }
    let mut best: Option<Found> = None;
    for rule in RULES {
        if let Some(found) = rule(words, token)
            && found.end > token
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    }
    if first.is_number()
        && let Some(list) = calendar::days_of_one_month(words, token)
        && list.last().is_some_and(|last| best.as_ref().is_none_or(|best| last.end >= best.end))
    {
        return list;
    }
    best.into_iter().collect()
}

/// Longest line, in words that are neither date nor label, that still is a dateline: an agency and a place.
const DATELINE_WORDS: usize = 9;

/// Marks the dates that stand where pages say when they were published.
fn stamps(words: &Words<'_>, candidates: &mut [TimexCandidate]) {
    let document = words.scene.document;
    for index in 0..candidates.len() {
        let Some(candidate) = candidates.get(index) else { break };
        let line = document.lines().get(document.line_of(candidate.tokens.start)).map_or(0..0, |line| line.tokens.clone());
        let (from, to) = (candidate.tokens.start, candidate.tokens.end);
        // Bounded: a stamp stands near the beginning of its line.
        if from - line.start > 24 {
            continue;
        }
        let label = |token: usize| words.any(token, "label").is_some();
        let short = line.len() <= 24;
        let others = candidates.iter().skip(index.saturating_sub(2)).take(5).filter(|other| other.tokens.start >= line.start);
        let taken: Vec<std::ops::Range<usize>> = others.map(|other| other.tokens.clone()).collect();
        let is_free = |token: usize| !taken.iter().any(|range| range.contains(&token));
        let plain = |token: usize| document.token(token).is_some_and(|token| token.is_word() || token.is_number());
        let loose = line.clone().filter(|&token| is_free(token) && plain(token));
        let only_labels =
            short && loose.clone().all(|token| label(token) || words.scene.folded(token) == "في" || token_is_of_label(words, token));
        let stamp = if only_labels {
            let update = line.clone().any(|token| matches!(words.scene.folded(token), "تحديث" | "التحديث"));
            Some(if update { Stamp::Update } else { Stamp::Line })
        } else {
            let open = document.mark(line.start).is_some_and(|mark| matches!(mark, '(' | '['));
            let close = document.mark(to).is_some_and(|mark| matches!(mark, ')' | ']'));
            let before = loose.clone().filter(|&token| token < from).count();
            let dash = document.mark(to).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | ':' | '/')) && to < line.end;
            let opening = document.mark(from.wrapping_sub(1)).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | '،' | ',' | '/' | '('))
                || from == line.start
                || words.follows(from, &["في"]) && before <= 3;
            let few = before <= DATELINE_WORDS;
            // «(agency - 8 يناير 2022)», «بغداد - 8 يناير 2022 -», «2022/01/08 - بغداد»
            let sentence_before = (line.start..from).any(|token| document.mark(token) == Some('.') && !words.glued(token + 1));
            (few && !sentence_before && (open && close || dash && opening && before <= 5)).then_some(Stamp::Dateline)
        };
        if let Some(candidate) = candidates.get_mut(index) {
            candidate.stamp = stamp;
        }
    }
}

/// Whether the token is inside a label of several words: «تاريخ النشر».
fn token_is_of_label(words: &Words<'_>, token: usize) -> bool {
    (1..=2).any(|back| token.checked_sub(back).and_then(|before| words.any(before, "label")).is_some_and(|hit| hit.end > token))
}

/// Words and nouns of saying; the day in their clause is the day of speaking.
const SAYING: &[&str] = &[
    "قال",
    "قالت",
    "قوله",
    "قولها",
    "قولهم",
    "تصريح",
    "تصريحات",
    "صرح",
    "صرحت",
    "اعلن",
    "اعلنت",
    "اكد",
    "اكدت",
    "اضاف",
    "اضافت",
    "ذكر",
    "ذكرت",
    "بيان",
    "كتب",
    "كتبت",
    "اوضح",
    "اوضحت",
    "موتمر",
    "حديث",
    "كلمه",
    "خطاب",
    "تغريده",
    "افاد",
    "افادت",
    "رسالته",
];

/// Tokens between the word of saying, the day and the quotation.
const SPEECH_REACH: usize = 14;

/// Ties what is said inside a quotation to the day on which it was said, if its sentence gives one.
fn speech(scene: &Scene<'_>, candidates: &mut [TimexCandidate]) {
    let document = scene.document;
    let mut reached = 0;
    for quotation in document.quotations() {
        // An inner quotation has the day of the outer one.
        if quotation.tokens.start < reached {
            continue;
        }
        reached = quotation.tokens.end;
        let first = candidates.partition_point(|candidate| candidate.tokens.start < quotation.tokens.start);
        let after = candidates.partition_point(|candidate| candidate.tokens.start < quotation.tokens.end);
        if first == after {
            continue;
        }
        let says = |range: std::ops::Range<usize>| range.into_iter().any(|token| SAYING.contains(&stem(scene, token)));
        let is_day = |candidate: &TimexCandidate| {
            matches!(
                candidate.expression,
                Expression::Day { .. }
                    | Expression::Weekday { .. }
                    | Expression::Calendar(crate::date::expression::Calendar { field: crate::date::expression::Field::Day(..), .. })
            )
        };
        let open = quotation.tokens.start.saturating_sub(1);
        let before = first.checked_sub(1).and_then(|index| candidates.get(index)).filter(|candidate| {
            is_day(candidate)
                && document.sentence_of(candidate.tokens.start) == document.sentence_of(open)
                && open.saturating_sub(candidate.tokens.end) <= SPEECH_REACH
                && says(
                    candidate.tokens.start.saturating_sub(SPEECH_REACH).max(document.sentence_around(open).start)..candidate.tokens.start,
                )
        });
        let close = quotation.tokens.end;
        let behind = candidates.get(after).filter(|candidate| {
            is_day(candidate)
                && quotation.closed
                && document.line_of(candidate.tokens.start) == document.line_of(open)
                && candidate.tokens.start.saturating_sub(close) <= SPEECH_REACH
                && says(close..candidate.tokens.start)
                && !(close..candidate.tokens.start).any(|token| document.mark(token) == Some('.'))
        });
        let Some(start) = before.or(behind).map(|candidate| candidate.span.start) else { continue };
        for candidate in candidates.iter_mut().take(after).skip(first) {
            candidate.said_on = Some(start);
        }
    }
}

/// The folded word without a conjunction.
fn stem<'a>(scene: &'a Scene<'_>, token: usize) -> &'a str {
    let folded = scene.folded(token);
    match folded.strip_prefix(['و', 'ف']) {
        Some(rest) if SAYING.contains(&rest) => rest,
        _ => folded,
    }
}
