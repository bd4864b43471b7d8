//! What the tables of line shapes are made of.
//!
//! This file depends on `core` alone: the build script reads it and the tables of each language, and makes automata of the
//! patterns.

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

/// Where a shape holds and what it makes of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The line is this, wherever it stands.
    Line(ZoneKind),
    /// The line is this when the pattern is found in it and what stands beside is marks, numbers and the words that the
    /// language lists for that: a date with «published» before it.
    Among(ZoneKind),
    /// The line is this outside the article: before its first paragraph or after its last.
    Margin(ZoneKind),
    /// The line is this between the headline and the first paragraph.
    Head(ZoneKind),
    /// The line is boilerplate and begins the tail of the page, if little prose comes after it.
    Tail,
    /// The line is this and the titles after it are links.
    List(ZoneKind),
    /// The matched beginning of a paragraph is this, the rest is body.
    Prefix(ZoneKind),
    /// As `Prefix`, when the matched beginning opens with a listed place.
    PlacePrefix(ZoneKind),
}

/// One shape: a row of a table.
#[derive(Clone, Copy, Debug)]
pub struct LineShape {
    /// Its name, for tests and explanation.
    pub name: &'static str,
    /// What it makes of a line.
    pub effect: Effect,
    /// A regular expression over the folded line, written in ordinary spelling; `<name>` stands for a set of words. Ranges of
    /// characters are of ASCII or of Arabic letters.
    pub pattern: &'static str,
}

/// A set that several patterns share under the name `<name>`.
#[derive(Clone, Copy, Debug)]
pub struct SharedSet {
    /// Its name.
    pub name: &'static str,
    /// What it matches, as in [`LineShape::pattern`].
    pub text: &'static str,
    /// Whether its alternatives are words: the plain ones count only where no letter stands beside them.
    pub words: bool,
}

/// A shape that is this where its pattern fits.
#[must_use]
pub const fn shape(name: &'static str, effect: Effect, pattern: &'static str) -> LineShape {
    LineShape { name, effect, pattern }
}

/// A set of words: what is listed stands alone, no letter beside it.
#[must_use]
pub const fn words(name: &'static str, text: &'static str) -> SharedSet {
    SharedSet { name, text, words: true }
}

/// A part that patterns share.
#[must_use]
pub const fn part(name: &'static str, text: &'static str) -> SharedSet {
    SharedSet { name, text, words: false }
}
