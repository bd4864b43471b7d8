//! Makes the automata of `automaton.rs` of patterns, for the build script and for tests; nothing of it ships.

use crate::zone::automaton::{
    ANYWHERE, APART, AT_END, BRANCHES, BY_NUMBER, ENDS, KINDS, LINE_BEGINS, LINE_ENDS, NEW, NOWHERE, PARTS, Part, READS, SAME, SPLITS,
    TABLE, WHOLE_ROW,
};
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};
use std::collections::{BTreeMap, HashMap};

/// The most states of a table. A pattern of which more would come branches.
const LARGEST_TABLE: usize = 745;
/// Where making a table is given up, in bytes before it is made small.
const LARGEST_DRAFT: usize = 8 << 20;
/// In how many bytes a state may differ from a whole row; one that differs in more is a row itself. Measured: the module is
/// smallest so.
const MOST_APART: usize = 8;

/// The parts of an automaton.
pub type Parts = [Vec<u8>; PARTS];

/// Puts the automata of a table of shapes together, as `automaton::split` takes them apart.
pub fn join(all: &[Parts]) -> Result<Vec<u8>, String> {
    let mut blob = Vec::new();
    for part in all.iter().flatten() {
        let length = u16::try_from(part.len()).ok().filter(|&length| length < u16::MAX);
        blob.extend_from_slice(&length.ok_or_else(|| format!("a part of an automaton has {} bytes", part.len()))?.to_le_bytes());
    }
    blob.extend_from_slice(&u16::MAX.to_le_bytes());
    for part in 0..PARTS {
        all.iter().filter_map(|parts| parts.get(part)).for_each(|part| blob.extend_from_slice(part));
    }
    Ok(blob)
}

/// The automaton of a pattern over lines of one byte a character.
pub fn pack(pattern: &str) -> Result<Parts, String> {
    let draft = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::LeftmostFirst)
        .minimize(true)
        .dfa_size_limit(Some(LARGEST_DRAFT))
        .determinize_size_limit(Some(4 * LARGEST_DRAFT));
    match dense::Builder::new().configure(draft).syntax(over_bytes()).build(pattern) {
        Ok(automaton) => {
            let states = states(&automaton)?;
            if states.len() <= LARGEST_TABLE {
                return table(&states);
            }
        }
        Err(error) if error.is_size_limit_exceeded() => {}
        Err(error) => return Err(error.to_string()),
    }
    branching(pattern)
}

/// The automaton of a pattern that branches.
pub fn branching(pattern: &str) -> Result<Parts, String> {
    let settings = thompson::Config::new().utf8(false).which_captures(thompson::WhichCaptures::None);
    let automaton = thompson::Compiler::new().configure(settings).syntax(over_bytes()).build(pattern).map_err(|error| error.to_string())?;
    branches(&automaton)
}

fn over_bytes() -> syntax::Config {
    syntax::Config::new().unicode(false).utf8(false)
}

/// A state of a table: how matches end in it, and the state after each byte.
type State = (usize, Vec<usize>);

/// The states of an automaton: first the one it starts with at the beginning of a line, then the one behind any byte. In those
/// of the library a match shows one byte late; here in the state itself. What is alike then is one.
fn states(automaton: &dense::DFA<Vec<u32>>) -> Result<Vec<State>, String> {
    let start = |before| {
        let settings = start::Config::new().anchored(Anchored::Yes).look_behind(before);
        automaton.start_state(&settings).map_err(|error| error.to_string())
    };
    let mut found = vec![start(None)?, start(Some(b' '))?];
    let mut numbers: HashMap<StateID, usize> = found.iter().copied().zip(0..).collect();
    let mut states: Vec<State> = Vec::new();
    while let Some(&state) = found.get(states.len()) {
        let next: Vec<StateID> = (0..=u8::MAX).map(|byte| automaton.next_state(state, byte)).collect();
        let ending = next.iter().filter(|&&state| automaton.is_match_state(state)).count();
        let ends = match (ending, automaton.is_match_state(automaton.next_eoi_state(state))) {
            (0, false) => NOWHERE,
            (0, true) => AT_END,
            (256, true) => ANYWHERE,
            _ => return Err("whether a match ends depends on the byte behind it".to_owned()),
        };
        let mut number = |state: StateID| {
            *numbers.entry(state).or_insert_with(|| {
                found.push(state);
                found.len() - 1
            })
        };
        states.push((ends, next.into_iter().map(&mut number).collect()));
    }
    Ok(smallest(&states, numbers.get(&start(Some(b' '))?).copied().unwrap_or(0)))
}

/// Joins states that no line tells apart, those of the start and `inside` first: states are told apart by how matches end,
/// then by what they lead to, until nothing more is.
fn smallest(states: &[State], inside: usize) -> Vec<State> {
    let mut group: Vec<usize> = states.iter().map(|&(ends, _)| ends).collect();
    let mut groups = 0;
    let of = |group: &[usize], state: usize| group.get(state).copied().unwrap_or(0);
    loop {
        let mut seen: BTreeMap<(usize, Vec<usize>), usize> = BTreeMap::new();
        let mut finer = vec![0; states.len()];
        // The first two are the starts.
        for state in [0, inside].into_iter().chain(0..states.len()) {
            let Some((_, next)) = states.get(state) else { continue };
            let key = (of(&group, state), next.iter().map(|&next| of(&group, next)).collect());
            let number = seen.len();
            let number = *seen.entry(key).or_insert(number);
            finer.get_mut(state).into_iter().for_each(|place| *place = number);
        }
        group = finer;
        if seen.len() == groups {
            break;
        }
        groups = seen.len();
    }
    let mut small: Vec<State> = vec![State::default(); groups];
    for ((ends, next), &number) in states.iter().zip(&group) {
        if let Some(place) = small.get_mut(number) {
            *place = (*ends, next.iter().map(|&next| of(&group, next)).collect());
        }
    }
    // Where both starts are one, the second is told as the first.
    if of(&group, inside) == 0 {
        small.insert(1, small.first().cloned().unwrap_or_default());
        for (_, next) in &mut small {
            next.iter_mut().filter(|next| **next > 0).for_each(|next| *next += 1);
        }
    }
    small
}

/// Writes what `Reader` in `automaton.rs` reads.
#[derive(Default)]
struct Writer {
    parts: Parts,
    /// The numbers of the states that were named.
    named: HashMap<usize, usize>,
    last: Option<usize>,
    todo: Vec<usize>,
}

impl Writer {
    fn byte(&mut self, part: Part, byte: u8) {
        self.parts.get_mut(part as usize).into_iter().for_each(|part| part.push(byte));
    }

    fn number(&mut self, part: Part, mut number: usize) {
        while number > 127 {
            self.byte(part, (number & 127 | 128) as u8);
            number >>= 7;
        }
        self.byte(part, number as u8);
    }

    fn target(&mut self, part: Part, state: usize) {
        let count = self.named.len();
        let code = match self.named.get(&state) {
            Some(_) if self.last == Some(state) => SAME,
            Some(number) => number + BY_NUMBER,
            None => {
                self.named.insert(state, count);
                self.todo.push(state);
                NEW
            }
        };
        self.last = Some(state);
        self.number(part, code);
    }

    fn turn(&mut self, before: usize) {
        self.todo.get_mut(before..).into_iter().for_each(<[usize]>::reverse);
    }

    fn states(mut self, mut write: impl FnMut(&mut Self, usize) -> Result<(), String>) -> Result<Parts, String> {
        self.turn(0);
        while let Some(state) = self.todo.pop() {
            let before = self.todo.len();
            write(&mut self, state)?;
            self.turn(before);
        }
        Ok(self.parts)
    }
}

fn table(states: &[State]) -> Result<Parts, String> {
    let mut writer = Writer::default();
    let dead = states.iter().enumerate().position(|(number, (ends, next))| *ends == NOWHERE && next.iter().all(|&next| next == number));
    // There is none in a pattern that fits everything.
    let dead = dead.unwrap_or(states.len());
    writer.named.insert(dead, 0);
    writer.number(Part::States, TABLE);
    writer.target(Part::Targets, 0);
    writer.target(Part::Targets, if states.first() == states.get(1) { 0 } else { 1 });
    let mut rows: Vec<Vec<usize>> = vec![vec![dead; 256]];
    writer.states(|writer, state| {
        let (ends, next) = states.get(state).ok_or("no such state")?;
        let differing = |row: &Vec<usize>| -> Vec<usize> { (0..256).filter(|&byte| row.get(byte) != next.get(byte)).collect() };
        let nearest = rows.iter().map(differing).enumerate().min_by_key(|(_, bytes)| bytes.len());
        match nearest.filter(|(_, bytes)| bytes.len() <= MOST_APART) {
            Some((row, bytes)) => {
                writer.number(Part::States, ends * APART + bytes.len());
                writer.number(Part::Rows, row);
                for byte in bytes {
                    writer.byte(Part::Bytes, byte as u8);
                    writer.target(Part::Targets, next.get(byte).copied().unwrap_or(dead));
                }
            }
            None => {
                writer.number(Part::States, ends * APART + WHOLE_ROW);
                for run in next.chunk_by(|one, other| one == other) {
                    writer.number(Part::Lengths, run.len() - 1);
                    run.first().into_iter().for_each(|&target| writer.target(Part::RowTargets, target));
                }
                rows.push(next.clone());
            }
        }
        Ok(())
    })
}

fn branches(automaton: &thompson::NFA) -> Result<Parts, String> {
    let mut writer = Writer::default();
    // Zero is dead.
    writer.named.insert(usize::MAX, 0);
    writer.number(Part::States, BRANCHES);
    writer.target(Part::Targets, automaton.start_anchored().as_usize());
    writer.states(|writer, state| {
        let state = StateID::new(state).map_err(|error| error.to_string())?;
        let mut leads = |kind: usize, targets: &[StateID]| {
            writer.number(Part::States, targets.len() * KINDS + kind);
            targets.iter().for_each(|target| writer.target(Part::Targets, target.as_usize()));
            Ok(())
        };
        let ranges: &[thompson::Transition] = match automaton.state(state) {
            thompson::State::Match { .. } => return leads(ENDS, &[]),
            thompson::State::Fail => return leads(SPLITS, &[]),
            thompson::State::Look { look: Look::Start, next } => return leads(LINE_BEGINS, &[*next]),
            thompson::State::Look { look: Look::End, next } => return leads(LINE_ENDS, &[*next]),
            thompson::State::Union { alternates } => return leads(SPLITS, alternates),
            thompson::State::BinaryUnion { alt1, alt2 } => return leads(SPLITS, &[*alt1, *alt2]),
            thompson::State::ByteRange { trans } => std::slice::from_ref(trans),
            thompson::State::Sparse(sparse) => &sparse.transitions,
            other => return Err(format!("an automaton with {other:?}")),
        };
        writer.number(Part::States, ranges.len() * KINDS + READS);
        for range in ranges {
            writer.byte(Part::Bytes, range.start);
            writer.number(Part::Lengths, usize::from(range.end - range.start));
            writer.target(Part::Targets, range.next.as_usize());
        }
        Ok(())
    })
}
