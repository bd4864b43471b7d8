//! Placing expressions on the calendar: values as TIMEX3 writes them, and the bounds that a timeline needs.

mod calendar;
mod lengths;

use self::calendar::{field_value, first_of, last_of, on_calendar, on_hijri, on_weekday, relative_day, school_year, weekday_of, weekend};
use self::lengths::{duration, iso_length, offset, period, unresolved_unit};
use super::civil::{Day, Moment, add_months};
use super::expression::{Calendar, Clock, Cycle, DayPart, Expression, Field, Outlook, Rate, Reference, Unit, Year};
use super::{Modifier, Notes, Published, Timex, TimexCandidate, TimexType};
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
            earliest: placed.bound(false),
            latest: placed.bound(true),
            value: placed.value,
            modifier: placed.modifier,
            anchor,
            notes: placed.notes,
            rule: candidate.rule,
        });
    }
    dates
}

/// The tokens inside quotations, as ranges in order that do not overlap.
pub(super) fn quoted(document: &Document<'_>) -> Vec<Range<usize>> {
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
    /// The first and last year, for what lies before the year 1; negative before Christ.
    ancient: Option<(i32, i32)>,
    anchor: Anchor,
    notes: Notes,
}

impl Placed {
    #[inline(never)]
    fn new(kind: TimexType, value: impl Into<String>, anchor: Anchor) -> Self {
        Self { kind, value: value.into(), modifier: None, bounds: None, ancient: None, anchor, notes: Notes::default() }
    }

    fn vague(reference: Reference) -> Self {
        Self::new(TimexType::Date, reference.value(), Anchor::None)
    }

    #[inline(never)]
    fn between(mut self, first: Option<Day>, last: Option<Day>) -> Self {
        self.bounds = first.zip(last).map(|(first, last)| (Bound::day(first), Bound::day(last)));
        self
    }

    /// The years before the year 1 in which it lies.
    fn in_years(mut self, first: i32, last: i32) -> Self {
        self.ancient = (last < 0).then_some((first, last));
        self
    }

    /// The earliest or the latest that it can mean, ISO 8601. There the year before the year 1 is 0, the one before it -1.
    fn bound(&self, latest: bool) -> Option<String> {
        if let Some((first, last)) = self.bounds {
            return Some(if latest { last } else { first }.to_string());
        }
        let (first, last) = self.ancient?;
        let year = if latest { last } else { first }.saturating_add(1);
        let sign = if year < 0 { "-" } else { "" };
        Some(format!("{sign}{:04}-{}", year.unsigned_abs(), if latest { "12-31" } else { "01-01" }))
    }

    #[inline(never)]
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

#[inline(never)]
fn resolve(expression: &Expression, context: &Context) -> Placed {
    match expression {
        Expression::Calendar(calendar) => on_calendar(*calendar, context),
        Expression::Day { offset, weekday } => relative_day(*offset, *weekday, context),
        Expression::Weekday { weekday, direction } => on_weekday(*weekday, *direction, context),
        Expression::WeekdayOf { weekday, weeks } => weekday_of(*weekday, *weeks, context),
        Expression::WeekOf(day) => {
            let placed = resolve(day, context);
            match placed.day() {
                Some(day) => period(day, Unit::Week, 0, placed.anchor),
                None => Placed::new(TimexType::Date, "XXXX", Anchor::None),
            }
        }
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
        Expression::NewYear => on_calendar(Calendar::new(Year::New, Field::Whole), context),
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
        Expression::Century { prefix, before_christ: true } => {
            let last = prefix.saturating_mul(-100).saturating_sub(1);
            Placed::new(TimexType::Date, format!("BC{prefix:02}"), Anchor::None).in_years(last.saturating_sub(99), last)
        }
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
        Expression::Every { cycle, rate } => {
            let value = match cycle {
                Cycle::Length(length) => iso_length(*length),
                Cycle::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
                Cycle::Field(field) => field_value("XXXX", *field),
                Cycle::Part(part) => format!("XXXX-XX-XXT{}", part.code()),
            };
            let mut placed = Placed::new(TimexType::Set, value, Anchor::None);
            match rate {
                Rate::Each => placed.notes.quantity = Some("EVERY"),
                Rate::Times(Some(times)) => placed.notes.frequency = Some(format!("{times}X")),
                Rate::Times(None) => placed.notes.frequency = Some("XX".to_owned()),
            }
            placed
        }
    }
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
    let mut notes = Notes::default();
    let (date, anchor) = match day {
        Some(day) => {
            let placed = resolve(day, context);
            notes = placed.notes.clone();
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
    notes.alternative = notes.alternative.filter(|date| is_day(date)).map(|date| format!("{date}{time}"));
    let mut placed = match date {
        Ok(day) => {
            let mut placed = Placed::new(TimexType::Time, format!("{day}{time}"), anchor);
            let bound = Bound::minute(day, i32::from(clock.hour) * 60 + i32::from(clock.minute));
            placed.bounds = bound.map(|bound| (bound, bound));
            placed
        }
        Err(value) => Placed::new(TimexType::Time, format!("{}{time}", day_pattern(&value)), Anchor::None),
    };
    placed.notes = notes;
    placed
}

/// Whether a value is a day alone, to which a clock can be added. Every other value has another length or two ends.
fn is_day(value: &str) -> bool {
    value.len() == "2022-01-08".len() && !value.contains('/')
}

/// What stands before the clock when the day is not known: the pattern of a day, if the value is one.
fn day_pattern(value: &str) -> &str {
    // «XXXX-01-08», «XXXX-WXX-5»: neither a weekend nor a season nor a month has this length.
    if value.starts_with("XXXX-") && is_day(value) { value } else { "XXXX-XX-XX" }
}

fn part_of_day(day: &Expression, part: DayPart, context: &Context) -> Placed {
    let placed = resolve(day, context);
    let mut notes = placed.notes.clone();
    notes.alternative = notes.alternative.filter(|date| is_day(date)).map(|date| format!("{date}T{}", part.code()));
    let Some(day) = placed.day() else {
        let value = format!("{}T{}", day_pattern(&placed.value), part.code());
        return Placed { notes, ..Placed::new(TimexType::Time, value, Anchor::None) };
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
    time.notes = notes;
    time.bounds = Bound::minute(day, from * 60).zip(Bound::minute(day, to * 60 - 1));
    time
}

// ------------------------------------------------------------------------------------------------------------- intervals

#[inline(never)]
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
    placed.notes.conflict = from.notes.conflict.or(to.notes.conflict);
    placed.notes.hijri = from.notes.hijri.zip(to.notes.hijri).map(|(from, to)| format!("{from}/{to}"));
    placed.notes.alternative = from.notes.alternative.zip(to.notes.alternative).map(|(from, to)| format!("{from}/{to}"));
    placed.ancient = from.ancient.zip(to.ancient).map(|((first, _), (_, last))| (first, last)).filter(|(first, last)| first <= last);
    placed.bounds = from.bounds.zip(to.bounds).map(|((first, _), (_, last))| (first, last)).filter(|(first, last)| first.day <= last.day);
    placed
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
