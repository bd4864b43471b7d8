//! What those in office decide: states of emergency, appointments and dismissals, laws, orders, bans.

use super::At::{After, Agent, Behind, Content, Cue, Duration, Genitive, Patient};
use super::{Frame, action, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, By, For, From, In, On};

const OFFICE: &str = "@name|authority|police|court|@organisation";

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    action("impose", "decision", "emergency", &[must("decider", Agent, "@actor"), must("act", Patient, "emergency"), may("duration", Duration, ""), may("place", After(&[In, By, On]), "@place").each()]).unmarked_passive(),
    action("declare", "decision", "emergency", &[must("decider", Agent, "@actor"), must("act", Patient, "emergency"), may("duration", Duration, ""), may("place", After(&[In, By]), "@place").each()]).unmarked_passive(),
    verb("lift", "decision", "measure", &[must("decider", Agent, OFFICE), must("act", Cue, ""), must("object", Patient, "economy|sanction").long()]),
    verb("lift", "decision", "emergency_lifted", &[must("decider", Agent, OFFICE), must("act", Patient, "emergency|sanction"), may("object", After(&[About]), "")]),
    action("impose", "decision", "sanction", &[must("decider", Agent, OFFICE), must("act", Patient, "sanction").long(), may("object", After(&[On]), "@actor|@name|@human|@counted").each()]),
    action("approve", "decision", "resignation_accepted", &[must("decider", Agent, OFFICE), must("act", After(&[On]), "resignation").head(), may("object", Genitive, "")]).genitive_acts(),
    action("adopt", "decision", "resignation_accepted", &[must("decider", Agent, OFFICE), must("act", Patient, "resignation").head(), may("object", Genitive, "")]),
    action("approve", "decision", "concession", &[must("decider", Agent, OFFICE), must("act", After(&[On]), "").long()]).genitive_acts(),
    verb("adopt", "decision", "approval", &[must("decider", Agent, "authority|@organisation|@country|court"), must("act", Patient, "decree|contract|sanction|ruling").long()]),
    verb("declare", "decision", "measure", &[must("decider", Agent, OFFICE), must("act", Patient, "@act").long()]),
    verb("dissolve", "decision", "dissolution", &[must("decider", Agent, OFFICE), must("act", Cue, ""), must("object", Patient, "authority")]),
    action("dismiss", "decision", "dismissal", &[must("decider", Agent, OFFICE), must("act", Cue, ""), must("object", Patient, "@actor").each()]),
    verb("dismiss", "decision", "dismissal", &[must("decider", Agent, OFFICE), must("act", Cue, ""), must("object", After(&[By]), "@actor")]),
    action("appoint", "decision", "appointment", &[must("decider", Agent, OFFICE), must("act", Cue, ""), must("object", Patient, "@human|@name"), may("purpose", After(&[By, In, For]), "post|@verbal").long()]).installs(),
    action("elect", "decision", "appointment", &[must("decider", Agent, ""), must("act", Cue, ""), must("object", Patient, "@human|@name")]).installs(),
    action("resign", "decision", "resignation", &[must("decider", Agent, "@human|@name|authority"), must("act", Cue, ""), may("object", After(&[From]), "post|authority")]).genitive_acts(),
    verb("provide", "decision", "resignation", &[must("decider", Agent, "@human|@name|authority"), must("act", Patient, "resignation").head(), may("object", Genitive, "")]),
    verb("take_post", "decision", "appointment", &[must("decider", Agent, "@human"), must("act", Patient, "post").long()]),
    verb("swear", "decision", "appointment", &[must("decider", Agent, "@human|@name|authority"), must("act", Patient, "oath")]),
    verb("order", "decision", "order", &[must("decider", Agent, OFFICE), may("object", Patient, "@actor|police|force"), must("act", After(&[By]), "@verbal").long(), may("purpose", After(&[For]), "@verbal").long()]),
    verb("order", "decision", "order", &[must("decider", Agent, OFFICE), must("object", Patient, "@actor|police|force"), must("act", After(&[By]), "@thing").long(), may("purpose", After(&[For]), "@verbal").long()]),
    verb("decide", "decision", "decision", &[must("decider", Agent, OFFICE), must("act", Patient, "@verbal").long(), may("duration", Duration, ""), may("place", Behind(&[In]), "@place")]),
    verb("decide", "decision", "decision", &[must("decider", Agent, OFFICE), must("act", Content, "")]),
    verb("issue", "decision", "decree", &[must("decider", Agent, OFFICE), must("act", Patient, "decree|ruling").long()]),
    verb("act_on", "decision", "measure", &[must("decider", Agent, "@office"), must("act", Cue, ""), must("object", Patient, "@object").long(), may("duration", Duration, ""), may("purpose", After(&[For]), "@verbal").long()]),
    verb("suspend", "decision", "measure", &[must("decider", Agent, "@office"), must("act", Cue, ""), must("object", Patient, "@verbal|suspended|service|decree|contract|task|sanction").long(), may("duration", Duration, ""), may("purpose", After(&[For]), "@verbal").long()]),
    verb("allow", "decision", "permission", &[must("decider", Agent, "authority|police|court|@organisation|@country"), may("object", After(&[For]), "@actor|@name"), must("act", After(&[By]), "").long()]),
];
