//! Who said what: "X said that …", "…", X said", "according to X".

use super::Text;
use crate::fact::phrase::{Agreement, Filler};
use crate::fact::speaker::Chain;
use crate::fact::{Argument, Directness, Fact, Realis};
use crate::mention::MentionType;
use crate::text::span::Span;
use std::ops::Range;

/// Verbs that what is said can follow without "that".
const SAY: &[&str] = &["said", "says", "added", "adds"];
/// Verbs that need "that" or quotation marks before what is said: a report, a plan or a charge can be their object too.
const REPORT: &[&str] = &[
    "told",
    "tells",
    "announced",
    "announces",
    "confirmed",
    "denied",
    "warned",
    "warns",
    "claimed",
    "claims",
    "insisted",
    "argued",
    "stated",
    "noted",
    "stressed",
    "reported",
    "wrote",
    "tweeted",
    "declared",
    "acknowledged",
    "admitted",
    "explained",
    "predicted",
    "pledged",
    "vowed",
    "replied",
    "emphasised",
    "emphasized",
    "reiterated",
    "remarked",
    "suggested",
];
/// Words between a subject and its verb.
const BETWEEN: &[&str] = &["also", "later", "then", "has", "had", "have", "earlier", "previously", "repeatedly", "further"];
/// How many tokens after its verb what is said may begin.
const REACH: usize = 14;

/// States the statements of a text.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut chain = Chain::default();
    for token in 0..text.document().tokens().len() {
        if !text.reading.scene.is_word(token) || !text.is_told(token) {
            continue;
        }
        let word = text.word(token);
        let found = if SAY.contains(&word) || REPORT.contains(&word) {
            said(text, token, &chain)
        } else if word == "according" && text.word(token + 1) == "to" {
            according(text, token)
        } else {
            None
        };
        let Some(statement) = found else { continue };
        chain.push(vec![(statement.speaker.0, Agreement::default())], text.clauses.speech(token), false);
        facts.push(statement.fact(text));
    }
}

struct Statement {
    speaker: (Filler, bool),
    cue: Range<usize>,
    content: Span,
    /// What is said with its quotation marks.
    outer: Span,
    directness: Directness,
    rule: &'static str,
}

impl Statement {
    fn fact(&self, text: &Text<'_>) -> Fact {
        let cue = text.document().span(self.cue.clone());
        let (filler, elided) = self.speaker;
        let speaker = if elided { filler.elided("speaker") } else { filler.argument("speaker") };
        let argument = |role, span| Argument { role, span, entity: None, elided: false };
        let own = if elided { cue } else { cue.cover(filler.span) };
        let near = self.cue.start.saturating_sub(3)..self.cue.end + 4;
        Fact {
            kind: "statement",
            subtype: None,
            evidence: own.cover(self.outer),
            also: Vec::new(),
            trigger: Some(cue),
            arguments: vec![speaker, argument("cue", cue), argument("content", self.content)],
            date: near.clone().filter(|&token| text.clauses.same_level(token, self.cue.start)).find_map(|token| text.clauses.date(token)),
            realis: Realis::Actual,
            attributed_to: None,
            directness: Some(self.directness),
            rule: self.rule,
        }
    }
}

fn said(text: &Text<'_>, verb: usize, chain: &Chain) -> Option<Statement> {
    let (speaker, start) = subject(text, verb, chain).or_else(|| subject_behind(text, verb))?;
    let behind = start > verb;
    // What was said stands before its speaker: "…," X said.
    if let Some((content, outer, directness)) = content_before(text, start.min(verb), verb) {
        let rule = "statement-content-first";
        return Some(Statement { speaker, cue: verb..verb + 1, content, outer, directness, rule });
    }
    if behind {
        return None;
    }
    let (content, outer, directness) = content_after(text, verb)?;
    Some(Statement { speaker, cue: verb..verb + 1, content, outer, directness, rule: "statement-verb" })
}

/// Who speaks, and the first token of the subject. A pronoun stands for the last speaker.
fn subject(text: &Text<'_>, verb: usize, chain: &Chain) -> Option<((Filler, bool), usize)> {
    let mut end = verb;
    if end.checked_sub(1).is_some_and(|word| BETWEEN.contains(&text.word(word))) {
        end -= 1;
    }
    let mut before = end.checked_sub(1)?;
    if text.document().mark(before) == Some(')') {
        // The World Health Organization (WHO) said
        end = (before.saturating_sub(6)..before).rev().find(|&token| text.document().mark(token) == Some('('))?;
        before = end.checked_sub(1)?;
    }
    if !text.clauses.same_level(before, verb) || before < text.clauses.start(verb) {
        return None;
    }
    if matches!(text.word(before), "he" | "she" | "it") {
        let (filler, _) = chain.latest(Agreement::default(), text.clauses.speech(verb))?;
        return Some(((filler, true), before));
    }
    if let Some(mention) = text.ending_at(end).filter(|mention| speaks(mention.kind)) {
        let filler = Filler { span: mention.span, entity: mention.entity };
        return Some(((filler, false), mention.tokens.start));
    }
    if text.is_comma(before) {
        // X, the minister of Y, said: the first name of the sentence that a comma follows.
        let start = text.clauses.start(verb);
        let token = (start..before).take(24).find(|&token| {
            text.mention(token)
                .is_some_and(|mention| mention.tokens.start == token && speaks(mention.kind) && mention.kind != MentionType::Role)
        })?;
        let mention = text.mention(token).filter(|mention| text.is_comma(mention.tokens.end) && mention.tokens.end < before)?;
        return Some(((Filler { span: mention.span, entity: mention.entity }, false), token));
    }
    None
}

/// "…," said X.
fn subject_behind(text: &Text<'_>, verb: usize) -> Option<((Filler, bool), usize)> {
    let mut token = verb + 1;
    while token < verb + 6 && text.mention(token).is_none_or(|mention| matches!(mention.kind, MentionType::Group | MentionType::Role)) {
        text.document().token(token).filter(|word| word.is_word())?;
        token += 1;
    }
    let mention = text.mention(token).filter(|mention| matches!(mention.kind, MentionType::Person | MentionType::Organisation))?;
    let before = verb.checked_sub(1)?;
    let quoted = text.clauses.closes(before).is_some() || (text.is_comma(before) && text.clauses.closes(before.checked_sub(1)?).is_some());
    quoted.then_some(((Filler { span: mention.span, entity: mention.entity }, false), token))
}

const fn speaks(kind: MentionType) -> bool {
    matches!(kind, MentionType::Person | MentionType::Organisation | MentionType::Location | MentionType::Role | MentionType::Group)
}

/// A quotation that ends right before the subject, or a clause with a comma after it, when nothing follows the verb.
fn content_before(text: &Text<'_>, start: usize, verb: usize) -> Option<(Span, Span, Directness)> {
    let mut before = start.checked_sub(1)?;
    // The title of the speaker stands between: "…," Finance Minister X said.
    while before + 8 > start && text.reading.scene.is_word(before) && before > text.clauses.start(verb) {
        before = before.checked_sub(1)?;
    }
    let quote = if text.is_comma(before) { before.checked_sub(1)? } else { before };
    if let Some(quotation) = text.clauses.closes(quote).and_then(|index| text.document().quotations().get(index)) {
        let last = quotation.tokens.end.checked_sub(1).filter(|&last| text.is_comma(last) && last > quotation.tokens.start);
        let inner = text.document().span(quotation.tokens.start..last.unwrap_or(quotation.tokens.end));
        return Some((inner, quotation.outer, Directness::Direct));
    }
    let ends = text.document().mark(verb + 1) == Some('.') || verb + 1 >= text.clauses.end(verb);
    let first = text.clauses.start(verb);
    if !ends || !text.is_comma(before) || before < first + 3 {
        return None;
    }
    let span = text.document().span(first..before);
    Some((span, span, Directness::Indirect))
}

/// Tokens of a clause in which words and quotations are looked for.
const LONGEST: usize = 256;

/// What follows the verb: a quotation, a clause with "that", or, after the plain verbs, the rest of the sentence.
fn content_after(text: &Text<'_>, verb: usize) -> Option<(Span, Span, Directness)> {
    let end = text.clauses.end(verb);
    let level = |token: usize| text.clauses.same_level(token, verb);
    for token in verb + 1..end.min(verb + REACH) {
        if let Some(quotation) = text.clauses.opens(token).and_then(|index| text.document().quotations().get(index)) {
            // Before the marks stand only those addressed, time and place.
            let words = (verb + 1..token).filter(|&word| text.reading.scene.is_word(word)).count();
            if words <= 6 || text.document().mark(token - 1) == Some(':') {
                return Some((quotation.inner, quotation.outer, Directness::Direct));
            }
        }
        if text.word(token) == "that" && level(token) {
            return clause(text, token + 1, end);
        }
        if matches!(text.document().mark(token), Some(';' | '.')) {
            break;
        }
    }
    if !SAY.contains(&text.word(verb)) {
        return None;
    }
    let mut start = verb + 1;
    // "said on Tuesday …", "said in a statement on Monday …"
    while let Some(next) = adjunct(text, start).filter(|_| start < verb + 10) {
        start = next;
    }
    clause(text, start, end)
}

/// The token after a day, a date or an occasion that begins at a token.
fn adjunct(text: &Text<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    if matches!(text.word(at), "on" | "in" | "late" | "early" | "during" | "at") {
        at += 1;
    }
    let noun = if matches!(text.word(at), "a" | "an" | "the") { at + 1 } else { at };
    if noun > token && matches!(text.word(noun), "statement" | "interview" | "speech" | "report" | "tweet" | "post" | "briefing") {
        return Some(noun + 1);
    }
    let mut end = at;
    while end < at + 5 && (is_day(text, end) || text.clauses.date(end).is_some()) {
        end += 1;
    }
    (end > at).then_some(end)
}

fn is_day(text: &Text<'_>, token: usize) -> bool {
    let word = text.word(token);
    word.len() >= 6 && word.ends_with("day") && !matches!(word, "birthday" | "holiday" | "midday")
}

fn clause(text: &Text<'_>, start: usize, end: usize) -> Option<(Span, Span, Directness)> {
    let mut end = end;
    while end > start && text.document().mark(end - 1).is_some_and(|mark| matches!(mark, '.' | ',' | ';' | ':')) {
        end -= 1;
    }
    let mut start = start;
    while start < end && text.is_comma(start) {
        start += 1;
    }
    // Bounded, as all that is looked for from a verb on: a sentence without end may hold any number of verbs.
    let near = start..end.min(start + LONGEST);
    let words = near.clone().filter(|&token| text.reading.scene.is_word(token)).take(2).count();
    if words < 2 {
        return None;
    }
    let quoted = near.into_iter().any(|token| text.clauses.opens(token).is_some());
    let span = text.document().span(start..end);
    Some((span, span, if quoted { Directness::Mixed } else { Directness::Indirect }))
}

/// "…, according to X." and "According to X, …".
fn according(text: &Text<'_>, cue: usize) -> Option<Statement> {
    let mut token = cue + 2;
    while token < cue + 6 && text.mention(token).is_none_or(|mention| matches!(mention.kind, MentionType::Group | MentionType::Role)) {
        text.document().token(token).filter(|word| word.is_word())?;
        token += 1;
    }
    let mention = text.mention(token).filter(|mention| matches!(mention.kind, MentionType::Person | MentionType::Organisation))?;
    let (first, end) = (text.clauses.start(cue), text.clauses.end(cue));
    let (content, outer, directness) = if cue == first {
        let comma = mention.tokens.end;
        if !text.is_comma(comma) {
            return None;
        }
        clause(text, comma + 1, end)?
    } else {
        clause(text, first, cue)?
    };
    let speaker = (Filler { span: mention.span, entity: mention.entity }, false);
    Some(Statement { speaker, cue: cue..cue + 2, content, outer, directness, rule: "statement-according" })
}
