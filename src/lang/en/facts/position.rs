//! Who holds which office: "Iranian Foreign Minister Abbas Araqchi", "Rafael Grossi, the director general of the agency".

use super::Text;
use crate::fact::{Argument, Fact};
use crate::mention::{Mention, MentionType};
use crate::text::span::Span;
use std::collections::BTreeSet;

/// How far behind the comma the office may stand, in tokens.
const REACH: usize = 6;

/// States the positions of a text, each holder and office once.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut stated: BTreeSet<(Option<usize>, String)> = BTreeSet::new();
    for holder in text.reading.mentions.iter().filter(|mention| mention.kind == MentionType::Person && mention.language == "en") {
        if !text.is_told(holder.tokens.start) {
            continue;
        }
        let Some((title, office, of, rule)) = before(text, holder).or_else(|| after(text, holder)) else { continue };
        let office = office.span.of(text.document().text()).to_lowercase();
        if !stated.insert((holder.entity, office)) {
            continue;
        }
        let argument = |role, span, entity| Argument { role, span, entity, elided: false };
        let mut arguments = vec![argument("holder", holder.span, holder.entity), argument("title", title, None)];
        arguments.extend(of.map(|of| argument("org", of.span, of.entity)));
        facts.push(Fact::new("position", title.cover(holder.span), arguments, rule));
    }
}

type Title<'a> = (Span, &'a Mention, Option<&'a Mention>, &'static str);

/// The office right before the name, with its country or institution before it.
fn before<'a>(text: &Text<'a>, holder: &Mention) -> Option<Title<'a>> {
    let office = text.ending_at(holder.tokens.start).filter(|office| office.kind == MentionType::Role)?;
    if !text.reading.scene.continues(holder.tokens.start) {
        return None;
    }
    let first = office.tokens.start;
    let former = first.checked_sub(1).filter(|&word| matches!(text.word(word), "former" | "ex" | "acting" | "interim" | "outgoing"));
    let first = former.unwrap_or(first);
    let owner = text.owner_before(first);
    let start = owner.map_or(first, |owner| owner.tokens.start);
    Some((text.document().span(start..office.tokens.end), office, owner, "position-title-name"))
}

/// The office in apposition behind the name, with its country or institution before it or behind "of".
fn after<'a>(text: &Text<'a>, holder: &Mention) -> Option<Title<'a>> {
    let comma = holder.tokens.end;
    if !text.is_comma(comma) || !text.clauses.same_level(comma, holder.tokens.start) {
        return None;
    }
    let mut start = comma + 1;
    if matches!(text.word(start), "the" | "a" | "an") {
        start += 1;
    }
    let office = (start..start + REACH)
        .take_while(|&token| {
            text.document().mark(token).is_none_or(|mark| matches!(mark, '\'' | '’'))
                && !matches!(text.word(token), "and" | "who" | "whose" | "said")
        })
        .find_map(|token| text.mention(token).filter(|office| office.kind == MentionType::Role && office.tokens.start == token))?;
    // Between comma and office stand only its country or institution and adjectives.
    let stranger = (start..office.tokens.start).any(|token| text.mention(token).is_some_and(|other| other.kind == MentionType::Person));
    if stranger {
        return None;
    }
    let mut end = office.tokens.end;
    let mut of = text.owner_before(office.tokens.start);
    if matches!(text.word(end), "of" | "at" | "for") {
        let name = if text.word(end + 1) == "the" { end + 2 } else { end + 1 };
        if let Some(owner) = text.mention(name).filter(|owner| owner.tokens.start == name && owner.kind != MentionType::Person) {
            of = Some(owner);
            end = owner.tokens.end;
        }
    }
    Some((text.document().span(start..end), office, of, "position-name-title"))
}
