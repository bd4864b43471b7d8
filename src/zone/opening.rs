//! With which characters the matches of a pattern can begin: the first two of a line turn most patterns away.

/// The first two characters of the matches of a part of a pattern, as far as sets of each can tell, and how long matches can be.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    first: Characters,
    second: Characters,
    /// Whether a match can be empty, be one character, be longer.
    lengths: [bool; 3],
}

impl Opening {
    /// What is not understood can be anything.
    pub const ANYTHING: Self = Self { first: Characters::ALL, second: Characters::ALL, lengths: [true; 3] };
    /// The empty text alone.
    pub const EMPTY: Self = Self { first: Characters::NONE, second: Characters::NONE, lengths: [true, false, false] };
    /// No match at all, to which alternatives are added.
    pub const NEVER: Self = Self { first: Characters::NONE, second: Characters::NONE, lengths: [false; 3] };

    /// One character of a set.
    #[must_use]
    pub const fn one_of(characters: Characters) -> Self {
        Self { first: characters, second: Characters::NONE, lengths: [false, true, false] }
    }

    /// This part, and another behind it.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        let [empty, one, more] = self.lengths;
        let [next_empty, next_one, next_more] = next.lengths;
        Self {
            first: self.first.or(next.first.only_if(empty)),
            second: self.second.or(next.first.only_if(one)).or(next.second.only_if(empty)),
            lengths: [
                empty && next_empty,
                one && next_empty || empty && next_one,
                more || one && (next_one || next_more) || empty && next_more,
            ],
        }
    }

    /// This part or another.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let lengths = [0, 1, 2].map(|length: usize| self.lengths.get(length) == Some(&true) || other.lengths.get(length) == Some(&true));
        Self { first: self.first.or(other.first), second: self.second.or(other.second), lengths }
    }

    /// This part so often at least and at most; a few more openings than there are where it must stand more than once.
    #[must_use]
    pub fn repeated(self, least: usize, most: Option<usize>) -> Self {
        let some = if most.is_none_or(|most| most > 1) { self.or(self.then(self)) } else { self };
        if least == 0 { some.or(Self::EMPTY) } else { some }
    }

    /// Whether a match may stand at the beginning of a line.
    #[must_use]
    pub const fn fits(&self, line: Start) -> bool {
        let [empty, one, _] = self.lengths;
        empty || self.first.meets(line.first) && (one || self.second.meets(line.second))
    }
}

/// The first two characters of a line.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    first: Characters,
    second: Characters,
}

impl Start {
    /// Of a folded line.
    #[must_use]
    pub fn of(line: &str) -> Self {
        let mut characters = line.chars().map(Characters::of);
        let mut next = || characters.next().unwrap_or(Characters::NONE);
        Self { first: next(), second: next() }
    }
}

/// A set of characters, a bit each. ASCII and the Arabic letters of folded text have bits of their own; others share them, and the
/// set has more than was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Characters(u128);

impl Characters {
    /// None.
    pub const NONE: Self = Self(0);
    /// All of them.
    pub const ALL: Self = Self(u128::MAX);

    /// A single one.
    #[must_use]
    pub const fn of(character: char) -> Self {
        let number = character as u32 & 0x7F;
        // U+0621 to U+063F go where ASCII has no text, those from U+0640 on where it has capitals.
        Self(1 << if character.is_ascii() || number >= 0x40 { number } else { number ^ 0x20 })
    }

    /// All from one to another.
    #[must_use]
    pub fn range(first: char, last: char) -> Self {
        if (last as u32).saturating_sub(first as u32) >= u128::BITS {
            return Self::ALL;
        }
        (first..=last).fold(Self::NONE, |all, character| all.or(Self::of(character)))
    }

    /// These and others.
    #[must_use]
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    const fn only_if(self, so: bool) -> Self {
        if so { self } else { Self::NONE }
    }

    const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_text_and_folded_arabic_letters_have_bits_of_their_own() {
        let mut seen = Characters::NONE;
        for character in ('ء'..='غ').chain('ف'..='ي').chain(' '..='@').chain('['..='~') {
            assert!(!seen.meets(Characters::of(character)), "{character}");
            seen = seen.or(Characters::of(character));
        }
        let range = Characters::range('a', 'c');
        assert!(range.meets(Characters::of('b')) && !range.meets(Characters::of('d')));
        assert_eq!(Characters::range('ء', '\u{FFFF}'), Characters::ALL);
    }

    fn text(text: &str) -> Opening {
        text.chars().fold(Opening::EMPTY, |all, character| all.then(Opening::one_of(Characters::of(character))))
    }

    #[test]
    fn two_characters_decide_and_a_match_of_one_or_none_asks_for_less() {
        let fitting = |opening: Opening| {
            let lines = ["", "a", "b", "ab", "ba", "bc", "-a", "-b", "--", "aa", "كت", "كل"];
            lines.into_iter().filter(|line| opening.fits(Start::of(line))).collect::<Vec<_>>()
        };
        assert_eq!(fitting(text("كتب")), ["كت"]);
        assert_eq!(fitting(text("a")), ["a", "ab", "aa"]);
        assert_eq!(fitting(text("ab").or(text("bc"))), ["ab", "bc"]);
        // Where one match is a single character, the second is asked of none.
        assert_eq!(fitting(text("ab").or(text("b"))), ["a", "b", "ab", "ba", "bc", "aa"]);
        assert_eq!(fitting(text("-").repeated(0, None).then(text("ab"))), ["ab", "-a", "-b", "--", "aa"]);
        assert_eq!(fitting(text("a").repeated(2, Some(2)).then(text("b"))), ["ab", "aa"]);
        assert_eq!(fitting(text("a").repeated(0, Some(1)).then(text("bc"))), ["ab", "bc"]);
        assert_eq!(fitting(text("b").then(Opening::ANYTHING)), ["b", "ba", "bc"]);
        assert!(fitting(Opening::NEVER).is_empty());
        assert_eq!((fitting(Opening::ANYTHING).len(), fitting(Opening::EMPTY).len()), (12, 12));
    }
}
