//! The order of dates on a line of time: earlier beginnings first, then earlier ends, then the order of the text. What the
//! calendar cannot place comes last. The order is total and depends on nothing else, so it is the same wherever it is drawn.

use super::Timex;
use super::civil::digits;
use core::cmp::Ordering;

/// A bound of a date as it sorts: year, month, day, minute of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Instant(i32, u8, u8, u16);

/// Minutes of a day.
const DAY: u16 = 1440;

/// Reads a bound: `2022-01-08`, `2022-01-08T07:00`, `-0299-12-31`. A bound of a whole day begins with it or, as the latest, ends
/// with it.
fn instant(bound: &str, ends: bool) -> Option<Instant> {
    let (sign, text) = bound.strip_prefix('-').map_or((1, bound), |rest| (-1, rest));
    let (date, clock) = text.split_once('T').map_or((text, None), |(date, clock)| (date, Some(clock)));
    let mut parts = date.split('-');
    let year = i32::try_from(digits(parts.next()?)?).ok()?;
    let mut number = || u8::try_from(digits(parts.next()?)?).ok();
    let (month, day) = (number()?, number()?);
    let minute = match clock {
        Some(clock) => {
            let (hour, minute) = clock.split_once(':')?;
            u16::try_from(digits(hour)?.checked_mul(60)?.checked_add(digits(minute)?)?).ok()?
        }
        None if ends => DAY,
        None => 0,
    };
    Some(Instant(year.checked_mul(sign)?, month, day, minute))
}

/// Where a date stands on the line of time: unplaced after placed, then by earliest, latest, start and end in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    unplaced: bool,
    earliest: Option<Instant>,
    latest: Option<Instant>,
    start: usize,
    end: usize,
}

impl Place {
    /// The place of a date.
    #[must_use]
    pub fn of(date: &Timex) -> Self {
        let earliest = date.earliest.as_deref().or(date.latest.as_deref()).and_then(|bound| instant(bound, false));
        let latest = date.latest.as_deref().or(date.earliest.as_deref()).and_then(|bound| instant(bound, true));
        Self { unplaced: earliest.is_none(), earliest, latest, start: date.span.start, end: date.span.end }
    }
}

/// Which of two dates comes first on the line of time.
#[must_use]
pub fn compare(one: &Timex, other: &Timex) -> Ordering {
    Place::of(one).cmp(&Place::of(other))
}

/// The rank of every date on the line of time, from 0, in the order of the list.
#[must_use]
pub fn ranks(dates: &[Timex]) -> Vec<usize> {
    let places: Vec<Place> = dates.iter().map(Place::of).collect();
    let order = crate::order::ordered(dates.len(), &|one, other| places.get(one).cmp(&places.get(other)));
    let mut ranks = vec![0; dates.len()];
    for (rank, index) in order.into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(index) {
            *place = rank;
        }
    }
    ranks
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::date::civil::Day;
    use crate::date::{Notes, TimexType};
    use crate::text::span::Span;
    use proptest::prelude::*;

    fn date(earliest: Option<String>, latest: Option<String>, start: usize) -> Timex {
        Timex {
            tokens: start..start + 1,
            span: Span::new(start, start + 1),
            kind: TimexType::Date,
            value: "XXXX".to_owned(),
            modifier: None,
            earliest,
            latest,
            anchor: "none".to_owned(),
            notes: Notes::default(),
            rule: "test",
        }
    }

    fn bounds() -> impl Strategy<Value = Option<String>> {
        let day = (700_000..700_040_i32).prop_map(|number| Day::from_number(number).unwrap().to_string());
        prop_oneof![
            1 => Just(None),
            4 => day.clone().prop_map(Some),
            2 => (day, 0..24_u8, 0..60_u8).prop_map(|(day, hour, minute)| Some(format!("{day}T{hour:02}:{minute:02}"))),
            1 => (0..4_u16, 1..=12_u8).prop_map(|(year, month)| Some(format!("-{year:04}-{month:02}-01"))),
        ]
    }

    /// Few places, so that equal ones are met.
    fn dates() -> impl Strategy<Value = Timex> {
        (bounds(), bounds(), 0..4_usize).prop_map(|(earliest, latest, start)| date(earliest, latest, start))
    }

    proptest! {
        #![proptest_config(crate::property::config(2_000))]
        #[test]
        fn the_order_is_total(one in dates(), two in dates(), three in dates()) {
            // Of two dates one comes first, and which does not depend on who is asked.
            prop_assert_eq!(compare(&one, &two), compare(&two, &one).reverse());
            prop_assert_eq!(compare(&one, &one), Ordering::Equal);
            if compare(&one, &two) != Ordering::Greater && compare(&two, &three) != Ordering::Greater {
                prop_assert_ne!(compare(&one, &three), Ordering::Greater);
            }
            // Only dates that stand at the same place in time and text are equal.
            if compare(&one, &two) == Ordering::Equal {
                prop_assert_eq!(one.span, two.span);
            }
        }

        #[test]
        fn ranks_are_a_permutation_that_keeps_the_text_among_equals(list in prop::collection::vec(dates(), 0..24)) {
            let ranks = ranks(&list);
            let mut sorted = ranks.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..list.len()).collect::<Vec<_>>());
            for one in 0..list.len() {
                for two in one + 1..list.len() {
                    match compare(&list[one], &list[two]) {
                        Ordering::Less | Ordering::Equal => prop_assert!(ranks[one] < ranks[two]),
                        Ordering::Greater => prop_assert!(ranks[one] > ranks[two]),
                    }
                }
            }
        }

        #[test]
        fn the_order_does_not_depend_on_the_order_given(list in prop::collection::vec(dates(), 0..24).prop_shuffle()) {
            let mut list = list;
            // As in a text: no two begin at one place.
            for (index, date) in list.iter_mut().enumerate() {
                date.span = Span::new(index, index + 1);
            }
            let by_rank = |list: &[Timex]| {
                let mut order: Vec<(usize, Span)> = ranks(list).into_iter().zip(list.iter().map(|date| date.span)).collect();
                order.sort_unstable();
                order
            };
            let forward = by_rank(&list);
            list.reverse();
            prop_assert_eq!(by_rank(&list), forward);
        }
    }

    #[test]
    fn before_christ_the_years_go_backward_and_the_days_forward() {
        let bound = |text: &str| instant(text, false).unwrap();
        assert!(bound("-0299-01-01") < bound("-0299-12-31"));
        assert!(bound("-2999-12-31") < bound("-0299-01-01"));
        assert!(bound("-0001-12-31") < bound("0000-01-01") && bound("0000-01-01") < bound("0001-01-01"));
    }

    #[test]
    fn a_day_holds_its_hours() {
        let list = [
            date(Some("2022-01-08T07:00".to_owned()), Some("2022-01-08T07:00".to_owned()), 0),
            date(Some("2022-01-08".to_owned()), Some("2022-01-08".to_owned()), 1),
            date(None, None, 2),
            date(Some("2022-01-01".to_owned()), Some("2022-01-31".to_owned()), 3),
        ];
        assert_eq!(ranks(&list), [2, 1, 3, 0]);
    }
}
