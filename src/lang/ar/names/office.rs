//! Offices: the head of a title (رئيس, وزير الخارجية, المتحدث الرسمي), and where the title as a whole ends, because the holder's
//! name begins there.

use super::grammar::{definite, demonym, function_word, next_word, ordinary, title_adjective};
use super::person::read_name;
use crate::find::{Findings, Scene};
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Flags, Match};
use crate::mention::{Candidate, MentionType};
use crate::text::span::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// A title read from its first word on.
#[derive(Clone, Debug)]
pub struct Title {
    /// The tokens of the office: head, portfolio, its own adjective.
    pub office: Range<usize>,
    /// The bytes of the office, after clitics.
    pub span: Span,
    /// Gender and number of the head, and whether it is a profession rather than an office.
    pub flags: Flags,
    /// Whether a nationality, place or organisation stands with it.
    pub complemented: bool,
    /// The token after the whole title with its complement.
    pub end: usize,
    /// Where the holder's name may begin, in order.
    pub name_starts: Vec<usize>,
}

/// The longest complement that is read, in words.
const LONGEST_COMPLEMENT: usize = 12;

/// The title whose head stands at `token`, if one does. `findings` must hold the places, groups and organisations.
#[must_use]
pub fn title_at(scene: &Scene<'_>, findings: &Findings, token: usize) -> Option<Title> {
    let head = scene.longest(token, ClassSet::of(&[Class::Office]))?;
    if !head.clitics.is_empty()
        && (head.clitics.any(Clitics::AS) && head.span().len() < 8 || super::place::whole_word_is_listed(scene, token))
    {
        return None;
    }
    let end = office_end(scene, head);
    let mut title = Title {
        office: token..end,
        span: scene.span_from(head.span().start, token..end),
        flags: head.flags,
        complemented: false,
        end,
        name_starts: vec![end],
    };
    read_complement(scene, findings, &mut title);
    Some(title)
}

/// Reads portfolio, deputies and adjectives that belong to the office.
fn office_end(scene: &Scene<'_>, head: &Match) -> usize {
    let mut end = head.end();
    // نائب رئيس [الوزراء]: the last word of one listed office begins a longer one.
    if head.len() > 1
        && let Some(longer) = scene.bare(end - 1, Class::Office).filter(|office| office.len() > 1)
    {
        end = longer.end();
    }
    // نائب وزير الخارجية, مساعد الأمين العام: a deputy of an office is one office with it.
    while let Some(next) = scene.bare(end, Class::Office).filter(|next| scene.continues(end) && !next.flags.has(Flags::PLURAL)) {
        let deputy = end
            .checked_sub(1)
            .is_some_and(|last| ["نايب", "مساعد", "وكيل", "مستشار", "نايبه", "مساعده", "مبعوث", "ممثل"].contains(&bare_stem(scene, last)));
        if !deputy || scene.folded(next.first()).starts_with("ال") && next.len() == 1 && next.flags.has(Flags::WEAK) {
            break;
        }
        end = next.end();
    }
    let last = bare_stem(scene, end.saturating_sub(1));
    if last.starts_with("وزير") || last == "وزراء" && end == head.end() {
        end = portfolio_end(scene, end);
    }
    while next_word(scene, end) && own_adjective(scene, end) {
        end += 1;
    }
    end
}

fn bare_stem<'a>(scene: &Scene<'a>, token: usize) -> &'a str {
    let folded = scene.folded(token);
    let folded = folded
        .strip_prefix('و')
        .filter(|rest| rest.starts_with("ال") || rest.starts_with("وز") || rest.starts_with("نا"))
        .unwrap_or(folded);
    folded.strip_prefix("ال").unwrap_or(folded)
}

/// وزير [الخارجية], وزير [التربية والتعليم], وزير [الدولة للشؤون الخارجية], وزير [خارجية] فرنسا.
fn portfolio_end(scene: &Scene<'_>, first: usize) -> usize {
    if !next_word(scene, first) {
        return first;
    }
    let ministry = |token: usize| {
        let definite_form = format!("ال{}", scene.folded(token));
        let lexicon = scene.matches.lexicon();
        lexicon
            .word(&definite_form)
            .is_some_and(|node| lexicon.entries(node).any(|entry| entry.class == Class::OrganisationHead && entry.has("ministry")))
    };
    let mut end = first;
    if ministry(first) {
        return first + 1;
    }
    let affairs = |token: usize| matches!(scene.folded(token), "شيون" | "الشيون" | "الدوله" | "للشيون" | "لشيون");
    if affairs(first) && !scene.folded(first).starts_with("ال") {
        end += 1; // شؤون المرأة
    }
    let noun = |token: usize| {
        next_word(scene, token)
            && definite(scene, token)
            && !demonym(scene, token)
            && !title_adjective_only(scene, token)
            && !scene.is(token, Class::Office)
    };
    if !noun(end) && !affairs(end) {
        return end;
    }
    end += 1;
    while end < first + 8 && next_word(scene, end) {
        let adjective = definite(scene, end) && title_adjective(scene, end) && !demonym(scene, end) && !title_adjective_only(scene, end);
        let folded = scene.folded(end);
        let joined = folded.starts_with("وال")
            && ordinary(scene, end)
            && !scene.matches.is_peeled(end, Class::Office)
            && !scene.matches.is_peeled(end, Class::Demonym);
        if adjective || joined || (affairs(end) && folded.starts_with("ل")) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// السابق, الحالي, المنتخب: of the holder's term, not of the office.
fn title_adjective_only(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.bare(token, Class::NameAdjective).is_some_and(|found| found.flags.has(Flags::WEAK))
}

/// العام, الأعلى, الرسمي, التنفيذي: adjectives that are part of the office.
fn own_adjective(scene: &Scene<'_>, token: usize) -> bool {
    scene.folded(token).starts_with("ال")
        && scene.matches.bare(token, Class::NameAdjective).is_some_and(|found| {
            !found.flags.has(Flags::WEAK)
                || scene.matches.entries(found).any(|entry| entry.class == Class::NameAdjective && entry.has("function"))
        })
}

/// Reads over nationality, term, place, organisation: whatever can stand between the office and the name.
fn read_complement(scene: &Scene<'_>, findings: &Findings, title: &mut Title) {
    let limit = title.end + LONGEST_COMPLEMENT;
    let mut at = title.end;
    while at < limit {
        if let Some(end) = named_complement(findings, at, scene) {
            title.complemented = true;
            at = end;
        } else if next_word(scene, at) && (demonym(scene, at) || title_adjective(scene, at)) {
            title.complemented |= demonym(scene, at);
            at += 1;
        } else if next_word(scene, at) && matches!(scene.folded(at), "ولايته" | "ولايتها") && at > title.office.end {
            at += 1; // الرئيس المنتهية ولايته
        } else if next_word(scene, at)
            && linking_word(scene, at)
            && (named_complement(findings, at + 1, scene).is_some() || next_word(scene, at + 1) && definite(scene, at + 1))
        {
            title.name_starts.retain(|&start| start != at);
            at += 1; // باسم الكرملين, لدى الأمم المتحدة, في وزارة الدفاع
            title.end = at;
            continue;
        } else if next_word(scene, at)
            && !function_word(scene, at)
            && (definite(scene, at) || belongs_to_definite(scene, at))
            && read_name(scene, at, true).is_none_or(|name| name.score < 0.8)
        {
            title.complemented = true;
            at += 1; // رئيس البرلمان, قائد الجيش, السفير لشؤون الهجرة
        } else if at == title.end
            && next_word(scene, at)
            && ordinary(scene, at)
            && !function_word(scene, at)
            && next_word(scene, at + 1)
            && (definite(scene, at + 1) || named_complement(findings, at + 1, scene).is_some())
            && !verb_form(scene, at)
        {
            at += 1; // رئيس لجنة الحكام
        } else {
            break;
        }
        title.end = at;
        title.name_starts.push(at);
    }
    // A comma, bracket or quotation mark may stand between the title and the name.
    let after_mark: Vec<usize> = title
        .name_starts
        .iter()
        .filter(|&&start| {
            scene.document.mark(start).is_some_and(|mark| matches!(mark, '،' | ',' | '(' | '"' | '«' | '“'))
                && scene.continues(start)
                && scene.continues(start + 1)
        })
        .map(|&start| start + 1)
        .collect();
    title.name_starts.extend(after_mark);
}

/// A word that already reads as a finite verb ends the title.
fn verb_form(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.at(token).iter().any(|found| found.flags.has(Flags::VERB) || found.is(Class::SpeechCue) || found.is(Class::Communication))
}

fn named_complement(findings: &Findings, at: usize, scene: &Scene<'_>) -> Option<usize> {
    if !next_word(scene, at)
        || scene.folded(at).starts_with('و') && findings.at(at).all(|found| found.span.start > scene.document.span(at..at + 1).start)
    {
        return None; // و begins the next member of a list
    }
    findings
        .at(at)
        .filter(|found| matches!(found.kind, MentionType::Location | MentionType::Organisation) && found.score >= 0.6)
        .map(|found| found.tokens.end)
        .max()
}

fn linking_word(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.folded(token), "باسم" | "لدي" | "في" | "لشيون" | "من" | "عن" | "الي" | "بشان" | "لدول" | "ل")
}

/// للشؤون, للأمن: ل with the article.
fn belongs_to_definite(scene: &Scene<'_>, token: usize) -> bool {
    scene.folded(token).starts_with("لل") && scene.folded(token).chars().nth(4).is_some()
}

/// Marks offices that a nationality, place, organisation or name makes one, and in texts where an office has such a holder, its
/// bare definite mentions too.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut held: BTreeSet<String> = BTreeSet::new();
    let mut bare: Vec<(Title, String)> = Vec::new();
    let mut found: Vec<Candidate> = Vec::new();
    for token in 0..scene.document.tokens().len() {
        let Some(title) = title_at(scene, findings, token) else { continue };
        let named = title.name_starts.iter().any(|&start| read_name(scene, start, true).is_some_and(|name| name.score >= 0.7));
        let stem = stem_of(scene, &title);
        let definite_office = title.office.len() > 1 && title.office.clone().any(|word| scene.folded(word).starts_with("ال"));
        let score = match (named, title.complemented, title.flags.has(Flags::WEAK)) {
            (true, _, _) => 0.9,
            (false, true, false) if !title.flags.has(Flags::PLURAL) => 0.85,
            (false, _, false) if definite_office => 0.75,
            _ => {
                bare.push((title, stem));
                continue;
            }
        };
        if !title.flags.has(Flags::WEAK) || named {
            held.insert(stem);
        }
        found.push(candidate(&title, score, if named { "office before a name" } else { "office with complement" }));
    }
    for (title, stem) in bare {
        let definite_form = scene.document.source(title.office.start).contains("ال");
        if held.contains(&stem) && definite_form && !title.flags.has(Flags::WEAK) {
            found.push(candidate(&title, 0.7, "definite office with a holder in the text"));
        }
    }
    for token in 0..scene.document.tokens().len() {
        if let Some(end) = possessed(scene, token, &held) {
            let tokens = token..token + 1;
            found.push(Candidate {
                span: Span::new(end, scene.document.span(tokens.clone()).end),
                tokens,
                kind: MentionType::Role,
                score: 0.65,
                rule: "office with pronoun",
                entry: None,
            });
        }
    }
    for candidate in found {
        findings.push(candidate);
    }
}

fn candidate(title: &Title, score: f32, rule: &'static str) -> Candidate {
    Candidate { tokens: title.office.clone(), span: title.span, kind: MentionType::Role, score, rule, entry: None }
}

/// The head word without article, number and gender: what joins «الرئيسين» with «الرئيس».
fn stem_of(scene: &Scene<'_>, title: &Title) -> String {
    let mut key = String::new();
    let folded = scene.folded(title.office.start);
    let offset = title.span.start.saturating_sub(scene.document.span(title.office.start..title.office.start + 1).start);
    key.push_str(folded.get(offset..).unwrap_or(folded));
    let stem = key.strip_prefix("ال").or_else(|| key.strip_prefix("لر").map(|_| key.as_str())).unwrap_or(&key);
    let stem = ["ين", "ان", "ه"].iter().find_map(|ending| stem.strip_suffix(ending)).unwrap_or(stem);
    stem.to_owned()
}

/// The pronouns of whom an office belongs to.
const POSSESSORS: [&str; 3] = ["ها", "هم", "هما"];

/// رئيسها, وزيرهم: an office of the text with a pronoun. Returns where the word begins after clitics.
fn possessed(scene: &Scene<'_>, token: usize, held: &BTreeSet<String>) -> Option<usize> {
    if !scene.is_word(token) || !scene.matches.at(token).is_empty() && scene.is(token, Class::Office) {
        return None;
    }
    let folded = scene.folded(token);
    if held.is_empty() || !POSSESSORS.iter().any(|ending| folded.ends_with(ending)) {
        return None;
    }
    let lexicon = scene.matches.lexicon();
    scene.peels(token).find_map(|peel| {
        let stem = folded.get(peel.offset..)?;
        let stem = POSSESSORS.iter().find_map(|ending| stem.strip_suffix(ending))?;
        let office = lexicon.word(stem).filter(|&node| lexicon.classes(node).has(Class::Office) && !lexicon.flags(node).has(Flags::WEAK));
        (office.is_some() && held.contains(stem)).then(|| scene.document.source_position(token, peel.offset))
    })
}
