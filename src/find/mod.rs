//! Finding: each finder reads the scene and proposes candidates; resolution chooses between them.

use crate::document::Document;
use crate::lang::{LanguagePack, Peels};
use crate::lexicon::{Class, ClassSet, Match, Matches};
use crate::mention::Candidate;
use crate::tagger::Tagging;
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// What finders see: the document, the listed words in it, and the language they work for.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The text.
    pub document: &'a Document<'a>,
    /// The listed words of the pack's language.
    pub matches: &'a Matches,
    /// The language.
    pub pack: &'static LanguagePack,
    /// What the trained tagger of the language says; empty for a language without one.
    pub tagging: &'a Tagging,
}

impl<'a> Scene<'a> {
    /// The folded spelling of a token.
    #[must_use]
    #[inline]
    pub fn folded(&self, token: usize) -> &'a str {
        self.document.folded(token)
    }

    /// The readings of the word at a token; of one that is not of the language the word as it stands.
    #[must_use]
    pub fn peels(&self, token: usize) -> Peels {
        self.document.token(token).map_or(Peels::whole(), |token| self.matches.peels_of(token.word()))
    }

    /// Whether the token is a word in the script of the language.
    #[must_use]
    pub fn is_word(&self, token: usize) -> bool {
        self.pack.reads(self.document, token)
    }

    /// Whether the token, whole and alone, is listed in a class.
    #[must_use]
    #[inline]
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.matches.is(token, class)
    }

    /// The longest listed phrase of a class that begins at a token without clitics.
    #[must_use]
    #[inline]
    pub fn bare(&self, token: usize, class: Class) -> Option<&'a Match> {
        self.matches.bare(token, class)
    }

    /// The longest listed phrase of some classes that begins at a token, clitics peeled if need be.
    #[must_use]
    #[inline]
    pub fn longest(&self, token: usize, classes: ClassSet) -> Option<&'a Match> {
        self.matches.longest(token, classes)
    }

    /// Whether two neighbouring tokens stand in one line.
    #[must_use]
    pub fn continues(&self, token: usize) -> bool {
        self.document.token(token).is_some_and(|token| !token.starts_line)
    }

    /// The bytes of tokens whose first begins at `start`, after its clitics.
    #[must_use]
    pub fn span_from(&self, start: usize, tokens: Range<usize>) -> Span {
        let whole = self.document.span(tokens);
        Span::new(start.max(whole.start), whole.end)
    }
}

/// One finder of a language pack.
#[derive(Clone, Copy, Debug)]
pub struct Finder {
    /// Its name, as documentation and tests call it.
    pub name: &'static str,
    /// Adds its candidates. It may read those of the finders that ran before it.
    pub find: fn(&Scene<'_>, &mut Findings),
}

/// The candidates found so far, by their first token.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Candidate>,
    /// Of each first token its first candidate and its latest.
    by_start: BTreeMap<u32, (u32, u32)>,
    /// Of each candidate the next one with the same first token; itself where there is none.
    next: Vec<u32>,
}

impl Findings {
    /// Adds a candidate; an empty one is ignored.
    pub fn push(&mut self, candidate: Candidate) {
        let place = (u32::try_from(self.list.len()), u32::try_from(candidate.tokens.start));
        let (Ok(index), Ok(start), false, false) = (place.0, place.1, candidate.span.is_empty(), candidate.tokens.is_empty()) else {
            return;
        };
        let (_, latest) = self.by_start.entry(start).or_insert((index, index));
        if let Some(next) = self.next.get_mut(*latest as usize) {
            *next = index;
        }
        *latest = index;
        self.next.push(index);
        self.list.push(candidate);
    }

    /// The candidates whose first token is this one.
    pub fn at(&self, token: usize) -> impl Iterator<Item = &Candidate> {
        let first = u32::try_from(token).ok().and_then(|token| self.by_start.get(&token)).map(|&(first, _)| first);
        let follow = |&index: &u32| self.next.get(index as usize).copied().filter(|&next| next != index);
        std::iter::successors(first, follow).filter_map(|index| self.list.get(index as usize))
    }

    /// All candidates in the order in which they were found.
    #[must_use]
    pub fn list(&self) -> &[Candidate] {
        &self.list
    }

    /// Gives the candidates away.
    #[must_use]
    pub fn into_list(self) -> Vec<Candidate> {
        self.list
    }
}
