//! Quotation marks paired into spans, however the writer turned them.
//!
//! Arabic news mixes "…", “…”, ”…“, «…», »…«, opens with one mark and closes with another of the family, puts spaces inside,
//! and forgets to close. Direction is therefore a hint and alternation is the rule: within a line, a mark of a family opens when
//! none of that family is open and closes otherwise. Only « after « nests. A mark left open runs to the end of its line.

use super::chars::is_quote;
use super::line::Line;
use super::span::Span;
use super::token::Token;
use std::ops::Range;

/// A stretch of text between two quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The tokens between the marks, without them.
    pub tokens: Range<usize>,
    /// The bytes from the first to the last token between the marks.
    pub inner: Span,
    /// The bytes with the marks.
    pub outer: Span,
    /// Whether a closing mark was found on the line.
    pub closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Angle,
    Comma,
}

const fn family(mark: char) -> Family {
    match mark {
        '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => Family::Angle,
        _ => Family::Comma,
    }
}

/// All quotations of a text, by position of their opening mark; an outer one before those inside it.
#[must_use]
pub fn quotations(tokens: &[Token], lines: &[Line]) -> Vec<Quotation> {
    let mut found = Vec::new();
    for line in lines {
        let mut open: Vec<(usize, char)> = Vec::new();
        for index in line.tokens.clone() {
            let Some(mark) = tokens.get(index).and_then(Token::mark).filter(|&mark| is_quote(mark)) else { continue };
            let last = open.iter().rposition(|&(_, opened)| family(opened) == family(mark));
            match last {
                Some(place) if !nests(open.get(place).map(|&(_, opened)| opened), mark) => {
                    if let Some(&(start, _)) = open.get(place) {
                        found.extend(quotation(tokens, start, index, true));
                    }
                    open.truncate(place); // what was opened inside and not closed ends with its surroundings
                }
                // Deep nesting is noise, not language: three levels are the most that print has.
                _ if open.len() < 3 => open.push((index, mark)),
                _ => {}
            }
        }
        if let Some(&(start, _)) = open.first() {
            found.extend(quotation(tokens, start, line.tokens.end, false));
        }
    }
    crate::order::sort_by(&mut found, &|one: &Quotation, other| {
        one.outer.start.cmp(&other.outer.start).then(other.outer.end.cmp(&one.outer.end))
    });
    found
}

fn nests(opened: Option<char>, mark: char) -> bool {
    matches!((opened, mark), (Some('«'), '«') | (Some('‹'), '‹'))
}

fn quotation(tokens: &[Token], open: usize, close: usize, closed: bool) -> Option<Quotation> {
    let range = open + 1..close;
    let (first, last) = (tokens.get(range.start)?, tokens.get(range.end.checked_sub(1)?)?);
    if range.is_empty() {
        return None;
    }
    let inner = Span::new(first.span().start, last.span().end);
    let outer_end = if closed { tokens.get(close)?.span().end } else { inner.end };
    Some(Quotation { tokens: range, inner, outer: Span::new(tokens.get(open)?.span().start, outer_end), closed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{line::lines, token::Tokens};

    fn inner(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        quotations(tokens.list(), &lines(text, tokens.list())).iter().map(|quotation| quotation.inner.of(text)).collect()
    }

    #[test]
    fn marks_pair_whatever_their_direction() {
        assert_eq!(inner("قال «نعم» ثم \"لا\" و“ربما“"), ["نعم", "لا", "ربما"]);
        assert_eq!(inner("بأنه ” فظاظة سخيفة “."), ["فظاظة سخيفة"]);
        assert_eq!(inner("قال »نعم«"), ["نعم"]);
    }

    #[test]
    fn other_families_nest() {
        assert_eq!(inner("قال «صحيفة \"الغد\" نشرت» أمس"), ["صحيفة \"الغد\" نشرت", "الغد"]);
    }

    #[test]
    fn an_open_mark_ends_with_its_line() {
        assert_eq!(inner("قال: \"سنعود\nسطر \"آخر\""), ["سنعود", "آخر"]);
        assert!(inner("\"\"").is_empty());
    }
}
