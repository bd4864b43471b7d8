//! What kind of character a character is, by explicit ranges: several times faster than the Unicode tables of the standard
//! library, and the same on every platform.

use super::fold::{is_ignorable, is_mark};

/// The script that a word is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Arabic letters, those of Persian and Urdu and the presentation forms among them.
    Arabic,
    /// Latin letters, with or without accents.
    Latin,
    /// Letters of any other script.
    Other,
}

/// The class of one character, as the tokeniser sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharClass {
    /// A letter of a script.
    Letter(Script),
    /// A decimal digit: ASCII, Arabic-Indic, Persian or full-width.
    Digit,
    /// A sign on a letter, or an invisible control inside a word.
    Extend,
    /// White space, no-break spaces included, line ends not.
    Space,
    /// A character that ends a line.
    LineEnd,
    /// Punctuation.
    Punctuation,
    /// Anything else: symbols, emoji, private use.
    Symbol,
}

/// Classifies one character.
#[must_use]
#[inline]
pub fn class(character: char) -> CharClass {
    match character {
        // Most of an Arabic text.
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => CharClass::Letter(Script::Arabic),
        ' ' => CharClass::Space,
        _ => class_of_other(character),
    }
}

fn class_of_other(character: char) -> CharClass {
    match character {
        'a'..='z' | 'A'..='Z' => CharClass::Letter(Script::Latin),
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' | '\u{FF10}'..='\u{FF19}' => CharClass::Digit,
        '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}' | '\u{000B}' | '\u{000C}' => CharClass::LineEnd,
        '\t' | '\u{00A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => CharClass::Space,
        _ if is_mark(character) || is_ignorable(character) => CharClass::Extend,
        '\u{066E}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06E5}'
        | '\u{06E6}'
        | '\u{06EE}'
        | '\u{06EF}'
        | '\u{06FA}'..='\u{06FC}'
        | '\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FBB1}'
        | '\u{FBD3}'..='\u{FD3D}'
        | '\u{FD50}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}' => CharClass::Letter(Script::Arabic),
        '\u{00AA}'
        | '\u{00BA}'
        | '\u{00C0}'..='\u{00D6}'
        | '\u{00D8}'..='\u{00F6}'
        | '\u{00F8}'..='\u{024F}'
        | '\u{0250}'..='\u{02AF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}' => CharClass::Letter(Script::Latin),
        _ if character.is_ascii_control() => CharClass::Symbol,
        _ if is_punctuation(character) => CharClass::Punctuation,
        _ if (character as u32) > 0x02FF && character.is_alphabetic() => CharClass::Letter(Script::Other),
        _ => CharClass::Symbol,
    }
}

fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation()
        || matches!(character,
            '،' | '؛' | '؟' | '٪' | '٫' | '٬' | '٭' | '۔' | '؍' | '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '‹' | '›'
            | '…' | '–' | '—' | '‒' | '―' | '‐' | '‑' | '·' | '•' | '§' | '¶' | '¡' | '¿' | '‰' | '′' | '″' | '。' | '、' | '﴾' | '﴿'
            | '「' | '」' | '『' | '』' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// What [`char::is_alphabetic`] says, without its tables for the characters of news.
#[must_use]
#[inline]
pub fn is_alphabetic(character: char) -> bool {
    match character {
        '\0'..='\u{7F}' => character.is_ascii_alphabetic(),
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => true,
        '،' | '؛' | '؟' | '«' | '»' | '\u{0660}'..='\u{066D}' | '\u{2010}'..='\u{205E}' => false,
        _ => character.is_alphabetic(),
    }
}

/// What [`char::is_alphanumeric`] says, without its tables for the characters of news.
#[must_use]
pub fn is_alphanumeric(character: char) -> bool {
    is_alphabetic(character) || character.is_ascii_digit() || !character.is_ascii() && character.is_numeric()
}

/// Whether the character opens, closes or may do either for a quotation. Arabic news uses all of them, in any direction.
#[must_use]
pub fn is_quote(character: char) -> bool {
    matches!(character, '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

/// Whether the character is a dash that separates parts of a sentence.
#[must_use]
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '‒' | '―' | '‐' | '‑' | 'ـ')
}

/// Whether the character can end a sentence.
#[must_use]
pub fn ends_sentence(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '؟' | '…' | '۔' | '。')
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        // Miri would take an hour for all of them.
        for character in ('\0'..=char::MAX).step_by(if cfg!(miri) { 1009 } else { 1 }) {
            assert_eq!(super::is_alphabetic(character), character.is_alphabetic(), "{:04X}", character as u32);
            assert_eq!(super::is_alphanumeric(character), character.is_alphanumeric(), "{:04X}", character as u32);
        }
    }
}
