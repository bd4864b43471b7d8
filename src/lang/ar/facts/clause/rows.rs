//! The rows of fact cues in a text, their attributes read once: a dozen rules ask the same of a word.

use crate::lexicon::format::Entry;
use crate::lexicon::{Class, ClassSet, Match, Matches};
use std::collections::BTreeMap;

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
    known: &'a Known,
}

impl Row<'_> {
    /// The first form of the row, spelled as listed.
    #[must_use]
    pub const fn canonical(&self) -> &'static str {
        self.known.canonical
    }

    /// The names under which frames ask for the cue, joined by |.
    #[must_use]
    pub const fn cue(&self) -> Option<&'static str> {
        self.known.cue
    }

    /// The set of nouns that it belongs to.
    #[must_use]
    pub const fn set(&self) -> Option<&'static str> {
        self.known.set
    }

    /// Whether the word can be one of these.
    #[must_use]
    pub const fn is(&self, parts: Part) -> bool {
        self.known.parts.0 & parts.0 != 0
    }
}

/// What is read of a row once, however often it stands in the text.
#[derive(Clone, Copy, Debug)]
struct Known {
    canonical: &'static str,
    cue: Option<&'static str>,
    set: Option<&'static str>,
    parts: Part,
}

impl Known {
    fn of(entry: &Entry<'static>) -> Self {
        let mut known =
            Self { canonical: entry.canonical(), cue: entry.attributes.value("cue"), set: entry.attributes.value("set"), parts: Part(0) };
        for key in entry.attributes.keys() {
            match key {
                b"verb" => known.parts = known.parts.or(Part::VERB),
                b"passive" => known.parts = known.parts.or(Part::PASSIVE),
                b"participle" => known.parts = known.parts.or(Part::PARTICIPLE),
                b"masdar" => known.parts = known.parts.or(Part::MASDAR),
                b"noun" => known.parts = known.parts.or(Part::NOUN),
                _ => {}
            }
        }
        known
    }
}

/// A row at a place. A text has a row for every fifth token, so these are numbers of four bytes.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Its first token.
    first: u32,
    /// The match, by index.
    found: u32,
    /// What is known of the row, by index.
    known: u32,
}

/// The rows of a text, by their first token.
#[derive(Debug)]
pub struct Rows<'a> {
    matches: &'a Matches,
    list: Vec<Place>,
    known: Vec<Known>,
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl<'a> Rows<'a> {
    /// Reads the rows of a text.
    #[must_use]
    pub fn of(matches: &'a Matches) -> Self {
        let mut rows = Self { matches, list: Vec::new(), known: Vec::new() };
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        for (index, found) in matches.all().iter().enumerate().filter(|(_, found)| found.is(Class::FactCue)) {
            for entry in matches.entries(found).filter(|entry| entry.class == Class::FactCue) {
                let known = *numbers.entry(entry.id).or_insert_with(|| {
                    rows.known.push(Known::of(&entry));
                    number(rows.known.len() - 1)
                });
                rows.list.push(Place { first: number(found.first()), found: number(index), known });
            }
        }
        rows.list.shrink_to_fit();
        rows
    }

    /// The rows at a token, the longest first.
    pub fn at(&self, token: usize) -> impl Iterator<Item = Row<'_>> {
        // Most tokens have none: they are not searched for.
        let list = if self.matches.classes(token).meets(CUES) { self.list.as_slice() } else { &[] };
        let from = list.get(list.partition_point(|place| (place.first as usize) < token)..).unwrap_or(&[]);
        let here = from.iter().take_while(move |place| place.first as usize == token);
        here.filter_map(|place| {
            Some(Row { found: self.matches.all().get(place.found as usize)?, known: self.known.get(place.known as usize)? })
        })
    }
}
