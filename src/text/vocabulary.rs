//! The distinct words of a text by their folded spelling. Words repeat, so what depends on the spelling alone is kept and worked
//! out once a distinct word.

/// The distinct words of a text, numbered in the order in which they first stand there.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: Vec<Word>,
    /// The spellings one after the other, and behind them the letters of the word that is being read.
    arena: String,
    /// The hash of those letters.
    hash: u32,
    /// Numbers of words where their hashes say, or one of the next places; a power of two of them, at most half of them taken.
    slots: Vec<u32>,
}

/// Where the spelling of a word lies in the arena, in bytes, and its hash.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    end: u32,
    hash: u32,
}

const FREE: u32 = u32::MAX;
const FEWEST_SLOTS: usize = 512;
/// How many places are tried. Words whose hashes were made to meet are found no more and numbered anew, which costs what it is
/// there to save; otherwise a text could be written that takes time in the square of its length.
const MOST_TRIES: usize = 64;

/// The hash of no letters.
const NO_LETTERS: u32 = 0x811C_9DC5;

/// FNV-1a: the hash of a word with one letter more.
const fn with_letter(hash: u32, letter: char) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}

/// FNV-1a over letters.
pub fn letters_hash(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(NO_LETTERS, with_letter)
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self { words: Vec::new(), arena: String::new(), hash: NO_LETTERS, slots: vec![FREE; FEWEST_SLOTS] }
    }
}

impl Vocabulary {
    /// Adds a letter to the word that is being read.
    #[inline]
    pub fn push(&mut self, letter: char) {
        self.arena.push(letter);
        self.hash = with_letter(self.hash, letter);
    }

    /// Ends the word that is being read: its number.
    pub fn end_word(&mut self) -> u32 {
        let hash = std::mem::replace(&mut self.hash, NO_LETTERS);
        let start = self.words.last().map_or(0, |word| word.end);
        let spelling = self.arena.get(start as usize..).unwrap_or("");
        let free = match self.search(hash, |word| self.spelling(word) == spelling) {
            Ok(known) => {
                self.arena.truncate(start as usize);
                return known;
            }
            Err(free) => free,
        };
        let number = to_u32(self.words.len());
        self.words.push(Word { start, end: to_u32(self.arena.len()), hash });
        if let Some(slot) = self.slots.get_mut(free) {
            *slot = number;
        }
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; self.slots.len() * 2];
        for (number, word) in (0..).zip(&self.words) {
            if let Err(free) = self.search(word.hash, |_| false)
                && let Some(slot) = self.slots.get_mut(free)
            {
                *slot = number;
            }
        }
    }

    /// The number of the word with a hash that is the right one, or else a free slot, which is past the end if none is near.
    #[inline]
    fn search(&self, hash: u32, is_right: impl Fn(u32) -> bool) -> Result<u32, usize> {
        // The highest bits of the product depend on all of the hash.
        let first = hash.wrapping_mul(0x9E37_79B1) >> (u32::BITS - self.slots.len().ilog2());
        for place in (first as usize..).take(MOST_TRIES) {
            let place = place & (self.slots.len() - 1);
            match self.slots.get(place) {
                Some(&FREE) | None => return Err(place),
                Some(&number) => {
                    if self.hash_of(number) == hash && is_right(number) {
                        return Ok(number);
                    }
                }
            }
        }
        Err(usize::MAX)
    }

    /// The number of a word, given in two parts, if the text has it.
    #[must_use]
    pub fn find(&self, beginning: &str, rest: &str) -> Option<u32> {
        let hash = letters_hash(beginning.chars().chain(rest.chars()));
        self.search(hash, |word| self.spelling(word).strip_prefix(beginning) == Some(rest)).ok()
    }

    /// The folded spelling of a word; empty for a number that none has.
    #[must_use]
    #[inline]
    pub fn spelling(&self, word: u32) -> &str {
        self.at(self.place(word))
    }

    /// Where the folded spelling of a word lies, for [`Self::at`]; an empty place for a number that none has.
    #[must_use]
    pub fn place(&self, word: u32) -> (u32, u32) {
        self.words.get(word as usize).map_or((0, 0), |word| (word.start, word.end))
    }

    /// The spelling that lies at a place.
    #[must_use]
    #[inline]
    pub fn at(&self, (start, end): (u32, u32)) -> &str {
        self.arena.get(start as usize..end as usize).unwrap_or("")
    }

    /// [`letters_hash`] of the folded spelling of a word.
    #[must_use]
    pub fn hash_of(&self, word: u32) -> u32 {
        self.words.get(word as usize).map_or(NO_LETTERS, |word| word.hash)
    }

    /// How many distinct words there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The arena of one text is bounded by twice its length; a text whose arena would pass 4 GiB keeps its last words unfolded.
pub(super) fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(vocabulary: &mut Vocabulary, word: &str) -> u32 {
        word.chars().for_each(|letter| vocabulary.push(letter));
        vocabulary.end_word()
    }

    #[test]
    fn words_spelled_alike_have_one_number() {
        let mut vocabulary = Vocabulary::default();
        let numbers = ["قال", "الوزير", "قال", "", "إن", "الوزير", ""].map(|word| read(&mut vocabulary, word));
        assert_eq!(numbers, [0, 1, 0, 2, 3, 1, 2]);
        assert_eq!((vocabulary.len(), vocabulary.spelling(1), vocabulary.spelling(9)), (4, "الوزير", ""));
        assert_eq!(vocabulary.find("ا", "لوزير"), Some(1));
        assert_eq!(vocabulary.find("", "الوزير"), Some(1));
        assert_eq!(vocabulary.find("ا", "الوزير"), None);
        assert_eq!(vocabulary.hash_of(0), letters_hash("قال".chars()));
    }

    #[test]
    fn many_words_keep_their_numbers() {
        let mut vocabulary = Vocabulary::default();
        for number in 0..5000 {
            assert_eq!(read(&mut vocabulary, &format!("كلمة{number}")), number);
        }
        assert!((0..5000).all(|number| read(&mut vocabulary, &format!("كلمة{number}")) == number));
    }

    #[test]
    fn words_made_to_share_a_hash_are_all_kept() {
        let mut vocabulary = Vocabulary::default();
        // As words have that were sought out for it.
        for number in 0..300_u32 {
            vocabulary.arena.push_str(&number.to_string());
            vocabulary.hash = 7;
            vocabulary.end_word();
        }
        assert_eq!(vocabulary.len(), 300);
        assert!((0..300).all(|number| vocabulary.spelling(number) == number.to_string()));
    }
}
