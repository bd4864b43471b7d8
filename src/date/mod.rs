//! Expressions of time: language packs find them and say what they mean as an [`Expression`]; this module places them on the
//! calendar, given when the article was published.

pub mod civil;
pub mod expression;
pub mod place;
pub mod published;
pub mod value;

pub use civil::Moment;
pub use expression::Expression;
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
    /// The rule that found it.
    pub rule: &'static str,
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
    /// What its value was reckoned from: `none`, `published`, or the day of speaking as `speech:2022-01-07`.
    pub anchor: String,
    /// The rule that found it.
    pub rule: &'static str,
}
