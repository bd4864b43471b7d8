//! One byte a character, for the patterns of lines. Over bytes a class of characters is one step of the automaton where over
//! UTF-8 it is a dozen, so that automata are a fraction as large and lines half as long.
//!
//! ASCII stays as it is, the Arabic letters follow in their order, then the other characters that the patterns of the language
//! name. All the rest are one byte: no pattern tells them apart.

/// The first Arabic letter, the last one, and the byte of the first.
const ARABIC: (char, char, u8) = ('\u{0621}', '\u{064A}', 0x80);
/// The byte of the first character that patterns name beside those.
const NAMED: u8 = 0xAA;
/// What no pattern names.
const OTHER: u8 = 0xFF;

/// The characters of the patterns of a language.
#[derive(Clone, Debug, Default)]
pub struct Alphabet {
    /// Sorted.
    named: Vec<char>,
}

impl Alphabet {
    /// Takes note of the characters of a pattern.
    pub fn learn(&mut self, pattern: &str) {
        for character in pattern.chars() {
            if self.byte(character) == OTHER
                && let Err(place) = self.named.binary_search(&character)
                && self.named.len() < usize::from(OTHER - NAMED)
            {
                self.named.insert(place, character);
            }
        }
    }

    #[inline]
    fn byte(&self, character: char) -> u8 {
        let (first, last, byte) = ARABIC;
        if character.is_ascii() {
            character as u8
        } else if (first..=last).contains(&character) {
            byte + (character as u32 - first as u32) as u8
        } else {
            self.named.binary_search(&character).ok().and_then(|place| u8::try_from(place).ok()).map_or(OTHER, |place| NAMED + place)
        }
    }

    /// A line, one byte a character.
    #[must_use]
    pub fn line(&self, folded: &str) -> Vec<u8> {
        let mut line = Vec::with_capacity(folded.len());
        line.extend(folded.chars().map(|character| self.byte(character)));
        line
    }

    /// A pattern that matches such lines.
    #[must_use]
    pub fn pattern(&self, folded: &str) -> String {
        let mut pattern = String::with_capacity(folded.len() * 2);
        for character in folded.chars() {
            if character.is_ascii() {
                pattern.push(character);
            } else {
                let byte = self.byte(character);
                pattern.push_str("\\x");
                for digit in [byte >> 4, byte & 15] {
                    pattern.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
                }
            }
        }
        pattern
    }
}

/// Where a character of a line begins, in bytes of the line.
#[must_use]
pub fn position(folded: &str, character: usize) -> usize {
    folded.char_indices().nth(character).map_or(folded.len(), |(position, _)| position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_patterns_name_are_told_apart_and_arabic_keeps_its_order() {
        let mut alphabet = Alphabet::default();
        alphabet.learn("[ء-ي]+ ?[–—] «x»");
        assert_eq!(alphabet.line("ءيa «–—»"), [0x80, 0xA9, b'a', b' ', 0xAA, 0xAC, 0xAD, 0xAB]);
        assert_eq!(alphabet.line("Жж…"), [OTHER, OTHER, OTHER]);
        assert_eq!(alphabet.pattern("[ء-ي]–"), r"[\x80-\xa9]\xac");
        assert_eq!((position("aبc", 2), position("aبc", 3), position("aبc", 9)), (3, 4, 4));
    }
}
