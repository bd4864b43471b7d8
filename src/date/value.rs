//! The vocabulary of TIMEX3: types, modifiers, values.

use super::expression::{DayPart, Reference, Season};
use core::fmt;
use core::str::FromStr;

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexType {
    /// A day or something longer on the calendar.
    Date,
    /// A point within a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// TIMEX3 modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// The first part of the period.
    Start,
    /// Its middle.
    Mid,
    /// Its last part.
    End,
    /// About.
    Approx,
    /// Before the point.
    Before,
    /// After the point.
    After,
    /// Less than the length.
    LessThan,
    /// More than the length.
    MoreThan,
}

impl Modifier {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
        }
    }

    /// The modifier with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Start, Self::Mid, Self::End, Self::Approx, Self::Before, Self::After, Self::LessThan, Self::MoreThan]
            .into_iter()
            .find(|modifier| modifier.id() == id)
    }
}

/// A TIMEX3 value: what an expression of time means, as the Analysis writes it. Printing and reading one is the identity.
///
/// The grammar is that of ISO 8601 with the extensions of TimeML, and of HeidelTime for years before Christ (`BC0300`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Vague(Reference),
    /// A year or a part of one that is no single day: `2022`, `2022-Q1`, `2022-H2`, `2022-SP`, `2022-01`, `XXXX-01`, `XXXX-XX`.
    Part(YearValue, PartValue),
    /// A day: `2022-01-08`, `XXXX-01-08`, `XXXX-XX-08`, `XXXX-XX-XX`. A day whose month is unknown has none.
    Day {
        /// The year.
        year: YearValue,
        /// The month, 1 to 12.
        month: Option<u8>,
        /// The day, 1 to 31.
        day: Option<u8>,
    },
    /// An ISO week: `2022-W01`.
    Week(YearValue, u8),
    /// The weekend of an ISO week: `2022-W01-WE`, `XXXX-WXX-WE`.
    Weekend(YearValue, Option<u8>),
    /// A weekday of no known week, Monday is 1: `XXXX-WXX-5`.
    Weekday {
        /// 1 to 7.
        weekday: u8,
    },
    /// A fiscal year: `FY2022`.
    FiscalYear(u32),
    /// Ten years by their first three digits: `199`.
    Decade(u16),
    /// A hundred years by their first two digits: `18`; before Christ `BC03`.
    Century {
        /// The digits.
        prefix: u8,
        /// Whether it lies before the year 1.
        before_christ: bool,
    },
    /// A thousand years by their first digit: `2`.
    Millennium(u8),
    /// A clock or a part of the day: `2022-01-08T07:00`, `XXXX-XX-XXT07:00Z`, `2022-01-08TNI`. The day is a day or a weekday.
    Time(Box<Value>, TimeValue),
    /// A length of time: `P2W`, `PT1H30M`, `PXD`.
    Duration {
        /// The parts of days and longer, in order.
        days: Vec<DurationPart>,
        /// The parts after the `T`.
        clock: Vec<DurationPart>,
    },
    /// From one to the other: `2022-01-06/2022-01-07`.
    Interval(Box<Value>, Box<Value>),
}

/// The year of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearValue {
    /// Four digits or, before Christ, `BC` and at least four.
    Known {
        /// The number.
        number: u32,
        /// Whether it counts backward.
        before_christ: bool,
    },
    /// `XXXX`.
    Unknown,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartValue {
    /// All of it.
    Whole,
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// A season.
    Season(Season),
    /// 1 to 12, or unknown.
    Month(Option<u8>),
}

/// What stands after the `T` of a point in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeValue {
    /// A clock with its zone: empty, `Z`, `+03:00`.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// The offset as written.
        zone: String,
    },
    /// A part of the day.
    Part(DayPart),
}

/// A part of a length of time: a count, `None` where it is unknown, and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DurationPart {
    /// How many.
    pub count: Option<u64>,
    /// `Y`, `Q`, `M`, `W`, `D`, `H`, `S`, or `DE`, `CE`, `ML` for decades, centuries and millennia of unknown number.
    pub unit: &'static str,
}

const DAY_UNITS: &[&str] = &["DE", "CE", "ML", "Y", "Q", "M", "W", "D"];
const CLOCK_UNITS: &[&str] = &["H", "M", "S"];

/// The text is no TIMEX3 value that khabar writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError(String);

impl fmt::Display for ValueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} is not a TIMEX3 value", self.0)
    }
}

impl core::error::Error for ValueError {}

impl FromStr for Value {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        read(text).ok_or_else(|| ValueError(text.to_owned()))
    }
}

/// Exactly `width` digits.
fn digits<T: FromStr>(text: &str, width: usize) -> Option<T> {
    (text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// Two digits in a range, or `XX`.
fn pair(text: &str, range: core::ops::RangeInclusive<u8>) -> Option<Option<u8>> {
    if text == "XX" { Some(None) } else { digits(text, 2).filter(|number| range.contains(number)).map(Some) }
}

fn read(text: &str) -> Option<Value> {
    if let Some(reference) = Reference::from_value(text) {
        return Some(Value::Vague(reference));
    }
    if let Some((from, to)) = text.split_once('/') {
        return Some(Value::Interval(Box::new(read(from)?), Box::new(read(to)?)));
    }
    if let Some(length) = text.strip_prefix('P') {
        let (days, clock) = match length.split_once('T') {
            Some((_, "")) => return None,
            Some((days, clock)) => (read_lengths(days, DAY_UNITS)?, read_lengths(clock, CLOCK_UNITS)?),
            None => (read_lengths(length, DAY_UNITS)?, Vec::new()),
        };
        return (!days.is_empty() || !clock.is_empty()).then_some(Value::Duration { days, clock });
    }
    if let Some((date, time)) = text.split_once('T') {
        let date = read(date).filter(|date| matches!(date, Value::Day { .. } | Value::Weekday { .. }))?;
        return Some(Value::Time(Box::new(date), read_time(time)?));
    }
    if let Some(year) = text.strip_prefix("FY") {
        return digits(year, 4).map(Value::FiscalYear);
    }
    let (era, plain) = text.strip_prefix("BC").map_or((false, text), |rest| (true, rest));
    match (plain.len(), era) {
        (3, false) => return digits(plain, 3).map(Value::Decade),
        (2, _) => return digits(plain, 2).map(|prefix| Value::Century { prefix, before_christ: era }),
        (1, false) => return digits(plain, 1).map(Value::Millennium),
        _ => {}
    }
    let (year, rest) = plain.split_once('-').map_or((plain, None), |(year, rest)| (year, Some(rest)));
    let year = match year {
        "XXXX" if !era => YearValue::Unknown,
        // Years of more than four digits, before Christ, have no zeros in front.
        year if year.len() > 4 && (!era || year.starts_with('0')) => return None,
        year => YearValue::Known { number: digits(year, year.len().max(4))?, before_christ: era },
    };
    let Some(rest) = rest else { return Some(Value::Part(year, PartValue::Whole)) };
    if let Some(season) = Season::from_code(rest) {
        return Some(Value::Part(year, PartValue::Season(season)));
    }
    if let Some(week) = rest.strip_prefix('W') {
        return read_week(year, week);
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return digits(quarter, 1)
            .filter(|quarter| (1..=4).contains(quarter))
            .map(|quarter| Value::Part(year, PartValue::Quarter(quarter)));
    }
    if let Some(half) = rest.strip_prefix('H') {
        return digits(half, 1).filter(|half| (1..=2).contains(half)).map(|half| Value::Part(year, PartValue::Half(half)));
    }
    match rest.split_once('-') {
        Some((month, day)) => Some(Value::Day { year, month: pair(month, 1..=12)?, day: pair(day, 1..=31)? }),
        None => pair(rest, 1..=12).map(|month| Value::Part(year, PartValue::Month(month))),
    }
}

fn read_week(year: YearValue, week: &str) -> Option<Value> {
    match week.split_once('-') {
        Some((week, "WE")) => pair(week, 1..=53).map(|week| Value::Weekend(year, week)),
        Some(("XX", weekday)) if year == YearValue::Unknown => {
            digits(weekday, 1).filter(|weekday| (1..=7).contains(weekday)).map(|weekday| Value::Weekday { weekday })
        }
        Some(_) => None,
        None => pair(week, 1..=53).flatten().map(|week| Value::Week(year, week)),
    }
}

fn read_time(time: &str) -> Option<TimeValue> {
    if let Some(part) = DayPart::from_code(time) {
        return Some(TimeValue::Part(part));
    }
    let (hour, rest) = time.split_once(':')?;
    let (minute, zone) = rest.split_at_checked(2)?;
    let is_zone = zone.is_empty()
        || zone == "Z"
        || zone.strip_prefix(['+', '-']).and_then(|zone| zone.split_once(':')).is_some_and(|(hours, minutes)| {
            digits(hours, 2).is_some_and(|hours: u8| hours <= 14) && digits(minutes, 2).is_some_and(|minutes: u8| minutes < 60)
        });
    let hour = digits(hour, 2).filter(|hour: &u8| *hour <= 24)?;
    let minute = digits(minute, 2).filter(|minute: &u8| *minute < 60)?;
    is_zone.then(|| TimeValue::Clock { hour, minute, zone: zone.to_owned() })
}

fn read_lengths(mut text: &str, units: &'static [&'static str]) -> Option<Vec<DurationPart>> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
        let (count, rest) = match text.strip_prefix('X') {
            Some(rest) => (None, rest),
            None => {
                let (count, rest) = text.split_at_checked(end)?;
                if count.len() > 1 && count.starts_with('0') {
                    return None;
                }
                (Some(count.parse().ok()?), rest)
            }
        };
        let unit = units.iter().find(|unit| rest.starts_with(**unit))?;
        text = rest.get(unit.len()..)?;
        parts.push(DurationPart { count, unit });
    }
    Some(parts)
}

impl fmt::Display for YearValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known { number, before_christ } => write!(formatter, "{}{number:04}", if *before_christ { "BC" } else { "" }),
            Self::Unknown => formatter.write_str("XXXX"),
        }
    }
}

impl fmt::Display for DurationPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            Some(count) => write!(formatter, "{count}{}", self.unit),
            None => write!(formatter, "X{}", self.unit),
        }
    }
}

/// Two digits, or `XX`.
struct Pair(Option<u8>);

impl fmt::Display for Pair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => write!(formatter, "{number:02}"),
            None => formatter.write_str("XX"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vague(reference) => formatter.write_str(reference.value()),
            Self::Part(year, part) => match part {
                PartValue::Whole => write!(formatter, "{year}"),
                PartValue::Quarter(quarter) => write!(formatter, "{year}-Q{quarter}"),
                PartValue::Half(half) => write!(formatter, "{year}-H{half}"),
                PartValue::Season(season) => write!(formatter, "{year}-{}", season.code()),
                PartValue::Month(month) => write!(formatter, "{year}-{}", Pair(*month)),
            },
            Self::Day { year, month, day } => write!(formatter, "{year}-{}-{}", Pair(*month), Pair(*day)),
            Self::Week(year, week) => write!(formatter, "{year}-W{week:02}"),
            Self::Weekend(year, week) => write!(formatter, "{year}-W{}-WE", Pair(*week)),
            Self::Weekday { weekday } => write!(formatter, "XXXX-WXX-{weekday}"),
            Self::FiscalYear(year) => write!(formatter, "FY{year:04}"),
            Self::Decade(prefix) => write!(formatter, "{prefix:03}"),
            Self::Century { prefix, before_christ } => write!(formatter, "{}{prefix:02}", if *before_christ { "BC" } else { "" }),
            Self::Millennium(digit) => write!(formatter, "{digit}"),
            Self::Time(date, TimeValue::Clock { hour, minute, zone }) => write!(formatter, "{date}T{hour:02}:{minute:02}{zone}"),
            Self::Time(date, TimeValue::Part(part)) => write!(formatter, "{date}T{}", part.code()),
            Self::Duration { days, clock } => {
                formatter.write_str("P")?;
                days.iter().try_for_each(|part| write!(formatter, "{part}"))?;
                formatter.write_str(if clock.is_empty() { "" } else { "T" })?;
                clock.iter().try_for_each(|part| write!(formatter, "{part}"))
            }
            Self::Interval(from, to) => write!(formatter, "{from}/{to}"),
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn years() -> impl Strategy<Value = YearValue> {
        prop_oneof![
            (0..=9999_u32).prop_map(|number| YearValue::Known { number, before_christ: false }),
            (1..=99_999_u32).prop_map(|number| YearValue::Known { number, before_christ: true }),
            Just(YearValue::Unknown),
        ]
    }

    fn days() -> impl Strategy<Value = Value> {
        prop_oneof![
            (years(), prop::option::of(1..=12_u8), prop::option::of(1..=31_u8)).prop_map(|(year, month, day)| Value::Day {
                year,
                month,
                day
            }),
            (1..=7_u8).prop_map(|weekday| Value::Weekday { weekday }),
        ]
    }

    fn lengths(units: &'static [&'static str]) -> impl Strategy<Value = Vec<DurationPart>> {
        let part = (prop::option::of(any::<u64>()), select(units)).prop_map(|(count, unit)| DurationPart { count, unit });
        prop::collection::vec(part, 0..3)
    }

    fn parts() -> impl Strategy<Value = PartValue> {
        prop_oneof![
            Just(PartValue::Whole),
            (1..=4_u8).prop_map(PartValue::Quarter),
            (1..=2_u8).prop_map(PartValue::Half),
            select(vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter]).prop_map(PartValue::Season),
            prop::option::of(1..=12_u8).prop_map(PartValue::Month),
        ]
    }

    fn times() -> impl Strategy<Value = TimeValue> {
        let zone = select(vec!["", "Z", "+03:00", "-05:00", "+05:30"]);
        prop_oneof![
            (0..=24_u8, 0..60_u8, zone).prop_map(|(hour, minute, zone)| TimeValue::Clock { hour, minute, zone: zone.to_owned() }),
            select(vec!["DW", "MO", "MI", "AF", "EV", "NI"]).prop_map(|code| TimeValue::Part(DayPart::from_code(code).unwrap())),
        ]
    }

    fn values() -> impl Strategy<Value = Value> {
        let single = prop_oneof![
            select(vec![Reference::Past, Reference::Present, Reference::Future]).prop_map(Value::Vague),
            (years(), parts()).prop_map(|(year, part)| Value::Part(year, part)),
            days(),
            (years(), 1..=53_u8).prop_map(|(year, week)| Value::Week(year, week)),
            (years(), prop::option::of(1..=53_u8)).prop_map(|(year, week)| Value::Weekend(year, week)),
            (0..=9999_u32).prop_map(Value::FiscalYear),
            (0..=999_u16).prop_map(Value::Decade),
            (0..=99_u8, any::<bool>()).prop_map(|(prefix, before_christ)| Value::Century { prefix, before_christ }),
            (0..=9_u8).prop_map(Value::Millennium),
            (days(), times()).prop_map(|(day, time)| Value::Time(Box::new(day), time)),
            (lengths(DAY_UNITS), lengths(CLOCK_UNITS))
                .prop_filter("a length has a part", |(days, clock)| !days.is_empty() || !clock.is_empty())
                .prop_map(|(days, clock)| Value::Duration { days, clock }),
        ]
        .boxed();
        let span = (single.clone(), single.clone()).prop_map(|(from, to)| Value::Interval(Box::new(from), Box::new(to)));
        prop_oneof![4 => single, 1 => span]
    }

    proptest! {
        #![proptest_config(crate::property::config(4_000))]
        #[test]
        fn what_is_printed_is_read_again(value in values()) {
            prop_assert_eq!(value.to_string().parse(), Ok(value));
        }

        #[test]
        fn what_is_read_is_printed_again(text in "(XXXX|BC|FY|P|[0-9]{1,5})?[-TWXQHPE/:0-9DYMS+Z]{0,12}") {
            if let Ok(value) = text.parse::<Value>() {
                prop_assert_eq!(value.to_string(), text);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = text.parse::<Value>();
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for text in [
            "",
            "2022-13",
            "2022-1-8",
            "2022-02-32",
            "P",
            "PT",
            "P1",
            "20222",
            "2022-W54",
            "XXXX-WXX-8",
            "2022T07:00",
            "/",
            "2022-Q5",
            "P01D",
        ] {
            assert!(text.parse::<Value>().is_err(), "{text:?} was read");
        }
    }
}
