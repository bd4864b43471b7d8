//! Single days: weekdays, today and its neighbours, the narrated day, feasts.

use super::calendar::{date, direction, steps};
use super::numbers::here;
use crate::date::Expression;
use crate::date::civil::digits;
use crate::date::expression::{Calendar, DayPart, Direction, Field, MovableFeast, Unit, Year};
use crate::date::words::{Found, Words, listed};
use crate::lexicon::Class;

/// Words after which a weekday is the name of an event.
const EVENT_BEFORE: &str = "black bloody super cyber ash fat holy maundy giving throwback casual man girl";
/// Words that make a name with the weekday before them: newspapers, programmes.
const NAMED_BY: &str = "times telegraph mirror mail herald post express independent tribune sun world league";

/// A day, or what a calendar names as one.
#[inline(never)]
pub fn day(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    feast(words, token, first)
        .or_else(|| deictic(words, token, first))
        .or_else(|| narrated(words, token, first))
        .or_else(|| weekday(words, token, first))
        .or_else(|| date(words, token, first))
}

#[inline(never)]
fn deictic(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    // «earlier today», «later on Friday» is not one
    let lead = words.at(token, "earlier", first);
    let hit = words.at(lead.map_or(token, |lead| lead.end), "deictic", first && lead.is_none())?;
    // «USA Today»
    let capital = |token: usize| words.is_capital(token);
    let mid_sentence = token.checked_sub(1).is_some_and(|before| words.is_word(before) && capital(before));
    if words.continues(token) && capital(hit.end - 1) && mid_sentence && lead.is_none() {
        return None;
    }
    let offset: i32 = hit.number()?;
    // «yesterday, March 5», «today (Friday, March 6, 2020)»
    let open = words.mark(hit.end) == Some('(');
    let at = hit.end + usize::from(matches!(words.mark(hit.end), Some(',' | '(')));
    if let Some(Found { end, expression, .. }) =
        weekday(words, at, false).or_else(|| date(words, at, false)).filter(|_| lead.is_none() && hit.attribute("part").is_none())
        && let Expression::Calendar(calendar @ Calendar { field: Field::Day(..), .. }) = *expression
        && (!open || words.mark(end) == Some(')'))
    {
        let expression = Expression::Calendar(Calendar { offset: Some(offset), ..calendar });
        return Some(Found::new(token, end + usize::from(open), hit.start, expression, "deictic-date"));
    }
    let start = lead.map_or(hit.start, |lead| lead.start);
    let day = Expression::Day { offset, weekday: None };
    let expression = match hit.attribute("part").and_then(DayPart::from_code) {
        Some(part) => Expression::Part { day: Box::new(day), part },
        None => day,
    };
    Some(Found::new(token, hit.end, start, expression, "deictic"))
}

/// «the same day», «the next day», «the following week», «that year», «the previous month», «the day before».
#[inline(never)]
fn narrated(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !here(words, token, first) || !matches!(words.folded(token), "the" | "that") {
        return None;
    }
    let start = words.start(token);
    let make = |end: usize, unit: Unit, offset: i32| Some(Found::new(token, end, start, Expression::Narrated { unit, offset }, "narrated"));
    let unit_at = |at: usize| {
        let hit = words.bare(at, "unit").filter(|hit| hit.has_form("one"))?;
        let unit = Unit::from_name(hit.value).filter(|unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
        Some((unit, hit.end))
    };
    if words.folded(token) == "that" {
        let same = usize::from(words.is(token + 1, "same"));
        // «that year» looks back; «that day will come» does not.
        let (unit, end) = unit_at(token + 1 + same)?;
        return (same == 1 || !words.is(end, "will is when may can")).then(|| make(end, unit, 0)).flatten();
    }
    if let Some((Unit::Day, end)) = unit_at(token + 1) {
        // «the day before», where no event follows that it would be before
        let offset = match words.folded(end) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        let alone = words.continues(end) && (!words.continues(end + 1) || words.mark(end + 1).is_some());
        return alone.then(|| make(end + 1, Unit::Day, offset)).flatten();
    }
    let way = words.bare(token + 1, "direction").filter(|way| !way.has("recent"))?;
    let (unit, end) = unit_at(way.end)?;
    match way.value {
        "same" => make(end, unit, 0),
        "next" | "following" => make(end, unit, 1),
        "last" if words.is(token + 1, "previous preceding") => make(end, unit, -1),
        _ => None,
    }
}

#[inline(never)]
fn weekday(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let way = words.at(token, "direction", first).filter(|hit| !hit.has("recent")).and_then(|hit| Some((direction(hit.value)?, hit)));
    let at = way.map_or(token, |(_, hit)| hit.end);
    let hit = words.at(at, "weekday", first && way.is_none())?;
    let document = words.scene.document;
    if !document.source(at).starts_with(char::is_uppercase) {
        return None;
    }
    let start = way.map_or(hit.start, |(_, way)| way.start);
    let weekday: u8 = hit.number()?;
    let short = words.folded(at).len() <= 5 && !words.folded(at).ends_with("day");
    let point = usize::from(short && words.mark(hit.end) == Some('.'));
    let mut next = hit.end + point;
    next += usize::from(matches!(words.mark(next), Some(',' | '(')));
    let open = words.mark(hit.end + point) == Some('(');
    next += usize::from(words.is(next, "the") && words.scene.document.token(next + 1).is_some_and(|token| token.is_number()));
    if way.is_none()
        && let Some(Found { end, expression, .. }) = date(words, next, false)
        && let Expression::Calendar(calendar @ Calendar { field: Field::Day(..), .. }) = *expression
    {
        let closes = open && words.mark(end) == Some(')');
        if !open || closes {
            let expression = Expression::Calendar(Calendar { weekday: Some(weekday), ..calendar });
            return Some(Found::new(token, end + usize::from(closes), start, expression, "weekday-date"));
        }
    }
    if short {
        return None;
    }
    // Joe Friday, Sunday Times, Black Friday
    let before = at.checked_sub(1).filter(|_| words.continues(at) && way.is_none());
    let named = before.is_some_and(|before| {
        document.source(before).starts_with(char::is_uppercase) && words.scene.is(before, Class::GivenName)
            || listed(EVENT_BEFORE, words.folded(before)) && document.source(before).starts_with(char::is_uppercase)
    });
    let names = words.is(hit.end, NAMED_BY) && document.source(hit.end).starts_with(char::is_uppercase);
    if named || names {
        return None;
    }
    // «Friday last week», «Monday next week», «Tuesday of this week»
    let of = usize::from(words.is(hit.end, "of"));
    if let Some(found) = way.is_none().then(|| of_week(words, hit.end + of, weekday)).flatten() {
        return Some(Found::new(token, found.1, start, found.0, "weekday-week"));
    }
    Some(Found::new(token, hit.end, start, Expression::Weekday { weekday, direction: way.map(|(way, _)| way) }, "weekday"))
}

/// A weekday of last, this or next week.
fn of_week(words: &Words<'_>, token: usize, weekday: u8) -> Option<(Expression, usize)> {
    let way = words.bare(token, "direction").filter(|hit| !hit.has("recent"))?;
    let week = words.bare(way.end, "unit").filter(|hit| hit.is("week") && hit.has_form("one"))?;
    let weeks = steps(direction(way.value)?);
    Some((Expression::WeekdayOf { weekday, weeks }, week.end))
}

/// Feasts whose names hold a possessive, which the word lists cannot: the words as they are split.
const POSSESSIVE: &[(&str, u8, u8)] = &[
    ("new year s day", 1, 1),
    ("new year s eve", 12, 31),
    ("valentine s day", 2, 14),
    ("st patrick s day", 3, 17),
    ("international women s day", 3, 8),
];

/// Days with a name, on a fixed date, by a rule, or by the Hijri calendar.
#[inline(never)]
fn feast(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !here(words, token, first) || !words.is_capital(token) {
        // «last Christmas», «this Easter»
        let way = words.at(token, "direction", first).filter(|hit| !hit.has("recent"))?;
        let direction = direction(way.value)?;
        let (expression, end) = feast_at(words, way.end, Some(direction))?;
        return Some(Found::new(token, end, way.start, expression, "feast"));
    }
    let (expression, end) = feast_at(words, token, None)?;
    Some(Found::new(token, end, words.start(token), expression, "feast"))
}

fn feast_at(words: &Words<'_>, token: usize, way: Option<Direction>) -> Option<(Expression, usize)> {
    if !words.is_capital(token) {
        return None;
    }
    let number = |part: &str| digits(part).and_then(|part| u8::try_from(part).ok());
    let fixed = |value: &str| value.split_once('-').and_then(|(month, day)| Some((number(month)?, number(day)?)));
    let (field, hijri, end) = if let Some((end, month, day)) = possessive(words, token) {
        (Some(Field::Day(month, day)), None, end)
    } else if let Some(hit) = words.any(token, "holiday") {
        let (month, day) = fixed(hit.value)?;
        (Some(Field::Day(month, day)), None, hit.end)
    } else if let Some(hit) = words.any(token, "movable") {
        (Some(Field::Movable(MovableFeast::parse(hit.value)?)), None, hit.end)
    } else {
        let hit = words.any(token, "feast")?;
        (None, Some(fixed(hit.value)?), hit.end)
    };
    let comma = usize::from(words.mark(end) == Some(','));
    let year = words.digits(end + comma, 4).and_then(|year| i32::try_from(year).ok()).filter(|_| words.continues(end + comma));
    let year = year.filter(|year| way.is_none() && (1800..=2100).contains(year));
    let end = year.map_or(end, |_| end + comma + 1);
    Some(match (field, hijri) {
        (Some(field), _) => (Expression::calendar(year.map_or(Year::Unsaid(way), Year::Known), field), end),
        (None, Some((month, day))) if year.is_none() => {
            (Expression::Hijri { year: None, month: Some(month), day: Some(day), direction: way }, end)
        }
        _ => return None,
    })
}

fn possessive(words: &Words<'_>, token: usize) -> Option<(usize, u8, u8)> {
    POSSESSIVE.iter().find_map(|(forms, month, day)| {
        let mut at = token;
        for (index, form) in forms.split(' ').enumerate() {
            if index > 0 && matches!(words.mark(at), Some('\'' | '’' | '.')) {
                at += 1;
            }
            if words.folded(at) != form || index > 0 && !words.continues(at) {
                return None;
            }
            at += 1;
        }
        Some((at, *month, *day))
    })
}
