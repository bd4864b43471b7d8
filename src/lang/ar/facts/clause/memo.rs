//! Answers about single tokens, kept: the reading of clauses asks the same of a token many times over.

use super::words::Preposition;
use std::cell::Cell;

/// What was answered about a token. `None` where nobody has asked.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The preposition that begins here, and how many tokens it has.
    pub preposition: Cell<Option<Option<(Preposition, u8)>>>,
    /// Whether it is a finite verb.
    pub verb: Cell<Option<bool>>,
    /// Whether it fills no role.
    pub adverb: Cell<Option<bool>>,
    /// Whether a noun can begin here.
    pub noun: Cell<Option<bool>>,
    /// Whether a clause ends before it.
    pub breaks: Cell<Option<bool>>,
    /// Whether a noun phrase can begin here: a noun, a number, a form of address.
    pub phrase: Cell<Option<bool>>,
    /// Whether the whole word is listed.
    pub listed: Cell<Option<bool>>,
    /// Whether it is a number.
    pub number: Cell<Option<bool>>,
    /// The preposition written onto it, and its length in letters. Kept only once the noun phrases are read.
    pub prefixed: Cell<Option<Option<(Preposition, u8)>>>,
    /// Whether it stands where a clause begins.
    pub clause_start: Cell<Option<bool>>,
    /// Whether it is a noun of any set.
    pub noun_of_a_set: Cell<Option<bool>>,
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
            *answers = Answers {
                preposition: answers.preposition.clone(),
                listed: answers.listed.clone(),
                number: answers.number.clone(),
                clause_start: answers.clause_start.clone(),
                noun_of_a_set: answers.noun_of_a_set.clone(),
                ..Answers::default()
            };
        }
    }

    /// The answer kept of a question about a token, or the one found now.
    pub fn ask<T: Copy>(&self, token: usize, question: impl Fn(&Answers) -> &Cell<Option<T>>, find: impl FnOnce() -> T) -> T {
        let Some(answers) = self.answers.get(token) else { return find() };
        if let Some(known) = question(answers).get() {
            return known;
        }
        let found = find();
        question(answers).set(Some(found));
        found
    }

    /// The same of a question whose answer changes until the noun phrases are read.
    pub fn ask_settled<T: Copy>(&self, token: usize, question: impl Fn(&Answers) -> &Cell<Option<T>>, find: impl FnOnce() -> T) -> T {
        if self.settled { self.ask(token, question, find) } else { find() }
    }
}
