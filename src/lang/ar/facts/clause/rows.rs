//! The rows of fact cues in a text, their attributes read once: a dozen rules ask the same of a word.

use crate::lexicon::format::Entry;
use crate::lexicon::{Attributes, Class, ClassSet, Match, Matches};

const CUES: ClassSet = ClassSet::of(&[Class::FactCue]);

/// What a row says a word can be, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(u8);

impl Part {
    /// A finite verb.
    pub const VERB: Self = Self(1);
    /// A form that can only be passive.
    pub const PASSIVE: Self = Self(2);
    /// A participle in the accusative.
    pub const PARTICIPLE: Self = Self(4);
    /// A verbal noun.
    pub const MASDAR: Self = Self(8);
    /// A noun of one meaning.
    pub const NOUN: Self = Self(16);
    const CUE: Self = Self(32);
    const SET: Self = Self(64);

    /// This or that.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A row of a fact cue where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The word or phrase.
    pub found: &'a Match,
    /// The first form of the row, spelled as listed.
    pub canonical: &'static str,
    attributes: Attributes<'static>,
    first: u32,
    parts: Part,
}

impl<'a> Row<'a> {
    fn of(found: &'a Match, entry: &Entry<'static>) -> Self {
        let mut row = Self {
            found,
            canonical: entry.canonical(),
            attributes: entry.attributes,
            first: u32::try_from(found.first()).unwrap_or(u32::MAX),
            parts: Part(0),
        };
        for key in entry.attributes.keys() {
            match key {
                b"verb" => row.parts = row.parts.or(Part::VERB),
                b"passive" => row.parts = row.parts.or(Part::PASSIVE),
                b"participle" => row.parts = row.parts.or(Part::PARTICIPLE),
                b"masdar" => row.parts = row.parts.or(Part::MASDAR),
                b"noun" => row.parts = row.parts.or(Part::NOUN),
                b"cue" => row.parts = row.parts.or(Part::CUE),
                b"set" => row.parts = row.parts.or(Part::SET),
                _ => {}
            }
        }
        row
    }

    const fn first(&self) -> usize {
        self.first as usize
    }

    /// The names under which frames ask for the cue, joined by |.
    pub fn cue(&self) -> Option<&'static str> {
        if self.is(Part::CUE) { self.attributes.value("cue") } else { None }
    }

    /// The set of nouns that it belongs to.
    pub fn set(&self) -> Option<&'static str> {
        if self.is(Part::SET) { self.attributes.value("set") } else { None }
    }

    /// Whether the word can be one of these.
    #[must_use]
    pub const fn is(&self, parts: Part) -> bool {
        self.parts.0 & parts.0 != 0
    }
}

/// The rows of a text, by their first token.
#[derive(Debug)]
pub struct Rows<'a> {
    matches: &'a Matches,
    list: Vec<Row<'a>>,
}

impl<'a> Rows<'a> {
    /// Reads the rows of a text.
    #[must_use]
    pub fn of(matches: &'a Matches) -> Self {
        let mut list = Vec::new();
        for found in matches.all().iter().filter(|found| found.is(Class::FactCue)) {
            let entries = matches.entries(found).filter(|entry| entry.class == Class::FactCue);
            list.extend(entries.map(|entry| Row::of(found, &entry)));
        }
        list.shrink_to_fit();
        Self { matches, list }
    }

    /// The rows at a token, the longest first.
    #[must_use]
    pub fn at(&self, token: usize) -> &[Row<'a>] {
        // Most tokens have none: they are not searched for.
        if !self.matches.classes(token).meets(CUES) {
            return &[];
        }
        let from = self.list.get(self.list.partition_point(|row| row.first() < token)..).unwrap_or(&[]);
        let count = from.iter().take_while(|row| row.first() == token).count();
        from.get(..count).unwrap_or(&[])
    }
}
