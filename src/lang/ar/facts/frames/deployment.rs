//! Troops, ships and missions: sent, arrived, withdrawn, at work.

use super::At::{After, Agent, Duration, Patient};
use super::{Frame, action, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{By, For, From, In, Purpose, To};

const HERE: super::At = After(&[To, In, By, For]);

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    action("deploy", "deployment", "", &[may("actor", Agent, "@actor"), must("force", Patient, "force").count("quantity"), must("destination", HERE, "@place"), may("origin", After(&[From]), "@place"), may("duration", After(&[For]), "duration"), may("duration", Duration, ""), may("purpose", After(&[Purpose]), "").long(), may("purpose", After(&[For]), "@verbal").long()]).unmarked_passive().announced(),
    verb("push", "deployment", "", &[must("actor", Agent, "@actor"), must("force", After(&[By]), "force").count("quantity"), must("destination", After(&[To, In]), "@place"), may("purpose", After(&[For]), "@verbal").long()]),
    action("arrive", "deployment", "arrival", &[must("force", Agent, "force").count("quantity"), must("destination", HERE, "@place"), may("origin", After(&[From]), "@place"), may("purpose", After(&[For]), "@verbal").long()]).genitive_acts(),
    action("arrive", "deployment", "arrival", &[must("force", Agent, "force").count("quantity"), must("destination", Patient, "@place"), may("origin", After(&[From]), "@place")]).genitive_acts(),
    action("withdraw", "deployment", "withdrawal", &[must("force", Agent, "force").count("quantity"), must("destination", After(&[From]), "@place")]).genitive_acts(),
    action("pull_back", "deployment", "withdrawal", &[may("actor", Agent, "@actor"), must("force", Patient, "force").count("quantity"), must("destination", After(&[From]), "@place")]),
    verb("begin", "deployment", "operation_started", &[must("force", Agent, "force").count("quantity"), must("activity", After(&[In]), "task").long(), may("destination", After(&[In, By]), "@place")]),
    verb("begin", "deployment", "operation_started", &[must("force", Agent, "force").count("quantity"), must("activity", Patient, "task").long(), may("destination", After(&[In, By]), "@place")]),
];
