//! Numbers with what they count: quantities, money, percentages.

use super::grammar::{demonym, function_word, next_word};
use crate::find::{Findings, Scene};
use crate::lexicon::{Class, Match};
use crate::mention::{Candidate, MentionType};

/// Marks a number with the noun, currency or percent sign after it. Times of day, dates and bare numbers are left alone.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut token = 0;
    while token < scene.document.tokens().len() {
        let Some((start, after)) = number_at(scene, token) else {
            token += 1;
            continue;
        };
        if let Some((end, kind, rule)) = counted(scene, token, after) {
            let span = scene.span_from(start, token..end);
            findings.push(Candidate { tokens: token..end, span, kind, score: 0.8, rule, entry: None });
            token = end;
        } else {
            token = after;
        }
    }
}

/// A number in digits or words that begins at `token`: where its bytes begin after clitics, and the token after it.
fn number_at(scene: &Scene<'_>, token: usize) -> Option<(usize, usize)> {
    let document = scene.document;
    let mut start = document.token(token)?.span().start;
    let mut after = token;
    if document.token(token)?.is_number() {
        // Part of a date, clock, score or code: 2022-01-08, 07:00, 3/1, إل-76.
        let joins = |other: usize| document.mark(other).is_some_and(|mark| matches!(mark, '-' | '/' | ':' | '–'));
        if token.checked_sub(1).is_some_and(|before| joins(before) && document.token(token).is_some_and(|number| number.glued)) {
            return None;
        }
        if joins(token + 1) && document.token(token + 1).is_some_and(|mark| mark.glued) {
            return None;
        }
        after += 1;
    } else {
        let word = scene.matches.at(token).iter().find(|found| {
            (found.is(Class::NumberWord)
                && found.len() == 1
                && !fraction(scene, found)
                && !matches!(scene.folded(token), "واحد" | "واحده" | "احد" | "احدي"))
                || (found.is(Class::Magnitude) && found.len() == 1 && found.clitics.is_empty())
        })?;
        start = word.span().start;
        after = word.end();
    }
    // ملايين, ألف, و-joined number words: ثلاثة وعشرون, 3 ملايين, مئة وخمسون ألف
    while next_word(scene, after) && after < token + 10 {
        let more =
            scene.matches.at(after).iter().any(|found| found.len() == 1 && (found.is(Class::NumberWord) || found.is(Class::Magnitude)));
        if !more {
            break;
        }
        after += 1;
    }
    Some((start, after))
}

/// نصف, ربع: a part of something is no count of it.
fn fraction(scene: &Scene<'_>, found: &Match) -> bool {
    scene.matches.entry(found, Class::NumberWord).and_then(|entry| entry.attribute("value")).is_some_and(|value| value.contains(['/', '.']))
}

/// What the number counts.
fn counted(scene: &Scene<'_>, first: usize, after: usize) -> Option<(usize, MentionType, &'static str)> {
    let document = scene.document;
    if let Some(mark) = document.mark(after)
        && matches!(mark, '%' | '٪')
    {
        return Some((after + 1, MentionType::Percent, "percent sign"));
    }
    if matches!(document.source(after), "$" | "€" | "£" | "¥") && document.token(after).is_some_and(|sign| sign.glued) {
        return Some((after + 1, MentionType::Money, "currency sign"));
    }
    if !next_word(scene, after) {
        return None;
    }
    match scene.folded(after) {
        "بالميه" | "بالمايه" | "بالماءه" => return Some((after + 1, MentionType::Percent, "percent in words")),
        "في" if matches!(scene.folded(after + 1), "الميه" | "المايه" | "الماءه") => {
            return Some((after + 2, MentionType::Percent, "percent in words"));
        }
        _ => {}
    }
    if let Some(currency) = scene.matches.at(after).iter().find(|found| found.is(Class::Currency) && found.clitics.is_empty()) {
        let mut end = currency.end();
        if next_word(scene, end) && demonym(scene, end) {
            end += 1; // 20 مليون جنيه مصري
        }
        return Some((end, MentionType::Money, "amount of money"));
    }
    if scene.is(after, Class::Unit) {
        return Some((after + 1, MentionType::Quantity, "measure"));
    }
    let noun = !function_word(scene, after)
        && !scene.matches.is_peeled(after, Class::Time)
        && !scene.is(after, Class::SpeechCue)
        && !scene.folded(after).starts_with("ال")
        && !scene.folded(after).starts_with("لل")
        && scene.folded(after).chars().nth(2).is_some()
        && !scene.matches.at(after).iter().any(|found| found.clitics.preposition() && !scene.is(after, Class::CommonWord))
        && scene.is(after, Class::CommonWord)
        && !(document.token(first).is_some_and(crate::text::token::Token::is_number) && looks_like_a_year(document.folded(first)));
    noun.then_some((after + 1, MentionType::Quantity, "counted noun"))
}

/// Four digits from 1900 to 2099 before a noun are a year that ends its own phrase more often than a count.
fn looks_like_a_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
