//! English has no clitics at the front of a word.

use crate::lang::Peels;

/// The word as it stands.
#[must_use]
pub fn peel(_folded: &str) -> Peels {
    Peels::whole()
}
