//! Automata of patterns: tables that say of a state and a byte the state that follows. The build script makes them (`pack.rs`).
//!
//! They travel with the library in a form that compresses well, and are unfolded at first use. States are numbered as they
//! are first named, zero is the dead one, and are told in the order in which a walk that goes into the depth meets them, so that a
//! word in one pattern is told as it is in another. Of a state is told in which bytes it differs from a whole row told before.
//!
//! This file depends on `std` alone: the build script reads it.

use std::ops::Range;

/// Numbers of one sort stand side by side, since so they compress best: the sorts, in their order.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Part {
    /// Of each state how matches end there and in how many bytes it differs from its row.
    States,
    /// The row from which it differs.
    Rows,
    /// The bytes in which it does.
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
/// Targets: a state that was not named before, the one named last; a state by its number and two.
pub const NEW: usize = 0;
/// See [`NEW`].
pub const SAME: usize = 1;
/// See [`NEW`].
pub const BY_NUMBER: usize = 2;
/// Of a state: `APART` times how matches end there ([`NOWHERE`] and the two after it), and in how many bytes it
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
/// Bytes in a row.
const ROW: usize = 256;
/// The state that nothing leads out of.
const DEAD: u16 = 0;

/// The packed automaton of a pattern; of one without it all parts are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Packed {
    parts: [&'static [u8]; PARTS],
}

impl Packed {
    /// Whether there is no automaton.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.parts.iter().all(|part| part.is_empty())
    }
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
fn put(states: &mut Vec<State>, number: usize, state: State) {
    if states.len() <= number {
        states.resize(number + 1, State::default());
    }
    if let Some(place) = states.get_mut(number) {
        *place = state;
    }
}

/// An automaton unfolded.
#[derive(Debug, Default)]
pub struct Table {
    at_start: u16,
    /// Where it starts behind any byte.
    inside: u16,
    states: Vec<State>,
    /// What follows in the bytes in which states differ from their rows.
    apart: Vec<(u8, u16)>,
    /// Whole rows, one behind another.
    rows: Vec<u16>,
    /// The bytes with which a match can begin behind another; none where the pattern fits the beginning of a line alone.
    first: Vec<bool>,
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
    /// Unfolds an automaton; `None` where there is none.
    #[must_use]
    pub fn open(packed: Packed) -> Option<Self> {
        let mut reader = Reader { parts: packed.parts, named: 1, last: DEAD, todo: Vec::new() };
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
            put(&mut table.states, number, state);
            Some(())
        })?;
        table.first = table.begins_inside();
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
        let begins: Vec<bool> = (0..=u8::MAX).map(|byte| inside.ends == Ends::Anywhere || self.next(inside, byte) != DEAD).collect();
        if begins.contains(&true) { begins } else { Vec::new() }
    }

    /// Where the pattern is found first that begins at one of these places.
    #[must_use]
    pub fn find_within(&self, line: &[u8], places: Range<usize>) -> Option<Range<usize>> {
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

    /// Where a match ends that begins at a byte. Of several the one that leftmost-first alternatives mean.
    #[must_use]
    pub fn end(&self, line: &[u8], start: usize) -> Option<usize> {
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

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::zone::pack::{Parts, join, pack};

    fn open(parts: Parts) -> Option<Table> {
        let blob: &'static [u8] = Box::leak(join(&[parts]).unwrap().into_boxed_slice());
        Table::open(split(blob)[0])
    }

    fn table(pattern: &str) -> Table {
        open(pack(pattern).unwrap()).unwrap()
    }

    #[test]
    fn only_a_pattern_all_of_whose_alternatives_begin_the_line_is_tried_there_alone() {
        let either = table("^a|b");
        assert_eq!((either.find_within(b"xb", 0..2), either.find_within(b"ab", 1..2)), (Some(1..2), Some(1..2)));
        assert_eq!((either.find_within(b"ab", 0..2), either.find_within(b"xa", 0..2)), (Some(0..1), None));
        let both = table("^(?:a|b)");
        assert_eq!((both.find_within(b"b", 0..1), both.find_within(b"xb", 0..2)), (Some(0..1), None));
        assert!(both.first.is_empty() && !either.first.is_empty());
    }

    /// Every line of up to six of three characters, from every place to every other.
    #[test]
    fn tables_find_what_regular_expressions_do() {
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
            let table = table(pattern);
            let regex = regex::bytes::RegexBuilder::new(pattern).unicode(false).build().unwrap();
            for line in &lines {
                let at_start = regex.find(line).filter(|found| found.start() == 0).map(|found| found.end());
                assert_eq!(table.end(line, 0), at_start, "{pattern} in {line:?}");
                for from in 0..line.len() {
                    for to in from + 1..=line.len() {
                        let expected = regex.find_at(line, from).map(|found| found.range()).filter(|found| found.start < to);
                        assert_eq!(table.find_within(line, from..to), expected, "{pattern} in {line:?} from {from} to {to}");
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
                assert!(open(parts).is_none(), "{part}");
            }
        }
        assert!(Table::open(Packed::default()).is_none() && split(&[]).is_empty());
        assert!(open(Parts::default()).is_none());
    }
}
