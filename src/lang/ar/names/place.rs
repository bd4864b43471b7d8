//! Places: from the lists, and by head nouns (مطار, محافظة, مدينة).

use super::grammar::{NamePart, PLACES, after_preposition, definite, demonym, name_adjective, name_part, next_word};
use super::tagged::has_complement;
use crate::find::{Findings, Scene};
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Entry, Flags, Match};
use crate::mention::{Candidate, MentionType};
use crate::tagger::label;
use crate::text::chars::is_dash;
use crate::text::fold;
use std::collections::BTreeSet;

/// The least probability with which the tagger shows an ambiguous word to be a place.
const LIKELY: f32 = 0.5;
/// The probability below which an ambiguous word is no place.
const UNLIKELY: f32 = 0.25;

const NOT_A_PLACE: ClassSet = ClassSet::of(&[Class::FunctionWord, Class::CommonWord, Class::Time, Class::NumberWord, Class::SpeechCue]);

/// Marks the listed places. A country whose name is also an ordinary word (قطر) counts wherever its context shows it, and then in
/// the whole text; its nationality in the text shows it too.
pub fn listed(scene: &Scene<'_>, findings: &mut Findings) {
    let mut shown: BTreeSet<u32> = BTreeSet::new();
    let mut unsure: Vec<&Match> = Vec::new();
    for token in 0..scene.document.tokens().len() {
        if let Some(demonym) = scene.bare(token, Class::Demonym) {
            shown.extend(country_of(scene, demonym));
        }
        let Some(found) = scene.longest(token, PLACES) else { continue };
        let entry = best_entry(scene, found).map(|entry| entry.id);
        let Some(score) = score(scene, found).or_else(|| shown_by_tagger(scene, found)) else {
            if found.is(Class::Country) && found.clitics.is_empty() {
                unsure.push(found);
            }
            continue;
        };
        shown.extend(entry);
        findings.push(Candidate {
            tokens: found.tokens(),
            span: found.span(),
            kind: MentionType::Location,
            score,
            rule: "listed place",
            entry,
        });
    }
    for found in unsure {
        let refused = !scene.tagging.labels.is_empty() && scene.tagging.type_probability(found.first(), label::PLACE) < UNLIKELY;
        if let Some(entry) = best_entry(scene, found).map(|entry| entry.id).filter(|entry| shown.contains(entry) && !refused) {
            findings.push(Candidate {
                tokens: found.tokens(),
                span: found.span(),
                kind: MentionType::Location,
                score: 0.72,
                rule: "listed country that the text shows elsewhere",
                entry: Some(entry),
            });
        }
    }
}

/// The country of a nationality that is not itself an ordinary word.
fn country_of(scene: &Scene<'_>, demonym: &Match) -> Option<u32> {
    if demonym.is_ambiguous(ClassSet::of(&[Class::Demonym])) && !scene.folded(demonym.first()).starts_with("ال") {
        return None;
    }
    let name = scene.matches.entry(demonym, Class::Demonym)?.attribute("of")?;
    let folded = fold::folded(name);
    let lexicon = scene.matches.lexicon();
    let mut words = folded.split(' ');
    let first = lexicon.word(words.next()?)?;
    let node = words.try_fold(first, |node, word| lexicon.step(node, lexicon.word(word)?))?;
    lexicon.entries(node).find(|entry| entry.class == Class::Country).map(|entry| entry.id)
}

/// The row that a place means: a country before a region before a town. None when two towns, or a country and a town of
/// another name, are spelled alike (طرابلس, عمان): then nothing about it is certain.
pub fn best_entry(scene: &Scene<'_>, found: &Match) -> Option<Entry<'static>> {
    let order = [Class::Country, Class::Region, Class::City, Class::Subdivision, Class::Water, Class::Landform, Class::Facility];
    let best = order.into_iter().find_map(|class| scene.matches.entry(found, class))?;
    let rival = scene.matches.entries(found).any(|other| {
        other.id != best.id
            && (other.class == best.class || (best.class == Class::Country && other.class == Class::City))
            && other.english() != best.english()
    });
    (!rival).then_some(best)
}

/// How sure a listed place is where it stands; `None` when it is more likely something else.
fn score(scene: &Scene<'_>, found: &Match) -> Option<f32> {
    let sovereign = found.is(Class::Country) || found.is(Class::Region) || found.flags.has(Flags::CAPITAL);
    let ambiguous = found.is_ambiguous(PLACES) || found.classes.meets(NOT_A_PLACE);
    // بغلاف مالي, سيول جارفة: where the word can be another, what the tagger refuses is none.
    if ambiguous
        && found.len() == 1
        && !scene.tagging.labels.is_empty()
        && scene.tagging.type_probability(found.first(), label::PLACE) < UNLIKELY
    {
        return None;
    }
    if !found.clitics.is_empty() && found.len() == 1 {
        // Peeling must not make a place of a word that is one by itself: وكان, بيان, كمال.
        if whole_word_is_listed(scene, found.first()) || (ambiguous && !found.is(Class::Country)) {
            return None;
        }
        let letters = found.span().len() / 2;
        if letters < 3 || (letters < 4 && !sovereign) || (found.clitics.any(Clitics::AS) && !sovereign) {
            return None;
        }
    }
    // العين, الباب: only a noun for a place makes one of them.
    if definite_common_word(scene, found) && !found.is(Class::Country) {
        return after_head(scene, found.first()).then_some(0.7);
    }
    let located = opens_dateline(scene, found)
        || after_preposition(scene, found.first(), found.clitics)
        || after_head(scene, found.first())
        || (found.clitics == Clitics::CONJUNCTION && found.is(Class::Country));
    if found.len() > 1 {
        return Some(if ambiguous && !located { 0.6 } else { 0.92 });
    }
    let personal = found.is(Class::GivenName) || found.is(Class::FamilyName);
    match (sovereign, ambiguous) {
        (true, false) => Some(0.92),
        (true, true) if located && (found.is(Class::Country) || !found.classes.meets(NOT_A_PLACE)) => Some(0.8),
        (false, false) if located => Some(0.85),
        (false, false) if personal => None,
        (false, false) => Some(0.7),
        (_, true) if located && !found.classes.meets(NOT_A_PLACE) && !personal => Some(0.6),
        _ => None,
    }
}

/// الخبر, العين: an ordinary noun with the article.
fn definite_common_word(scene: &Scene<'_>, found: &Match) -> bool {
    let lexicon = scene.matches.lexicon();
    found.len() == 1
        && scene
            .folded(found.first())
            .strip_prefix("ال")
            .and_then(|stem| lexicon.word(stem))
            .is_some_and(|node| lexicon.classes(node).has(Class::CommonWord))
}

/// A listed word that could be something else, where the tagger reads a place: زار [صور], من [القائم].
fn shown_by_tagger(scene: &Scene<'_>, found: &Match) -> Option<f32> {
    let probability = scene.tagging.mean_probability(found.tokens(), label::PLACE);
    (probability >= LIKELY && !found.is(Class::FunctionWord) && !has_complement(scene, &found.tokens())).then_some(0.7)
}

/// Whether the word at `token`, clitics and all, is itself a listed word.
pub fn whole_word_is_listed(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.at(token).iter().any(|found| found.clitics.is_empty() && found.len() == 1)
}

/// عمان - 12 آذار, (عمان - …), بيروت (رويترز): a place at the start of a line before a dash or bracket.
fn opens_dateline(scene: &Scene<'_>, found: &Match) -> bool {
    let starts = |token: usize| scene.document.token(token).is_some_and(|token| token.starts_line);
    let before = found.first().checked_sub(1);
    let opens = starts(found.first()) || before.is_some_and(|before| scene.document.mark(before) == Some('(') && starts(before));
    opens
        && found.clitics.is_empty()
        && scene.document.mark(found.end()).is_some_and(|mark| is_dash(mark) || mark == '(')
        && scene.continues(found.end())
}

/// دولة قطر, أمير قطر, منتخب مالي: a head noun of places, offices or organisations before it.
fn after_head(scene: &Scene<'_>, token: usize) -> bool {
    scene.continues(token)
        && token.checked_sub(1).is_some_and(|before| {
            [Class::PlaceHead, Class::Office, Class::OrganisationHead].iter().any(|&class| scene.matches.is_peeled(before, class))
                && !scene.folded(before).starts_with("ال")
        })
}

/// Marks places by their head noun. With some nouns the head belongs to the name (مطار القاهرة), and a bare name inside it is
/// marked as well; with others it does not (مدينة حلب).
pub fn headed(scene: &Scene<'_>, findings: &mut Findings) {
    for token in 0..scene.document.tokens().len() {
        let Some(head) = scene.longest(token, ClassSet::of(&[Class::PlaceHead])) else { continue };
        if !head.clitics.is_empty() && head.clitics.any(Clitics::AS) {
            continue;
        }
        let has = |attribute: &str| scene.matches.entry(head, Class::PlaceHead).is_some_and(|entry| entry.has(attribute));
        // ولايات القصرين وسيدي بوزيد: a plural belongs to no single name.
        let several = scene.folded(head.first()).ends_with("ات") || scene.folded(head.first()).ends_with("تي");
        if has("part") && !several {
            whole_name(scene, head, findings, has("division"));
        } else if !head.flags.has(Flags::WEAK) {
            bare_name(scene, head, findings);
        }
    }
}

/// مطار القاهرة الدولي, محافظة نينوى, شارع جمال عبد الناصر.
fn whole_name(scene: &Scene<'_>, head: &Match, findings: &mut Findings, division: bool) {
    let first = head.end();
    if scene.folded(head.first()).starts_with("ال") || !next_word(scene, first) {
        return;
    }
    // مقاطعة السعودية is a boycott: a country is no division of one.
    let country =
        scene.matches.at(first).iter().any(|found| found.is(Class::Country) && !found.is(Class::Subdivision) && !found.is(Class::City));
    if division && country {
        return;
    }
    let place = findings.at(first).find(|found| found.kind == MentionType::Location && found.rule == "listed place").cloned();
    let (mut end, score, inner) = match place {
        Some(place) if place.span.start == scene.document.span(first..first + 1).start => (place.tokens.end, 0.88, None),
        _ => {
            // A listed place that stood alone too weakly is one after a head that belongs to it.
            let listed = scene.matches.at(first).iter().find(|found| found.clitics.is_empty() && found.classes.meets(PLACES));
            match listed {
                Some(found) if !found.is(Class::FunctionWord) => (found.end(), 0.85, Some(found)),
                _ => match unknown_name(scene, first, 2) {
                    Some(end) => (end, 0.72, None),
                    None => return,
                },
            }
        }
    };
    if let Some(found) = inner {
        findings.push(Candidate {
            tokens: found.tokens(),
            span: found.span(),
            kind: MentionType::Location,
            score: 0.8,
            rule: "listed place after head noun",
            entry: best_entry(scene, found).map(|entry| entry.id),
        });
    } else if score < 0.8 {
        findings.push(Candidate {
            tokens: first..end,
            span: scene.document.span(first..end),
            kind: MentionType::Location,
            score: 0.65,
            rule: "place name after head noun",
            entry: None,
        });
    }
    if next_word(scene, end)
        && matches!(
            scene.folded(end),
            "الدولي"
                | "الدوليه"
                | "الوطني"
                | "الشماليه"
                | "الجنوبيه"
                | "الشرقيه"
                | "الغربيه"
                | "العسكريه"
                | "الجويه"
        )
    {
        end += 1;
    }
    findings.push(Candidate {
        tokens: head.first()..end,
        span: scene.span_from(head.span().start, head.first()..end),
        kind: MentionType::Location,
        score,
        rule: "place with head noun",
        entry: None,
    });
}

/// مدينة حلب, مدينة (ألماتي), مدينتي جاناوزين وأكتاو: the name alone.
fn bare_name(scene: &Scene<'_>, head: &Match, findings: &mut Findings) {
    let dual = ["تي", "تا", "يي"].iter().any(|ending| scene.folded(head.first()).ends_with(ending));
    let mut at = head.end();
    if demonym(scene, at) && scene.continues(at) {
        at += 1; // العاصمة الروسية موسكو
    }
    if scene.document.mark(at).is_some_and(|mark| matches!(mark, '(' | '"' | '«' | '“' | '”')) {
        at += 1;
    }
    for part in 0..2 {
        if !next_word(scene, at) {
            return;
        }
        if part == 1 && !(dual && scene.folded(at).starts_with('و')) {
            return;
        }
        let listed = scene.matches.at(at).iter().find(|found| {
            found.classes.meets(PLACES)
                && !found.is(Class::FunctionWord)
                && (found.clitics.is_empty() || (part == 1 && found.clitics == Clitics::CONJUNCTION))
        });
        let (end, span, entry) = if let Some(found) = listed {
            // العاصمة عمان: a capital, not the country of that name.
            let city = scene.matches.entry(found, Class::City);
            (found.end(), found.span(), city.or_else(|| best_entry(scene, found)).map(|entry| entry.id))
        } else if part == 1 {
            let start = scene.document.source_position(at, 2);
            (at + 1, scene.span_from(start, at..at + 1), None)
        } else if scene.folded(head.first()).starts_with("ال") {
            return; // العاصمة and an unknown word: a verb as often as a name
        } else {
            match unknown_name(scene, at, 2) {
                Some(end) => (end, scene.document.span(at..end), None),
                None => return,
            }
        };
        findings.push(Candidate {
            tokens: at..end,
            span,
            kind: MentionType::Location,
            score: if entry.is_some() { 0.88 } else { 0.74 },
            rule: "name after a noun for a place",
            entry,
        });
        at = end;
    }
}

/// Unknown words, or words of personal names, where the name of a place is due: at most `most`, the second only if unknown
/// as well or an adjective.
fn unknown_name(scene: &Scene<'_>, first: usize, most: usize) -> Option<usize> {
    let fits = |token: usize| next_word(scene, token) && matches!(name_part(scene, token), Some(NamePart::Unknown | NamePart::Listed));
    // An unlisted indefinite word in ة is a noun or adjective (منطقة منتجة).
    let feminine = scene.document.source(first).ends_with('ة') && !definite(scene, first);
    if !fits(first) || demonym(scene, first) || feminine {
        return None;
    }
    let mut end = first + 1;
    while end < first + most
        && fits(end)
        && !demonym(scene, end)
        && (definite(scene, first) == definite(scene, end) || name_adjective(scene, end))
    {
        end += 1;
    }
    Some(end)
}
