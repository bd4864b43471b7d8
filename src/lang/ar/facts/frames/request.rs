//! Who asks whom for what.

use super::At::{After, Agent, Content, Patient, Second};
use super::{Frame, action, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{By, For, From, On, To};

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("call", "request", "", &[must("requester", Agent, "@actor").each(), may("addressee", Patient, "@actor").each(), must("action", After(&[To, For]), "").long()]),
    verb("call", "request", "", &[must("requester", Agent, "@actor").each(), may("addressee", Patient, "@actor").each(), must("action", Content, "")]),
    verb("demand", "request", "", &[must("requester", Agent, "@actor|crowd").each(), may("addressee", Patient, "@actor|crowd").each(), must("action", After(&[By]), "").long()]),
    verb("demand", "request", "", &[must("requester", Agent, "@actor|crowd").each(), may("addressee", Patient, "@actor|crowd").each(), must("action", Content, "")]),
    action("ask", "request", "", &[must("requester", Agent, "@actor").each(), may("addressee", After(&[From]), "@actor").each(), must("action", Patient, "").long(), may("purpose", After(&[For]), "@verbal").long()]).genitive_acts(),
    verb("ask", "request", "", &[must("requester", Agent, "@actor").each(), must("addressee", After(&[From]), "@actor").each(), must("action", Content, "")]),
    verb("appeal", "request", "", &[must("requester", Agent, "@actor").each(), must("addressee", Patient, "@actor").each(), must("action", Second, "").long()]),
    action("appeal", "request", "", &[must("requester", Agent, "@actor").each(), must("addressee", Patient, "@actor").each(), may("action", Second, "").long(), may("action", Content, ""), may("action", After(&[By, To, For]), "@verbal").long()]),
    verb("urge", "request", "", &[must("requester", Agent, "@actor").each(), must("addressee", Patient, "@actor|crowd").each(), must("action", After(&[On]), "").long()]),
    verb("urge", "request", "", &[must("requester", Agent, "@actor").each(), may("addressee", Patient, "").each(), must("action", After(&[On]), "").long()]),
    verb("recommend", "request", "", &[must("requester", Agent, "@actor").each(), may("addressee", Patient, "@actor|crowd").each(), must("action", After(&[By]), "@verbal").long()]),
    verb("recommend", "request", "", &[must("requester", Agent, "@actor").each(), must("action", Patient, "@verbal").long()]),
    verb("seek_help", "request", "", &[must("requester", Agent, "@actor|crowd").each(), must("action", After(&[By]), "@actor")]),
];
