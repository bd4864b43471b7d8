//! The names that are closed sets in the contract, each from the table or type that it belongs to. The reader of an Analysis
//! takes no others, and the TypeScript declarations list them.

use crate::date::{Modifier, Source, TimexType};
use crate::fact::{Directness, FACTS, Realis};
use crate::lang::PACKS;
use crate::mention::KINDS;
use crate::text::offsets::OffsetUnit;
use crate::zone::ZoneKind;

/// Codes of languages.
pub fn languages() -> impl Iterator<Item = &'static str> + Clone {
    PACKS.iter().map(|pack| pack.code)
}

/// Units of positions.
pub fn offset_units() -> impl Iterator<Item = &'static str> + Clone {
    [OffsetUnit::Char, OffsetUnit::Utf16, OffsetUnit::Byte].into_iter().map(OffsetUnit::name)
}

/// Where a publication date comes from.
pub fn published_sources() -> impl Iterator<Item = &'static str> + Clone {
    [Source::Given, Source::Dateline, Source::Timestamp, Source::Text].into_iter().map(Source::id)
}

/// What a stretch of the page can be.
pub fn zone_kinds() -> impl Iterator<Item = &'static str> + Clone {
    use ZoneKind::{Body, Boilerplate, Byline, Caption, Dateline, Headline, Related};
    [Headline, Byline, Dateline, Caption, Body, Related, Boilerplate].into_iter().map(ZoneKind::id)
}

/// The ways in which a line is read.
pub fn directions() -> impl Iterator<Item = &'static str> + Clone {
    ["rtl", "ltr"].into_iter()
}

/// Types of mentions.
pub fn mention_types() -> impl Iterator<Item = &'static str> + Clone {
    KINDS.iter().map(|row| row.id)
}

/// Types of mentions that are linked to entities.
pub fn entity_types() -> impl Iterator<Item = &'static str> + Clone {
    KINDS.iter().filter(|row| row.linked).map(|row| row.id)
}

/// Types of expressions of time.
pub fn date_types() -> impl Iterator<Item = &'static str> + Clone {
    [TimexType::Date, TimexType::Time, TimexType::Duration, TimexType::Set].into_iter().map(TimexType::id)
}

/// Modifiers of expressions of time.
pub fn date_modifiers() -> impl Iterator<Item = &'static str> + Clone {
    use Modifier::{After, Approx, Before, End, LessThan, Mid, MoreThan, Start};
    [Start, Mid, End, Approx, Before, After, LessThan, MoreThan].into_iter().map(Modifier::id)
}

/// Kinds of facts.
pub fn fact_kinds() -> impl Iterator<Item = &'static str> + Clone {
    FACTS.iter().map(|row| row.id)
}

/// How real a fact can be told to be.
pub fn realis() -> impl Iterator<Item = &'static str> + Clone {
    [Realis::Actual, Realis::Planned, Realis::Offered, Realis::Hedged, Realis::Negated].into_iter().map(Realis::id)
}

/// How a statement can give what was said.
pub fn directness() -> impl Iterator<Item = &'static str> + Clone {
    [Directness::Direct, Directness::Indirect, Directness::Mixed].into_iter().map(Directness::id)
}

/// Roles of facts, of every kind; those that several kinds share come once for each.
pub fn roles() -> impl Iterator<Item = &'static str> + Clone {
    FACTS.iter().flat_map(|row| row.roles.iter().copied())
}
