//! Arabic facts: the frames in which news states them.
//!
//! One reading of the text serves every family: the clauses, the noun phrases, then the families in the order of `FAMILIES`;
//! a family may look at the facts stated by those before it.

#[macro_use]
mod spelling;

pub mod clause;
pub mod communication;
pub mod frames;
pub mod grammar;
pub mod marks;
pub mod nominal;
pub mod nouns;
pub mod people;
pub mod phrase;
pub mod position;
pub mod statement;

use crate::document::Document;
use crate::fact::clause::Clauses;
use crate::fact::phrase::{Filler, Phrase, PhraseKind, Phrases};
use crate::fact::{Fact, FactReader, Reading};
use crate::lexicon::format::Entry;
use crate::lexicon::{Class, Match};
use crate::mention::MentionType;
use crate::text::quotation::Quotation;
use crate::text::span::Span;
use crate::zone::{ZoneKind, zone_at};
use spelling::{Spelling, Words};
use std::ops::Range;

/// The readers of the Arabic pack.
pub const READERS: &[FactReader] = &[FactReader { name: "facts", read }];

/// One family of facts.
struct Family {
    /// States its facts.
    read: fn(&Text<'_>, &mut Vec<Fact>),
}

/// Every family, in the order in which they are read.
const FAMILIES: &[Family] = &[
    Family { read: position::read },
    Family { read: statement::read },
    Family { read: communication::read },
    Family { read: frames::read },
    Family { read: nominal::read },
];

fn read(reading: &Reading<'_>, facts: &mut Vec<Fact>) {
    let clauses = Clauses::new(reading, |document, quotation| is_name(document, quotation) || is_mention(reading, quotation));
    let memo = clause::memo::Memo::of(reading, &clauses);
    let rows = clause::rows::Rows::of(reading.scene.matches);
    let mut text = Text { reading, clauses, phrases: Phrases::default(), rows, memo };
    phrase::read(&mut text);
    text.phrases.shrink();
    text.memo.forget();
    for family in FAMILIES {
        (family.read)(&text, facts);
    }
}

/// Whether marks stand around a name and not around what was said: one or two words after a noun that announces a name, or
/// the words of one name.
fn is_name(document: &Document<'_>, quotation: &Quotation) -> bool {
    let words = quotation.tokens.clone().filter(|&token| document.token(token).is_some_and(|token| token.mark().is_none())).count();
    let before = quotation.tokens.start.checked_sub(2);
    let noun = before.map_or("", |before| document.folded(before));
    let stem = noun.strip_prefix(['و', 'ب', 'ل']).unwrap_or(noun);
    let announces = |word: &str| nouns::NAMED_BY_MARKS.contains(word) || nouns::MARKED_INSTITUTIONS.contains(word);
    words <= 4 && (announces(noun) || announces(stem) || announces(grammar::without_article(noun)))
}

/// Whether the marks hold one name and nothing else.
fn is_mention(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    let first = reading.mentions.partition_point(|mention| mention.span.start < quotation.inner.start);
    let named = |kind| !matches!(kind, MentionType::Role | MentionType::Group);
    quotation.tokens.len() <= 5 && reading.mentions.get(first).is_some_and(|mention| mention.span == quotation.inner && named(mention.kind))
}

/// What the families read: the text with its clauses and noun phrases.
#[derive(Debug)]
pub struct Text<'a> {
    /// The scene and what was found in it.
    pub reading: &'a Reading<'a>,
    /// Sentences, quotations, mentions and dates by token.
    pub clauses: Clauses,
    /// The noun phrases.
    pub phrases: Phrases,
    /// The rows of fact cues.
    rows: clause::rows::Rows<'a>,
    /// What was asked of single tokens before.
    memo: clause::memo::Memo,
}

impl<'a> Text<'a> {
    /// The document.
    #[must_use]
    pub const fn document(&self) -> &'a Document<'a> {
        self.reading.scene.document
    }

    /// The folded spelling of a token; empty past the end.
    #[must_use]
    #[inline]
    pub fn word(&self, token: usize) -> &'a str {
        self.document().folded(token)
    }

    /// Whether a token is one of these folded words.
    #[must_use]
    #[inline]
    fn is(&self, token: usize, words: Words) -> bool {
        words.has(self.spelled(token))
    }

    /// The number of the folded word at a token.
    #[must_use]
    fn spelled(&self, token: usize) -> Spelling {
        self.document().token(token).map_or(Spelling::NONE, |token| self.memo.spelled(token.word()))
    }

    /// Whether a token is a comma or semicolon.
    #[must_use]
    pub fn is_comma(&self, token: usize) -> bool {
        self.document().mark(token).is_some_and(|mark| matches!(mark, '،' | ',' | '؛' | ';'))
    }

    /// Whether a token is a mark that fences: comma, dash, bracket.
    #[must_use]
    pub fn is_fence(&self, token: usize) -> bool {
        self.is_comma(token)
            || self.document().mark(token).is_some_and(|mark| crate::text::chars::is_dash(mark) || matches!(mark, '(' | ')' | '[' | ']'))
    }

    /// Whether the token is a word of Arabic.
    #[must_use]
    pub fn is_word(&self, token: usize) -> bool {
        self.reading.scene.is_word(token)
    }

    /// Whether two neighbouring tokens stand in one line and in the same speech.
    #[must_use]
    pub fn continues(&self, token: usize) -> bool {
        self.reading.scene.continues(token) && token.checked_sub(1).is_some_and(|before| self.clauses.same_level(before, token))
    }

    /// What kind of mention covers a token.
    #[must_use]
    pub fn mention_kind(&self, token: usize) -> Option<MentionType> {
        self.reading.mentions.get(self.clauses.mention(token)?).map(|mention| mention.kind)
    }

    /// The bytes of a range of tokens.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.document().span(tokens)
    }

    /// The words of a range of tokens as what fills a role.
    #[must_use]
    pub fn filler(&self, tokens: Range<usize>) -> Filler {
        Filler { span: self.span(tokens), entity: None }
    }

    /// The listed word of a class at a token, and its row. The longest comes first, then that with the fewest clitics.
    #[must_use]
    #[inline]
    pub fn listed(&self, token: usize, class: Class) -> Option<(&'a Match, Entry<'static>)> {
        let matches = self.reading.scene.matches;
        matches.at(token).iter().filter(|found| found.is(class)).find_map(|found| Some((found, matches.entry(found, class)?)))
    }

    /// Whether facts may be stated in the line of a token: the headline once, the body; not in bylines, captions, buttons.
    #[must_use]
    pub fn is_told(&self, token: usize) -> bool {
        self.memo.is_told(token)
    }

    /// Whether the token stands in a headline.
    #[must_use]
    pub fn is_headline(&self, token: usize) -> bool {
        let start = self.document().token(token).map_or(0, |token| token.span().start);
        zone_at(self.reading.zones, start).is_some_and(|zone| zone.kind == ZoneKind::Headline)
    }

    /// The phrases joined from a token on: «P1 وP2», «P1، وP2 وP3». Returns the token after them.
    #[must_use]
    pub fn joined(&self, token: usize) -> (Vec<&Phrase>, usize) {
        /// More interlocutors than this are a list, not a meeting.
        const MOST: usize = 12;
        let mut found = Vec::new();
        let mut at = token;
        while let Some(phrase) = self.phrases.at(at).filter(|_| found.len() < MOST) {
            found.push(phrase);
            at = phrase.tokens.end;
            let Some(next) = self.joint(at) else { break };
            at = next;
        }
        (found, self.last_end(token))
    }

    fn last_end(&self, token: usize) -> usize {
        let mut end = token;
        let mut at = token;
        let mut count = 0;
        while let Some(phrase) = self.phrases.at(at).filter(|_| count < 12) {
            end = phrase.tokens.end;
            count += 1;
            let Some(next) = self.joint(end) else { break };
            at = next;
        }
        end
    }

    /// Where the next phrase of a list begins, if one is joined at this token by و, with or without a comma before it.
    fn joint(&self, token: usize) -> Option<usize> {
        let after_comma = if self.is_comma(token) { token + 1 } else { token };
        let after_brackets = if matches!(self.document().mark(token), Some('(')) { self.closing_bracket(token)? + 1 } else { after_comma };
        let and = if self.word(after_brackets) == "و" { after_brackets + 1 } else { after_brackets };
        if !self.continues(and) {
            return None;
        }
        let phrase = self.phrases.at(and)?;
        let joined = and > after_brackets || phrase.clitics.any(crate::lang::Clitics::CONJUNCTION);
        (joined && !phrase.clitics.preposition()).then_some(and)
    }

    /// The bracket that closes the one at a token, within a bounded distance.
    #[must_use]
    pub fn closing_bracket(&self, token: usize) -> Option<usize> {
        (token + 1..token + 16).find(|&at| matches!(self.document().mark(at), Some(')' | ']')))
    }

    /// The subject of the clause before a token, of the same speech, that agrees with a form.
    #[must_use]
    pub fn subject_before(&self, token: usize, form: crate::fact::phrase::Agreement) -> Option<&Phrase> {
        let start = self.clauses.start(token);
        self.phrases
            .before(token)
            .take(12)
            .take_while(|phrase| phrase.tokens.start >= start)
            .find(|phrase| phrase.subject && self.clauses.same_level(phrase.tokens.start, token) && form.agrees(phrase.agreement))
    }

    /// The subject right before a verb: «الوزير يبحث», «بوتين وتوكاييف يبحثان», where a clause begins.
    #[must_use]
    pub fn leading(&self, verb: usize, form: crate::fact::phrase::Agreement) -> Option<Vec<&Phrase>> {
        use crate::fact::phrase::{Agreement, Number};
        if !self.continues(verb) || phrase::behind_dash(self, verb) {
            return None;
        }
        let mut at = verb;
        while at > 0 && verb - at < 3 && self.is(at - 1, words!["قد", "كان", "كانت", "كانا", "ايضا", "سوف", "لم", "لن", "لا"])
        {
            at -= 1;
        }
        // «المدير، سامي الحداد، اجتمع»: the comma closes the apposition that one before the name opened.
        if at == verb
            && self.is_comma(at - 1)
            && self.phrases.ending_at(at - 1).is_some_and(|phrase| {
                phrase.title.is_some() && phrase.kind == PhraseKind::Person && phrase.tokens.clone().any(|token| self.is_comma(token))
            })
        {
            at -= 1;
        }
        let last = self.phrases.ending_at(at).filter(|phrase| !phrase.clitics.preposition())?;
        let mut list = vec![last];
        while list.len() < 6
            && let Some(first) = list.last()
            && first.clitics.any(crate::lang::Clitics::CONJUNCTION)
            && let Some(earlier) = self.phrases.ending_at(first.tokens.start)
        {
            list.push(earlier);
        }
        list.reverse();
        if form.number == Some(Number::One) && list.len() > 1 {
            list = vec![last]; // «… وصل بوتين والأخير يؤكد»: و opens a clause
        }
        let begin = list.first()?;
        let starts = phrase::at_clause_start(self, begin.tokens.start) || self.after_apposition(begin.tokens.start);
        let gender = Agreement { gender: form.gender, number: None };
        if list.len() > 1 {
            return (starts && form.number != Some(Number::One)).then_some(list);
        }
        // «والأخير يؤكد»: a clause of its own after و.
        let joined = begin.clitics.any(crate::lang::Clitics::CONJUNCTION);
        let numbers = form.number == Some(Number::One) || form.number.is_none() || begin.agreement.number != Some(Number::One);
        (gender.agrees(begin.agreement) && numbers && (starts || joined)).then_some(list)
    }

    /// Whether only a noun and its adjectives stand between أن or لكن and a name: «أن مديره الرياضي …».
    fn after_apposition(&self, token: usize) -> bool {
        let start = self.clauses.start(token);
        let mut at = token;
        while at > start && at + 4 > token {
            let word = self.word(at - 1);
            if self.is(at - 1, grammar::COMPLEMENTISERS) || matches!(word, "لكن" | "ولكن") {
                return at < token;
            }
            let noun = self.is_word(at - 1)
                && !self.is(at - 1, grammar::PREPOSITIONS)
                && self.clauses.mention(at - 1).is_none()
                && (grammar::is_definite(word) || self.document().source(at - 1).ends_with(['ه', 'ا']));
            if !noun {
                return false;
            }
            at -= 1;
        }
        false
    }

    /// The date in a range of tokens, as an index into the dates.
    #[must_use]
    pub fn date_in(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.take(80).find_map(|token| self.clauses.date(token))
    }

    /// The date that covers a token, as an index into the dates, and the token after it.
    #[must_use]
    pub fn date_at(&self, token: usize) -> Option<(usize, usize)> {
        let index = self.clauses.date(token)?;
        Some((index, self.reading.dates.get(index).map_or(token + 1, |date| date.tokens.end.max(token + 1))))
    }

    /// Whether a phrase names somebody or something that acts.
    #[must_use]
    pub fn acts(phrase: &Phrase) -> bool {
        !matches!(phrase.kind, PhraseKind::Nominal) && !phrase.clitics.preposition()
    }
}
