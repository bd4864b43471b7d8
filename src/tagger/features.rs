//! What the tagger sees of a token. Training and tagging both read features from here, so they cannot drift apart.
//!
//! A feature is a number: the hash of a template and a value. The templates fall into three groups by what they depend on,
//! because that decides how often they must be weighed:
//!
//! 1. of one word, wherever it stands ([`Word::features`]): spelling, clusters, the word lists. Weighed once a distinct word.
//! 2. of neighbouring words together ([`Sequence::pair_features`]).
//! 3. of the listed phrases that a token belongs to ([`Sequence::list_features`]).

use super::clusters::{Clusters, LEVELS};
use crate::document::Document;
use crate::find::Scene;
use crate::lexicon::{Class, ClassSet};
use crate::text::chars::Script;
use crate::text::token::TokenKind;
use crate::text::vocabulary;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::BuildHasherDefault;

/// The word lists that the tagger looks at. The place in this table is part of the trained features: add at the end.
const LISTS: &[Class] = &[
    Class::GivenName,
    Class::FamilyName,
    Class::Person,
    Class::City,
    Class::Country,
    Class::Subdivision,
    Class::Region,
    Class::Water,
    Class::Landform,
    Class::Facility,
    Class::Organisation,
    Class::Demonym,
    Class::OrganisationHead,
    Class::PlaceHead,
    Class::EventHead,
    Class::Event,
    Class::LawHead,
    Class::Office,
    Class::Honorific,
    Class::NameAdjective,
    Class::FunctionWord,
    Class::CommonWord,
    Class::Time,
    Class::NumberWord,
    Class::Unit,
    Class::Currency,
    Class::SpeechCue,
];

/// Of each class its list as a bit, if the tagger looks at it.
// An index past the end would not compile.
#[allow(clippy::indexing_slicing)]
const LIST_OF: [u32; 32] = {
    let mut bits = [0; 32];
    let mut number = 0;
    while number < LISTS.len() {
        bits[LISTS[number] as usize] = 1 << number;
        number += 1;
    }
    bits
};

/// The lists whose words announce a name before or after them, as bits.
#[allow(clippy::indexing_slicing)]
const TRIGGERS: u32 = {
    let mut bits = 0;
    let mut rest: &[Class] = &[
        Class::OrganisationHead,
        Class::PlaceHead,
        Class::EventHead,
        Class::Office,
        Class::Honorific,
        Class::SpeechCue,
        Class::FunctionWord,
        Class::GivenName,
        Class::Demonym,
    ];
    while let [first, others @ ..] = rest {
        bits |= LIST_OF[*first as usize];
        rest = others;
    }
    bits
};

/// The lists of some classes, as bits.
fn lists_of(classes: ClassSet) -> u32 {
    bits(classes.0).filter_map(|class| LIST_OF.get(class)).fold(0, |lists, list| lists | list)
}

/// The places of the bits that are set, the lowest first.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (lowest < u32::BITS).then_some(lowest as usize)
    })
}

/// Where a word stands, seen from the token that is tagged: from two before it to two after it.
pub const PLACES: usize = 5;
/// The place of the token itself.
pub const HERE: usize = 2;

/// What the letters of a word say of it, and the lists and clusters that know it: the same wherever it stands.
#[derive(Clone, Debug, Default)]
pub struct Word {
    hash: u32,
    affixes: Affixes,
    grams: Grams,
    shape: u32,
    length: u32,
    /// The word without its first clitic, and that clitic; 0 when it has none.
    stem: u32,
    clitic: u32,
    clusters: [u32; LEVELS],
    lists: u32,
    triggers: u32,
    foreign: bool,
}

#[derive(Clone, Debug, Default)]
struct Affixes {
    prefixes: [u32; 4],
    suffixes: [u32; 4],
}

/// A text as the tagger reads it.
#[derive(Debug)]
pub struct Sequence {
    words: Vec<Word>,
    /// For each token the index of its word.
    tokens: Vec<u32>,
    /// For each word the index of the word that it is a spelling of: itself, or itself without clitics if the text has that.
    name_keys: Vec<u32>,
    /// For each token the listed phrases that it begins or continues.
    phrases: Vec<u32>,
    phrase_starts: Vec<u32>,
}

/// The word that stands before the first and after the last token of a sentence.
const EDGE: u32 = 0;

impl Sequence {
    /// Reads the tokens of a scene. Takes time in proportion to the length of the text.
    #[must_use]
    pub fn new(scene: &Scene<'_>, clusters: &Clusters) -> Self {
        let document = scene.document;
        let count = document.tokens().len();
        let edge = Word { hash: text_hash("\u{2}"), clusters: [2; LEVELS], ..Word::default() };
        let mut words = Vec::with_capacity(document.vocabulary().len() + 1);
        words.push(edge);
        let mut sequence = Self {
            words,
            tokens: Vec::with_capacity(count),
            name_keys: Vec::new(),
            phrases: Vec::with_capacity(count),
            phrase_starts: Vec::with_capacity(count + 1),
        };
        let vocabulary = document.vocabulary();
        // Of each spelling its word, that of the edge where it has none yet.
        let mut of_spelling = vec![EDGE; vocabulary.len()];
        // Of what is not told apart by its folded spelling alone.
        let mut by_key: HashMap<&str, u32, BuildHasherDefault<DefaultHasher>> = HashMap::with_hasher(BuildHasherDefault::default());
        for (index, token) in document.tokens().iter().enumerate() {
            let next = u32::try_from(sequence.words.len()).unwrap_or(EDGE);
            let word = match own_key(document, index) {
                Some(key) => by_key.entry(key).or_insert(next),
                None => match of_spelling.get_mut(token.word() as usize) {
                    Some(word) => word,
                    None => continue,
                },
            };
            if *word == EDGE {
                *word = next;
            }
            if *word == next {
                sequence.words.push(Word::new(scene, index, clusters));
            }
            sequence.tokens.push(*word);
        }
        sequence.read_phrases(scene);
        sequence.name_keys = (0..u32::try_from(sequence.words.len()).unwrap_or(u32::MAX)).collect();
        for (spelling, &word) in (0..).zip(&of_spelling) {
            let folded = vocabulary.spelling(spelling);
            let without_clitics = scene.matches.peels_of(spelling).filter(|reading| !reading.is_whole()).find_map(|reading| {
                let stem = vocabulary.find(reading.restored, folded.get(reading.offset..)?)?;
                of_spelling.get(stem as usize).copied().filter(|&word| word != EDGE)
            });
            if let (Some(other), Some(slot)) = (without_clitics, sequence.name_keys.get_mut(word as usize)) {
                *slot = other;
            }
        }
        sequence
    }

    /// The same number for tokens that are one word, with clitics or without.
    #[must_use]
    pub fn name_key(&self, token: usize) -> usize {
        let word = self.tokens.get(token).copied().unwrap_or(EDGE);
        self.name_keys.get(word as usize).map_or(0, |&key| key as usize)
    }

    /// Notes for every token the longest listed phrase of each class that covers it.
    fn read_phrases(&mut self, scene: &Scene<'_>) {
        // Of each list: the phrase that is being read, as its first token, its end and its value without the position.
        let mut open = [(0_usize, 0_usize, 0_u32); LISTS.len()];
        // The lists whose phrase goes on at the token.
        let mut going_on = 0;
        for token in 0..self.tokens.len() {
            self.phrase_starts.push(u32::try_from(self.phrases.len()).unwrap_or(u32::MAX));
            let found = scene.matches.at(token);
            let beginning = found.iter().fold(0, |lists, phrase| lists | lists_of(phrase.classes));
            for list in bits(beginning | going_on) {
                let (Some(class), Some(open), bit) = (LISTS.get(list), open.get_mut(list), 1 << list) else { continue };
                if going_on & bit == 0
                    && let Some(phrase) = found.iter().find(|phrase| phrase.is(*class))
                {
                    let clitic = u32::from(!phrase.clitics.is_empty());
                    let ambiguous = u32::from(phrase.is_ambiguous(ClassSet::of(&[*class])));
                    let length = u32::try_from(phrase.len().min(3)).unwrap_or(3);
                    let number = u32::try_from(list).unwrap_or(u32::MAX);
                    *open = (token, phrase.end(), number * 64 + length * 8 + clitic * 4 + ambiguous * 2);
                }
                self.phrases.push(open.2 + u32::from(token > open.0));
                going_on = if open.1 > token + 1 { going_on | bit } else { going_on & !bit };
            }
        }
        self.phrase_starts.push(u32::try_from(self.phrases.len()).unwrap_or(u32::MAX));
    }

    /// Whether a token is a word of another script than the language's: the pack of its own language reads it.
    #[must_use]
    pub fn is_foreign(&self, token: usize) -> bool {
        self.tokens.get(token).and_then(|&word| self.words.get(word as usize)).is_some_and(|word| word.foreign)
    }

    /// Whether a sentence has a word of the language.
    #[must_use]
    pub fn has_word(&self, sentence: &std::ops::Range<usize>) -> bool {
        let tokens = self.tokens.get(sentence.clone()).unwrap_or(&[]);
        tokens.iter().any(|&word| self.words.get(word as usize).is_some_and(|word| word.length > 0 && !word.foreign))
    }

    /// Number of tokens.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The distinct words, the edge of a sentence first.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The index among [`Self::words`] of the word at a token of a sentence; that of the edge outside it.
    #[must_use]
    pub fn word_index(&self, sentence: &std::ops::Range<usize>, token: Option<usize>) -> usize {
        let inside = token.filter(|token| sentence.contains(token));
        inside.and_then(|token| self.tokens.get(token)).map_or(EDGE, |&word| word) as usize
    }

    /// The indices of the words around a token, in the order of [`PLACES`].
    #[must_use]
    pub fn around(&self, sentence: &std::ops::Range<usize>, token: usize) -> [usize; PLACES] {
        [token.checked_sub(2), token.checked_sub(1), Some(token), token.checked_add(1), token.checked_add(2)]
            .map(|token| self.word_index(sentence, token))
    }

    /// The features of the words around a token taken together.
    pub fn pair_features(&self, around: &[usize; PLACES], out: &mut Vec<u32>) {
        let [Some(second_before), Some(before), Some(here), Some(after), Some(second_after)] = around.map(|word| self.words.get(word))
        else {
            return;
        };
        out.push(pair(template::WORDS_BEFORE, before.hash, here.hash));
        out.push(pair(template::WORDS_AFTER, here.hash, after.hash));
        let [coarsest, coarse, fine, _] = [0, 1, 2, 3].map(|level: usize| {
            [second_before, before, here, after, second_after].map(|word| word.clusters.get(level).copied().unwrap_or_default())
        });
        out.push(pair(template::COARSE_BEFORE, coarse[1], coarse[2]));
        out.push(pair(template::COARSE_AFTER, coarse[2], coarse[3]));
        out.push(pair(template::COARSE_AROUND, coarse[1], coarse[3]));
        out.push(pair(template::COARSE_TWO_BEFORE, coarse[0], coarse[1]));
        out.push(pair(template::COARSE_TWO_AFTER, coarse[3], coarse[4]));
        out.push(pair(template::FINE_BEFORE, fine[1], fine[2]));
        out.push(pair(template::FINE_AFTER, fine[2], fine[3]));
        out.push(pair(template::COARSEST_TRIPLE, pair(0, coarsest[1], coarsest[2]), coarsest[3]));
        out.push(pair(template::TRIGGER_BEFORE, before.triggers, here.lists));
        out.push(pair(template::TRIGGER_COARSE, before.triggers, coarse[2]));
        out.push(pair(template::LISTS_AFTER, here.lists, after.lists));
    }

    /// The features of the listed phrases at a token and beside it.
    pub fn list_features(&self, sentence: &std::ops::Range<usize>, token: usize, out: &mut Vec<u32>) {
        let mut joined = 0;
        for &phrase in self.phrases_at(token) {
            out.push(feature(template::PHRASE, phrase));
            joined = pair(joined, phrase, 1);
        }
        out.push(feature(template::PHRASES, joined));
        for (template, neighbour) in [(template::PHRASE_BEFORE, token.checked_sub(1)), (template::PHRASE_AFTER, token.checked_add(1))] {
            let inside = neighbour.filter(|neighbour| sentence.contains(neighbour));
            for &phrase in inside.map_or(&[][..], |neighbour| self.phrases_at(neighbour)) {
                out.push(feature(template, phrase));
            }
        }
    }

    fn phrases_at(&self, token: usize) -> &[u32] {
        let start = |token: usize| self.phrase_starts.get(token).map_or(usize::MAX, |&start| start as usize);
        self.phrases.get(start(token)..start(token + 1)).unwrap_or(&[])
    }

    /// All features of a token, as training reads them.
    pub fn features(&self, sentence: &std::ops::Range<usize>, token: usize, out: &mut Vec<u32>) {
        let around = self.around(sentence, token);
        for (place, &word) in around.iter().enumerate() {
            if let Some(word) = self.words.get(word) {
                word.features(place, out);
            }
        }
        self.pair_features(&around, out);
        self.list_features(sentence, token, out);
    }
}

/// What a token is told apart by if that is not its folded spelling: numbers of one length are one word, and of Latin words the
/// case is kept.
fn own_key<'d>(document: &Document<'d>, token: usize) -> Option<&'d str> {
    match document.token(token)?.kind() {
        TokenKind::Number => Some(number_shape(document.folded(token))),
        TokenKind::Word(Script::Latin) => Some(document.source(token)),
        _ => None,
    }
}

fn number_shape(digits: &str) -> &'static str {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.len() {
        _ if !plain => "0.0",
        1 => "0",
        2 => "00",
        4 if digits.starts_with("19") || digits.starts_with("20") => "2000",
        3 => "000",
        _ => "0000",
    }
}

impl Word {
    fn new(scene: &Scene<'_>, token: usize, clusters: &Clusters) -> Self {
        let Some(own) = scene.document.token(token) else { return Self::default() };
        let (kind, folded) = (own.kind(), scene.document.folded(token));
        let key = own_key(scene.document, token);
        let hash = key.map_or_else(|| scene.document.vocabulary().hash_of(own.word()), text_hash);
        let mut word = Self { hash, clusters: [hash; LEVELS], shape: shape(kind, key.unwrap_or(folded)), ..Self::default() };
        if let TokenKind::Word(script) = kind {
            let mut buffer = ['\0'; LONGEST_READ];
            let mut count = 0;
            for (slot, letter) in buffer.iter_mut().zip(folded.chars()) {
                *slot = letter;
                count += 1;
            }
            let letters = buffer.get(..count).unwrap_or(&[]);
            word.foreign = script != scene.pack.script;
            word.length = u32::try_from(letters.len().min(8)).unwrap_or(8);
            word.affixes = Affixes::new(letters);
            word.grams = Grams::new(letters);
            if script == Script::Arabic {
                (word.stem, word.clitic) = strip(letters);
            }
            word.clusters = clusters.of_word(folded, scene.matches.peels_of(own.word())).unwrap_or([1; LEVELS]);
        }
        for found in scene.matches.at(token).iter().filter(|found| found.len() == 1) {
            let lists = lists_of(found.classes);
            word.lists |= lists;
            if found.clitics.is_empty() {
                word.triggers |= lists & TRIGGERS;
            }
        }
        word
    }

    /// The features of this word for a token that sees it at `place` (see [`PLACES`]).
    pub fn features(&self, place: usize, out: &mut Vec<u32>) {
        let at = |template: u32| template * 8 + u32::try_from(place).unwrap_or_default();
        let near = place.abs_diff(HERE);
        out.push(feature(at(template::WORD), self.hash));
        let [_, coarse, fine, finest] = self.clusters;
        out.push(feature(at(template::CLUSTER + 1), coarse));
        if self.triggers != 0 {
            out.push(feature(at(template::TRIGGERS), self.triggers));
        }
        if near == 2 {
            return;
        }
        out.push(feature(at(template::CLUSTER + 2), fine));
        if self.stem != 0 {
            out.push(feature(at(template::STEM), self.stem));
            out.push(feature(at(template::CLITIC), self.clitic));
        }
        out.push(feature(at(template::LISTS), self.lists));
        let affixes = |range: std::ops::Range<usize>, out: &mut Vec<u32>| {
            let parts = [(template::PREFIX, &self.affixes.prefixes), (template::SUFFIX, &self.affixes.suffixes)];
            for (template, list) in parts {
                out.extend(
                    list.get(range.clone()).unwrap_or(&[]).iter().filter(|&&part| part != 0).map(|&part| feature(at(template), part)),
                );
            }
        };
        if near == 1 {
            affixes(1..3, out);
            return;
        }
        affixes(0..4, out);
        out.push(feature(at(template::CLUSTER), self.clusters[0]));
        out.push(feature(at(template::CLUSTER + 3), finest));
        out.push(feature(at(template::SHAPE), self.shape));
        out.push(feature(at(template::LENGTH), self.length));
        out.extend(self.grams.list().iter().map(|&gram| feature(at(template::GRAM), gram)));
    }
}

/// Letters beyond this are not read: no word of a language is that long.
const LONGEST_READ: usize = 24;

impl Affixes {
    fn new(letters: &[char]) -> Self {
        let mut affixes = Self::default();
        let parts = affixes.prefixes.iter_mut().zip(affixes.suffixes.iter_mut());
        for (length, (prefix, suffix)) in (1..letters.len()).zip(parts) {
            *prefix = letters_hash(letters.get(..length).unwrap_or(&[]));
            *suffix = letters_hash(letters.get(letters.len() - length..).unwrap_or(&[]));
        }
        affixes
    }
}

/// The runs of three and four letters, each once.
#[derive(Clone, Copy, Debug)]
struct Grams {
    list: [u32; MOST_GRAMS],
    count: usize,
}

const MOST_GRAMS: usize = 2 * LONGEST_READ - 5;

impl Default for Grams {
    fn default() -> Self {
        Self { list: [0; MOST_GRAMS], count: 0 }
    }
}

impl Grams {
    fn new(letters: &[char]) -> Self {
        let mut grams = Self::default();
        for gram in [3, 4].iter().flat_map(|&length| letters.windows(length).map(letters_hash)) {
            if !grams.list().contains(&gram)
                && let Some(slot) = grams.list.get_mut(grams.count)
            {
                *slot = gram;
                grams.count += 1;
            }
        }
        grams
    }

    fn list(&self) -> &[u32] {
        self.list.get(..self.count).unwrap_or(&[])
    }
}

/// The word without و ف ب ل ك before it and without the article, as far as three letters remain, and what was taken away.
fn strip(letters: &[char]) -> (u32, u32) {
    let mut start = 0;
    if letters.len() > start + 3 && matches!(letters.get(start), Some('و' | 'ف')) {
        start += 1;
    }
    if letters.len() > start + 3 && matches!(letters.get(start), Some('ب' | 'ل' | 'ك')) {
        start += 1;
    }
    let article = matches!(letters.get(start..), Some(['ا', 'ل', ..])) && letters.len() > start + 4;
    let swallowed = start > 0 && letters.get(start - 1..start + 1) == Some(&['ل', 'ل']) && letters.len() > start + 3;
    if article {
        start += 2;
    } else if swallowed {
        start += 1;
    }
    if start == 0 {
        return (0, 0);
    }
    (letters_hash(letters.get(start..).unwrap_or(&[])), letters_hash(letters.get(..start).unwrap_or(&[])))
}

fn shape(kind: TokenKind, key: &str) -> u32 {
    match kind {
        TokenKind::Word(Script::Arabic) => 1,
        TokenKind::Word(Script::Latin) => {
            let capitals = key.chars().filter(|letter| letter.is_uppercase()).count();
            match capitals {
                0 => 2,
                1 => 3,
                _ => 4,
            }
        }
        TokenKind::Word(Script::Other) => 5,
        TokenKind::Number => 6,
        TokenKind::Punctuation(_) => 7,
        TokenKind::Symbol => 8,
    }
}

/// Names of the templates. The numbers are part of the trained model.
mod template {
    pub const WORD: u32 = 1;
    pub const PREFIX: u32 = 2;
    pub const SUFFIX: u32 = 3;
    pub const GRAM: u32 = 4;
    pub const SHAPE: u32 = 5;
    pub const LENGTH: u32 = 6;
    pub const STEM: u32 = 7;
    pub const CLITIC: u32 = 8;
    pub const LISTS: u32 = 9;
    pub const TRIGGERS: u32 = 10;
    /// And the three after it: one for each level.
    pub const CLUSTER: u32 = 11;
    const PAIRS: u32 = 1 << 10;
    pub const WORDS_BEFORE: u32 = PAIRS + 1;
    pub const WORDS_AFTER: u32 = PAIRS + 2;
    pub const COARSE_BEFORE: u32 = PAIRS + 3;
    pub const COARSE_AFTER: u32 = PAIRS + 4;
    pub const COARSE_AROUND: u32 = PAIRS + 5;
    pub const COARSE_TWO_BEFORE: u32 = PAIRS + 6;
    pub const COARSE_TWO_AFTER: u32 = PAIRS + 7;
    pub const FINE_BEFORE: u32 = PAIRS + 8;
    pub const FINE_AFTER: u32 = PAIRS + 9;
    pub const COARSEST_TRIPLE: u32 = PAIRS + 10;
    pub const TRIGGER_BEFORE: u32 = PAIRS + 11;
    pub const TRIGGER_COARSE: u32 = PAIRS + 12;
    pub const LISTS_AFTER: u32 = PAIRS + 13;
    pub const PHRASE: u32 = PAIRS + 14;
    pub const PHRASES: u32 = PAIRS + 15;
    pub const PHRASE_BEFORE: u32 = PAIRS + 16;
    pub const PHRASE_AFTER: u32 = PAIRS + 17;
    pub const DOCUMENT: u32 = PAIRS + 18;
}

/// The bits that a feature keeps of its hash: enough that few features share a number, few enough that the list of them packs
/// well.
pub const FEATURE_BITS: u32 = 28;

/// The number of a feature of the document pass.
#[must_use]
pub fn document_feature(value: u32) -> u32 {
    feature(template::DOCUMENT, value)
}

/// The number of a feature.
fn feature(template: u32, value: u32) -> u32 {
    pair(template, value, 0)
}

fn pair(template: u32, one: u32, other: u32) -> u32 {
    let mut hash = template.wrapping_mul(0x9E37_79B1) ^ one.wrapping_mul(0x85EB_CA77);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D) ^ other.wrapping_mul(0xC2B2_AE3D);
    hash = (hash ^ (hash >> 12)).wrapping_mul(0x297A_2D39);
    (hash ^ (hash >> 15)) >> (32 - FEATURE_BITS)
}

/// FNV-1a over the letters.
fn letters_hash(letters: &[char]) -> u32 {
    vocabulary::letters_hash(letters.iter().copied())
}

/// FNV-1a over the letters of a text.
#[must_use]
pub fn text_hash(text: &str) -> u32 {
    vocabulary::letters_hash(text.chars())
}
