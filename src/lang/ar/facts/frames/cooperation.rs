//! Agreements, pledges, offers, aid and deals.

use super::At::{After, Agent, Behind, Patient, Second};
use super::{Frame, action, may, must, noun, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, Between, By, For, In, On, To, With};

const SIDE: &str = "@actor";

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("agree", "cooperation", "agree", &[must("parties", Agent, SIDE).each(), may("parties", After(&[With]), SIDE).each(), must("content", After(&[On]), "").long()]),
    action("sign", "cooperation", "sign", &[must("parties", Agent, SIDE).each(), must("content", Patient, "contract").long(), may("parties", After(&[With]), SIDE).each()]),
    action("sign", "cooperation", "sign", &[must("content", Patient, "contract").long(), must("parties", After(&[Between]), SIDE).each()]),
    verb("sign", "cooperation", "sign", &[must("parties", Agent, SIDE).each(), must("content", After(&[On]), "contract").long(), may("parties", After(&[With]), SIDE).each()]),
    verb("pledge", "cooperation", "pledge", &[must("parties", Agent, SIDE).each(), must("content", After(&[By]), "").long()]),
    verb("intend", "cooperation", "intend", &[must("parties", Agent, SIDE).each(), must("content", Patient, "@verbal").long()]),
    verb("intend", "cooperation", "intend", &[must("parties", Agent, SIDE).each(), must("content", After(&[For]), "@verbal").long()]),
    verb("offer", "cooperation", "offer", &[must("parties", Agent, SIDE).each(), must("recipient", After(&[On]), SIDE), must("content", Patient, "").long()]),
    verb("provide", "cooperation", "aid", &[must("parties", Agent, SIDE).each(), must("content", Patient, "aid").long(), must("recipient", After(&[For, To]), "")]),
    verb("provide", "cooperation", "aid", &[must("parties", Agent, SIDE).each(), must("content", Patient, "aid").long()]),
    verb("provide", "cooperation", "aid", &[must("parties", Agent, SIDE).each(), must("recipient", Patient, "@actor|@definite|@name"), must("content", Second, "aid|award").long()]),
    verb("help", "cooperation", "aid", &[must("parties", Agent, SIDE).each(), must("recipient", Patient, SIDE), must("content", Behind(&[On, In]), "@verbal").long()]),
    verb("donate", "cooperation", "aid", &[must("parties", Agent, SIDE).each(), must("content", After(&[By]), "").long(), may("recipient", After(&[For]), "")]),
    verb("cooperate", "cooperation", "agree", &[must("parties", Agent, SIDE).each(), must("parties", After(&[With]), SIDE).each(), must("content", After(&[In, On]), "").long()]),
    verb("reaffirm", "cooperation", "pledge", &[must("parties", Agent, SIDE).each(), must("", Patient, "will"), must("content", After(&[By, On, For]), "").long()]),
    verb("reaffirm", "cooperation", "pledge", &[must("parties", Agent, SIDE).each(), must("", After(&[On]), "will"), must("content", After(&[By, On, For]), "").long()]),
    verb("express", "cooperation", "offer", &[must("parties", Agent, SIDE).each(), must("", After(&[About]), "ready"), must("content", After(&[For]), "").long()]),
    noun("ready", "cooperation", "offer", &[must("parties", Agent, SIDE).each(), must("content", After(&[For]), "").long()]),
];
