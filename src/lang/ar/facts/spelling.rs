//! Folded words as numbers, and the closed lists of them: whether a word is in a list is asked some ten times of every word of
//! a text, and a number is compared at once where letters take a loop.

/// A list of words in folded spelling, sorted by the compiler.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {{
        use $crate::lang::ar::facts::spelling::{Spelling, Words, listed, sorted};
        const LIST: &[Spelling] = &sorted([$(listed($word)),+]);
        const { Words::of(LIST) }
    }};
}

/// A folded word of at most twelve Arabic letters, five bits a letter, the first letter lowest. Every other word is [`Self::NONE`],
/// which no list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling(u64);

impl Spelling {
    /// What has no number: longer words, marks, figures, other scripts.
    pub const NONE: Self = Self(0);

    /// The number of a folded word.
    #[must_use]
    #[inline(never)]
    pub const fn of(word: &str) -> Self {
        /// Twelve letters of five bits.
        const BITS: u32 = 60;
        let mut number = 0;
        let mut shift = 0;
        let mut rest = word.as_bytes();
        while let [first, second, after @ ..] = rest {
            // The letters that folding leaves, in the order of their code points: ء, ا, ب, ت to غ, ف to و, ي.
            let letter = match (*first, *second) {
                (0xD8, 0xA1) => 1,
                (0xD8, 0xA7 | 0xA8 | 0xAA..=0xBA) => *second - 0xA5,
                (0xD9, 0x81..=0x88 | 0x8A) => *second - 0x6B,
                _ => return Self::NONE,
            };
            if shift == BITS {
                return Self::NONE;
            }
            number |= (letter as u64) << shift;
            shift += 5;
            rest = after;
        }
        if rest.is_empty() { Self(number) } else { Self::NONE }
    }

    /// Whether the word begins with the letters of another.
    #[must_use]
    pub const fn starts_with(self, start: Self) -> bool {
        let letters = (u64::BITS - start.0.leading_zeros()).div_ceil(5);
        self.0 & ((1 << (5 * letters)) - 1) == start.0
    }

    /// Its first letter.
    #[must_use]
    pub const fn first(self) -> Self {
        Self(self.0 & 31)
    }

    /// The word without its first letter.
    #[must_use]
    pub const fn without_first(self) -> Self {
        Self(self.0 >> 5)
    }
}

/// The letters that can be clitics at the front of a word.
const CLITICS: Words = words!["و", "ف", "ب", "ل", "ك", "س"];

/// A closed list of folded words, made by `words!`.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    list: &'static [Spelling],
    /// The first and the second letters of its words, a bit a letter: most words that are asked for have others.
    first: u32,
    second: u32,
}

impl Words {
    /// The list of what [`sorted`] gives.
    #[must_use]
    pub const fn of(list: &'static [Spelling]) -> Self {
        let mut words = Self { list, first: 0, second: 0 };
        let mut rest = list;
        while let [word, after @ ..] = rest {
            words.first |= 1 << word.first().0;
            words.second |= 1 << word.without_first().first().0;
            rest = after;
        }
        words
    }

    /// Whether the list holds a word by its number.
    #[must_use]
    #[inline]
    pub fn has(self, word: Spelling) -> bool {
        let letters = self.first >> word.first().0 & self.second >> word.without_first().first().0;
        letters & 1 != 0 && self.finds(word)
    }

    /// One piece of code for the hundreds of places that ask.
    #[inline(never)]
    fn finds(self, word: Spelling) -> bool {
        self.list.binary_search(&word).is_ok()
    }

    /// Whether the list can hold what is left of a word without the clitics at its front, of which there are at most two.
    #[must_use]
    pub fn may_end(self, word: Spelling) -> bool {
        let stem = |word: Spelling| Some(word.without_first()).filter(|_| CLITICS.has(word.first()));
        let one = stem(word);
        let two = one.and_then(stem);
        word == Spelling::NONE || self.has(word) || one.is_some_and(|one| self.has(one)) || two.is_some_and(|two| self.has(two))
    }

    /// Whether the list holds a folded word.
    #[must_use]
    pub fn contains(self, word: &str) -> bool {
        self.has(Spelling::of(word))
    }
}

/// The number of a word of a list. For the compiler alone: a word that has none stops the build.
#[must_use]
pub const fn listed(word: &str) -> Spelling {
    let number = Spelling::of(word);
    assert!(number.0 != 0, "a listed word is longer than twelve letters or not in folded spelling");
    number
}

/// Numbers in ascending order. For the compiler alone.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "run by the compiler alone, which would stop the build")]
pub const fn sorted<const N: usize>(mut list: [Spelling; N]) -> [Spelling; N] {
    let mut count = 1;
    while count < N {
        let mut place = count;
        while place > 0 && list[place - 1].0 > list[place].0 {
            let word = list[place];
            list[place] = list[place - 1];
            list[place - 1] = word;
            place -= 1;
        }
        count += 1;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::folded;

    #[test]
    fn a_letter_has_a_number_if_folding_leaves_it() {
        let mut seen = std::collections::BTreeSet::new();
        for letter in ('\u{0600}'..='\u{06FF}').filter(|letter| letter.is_alphabetic() && *letter != '\u{0640}') {
            let number = Spelling::of(&letter.to_string());
            let arabic = matches!(letter, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}');
            assert_eq!(number != Spelling::NONE, arabic && folded(&letter.to_string()) == letter.to_string(), "{letter}");
            assert!(number == Spelling::NONE || number.0 < 32 && seen.insert(number), "{letter}");
        }
        // Of 31 numbers those of ة and ى, which folding turns into others, are free.
        assert_eq!(seen.len(), 29);
    }

    #[test]
    fn words_of_twelve_letters_have_a_number() {
        assert_ne!(Spelling::of("ابتثجحخدذرزس"), Spelling::of("ابتثجحخدذرزش"));
        assert_ne!(Spelling::of("ابتثجحخدذرزس"), Spelling::NONE);
        assert_eq!(Spelling::of("وابتثجحخدذرز").without_first(), Spelling::of("ابتثجحخدذرز"));
        assert!(Spelling::of("نظيره").starts_with(Spelling::of("نظ")) && !Spelling::of("نص").starts_with(Spelling::of("نظ")));
        for other in ["ابتثجحخدذرزسش", "", "،", "1", "a", "ab", "في ما", "أن", "فى"] {
            assert_eq!(Spelling::of(other), Spelling::NONE, "{other}");
        }
    }

    #[test]
    fn a_list_holds_its_words_in_any_order() {
        let (few, many) = (words!["من", "في"], words!["من", "في", "الي", "علي", "عن", "مع", "خلال", "عبر", "بعد", "قبل"]);
        for word in ["من", "في"] {
            assert!(few.contains(word) && many.contains(word));
        }
        assert!(many.may_end(Spelling::of("ومن")) && many.may_end(Spelling::of("فبعد")) && !many.may_end(Spelling::of("فيه")));
        assert!(many.contains("قبل") && !few.contains("قبل") && !few.contains("") && !many.contains("") && !many.contains("منذ"));
    }
}
