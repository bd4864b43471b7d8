//! What a text tells twice is one fact with two evidences.

use super::Fact;
use crate::document::Document;
use crate::text::fold::fold_into;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Joins facts of one kind and realis, told by the same, with the same entities or the same words in every role: the words of
/// the later ones become further evidence of the earliest. What is said twice is said twice: statements stay.
#[must_use]
pub fn tell_once(facts: Vec<Fact>, document: &Document<'_>) -> Vec<Fact> {
    let mut alike: BTreeMap<Head<'_>, Alike> = BTreeMap::new();
    let mut kept: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        if fact.kind == "statement" {
            kept.push(fact);
            continue;
        }
        let alike = match alike.entry(head(&fact)) {
            Entry::Vacant(place) => {
                place.insert(Alike { first: kept.len(), told: BTreeMap::new() });
                kept.push(fact);
                continue;
            }
            Entry::Occupied(place) => place.into_mut(),
        };
        if alike.told.is_empty() {
            alike.told.extend(kept.get(alike.first).map(|first| (roles(first, document), alike.first)));
        }
        match alike.told.entry(roles(&fact, document)) {
            Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(fact);
            }
            Entry::Occupied(earlier) => {
                if let Some(earlier) = kept.get_mut(*earlier.get()) {
                    earlier.date = earlier.date.or(fact.date);
                    earlier.also.push(fact.evidence);
                }
            }
        }
    }
    kept
}

/// What two facts that are the same share and is compared at little cost: who tells it, how many arguments it has, the entity and
/// role of the first, its kind and subtype, how real it is.
type Head<'a> = (Option<usize>, usize, Option<(Option<usize>, &'a str)>, &'a str, Option<&'a str>, &'a str);

fn head(fact: &Fact) -> Head<'static> {
    let first = fact.arguments.first().map(|argument| (argument.entity, argument.role));
    (fact.attributed_to, fact.arguments.len(), first, fact.kind, fact.subtype, fact.realis.id())
}

/// Facts of one head.
struct Alike {
    /// The first of them, as an index into those that stay.
    first: usize,
    /// Those that stay by what fills their roles; empty until there is a second one.
    told: BTreeMap<String, usize>,
}

/// What fills the roles of a fact: entities, or folded words.
fn roles(fact: &Fact, document: &Document<'_>) -> String {
    let mut key = String::new();
    for argument in &fact.arguments {
        key.push('|');
        key.push_str(argument.role);
        match argument.entity {
            Some(entity) => key.push_str(&format!(" e{entity}")),
            None => fold_into(argument.span.of(document.text()), &mut key),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Argument, Realis};
    use crate::text::span::Span;

    fn fact(kind: &'static str, start: usize, entity: usize) -> Fact {
        Fact {
            kind,
            subtype: None,
            evidence: Span::new(start, start + 4),
            also: Vec::new(),
            trigger: None,
            arguments: vec![Argument { role: "holder", span: Span::new(start, start + 4), entity: Some(entity), elided: false }],
            date: None,
            realis: Realis::Actual,
            attributed_to: None,
            directness: None,
            rule: "test",
        }
    }

    #[test]
    fn the_same_fact_is_told_once() {
        let document = Document::new("نعم لا نعم لا نعم لا نعم");
        let told = tell_once(vec![fact("stance", 0, 1), fact("stance", 8, 2), fact("stance", 16, 1)], &document);
        assert_eq!(told.len(), 2);
        assert_eq!(told.first().map(|fact| fact.also.clone()), Some(vec![Span::new(16, 20)]));
    }

    #[test]
    fn what_is_said_twice_stays() {
        let document = Document::new("نعم لا نعم لا نعم لا نعم");
        assert_eq!(tell_once(vec![fact("statement", 0, 1), fact("statement", 8, 1)], &document).len(), 2);
    }
}
