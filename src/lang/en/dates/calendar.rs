//! Dates: days, months and years, in digits and words.

use super::numbers::{day_of_month, era, here, year_digits, year_with_era};
use crate::date::Expression;
use crate::date::civil::{Day, days_in_month, digits};
use crate::date::expression::{Calendar, Direction, Field, Year};
use crate::date::words::{Found, Words};

/// The direction that a word such as "last" gives.
pub fn direction(value: &str) -> Option<Direction> {
    match value {
        "last" => Some(Direction::Last),
        "this" => Some(Direction::This),
        "next" => Some(Direction::Next),
        _ => None,
    }
}

/// A direction in units.
pub const fn steps(direction: Direction) -> i32 {
    match direction {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
    }
}

/// A month name: its number, where it ends (after its point), whether it is also another word.
#[inline(never)]
pub fn month(words: &Words<'_>, token: usize, first: bool) -> Option<(u8, usize, bool)> {
    let hit = words.at(token, "month", first)?;
    // Months are written with a capital.
    if !words.is_capital(token) {
        return None;
    }
    let point = words.folded(token).len() <= 4 && words.mark(hit.end) == Some('.') && words.glued(hit.end);
    let followed = words.scene.document.token(hit.end + 1).is_some_and(|token| token.is_number()) && words.continues(hit.end + 1);
    Some((hit.number()?, hit.end + usize::from(point && followed), hit.has("weak")))
}

/// A day or a month.
#[inline(never)]
pub fn date(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    date_in_digits(words, token, first).or_else(|| date_in_words(words, token, first)).or_else(|| hijri(words, token, first))
}

/// Events that are known by their day: month, day, what the words after it must be, year.
const EVENTS: &[(u8, u8, &str, i32)] = &[
    (9, 11, "attacks attack hijackings hijackers terrorist terror", 2001),
    (1, 6, "riot attack insurrection committee rioters hearings", 2021),
    (10, 7, "attack attacks massacre", 2023),
];

fn event(words: &Words<'_>, end: usize, field: Field) -> Option<Year> {
    let Field::Day(month, day) = field else { return None };
    let (.., year) = EVENTS.iter().find(|event| (event.0, event.1) == (month, day) && words.is(end, event.2))?;
    Some(Year::Known(*year))
}

/// Words after which a month that is also another word, or a number, is of the calendar.
const ASKING: &str = "in since until by during from of early late mid between to and till before after";

#[inline(never)]
fn date_in_words(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let start = words.start(token);
    let make = |end: usize, year: Year, field: Field| {
        if let Field::Day(month, day) = field
            && day > days_in_month(2000, month)
        {
            return None;
        }
        let year = if year == Year::Unsaid(None) { event(words, end, field).unwrap_or(year) } else { year };
        Some(Found::new(token, end, start, Expression::calendar(year, field), "date"))
    };
    let year_at = |at: usize| {
        let comma = usize::from(words.mark(at) == Some(','));
        if comma == 0
            && let Some((year, end)) = year_with_era(words, at, false)
        {
            return Some((Year::Known(year), end));
        }
        year_digits(words, at + comma, false)
            .filter(|year| (1800..=2100).contains(year))
            .map(|year| (Year::Known(year), at + comma + 1))
            .or_else(|| relative_year(words, at).map(|(years, end)| (Year::Relative(years), end)))
    };
    // 8 March 2022, the 8th of March
    let lead = usize::from(words.folded(token) == "the" && here(words, token, first));
    if let Some((day, end)) = day_of_month(words, token + lead, first && lead == 0) {
        let of = usize::from(words.is(end, "of"));
        if let Some((month, end, _)) = month(words, end + of, false) {
            return match year_at(end) {
                Some((year, end)) => make(end, year, Field::Day(month, day)),
                None => make(end, Year::Unsaid(None), Field::Day(month, day)),
            };
        }
    }
    // last March
    if let Some(way) = words.at(token, "direction", first).filter(|hit| !hit.has("recent"))
        && let Some(direction) = direction(way.value)
        && let Some((month, end, _)) = month(words, way.end, false)
    {
        if let Some((day, end)) = day_of_month(words, end, false).filter(|_| words.digits(end, 2).is_some()) {
            return make(end, Year::Unsaid(Some(direction)), Field::Day(month, day));
        }
        return make(end, Year::Unsaid(Some(direction)), Field::Month(month));
    }
    let (number, end, weak) = month(words, token, first)?;
    // «March 8, 2022», «July Fourth»; «May 2022» has no day
    let day = day_of_month(words, end, false).filter(|&(day, day_end)| {
        words.digits(end, 2).is_some() && !is_amount(words, day_end) || words.digits(end, 2).is_none() && day > 2 && !weak
    });
    if let Some((day, day_end)) = day {
        return match year_at(day_end) {
            Some((year, end)) => make(end, year, Field::Day(number, day)),
            None => make(day_end, Year::Unsaid(None), Field::Day(number, day)),
        };
    }
    let of = usize::from(words.is(end, "of"));
    if let Some((year, end)) = year_at(end + of) {
        return make(end, year, Field::Month(number));
    }
    let asked = words.follows(token, ASKING);
    let mut found = (!weak || asked || !first).then(|| make(end, Year::Unsaid(None), Field::Month(number))).flatten()?;
    if weak {
        found.rule = "month-alone";
    }
    // «April Jones», «June Brown»: a capital follows that is no month or weekday.
    let name_follows = words.continues(end) && words.scene.is(end, crate::lexicon::Class::FamilyName) && words.is_capital(end);
    (!name_follows).then_some(found)
}

/// A number before a percent sign or a point counts something: «in March 20 percent».
fn is_amount(words: &Words<'_>, end: usize) -> bool {
    words.mark(end) == Some('%') || words.is(end, "percent per people million billion")
}

/// «last year», «this year», «of next year»: years after the running one.
#[inline(never)]
pub fn relative_year(words: &Words<'_>, token: usize) -> Option<(i32, usize)> {
    let at = if words.is(token, "of") { token + 1 } else { token };
    let way = words.bare(at, "direction").filter(|hit| !hit.has("recent"))?;
    let noun = words.bare(way.end, "unit").filter(|hit| hit.is("year") && hit.has_form("one"))?;
    Some((steps(direction(way.value)?), noun.end))
}

/// «2022-01-08», «1/8/2022», «8.3.2024», «9/11»: the month first, as American papers write, unless only the day can stand there
/// or the points of the continent say otherwise. Which it is, is said to be open where both are possible.
#[inline(never)]
fn date_in_digits(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let document = words.scene.document;
    if !here(words, token, first)
        || words.glued(token) && !document.before(token).is_some_and(|before| matches!(before.mark(), Some('(' | '[' | ':')))
    {
        return None;
    }
    let make = |end: usize, year: i32, month: i32, day: i32, numeric: bool, rule: &'static str| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Day::new(year, month, day)?;
        let calendar = Calendar { numeric, ..Calendar::new(Year::Known(year), Field::Day(month, day)) };
        Some(Found::new(token, end, words.start(token), Expression::Calendar(calendar), rule))
    };
    let folded = words.folded(token);
    if folded.bytes().filter(|byte| *byte == b'.').count() == 2 && document.token(token)?.is_number() {
        let mut parts = folded.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if day.len() > 2 || month.len() > 2 || year.len() != 4 {
            return None;
        }
        let number = |part: &str| digits(part).and_then(|part| i32::try_from(part).ok());
        return make(token + 1, number(year)?, number(month)?, number(day)?, false, "date-digits");
    }
    let mark = words.mark(token + 1).filter(|mark| matches!(mark, '/' | '-'))?;
    let glued = |to: usize| (1..=to).all(|ahead| words.glued(token + ahead));
    // «9/11» is the day of the attacks wherever it stands.
    let short = mark == '/' && glued(2) && (folded, words.folded(token + 2)) == ("9", "11");
    if short && words.mark(token + 3) != Some('/') {
        return make(token + 3, 2001, 9, 11, false, "date-event");
    }
    if words.mark(token + 3) != Some(mark) || !glued(4) || words.glued(token + 5) && words.mark(token + 5) == Some(mark) {
        return None;
    }
    let part = |ahead: usize| words.digits(token + ahead, 4).and_then(|part| i32::try_from(part).ok());
    let (one, two, three) = (part(0)?, part(2)?, part(4)?);
    if one >= 1000 {
        return make(token + 5, one, two, three, false, "date-digits");
    }
    if three < 1000 {
        return None;
    }
    match (one > 12, two > 12) {
        (true, _) => make(token + 5, three, two, one, false, "date-digits-day-first"),
        (false, true) => make(token + 5, three, one, two, false, "date-digits-month-first"),
        (false, false) => make(token + 5, three, one, two, true, "date-digits"),
    }
}

/// «Ramadan», «the month of Muharram», «1 Ramadan 1443»: months of the Hijri calendar.
#[inline(never)]
fn hijri(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let start = words.start(token);
    let day =
        words.digits(token, 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=30).contains(day) && here(words, token, first));
    let at = token + usize::from(day.is_some());
    let way = if day.is_none() { words.at(at, "direction", first).and_then(|hit| Some((direction(hit.value)?, hit.end))) } else { None };
    let name_at = way.map_or(at, |(_, end)| end);
    let hit = words.at(name_at, "hijri", first && name_at == token)?;
    if !words.is_capital(name_at) {
        return None;
    }
    let year = words.digits(hit.end, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| (1300..=1500).contains(year));
    let year = year.filter(|_| words.continues(hit.end));
    let end = hit.end + usize::from(year.is_some());
    let end = end + usize::from(year.is_some() && words.is(end, "ah a.h a.h."));
    // Ramadan is a given name as well.
    let asked = words.follows(token, ASKING) || words.follows(token, "holy fasting month");
    if day.is_none() && way.is_none() && year.is_none() && !asked {
        return None;
    }
    let expression = Expression::Hijri { year, month: Some(hit.number()?), day, direction: way.map(|(way, _)| way) };
    Some(Found::new(token, end, start, expression, "hijri"))
}

/// Words before which a number alone is a year.
const BEFORE_YEARS: &str = "in since by until from of during before after early late mid year between to till through around circa";

/// «2011», «2011-2014», «300 BC», «fiscal 2022», «FY2022», «the 2021-22 season».
#[inline(never)]
pub fn year(words: &Words<'_>, token: usize, first: bool, asked: bool) -> Option<Found> {
    let start = words.start(token);
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, expression, rule));
    if let Some((year, end)) = year_with_era(words, token, first) {
        return make(end, Expression::year(Year::Known(year)), "year-era");
    }
    if let Some(found) = fiscal(words, token, first) {
        return Some(found);
    }
    let year = year_digits(words, token, first).filter(|year| (1800..=2100).contains(year))?;
    if !asked && words.glued(token) && words.scene.document.before(token).is_none_or(|before| before.mark() != Some('(')) {
        return None;
    }
    let year_expression = |year: i32| Box::new(Expression::year(Year::Known(year)));
    if matches!(words.mark(token + 1), Some('-' | '–' | '/')) && words.glued(token + 1) {
        let last = words.digits(token + 2, 4).and_then(|last| i32::try_from(last).ok()).filter(|_| words.glued(token + 2));
        let last = last.map(|last| if last < 100 && words.folded(token + 2).len() == 2 { year / 100 * 100 + last } else { last });
        if let Some(last) = last.filter(|last| *last > year && *last < year + 200) {
            // «2021-22» is a season where a noun says so; a dash and two digits are no year by themselves.
            let long = words.folded(token + 2).len() == 4;
            let season = words.is(token + 3, "season seasons campaign academic school fiscal") && last == year + 1;
            if long && words.mark(token + 1) != Some('/') || season {
                return make(token + 3, Expression::Interval(year_expression(year), year_expression(last)), "years");
            }
        }
        return None;
    }
    let before = words.follows(token, BEFORE_YEARS);
    if words.follows(token, "from between") && words.is(token + 1, "to until through and") {
        let last = year_digits(words, token + 2, false).filter(|last| *last > year && *last < year + 200);
        if let Some(last) = last {
            return make(token + 3, Expression::Interval(year_expression(year), year_expression(last)), "years");
        }
    }
    let counted = words.is_word(token + 1)
        && words.continues(token + 1)
        && words.folded(token + 1).ends_with('s')
        && words.folded(token + 1).len() > 4;
    (asked || before && !counted).then(|| make(token + 1, Expression::year(Year::Known(year)), "year")).flatten()
}

/// «fiscal 2022», «fiscal year 2022», «FY2022», «FY 2022».
fn fiscal(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !here(words, token, first) {
        return None;
    }
    let at = match words.folded(token) {
        "fiscal" | "financial" => token + 1 + usize::from(words.is(token + 1, "year")),
        "fy" => token + 1,
        _ => return None,
    };
    let year = year_digits(words, at, false).filter(|year| (1900..=2100).contains(year))?;
    Some(Found::new(token, at + 1, words.start(token), Expression::FiscalYear(year), "fiscal"))
}

/// The century that a number names, with its era: «the 19th century», «the fifth century BC».
pub fn century(words: &Words<'_>, number: u8, end: usize) -> Option<(Expression, usize)> {
    let prefix = i32::from(number).checked_sub(1).filter(|prefix| *prefix >= 0)?;
    let (sign, end) = era(words, end).unwrap_or((1, end));
    Some((Expression::Century { prefix, before_christ: sign < 0 }, end))
}
