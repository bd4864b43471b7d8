//! Who holds which office: «وزير الخارجية المصري سامح شكري», «سامح شكري، وزير الخارجية المصري», «نظيره الروسي سيرغي لافروف»,
//! «أرمينيا بصفتها الرئيس الحالي للمنظمة».
//!
//! A former office is told as one that was held: it stays a position, and its title keeps the word that says so («السابق»).
//! The same holder in the same office is stated once in a text, where the title is fullest.

use super::{Text, grammar, nouns};
use crate::fact::phrase::{Filler, Phrase, PhraseKind, Title};
use crate::fact::{Argument, Fact};
use crate::lexicon::{Class, Flags};
use crate::mention::MentionType;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// States the positions of a text.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut stated: BTreeMap<(String, String), Vec<Position<'_>>> = BTreeMap::new();
    for phrase in text.phrases.list() {
        let Some(title) = &phrase.title else { continue };
        if phrase.kind != PhraseKind::Person || !text.is_told(phrase.tokens.start) || !is_office(text, title) {
            continue;
        }
        let key = match phrase.filler.entity {
            Some(entity) => format!("e{entity}"),
            None => phrase.filler.span.of(text.document().text()).to_owned(),
        };
        stated.entry((key, title.office.clone())).or_default().push(Position { phrase, title });
    }
    for positions in stated.into_values() {
        // Told with its country it is fuller than without; two countries are two offices.
        let mut owners: Vec<&str> = Vec::new();
        let mut said_bare = false;
        let any_owner = positions.iter().any(|position| !position.title.owner.is_empty());
        for position in &positions {
            let owner = position.title.owner.as_str();
            if owner.is_empty() {
                if any_owner || said_bare {
                    continue;
                }
                said_bare = true;
            } else if owners.contains(&owner) {
                continue;
            } else {
                owners.push(owner);
            }
            facts.push(position.fact());
        }
    }
    for phrase in text.phrases.list() {
        facts.extend(by_capacity(text, phrase));
    }
}

/// Whether a title is an office and not a profession or rank: «نائب رئيس البرلمان» is one, «الكاتب المصري» is none.
fn is_office(text: &Text<'_>, title: &Title) -> bool {
    if title.counterpart {
        return true;
    }
    let head = text.document().token_at_or_after(title.span.start);
    let head =
        if text.document().token(head).is_some_and(|token| token.span().start == title.span.start) { head } else { head.saturating_sub(1) };
    let listed = text.reading.scene.matches.at(head).iter().find(|found| found.is(Class::Office));
    let weak = listed.is_some_and(|found| found.flags.has(Flags::WEAK));
    let of_something = title
        .of
        .and_then(|of| of.entity)
        .and_then(|entity| text.reading.entities.get(entity))
        .is_some_and(|entity| entity.kind != MentionType::Group);
    // A rank or a calling by itself is no office: «العقيد», «القاضي»; «زعيم الحزب» is one.
    let last = text.word(head);
    let rank = title.of.is_none() && nouns::RANKS.contains(title.office.as_str()) && grammar::is_definite(last.trim_start_matches('و'));
    // «المتحدث باسم ماكماستر»: whom he speaks for, not his name.
    let voice = title.of.is_none() && matches!(grammar::without_article(last), "متحدث" | "ناطق" | "متحدثه" | "ناطقه");
    if rank || voice && text.is(head + 1, words!["باسم"]) {
        return false;
    }
    // «مدير مكتب رئيس الوزراء س»: the name may be that of the first noun.
    if head
        .checked_sub(1)
        .is_some_and(|before| text.continues(head) && nouns::BESIDE_OFFICES.contains(text.word(before).trim_start_matches(['و', 'ل', 'ب'])))
    {
        return false;
    }
    // «مستشاري الرئيس مون»: many, and the name is of one.
    if text.is(head, nouns::MANY) {
        return false;
    }
    // «رجل الأعمال», «سيدة الأعمال»: a calling.
    if title.office.starts_with("رجل ") || title.office.starts_with("سيد") || title.office == "رجل" {
        return false;
    }
    let of_his = title.of.is_none() && text.document().source(head).ends_with("ه");
    // «محافظ الشمال»: of something that no list knows.
    let complement = title.of.is_none_or(|of| of.entity.is_none())
        && !grammar::is_definite(last)
        && title.span.of(text.document().text()).split_whitespace().count() > 1;
    // «النائب عن المدينة»
    let represents = text.is(head, nouns::REPRESENTATIVES) && text.word(head + 1) == "عن";
    (!weak || of_something || complement || represents) && !of_his
}

struct Position<'t> {
    phrase: &'t Phrase,
    title: &'t Title,
}

impl Position<'_> {
    fn fact(&self) -> Fact {
        let mut arguments =
            vec![self.phrase.filler.argument("holder"), Argument { role: "title", span: self.title.span, entity: None, elided: false }];
        // «رئيسها التنفيذي»: the institution is named before.
        let inside = |span: Span| self.phrase.span.start <= span.start && span.end <= self.phrase.span.end;
        arguments.extend(self.title.of.map(|of| if inside(of.span) { of.argument("org") } else { of.elided("org") }));
        let rule = if self.title.counterpart {
            "position-counterpart"
        } else if self.title.span.start < self.phrase.filler.span.start {
            "position-title-name"
        } else {
            "position-name-title"
        };
        Fact::new("position", self.phrase.span, arguments, rule)
    }
}

/// «X بصفتها رئيسة Y», «X بوصفه وزيرا».
fn by_capacity(text: &Text<'_>, holder: &Phrase) -> Option<Fact> {
    let capacity = holder.tokens.end;
    if !text.is(capacity, words!["بصفته", "بصفتها", "بوصفه", "بوصفها"]) || !text.continues(capacity) || !text.is_told(capacity)
    {
        return None;
    }
    let title = text.phrases.at(capacity + 1).filter(|phrase| phrase.kind == PhraseKind::Title)?;
    // What follows the office belongs to it: «الرئيس الحالي للمنظمة».
    let mut end = title.tokens.end;
    let mut of = title.title.as_ref().and_then(|title| title.of);
    let next = text.word(end);
    if of.is_none() && text.continues(end) && next.starts_with("لل") && next.chars().count() > 4 {
        end += 1;
        of = Some(text.filler(end - 1..end));
    } else if of.is_none() && text.continues(end) && grammar::is_definite(next) {
        end += 1;
    }
    let whole = text.span(title.tokens.start..end);
    let mut arguments = vec![
        Filler { span: holder.filler.span, entity: holder.filler.entity }.argument("holder"),
        Argument { role: "title", span: Span::new(title.span.start, whole.end), entity: None, elided: false },
    ];
    arguments.extend(of.map(|of| of.argument("org")));
    Some(Fact::new("position", Span::new(holder.span.start, whole.end), arguments, "position-capacity"))
}
