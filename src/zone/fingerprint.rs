//! What a line has, as bits: of its characters, of pairs of them, of windows of some bytes and of its words.

use super::opening::Start;
use crate::text::chars::is_alphabetic;

/// The characters, pairs of them, windows and words that a line has, so that most texts it lacks are known without a search.
#[derive(Clone, Debug)]
pub struct Fingerprint {
    start: Start,
    characters: [u64; PAIR_BITS],
    pairs: [u64; PAIR_BITS],
    windows: [u64; WINDOW_BITS],
    words: [u64; WORD_BITS],
    spaces: usize,
}

/// Bytes of a window: three Arabic letters.
pub const WINDOW: usize = 6;
/// Numbers of 64 bits for the characters and their pairs, for the windows, and for the words of a line.
const PAIR_BITS: usize = 16;
/// See [`PAIR_BITS`].
pub const WINDOW_BITS: usize = 128;
/// See [`PAIR_BITS`].
pub const WORD_BITS: usize = 64;

/// The bit of the window with which `bytes` begin.
#[must_use]
pub fn window(bytes: &[u8]) -> u16 {
    let number = bytes.first_chunk::<WINDOW>().map_or(0, |[a, b, c, d, e, f]| u64::from_le_bytes([*a, *b, *c, *d, *e, *f, 0, 0]));
    (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51) as u16
}

/// Of a character and the one before it, or of one alone.
fn pair(before: char, character: char) -> u16 {
    let number = (before as u32).wrapping_mul(0x9E37) ^ character as u32;
    (number.wrapping_mul(0x9E37_79B1) >> 22) as u16
}

/// Before the first character of a line or a text.
const NOTHING: char = '\0';
const NO_LETTERS: u32 = 0x811C_9DC5;

/// The number of a word from that of the letters before its last.
const fn with_letter(word: u32, letter: char) -> u32 {
    (word ^ letter as u32).wrapping_mul(0x0100_0193)
}

fn word_bit(word: u32) -> u16 {
    (word ^ word >> 15) as u16 & 0xFFF
}

/// The bit of a word.
#[must_use]
pub fn word(letters: &str) -> u16 {
    word_bit(letters.chars().fold(NO_LETTERS, with_letter))
}

/// The runs of letters.
pub fn words_of(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !is_alphabetic(character)).filter(|word| !word.is_empty())
}

/// Whether a bit is set.
#[must_use]
pub fn bit(bits: &[u64], index: u16) -> bool {
    bits.get(usize::from(index / 64)).is_some_and(|word| word >> (index % 64) & 1 == 1)
}

/// Sets a bit.
pub fn set_bit(bits: &mut [u64], index: u16) {
    if let Some(word) = bits.get_mut(usize::from(index / 64)) {
        *word |= 1 << (index % 64);
    }
}

impl Fingerprint {
    /// Of a folded line.
    #[must_use]
    pub fn of(line: &str) -> Self {
        let mut print = Self {
            start: Start::of(line),
            characters: [0; PAIR_BITS],
            pairs: [0; PAIR_BITS],
            windows: [0; WINDOW_BITS],
            words: [0; WORD_BITS],
            spaces: 0,
        };
        let (mut before, mut letters) = (NOTHING, None);
        // Every text begins with a character, and none in the middle of one.
        for (start, character) in line.char_indices() {
            set_bit(&mut print.characters, pair(NOTHING, character));
            set_bit(&mut print.pairs, pair(before, character));
            before = character;
            if let Some(bytes) = line.as_bytes().get(start..start + WINDOW) {
                set_bit(&mut print.windows, window(bytes));
            }
            if is_alphabetic(character) {
                letters = Some(with_letter(letters.unwrap_or(NO_LETTERS), character));
                continue;
            }
            print.spaces += usize::from(character == ' ');
            if let Some(letters) = letters.take() {
                set_bit(&mut print.words, word_bit(letters));
            }
        }
        if let Some(letters) = letters {
            set_bit(&mut print.words, word_bit(letters));
        }
        print
    }

    /// How the line begins.
    #[must_use]
    pub const fn start(&self) -> Start {
        self.start
    }

    /// The bits of its windows.
    #[must_use]
    pub const fn windows(&self) -> &[u64] {
        &self.windows
    }

    /// The bits of its words.
    #[must_use]
    pub const fn words(&self) -> &[u64] {
        &self.words
    }

    /// Whether the line may have a text, judged by its characters and their pairs: for texts too short for a window.
    #[must_use]
    pub fn may_have(&self, text: &str) -> bool {
        let mut characters = text.chars();
        let mut before = characters.next().unwrap_or(NOTHING);
        bit(&self.characters, pair(NOTHING, before))
            && characters.all(|character| bit(&self.pairs, pair(std::mem::replace(&mut before, character), character)))
    }

    /// How many spaces the line has.
    #[must_use]
    pub const fn spaces(&self) -> usize {
        self.spaces
    }
}
