//! What a referee does. Matches and goals are in `desks.rs`.

use super::At::{Agent, Cue, Patient};
use super::{Frame, must, verb};

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("send_off", "event", "match", &[must("agent", Agent, "referee"), must("action", Cue, ""), must("object", Patient, "@human|@name|team|calling")]),
    verb("book", "event", "match", &[must("agent", Agent, "referee"), must("action", Cue, ""), must("object", Patient, "goal|card")]),
];
