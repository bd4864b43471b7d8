//! Rows and their slots, and the words in which the families write them.

use super::super::clause::Form;
use super::super::clause::noun::Noun;
use super::super::clause::words::Preposition;
use crate::fact::Argument;

/// Where the words of a role stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Who does it: the subject, of a passive what «من قبل» names, of a verbal noun whoever governs it.
    Agent,
    /// Whom or what it is done to: the object, of a passive its subject.
    Patient,
    /// The second object.
    Second,
    /// Behind one of these prepositions.
    After(&'static [Preposition]),
    /// The same, and behind the cue: «في الرياض، قرر …» says where it was decided, not for where.
    Behind(&'static [Preposition]),
    /// What a verbal noun of this cue behind ل governs: «لتفريق الحشود».
    Within(&'static str),
    /// What a noun of the role before governs: «استقالة الحكومة».
    Genitive,
    /// «لمدة أسبوعين».
    Duration,
    /// The number before the cue: «11 قتيلا».
    Number,
    /// The subject of a verb of result that governs the cue: «أسفر الانفجار عن مقتل».
    Result,
    /// The cue itself.
    Cue,
    /// The clause behind أن.
    Content,
    /// A percentage, an amount of money or a number in the clause.
    Value,
}

/// How far the words of a role reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The noun phrase, or the name in it.
    Noun,
    /// Each of the joined phrases fills the role.
    Each,
    /// To the end of the clause, or to the next role.
    Long,
    /// With its complements, but without a relative clause: «موجة الاضطرابات [التي تشهدها البلاد]».
    Full,
    /// The first noun alone.
    Head,
}

/// One role of a row.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub(super) role: &'static str,
    pub(super) at: At,
    /// Sets of nouns and kinds of phrases, joined by |; empty for any.
    pub(super) of: &'static str,
    pub(super) extent: Extent,
    pub(super) required: bool,
    /// The role of a number before it; empty for none.
    pub(super) count: &'static str,
    /// Whether nothing counted fits.
    pub(super) bare: bool,
}

/// A role that must be filled.
pub const fn must(role: &'static str, at: At, of: &'static str) -> Slot {
    Slot { role, at, of, extent: Extent::Noun, required: true, count: "", bare: false }
}

/// A role that may be filled.
pub const fn may(role: &'static str, at: At, of: &'static str) -> Slot {
    Slot { role, at, of, extent: Extent::Noun, required: false, count: "", bare: false }
}

impl Slot {
    pub(super) const fn each(mut self) -> Self {
        self.extent = Extent::Each;
        self
    }

    /// Adds a noun phrase as an argument, its number in a role of its own.
    pub(super) fn push(&self, noun: &Noun, arguments: &mut Vec<Argument>) {
        // A number alone: «أصيب العشرات».
        let alone = noun.head == noun.tokens.start && noun.number == Some(noun.filler.span);
        if let Some(number) = noun.number.filter(|_| !self.count.is_empty() && (alone || self.count == "quantity")) {
            arguments.push(Argument { role: self.count, span: number, entity: None, elided: false });
            if alone {
                return;
            }
        }
        arguments.push(noun.filler.argument(self.role));
    }

    pub(super) const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    pub(super) const fn head(mut self) -> Self {
        self.extent = Extent::Head;
        self
    }

    pub(super) const fn count(mut self, role: &'static str) -> Self {
        self.count = role;
        self
    }

    pub(super) const fn full(mut self) -> Self {
        self.extent = Extent::Full;
        self
    }

    pub(super) const fn long(mut self) -> Self {
        self.extent = Extent::Long;
        self
    }
}

/// The forms of a cue that a row reads.
const VERB: u8 = 1;
const MASDAR: u8 = 2;
const NOUN: u8 = 4;

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub(super) cue: &'static str,
    pub(super) kind: &'static str,
    pub(super) subtype: &'static str,
    pub(super) forms: u8,
    pub(super) slots: &'static [Slot],
    /// Whether active and passive are written alike, so that a verb without object can be a passive.
    pub(super) unmarked_passive: bool,
    /// Whether what follows a verbal noun is its agent.
    pub(super) genitive_acts: bool,
    /// Whether the one who announces it is the agent if nobody else is.
    pub(super) announced: bool,
    /// Whether its object gets the office that follows it: «عين الملك سامي الحداد وزيرا».
    pub(super) installs: bool,
}

/// A row for verbs.
pub(super) const fn verb(cue: &'static str, kind: &'static str, subtype: &'static str, slots: &'static [Slot]) -> Frame {
    Frame { cue, kind, subtype, forms: VERB, slots, unmarked_passive: false, genitive_acts: false, announced: false, installs: false }
}

/// A row for verbs and verbal nouns.
pub(super) const fn action(cue: &'static str, kind: &'static str, subtype: &'static str, slots: &'static [Slot]) -> Frame {
    Frame { forms: VERB | MASDAR, ..verb(cue, kind, subtype, slots) }
}

/// A row for nouns of a set.
pub(super) const fn noun(set: &'static str, kind: &'static str, subtype: &'static str, slots: &'static [Slot]) -> Frame {
    Frame { forms: NOUN, ..verb(set, kind, subtype, slots) }
}

impl Frame {
    pub(super) const fn unmarked_passive(mut self) -> Self {
        self.unmarked_passive = true;
        self
    }

    pub(super) const fn genitive_acts(mut self) -> Self {
        self.genitive_acts = true;
        self
    }

    pub(super) const fn announced(mut self) -> Self {
        self.announced = true;
        self
    }

    pub(super) const fn installs(mut self) -> Self {
        self.installs = true;
        self
    }

    pub(super) const fn reads(&self, form: Form) -> bool {
        let bit = match form {
            Form::Verb | Form::Passive | Form::Participle => VERB,
            Form::Masdar => MASDAR,
            Form::Noun => NOUN,
        };
        self.forms & bit != 0
    }
}
