//! What was said, up to its right edge.

use super::*;
use crate::lang::ar::facts::clause::rows::Part;
use crate::text::quotation::Quotation;

impl Said {
    /// The fact, with the right edge of its content.
    pub(super) fn fact(&self, text: &Text<'_>, cuts: &[(usize, Option<usize>)]) -> Option<Fact> {
        let content = self.content(text, cuts)?;
        if content.span.is_empty() || !content.tokens.clone().any(|token| text.is_word(token)) {
            return None;
        }
        let first = self.first.min(content.tokens.start);
        let last = content.tokens.end.max(self.cue.end).max(self.first + 1);
        let mut evidence = text.span(first..last);
        evidence = evidence.cover(content.outer);
        // The mark that ends the sentence belongs to the words.
        let after = text.document().token_at_or_after(evidence.end);
        if text.document().mark(after).is_some_and(|mark| matches!(mark, '.' | '؟' | '!')) && text.reading.scene.continues(after) {
            evidence = evidence.cover(text.span(after..after + 1));
        }
        let mut arguments: Vec<Argument> = self
            .speakers
            .iter()
            .map(|(filler, elided)| if *elided { filler.elided("speaker") } else { filler.argument("speaker") })
            .collect();
        arguments.push(Argument { role: "cue", span: self.cue_span, entity: None, elided: false });
        arguments.push(Argument { role: "content", span: content.span, entity: None, elided: false });
        for argument in &self.arguments {
            // One of each is told of one speech.
            if !arguments.iter().any(|known| known.role == argument.role && argument.role != "via") {
                arguments.push(argument.clone());
            }
        }
        let fact = Fact::new("statement", evidence, arguments, self.rule);
        Some(Fact { trigger: Some(self.cue_span), date: self.date, realis: self.realis, directness: Some(content.directness), ..fact })
    }

    fn content(&self, text: &Text<'_>, cuts: &[(usize, Option<usize>)]) -> Option<Content> {
        match self.opening {
            Opening::Quotation(index) => {
                let quotation = text.document().quotations().get(index)?;
                let (first, close) = (quotation.tokens.start, quotation.tokens.end);
                if quotation.closed && !self.goes_on(text, close + 1, cuts) {
                    return Some(Content {
                        tokens: quotation.tokens.clone(),
                        span: without_stop(text, quotation),
                        outer: quotation.outer,
                        directness: Directness::Direct,
                    });
                }
                if !quotation.closed {
                    let end = self.right_edge(text, first, cuts).max(first);
                    let span = text.span(first..end);
                    return Some(Content { tokens: first..end, span, outer: span, directness: Directness::Direct });
                }
                // «إن "المفاوضات صعبة" لكنها مستمرة»: marks within what is said.
                let end = trim(text, close, self.right_edge(text, close, cuts)).1.max(close + 1);
                let span = text.span(first.saturating_sub(1)..end);
                Some(Content { tokens: first.saturating_sub(1)..end, span, outer: span, directness: Directness::Mixed })
            }
            Opening::Before(index) => {
                let quotation = text.document().quotations().get(index)?;
                Some(Content {
                    tokens: quotation.tokens.clone(),
                    span: without_stop(text, quotation),
                    outer: quotation.outer,
                    directness: Directness::Direct,
                })
            }
            Opening::Range(start, end) => {
                let (start, end) = trim(text, start, end);
                let span = self.behind_clitic(text.span(start..end));
                Some(Content { tokens: start..end, span, outer: span, directness: directness(text, start..end) })
            }
            Opening::Clause(at) | Opening::Colon(at) => {
                let end = self.right_edge(text, at, cuts);
                let (start, end) = trim(text, at, end);
                if start >= end {
                    return None;
                }
                let span = self.behind_clitic(text.span(start..end));
                Some(Content { tokens: start..end, span, outer: span, directness: directness(text, start..end) })
            }
        }
    }

    fn behind_clitic(&self, span: Span) -> Span {
        match self.begin {
            Some(begin) if begin > span.start && begin < span.end => Span::new(begin, span.end),
            _ => span,
        }
    }

    /// Where what began at a token ends: at the end of its sentence, or where the next statement of a row begins.
    fn right_edge(&self, text: &Text<'_>, at: usize, cuts: &[(usize, Option<usize>)]) -> usize {
        let end = text.clauses.end(at).max(at);
        let level = text.clauses.speech(self.cue.start);
        let from = cuts.partition_point(|(cut, _)| *cut <= at.max(self.cue.start));
        let next = cuts.iter().skip(from).take(8).find(|(_, speech)| *speech == level).map_or(end, |(cut, _)| *cut);
        // In a title the source stands behind a dash.
        let edge = end.min(next);
        let edge = source_behind(text, at, edge).unwrap_or(edge);
        // «…، داعيا الحكومة إلى …»: what the speaker does besides is no part of what is said.
        let besides = (at + 2..edge.min(at + BESIDES)).find(|&comma| {
            text.is_comma(comma)
                && text.clauses.same_level(comma, at)
                && text.cues(comma + 1).any(|row| row.is(Part::PARTICIPLE) && row.found.clitics.is_empty())
        });
        let edge = besides.unwrap_or(edge);
        if text.is_headline(at)
            || text.clauses.end(at) == text.document().lines().get(text.document().line_of(at)).map_or(0, |line| line.tokens.end)
        {
            let dash = (at..edge)
                .rev()
                .take(6)
                .find(|&dash| matches!(text.document().mark(dash), Some('–' | '—')) && text.clauses.same_level(dash, at));
            if let Some(dash) = dash.filter(|&dash| text.phrases.at(dash + 1).is_some()) {
                return dash;
            }
        }
        edge
    }

    /// Whether the sentence goes on behind a closing mark with what belongs to what is said.
    fn goes_on(&self, text: &Text<'_>, after: usize, cuts: &[(usize, Option<usize>)]) -> bool {
        if after >= text.clauses.end(self.cue.start) || !text.reading.scene.continues(after) {
            return false;
        }
        if text.document().mark(after).is_some() || cuts.binary_search_by_key(&after, |(cut, _)| *cut).is_ok() {
            return false;
        }
        // After a colon the marks hold all of it; «وصفه ب"…"» names no more than the marks hold.
        let before = text.document().mark(self.quotation_start(text).saturating_sub(2));
        let by = matches!(self.rule, "statement-named" | "statement-characterisation" | "statement-headline");
        before != Some(':') && !by
    }

    fn quotation_start(&self, text: &Text<'_>) -> usize {
        match self.opening {
            Opening::Quotation(index) => text.document().quotations().get(index).map_or(0, |quotation| quotation.tokens.start),
            _ => 0,
        }
    }
}

/// Tokens of what is said among which the speaker's next deed is looked for.
const BESIDES: usize = 80;

/// What is said, once its right edge is known.
struct Content {
    tokens: Range<usize>,
    span: Span,
    /// With its marks.
    outer: Span,
    directness: Directness,
}

/// Where a clause that names the source of what stands before it begins: «…، وفق "رويترز"».
fn source_behind(text: &Text<'_>, at: usize, edge: usize) -> Option<usize> {
    /// Such a clause is short and ends the sentence.
    const LONGEST: usize = 14;
    (at + 2..edge).rev().take(LONGEST).find(|&comma| {
        let source = || {
            text.listed(comma + 1, Class::SpeechCue).is_some_and(|(found, entry)| {
                found.clitics.is_empty() && (entry.has("according") || entry.has("clause")) && !text.is(comma + 1, words!["كما"])
            })
        };
        text.is_comma(comma) && text.clauses.same_level(comma, at) && source() && !(comma + 1..edge).any(|later| text.is_comma(later))
    })
}

/// Leaves fences and stops at both ends out.
fn trim(text: &Text<'_>, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    let stop =
        |at: usize| text.is_comma(at) || text.document().mark(at).is_some_and(|mark| matches!(mark, '.' | '…' | ':') || is_dash(mark));
    while start < end && stop(start) {
        start += 1;
    }
    while end > start && (stop(end - 1) || text.is(end - 1, words!["كما", "و", "فيما", "وقد", "هذا"])) {
        end -= 1;
    }
    (start, end)
}

/// The words in marks without the full stop or comma before the closing mark.
fn without_stop(text: &Text<'_>, quotation: &Quotation) -> Span {
    let (start, end) = (quotation.tokens.start, quotation.tokens.end);
    let last = end.saturating_sub(1);
    let stop = last > start && (text.is_comma(last) || text.document().mark(last) == Some('.'));
    if stop { Span::new(quotation.inner.start, text.span(start..last).end.max(quotation.inner.start)) } else { quotation.inner }
}

/// Whether what is said holds words in quotation marks.
fn directness(text: &Text<'_>, tokens: Range<usize>) -> Directness {
    let quotations = text.document().quotations();
    let first = quotations.partition_point(|quotation| quotation.tokens.start <= tokens.start);
    let inside = quotations.iter().skip(first).take(8).take_while(|quotation| quotation.tokens.start < tokens.end);
    let speech =
        inside.filter(|quotation| quotation.tokens.start.checked_sub(1).is_some_and(|mark| text.clauses.opens(mark).is_some())).count();
    if speech > 0 { Directness::Mixed } else { Directness::Indirect }
}
