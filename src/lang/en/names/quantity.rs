//! Numbers with what they count: quantities, money, percentages.

use crate::find::{Findings, Scene};
use crate::lexicon::{Class, Flags};
use crate::mention::{Candidate, MentionType};

/// Nouns of time: with a number they are a duration, which is a date and not a quantity.
const TIME_UNITS: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "am",
    "pm",
    "quarter",
    "quarters",
];
/// Plurals without s.
const PLURALS: &[&str] =
    &["people", "men", "women", "children", "police", "troops", "aircraft", "personnel", "staff", "dead", "wounded", "hostages"];
const CURRENCY_SIGNS: &[&str] = &["$", "€", "£", "¥", "₽", "₪"];

/// Marks a number with the noun, currency or percent sign beside it.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut token = 0;
    while token < scene.document.tokens().len() {
        let signed = CURRENCY_SIGNS.contains(&scene.document.source(token))
            && scene.document.token(token + 1).is_some_and(|number| number.is_number());
        let number = if signed { token + 1 } else { token };
        let Some(after) = number_end(scene, number) else {
            token += 1;
            continue;
        };
        let found = if signed { Some((after, MentionType::Money, "currency sign")) } else { counted(scene, number, after) };
        if let Some((end, kind, rule)) = found {
            let span = scene.document.span(token..end);
            findings.push(Candidate { tokens: token..end, span, kind, score: 0.8, rule, entry: None });
            token = end;
        } else {
            token = after;
        }
    }
}

/// The token after the number that begins here.
fn number_end(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let document = scene.document;
    let first = document.token(token)?;
    if first.is_number() {
        // Part of a date, clock, score or code.
        let joins = |other: usize| document.mark(other).is_some_and(|mark| matches!(mark, '-' | '/' | ':' | '–'));
        let before = token.checked_sub(1);
        if before.is_some_and(|before| first.glued && (joins(before) || document.token(before).is_some_and(|word| word.is_word()))) {
            return None;
        }
        if joins(token + 1) && document.token(token + 1).is_some_and(|mark| mark.glued) {
            return None;
        }
    } else if !scene.is_word(token) || !is_number_word(scene, token) {
        return None;
    }
    let mut after = token + 1;
    while after < token + 6
        && scene.continues(after)
        && (scene.is(after, Class::Magnitude) || (is_number_word(scene, after) && !first.is_number()))
    {
        after += 1;
    }
    // twenty-five is one token, «two hundred and fifty» four
    Some(after)
}

fn is_number_word(scene: &Scene<'_>, token: usize) -> bool {
    let word = scene.folded(token);
    scene.is(token, Class::NumberWord) && word != "zero" && word != "one"
        || word.split_once('-').is_some_and(|(tens, ones)| {
            tens.ends_with("ty") && scene.matches.lexicon().word(tens).is_some() && scene.matches.lexicon().word(ones).is_some()
        })
}

fn counted(scene: &Scene<'_>, number: usize, after: usize) -> Option<(usize, MentionType, &'static str)> {
    let document = scene.document;
    if document.mark(after) == Some('%') {
        return Some((after + 1, MentionType::Percent, "percent sign"));
    }
    if CURRENCY_SIGNS.contains(&document.source(after)) && document.token(after).is_some_and(|sign| sign.glued) {
        return Some((after + 1, MentionType::Money, "currency sign"));
    }
    if !scene.continues(after) || !scene.is_word(after) {
        return None;
    }
    match (scene.folded(after), scene.folded(after + 1)) {
        ("percent" | "percentage", next) => {
            return Some((if next.starts_with("point") { after + 2 } else { after + 1 }, MentionType::Percent, "percent in words"));
        }
        ("per", "cent") => return Some((after + 2, MentionType::Percent, "percent in words")),
        _ => {}
    }
    let document_english = document.token(number).is_some();
    if let Some(currency) = scene.bare(after, Class::Currency).filter(|_| document_english) {
        return Some((currency.end(), MentionType::Money, "amount of money"));
    }
    // 20 Saudi riyals: the people before the currency belongs to it.
    if scene.is(after, Class::Demonym)
        && let Some(currency) = scene.bare(after + 1, Class::Currency)
    {
        return Some((currency.end(), MentionType::Money, "amount of money"));
    }
    if let Some(unit) = scene.bare(after, Class::Unit) {
        return Some((unit.end(), MentionType::Quantity, "measure"));
    }
    let noun = scene.folded(after);
    let digits = document.folded(number);
    let year = digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && document.token(number).is_some_and(|token| token.is_number());
    let small = document.source(after).chars().all(|letter| letter.is_lowercase() || letter == '-');
    let plural = PLURALS.contains(&noun)
        || (noun.len() >= 4 && noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is"));
    let counts = small && plural && !year && !TIME_UNITS.contains(&noun) && !scene.is(after, Class::FunctionWord);
    let verb = scene.bare(after, Class::CommonWord).is_some_and(|found| found.flags.has(Flags::VERB));
    (counts && !verb).then_some((after + 1, MentionType::Quantity, "counted noun"))
}
