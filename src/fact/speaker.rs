//! Who speaks when the clause does not say: the chain of speakers of a text.
//!
//! News names a speaker once and goes on with «وأضاف», «وتابع», «مشيرا إلى». The verb still shows gender and number, so the
//! last speaker who agrees with it is meant. What a speaker quotes from others is no link of the chain.

use super::phrase::{Agreement, Filler};

/// How many turns back an elided speaker may stand.
const REACH: usize = 4;

/// One turn of the chain.
#[derive(Clone, Debug)]
struct Turn {
    speakers: Vec<(Filler, Agreement)>,
    /// The quotation in which the turn stands.
    speech: Option<usize>,
    /// Whether an institution's paper or spokesman may be called by it: «البيان».
    issuer: bool,
}

/// The speakers so far.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    turns: Vec<Turn>,
}

impl Chain {
    /// Adds a turn. `issuer` says that an institution spoke, or that a paper of the speaker was named.
    pub fn push(&mut self, speakers: Vec<(Filler, Agreement)>, speech: Option<usize>, issuer: bool) {
        if !speakers.is_empty() {
            self.turns.push(Turn { speakers, speech, issuer });
        }
    }

    /// The last speaker of this speech who agrees with a form. A plural form takes all speakers of a turn.
    #[must_use]
    pub fn latest(&self, form: Agreement, speech: Option<usize>) -> Option<(Filler, Agreement)> {
        self.turns
            .iter()
            .rev()
            .take(REACH)
            .filter(|turn| turn.speech == speech)
            .flat_map(|turn| &turn.speakers)
            .find(|(_, agreement)| form.agrees(*agreement))
            .copied()
    }

    /// The last speaker whose paper «البيان» can be.
    #[must_use]
    pub fn issuer(&self, speech: Option<usize>) -> Option<(Filler, Agreement)> {
        let turns = || self.turns.iter().rev().take(REACH).filter(|turn| turn.speech == speech);
        turns().find(|turn| turn.issuer).or_else(|| turns().next()).and_then(|turn| turn.speakers.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrase::Gender;
    use super::*;
    use crate::text::span::Span;

    fn speaker(at: usize, gender: Option<Gender>) -> (Filler, Agreement) {
        (Filler { span: Span::new(at, at + 4), entity: Some(at) }, Agreement { gender, number: None })
    }

    fn form(gender: Gender) -> Agreement {
        Agreement { gender: Some(gender), number: None }
    }

    #[test]
    fn the_last_speaker_who_agrees_is_meant() {
        let mut chain = Chain::default();
        chain.push(vec![speaker(0, Some(Gender::Feminine))], None, false);
        chain.push(vec![speaker(10, Some(Gender::Masculine))], None, false);
        let latest = |gender| chain.latest(form(gender), None).and_then(|(filler, _)| filler.entity);
        assert_eq!(latest(Gender::Feminine), Some(0));
        assert_eq!(latest(Gender::Masculine), Some(10));
    }

    #[test]
    fn speech_inside_a_quotation_has_a_chain_of_its_own() {
        let mut chain = Chain::default();
        chain.push(vec![speaker(0, None)], None, false);
        chain.push(vec![speaker(10, None)], Some(3), false);
        assert_eq!(chain.latest(Agreement::default(), None).and_then(|(filler, _)| filler.entity), Some(0));
        assert_eq!(chain.latest(Agreement::default(), Some(4)), None);
    }

    #[test]
    fn a_paper_is_of_the_last_institution() {
        let mut chain = Chain::default();
        chain.push(vec![speaker(0, None)], None, true);
        chain.push(vec![speaker(10, None)], None, false);
        assert_eq!(chain.issuer(None).and_then(|(filler, _)| filler.entity), Some(0));
    }
}
