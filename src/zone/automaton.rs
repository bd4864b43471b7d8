//! How a pattern is held against a line: by an automaton that the build script made, or by a regular expression that is compiled at
//! first use where the automaton would be large (a number of words of any kind before a date, say). Compiling the patterns of an
//! ordinary page took half of the time of a first analysis.

use super::table::{Packed, Table};
use regex::bytes::Regex;
use std::ops::Range;

/// A pattern ready to be tried.
#[derive(Debug)]
pub enum Matcher {
    /// Made by the build script.
    Table(Box<Table>),
    /// Compiled here.
    Regex(Regex),
}

impl Matcher {
    /// Unfolds an automaton.
    #[must_use]
    pub fn open(packed: Packed) -> Option<Self> {
        Table::open(packed).map(|table| Self::Table(Box::new(table)))
    }

    /// Whether the pattern is found in a line.
    #[must_use]
    pub fn is_match(&self, line: &[u8]) -> bool {
        match self {
            Self::Table(table) => table.find_within(line, 0..line.len()).is_some(),
            Self::Regex(regex) => regex.is_match(line),
        }
    }

    /// Where a match ends that begins where the line does. Of several the one that leftmost-first alternatives mean, here and below.
    #[must_use]
    pub fn find_at_start(&self, line: &[u8]) -> Option<usize> {
        match self {
            Self::Table(table) => table.end(line, 0),
            Self::Regex(regex) => regex.find(line).filter(|found| found.start() == 0).map(|found| found.end()),
        }
    }

    /// Where the pattern is found first that begins at one of these places.
    #[must_use]
    pub fn find_within(&self, line: &[u8], places: Range<usize>) -> Option<Range<usize>> {
        match self {
            Self::Table(table) => table.find_within(line, places),
            Self::Regex(regex) => {
                let found = regex.find_at(line, places.start)?.range();
                (found.start < places.end).then_some(found)
            }
        }
    }
}
