//! Sentences: runs of tokens that end at a full stop, a question mark, an exclamation mark or a line end.

use super::chars::{CharClass, class, ends_sentence, is_quote};
use super::token::Token;
use std::ops::Range;

/// Splits the tokens into sentences, as ranges of token indices that cover all tokens in order.
///
/// A full stop between two characters without a space (`m.al-sharq.com`, `8.1.2022`) ends nothing; nor does one after a single
/// letter (`د. محمد`, `J. Smith`). Closing quotes and brackets after the stop belong to the sentence before.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        if token.starts_line && index > start {
            found.push(start..index);
            start = index;
        }
        let ends =
            token.mark().is_some_and(ends_sentence) && !after_single_letter(text, tokens, index) && !glued_to_a_word(tokens, index + 1);
        if ends {
            let mut end = index + 1;
            while tokens.get(end).is_some_and(|next| !next.starts_line && belongs_to_the_end(tokens, end, next)) {
                end += 1;
            }
            found.push(start..end);
            start = end;
            index = end;
        } else {
            index += 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

fn after_single_letter(text: &str, tokens: &[Token], stop: usize) -> bool {
    let Some(before) = stop.checked_sub(1).and_then(|index| tokens.get(index)) else { return false };
    let Some(stop) = tokens.get(stop) else { return false };
    stop.glued
        && stop.mark() == Some('.')
        && before.is_word()
        && !before.glued
        && before.span().of(text).chars().filter(|&character| matches!(class(character), CharClass::Letter(_))).count() == 1
}

fn glued_to_a_word(tokens: &[Token], next: usize) -> bool {
    tokens.get(next).is_some_and(|next| next.glued && !next.starts_line && (next.is_word() || next.is_number()))
}

/// A repeated stop, or a quote or bracket that closes: one that is glued to the stop, or stands before a space or line end.
fn belongs_to_the_end(tokens: &[Token], index: usize, next: &Token) -> bool {
    let Some(mark) = next.mark() else { return false };
    if ends_sentence(mark) || matches!(mark, ')' | ']' | '»' | '”') {
        return next.glued;
    }
    is_quote(mark) && next.glued && tokens.get(index + 1).is_none_or(|after| !after.glued || after.starts_line || after.mark().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::Tokens;

    fn split(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text);
        let list = tokens.list();
        sentences(text, list)
            .into_iter()
            .map(|range| text.get(list[range.start].span().start..list[range.end - 1].span().end).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn stops_inside_words_and_after_initials_end_nothing() {
        assert_eq!(split("زار د. محمد موقع m.al-sharq.com أمس. ثم عاد."), ["زار د. محمد موقع m.al-sharq.com أمس.", "ثم عاد."]);
    }

    #[test]
    fn closing_quotes_stay_with_their_sentence() {
        assert_eq!(split("قال: \"انتهى الأمر.\" وغادر. \"نعم\" قال"), ["قال: \"انتهى الأمر.\"", "وغادر.", "\"نعم\" قال"]);
    }

    #[test]
    fn lines_end_sentences() {
        assert_eq!(split("عنوان بلا نقطة\nنص"), ["عنوان بلا نقطة", "نص"]);
    }
}
