//! Weeks, months, years and longer; their parts; ranges; references without a calendar.

use super::calendar::{century, date, direction, relative_year, steps, year};
use super::days::day;
use super::numbers::{count, day_of_month, here, place, year_digits};
use crate::date::expression::{Calendar, Direction, Field, Length, Reference, Season, Unit, Year};
use crate::date::words::{Found, Hit, Words};
use crate::date::{Expression, Modifier};

const DECADES: &str = "twenties thirties forties fifties sixties seventies eighties nineties";

fn one(hit: &Hit) -> bool {
    hit.has_form("one")
}

/// A stretch of the calendar longer than a day, or a date.
pub fn period(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !here(words, token, first) {
        return None;
    }
    date(words, token, first)
        .or_else(|| decade(words, token))
        .or_else(|| numbered(words, token, first))
        .or_else(|| week_of(words, token))
        .or_else(|| directed(words, token, first))
        .or_else(|| season(words, token, first))
        .or_else(|| quarter_code(words, token))
        .or_else(|| year(words, token, first, false))
}

/// «the 1990s», «1990s», «the '90s», «the nineties».
fn decade(words: &Words<'_>, token: usize) -> Option<Found> {
    let the = usize::from(words.folded(token) == "the");
    let at = token + the;
    let start = words.start(token);
    let make = |end: usize, decade: u32| Some(Found::new(token, end, start, Expression::Decade(i32::try_from(decade).ok()?), "decade"));
    if let Some(value) = words.digits(at, 4).filter(|value| value % 10 == 0 && (1000..=2090).contains(value))
        && words.glued(at + 1)
        && words.is(at + 1, "s")
    {
        return make(at + 2, value / 10);
    }
    if matches!(words.scene.document.mark(at), Some('\'' | '’'))
        && (the == 0 || words.continues(at))
        && let Some(value) = words.digits(at + 1, 2).filter(|value| value % 10 == 0 && words.glued(at + 1))
        && words.glued(at + 2)
        && words.is(at + 2, "s")
    {
        return make(at + 3, 190 + value / 10 + if value < 30 { 10 } else { 0 });
    }
    if the == 0 || words.follows(token, "in into") && words.is(at + 1, "percent degrees") {
        return None;
    }
    let decade = place(DECADES, words.folded(at), 192).filter(|_| words.continues(at))?;
    make(at + 1, decade)
}

/// «the 19th century», «the first quarter of 2022», «the second half of the year», «the third millennium».
fn numbered(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let the = usize::from(words.folded(token) == "the");
    let at = token + the;
    let start = words.start(token);
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, expression, rule));
    let (number, end) =
        day_of_month(words, at, first && the == 0).filter(|(_, end)| the == 1 || *end > at + 1 || words.digits(at, 2).is_none())?;
    let noun = words.bare(end, "unit").filter(one)?;
    match noun.value {
        "century" => {
            let (expression, end) = century(words, number, noun.end)?;
            return make(end, expression, "century");
        }
        "millennium" => return make(noun.end, Expression::Millennium(i32::from(number) - 1), "millennium"),
        "quarter" | "half" => {}
        _ => return None,
    }
    let field = match (noun.value, number) {
        ("quarter", 1..=4) => Field::Quarter(number),
        ("half", 1..=2) => Field::Half(number),
        _ => return None,
    };
    let of = usize::from(words.is(noun.end, "of"));
    let at = noun.end + of;
    let running = words.is(at, "the") && words.bare(at + 1, "unit").is_some_and(|hit| hit.is("year") && one(&hit));
    let (year, end) = match (year_digits(words, at, false), relative_year(words, at)) {
        (Some(year), _) => (Year::Known(year), at + 1),
        (None, Some((years, end))) => (Year::Relative(years), end),
        (None, None) if of == 1 && running => (Year::Unsaid(None), at + 2),
        // «the second half» alone is of a match.
        (None, None) if of == 0 && noun.is("quarter") => (Year::Unsaid(None), noun.end),
        (None, None) => return None,
    };
    make(end, Expression::calendar(year, field), noun.value)
}

/// «Q1 2022», «Q3», «H1 2022».
fn quarter_code(words: &Words<'_>, token: usize) -> Option<Found> {
    // The letter and the digit are two tokens.
    let letter = words.scene.document.source(token);
    if !matches!(letter, "Q" | "H") || !words.glued(token + 1) {
        return None;
    }
    let number = words.digits(token + 1, 1).and_then(|number| u8::try_from(number).ok())?;
    let field = match (letter, number) {
        ("Q", 1..=4) => Field::Quarter(number),
        ("H", 1..=2) => Field::Half(number),
        _ => return None,
    };
    let of = usize::from(words.is(token + 2, "of"));
    let year = year_digits(words, token + 2 + of, false);
    if year.is_none() && letter == "H" {
        return None;
    }
    let end = year.map_or(token + 2, |_| token + 3 + of);
    Some(Found::new(token, end, words.start(token), Expression::calendar(year.map_or(Year::Unsaid(None), Year::Known), field), "quarter"))
}

/// «the week of March 6», «the month of March», «the year 1984», «the new year».
fn week_of(words: &Words<'_>, token: usize) -> Option<Found> {
    let start = words.start(token);
    if words.folded(token) != "the" {
        return None;
    }
    if words.is(token + 1, "new") && words.bare(token + 2, "unit").is_some_and(|hit| hit.is("year") && one(&hit)) {
        return Some(Found::new(token, token + 3, start, Expression::NewYear, "new-year"));
    }
    let noun = words.bare(token + 1, "unit").filter(one)?;
    match noun.value {
        "week" if words.is(noun.end, "of") => {
            let day = date(words, noun.end + 1, false)
                .filter(|found| matches!(*found.expression, Expression::Calendar(Calendar { field: Field::Day(..), .. })))?;
            Some(Found::new(token, day.end, start, Expression::WeekOf(day.expression), "week-of"))
        }
        "month" if words.is(noun.end, "of") => {
            let month = date(words, noun.end + 1, false).filter(|found| {
                matches!(*found.expression, Expression::Calendar(Calendar { field: Field::Month(_), .. }) | Expression::Hijri { .. })
            })?;
            Some(Found::new(token, month.end, start, month.expression, "month-of"))
        }
        "year" => {
            let year = year(words, noun.end, false, true)?;
            Some(Found::new(token, year.end, start, year.expression, "year"))
        }
        _ => None,
    }
}

/// «last week», «this summer», «the past two days», «recent years», «earlier this month», «the next few weeks».
fn directed(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let start = words.start(token);
    let the = usize::from(words.folded(token) == "the");
    let lead = words.at(token, "earlier", first).map_or(0, |hit| hit.end - token);
    let at = token + the.max(lead);
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, expression, rule));
    let way = words.at(at, "direction", first && at == token)?;
    let direction = direction(way.value)?;
    if let Some(unit) = words.bare(way.end, "unit").filter(|hit| one(hit) && !way.has("recent")) {
        // «the last week» is a length that ends now, «the next day» is narrated.
        let name = Unit::from_name(unit.value).filter(|unit| *unit > Unit::Day)?;
        if words.is(way.end, "half") {
            return None;
        }
        // «last fiscal year» is read elsewhere; «this century» is.
        let expression = if the == 1 && direction != Direction::This && name <= Unit::Month && !words.is(at, "previous coming upcoming") {
            Expression::Length { length: Length::of(1, name), direction: Some(direction) }
        } else {
            Expression::Unit { unit: name, offset: steps(direction) }
        };
        return make(unit.end, expression, "unit");
    }
    if let Some(season) = words.bare(way.end, "season").filter(|_| !way.has("recent")) {
        return make(
            season.end,
            Expression::calendar(Year::Unsaid(Some(direction)), Field::Season(Season::from_code(season.value)?)),
            "season",
        );
    }
    if let Some(weekend) = words.bare(way.end, "weekend") {
        return make(weekend.end, Expression::Weekend(steps(direction)), "weekend");
    }
    if words.is(way.end, "school academic") && words.is(way.end + 1, "year") {
        return make(way.end + 2, Expression::SchoolYear(steps(direction)), "school-year");
    }
    if lead > 0 {
        return None;
    }
    if let Some(count) = count(words, way.end, false, false)
        && let Some(unit) = words.bare(count.end, "unit")
    {
        let length = Length::of(count.value, Unit::from_name(unit.value)?);
        return make(unit.end, Expression::Length { length, direction: Some(direction) }, "length-direction");
    }
    let few = words.bare(way.end, "some").map_or(way.end, |hit| hit.end);
    let unit = words.bare(few, "unit").filter(|hit| hit.has_form("many"))?;
    let reference = if direction == Direction::Next { Reference::Future } else { Reference::Past };
    (direction != Direction::This).then(|| make(unit.end, Expression::Vague(reference), "plural-direction")).flatten()
}

/// «summer 2021», «the summer of 2021», «in the spring».
fn season(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let start = words.start(token);
    let the = usize::from(words.folded(token) == "the");
    let season = words.at(token + the, "season", first && the == 0)?;
    let field = Field::Season(Season::from_code(season.value)?);
    let make = |end: usize, year: Year| Some(Found::new(token, end, start, Expression::calendar(year, field), "season"));
    let of = usize::from(words.is(season.end, "of"));
    if let Some(year) = year_digits(words, season.end + of, false) {
        return make(season.end + of + 1, Year::Known(year));
    }
    if let Some((years, end)) = relative_year(words, season.end) {
        return make(end, Year::Relative(years));
    }
    // «in the fall of Rome»: what it is the fall of follows.
    let asked = words.follows(token, "in during since by until before after");
    (the == 1 && asked && of == 0 && words.is_word(token)).then(|| make(season.end, Year::Unsaid(None))).flatten()
}

/// «early January», «the end of last year», «mid-2021», «the late 1990s», «the end of the month», «mid-March».
pub fn share(words: &Words<'_>, token: usize) -> Option<Found> {
    let start = words.start(token);
    // «mid-march» is one word.
    if let Some(hit) = words.any(token, "midmonth") {
        let year = year_digits(words, hit.end, false).filter(|year| (1800..=2100).contains(year));
        let end = year.map_or(hit.end, |_| hit.end + 1);
        let inner = Expression::calendar(year.map_or(Year::Unsaid(None), Year::Known), Field::Month(hit.number()?));
        return Some(Found::new(token, end, start, Expression::Modified(Modifier::Mid, Box::new(inner)), "share"));
    }
    let the = usize::from(words.folded(token) == "the" && words.any(token, "share").is_none());
    let hit = words.at(token + the, "share", the == 0)?;
    let modifier = Modifier::from_id(hit.value)?;
    let make = |end: usize, inner: Box<Expression>| Some(Found::new(token, end, start, Expression::Modified(modifier, inner), "share"));
    let dash = usize::from(matches!(words.mark(hit.end), Some('-')));
    let at = hit.end + dash;
    if let Some(found) = period(words, at, false).or_else(|| year(words, at, false, true)) {
        let day = matches!(*found.expression, Expression::Calendar(Calendar { field: Field::Day(..), .. }));
        // «the 2020 end» cannot be; «the early 1990s» can.
        return (!day).then(|| make(found.end, found.expression)).flatten();
    }
    // «the end of the year»: the one that runs.
    if !words.is(at, "the") || the == 1 && !words.folded(token + 1).is_empty() && words.is(token + 1, "early late mid") {
        return None;
    }
    let noun = words.bare(at + 1, "unit").filter(|hit| one(hit) && hit.is("week month year quarter decade century"))?;
    let unit = Unit::from_name(noun.value)?;
    (!words.is(noun.end, "of")).then(|| make(noun.end, Box::new(Expression::Unit { unit, offset: 0 }))).flatten()
}

/// «from March 3 to 5», «between May and June», «3-5 March 2022», «Monday to Friday».
pub fn range(words: &Words<'_>, token: usize) -> Option<Found> {
    days_of_one_month(words, token).or_else(|| month_and_days(words, token)).or_else(|| two_dates(words, token))
}

/// A dash or a word between two ends; «and» only after «between».
fn link(words: &Words<'_>, token: usize, at: usize) -> Option<usize> {
    let word = words.is(at, "to until through till") || words.follows(token, "between") && words.is(at, "and");
    (word || matches!(words.mark(at), Some('-' | '–' | '—'))).then_some(at + 1)
}

fn small(words: &Words<'_>, token: usize) -> Option<(u8, usize)> {
    let day = words.digits(token, 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))?;
    let suffix = words.glued(token + 1) && words.is(token + 1, "st nd rd th");
    Some((day, token + 1 + usize::from(suffix)))
}

/// «3 to 5 March 2022», «between 5 and 10 March».
fn days_of_one_month(words: &Words<'_>, token: usize) -> Option<Found> {
    let (from, end) = small(words, token)?;
    let next = link(words, token, end)?;
    let last = date(words, next, false).filter(|_| words.digits(next, 2).is_some())?;
    let Expression::Calendar(calendar @ Calendar { field: Field::Day(month, to), .. }) = *last.expression else { return None };
    if from >= to || calendar.numeric || last.rule.starts_with("date-") {
        return None;
    }
    let one = Expression::Calendar(Calendar { field: Field::Day(month, from), ..calendar });
    let range = Expression::Interval(Box::new(one), last.expression);
    Some(Found::new(token, last.end, words.start(token), range, "range"))
}

/// «March 3-5, 2022», «March 3 to 5».
fn month_and_days(words: &Words<'_>, token: usize) -> Option<Found> {
    let (month, end, _) = super::calendar::month(words, token, true)?;
    let (from, end) = small(words, end).filter(|_| words.continues(end))?;
    let next = link(words, token, end)?;
    let (to, end) = small(words, next).filter(|(to, _)| *to > from && words.continues(next))?;
    let comma = usize::from(words.mark(end) == Some(','));
    let year = year_digits(words, end + comma, false).filter(|year| (1800..=2100).contains(year));
    let end = year.map_or(end, |_| end + comma + 1);
    let year = year.map_or(Year::Unsaid(None), Year::Known);
    let at = |day: u8| Box::new(Expression::calendar(year, Field::Day(month, day)));
    Some(Found::new(token, end, words.start(token), Expression::Interval(at(from), at(to)), "range"))
}

fn two_dates(words: &Words<'_>, token: usize) -> Option<Found> {
    let dated = |token: usize, first: bool| {
        let found = day(words, token, first)
            .filter(|found| matches!(*found.expression, Expression::Calendar(_) | Expression::Weekday { direction: None, .. }));
        found.or_else(|| {
            super::calendar::month(words, token, first).map(|(month, end, _)| {
                Found::new(token, end, words.start(token), Expression::calendar(Year::Unsaid(None), Field::Month(month)), "month")
            })
        })
    };
    let one = dated(token, true)?;
    let next = link(words, token, one.end)?;
    let weekdays = matches!(*one.expression, Expression::Weekday { .. });
    let said = words.follows(token, "from between");
    // «April-June», «Monday to Friday»; a dash after a date may open a report.
    if !said && (words.mark(one.end).is_some() && !words.glued(next) || words.is(one.end, "until till")) {
        return None;
    }
    let two = dated(next, false).filter(|two| core::mem::discriminant(&*one.expression) == core::mem::discriminant(&*two.expression))?;
    if weekdays && !said && !matches!(words.folded(one.end), "to" | "through" | "-" | "–") {
        return None;
    }
    let mut first = one.expression;
    // «January to March 2021»: the year is said once.
    if let (Expression::Calendar(first), Expression::Calendar(last)) = (&mut *first, &*two.expression)
        && first.year == Year::Unsaid(None)
        && let Year::Known(year) = last.year
        && let (Some(from), Some(to)) = (month_of(first.field), month_of(last.field))
    {
        first.year = Year::Known(if from <= to { year } else { year - 1 });
    }
    Some(Found::new(token, two.end, one.start, Expression::Interval(first, two.expression), "range"))
}

const fn month_of(field: Field) -> Option<(u8, u8)> {
    match field {
        Field::Month(month) => Some((month, 0)),
        Field::Day(month, day) => Some((month, day)),
        _ => None,
    }
}

/// «recently», «now», «in the near future», «in the coming days» is read elsewhere.
pub fn vague(words: &Words<'_>, token: usize) -> Option<Found> {
    if words.folded(token) == "the"
        && words.follows(token, "over during on at")
        && let Some(weekend) = words.bare(token + 1, "weekend")
    {
        return Some(Found::new(token, weekend.end, words.start(token), Expression::Weekend(0), "weekend"));
    }
    let hit = words.any(token, "vague")?;
    Some(Found::new(token, hit.end, hit.start, Expression::Vague(Reference::from_value(hit.value)?), "vague"))
}
