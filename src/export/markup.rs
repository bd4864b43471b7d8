//! What XML and HTML share: characters that may not stand in a document, and those that must be written as references.

use core::fmt;

/// Writes text so that a parser gives it back: `&`, `<`, `>` and quotation marks as references, and what XML 1.0 (section 2.2)
/// or HTML (section 13.2.3.5) allows in no document, control characters above all, as U+FFFD, which keeps the count of
/// characters.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a> {
    text: &'a str,
    /// Whether white space other than the space is written as references: parsers of XML turn CR into LF, and in attributes every
    /// white space into a space.
    line_ends: bool,
}

/// Text between tags of XML, where CR alone would be changed.
#[must_use]
pub const fn xml(text: &str) -> Escaped<'_> {
    Escaped { text, line_ends: false }
}

/// An attribute between double quotation marks.
#[must_use]
pub const fn attribute(text: &str) -> Escaped<'_> {
    Escaped { text, line_ends: true }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain = 0;
        for (at, character) in self.text.char_indices() {
            let reference = match character {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\r' => "&#13;",
                '\t' if self.line_ends => "&#9;",
                '\n' if self.line_ends => "&#10;",
                _ if is_forbidden(character) => "\u{FFFD}",
                _ => continue,
            };
            formatter.write_str(self.text.get(plain..at).unwrap_or(""))?;
            formatter.write_str(reference)?;
            plain = at + character.len_utf8();
        }
        formatter.write_str(self.text.get(plain..).unwrap_or(""))
    }
}

/// Characters that XML 1.0 forbids or discourages and HTML calls an error.
const fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{FDD0}'..='\u{FDEF}')
        || (character as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_written_as_references_and_what_no_document_may_hold_is_replaced() {
        assert_eq!(xml("a<b> & \"c\"\r\n\t").to_string(), "a&lt;b&gt; &amp; &quot;c&quot;&#13;\n\t");
        assert_eq!(attribute("a\n\tb").to_string(), "a&#10;&#9;b");
        assert_eq!(xml("\0\u{1B}\u{FFFF}خبر\u{85}").to_string(), "\u{FFFD}\u{FFFD}\u{FFFD}خبر\u{85}");
    }
}
