//! The lines of the text: what a page shows as paragraphs, titles, captions and buttons.

use super::chars::{CharClass, Script, class};
use super::span::Span;
use super::token::Token;
use std::ops::Range;

/// The direction in which a line is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Right to left: as many Arabic letters as others, or more.
    #[default]
    RightToLeft,
    /// Left to right.
    LeftToRight,
}

/// A line that holds at least one token.
#[derive(Clone, Debug)]
pub struct Line {
    /// Bytes from the first to the last token, without the white space around them.
    pub span: Span,
    /// Its tokens, by index.
    pub tokens: Range<usize>,
    /// The majority of its letters decides.
    pub direction: Direction,
}

/// The non-blank lines of `text`.
#[must_use]
pub fn lines(text: &str, tokens: &[Token]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if !token.starts_line => {
                line.span.end = token.span().end;
                line.tokens.end = index + 1;
            }
            _ => lines.push(Line { span: token.span(), tokens: index..index + 1, direction: Direction::RightToLeft }),
        }
    }
    for line in &mut lines {
        line.direction = direction(line.span.of(text));
    }
    lines
}

/// Counts letters: `dir="auto"` of HTML looks at the first letter only and turns «BBC قالت» round.
fn direction(text: &str) -> Direction {
    let (mut arabic, mut other) = (0_usize, 0_usize);
    for character in text.chars() {
        match class(character) {
            CharClass::Letter(Script::Arabic) => arabic += 1,
            // Hebrew, Syriac, Thaana and N’Ko are read from the right as well.
            CharClass::Letter(Script::Other) if matches!(character, '\u{0590}'..='\u{07FF}') => arabic += 1,
            CharClass::Letter(_) => other += 1,
            _ => {}
        }
    }
    if other > arabic { Direction::LeftToRight } else { Direction::RightToLeft }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::Tokens;

    #[test]
    fn blank_lines_are_left_out_and_direction_is_by_majority() {
        let text = "BBC قالت إن الخبر صحيح\r\n \u{00A0}\r\nPlain English line\n//";
        let tokens = Tokens::new(text);
        let lines = lines(text, tokens.list());
        let shown: Vec<_> = lines.iter().map(|line| (line.span.of(text), line.direction)).collect();
        assert_eq!(
            shown,
            [
                ("BBC قالت إن الخبر صحيح", Direction::RightToLeft),
                ("Plain English line", Direction::LeftToRight),
                ("//", Direction::RightToLeft)
            ]
        );
    }
}
