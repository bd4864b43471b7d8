//! What the desks of economy, sport, elections and accidents tell: as events with who, what was done, and how much.

use super::At::{After, Agent, Cue, Patient, Value};
use super::{Frame, action, may, must, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, Against, Before, By, For, In, On, To, With};

const TEAM: &str = "@name|team";
/// A club that no list knows is definite at least: «التعاون».
const DEFINITE: &str = "@name|team|@definite";

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("rise", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]),
    verb("fall_off", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]),
    verb("reach", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]),
    verb("close", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]),
    verb("rise", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), may("object", After(&[To, By]), "@counted|level")]),
    verb("fall_off", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), may("object", After(&[To, By]), "@counted|level")]),
    verb("reach", "event", "change", &[must("agent", Agent, "@organisation"), must("action", Cue, ""), must("", Patient, "economy"), must("object", Value, "")]),
    action("win", "event", "award", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[By]), "award").long()]).genitive_acts(),
    action("win", "event", "vote", &[must("agent", Agent, "@human|@name|@actor"), must("action", Cue, ""), must("object", After(&[In, By]), "ballot").long()]).genitive_acts(),
    verb("win", "event", "match", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[On]), ""), must("value", After(&[By]), "goal|score"), may("place", After(&[On, In]), "@place")]),
    verb("win", "event", "match", &[must("agent", Agent, TEAM), must("action", Cue, ""), must("object", After(&[On]), ""), may("value", After(&[By]), "goal|score|@counted")]),
    verb("beat", "event", "match", &[must("agent", Agent, TEAM), must("action", Cue, ""), must("object", After(&[On]), ""), may("value", After(&[By]), "goal|score|@counted")]),
    verb("beat", "event", "match", &[must("agent", Agent, DEFINITE), must("action", Cue, ""), must("object", Patient, DEFINITE), may("value", After(&[By]), "goal|score|@counted")]),
    verb("lose", "event", "match", &[must("agent", Agent, TEAM), must("action", Cue, ""), must("object", After(&[Before]), ""), may("value", After(&[By]), "goal|score|@counted")]),
    verb("lose", "event", "match", &[must("agent", Agent, DEFINITE), must("action", Cue, ""), must("object", After(&[Before]), ""), must("value", Patient, "@alone")]),
    verb("reach", "event", "match", &[must("agent", Agent, DEFINITE), must("action", Patient, "outcome"), must("object", After(&[On, Before, With]), DEFINITE), may("value", After(&[By]), "goal|score|@counted")]),
    verb("lose", "event", "match", &[must("agent", Agent, "team"), must("action", Cue, ""), may("object", Patient, "tournament")]),
    verb("draw", "event", "match", &[must("agent", Agent, "").each(), must("action", Cue, ""), must("object", After(&[With]), ""), may("value", After(&[By]), "goal|score|@counted")]),
    verb("qualify", "event", "match", &[must("agent", Agent, TEAM).each(), must("action", Cue, ""), must("object", After(&[To, For]), "").long()]),
    verb("bid_farewell", "event", "match", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", Patient, "tournament|award")]),
    verb("score", "event", "match", &[must("agent", Agent, "@human|@name|team"), must("action", Cue, ""), must("object", Patient, "goal")]),
    verb("add", "event", "match", &[must("agent", Agent, "@human|@name|team"), must("action", Cue, ""), must("object", Patient, "goal")]),
    verb("waste", "event", "match", &[must("agent", Agent, "@human|@name|team"), must("action", Cue, ""), must("object", Patient, "goal|chance")]),
    verb("sign_with", "event", "transfer", &[must("agent", Agent, "team|@organisation|authority"), must("action", Cue, ""), must("object", After(&[With]), "@human|@name|calling")]),
    verb("crown", "event", "award", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[By]), "award").long()]),
    verb("obtain", "event", "award", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", Patient, "award").long()]),
    verb("obtain", "event", "award", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[On]), "award|aid|ballot").long()]),
    verb("provide", "event", "award", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", Patient, "award").long(), may("recipient", After(&[For]), "")]),
    verb("vote", "event", "vote", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[On, For, Against]), "@thing|decree|project").long()]),
    verb("vote", "event", "vote", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[In]), "ballot").long()]),
    verb("cast_vote", "event", "vote", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", After(&[By]), "ballot_paper").long()]),
    verb("run_for", "event", "vote", &[must("agent", Agent, "@human|@name"), must("action", Cue, ""), may("object", After(&[To, For, In]), "").long()]),
    verb("top", "event", "vote", &[must("agent", Agent, "@name|team"), must("action", Cue, ""), must("object", Patient, "").long()]),
    verb("strike_land", "event", "disaster", &[must("agent", Agent, "disaster"), must("action", Cue, ""), must("object", Patient, "").each()]),
    verb("sweep", "event", "disaster", &[must("agent", Agent, "disaster"), must("action", Cue, ""), must("object", Patient, "").each()]),
    verb("happen", "event", "noun", &[must("agent", Agent, "accident|disaster"), must("action", Cue, ""), must("place", After(&[In, By]), "@place")]),
    action("break_out", "event", "noun", &[must("agent", Agent, "disaster|accident"), must("action", Cue, ""), must("place", After(&[In, By]), "@place")]).genitive_acts(),
    verb("witness", "event", "noun", &[must("place", Agent, "@place"), must("action", Cue, ""), must("object", Patient, "accident|disaster")]),
    action("crash", "event", "accident", &[must("agent", Agent, "vehicle"), must("action", Cue, ""), may("place", After(&[In, By]), "@place"), may("object", After(&[With, By]), "vehicle")]).genitive_acts(),
    verb("clash", "event", "accident", &[must("agent", Agent, "vehicle"), must("action", Cue, ""), must("object", After(&[With, By]), "")]),
    action("fall", "event", "accident", &[must("agent", Agent, "vehicle"), must("action", Cue, ""), may("place", After(&[In, By]), "@place")]).genitive_acts(),
    verb("act_on", "event", "measure", &[must("agent", Agent, "@human|@name"), must("action", Cue, ""), must("object", Patient, "project").long()]),
    verb("go_on", "event", "", &[must("agent", Agent, ""), must("action", Patient, "task").long()]),
    verb("join", "event", "transfer", &[must("agent", Agent, "@human"), must("action", Cue, ""), must("object", After(&[To]), "team|@organisation")]),
    action("rise", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]).genitive_acts(),
    action("fall_off", "event", "change", &[must("agent", Agent, "economy").bare(), must("action", Cue, ""), must("object", Value, "")]).genitive_acts(),
    verb("rescue", "event", "rescue", &[must("agent", Agent, ""), must("action", Cue, ""), must("object", Patient, "@counted|@human|@name|vehicle")]),
    action("rescue", "event", "rescue", &[may("agent", Agent, ""), must("action", Cue, ""), must("object", Patient, "@counted|person")]),
    verb("acquire", "event", "deal", &[must("agent", Agent, "@actor"), must("action", Cue, ""), must("object", After(&[On]), "").long()]),
    verb("buy", "event", "deal", &[must("agent", Agent, "@name|authority"), must("action", Cue, ""), must("object", Patient, "").long()]),
    verb("sell", "event", "deal", &[must("agent", Agent, "@name|authority"), must("action", Cue, ""), must("object", Patient, "").long()]),
    verb("act_on", "event", "measure", &[must("agent", Agent, "@human|@name|@definite"), must("action", Cue, ""), must("object", Patient, "@object").long()]),
    verb("stop", "event", "disruption", &[must("agent", Agent, "service"), must("action", Cue, ""), must("object", After(&[About]), "@place").long()]),
    verb("stop", "event", "disruption", &[must("agent", Agent, "service"), must("action", Cue, ""), may("place", After(&[In]), "@place")]),
    verb("meet_match", "event", "match", &[must("agent", Agent, "team|@organisation"), must("action", Cue, ""), must("object", Patient, "team|@organisation|@name|counterpart")]),
    action("try", "event", "trial", &[must("agent", Agent, "court|authority|@human"), must("action", Cue, ""), must("object", Patient, "@human|@name|@counted").each()]),
    verb("lose", "event", "vote", &[must("agent", Agent, "contender"), must("action", Cue, ""), may("object", Patient, "ballot|award").long()]),
];
