//! Courts and prosecutors: rulings, convictions, charges, trials, releases.

use super::At::{After, Agent, Cue, Patient, Second};
use super::{Frame, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, By, For, On, To};

const COURT: &str = "court|@name|authority";

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("sentence", "decision", "ruling", &[must("decider", Agent, COURT), must("object", After(&[On]), "").each(), must("act", After(&[By]), "sentence|@verbal|@counted").long()]),
    verb("sentence", "decision", "ruling", &[must("decider", Agent, "court"), must("act", After(&[By]), "sentence|@verbal|@counted").long(), may("object", After(&[On]), "").each()]),
    verb("convict", "decision", "ruling", &[must("decider", Agent, "court"), must("object", Patient, "").each(), must("act", After(&[By]), "sentence|@counted|duration").long()]),
    verb("convict", "decision", "ruling", &[must("decider", Agent, "court"), must("act", Cue, ""), must("object", Patient, "").each()]),
    verb("acquit", "decision", "ruling", &[must("decider", Agent, COURT), must("act", Cue, ""), must("object", Patient, "").each()]),
    verb("uphold", "decision", "ruling", &[must("decider", Agent, "court"), must("act", Cue, ""), must("object", Patient, "ruling|decree").long()]),
    verb("refer", "decision", "referral", &[must("decider", Agent, COURT), must("act", Cue, ""), must("object", Patient, "").each(), must("purpose", After(&[To, On]), "court|@organisation|@name").long()]),
    verb("charge", "decision", "charge", &[must("decider", Agent, COURT), must("act", Patient, "charge").long(), must("object", After(&[For, To]), "").each()]),
    verb("question", "decision", "questioning", &[must("decider", Agent, "court|police|authority"), must("act", Cue, ""), must("object", Patient, "@human|@name").each()]),
    verb("release_of", "decision", "release", &[must("decider", Agent, "court|police|authority|@name|force"), must("act", Cue, ""), must("object", After(&[About]), "").each()]),
    verb("release_of", "decision", "release", &[must("decider", Agent, "court|police|authority|@name|force"), must("act", Patient, "release"), must("object", Second, "").each()]),
    verb("act_on", "decision", "ruling", &[must("decider", Agent, "court"), must("act", Cue, ""), must("object", Patient, "").long(), may("purpose", After(&[For]), "@verbal").long()]),
];
