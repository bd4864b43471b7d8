//! Answers about single tokens, kept: the reading of clauses asks the same of a token many times over.

use super::words::Preposition;
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
}

impl Question {
    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The questions whose answers do not depend on the noun phrases.
const SETTLED: u16 = Question::Listed.bit() | Question::Number.bit() | Question::NounOfASet.bit() | Question::ClauseStart.bit();

/// A preposition and how many tokens or letters it has.
type Found = Option<(Preposition, u8)>;

/// What was answered about a token. `None` where nobody has asked.
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
    /// Whether the noun phrases are read.
    settled: bool,
}

impl Memo {
    /// Room for so many tokens.
    #[must_use]
    pub fn new(tokens: usize) -> Self {
        Self { answers: vec![Answers::default(); tokens], settled: false }
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
