//! Single days: weekdays, today and its neighbours, dates, feasts.

use super::calendar::{date, direction};
use super::contexts::{DAY_NAMES, NAMED_AFTER_DAYS, NAMED_TODAY};
use crate::date::Expression;
use crate::date::civil::digits;
use crate::date::expression::{Calendar, Direction, Field, Unit, Year};
use crate::date::words::{Found, Words};

/// A day, or what a calendar names as one: «يوم الاثنين المقبل», «أمس الجمعة», «السبت، 8 يناير», «عيد العمال».
#[inline(never)]
pub fn day(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if let Some(found) = feast(words, token, first) {
        return Some(found);
    }
    let noun = words
        .at(token, "unit", first)
        .filter(|hit| hit.is("day") && hit.has_form("one") && !hit.has("definite"))
        .filter(|hit| words.folded(hit.end - 1).ends_with("يوم"));
    let at = noun.map_or(token, |hit| hit.end);
    let lead = first && noun.is_none();
    let mut found = deictic(words, at, lead).or_else(|| weekday(words, at, lead, noun.is_some()));
    if let (Some(found), Some(noun)) = (&mut found, noun) {
        (found.token, found.start) = (token, noun.start);
    }
    // «يوم 14 يناير» begins at the number.
    found.or_else(|| date(words, at, lead))
}

#[inline(never)]
fn weekday(words: &Words<'_>, token: usize, first: bool, after_noun: bool) -> Option<Found> {
    let hit = words.at(token, "weekday", first)?;
    if hit.has("weak") && !after_noun || words.follows(token, NAMED_AFTER_DAYS) {
        return None;
    }
    let weekday: u8 = hit.number()?;
    let found = |end: usize, expression: Expression, rule: &'static str| Found::new(token, end, hit.start, expression, rule);
    // «السبت، 08 يناير 2022», «الأربعاء الموافق 5 يناير», «الجمعة (7 يناير)»
    let mut at = hit.end;
    let open = words.mark(at) == Some('(');
    if matches!(words.mark(at), Some('،' | ',' | '-' | '–' | '(')) {
        at += 1;
    }
    if words.is(at, "الموافق بتاريخ الواقع المصادف") {
        at += 1;
        if words.is(at, "ل في فيه") {
            at += 1;
        }
    }
    if let Some(date) = date(words, at, false) {
        let mut expression = date.expression;
        let whole = match &mut *expression {
            Expression::Calendar(calendar @ Calendar { field: Field::Day(..), .. }) => {
                calendar.weekday = Some(weekday);
                true
            }
            Expression::Hijri { day: Some(_), .. } => true,
            _ => false,
        };
        let closes = open && words.mark(date.end) == Some(')');
        if whole && (!open || closes) {
            return Some(Found::new(token, date.end + usize::from(closes), hit.start, expression, "weekday-date"));
        }
    }
    if let Some((direction, steps, end)) = direction(words, hit.end) {
        if steps.abs() == 2 {
            return None;
        }
        return Some(found(end, Expression::Weekday { weekday, direction: Some(direction) }, "weekday-direction"));
    }
    if let Some(next) = words.bare(hit.end, "deictic").filter(|next| !next.has("tonight") && !next.is("0")) {
        // «الجمعة أمس»
        return Some(found(next.end, Expression::Day { offset: next.number()?, weekday: Some(weekday) }, "weekday-deictic"));
    }
    if words.is(hit.end, "السوداء الاسود البيضاء العظيمه الحزينه") {
        return None;
    }
    Some(found(hit.end, Expression::Weekday { weekday, direction: None }, "weekday"))
}

#[inline(never)]
fn deictic(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let hit = words.at(token, "deictic", first)?;
    let offset: i32 = hit.number()?;
    let found = |end: usize, expression: Expression, rule: &'static str| Found::new(token, end, hit.start, expression, rule);
    if let Some(part) = hit.attribute("evening").and_then(crate::date::expression::DayPart::from_code) {
        let day = Box::new(Expression::Day { offset, weekday: None });
        return Some(found(hit.end, Expression::Part { day, part }, "this-evening"));
    }
    if hit.has("tonight") {
        let day = Box::new(Expression::Day { offset, weekday: None });
        return Some(found(hit.end, Expression::Part { day, part: crate::date::expression::DayPart::Night }, "tonight"));
    }
    if let Some(next) = words.bare(hit.end, "direction").filter(|_| offset == 0) {
        return match next.value {
            "same" => Some(found(next.end, Expression::Narrated { unit: Unit::Day, offset: 0 }, "same-day")),
            "following" => Some(found(next.end, Expression::Narrated { unit: Unit::Day, offset: 1 }, "next-day")),
            "last" if !next.has("recent") => Some(found(next.end, Expression::Day { offset: -1, weekday: None }, "deictic")),
            "next" => Some(found(next.end, Expression::Day { offset: 1, weekday: None }, "deictic")),
            "this" => Some(found(next.end, Expression::Day { offset: 0, weekday: None }, "deictic")),
            _ => None,
        };
    }
    if offset == 0 && (words.is(hit.end, DAY_NAMES) || words.follows(token, NAMED_TODAY)) || words.follows(token, NAMED_AFTER_DAYS) {
        return None;
    }
    let mut at = hit.end;
    if matches!(words.mark(at), Some('،' | ',' | '(')) {
        at += 1;
    }
    if let Some(next) = words.bare(at, "weekday").filter(|next| !next.has("weak")) {
        let weekday: u8 = next.number()?;
        let open = words.mark(hit.end) == Some('(');
        let closes = open && words.mark(next.end) == Some(')');
        if let Some(dated) = self::weekday(words, at, false, false).filter(|dated| dated.rule == "weekday-date") {
            return Some(Found::new(token, dated.end, hit.start, told_with(dated.expression, offset), "deictic-date"));
        }
        // After a comma the weekday begins something else, unless another mark closes it: «اليوم، السبت، بحث».
        let apart = at > hit.end && !open;
        if (!apart || matches!(words.mark(next.end), Some('،' | ','))) && (!open || closes) {
            return Some(found(next.end + usize::from(closes), Expression::Day { offset, weekday: Some(weekday) }, "deictic-weekday"));
        }
    } else if let Some(dated) = date(words, at, false).filter(|dated| {
        matches!(*dated.expression, Expression::Calendar(Calendar { field: Field::Day(..), year: Year::Known(_) | Year::Unsaid(_), .. }))
            && at == hit.end
    }) {
        // «اليوم 8 يناير»
        return Some(Found::new(token, dated.end, hit.start, told_with(dated.expression, offset), "deictic-date"));
    }
    Some(found(hit.end, Expression::Day { offset, weekday: None }, "deictic"))
}

/// A date that is also said to be today or a day beside it.
fn told_with(mut expression: Box<Expression>, offset: i32) -> Box<Expression> {
    if let Expression::Calendar(calendar) = &mut *expression {
        calendar.offset = Some(offset);
    }
    expression
}

/// Days with a name, on a fixed date or by the Hijri calendar.
#[inline(never)]
fn feast(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let number = |part: &str| digits(part).and_then(|part| u8::try_from(part).ok());
    let (hit, hijri) = match (words.at(token, "holiday", first), words.at(token, "feast", first)) {
        (Some(fixed), Some(moving)) if fixed.end >= moving.end => (fixed, false),
        (_, Some(moving)) => (moving, true),
        (Some(fixed), None) => (fixed, false),
        (None, None) => return None,
    };
    let (month, day) = hit.value.split_once('-')?;
    let (month, day) = (number(month)?, number(day)?);
    let mut end = hit.end;
    // «عيد الميلاد المجيد 7 يناير»: the date decides.
    let dated_at = if matches!(words.mark(end), Some('،' | ',' | '(')) { end + 1 } else { end };
    if let Some(dated) = date(words, dated_at, false)
        .filter(|dated| matches!(*dated.expression, Expression::Calendar(Calendar { field: Field::Day(..), .. })))
    {
        return Some(Found::new(token, dated.end, hit.start, dated.expression, "feast-date"));
    }
    let mut way: Option<Direction> = None;
    if let Some((direction, _, direction_end)) = direction(words, end) {
        (way, end) = (Some(direction), direction_end);
    }
    let year = words.digits(end, 4).filter(|_| way.is_none() && words.continues(end)).and_then(|year| i32::try_from(year).ok());
    let expression = if hijri {
        let year = year.filter(|year| (1300..=1500).contains(year));
        end += usize::from(year.is_some());
        Expression::Hijri { year, month: Some(month), day: Some(day), direction: way }
    } else {
        let year = year.filter(|year| (1800..=2100).contains(year));
        end += usize::from(year.is_some());
        Expression::calendar(year.map_or(Year::Unsaid(way), Year::Known), Field::Day(month, day))
    };
    Some(Found::new(token, end, hit.start, expression, "feast"))
}
