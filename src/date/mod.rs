//! Expressions of time: found by the language packs as [`Expression`]s, placed on the calendar here.

/// A point in time given from outside or found in the text: a civil date with an optional time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Year of the Gregorian calendar, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Hour and minute, if known.
    pub time: Option<(u8, u8)>,
}
