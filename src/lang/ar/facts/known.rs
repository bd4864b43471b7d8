//! Answers about a token that many rules ask for at many places: what was found once is kept, so that a text of nothing but verbs
//! costs no more than any other.

use std::cell::Cell;

/// A question about one token, answered by yes or no from the text, its clauses and its phrases alone.
#[derive(Clone, Copy, Debug)]
pub enum Question {
    /// Whether it is a finite verb.
    Verb,
    /// Whether the whole word is listed.
    Listed,
    /// Whether it is a number.
    Number,
    /// Whether it is an adverb.
    Adverb,
    /// Whether a clause ends before it.
    Break,
    /// Whether a noun can begin at it.
    Noun,
    /// Whether a noun phrase can begin at it: a noun, a number, a form of address.
    Phrase,
    /// Whether a preposition of its own begins at it.
    Preposition,
    /// Whether a preposition is written onto it.
    Prefixed,
    /// Whether و stands on it or is it.
    Conjoined,
}

/// Two bits a token and question: whether it was asked, and the answer.
#[derive(Debug, Default)]
pub struct Known {
    answers: Vec<Cell<u32>>,
}

impl Known {
    /// Room for the answers about so many tokens. Without room, as by default, every question is answered anew: while phrases
    /// are still being read the answers change.
    #[must_use]
    pub fn new(tokens: usize) -> Self {
        Self { answers: vec![Cell::new(0); tokens] }
    }

    /// The answer, found now or before.
    pub fn once(&self, token: usize, question: Question, find: impl FnOnce() -> bool) -> bool {
        let Some(cell) = self.answers.get(token) else { return find() };
        let shift = 2 * question as u32;
        match cell.get() >> shift & 3 {
            0 => {
                let answer = find();
                // The search may itself have asked and kept something.
                cell.set(cell.get() | (2 | u32::from(answer)) << shift);
                answer
            }
            known => known & 1 == 1,
        }
    }

    /// The same where yes comes with more, which is then found again.
    pub fn some<T>(&self, token: usize, question: Question, find: impl Fn() -> Option<T>) -> Option<T> {
        let mut found = None;
        let asked = self.once(token, question, || {
            found = find();
            found.is_some()
        });
        if asked && found.is_none() { find() } else { found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_not_looked_for_again() {
        let known = Known::new(2);
        assert!(known.once(1, Question::Verb, || true));
        assert!(known.once(1, Question::Verb, || unreachable!()));
        assert!(!known.once(1, Question::Conjoined, || false));
        assert!(!known.once(1, Question::Conjoined, || unreachable!()));
        assert_eq!(known.some(0, Question::Prefixed, || Some(7)), Some(7));
        assert_eq!(known.some(0, Question::Prefixed, || Some(8)), Some(8));
        assert_eq!(known.some(0, Question::Preposition, || None::<u8>), None);
        assert_eq!(known.some::<u8>(0, Question::Preposition, || unreachable!()), None);
    }

    #[test]
    fn without_room_every_question_is_new() {
        let known = Known::default();
        assert!(known.once(0, Question::Noun, || true));
        assert!(!known.once(0, Question::Noun, || false));
    }
}
