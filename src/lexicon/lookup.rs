//! The look-up stage: every listed word and phrase of a document, with clitics peeled.

use super::class::{Class, ClassSet, Flags};
use super::format::{Entry, Lexicon, Node};
use crate::document::Document;
use crate::lang::Clitics;
use crate::lang::LanguagePack;
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
        let nodes: Vec<Option<Node>> = (0..document.tokens().len())
            .map(|index| if pack.reads(document, index) { lexicon.word(document.folded(index)) } else { None })
            .collect();
        let mut matches = Self { lexicon, list: Vec::new(), starts: Vec::with_capacity(nodes.len() + 1) };
        let mut key = String::new();
        for (index, &whole) in nodes.iter().enumerate() {
            matches.starts.push(to_u32(matches.list.len()));
            if !pack.reads(document, index) {
                continue;
            }
            let begin = matches.list.len();
            for peel in (pack.peel)(document.folded(index)) {
                let node = if peel.is_whole() {
                    whole
                } else {
                    key.clear();
                    peel.push_key(document.folded(index), &mut key);
                    lexicon.word(&key)
                };
                let Some(node) = node else { continue };
                let start = if peel.offset == 0 { None } else { Some(document.source_position(index, peel.offset)) };
                matches.follow(document, &nodes, index, node, start, peel.clitics);
            }
            if let Some(found) = matches.list.get_mut(begin..) {
                // Longest first; among equals the one with the fewest clitics, which the pack lists first (the sort is stable).
                found.sort_by_key(|found| std::cmp::Reverse(found.tokens));
            }
        }
        matches.starts.push(to_u32(matches.list.len()));
        // Kept to the end, so without the room that growing left.
        matches.list.shrink_to_fit();
        matches
    }

    fn follow(
        &mut self,
        document: &Document<'_>,
        nodes: &[Option<Node>],
        first: usize,
        node: Node,
        start: Option<usize>,
        clitics: Clitics,
    ) {
        let mut node = node;
        let mut end = first + 1;
        loop {
            let classes = self.lexicon.classes(node);
            if !classes.is_empty() {
                let whole = document.span(first..end);
                self.list.push(Match {
                    first_token: to_u32(first),
                    start: to_u32(start.unwrap_or(whole.start)),
                    end_byte: to_u32(whole.end),
                    tokens: u8::try_from(end - first).unwrap_or(u8::MAX),
                    clitics,
                    classes,
                    flags: self.lexicon.flags(node),
                    ambiguous: self.lexicon.ambiguous(node),
                    node,
                });
            }
            // A hyphen or a quotation mark inside a listed phrase is not part of its listed form.
            let mut next = end;
            if document.mark(next).is_some_and(|mark| mark == '-' || mark == '–') {
                next += 1;
            }
            let same_line = document.token(next).is_some_and(|token| !token.starts_line);
            let step = nodes.get(next).copied().flatten().filter(|_| same_line && next - first < LONGEST);
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

    /// The longest match of one of these classes that begins at a token.
    #[must_use]
    pub fn longest(&self, token: usize, classes: ClassSet) -> Option<&Match> {
        self.at(token).iter().find(|found| found.classes.meets(classes))
    }

    /// The longest match of a class that begins at a token and peels no clitic.
    #[must_use]
    pub fn bare(&self, token: usize, class: Class) -> Option<&Match> {
        self.at(token).iter().find(|found| found.is(class) && found.clitics.is_empty())
    }

    /// Whether the word at a token, whole and alone, is of a class.
    #[must_use]
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.at(token).iter().any(|found| found.len() == 1 && found.clitics.is_empty() && found.is(class))
    }

    /// Whether the word at a token is of a class once clitics are peeled.
    #[must_use]
    pub fn is_peeled(&self, token: usize, class: Class) -> bool {
        self.at(token).iter().any(|found| found.len() == 1 && found.is(class))
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
