//! The clock and the parts of the day.

use super::{days, periods};
use crate::date::Expression;
use crate::date::civil;
use crate::date::expression::{Clock, DayPart, Direction};
use crate::date::words::{Found, Words};

/// A clock where it stands, with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct ClockWords {
    /// The time.
    pub clock: Clock,
    /// Its first byte.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    /// Whether words say that it is a clock; else it counts only beside a date.
    pub sure: bool,
}

/// Reads a clock: «الساعة 15:30», «07:00 ص», «الثالثة والنصف بعد ظهر», «18:00 ت.غ».
pub fn clock(words: &Words<'_>, token: usize, first: bool) -> Option<ClockWords> {
    let mut at = token;
    let mut start = None;
    let mut sure = false;
    let exactly = (first || words.continues(at)) && words.folded(at) == "تمام";
    if exactly {
        start = Some(words.start(at));
        at += 1;
    }
    let noun = words.at(at, "unit", first && start.is_none()).filter(|hit| hit.is("hour") && hit.has_form("one"));
    let definite = noun.is_some_and(|hit| hit.has("definite"));
    if let Some(noun) = noun.filter(|_| definite) {
        start = start.or(Some(noun.start));
        at = noun.end;
        sure = true;
    } else if words.folded(at) == "س" && words.scene.document.token(at + 1).is_some_and(crate::text::token::Token::is_number) {
        start = start.or(Some(words.start(at)));
        at += 1;
        sure = true;
    }
    sure |= exactly;
    let leading = first && start.is_none();
    let number_at = at;
    let digital = digits(words, at, leading, sure);
    let (hour, minute) = if let Some((hour, minute, end)) = digital {
        at = end;
        start = start.or(Some(words.start(number_at)));
        (hour, minute)
    } else {
        if words.follows(at, "الساعات المره للمره الدرجه السنه") {
            return None;
        }
        let hit = words.at(at, "ordinal", leading)?;
        let hour = hit.number::<u32>().filter(|hour| (1..=12).contains(hour) && !hit.has("construct"))?;
        start = start.or(Some(hit.start));
        at = hit.end;
        let feminine = words.folded(number_at).ends_with('ه') || words.folded(number_at).ends_with("لي");
        if !feminine {
            return None;
        }
        (hour, 0)
    };
    let digital = digital.is_some();
    let mut total = i64::from(hour) * 60 + i64::from(minute);
    if let Some((minutes, end)) = fraction(words, at) {
        total += minutes;
        at = end;
    }
    let mut half = None;
    let from = if words.is(at, "من") { at + 1 } else { at };
    // «صباح اليوم» after a clock tells morning and day.
    if let Some(part) = words.bare(from, "daypart").filter(|part| !part.is("midnight") && days::day(words, part.end, false).is_some()) {
        half = Some(match part.value {
            "DW" | "MO" => "am",
            "MI" => "noon",
            "NI" => "night",
            _ => "pm",
        });
        at = part.end;
        sure = true;
    } else if let Some(hit) = words.bare(at, "meridiem").filter(|hit| !hit.has("letter") || digital) {
        half = Some(hit.value);
        at = hit.end;
        sure = true;
        if hit.has("letter") && words.mark(at) == Some('.') && words.glued(at) && words.continues(at + 1) && words.glued(at + 1) {
            at += 1;
        }
    } else if let Some(latin) = Some(words.folded(at)).filter(|_| words.continues(at)).filter(|word| matches!(*word, "am" | "pm")) {
        half = Some(if latin == "am" { "am" } else { "pm" });
        at += 1;
        sure = true;
    }
    let hours = total.div_euclid(60);
    let shift = match (half, hours) {
        (Some("pm"), 1..=11) | (Some("noon"), 1..=4) | (Some("night"), 6..=11) => 12,
        (Some("am" | "night"), 12) => -12,
        _ => 0,
    };
    total += shift * 60;
    let mut zone = None;
    if let Some((found, end)) = time_zone(words, at) {
        (zone, at, sure) = (found, end, true);
    }
    // 24:00 is the midnight that ends the day. An ordinal is an hour only where words say so.
    if !(0..=24 * 60).contains(&total) || !digital && !sure {
        return None;
    }
    let clock = Clock { hour: u8::try_from(total / 60).ok()?, minute: u8::try_from(total % 60).ok()?, zone };
    Some(ClockWords { clock, start: start?, end: at, sure })
}

/// «15:30», «07:00:12», «10.45» and, where a word says that it is a clock, «9».
fn digits(words: &Words<'_>, token: usize, first: bool, sure: bool) -> Option<(u32, u32, usize)> {
    if !first && !words.continues(token) {
        return None;
    }
    let in_range = |hour: u32, minute: u32| hour <= 24 && minute <= 59 && (hour < 24 || minute == 0);
    if let Some(hour) = words.digits(token, 2) {
        let colon = words.mark(token + 1) == Some(':') && words.glued(token + 1) && words.glued(token + 2);
        if colon
            && words.folded(token + 2).len() == 2
            && let Some(minute) = words.digits(token + 2, 2)
        {
            let seconds = words.mark(token + 3) == Some(':') && words.glued(token + 3) && words.digits(token + 4, 2).is_some();
            return in_range(hour, minute).then_some((hour, minute, if seconds { token + 5 } else { token + 3 }));
        }
        // «30ر8»: news of the Gulf writes the minute first.
        if words.is(token + 1, "ر")
            && words.glued(token + 1)
            && words.glued(token + 2)
            && let Some(second) = words.digits(token + 2, 2)
        {
            let (hour, minute) = if words.folded(token).len() == 2 && second <= 24 { (second, hour) } else { (hour, second) };
            let sure = sure || words.bare(token + 3, "meridiem").is_some() || time_zone(words, token + 3).is_some();
            return (sure && in_range(hour, minute)).then_some((hour, minute, token + 3));
        }
        // «4 - 1 مساء السبت» is a score.
        if !sure && first && token.checked_sub(1).is_some_and(|before| matches!(words.mark(before), Some('-' | '–' | '/' | '.'))) {
            return None;
        }
        let followed = words.bare(token + 1, "meridiem").is_some_and(|hit| !hit.has("letter")) || time_zone(words, token + 1).is_some();
        return (hour <= 24 && (sure || followed) && !colon).then_some((hour, 0, token + 1));
    }
    let document = words.scene.document;
    if document.token(token)?.is_number() && sure {
        let (hour, minute) = words.folded(token).split_once(['.', ','])?;
        if hour.len() <= 2 && minute.len() == 2 {
            let (hour, minute) = (civil::digits(hour)?.try_into().ok()?, civil::digits(minute)?.try_into().ok()?);
            return in_range(hour, minute).then_some((hour, minute, token + 1));
        }
    }
    None
}

/// «والنصف», «وربع», «إلا ربعا», «و10 دقائق».
fn fraction(words: &Words<'_>, token: usize) -> Option<(i64, usize)> {
    let minutes = |value: &str| civil::digits(value).filter(|part| *part > 0).map(|part| 60 / part);
    if words.is(token, "الا") {
        let hit = words.bare(token + 1, "fraction")?;
        return Some((-minutes(hit.value)?, hit.end));
    }
    if let Some(hit) = words.joined(token, "fraction") {
        return Some((minutes(hit.value)?, hit.end));
    }
    let (count, end) = if words.is(token, "و") {
        let count = words.count(token + 1, false)?;
        (count.value, count.end)
    } else {
        let hit = words.joined(token, "number")?;
        (hit.number()?, hit.end)
    };
    let unit = words.bare(end, "unit").filter(|hit| hit.is("minute"))?;
    (count < 60).then_some((i64::from(count), unit.end))
}

/// «بتوقيت القاهرة», «بالتوقيت المحلي», «ت.غ», «GMT»: the offset, if it is known, and the token after it.
fn time_zone(words: &Words<'_>, token: usize) -> Option<(Option<&'static str>, usize)> {
    let zone = |value: &'static str| if value == "local" { None } else { Some(value) };
    let open = usize::from(words.mark(token) == Some('('));
    let at = token + open;
    let found = if words.is(at, "بتوقيت توقيت بالتوقيت") {
        match words.bare(at + 1, "zone") {
            Some(hit) => Some((zone(hit.value), hit.end)),
            // A place whose offset is not listed still belongs to the clock.
            None => (words.continues(at + 1) && words.is_word(at + 1)).then_some((None, at + 2)),
        }
    } else if words.is(at, "ت") && words.mark(at + 1) == Some('.') && words.is(at + 2, "غ") {
        Some((Some("Z"), at + 3))
    } else if words.is(at, "تغ gmt utc غرينتش جرينتش") {
        Some((Some("Z"), at + 1))
    } else {
        None
    }?;
    let closes = open == 1 && words.mark(found.1) == Some(')');
    (open == 0 || closes).then_some((found.0, found.1 + open))
}

/// A clock with its day, or alone where words say that it is one.
pub fn clock_and_day(words: &Words<'_>, token: usize) -> Option<Found> {
    let found = clock(words, token, true)?;
    let mut at = found.end;
    if words.is(at, "من يوم في") && !words.is(at, "يوم") || matches!(words.mark(at), Some('،' | ',' | '-' | '–' | '|')) {
        at += 1;
    }
    let near =
        days::day(words, at, false).filter(|day| at == found.end || !matches!(*day.expression, Expression::Weekday { .. }) || found.sure);
    match near {
        // 07:00 08/01/2022
        Some(day) => {
            let expression = Expression::Clock { day: Some(day.expression), clock: found.clock };
            Some(Found::new(token, day.end, found.start, expression, "clock-day"))
        }
        None => found.sure.then(|| Found::new(token, found.end, found.start, Expression::Clock { day: None, clock: found.clock }, "clock")),
    }
}

/// A day with what follows of clock or part of day: «السبت 8 يناير 2022، الساعة 02:15 م», «أمس مساء».
pub fn day_and_clock(words: &Words<'_>, token: usize, day: Found) -> Option<Found> {
    let mut at = day.end;
    let mut parted = false;
    while matches!(words.mark(at), Some('،' | ',' | '-' | '–' | '|' | '—' | '(')) && at < day.end + 2 {
        at += 1;
        parted = true;
    }
    if words.is(at, "عند في الي") || words.folded(at) == "t" && words.glued(at) {
        at += 1;
    }
    if let Some(found) = clock(words, at, false)
        && (found.sure || !matches!(*day.expression, Expression::Weekday { .. }) || parted)
    {
        let expression = Expression::Clock { day: Some(day.expression), clock: found.clock };
        return Some(Found::new(token, found.end, day.start, expression, "day-clock"));
    }
    if let Some(hit) = words.bare(day.end, "adverb")
        && let Some(part) = DayPart::from_code(hit.value)
        // مساء before another day belongs to that day
        && days::day(words, hit.end, false).is_none()
    {
        let expression = Expression::Part { day: day.expression, part };
        return Some(Found::new(token, hit.end, day.start, expression, "day-part"));
    }
    Some(day)
}

/// «صباح اليوم», «مساء أمس الجمعة», «ليل الخميس الجمعة», «ليلة 5 على 6 يناير», «منتصف ليل أمس».
pub fn part_of_day(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "daypart")?;
    let at = if words.is(hit.end, "من") { hit.end + 1 } else { hit.end };
    if hit.is("midnight") {
        let day = days::day(words, at, false)?;
        let clock = Clock { hour: 24, minute: 0, zone: None };
        let expression = Expression::Clock { day: Some(day.expression), clock };
        return Some(Found::new(token, day.end, hit.start, expression, "midnight"));
    }
    let part = DayPart::from_code(hit.value)?;
    let of = |day: Box<Expression>, end: usize, rule: &'static str| Found::new(token, end, hit.start, Expression::Part { day, part }, rule);
    if part == DayPart::Night
        && let Some((first, end)) = night_between(words, hit.end)
    {
        return Some(of(Box::new(first), end, "night-between"));
    }
    let day = periods::unit(words, at).filter(|same| same.rule == "same-day").or_else(|| days::day(words, at, false))?;
    let whole_day = matches!(
        *day.expression,
        Expression::Day { .. }
            | Expression::Weekday { .. }
            | Expression::Narrated { .. }
            | Expression::Hijri { day: Some(_), .. }
            | Expression::Calendar(crate::date::expression::Calendar { field: crate::date::expression::Field::Day(..), .. })
    );
    // An optional second name of the same night: «مساء الخميس الماضي» is read by the day itself.
    whole_day.then(|| of(day.expression, day.end, "part-of-day"))
}

/// The first of two neighbouring days: «5 على 6 يناير», «الخميس - الجمعة». Nights are named by the evening on which they begin.
fn night_between(words: &Words<'_>, token: usize) -> Option<(Expression, usize)> {
    let link = |at: usize| {
        if words.is(at, "علي الي و") || matches!(words.mark(at), Some('-' | '–' | '/')) { at + 1 } else { at }
    };
    if let Some(first) = words.digits(token, 2).filter(|_| words.continues(token)).and_then(|day| u8::try_from(day).ok()) {
        let second = link(token + 1);
        if second == token + 1 {
            return None;
        }
        let found = super::calendar::date(words, second, false)?;
        let Expression::Calendar(calendar) = *found.expression else { return None };
        let crate::date::expression::Field::Day(month, day) = calendar.field else { return None };
        // «ليلة 31 يناير على 1 فبراير» names both months and is read as two dates.
        let field = crate::date::expression::Field::Day(month, first);
        let follows = day == first.checked_add(1)?;
        return follows.then_some((Expression::Calendar(crate::date::expression::Calendar { field, ..calendar }), found.end));
    }
    let first = words.bare(token, "weekday").filter(|hit| !hit.has("weak"))?;
    let second = words.bare(link(first.end), "weekday").filter(|hit| !hit.has("weak"))?;
    let (one, two): (u8, u8) = (first.number()?, second.number()?);
    let direction = super::calendar::direction(words, second.end);
    let end = direction.map_or(second.end, |(.., end)| end);
    let direction: Option<Direction> = direction.map(|(direction, ..)| direction);
    (one % 7 + 1 == two).then_some((Expression::Weekday { weekday: one, direction }, end))
}
