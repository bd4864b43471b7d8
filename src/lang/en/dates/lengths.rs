//! Lengths of time, what lies a length away, and what recurs.

use super::numbers::{count, here, numeral};
use crate::date::expression::{Cycle, DayPart, Field, From, Length, Rate, Reference, Season, Unit};
use crate::date::words::{Found, Words};
use crate::date::{Expression, Modifier};

/// A length where it stands.
#[derive(Clone, Copy, Debug)]
struct LengthWords {
    length: Length,
    end: usize,
    /// Whether more than an article says how many.
    counted: bool,
}

/// Half of a unit in the next smaller one.
#[inline(never)]
fn half_of(unit: Unit) -> Option<(u32, Unit)> {
    Some(match unit {
        Unit::Minute => (30, Unit::Second),
        Unit::Hour => (30, Unit::Minute),
        Unit::Day => (12, Unit::Hour),
        Unit::Year => (6, Unit::Month),
        Unit::Decade => (5, Unit::Year),
        Unit::Century => (50, Unit::Year),
        _ => return None,
    })
}

fn form(hit: &crate::date::words::Hit, form: &str) -> bool {
    hit.attribute("form") == Some(form)
}

/// «three days», «half an hour», «several weeks», «two and a half years», «a year and a half», «a couple of weeks».
fn plain(words: &Words<'_>, token: usize, first: bool) -> Option<LengthWords> {
    let make = |length: Length, end: usize| Some(LengthWords { length, end, counted: true });
    if let Some(half) = words.at(token, "fraction", first) {
        let unit = words.bare(half.end, "unit")?;
        let (count, smaller) = half_of(Unit::from_name(unit.value)?)?;
        return make(Length::of(count, smaller), unit.end);
    }
    if let Some(some) = words.at(token, "some", first) {
        let unit = words.bare(some.end, "unit").filter(|hit| form(hit, "many"))?;
        return make(Length::some(Unit::from_name(unit.value)?), unit.end);
    }
    if words.folded(token) == "a" && here(words, token, first) && words.is(token + 1, "couple") && words.is(token + 2, "of") {
        let unit = words.bare(token + 3, "unit").filter(|hit| form(hit, "many"))?;
        return make(Length::of(2, Unit::from_name(unit.value)?), unit.end);
    }
    if let Some(found) = hyphenated(words, token, first) {
        return Some(found);
    }
    let count = count(words, token, first, true)?;
    let mut at = count.end;
    let half = words.is(at, "and") && words.is(at + 1, "a") && words.is(at + 2, "half");
    at += if half { 3 } else { 0 };
    let dash = usize::from(count.digits && words.mark(at) == Some('-') && words.glued(at) && words.glued(at + 1));
    if dash == 1
        && let Some((unit, old)) = words.folded(at + 1).split_once('-').and_then(|(unit, rest)| Some((Unit::from_name(unit)?, rest)))
    {
        // «26-year-old»
        return (old == "old" || old == "long").then(|| make(Length::of(count.value, unit), at + 2)).flatten();
    }
    let unit = words.bare(at + dash, "unit")?;
    let one = form(&unit, "one");
    let name = Unit::from_name(unit.value)?;
    // «10-day», «three days»; «8 second» is an ordinal of something else.
    if dash == 0 && one != (count.value == 1) && (one || !half) {
        return None;
    }
    let mut length = Length::of(count.value, name);
    let mut end = unit.end;
    if half {
        length.rest = half_of(name);
        length.rest?;
    } else if words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half") && half_of(name).is_some() {
        (length.rest, end) = (half_of(name), end + 3);
    }
    let article = !count.digits && words.is(token, "a an") || words.folded(token) == "a" || words.folded(token) == "an";
    Some(LengthWords { length, end, counted: !article })
}

/// «two-day», «three-year-old», «two-and-a-half» with the unit after it.
fn hyphenated(words: &Words<'_>, token: usize, first: bool) -> Option<LengthWords> {
    if !here(words, token, first) {
        return None;
    }
    let (number, rest) = words.folded(token).split_once('-')?;
    let number = numeral(number)?;
    if rest == "and-a-half" {
        let unit = words.bare(token + 1, "unit")?;
        let name = Unit::from_name(unit.value)?;
        let length = Length { rest: Some(half_of(name)?), ..Length::of(number, name) };
        return Some(LengthWords { length, end: unit.end, counted: true });
    }
    let (unit, tail) = rest.split_once('-').map_or((rest, ""), |(unit, tail)| (unit, tail));
    let unit = Unit::from_name(unit).filter(|unit| *unit != Unit::Quarter && *unit != Unit::Half)?;
    matches!(tail, "" | "old" | "long").then(|| LengthWords { length: Length::of(number, unit), end: token + 1, counted: true })
}

/// Words after which a bare plural is a length: «for years».
const ASKING: &str = "for over lasted lasting take within took";

/// Lengths, and what lies one away: «two days ago», «a week later», «two days before», «a month from now».
pub fn length(words: &Words<'_>, token: usize) -> Option<Found> {
    let start = words.start(token);
    let approx = words.any(token, "approx");
    let at = approx.map_or(token, |hit| hit.end);
    let wrap = |expression: Expression| match approx.and_then(|hit| Modifier::from_id(hit.value)) {
        Some(modifier) => Expression::Modified(modifier, Box::new(expression)),
        None => expression,
    };
    let Some(LengthWords { length, end, counted }) = plain(words, at, approx.is_none()) else {
        // «for years», «over decades»
        let unit = words.any(token, "unit").filter(|hit| form(hit, "many") && words.follows(token, ASKING))?;
        let unit_name = Unit::from_name(unit.value).filter(|unit| *unit > Unit::Minute && *unit != Unit::Quarter)?;
        return Some(Found::new(token, unit.end, start, Expression::Length { length: Length::some(unit_name), direction: None }, "length"));
    };
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, wrap(expression), rule));
    // Where it is counted from: «ago» from the article, «later» from the story.
    let alone = |end: usize| !words.continues(end) || words.scene.document.mark(end).is_some() || words.is(end, "and but when with");
    let way = if words.is(end, "ago") {
        Some((true, From::Reference, end + 1))
    } else if words.is(end, "earlier previously") || words.is(end, "before") && alone(end + 1) {
        Some((true, From::Narrated, end + 1))
    } else if words.is(end, "later") || words.is(end, "after") && alone(end + 1) {
        Some((false, From::Narrated, end + 1))
    } else if words.is(end, "from") && words.is(end + 1, "now today") {
        Some((false, From::Reference, end + 2))
    } else {
        None
    };
    if let Some((back, from, end)) = way {
        let expression = if length.count.is_some() {
            Expression::Offset { length, back, from }
        } else {
            Expression::Vague(if back { Reference::Past } else { Reference::Future })
        };
        return make(end, expression, "offset");
    }
    // «a day» is a rate, «a second» and «one minute» something else.
    let asked = counted
        || approx.is_some()
        || length.rest.is_some()
        || words.follows(token, ASKING)
        || matches!(length.unit, Unit::Decade | Unit::Century | Unit::Week)
        || matches!(length.unit, Unit::Month | Unit::Year) && words.follows(token, "in after than about nearly almost least spent");
    if !asked {
        return None;
    }
    if matches!(length.unit, Unit::Second | Unit::Quarter) && length.count == Some(1) {
        return None;
    }
    make(end, Expression::Length { length, direction: None }, "length")
}

/// «every day», «every other week», «every Friday», «on Mondays», «daily», «twice a week», «three times a year».
pub fn every(words: &Words<'_>, token: usize) -> Option<Found> {
    let start = words.start(token);
    let make = |end: usize, cycle: Cycle, rate: Rate| Some(Found::new(token, end, start, Expression::Every { cycle, rate }, "every"));
    if let Some(hit) = words.any(token, "every") {
        // «Daily Mail», «Weekly Standard»: a name
        let capital = |token: usize| words.is_capital(token);
        let named = capital(token) && words.continues(hit.end) && words.is_word(hit.end) && capital(hit.end);
        return (!named).then(|| make(hit.end, Cycle::Length(Length::of(1, Unit::from_name(hit.value)?)), Rate::Each)).flatten();
    }
    if let Some(hit) = words.any(token, "weekdays").filter(|_| words.follows(token, "on")) {
        return make(hit.end, Cycle::Weekday(hit.number()?), Rate::Each);
    }
    if let Some((times, end)) = times(words, token) {
        let lead = words.is(end, "a an each every per");
        let unit = words.bare(end + 1, "unit").filter(|hit| lead && form(hit, "one"))?;
        return make(unit.end, Cycle::Length(Length::of(1, Unit::from_name(unit.value)?)), Rate::Times(times));
    }
    if !matches!(words.folded(token), "every" | "each") {
        return None;
    }
    let other = usize::from(words.is(token + 1, "other"));
    let at = token + 1 + other;
    if let Some(weekday) = words.bare(at, "weekday").filter(|_| other == 0) {
        return make(weekday.end, Cycle::Weekday(weekday.number()?), Rate::Each);
    }
    if let Some((month, end, _)) = super::calendar::month(words, at, false).filter(|_| other == 0) {
        return make(end, Cycle::Field(Field::Month(month)), Rate::Each);
    }
    if let Some(season) = words.bare(at, "season").filter(|_| other == 0) {
        return make(season.end, Cycle::Field(Field::Season(Season::from_code(season.value)?)), Rate::Each);
    }
    if let Some(part) = words.bare(at, "daypart").filter(|_| other == 0) {
        return make(part.end, Cycle::Part(DayPart::from_code(part.value)?), Rate::Each);
    }
    let (value, at) = count(words, at, false, false).map_or((1, at), |count| (count.value, count.end));
    let unit = words.bare(at, "unit")?;
    let value = if other == 1 { 2 } else { value };
    make(unit.end, Cycle::Length(Length::of(value, Unit::from_name(unit.value)?)), Rate::Each)
}

/// «once», «twice», «three times», «several times»: how often, and the token after it.
fn times(words: &Words<'_>, token: usize) -> Option<(Option<u32>, usize)> {
    match words.folded(token) {
        "once" => return Some((Some(1), token + 1)),
        "twice" => return Some((Some(2), token + 1)),
        _ => {}
    }
    if let Some(some) = words.any(token, "some").filter(|some| words.is(some.end, "times")) {
        return Some((None, some.end + 1));
    }
    let count = count(words, token, true, false)?;
    words.is(count.end, "times").then_some((Some(count.value), count.end + 1))
}
