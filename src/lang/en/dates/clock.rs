//! The clock and the parts of the day.

use super::days::day;
use super::numbers::{here, numeral};
use crate::date::Expression;
use crate::date::Modifier;
use crate::date::civil::digits;
use crate::date::expression::{Calendar, Clock, DayPart, Field};
use crate::date::words::{Found, Words};

/// A clock where it stands.
#[derive(Clone, Copy, Debug)]
struct ClockWords {
    clock: Clock,
    end: usize,
    /// Whether words say that it is a clock.
    sure: bool,
}

/// Hour, minute, end, and whether it has minutes: «7», «7:30», «7.30», «0700», «19:30:05».
fn numbers(words: &Words<'_>, token: usize) -> Option<(u32, u32, usize, bool)> {
    let folded = words.folded(token);
    if let Some((hour, minute)) = folded.split_once('.').filter(|(_, minute)| minute.len() == 2) {
        // «7.30pm» is a clock only with what follows.
        let number = |part: &str| digits(part).filter(|_| part.len() <= 2).and_then(|part| u32::try_from(part).ok());
        return Some((number(hour)?, number(minute)?, token + 1, false));
    }
    let at = token + 1;
    let hour = words.digits(token, 4)?;
    if words.mark(at) == Some(':') && words.glued(at) && words.glued(at + 1) && words.folded(at + 1).len() == 2 {
        let minute = words.digits(at + 1, 2)?;
        let seconds = words.mark(at + 2) == Some(':') && words.glued(at + 2) && words.digits(at + 3, 2).is_some();
        return (folded.len() <= 2).then_some((hour, minute, at + if seconds { 4 } else { 2 }, true));
    }
    let military = folded.len() == 4 && (words.bare(at, "zone").is_some() || words.is(at, "hours hrs local"));
    if military {
        return Some((hour / 100, hour % 100, at, false));
    }
    (folded.len() <= 2).then_some((hour, 0, at, false))
}

/// «a.m.», «p.m.», «am», «P.M.»: whether it is after noon, and the token after it.
#[inline(never)]
fn meridiem(words: &Words<'_>, at: usize) -> Option<(bool, usize)> {
    if let Some(hit) = words.bare(at, "meridiem") {
        return Some((hit.is("pm"), hit.end));
    }
    if !words.continues(at) {
        return None;
    }
    let afternoon = match words.folded(at) {
        "a.m" | "a.m." => return Some((false, at + 1)),
        "p.m" | "p.m." => return Some((true, at + 1)),
        "a" => false,
        "p" => true,
        _ => return None,
    };
    if words.mark(at + 1) != Some('.') || !words.is(at + 2, "m") {
        return None;
    }
    Some((afternoon, at + 3 + usize::from(words.mark(at + 3) == Some('.') && words.glued(at + 3))))
}

/// «GMT», «ET», «Eastern time», «local time», «Moscow time», «(1600 GMT)»: the offset, `None` where it is local, and the end.
#[inline(never)]
fn zone(words: &Words<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    let hit = words.bare(at, "zone")?;
    let standard = usize::from(words.is(hit.end, "standard daylight summer"));
    let time = words.is(hit.end + standard, "time");
    // A place is a zone only with the word; an abbreviation by its capitals.
    let abbreviation = hit.has("short") && words.scene.document.source(at).chars().all(|letter| letter.is_uppercase() || letter == '.');
    if !time && !abbreviation {
        return None;
    }
    let value = Some(hit.value).filter(|value| *value != "local");
    Some((value, if time { hit.end + standard + 1 } else { hit.end }))
}

#[inline(never)]
fn clock(words: &Words<'_>, token: usize, first: bool) -> Option<ClockWords> {
    if !here(words, token, first) {
        return None;
    }
    if let Some(hit) = words.at(token, "noon", first) {
        let hour = if hit.is("12") { 12 } else { 24 };
        let (zone, end) = zone(words, hit.end).unwrap_or((None, hit.end));
        return Some(ClockWords { clock: Clock { hour, minute: 0, zone }, end, sure: true });
    }
    let (mut hour, minute, mut at, minutes) = match numbers(words, token) {
        Some(found) => found,
        // «seven o'clock», «seven p.m.»
        None => {
            let hour = numeral(words.folded(token)).filter(|hour| *hour <= 12)?;
            (hour, 0, token + 1, false)
        }
    };
    let in_words = !words.scene.document.token(token)?.is_number();
    let mut sure = false;
    if words.is(at, "o'clock") {
        (at, sure) = (at + 1, true);
    }
    let military = words.folded(token).len() == 4;
    if let Some((afternoon, end)) = meridiem(words, at).or_else(|| in_the_part(words, at).filter(|_| sure || minutes)) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        (at, sure) = (end, true);
    }
    if in_words && !sure {
        return None;
    }
    let mut offset = None;
    if let Some((found, end)) = zone(words, at) {
        (offset, at, sure) = (found, end, true);
    } else if military && words.is(at, "hours hrs") {
        (at, sure) = (at + 1, true);
        if let Some((found, end)) = zone(words, at) {
            (offset, at) = (found, end);
        }
    }
    if hour > 24 || minute > 59 || hour == 24 && minute > 0 || !minutes && !sure {
        return None;
    }
    Some(ClockWords { clock: Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()?, zone: offset }, end: at, sure })
}

/// «in the morning», «in the evening» after an hour.
fn in_the_part(words: &Words<'_>, at: usize) -> Option<(bool, usize)> {
    let (start, part) = if words.is(at, "in") && words.is(at + 1, "the") {
        (at + 2, "morning afternoon evening")
    } else if words.is(at, "at") {
        (at + 1, "night")
    } else {
        return None;
    };
    words.is(start, part).then(|| (!words.is(start, "morning"), start + 1))
}

/// A clock before its day: «7:30 p.m. on Friday», «noon Tuesday».
pub fn clock_and_day(words: &Words<'_>, token: usize) -> Option<Found> {
    let ClockWords { clock, end, sure } = clock(words, token, true)?;
    let start = words.start(token);
    // A chapter and its verse: a name stands before.
    let named = token.checked_sub(1).is_some_and(|before| {
        words.continues(token) && words.is_word(before) && words.is_capital(before) && words.any(before, "weekday").is_none()
    });
    let mut at = end;
    if words.mark(at).is_some_and(|mark| matches!(mark, ',' | '-' | '|')) || words.is(at, "on") {
        at += 1;
    }
    let make = |end: usize, day: Option<Box<Expression>>| Found::new(token, end, start, Expression::Clock { day, clock }, "clock");
    match day(words, at, false) {
        Some(day) if sure || !named => Some(make(day.end, Some(day.expression))),
        _ => sure.then(|| make(end, None)),
    }
}

/// A day before its clock or part: «Friday at 7 p.m.», «Sunday morning», «March 3 at dawn».
pub fn day_and_clock(words: &Words<'_>, token: usize) -> Option<Found> {
    let day = day(words, token, true)?;
    let mut at = day.end;
    if words.mark(at).is_some_and(|mark| matches!(mark, ',' | '-' | '|' | '–')) || words.is(at, "at t from") {
        at += 1;
    }
    if let Some(ClockWords { clock, end, sure }) = clock(words, at, false)
        && (sure || !matches!(*day.expression, Expression::Weekday { .. }))
        && is_day(&day.expression)
    {
        return Some(Found::new(token, end, day.start, Expression::Clock { day: Some(day.expression), clock }, "day-clock"));
    }
    let at = if words.is(day.end, "at") { day.end + 1 } else { day.end };
    if let Some(part) = words.bare(at, "daypart").filter(|_| is_day(&day.expression)) {
        let expression = Expression::Part { day: day.expression, part: DayPart::from_code(part.value)? };
        return Some(Found::new(token, part.end, day.start, expression, "day-part"));
    }
    Some(day)
}

/// Whether an expression is one day, to which a clock can be added.
fn is_day(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Day { .. }
            | Expression::Weekday { .. }
            | Expression::WeekdayOf { .. }
            | Expression::Narrated { unit: crate::date::expression::Unit::Day, .. }
            | Expression::Hijri { day: Some(_), .. }
            | Expression::Calendar(Calendar { field: Field::Day(..) | Field::Movable(_), .. })
    )
}

/// «the night of March 5», «the early hours of Sunday», «early Friday», «late on Sunday».
pub fn part_of(words: &Words<'_>, token: usize) -> Option<Found> {
    let start = words.start(token);
    let lead = usize::from(words.folded(token) == "the");
    let early = words.is(token + lead, "early") || lead == 0 && words.folded(token) == "early";
    if early && words.is(token + lead + 1, "hours morning") && words.is(token + lead + 2, "of") {
        let day = day(words, token + lead + 3, false).filter(|day| is_day(&day.expression))?;
        let part = if words.is(token + lead + 1, "hours") { DayPart::Dawn } else { DayPart::Morning };
        return Some(Found::new(token, day.end, start, Expression::Part { day: day.expression, part }, "part-of-day"));
    }
    if lead == 1 {
        let part = words.bare(token + 1, "daypart").filter(|part| words.is(part.end, "of"))?;
        let day = day(words, part.end + 1, false).filter(|day| is_day(&day.expression))?;
        let expression = Expression::Part { day: day.expression, part: DayPart::from_code(part.value)? };
        return Some(Found::new(token, day.end, start, expression, "part-of-day"));
    }
    let modifier = match words.folded(token) {
        "early" => Modifier::Start,
        "late" => Modifier::End,
        _ => return None,
    };
    let at = if words.is(token + 1, "on") { token + 2 } else { token + 1 };
    let found = day_and_clock(words, at).filter(|found| words.continues(at) && found.start == words.start(at))?;
    let day = match &*found.expression {
        Expression::Part { day, .. } => day,
        expression => expression,
    };
    is_day(day).then(|| Found::new(token, found.end, start, Expression::Modified(modifier, found.expression), "early-day"))
}
