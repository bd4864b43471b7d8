//! The office into which somebody is put: «عين الملك سامي الحداد سفيرا في باريس», «انتخب المجلس رولا حداد رئيسة للبلدية».
//!
//! The noun behind the person is a second object in the accusative, without the article: it says what he becomes.

use super::super::Text;
use super::super::clause::Clause;
use super::super::clause::noun::Group;
use crate::fact::phrase::PhraseKind;
use crate::fact::{Argument, Fact, Realis};
use crate::lexicon::{Class, Flags, Match};
use crate::text::span::Span;

/// The position that an appointment tells of, besides the decision.
#[must_use]
pub fn of(text: &Text<'_>, clause: &Clause, decider: Option<&Argument>) -> Option<Fact> {
    let is_person = |group: &&Group| group.items.len() == 1 && group.first().is_some_and(|noun| noun.kind == Some(PhraseKind::Person));
    let group = clause.objects.iter().chain(clause.subject.as_ref()).filter(is_person).find(|group| is_office(text, group.tokens.end))?;
    let holder = group.first()?.filler;
    let at = group.tokens.end;
    let office = is_office(text, at) && decider.is_none_or(|decider| decider.span != holder.span);
    if !office || !text.continues(at) || super::grammar::is_definite(text.word(at)) {
        return None;
    }
    // «رئيسة للشؤون المالية», «سفيرا في باريس», «مديرا عاما لشركة النفط»
    let mut end = text.phrases.at(at).map_or(at + 1, |phrase| phrase.tokens.end);
    let of = text.phrases.at(at).and_then(|phrase| phrase.title.as_ref()).and_then(|title| title.of);
    while text.continues(end) && end < at + 3 && text.is(end, words!["عاما", "عامه", "اول", "اولي", "تنفيذيا", "تنفيذيه", "جديدا", "جديده"])
    {
        end += 1;
    }
    let mut org = of;
    if org.is_none() && text.continues(end) {
        let complement = match (text.prefixed(end), text.preposition(end)) {
            (Some((super::Preposition::For, letters)), _) => Some((end, letters)),
            (None, Some((super::Preposition::In | super::Preposition::To, next))) => Some((next, 0)),
            _ => None,
        };
        let noun = complement.and_then(|(token, letters)| text.noun(token, letters, token + 8));
        if let Some(noun) = noun.filter(|noun| noun.definite || noun.kind.is_some()) {
            end = noun.tokens.end;
            // «للشؤون المالية»: of what, and no institution.
            let matters = text.word(noun.head).ends_with("شوون");
            org = (!matters).then_some(noun.filler);
        }
    }
    if org.is_none() && text.is(end, words!["له", "لها", "لهم"]) {
        end += 1;
        // «انتخب المجلس فلانا رئيسا له»
        org = decider.map(|decider| crate::fact::phrase::Filler { span: decider.span, entity: decider.entity });
    }
    let title = Span::new(text.span(at..at + 1).start, text.span(at..end).end);
    let mut arguments = vec![holder.argument("holder"), Argument { role: "title", span: title, entity: None, elided: false }];
    arguments.extend(org.map(|org| if org.span.start < holder.span.start { org.elided("org") } else { org.argument("org") }));
    (clause.realis == Realis::Actual).then(|| Fact::new("position", holder.span.cover(title), arguments, "position-installed"))
}

/// Whether an office without the article stands at a token, in the accusative or not: «وزيرا», «رئيسة».
fn is_office(text: &Text<'_>, token: usize) -> bool {
    // «وزيرا», «رئيسة»; a construct only of an office that is one by itself: not «لاعب برشلونة».
    let open = text.document().source(token).ends_with(['ة', 'ا', '\u{64b}']);
    let office = |found: &&Match| found.is(Class::Office) && found.clitics.is_empty() && (open || !found.flags.has(Flags::WEAK));
    let listed = text.reading.scene.matches.at(token).iter().any(|found| office(&found));
    let lexicon = text.reading.scene.matches.lexicon();
    let nominative = || text.word(token).strip_suffix('ا').and_then(|stem| lexicon.word(stem));
    listed || nominative().is_some_and(|node| lexicon.classes(node).has(Class::Office))
}
