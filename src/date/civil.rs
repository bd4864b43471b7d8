//! The civil (Gregorian) calendar.

/// A point in time given from outside or found in the text: a civil date with an optional time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour and minute, if known.
    pub time: Option<(u8, u8)>,
}

impl Moment {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; `None` for any other form and for days that the calendar does not have.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
        let mut parts = date.split('-');
        let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
        let time = match time {
            None => None,
            Some(time) => {
                let (hour, minute) = time.split_once(':')?;
                let (hour, minute) = (number(hour, 2)?, number(minute, 2)?);
                if hour > 23 || minute > 59 {
                    return None;
                }
                Some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?))
            }
        };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let valid = parts.next().is_none() && year >= 1 && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        valid.then_some(Self { year, month, day, time })
    }
}

impl core::fmt::Display for Moment {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut text = String::new();
        write_numbers(&mut text, "####-##-##", &[self.year.into(), self.month.into(), self.day.into()]);
        if let Some((hour, minute)) = self.time {
            write_numbers(&mut text, "T##:##", &[hour.into(), minute.into()]);
        }
        formatter.write_str(&text)
    }
}

fn number(text: &str, length: usize) -> Option<u16> {
    digits(text).filter(|_| text.len() == length).and_then(|number| u16::try_from(number).ok())
}

/// A number of one to ten ASCII digits and nothing else.
// Small numbers are read in two dozen places: one body keeps the module small.
#[inline(never)]
#[must_use]
pub fn digits(text: &str) -> Option<i64> {
    if !(1..=10).contains(&text.len()) {
        return None;
    }
    text.bytes().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

/// The same with or without a sign, as word lists write numbers.
#[inline(never)]
#[must_use]
pub fn signed(text: &str) -> Option<i64> {
    match text.split_at_checked(1) {
        Some(("-", rest)) => digits(rest).map(|number| -number),
        Some(("+", rest)) => digits(rest),
        _ => digits(text),
    }
}

/// The number of days of a month; 0 when there is no such month.
#[must_use]
pub const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A day of the proleptic Gregorian calendar, years 1 to 9999. Arithmetic that leaves these years gives `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// The first day, 0001-01-01.
const FIRST: i32 = 1;
/// The last day, 9999-12-31.
const LAST: i32 = 3_652_059;

impl Day {
    /// The day of a year, month (1 to 12) and day of the month; `None` when the calendar has no such day.
    #[must_use]
    #[inline(never)]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let known = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        if day == 0 || day > days_in_month(known, month) {
            return None;
        }
        // Years begin in March, so that the leap day is the last of its year.
        let month = i32::from(month);
        let (shifted_year, shifted_month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = 365 * shifted_year + shifted_year.div_euclid(4) - shifted_year.div_euclid(100) + shifted_year.div_euclid(400);
        Some(Self(days + (153 * shifted_month + 2) / 5 + i32::from(day) - 306))
    }

    /// The day of a moment.
    #[must_use]
    pub fn of(moment: &Moment) -> Option<Self> {
        Self::new(i32::from(moment.year), moment.month, moment.day)
    }

    /// Days since 0000-12-31, so that 0001-01-01 is 1 (Rata Die).
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day with this number, if it lies in the years 1 to 9999.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        if number >= FIRST && number <= LAST { Some(Self(number)) } else { None }
    }

    /// Year, month and day of the month.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 305; // since 0000-03-01
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.civil().1
    }

    /// The weekday as ISO 8601 counts: Monday is 1, Sunday 7.
    #[must_use]
    #[inline(never)]
    pub fn weekday(self) -> u8 {
        u8::try_from((self.0 - 1).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The day `days` later, or earlier when negative.
    #[must_use]
    #[inline(never)]
    pub fn plus(self, days: i32) -> Option<Self> {
        self.0.checked_add(days).and_then(Self::from_number)
    }

    /// As ISO 8601 writes it: `2022-01-08`.
    #[must_use]
    #[inline(never)]
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        numbers("####-##-##", &[year.unsigned_abs(), month.into(), day.into()])
    }

    /// The ISO 8601 week: the year it belongs to and its number, 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.0 - i32::from(self.weekday()) + 4;
        // The Thursday of the first or last week may leave the supported years by a few days.
        let year = Self::from_number(thursday).map_or(if thursday < FIRST { 0 } else { 10_000 }, Self::year);
        let january_first = Self::new(year, 1, 1).map_or(thursday, Self::number);
        (year, u8::try_from((thursday - january_first) / 7 + 1).unwrap_or(1))
    }

    /// The Monday of the ISO week that holds the day.
    #[must_use]
    pub fn monday(self) -> Option<Self> {
        self.plus(1 - i32::from(self.weekday()))
    }

    /// The latest day on this weekday that is not after this day.
    #[must_use]
    pub fn on_or_before(self, weekday: u8) -> Option<Self> {
        self.plus(-(i32::from(self.weekday()) - i32::from(weekday)).rem_euclid(7))
    }

    /// The earliest day on this weekday that is not before this day.
    #[must_use]
    pub fn on_or_after(self, weekday: u8) -> Option<Self> {
        self.plus((i32::from(weekday) - i32::from(self.weekday())).rem_euclid(7))
    }

    /// The same day of the month `months` later; the last day of that month when it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let (year, month, day) = self.civil();
        let (year, month) = add_months(year, month, months)?;
        let last = days_in_month(u16::try_from(year).ok()?, month);
        Self::new(year, month, day.min(last))
    }
}

impl core::fmt::Display for Day {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.iso())
    }
}

/// Numbers in their places: `####-W##` and 2022 and 1 are `2022-W01`. A row of `#` is a number of at least so many digits.
#[must_use]
pub fn numbers(pattern: &str, numbers: &[u32]) -> String {
    let mut text = String::with_capacity(pattern.len());
    write_numbers(&mut text, pattern, numbers);
    text
}

/// The same behind what is written already.
// Two dozen places write values: one body keeps the module small.
#[inline(never)]
pub fn write_numbers(text: &mut String, pattern: &str, numbers: &[u32]) {
    let mut numbers = numbers.iter();
    let mut places = 0;
    for (at, byte) in pattern.bytes().enumerate() {
        if byte != b'#' {
            text.push(char::from(byte));
            continue;
        }
        places += 1;
        if pattern.as_bytes().get(at + 1) != Some(&b'#') {
            write_number(text, numbers.next().copied().unwrap_or(0), places);
            places = 0;
        }
    }
}

fn write_number(text: &mut String, number: u32, places: u32) {
    if places > 1 || number > 9 {
        write_number(text, number / 10, places.saturating_sub(1));
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
}

/// The month `months` after a month, with its year; `None` outside the years 1 to 9999.
#[must_use]
#[inline(never)]
pub fn add_months(year: i32, month: u8, months: i32) -> Option<(i32, u8)> {
    let count = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    (1..=9999).contains(&year).then_some((year, u8::try_from(month).ok()?))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_digits_alone_and_where_lists_write_them_a_sign() {
        assert_eq!((digits("007"), digits("9999999999"), digits("0")), (Some(7), Some(9_999_999_999), Some(0)));
        assert_eq!((digits(""), digits("12345678901"), digits("1.5"), digits("-1"), digits("٣")), (None, None, None, None, None));
        assert_eq!((signed("-2"), signed("+49"), signed("6")), (Some(-2), Some(49), Some(6)));
        assert_eq!((signed("-"), signed("--1"), signed("س"), signed("")), (None, None, None, None));
    }

    #[test]
    fn known_days() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(day(1, 1, 1).number(), 1);
        assert_eq!(day(9999, 12, 31).number(), LAST);
        assert_eq!(day(1970, 1, 1).number(), 719_163);
        assert_eq!(day(2022, 1, 8).weekday(), 6);
        assert_eq!(day(2000, 2, 29).weekday(), 2);
        assert_eq!(day(1, 1, 1).weekday(), 1);
        assert_eq!(day(2022, 1, 8).iso_week(), (2022, 1));
        assert_eq!(day(2022, 1, 1).iso_week(), (2021, 52));
        assert_eq!(day(2020, 12, 31).iso_week(), (2020, 53));
        assert_eq!(day(2024, 12, 30).iso_week(), (2025, 1));
        assert_eq!(day(2022, 1, 8).on_or_before(5), Some(day(2022, 1, 7)));
        assert_eq!(day(2022, 1, 8).on_or_before(6), Some(day(2022, 1, 8)));
        assert_eq!(day(2022, 1, 8).on_or_after(7), Some(day(2022, 1, 9)));
        assert_eq!(day(2022, 1, 31).plus_months(1), Some(day(2022, 2, 28)));
        assert_eq!(day(2020, 2, 29).plus_months(-12), Some(day(2019, 2, 28)));
    }

    #[test]
    fn days_that_the_calendar_lacks() {
        for (year, month, day) in [(1900, 2, 29), (2022, 4, 31), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (0, 1, 1), (10_000, 1, 1)] {
            assert_eq!(Day::new(year, month, day), None);
        }
        assert_eq!(Day::new(1, 1, 1).unwrap().plus(-1), None);
        assert_eq!(Day::new(9999, 12, 31).unwrap().plus(1), None);
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut previous = Day::from_number(FIRST).unwrap().civil();
        for number in FIRST + 1..=LAST {
            let (year, month, day) = Day::from_number(number).unwrap().civil();
            let (before_year, before_month, before_day) = previous;
            let expected = if before_day < days_in_month(u16::try_from(before_year).unwrap(), before_month) {
                (before_year, before_month, before_day + 1)
            } else if before_month < 12 {
                (before_year, before_month + 1, 1)
            } else {
                (before_year + 1, 1, 1)
            };
            assert_eq!((year, month, day), expected);
            assert_eq!(Day::new(year, month, day).map(Day::number), Some(number));
            previous = (year, month, day);
        }
    }

    proptest! {
        #[test]
        fn weeks_have_seven_days_and_one_number(number in FIRST..=LAST - 7) {
            let day = Day::from_number(number).unwrap();
            let later = day.plus(7).unwrap();
            prop_assert_eq!(day.weekday(), later.weekday());
            prop_assert_ne!(day.iso_week(), later.iso_week());
            if let Some(monday) = day.monday() {
                prop_assert_eq!(monday.weekday(), 1);
                prop_assert_eq!(monday.iso_week(), day.iso_week());
            }
        }

        #[test]
        fn months_forth_and_back(year in 1..=9999_i32, month in 1..=12_u8, months in -200_000..200_000_i32) {
            if let Some((later_year, later_month)) = add_months(year, month, months) {
                prop_assert_eq!(add_months(later_year, later_month, -months), Some((year, month)));
            }
        }

        #[test]
        fn what_is_printed_is_read_again(number in FIRST..=LAST, hour in 0..24_u8, minute in 0..60_u8) {
            let day = Day::from_number(number).unwrap();
            let (year, month, of_month) = day.civil();
            let moment = Moment { year: u16::try_from(year).unwrap(), month, day: of_month, time: Some((hour, minute)) };
            prop_assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
            prop_assert_eq!(Moment::parse(&day.to_string()).and_then(|moment| Day::of(&moment)), Some(day));
        }
    }
}
