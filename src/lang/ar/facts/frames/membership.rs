//! Who belongs to what, and when it was founded.

use super::At::{After, Agent};
use super::{Frame, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::To;

/// The rows of the family.
pub const ROWS: &[Frame] = &[verb(
    "join",
    "membership",
    "joined",
    &[must("members", Agent, "@name").each(), must("org", After(&[To]), "@name|authority|team|force")],
)];
