//! The dead, the injured, the missing, the displaced and the arrested.
//!
//! | row | example |
//! |---|---|
//! | verb | قتل 5 أشخاص في …; لقي … مصرعهم; أصيب …; توفي …; اعتقلت الشرطة … |
//! | verbal noun | مقتل عناصر من …; إصابة العشرات جراء …; اعتقال … |
//! | result | أسفر … عن مقتل …; أودى بحياة …; خلف … قتيلا |

use super::At::{After, Agent, Cue, Genitive, Number, Patient, Result, Second};
use super::{Frame, action, may, must, noun, verb};
use crate::lang::ar::facts::clause::words::Preposition::{Because, By, From, In, On};

const WHO: &str = "@counted|@human|person|crowd|police|force|killed|injured";
const CAUSE: super::At = After(&[Because]);
const SCENE: super::At = After(&[In]);
const PLACE: super::At = After(&[In, By]);

/// The rows of the family.
#[rustfmt::skip]
pub const ROWS: &[Frame] = &[
    action("kill", "casualties", "killed", &[must("victims", Patient, WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", Result, ""), may("cause", SCENE, "accident|attack|clash|disaster|riot|protest|vehicle")]).unmarked_passive(),
    action("die", "casualties", "killed", &[must("victims", Agent, WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", Result, ""), may("cause", SCENE, "accident|attack|clash|disaster|riot|vehicle")]).genitive_acts(),
    verb("die_met", "casualties", "killed", &[must("", Patient, "death"), must("victims", Agent, WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", Result, ""), may("cause", SCENE, "accident|attack|clash|disaster|riot|vehicle")]),
    verb("fall", "casualties", "killed", &[must("victims", Agent, "killed|injured|person").count("count"), must("place", PLACE, "@place"), may("cause", CAUSE, "").full()]),
    verb("fall", "casualties", "killed", &[must("victims", Agent, "killed|injured").count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full()]),
    action("injure", "casualties", "injured", &[must("victims", Patient, WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", Result, ""), may("cause", SCENE, "accident|attack|clash|disaster|riot|protest|vehicle")]).unmarked_passive(),
    action("missing", "casualties", "missing", &[must("victims", Agent, "@counted|@human").each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full()]).genitive_acts(),
    action("arrest", "casualties", "arrested", &[must("victims", Patient, "@alone|@human|person|crowd|arrested").each().count("count"), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", After(&[By]), "charge")]).unmarked_passive(),
    action("arrest_on", "casualties", "arrested", &[must("victims", After(&[On]), WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", After(&[By]), "charge")]).genitive_acts(),
    action("arrest_cast", "casualties", "arrested", &[must("", Patient, "arrest_word"), must("victims", After(&[On]), WHO).each().count("count"), may("place", PLACE, "@place").each(), may("cause", After(&[By]), "charge")]).unmarked_passive(),
    verb("leave_behind", "casualties", "killed", &[must("cause", Agent, ""), must("victims", Patient, "killed|injured|missing").count("count"), may("place", PLACE, "@place").each()]),
    verb("claim_life", "casualties", "killed", &[must("cause", Agent, ""), must("", After(&[By]), "life"), must("victims", Patient, "@counted|@human").count("count"), may("place", PLACE, "@place").each()]),
    verb("claim_life", "casualties", "killed", &[must("cause", Agent, ""), must("", After(&[By]), "life"), must("victims", Genitive, "")]),
    verb("leave_behind", "casualties", "killed", &[must("cause", Agent, ""), must("", Patient, "life"), must("victims", Second, "@counted").count("count"), may("place", PLACE, "@place").each()]),
    verb("leave_behind", "casualties", "killed", &[must("cause", Agent, ""), must("victims", Patient, "person").count("count"), may("place", PLACE, "@place").each()]),
    noun("killed", "casualties", "killed", &[must("count", Number, ""), must("victims", Cue, ""), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", After(&[In, By]), "accident|attack|clash|disaster|riot|vehicle"), may("cause", Result, "")]),
    noun("injured", "casualties", "injured", &[must("count", Number, ""), must("victims", Cue, ""), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full(), may("cause", After(&[In, By]), "accident|attack|clash|disaster|riot|vehicle"), may("cause", Result, "")]),
    noun("missing", "casualties", "missing", &[must("count", Number, ""), must("victims", Cue, ""), may("place", PLACE, "@place").each(), may("cause", CAUSE, "").full()]),
    action("displace", "casualties", "displaced", &[must("victims", Patient, "@counted|crowd").count("count"), may("place", After(&[In, From]), "@place"), may("cause", CAUSE, "").full()]).unmarked_passive(),
];
