//! The patterns of a language as they are compiled: folded, sets of words put in, one byte a character. The build script makes
//! automata of them; what is too large for one is compiled when a line first has what it needs.

use crate::text::fold;
use crate::zone::alphabet::Alphabet;
use crate::zone::shape::{LineShape, SharedSet};

/// A set that patterns name.
#[derive(Clone, Debug)]
pub struct FoldedSet {
    /// As it stands in a pattern: `<name>`.
    pub mention: String,
    /// What it matches, folded. May use the sets before it.
    pub text: String,
    /// Whether its alternatives are words.
    pub words: bool,
}

/// The patterns of a language.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    /// The bytes of their characters.
    pub alphabet: Alphabet,
    /// The sets in the order of the table.
    pub sets: Vec<FoldedSet>,
    /// Of each shape its pattern, folded; sets are still names.
    pub texts: Vec<String>,
}

impl Patterns {
    /// Reads the tables of a language.
    #[must_use]
    pub fn new(sets: &[SharedSet], shapes: &[LineShape]) -> Self {
        let sets: Vec<FoldedSet> =
            sets.iter().map(|set| FoldedSet { mention: format!("<{}>", set.name), text: folded(set.text), words: set.words }).collect();
        let texts: Vec<String> = shapes.iter().map(|shape| folded(shape.pattern)).collect();
        let mut alphabet = Alphabet::default();
        for text in sets.iter().map(|set| &set.text).chain(&texts) {
            alphabet.learn(text);
        }
        Self { alphabet, sets, texts }
    }

    /// A pattern with its sets put in.
    #[must_use]
    pub fn expanded(&self, text: &str) -> String {
        // Backwards, because a set may use those before it.
        self.sets.iter().rev().fold(text.to_owned(), |text, set| text.replace(&set.mention, &format!("(?:{})", set.text)))
    }

    /// A pattern over lines of one byte a character ([`Alphabet::line`]), as a regular expression without Unicode.
    #[must_use]
    pub fn over_bytes(&self, text: &str) -> String {
        self.alphabet.pattern(&self.expanded(text))
    }
}

/// Folds a pattern or a word.
#[must_use]
pub fn folded(text: &str) -> String {
    // The two letters of [اأ] are one when folded.
    fold::folded(text).replace("[اا]", "ا")
}
