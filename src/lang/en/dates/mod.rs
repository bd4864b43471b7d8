//! English expressions of time: rules over the words of `words/time_words.tsv`, one file a kind. Each rule reads at one token
//! and says how far it reaches; the longest reading wins.

mod calendar;
mod clock;
mod days;
mod lengths;
mod numbers;
mod periods;
mod tense;

use crate::date::expression::{Calendar, Field};
use crate::date::setting;
use crate::date::words::{Found, Rule, Words, keys, longest};
use crate::date::{Expression, TimexCandidate};
use crate::find::Scene;
use crate::lexicon::Class;
use std::collections::BTreeSet;

/// The rules in order; among readings of equal length the earlier rule wins.
const RULES: &[Rule] = &[
    periods::range,
    periods::share,
    clock::clock_and_day,
    clock::day_and_clock,
    clock::part_of,
    |words, token| periods::period(words, token, true),
    lengths::length,
    lengths::every,
    periods::vague,
];

/// Finds the expressions of time.
#[must_use]
pub fn find(scene: &Scene<'_>) -> Vec<TimexCandidate> {
    let keys = keys(scene);
    let words = Words::new(scene, &keys);
    let mut found: Vec<Found> = Vec::new();
    let mut token = 0;
    // Digits belong to the language whose words stand on their line.
    let mut line_reads = false;
    while let Some(here) = scene.document.token(token) {
        if here.starts_line {
            let line = scene.document.lines().get(scene.document.line_of(token)).map_or(token..token, |line| line.tokens.clone());
            line_reads = line.clone().any(|token| scene.is_word(token))
                && !line.into_iter().any(|token| scene.document.token(token).is_some_and(crate::text::token::Token::is_arabic));
        }
        let reads = here.is_number() && line_reads || scene.is_word(token) || here.mark() == Some('\'') || here.mark() == Some('’');
        let begins = reads && (here.is_number() || here.mark().is_some() || begins(&words, token));
        debug_assert!(begins || !reads || longest(RULES, &words, token).is_none(), "{} begins an expression", words.folded(token));
        let best = if begins { longest(RULES, &words, token) } else { None };
        token = best.as_ref().map_or(token + 1, |best| best.end);
        found.extend(best);
    }
    let people = people_named_like_months(scene);
    found.retain(|found| found.rule != "month-alone" || !people.contains(scene.folded(found.end - 1)));
    one_order_of_day_and_month(&mut found);
    setting::candidates(&words, &tense::SETTING, found)
}

/// Whether an expression can begin with a word: a listed one, or one that the rules know by themselves. Every word of a text is
/// asked, and to most of them no rule need be put.
fn begins(words: &Words<'_>, token: usize) -> bool {
    let folded = words.folded(token);
    // These begin one only before another word, a number or the apostrophe of «the '90s».
    if matches!(folded, "the" | "that" | "a" | "an" | "every" | "each" | "early" | "late") {
        let next = words.scene.document.token(token + 1).filter(|next| !next.starts_line);
        return next.is_some_and(|next| next.is_number() || words.is_word(token + 1) || matches!(next.mark(), Some('\'' | '’')));
    }
    let known = matches!(
        folded,
        "ad" | "ce" | "once" | "twice" | "fiscal" | "financial" | "fy" | "new" | "q" | "valentine" | "st" | "international"
    );
    known || words.has_key(token) || folded.contains(['-', '.', '\'', '’']) || numbers::numeral(folded).is_some()
}

/// Words that follow a given name or a title with a capital, where one of them is the name of a month: once an article has told
/// of Theresa May, a bare May may be her.
fn people_named_like_months<'a>(scene: &Scene<'a>) -> BTreeSet<&'a str> {
    let named = |&token: &usize| {
        matches!(scene.folded(token), "may" | "april" | "june" | "august" | "march" | "jan")
            && scene.continues(token)
            && scene.document.source(token).starts_with(char::is_uppercase)
            && token.checked_sub(1).is_some_and(|before| {
                let capital = scene.document.source(before).starts_with(char::is_uppercase);
                capital && (scene.is(before, Class::GivenName) || scene.is(before, Class::Honorific))
            })
    };
    (0..scene.document.tokens().len()).filter(named).map(|token| scene.folded(token)).collect()
}

/// A document that writes one date which only fits with the day first writes all so; otherwise the month is first.
fn one_order_of_day_and_month(found: &mut [Found]) {
    let day_first = found.iter().any(|found| found.rule == "date-digits-day-first");
    let month_first = found.iter().any(|found| found.rule == "date-digits-month-first");
    if day_first == month_first {
        return;
    }
    for found in found {
        if let Some(calendar) = numeric(&mut found.expression) {
            if let (true, Field::Day(month, day)) = (day_first, calendar.field) {
                calendar.field = Field::Day(day, month);
            }
            calendar.numeric = false;
        }
    }
}

/// The date in numbers of which day and month could change places.
fn numeric(expression: &mut Expression) -> Option<&mut Calendar> {
    match expression {
        Expression::Calendar(calendar @ Calendar { numeric: true, field: Field::Day(_, ..=12), .. }) => Some(calendar),
        Expression::Clock { day: Some(day), .. } | Expression::Part { day, .. } => numeric(day),
        _ => None,
    }
}
