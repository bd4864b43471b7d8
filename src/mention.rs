//! What a mention can be: one table, from which legends, colours and type declarations follow.

use crate::text::span::Span;
use std::ops::Range;

/// The types of mentions. What each covers is written down in the README, section "What is marked".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionType {
    /// A person's name, without title.
    Person,
    /// A named organisation.
    Organisation,
    /// A named place.
    Location,
    /// A nationality, people or regional adjective.
    Group,
    /// An office or function of a person.
    Role,
    /// A named event.
    Event,
    /// A named product, vehicle or weapon.
    Product,
    /// A named law or treaty.
    Law,
    /// A number with what it counts.
    Quantity,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
}

/// One row of [`KINDS`].
#[derive(Clone, Copy, Debug)]
pub struct MentionKind {
    /// The type.
    pub kind: MentionType,
    /// Its name in the Analysis.
    pub id: &'static str,
    /// Arabic label.
    pub ar: &'static str,
    /// English label.
    pub en: &'static str,
    /// A colour with at least 4.5:1 against white, from which pages derive tints.
    pub colour: &'static str,
    /// Whether mentions of the type are linked to entities.
    pub linked: bool,
}

/// Every type of mention. To add one: a variant above, a row here, and a finder in a language pack.
pub const KINDS: &[MentionKind] = &[
    kind(MentionType::Person, "PER", "شخص", "Person", "#8f3f00", true),
    kind(MentionType::Organisation, "ORG", "جهة", "Organisation", "#00528a", true),
    kind(MentionType::Location, "LOC", "مكان", "Place", "#00634a", true),
    kind(MentionType::Group, "NORP", "جنسية أو جماعة", "Nationality or group", "#6b4c00", true),
    kind(MentionType::Role, "ROLE", "منصب", "Office", "#7a2e66", false),
    kind(MentionType::Event, "EVENT", "حدث", "Event", "#9c1c3c", true),
    kind(MentionType::Product, "PRODUCT", "منتج", "Product", "#4b3f91", true),
    kind(MentionType::Law, "LAW", "قانون أو معاهدة", "Law or treaty", "#3d5a1a", true),
    kind(MentionType::Quantity, "QUANTITY", "عدد", "Quantity", "#4a5560", false),
    kind(MentionType::Money, "MONEY", "مبلغ", "Money", "#4a5560", false),
    kind(MentionType::Percent, "PERCENT", "نسبة", "Percentage", "#4a5560", false),
];

const fn kind(kind: MentionType, id: &'static str, ar: &'static str, en: &'static str, colour: &'static str, linked: bool) -> MentionKind {
    MentionKind { kind, id, ar, en, colour, linked }
}

impl MentionType {
    /// The name in the Analysis.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().map_or("", |row| row.id)
    }

    /// Whether mentions of the type are linked to entities.
    #[must_use]
    pub fn is_linked(self) -> bool {
        self.row().is_some_and(|row| row.linked)
    }

    fn row(self) -> Option<&'static MentionKind> {
        KINDS.iter().find(|row| row.kind == self)
    }
}

/// A mention that finders propose; several may compete for the same words.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The tokens it touches.
    pub tokens: Range<usize>,
    /// Its bytes: after the clitics of its first token.
    pub span: Span,
    /// Its type.
    pub kind: MentionType,
    /// How sure the rule is, 0 to 1. Resolution weighs it by length.
    pub score: f32,
    /// The rule that made it, for `--explain`.
    pub rule: &'static str,
    /// The row of the lexicon that it is, if a list named it.
    pub entry: Option<u32>,
}

/// A mention that was kept.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The tokens it touches.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// Its type.
    pub kind: MentionType,
    /// How sure, 0 to 1.
    pub score: f32,
    /// The rule that made it.
    pub rule: &'static str,
    /// The row of the lexicon that it is, if a list named it.
    pub entry: Option<u32>,
    /// The language pack that found it.
    pub language: &'static str,
    /// Whether it lies inside another mention.
    pub nested: bool,
    /// The index of its entity, once linked.
    pub entity: Option<usize>,
}
