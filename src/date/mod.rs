//! Expressions of time: language packs find them and say what they mean as an [`Expression`]; this module places them on the
//! calendar, given when the article was published.

pub mod civil;
pub mod expression;
pub mod hijri;
pub mod place;
pub mod published;
pub mod setting;
pub mod timeline;
pub mod value;
pub mod words;

pub use civil::Moment;
pub use expression::{Expression, Outlook};
pub use published::{Published, Source};
pub use value::{Modifier, TimexType};

use crate::text::span::Span;
use std::ops::Range;

/// An expression of time as a language pack found it: not yet on the calendar.
#[derive(Clone, Debug)]
pub struct TimexCandidate {
    /// The tokens it touches.
    pub tokens: Range<usize>,
    /// Its bytes: after the clitics of its first token.
    pub span: Span,
    /// What it means.
    pub expression: Expression,
    /// What the verb of its clause says about past and future.
    pub outlook: Outlook,
    /// For an expression inside a quotation: the first byte of the expression that says when the words were spoken.
    pub said_on: Option<usize>,
    /// Whether it stands where pages say when they were published, and how surely that is the place.
    pub stamp: Option<Stamp>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A place where pages say when they were published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stamp {
    /// A line of nothing but date, clock and labels.
    Line,
    /// Such a line that says when the page was last changed.
    Update,
    /// The bracket with agency or place that opens a report.
    Dateline,
}

/// An expression of time on the calendar.
#[derive(Clone, Debug)]
pub struct Timex {
    /// The tokens it touches.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value, such as `2022-01-08` or `P2D`.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The earliest day or minute that it can mean, ISO 8601.
    pub earliest: Option<String>,
    /// The latest day or minute that it can mean, ISO 8601.
    pub latest: Option<String>,
    /// What its value was reckoned from: `none`, `published`, the day of speaking as `speech:2022-01-07`, or the narrated day
    /// as `2022-01-02`.
    pub anchor: String,
    /// What else the words say.
    pub notes: Notes,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What an expression of time says beside its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What the words say as well and the calendar denies: the value of a weekday that is not that of the date
    /// (`XXXX-WXX-2`), or the day that the other calendar gives when the two lie further apart than a sighting of the moon.
    pub conflict: Option<String>,
    /// The value with day and month the other way round, where numbers alone leave that open.
    pub alternative: Option<String>,
    /// The date of the Hijri calendar as the words give it: `1443-06-05`, `1443-06`, `1443`.
    pub hijri: Option<String>,
    /// TIMEX3 `quant` of what recurs: `EVERY`.
    pub quantity: Option<&'static str>,
    /// TIMEX3 `freq` of what recurs: `2X`.
    pub frequency: Option<String>,
}
