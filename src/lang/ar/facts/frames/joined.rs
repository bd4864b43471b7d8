//! Verbs joined to the one before them share its subject.

use super::super::clause::{Actor, Clause, Cue, Form};
use super::super::{Text, grammar};
use super::slots;
use crate::fact::phrase::Gender;
use crate::fact::{Fact, Realis};
use crate::lang::Clitics;

/// The subject of the last verb that was read, for verbs joined to it: «أدانت المحكمة … وبرأت …».
#[derive(Debug, Default)]
pub struct Last {
    line: usize,
    actors: Vec<Actor>,
    gender: Option<Gender>,
}

impl Last {
    /// Fills in the subject of a joined verb that has none, and remembers the subject of one that has.
    pub fn complete(&mut self, text: &Text<'_>, cue: &Cue, clause: &mut Clause) {
        if !matches!(cue.form, Form::Verb | Form::Passive | Form::Participle) {
            return;
        }
        let line = text.document().line_of(cue.tokens.start);
        if let Some(subject) = clause.subject.as_ref().filter(|subject| subject.items.iter().any(|noun| slots::is_actor(text, noun))) {
            self.line = line;
            self.gender = cue.agreement.gender;
            self.actors = subject.items.iter().map(|noun| Actor { filler: noun.filler, elided: true }).collect();
        } else if clause.elided.is_empty()
            && self.line == line
            && (cue.clitics.any(Clitics::CONJUNCTION)
                || cue.form == Form::Participle
                || cue.tokens.start.checked_sub(1).is_some_and(|before| text.word(before) == "كما"))
            && (self.gender.is_none() || cue.agreement.gender.is_none() || self.gender == cue.agreement.gender)
        {
            clause.elided.clone_from(&self.actors);
        }
    }
}

/// What stands behind two joined verbs belongs to both: «لقي أربعة مصرعهم وفقد اثنان جراء العاصفة», «قتل خمسة وأصيب 12 في الموصل».
/// The place and the cause of the second are told of the first as well.
pub fn share(text: &Text<'_>, facts: &mut [Fact]) {
    let count = facts.len();
    let (Some(first), Some(second)) = (count.checked_sub(2), count.checked_sub(1)) else { return };
    let Some([one, other]) = facts.get_mut(first..=second).and_then(|pair| <&mut [Fact; 2]>::try_from(pair).ok()) else { return };
    let same = one.kind == "casualties" && other.kind == "casualties" && one.realis == other.realis && one.realis != Realis::Negated;
    let document = text.document();
    let behind = document.token_at_or_after(one.evidence.end);
    let next = other.trigger.map_or(0, |trigger| document.token_at_or_after(trigger.start));
    // The second verb follows at once: «و» is a part of its token.
    let adjacent = behind == next || behind + 1 == next;
    let joined = text.word(behind).starts_with('و') && !text.is(behind, grammar::COMPLEMENTISERS);
    if !same || !adjacent || !joined || text.clauses.start(behind) != text.clauses.start(next) {
        return;
    }
    for role in ["place", "cause"] {
        if one.arguments.iter().any(|argument| argument.role == role) {
            return;
        }
    }
    let shared: Vec<_> = other.arguments.iter().filter(|argument| matches!(argument.role, "place" | "cause")).cloned().collect();
    for argument in shared {
        one.evidence = one.evidence.cover(argument.span);
        one.arguments.push(argument);
    }
}
