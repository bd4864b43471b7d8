//! Lengths of time, what lies a length away, and what recurs.

use crate::date::Expression;
use crate::date::Modifier;
use crate::date::expression::{Cycle, DayPart, Direction, Field, From, Length, Rate, Reference, Season, Unit};
use crate::date::words::{Found, Words};
use crate::lang::Clitics;

/// A length where it stands.
#[derive(Clone, Copy, Debug)]
pub struct LengthWords {
    /// How long.
    pub length: Length,
    /// Its first byte.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    /// Whether its noun has the article: «الأيام الثلاثة».
    definite: bool,
    /// Whether a number, a dual or a word such as عدة says how many; a bare noun says nothing.
    counted: bool,
}

/// «ثلاثة أيام», «أسبوعين», «48 ساعة», «عدة أيام», «نصف ساعة», «ثلاث سنوات ونصف», «الساعات الـ24».
#[inline(never)]
pub fn length(words: &Words<'_>, token: usize, first: bool) -> Option<LengthWords> {
    if let Some(half) = words.at(token, "fraction", first).filter(|hit| !words.holds_article(hit.end - 1))
        && let Some(unit) = words.bare(half.end, "unit").filter(|hit| hit.has_form("one") && !hit.has("definite"))
    {
        let part: u32 = half.number().filter(|part| *part > 0)?;
        let length = match Unit::from_name(unit.value)? {
            Unit::Hour => Length::of(60 / part, Unit::Minute),
            Unit::Year => Length::of(12 / part, Unit::Month),
            Unit::Century => Length::of(100 / part, Unit::Year),
            Unit::Decade if part == 2 => Length::of(5, Unit::Year),
            Unit::Day if part == 2 => Length::of(12, Unit::Hour),
            _ => return None,
        };
        return Some(LengthWords { length, start: half.start, end: unit.end, definite: false, counted: true });
    }
    if let Some(some) = words.at(token, "some", first) {
        let unit = words.bare(some.end, "unit").filter(|hit| hit.has_form("many"))?;
        let length = Length::some(Unit::from_name(unit.value)?);
        let end = words.bare(unit.end, "long").map_or(unit.end, |hit| hit.end);
        return Some(LengthWords { length, start: some.start, end, definite: false, counted: true });
    }
    if let Some(count) = words.count(token, first) {
        let unit = words.bare(count.end, "unit").filter(|hit| !hit.has("definite") && hit.has_form("one many"))?;
        // «5 يوم الأحد»: the day begins something else; «السابعة والعشرين سنة»: the tens belong to the ordinal before.
        let weekday_follows = words.folded(unit.end - 1).ends_with("يوم") && words.bare(unit.end, "weekday").is_some();
        let of_ordinal = first && !count.digits && words.folded(token).starts_with("وال") && words.continues(token);
        if count.value == 0 || weekday_follows || of_ordinal {
            return None;
        }
        let unit_name = Unit::from_name(unit.value).filter(|unit| !matches!(unit, Unit::Quarter | Unit::Half))?;
        let length = Length::of(count.value, unit_name);
        let definite = words.folded(token) == "ال";
        let (rest, end) = rest(words, unit.end, unit_name);
        return Some(LengthWords { length: Length { rest, ..length }, start: count.start, end, definite, counted: true });
    }
    let unit = words.at(token, "unit", first)?;
    let name = Unit::from_name(unit.value).filter(|unit| !matches!(unit, Unit::Quarter | Unit::Half))?;
    let definite = unit.has("definite");
    let found = |length: Length, end: usize, counted: bool| Some(LengthWords { length, start: unit.start, end, definite, counted });
    match unit.attribute("form")? {
        "two" => {
            let (rest, end) = rest(words, unit.end, name);
            found(Length { rest, ..Length::of(2, name) }, end, true)
        }
        "many" => {
            if let Some(count) =
                words.count(unit.end, false).filter(|count| definite && (count.digits || words.folded(unit.end).starts_with("ال")))
            {
                return found(Length::of(count.value, name), count.end, true);
            }
            match words.bare(unit.end, "long") {
                Some(long) => found(Length::some(name), long.end, true),
                None => found(Length::some(name), unit.end, false),
            }
        }
        "one" if !definite => {
            if words.is(unit.end, "واحد واحده واحدا كامل كامله كاملا ونصف ونصفا") || words.joined(unit.end, "fraction").is_some()
            {
                let (rest, end) = rest(words, unit.end, name);
                let end = if rest.is_some() { end } else { unit.end + 1 };
                return found(Length { rest, ..Length::of(1, name) }, end, true);
            }
            found(Length::of(1, name), unit.end, false)
        }
        _ => None,
    }
}

/// «ونصف», «وربعا», «و3 أشهر» after a length.
fn rest(words: &Words<'_>, token: usize, unit: Unit) -> (Option<(u32, Unit)>, usize) {
    if let Some(part) = words.joined(token, "fraction")
        && let Some(value) = part.number::<u32>().filter(|value| *value > 0)
    {
        let more = match unit {
            Unit::Year => Some((12 / value, Unit::Month)),
            Unit::Hour => Some((60 / value, Unit::Minute)),
            Unit::Day => Some((24 / value, Unit::Hour)),
            Unit::Minute => Some((60 / value, Unit::Second)),
            Unit::Month if value == 2 => Some((15, Unit::Day)),
            _ => None,
        };
        // ربع before another noun is a count of its own.
        if more.is_some() && words.bare(part.end, "unit").is_none_or(|next| next.has_form("pair")) {
            return (more, part.end);
        }
    }
    let after = if words.is(token, "و") {
        words.count(token + 1, false)
    } else {
        words
            .joined(token, "number")
            .and_then(|hit| Some(super::numbers::Count { value: hit.number()?, end: hit.end, start: hit.start, digits: false }))
    };
    if let Some(count) = after
        && let Some(next) = words.bare(count.end, "unit").filter(|hit| !hit.has("definite"))
        && let Some(smaller) = Unit::from_name(next.value).filter(|smaller| *smaller < unit)
    {
        return (Some((count.value, smaller)), next.end);
    }
    if let Some(dual) = words.joined(token, "unit").filter(|hit| hit.has_form("two"))
        && let Some(smaller) = Unit::from_name(dual.value).filter(|smaller| *smaller < unit)
    {
        return (Some((2, smaller)), dual.end);
    }
    (None, token)
}

/// Words of direction after a length: all of them, the recent one too.
fn direction(words: &Words<'_>, token: usize) -> Option<(Direction, usize)> {
    let hit = words.bare(token, "direction")?;
    match hit.value {
        "last" => Some((Direction::Last, hit.end)),
        "this" => Some((Direction::This, hit.end)),
        "next" => Some((Direction::Next, hit.end)),
        _ => None,
    }
}

/// A length of time by itself, and plurals that a direction makes a reference: «اليومين الماضيين», «الأيام المقبلة».
pub fn duration(words: &Words<'_>, token: usize) -> Option<Found> {
    let mut found = length(words, token, true)?;
    let unit = found.length.unit;
    let mut way = direction(words, found.end);
    if way.is_none() && found.definite && !found.counted {
        way = None;
    }
    // «الساعات القليلة المقبلة»
    if way.is_none()
        && let Some(long) = words.bare(found.end, "long")
    {
        way = direction(words, long.end);
        if way.is_some() {
            found.end = long.end;
        }
    }
    let make = |end: usize, expression: Expression, rule: &'static str| Some(Found::new(token, end, found.start, expression, rule));
    if let Some((way, end)) = way {
        if found.length.count.is_none() {
            // «الدقائق الأخيرة» are those of a match.
            if unit < Unit::Hour {
                return None;
            }
            let reference = match way {
                Direction::Last => Reference::Past,
                Direction::This => Reference::Present,
                Direction::Next => Reference::Future,
            };
            return if found.definite { make(end, Expression::Vague(reference), "plural-direction") } else { None };
        }
        if found.definite && found.counted || words.folded(token).ends_with("ال") {
            return make(end, Expression::Length { length: found.length, direction: Some(way) }, "length-direction");
        }
        if found.counted {
            return make(end, Expression::Length { length: found.length, direction: Some(way) }, "length-direction");
        }
    }
    // «الأيام الأولى من العام الجديد»
    if found.definite
        && let Some(ordinal) = words.bare(found.end, "ordinal").filter(|hit| hit.is("1") || hit.is("99"))
        && words.is(ordinal.end, "من ل")
        && let Some(whole) = super::periods::period(words, ordinal.end + 1, false)
    {
        let modifier = if ordinal.is("1") { Modifier::Start } else { Modifier::End };
        return make(whole.end, Expression::Modified(modifier, whole.expression), "first-days");
    }
    if found.definite {
        return None;
    }
    if unit == Unit::Decade && found.length.count == Some(2) && !words.follows(token, AFTER_THESE) {
        // «وقع عقدين»: two contracts.
        return None;
    }
    if found.counted {
        return make(found.end, Expression::Length { length: found.length, direction: None }, "length");
    }
    // A bare noun is a length only where a word before it asks for one: «منذ أيام», «لمدة عام»; and not when a noun follows
    // that it governs: «خلال أيام الأسبوع».
    if !words.follows(token, AFTER_THESE) || governs(words, found.end) || matches!(unit, Unit::Second | Unit::Minute | Unit::Decade) {
        return None;
    }
    if found.length.count.is_some() && words.folded(token).ends_with("يوم") {
        return None;
    }
    make(found.end, Expression::Length { length: found.length, direction: None }, "length-bare")
}

const AFTER_THESE: &str = "منذ خلال بعد قبل مدي طوال طيله لمده مده لفتره غضون مدار استمر استمرت نحو حوالي قرابه ظرف زهاء بنحو";

/// Whether the next word is a noun made definite by the article or a pronoun, which the noun before it would govern.
fn governs(words: &Words<'_>, token: usize) -> bool {
    if !words.continues(token) || !words.is_word(token) {
        return false;
    }
    let folded = words.folded(token);
    let possessed = ["ته", "ها", "هم"].iter().any(|ending| folded.ends_with(ending)) && folded.chars().nth(4).is_some();
    folded.starts_with("ال") && folded != "الي" || possessed
}

/// «قبل ثلاثة أيام», «بعد أسبوع من الآن», «منذ أيام».
pub fn offset(words: &Words<'_>, token: usize) -> Option<Found> {
    let (peel, stem) =
        words.stem(token, "قبل بعد").filter(|(peel, _)| !peel.clitics.preposition() && !peel.clitics.any(Clitics::FUTURE))?;
    let back = stem == "قبل";
    if words.folded(token).ends_with("لبعد") {
        return None;
    }
    let start = words.scene.document.source_position(token, peel.offset);
    let mut at = token + 1;
    let mut approx = None;
    if let Some(hit) = words.bare(at, "approx") {
        approx = Modifier::from_id(hit.value);
        at = hit.end;
    }
    let found = length(words, at, false).filter(|found| !found.definite)?;
    // «بعد عام 1997», «قبل شهر رمضان»: a year, a month, not a length.
    let longer = |other: Found| other.end > found.end;
    if super::calendar::year(words, at).is_some_and(longer) || super::calendar::date(words, at, false).is_some_and(longer) {
        return None;
    }
    let bare_plural = found.length.count.is_none() && !found.counted;
    if !found.counted && (governs(words, found.end) || matches!(found.length.unit, Unit::Second | Unit::Minute | Unit::Decade)) {
        return None;
    }
    if words.folded(at).ends_with("يوم") && !found.counted {
        return None;
    }
    let mut end = found.end;
    let mut from = if back { From::Reference } else { From::Narrated };
    if words.is(end, "من") {
        if words.is(end + 1, "الان اليوم") {
            from = From::Reference;
            end += 2;
        } else if words.is(end + 1, "ذلك هذا") {
            from = From::Narrated;
        } else {
            // Counted from an event: only the length is said. «بعد سنوات طويلة من الصراع»
            return None;
        }
    }
    // «بعد ثلاث ساعات» in a story: the clock that it counts from is not known, the length is.
    if from == From::Narrated && found.length.unit < Unit::Day {
        return None;
    }
    // «بعد عامين على», «قبل يومين على»: from an event as well.
    if words.is(end, "علي") {
        return None;
    }
    let expression = if found.length.count.is_none() {
        if !back && !bare_plural {
            return None;
        }
        Expression::Vague(if back { Reference::Past } else { Reference::Future })
    } else {
        Expression::Offset { length: found.length, back, from }
    };
    let expression = match approx {
        Some(modifier) => Expression::Modified(modifier, Box::new(expression)),
        None => expression,
    };
    Some(Found::new(token, end, start, expression, "offset"))
}

/// «أكثر من عامين», «نحو ثلاث سنوات».
pub fn about(words: &Words<'_>, token: usize) -> Option<Found> {
    let hit = words.any(token, "approx")?;
    let modifier = Modifier::from_id(hit.value)?;
    let make = |end: usize, expression: Box<Expression>| {
        Some(Found::new(token, end, hit.start, Expression::Modified(modifier, expression), "about"))
    };
    let whole = if modifier == Modifier::Approx { super::periods::period(words, hit.end, false) } else { None };
    let length = length(words, hit.end, false)
        .filter(|found| !found.definite && (found.counted || found.length.count == Some(1) && !governs(words, found.end)));
    match (whole, length) {
        (Some(whole), length) if length.is_none_or(|length| length.end <= whole.end) => make(whole.end, whole.expression),
        (_, Some(found)) => {
            let end = direction(words, found.end).map_or(found.end, |(_, end)| end);
            make(end, Box::new(Expression::Length { length: found.length, direction: None }))
        }
        _ => None,
    }
}

/// «كل يوم», «كل جمعة», «كل صيف», «كل أربع سنوات», «أسبوعيا», «مرتين في الشهر», «ثلاث مرات في الأسبوع».
pub fn every(words: &Words<'_>, token: usize) -> Option<Found> {
    let each = |end: usize, start: usize, cycle: Cycle| {
        Some(Found::new(token, end, start, Expression::Every { cycle, rate: Rate::Each }, "every"))
    };
    if let Some(hit) = words.any(token, "every") {
        if hit.clitics.preposition() || words.folded(token).starts_with("ال") {
            return None;
        }
        return each(hit.end, hit.start, Cycle::Length(Length::of(1, Unit::from_name(hit.value)?)));
    }
    if let Some((rate, start, end)) = times(words, token) {
        return several_times(words, token, rate, start, end);
    }
    let start = words.written(token, "كل")?.0;
    let at = if words.is(token + 1, "يوم") && words.bare(token + 2, "weekday").is_some() { token + 2 } else { token + 1 };
    if let Some(weekday) = words.bare(at, "weekday").filter(|hit| hit.has("weak") || at > token + 1) {
        return each(weekday.end, start, Cycle::Weekday(weekday.number()?));
    }
    if let Some(found) = length(words, token + 1, false).filter(|found| !found.definite && found.length.count.is_some()) {
        return each(found.end, start, Cycle::Length(found.length));
    }
    // «كل الصيف» is all of it.
    let whole = |hit: &crate::date::words::Hit| !words.folded(hit.end - 1).starts_with("ال");
    if let Some(season) = words.bare(token + 1, "season").filter(whole) {
        return each(season.end, start, Cycle::Field(Field::Season(Season::from_code(season.value)?)));
    }
    let part = words.bare(token + 1, "daypart").filter(whole)?;
    each(part.end, start, Cycle::Part(DayPart::from_code(part.value)?))
}

/// «مرة», «مرتين», «ثلاث مرات», «10 مرات», «عدة مرات»: how often, its first byte, the token after it.
fn times(words: &Words<'_>, token: usize) -> Option<(Rate, usize, usize)> {
    if let Some((start, stem)) = words.written(token, "مره مرتين") {
        return Some((Rate::Times(Some(if stem == "مره" { 1 } else { 2 })), start, token + 1));
    }
    let (count, start, end) = if let Some(value) = words.digits(token, 6) {
        (Some(value), words.start(token), token + 1)
    } else if let Some(count) = words.cardinal(token, true) {
        (Some(count.value), count.start, count.end)
    } else {
        let some = words.any(token, "some")?;
        (None, some.start, some.end)
    };
    words.is(end, "مرات مره").then_some((Rate::Times(count), start, end + 1))
}

/// «في الشهر», «كل أسبوعين», «يوميا», «في اليوم» after a number of times.
fn several_times(words: &Words<'_>, token: usize, rate: Rate, start: usize, at: usize) -> Option<Found> {
    let make =
        |end: usize, length: Length| Some(Found::new(token, end, start, Expression::Every { cycle: Cycle::Length(length), rate }, "times"));
    if let Some(hit) = words.bare(at, "every") {
        return make(hit.end, Length::of(1, Unit::from_name(hit.value)?));
    }
    if words.is(at, "كل") {
        let found = length(words, at + 1, false).filter(|found| !found.definite && found.length.count.is_some())?;
        return make(found.end, found.length);
    }
    if !words.is(at, "في") {
        return None;
    }
    if words.bare(at + 1, "deictic").is_some_and(|hit| hit.is("0")) {
        return (rate != Rate::Times(Some(1))).then(|| make(at + 2, Length::of(1, Unit::Day))).flatten();
    }
    let unit = words.bare(at + 1, "unit").filter(|hit| hit.has("definite") && hit.has_form("one"))?;
    if direction(words, unit.end).is_some() {
        return None;
    }
    make(unit.end, Length::of(1, Unit::from_name(unit.value)?))
}
