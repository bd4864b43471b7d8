//! English expressions of time: rules over the words of `words/time_words.tsv`. Each rule reads at one token and says how far
//! it reaches; the longest reading wins.

use crate::date::expression::{Calendar, Clock, DayPart, Direction, Field, From, Length, Reference, Season, Unit, Year};
use crate::date::setting::{self, Setting};
use crate::date::words::{Count, Found, Words, longest};
use crate::date::{Expression, Modifier, Outlook, TimexCandidate};
use crate::find::Scene;
use crate::text::span::Span;

/// Finds the expressions of time.
#[must_use]
pub fn find(scene: &Scene<'_>) -> Vec<TimexCandidate> {
    let words = Words { scene };
    let mut candidates: Vec<TimexCandidate> = Vec::new();
    let mut token = 0;
    // Digits belong to the language whose words stand on their line.
    let mut line_reads = false;
    while let Some(here) = scene.document.token(token) {
        if here.starts_line {
            let line = scene.document.lines().get(scene.document.line_of(token)).map_or(token..token, |line| line.tokens.clone());
            line_reads = line.clone().any(|token| scene.is_word(token))
                && !line.into_iter().any(|token| scene.document.token(token).is_some_and(crate::text::token::Token::is_arabic));
        }
        let found = if here.is_number() && line_reads || scene.is_word(token) {
            longest([
                range(&words, token),
                share(&words, token),
                clock_and_day(&words, token),
                day_and_clock(&words, token),
                period(&words, token, true),
                length(&words, token),
                every(&words, token),
                vague(&words, token),
            ])
        } else {
            None
        };
        match found.filter(|found| found.end > token) {
            Some(found) => {
                candidates.push(TimexCandidate {
                    span: Span::new(found.start, scene.document.span(found.token..found.end).end),
                    outlook: outlook(scene, found.token, found.end),
                    said_on: None,
                    stamp: None,
                    tokens: found.token..found.end,
                    expression: found.expression,
                    rule: found.rule,
                });
                token = found.end;
            }
            None => token += 1,
        }
    }
    setting::stamps(&words, &SETTING, &mut candidates);
    setting::speech(scene, &SETTING, &mut candidates);
    candidates
}

const SETTING: Setting =
    Setting { fillers: &["on", "at", "in", "by"], tells: |scene, token| tense(scene.folded(token)) != Outlook::Unsaid, says };

fn says(scene: &Scene<'_>, token: usize) -> bool {
    ["said", "told", "statement", "added", "announced", "wrote", "conference", "remarks", "speech"].contains(&scene.folded(token))
}

/// Tokens looked at before and after the expression for the tense of its clause.
const REACH: usize = 30;

fn outlook(scene: &Scene<'_>, start: usize, end: usize) -> Outlook {
    let sentence = scene.document.sentence_around(start);
    let before = (sentence.start.max(start.saturating_sub(REACH))..start).rev();
    let after = end..sentence.end.min(end + REACH);
    before.chain(after).map(|token| tense(scene.folded(token))).find(|found| *found != Outlook::Unsaid).unwrap_or_default()
}

const FUTURE: &[&str] = &["will", "would", "shall", "plans", "planned", "expected", "scheduled", "due", "upcoming", "set", "won't"];
/// The present of arranged events: "the match starts on Friday".
const ARRANGED: &[&str] = &[
    "starts", "begins", "opens", "meets", "visits", "arrives", "faces", "hosts", "plays", "convenes", "votes", "kicks", "departs",
    "travels",
];
const PAST: &[&str] = &[
    "said", "was", "were", "had", "met", "told", "held", "took", "began", "came", "went", "left", "won", "lost", "fell", "rose", "became",
    "made", "gave", "led", "spoke", "shot", "found", "struck", "broke", "sent",
];

fn tense(word: &str) -> Outlook {
    if FUTURE.contains(&word) || ARRANGED.contains(&word) {
        Outlook::Future
    } else if PAST.contains(&word) || word.len() > 4 && word.ends_with("ed") {
        Outlook::Past
    } else {
        Outlook::Unsaid
    }
}

// --------------------------------------------------------------------------------------------------------------- numbers

fn here(words: &Words<'_>, token: usize, first: bool) -> bool {
    first || words.scene.continues(token)
}

/// A number in digits or words up to ninety-nine; an article only where `article` allows it.
fn count(words: &Words<'_>, token: usize, first: bool, article: bool) -> Option<Count> {
    if !here(words, token, first) {
        return None;
    }
    if let Some(value) = words.digits(token, 6) {
        return Some(Count { value, end: token + 1, start: words.start(token), digits: true });
    }
    let hit = words.at(token, "number", first).filter(|hit| article || !hit.has("article"))?;
    Some(Count { value: hit.number()?, end: hit.end, start: hit.start, digits: false })
}

/// A day of the month: «8», «8th», «eighth».
fn day_of_month(words: &Words<'_>, token: usize, first: bool) -> Option<(u8, usize)> {
    if !here(words, token, first) {
        return None;
    }
    if let Some(day) = words.digits(token, 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day)) {
        let suffix = words.glued(token + 1) && words.is(token + 1, &["st", "nd", "rd", "th"]);
        return Some((day, token + 1 + usize::from(suffix)));
    }
    let hit = words.at(token, "ordinal", first)?;
    Some((hit.number()?, hit.end))
}

fn year_digits(words: &Words<'_>, token: usize, first: bool) -> Option<i32> {
    let value = words.digits(token, 4).filter(|year| (1000..=2999).contains(year) && here(words, token, first))?;
    if words.glued(token + 1) && (words.is(token + 1, &["s", "th"]) || words.mark(token + 1) == Some(':')) {
        return None;
    }
    i32::try_from(value).ok()
}

// --------------------------------------------------------------------------------------------------------------- calendar

/// A month name: where it ends (after its point) and whether it is also another word.
fn month(words: &Words<'_>, token: usize, first: bool) -> Option<(u8, usize, bool)> {
    let hit = words.at(token, "month", first)?;
    // Months are written with a capital.
    if !words.scene.document.source(token).starts_with(char::is_uppercase) {
        return None;
    }
    let point = words.scene.folded(token).len() <= 4 && words.mark(hit.end) == Some('.') && words.glued(hit.end);
    let point = point && words.digits(hit.end + 1, 4).is_some();
    Some((hit.number()?, hit.end + usize::from(point), hit.has("weak")))
}

fn date(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    date_in_digits(words, token, first).or_else(|| date_in_words(words, token, first))
}

fn date_in_words(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let start = words.start(token);
    let make = |end: usize, year: Year, field: Field| {
        if let Field::Day(month, day) = field
            && day > crate::date::civil::days_in_month(2000, month)
        {
            return None;
        }
        Some(Found::new(token, end, start, Expression::calendar(year, field), "date"))
    };
    let year_at = |at: usize| {
        let comma = usize::from(words.mark(at) == Some(','));
        year_digits(words, at + comma, false).filter(|year| (1800..=2100).contains(year)).map(|year| (year, at + comma + 1))
    };
    // 8 March 2022, the 8th of March
    let lead = usize::from(words.scene.folded(token) == "the" && here(words, token, first));
    if let Some((day, end)) = day_of_month(words, token + lead, first && lead == 0) {
        let of = usize::from(words.is(end, &["of"]));
        if let Some((month, end, _)) = month(words, end + of, false) {
            return match year_at(end) {
                Some((year, end)) => make(end, Year::Known(year), Field::Day(month, day)),
                None => make(end, Year::Unsaid(None), Field::Day(month, day)),
            };
        }
    }
    // last March
    if let Some(way) = words.at(token, "direction", first).filter(|hit| !hit.has("recent"))
        && let Some(direction) = direction(way.value)
        && let Some((month, end, _)) = month(words, way.end, false)
    {
        return make(end, Year::Unsaid(Some(direction)), Field::Month(month));
    }
    let (number, end, weak) = month(words, token, first)?;
    if let Some((day, day_end)) = day_of_month(words, end, false).filter(|_| words.digits(end, 2).is_some()) {
        // «March 8, 2022»; «May 2022» has no day
        return match year_at(day_end) {
            Some((year, end)) => make(end, Year::Known(year), Field::Day(number, day)),
            None => make(day_end, Year::Unsaid(None), Field::Day(number, day)),
        };
    }
    let of = usize::from(words.is(end, &["of"]));
    if let Some((year, end)) = year_at(end + of) {
        return make(end, Year::Known(year), Field::Month(number));
    }
    if let Some((years, end)) = relative_year(words, end + of) {
        return make(end, Year::Relative(years), Field::Month(number));
    }
    let asked =
        words.follows(token, &["in", "since", "until", "by", "during", "from", "of", "early", "late", "mid", "between", "to", "and"]);
    (!weak || asked || !first).then(|| make(end, Year::Unsaid(None), Field::Month(number))).flatten()
}

/// «last year», «this year»: years after the running one.
fn relative_year(words: &Words<'_>, token: usize) -> Option<(i32, usize)> {
    let way = words.bare(token, "direction").filter(|hit| !hit.has("recent"))?;
    let noun = words.bare(way.end, "unit").filter(|hit| hit.value == "year" && hit.attribute("form") == Some("one"))?;
    Some((steps(direction(way.value)?), noun.end))
}

fn direction(value: &str) -> Option<Direction> {
    match value {
        "last" => Some(Direction::Last),
        "this" => Some(Direction::This),
        "next" => Some(Direction::Next),
        _ => None,
    }
}

const fn steps(direction: Direction) -> i32 {
    match direction {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
    }
}

/// «2022-01-08», «1/8/2022»: the month first, as American papers write, unless only the day can stand there.
fn date_in_digits(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let document = words.scene.document;
    if !here(words, token, first)
        || words.glued(token) && !document.before(token).is_some_and(|before| matches!(before.mark(), Some('(' | '[')))
    {
        return None;
    }
    let mark = words.mark(token + 1).filter(|mark| matches!(mark, '/' | '-'))?;
    if words.mark(token + 3) != Some(mark)
        || !(1..=4).all(|ahead| words.glued(token + ahead))
        || words.glued(token + 5) && words.mark(token + 5) == Some(mark)
    {
        return None;
    }
    let part = |ahead: usize| words.digits(token + ahead, 4).and_then(|part| i32::try_from(part).ok());
    let (one, two, three) = (part(0)?, part(2)?, part(4)?);
    let (year, month, day) = if one >= 1000 {
        (one, two, three)
    } else if three >= 1000 {
        (three, one, two)
    } else {
        return None;
    };
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    crate::date::civil::Day::new(year, month, day)?;
    Some(Found::new(token, token + 5, words.start(token), Expression::calendar(Year::Known(year), Field::Day(month, day)), "date-digits"))
}

// -------------------------------------------------------------------------------------------------------------------- days

fn day(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let make = |start: usize, end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, expression, rule));
    if let Some(hit) = words.at(token, "deictic", first) {
        let offset: i32 = hit.number()?;
        if let Some(part) = hit.attribute("part").and_then(DayPart::from_code) {
            return make(
                hit.start,
                hit.end,
                Expression::Part { day: Box::new(Expression::Day { offset, weekday: None }), part },
                "deictic",
            );
        }
        return make(hit.start, hit.end, Expression::Day { offset, weekday: None }, "deictic");
    }
    // the same day, the next day, the following day
    let the = usize::from(words.scene.folded(token) == "the" && here(words, token, first));
    if the == 1
        && let Some(way) = words.bare(token + 1, "direction")
        && let Some(noun) = words.bare(way.end, "unit").filter(|hit| hit.value == "day" && hit.attribute("form") == Some("one"))
    {
        let offset = match way.value {
            "same" => 0,
            "next" | "following" => 1,
            "last" if !way.has("recent") => -1,
            _ => return None,
        };
        return make(words.start(token), noun.end, Expression::Narrated { unit: Unit::Day, offset }, "narrated");
    }
    let way = words.at(token, "direction", first).filter(|hit| !hit.has("recent")).and_then(|hit| Some((direction(hit.value)?, hit)));
    let at = way.map_or(token, |(_, hit)| hit.end);
    if let Some(hit) =
        words.at(at, "weekday", first && way.is_none()).filter(|_| words.scene.document.source(at).starts_with(char::is_uppercase))
    {
        let start = way.map_or(hit.start, |(_, way)| way.start);
        let weekday: u8 = hit.number()?;
        let point =
            usize::from(words.scene.folded(at).len() <= 5 && !words.scene.folded(at).ends_with("day") && words.mark(hit.end) == Some('.'));
        let mut next = hit.end + point;
        next += usize::from(words.mark(next) == Some(','));
        if way.is_none()
            && let Some(Found { end, expression: Expression::Calendar(calendar @ Calendar { field: Field::Day(..), .. }), .. }) =
                date(words, next, false)
        {
            return make(start, end, Expression::Calendar(Calendar { weekday: Some(weekday), ..calendar }), "weekday-date");
        }
        if words.scene.folded(at).len() <= 5 && !words.scene.folded(at).ends_with("day") {
            return None;
        }
        return make(start, hit.end, Expression::Weekday { weekday, direction: way.map(|(way, _)| way) }, "weekday");
    }
    date(words, token, first)
}

// ------------------------------------------------------------------------------------------------------------------- clock

/// «7:30 p.m.», «7pm», «19:30 GMT», «0700 GMT»: the clock, where it ends, whether words say that it is one.
fn clock(words: &Words<'_>, token: usize, first: bool) -> Option<(Clock, usize, bool)> {
    if !here(words, token, first) {
        return None;
    }
    let mut at = token + 1;
    let (mut hour, mut minute, mut sure) = (words.digits(token, 4)?, 0, false);
    if words.mark(at) == Some(':') && words.glued(at) && words.glued(at + 1) && words.scene.folded(at + 1).len() == 2 {
        minute = words.digits(at + 1, 2)?;
        at += 2;
    } else if words.scene.folded(token).len() == 4 && words.bare(at, "zone").is_some() {
        (hour, minute) = (hour / 100, hour % 100);
    } else if words.scene.folded(token).len() > 2 {
        return None;
    }
    let plain = at == token + 1;
    let half = if let Some(hit) = words.bare(at, "meridiem") {
        at = hit.end;
        Some(hit.value == "pm")
    } else if words.is(at, &["a", "p"]) && words.mark(at + 1) == Some('.') && words.is(at + 2, &["m"]) {
        let afternoon = words.is(at, &["p"]);
        at += 3 + usize::from(words.mark(at + 3) == Some('.') && words.glued(at + 3));
        Some(afternoon)
    } else {
        None
    };
    if let Some(afternoon) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        sure = true;
    }
    let mut zone = None;
    if let Some(hit) = words.bare(at, "zone") {
        let time = usize::from(words.is(hit.end, &["time"]));
        if hit.value == "Z" || time == 1 {
            (zone, at, sure) = (Some(hit.value), hit.end + time, true);
        }
    } else if words.is(at, &["local"]) && words.is(at + 1, &["time"]) {
        (at, sure) = (at + 2, true);
    }
    if hour > 24 || minute > 59 || hour == 24 && minute > 0 || plain && !sure {
        return None;
    }
    Some((Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()?, zone }, at, sure))
}

fn clock_and_day(words: &Words<'_>, token: usize) -> Option<Found> {
    let (clock, end, sure) = clock(words, token, true)?;
    let mut at = end;
    if words.mark(at).is_some_and(|mark| matches!(mark, ',' | '-' | '|')) || words.is(at, &["on"]) {
        at += 1;
    }
    let make =
        |end: usize, day: Option<Box<Expression>>| Found::new(token, end, words.start(token), Expression::Clock { day, clock }, "clock");
    match day(words, at, false) {
        Some(day) => Some(make(day.end, Some(Box::new(day.expression)))),
        None => sure.then(|| make(end, None)),
    }
}

fn day_and_clock(words: &Words<'_>, token: usize) -> Option<Found> {
    let day = day(words, token, true)?;
    let mut at = day.end;
    if words.mark(at).is_some_and(|mark| matches!(mark, ',' | '-' | '|' | '–')) || words.is(at, &["at", "t"]) {
        at += 1;
    }
    if let Some((clock, end, sure)) = clock(words, at, false)
        && (sure || !matches!(day.expression, Expression::Weekday { .. }))
    {
        return Some(Found::new(token, end, day.start, Expression::Clock { day: Some(Box::new(day.expression)), clock }, "day-clock"));
    }
    if let Some(part) = words.bare(day.end, "daypart").filter(|_| !matches!(day.expression, Expression::Part { .. })) {
        let expression = Expression::Part { day: Box::new(day.expression), part: DayPart::from_code(part.value)? };
        return Some(Found::new(token, part.end, day.start, expression, "day-part"));
    }
    Some(day)
}

// ----------------------------------------------------------------------------------------------------------------- periods

/// Words before which a number alone is a year.
const BEFORE_YEARS: &[&str] =
    &["in", "since", "by", "until", "from", "of", "during", "before", "after", "early", "late", "mid", "year", "between", "to"];

fn period(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !here(words, token, first) {
        return None;
    }
    let start = words.start(token);
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, start, expression, rule));
    if let Some(found) = date(words, token, first) {
        return Some(found);
    }
    let the = usize::from(words.scene.folded(token) == "the");
    let at = token + the;
    // the 1990s
    if let Some(value) = words.digits(at, 4).filter(|value| value % 10 == 0 && (1000..=2090).contains(value))
        && words.glued(at + 1)
        && words.is(at + 1, &["s"])
    {
        return make(at + 2, Expression::Decade(i32::try_from(value / 10).ok()?), "decade");
    }
    // the 19th century, the nineteenth century, the first quarter of 2022
    if let Some((number, end)) =
        day_of_month(words, at, first && the == 0).filter(|(_, end)| the == 1 || *end > at + 1 || words.digits(at, 2).is_none())
        && let Some(noun) =
            words.bare(end, "unit").filter(|hit| matches!(hit.value, "century" | "quarter") && hit.attribute("form") == Some("one"))
    {
        if noun.value == "century" {
            return make(noun.end, Expression::Century { prefix: i32::from(number) - 1, before_christ: false }, "century");
        }
        let of = usize::from(words.is(noun.end, &["of"]));
        let (year, end) = match (year_digits(words, noun.end + of, false), relative_year(words, noun.end + of)) {
            (Some(year), _) => (Year::Known(year), noun.end + of + 1),
            (None, Some((years, end))) => (Year::Relative(years), end),
            (None, None) if of == 0 => (Year::Unsaid(None), noun.end),
            (None, None) => return None,
        };
        return (1..=4).contains(&number).then(|| make(end, Expression::calendar(year, Field::Quarter(number)), "quarter")).flatten();
    }
    // last week, this summer, the past two days, recent years
    if let Some(way) = words.at(at, "direction", first && the == 0) {
        if let Some(direction) = direction(way.value) {
            if let Some(unit) = words.bare(way.end, "unit").filter(|hit| hit.attribute("form") == Some("one") && !way.has("recent")) {
                let unit_name = Unit::from_name(unit.value).filter(|unit| *unit > Unit::Day)?;
                return make(unit.end, Expression::Unit { unit: unit_name, offset: steps(direction) }, "unit");
            }
            if let Some(season) = words.bare(way.end, "season").filter(|_| !way.has("recent")) {
                let field = Field::Season(Season::from_code(season.value)?);
                return make(season.end, Expression::calendar(Year::Unsaid(Some(direction)), field), "season");
            }
            if let Some(weekend) = words.bare(way.end, "weekend") {
                return make(weekend.end, Expression::Weekend(steps(direction)), "weekend");
            }
            if let Some(count) = count(words, way.end, false, false)
                && let Some(unit) = words.bare(count.end, "unit")
            {
                let length = Length::of(count.value, Unit::from_name(unit.value)?);
                return make(unit.end, Expression::Length { length, direction: Some(direction) }, "length-direction");
            }
            let few = words.bare(way.end, "some").map_or(way.end, |hit| hit.end);
            if let Some(unit) = words.bare(few, "unit").filter(|hit| hit.attribute("form") == Some("many")) {
                let reference = if direction == Direction::Next { Reference::Future } else { Reference::Past };
                return (direction != Direction::This).then(|| make(unit.end, Expression::Vague(reference), "plural-direction")).flatten();
            }
        }
        return None;
    }
    if let Some(season) = words.at(at, "season", first && the == 0) {
        let of = usize::from(words.is(season.end, &["of"]));
        let year = year_digits(words, season.end + of, false)?;
        return make(
            season.end + of + 1,
            Expression::calendar(Year::Known(year), Field::Season(Season::from_code(season.value)?)),
            "season",
        );
    }
    if the == 1 {
        return None;
    }
    // 2011 and 2011-2014
    let year = year_digits(words, token, first).filter(|year| (1800..=2100).contains(year))?;
    if words.glued(token) && !words.scene.document.before(token).is_some_and(|before| matches!(before.mark(), Some('(' | '-'))) {
        return None;
    }
    if matches!(words.mark(token + 1), Some('-' | '–'))
        && let Some(last) = year_digits(words, token + 2, false).filter(|last| *last > year && *last < year + 200)
    {
        let range = Expression::Interval(Box::new(Expression::year(Year::Known(year))), Box::new(Expression::year(Year::Known(last))));
        return make(token + 3, range, "years");
    }
    let counted = words.scene.is_word(token + 1)
        && words.scene.continues(token + 1)
        && words.scene.folded(token + 1).ends_with('s')
        && words.scene.folded(token + 1).len() > 4;
    (words.follows(token, BEFORE_YEARS) && !counted).then(|| make(token + 1, Expression::year(Year::Known(year)), "year")).flatten()
}

/// «early January», «the end of last year».
fn share(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "share")?;
    let modifier = Modifier::from_id(hit.value)?;
    let dash = usize::from(matches!(words.mark(hit.end), Some('-')));
    let found = period(words, hit.end + dash, false)?;
    let day = matches!(found.expression, Expression::Calendar(Calendar { field: Field::Day(..), .. }));
    (!day).then(|| Found::new(token, found.end, hit.start, Expression::Modified(modifier, Box::new(found.expression)), "share"))
}

fn range(words: &Words<'_>, token: usize) -> Option<Found> {
    let dated = |token: usize, first: bool| {
        day(words, token, first)
            .filter(|found| matches!(found.expression, Expression::Calendar(_) | Expression::Weekday { direction: None, .. }))
    };
    let one = dated(token, true)?;
    let link = words.follows(token, &["from"]) && words.is(one.end, &["to", "until", "through"])
        || words.follows(token, &["between"]) && words.is(one.end, &["and"]);
    let two = dated(one.end + 1, false)
        .filter(|two| link && core::mem::discriminant(&one.expression) == core::mem::discriminant(&two.expression))?;
    Some(Found::new(token, two.end, one.start, Expression::Interval(Box::new(one.expression), Box::new(two.expression)), "range"))
}

// ----------------------------------------------------------------------------------------------------------------- lengths

/// «three days», «half an hour», «several weeks», «two days ago», «three days later», «more than a year».
fn length(words: &Words<'_>, token: usize) -> Option<Found> {
    let approx = words.any(token, "approx");
    let at = approx.map_or(token, |hit| hit.end);
    let first = approx.is_none();
    let start = words.start(token);
    let (length, end) = if let Some(half) = words.at(at, "fraction", first) {
        let unit = words.bare(half.end, "unit")?;
        match Unit::from_name(unit.value)? {
            Unit::Hour => (Length::of(30, Unit::Minute), unit.end),
            Unit::Year => (Length::of(6, Unit::Month), unit.end),
            Unit::Century => (Length::of(50, Unit::Year), unit.end),
            _ => return None,
        }
    } else if let Some(some) = words.at(at, "some", first) {
        let unit = words.bare(some.end, "unit").filter(|hit| hit.attribute("form") == Some("many"))?;
        (Length::some(Unit::from_name(unit.value)?), unit.end)
    } else {
        let count = count(words, at, first, true)?;
        let unit = words.bare(count.end, "unit")?;
        // «8 second» is an ordinal of something else, «a second» too.
        let one = unit.attribute("form") == Some("one");
        if one != (count.value == 1) || one && matches!(unit.value, "second" | "minute" | "quarter" | "day") && !count.digits && first {
            let ago = words.is(unit.end, &["ago", "later", "earlier"]);
            if one != (count.value == 1) || !ago {
                return None;
            }
        }
        (Length::of(count.value, Unit::from_name(unit.value)?), unit.end)
    };
    let wrap = |expression: Expression| match approx.and_then(|hit| Modifier::from_id(hit.value)) {
        Some(modifier) => Expression::Modified(modifier, Box::new(expression)),
        None => expression,
    };
    if words.is(end, &["ago", "earlier", "later"]) {
        let back = !words.is(end, &["later"]);
        let from = if words.is(end, &["ago"]) { From::Reference } else { From::Narrated };
        let expression = if length.count.is_some() {
            Expression::Offset { length, back, from }
        } else {
            Expression::Vague(if back { Reference::Past } else { Reference::Future })
        };
        return Some(Found::new(token, end + 1, start, wrap(expression), "offset"));
    }
    if words.is(end, &["old"]) {
        return Some(Found::new(token, end, start, wrap(Expression::Length { length, direction: None }), "age"));
    }
    Some(Found::new(token, end, start, wrap(Expression::Length { length, direction: None }), "length"))
}

/// «every day», «every Friday», «daily».
fn every(words: &Words<'_>, token: usize) -> Option<Found> {
    if let Some(hit) = words.any(token, "every") {
        return Some(Found::new(token, hit.end, hit.start, Expression::Every(Length::of(1, Unit::from_name(hit.value)?)), "every"));
    }
    if !["every", "each"].contains(&words.scene.folded(token)) {
        return None;
    }
    let make = |end: usize, expression: Expression| Some(Found::new(token, end, words.start(token), expression, "every"));
    if let Some(weekday) = words.bare(token + 1, "weekday") {
        return make(weekday.end, Expression::EveryWeekday(weekday.number()?));
    }
    let (value, at) = count(words, token + 1, false, false).map_or((1, token + 1), |count| (count.value, count.end));
    let unit = words.bare(at, "unit")?;
    make(unit.end, Expression::Every(Length::of(value, Unit::from_name(unit.value)?)))
}

fn vague(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "vague")?;
    Some(Found::new(token, hit.end, hit.start, Expression::Vague(Reference::from_value(hit.value)?), "vague"))
}
