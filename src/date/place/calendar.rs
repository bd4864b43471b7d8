//! Placing what the calendar names: years and their parts, days, weekdays, weekends, Hijri dates.

use super::lengths::unresolved_unit;
use super::{Anchor, Context, Placed, both};
use crate::date::TimexType;
use crate::date::civil::{Day, add_months, days_in_month, numbers, write_numbers};
use crate::date::expression::{Calendar, Direction, Field, HijriDate, Outlook, Reference, Year};
use crate::date::hijri;

pub(super) fn first_of(year: i32) -> Option<Day> {
    Day::new(year.max(1), 1, 1)
}

pub(super) fn last_of(year: i32) -> Option<Day> {
    Day::new(year.min(9999), 12, 31)
}

pub(super) fn last_day(year: i32, month: u8) -> Option<Day> {
    Day::new(year, month, days_in_month(u16::try_from(year).ok()?, month))
}

// ---------------------------------------------------------------------------------------------------------------- years

/// First and last day of a part of a year.
pub(super) fn bounds(year: i32, field: Field) -> Option<(Day, Day)> {
    let (first, count) = match field {
        Field::Whole => (1, 12),
        Field::Quarter(quarter) => (quarter.clamp(1, 4) * 3 - 2, 3),
        Field::Half(half) => (half.clamp(1, 2) * 6 - 5, 6),
        Field::Season(season) => (season.first_month(), 3),
        Field::Month(month) => (month.clamp(1, 12), 1),
        Field::Day(month, day) => return Day::new(year, month, day).map(|day| (day, day)),
        Field::Movable(feast) => return feast.in_year(year).map(|day| (day, day)),
    };
    let (last_year, last_month) = add_months(year, first, count - 1)?;
    Some((Day::new(year, first, 1)?, last_day(last_year, last_month)?))
}

pub(super) fn year_value(year: i32, field: Field) -> String {
    field_value(numbers(if year < 0 { "BC####" } else { "####" }, &[year.unsigned_abs()]), field)
}

/// A part of the year that is written already.
pub(super) fn field_value(mut year: String, field: Field) -> String {
    let (pattern, one, two) = match field {
        Field::Whole => ("", 0, 0),
        Field::Quarter(quarter) => ("-Q#", quarter, 0),
        Field::Half(half) => ("-H#", half, 0),
        Field::Season(season) => {
            year.push('-');
            (season.code(), 0, 0)
        }
        Field::Month(month) => ("-##", month, 0),
        Field::Day(month, day) => ("-##-##", month, day),
        Field::Movable(_) => ("-XX-XX", 0, 0),
    };
    write_numbers(&mut year, pattern, &[one.into(), two.into()]);
    year
}

/// A part of a year that is not known.
fn unplaced(field: Field) -> Box<Placed> {
    Placed::new(TimexType::Date, field_value("XXXX".to_owned(), field), Anchor::None)
}

pub(super) fn on_calendar(calendar: Calendar, context: &Context) -> Box<Placed> {
    let placed = whole_or_part(calendar, context);
    let Calendar { field, weekday, hijri, numeric, .. } = calendar;
    let day = placed.day();
    // A weekday tells which number is the month: the other order may be the one on which it fits.
    let other = if let (true, Field::Day(month, day)) = (numeric && month_can_be(field), field) {
        let turned = whole_or_part(Calendar { field: Field::Day(day, month), numeric: false, ..calendar }, context);
        Some(turned).filter(|turned| turned.value != placed.value)
    } else {
        None
    };
    let fits = |placed: &Placed| placed.day().is_some_and(|day| weekday == Some(day.weekday()));
    let (mut placed, other) = match other {
        Some(other) if fits(&other) && !fits(&placed) => (other, None),
        Some(_) if fits(&placed) => (placed, None),
        other => (placed, other),
    };
    placed.notes.alternative = other.map(|other| other.value);
    placed.notes.hijri = hijri.map(HijriDate::iso);
    let told = hijri.and_then(|HijriDate { year, month, day }| hijri::bounds(year?, month, day));
    if let (Some((told, _)), Some(day)) = (told, day)
        && (told.number() - day.number()).abs() > SIGHTING
    {
        placed.notes.conflict = Some(told.iso());
    }
    // One day apart is the hour of filing; more is a contradiction.
    if let Some(offset) = calendar.offset
        && let (Some(day), Some(told)) = (placed.day(), context.reference.and_then(|day| day.plus(offset)))
        && (told.number() - day.number()).abs() > 1
    {
        placed.notes.conflict = Some(told.iso());
    }
    if let (Some(weekday), Some(day)) = (weekday, placed.day())
        && weekday != day.weekday()
    {
        placed.notes.conflict = Some(numbers("XXXX-WXX-#", &[weekday.into()]));
    }
    placed
}

/// Days by which the observed Hijri calendar of a country may differ from Umm al-Qura.
const SIGHTING: i32 = 2;

/// Whether the day could be a month and the month a day.
const fn month_can_be(field: Field) -> bool {
    matches!(field, Field::Day(_, day) if day <= 12)
}

fn whole_or_part(calendar: Calendar, context: &Context) -> Box<Placed> {
    let Calendar { year, field, weekday, .. } = calendar;
    let (year, anchor) = match year {
        Year::Known(year) => (Some(year), Anchor::None),
        Year::Relative(years) => (context.reference.map(|day| day.year() + years), Anchor::Reference),
        // A year is new in its first months; in December the new year is the one about to begin.
        Year::New => (context.reference.map(|day| day.year() + i32::from(day.month() == 12)), Anchor::Reference),
        Year::Narrated(years) => (context.narrated.map(|day| day.year() + years), Anchor::Narrated),
        Year::Unsaid(direction) => (
            context.reference.and_then(|reference| {
                let frame = match field {
                    Field::Day(month, _) => Field::Month(month),
                    other => other,
                };
                let near = reference.year() - 8..=reference.year() + 8;
                let mut years = Vec::with_capacity(17);
                years.extend(near.filter_map(|year| bounds(year, field).map(|(first, last)| (year, first, last))));
                let agrees = |&(year, first, _): &(i32, Day, Day)| (year - reference.year()).abs() <= 1 && weekday == Some(first.weekday());
                if years.iter().any(agrees) {
                    years.retain(agrees);
                }
                occurrence(&years, &|year| bounds(year, frame), reference, direction, context.outlook)
            }),
            Anchor::Reference,
        ),
    };
    match year {
        Some(year) if (1..=9999).contains(&year) || year < 0 => {
            let bounds = bounds(year, field);
            if let (Field::Movable(_), Some((day, _))) = (field, bounds) {
                return Placed::single(day, anchor);
            }
            if matches!(field, Field::Day(..)) && bounds.is_none() && year > 0 {
                // The calendar has no such day in that year.
                return unplaced(field);
            }
            Placed::new(TimexType::Date, year_value(year, field), anchor)
                .between(bounds.map(|pair| pair.0), bounds.map(|pair| pair.1))
                .in_years(year, year)
        }
        _ if field == Field::Whole => match calendar.year {
            Year::Relative(years) => unresolved_unit(years),
            Year::New => Placed::vague(Reference::Present),
            _ => Placed::unplaced("XXXX", &[]),
        },
        _ => unplaced(field),
    }
}

/// Days ahead within which a date without a year and without a verb that tells the time is taken to be still to come, when that
/// is nearer than the last one.
const SOON: i32 = 92;

/// Which of the years in which something recurs is meant.
#[inline(never)]
fn occurrence(
    years: &[(i32, Day, Day)],
    frame: &dyn Fn(i32) -> Option<(Day, Day)>,
    reference: Day,
    direction: Option<Direction>,
    outlook: Outlook,
) -> Option<i32> {
    let before = |&&(_, first, _): &&(i32, Day, Day)| first <= reference;
    let after = |&&(_, _, last): &&(i32, Day, Day)| last >= reference;
    let chosen = match direction {
        Some(Direction::Last) => years.iter().rfind(|(year, ..)| frame(*year).is_some_and(|(_, last)| last < reference)),
        Some(Direction::Next) => years.iter().find(|(year, ..)| frame(*year).is_some_and(|(first, _)| first > reference)),
        Some(Direction::This) => years
            .iter()
            .find(|(year, ..)| frame(*year).is_some_and(|(first, last)| first <= reference && reference <= last))
            .or_else(|| years.iter().find(|(year, ..)| frame(*year).is_some_and(|(first, _)| first.year() == reference.year()))),
        None => {
            let (past, future) = (years.iter().rfind(before), years.iter().find(after));
            match (outlook, past, future) {
                (Outlook::Past, Some(past), _) => Some(past),
                (Outlook::Future, _, Some(future)) => Some(future),
                (Outlook::Unsaid, Some(past), Some(future)) => {
                    let ago = reference.number() - past.2.number();
                    let ahead = future.1.number() - reference.number();
                    Some(if ahead <= SOON && ahead < ago { future } else { past })
                }
                (_, past, future) => past.or(future),
            }
        }
    };
    chosen.map(|(year, ..)| *year)
}

pub(super) fn on_hijri(
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    direction: Option<Direction>,
    context: &Context,
) -> Box<Placed> {
    let hijri = |year: Option<i32>| Some(HijriDate { year, month, day }.iso());
    let unplaced = || {
        let field = match (month, day) {
            (Some(_), Some(_)) => "XXXX-XX-XX",
            (Some(_), None) => "XXXX-XX",
            _ => "XXXX",
        };
        let mut placed = Placed::unplaced(field, &[]);
        placed.notes.hijri = hijri(year);
        placed
    };
    let (chosen, year, anchor) = match year {
        Some(known) => (hijri::bounds(known, month, day), year, Anchor::None),
        None => {
            let Some(reference) = context.reference else { return unplaced() };
            let Some(now) = hijri::year_of(reference) else { return unplaced() };
            let mut years = Vec::with_capacity(7);
            years.extend((now - 3..=now + 3).filter_map(|year| hijri::bounds(year, month, day).map(|(first, last)| (year, first, last))));
            let year = occurrence(&years, &|year| hijri::bounds(year, month, None), reference, direction, context.outlook);
            (year.and_then(|year| hijri::bounds(year, month, day)), year, Anchor::Reference)
        }
    };
    let mut placed = match chosen {
        Some((first, last)) if first == last => Placed::single(first, anchor),
        Some((first, last)) => Placed::new(TimexType::Date, both(&first.iso(), &last.iso()), anchor).between(Some(first), Some(last)),
        None => return unplaced(),
    };
    placed.notes.hijri = hijri(year);
    placed
}

pub(super) fn weekend(weeks: i32, context: &Context) -> Box<Placed> {
    let Some(monday) = context.reference.and_then(Day::monday).and_then(|monday| monday.plus(weeks.saturating_mul(7))) else {
        return Placed::unplaced("XXXX-WXX-WE", &[]);
    };
    let (year, week) = monday.iso_week();
    // Friday and Saturday in most Arab countries, Saturday and Sunday in others: the bounds hold both.
    let week = [year.unsigned_abs(), week.into()];
    Placed::stretch("####-W##-WE", &week, Anchor::Reference, monday.plus(4), monday.plus(6))
}

pub(super) fn school_year(years: i32, context: &Context) -> Box<Placed> {
    let start = context.reference.map(|day| day.year() + years - i32::from(day.month() < 8)).filter(|year| (1..9999).contains(year));
    match start {
        Some(start) => {
            let years = [start.unsigned_abs(), start.unsigned_abs() + 1];
            Placed::stretch("####/####", &years, Anchor::Reference, Day::new(start, 8, 1), Day::new(start + 1, 7, 31))
        }
        None => unresolved_unit(years),
    }
}

// ----------------------------------------------------------------------------------------------------------------- days

pub(super) fn relative_day(offset: i32, weekday: Option<u8>, context: &Context) -> Box<Placed> {
    let Some(day) = context.reference.and_then(|day| day.plus(offset)) else {
        return match weekday {
            Some(weekday) => day_or_weekday(None, weekday),
            None => unresolved_unit(offset),
        };
    };
    let counted = day;
    let day = match weekday {
        // An article filed around midnight: the named weekday is the surer of the two, the nearest one is meant.
        Some(weekday) if weekday != day.weekday() => {
            let (before, after) = (day.on_or_before(weekday), day.on_or_after(weekday));
            match (before, after) {
                (Some(before), Some(after)) if after.number() - day.number() < day.number() - before.number() => after,
                (Some(before), _) => before,
                (None, Some(after)) => after,
                (None, None) => day,
            }
        }
        _ => day,
    };
    let mut placed = Placed::single(day, Anchor::Reference);
    // One day apart is the hour of filing; more is a contradiction.
    if (day.number() - counted.number()).abs() > 1 {
        placed.notes.conflict = Some(counted.iso());
    }
    placed
}

pub(super) fn on_weekday(weekday: u8, direction: Option<Direction>, context: &Context) -> Box<Placed> {
    let day = context.reference.and_then(|day| match (direction, context.outlook) {
        (Some(Direction::Last), _) => day.plus(-1)?.on_or_before(weekday),
        (Some(Direction::Next), _) => day.plus(1)?.on_or_after(weekday),
        (Some(Direction::This), _) => day.monday()?.plus(i32::from(weekday) - 1),
        (None, Outlook::Future) => day.on_or_after(weekday),
        (None, Outlook::Past | Outlook::Unsaid) => day.on_or_before(weekday),
    });
    day_or_weekday(day, weekday)
}

/// The day if it is known, or else the weekday that it is.
#[inline(never)]
fn day_or_weekday(day: Option<Day>, weekday: u8) -> Box<Placed> {
    match day {
        Some(day) => Placed::single(day, Anchor::Reference),
        None => Placed::unplaced("XXXX-WXX-#", &[weekday.into()]),
    }
}

/// A weekday of a week counted from the one of reference.
pub(super) fn weekday_of(weekday: u8, weeks: i32, context: &Context) -> Box<Placed> {
    let monday = context.reference.and_then(Day::monday);
    day_or_weekday(monday.and_then(|monday| monday.plus(weeks.saturating_mul(7).saturating_add(i32::from(weekday) - 1))), weekday)
}
