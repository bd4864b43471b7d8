//! Placing expressions on the calendar: values as TIMEX3 writes them, and the bounds that a timeline needs.

mod calendar;
mod lengths;

use self::calendar::{field_value, first_of, last_of, on_calendar, on_hijri, on_weekday, relative_day, school_year, weekday_of, weekend};
use self::lengths::{duration, iso_length, offset, period, unresolved_unit, years};
use super::civil::{Day, Moment, add_months, numbers, write_numbers};
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
            (Anchor::Reference, Some(day)) => ["speech:", &day.iso()].concat(),
            (Anchor::Reference, None) => if published.is_some() { "published" } else { "none" }.to_owned(),
            (Anchor::Narrated, _) => context.narrated.map_or_else(|| "none".to_owned(), Day::iso),
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

    #[inline(never)]
    fn iso(self) -> String {
        let mut text = self.day.iso();
        if let Some(minute) = self.minute {
            write_numbers(&mut text, "T##:##", &[(minute / 60).into(), (minute % 60).into()]);
        }
        text
    }
}

/// An expression on the calendar. Handed on in a box: it is large, and most of the ways to one pass several hands.
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
    fn new(kind: TimexType, value: String, anchor: Anchor) -> Box<Self> {
        Box::new(Self { kind, value, modifier: None, bounds: None, ancient: None, anchor, notes: Notes::default() })
    }

    /// What the calendar does not place: a pattern of [`numbers`] with X for what is not known.
    #[inline(never)]
    fn unplaced(pattern: &str, known: &[u32]) -> Box<Self> {
        Self::new(TimexType::Date, numbers(pattern, known), Anchor::None)
    }

    /// A stretch of the calendar, its value by a pattern of [`numbers`].
    #[inline(never)]
    fn stretch(pattern: &str, known: &[u32], anchor: Anchor, first: Option<Day>, last: Option<Day>) -> Box<Self> {
        Self::new(TimexType::Date, numbers(pattern, known), anchor).between(first, last)
    }

    fn vague(reference: Reference) -> Box<Self> {
        Self::unplaced(reference.value(), &[])
    }

    #[inline(never)]
    fn between(mut self: Box<Self>, first: Option<Day>, last: Option<Day>) -> Box<Self> {
        self.bounds = first.zip(last).map(|(first, last)| (Bound::day(first), Bound::day(last)));
        self
    }

    /// The years before the year 1 in which it lies.
    fn in_years(mut self: Box<Self>, first: i32, last: i32) -> Box<Self> {
        self.ancient = (last < 0).then_some((first, last));
        self
    }

    /// The earliest or the latest that it can mean, ISO 8601. There the year before the year 1 is 0, the one before it -1.
    fn bound(&self, latest: bool) -> Option<String> {
        if let Some((first, last)) = self.bounds {
            return Some(if latest { last } else { first }.iso());
        }
        let (first, last) = self.ancient?;
        let year = if latest { last } else { first }.saturating_add(1);
        let mut bound = if year < 0 { "-" } else { "" }.to_owned();
        write_numbers(&mut bound, if latest { "####-12-31" } else { "####-01-01" }, &[year.unsigned_abs()]);
        Some(bound)
    }

    #[inline(never)]
    fn single(day: Day, anchor: Anchor) -> Box<Self> {
        Self::new(TimexType::Date, day.iso(), anchor).between(Some(day), Some(day))
    }

    /// The one day that it lies on, if it is one.
    fn day(&self) -> Option<Day> {
        let (first, last) = self.bounds?;
        let one = first.day == last.day || (self.kind == TimexType::Time && self.value.starts_with(&first.day.iso()));
        (one && self.kind != TimexType::Duration && self.modifier.is_none()).then_some(first.day)
    }
}

#[inline(never)]
fn resolve(expression: &Expression, context: &Context) -> Box<Placed> {
    match expression {
        Expression::Calendar(calendar) => on_calendar(*calendar, context),
        Expression::Day { offset, weekday } => relative_day(*offset, *weekday, context),
        Expression::Weekday { weekday, direction } => on_weekday(*weekday, *direction, context),
        Expression::WeekdayOf { weekday, weeks } => weekday_of(*weekday, *weeks, context),
        Expression::WeekOf(day) => {
            let placed = resolve(day, context);
            match placed.day() {
                Some(day) => period(day, Unit::Week, 0, placed.anchor),
                None => Placed::unplaced("XXXX", &[]),
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
                None => Placed::unplaced("XXXX-XX-##", &[(*day).into()]),
            }
        }
        Expression::NewYear => on_calendar(Calendar::new(Year::New, Field::Whole), context),
        Expression::Narrated { unit, offset } => match context.narrated {
            Some(day) => period(day, *unit, *offset, Anchor::Narrated),
            None => Placed::unplaced(if *unit == Unit::Day { "XXXX-XX-XX" } else { "XXXX" }, &[]),
        },
        Expression::Offset { length, back, from } => offset(*length, *back, *from, context),
        Expression::Length { length, direction } => duration(*length, *direction, context),
        Expression::Modified(modifier, inner) => modified(*modifier, resolve(inner, context)),
        Expression::Clock { day, clock } => on_clock(day.as_deref(), *clock, context),
        Expression::Part { day, part } => part_of_day(day, *part, context),
        Expression::Interval(first, last) => interval(first, last, context),
        Expression::Decade(decade) => years(10, *decade, Anchor::None),
        Expression::Century { prefix, before_christ: false } => years(100, *prefix, Anchor::None),
        Expression::Century { prefix, before_christ: true } => {
            let last = prefix.saturating_mul(-100).saturating_sub(1);
            Placed::unplaced("BC##", &[prefix.unsigned_abs()]).in_years(last.saturating_sub(99), last)
        }
        Expression::Millennium(digit) => years(1000, *digit, Anchor::None),
        Expression::Weekend(weeks) => weekend(*weeks, context),
        Expression::SchoolYear(years) => school_year(*years, context),
        Expression::FiscalYear(year) => Placed::stretch("FY####", &[year.unsigned_abs()], Anchor::None, first_of(year - 1), last_of(*year)),
        Expression::Hijri { year, month, day, direction } => on_hijri(*year, *month, *day, *direction, context),
        Expression::Vague(reference) => Placed::vague(*reference),
        Expression::Every { cycle, rate } => {
            let value = match cycle {
                Cycle::Length(length) => iso_length(*length),
                Cycle::Weekday(weekday) => numbers("XXXX-WXX-#", &[(*weekday).into()]),
                Cycle::Field(field) => field_value("XXXX".to_owned(), *field),
                Cycle::Part(part) => ["XXXX-XX-XXT", part.code()].concat(),
            };
            let mut placed = Placed::new(TimexType::Set, value, Anchor::None);
            match rate {
                Rate::Each => placed.notes.quantity = Some("EVERY"),
                Rate::Times(Some(times)) => placed.notes.frequency = Some(numbers("#X", &[*times])),
                Rate::Times(None) => placed.notes.frequency = Some("XX".to_owned()),
            }
            placed
        }
    }
}

/// Beginnings, middles and ends narrow the bounds to a third; the other modifiers leave them open.
fn modified(modifier: Modifier, mut placed: Box<Placed>) -> Box<Placed> {
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

fn on_clock(day: Option<&Expression>, clock: Clock, context: &Context) -> Box<Placed> {
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
            (None, None) => (Err(String::new()), Anchor::None),
        },
    };
    let zone = clock.zone.unwrap_or("");
    let mut time = numbers("T##:##", &[clock.hour.into(), clock.minute.into()]);
    time.push_str(zone);
    let time = &*time;
    notes.alternative = notes.alternative.filter(|date| is_day(date)).map(|date| date + time);
    let mut placed = match date {
        Ok(day) => {
            let mut placed = Placed::new(TimexType::Time, day.iso() + time, anchor);
            let bound = Bound::minute(day, i32::from(clock.hour) * 60 + i32::from(clock.minute));
            placed.bounds = bound.map(|bound| (bound, bound));
            placed
        }
        Err(value) => Placed::new(TimexType::Time, [day_pattern(&value), time].concat(), Anchor::None),
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

fn part_of_day(day: &Expression, part: DayPart, context: &Context) -> Box<Placed> {
    let placed = resolve(day, context);
    let mut notes = placed.notes.clone();
    notes.alternative = notes.alternative.filter(|date| is_day(date)).map(|date| date + "T" + part.code());
    let Some(day) = placed.day() else {
        let value = [day_pattern(&placed.value), "T", part.code()].concat();
        let mut time = Placed::new(TimexType::Time, value, Anchor::None);
        time.notes = notes;
        return time;
    };
    let (from, to) = match part {
        DayPart::Dawn => (3, 6),
        DayPart::Morning => (6, 12),
        DayPart::Noon => (11, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Evening => (17, 24),
        DayPart::Night => (19, 30),
    };
    let mut time = Placed::new(TimexType::Time, day.iso() + "T" + part.code(), placed.anchor);
    time.notes = notes;
    time.bounds = Bound::minute(day, from * 60).zip(Bound::minute(day, to * 60 - 1));
    time
}

// ------------------------------------------------------------------------------------------------------------- intervals

/// The value of two ends.
fn both(from: &str, to: &str) -> String {
    [from, "/", to].concat()
}

#[inline(never)]
fn interval(first: &Expression, last: &Expression, context: &Context) -> Box<Placed> {
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
    let mut placed = Placed::new(kind, both(&from.value, &to.value), anchor);
    placed.notes.conflict = from.notes.conflict.or(to.notes.conflict);
    placed.notes.hijri = from.notes.hijri.zip(to.notes.hijri).map(|(from, to)| both(&from, &to));
    placed.notes.alternative = from.notes.alternative.zip(to.notes.alternative).map(|(from, to)| both(&from, &to));
    placed.ancient = from.ancient.zip(to.ancient).map(|((first, _), (_, last))| (first, last)).filter(|(first, last)| first <= last);
    placed.bounds = from.bounds.zip(to.bounds).map(|((first, _), (_, last))| (first, last)).filter(|(first, last)| first.day <= last.day);
    placed
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
