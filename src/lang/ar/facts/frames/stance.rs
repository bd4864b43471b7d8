//! Who supports, opposes, thanks, praises or accuses whom or what.

use super::At::{After, Agent, Patient, Second};
use super::{Frame, action, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, By, For, From, On, Other, To, With};

/// The prepositions of what a feeling is about.
const FOR: &[super::super::clause::words::Preposition] = &[For, On, By, To, From, With, About, Other];

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("support", "stance", "support", &[must("holder", Agent, "@actor"), must("target", Patient, "").long()]),
    action("support", "stance", "support", &[must("holder", Agent, "@name"), must("target", After(&[For]), "").long()]).genitive_acts(),
    verb("welcome", "stance", "support", &[must("holder", Agent, "@actor"), must("target", After(&[By]), "").long()]),
    verb("praise", "stance", "praise", &[must("holder", Agent, "@actor"), must("target", After(&[By]), "").long()]),
    verb("praise_on", "stance", "praise", &[must("holder", Agent, "@actor"), must("target", After(&[On]), "").long()]),
    verb("praise_of", "stance", "praise", &[must("holder", Agent, "@actor"), must("target", Patient, "").long()]),
    verb("thank", "stance", "thanks", &[must("holder", Agent, "@actor"), may("addressee", Patient, "@actor"), must("target", After(&[On]), "").long()]),
    verb("thank", "stance", "thanks", &[must("holder", Agent, "@actor"), must("target", Patient, "@actor").long()]),
    verb("congratulate", "stance", "praise", &[must("holder", Agent, "@actor"), may("addressee", Patient, "@actor"), must("target", After(&[By, On]), "").long()]),
    verb("congratulate", "stance", "praise", &[must("holder", Agent, "@actor"), must("target", Patient, "@actor")]),
    verb("oppose", "stance", "oppose", &[must("holder", Agent, "@actor"), must("target", Patient, "").long()]),
    verb("assail", "stance", "oppose", &[must("holder", Agent, "@name"), must("target", Patient, "@name|@human").long()]),
    verb("denounce", "stance", "oppose", &[must("holder", Agent, "@actor"), must("target", After(&[By]), "").long()]),
    verb("object", "stance", "oppose", &[must("holder", Agent, "@actor"), must("target", After(&[On]), "").long()]),
    verb("accuse", "stance", "accuse", &[must("holder", Agent, "@actor"), must("addressee", Patient, "@actor").each(), must("target", After(&[By]), "").long()]),
    verb("accuse", "stance", "accuse", &[must("holder", Agent, "@actor"), must("target", Patient, "@actor")]),
    verb("blame", "stance", "accuse", &[must("holder", Agent, "@actor"), must("addressee", Patient, "@actor"), must("target", Second, "blame").long()]),
    verb("hold_to", "stance", "support", &[must("holder", Agent, "@actor"), must("target", After(&[By]), "").long()]),
    verb("express", "stance", "thanks", &[must("holder", Agent, "@actor"), must("", After(&[About]), "thanks"), must("addressee", After(&[For]), "@actor"), must("target", After(&[On]), "").long()]),
    verb("express", "stance", "thanks", &[must("holder", Agent, "@actor"), must("", After(&[About]), "thanks"), must("target", After(FOR), "").long()]),
    verb("express", "stance", "support", &[must("holder", Agent, "@actor"), must("", After(&[About]), "support"), must("target", After(FOR), "").long()]),
    verb("express", "stance", "oppose", &[must("holder", Agent, "@actor"), must("", After(&[About]), "oppose"), must("target", After(FOR), "").long()]),
    verb("express", "stance", "concern", &[must("holder", Agent, "@actor"), must("", After(&[About]), "concern"), must("target", After(FOR), "").long()]),
    verb("show", "stance", "support", &[must("holder", Agent, "@actor"), must("", Patient, "support"), must("target", After(FOR), "").long()]),
    verb("show", "stance", "oppose", &[must("holder", Agent, "@actor"), must("", Patient, "oppose"), must("target", After(FOR), "").long()]),
    verb("reaffirm", "stance", "support", &[must("holder", Agent, "@actor"), must("", Patient, "support"), must("target", After(FOR), "").long()]),
    verb("reaffirm", "stance", "oppose", &[must("holder", Agent, "@actor"), must("", Patient, "oppose"), must("target", After(FOR), "").long()]),
    verb("reaffirm", "stance", "support", &[must("holder", Agent, "@actor"), must("", After(&[On]), "support"), must("target", After(FOR), "").long()]),
    verb("reaffirm", "stance", "oppose", &[must("holder", Agent, "@actor"), must("", After(&[On]), "oppose"), must("target", After(FOR), "").long()]),
];
