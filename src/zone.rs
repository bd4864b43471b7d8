//! Zones: what each line of a pasted page is. Headline, byline and body are the article; share buttons, mastheads and links to
//! other articles are not, and what is found in them is marked so.

use crate::date::TimexCandidate;
use crate::document::Document;
use crate::lang::LanguagePack;
use crate::text::line::Direction;
use crate::text::span::Span;
use regex::Regex;

/// What a stretch of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneKind {
    /// The title, and its repeats.
    Headline,
    /// Author or source.
    Byline,
    /// Place, agency and date of the report, or a timestamp.
    Dateline,
    /// The words under a picture.
    Caption,
    /// The article.
    Body,
    /// Links to other articles.
    Related,
    /// Buttons, mastheads, cookie notices.
    Boilerplate,
}

impl ZoneKind {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Caption => "caption",
            Self::Body => "body",
            Self::Related => "related",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// A line of the page, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Its bytes, without white space at the ends.
    pub span: Span,
    /// Which way its line is read.
    pub direction: Direction,
}

/// The shapes by which a language's pages show what a line is: one pattern a shape, tried in order on a whole line.
#[derive(Debug)]
pub struct LineShapes {
    /// Name of the shape, what it makes of the line, and its pattern.
    pub shapes: Vec<(&'static str, ZoneKind, Regex)>,
}

/// Zones of every non-blank line, in order.
#[must_use]
pub fn zones(document: &Document<'_>, _times: &[TimexCandidate], _pack: &LanguagePack) -> Vec<Zone> {
    document.lines().iter().map(|line| Zone { kind: ZoneKind::Body, span: line.span, direction: line.direction }).collect()
}

/// The zone that holds a byte.
#[must_use]
pub fn zone_at(zones: &[Zone], byte: usize) -> Option<&Zone> {
    let index = zones.partition_point(|zone| zone.span.end <= byte);
    zones.get(index).filter(|zone| zone.span.start <= byte)
}
