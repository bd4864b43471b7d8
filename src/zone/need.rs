//! What a line must hold to be of a shape, read off the pattern of the shape: a pattern is compiled and tried only on lines that
//! hold it. Compiling all the patterns of a language takes ten times as long as analysing an article.
//!
//! Of every pattern this finds texts that each match contains, as sets of which one must be there, and the most bytes a match of
//! the whole line can have. It understands the part of the syntax that the tables use; what it does not understand asks nothing.

use super::fingerprint::{Fingerprint, WINDOW, WINDOW_BITS, WORD_BITS, bit, set_bit, window, word, words_of};
use super::opening::{Characters, Opening};
use crate::order;
use crate::text::chars::is_alphabetic;
use core::iter::Peekable;
use core::str::Chars;

/// A text that a set asks for: where it stands in the arena, and its first and last window.
#[derive(Clone, Copy, Debug)]
struct Atom {
    start: u32,
    length: u32,
    windows: [u16; 2],
    /// Whether it is all that its alternative matches.
    alone: bool,
    /// Whether no letter may stand beside it. Its windows are its first and last word then.
    whole: bool,
}

/// What is asked of a line before a pattern is tried.
#[derive(Clone, Debug)]
pub struct Need {
    /// What the line begins with.
    opening: Opening,
    /// Numbers of sets: of each one text must be there.
    sets: Vec<usize>,
    /// The least and the most bytes that the line may have.
    shortest: usize,
    longest: Option<usize>,
    /// The most spaces that it may have.
    most_spaces: Option<usize>,
}

/// The sets of the patterns of a language.
#[derive(Debug, Default)]
pub struct Needs {
    arena: String,
    sets: Vec<Vec<Atom>>,
    named: Vec<(String, Part)>,
    index: Index,
}

/// By which words and windows a line leads to the sets that it may meet: so it is not held against every text of every set.
#[derive(Debug, Default)]
struct Index {
    /// Of each set the answer for a line that has none of its words and windows: sets with shorter texts must be asked all the same.
    unasked: Vec<Answer>,
    /// The bits of words and of windows that are in the lists.
    word_bits: Vec<u64>,
    window_bits: Vec<u64>,
    /// Sets by the last words and the last windows of their texts: first windows say less, since many begin with the article. Sorted.
    of_words: Vec<Listed>,
    of_windows: Vec<Listed>,
}

/// A text by its last bit and its first, and its set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Listed {
    last: u16,
    first: u16,
    set: u16,
}

/// What is known of a part of a pattern.
#[derive(Clone, Debug)]
struct Part {
    opening: Opening,
    sets: Vec<usize>,
    /// The most bytes that it matches; `None` without limit.
    longest: Option<usize>,
    /// The most spaces that it matches; `None` without limit.
    most_spaces: Option<usize>,
    /// Whether it holds something that is not understood.
    unknown: bool,
}

impl Part {
    /// One character of a set.
    const fn character(characters: Characters) -> Self {
        Self {
            opening: Opening::one_of(characters),
            sets: Vec::new(),
            longest: Some(WIDEST_CHARACTER),
            most_spaces: Some(1),
            unknown: false,
        }
    }

    const EMPTY: Self = Self { opening: Opening::EMPTY, sets: Vec::new(), longest: Some(0), most_spaces: Some(0), unknown: false };
    const UNKNOWN: Self = Self { opening: Opening::ANYTHING, sets: Vec::new(), longest: None, most_spaces: None, unknown: true };
}

/// Which sets a line meets, as far as it was asked: patterns share them. Kept from line to line for its memory.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    of_sets: Vec<Answer>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Answer {
    #[default]
    No,
    /// Not asked yet: of its texts the line may have one that is too short for the index.
    Short,
    /// The fingerprint says so.
    Likely,
    Surely,
}

/// Classes of more characters than this ask for nothing.
const LARGEST_CLASS: usize = 16;
const WIDEST_CHARACTER: usize = 4;

impl Needs {
    /// Takes note of a set that patterns name as `<name>`. Sets may use those before them. Of one that lists `words`, each
    /// alternative that is plain text counts only where no letter stands beside it.
    pub fn name(&mut self, name: &str, folded: &str, words: bool) {
        let part = self.read(folded);
        for &set in part.sets.iter().filter(|_| words) {
            let Some(atoms) = self.sets.get_mut(set) else { continue };
            for atom in atoms.iter_mut().filter(|atom| atom.alone) {
                let text = self.arena.get(atom.start as usize..).and_then(|text| text.get(..atom.length as usize)).unwrap_or("");
                let ends = words_of(text).next().zip(words_of(text).last()).filter(|_| text.starts_with(is_alphabetic));
                if let Some((first, last)) = ends {
                    *atom = Atom { whole: true, windows: [word(first), word(last)], ..*atom };
                }
            }
        }
        self.named.push((format!("<{name}>"), part));
    }

    /// Must be called when all patterns have been read.
    pub fn make_index(&mut self) {
        let (mut of_words, mut of_windows) = (Vec::new(), Vec::new());
        let mut unasked = vec![Answer::No; self.sets.len()];
        for ((set, atoms), answer) in (0_u16..).zip(&self.sets).zip(&mut unasked) {
            for atom in atoms {
                let [first, last] = atom.windows;
                let listed = Listed { last, first, set };
                match atom.length as usize {
                    _ if atom.whole => of_words.push(listed),
                    WINDOW.. => of_windows.push(listed),
                    _ => *answer = Answer::Short,
                }
            }
        }
        let bits = |list: &mut Vec<Listed>, count: usize| {
            order::sort_by_key(list, |text| *text);
            list.dedup();
            let mut bits = vec![0; count];
            for listed in &*list {
                set_bit(&mut bits, listed.last);
            }
            bits
        };
        let (word_bits, window_bits) = (bits(&mut of_words, WORD_BITS), bits(&mut of_windows, WINDOW_BITS));
        self.index = Index { unasked, word_bits, window_bits, of_words, of_windows };
    }

    /// Begins the answers of a line, in place of those of another.
    pub fn begin(&self, print: &Fingerprint, answers: &mut Answers) {
        answers.of_sets.clear();
        answers.of_sets.extend_from_slice(&self.index.unasked);
        let lists = [
            (print.words(), &self.index.word_bits, &self.index.of_words),
            (print.windows(), &self.index.window_bits, &self.index.of_windows),
        ];
        for (of_line, of_texts, texts) in lists {
            for (first, both) in (0_u16..).step_by(64).zip(of_line.iter().zip(of_texts).map(|(line, texts)| line & texts)) {
                let mut rest = both;
                while rest != 0 {
                    let last = first + rest.trailing_zeros() as u16;
                    rest &= rest - 1;
                    let from = texts.partition_point(|text| text.last < last);
                    for text in texts.iter().skip(from).take_while(|text| text.last == last) {
                        if bit(of_line, text.first)
                            && let Some(answer) = answers.of_sets.get_mut(usize::from(text.set))
                        {
                            *answer = Answer::Likely;
                        }
                    }
                }
            }
        }
    }

    /// What a folded pattern asks of a line.
    pub fn of(&mut self, folded: &str) -> Need {
        let whole = folded.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).filter(|rest| !rest.ends_with('\\'));
        let part = self.read(whole.unwrap_or(folded));
        // In `^one|two$` the anchors belong to one alternative each.
        let one = !has_alternatives(folded);
        let opening = if one && folded.starts_with('^') { part.opening } else { Opening::ANYTHING };
        if part.unknown {
            return Need { opening, sets: Vec::new(), shortest: 0, longest: None, most_spaces: None };
        }
        let anchored = one && whole.is_some();
        let (longest, most_spaces) = if anchored { (part.longest, part.most_spaces) } else { (None, None) };
        // The shortest text of each set, and of those the longest: a line must have room for it.
        let least = |set: &usize| self.sets.get(*set)?.iter().map(|atom| atom.length as usize).min();
        let shortest = part.sets.iter().filter_map(least).max().unwrap_or(0);
        Need { opening, sets: part.sets, shortest, longest, most_spaces }
    }

    /// Whether a line has what is asked for. Without `surely` a few lines pass that have it not: where the pattern has an
    /// automaton or is compiled already, trying it costs less than being sure. `answers` are those that [`Self::begin`] began for this line.
    #[must_use]
    pub fn met(&self, need: &Need, line: &str, print: &Fingerprint, surely: bool, answers: &mut Answers) -> bool {
        need.opening.fits(print.start())
            && need.shortest <= line.len()
            && need.longest.is_none_or(|longest| line.len() <= longest)
            && need.most_spaces.is_none_or(|most| print.spaces() <= most)
            // What is known already first.
            && !need.sets.iter().any(|&set| answers.of_sets.get(set) == Some(&Answer::No))
            && need.sets.iter().all(|&set| self.set_met(set, line, print, surely, answers))
    }

    fn set_met(&self, set: usize, line: &str, print: &Fingerprint, surely: bool, answers: &mut Answers) -> bool {
        let (Some(atoms), Some(answer)) = (self.sets.get(set), answers.of_sets.get_mut(set)) else { return true };
        match answer {
            Answer::No => return false,
            Answer::Surely => return true,
            Answer::Likely if !surely => return true,
            Answer::Likely | Answer::Short => {}
        }
        // The shortest come first: a line of one word has no room for most of them.
        let longest = if *answer == Answer::Short { line.len().min(WINDOW - 1) } else { line.len() };
        let mut room = atoms.iter().take_while(|atom| atom.length as usize <= longest);
        *answer = match room.any(|atom| self.holds(atom, line, print, surely)) {
            false => Answer::No,
            true if surely => Answer::Surely,
            true => Answer::Likely,
        };
        *answer != Answer::No
    }

    fn holds(&self, atom: &Atom, line: &str, print: &Fingerprint, surely: bool) -> bool {
        let [first, last] = atom.windows;
        if atom.whole {
            return bit(print.words(), first) && bit(print.words(), last) && (!surely || stands_whole(line, self.text(atom)));
        }
        let text = self.text(atom);
        let hinted = match text.len() {
            WINDOW.. => bit(print.windows(), first) && bit(print.windows(), last),
            _ => print.may_have(text),
        };
        hinted && (!surely || contains(line.as_bytes(), text.as_bytes()))
    }

    fn text(&self, atom: &Atom) -> &str {
        let start = atom.start as usize;
        self.arena.get(start..start + atom.length as usize).unwrap_or("")
    }

    fn read(&mut self, pattern: &str) -> Part {
        let mut reader = Reader { rest: pattern.chars().peekable(), needs: self };
        let part = reader.alternatives();
        // What is left is a bracket that nothing opened.
        if reader.rest.peek().is_some() { Part::UNKNOWN } else { part }
    }

    fn atom(&mut self, text: &str) -> Atom {
        let start = self.arena.len() as u32;
        self.arena.push_str(text);
        // The last that begins with a character.
        let last = text.len().checked_sub(WINDOW).and_then(|start| text.get(text.floor_char_boundary(start)..)).unwrap_or("");
        Atom { start, length: text.len() as u32, windows: [window(text.as_bytes()), window(last.as_bytes())], alone: false, whole: false }
    }

    fn set(&mut self, mut atoms: Vec<Atom>) -> usize {
        order::sort_by_key(&mut atoms, |atom| atom.length);
        self.sets.push(atoms);
        self.sets.len() - 1
    }

    /// The set of a part that the fewest lines meet: whose shortest text is the longest.
    fn best(&self, part: &Part) -> Option<&Vec<Atom>> {
        let rank = |atoms: &&Vec<Atom>| (atoms.iter().map(|atom| atom.length).min().unwrap_or(0), core::cmp::Reverse(atoms.len()));
        part.sets.iter().filter_map(|&set| self.sets.get(set)).max_by_key(rank)
    }
}

/// Whether a text stands in a line; for short texts in lines of some hundred bytes quicker than a search that first prepares itself.
fn contains(line: &[u8], text: &[u8]) -> bool {
    // The last byte: in Arabic the first is one of two.
    let Some((&last, before)) = text.split_last() else { return true };
    line.iter().enumerate().any(|(index, &byte)| byte == last && line.get(..index).is_some_and(|line| line.ends_with(before)))
}

/// Whether a text stands in a line with no letter beside it.
fn stands_whole(line: &str, text: &str) -> bool {
    let Some((&last, before)) = text.as_bytes().split_last() else { return true };
    let bytes = line.as_bytes();
    bytes.iter().enumerate().filter(|&(_, &byte)| byte == last).any(|(index, _)| {
        let start = bytes.get(..index).filter(|line| line.ends_with(before)).map(|_| index - before.len());
        start.is_some_and(|start| {
            let left = line.get(..start).and_then(|left| left.chars().next_back());
            let right = line.get(index + 1..).and_then(|right| right.chars().next());
            !left.is_some_and(is_alphabetic) && !right.is_some_and(is_alphabetic)
        })
    })
}

/// Whether a bar stands outside all brackets.
fn has_alternatives(pattern: &str) -> bool {
    let (mut depth, mut in_class, mut escaped) = (0_usize, false, false);
    for character in pattern.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

struct Reader<'p, 'n> {
    rest: Peekable<Chars<'p>>,
    needs: &'n mut Needs,
}

impl Reader<'_, '_> {
    fn alternatives(&mut self) -> Part {
        let first = self.sequence();
        if self.rest.peek() != Some(&'|') {
            return first;
        }
        let mut parts = vec![first];
        while self.rest.next_if_eq(&'|').is_some() {
            parts.push(self.sequence());
        }
        let mut atoms = Some(Vec::new());
        for part in &parts {
            atoms = match (atoms, self.needs.best(part)) {
                (Some(mut all), Some(best)) => {
                    all.extend(best);
                    Some(all)
                }
                _ => None,
            };
        }
        Part {
            opening: parts.iter().fold(Opening::NEVER, |all, part| all.or(part.opening)),
            sets: atoms.map(|atoms| self.needs.set(atoms)).into_iter().collect(),
            longest: parts.iter().map(|part| part.longest).try_fold(0, |longest, other| Some(other?.max(longest))),
            most_spaces: parts.iter().map(|part| part.most_spaces).try_fold(0, |most, other| Some(other?.max(most))),
            unknown: parts.iter().any(|part| part.unknown),
        }
    }

    fn sequence(&mut self) -> Part {
        let mut whole = Part::EMPTY;
        let mut run = String::new();
        let mut plain = true;
        while let Some(&next) = self.rest.peek() {
            if matches!(next, '|' | ')') {
                break;
            }
            if let Some(literal) = self.literal() {
                let (least, most) = self.times();
                whole.opening = whole.opening.then(Opening::one_of(Characters::of(literal)).repeated(least, most));
                whole.longest = total(whole.longest, most.map(|most| most * literal.len_utf8()));
                whole.most_spaces = total(whole.most_spaces, if literal == ' ' { most } else { Some(0) });
                // The first of several belongs to what stands before it.
                if least > 0 {
                    run.push(literal);
                }
                if (least, most) != (1, Some(1)) {
                    plain = false;
                    self.end_run(&mut run, &mut whole);
                }
                continue;
            }
            plain = false;
            self.end_run(&mut run, &mut whole);
            let part = self.element();
            let (least, most) = self.times();
            whole.unknown |= part.unknown;
            whole.opening = whole.opening.then(part.opening.repeated(least, most));
            whole.longest = total(whole.longest, repeated(part.longest, most));
            whole.most_spaces = total(whole.most_spaces, repeated(part.most_spaces, most));
            if least > 0 {
                whole.sets.extend(part.sets);
            }
        }
        self.end_run(&mut run, &mut whole);
        if plain && let Some(set) = whole.sets.last().and_then(|&set| self.needs.sets.get_mut(set)) {
            set.iter_mut().for_each(|atom| atom.alone = true);
        }
        whole
    }

    fn end_run(&mut self, run: &mut String, whole: &mut Part) {
        // Every line has spaces.
        if !run.trim().is_empty() {
            let atom = self.needs.atom(run);
            whole.sets.push(self.needs.set(vec![atom]));
        }
        run.clear();
    }

    /// A character that stands for itself.
    fn literal(&mut self) -> Option<char> {
        let mut ahead = self.rest.clone();
        match ahead.next()? {
            '\\' => {
                let escaped = ahead.next().filter(|character| !character.is_alphanumeric())?;
                self.rest = ahead;
                Some(escaped)
            }
            '<' if self.named().is_some() => None,
            '[' | '(' | '.' | '^' | '$' => None,
            character => {
                self.rest = ahead;
                Some(character)
            }
        }
    }

    /// The set of words that is named here, by its place in the list.
    fn named(&self) -> Option<usize> {
        let stands = |name: &str| name.chars().eq(self.rest.clone().take(name.chars().count()));
        self.needs.named.iter().rposition(|(name, _)| stands(name))
    }

    /// A class, a group, a name, or a mark that stands for characters.
    fn element(&mut self) -> Part {
        if let Some(index) = self.named() {
            let Some((name, part)) = self.needs.named.get(index) else { return Part::UNKNOWN };
            self.rest.nth(name.chars().count() - 1);
            return part.clone();
        }
        match self.rest.next() {
            Some('[') => self.class(),
            Some('(') => {
                if self.rest.next_if_eq(&'?').is_some() && self.rest.next() != Some(':') {
                    return Part::UNKNOWN;
                }
                let part = self.alternatives();
                if self.rest.next() == Some(')') { part } else { Part::UNKNOWN }
            }
            Some('.') => Part::character(Characters::ALL),
            Some('^' | '$') => Part::EMPTY,
            _ => {
                self.rest.next();
                Part::UNKNOWN
            }
        }
    }

    /// After the bracket: a class of few characters asks for one of them.
    fn class(&mut self) -> Part {
        let negated = self.rest.next_if_eq(&'^').is_some();
        let mut members: Vec<char> = Vec::new();
        let mut large = negated;
        let mut all = Characters::NONE;
        loop {
            match self.rest.next() {
                None => return Part::UNKNOWN,
                Some(']') => break,
                Some('\\') => match self.rest.next() {
                    Some(character) if !character.is_alphanumeric() => members.push(character),
                    _ => return Part::UNKNOWN,
                },
                Some('-') if !members.is_empty() && self.rest.peek() != Some(&']') => {
                    let (first, last) = (members.pop(), self.rest.next());
                    match first.zip(last) {
                        Some((first, last)) if last as u32 >= first as u32 && (last as u32 - first as u32) < LARGEST_CLASS as u32 => {
                            members.extend(first..=last);
                        }
                        Some((first, last)) => {
                            all = all.or(Characters::range(first, last));
                            large = true;
                        }
                        None => return Part::UNKNOWN,
                    }
                }
                Some(character) => members.push(character),
            }
        }
        let all = members.iter().fold(all, |all, &member| all.or(Characters::of(member)));
        let mut part = Part::character(if negated { Characters::ALL } else { all });
        if !large && !members.contains(&' ') || negated && members.contains(&' ') {
            part.most_spaces = Some(0);
        }
        if !large && members.len() <= LARGEST_CLASS && !members.contains(&' ') {
            let atoms = members.iter().map(|member| self.needs.atom(member.encode_utf8(&mut [0; 4]))).collect();
            part.sets.push(self.needs.set(atoms));
        }
        part
    }

    /// How often what stands before is repeated, at least and at most.
    fn times(&mut self) -> (usize, Option<usize>) {
        let times = match self.rest.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let inside: String = self.rest.clone().skip(1).take_while(|&character| character != '}').collect();
                self.rest.nth(inside.chars().count());
                let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
                (least.parse().unwrap_or(0), most.parse().ok())
            }
            _ => return (1, Some(1)),
        };
        self.rest.next();
        self.rest.next_if_eq(&'?');
        times
    }
}

/// The most of a part that is repeated so often at most.
fn repeated(part: Option<usize>, times: Option<usize>) -> Option<usize> {
    // Nothing, however often, is nothing.
    if part == Some(0) { Some(0) } else { part?.checked_mul(times?) }
}

fn total(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    one?.checked_add(other?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(pattern: &str) -> Vec<Vec<String>> {
        let mut needs = Needs::default();
        needs.name("month", "may|june", false);
        let need = needs.of(pattern);
        need.sets.iter().map(|&set| needs.sets[set].iter().map(|atom| needs.text(atom).to_owned()).collect()).collect()
    }

    fn met(pattern: &str, line: &str) -> bool {
        let mut needs = Needs::default();
        let need = needs.of(pattern);
        needs.make_index();
        let print = Fingerprint::of(line);
        let mut answers = Answers::default();
        needs.begin(&print, &mut answers);
        let met = needs.met(&need, line, &print, true, &mut answers);
        // Asked again it answers as before, and what is so surely is likely.
        assert_eq!(needs.met(&need, line, &print, true, &mut answers), met);
        needs.begin(&print, &mut answers);
        assert!(!met || needs.met(&need, line, &print, false, &mut answers));
        met
    }

    #[test]
    fn every_match_has_one_text_of_every_set() {
        assert_eq!(asks("abc"), [["abc"]]);
        assert_eq!(asks("abc?d"), [["ab"], ["d"]]);
        assert_eq!(asks("ab+c"), [["ab"], ["c"]]);
        assert_eq!(asks("^(?:one|two) three$"), [vec!["one", "two"], vec![" three"]]);
        assert_eq!(asks("(?:one|.*)"), [[""; 0]; 0]);
        assert_eq!(asks("<month>{0,2}"), [[""; 0]; 0]);
        assert_eq!(asks("<month>+ [ab]"), [["may", "june"], ["a", "b"]]);
        assert_eq!(asks("(?:one two|x)?"), [[""; 0]; 0]);
        assert_eq!(asks(r"a\.b[^c]\d"), [[""; 0]; 0]);
        assert_eq!(asks("[0-2]{2}[a-z]"), [["0", "1", "2"]]);
    }

    #[test]
    fn a_line_too_long_or_without_the_text_is_not_tried() {
        assert!(met("^ab{1,3}$", "abbb") && !met("^ab{1,3}$", "abbbb") && !met("^ab{1,3}$", "cbbb"));
        assert!(met("^ab|cd$", "xxxxxcd") && met("^ab*$", "abbbbbbbbb") && met("^a.$", "aا"));
        assert!(met("شارك|تابع", "تابع القراءة") && !met("شارك|تابع", "قراءة"));
        assert!(met(r"^[(\[]ab", "[ab)") && !met(r"^[(\[]ab", "ab()") && met(r"^[(\[]?ab", "ab") && met(r"^[(\[]|ab", "xab"));
        assert!(met("^[^x]ab", "yab") && met("^[a-c]d", "bd") && met(r"^[\d-]a", "3a"));
    }
}
