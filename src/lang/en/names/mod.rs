//! The finders of English names, which also read Latin words inside Arabic text. A capital alone is no evidence: names of
//! products and brands have one too.

mod grammar;
mod listed;
mod office;
mod organisation;
mod person;
mod quantity;

use crate::find::Finder;

/// The finders. A later one may read what an earlier one found.
pub const FINDERS: &[Finder] = &[
    Finder { name: "listed names", find: listed::find },
    Finder { name: "organisations by head noun", find: organisation::find },
    Finder { name: "offices", find: office::find },
    Finder { name: "people", find: person::find },
    Finder { name: "quantities", find: quantity::find },
];
