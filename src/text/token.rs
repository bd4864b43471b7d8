//! Tokens: words, numbers and marks, each with its place in the text as given and its folded spelling.
//!
//! A word is a run of letters of one script with the signs on them; a change of script ends it, because pages glue words
//! together («المصدرm.al-sharq.com», «2022م»). Clitics stay on the word: the language pack peels them where it looks words up.

use super::chars::{CharClass, Script, class};
use super::fold::{Folded, fold};
use super::span::Span;
use super::vocabulary::{Vocabulary, to_u32};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word of one script.
    Word(Script),
    /// Digits, with the point or comma between them: `76`, `1,200`, `10.5`, `08.01.2022`.
    Number,
    /// One punctuation mark.
    Punctuation(char),
    /// One symbol, emoji or other character.
    Symbol,
}

/// One token. Its folded spelling is kept by [`Tokens`]. A text has many of them, so the numbers are of four bytes.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    start: u32,
    end: u32,
    word: u32,
    /// Where the vocabulary has its spelling.
    spelling: (u32, u32),
    /// The mark, if it is one.
    character: char,
    class: Class,
    /// Whether nothing stands between this token and the one before.
    pub glued: bool,
    /// Whether a line end stands between this token and the one before, or it is the first of all.
    pub starts_line: bool,
    /// Whether every folded byte stands for one source byte, so that positions need no conversion.
    aligned: bool,
}

/// [`TokenKind`] without the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Word(Script),
    Number,
    Punctuation,
    Symbol,
}

impl Token {
    /// Bytes of the source text, without invisible controls at its edges.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The number of its folded spelling in the vocabulary of the text.
    #[must_use]
    pub const fn word(&self) -> u32 {
        self.word
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> TokenKind {
        match self.class {
            Class::Word(script) => TokenKind::Word(script),
            Class::Number => TokenKind::Number,
            Class::Punctuation => TokenKind::Punctuation(self.character),
            Class::Symbol => TokenKind::Symbol,
        }
    }

    /// Whether the token is a word of any script.
    #[must_use]
    pub const fn is_word(&self) -> bool {
        matches!(self.class, Class::Word(_))
    }

    /// Whether the token is a word in Arabic letters.
    #[must_use]
    pub const fn is_arabic(&self) -> bool {
        matches!(self.class, Class::Word(Script::Arabic))
    }

    /// Whether the token is a word in Latin letters.
    #[must_use]
    pub const fn is_latin(&self) -> bool {
        matches!(self.class, Class::Word(Script::Latin))
    }

    /// Whether the token is a number.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self.class, Class::Number)
    }

    /// The punctuation mark, if it is one.
    #[must_use]
    pub const fn mark(&self) -> Option<char> {
        match self.class {
            Class::Punctuation => Some(self.character),
            _ => None,
        }
    }
}

/// All tokens of a text with their folded spellings.
#[derive(Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    vocabulary: Vocabulary,
}

impl Tokens {
    /// Splits `text` into tokens in one pass. What stands beyond the first 4 GiB is not read.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut tokens = Self { list: Vec::with_capacity(text.len() / 8), vocabulary: Vocabulary::default() };
        let mut reader = Reader { text, position: 0, previous_end: None, line_start: true };
        while let Some((span, kind)) = reader.next_token().filter(|(span, _)| u32::try_from(span.end).is_ok()) {
            let glued = reader.previous_end == Some(span.start);
            tokens.push(span, kind, glued, reader.line_start, span.of(text));
            reader.previous_end = Some(span.end);
            reader.line_start = false;
        }
        // Kept to the end, so without the room left over.
        tokens.list.shrink_to_fit();
        tokens
    }

    fn push(&mut self, span: Span, kind: TokenKind, glued: bool, starts_line: bool, source: &str) {
        let mut aligned = true;
        for character in source.chars() {
            match fold(character) {
                Folded::Nothing => aligned = false,
                Folded::One(one) => {
                    aligned &= one.len_utf8() == character.len_utf8();
                    self.vocabulary.push(one);
                }
                Folded::Two(one, two) => {
                    aligned = false;
                    self.vocabulary.push(one);
                    self.vocabulary.push(two);
                }
            }
        }
        let word = self.vocabulary.end_word();
        let spelling = self.vocabulary.place(word);
        let (class, character) = match kind {
            TokenKind::Word(script) => (Class::Word(script), '\0'),
            TokenKind::Number => (Class::Number, '\0'),
            TokenKind::Punctuation(mark) => (Class::Punctuation, mark),
            TokenKind::Symbol => (Class::Symbol, '\0'),
        };
        self.list.push(Token {
            start: to_u32(span.start),
            end: to_u32(span.end),
            word,
            spelling,
            character,
            class,
            glued,
            starts_line,
            aligned,
        });
    }

    /// The tokens in order.
    #[must_use]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The folded spelling of a token.
    #[must_use]
    #[inline]
    pub fn folded(&self, token: &Token) -> &str {
        self.vocabulary.at(token.spelling)
    }

    /// The distinct words.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Where the folded byte `offset` of `token` stands in the source text: the way back from the folded spelling.
    /// Vowel signs after a letter belong to it.
    #[must_use]
    pub fn source_position(&self, text: &str, token: &Token, offset: usize) -> usize {
        if token.aligned {
            return (token.span().start + offset).min(token.span().end);
        }
        let mut folded = 0;
        for (position, character) in token.span().of(text).char_indices() {
            let length = match fold(character) {
                Folded::Nothing => continue,
                Folded::One(one) => one.len_utf8(),
                Folded::Two(one, two) => one.len_utf8() + two.len_utf8(),
            };
            // Inside a ligature the whole ligature belongs to the part before.
            if folded >= offset {
                return token.span().start + position;
            }
            folded += length;
        }
        token.span().end
    }
}

struct Reader<'t> {
    text: &'t str,
    position: usize,
    previous_end: Option<usize>,
    line_start: bool,
}

impl Reader<'_> {
    fn peek(&self, at: usize) -> Option<(char, CharClass)> {
        let character = self.text.get(at..)?.chars().next()?;
        Some((character, class(character)))
    }

    fn next_token(&mut self) -> Option<(Span, TokenKind)> {
        loop {
            let start = self.position;
            let (character, kind) = self.peek(start)?;
            let next = start + character.len_utf8();
            self.position = next;
            match kind {
                CharClass::Space | CharClass::Extend => {}
                CharClass::LineEnd => self.line_start = true,
                CharClass::Letter(script) => return Some((self.word(start, next, script), TokenKind::Word(script))),
                CharClass::Digit => return Some((self.number(start, next), TokenKind::Number)),
                CharClass::Punctuation => return Some((Span::new(start, next), TokenKind::Punctuation(character))),
                CharClass::Symbol => return Some((Span::new(start, next), TokenKind::Symbol)),
            }
        }
    }

    /// Reads on from the first letter. Signs and controls belong to the word only when they follow a letter; controls at
    /// the end do not.
    fn word(&mut self, start: usize, after_first: usize, script: Script) -> Span {
        let mut end = after_first;
        let mut at = after_first;
        while let Some((character, kind)) = self.peek(at) {
            let next = at + character.len_utf8();
            match kind {
                CharClass::Letter(other) if other == script => end = next,
                CharClass::Extend => {
                    if super::fold::is_mark(character) {
                        end = next;
                    }
                }
                // Jean-Paul, O’Neill, U.S.: joined only between two letters of the Latin script. The possessive is no part of
                // the word: Egypt’s is a name and what follows it.
                CharClass::Punctuation
                    if script == Script::Latin
                        && matches!(character, '-' | '\'' | '’' | '‑')
                        && self.letter_at(next, script)
                        && !(character != '-' && self.is_possessive(next)) =>
                {
                    end = next;
                }
                CharClass::Punctuation if script == Script::Latin && character == '.' && self.is_initialism(start, at, next) => {
                    end = next;
                }
                _ => break,
            }
            at = next;
        }
        self.position = end;
        Span::new(start, end)
    }

    fn letter_at(&self, at: usize, script: Script) -> bool {
        matches!(self.peek(at), Some((_, CharClass::Letter(found))) if found == script)
    }

    /// Whether a single s stands at `at` and no letter after it.
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.text.as_bytes().get(at), Some(b's' | b'S'))
            && !matches!(self.peek(at + 1), Some((_, CharClass::Letter(_) | CharClass::Extend)))
    }

    /// Whether the point at `point` belongs to an initialism such as `U.S.` or `U.N.`: single capitals, each with a point.
    fn is_initialism(&self, start: usize, point: usize, next: usize) -> bool {
        // Bounded look-back: an initialism that news writes with points has at most six letters.
        let word = self.text.get(start..point).unwrap_or("");
        let letters_alternate = word.len() <= 12
            && word
                .chars()
                .enumerate()
                .all(|(index, character)| if index % 2 == 0 { character.is_ascii_uppercase() } else { character == '.' })
            && word.len() % 2 == 1;
        if !letters_alternate {
            return false;
        }
        let followed_by_capital = matches!(self.peek(next), Some((character, _)) if character.is_ascii_uppercase());
        let point_after_that = self.text.as_bytes().get(next + 1) == Some(&b'.');
        (followed_by_capital && point_after_that) || word.len() > 1
    }

    fn number(&mut self, start: usize, after_first: usize) -> Span {
        let mut end = after_first;
        let mut at = after_first;
        while let Some((character, kind)) = self.peek(at) {
            let next = at + character.len_utf8();
            match kind {
                CharClass::Digit => end = next,
                CharClass::Extend => {}
                CharClass::Punctuation
                    if matches!(character, '.' | ',' | '٫' | '٬' | '،')
                        && matches!(self.peek(next), Some((_, CharClass::Digit)))
                        && (character != '،' || self.three_digits(next)) =>
                {
                    end = next;
                }
                _ => break,
            }
            at = next;
        }
        self.position = end;
        Span::new(start, end)
    }

    /// The Arabic comma groups thousands only before exactly three digits; elsewhere it separates numbers of a list.
    fn three_digits(&self, at: usize) -> bool {
        let mut digits = 0;
        let mut rest = self.text.get(at..).unwrap_or("").chars();
        while digits < 4 && rest.next().is_some_and(|character| class(character) == CharClass::Digit) {
            digits += 1;
        }
        digits == 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        Tokens::new(text).list().iter().map(|token| token.span().of(text)).collect()
    }

    #[test]
    fn script_changes_end_a_word() {
        assert_eq!(split("المصدرm.al-sharq.com"), ["المصدر", "m", ".", "al-sharq", ".", "com"]);
        assert_eq!(split("2022م"), ["2022", "م"]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(split("1,200.5 و ٧٦٫٥"), ["1,200.5", "و", "٧٦٫٥"]);
        assert_eq!(split("عام 2020، 15"), ["عام", "2020", "،", "15"]);
    }

    #[test]
    fn controls_do_not_stick_to_the_edges() {
        assert_eq!(split("\u{200F}بوتين\u{200F} قال"), ["بوتين", "قال"]);
        assert_eq!(split("بو\u{200D}تين"), ["بو\u{200D}تين"]);
    }

    #[test]
    fn initialisms_and_hyphens_are_one_word() {
        assert_eq!(split("The U.S. and Jean-Paul's O’Neill"), ["The", "U.S.", "and", "Jean-Paul", "'", "s", "O’Neill"]);
        assert_eq!(split("Plan A. Then B."), ["Plan", "A", ".", "Then", "B", "."]);
    }

    #[test]
    fn the_way_back_skips_vowel_signs() {
        let text = "وَلِلكِتاب";
        let tokens = Tokens::new(text);
        let token = tokens.list()[0];
        assert_eq!(tokens.folded(&token), "وللكتاب");
        // after و: two folded bytes
        assert_eq!(text.get(tokens.source_position(text, &token, 2)..), Some("لِلكِتاب"));
    }
}
