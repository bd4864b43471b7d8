//! The Hijri calendar of Umm al-Qura, the civil calendar of Saudi Arabia, for the years 1343 to 1500.
//!
//! Months begin by astronomical tables, not by rule, so the lengths of the months are data: they are those that R. H. van Gent
//! published from the official almanacs (as the MIT-licensed package `hijridate` 2.x ships them). The observed calendar of a
//! country may differ by a day or two.

use super::civil::Day;

/// The first year of [`MONTHS`].
const FIRST_YEAR: i32 = 1343;
/// 1 Muharram 1343, as [`Day::number`] counts: 1924-08-01.
const FIRST_DAY: i32 = 702_574;

/// A row of bits a year: bit 0 is Muharram; 1 stands for 30 days, 0 for 29.
const MONTHS: &[u16] = &[
    0xEED, 0x554, 0xB45, 0x66C, 0x36C, 0x0D5, 0x9D5, 0xB4A, 0xB15, 0x555, 0x9AD, 0x56A, 0xB55, 0x4D4, 0xD55, 0x64B, 0x497, 0xD55, 0x555,
    0x555, 0xD55, 0x755, 0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572, 0xDA9, 0x555, 0xAAA, 0x555,
    0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D, 0x55A, 0xAD5, 0x6AA,
    0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9, 0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575,
    0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D,
    0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9,
    0xD92, 0xB25, 0x64B, 0xCAB, 0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA,
    0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93,
    0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
];

/// Months that the old almanacs made longer or shorter than the moon allows, to come back in step: year, month, days.
const ODD: &[(i32, u8, i32)] =
    &[(1343, 9, 28), (1345, 5, 31), (1345, 8, 28), (1348, 11, 31), (1348, 12, 28), (1349, 10, 28), (1349, 11, 31), (1364, 8, 28)];

#[inline(never)]
fn month_length(year: i32, month: u8) -> Option<i32> {
    if let Some((.., days)) = ODD.iter().find(|odd| (odd.0, odd.1) == (year, month)) {
        return Some(*days);
    }
    let bits = MONTHS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?)?;
    (1..=12).contains(&month).then(|| 29 + i32::from(bits >> (month - 1) & 1))
}

/// Days from [`FIRST_DAY`] to the first of every year of [`MONTHS`], and to that of the year after the last.
const STARTS: [u16; MONTHS.len() + 1] = starts();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a constant: what could panic stops the build, 158 years are 56,000 days"
)]
const fn starts() -> [u16; MONTHS.len() + 1] {
    let mut starts = [0; MONTHS.len() + 1];
    let mut year = 0;
    while year < MONTHS.len() {
        let mut days = 12 * 29 + (MONTHS[year] & 0xFFF).count_ones() as i32;
        let mut odd = 0;
        while odd < ODD.len() {
            let (of, month, length) = ODD[odd];
            if of == FIRST_YEAR + year as i32 {
                days += length - 29 - (MONTHS[year] >> (month - 1) & 1) as i32;
            }
            odd += 1;
        }
        starts[year + 1] = starts[year] + days as u16;
        year += 1;
    }
    starts
}

/// The number of the first day of a year of the table or of the one after.
fn start_of(year: i32) -> Option<i32> {
    STARTS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?).map(|&days| FIRST_DAY + i32::from(days))
}

/// The first and last Gregorian day of a Hijri year, of a month of it, or of a day; `None` outside the table or when the
/// calendar has no such day.
#[must_use]
#[inline(never)]
pub fn bounds(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(Day, Day)> {
    let (mut first, mut after) = (start_of(year)?, start_of(year.checked_add(1)?)?);
    if let Some(month) = month {
        for before in 1..month {
            first += month_length(year, before)?;
        }
        after = first + month_length(year, month)?;
        if let Some(day) = day {
            first += i32::from(day.checked_sub(1)?);
            if first >= after {
                return None;
            }
            after = first + 1;
        }
    }
    Some((Day::from_number(first)?, Day::from_number(after - 1)?))
}

/// The Hijri year that holds a day.
#[must_use]
pub fn year_of(day: Day) -> Option<i32> {
    let days = day.number().checked_sub(FIRST_DAY).and_then(|days| u16::try_from(days).ok())?;
    let years = STARTS.partition_point(|&start| start <= days);
    (years < STARTS.len()).then_some(i32::try_from(years).ok()? + FIRST_YEAR - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(year: i32, month: u8, day: u8) -> String {
        bounds(year, Some(month), Some(day)).unwrap().0.to_string()
    }

    #[test]
    fn published_dates() {
        let dates = [
            ((1343, 1, 1), "1924-08-01"),
            ((1443, 1, 1), "2021-08-09"),
            ((1443, 6, 5), "2022-01-08"),
            ((1443, 9, 1), "2022-04-02"),
            ((1441, 9, 1), "2020-04-24"),
            ((1442, 12, 10), "2021-07-20"),
            ((1444, 1, 1), "2022-07-30"),
        ];
        for ((year, month, day), date) in dates {
            assert_eq!(first(year, month, day), date);
        }
    }

    #[test]
    fn every_year_has_about_354_days_and_is_found_again() {
        for year in FIRST_YEAR..=1500 {
            let (first, last) = bounds(year, None, None).unwrap();
            assert!((353..=356).contains(&(last.number() - first.number() + 1)), "{year}");
            assert_eq!((year_of(first), year_of(last)), (Some(year), Some(year)));
            let mut next = first;
            for month in 1..=12 {
                let (first, last) = bounds(year, Some(month), None).unwrap();
                assert_eq!(first, next);
                assert_eq!(bounds(year, Some(month), Some(1)), Some((first, first)));
                next = last.plus(1).unwrap();
            }
            assert_eq!(next, last.plus(1).unwrap());
        }
        assert_eq!(bounds(1501, None, None), None);
        assert_eq!(bounds(1342, None, None), None);
        assert_eq!(bounds(1443, Some(13), None), None);
        assert_eq!(bounds(1443, Some(0), None), None);
        assert_eq!(bounds(1443, Some(1), Some(31)), None);
        assert_eq!(bounds(1443, Some(1), Some(0)), None);
        assert_eq!((bounds(i32::MIN, None, None), bounds(i32::MAX, None, None)), (None, None));
        assert_eq!((year_of(Day::from_number(1).unwrap()), year_of(Day::from_number(FIRST_DAY - 1).unwrap())), (None, None));
        assert_eq!(year_of(bounds(1500, None, None).unwrap().1.plus(1).unwrap()), None);
    }
}
