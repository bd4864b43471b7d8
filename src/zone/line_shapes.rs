//! The shapes of a language held against one line.

use super::alphabet::position;
use super::automaton::Matcher;
use super::fingerprint::Fingerprint;
use super::need::{Answers, Need, Needs};
use super::pattern::{Patterns, folded};
use super::shape::{Effect, LineShape, SharedSet, ZoneKind};
use super::table;
use crate::lexicon::{Class, ClassSet, Lexicon};
use crate::text::chars::{is_alphabetic, is_alphanumeric};
use regex::bytes::RegexBuilder;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A shape with its pattern, which is made ready when a line first has what it needs.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) shape: LineShape,
    /// Folded; sets of words are still names.
    pub(super) text: String,
    pub(super) need: Need,
    /// What the build script made of it; nothing where that would be large.
    automaton: table::Packed,
    pub(super) matcher: OnceLock<Option<Matcher>>,
}

/// The shapes by which a language's pages show what a line is: one pattern a shape, tried in order.
#[derive(Debug)]
pub struct LineShapes {
    pub(super) patterns: Vec<Pattern>,
    pub(super) needs: Needs,
    pub(super) prepared: Patterns,
    beside: BTreeSet<String>,
}

impl LineShapes {
    /// Reads a table. `sets` are what several patterns share; a set may use those before it. `beside` are the words that
    /// [`Effect::Among`] allows. `automata` is what the build script made of the same tables.
    /// A pattern that does not compile fits no line; a test of each language proves that all do.
    #[must_use]
    pub fn new(sets: &[SharedSet], beside: &[&str], shapes: &[LineShape], automata: &'static [u8]) -> Self {
        let prepared = Patterns::new(sets, shapes);
        let mut needs = Needs::default();
        for (set, folded) in sets.iter().zip(&prepared.sets) {
            needs.name(set.name, &folded.text, set.words);
        }
        let mut automata = table::split(automata).into_iter();
        let pattern = |(shape, text): (&LineShape, &String)| Pattern {
            shape: *shape,
            need: needs.of(text),
            text: text.clone(),
            automaton: automata.next().unwrap_or_default(),
            matcher: OnceLock::new(),
        };
        let patterns = shapes.iter().zip(&prepared.texts).map(pattern).collect();
        needs.make_index();
        Self { patterns, needs, beside: beside.iter().map(|word| folded(word)).collect(), prepared }
    }

    /// How many shapes compile; this compiles them all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.iter().filter(|pattern| self.matcher(pattern).is_some()).count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    pub(super) fn matcher<'p>(&self, pattern: &'p Pattern) -> Option<&'p Matcher> {
        pattern.matcher.get_or_init(|| Matcher::open(pattern.automaton).or_else(|| self.compiled(pattern))).as_ref()
    }

    pub(super) fn compiled(&self, pattern: &Pattern) -> Option<Matcher> {
        RegexBuilder::new(&self.prepared.over_bytes(&pattern.text)).unicode(false).build().ok().map(Matcher::Regex)
    }

    pub(super) fn whole(&self, line: &mut Shown<'_>) -> Option<LineShape> {
        let fits = |pattern: &&Pattern| {
            let effect = pattern.shape.effect;
            if matches!(effect, Effect::Prefix(_) | Effect::PlacePrefix(_))
                || (matches!(effect, Effect::Among(_) | Effect::Margin(_) | Effect::Line(ZoneKind::Byline))
                    && line.print.spaces() > LONGEST_APART)
                || !self.may_fit(pattern, line)
            {
                return false;
            }
            let bytes = line.bytes.get_or_insert_with(|| self.prepared.alphabet.line(line.folded));
            self.matcher(pattern).is_some_and(|matcher| match effect {
                Effect::Among(_) => self.only_beside(line.folded, bytes, matcher),
                _ => matcher.is_match(bytes),
            })
        };
        self.patterns.iter().find(fits).map(|pattern| pattern.shape)
    }

    fn may_fit(&self, pattern: &Pattern, line: &mut Shown<'_>) -> bool {
        let surely = pattern.matcher.get().is_none() && pattern.automaton.is_empty();
        self.needs.met(&pattern.need, line.folded, line.print, surely, &mut line.answers)
    }

    /// Whether the pattern is found and around what it found stand only marks, numbers and listed words.
    fn only_beside(&self, folded: &str, line: &[u8], pattern: &Matcher) -> bool {
        // What follows the last match, and the number of its first character.
        let (mut rest, mut at) = (folded, 0);
        loop {
            // A match that begins after a word that is not listed has that word beside it.
            let unlisted = self.end_of_first_unlisted(rest);
            let last = unlisted.map_or(line.len(), |end| at + rest.get(..end).map_or(0, |part| part.chars().count()));
            let Some(found) = pattern.find_within(line, at..last).filter(|found| found.end > at) else {
                return at > 0 && unlisted.is_none();
            };
            let start = position(rest, found.start - at);
            if rest.get(..start).is_none_or(|part| self.end_of_first_unlisted(part).is_some()) {
                return false;
            }
            rest = rest.get(position(rest, found.end - at)..).unwrap_or("");
            at = found.end;
        }
    }

    /// Where the first word ends that is not listed to stand beside a match.
    fn end_of_first_unlisted(&self, part: &str) -> Option<usize> {
        let mut from = 0;
        loop {
            let start = from + part.get(from..)?.find(is_alphabetic)?;
            let word = part.get(start..)?;
            let length = word.find(|character| !is_alphabetic(character)).unwrap_or(word.len());
            if !self.beside.contains(word.get(..length)?) {
                return Some(start + length);
            }
            from = start + length;
        }
    }

    /// The shape at the beginning of a paragraph, and where it ends.
    pub(super) fn prefix(&self, line: &mut Shown<'_>, lexicon: &Lexicon<'_>) -> Option<(ZoneKind, usize)> {
        self.patterns.iter().find_map(|pattern| {
            let (kind, placed) = match pattern.shape.effect {
                Effect::Prefix(kind) => (kind, false),
                Effect::PlacePrefix(kind) => (kind, true),
                _ => return None,
            };
            if !self.may_fit(pattern, line) {
                return None;
            }
            let bytes = line.bytes.get_or_insert_with(|| self.prepared.alphabet.line(line.folded));
            let end = position(line.folded, self.matcher(pattern)?.find_at_start(bytes)?);
            (!placed || begins_with_place(line.folded.get(..end)?, lexicon)).then_some((kind, end))
        })
    }
}

/// A line as it is held against the shapes of one language.
pub(super) struct Shown<'l> {
    folded: &'l str,
    print: &'l Fingerprint,
    answers: Answers,
    /// The line in the alphabet of the language, made when it is first needed.
    bytes: Option<Vec<u8>>,
}

impl<'l> Shown<'l> {
    /// A folded line and what is known of it; `answers` are of another line, and come back by [`Self::into_answers`].
    pub(super) fn new(folded: &'l str, print: &'l Fingerprint, mut answers: Answers, shapes: &LineShapes) -> Self {
        shapes.needs.begin(print, &mut answers);
        Self { folded, print, answers, bytes: None }
    }

    /// What was allocated, for the next line.
    pub(super) fn into_answers(self) -> Answers {
        self.answers
    }
}

/// The longest line, in spaces, that is a credit, a date with words of a kind beside it, or a section outside the article.
const LONGEST_APART: usize = 28;

const PLACES: ClassSet = ClassSet::of(&[Class::Country, Class::City, Class::Subdivision, Class::Region]);

/// Whether the words up to the first mark are a listed place.
fn begins_with_place(folded: &str, lexicon: &Lexicon<'_>) -> bool {
    let place = folded.split(|character: char| !(is_alphanumeric(character) || character == ' ')).next().unwrap_or("");
    let mut node = None;
    for word in place.split_whitespace() {
        let Some(word) = lexicon.word(word) else { return false };
        node = match node {
            None => Some(word),
            Some(before) => lexicon.step(before, word),
        };
        if node.is_none() {
            return false;
        }
    }
    node.is_some_and(|node| lexicon.classes(node).meets(PLACES))
}
