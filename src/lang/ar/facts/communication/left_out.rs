//! Who takes part without being named in the clause: the subject left out, the partner behind مع as a pronoun.

use super::*;

impl Clause<'_, '_> {
    /// Whom a pronoun behind مع means: the last one named before the verb who is not its subject.
    pub(super) fn named_before(&self, form: Agreement) -> Option<Participant> {
        let text = self.text;
        let token = self.verb.token;
        let line = text.document().line_of(token);
        let is_subject = |phrase: &Phrase| {
            self.subject.iter().any(|subject| {
                subject.filler.span == phrase.filler.span
                    || subject.filler.entity.is_some() && subject.filler.entity == phrase.filler.entity
            })
        };
        let found = text.phrases.before(token).take(10).find(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Title | PhraseKind::Counterpart)
                && text.clauses.same_level(phrase.tokens.start, token)
                && text.document().line_of(phrase.tokens.start) == line
                && form.agrees(phrase.agreement)
                && !is_subject(phrase)
        })?;
        (!self.subject.is_empty()).then(|| Participant { elided: true, ..participant(found) })
    }

    /// The form of a pronoun that stands for a partner: «معه», «بها».
    pub(super) fn partner_pronoun(&self, word: &str) -> Option<Agreement> {
        let (preposition, ending) = ["مع", "الي", "ب"].iter().find_map(|known| Some((*known, word.strip_prefix(*known)?)))?;
        let form = match ending {
            "ه" => grammar::MASCULINE_ONE,
            "ها" => grammar::FEMININE_ONE,
            _ => return None,
        };
        self.takes_partner(preposition).then_some(form)
    }

    /// The subject of a verb that has none: that of the clause or sentence before.
    pub(super) fn left_out(&self, last: Option<(Option<usize>, Filler)>) -> Option<Participant> {
        let text = self.text;
        let token = self.verb.token;
        let before = token.checked_sub(1).map_or("", |before| text.word(before));
        let introduced = self.verb.clitics.any(Clitics::CONJUNCTION)
            || super::super::phrase::at_clause_start(text, token)
            || grammar::CONNECTIVES.contains(before)
            || grammar::RELATIVES.contains(before);
        if !introduced {
            return None; // behind a noun that is no known name: that noun is its subject
        }
        let form = Agreement { number: None, ..self.verb.agreement };
        let relative = grammar::RELATIVES.contains(before);
        let near = text.phrases.before(token).take(16).take_while(|phrase| phrase.tokens.start + LOOK_BACK >= token).find(|phrase| {
            phrase.subject
                && phrase.kind != PhraseKind::Place
                && text.clauses.same_level(phrase.tokens.start, token)
                && form.agrees(phrase.agreement)
        });
        let near = near.filter(|phrase| !relative || phrase.tokens.end + 2 >= token); // «الوفد الذي عقد …»
        if let Some(phrase) = near {
            return Some(Participant { elided: true, ..participant(phrase) });
        }
        let (speech, filler) = last.filter(|_| !relative)?;
        (speech == self.speech()).then_some(Participant { filler, kind: PhraseKind::Person, elided: true, initiator: false })
    }
}
