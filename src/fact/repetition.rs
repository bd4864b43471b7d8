//! What a text tells twice is one fact with two evidences.

use super::Fact;
use crate::document::Document;
use crate::text::fold::fold_into;
use std::collections::BTreeMap;

/// Joins facts of one kind and realis, told by the same, with the same entities or the same words in every role: the words of
/// the later ones become further evidence of the earliest. What is said twice is said twice: statements stay.
#[must_use]
pub fn tell_once(facts: Vec<Fact>, document: &Document<'_>) -> Vec<Fact> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        if fact.kind == "statement" {
            kept.push(fact);
            continue;
        }
        match first.get(&key(&fact, document)).and_then(|&earlier| kept.get_mut(earlier)) {
            Some(earlier) => {
                earlier.date = earlier.date.or(fact.date);
                earlier.also.push(fact.evidence);
            }
            None => {
                first.insert(key(&fact, document), kept.len());
                kept.push(fact);
            }
        }
    }
    kept
}

fn key(fact: &Fact, document: &Document<'_>) -> String {
    let mut key = format!("{} {:?} {:?} {:?}", fact.kind, fact.subtype, fact.realis, fact.attributed_to);
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
