//! Language packs: all that khabar knows of a language, in one folder each. A third language costs a folder and a line in
//! [`PACKS`].

#[cfg(feature = "lang-ar")]
pub mod ar;
#[cfg(feature = "lang-en")]
pub mod en;

use crate::document::Document;
use crate::fact::FactReader;
use crate::find::Finder;
use crate::lexicon::Lexicon;
use crate::link::Words;
use crate::tagger::Tagger;
use crate::text::chars::Script;
use crate::text::token::TokenKind;
use crate::zone::LineShapes;
use std::num::NonZeroU32;

/// Every language, the first being the choice when a text gives no hint.
pub const PACKS: &[&LanguagePack] = &[
    #[cfg(feature = "lang-ar")]
    &ar::PACK,
    #[cfg(feature = "lang-en")]
    &en::PACK,
];

#[cfg(feature = "lang-ar")]
use ar as first;
#[cfg(not(feature = "lang-ar"))]
use en as first;

#[cfg(not(any(feature = "lang-ar", feature = "lang-en")))]
compile_error!("khabar needs a language: one of the features lang-ar and lang-en");

/// What a language brings.
#[derive(Debug)]
pub struct LanguagePack {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// The script whose words it reads.
    pub script: Script,
    /// The packed word lists.
    pub lexicon: fn() -> &'static Lexicon<'static>,
    /// The readings of a folded word with clitics peeled, the whole word first, then by number of clitics.
    pub peel: fn(&str) -> Peels,
    /// The trained tagger of names, if the language has one and its data are whole.
    pub tagger: Option<fn() -> Option<&'static Tagger>>,
    /// Finders of mentions, in the order in which they run.
    pub finders: &'static [Finder],
    /// Finds expressions of time.
    pub times: fn(&crate::find::Scene<'_>) -> Vec<crate::date::TimexCandidate>,
    /// Readers of facts, one a family.
    pub facts: &'static [FactReader],
    /// Shapes of lines: timestamps, bylines, buttons.
    pub line_shapes: fn() -> &'static LineShapes,
    /// The key of a folded word of a name: spellings of one name share it, so that only words with one key are compared; none for
    /// a word without letters that count.
    pub spelling_key: fn(&str) -> Option<NonZeroU32>,
    /// Whether two folded words are spellings of one name.
    pub same_name: fn(&str, &str) -> bool,
    /// The words of an organisation's name that tell it apart: without «وزارة» or "the".
    pub organisation_words: for<'w, 't> fn(&'w Words<'t>) -> &'w Words<'t>,
}

impl LanguagePack {
    /// Whether the token at `index` is a word of this language's script.
    #[must_use]
    pub fn reads(&self, document: &Document<'_>, index: usize) -> bool {
        document.token(index).is_some_and(|token| token.kind() == TokenKind::Word(self.script))
    }
}

/// Finds no expressions of time: what a pack gives when the feature `time` is left out.
pub(crate) const fn no_times(_: &crate::find::Scene<'_>) -> Vec<crate::date::TimexCandidate> {
    Vec::new()
}

/// The pack with this code.
#[must_use]
pub fn pack(code: &str) -> Option<&'static LanguagePack> {
    PACKS.iter().find(|pack| pack.code == code).copied()
}

/// The language of a document: the pack whose script has the most words.
#[must_use]
pub fn detect(document: &Document<'_>) -> &'static LanguagePack {
    let words = |pack: &LanguagePack| (0..document.tokens().len()).filter(|&index| pack.reads(document, index)).count();
    let mut best = &first::PACK;
    let mut most = words(best);
    for &pack in PACKS {
        let count = words(pack);
        if count > most {
            (best, most) = (pack, count);
        }
    }
    best
}

/// The clitics peeled from the front of a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clitics(pub u8);

impl Clitics {
    /// No clitic.
    pub const NONE: Self = Self(0);
    /// A conjunction: و or ف.
    pub const CONJUNCTION: Self = Self(1);
    /// The preposition ب.
    pub const BY: Self = Self(2);
    /// The preposition ل.
    pub const TO: Self = Self(4);
    /// The preposition ك.
    pub const AS: Self = Self(8);
    /// The future س of a verb.
    pub const FUTURE: Self = Self(16);
    /// The article ال was peeled.
    pub const ARTICLE: Self = Self(32);

    /// Whether nothing was peeled.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether any of `other` was peeled.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a preposition was peeled.
    #[must_use]
    pub const fn preposition(self) -> bool {
        self.any(Self(Self::BY.0 | Self::TO.0 | Self::AS.0))
    }

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One reading of a word: what is left after peeling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peel {
    /// Where the stem begins, in bytes of the folded word.
    pub offset: usize,
    /// What was peeled.
    pub clitics: Clitics,
    /// Written before the stem to make the listed form: the alif of the article that ل swallows (للكرملين → الكرملين), else empty.
    pub restored: &'static str,
}

impl Peel {
    /// The word as it stands.
    pub const WHOLE: Self = Self { offset: 0, clitics: Clitics::NONE, restored: "" };

    /// Whether nothing was peeled.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.offset == 0
    }

    /// Appends the form to look up.
    pub fn push_key(&self, folded: &str, key: &mut String) {
        key.push_str(self.restored);
        key.push_str(folded.get(self.offset..).unwrap_or(""));
    }
}

/// The readings of one word, at most seven; no allocation, and small because they are made several times a word.
#[derive(Clone, Copy, Debug)]
pub struct Peels {
    list: [Packed; 7],
    length: u8,
    next: u8,
}

/// A [`Peel`] in three bytes.
#[derive(Clone, Copy, Debug)]
struct Packed {
    offset: u8,
    clitics: Clitics,
    restored: bool,
}

impl Peels {
    /// The whole word only.
    #[must_use]
    pub const fn whole() -> Self {
        Self { list: [Packed { offset: 0, clitics: Clitics::NONE, restored: false }; 7], length: 1, next: 0 }
    }

    /// Adds a reading that takes `offset` bytes away, with or without the alif of the article restored; beyond seven it is dropped.
    pub fn push(&mut self, offset: u8, clitics: Clitics, restored: bool) {
        if let Some(slot) = self.list.get_mut(usize::from(self.length)) {
            *slot = Packed { offset, clitics, restored };
            self.length += 1;
        }
    }
}

impl Iterator for Peels {
    type Item = Peel;

    #[inline]
    fn next(&mut self) -> Option<Peel> {
        if self.next >= self.length {
            return None;
        }
        let packed = self.list.get(usize::from(self.next))?;
        self.next += 1;
        let restored = if packed.restored { ALIF } else { "" };
        Some(Peel { offset: usize::from(packed.offset), clitics: packed.clitics, restored })
    }
}

/// The only letter that a reading restores.
const ALIF: &str = "ا";
