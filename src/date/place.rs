//! Placing expressions on the calendar: values as TIMEX3 writes them, and the bounds that a timeline needs.

use super::civil::{Day, Moment, add_months, days_in_month};
use super::expression::{Calendar, Clock, DayPart, Direction, Expression, Field, From, Length, Outlook, Reference, Unit, Year};
use super::hijri;
use super::{Modifier, Published, Timex, TimexCandidate, TimexType};
use crate::document::Document;
use std::ops::Range;

/// Gives every expression its value. What depends on the publication date stays unresolved when there is none.
#[must_use]
pub fn place(document: &Document<'_>, candidates: Vec<TimexCandidate>, published: Option<&Published>) -> Vec<Timex> {
    let published = published.map(|published| published.moment);
    let quoted = quoted(document);
    let mut narrated: Option<(Day, usize)> = None;
    let mut dates = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        let line = document.line_of(candidate.tokens.start);
        let said_on = candidate.said_on.and_then(|start| {
            let index = candidates.binary_search_by_key(&start, |other| other.span.start).ok()?;
            let context = Context::of(published, candidates.get(index)?.outlook);
            resolve(&candidates.get(index)?.expression, &context).day()
        });
        let mut context = Context::of(published, candidate.outlook);
        if let Some(day) = said_on {
            (context.reference, context.time) = (Some(day), None);
        }
        context.narrated = narrated.map(|(day, _)| day);
        context.narrated_here = narrated.is_some_and(|(_, its_line)| its_line == line);
        let placed = resolve(&candidate.expression, &context);
        // What somebody says about other days is not the thread of the narration, and neither is the date of the page.
        let after = quoted.partition_point(|range| range.end <= candidate.tokens.start);
        let in_quotation = quoted.get(after).is_some_and(|range| range.contains(&candidate.tokens.start));
        if let Some(day) = placed.day().filter(|_| !in_quotation && candidate.stamp.is_none()) {
            narrated = Some((day, line));
        }
        let anchor = match (placed.anchor, said_on) {
            (Anchor::None, _) => "none".to_owned(),
            (Anchor::Reference, Some(day)) => format!("speech:{day}"),
            (Anchor::Reference, None) => if published.is_some() { "published" } else { "none" }.to_owned(),
            (Anchor::Narrated, _) => context.narrated.map_or_else(|| "none".to_owned(), |day| day.to_string()),
        };
        dates.push(Timex {
            tokens: candidate.tokens.clone(),
            span: candidate.span,
            kind: placed.kind,
            value: placed.value,
            modifier: placed.modifier,
            earliest: placed.bounds.map(|(earliest, _)| earliest.to_string()),
            latest: placed.bounds.map(|(_, latest)| latest.to_string()),
            anchor,
            rule: candidate.rule,
        });
    }
    dates
}

/// The tokens inside quotations, as ranges in order that do not overlap.
fn quoted(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for quotation in document.quotations() {
        match ranges.last_mut() {
            Some(last) if quotation.tokens.start < last.end => last.end = last.end.max(quotation.tokens.end),
            _ => ranges.push(quotation.tokens.clone()),
        }
    }
    ranges
}

/// What an expression is reckoned from.
#[derive(Clone, Copy, Debug)]
struct Context {
    /// The day of publication or of speaking.
    reference: Option<Day>,
    /// The clock of that day, if known.
    time: Option<(u8, u8)>,
    /// The day that the narration named last.
    narrated: Option<Day>,
    /// Whether it named it in the same paragraph.
    narrated_here: bool,
    outlook: Outlook,
}

impl Context {
    fn of(published: Option<Moment>, outlook: Outlook) -> Self {
        let reference = published.as_ref().and_then(Day::of);
        Self { reference, time: published.and_then(|moment| moment.time), narrated: None, narrated_here: false, outlook }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    None,
    Reference,
    Narrated,
}

/// A bound: a day, or a minute of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Bound {
    day: Day,
    minute: Option<u16>,
}

impl Bound {
    const fn day(day: Day) -> Self {
        Self { day, minute: None }
    }

    /// The minute of a day; minutes beyond the day run into the next.
    fn minute(day: Day, minute: i32) -> Option<Self> {
        let day = day.plus(minute.div_euclid(1440))?;
        Some(Self { day, minute: u16::try_from(minute.rem_euclid(1440)).ok() })
    }
}

impl core::fmt::Display for Bound {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "{}", self.day)?;
        match self.minute {
            Some(minute) => write!(formatter, "T{:02}:{:02}", minute / 60, minute % 60),
            None => Ok(()),
        }
    }
}

#[derive(Clone, Debug)]
struct Placed {
    kind: TimexType,
    value: String,
    modifier: Option<Modifier>,
    bounds: Option<(Bound, Bound)>,
    anchor: Anchor,
}

impl Placed {
    fn new(kind: TimexType, value: impl Into<String>, anchor: Anchor) -> Self {
        Self { kind, value: value.into(), modifier: None, bounds: None, anchor }
    }

    fn vague(reference: Reference) -> Self {
        Self::new(TimexType::Date, reference.value(), Anchor::None)
    }

    fn between(mut self, first: Option<Day>, last: Option<Day>) -> Self {
        self.bounds = first.zip(last).map(|(first, last)| (Bound::day(first), Bound::day(last)));
        self
    }

    fn single(day: Day, anchor: Anchor) -> Self {
        Self::new(TimexType::Date, day.to_string(), anchor).between(Some(day), Some(day))
    }

    /// The one day that it lies on, if it is one.
    fn day(&self) -> Option<Day> {
        let (first, last) = self.bounds?;
        let one = first.day == last.day || (self.kind == TimexType::Time && self.value.starts_with(&first.day.to_string()));
        (one && self.kind != TimexType::Duration && self.modifier.is_none()).then_some(first.day)
    }
}

fn resolve(expression: &Expression, context: &Context) -> Placed {
    match expression {
        Expression::Calendar(calendar) => on_calendar(*calendar, context),
        Expression::Day { offset, weekday } => relative_day(*offset, *weekday, context),
        Expression::Weekday { weekday, direction } => on_weekday(*weekday, *direction, context),
        Expression::Unit { unit, offset } => match context.reference {
            Some(day) => period(day, *unit, *offset, Anchor::Reference),
            None => unresolved_unit(*offset),
        },
        Expression::DayOfMonth { months, day } => {
            let placed = context.reference.and_then(|reference| {
                let (year, month, _) = reference.civil();
                let (year, month) = add_months(year, month, *months)?;
                Day::new(year, month, *day)
            });
            match placed {
                Some(day) => Placed::single(day, Anchor::Reference),
                None => Placed::new(TimexType::Date, format!("XXXX-XX-{day:02}"), Anchor::None),
            }
        }
        Expression::NewYear => on_calendar(Calendar { year: Year::New, field: Field::Whole, weekday: None }, context),
        Expression::Narrated { unit, offset } => match context.narrated {
            Some(day) => period(day, *unit, *offset, Anchor::Narrated),
            None => Placed::new(TimexType::Date, if *unit == Unit::Day { "XXXX-XX-XX" } else { "XXXX" }, Anchor::None),
        },
        Expression::Offset { length, back, from } => offset(*length, *back, *from, context),
        Expression::Length { length, direction } => duration(*length, *direction, context),
        Expression::Modified(modifier, inner) => modified(*modifier, resolve(inner, context)),
        Expression::Clock { day, clock } => on_clock(day.as_deref(), *clock, context),
        Expression::Part { day, part } => part_of_day(day, *part, context),
        Expression::Interval(first, last) => interval(first, last, context),
        Expression::Decade(decade) => {
            Placed::new(TimexType::Date, format!("{decade:03}"), Anchor::None).between(first_of(decade * 10), last_of(decade * 10 + 9))
        }
        Expression::Century { prefix, before_christ: false } => {
            Placed::new(TimexType::Date, format!("{prefix:02}"), Anchor::None).between(first_of(prefix * 100), last_of(prefix * 100 + 99))
        }
        Expression::Century { prefix, before_christ: true } => Placed::new(TimexType::Date, format!("BC{prefix:02}"), Anchor::None),
        Expression::Millennium(digit) => {
            Placed::new(TimexType::Date, digit.to_string(), Anchor::None).between(first_of(digit * 1000), last_of(digit * 1000 + 999))
        }
        Expression::Weekend(weeks) => weekend(*weeks, context),
        Expression::SchoolYear(years) => school_year(*years, context),
        Expression::FiscalYear(year) => {
            Placed::new(TimexType::Date, format!("FY{year:04}"), Anchor::None).between(first_of(year - 1), last_of(*year))
        }
        Expression::Hijri { year, month, day, direction } => on_hijri(*year, *month, *day, *direction, context),
        Expression::Vague(reference) => Placed::vague(*reference),
        Expression::Every(length) => Placed::new(TimexType::Set, iso_length(*length), Anchor::None),
        Expression::EveryWeekday(weekday) => Placed::new(TimexType::Set, format!("XXXX-WXX-{weekday}"), Anchor::None),
    }
}

fn first_of(year: i32) -> Option<Day> {
    Day::new(year.max(1), 1, 1)
}

fn last_of(year: i32) -> Option<Day> {
    Day::new(year.min(9999), 12, 31)
}

fn last_day(year: i32, month: u8) -> Option<Day> {
    Day::new(year, month, days_in_month(u16::try_from(year).ok()?, month))
}

// ---------------------------------------------------------------------------------------------------------------- years

/// First and last day of a part of a year.
fn bounds(year: i32, field: Field) -> Option<(Day, Day)> {
    let months = |first: u8, count: i32| {
        let (last_year, last_month) = add_months(year, first, count - 1)?;
        Some((Day::new(year, first, 1)?, last_day(last_year, last_month)?))
    };
    match field {
        Field::Whole => months(1, 12),
        Field::Quarter(quarter) => months(quarter.clamp(1, 4) * 3 - 2, 3),
        Field::Half(half) => months(half.clamp(1, 2) * 6 - 5, 6),
        Field::Season(season) => months(season.first_month(), 3),
        Field::Month(month) => months(month.clamp(1, 12), 1),
        Field::Day(month, day) => Day::new(year, month, day).map(|day| (day, day)),
    }
}

fn year_value(year: i32, field: Field) -> String {
    let year = if year < 0 { format!("BC{:04}", -i64::from(year)) } else { format!("{year:04}") };
    field_value(&year, field)
}

fn field_value(year: &str, field: Field) -> String {
    match field {
        Field::Whole => year.to_owned(),
        Field::Quarter(quarter) => format!("{year}-Q{quarter}"),
        Field::Half(half) => format!("{year}-H{half}"),
        Field::Season(season) => format!("{year}-{}", season.code()),
        Field::Month(month) => format!("{year}-{month:02}"),
        Field::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
    }
}

fn on_calendar(calendar: Calendar, context: &Context) -> Placed {
    let Calendar { year, field, weekday } = calendar;
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
                let years: Vec<(i32, Day, Day)> =
                    near.filter_map(|year| bounds(year, field).map(|(first, last)| (year, first, last))).collect();
                let agrees =
                    |&&(year, first, _): &&(i32, Day, Day)| (year - reference.year()).abs() <= 1 && weekday == Some(first.weekday());
                let fitting: Vec<(i32, Day, Day)> = years.iter().filter(agrees).copied().collect();
                let choice = if fitting.is_empty() { &years } else { &fitting };
                occurrence(choice, |year| bounds(year, frame), reference, direction, context.outlook)
            }),
            Anchor::Reference,
        ),
    };
    match year {
        Some(year) if (1..=9999).contains(&year) || year < 0 => {
            let bounds = bounds(year, field);
            if matches!(field, Field::Day(..)) && bounds.is_none() && year > 0 {
                // The calendar has no such day in that year.
                return Placed::new(TimexType::Date, field_value("XXXX", field), Anchor::None);
            }
            Placed::new(TimexType::Date, year_value(year, field), anchor).between(bounds.map(|pair| pair.0), bounds.map(|pair| pair.1))
        }
        _ if field == Field::Whole => match calendar.year {
            Year::Relative(years) => unresolved_unit(years),
            Year::New => Placed::vague(Reference::Present),
            _ => Placed::new(TimexType::Date, "XXXX", Anchor::None),
        },
        _ => Placed::new(TimexType::Date, field_value("XXXX", field), Anchor::None),
    }
}

/// Days ahead within which a date without a year and without a verb that tells the time is taken to be still to come, when that
/// is nearer than the last one.
const SOON: i32 = 92;

/// Which of the years in which something recurs is meant.
fn occurrence(
    years: &[(i32, Day, Day)],
    frame: impl Fn(i32) -> Option<(Day, Day)>,
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

fn on_hijri(year: Option<i32>, month: Option<u8>, day: Option<u8>, direction: Option<Direction>, context: &Context) -> Placed {
    let unplaced = || {
        let field = match (month, day) {
            (Some(_), Some(_)) => "XXXX-XX-XX",
            (Some(_), None) => "XXXX-XX",
            _ => "XXXX",
        };
        Placed::new(TimexType::Date, field, Anchor::None)
    };
    let (chosen, anchor) = match year {
        Some(year) => (hijri::bounds(year, month, day), Anchor::None),
        None => {
            let Some(reference) = context.reference else { return unplaced() };
            let Some(now) = hijri::year_of(reference) else { return unplaced() };
            let years: Vec<(i32, Day, Day)> =
                (now - 3..=now + 3).filter_map(|year| hijri::bounds(year, month, day).map(|(first, last)| (year, first, last))).collect();
            let year = occurrence(&years, |year| hijri::bounds(year, month, None), reference, direction, context.outlook);
            (year.and_then(|year| hijri::bounds(year, month, day)), Anchor::Reference)
        }
    };
    match chosen {
        Some((first, last)) if first == last => Placed::single(first, anchor),
        Some((first, last)) => Placed::new(TimexType::Date, format!("{first}/{last}"), anchor).between(Some(first), Some(last)),
        None => unplaced(),
    }
}

fn weekend(weeks: i32, context: &Context) -> Placed {
    let Some(monday) = context.reference.and_then(Day::monday).and_then(|monday| monday.plus(weeks.saturating_mul(7))) else {
        return Placed::new(TimexType::Date, "XXXX-WXX-WE", Anchor::None);
    };
    let (year, week) = monday.iso_week();
    // Friday and Saturday in most Arab countries, Saturday and Sunday in others: the bounds hold both.
    Placed::new(TimexType::Date, format!("{year:04}-W{week:02}-WE"), Anchor::Reference).between(monday.plus(4), monday.plus(6))
}

fn school_year(years: i32, context: &Context) -> Placed {
    let start = context.reference.map(|day| day.year() + years - i32::from(day.month() < 8)).filter(|year| (1..9999).contains(year));
    match start {
        Some(start) => Placed::new(TimexType::Date, format!("{start:04}/{:04}", start + 1), Anchor::Reference)
            .between(Day::new(start, 8, 1), Day::new(start + 1, 7, 31)),
        None => unresolved_unit(years),
    }
}

// ----------------------------------------------------------------------------------------------------------------- days

fn relative_day(offset: i32, weekday: Option<u8>, context: &Context) -> Placed {
    let Some(day) = context.reference.and_then(|day| day.plus(offset)) else {
        return match weekday {
            Some(weekday) => Placed::new(TimexType::Date, format!("XXXX-WXX-{weekday}"), Anchor::None),
            None => unresolved_unit(offset),
        };
    };
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
    Placed::single(day, Anchor::Reference)
}

fn on_weekday(weekday: u8, direction: Option<Direction>, context: &Context) -> Placed {
    let day = context.reference.and_then(|day| match (direction, context.outlook) {
        (Some(Direction::Last), _) => day.plus(-1)?.on_or_before(weekday),
        (Some(Direction::Next), _) => day.plus(1)?.on_or_after(weekday),
        (Some(Direction::This), _) => day.monday()?.plus(i32::from(weekday) - 1),
        (None, Outlook::Future) => day.on_or_after(weekday),
        (None, Outlook::Past | Outlook::Unsaid) => day.on_or_before(weekday),
    });
    match day {
        Some(day) => Placed::single(day, Anchor::Reference),
        None => Placed::new(TimexType::Date, format!("XXXX-WXX-{weekday}"), Anchor::None),
    }
}

/// Without a day of reference only the direction is known.
fn unresolved_unit(offset: i32) -> Placed {
    Placed::vague(match offset {
        ..0 => Reference::Past,
        0 => Reference::Present,
        1.. => Reference::Future,
    })
}

/// The unit `offset` units after the one that holds `day`.
fn period(day: Day, unit: Unit, offset: i32, anchor: Anchor) -> Placed {
    let (year, month, _) = day.civil();
    let calendar = |year: i32, field: Field| {
        let pair = bounds(year, field)?;
        Some(Placed::new(TimexType::Date, year_value(year, field), anchor).between(Some(pair.0), Some(pair.1)))
    };
    let placed = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => day.plus(offset).map(|day| Placed::single(day, anchor)),
        Unit::Week => day.monday().and_then(|monday| monday.plus(offset.saturating_mul(7))).map(|monday| {
            let (year, week) = monday.iso_week();
            Placed::new(TimexType::Date, format!("{year:04}-W{week:02}"), anchor).between(Some(monday), monday.plus(6))
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
            let (length, width) = match unit {
                Unit::Decade => (10, 3),
                Unit::Century => (100, 2),
                _ => (1000, 1),
            };
            let prefix = (year / length).saturating_add(offset);
            (0..=9999 / length).contains(&prefix).then(|| {
                Placed::new(TimexType::Date, format!("{prefix:0width$}"), anchor)
                    .between(first_of(prefix * length), last_of(prefix * length + length - 1))
            })
        }
    };
    placed.unwrap_or_else(|| unresolved_unit(offset))
}

/// Months in a unit of months or more.
const fn months_in(unit: Unit) -> Option<i32> {
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

const fn minutes_in(unit: Unit) -> Option<i32> {
    match unit {
        Unit::Minute => Some(1),
        Unit::Hour => Some(60),
        _ => None,
    }
}

fn offset(length: Length, back: bool, from: From, context: &Context) -> Placed {
    let vague = || Placed::vague(if back { Reference::Past } else { Reference::Future });
    let (start, anchor) = match from {
        From::Narrated if context.outlook != Outlook::Future && context.narrated.is_some() => (context.narrated, Anchor::Narrated),
        // "Two days later" in a story that has named no day yet.
        From::Narrated if context.outlook == Outlook::Past => return Placed::new(TimexType::Date, "XXXX-XX-XX", Anchor::None),
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
            let field = if whole_years { Field::Whole } else { Field::Month(month) };
            let pair = bounds(year, field)?;
            Some(Placed::new(TimexType::Date, year_value(year, field), anchor).between(Some(pair.0), Some(pair.1)))
        })
    } else if let Some(minutes) = minutes_in(length.unit) {
        let more = rest.and_then(|(count, unit)| count.checked_mul(minutes_in(unit)?)).unwrap_or(0);
        context.time.filter(|_| anchor == Anchor::Reference).and_then(|(hour, minute)| {
            let total = signed(count, minutes)?.checked_add(sign * more)?.checked_add(i32::from(hour) * 60 + i32::from(minute))?;
            let bound = Bound::minute(start, total)?;
            let mut placed = Placed::new(TimexType::Time, bound.to_string(), anchor);
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
fn iso_length(length: Length) -> String {
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
        let count = count.map_or_else(|| "X".to_owned(), |count| (u64::from(count) * times).to_string());
        (unit < Unit::Day, format!("{count}{letter}"))
    };
    let mut value = String::from("P");
    let mut in_time = false;
    for (clock, text) in
        [Some(part(length.count, length.unit)), length.rest.map(|(count, unit)| part(Some(count), unit))].into_iter().flatten()
    {
        if clock && !in_time {
            value.push('T');
            in_time = true;
        }
        value.push_str(&text);
    }
    value
}

fn duration(length: Length, direction: Option<Direction>, context: &Context) -> Placed {
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

/// Beginnings, middles and ends narrow the bounds to a third; the other modifiers leave them open.
fn modified(modifier: Modifier, mut placed: Placed) -> Placed {
    placed.modifier = Some(modifier);
    placed.bounds = placed.bounds.and_then(|(first, last)| {
        let days = last.day.number() - first.day.number();
        let third = days / 3;
        let at = |from: Day, days: i32| from.plus(days).map(Bound::day);
        match modifier {
            Modifier::Start => Some((first, at(first.day, third)?)),
            Modifier::Mid => Some((at(first.day, third)?, at(last.day, -third)?)),
            Modifier::End => Some((at(last.day, -third)?, last)),
            Modifier::Approx => Some((first, last)),
            Modifier::Before | Modifier::After | Modifier::LessThan | Modifier::MoreThan => None,
        }
    });
    placed
}

// ---------------------------------------------------------------------------------------------------------- within a day

fn on_clock(day: Option<&Expression>, clock: Clock, context: &Context) -> Placed {
    let (date, anchor) = match day {
        Some(day) => {
            let placed = resolve(day, context);
            (placed.day().ok_or(placed.value), placed.anchor)
        }
        None => match (context.narrated.filter(|_| context.narrated_here), context.reference) {
            (Some(day), _) => (Ok(day), Anchor::Narrated),
            (None, Some(day)) => (Ok(day), Anchor::Reference),
            (None, None) => (Err("XXXX-XX-XX".to_owned()), Anchor::None),
        },
    };
    let zone = clock.zone.unwrap_or("");
    let time = format!("T{:02}:{:02}{zone}", clock.hour, clock.minute);
    match date {
        Ok(day) => {
            let mut placed = Placed::new(TimexType::Time, format!("{day}{time}"), anchor);
            let bound = Bound::minute(day, i32::from(clock.hour) * 60 + i32::from(clock.minute));
            placed.bounds = bound.map(|bound| (bound, bound));
            placed
        }
        Err(value) => Placed::new(TimexType::Time, format!("{}{time}", day_pattern(&value)), Anchor::None),
    }
}

/// What stands before the clock when the day is not known: the pattern of a day, if the value is one.
fn day_pattern(value: &str) -> &str {
    if value.starts_with("XXXX-") && value.len() >= 9 { value } else { "XXXX-XX-XX" }
}

fn part_of_day(day: &Expression, part: DayPart, context: &Context) -> Placed {
    let placed = resolve(day, context);
    let Some(day) = placed.day() else {
        return Placed::new(TimexType::Time, format!("{}T{}", day_pattern(&placed.value), part.code()), Anchor::None);
    };
    let (from, to) = match part {
        DayPart::Dawn => (3, 6),
        DayPart::Morning => (6, 12),
        DayPart::Noon => (11, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Evening => (17, 24),
        DayPart::Night => (19, 30),
    };
    let mut time = Placed::new(TimexType::Time, format!("{day}T{}", part.code()), placed.anchor);
    time.bounds = Bound::minute(day, from * 60).zip(Bound::minute(day, to * 60 - 1));
    time
}

// ------------------------------------------------------------------------------------------------------------- intervals

fn interval(first: &Expression, last: &Expression, context: &Context) -> Placed {
    let open = |expression: &Expression| {
        matches!(expression, Expression::Calendar(Calendar { year: Year::Unsaid(_), .. }) | Expression::Weekday { direction: None, .. })
    };
    let near = |expression: &Expression, day: Option<Day>, outlook: Outlook| match day {
        Some(day) => {
            let mut nearby = resolve(expression, &Context { reference: Some(day), outlook, ..*context });
            if context.reference.is_some() {
                nearby.anchor = Anchor::Reference;
            }
            nearby
        }
        None => resolve(expression, context),
    };
    // The end whose year is said, or else the later one, is placed first; the other is the nearest on its side of it.
    let (from, to) = if open(last) && !open(first) {
        let from = resolve(first, context);
        let start = from.bounds.map(|(first, _)| first.day);
        (from, near(last, start, Outlook::Future))
    } else {
        let to = resolve(last, context);
        let end = to.bounds.map(|(_, last)| last.day).filter(|_| open(first));
        (near(first, end, Outlook::Past), to)
    };
    let kind = if from.kind == TimexType::Time || to.kind == TimexType::Time { TimexType::Time } else { TimexType::Date };
    let anchor = if from.anchor == Anchor::None { to.anchor } else { from.anchor };
    let mut placed = Placed::new(kind, format!("{}/{}", from.value, to.value), anchor);
    placed.bounds = from.bounds.zip(to.bounds).map(|((first, _), (_, last))| (first, last)).filter(|(first, last)| first.day <= last.day);
    placed
}

#[cfg(test)]
mod tests {
    use super::super::expression::Season;
    use super::*;
    use proptest::prelude::*;

    fn context(published: &str, outlook: Outlook) -> Context {
        Context::of(Moment::parse(published), outlook)
    }

    fn value(expression: &Expression, outlook: Outlook) -> String {
        resolve(expression, &context("2022-01-08T07:00", outlook)).value
    }

    const fn on(month: u8, day: u8, direction: Option<Direction>) -> Expression {
        Expression::calendar(Year::Unsaid(direction), Field::Day(month, day))
    }

    #[test]
    fn a_day_without_a_year_is_near_the_article() {
        assert_eq!(value(&on(1, 5, None), Outlook::Unsaid), "2022-01-05");
        assert_eq!(value(&on(11, 20, None), Outlook::Past), "2021-11-20");
        assert_eq!(value(&on(11, 20, None), Outlook::Future), "2022-11-20");
        assert_eq!(value(&on(1, 12, None), Outlook::Unsaid), "2022-01-12");
        assert_eq!(value(&on(1, 12, None), Outlook::Past), "2021-01-12");
        assert_eq!(value(&on(6, 12, None), Outlook::Unsaid), "2021-06-12");
        assert_eq!(value(&on(12, 25, Some(Direction::Last)), Outlook::Unsaid), "2021-12-25");
        assert_eq!(value(&on(4, 10, Some(Direction::Next)), Outlook::Unsaid), "2022-04-10");
        assert_eq!(value(&on(1, 2, Some(Direction::This)), Outlook::Unsaid), "2022-01-02");
        assert_eq!(value(&on(2, 29, None), Outlook::Past), "2020-02-29");
    }

    #[test]
    fn without_a_publication_date_nothing_is_invented() {
        let none = Context::of(None, Outlook::Unsaid);
        let value = |expression: &Expression| {
            let placed = resolve(expression, &none);
            (placed.value, placed.bounds.is_some())
        };
        assert_eq!(value(&on(1, 5, None)), ("XXXX-01-05".to_owned(), false));
        assert_eq!(value(&Expression::Weekday { weekday: 5, direction: None }), ("XXXX-WXX-5".to_owned(), false));
        assert_eq!(value(&Expression::Day { offset: 0, weekday: None }), ("PRESENT_REF".to_owned(), false));
        assert_eq!(value(&Expression::Day { offset: -1, weekday: Some(5) }), ("XXXX-WXX-5".to_owned(), false));
        assert_eq!(value(&Expression::Unit { unit: Unit::Week, offset: -1 }), ("PAST_REF".to_owned(), false));
        assert_eq!(value(&Expression::calendar(Year::Known(2011), Field::Month(3))), ("2011-03".to_owned(), true));
    }

    #[test]
    fn the_named_weekday_decides_when_the_article_was_filed_at_night() {
        assert_eq!(value(&Expression::Day { offset: 0, weekday: Some(5) }, Outlook::Past), "2022-01-07");
        assert_eq!(value(&Expression::Day { offset: -1, weekday: Some(5) }, Outlook::Past), "2022-01-07");
        assert_eq!(value(&Expression::Day { offset: 1, weekday: Some(1) }, Outlook::Past), "2022-01-10");
    }

    #[test]
    fn intervals_run_forward() {
        let range = |from: Expression, to: Expression| value(&Expression::Interval(Box::new(from), Box::new(to)), Outlook::Past);
        assert_eq!(range(on(12, 25, None), on(1, 3, None)), "2021-12-25/2022-01-03");
        let known = Expression::calendar(Year::Known(2021), Field::Day(12, 25));
        assert_eq!(range(known, on(1, 3, None)), "2021-12-25/2022-01-03");
    }

    fn directions() -> impl Strategy<Value = Option<Direction>> {
        prop_oneof![Just(None), Just(Some(Direction::Last)), Just(Some(Direction::This)), Just(Some(Direction::Next))]
    }

    fn units() -> impl Strategy<Value = Unit> {
        prop::sample::select(vec![
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Half,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
            Unit::Millennium,
        ])
    }

    fn years() -> impl Strategy<Value = Year> {
        prop_oneof![
            (-12_000..12_000_i32).prop_map(Year::Known),
            (-12_000..12_000_i32).prop_map(Year::Relative),
            Just(Year::New),
            (-2..3_i32).prop_map(Year::Narrated),
            directions().prop_map(Year::Unsaid),
        ]
    }

    fn fields() -> impl Strategy<Value = Field> {
        prop_oneof![
            Just(Field::Whole),
            (0..=9_u8).prop_map(Field::Quarter),
            (0..=9_u8).prop_map(Field::Half),
            Just(Field::Season(Season::Winter)),
            (0..=13_u8).prop_map(Field::Month),
            (0..=13_u8, 0..=33_u8).prop_map(|(month, day)| Field::Day(month, day)),
        ]
    }

    fn lengths() -> impl Strategy<Value = Length> {
        (prop::option::of(any::<u32>()), units(), prop::option::of((any::<u32>(), units()))).prop_map(|(count, unit, rest)| Length {
            count,
            unit,
            rest,
        })
    }

    fn expressions() -> impl Strategy<Value = Expression> {
        let leaf = prop_oneof![
            (years(), fields(), prop::option::of(1..=7_u8)).prop_map(|(year, field, weekday)| Expression::Calendar(Calendar {
                year,
                field,
                weekday
            })),
            (any::<i16>(), prop::option::of(1..=7_u8)).prop_map(|(offset, weekday)| Expression::Day { offset: offset.into(), weekday }),
            (1..=7_u8, directions()).prop_map(|(weekday, direction)| Expression::Weekday { weekday, direction }),
            (units(), -20_000..20_000_i32).prop_map(|(unit, offset)| Expression::Unit { unit, offset }),
            (units(), -3..3_i32).prop_map(|(unit, offset)| Expression::Narrated { unit, offset }),
            (-20_000..20_000_i32, 0..40_u8).prop_map(|(months, day)| Expression::DayOfMonth { months, day }),
            (lengths(), any::<bool>(), any::<bool>()).prop_map(|(length, back, narrated)| {
                Expression::Offset { length, back, from: if narrated { From::Narrated } else { From::Reference } }
            }),
            (lengths(), directions()).prop_map(|(length, direction)| Expression::Length { length, direction }),
            (0..2_000_i32).prop_map(Expression::Decade),
            (0..200_i32, any::<bool>()).prop_map(|(prefix, before_christ)| Expression::Century { prefix, before_christ }),
            (0..20_i32).prop_map(Expression::Millennium),
            (-3..3_i32).prop_map(Expression::Weekend),
            (-3..3_i32).prop_map(Expression::SchoolYear),
            (1..9_999_i32).prop_map(Expression::FiscalYear),
            (prop::option::of(0..3_000_i32), prop::option::of(0..=13_u8), prop::option::of(0..=31_u8), directions())
                .prop_map(|(year, month, day, direction)| Expression::Hijri { year, month, day, direction }),
            lengths().prop_map(Expression::Every),
        ];
        leaf.prop_recursive(2, 8, 2, |inner| {
            let boxed = inner.prop_map(Box::new).boxed();
            prop_oneof![
                boxed.clone().prop_map(|inner| Expression::Modified(Modifier::Start, inner)),
                boxed.clone().prop_map(|inner| Expression::Modified(Modifier::Mid, inner)),
                boxed.clone().prop_map(|inner| Expression::Modified(Modifier::End, inner)),
                (boxed.clone(), boxed.clone()).prop_map(|(from, to)| Expression::Interval(from, to)),
                (boxed.clone(), 0..=24_u8, 0..60_u8)
                    .prop_map(|(day, hour, minute)| Expression::Clock { day: Some(day), clock: Clock { hour, minute, zone: None } }),
                boxed.prop_map(|day| Expression::Part { day, part: DayPart::Night }),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn any_expression_is_placed_on_any_day(
            expression in expressions(),
            number in 1..=3_652_059_i32,
            narrated in prop::option::of(1..=3_652_059_i32),
            time in prop::option::of((0..24_u8, 0..60_u8)),
            known in any::<bool>(),
            outlook in prop::sample::select(vec![Outlook::Past, Outlook::Future, Outlook::Unsaid]),
        ) {
            let reference = Day::from_number(number).filter(|_| known);
            let narrated = narrated.and_then(Day::from_number);
            let context = Context { reference, time, narrated, narrated_here: narrated.is_some(), outlook };
            let placed = resolve(&expression, &context);
            prop_assert!(!placed.value.is_empty());
            if let Some((earliest, latest)) = placed.bounds {
                prop_assert!(earliest.day <= latest.day, "{:?}", placed);
            }
        }
    }
}
