//! Where a date stands: on a line that says when the page was published, or beside the words that somebody spoke that day.

use super::expression::{Calendar, Field};
use super::words::{Found, Words, listed};
use super::{Expression, Outlook, Stamp, TimexCandidate};
use crate::find::Scene;
use crate::text::span::Span;

/// What a language tells the setting by.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Folded prepositions that may stand between labels and dates, separated by spaces.
    pub fillers: &'static str,
    /// How many tokens before and after an expression are looked at for the verb that governs it.
    pub reach: usize,
    /// What a word by itself says about past and future: a verb tells one of them.
    pub tense: fn(&Scene<'_>, usize) -> Outlook,
    /// Whether a word is one of saying.
    pub says: fn(&Scene<'_>, usize) -> bool,
}

/// The tense of every word that was asked for: where dates are dense, each word is asked for by many of them.
struct Tenses<'a> {
    setting: &'a Setting,
    scene: &'a Scene<'a>,
    known: Vec<Option<Outlook>>,
}

impl Tenses<'_> {
    fn of(&mut self, token: usize) -> Outlook {
        if self.known.is_empty() {
            self.known.resize(self.scene.document.tokens().len(), None);
        }
        let Some(known) = self.known.get_mut(token) else { return Outlook::Unsaid };
        *known.get_or_insert_with(|| (self.setting.tense)(self.scene, token))
    }

    /// The tense of the nearest verb before an expression in its sentence; failing that, of the first after it.
    fn outlook(&mut self, start: usize, end: usize) -> Outlook {
        let sentence = self.scene.document.sentence_around(start);
        let before = (sentence.start.max(start.saturating_sub(self.setting.reach))..start).rev();
        let after = end..sentence.end.min(end + self.setting.reach);
        before.chain(after).map(|token| self.of(token)).find(|found| *found != Outlook::Unsaid).unwrap_or_default()
    }
}

/// Makes candidates of what the rules read, in the order of the text, and puts each in its setting.
#[must_use]
pub fn candidates(words: &Words<'_>, setting: &Setting, found: Vec<Found>) -> Vec<TimexCandidate> {
    let mut candidates = Vec::with_capacity(found.len());
    let mut tenses = Tenses { setting, scene: words.scene, known: Vec::new() };
    for found in found {
        candidates.push(TimexCandidate {
            span: Span::new(found.start, words.scene.document.span(found.token..found.end).end),
            outlook: tenses.outlook(found.token, found.end),
            said_on: None,
            stamp: None,
            tokens: found.token..found.end,
            expression: *found.expression,
            rule: found.rule,
        });
    }
    stamps(words, setting, &mut tenses, &mut candidates);
    speech(words.scene, setting, &mut candidates);
    candidates
}

/// Longest line, in words that are neither date nor label, that still is a dateline: an agency and a place.
const DATELINE_WORDS: usize = 9;

/// Marks the dates that stand where pages say when they were published.
fn stamps(words: &Words<'_>, setting: &Setting, tenses: &mut Tenses<'_>, candidates: &mut [TimexCandidate]) {
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
        let only_labels = short
            && loose.clone().all(|token| label(token) || listed(setting.fillers, words.folded(token)) || token_is_of_label(words, token));
        let stamp = if only_labels {
            let update = line.clone().any(|token| words.any(token, "label").is_some_and(|hit| hit.has("update")));
            Some(if update { Stamp::Update } else { Stamp::Line })
        } else {
            let open = document.mark(line.start).is_some_and(|mark| matches!(mark, '(' | '['));
            let close = document.mark(to).is_some_and(|mark| matches!(mark, ')' | ']'));
            let before = loose.clone().filter(|&token| token < from).count();
            let dash = document.mark(to).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | ':' | '/')) && to < line.end;
            let opening = document.mark(from.wrapping_sub(1)).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | '،' | ',' | '/' | '('))
                || from == line.start
                || words.follows(from, setting.fillers) && before <= 3;
            let few = before <= DATELINE_WORDS;
            // «(agency - 8 يناير 2022)», «بغداد - 8 يناير 2022 -», «2022/01/08 - بغداد»
            let sentence_before = (line.start..from).any(|token| document.mark(token) == Some('.') && !words.glued(token + 1));
            let told = (line.start..from).any(|token| tenses.of(token) != Outlook::Unsaid);
            (few && !told && !sentence_before && (open && close || dash && opening && before <= 5)).then_some(Stamp::Dateline)
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

/// Tokens between the word of saying, the day and the quotation.
const SPEECH_REACH: usize = 14;

/// Ties what is said inside a quotation to the day on which it was said, if its sentence gives one.
fn speech(scene: &Scene<'_>, setting: &Setting, candidates: &mut [TimexCandidate]) {
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
        let says = |range: std::ops::Range<usize>| range.into_iter().any(|token| (setting.says)(scene, token));
        let is_day = |candidate: &TimexCandidate| {
            matches!(
                candidate.expression,
                Expression::Day { .. } | Expression::Weekday { .. } | Expression::Calendar(Calendar { field: Field::Day(..), .. })
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
