//! Talks in the passive, by a verbal noun: «تم بحث سبل التعاون».

use super::*;

/// «تم بحث سبل التعاون», «وجرى خلال اللقاء استعراض الملفات بين الجانبين»: talks in the passive, by a verbal noun. Between those
/// that «بين» names, else between those who met last.
pub(super) fn discussed(text: &Text<'_>, token: usize, met: &[Filler]) -> Option<Fact> {
    if !text.is(token, words!["بحث", "مناقشه", "استعراض", "تناول"]) || !text.is_told(token) {
        return None;
    }
    let start = text.clauses.start(token).max(token.saturating_sub(6));
    let passive = (start..token).rev().find(|&at| text.is(at, words!["تم", "جري", "وتم", "وجري"]))?;
    // «تم خلال اللقاء بحث»: nothing but when and where between.
    let adjunct =
        (passive + 1..token).all(|at| text.is(at, grammar::PREPOSITIONS) || grammar::is_definite(text.word(at)) || text.is_fence(at));
    if !adjunct {
        return None;
    }
    let stop = text.clauses.end(token).min(token + REACH);
    let ends =
        |at: &usize| text.document().mark(*at).is_some() || text.clauses.date(*at).is_some() || text.is(*at, words!["بين", "خلال", "حيث"]);
    let topic = (token + 1..stop).find(ends).unwrap_or(stop);
    if topic <= token + 1 {
        return None;
    }
    let (list, after) = match (topic..stop).find(|&at| text.word(at) == "بين").map(|between| text.joined(between + 1)) {
        Some((list, after)) if list.len() >= 2 => (list.into_iter().map(|phrase| phrase.filler.argument("participants")).collect(), after),
        _ if met.len() >= 2 => (met.iter().map(|filler| filler.elided("participants")).collect(), topic),
        _ => return None,
    };
    let mut arguments: Vec<Argument> = list;
    arguments.push(text.filler(token + 1..topic).argument("topic"));
    let fact = Fact::new("communication", text.span(passive..after.max(topic)), arguments, "communication-passive");
    Some(Fact { trigger: Some(text.span(token..token + 1)), ..fact })
}
