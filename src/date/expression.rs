//! What an expression of time means before it is placed on the calendar: a small algebra that every language shares. A language
//! pack reads words into it, [`super::place`] reckons with it.

use super::Modifier;
use super::civil::{Day, digits, numbers, signed, write_numbers};

/// The meaning of an expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A year, or a part of one: a day, month, quarter, season.
    Calendar(Calendar),
    /// A day counted from the day of reference: today is 0, yesterday -1. A weekday that the words add decides when the two
    /// disagree by less than four days.
    Day {
        /// Days after the day of reference.
        offset: i32,
        /// Monday is 1.
        weekday: Option<u8>,
    },
    /// A weekday with or without a direction.
    Weekday {
        /// Monday is 1.
        weekday: u8,
        /// Which of them, if the words say so.
        direction: Option<Direction>,
    },
    /// A weekday of a week counted from the one that holds the day of reference: "Friday last week".
    WeekdayOf {
        /// Monday is 1.
        weekday: u8,
        /// How many weeks later.
        weeks: i32,
    },
    /// The week that holds a day: "the week of March 6".
    WeekOf(Box<Expression>),
    /// A whole unit counted from the one that holds the day of reference: last week is (week, -1).
    Unit {
        /// The unit.
        unit: Unit,
        /// How many units later.
        offset: i32,
    },
    /// A day of the month that lies some months after the one of reference: "the tenth of next month".
    DayOfMonth {
        /// Months after the month of reference.
        months: i32,
        /// Day of the month.
        day: u8,
    },
    /// This or the coming year, whichever "the new year" means: the year that has begun, in December the one about to begin.
    NewYear,
    /// A length of time before or after a day.
    Offset {
        /// How far.
        length: Length,
        /// Backward or forward.
        back: bool,
        /// From where.
        from: From,
    },
    /// The narrated day itself, or a day after it: "the same day" is 0, "the next day" 1.
    Narrated {
        /// The unit: day, week, month or year.
        unit: Unit,
        /// How many units later.
        offset: i32,
    },
    /// A length of time.
    Length {
        /// How long.
        length: Length,
        /// Whether it lies just before or after the day of reference ("the last two days").
        direction: Option<Direction>,
    },
    /// The beginning, middle or end of something, or about, before or after it.
    Modified(Modifier, Box<Expression>),
    /// A clock, on a day if the words name one, else on the day of reference.
    Clock {
        /// The day.
        day: Option<Box<Expression>>,
        /// The clock.
        clock: Clock,
    },
    /// A part of a day.
    Part {
        /// The day.
        day: Box<Expression>,
        /// Which part.
        part: DayPart,
    },
    /// From one to the other, both included.
    Interval(Box<Expression>, Box<Expression>),
    /// A decade by its number: 198 is 1980 to 1989.
    Decade(i32),
    /// A century by its first two digits: 18 is the nineteenth; `before_christ` counts backward.
    Century {
        /// The ordinal of the century less one.
        prefix: i32,
        /// Whether it lies before the year 1.
        before_christ: bool,
    },
    /// A millennium by its first digit: 2 is the third.
    Millennium(i32),
    /// A weekend, counted in ISO weeks from the one of reference.
    Weekend(i32),
    /// A school year or season of sport that runs over two calendar years, counted from the one of reference.
    SchoolYear(i32),
    /// A fiscal year, named by the year in which it ends.
    FiscalYear(i32),
    /// A date of the Hijri calendar. It is never read as Gregorian.
    Hijri {
        /// Year, if said.
        year: Option<i32>,
        /// Month, 1 to 12, if said.
        month: Option<u8>,
        /// Day, if said.
        day: Option<u8>,
        /// Which month of that name, if the words say so.
        direction: Option<Direction>,
    },
    /// A reference to the past, present or future that no calendar can place.
    Vague(Reference),
    /// Something that recurs.
    Every {
        /// What it recurs on.
        cycle: Cycle,
        /// How often in each.
        rate: Rate,
    },
}

/// How often something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// In every one: "every month".
    Each,
    /// So many times in each: "twice a month"; `None` for "several times a month".
    Times(Option<u32>),
}

/// What something recurs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// A length of time: every day, every four years.
    Length(Length),
    /// A weekday; Monday is 1.
    Weekday(u8),
    /// A part of the year: every January, every summer.
    Field(Field),
    /// A part of the day: every morning.
    Part(DayPart),
}

/// A stretch of the Gregorian calendar within one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Which year.
    pub year: Year,
    /// Which part of it.
    pub field: Field,
    /// The weekday that the words give with it; Monday is 1.
    pub weekday: Option<u8>,
    /// The date of the Hijri calendar that the words give with it.
    pub hijri: Option<HijriDate>,
    /// How many days after the day of reference the words put it as well: "yesterday, March 5" is -1.
    pub offset: Option<i32>,
    /// Whether the words are numbers alone, in which day and month could change places.
    pub numeric: bool,
}

impl Calendar {
    /// A part of a year, with nothing beside it.
    #[must_use]
    pub const fn new(year: Year, field: Field) -> Self {
        Self { year, field, weekday: None, hijri: None, offset: None, numeric: false }
    }
}

/// A date of the Hijri calendar, as far as words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HijriDate {
    /// Year.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day.
    pub day: Option<u8>,
}

impl core::fmt::Display for HijriDate {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.iso())
    }
}

impl HijriDate {
    /// As ISO 8601 orders it, without what is not said at the end: `1443-06-05`, `1443-06`, `1443`, `XXXX-06-05`.
    #[must_use]
    #[inline(never)]
    pub fn iso(self) -> String {
        let mut text = numbers(if self.year.is_some() { "####" } else { "XXXX" }, &[self.year.unwrap_or(0).unsigned_abs()]);
        if let Some(month) = self.month {
            let day = self.day.map_or(0, u32::from);
            write_numbers(&mut text, if self.day.is_some() { "-##-##" } else { "-##" }, &[month.into(), day]);
        }
        text
    }
}

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// This one; negative before Christ.
    Known(i32),
    /// Counted from the year of reference.
    Relative(i32),
    /// "The new year".
    New,
    /// Counted from the year of the narrated day.
    Narrated(i32),
    /// Not said: the occurrence in this direction, or the nearest.
    Unsaid(Option<Direction>),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// All of it.
    Whole,
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A half, 1 or 2.
    Half(u8),
    /// A season; winter begins in December of its year.
    Season(Season),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and a day of it.
    Day(u8, u8),
    /// A feast that falls on another day every year.
    Movable(MovableFeast),
}

/// A feast that is reckoned anew for every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovableFeast {
    /// Days after Easter Sunday of the western churches.
    Easter(i8),
    /// A weekday of a month (Monday is 1), by its place among them; 9 is the last.
    Nth {
        /// 1 to 12.
        month: u8,
        /// 1 to 7.
        weekday: u8,
        /// 1 to 4, or 9.
        place: u8,
    },
}

impl MovableFeast {
    /// Reads `easter-2` or `11-4-4` (month, weekday, place), as word lists give it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix("easter") {
            return signed(days).and_then(|days| i8::try_from(days).ok()).map(Self::Easter);
        }
        let mut parts = text.split('-').map(|part| digits(part).and_then(|part| u8::try_from(part).ok()));
        Some(Self::Nth { month: parts.next()??, weekday: parts.next()??, place: parts.next()?? })
    }

    /// Its day in a year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Self::Easter(days) => easter(year)?.plus(i32::from(days)),
            Self::Nth { month, weekday, place: 9 } => {
                let length = super::civil::days_in_month(u16::try_from(year).ok()?, month);
                Day::new(year, month, length)?.on_or_before(weekday)
            }
            Self::Nth { month, weekday, place } => Day::new(year, month, 1)?.on_or_after(weekday)?.plus(7 * (i32::from(place) - 1)),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Butcher's Ecclesiastical Calendar).
fn easter(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * week) / 451;
    let days = moon + week - 7 * late + 114;
    Day::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

/// A season of the year, by the months of the northern hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// The code of TIMEX3.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The season with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|season| season.code() == code)
    }

    /// The month in which it begins; it lasts three.
    #[must_use]
    pub const fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// Where an occurrence lies from the day of reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The last one before.
    Last,
    /// The one that holds it.
    This,
    /// The next one after.
    Next,
}

/// What the verb of the clause says about the time of what is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outlook {
    /// It has happened.
    Past,
    /// It is to come.
    Future,
    /// No verb says.
    #[default]
    Unsaid,
}

/// A unit of the calendar or the clock, from the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A half of a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Unit {
    /// The unit with this English name, as word lists give it. A night counts as a day.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" | "night" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many; `None` for an unknown number ("several").
    pub count: Option<u32>,
    /// Of what.
    pub unit: Unit,
    /// A shorter length added to it: "three years and a half" adds six months.
    pub rest: Option<(u32, Unit)>,
}

impl Length {
    /// A whole number of units.
    #[must_use]
    pub const fn of(count: u32, unit: Unit) -> Self {
        Self { count: Some(count), unit, rest: None }
    }

    /// An unknown number of units.
    #[must_use]
    pub const fn some(unit: Unit) -> Self {
        Self { count: None, unit, rest: None }
    }
}

/// Where an [`Expression::Offset`] is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The day of reference: publication, or the day of speaking.
    Reference,
    /// The day that the narration named last; the day of reference when it has named none.
    Narrated,
}

/// A time of day on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24; 24 is the midnight that ends the day.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// The offset from UTC as TIMEX3 writes it (`Z`, `+03:00`); `None` when local or not said.
    pub zone: Option<&'static str>,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Before sunrise.
    Dawn,
    /// Morning.
    Morning,
    /// About noon.
    Noon,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// The night that begins on the day.
    Night,
}

impl DayPart {
    /// The code of TIMEX3; `DW` for dawn is ours, TimeML has none.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dawn => "DW",
            Self::Morning => "MO",
            Self::Noon => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    /// The part with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Dawn, Self::Morning, Self::Noon, Self::Afternoon, Self::Evening, Self::Night].into_iter().find(|part| part.code() == code)
    }
}

/// A reference that no calendar can place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Some time ago.
    Past,
    /// Now.
    Present,
    /// Some time to come.
    Future,
}

impl Reference {
    /// The value of TIMEX3.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }

    /// The reference with this value.
    #[must_use]
    pub fn from_value(value: &str) -> Option<Self> {
        [Self::Past, Self::Present, Self::Future].into_iter().find(|reference| reference.value() == value)
    }
}

impl Expression {
    /// The whole of a known year.
    #[must_use]
    pub const fn year(year: Year) -> Self {
        Self::Calendar(Calendar::new(year, Field::Whole))
    }

    /// A part of a year.
    // Of forty places that make one only the call is left.
    #[must_use]
    #[inline(never)]
    pub const fn calendar(year: Year, field: Field) -> Self {
        Self::Calendar(Calendar::new(year, field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(feast: &str, year: i32) -> String {
        MovableFeast::parse(feast).and_then(|feast| feast.in_year(year)).map_or_else(String::new, |day| day.to_string())
    }

    #[test]
    fn movable_feasts_fall_where_almanacs_have_them() {
        assert_eq!(on("easter+0", 2024), "2024-03-31");
        assert_eq!(on("easter+0", 2011), "2011-04-24");
        assert_eq!(on("easter+0", 1961), "1961-04-02");
        assert_eq!(on("easter-2", 2022), "2022-04-15");
        assert_eq!(on("11-4-4", 2023), "2023-11-23");
        assert_eq!(on("05-1-9", 2024), "2024-05-27");
        assert_eq!(on("easter", 2024), "");
        assert_eq!(on("11-4", 2024), "");
    }
}
