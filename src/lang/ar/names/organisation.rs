//! Organisations: from the list, and by the grammar of head nouns.
//!
//! A head noun (وزارة, منظمة, حزب) names an organisation when a complement makes it definite: a noun with the article, a name,
//! a chain of nouns that ends in one (منظمة معاهدة الأمن), adjectives with the article after that (الجماعي, الروسية), and for
//! heads that take lists further nouns joined with و (التربية والتعليم). A head with the article needs an adjective that makes a
//! name of it (المفوضية الأوروبية, البنك المركزي). Bare «المنظمة» is a common noun.

use super::grammar::{NamePart, PLACES, definite, demonym, function_word, name_adjective, name_part, next_word, ordinary};
use super::tagged::begins_another;
use crate::find::{Findings, Scene};
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Flags, Match};
use crate::mention::{Candidate, MentionType};
use crate::text::chars::{is_dash, is_quote};
use std::collections::BTreeSet;

/// The longest name that the grammar reads, in words: Arabic ministries reach nine.
const LONGEST: usize = 10;

const HEAD: ClassSet = ClassSet::of(&[Class::OrganisationHead]);

/// Marks the listed organisations.
pub fn listed(scene: &Scene<'_>, findings: &mut Findings) {
    let mut clubs: BTreeSet<Option<u32>> = BTreeSet::new();
    for token in 0..scene.document.tokens().len() {
        let Some(found) = scene.longest(token, ClassSet::of(&[Class::Organisation])) else { continue };
        if !found.clitics.is_empty() && found.len() == 1 && super::place::whole_word_is_listed(scene, token) {
            continue;
        }
        // وزيرة الخارجية الأميركية: the ministry's name is the portfolio of an office here.
        let ministry = scene
            .matches
            .at(token)
            .iter()
            .any(|head| head.is(Class::OrganisationHead) && scene.matches.entries(head).any(|entry| entry.has("ministry")));
        if ministry && token.checked_sub(1).is_some_and(|before| scene.continues(token) && scene.matches.is_peeled(before, Class::Office)) {
            continue;
        }
        let entry = scene.matches.entry(found, Class::Organisation);
        let kind = entry.and_then(|entry| entry.attribute("kind"));
        let media = matches!(kind, Some("media" | "agency"));
        let entry_id = entry.map(|entry| entry.id);
        let ambiguous =
            found.is_ambiguous(ClassSet::of(&[Class::Organisation])) || found.is(Class::CommonWord) || found.is(Class::FunctionWord);
        let club = kind == Some("club") && (with_nationality(scene, found) || clubs.contains(&entry_id));
        if club {
            clubs.insert(entry_id);
        }
        if ambiguous && !(club || introduced(scene, found, kind) || (media && (in_quotes(scene, found) || credited(scene, found)))) {
            continue;
        }
        findings.push(Candidate {
            tokens: found.tokens(),
            span: found.span(),
            kind: MentionType::Organisation,
            score: if club {
                0.95
            } else if ambiguous {
                0.75
            } else {
                0.93
            },
            rule: "listed organisation",
            entry: entry_id,
        });
    }
}

/// ليفربول الإنجليزي, برشلونة الإسباني: a club is masculine, a town is not.
fn with_nationality(scene: &Scene<'_>, found: &Match) -> bool {
    next_word(scene, found.end())
        && demonym(scene, found.end())
        && definite_form(scene, found.end())
        && scene.folded(found.end()).ends_with('ي')
}

/// Whether a noun for organisations of its kind stands before the match: نادي الأهلي, صحيفة النهار, but not حكومة الوحدة.
fn introduced(scene: &Scene<'_>, found: &Match, kind: Option<&str>) -> bool {
    let Some(mut before) = found.first().checked_sub(1) else { return false };
    if scene.document.mark(before).is_some_and(is_quote) {
        let Some(further) = before.checked_sub(1) else { return false };
        before = further;
    }
    let heads: &[&str] = match kind {
        Some("club") => &["نادي", "ناد", "فريق"],
        Some("party" | "armed") => &["حزب", "حركه", "جماعه", "تنظيم", "ميليشيا", "مليشيا", "جبهه", "تيار", "فصيل"],
        Some("company") => &["شركه", "مجموعه"],
        Some("media" | "agency") => &["صحيفه", "جريده", "مجله", "قناه", "شبكه", "وكاله", "موقع", "تلفزيون", "تليفزيون", "اذاعه"],
        _ => return scene.matches.is_peeled(before, Class::OrganisationHead),
    };
    let folded = scene.folded(before);
    scene.peels(before).any(|peel| heads.contains(&folded.get(peel.offset..).unwrap_or("")))
}

/// بغداد / واع, باردو (وات), (بترا): an agency between brackets, strokes or dashes in the first words of a line, or between brackets.
fn credited(scene: &Scene<'_>, found: &Match) -> bool {
    let before = found.first().checked_sub(1).and_then(|before| scene.document.mark(before));
    let after = scene.document.mark(found.end());
    if (before, after) == (Some('('), Some(')')) {
        return true;
    }
    let separates = |mark: char| mark == '/' || is_dash(mark);
    let line_start = (found.first().saturating_sub(6)..=found.first()).any(|token| !scene.continues(token));
    line_start && before.is_some_and(separates) && (after.is_some_and(separates) || !scene.continues(found.end()))
}

fn in_quotes(scene: &Scene<'_>, found: &Match) -> bool {
    found.first().checked_sub(1).and_then(|before| scene.document.mark(before)).is_some_and(is_quote)
        && scene.document.mark(found.end()).is_some_and(is_quote)
}

/// Marks organisations by their head noun.
pub fn headed(scene: &Scene<'_>, findings: &mut Findings) {
    for token in 0..scene.document.tokens().len() {
        let Some(head) = scene.matches.of(token, HEAD).find(|found| found.len() == 1) else { continue };
        if !head.clitics.is_empty() && (head.clitics.any(Clitics::AS) || super::place::whole_word_is_listed(scene, token)) {
            continue;
        }
        let entry = scene.matches.entry(head, Class::OrganisationHead);
        let has = |attribute: &str| entry.is_some_and(|entry| entry.has(attribute));
        if has("action") && head.clitics.any(Clitics::BY) {
            continue;
        }
        let read = if has("ministry") {
            ministry(scene, head)
        } else if scene.document.source(token).contains("ال") && !head.clitics.is_empty() {
            None
        } else {
            construct(
                scene,
                findings,
                head,
                &Kind { weak: head.flags.has(Flags::WEAK), list: has("list"), state: has("state"), media: has("media") },
            )
        };
        if let Some((end, score, rule)) = read {
            if has("media") || rule == QUOTED {
                name_alone(scene, findings, head.end(), end, score, rule);
            } else {
                push(scene, findings, head, end, score, rule);
            }
        }
    }
    for token in 0..scene.document.tokens().len() {
        if let Some((end, score, rule, start)) = definite_head(scene, token) {
            findings.push(Candidate {
                tokens: token..end,
                span: scene.span_from(start, token..end),
                kind: MentionType::Organisation,
                score,
                rule,
                entry: None,
            });
        }
    }
}

const QUOTED: &str = "organisation with quoted name";

/// صحيفة [الشرق الأوسط], حركة "[النهضة]": what stands after the noun, without quotation marks.
fn name_alone(scene: &Scene<'_>, findings: &mut Findings, first: usize, end: usize, score: f32, rule: &'static str) {
    let first = if scene.document.mark(first).is_some() { first + 1 } else { first };
    let tokens = first..end;
    let span = scene.document.span(tokens.clone());
    findings.push(Candidate { tokens, span, kind: MentionType::Organisation, score, rule, entry: None });
}

fn push(scene: &Scene<'_>, findings: &mut Findings, head: &Match, end: usize, score: f32, rule: &'static str) {
    findings.push(Candidate {
        tokens: head.first()..end,
        span: scene.span_from(head.span().start, head.first()..end),
        kind: MentionType::Organisation,
        score,
        rule,
        entry: None,
    });
}

/// What the head noun asks of its complement.
struct Kind {
    weak: bool,
    list: bool,
    state: bool,
    media: bool,
}

/// A ministry in short form: الخارجية الروسية; الخارجية alone where a noun can stand but no noun stands before it.
fn ministry(scene: &Scene<'_>, head: &Match) -> Option<(usize, f32, &'static str)> {
    let after_noun = head.first().checked_sub(1).is_some_and(|before| {
        scene.continues(head.first())
            && head.clitics.is_empty()
            && scene.is_word(before)
            && !scene.is(before, Class::SpeechCue)
            && !function_word(scene, before)
            && (definite(scene, before)
                || scene.is(before, Class::OrganisationHead)
                || scene.is(before, Class::Office)
                || !verb_like(scene, before))
    });
    // وزارة البيئة والمياه [والزراعة]: the next member of a list of nouns.
    let joined = head.clitics.any(Clitics::CONJUNCTION)
        && head.first().checked_sub(1).is_some_and(|before| definite(scene, before) || joins_a_noun(scene, before));
    if after_noun || joined {
        return None;
    }
    let with_group = next_word(scene, head.end()) && demonym(scene, head.end()) && definite_form(scene, head.end());
    if with_group {
        return Some((head.end() + 1, 0.86, "ministry in short form with nationality"));
    }
    let follows_cue = head
        .first()
        .checked_sub(1)
        .is_some_and(|before| scene.continues(head.first()) && scene.matches.is_peeled(before, Class::SpeechCue));
    (head.flags.has(Flags::ALONE) && (follows_cue || scene.document.mark(head.end()) == Some(':'))).then_some((
        head.end(),
        0.72,
        "ministry in short form",
    ))
}

fn definite_form(scene: &Scene<'_>, token: usize) -> bool {
    scene.folded(token).starts_with("ال")
}

/// Whether the word before a subject can be its verb: perfect or imperfect forms of the lists.
fn verb_like(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.is_peeled(token, Class::SpeechCue)
        || scene.matches.is_peeled(token, Class::Communication)
        || scene.matches.at(token).iter().any(|found| found.flags.has(Flags::VERB))
        || (!definite(scene, token) && scene.folded(token).ends_with('ت') && scene.folded(token).chars().nth(2).is_some())
}

/// An indefinite head with its complement.
fn construct(scene: &Scene<'_>, findings: &Findings, head: &Match, kind: &Kind) -> Option<(usize, f32, &'static str)> {
    let first = head.end();
    // A name in quotation marks: صحيفة «الشرق الأوسط», حركة "النهضة".
    if let Some(end) = quoted_name(scene, first) {
        return Some((end, 0.95, QUOTED));
    }
    if !next_word(scene, first) {
        return None;
    }
    let limit = head.first() + LONGEST;
    let mut at = first;
    let mut named = false; // a name or unknown word is in the complement
    let mut known = false; // the complement is a listed organisation: شركة أرامكو
    let mut closed = false; // the complement is definite: only adjectives and lists may follow
    while at < limit && next_word(scene, at) {
        if let Some(found) = listed_name(scene, findings, at).filter(|_| !closed) {
            known |= at == first
                && findings.at(at).any(|candidate| candidate.kind == MentionType::Organisation && candidate.tokens.end == found);
            named = true;
            closed = true;
            at = found;
            continue;
        }
        if definite(scene, at) || (demonym(scene, at) && definite_form(scene, at)) {
            if closed && !(name_adjective(scene, at) || demonym(scene, at)) {
                break;
            }
            if !closed && kind.weak && !kind.state && scene.is(at, Class::Demonym) && at == first {
                return None; // شركة الروسية: no such phrase; القوات الروسية has a definite head
            }
            if scene.is(at, Class::Office) || (title_word(scene, at) && closed) {
                break;
            }
            named |= name_part(scene, at) == Some(NamePart::Unknown);
            closed = true;
            at += 1;
            continue;
        }
        if closed {
            if kind.list && !named && joins_a_noun(scene, at) {
                at += 1;
                continue;
            }
            break;
        }
        // An indefinite noun goes on only as part of a chain that ends in a definite one, or as an unknown name.
        if function_word(scene, at) || scene.is(at, Class::Time) || (demonym(scene, at) && at == first) || joined_noun(scene, at) {
            break;
        }
        match name_part(scene, at) {
            Some(NamePart::Unknown) if !nisba_indefinite(scene, at) && !agrees(scene, head.first(), at) && !kind.state => {
                named = true;
                at += 1;
                let more = next_word(scene, at) && name_part(scene, at) == Some(NamePart::Unknown) && !definite(scene, at);
                if more && kind.media {
                    at += 1;
                }
                closed = true;
            }
            _ if ordinary(scene, at) && chain_goes_on(scene, findings, at + 1, limit) => at += 1,
            _ => break,
        }
    }
    if !closed || at == first {
        return None;
    }
    // قوات الأمن, شرطة المرور: an organ of state is named by its state, or by noun and adjective (حكومة الوحدة الوطنية).
    let adjective = at > first + 1 && (first + 1..at).any(|token| name_adjective(scene, token));
    if kind.state && !named && !adjective && !(first..at).any(|token| demonym(scene, token)) && !kind.list {
        return None;
    }
    // «المجلس الأعلى لـ», «لجنة التحقيق في»: what belongs to a head without a name of its own, but only to definite heads.
    if kind.weak && !named && !kind.state && at == first + 1 && !scene.matches.is(first, Class::Organisation) {
        // شركة النفط, فريق العمل: too thin to be a name without an adjective.
        return (definite(scene, first) && kind.media).then_some((at, 0.7, "media with its name"));
    }
    let score = match (named, at - first) {
        (true, _) if known => return Some((at, 0.93, "organisation with head noun")),
        (true, _) => 0.84,
        (false, 1) => 0.78,
        (false, _) => 0.82,
    };
    Some((at, if kind.weak { score - 0.06 } else { score }, "organisation with head noun"))
}

/// جامعة خليفة [وقائد] الفريق: و before an indefinite noun begins something else.
fn joined_noun(scene: &Scene<'_>, token: usize) -> bool {
    let matches = scene.matches.at(token);
    scene.folded(token).starts_with('و')
        && matches.iter().any(|found| found.clitics == Clitics::CONJUNCTION && found.len() == 1)
        && !matches.iter().any(|found| found.clitics.is_empty())
}

/// The end of a listed place, person or organisation that begins at `at`, without clitics.
fn listed_name(scene: &Scene<'_>, findings: &Findings, at: usize) -> Option<usize> {
    let start = scene.document.span(at..at + 1).start;
    findings
        .at(at)
        .filter(|found| {
            found.span.start == start && matches!(found.kind, MentionType::Location | MentionType::Organisation) && found.score >= 0.7
        })
        .map(|found| found.tokens.end)
        .max()
}

fn quoted_name(scene: &Scene<'_>, open: usize) -> Option<usize> {
    if !scene.document.mark(open).is_some_and(is_quote) || !scene.continues(open) {
        return None;
    }
    let close = (open + 2..open + 7).find(|&token| scene.document.mark(token).is_some_and(is_quote))?;
    let words = open + 1..close;
    words
        .clone()
        .all(|token| scene.continues(token) && (scene.document.token(token).is_some_and(crate::text::token::Token::is_word)))
        .then_some(())?;
    (words.len() <= 4).then_some(close)
}

/// Words that make an office of what would look like a name: السابق, الحالي.
fn title_word(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.bare(token, Class::NameAdjective).is_some_and(|found| found.flags.has(Flags::WEAK))
}

/// التربية [والتعليم], الزراعة [والمياه]: و before a definite common noun.
fn joins_a_noun(scene: &Scene<'_>, token: usize) -> bool {
    let folded = scene.folded(token);
    folded.starts_with("وال")
        && folded.chars().nth(4).is_some()
        && !begins_another(scene, token)
        && !scene.matches.at(token).iter().any(|found| {
            if scene.matches.entries(found).any(|entry| entry.class == Class::OrganisationHead && entry.has("ministry")) {
                return false; // التربية والتعليم
            }
            found.classes.meets(PLACES)
                || found.is(Class::Demonym)
                || found.is(Class::Office)
                || found.is(Class::OrganisationHead)
                || found.is(Class::Organisation)
                || found.is(Class::Time)
                || found.is(Class::FunctionWord)
        })
}

/// اتحاد طوعي, منظمة إرهابية: an indefinite adjective agrees with its noun in gender, a name does not.
fn agrees(scene: &Scene<'_>, head: usize, token: usize) -> bool {
    let feminine = scene.document.source(head).ends_with('ة');
    let folded = scene.folded(token);
    if feminine { scene.document.source(token).ends_with('ة') } else { folded.ends_with('ي') && folded.chars().nth(3).is_some() }
}

/// An indefinite adjective of relation (أمريكية, عسكري): شركة أمريكية is no name.
fn nisba_indefinite(scene: &Scene<'_>, token: usize) -> bool {
    let folded = scene.folded(token);
    demonym(scene, token) || folded.ends_with("يه") || (folded.ends_with('ي') && ordinary(scene, token))
}

/// Whether a chain of indefinite nouns from `at` ends in a definite noun or a name within two more words.
fn chain_goes_on(scene: &Scene<'_>, findings: &Findings, at: usize, limit: usize) -> bool {
    for token in at..(at + 2).min(limit) {
        if !next_word(scene, token) || function_word(scene, token) {
            return false;
        }
        if definite(scene, token) || listed_name(scene, findings, token).is_some() {
            return true;
        }
    }
    false
}

/// A head with the article: the adjectives after it must make a name of it.
fn definite_head(scene: &Scene<'_>, token: usize) -> Option<(usize, f32, &'static str, usize)> {
    if !scene.is_word(token) {
        return None;
    }
    let mut at = token + 1;
    let (mut groups, mut adjectives) = (0, 0);
    while next_word(scene, at) && at < token + 5 {
        if demonym(scene, at) && definite_form(scene, at) {
            groups += 1;
        } else if name_adjective(scene, at) && !title_word(scene, at) {
            adjectives += 1;
        } else {
            break;
        }
        at += 1;
    }
    if groups + adjectives == 0 {
        return None;
    }
    let folded = scene.folded(token);
    let (peel, (weak, state)) = scene.peels(token).find_map(|peel| {
        let rest = folded.get(peel.offset..)?;
        // للهيئة: the article without its alif.
        let stem = if peel.restored.is_empty() { rest.strip_prefix("ال") } else { rest.strip_prefix('ل') }?;
        let attributes = head_attributes(scene, stem)?;
        (peel.is_whole() || !peel.restored.is_empty() || !scene.is(token, Class::CommonWord)).then_some((peel, attributes))
    })?;
    // The nisba of a common noun alone (الشركة الوطنية, الفريق الطبي) does not make a name; a nationality makes one of organs
    // of state and of bodies that are called so.
    let mut score = match (groups > 0, weak, state) {
        (true, _, true) => 0.84,
        (true, false, false) => 0.82,
        (true, true, false) if adjectives > 0 => 0.8, // البنك المركزي التونسي
        (true, true, false) => 0.45,
        (false, false, _) => 0.72,
        (false, true, _) => 0.4,
    };
    // المكتب الصحفي للكرملين, المجلس الأعلى للقضاء: what it belongs to is part of a name that says nothing without it.
    let owner = scene.folded(at);
    if groups == 0
        && next_word(scene, at)
        && owner.starts_with("لل")
        && owner.chars().nth(4).is_some()
        && !scene.matches.is_peeled(at, Class::Time)
    {
        at += 1;
        while next_word(scene, at)
            && at < token + 7
            && (name_adjective(scene, at) || (demonym(scene, at) && definite_form(scene, at)))
            && !title_word(scene, at)
        {
            at += 1;
        }
        score = 0.83;
    }
    let start = scene.document.source_position(token, peel.offset);
    (score > 0.5).then_some((at, score, "definite head with adjective", start))
}

/// Whether a bare noun heads organisations: (weak, state).
fn head_attributes(scene: &Scene<'_>, stem: &str) -> Option<(bool, bool)> {
    let lexicon = scene.matches.lexicon();
    let node = lexicon.word(stem)?;
    if !lexicon.classes(node).has(Class::OrganisationHead) {
        return None;
    }
    let state = lexicon.entries(node).any(|entry| entry.class == Class::OrganisationHead && entry.has("state"));
    Some((lexicon.flags(node).has(Flags::WEAK), state))
}
