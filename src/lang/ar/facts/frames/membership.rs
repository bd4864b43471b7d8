//! Who joins what; what a body is for. Members in a list are read by `nominal.rs`.

use super::At::{After, Agent};
use super::{Frame, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{For, In, To};

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("join", "membership", "joined", &[must("members", Agent, "@name").each(), must("org", After(&[To]), "@name|authority|team|force")]),
    verb("lie_in", "attribute", "mission", &[must("", Agent, "task"), must("entity", After(&[For]), ""), must("value", After(&[In]), "").long()]),
];
