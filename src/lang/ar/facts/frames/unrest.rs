//! Protests, strikes, riots, clashes, crowd control, attacks, and who holds the ground.
//!
//! | row | example |
//! |---|---|
//! | who protests | احتج السكان على …; تظاهر الآلاف في …; أضرب العمال عن العمل |
//! | what spreads | اندلعت احتجاجات في …; اجتاحت المظاهرات المدينة; تشهد البلاد اضطرابات |
//! | who fights | اشتبك … مع …; اشتباكات بين … و… في … |
//! | who attacks | قصف الجيش …; اقتحم المحتجون …; شن … غارة على …; استهدف انفجار … |
//! | who disperses | استخدمت الشرطة الغاز لتفريق …; فرقت الشرطة … |

use super::At::{After, Agent, Patient, Within};
use super::{Frame, action, may, must, noun, verb};
use crate::lang::ar::facts::clause::words::Preposition::{About, Against, Because, Before, Between, By, For, From, In, On, To, With};

const UNREST: &str = "protest|riot|clash|attack|strike";
const WHY: super::At = After(&[Because]);
const WHERE: super::At = After(&[In, By, Before, To]);

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    verb("protest", "unrest", "protest", &[must("actor", Agent, "@actor|crowd"), must("place", After(&[In, By, Before]), "@place"), may("cause", After(&[On]), "").long(), may("cause", WHY, "").full(), may("target", After(&[Against]), "")]),
    verb("protest", "unrest", "protest", &[must("actor", Agent, "@actor|crowd"), must("target", After(&[Against, On]), "").long(), may("cause", WHY, "").full()]),
    verb("assemble", "unrest", "protest", &[must("actor", Agent, "crowd"), must("place", After(&[In, Before, By]), "@place"), must("cause", WHY, "").full()]),
    verb("protest", "unrest", "protest", &[must("actor", Agent, "@actor|crowd"), must("place", After(&[Before]), ""), may("cause", After(&[On]), "").long(), may("cause", WHY, "").full(), may("target", After(&[Against]), "")]),
    verb("assemble", "unrest", "protest", &[must("actor", Agent, "crowd"), must("place", After(&[Before]), ""), may("cause", WHY, "").full()]),
    verb("strike", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("target", After(&[About]), ""), may("place", After(&[In, By]), "@place"), may("cause", WHY, "").full()]),
    verb("begin", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("", Patient, "strike|protest"), must("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("begin", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("object", Patient, "strike|protest"), may("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("launch", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("", Patient, "strike|protest"), must("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("launch", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("object", Patient, "strike|protest"), may("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("carry_out", "unrest", "protest", &[must("actor", Agent, "@actor|crowd"), must("", Patient, "protest|strike"), must("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("carry_out", "unrest", "protest", &[must("actor", Agent, "@actor|crowd"), must("object", Patient, "protest|strike"), may("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("carry_out", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("", After(&[In]), "strike|protest"), must("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("carry_out", "unrest", "strike", &[must("actor", Agent, "@actor|crowd"), must("object", After(&[In]), "strike|protest"), may("place", After(&[In, By, Before]), "@place"), may("cause", WHY, "").full()]),
    verb("go_out", "unrest", "protest", &[must("actor", Agent, "crowd"), must("", After(&[To]), "street"), must("place", After(&[In, By]), "@place"), may("cause", WHY, "").full()]),
    verb("go_out", "unrest", "protest", &[must("actor", Agent, "crowd"), must("", After(&[In]), "protest"), may("place", After(&[In, By]), "@place"), may("cause", WHY, "").full()]),
    verb("go_out", "unrest", "protest", &[must("", Agent, "protest"), must("place", WHERE, "@place"), may("cause", WHY, "").full(), may("target", After(&[Against]), "")]),
    action("break_out", "unrest", "noun", &[must("", Agent, UNREST), may("actor", After(&[Between]), "").each(), must("place", WHERE, "@place"), may("cause", WHY, "").full()]).genitive_acts(),
    action("set_off", "unrest", "noun", &[must("", Agent, UNREST), must("place", After(&[In, By, From]), "@place"), may("cause", WHY, "").full()]).genitive_acts(),
    verb("renew", "unrest", "noun", &[must("", Agent, UNREST), may("actor", After(&[Between]), "").each(), must("place", WHERE, "@place"), may("cause", WHY, "").full()]),
    verb("last", "unrest", "noun", &[must("", Agent, UNREST), may("actor", After(&[Between]), "").each(), must("place", WHERE, "@place"), may("cause", WHY, "").full()]),
    verb("begin", "unrest", "noun", &[must("", Agent, UNREST), may("actor", After(&[Between]), "").each(), must("place", WHERE, "@place"), may("cause", WHY, "").full()]),
    verb("spread", "unrest", "noun", &[must("", Agent, UNREST), must("place", After(&[To, For, In]), "@place").each(), may("cause", WHY, "").full()]),
    verb("prevail", "unrest", "noun", &[must("", Agent, UNREST), must("place", Patient, "@place").each()]),
    verb("sweep", "unrest", "noun", &[must("", Agent, UNREST), must("place", Patient, "@place").each(), may("cause", WHY, "").full()]),
    verb("turn_into", "unrest", "riot", &[must("", Agent, UNREST), must("means", After(&[To, For]), UNREST).each(), may("place", After(&[In]), "@place")]),
    verb("witness", "unrest", "noun", &[must("place", Agent, "@place"), must("", Patient, UNREST), may("cause", After(&[On]), "").long(), may("cause", WHY, "").full(), may("target", After(&[Against]), "")]),
    verb("clash", "unrest", "clash", &[must("actor", Agent, "@actor|crowd|police").each(), must("actor", After(&[With]), "@actor|crowd|police").each(), must("place", After(&[In, By]), "@place")]),
    verb("clash", "unrest", "clash", &[must("actor", Agent, "@actor|crowd|police"), must("target", After(&[With]), "@actor|crowd|police").each()]),
    noun("clash", "unrest", "clash", &[must("actor", After(&[Between]), "@actor|crowd|police|force").each(), must("place", After(&[In, By]), "@place")]),
    verb("use_force", "unrest", "crowd_control", &[must("actor", Agent, "police"), must("means", Patient, "means"), must("target", Within("disperse"), ""), may("place", After(&[In]), "@place")]),
    verb("use_force", "unrest", "crowd_control", &[must("actor", Agent, "police"), must("means", Patient, "means"), must("place", After(&[In]), "@place")]),
    verb("fire", "unrest", "attack", &[must("actor", Agent, "@actor|police|crowd|force"), must("means", Patient, "means|force"), must("target", After(&[On, Against, To]), "").each(), may("place", After(&[In, By]), "@place")]),
    action("disperse", "unrest", "crowd_control", &[must("actor", Agent, "police"), must("target", Patient, "crowd|protest"), may("means", After(&[By]), "means"), may("place", After(&[In, By]), "@place")]),
    verb("attack", "unrest", "attack", &[must("actor", Agent, "@actor|police|crowd|force|attack"), must("target", Patient, "").each(), may("place", After(&[In, By]), "@place"), may("means", After(&[By]), "means|force")]).unmarked_passive(),
    verb("attack", "unrest", "attack", &[must("target", Patient, "@name|@human|@place|force|police|vehicle"), may("actor", Agent, "@actor|attack|force|police|person|vehicle"), may("place", After(&[In, By]), "@place")]).unmarked_passive(),
    verb("blow_up", "unrest", "attack", &[must("actor", Agent, ""), must("target", Patient, "@place|@human|force|police|vehicle|means"), may("place", After(&[In, By]), "@place")]),
    verb("assail", "unrest", "attack", &[must("actor", Agent, "police|crowd|force|person"), must("target", Patient, "").each(), may("place", After(&[In, By]), "@place")]),
    verb("assault", "unrest", "attack", &[must("actor", Agent, "@actor|police|crowd|force"), must("target", After(&[On]), "").each(), may("place", After(&[In, By]), "@place")]),
    verb("launch", "unrest", "attack", &[must("actor", Agent, "@actor|police|crowd|force|vehicle"), must("means", Patient, "attack"), must("target", After(&[On, Against]), "").each(), may("place", After(&[In, By]), "@place")]),
    verb("launch", "unrest", "attack", &[must("actor", Agent, "@actor|police|crowd|force|vehicle"), must("means", Patient, "attack"), must("place", After(&[In, By]), "@place")]),
    verb("happen", "unrest", "noun", &[must("", Agent, UNREST), may("actor", After(&[Between]), "").each(), must("place", After(&[In, By]), "@place")]),
    noun("attack", "unrest", "attack", &[must("target", After(&[On, Against]), "@name|@place|@human"), must("place", After(&[In, By]), "@place")]),
    verb("retake", "unrest", "control", &[must("actor", Agent, "@actor|police|force"), must("object", Patient, "").long()]),
    verb("take_control", "unrest", "control", &[must("actor", Agent, "@actor|police|force|crowd"), must("place", After(&[On]), "@place|force")]),
    verb("liberate", "unrest", "control", &[must("actor", Agent, "@actor|police|force"), must("place", Patient, "@place"), may("target", After(&[From]), "")]),
];
