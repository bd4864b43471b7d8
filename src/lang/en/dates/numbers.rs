//! Numbers as English writes them: digits, words, ordinals, years.

use crate::date::words::{Count, Words};

/// Whether the token may be read: the first of an expression, or on the line of the one before.
#[inline(never)]
pub fn here(words: &Words<'_>, token: usize, first: bool) -> bool {
    first || words.continues(token)
}

/// A number in digits or words; an article only where `article` allows it.
#[inline(never)]
pub fn count(words: &Words<'_>, token: usize, first: bool, article: bool) -> Option<Count> {
    if !here(words, token, first) {
        return None;
    }
    if let Some(value) = words.digits(token, 6) {
        return Some(Count { value, end: token + 1, start: words.start(token), digits: true });
    }
    if let Some(value) = compound(words.folded(token)) {
        return Some(Count { value, end: token + 1, start: words.start(token), digits: false });
    }
    let hit = words.at(token, "number", first).filter(|hit| article || !hit.has("article"))?;
    let mut count = Count { value: hit.number()?, end: hit.end, start: hit.start, digits: false };
    // «a hundred», «two hundred»
    if count.value < 10 && words.is(count.end, "hundred") {
        (count.value, count.end) = (count.value * 100, count.end + 1);
    }
    Some(count)
}

/// The place of a word in a list, counted from `first`.
pub fn place(list: &str, word: &str, first: u32) -> Option<u32> {
    list.split(' ').position(|entry| entry == word).and_then(|index| u32::try_from(index).ok()).map(|index| index + first)
}

/// «twenty-five»: joined by a hyphen into one word.
fn compound(folded: &str) -> Option<u32> {
    let (tens, ones) = folded.split_once('-')?;
    let tens = numeral(tens).filter(|tens| *tens >= 20)?;
    Some(tens + numeral(ones).filter(|ones| *ones < 10)?)
}

/// A number that is one word or the part of one: «two» of «two-day». Every word of a text is asked, so this is no list to walk
/// through.
pub fn numeral(word: &str) -> Option<u32> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// A day of the month: «8», «8th», «eighth».
#[inline(never)]
pub fn day_of_month(words: &Words<'_>, token: usize, first: bool) -> Option<(u8, usize)> {
    if !here(words, token, first) {
        return None;
    }
    if let Some(day) = words.digits(token, 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day)) {
        let suffix = words.glued(token + 1) && words.is(token + 1, "st nd rd th");
        return Some((day, token + 1 + usize::from(suffix)));
    }
    let hit = words.at(token, "ordinal", first)?;
    Some((hit.number()?, hit.end))
}

/// Four digits that can be a year; not «1990s», not «1200:».
#[inline(never)]
pub fn year_digits(words: &Words<'_>, token: usize, first: bool) -> Option<i32> {
    let value = words.digits(token, 4).filter(|year| (1000..=2999).contains(year) && here(words, token, first))?;
    if words.glued(token + 1) && (words.is(token + 1, "s th") || words.mark(token + 1) == Some(':')) {
        return None;
    }
    i32::try_from(value).ok()
}

/// A year with its era: «44 BC», «79 AD», «AD 79», «300 B.C.».
#[inline(never)]
pub fn year_with_era(words: &Words<'_>, token: usize, first: bool) -> Option<(i32, usize)> {
    let number = |token: usize| words.digits(token, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year > 0);
    let is_capital = |token: usize| words.is_capital(token);
    if here(words, token, first) && matches!(words.folded(token), "ad" | "a.d" | "a.d." | "ce") && is_capital(token) {
        return number(token + 1).filter(|_| words.continues(token + 1)).map(|year| (year, token + 2));
    }
    let year = number(token).filter(|_| here(words, token, first))?;
    let (sign, end) = era(words, token + 1)?;
    Some((sign * year, end))
}

/// «BC», «B.C.», «BCE», «AD», «CE»: -1 or 1 and the token after it.
#[inline(never)]
pub fn era(words: &Words<'_>, token: usize) -> Option<(i32, usize)> {
    if !words.continues(token) || !words.is_capital(token) {
        return None;
    }
    let sign = match words.folded(token) {
        "bc" | "b.c" | "b.c." | "bce" | "b.c.e" | "b.c.e." => -1,
        "ad" | "a.d" | "a.d." | "ce" | "c.e" | "c.e." => 1,
        _ => return None,
    };
    let point = words.folded(token).contains('.')
        && !words.folded(token).ends_with('.')
        && words.mark(token + 1) == Some('.')
        && words.glued(token + 1)
        && words.is_word(token + 2)
        && words.continues(token + 2)
        && !words.is_capital(token + 2);
    Some((sign, token + 1 + usize::from(point)))
}
