//! The finders of Arabic names: one kind of name a file, in the order in which they run.

mod grammar;
mod group;
mod named_thing;
mod office;
mod organisation;
mod person;
mod place;
mod quantity;
mod repetition;
mod tagged;

pub use office::{Title, title_at};

use crate::find::Finder;

/// The finders. A later one may read what an earlier one found: offices end at the organisations after them, people begin
/// where titles end, and what was found once is found again by its short form.
pub const FINDERS: &[Finder] = &[
    Finder { name: "listed places", find: place::listed },
    Finder { name: "nationalities and groups", find: group::find },
    Finder { name: "listed organisations", find: organisation::listed },
    Finder { name: "places by head noun", find: place::headed },
    Finder { name: "organisations by head noun", find: organisation::headed },
    Finder { name: "laws, events and products", find: named_thing::find },
    Finder { name: "offices", find: office::find },
    Finder { name: "people", find: person::find },
    Finder { name: "tagged names", find: tagged::find },
    Finder { name: "quantities", find: quantity::find },
    Finder { name: "repetition", find: repetition::find },
];
