//! When the article was published.

use super::civil::Day;
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
    /// A sentence of the text says it.
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
    best.map(|(_, published)| published)
}

const fn rank(stamp: Stamp) -> u8 {
    match stamp {
        Stamp::Line => 0,
        Stamp::Dateline => 1,
        Stamp::Update => 2,
    }
}

/// The moment of an expression that names year, month and day.
fn whole(expression: &Expression) -> Option<Moment> {
    match expression {
        Expression::Calendar(Calendar { year: Year::Known(year), field: Field::Day(month, day), weekday }) => {
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
    fn a_day_without_a_year_is_no_publication_date() {
        assert_eq!(says("عنوان\nالأحد 10 مارس\nقال الوزير"), None);
    }
}
