//! Weeks, months, quarters, years and longer, and references that no calendar places.

use super::calendar::{before_christ, date, direction, year};
use super::contexts::GENERAL;
use super::days;
use crate::date::expression::{Calendar, Direction, Field, Reference, Season, Unit, Year};
use crate::date::words::{Found, Hit, Rule, Words};
use crate::date::{Expression, Modifier};

/// A stretch of the calendar longer than a day, or a day: what beginnings, middles and ends are parts of.
pub fn period(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    if !first && !words.continues(token) {
        return None;
    }
    let mut best = date(words, token, first);
    let rules: [Rule; 5] = [year, part_of_year, season, era, unit];
    for rule in rules {
        if let Some(found) = rule(words, token).filter(|found| first || found.start == words.start(token))
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    }
    best
}

fn singular(hit: &Hit) -> bool {
    hit.has("definite") && hit.has_form("one")
}

/// «الأسبوع الماضي», «هذا الشهر», «العقد الحالي», «الشهر قبل الماضي», «الأسبوع نفسه».
pub fn unit(words: &Words<'_>, token: usize) -> Option<Found> {
    if let Some(this) = words.any(token, "demonstrative") {
        if this.is("that") && words.bare(this.end, "deictic").is_some_and(|day| day.is("0") && !day.has("tonight")) {
            let same = Expression::Narrated { unit: Unit::Day, offset: 0 };
            return Some(Found::new(token, this.end + 1, this.start, same, "same-day"));
        }
        let noun = words.bare(this.end, "unit").filter(singular)?;
        let unit = Unit::from_name(noun.value).filter(|unit| *unit > Unit::Day && !matches!(unit, Unit::Quarter | Unit::Half))?;
        let expression = if this.is("that") { Expression::Narrated { unit, offset: 0 } } else { Expression::Unit { unit, offset: 0 } };
        // «تلك الحقبة» and the like have no unit; «ذلك العقد» may be a contract.
        return (this.is("this") && unit != Unit::Decade || unit == Unit::Year || unit == Unit::Month || unit == Unit::Week)
            .then(|| Found::new(token, noun.end, this.start, expression, "this-unit"));
    }
    let noun = words.any(token, "unit").filter(singular)?;
    let unit = Unit::from_name(noun.value).filter(|unit| *unit > Unit::Hour)?;
    if noun.is("year") && words.follows(token, GENERAL) {
        return None;
    }
    let found = |end: usize, expression: Expression| Some(Found::new(token, end, noun.start, expression, "unit"));
    if let Some((_, steps, end)) = direction(words, noun.end) {
        return found(end, Expression::Unit { unit, offset: steps });
    }
    let hit = words.bare(noun.end, "direction")?;
    match hit.value {
        "same" if unit != Unit::Decade => found(hit.end, Expression::Narrated { unit, offset: 0 }),
        "following" => found(hit.end, Expression::Narrated { unit, offset: 1 }),
        "new" if unit == Unit::Year => found(hit.end, Expression::NewYear),
        "last" if unit == Unit::Decade || unit == Unit::Week => found(hit.end, Expression::Unit { unit, offset: -1 }),
        _ => None,
    }
}

/// «الربع الأول من عام 2022», «النصف الثاني من العام الماضي», «الربع الأخير».
fn part_of_year(words: &Words<'_>, token: usize) -> Option<Found> {
    let noun = words.any(token, "unit").filter(|hit| hit.is("quarter half"))?;
    if !words.holds_article(token) {
        return None;
    }
    let parts: u8 = if noun.is("quarter") { 4 } else { 2 };
    let ordinal = words.bare(noun.end, "ordinal")?;
    let number = if ordinal.is("99") { parts } else { ordinal.number::<u8>().filter(|number| (1..=parts).contains(number))? };
    let field = if parts == 4 { Field::Quarter(number) } else { Field::Half(number) };
    let mut at = ordinal.end;
    if words.is(at, "من في ل") {
        at += 1;
    }
    let found = |end: usize, year: Year| Some(Found::new(token, end, noun.start, Expression::calendar(year, field), "part-of-year"));
    if let Some(whole) = year(words, at)
        && let Expression::Calendar(Calendar { year, field: Field::Whole, .. }) = *whole.expression
    {
        return found(whole.end, year);
    }
    // «من 2021»
    if let Some(value) = words.digits(at, 4).filter(|value| (1800..=2100).contains(value) && words.continues(at)) {
        return found(at + 1, Year::Known(i32::try_from(value).ok()?));
    }
    if let Some(noun) = words.bare(at, "unit").filter(|hit| hit.is("year") && hit.has("definite")) {
        // «الربع الأول من العام»
        return found(noun.end, Year::Relative(0));
    }
    // «النصف الثاني من شهر مايو», «من المباراة»: not of a year.
    if at > ordinal.end {
        return None;
    }
    (parts == 4).then(|| found(ordinal.end, Year::Unsaid(None))).flatten()
}

/// «الصيف الماضي», «شتاء 2021», «ربيع العام المقبل».
fn season(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "season")?;
    let field = Field::Season(Season::from_code(hit.value)?);
    let found = |end: usize, year: Year| Some(Found::new(token, end, hit.start, Expression::calendar(year, field), "season"));
    if words.holds_article(token) {
        let (direction, _, end) = direction(words, hit.end)?;
        return found(end, Year::Unsaid(Some(direction)));
    }
    let at = if words.is(hit.end, "من") { hit.end + 1 } else { hit.end };
    if let Some(value) = words.digits(at, 4).filter(|value| (1800..=2100).contains(value) && words.continues(at)) {
        return found(at + 1, Year::Known(i32::try_from(value).ok()?));
    }
    match year(words, at).filter(|_| words.continues(at)).map(|whole| (*whole.expression, whole.end)) {
        Some((Expression::Calendar(Calendar { year, field: Field::Whole, .. }), end)) => found(end, year),
        _ => None,
    }
}

/// Decades, centuries, millennia: «تسعينيات القرن الماضي», «القرن التاسع عشر», «الألفية الثالثة».
fn era(words: &Words<'_>, token: usize) -> Option<Found> {
    if let Some(hit) = words.any(token, "decade") {
        let decade: i32 = hit.number()?;
        let mut end = hit.end;
        let at = if words.is(end, "من") { end + 1 } else { end };
        let mut century = 19;
        let whole = words.holds_article(token);
        match century_at(words, at, false) {
            Some((Expression::Century { prefix, before_christ: false }, _, century_end)) => (century, end) = (prefix, century_end),
            Some((Expression::Unit { offset, .. }, _, century_end)) => (century, end) = (20 + offset, century_end),
            _ if !whole => return None,
            // «في العشرينات من عمره»: an age
            _ if words.is(at, "عمره عمرها العمر عمرهم") => return None,
            // The twenties and thirties of no named century are ages as often.
            _ if decade < 4 => return None,
            _ => {}
        }
        return Some(Found::new(token, end, hit.start, Expression::Decade(century * 10 + decade), "decade"));
    }
    let (expression, start, end) = century_at(words, token, true)?;
    Some(Found::new(token, end, start, expression, "century"))
}

/// A century or millennium by its number, or the last century, by which writers of this one mean the twentieth.
fn century_at(words: &Words<'_>, token: usize, first: bool) -> Option<(Expression, usize, usize)> {
    let noun = words.at(token, "unit", first).filter(|hit| singular(hit) && hit.is("century millennium"))?;
    if noun.is("century")
        && let Some((direction, steps, end)) = direction(words, noun.end)
    {
        let _ = direction;
        return Some((Expression::Unit { unit: Unit::Century, offset: steps }, noun.start, end));
    }
    let ordinal = words.ordinal(noun.end, false)?;
    let prefix = i32::try_from(ordinal.value).ok()? - 1;
    if noun.is("millennium") {
        if before_christ(words, ordinal.end).is_some() {
            return None;
        }
        return Some((Expression::Millennium(prefix), noun.start, ordinal.end));
    }
    let mut end = ordinal.end;
    let before = before_christ(words, end);
    end = before.unwrap_or(end);
    if before.is_none() && words.is(end, "الميلادي الميلاديه للميلاد") {
        end += 1;
    } else if words.is(end, "الهجري للهجره") {
        return None;
    }
    Some((Expression::Century { prefix, before_christ: before.is_some() }, noun.start, end))
}

/// «أوائل يناير», «منتصف العام الماضي», «نهاية عام 2025», «مطلع الأسبوع المقبل», «نهاية الشهر».
pub fn part(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "part")?;
    let modifier = Modifier::from_id(hit.value)?;
    // «أول» begins a month in some papers («أول يناير»); «أول» before anything else is an ordinal.
    if words.folded(hit.end - 1).ends_with("اول") {
        return None;
    }
    let at = if words.is(hit.end, "من") { hit.end + 1 } else { hit.end };
    let make = |end: usize, expression: Box<Expression>| {
        Some(Found::new(token, end, hit.start, Expression::Modified(modifier, expression), "part"))
    };
    if let Some(weekend) = weekend(words, token) {
        return Some(weekend);
    }
    if let Some(found) = period(words, at, false) {
        let is_day = matches!(*found.expression, Expression::Calendar(Calendar { field: Field::Day(..), .. }));
        return if is_day { None } else { make(found.end, found.expression) };
    }
    // «نهاية العام», «مطلع الشهر»: the one that runs.
    let noun = words.bare(at, "unit").filter(|noun| singular(noun) && noun.is("year month week"))?;
    let unit = Unit::from_name(noun.value)?;
    let closes = !words.continues(noun.end) || !words.folded(noun.end).starts_with("ال") || words.is(noun.end, "الي");
    (closes || !words.is_word(noun.end)).then(|| make(noun.end, Box::new(Expression::Unit { unit, offset: 0 }))).flatten()
}

/// «عطلة نهاية الأسبوع», «نهاية الأسبوع الماضي».
pub fn weekend(words: &Words<'_>, token: usize) -> Option<Found> {
    let folded = words.folded(token);
    let (start, _) = words.written(token, "عطله نهايه")?;
    let at = if folded.ends_with("عطله") { token + 1 } else { token };
    if at > token && !words.is(at, "نهايه") {
        return None;
    }
    let week = words.bare(at + 1, "unit").filter(|hit| hit.is("week") && singular(hit))?;
    let (steps, end) = direction(words, week.end).map_or((0, week.end), |(_, steps, end)| (steps, end));
    Some(Found::new(token, end, start, Expression::Weekend(steps), "weekend"))
}

/// «وقت سابق», «حاليا», «المستقبل القريب», «الفترة المقبلة»; «وقت سابق اليوم» is the day.
pub fn vague(words: &Words<'_>, token: usize) -> Option<Found> {
    if let Some(hit) = words.any(token, "vague") {
        let reference = Reference::from_value(hit.value)?;
        // «قريبا من المكان» tells where.
        if words.folded(token).ends_with("قريبا") && words.is(hit.end, "من") {
            return None;
        }
        if hit.has("extends") {
            let at = if words.is(hit.end, "من") { hit.end + 1 } else { hit.end };
            if let Some(part) = super::clock::part_of_day(words, at).filter(|part| part.start == words.start(at)) {
                return Some(Found::new(token, part.end, hit.start, part.expression, "vague-part"));
            }
            if let Some(day) = days::day(words, at, false) {
                return Some(Found::new(token, day.end, hit.start, day.expression, "vague-day"));
            }
            if let Some(found) = unit(words, at).filter(|found| found.start == words.start(at)) {
                return Some(Found::new(token, found.end, hit.start, found.expression, "vague-unit"));
            }
            if hit.has("only") {
                return None;
            }
        }
        // The article cannot stand on an adverb that a preposition governs.
        return (!hit.clitics.preposition() || hit.has("extends"))
            .then(|| Found::new(token, hit.end, hit.start, Expression::Vague(reference), "vague"));
    }
    let hit = words.any(token, "spell")?;
    let way = words.bare(hit.end, "direction")?;
    let reference = match way.value {
        "last" => Reference::Past,
        "this" => Reference::Present,
        "next" => Reference::Future,
        _ => return None,
    };
    Some(Found::new(token, way.end, hit.start, Expression::Vague(reference), "spell"))
}

/// Two ends: «25 ديسمبر 2021 حتى 3 يناير 2022», «يناير إلى مارس 2021», «بين 5 يناير و10 فبراير».
pub fn range(words: &Words<'_>, token: usize, one: &Found) -> Option<Found> {
    if !is_end_of_range(&one.expression) {
        return None;
    }
    let between = words.follows(token, "بين");
    let from = words.follows(token, "من بين");
    let mut at = one.end;
    if matches!(words.mark(at), Some('،' | ',')) && from {
        at += 1;
    }
    let weekday = matches!(*one.expression, Expression::Weekday { .. });
    let link = words.is(at, "الي حتي وحتي والي") && (from || !weekday) || between && words.is(at, "و");
    let dash = matches!(words.mark(at), Some('-' | '–')) && !weekday;
    let other = if link || dash {
        end_of_range(words, at + 1, false)
    } else if between {
        end_of_range(words, at, true).filter(|other| words.continues(at) && other.start > words.start(at))
    } else {
        None
    }?;
    let same_kind = matches!(
        (&*one.expression, &*other.expression),
        (Expression::Calendar(_), Expression::Calendar(_))
            | (Expression::Weekday { .. }, Expression::Weekday { .. })
            | (Expression::Hijri { .. }, Expression::Hijri { .. })
    );
    if !same_kind {
        return None;
    }
    let mut first = one.expression.clone();
    // «يناير إلى مارس 2021»: the year is said once.
    if let (Expression::Calendar(first), Expression::Calendar(last)) = (&mut *first, &*other.expression)
        && matches!(first.year, Year::Unsaid(None))
        && let (Some(from), Some(to)) = (month_of(first.field), month_of(last.field))
    {
        match last.year {
            Year::Known(year) => first.year = Year::Known(if from <= to { year } else { year - 1 }),
            Year::Unsaid(Some(Direction::Next | Direction::Last | Direction::This)) | Year::Relative(_) if from <= to => {
                first.year = last.year
            }
            _ => {}
        }
    }
    let expression = Expression::Interval(first, other.expression);
    Some(Found::new(token, other.end, one.start, expression, "range"))
}

fn month_of(field: Field) -> Option<(u8, u8)> {
    match field {
        Field::Month(month) => Some((month, 0)),
        Field::Day(month, day) => Some((month, day)),
        _ => None,
    }
}

fn end_of_range(words: &Words<'_>, token: usize, first: bool) -> Option<Found> {
    days::day(words, token, first).filter(|found| is_end_of_range(&found.expression))
}

fn is_end_of_range(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Calendar(Calendar { field: Field::Day(..) | Field::Month(_), .. })
            | Expression::Weekday { direction: None, .. }
            | Expression::Hijri { .. }
    )
}
