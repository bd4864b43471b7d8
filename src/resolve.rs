//! Resolution: of the candidates that compete for the same words, a set in which any two nest or keep apart.
//!
//! The strongest candidate is placed first. Strength is the rule's score, raised for every further word, because a longer
//! reading of the same words explains more of them. A weaker candidate stays when it touches no stronger one, or when one of
//! the two lies inside the other and names of that type may hold such names: places, groups and organisations inside
//! organisations, places, events and laws (وزارة الخارجية *الروسية*, مطار *ألما آتا*). Words of a date are part of a name only
//! when the name holds the whole date (مدينة 6 أكتوبر).

use crate::date::TimexCandidate;
use crate::mention::{Candidate, Mention, MentionType};
use crate::zone::{Zone, ZoneKind, zone_at};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What every further word adds to the strength of a candidate.
const WEIGHT_OF_A_WORD: f32 = 0.12;
/// From this score on a longer reading takes the place of a shorter one that begins with the same word.
const SURE_ENOUGH: f32 = 0.6;
/// In mastheads, buttons and lists of links a name must be surer to count.
const LEAST_SCORE_IN_BOILERPLATE: f32 = 0.7;

/// Chooses between candidates. The result is in order of text, an outer mention before those nested in it.
#[must_use]
pub fn resolve(mut candidates: Vec<(Candidate, &'static str)>, times: &[TimexCandidate], zones: &[Zone], tokens: usize) -> Vec<Mention> {
    let is_time = |candidate: &Candidate| {
        let index = times.partition_point(|time| time.span.end <= candidate.span.start);
        times.get(index).is_some_and(|time| time.span.overlaps(candidate.span) && !candidate.span.contains(time.span))
    };
    candidates.retain(|(candidate, _)| !is_time(candidate));
    candidates.retain(|(candidate, _)| {
        let boilerplate = zone_at(zones, candidate.span.start).is_some_and(|zone| zone.kind == ZoneKind::Boilerplate);
        !boilerplate || candidate.score >= LEAST_SCORE_IN_BOILERPLATE
    });
    drop_beginnings(&mut candidates);
    candidates.sort_by(|(one, _), (other, _)| {
        strength(other)
            .partial_cmp(&strength(one))
            .unwrap_or(Ordering::Equal)
            .then_with(|| (one.span, one.kind, one.rule).cmp(&(other.span, other.kind, other.rule)))
    });
    let mut kept: Vec<(Candidate, &'static str)> = Vec::new();
    let mut at_token = ByToken::new(tokens);
    for (candidate, language) in candidates {
        let fits = candidate
            .tokens
            .clone()
            .all(|token| at_token.of(token).filter_map(|index| kept.get(index)).all(|(other, _)| go_together(other, &candidate)));
        if !fits {
            continue;
        }
        for token in candidate.tokens.clone() {
            at_token.add(token, kept.len());
        }
        kept.push((candidate, language));
    }
    kept.sort_by(|(one, _), (other, _)| one.span.start.cmp(&other.span.start).then(other.span.end.cmp(&one.span.end)));
    let mut mentions: Vec<Mention> = Vec::with_capacity(kept.len());
    let mut outer_end = 0;
    for (candidate, language) in kept {
        let nested = candidate.span.start < outer_end;
        outer_end = outer_end.max(candidate.span.end);
        mentions.push(Mention {
            tokens: candidate.tokens,
            span: candidate.span,
            kind: candidate.kind,
            score: candidate.score,
            rule: candidate.rule,
            entry: candidate.entry,
            language,
            nested,
            entity: None,
        });
    }
    mentions
}

/// The candidates kept over each token: lists whose links lie in one vector, four bytes for a token that has none.
struct ByToken {
    /// For each token its latest link, as its place + 1; 0 for none.
    latest: Vec<u32>,
    /// A candidate, and the link before, as its place + 1.
    links: Vec<(u32, u32)>,
}

impl ByToken {
    fn new(tokens: usize) -> Self {
        Self { latest: vec![0; tokens], links: Vec::new() }
    }

    fn add(&mut self, token: usize, candidate: usize) {
        if let (Some(latest), Ok(candidate)) = (self.latest.get_mut(token), u32::try_from(candidate)) {
            self.links.push((candidate, *latest));
            *latest = u32::try_from(self.links.len()).unwrap_or(0);
        }
    }

    fn of(&self, token: usize) -> impl Iterator<Item = usize> {
        let link = |place: u32| self.links.get((place as usize).checked_sub(1)?);
        let first = self.latest.get(token).and_then(|&place| link(place));
        std::iter::successors(first, move |&&(_, before)| link(before)).map(|&(candidate, _)| candidate as usize)
    }
}

/// A listed organisation or place is not meant where a longer name of its type begins with it: «مجلس الأمن» in «مجلس الأمن الجماعي».
fn drop_beginnings(candidates: &mut Vec<(Candidate, &'static str)>) {
    let mut longest: BTreeMap<(MentionType, usize), usize> = BTreeMap::new();
    for (candidate, _) in candidates.iter().filter(|(candidate, _)| candidate.score >= SURE_ENOUGH) {
        let end = longest.entry((candidate.kind, candidate.span.start)).or_default();
        *end = candidate.span.end.max(*end);
    }
    candidates.retain(|(candidate, _)| {
        !matches!(candidate.kind, MentionType::Organisation | MentionType::Location)
            || longest.get(&(candidate.kind, candidate.span.start)).is_none_or(|&end| end <= candidate.span.end)
    });
}

fn strength(candidate: &Candidate) -> f32 {
    let further = candidate.tokens.len().saturating_sub(1).min(8);
    candidate.score * (1.0 + WEIGHT_OF_A_WORD * further as f32)
}

/// Whether two mentions that share a word can both stand.
fn go_together(one: &Candidate, other: &Candidate) -> bool {
    if !one.span.overlaps(other.span) {
        return true; // two names in one word with a clitic between them
    }
    if one.span == other.span {
        return false;
    }
    if one.span.contains(other.span) {
        nests(one, other)
    } else if other.span.contains(one.span) {
        nests(other, one)
    } else {
        false
    }
}

/// Whether `inner` can be marked inside `outer`: not when it is the outer name without its noun (شركة أرامكو).
fn nests(outer: &Candidate, inner: &Candidate) -> bool {
    let same_name = outer.kind == inner.kind
        && outer.kind == MentionType::Organisation
        && inner.tokens.end == outer.tokens.end
        && inner.tokens.start == outer.tokens.start + 1;
    may_hold(outer.kind, inner.kind) && !same_name
}

/// Whether a name of type `outer` can have a name of type `inner` inside it.
#[must_use]
pub fn may_hold(outer: MentionType, inner: MentionType) -> bool {
    use MentionType::{Event, Group, Law, Location, Organisation, Person, Product, Quantity};
    match outer {
        Organisation | Location => matches!(inner, Organisation | Location | Group | Person),
        Event | Law | Product => matches!(inner, Organisation | Location | Group),
        Quantity => matches!(inner, Group),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn candidate(start: usize, end: usize, kind: MentionType, score: f32) -> (Candidate, &'static str) {
        (Candidate { tokens: start..end, span: Span::new(start * 10, end * 10 - 1), kind, score, rule: "test", entry: None }, "ar")
    }

    fn shape(mentions: &[Mention]) -> Vec<(std::ops::Range<usize>, &str, bool)> {
        mentions.iter().map(|mention| (mention.tokens.clone(), mention.kind.id(), mention.nested)).collect()
    }

    #[test]
    fn nested_names_stay_and_crossing_ones_do_not() {
        let mentions = resolve(
            vec![
                candidate(0, 3, MentionType::Organisation, 0.9),
                candidate(2, 3, MentionType::Group, 0.9),
                candidate(2, 4, MentionType::Person, 0.6),
            ],
            &[],
            &[],
            5,
        );
        assert_eq!(shape(&mentions), [(0..3, "ORG", false), (2..3, "NORP", true)]);
    }

    #[test]
    fn a_role_holds_no_name_and_equal_spans_have_one_type() {
        let mentions = resolve(
            vec![
                candidate(0, 2, MentionType::Role, 0.9),
                candidate(1, 2, MentionType::Organisation, 0.5),
                candidate(3, 4, MentionType::Location, 0.8),
                candidate(3, 4, MentionType::Person, 0.7),
            ],
            &[],
            &[],
            5,
        );
        assert_eq!(shape(&mentions), [(0..2, "ROLE", false), (3..4, "LOC", false)]);
    }
}
