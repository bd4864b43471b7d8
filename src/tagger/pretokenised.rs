//! Text that comes as tokens: how a token corpus is read as a text, and how what the library says of its own tokens goes back to
//! the tokens of the corpus.

use super::label::OUTSIDE;
use super::{Tagging, label};
use crate::document::Document;
use crate::find::Scene;
use crate::lang::LanguagePack;
use crate::lexicon::Matches;
use std::ops::Range;

/// Tokens joined to a text, a sentence a line.
#[derive(Clone, Debug, Default)]
pub struct Pretokenised {
    /// The text.
    pub text: String,
    /// The bytes of each token.
    pub places: Vec<Range<usize>>,
}

impl Pretokenised {
    /// Joins the tokens of sentences.
    #[must_use]
    pub fn new<'s>(sentences: impl Iterator<Item = impl Iterator<Item = &'s str>>) -> Self {
        let mut joined = Self::default();
        for sentence in sentences {
            for token in sentence {
                let start = joined.text.len();
                joined.text.push_str(token);
                joined.places.push(start..joined.text.len());
                joined.text.push(' ');
            }
            joined.text.push('\n');
        }
        joined
    }

    /// Of each token, the library's tokens that begin in it.
    #[must_use]
    pub fn tokens(&self, document: &Document<'_>) -> Vec<Range<usize>> {
        self.places.iter().map(|place| document.token_at_or_after(place.start)..document.token_at_or_after(place.end)).collect()
    }

    /// The label of each token, as [`label::NAMES`] writes it: the tagger of a language alone, its document pass included.
    #[must_use]
    pub fn tag(&self, pack: &'static LanguagePack) -> Vec<&'static str> {
        let document = Document::new(&self.text);
        let matches = Matches::new(&document, pack);
        let tagging = Tagging::of(&document, &matches, pack);
        let label = |range: &Range<usize>| of_token(tagging.labels.get(range.clone()).unwrap_or(&[]));
        self.tokens(&document).iter().map(|range| label::NAMES.get(label(range)).copied().unwrap_or("O")).collect()
    }
}

/// The label of a token of a corpus that the library reads as several: that of the first which is part of a name.
#[must_use]
pub fn of_token(labels: &[u8]) -> usize {
    labels.iter().copied().map(usize::from).find(|&label| label != OUTSIDE).unwrap_or(OUTSIDE)
}

impl Tagging {
    /// What the tagger of a language says of a document; nothing for a language without one.
    #[must_use]
    pub fn of(document: &Document<'_>, matches: &Matches, pack: &'static LanguagePack) -> Self {
        let Some(tagger) = pack.tagger.and_then(|tagger| tagger()) else { return Self::default() };
        let untagged = Self::default();
        tagger.tag(&Scene { document, matches, pack, tagging: &untagged })
    }
}
