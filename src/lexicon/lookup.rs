//! The look-up stage: every listed word and phrase of a document, with clitics peeled.

use super::class::{Class, ClassSet, Flags};
use super::format::{Entry, Lexicon, Node};
use crate::document::Document;
use crate::lang::{Clitics, LanguagePack, Peels};
use crate::text::span::Span;
use std::ops::Range;

/// A listed word or phrase where it stands. A text has as many of them as words, so the numbers are of four bytes.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    first_token: u32,
    start: u32,
    end_byte: u32,
    tokens: u8,
    /// The clitics that were peeled from the first word.
    pub clitics: Clitics,
    /// What the phrase can be.
    pub classes: ClassSet,
    /// Its marks.
    pub flags: Flags,
    ambiguous: ClassSet,
    node: Node,
}

impl Match {
    /// First token.
    #[must_use]
    pub const fn first(&self) -> usize {
        self.first_token as usize
    }

    /// The token after the last one.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.first_token as usize + self.tokens as usize
    }

    /// Bytes of the name itself: after the clitics of the first word.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end_byte as usize)
    }

    /// The tokens of the phrase.
    #[must_use]
    pub const fn tokens(&self) -> Range<usize> {
        self.first()..self.end()
    }

    /// Whether the phrase can be of this class.
    #[must_use]
    #[inline]
    pub const fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether, as a word of these classes, the phrase is always one that is also an ordinary word.
    #[must_use]
    pub fn is_ambiguous(&self, classes: ClassSet) -> bool {
        let own = self.classes.common(classes);
        !own.is_empty() && self.ambiguous.common(own) == own
    }

    /// Number of tokens.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.tokens as usize
    }

    /// Never true; here because a length is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// All matches of a document, by their first token.
#[derive(Debug)]
pub struct Matches {
    lexicon: &'static Lexicon<'static>,
    list: Vec<Match>,
    starts: Vec<u32>,
    /// Of each token the classes of all that begins there: most questions are about a class that nothing there is of.
    classes: Vec<ClassSet>,
    /// Of each distinct word its readings; of one that is not of the language the word as it stands.
    peels: Vec<Peels>,
}

/// What the lexicon says of a distinct word.
#[derive(Clone, Copy, Debug)]
struct Known {
    whole: Option<Node>,
    /// Its listed readings among those of all words; [`UNREAD`] at first.
    first: u32,
    end: u32,
}

const UNREAD: u32 = u32::MAX;

/// A listed reading of a word: what begins there as it is, and whether more may follow.
#[derive(Clone, Copy, Debug)]
struct Reading {
    offset: usize,
    clitics: Clitics,
    node: Node,
}

/// The tokens of a text lie in its first 4 GiB.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The longest phrase that is looked for, in words. The longest listed names have seven.
const LONGEST: usize = 8;

impl Matches {
    /// Looks up every token of the scripts of `pack`.
    #[must_use]
    pub fn new(document: &Document<'_>, pack: &LanguagePack) -> Self {
        let lexicon = (pack.lexicon)();
        let vocabulary = document.vocabulary();
        let mut peels = vec![Peels::whole(); vocabulary.len()];
        let mut known = vec![Known { whole: None, first: UNREAD, end: UNREAD }; vocabulary.len()];
        let mut readings: Vec<Reading> = Vec::new();
        let mut key = String::new();
        // Of each token the number of its word, if the pack reads it.
        let words: Vec<Option<u32>> =
            (0..).zip(document.tokens()).map(|(index, token)| pack.reads(document, index).then(|| token.word())).collect();
        for &word in words.iter().flatten() {
            let (Some(peels), Some(known)) = (peels.get_mut(word as usize), known.get_mut(word as usize)) else { continue };
            if known.first != UNREAD {
                continue;
            }
            let folded = vocabulary.spelling(word);
            *peels = (pack.peel)(folded);
            known.first = to_u32(readings.len());
            for peel in *peels {
                let node = if peel.restored.is_empty() {
                    lexicon.word(folded.get(peel.offset..).unwrap_or(""))
                } else {
                    key.clear();
                    peel.push_key(folded, &mut key);
                    lexicon.word(&key)
                };
                if peel.is_whole() {
                    known.whole = node;
                }
                readings.extend(node.map(|node| Reading { offset: peel.offset, clitics: peel.clitics, node }));
            }
            known.end = to_u32(readings.len());
        }
        let of_token = |token: usize| known.get(words.get(token).copied().flatten()? as usize);
        let mut matches = Self {
            lexicon,
            list: Vec::new(),
            starts: Vec::with_capacity(words.len() + 1),
            classes: Vec::with_capacity(words.len()),
            peels,
        };
        for index in 0..words.len() {
            matches.starts.push(to_u32(matches.list.len()));
            let begin = matches.list.len();
            let readings = of_token(index).and_then(|word| readings.get(word.first as usize..word.end as usize)).unwrap_or(&[]);
            for reading in readings {
                matches.follow(document, |token| of_token(token)?.whole, index, reading);
            }
            let found = matches.list.get_mut(begin..).unwrap_or_default();
            // Longest first; among equals the one with the fewest clitics, which the pack lists first (the sort is stable).
            found.sort_by_key(|found| std::cmp::Reverse(found.tokens));
            matches.classes.push(found.iter().fold(ClassSet::default(), |all, found| all.with(found.classes)));
        }
        matches.starts.push(to_u32(matches.list.len()));
        // Kept to the end, so without the room that growing left.
        matches.list.shrink_to_fit();
        matches
    }

    fn follow(&mut self, document: &Document<'_>, whole: impl Fn(usize) -> Option<Node>, first: usize, reading: &Reading) {
        let mut node = reading.node;
        let mut end = first + 1;
        let own = document.span(first..end);
        let start = if reading.offset == 0 { own.start } else { document.source_position(first, reading.offset) };
        loop {
            let classes = self.lexicon.classes(node);
            if !classes.is_empty() {
                self.list.push(Match {
                    first_token: to_u32(first),
                    start: to_u32(start),
                    end_byte: to_u32(document.span(first..end).end),
                    tokens: u8::try_from(end - first).unwrap_or(u8::MAX),
                    clitics: reading.clitics,
                    classes,
                    flags: self.lexicon.flags(node),
                    ambiguous: self.lexicon.ambiguous(node),
                    node,
                });
            }
            if !self.lexicon.has_edges(node) {
                return;
            }
            // A hyphen or a quotation mark inside a listed phrase is not part of its listed form.
            let mut next = end;
            if document.mark(next).is_some_and(|mark| mark == '-' || mark == '–') {
                next += 1;
            }
            let same_line = document.token(next).is_some_and(|token| !token.starts_line);
            let step = whole(next).filter(|_| same_line && next - first < LONGEST);
            match step.and_then(|word| self.lexicon.step(node, word)) {
                Some(deeper) => {
                    node = deeper;
                    end = next + 1;
                }
                None => return,
            }
        }
    }

    /// The matches that begin at a token: the longest first, then those with the fewest clitics.
    #[must_use]
    pub fn at(&self, token: usize) -> &[Match] {
        let bound = |index: usize| self.starts.get(index).map_or(self.list.len(), |&start| start as usize);
        self.list.get(bound(token)..bound(token + 1)).unwrap_or(&[])
    }

    /// The classes of all matches that begin at a token.
    #[must_use]
    pub fn classes(&self, token: usize) -> ClassSet {
        self.classes.get(token).copied().unwrap_or_default()
    }

    /// The matches of one of these classes that begin at a token, in the same order.
    #[inline]
    pub fn of(&self, token: usize, classes: ClassSet) -> impl Iterator<Item = &Match> {
        let all = if self.classes(token).meets(classes) { self.at(token) } else { &[] };
        all.iter().filter(move |found| found.classes.meets(classes))
    }

    /// The longest match of one of these classes that begins at a token.
    #[must_use]
    #[inline]
    pub fn longest(&self, token: usize, classes: ClassSet) -> Option<&Match> {
        self.of(token, classes).next()
    }

    /// The longest match of a class that begins at a token and peels no clitic.
    #[must_use]
    #[inline]
    pub fn bare(&self, token: usize, class: Class) -> Option<&Match> {
        self.of(token, ClassSet::of(&[class])).find(|found| found.clitics.is_empty())
    }

    /// Whether the word at a token, whole and alone, is of a class.
    #[must_use]
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.of(token, ClassSet::of(&[class])).any(|found| found.len() == 1 && found.clitics.is_empty())
    }

    /// Whether the word at a token is of a class once clitics are peeled.
    #[must_use]
    pub fn is_peeled(&self, token: usize, class: Class) -> bool {
        self.of(token, ClassSet::of(&[class])).any(|found| found.len() == 1)
    }

    /// The readings of a distinct word of the text; of one that is not of the language the word as it stands.
    #[must_use]
    pub fn peels_of(&self, word: u32) -> Peels {
        self.peels.get(word as usize).copied().unwrap_or(Peels::whole())
    }

    /// The rows behind a match.
    pub fn entries(&self, found: &Match) -> impl Iterator<Item = Entry<'static>> + '_ {
        self.lexicon.entries(found.node)
    }

    /// The row behind a match that is of a class, if the row carries more than its class.
    #[must_use]
    pub fn entry(&self, found: &Match, class: Class) -> Option<Entry<'static>> {
        self.entries(found).find(|entry| entry.class == class)
    }

    /// The lexicon that was searched.
    #[must_use]
    pub const fn lexicon(&self) -> &'static Lexicon<'static> {
        self.lexicon
    }

    /// All matches in order of their first token.
    #[must_use]
    pub fn all(&self) -> &[Match] {
        &self.list
    }
}
