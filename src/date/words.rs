//! Reading words of the calendar where they stand, for the rules of every language.

use super::Expression;
use super::civil::{digits, signed};
use crate::find::Scene;
use crate::lang::{Clitics, Peel};
use crate::lexicon::{Attributes, Class, ClassSet};

/// The lists that expressions of time are made of.
const TIME: ClassSet = ClassSet::of(&[Class::Time, Class::TimeZone]);

/// A word or phrase of `time_words.tsv` where it stands, with the attribute that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The token after it.
    pub end: usize,
    /// Its first byte, after clitics.
    pub start: usize,
    /// The clitics before it.
    pub clitics: Clitics,
    /// The value of the attribute; empty for one without a value.
    pub value: &'static str,
    attributes: Attributes<'static>,
}

impl Hit {
    /// Whether the value is one of these, separated by spaces.
    // Small questions that the rules ask hundreds of times have a body of their own, here and below: the module is read over
    // the network before it answers the first of them.
    #[inline(never)]
    pub fn is(&self, values: &str) -> bool {
        listed(values, self.value)
    }

    /// Whether the form of a unit is one of these, separated by spaces: `one`, `two`, `many`, `pair`.
    #[inline(never)]
    pub fn has_form(&self, forms: &str) -> bool {
        self.attribute("form").is_some_and(|form| listed(forms, form))
    }

    /// Another attribute of the same row.
    pub fn attribute(&self, key: &str) -> Option<&'static str> {
        self.attributes.value(key)
    }

    /// Whether the row has the mark.
    pub fn has(&self, key: &str) -> bool {
        self.attributes.has(key)
    }

    /// The value as a number.
    pub fn number<T: TryFrom<i64>>(&self) -> Option<T> {
        T::try_from(signed(self.value)?).ok()
    }
}

/// A number where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// Its value.
    pub value: u32,
    /// The token after it.
    pub end: usize,
    /// Its first byte.
    pub start: usize,
    /// Whether it is written in digits.
    pub digits: bool,
}

/// The words of a scene as the rules ask for them.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What is read.
    pub scene: &'a Scene<'a>,
    keys: &'a [u64],
}

/// Of each token the attributes of the rows that begin there, as bits: the rules ask for dozens at every token, and most of what
/// they ask for is not there.
#[must_use]
pub fn keys(scene: &Scene<'_>) -> Vec<u64> {
    let mut keys = vec![0; scene.document.tokens().len()];
    for found in scene.matches.all().iter().filter(|found| found.classes.meets(TIME)) {
        let rows = scene.matches.entries(found).filter(|entry| TIME.has(entry.class));
        if let Some(bits) = keys.get_mut(found.first()) {
            *bits |= rows.flat_map(|entry| entry.attributes.keys()).map(key_bit).fold(0, |all, bit| all | bit);
        }
    }
    keys
}

fn key_bit(key: &[u8]) -> u64 {
    let of = |byte: Option<&u8>| byte.copied().map_or(0, usize::from);
    1 << ((of(key.first()) * 7 + of(key.last()) * 3 + key.len() * 5) % 64)
}

impl<'a> Words<'a> {
    /// The words of a scene, with its [`keys`].
    #[must_use]
    pub const fn new(scene: &'a Scene<'a>, keys: &'a [u64]) -> Self {
        Self { scene, keys }
    }

    /// Whether a time word begins at a token.
    #[must_use]
    pub fn has_key(&self, token: usize) -> bool {
        self.keys.get(token).is_some_and(|&keys| keys != 0)
    }

    /// The longest phrase at a token whose row has the attribute, with or without clitics.
    // The rules ask these questions hundreds of times: one body each keeps the module small.
    #[inline(never)]
    pub fn any(&self, token: usize, key: &str) -> Option<Hit> {
        self.find(token, key, |_| true)
    }

    /// The same without clitics, on the line of the token before.
    #[inline(never)]
    pub fn bare(&self, token: usize, key: &str) -> Option<Hit> {
        self.find(token, key, |clitics| clitics.is_empty()).filter(|_| self.scene.continues(token))
    }

    /// At the first token of an expression clitics may stand, later not.
    #[inline(never)]
    pub fn at(&self, token: usize, key: &str, first: bool) -> Option<Hit> {
        if first { self.any(token, key) } else { self.bare(token, key) }
    }

    /// The longest phrase whose row has the attribute and before which these clitics may stand.
    pub fn find(&self, token: usize, key: &str, clitics: impl Fn(Clitics) -> bool) -> Option<Hit> {
        if self.keys.get(token).is_none_or(|keys| keys & key_bit(key.as_bytes()) == 0) {
            return None;
        }
        let matches = self.scene.matches;
        matches.at(token).iter().filter(|found| found.classes.meets(TIME) && clitics(found.clitics)).find_map(|found| {
            let entry = matches.entries(found).find(|entry| TIME.has(entry.class) && entry.has(key))?;
            let value = entry.attribute(key).unwrap_or("");
            Some(Hit { end: found.end(), start: found.span().start, clitics: found.clitics, value, attributes: entry.attributes })
        })
    }

    /// The folded spelling of a token.
    #[inline(never)]
    pub fn folded(&self, token: usize) -> &'a str {
        self.scene.folded(token)
    }

    /// Whether the token stands on the line of the one before.
    #[inline(never)]
    pub fn continues(&self, token: usize) -> bool {
        self.scene.continues(token)
    }

    /// Whether the token is a word in the script of the language.
    #[inline(never)]
    pub fn is_word(&self, token: usize) -> bool {
        self.scene.is_word(token)
    }

    /// Whether the token begins with a capital.
    #[inline(never)]
    pub fn is_capital(&self, token: usize) -> bool {
        self.scene.document.source(token).starts_with(char::is_uppercase)
    }

    /// Whether the token, on the line of the one before, is one of these folded words, separated by spaces.
    #[inline(never)]
    pub fn is(&self, token: usize, words: &str) -> bool {
        // Numbers and marks are in no list, and a rule asks a dozen of them.
        self.scene.document.token(token).is_some_and(|own| own.is_word() && !own.starts_line) && listed(words, self.scene.folded(token))
    }

    /// Whether the word before the token, on its line, is one of these folded words, clitics peeled.
    #[inline(never)]
    pub fn follows(&self, token: usize, words: &str) -> bool {
        token.checked_sub(1).is_some_and(|before| self.scene.continues(token) && self.stem(before, words).is_some())
    }

    /// One of these folded words, separated by spaces, behind the clitics of a token: how it is peeled, and the word.
    #[inline(never)]
    pub fn stem(&self, token: usize, words: &str) -> Option<(Peel, &'a str)> {
        if !self.scene.is_word(token) {
            return None;
        }
        let folded = self.scene.folded(token);
        self.scene.peels(token).find_map(|peel| {
            let stem = folded.get(peel.offset..).unwrap_or("");
            let known = if peel.restored.is_empty() {
                listed(words, stem)
            } else {
                words.split(' ').any(|word| word.strip_prefix(peel.restored) == Some(stem))
            };
            known.then_some((peel, stem))
        })
    }

    /// The same where the word stands as it is listed, without letters that clitics swallow: its first byte, and the word.
    #[inline(never)]
    pub fn written(&self, token: usize, words: &str) -> Option<(usize, &'a str)> {
        let (peel, stem) = self.stem(token, words).filter(|(peel, _)| peel.restored.is_empty())?;
        Some((self.scene.document.source_position(token, peel.offset), stem))
    }

    /// The punctuation mark at a token on the line of the one before.
    #[inline(never)]
    pub fn mark(&self, token: usize) -> Option<char> {
        self.scene.document.mark(token).filter(|_| self.scene.continues(token))
    }

    /// Whether nothing stands between the token and the one before.
    #[inline(never)]
    pub fn glued(&self, token: usize) -> bool {
        self.scene.document.token(token).is_some_and(|token| token.glued && !token.starts_line)
    }

    /// The first byte of a token.
    #[inline(never)]
    pub fn start(&self, token: usize) -> usize {
        self.scene.document.token(token).map_or(0, |token| token.span().start)
    }

    /// A token of digits alone, at most `longest` of them.
    #[inline(never)]
    pub fn digits(&self, token: usize, longest: usize) -> Option<u32> {
        self.scene.document.token(token).filter(|token| token.is_number())?;
        let folded = self.scene.folded(token);
        digits(folded).filter(|_| folded.len() <= longest).and_then(|number| u32::try_from(number).ok())
    }
}

/// Whether a word is one of those separated by spaces.
#[must_use]
#[inline(never)]
pub fn listed(words: &str, word: &str) -> bool {
    let (mut rest, word) = (words.as_bytes(), word.as_bytes());
    // Only where the length fits are the bytes compared.
    while !rest.is_empty() {
        let length = rest.iter().position(|&byte| byte == b' ').unwrap_or(rest.len());
        if length == word.len() && rest.starts_with(word) {
            return true;
        }
        rest = rest.get(length + 1..).unwrap_or(&[]);
    }
    false
}

/// Words separated by spaces and sorted by their bytes, for the lists that are asked for every word.
#[derive(Clone, Copy, Debug)]
pub struct Sorted {
    /// The words.
    pub words: &'static str,
    /// For each length in pairs of bytes the [`shape`]s of the words so long, as bits: most words that are asked for are of
    /// another shape than any in the list.
    shapes: [[u64; 2]; 8],
}

/// A number below 128 by the first letter and the last, which lie in the second byte of Arabic letters.
const fn shape(second: u8, last: u8) -> usize {
    (second as usize + 37 * last as usize) % 128
}

impl Sorted {
    /// A list of words shorter than 16 bytes.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "constants alone are made with it: what could panic stops the build")]
    pub const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut shapes = [[0; 2]; 8];
        let (mut start, mut end) = (0, 0);
        while start < bytes.len() {
            while end < bytes.len() && bytes[end] != b' ' {
                end += 1;
            }
            let shape = shape(if end - start > 1 { bytes[start + 1] } else { 0 }, bytes[end - 1]);
            shapes[(end - start) / 2][shape / 64] |= 1 << (shape % 64);
            end += 1;
            start = end;
        }
        Self { words, shapes }
    }

    /// Whether a word is in the list.
    #[must_use]
    #[inline(never)]
    pub fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let shape = shape(bytes.get(1).copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
        let bits = self.shapes.get(bytes.len() / 2).and_then(|shapes| shapes.get(shape / 64)).copied().unwrap_or(0);
        bits >> (shape % 64) & 1 == 1 && listed_in_order(self.words, word)
    }
}

/// Whether a word is one of those separated by spaces and sorted by their bytes.
#[must_use]
pub fn listed_in_order(words: &str, word: &str) -> bool {
    let (bytes, wanted) = (words.as_bytes(), word.as_bytes());
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        // The word that holds the middle, or that ends there.
        let before = bytes.get(low..middle).unwrap_or(&[]);
        let start = before.iter().rposition(|&byte| byte == b' ').map_or(low, |space| low + space + 1);
        let after = bytes.get(start..high).unwrap_or(&[]);
        let found = after.split(|&byte| byte == b' ').next().unwrap_or(&[]);
        match found.cmp(wanted) {
            core::cmp::Ordering::Equal => return true,
            core::cmp::Ordering::Less => low = start + found.len() + 1,
            core::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// What a rule read.
#[derive(Clone, Debug)]
pub struct Found {
    /// The first token.
    pub token: usize,
    /// The token after the last one.
    pub end: usize,
    /// The first byte, after clitics.
    pub start: usize,
    /// The meaning. Boxed, because readings are handed on more often than they are made.
    pub expression: Box<Expression>,
    /// The name of the rule.
    pub rule: &'static str,
}

impl Found {
    /// Makes one.
    #[must_use]
    #[inline(never)]
    pub fn new(token: usize, end: usize, start: usize, expression: impl Into<Box<Expression>>, rule: &'static str) -> Self {
        Self { token, end, start, expression: expression.into(), rule }
    }
}

/// A rule: what it reads at a token.
pub type Rule = fn(&Words<'_>, usize) -> Option<Found>;

/// The longest of what the rules read at a token; the earlier rule among equals.
#[must_use]
#[inline(never)]
pub fn longest(rules: &[Rule], words: &Words<'_>, token: usize) -> Option<Found> {
    let mut best: Option<Found> = None;
    for rule in rules {
        longer(&mut best, rule(words, token).filter(|found| found.end > token));
    }
    best
}

/// Puts what is found in the place of the best so far if it is longer.
#[inline(never)]
pub fn longer(best: &mut Option<Found>, found: Option<Found>) {
    if found.as_ref().map_or(0, |found| found.end) > best.as_ref().map_or(0, |best| best.end) {
        *best = found;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_list_is_found_and_no_part_of_one() {
        for list in ["", "a", "aa b cc", "ab abc abd b bcd be f", "ا اب ابت ب بت ت"] {
            let words: Vec<&str> = list.split(' ').filter(|word| !word.is_empty()).collect();
            for word in ["a", "aa", "b", "ab", "abc", "abd", "bc", "bcd", "be", "c", "cc", "f", "ا", "اب", "ابت", "بت", "تا"] {
                assert_eq!(listed(list, word), words.contains(&word), "{word} in {list}");
                assert_eq!(listed_in_order(list, word), words.contains(&word), "{word} in {list}");
                assert_eq!(Sorted::new(list).has(word), words.contains(&word), "{word} in {list}");
            }
        }
    }
}
