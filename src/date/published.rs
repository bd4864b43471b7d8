//! When the article was published.

use super::civil::{Day, digits};
use super::expression::{Calendar, Field, Year};
use super::{Expression, Moment, Stamp, TimexCandidate};
use crate::document::Document;
use crate::text::span::Span;
use crate::zone::{Zone, ZoneKind, zone_at};

/// Where the publication date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The caller gave it.
    Given,
    /// The bracket or line with agency and place.
    Dateline,
    /// A line with date and clock.
    Timestamp,
    /// A sentence of the text says it, or the address of the page.
    Text,
}

impl Source {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Dateline => "dateline",
            Self::Timestamp => "timestamp",
            Self::Text => "text",
        }
    }
}

/// The publication date with its evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The date, with the clock if the text has one.
    pub moment: Moment,
    /// Where it comes from.
    pub source: Source,
    /// The words that say so; none when it was given.
    pub evidence: Option<Span>,
}

/// Derives the publication date from the text: a timestamp or dateline with a whole date, never a date of the background.
///
/// A line of date and clock goes before the bracket of an agency, a line without the word "updated" before one with it, and
/// the earlier before the later. A date whose weekday the calendar denies proves nothing.
#[must_use]
pub fn derive(document: &Document<'_>, zones: &[Zone], candidates: &[TimexCandidate]) -> Option<Published> {
    let mut best: Option<(Stamp, Published)> = None;
    for candidate in candidates {
        let zone = zone_at(zones, candidate.span.start);
        let kind = zone.map(|zone| zone.kind);
        if matches!(kind, Some(ZoneKind::Related | ZoneKind::Boilerplate)) {
            continue;
        }
        // A zone that ends inside its line opens a sentence: there the words before the date decide, not the zone.
        let line = document.lines().get(document.line_of(candidate.tokens.start)).map(|line| line.span);
        let whole_line = zone.is_some_and(|zone| line.is_some_and(|line| line == zone.span));
        let dateline = (kind == Some(ZoneKind::Dateline) && whole_line).then_some(Stamp::Dateline);
        let Some(stamp) = candidate.stamp.or(dateline) else { continue };
        let Some(moment) = whole(&candidate.expression) else { continue };
        let source = if stamp == Stamp::Dateline { Source::Dateline } else { Source::Timestamp };
        if best.is_none_or(|(found, _)| rank(stamp) < rank(found)) {
            best = Some((stamp, Published { moment, source, evidence: Some(candidate.span) }));
        }
    }
    best.map(|(_, published)| published).or_else(|| address(document, zones)).or_else(|| told(document, zones, candidates))
}

/// The day in the address of the page, `https://example.org/2022/01/08/title`, on a line of its own. Two addresses with
/// different days prove nothing, nor does one among the links.
fn address(document: &Document<'_>, zones: &[Zone]) -> Option<Published> {
    let mut found: Option<Published> = None;
    for line in document.lines() {
        let whole = line.span.of(document.text());
        let text = whole.trim();
        let related = zone_at(zones, line.span.start).is_some_and(|zone| zone.kind == ZoneKind::Related);
        let Some(at) = text.find("://").filter(|_| !related && text.len() < LONGEST_ADDRESS) else { continue };
        // The address may follow a label of a word or two: «الرابط: https://…».
        let label = text.get(..at).unwrap_or("");
        let address = text.get(at..).unwrap_or("");
        if label.split_whitespace().count() > 3 || address.contains(char::is_whitespace) {
            continue;
        }
        let Some((moment, from, to)) = day_in_address(address) else { continue };
        if found.is_some_and(|found| found.moment != moment) {
            return None;
        }
        let start = line.span.start + (whole.len() - whole.trim_start().len()) + at;
        found = Some(Published { moment, source: Source::Text, evidence: Some(Span::new(start + from, start + to)) });
    }
    found
}

/// Bytes of the longest line that is looked at for an address.
const LONGEST_ADDRESS: usize = 600;

/// `/2022/01/08/`, `/2022/1/8/`, `/2022-01-08-`, `/20220108/`: the day and its bytes.
fn day_in_address(address: &str) -> Option<(Moment, usize, usize)> {
    let part = |text: &str, widths: core::ops::RangeInclusive<usize>| {
        digits(text).filter(|_| widths.contains(&text.len())).and_then(|number| u16::try_from(number).ok())
    };
    for (slash, _) in address.match_indices('/') {
        let rest = address.get(slash + 1..)?;
        let mark = match rest.as_bytes().get(4) {
            Some(b'/') => '/',
            Some(b'-') => '-',
            _ => continue,
        };
        let mut parts = rest.splitn(3, mark);
        let (Some(year), Some(month), Some(last)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let width = last.bytes().take_while(u8::is_ascii_digit).count();
        let (Some(year), Some(month), Some(day)) = (part(year, 4..=4), part(month, 1..=2), part(last.get(..width)?, 1..=2)) else {
            continue;
        };
        let (Ok(month_number), Ok(day_number)) = (u8::try_from(month), u8::try_from(day)) else { continue };
        if (1990..=2100).contains(&year) && Day::new(i32::from(year), month_number, day_number).is_some() {
            let end = address.len() - last.len() + width;
            return Some((Moment { year, month: month_number, day: day_number, time: None }, slash + 1, end));
        }
    }
    None
}

/// The day by which a sentence of the article itself tells when it was written: «أمس الجمعة 7 يناير 2022» was written on the
/// eighth. Only with the year, outside quotations and links, and when all that tell agree.
fn told(document: &Document<'_>, zones: &[Zone], candidates: &[TimexCandidate]) -> Option<Published> {
    let mut found: Option<Published> = None;
    let quoted = super::place::quoted(document);
    for candidate in candidates {
        let Some(offset) = offset_of(&candidate.expression) else { continue };
        let kind = zone_at(zones, candidate.span.start).map(|zone| zone.kind);
        let after = quoted.partition_point(|range| range.end <= candidate.tokens.start);
        let quoted = quoted.get(after).is_some_and(|range| range.contains(&candidate.tokens.start));
        if kind == Some(ZoneKind::Related) || quoted {
            continue;
        }
        let Some(day) = whole(&candidate.expression).and_then(|moment| Day::of(&moment)?.plus(-offset)) else { continue };
        let (year, month, day) = day.civil();
        let Ok(year) = u16::try_from(year) else { continue };
        let moment = Moment { year, month, day, time: None };
        if found.is_some_and(|found| found.moment != moment) {
            return None;
        }
        found = Some(Published { moment, source: Source::Text, evidence: Some(candidate.span) });
    }
    found
}

const fn rank(stamp: Stamp) -> u8 {
    match stamp {
        Stamp::Line => 0,
        Stamp::Dateline => 1,
        Stamp::Update => 2,
    }
}

/// How many days from the day of writing the words put the date as well.
fn offset_of(expression: &Expression) -> Option<i32> {
    match expression {
        Expression::Calendar(calendar) => calendar.offset,
        Expression::Clock { day: Some(day), .. } | Expression::Part { day, .. } => offset_of(day),
        _ => None,
    }
}

/// The moment of an expression that names year, month and day.
fn whole(expression: &Expression) -> Option<Moment> {
    match expression {
        Expression::Calendar(Calendar { year: Year::Known(year), field: Field::Day(month, day), weekday, .. }) => {
            let known = Day::new(*year, *month, *day)?;
            if weekday.is_some_and(|weekday| weekday != known.weekday()) {
                return None;
            }
            Some(Moment { year: u16::try_from(*year).ok()?, month: *month, day: *day, time: None })
        }
        Expression::Hijri { year: Some(year), month: Some(month), day: Some(day), .. } => {
            let (year, month, day) = super::hijri::bounds(*year, Some(*month), Some(*day))?.0.civil();
            Some(Moment { year: u16::try_from(year).ok()?, month, day, time: None })
        }
        Expression::Clock { day: Some(day), clock } => {
            let mut moment = whole(day)?;
            moment.time = (clock.hour < 24).then_some((clock.hour, clock.minute));
            Some(moment)
        }
        Expression::Part { day, .. } => whole(day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyse};

    fn published(text: &str) -> Option<(String, Option<String>, &'static str)> {
        analyse(text, &Options::default()).published.map(|published| (published.value, published.time, published.source))
    }

    fn says(text: &str) -> Option<String> {
        published(text).map(|(value, time, source)| format!("{value} {} {source}", time.unwrap_or_default()))
    }

    #[test]
    fn a_line_of_date_and_clock() {
        assert_eq!(says("عنوان الخبر\nالأحد، 10 مارس 2024 09:30 م\nقال الوزير").as_deref(), Some("2024-03-10 21:30 timestamp"));
        assert_eq!(says("عنوان\nنشر في: 10/3/2024\nقال الوزير").as_deref(), Some("2024-03-10  timestamp"));
        assert_eq!(says("عنوان\n2024-03-10 - 14:05\nقال الوزير").as_deref(), Some("2024-03-10 14:05 timestamp"));
    }

    #[test]
    fn a_line_that_says_when_the_page_changed_yields_to_one_that_says_when_it_appeared() {
        let text = "عنوان\nآخر تحديث: 12 مارس 2024\nتاريخ النشر: 10 مارس 2024\nقال الوزير";
        assert_eq!(says(text).as_deref(), Some("2024-03-10  timestamp"));
    }

    #[test]
    fn a_bracket_of_agency_and_date() {
        assert_eq!(says("عنوان\n(وكالة / القاهرة - 10 آذار 2024) قال الوزير إن").as_deref(), Some("2024-03-10  dateline"));
        assert_eq!(says("عنوان\nعمان - 10 مارس 2024 - قال الوزير إن").as_deref(), Some("2024-03-10  dateline"));
    }

    #[test]
    fn dates_of_the_background_prove_nothing() {
        assert_eq!(says("تأسست المنظمة في 7 أكتوبر 2002 وفق معاهدة 17 مايو 1992، وتضم ست دول."), None);
        assert_eq!(says("قال الوزير أمس إن المشروع (الذي بدأ في 3 مارس 2019) انتهى."), None);
        assert_eq!(says("انعقدت القمة في 5 يناير 2021 - وهي الأولى - بحضور القادة."), None);
    }

    #[test]
    fn a_weekday_that_the_calendar_denies_is_no_evidence() {
        assert_eq!(says("عنوان\nالاثنين، 10 مارس 2024 09:30 م\nقال الوزير"), None);
    }

    #[test]
    fn the_address_of_the_page() {
        let address = "عنوان\nhttps://news.example.org/world/2024/03/10/title-of-it\nقال الوزير أمس";
        assert_eq!(says(address).as_deref(), Some("2024-03-10  text"));
        assert_eq!(says("عنوان\nالرابط: https://example.org/2024-3-9-x\nقال الوزير").as_deref(), Some("2024-03-09  text"));
        // In a sentence it is another page, and a number of four digits is no day.
        assert_eq!(says("قال الوزير في مقال له على الموقع المذكور https://example.org/2019/03/10/title إن المشروع انتهى."), None);
        assert_eq!(says("عنوان\nhttps://example.org/2024/13/45/a\nhttps://example.org/2024/title\nقال الوزير"), None);
        assert_eq!(says("عنوان\nhttps://example.org/2024/03/10/a\nhttps://example.org/2024/03/11/b\nقال الوزير"), None);
        assert_eq!(
            says("عنوان\nالأحد، 10 مارس 2024 09:30 م\nhttps://example.org/2024/03/11/b").as_deref(),
            Some("2024-03-10 21:30 timestamp")
        );
    }

    #[test]
    fn a_sentence_that_says_today_and_the_date() {
        assert_eq!(says("قال الوزير أمس السبت 9 مارس 2024 إن المشروع انتهى.").as_deref(), Some("2024-03-10  text"));
        assert_eq!(says("افتتح الوزير اليوم الأحد، 10 مارس 2024 المشروع.").as_deref(), Some("2024-03-10  text"));
        assert_eq!(says("The minister said yesterday, March 9, 2024, that it ended.").as_deref(), Some("2024-03-10  text"));
        // The calendar denies the weekday, the two disagree, or somebody else speaks.
        assert_eq!(says("قال الوزير أمس الاثنين 9 مارس 2024 إن المشروع انتهى."), None);
        assert_eq!(says("قال أمس السبت 9 مارس 2024 كلمة. وقال اليوم الجمعة 15 مارس 2024 أخرى."), None);
        assert_eq!(says("كتب يومها: \"نفتتح اليوم الأحد 10 مارس 2024 المشروع\"."), None);
    }

    #[test]
    fn a_day_without_a_year_is_no_publication_date() {
        assert_eq!(says("عنوان\nالأحد 10 مارس\nقال الوزير"), None);
    }
}
