//! Answers about single tokens, kept: the reading of clauses asks the same of a token many times over.

use super::super::spelling::Spelling;
use super::words::Preposition;
use crate::fact::Reading;
use crate::fact::clause::Clauses;
use crate::zone::ZoneKind;
use std::cell::Cell;

/// What is asked about a token and is answered by yes or no.
#[derive(Clone, Copy, Debug)]
pub enum Question {
    /// Whether the whole word is listed.
    Listed,
    /// Whether it is a number.
    Number,
    /// Whether it is a noun of any set.
    NounOfASet,
    /// Whether it stands where a clause begins.
    ClauseStart,
    /// Whether it is a finite verb.
    Verb,
    /// Whether it fills no role.
    Adverb,
    /// Whether a noun can begin here.
    Noun,
    /// Whether a clause ends before it.
    Breaks,
    /// Whether a noun phrase can begin here: a noun, a number, a form of address.
    Phrase,
    /// Whether its line tells facts: answered for every token beforehand.
    Told,
}

impl Question {
    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The questions whose answers do not depend on the noun phrases.
const SETTLED: u16 =
    Question::Listed.bit() | Question::Number.bit() | Question::NounOfASet.bit() | Question::ClauseStart.bit() | Question::Told.bit();

/// A preposition and how many tokens or letters it has.
type Found = Option<(Preposition, u8)>;

/// What was answered about a token. `None` where nobody has asked. Eight bytes, for there is one for every token.
#[derive(Clone, Debug, Default)]
struct Answers {
    /// The preposition that begins here, and how many tokens it has.
    preposition: Cell<Option<Found>>,
    /// The preposition written onto it, and its length in letters. Kept only once the noun phrases are read.
    prefixed: Cell<Option<Found>>,
    /// A bit each question: whether it was asked, and whether the answer is yes.
    asked: Cell<u16>,
    yes: Cell<u16>,
}

/// The answers for every token of a text.
#[derive(Debug, Default)]
pub struct Memo {
    answers: Vec<Answers>,
    /// The number of every word of the vocabulary.
    spellings: Vec<Spelling>,
    /// Whether the noun phrases are read.
    settled: bool,
}

impl Memo {
    /// Room for the tokens of a text.
    #[must_use]
    pub fn of(reading: &Reading<'_>, clauses: &Clauses) -> Self {
        let document = reading.document();
        let mut zones = reading.zones.iter().peekable();
        let mut repeated = false;
        let mut told = |token: usize, start: usize, starts_line: bool| {
            if token == 0 || starts_line {
                repeated = clauses.is_repeated(token);
            }
            while zones.next_if(|zone| zone.span.end <= start).is_some() {}
            let zone = zones.peek().filter(|zone| zone.span.start <= start);
            zone.is_none_or(|zone| matches!(zone.kind, ZoneKind::Body | ZoneKind::Headline)) && !repeated
        };
        let answers = document.tokens().iter().enumerate().map(|(token, what)| Answers {
            asked: Cell::new(Question::Told.bit()),
            yes: Cell::new(if told(token, what.span().start, what.starts_line) { Question::Told.bit() } else { 0 }),
            ..Answers::default()
        });
        let vocabulary = document.vocabulary();
        let words = (0..).take(vocabulary.len());
        Self { answers: answers.collect(), spellings: words.map(|word| Spelling::of(vocabulary.spelling(word))).collect(), settled: false }
    }

    /// Whether facts may be stated in the line of a token.
    pub fn is_told(&self, token: usize) -> bool {
        self.answers.get(token).is_none_or(|answers| answers.yes.get() & Question::Told.bit() != 0)
    }

    /// The number of a word of the vocabulary.
    pub fn spelled(&self, word: u32) -> Spelling {
        self.spellings.get(word as usize).copied().unwrap_or(Spelling::NONE)
    }

    /// Forgets what depends on the noun phrases, once they are read.
    pub fn forget(&mut self) {
        self.settled = true;
        for answers in &mut self.answers {
            answers.asked.set(answers.asked.get() & SETTLED);
        }
    }

    /// The answer kept of a question about a token, or the one found now.
    pub fn ask(&self, token: usize, question: Question, find: impl FnOnce() -> bool) -> bool {
        let Some(answers) = self.answers.get(token) else { return find() };
        if answers.asked.get() & question.bit() != 0 {
            return answers.yes.get() & question.bit() != 0;
        }
        let found = find();
        answers.asked.set(answers.asked.get() | question.bit());
        let others = answers.yes.get() & !question.bit();
        answers.yes.set(if found { others | question.bit() } else { others });
        found
    }

    /// The preposition that begins at a token.
    pub fn preposition(&self, token: usize, find: impl FnOnce() -> Found) -> Found {
        let Some(answers) = self.answers.get(token) else { return find() };
        kept(&answers.preposition, find)
    }

    /// The preposition written onto a token. Until the noun phrases are read the answer changes.
    pub fn prefixed(&self, token: usize, find: impl FnOnce() -> Found) -> Found {
        let Some(answers) = self.answers.get(token).filter(|_| self.settled) else { return find() };
        kept(&answers.prefixed, find)
    }
}

fn kept(place: &Cell<Option<Found>>, find: impl FnOnce() -> Found) -> Found {
    if let Some(known) = place.get() {
        return known;
    }
    let found = find();
    place.set(Some(found));
    found
}
