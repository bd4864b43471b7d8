//! How a pattern is held against a line: by an automaton that the build script made (`pack.rs`), because compiling the patterns of
//! an ordinary page took half of the time of a first analysis. Most automata are tables: of a state and a byte they say the state
//! that follows. Where a table would be large (a number of words of any kind before a date, say) the automaton branches, and a
//! line is read on all branches at once.
//!
//! Automata travel with the library in a form that compresses well, and are unfolded at first use. States are numbered as they
//! are first named, zero is the dead one, and are told in the order in which a walk that goes into the depth meets them, so that a word in
//! one pattern is told as it is in another. Of a state in a table is told in which bytes it differs from a whole row told before.
//!
//! This file depends on `std` alone: the build script reads it.

use std::ops::Range;

/// Numbers of one sort stand side by side, since so they compress best: the sorts, in their order.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Part {
    /// Of each state what it is and how many ways are told of it.
    States,
    /// The row from which a state of a table differs.
    Rows,
    /// The bytes in which it does; the first byte of a way of a state that branches.
    Bytes,
    /// What these bytes lead to.
    Targets,
    /// Lengths of runs of bytes that lead to the same.
    Lengths,
    /// What runs of whole rows lead to.
    RowTargets,
}

/// How many sorts there are.
pub const PARTS: usize = 6;
/// Kinds of automata: the first number of [`Part::States`].
pub const TABLE: usize = 0;
/// See [`TABLE`].
pub const BRANCHES: usize = 1;
/// Targets: a state that was not named before, the one named last; a state by its number and two.
pub const NEW: usize = 0;
/// See [`NEW`].
pub const SAME: usize = 1;
/// See [`NEW`].
pub const BY_NUMBER: usize = 2;
/// Of a state in a table: `APART` times how matches end there ([`NOWHERE`] and the two after it), and in how many bytes it
/// differs from its row; `WHOLE_ROW` for one that is a row itself.
pub const APART: usize = 32;
/// See [`APART`].
pub const WHOLE_ROW: usize = APART - 1;
/// No match ends here, one does where the line ends, one does.
pub const NOWHERE: usize = 0;
/// See [`NOWHERE`].
pub const AT_END: usize = 1;
/// See [`NOWHERE`].
pub const ANYWHERE: usize = 2;
/// Of a state that branches: `KINDS` times how many ways lead on, and its kind.
pub const KINDS: usize = 8;
/// The kinds: here a match ends; goes on only where the line begins, or where it ends; goes on every way, the first before the
/// second; goes on behind a byte of a run.
pub const ENDS: usize = 0;
/// See [`ENDS`].
pub const LINE_BEGINS: usize = 1;
/// See [`ENDS`].
pub const LINE_ENDS: usize = 2;
/// See [`ENDS`].
pub const SPLITS: usize = 3;
/// See [`ENDS`].
pub const READS: usize = 4;

/// Bytes in a row.
const ROW: usize = 256;
/// The state that nothing leads out of.
const DEAD: u16 = 0;

/// The packed automaton of a pattern.
#[derive(Clone, Copy, Debug, Default)]
pub struct Packed {
    parts: [&'static [u8]; PARTS],
}

/// Splits what the build script wrote: of each pattern the lengths of its parts, two bytes each, the smaller first; a length of
/// all ones ends them; then the first part of every pattern, the second of every pattern, and so on.
#[must_use]
pub fn split(blob: &'static [u8]) -> Vec<Packed> {
    let mut rest = blob;
    let mut lengths = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<2>() {
        rest = after;
        match u16::from_le_bytes(*length) {
            u16::MAX => break,
            length => lengths.push(usize::from(length)),
        }
    }
    let mut all = vec![Packed::default(); lengths.len() / PARTS];
    for part in 0..PARTS {
        for (packed, length) in all.iter_mut().zip(lengths.iter().skip(part).step_by(PARTS)) {
            let (here, after) = rest.split_at_checked(*length).unwrap_or_default();
            rest = after;
            if let Some(place) = packed.parts.get_mut(part) {
                *place = here;
            }
        }
    }
    all
}

/// A pattern ready to be tried.
#[derive(Debug)]
pub struct Matcher {
    automaton: Automaton,
    /// The bytes with which a match can begin behind another; none where the pattern fits the beginning of a line alone.
    first: Vec<bool>,
}

#[derive(Debug)]
enum Automaton {
    Table(Table),
    Branches(Branches),
}

impl Matcher {
    /// Unfolds an automaton.
    #[must_use]
    pub fn open(packed: Packed) -> Option<Self> {
        let mut reader = Reader { parts: packed.parts, named: 1, last: DEAD, todo: Vec::new() };
        let kind = reader.number(Part::States)?;
        let automaton = match kind {
            TABLE => Automaton::Table(Table::read(&mut reader)?),
            BRANCHES => Automaton::Branches(Branches::read(&mut reader)?),
            _ => return None,
        };
        let begins = match &automaton {
            Automaton::Table(table) => table.begins_inside(),
            Automaton::Branches(branches) => branches.begins_inside(),
        };
        let first = if begins.contains(&true) { begins } else { Vec::new() };
        Some(Self { automaton, first })
    }

    /// Whether the pattern is found in a line.
    #[must_use]
    pub fn is_match(&self, line: &[u8]) -> bool {
        self.find_at(line, 0).is_some()
    }

    /// Where the pattern is found first from a byte on; of several matches that begin there the one that leftmost-first
    /// alternatives mean.
    #[must_use]
    pub fn find_at(&self, line: &[u8], from: usize) -> Option<Range<usize>> {
        if from == 0
            && let Some(end) = self.end(line, 0)
        {
            return Some(0..end);
        }
        if self.first.is_empty() {
            return None;
        }
        // A pattern that may begin anywhere is a date: the automaton leaves every place soon.
        let mut places = line.iter().enumerate().skip(from.max(1)).filter(|&(_, &byte)| self.first.get(usize::from(byte)) == Some(&true));
        places.find_map(|(start, _)| self.end(line, start).map(|end| start..end))
    }

    /// Where a match ends that begins at a byte.
    fn end(&self, line: &[u8], start: usize) -> Option<usize> {
        match &self.automaton {
            Automaton::Table(table) => table.end(line, start),
            Automaton::Branches(branches) => branches.end(line, start),
        }
    }
}

/// What is not read yet of a packed automaton.
struct Reader {
    parts: [&'static [u8]; PARTS],
    /// How many states were named.
    named: u16,
    /// The one named last.
    last: u16,
    /// Those not told yet.
    todo: Vec<u16>,
}

impl Reader {
    fn byte(&mut self, part: Part) -> Option<u8> {
        let rest = self.parts.get_mut(part as usize)?;
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        Some(byte)
    }

    /// A number, seven bits a byte, the lowest first.
    fn number(&mut self, part: Part) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14] {
            let byte = self.byte(part)?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn target(&mut self, part: Part) -> Option<u16> {
        self.last = match self.number(part)? {
            NEW => {
                self.todo.push(self.named);
                self.named += 1;
                self.named - 1
            }
            SAME => self.last,
            number => u16::try_from(number - BY_NUMBER).ok()?,
        };
        Some(self.last)
    }

    /// Reads all states; `read` one of a number.
    fn states(&mut self, mut read: impl FnMut(&mut Self, usize) -> Option<()>) -> Option<()> {
        self.turn(0);
        while let Some(state) = self.todo.pop() {
            let before = self.todo.len();
            read(self, usize::from(state))?;
            self.turn(before);
        }
        Some(())
    }

    /// Of the states named together the first comes next.
    fn turn(&mut self, before: usize) {
        if let Some(named) = self.todo.get_mut(before..) {
            named.reverse();
        }
    }
}

/// Puts a state where its number says.
fn put<T: Clone>(states: &mut Vec<T>, number: usize, state: T, none: &T) {
    if states.len() <= number {
        states.resize(number + 1, none.clone());
    }
    if let Some(place) = states.get_mut(number) {
        *place = state;
    }
}

/// An automaton that is in one state at a time.
#[derive(Debug, Default)]
struct Table {
    at_start: u16,
    /// Where it starts behind any byte.
    inside: u16,
    states: Vec<State>,
    /// What follows in the bytes in which states differ from their rows.
    apart: Vec<(u8, u16)>,
    /// Whole rows, one behind another.
    rows: Vec<u16>,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Where its row begins.
    row: u32,
    /// Where the bytes begin in which it differs.
    apart: u16,
    differing: u8,
    ends: Ends,
}

/// Where a match ends that comes to a state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Ends {
    #[default]
    Nowhere,
    AtEnd,
    Anywhere,
}

impl Table {
    fn read(reader: &mut Reader) -> Option<Self> {
        let mut table = Self { rows: vec![DEAD; ROW], ..Self::default() };
        (table.at_start, table.inside) = (reader.target(Part::Targets)?, reader.target(Part::Targets)?);
        reader.states(|reader, number| {
            let told = reader.number(Part::States)?;
            let differing = told % APART;
            let ends = match told / APART {
                NOWHERE => Ends::Nowhere,
                AT_END => Ends::AtEnd,
                ANYWHERE => Ends::Anywhere,
                _ => return None,
            };
            let apart = u16::try_from(table.apart.len()).ok()?;
            let state = if differing == WHOLE_ROW {
                let row = table.rows.len();
                while table.rows.len() < row + ROW {
                    let length = reader.number(Part::Lengths)? + 1;
                    let target = reader.target(Part::RowTargets)?;
                    table.rows.resize(table.rows.len() + length, target);
                }
                State { row: u32::try_from(row).ok()?, apart, differing: 0, ends }
            } else {
                let row = u32::try_from(reader.number(Part::Rows)? * ROW).ok()?;
                for _ in 0..differing {
                    table.apart.push((reader.byte(Part::Bytes)?, reader.target(Part::Targets)?));
                }
                State { row, apart, differing: u8::try_from(differing).ok()?, ends }
            };
            put(&mut table.states, number, state, &State::default());
            Some(())
        })?;
        Some(table)
    }

    fn state(&self, number: u16) -> State {
        self.states.get(usize::from(number)).copied().unwrap_or_default()
    }

    fn next(&self, state: State, byte: u8) -> u16 {
        let apart = usize::from(state.apart);
        let apart = self.apart.get(apart..apart + usize::from(state.differing)).unwrap_or(&[]);
        match apart.iter().find(|&&(other, _)| other == byte) {
            Some(&(_, target)) => target,
            None => self.rows.get(state.row as usize + usize::from(byte)).copied().unwrap_or(DEAD),
        }
    }

    fn begins_inside(&self) -> Vec<bool> {
        let inside = self.state(self.inside);
        (0..=u8::MAX).map(|byte| inside.ends == Ends::Anywhere || self.next(inside, byte) != DEAD).collect()
    }

    fn end(&self, line: &[u8], start: usize) -> Option<usize> {
        let mut state = self.state(if start == 0 { self.at_start } else { self.inside });
        let mut end = None;
        for (offset, &byte) in line.iter().enumerate().skip(start) {
            if state.ends == Ends::Anywhere {
                end = Some(offset);
            }
            match self.next(state, byte) {
                DEAD => return end,
                next => state = self.state(next),
            }
        }
        if state.ends == Ends::Nowhere { end } else { Some(line.len()) }
    }
}

/// An automaton that is in several states at once, the one that a match is rather read by before the other.
#[derive(Debug, Default)]
struct Branches {
    start: u16,
    steps: Vec<Step>,
    /// The first byte, the last, and what they lead to; of a step that reads nothing only what it leads to.
    ways: Vec<(u8, u8, u16)>,
}

#[derive(Clone, Debug, Default)]
struct Step {
    kind: usize,
    ways: Range<usize>,
}

/// Which steps were reached.
struct Reached {
    /// Of each step the place where it was.
    marks: Vec<Option<usize>>,
    todo: Vec<u16>,
}

impl Branches {
    fn read(reader: &mut Reader) -> Option<Self> {
        let mut branches = Self { start: reader.target(Part::Targets)?, ..Self::default() };
        reader.states(|reader, number| {
            let told = reader.number(Part::States)?;
            let (kind, ways) = (told % KINDS, branches.ways.len());
            for _ in 0..told / KINDS {
                let low = if kind == READS { reader.byte(Part::Bytes)? } else { 0 };
                let more = if kind == READS { reader.number(Part::Lengths)? } else { 0 };
                branches.ways.push((low, low.saturating_add(u8::try_from(more).ok()?), reader.target(Part::Targets)?));
            }
            put(&mut branches.steps, number, Step { kind, ways: ways..branches.ways.len() }, &Step::default());
            Some(())
        })?;
        Some(branches)
    }

    fn ways(&self, step: &Step) -> &[(u8, u8, u16)] {
        self.ways.get(step.ways.clone()).unwrap_or(&[])
    }

    fn step(&self, number: u16) -> Option<&Step> {
        self.steps.get(usize::from(number))
    }

    fn reached(&self) -> Reached {
        Reached { marks: vec![None; self.steps.len()], todo: Vec::new() }
    }

    /// Goes on from a state as far as nothing is read, at a place of a line of so many bytes.
    fn reach(&self, from: u16, place: usize, length: usize, reached: &mut Reached, steps: &mut Vec<u16>) {
        reached.todo.push(from);
        while let Some(number) = reached.todo.pop() {
            let Some((step, mark)) = self.step(number).zip(reached.marks.get_mut(usize::from(number))) else { continue };
            if mark.replace(place) == Some(place) {
                continue;
            }
            let goes_on = match step.kind {
                LINE_BEGINS => place == 0,
                LINE_ENDS => place == length,
                kind => kind == SPLITS,
            };
            if goes_on {
                reached.todo.extend(self.ways(step).iter().rev().map(|&(.., target)| target));
            } else if matches!(step.kind, READS | ENDS) {
                steps.push(number);
            }
        }
    }

    fn begins_inside(&self) -> Vec<bool> {
        let mut steps = Vec::new();
        self.reach(self.start, 1, 2, &mut self.reached(), &mut steps);
        let steps: Vec<&Step> = steps.iter().filter_map(|&number| self.step(number)).collect();
        let fits = |byte: u8, step: &&Step| step.kind == ENDS || self.ways(step).iter().any(|&(low, high, _)| (low..=high).contains(&byte));
        (0..=u8::MAX).map(|byte| steps.iter().any(|step| fits(byte, step))).collect()
    }

    fn end(&self, line: &[u8], start: usize) -> Option<usize> {
        let (mut here, mut next, mut reached) = (Vec::new(), Vec::new(), self.reached());
        self.reach(self.start, start, line.len(), &mut reached, &mut here);
        let mut end = None;
        let mut place = start;
        while !here.is_empty() {
            for &number in &here {
                let Some(step) = self.step(number) else { continue };
                if step.kind == ENDS {
                    // What comes after it in the order would be a match of less worth.
                    end = Some(place);
                    break;
                }
                let Some(byte) = line.get(place) else { continue };
                if let Some(&(.., target)) = self.ways(step).iter().find(|(low, high, _)| (low..=high).contains(&byte)) {
                    self.reach(target, place + 1, line.len(), &mut reached, &mut next);
                }
            }
            std::mem::swap(&mut here, &mut next);
            next.clear();
            place += 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::pack::{branching, join, pack};

    fn open(parts: crate::zone::pack::Parts) -> Matcher {
        let blob: &'static [u8] = Box::leak(join(&[parts]).unwrap().into_boxed_slice());
        Matcher::open(split(blob)[0]).unwrap()
    }

    /// Both kinds of automata of a pattern.
    fn both(pattern: &str) -> [Matcher; 2] {
        let both = [open(pack(pattern).unwrap()), open(branching(pattern).unwrap())];
        assert!(matches!(both[0].automaton, Automaton::Table(_)) && matches!(both[1].automaton, Automaton::Branches(_)));
        both
    }

    #[test]
    fn only_a_pattern_all_of_whose_alternatives_begin_the_line_is_tried_there_alone() {
        for matcher in both("^a|b") {
            assert_eq!(
                (matcher.find_at(b"xb", 0), matcher.find_at(b"ab", 1), matcher.find_at(b"ab", 0)),
                (Some(1..2), Some(1..2), Some(0..1))
            );
            assert_eq!((matcher.find_at(b"xa", 0), matcher.find_at(b"aa", 1)), (None, None));
        }
        for matcher in both("^(?:a|b)") {
            assert_eq!(matcher.find_at(b"b", 0), Some(0..1));
            assert_eq!((matcher.find_at(b"xb", 0), matcher.find_at(b"bb", 1)), (None, None));
            assert!(matcher.first.is_empty());
        }
    }

    /// Every line of up to six of three characters, against regular expressions.
    #[test]
    fn both_kinds_find_what_regular_expressions_do() {
        let mut lines: Vec<Vec<u8>> = vec![Vec::new()];
        for index in 0..364 {
            let line: Vec<u8> = lines[index].clone();
            lines.extend(b"ab ".iter().map(|&byte| [line.as_slice(), &[byte]].concat()));
        }
        assert_eq!((lines.len(), lines.iter().map(Vec::len).max()), (1093, Some(6)));
        for pattern in [
            "^a|b",
            "a|ab",
            "ab|a",
            "(?:a|ab)(?: |b)?",
            "^a{2,3}?b*",
            "b$|^a$",
            "^[^ ]+(?: [^ ]+){0,2}$",
            "[ab]{1,3}? ",
            "^.*b a",
            "a[^a]*?b|b+",
        ] {
            let regex = regex::bytes::RegexBuilder::new(pattern).unicode(false).build().unwrap();
            for matcher in both(pattern) {
                for line in &lines {
                    for from in 0..=line.len() {
                        let expected = regex.find_at(line, from).map(|found| found.range());
                        assert_eq!(matcher.find_at(line, from), expected, "{pattern} in {line:?} from {from}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_cut_short_is_no_automaton() {
        let parts = pack("^ab|[c-e]+$").unwrap();
        for part in 0..PARTS {
            let mut parts = parts.clone();
            if parts[part].pop().is_some() {
                let blob: &'static [u8] = Box::leak(join(&[parts]).unwrap().into_boxed_slice());
                assert!(Matcher::open(split(blob)[0]).is_none(), "{part}");
            }
        }
        assert!(Matcher::open(Packed::default()).is_none() && split(&[]).is_empty());
    }
}
