//! Names and dates marked where they stand in a text: `[محمد مرسي]PER`, nested `[وزارة الخارجية [الروسية]NORP]ORG`, a date with its
//! value `[أوائل يناير]DATE=2022-01;START`. `[خفر السواحل]?ORG` is optional: neither required nor wrong. `\[`, `\]`, `\\` stand for themselves.

use super::DATE_TYPES;

/// A stretch of the text, in bytes, with what it is. Ordered by start, the outer first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub start: usize,
    pub end: std::cmp::Reverse<usize>,
    pub kind: String,
    /// The value of a date; empty for a mention, or when the case does not say.
    pub value: String,
    pub modifier: String,
    /// Marked `?`: neither required nor wrong.
    pub optional: bool,
}

/// Takes the brackets out: the text, and what was marked in it.
pub fn parse_marks(marked: &str) -> Result<(String, Vec<Mark>), String> {
    let mut text = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        match character {
            '\\' => match rest.chars().next() {
                Some(literal @ ('[' | ']' | '\\')) => {
                    text.push(literal);
                    rest = &rest[1..];
                }
                _ => {
                    return Err("a backslash stands only before a bracket or a backslash".to_owned());
                }
            },
            '[' => open.push(text.len()),
            ']' => {
                let start = open.pop().ok_or_else(|| format!("a bracket closes what none opened, before {rest:?}"))?;
                let optional = rest.starts_with('?');
                rest = rest.strip_prefix('?').unwrap_or(rest);
                let kind = take(&mut rest, |c| c.is_ascii_uppercase());
                if kind.is_empty() {
                    return Err(format!("no type after the bracket of {:?}", &text[start..]));
                }
                let mut value = String::new();
                let mut modifier = String::new();
                if let Some(after) = rest.strip_prefix('=') {
                    rest = after;
                    value = take(&mut rest, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '/' | '+'));
                    if value.is_empty() || !DATE_TYPES.contains(&kind.as_str()) {
                        return Err(format!("only a date has a value, and it is not empty: {:?}", &text[start..]));
                    }
                    if let Some(after) = rest.strip_prefix(';').filter(|after| after.starts_with(|c: char| c.is_ascii_uppercase())) {
                        rest = after;
                        modifier = take(&mut rest, |c| c.is_ascii_uppercase() || c == '_');
                    }
                }
                marks.push(Mark { start, end: std::cmp::Reverse(text.len()), kind, value, modifier, optional });
            }
            _ => text.push(character),
        }
    }
    match open.last() {
        Some(&start) => Err(format!("a bracket is not closed: {:?}", &text[start..])),
        None => {
            marks.sort();
            Ok((text, marks))
        }
    }
}

/// The characters at the beginning of `rest` that are wanted, taken off it.
pub fn take(rest: &mut &str, wanted: impl Fn(char) -> bool) -> String {
    let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken.to_owned()
}

/// The text with its marks in brackets again.
pub fn with_brackets(text: &str, marks: &[Mark]) -> String {
    let mut written = String::new();
    let mut ends: Vec<&Mark> = marks.iter().collect();
    // Of two that end together, the one that began later is the inner one and closes first.
    ends.sort_by_key(|mark| (mark.end.0, std::cmp::Reverse(mark.start)));
    for (at, character) in text.char_indices().chain([(text.len(), '\0')]) {
        for mark in ends.iter().filter(|mark| mark.end.0 == at) {
            written.push_str(&format!("]{}{}", if mark.optional { "?" } else { "" }, mark.kind));
            if !mark.value.is_empty() {
                written.push_str(&format!("={}", mark.value));
            }
            if !mark.modifier.is_empty() {
                written.push_str(&format!(";{}", mark.modifier));
            }
        }
        for _ in marks.iter().filter(|mark| mark.start == at) {
            written.push('[');
        }
        if matches!(character, '[' | ']' | '\\') {
            written.push('\\');
        }
        if at < text.len() {
            written.push(character);
        }
    }
    written
}
