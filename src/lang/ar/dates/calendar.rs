//! Dates: days, months and years, in digits and words, of the Gregorian and the Hijri calendar.

use super::contexts::{AFTER_YEARS, BEFORE_MONTHS, BEFORE_YEARS, EVENTS, NAMED_AFTER_DAYS};
use crate::date::Expression;
use crate::date::civil::digits;
use crate::date::expression::{Calendar, Direction, Field, HijriDate, Year};
use crate::date::words::{Found, Words};
use crate::lang::Clitics;
use crate::lexicon::Class;

/// «الشهر الجاري», «هذا الشهر» after a day: «السادس والعشرين من الشهر الماضي».
fn day_of_running_month(words: &Words<'_>, token: usize, day: u8) -> Option<(Expression, usize)> {
    let this = words.bare(token, "demonstrative").filter(|hit| hit.is("this"));
    let noun = words.bare(this.map_or(token, |hit| hit.end), "unit").filter(|hit| hit.is("month") && hit.has("definite"))?;
    let (months, end) = match this {
        Some(_) => (0, noun.end),
        None => direction(words, noun.end).map(|(_, months, end)| (months, end))?,
    };
    Some((Expression::DayOfMonth { months, day }, end))
}

/// The direction that a word of direction gives, without the words that only several units take (الأخير).
#[inline(never)]
pub fn direction(words: &Words<'_>, token: usize) -> Option<(Direction, i32, usize)> {
    let hit = words.bare(token, "direction").filter(|hit| !hit.has("recent"))?;
    let steps = hit.attribute("steps").and_then(|steps| digits(steps)?.try_into().ok()).unwrap_or(1);
    match hit.value {
        "last" => Some((Direction::Last, -steps, hit.end)),
        "this" => Some((Direction::This, 0, hit.end)),
        "next" => Some((Direction::Next, steps, hit.end)),
        _ => None,
    }
}

/// A month where it stands.
#[derive(Clone, Copy, Debug)]
struct Month {
    number: u8,
    hijri: bool,
    weak: bool,
    start: usize,
    end: usize,
}

#[inline(never)]
fn month_name(words: &Words<'_>, token: usize, first: bool) -> Option<Month> {
    if let Some(hit) = words.at(token, "month", first) {
        return Some(Month { number: hit.number()?, hijri: false, weak: hit.has("weak"), start: hit.start, end: hit.end });
    }
    if let Some(hit) = words.at(token, "hijri", first) {
        return Some(Month { number: hit.number()?, hijri: true, weak: hit.has("weak"), start: hit.start, end: hit.end });
    }
    // كانون 2, تشرين1
    let hit = words.at(token, "month_stem", first)?;
    let number = match (hit.value, words.digits(hit.end, 1).filter(|_| words.continues(hit.end))?) {
        ("12", 1) => 12,
        ("12", 2) => 1,
        ("10", 1) => 10,
        ("10", 2) => 11,
        _ => return None,
    };
    Some(Month { number, hijri: false, weak: false, start: hit.start, end: hit.end + 1 })
}

/// A month with its other name: «يناير/كانون الثاني», «كانون الأول (ديسمبر)».
#[inline(never)]
fn month(words: &Words<'_>, token: usize, first: bool) -> Option<Month> {
    let mut month = month_name(words, token, first)?;
    let same = |token: usize| month_name(words, token, false).filter(|other| other.number == month.number && other.hijri == month.hijri);
    match words.mark(month.end) {
        Some('/' | '-' | '–') => {
            if let Some(other) = same(month.end + 1) {
                (month.end, month.weak) = (other.end, false);
            }
        }
        Some('(') => {
            if let Some(other) = same(month.end + 1).filter(|other| words.mark(other.end) == Some(')')) {
                (month.end, month.weak) = (other.end + 1, false);
            }
        }
        _ => {
            if let Some(other) = same(month.end) {
                (month.end, month.weak) = (other.end, false);
            }
        }
    }
    Some(month)
}

/// What stands for a year.
#[derive(Clone, Copy, Debug)]
enum YearWords {
    Gregorian(Year),
    Hijri(i32),
}

fn is_hijri_mark(words: &Words<'_>, token: usize) -> bool {
    words.is(token, "ه هجري هجريه للهجره")
}

fn is_era_mark(words: &Words<'_>, token: usize) -> bool {
    words.is(token, "م ء ميلادي ميلاديه للميلاد")
}

/// «ق.م», «قبل الميلاد»: the token after it.
pub fn before_christ(words: &Words<'_>, token: usize) -> Option<usize> {
    if words.is(token, "قبل") && words.is(token + 1, "الميلاد") {
        return Some(token + 2);
    }
    if words.is(token, "ق") && words.mark(token + 1) == Some('.') && words.is(token + 2, "م") {
        return Some(token + 3);
    }
    words.is(token, "قم").then_some(token + 1)
}

/// A number that is a year by its place; `sure` when a noun says so.
#[inline(never)]
fn year_number(words: &Words<'_>, token: usize, sure: bool, hijri: bool) -> Option<(YearWords, usize)> {
    if !words.continues(token) {
        return None;
    }
    let (value, end) = match words.digits(token, 4) {
        Some(value) => (i32::try_from(value).ok()?, token + 1),
        None => {
            let count = words.cardinal(token, false).filter(|count| count.value >= 1000)?;
            (i32::try_from(count.value).ok()?, count.end)
        }
    };
    if let Some(end) = before_christ(words, end).filter(|_| sure && value > 0) {
        return Some((YearWords::Gregorian(Year::Known(-value)), end));
    }
    if is_hijri_mark(words, end) {
        return Some((YearWords::Hijri(value), end + 1));
    }
    if is_era_mark(words, end) {
        return (value > 0).then_some((YearWords::Gregorian(Year::Known(value)), end + 1));
    }
    if hijri {
        return (1300..=1500).contains(&value).then_some((YearWords::Hijri(value), end));
    }
    let range = if sure { 1000..=2999 } else { 1800..=2100 };
    range.contains(&value).then_some((YearWords::Gregorian(Year::Known(value)), end))
}

/// «عام 2021», «العام الماضي», «هذا العام», «العام الجديد»: a year that its noun names. The noun is at `token`.
#[inline(never)]
fn year_phrase(words: &Words<'_>, token: usize, hijri: bool, first: bool) -> Option<(YearWords, usize, usize)> {
    let this = words.at(token, "demonstrative", first).filter(|hit| hit.is("this"));
    let noun_at = this.map_or(token, |hit| hit.end);
    let year_noun = |hit: &crate::date::words::Hit| hit.is("year") && hit.has_form("one");
    let noun = words.at(noun_at, "unit", first && this.is_none()).filter(year_noun)?;
    let start = this.map_or(noun.start, |hit| hit.start);
    if this.is_some() && noun.has("definite") {
        return Some((YearWords::Gregorian(Year::Relative(0)), start, noun.end));
    }
    if let Some((year, end)) = year_number(words, noun.end, true, hijri) {
        return Some((year, start, end));
    }
    if !noun.has("definite") {
        return None;
    }
    if let Some((_, years, end)) = direction(words, noun.end) {
        return Some((YearWords::Gregorian(Year::Relative(years)), start, end));
    }
    let hit = words.bare(noun.end, "direction")?;
    let year = match hit.value {
        "new" => Year::New,
        "same" => Year::Narrated(0),
        "following" => Year::Narrated(1),
        _ => return None,
    };
    Some((YearWords::Gregorian(year), start, hit.end))
}

/// The year after a month: «2022», «، 2022», «من العام 2021», «لعام 2022», «الجاري» is not one.
#[inline(never)]
fn year_after(words: &Words<'_>, token: usize, hijri: bool) -> Option<(YearWords, usize)> {
    if let Some(found) = year_number(words, token, false, hijri) {
        return Some(found);
    }
    if matches!(words.mark(token), Some('،' | ','))
        && words.digits(token + 1, 4).is_some_and(|value| value >= 1800)
        && let Some(found) = year_number(words, token + 1, false, hijri)
    {
        return Some(found);
    }
    if words.is(token, "من في ل") {
        if let Some((year, _, end)) = year_phrase(words, token + 1, hijri, false) {
            return Some((year, end));
        }
        return if words.is(token, "من") { year_number(words, token + 1, false, hijri) } else { None };
    }
    if let Some((year, _, end)) = year_phrase(words, token, hijri, false) {
        return Some((year, end));
    }
    // لعام 2022
    let noun = words.any(token, "unit").filter(|hit| hit.is("year") && hit.clitics == Clitics::TO && words.continues(token))?;
    year_number(words, noun.end, true, hijri)
}

fn make(year: Option<YearWords>, direction: Option<Direction>, month: Month, day: Option<u8>) -> Expression {
    let field = day.map_or(Field::Month(month.number), |day| Field::Day(month.number, day));
    match year {
        Some(YearWords::Hijri(year)) => Expression::Hijri { year: Some(year), month: Some(month.number), day, direction: None },
        _ if month.hijri => Expression::Hijri { year: None, month: Some(month.number), day, direction },
        Some(YearWords::Gregorian(year)) => Expression::calendar(year, field),
        None => Expression::calendar(Year::Unsaid(direction), field),
    }
}

/// A date with a month in words.
#[inline(never)]
fn date_in_words(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let count = match words.digits(token, 2).filter(|_| first || words.continues(token)) {
        Some(value) => Some(super::numbers::Count { value, end: token + 1, start: words.start(token), digits: true }),
        // «عشرين غشت»: a cardinal counts where the month follows it.
        None => words
            .ordinal(token, first)
            .filter(|_| !follows_noun(words, token))
            .or_else(|| words.cardinal(token, first).filter(|count| words.bare(count.end, "month").is_some())),
    };
    let day = count.and_then(|count| u8::try_from(count.value).ok()).filter(|day| (1..=31).contains(day));
    let mut at = count.map_or(token, |count| count.end);
    let mut start = count.map(|count| count.start);
    if count.is_some() {
        day?;
        if words.is(at, "من") {
            at += 1;
        }
    }
    let noun = words.at(at, "unit", first && count.is_none()).filter(|hit| hit.is("month") && hit.has_form("one"));
    let has_noun = noun.is_some_and(|hit| !hit.has("definite"));
    if let Some(noun) = noun.filter(|_| has_noun) {
        start = start.or(Some(noun.start));
        at = noun.end;
    }
    if let Some(day) = day
        && let Some(found) = day_of_running_month(words, at, day)
    {
        return Some(Found::new(token, found.1, start?, found.0, "day-of-month"));
    }
    let month = month(words, at, first && start.is_none())?;
    // «1 صفر» is a score.
    if month.hijri && month.number == 2 && count.is_some_and(|count| count.end == at) && year_after(words, month.end, true).is_none() {
        return None;
    }
    let start = start.unwrap_or(month.start);
    if day.is_some_and(|day| is_impossible(month, day)) {
        return None;
    }
    let mut end = month.end;
    let mut way = None;
    let mut year = year_after(words, end, month.hijri);
    if let Some((_, year_end)) = year {
        end = year_end;
    } else if let Some((direction, steps, direction_end)) = direction(words, end) {
        (way, end) = (Some(direction), direction_end);
        if steps.abs() == 2 {
            year = None;
        }
    }
    let alone = day.is_none() && year.is_none() && way.is_none() && !has_noun;
    // «أيلول الأسود» is an event; إب is a town and أب a father, where آب is a month.
    if alone
        && (words.is(end, "الاسود الحمراء المجيده المجيد")
            || words.scene.document.source(month.end - 1).contains(['أ', 'إ']) && words.folded(month.end - 1).ends_with("اب"))
    {
        return None;
    }
    if alone && (month.weak || month.hijri) && !(words.follows(token, BEFORE_MONTHS) && is_followed_well(words, end)) {
        return None;
    }
    let expression = make(year.map(|(year, _)| year), way, month, day);
    if year.is_none() && way.is_none() && !has_noun {
        if let (Some(day), false) = (day, month.hijri)
            && let Some(event) = EVENTS.iter().find(|event| (event.1, event.2) == (month.number, day) && words.follows(token, event.0))
        {
            let expression = Expression::calendar(Year::Known(event.3), Field::Day(month.number, day));
            return Some(Found::new(token, end, start, expression, "date-event"));
        }
        if is_named_after(words, token) {
            return None;
        }
    }
    Some(Found::new(token, end, start, expression, "date"))
}

/// «مدينة 6 أكتوبر», and «أكتوبر» in it.
fn is_named_after(words: &Words<'_>, token: usize) -> bool {
    // The number may stand before the month, with or without من: «حركة السادس من أبريل».
    let number_before = |back: usize| {
        token.checked_sub(back).is_some_and(|start| {
            let end = words.ordinal(start, true).map(|ordinal| ordinal.end).or_else(|| words.digits(start, 2).map(|_| start + 1));
            let meets = |end: usize| end == token || end + 1 == token && words.is(end, "من");
            end.is_some_and(meets) && words.follows(start, NAMED_AFTER_DAYS)
        })
    };
    words.follows(token, NAMED_AFTER_DAYS) || (1..=4).any(number_before)
}

/// Whether no year has this day of the month.
fn is_impossible(month: Month, day: u8) -> bool {
    day > if month.hijri { 30 } else { crate::date::civil::days_in_month(2000, month.number) }
}

/// Whether a definite noun stands before, which an ordinal would belong to: «النصف الثاني من شهر سبتمبر».
fn follows_noun(words: &Words<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|_| words.continues(token)) else { return false };
    words.folded(before).starts_with("ال")
        && !words.is(before, "الي الموافق الا")
        && words.any(before, "weekday").is_none()
        && words.any(before, "deictic").is_none()
}

/// A month that is also a name or a verb: «في مارس ضغوطا» no, «في رمضان عبد الله» no.
fn is_followed_well(words: &Words<'_>, end: usize) -> bool {
    !words.continues(end) || !words.scene.is(end, Class::GivenName)
}

/// «8/1/2022», «2022-01-08», «08.01.2022»: day first unless the year is first; month first only where nothing else is possible.
#[inline(never)]
fn date_in_digits(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let document = words.scene.document;
    if !(first || words.continues(token)) || !document.token(token)?.is_number() {
        return None;
    }
    // Part of something longer: a phone number, an address.
    if words.glued(token)
        && !document.before(token).is_some_and(|before| before.is_word() || matches!(before.mark(), Some('(' | '[' | ':')))
    {
        return None;
    }
    let folded = words.folded(token);
    let (parts, end) = if folded.bytes().filter(|byte| *byte == b'.').count() == 2 {
        let mut parts = folded.split('.');
        ([parts.next()?, parts.next()?, parts.next()?], token + 1)
    } else {
        let mark = words.mark(token + 1).filter(|mark| matches!(mark, '/' | '-' | '–' | '\\'))?;
        let glued = (1..=4).all(|ahead| words.glued(token + ahead));
        // «8 / 9 / 2007» is written with spaces as well; other marks and short years are dates only without.
        let spaced = mark == '/' && words.digits(token + 4, 4).is_some_and(|year| year >= 1000) && words.continues(token + 4);
        if words.mark(token + 3) != Some(mark) || !(glued || spaced) {
            return None;
        }
        ([folded, words.folded(token + 2), words.folded(token + 4)], token + 5)
    };
    if words.glued(end) && words.mark(end).is_some_and(|mark| matches!(mark, '/' | '-' | '\\')) {
        return None;
    }
    let number = |part: &str| digits(part).filter(|_| part.len() <= 4).and_then(|part| i32::try_from(part).ok());
    let [one, two, three] = parts;
    let (year, month, day) = if one.len() == 4 && three.len() <= 2 {
        (number(one)?, number(two)?, number(three)?)
    } else if three.len() == 4 && one.len() <= 2 {
        (number(three)?, number(two)?, number(one)?)
    } else if one.len() <= 2 && three.len() == 2 {
        // Two digits of a year are read only where a word announces a date.
        if !words.follows(token, "في بتاريخ تاريخ يوم الموافق نشر منذ حتي") && !follows_weekday(words, token)
        {
            return None;
        }
        (2000 + number(three)?, number(two)?, number(one)?)
    } else {
        return None;
    };
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let hijri_mark = is_hijri_mark(words, end);
    let start = words.start(token);
    if hijri_mark || (1300..=1500).contains(&year) {
        if !(1..=12).contains(&month) || !(1..=30).contains(&day) {
            return None;
        }
        let expression = Expression::Hijri { year: Some(year), month: Some(month), day: Some(day), direction: None };
        return Some(Found::new(token, end + usize::from(hijri_mark), start, expression, "date-digits"));
    }
    crate::date::civil::Day::new(year, month, day)?;
    let end = if is_era_mark(words, end) && words.glued(end) { end + 1 } else { end };
    // A year in front leaves no choice.
    let numeric = one.len() != 4;
    let expression = Expression::Calendar(Calendar { numeric, ..Calendar::new(Year::Known(year), Field::Day(month, day)) });
    Some(Found::new(token, end, start, expression, "date-digits"))
}

fn follows_weekday(words: &Words<'_>, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| words.any(before, "weekday").is_some_and(|hit| hit.end == token))
}

/// «أول أيام العام», «اليوم الأول من عام 2022».
fn first_day(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let ordinal = words.at(token, "ordinal", first).filter(|hit| hit.is("1") && hit.has("construct"))?;
    let unit = words.bare(ordinal.end, "unit").filter(|hit| hit.is("day") && hit.has_form("one many"))?;
    let at = if words.is(unit.end, "من في") { unit.end + 1 } else { unit.end };
    let found = |year: Year, end: usize| {
        let expression = Expression::calendar(year, Field::Day(1, 1));
        Found::new(token, end, ordinal.start, expression, "date-first-day")
    };
    match year_phrase(words, at, false, false) {
        Some((YearWords::Gregorian(year), _, end)) => Some(found(year, end)),
        Some((YearWords::Hijri(_), ..)) => None,
        None => {
            let noun = words.bare(at, "unit").filter(|hit| hit.is("year") && hit.has("definite"))?;
            Some(found(Year::New, noun.end))
        }
    }
}

/// A day or a month; when two calendars give it, the Gregorian date stands for both.
#[inline(never)]
pub fn date(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    let mut found =
        first_day(words, token, first).or_else(|| date_in_digits(words, token, first)).or_else(|| date_in_words(words, token, first))?;
    let is_day = |expression: &Expression| {
        matches!(expression, Expression::Hijri { day: Some(_), .. } | Expression::Calendar(Calendar { field: Field::Day(..), .. }))
    };
    let is_hijri = |expression: &Expression| matches!(expression, Expression::Hijri { .. });
    if is_day(&found.expression) {
        let marks = |token: usize| matches!(words.mark(token), Some('،' | ',' | '-' | '–' | '/' | '('));
        let mut at = found.end;
        if marks(at) {
            at += 1;
        }
        if words.is(at, "الموافق الموافقه الموافقين الموافقل") {
            at += 1;
            if words.is(at, "ل") {
                at += 1;
            }
        }
        if at > found.end
            && let Some(other) = date_in_digits(words, at, false).or_else(|| date_in_words(words, at, false))
            && is_day(&other.expression)
            && is_hijri(&other.expression) != is_hijri(&found.expression)
        {
            let (calendar, hijri) = match (&*found.expression, &*other.expression) {
                (Expression::Calendar(calendar), hijri) | (hijri, Expression::Calendar(calendar)) => (*calendar, hijri),
                _ => return Some(found),
            };
            let Expression::Hijri { year, month, day, .. } = *hijri else { return Some(found) };
            *found.expression = Expression::Calendar(Calendar { hijri: Some(HijriDate { year, month, day }), ..calendar });
            found.end = other.end + usize::from(words.mark(found.end) == Some('(') && words.mark(other.end) == Some(')'));
            found.rule = "date-two-calendars";
        }
    }
    Some(found)
}

/// Years: «عام 2011», «العام الماضي», «منذ 2011», «للفترة 2011-2014», «موسم 2021/22».
#[inline(never)]
pub fn year(words: &Words<'_>, token: usize) -> Option<Found> {
    if let Some(found) = split_year(words, token) {
        return Some(found);
    }
    let found = |year: YearWords, start: usize, end: usize| {
        let expression = match year {
            YearWords::Gregorian(year) => Expression::year(year),
            YearWords::Hijri(year) => Expression::Hijri { year: Some(year), month: None, day: None, direction: None },
        };
        Found::new(token, end, start, expression, "year")
    };
    if let Some((year, start, end)) = year_phrase(words, token, false, true) {
        if words.follows(token, super::contexts::GENERAL)
            && matches!(year, YearWords::Gregorian(Year::Relative(_) | Year::New | Year::Narrated(_)))
        {
            return None;
        }
        if let Some((last, end)) = range_end(words, &year, end) {
            return Some(Found::new(token, end, start, last, "years"));
        }
        return Some(found(year, start, end));
    }
    let value = words.digits(token, 4).filter(|value| (1000..=2999).contains(value))?;
    let plain = 1800..=2100;
    let year = YearWords::Gregorian(Year::Known(i32::try_from(value).ok()?));
    let (start, end) = (words.start(token), token + 1);
    if words.glued(token) && !words.scene.document.before(token).is_some_and(crate::text::token::Token::is_word) {
        return None;
    }
    let noun_before = token
        .checked_sub(1)
        .and_then(|before| words.any(before, "unit"))
        .is_some_and(|hit| hit.is("year") && hit.end == token && hit.has_form("pair many") && words.continues(token));
    let period = words.follows(token, "للفتره الفتره السنوات الاعوام فتره");
    if let Some((expression, end)) = range_end(words, &year, end).filter(|_| noun_before || period || words.follows(token, "من بين في"))
    {
        return Some(Found::new(token, end, start, expression, "years"));
    }
    if noun_before {
        return Some(found(year, start, end));
    }
    // بين عامي 2011 و2014: the second
    if words.is(token.checked_sub(1)?, "و الي حتي") {
        let earlier = token.checked_sub(2).and_then(|before| words.digits(before, 4)).is_some_and(|year| plain.contains(&year));
        let noun = token.checked_sub(3).and_then(|before| words.any(before, "unit")).is_some_and(|hit| hit.is("year"));
        return (earlier && noun).then(|| found(year, start, end));
    }
    if !plain.contains(&value) || words.mark(end).is_some_and(|mark| matches!(mark, '/' | '-' | ':' | '%' | '٪')) && words.glued(end) {
        return None;
    }
    if words.follows(token, BEFORE_YEARS) {
        return is_no_count(words, end).then(|| found(year, start, end));
    }
    let closes = !words.continues(end) || words.scene.document.mark(end).is_some() || words.is(end, AFTER_YEARS);
    (words.follows(token, "في") && value >= 1900 && closes).then(|| found(year, start, end))
}

/// A number before a unit of time or a counted noun is no year: «منذ 2000 يوم».
fn is_no_count(words: &Words<'_>, end: usize) -> bool {
    words.bare(end, "unit").is_none()
}

/// «-2014», «إلى 2014», «حتى عام 2014» after a year.
fn range_end(words: &Words<'_>, first: &YearWords, at: usize) -> Option<(Expression, usize)> {
    let YearWords::Gregorian(Year::Known(from)) = *first else { return None };
    let dash = matches!(words.mark(at), Some('-' | '–' | '/'));
    let (to, end) = if dash {
        let value = i32::try_from(words.digits(at + 1, 4).filter(|_| words.continues(at + 1))?).ok()?;
        (if value < 100 { from / 100 * 100 + value } else { value }, at + 2)
    } else if words.is(at, "الي حتي") {
        match year_phrase(words, at + 1, false, false) {
            Some((YearWords::Gregorian(Year::Known(to)), _, end)) => (to, end),
            _ => match year_number(words, at + 1, false, false)? {
                (YearWords::Gregorian(Year::Known(to)), end) => (to, end),
                _ => return None,
            },
        }
    } else {
        return None;
    };
    let year = |year: i32| Box::new(Expression::year(Year::Known(year)));
    (from < to && to < from + 200).then(|| (Expression::Interval(year(from), year(to)), end))
}

/// «موسم 2021/22», «العام الدراسي الحالي», «العام المالي 2021-2022».
fn split_year(words: &Words<'_>, token: usize) -> Option<Found> {
    let noun = words.any(token, "unit").filter(|hit| hit.is("year") && hit.has_form("one"));
    let (start, at, kind) = match noun {
        Some(noun) if words.is(noun.end, "الدراسي الدراسيه الجامعي الاكاديمي") => {
            (noun.start, noun.end + 1, "school")
        }
        Some(noun) if words.is(noun.end, "المالي الماليه") => (noun.start, noun.end + 1, "fiscal"),
        Some(_) => return None,
        None => {
            let (start, _) = words.written(token, "موسم الموسم")?;
            (start, token + 1, "season")
        }
    };
    if let Some(from) = words.digits(at, 4).filter(|year| (1900..=2100).contains(year) && words.continues(at)) {
        let first = YearWords::Gregorian(Year::Known(i32::try_from(from).ok()?));
        let range = range_end(words, &first, at + 1);
        let (expression, end) = match (kind, range) {
            ("fiscal", Some((Expression::Interval(_, last), end))) => match *last {
                Expression::Calendar(Calendar { year: Year::Known(year), .. }) => (Expression::FiscalYear(year), end),
                _ => return None,
            },
            ("fiscal", None) => (Expression::FiscalYear(i32::try_from(from).ok()?), at + 1),
            (_, Some(range)) => range,
            (_, None) => (Expression::year(Year::Known(i32::try_from(from).ok()?)), at + 1),
        };
        return Some(Found::new(token, end, start, expression, "year-split"));
    }
    let (_, years, end) = direction(words, at)?;
    // A fiscal year differs from country to country; without its number nothing is said.
    (kind != "fiscal").then(|| Found::new(token, end, start, Expression::SchoolYear(years), "year-split"))
}

/// «10 إلى 15 فبراير 2022», «3 و5 يناير», «5 و6 و7 يناير»: days that share the month after the last.
pub fn days_of_one_month(words: &Words<'_>, token: usize) -> Option<Vec<Found>> {
    let day = |token: usize| words.digits(token, 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day));
    let mut days = vec![(token, day(token)?)];
    let mut at = token + 1;
    let mut through = words.follows(token, "بين");
    let last = loop {
        if !words.is(at, "و الي حتي") && !matches!(words.mark(at), Some('-' | '–' | '،')) {
            return None;
        }
        let comma = words.mark(at) == Some('،');
        through |= !words.is(at, "و") && !comma;
        let next = at + 1;
        let value = day(next).filter(|_| words.continues(next))?;
        if let Some(found) = date_in_words(words, next, false).filter(|found| !comma && found.end > next + 1) {
            break found;
        }
        days.push((next, value));
        at = next + 1;
        if days.len() > 8 {
            return None;
        }
    };
    let dated = |day: u8| match &*last.expression {
        Expression::Calendar(calendar) => match calendar.field {
            Field::Day(month, _) => Some(Expression::Calendar(Calendar { field: Field::Day(month, day), ..*calendar })),
            _ => None,
        },
        Expression::Hijri { year, month, direction, .. } => {
            Some(Expression::Hijri { year: *year, month: *month, day: Some(day), direction: *direction })
        }
        _ => None,
    };
    let &(_, first_day) = days.first()?;
    if through && days.len() == 1 {
        let expression = Expression::Interval(Box::new(dated(first_day)?), last.expression.clone());
        return Some(vec![Found::new(token, last.end, words.start(token), expression, "date-range")]);
    }
    let mut found: Vec<Found> = Vec::with_capacity(days.len() + 1);
    for (token, day) in days {
        found.push(Found::new(token, token + 1, words.start(token), dated(day)?, "date-list"));
    }
    found.push(last);
    Some(found)
}
