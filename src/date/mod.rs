//! Expressions of time: language packs find them and say what they mean as an [`Expression`]; this module places them on the
//! calendar, given when the article was published.

pub mod civil;
pub mod expression;
pub mod hijri;
pub mod place;
pub mod published;
pub mod setting;
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
    /// The rule that found it.
    pub rule: &'static str,
}
