//! Placing what is counted: units from a day, lengths before and after one, lengths of time.

use super::calendar::{bounds, first_of, last_of, year_value};
use super::{Anchor, Bound, Context, Placed};
use crate::date::TimexType;
use crate::date::civil::{Day, add_months};
use crate::date::expression::{Direction, Field, From, Length, Outlook, Reference, Unit};

/// Without a day of reference only the direction is known.
pub(super) fn unresolved_unit(offset: i32) -> Box<Placed> {
    Placed::vague(match offset {
        ..0 => Reference::Past,
        0 => Reference::Present,
        1.. => Reference::Future,
    })
}

/// Ten, a hundred or a thousand years by the digits that they have in common.
pub(super) fn years(count: i32, prefix: i32, anchor: Anchor) -> Box<Placed> {
    let pattern = match count {
        10 => "###",
        100 => "##",
        _ => "#",
    };
    let first = prefix.saturating_mul(count);
    Placed::stretch(pattern, &[prefix.unsigned_abs()], anchor, first_of(first), last_of(first.saturating_add(count - 1)))
}

/// A year or a part of it; `None` outside the years of the calendar.
#[inline(never)]
fn part(year: i32, field: Field, anchor: Anchor) -> Option<Box<Placed>> {
    let (first, last) = bounds(year, field)?;
    Some(Placed::new(TimexType::Date, year_value(year, field), anchor).between(Some(first), Some(last)))
}

/// The unit `offset` units after the one that holds `day`.
pub(super) fn period(day: Day, unit: Unit, offset: i32, anchor: Anchor) -> Box<Placed> {
    let (year, month, _) = day.civil();
    let calendar = |year: i32, field: Field| part(year, field, anchor);
    let placed = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => day.plus(offset).map(|day| Placed::single(day, anchor)),
        Unit::Week => day.monday().and_then(|monday| monday.plus(offset.saturating_mul(7))).map(|monday| {
            let (year, week) = monday.iso_week();
            Placed::stretch("####-W##", &[year.unsigned_abs(), week.into()], anchor, Some(monday), monday.plus(6))
        }),
        Unit::Month => add_months(year, month, offset).and_then(|(year, month)| calendar(year, Field::Month(month))),
        Unit::Quarter => {
            let first = (month - 1) / 3 * 3 + 1;
            let moved = add_months(year, first, offset.saturating_mul(3));
            moved.and_then(|(year, month)| calendar(year, Field::Quarter((month - 1) / 3 + 1)))
        }
        Unit::Half => {
            let first = (month - 1) / 6 * 6 + 1;
            let moved = add_months(year, first, offset.saturating_mul(6));
            moved.and_then(|(year, month)| calendar(year, Field::Half((month - 1) / 6 + 1)))
        }
        Unit::Year => calendar(year.saturating_add(offset), Field::Whole),
        Unit::Decade | Unit::Century | Unit::Millennium => {
            let count = months_in(unit).unwrap_or(12) / 12;
            let prefix = (year / count).saturating_add(offset);
            (0..=9999 / count).contains(&prefix).then(|| years(count, prefix, anchor))
        }
    };
    placed.unwrap_or_else(|| unresolved_unit(offset))
}

/// Months in a unit of months or more.
pub(super) const fn months_in(unit: Unit) -> Option<i32> {
    match unit {
        Unit::Month => Some(1),
        Unit::Quarter => Some(3),
        Unit::Half => Some(6),
        Unit::Year => Some(12),
        Unit::Decade => Some(120),
        Unit::Century => Some(1_200),
        Unit::Millennium => Some(12_000),
        _ => None,
    }
}

pub(super) const fn minutes_in(unit: Unit) -> Option<i32> {
    match unit {
        Unit::Minute => Some(1),
        Unit::Hour => Some(60),
        _ => None,
    }
}

pub(super) fn offset(length: Length, back: bool, from: From, context: &Context) -> Box<Placed> {
    let vague = || Placed::vague(if back { Reference::Past } else { Reference::Future });
    let (start, anchor) = match from {
        From::Narrated if context.outlook != Outlook::Future && context.narrated.is_some() => (context.narrated, Anchor::Narrated),
        // "Two days later" in a story that has named no day yet.
        From::Narrated if context.outlook == Outlook::Past => return Placed::unplaced("XXXX-XX-XX", &[]),
        _ => (context.reference, Anchor::Reference),
    };
    let (Some(start), Some(count)) = (start, length.count.and_then(|count| i32::try_from(count).ok())) else { return vague() };
    let sign = if back { -1 } else { 1 };
    let signed = |count: i32, of: i32| count.checked_mul(of).and_then(|amount| amount.checked_mul(sign));
    let rest = length.rest.and_then(|(count, unit)| Some((i32::try_from(count).ok()?, unit)));
    let placed = if let Some(months) = months_in(length.unit) {
        let more = rest.and_then(|(count, unit)| count.checked_mul(months_in(unit)?)).unwrap_or(0);
        let total = signed(count, months).and_then(|total| total.checked_add(sign * more));
        let whole_years = more == 0 && months >= 12;
        total.and_then(|total| {
            let (year, month, _) = start.civil();
            let (year, month) = add_months(year, month, total)?;
            part(year, if whole_years { Field::Whole } else { Field::Month(month) }, anchor)
        })
    } else if let Some(minutes) = minutes_in(length.unit) {
        let more = rest.and_then(|(count, unit)| count.checked_mul(minutes_in(unit)?)).unwrap_or(0);
        context.time.filter(|_| anchor == Anchor::Reference).and_then(|(hour, minute)| {
            let total = signed(count, minutes)?.checked_add(sign * more)?.checked_add(i32::from(hour) * 60 + i32::from(minute))?;
            let bound = Bound::minute(start, total)?;
            let mut placed = Placed::new(TimexType::Time, bound.iso(), anchor);
            placed.bounds = Some((bound, bound));
            Some(placed)
        })
    } else {
        let days = match length.unit {
            Unit::Week => Some(7),
            Unit::Day => Some(1),
            _ => None,
        };
        let more = rest.and_then(|(count, unit)| (unit == Unit::Day).then_some(count)).unwrap_or(0);
        let total = days.and_then(|days| signed(count, days)).and_then(|total| total.checked_add(sign * more));
        total.and_then(|total| start.plus(total)).map(|day| Placed::single(day, anchor))
    };
    placed.unwrap_or_else(vague)
}

// -------------------------------------------------------------------------------------------------------------- lengths

/// A length as ISO 8601 writes it, an unknown count as X.
pub(super) fn iso_length(length: Length) -> String {
    let part = |count: Option<u32>, unit: Unit| {
        let (times, letter) = match (unit, count.is_some()) {
            (Unit::Second, _) => (1, "S"),
            (Unit::Minute, _) | (Unit::Month, _) => (1, "M"),
            (Unit::Hour, _) => (1, "H"),
            (Unit::Day, _) => (1, "D"),
            (Unit::Week, _) => (1, "W"),
            (Unit::Quarter, _) => (1, "Q"),
            (Unit::Half, true) => (6, "M"),
            (Unit::Half, false) => (1, "M"),
            (Unit::Year, _) => (1, "Y"),
            (Unit::Decade, true) => (10, "Y"),
            (Unit::Century, true) => (100, "Y"),
            (Unit::Millennium, true) => (1000, "Y"),
            (Unit::Decade, false) => (1, "DE"),
            (Unit::Century, false) => (1, "CE"),
            (Unit::Millennium, false) => (1, "ML"),
        };
        (count.map_or_else(|| "X".to_owned(), |count| (u64::from(count) * times).to_string()), letter)
    };
    let mut value = "P".to_owned();
    let parts = [Some((length.count, length.unit)), length.rest.map(|(count, unit)| (Some(count), unit))];
    for of_clock in [false, true] {
        for (count, unit) in parts.into_iter().flatten().filter(|(_, unit)| (*unit < Unit::Day) == of_clock) {
            if of_clock && !value.contains('T') {
                value.push('T');
            }
            let (count, letter) = part(count, unit);
            value.push_str(&count);
            value.push_str(letter);
        }
    }
    value
}

pub(super) fn duration(length: Length, direction: Option<Direction>, context: &Context) -> Box<Placed> {
    let anchor = if direction.is_some() { Anchor::Reference } else { Anchor::None };
    let mut placed = Placed::new(TimexType::Duration, iso_length(length), anchor);
    let Some(reference) = context.reference.filter(|_| direction.is_some() && length.count.is_some()) else { return placed };
    let end = |back: bool| {
        let count = i32::try_from(length.count?).ok()?;
        let sign = if back { -1 } else { 1 };
        match (months_in(length.unit), length.unit) {
            (Some(months), _) => reference.plus_months(count.checked_mul(months)? * sign),
            (None, Unit::Week) => reference.plus(count.checked_mul(7)? * sign),
            (None, Unit::Day) => reference.plus(count * sign),
            // Hours and less: the bounds are days.
            (None, _) => reference.plus(sign * count.div_euclid(24).max(1)),
        }
    };
    match direction {
        Some(Direction::Last) => placed = placed.between(end(true), Some(reference)),
        Some(Direction::Next) => placed = placed.between(Some(reference), end(false)),
        _ => {}
    }
    placed
}
