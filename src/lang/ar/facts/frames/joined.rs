//! Verbs joined to the one before them share its subject.

use super::super::Text;
use super::super::clause::{Actor, Clause, Cue, Form};
use super::slots;
use crate::fact::phrase::Gender;
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
