//! What a clause of talks states, if it joins anybody.

use super::*;

impl Clause<'_, '_> {
    pub(super) fn fact(&self) -> Option<Fact> {
        let text = self.text;
        let verb = &self.verb;
        let light = verb.entry.has("light");
        let inform = verb.entry.has("inform");
        if light && !self.has_noun {
            return None;
        }
        let all: Vec<Participant> = self.subject.iter().chain(&self.partners).copied().collect();
        let is_person =
            |participant: &Participant| matches!(participant.kind, PhraseKind::Person | PhraseKind::Title | PhraseKind::Counterpart);
        let dual = verb.agreement.number != Some(Number::One) && all.iter().any(|one| one.kind == PhraseKind::Title);
        let topic = self.arguments.iter().any(|argument| argument.role == "topic");
        let enough = match (inform, light) {
            (true, _) => !self.subject.is_empty() && (topic || self.partners.len() == 1) && (topic || verb.agreement.number.is_some()),
            (_, true) => {
                all.len() >= 2
                    || self.subject.iter().any(|subject| is_person(subject) && !subject.elided)
                    || (verb.first_person && !self.partners.is_empty())
            }
            _ => all.len() >= 2 || dual,
        };
        // Clubs that meet play a match.
        let object_partner = verb.entry.attribute("object") == Some("partner");
        let people = all.iter().any(|one| is_person(one) && one.kind != PhraseKind::Counterpart)
            || (!object_partner && all.iter().any(|one| one.kind != PhraseKind::Nominal));
        let clubs = object_partner
            && self.subject.iter().all(|one| one.kind == PhraseKind::Organisation)
            && !all.iter().any(|one| matches!(one.kind, PhraseKind::Person | PhraseKind::Title));
        // «بحث الوزيران سبل …»: the dual itself joins two.
        let two = self.subject.iter().any(|subject| {
            let first = at_first(text, subject.filler.span);
            subject.kind == PhraseKind::Nominal && text.is(first, nouns::DUALS)
        });
        let enough = enough || two && !inform && (topic || light);
        let people = people || two;
        let nothing_said = self.pronoun.is_none() && all.iter().all(|one| one.elided);
        if !enough || !people || clubs || nothing_said || (inform && !topic) {
            return None;
        }
        let mut arguments: Vec<Argument> = Vec::new();
        for one in &all {
            let argument = if one.elided { one.filler.elided("participants") } else { one.filler.argument("participants") };
            arguments.push(argument);
            if one.initiator {
                arguments.push(one.filler.argument("initiator"));
            }
        }
        arguments.extend(self.arguments.iter().cloned());
        let before = verb.token.checked_sub(1).map_or("", |before| text.word(before));
        let before_that = verb.token.checked_sub(2).map_or("", |before| text.word(before));
        let planned = verb.clitics.any(Clitics::FUTURE)
            || grammar::PLANS.contains(before)
            || (before == "ان" && grammar::PLANS.contains(before_that));
        let realis = if grammar::NEGATIONS.contains(before) {
            Realis::Negated
        } else if planned {
            Realis::Planned
        } else {
            Realis::Actual
        };
        let rule = if inform {
            "communication-informs"
        } else if verb.entry.has("happens") {
            "communication-takes-place"
        } else if light {
            "communication-holds-talks"
        } else if object_partner {
            "communication-meets"
        } else {
            "communication-talks-with"
        };
        let fact = Fact::new("communication", text.span(self.first..self.end.max(verb.token + 1)), arguments, rule);
        Some(Fact { subtype: inform.then_some("inform"), trigger: Some(verb.span), date: self.date, realis, ..fact })
    }
}
