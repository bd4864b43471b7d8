//! When the article was published.

use super::{Moment, TimexCandidate};
use crate::document::Document;
use crate::text::span::Span;
use crate::zone::Zone;

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
#[must_use]
pub fn derive(_document: &Document<'_>, _zones: &[Zone], _candidates: &[TimexCandidate]) -> Option<Published> {
    None
}
