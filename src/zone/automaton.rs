//! How a pattern is held against a line: by an automaton that the build script made, or by a regular expression compiled at
//! first use where the automaton would be large (a number of words of any kind before a date, say). Compiling the patterns of an
//! ordinary page took half of the time of a first analysis.

use regex::bytes::Regex;
use regex_automata::dfa::{Automaton, sparse};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start::Config;
use std::ops::Range;

/// Splits what the build script wrote: for each shape of the table a length of four bytes, the smallest first, and an automaton.
/// Nothing stands for a pattern without one.
pub fn split(blob: &'static [u8]) -> impl Iterator<Item = &'static [u8]> {
    let mut rest = blob;
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let automaton = after.get(..length)?;
        rest = after.get(length..)?;
        Some(automaton)
    })
}

/// A pattern ready to be tried.
#[derive(Debug)]
pub enum Matcher {
    /// Made by the build script.
    Automaton(Box<Anchored>),
    /// Compiled here.
    Regex(Regex),
}

/// An automaton that finds a match which begins at a given byte; of several the one that leftmost-first alternatives mean.
#[derive(Debug)]
pub struct Anchored {
    dfa: sparse::DFA<&'static [u8]>,
    /// Where it starts at the beginning of a line, and where behind any byte.
    at_start: StateID,
    inside: StateID,
    /// The bytes with which a match can begin behind another; none where the pattern begins with `^`.
    first: Vec<bool>,
}

impl Matcher {
    /// Opens an automaton; `pattern` is what it was made of.
    #[must_use]
    pub fn open(automaton: &'static [u8], pattern: &str) -> Option<Self> {
        let (dfa, _) = sparse::DFA::from_bytes(automaton).ok()?;
        let start = |before| dfa.start_state(&Config::new().anchored(regex_automata::Anchored::Yes).look_behind(before)).ok();
        let (at_start, inside) = (start(None)?, start(Some(b' '))?);
        let begins = |byte| !dfa.is_dead_state(dfa.next_state(inside, byte));
        let first = if pattern.starts_with('^') { Vec::new() } else { (0..=u8::MAX).map(begins).collect() };
        Some(Self::Automaton(Box::new(Anchored { dfa, at_start, inside, first })))
    }

    /// Whether the pattern is found in a line.
    #[must_use]
    pub fn is_match(&self, line: &[u8]) -> bool {
        match self {
            Self::Automaton(automaton) => automaton.find_within(line, 0..line.len()).is_some(),
            Self::Regex(regex) => regex.is_match(line),
        }
    }

    /// Where the pattern is found at the beginning of a line.
    #[must_use]
    pub fn find_at_start(&self, line: &[u8]) -> Option<usize> {
        match self {
            Self::Automaton(automaton) => automaton.end(line, 0),
            Self::Regex(regex) => regex.find(line).filter(|found| found.start() == 0).map(|found| found.end()),
        }
    }

    /// Where the pattern is found first that begins at one of these places.
    #[must_use]
    pub fn find_within(&self, line: &[u8], places: Range<usize>) -> Option<Range<usize>> {
        match self {
            Self::Automaton(automaton) => automaton.find_within(line, places),
            Self::Regex(regex) => {
                let found = regex.find_at(line, places.start)?.range();
                (found.start < places.end).then_some(found)
            }
        }
    }
}

impl Anchored {
    fn find_within(&self, line: &[u8], places: Range<usize>) -> Option<Range<usize>> {
        if places.start == 0
            && let Some(end) = self.end(line, 0)
        {
            return Some(0..end);
        }
        if self.first.is_empty() {
            return None;
        }
        // A pattern that may begin anywhere is a date: the automaton leaves every place soon.
        let mut places = line.iter().enumerate().take(places.end).skip(places.start.max(1));
        places.find_map(|(start, &byte)| {
            if self.first.get(usize::from(byte)) != Some(&true) {
                return None;
            }
            self.end(line, start).map(|end| start..end)
        })
    }

    /// Where a match ends that begins at a byte.
    fn end(&self, line: &[u8], start: usize) -> Option<usize> {
        let mut state = if start == 0 { self.at_start } else { self.inside };
        let mut end = None;
        for (offset, &byte) in line.iter().enumerate().skip(start) {
            state = self.dfa.next_state(state, byte);
            if self.dfa.is_special_state(state) {
                // The automaton says one byte late that a match has ended.
                if self.dfa.is_match_state(state) {
                    end = Some(offset);
                } else if self.dfa.is_dead_state(state) {
                    return end;
                }
            }
        }
        if self.dfa.is_match_state(self.dfa.next_eoi_state(state)) { Some(line.len()) } else { end }
    }
}
