//! The folded spelling: one form for the many ways in which news writes the same Arabic word.
//!
//! Folding drops vowel signs, tatweel and invisible controls, and joins letters that writers and keyboards interchange:
//! أ إ آ ٱ → ا, ى ی → ي, ة ہ → ه, ؤ → و, ئ → ي, ک گ → ك, پ → ب, چ → ج, ژ → ز, ڤ → ف; digits of every script become ASCII;
//! presentation forms (the shapes that some PDFs and old systems store) become the letters they show; Latin letters become
//! lower case. The letters follow the recipe of the name tagger, so that word lists, rules and model see one spelling.
//!
//! This file depends on `core` alone: the build script reads it too, so that the word lists are folded by the same code.

/// The folded form of one character: none, one or two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// The character has no place in the folded form (vowel sign, tatweel, control).
    Nothing,
    /// The usual case.
    One(char),
    /// A ligature such as ﻻ.
    Two(char, char),
}

/// Folds one character.
#[must_use]
#[inline]
pub fn fold(character: char) -> Folded {
    // Most letters of news stay as they are.
    if matches!(character, 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و') { Folded::One(character) } else { fold_seldom(character) }
}

fn fold_seldom(character: char) -> Folded {
    use Folded::{Nothing, One, Two};
    match character {
        'a'..='z' | '0'..='9' => One(character),
        'A'..='Z' => One(character.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => One('ا'),
        'ى' | 'ی' | 'ې' | 'ئ' | 'ے' => One('ي'),
        'ة' | 'ہ' | 'ھ' | 'ۂ' | 'ە' | 'ۀ' | 'ۃ' => One('ه'),
        'ؤ' | 'ۆ' | 'ۋ' => One('و'),
        'ک' | 'گ' | 'ڭ' | 'ڪ' => One('ك'),
        'پ' => One('ب'),
        'چ' => One('ج'),
        'ژ' => One('ز'),
        'ڤ' | 'ڨ' => One('ف'),
        'ں' => One('ن'),
        // The other Arabic letters, without the questions below. U+0640 is the tatweel.
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => One(character),
        '\u{0660}'..='\u{0669}' => digit(character, 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit(character, 0x06F0),
        '\u{FF10}'..='\u{FF19}' => digit(character, 0xFF10),
        '’' | '‘' | 'ʼ' => One('\''),
        '\u{FB50}'..='\u{FBFF}' => persian_form(character),
        '\u{FDF2}' => Two('ا', 'ل'), // ﷲ: the word is short for الله; its first letters keep it a word of its own
        '\u{FE70}'..='\u{FEFC}' => presentation_form(character),
        _ if is_mark(character) || is_ignorable(character) => Nothing,
        _ if character.is_ascii() => One(character),
        // Marks of news have no small form either.
        '،' | '؛' | '؟' | '«' | '»' | '\u{2010}'..='\u{205E}' => One(character),
        _ => {
            let mut lower = character.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(first), None) => One(first),
                (Some(first), Some(second)) => Two(first, second),
                _ => One(character),
            }
        }
    }
}

/// The folded form of `text`.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    for character in text.chars() {
        match fold(character) {
            Folded::Nothing => {}
            Folded::One(one) => out.push(one),
            Folded::Two(one, two) => {
                out.push(one);
                out.push(two);
            }
        }
    }
}

/// Signs that sit on Arabic or Latin letters and are part of the word but not of its folded form: harakat, Koranic signs,
/// the dagger alif, tatweel, and the combining accents of decomposed Latin text.
#[must_use]
pub fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{08D3}'..='\u{08FF}')
}

/// Characters without a glyph of their own that pasted text carries inside words: direction controls, joiners, soft hyphen,
/// byte-order mark, variation selectors.
#[must_use]
pub fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn digit(character: char, zero: u32) -> Folded {
    let value = (character as u32).saturating_sub(zero);
    Folded::One(char::from_digit(value, 10).unwrap_or(character))
}

/// Arabic Presentation Forms-A: the Persian and Urdu letters that news uses; the rest stays as it is.
fn persian_form(character: char) -> Folded {
    Folded::One(match character as u32 {
        0xFB50..=0xFB51 => 'ا',
        0xFB56..=0xFB59 => 'ب',
        0xFB6A..=0xFB6D => 'ف',
        0xFB7A..=0xFB7D => 'ج',
        0xFB8A..=0xFB8B => 'ز',
        0xFB8E..=0xFB95 | 0xFBD3..=0xFBD6 => 'ك',
        0xFB9E..=0xFB9F => 'ن',
        0xFBA4..=0xFBAD => 'ه',
        0xFBAE..=0xFBB1 | 0xFBFC..=0xFBFF => 'ي',
        _ => character,
    })
}

/// Arabic Presentation Forms-B in the order of the code chart: the letter and the number of its shapes.
const FORMS: &[(char, u32)] = &[
    ('ء', 1),
    ('ا', 2),
    ('ا', 2),
    ('و', 2),
    ('ا', 2),
    ('ي', 4),
    ('ا', 2),
    ('ب', 4),
    ('ه', 2),
    ('ت', 4),
    ('ث', 4),
    ('ج', 4),
    ('ح', 4),
    ('خ', 4),
    ('د', 2),
    ('ذ', 2),
    ('ر', 2),
    ('ز', 2),
    ('س', 4),
    ('ش', 4),
    ('ص', 4),
    ('ض', 4),
    ('ط', 4),
    ('ظ', 4),
    ('ع', 4),
    ('غ', 4),
    ('ف', 4),
    ('ق', 4),
    ('ك', 4),
    ('ل', 4),
    ('م', 4),
    ('ن', 4),
    ('ه', 4),
    ('و', 2),
    ('ي', 2),
    ('ي', 4),
];

fn presentation_form(character: char) -> Folded {
    let code = character as u32;
    if code < 0xFE80 {
        return Folded::Nothing; // vowel signs as stand-alone shapes
    }
    if code >= 0xFEF5 {
        return Folded::Two('ل', 'ا');
    }
    let mut first = 0xFE80;
    for &(letter, shapes) in FORMS {
        if code < first + shapes {
            return Folded::One(letter);
        }
        first += shapes;
    }
    Folded::One(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interchangeable_letters_fold_to_one() {
        assert_eq!(folded("أنتونى"), folded("انتوني"));
        assert_eq!(folded("الرئـــيسة"), "الرييسه");
        assert_eq!(folded("كِتابٌ"), "كتاب");
        assert_eq!(folded("پاکستان"), "باكستان");
    }

    #[test]
    fn presentation_forms_become_letters() {
        // "السلام" as shapes: ﺍﻟﺴﻼﻡ
        assert_eq!(folded("\u{FE8D}\u{FEDF}\u{FEB4}\u{FEFC}\u{FEE1}"), "السلام");
        assert_eq!(folded("\u{FEF1}\u{FEF4}"), "يي");
        assert_eq!(folded("\u{FEF0}"), "ي"); // alif maqsura
    }

    #[test]
    fn digits_of_every_script_become_ascii() {
        assert_eq!(folded("٠١٢۳۴５"), "012345");
    }

    #[test]
    fn different_words_stay_different() {
        assert_ne!(folded("دروس"), folded("روس"));
        assert_ne!(folded("سعيد"), folded("صعيد"));
    }
}
