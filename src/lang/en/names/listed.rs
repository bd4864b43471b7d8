//! Names from the word lists: places, peoples, organisations, people.

use super::grammar::{capital, has_capital, opens_sentence, ordinary, place, title_case};
use crate::find::{Findings, Scene};
use crate::lexicon::{Class, ClassSet, Match};
use crate::mention::{Candidate, MentionType};

const LISTS: &[(Class, MentionType)] = &[
    (Class::Country, MentionType::Location),
    (Class::City, MentionType::Location),
    (Class::Subdivision, MentionType::Location),
    (Class::Region, MentionType::Location),
    (Class::Water, MentionType::Location),
    (Class::Landform, MentionType::Location),
    (Class::Facility, MentionType::Location),
    (Class::Demonym, MentionType::Group),
    (Class::Organisation, MentionType::Organisation),
    (Class::Person, MentionType::Person),
];
/// After these a place is expected.
const BEFORE_PLACE: &[&str] = &["in", "near", "from", "at", "to", "outside", "around", "across", "toward", "towards", "of"];

/// Organisations whose name is letters and a number, which are two tokens.
const NUMBERED: &[(&str, &[&str])] = &[("G", &["7", "8", "10", "20", "24", "77"]), ("MI", &["5", "6"])];

/// Marks listed names that are written with capitals as names are.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    for token in 0..scene.document.tokens().len() {
        if !has_capital(scene, token) {
            continue;
        }
        numbered(scene, token, findings);
        for &(class, kind) in LISTS {
            let Some(found) = scene.bare(token, class) else { continue };
            if !written_as_a_name(scene, found, class) {
                continue;
            }
            let ambiguous = found.is_ambiguous(ClassSet::of(&[class]));
            if ambiguous && found.len() == 1 && !expected(scene, found, class, kind) {
                continue;
            }
            let score = match (kind, ambiguous, found.len()) {
                (_, true, 1) => 0.55,
                (MentionType::Organisation | MentionType::Person, _, 2..) => 0.92,
                (MentionType::Person, _, _) => 0.8,
                _ => 0.85,
            };
            let entry = scene.matches.entry(found, class).map(|entry| entry.id);
            findings.push(Candidate { tokens: found.tokens(), span: found.span(), kind, score, rule: "listed name", entry });
        }
    }
}

/// G7, MI6: nothing stands between the letters and the number.
fn numbered(scene: &Scene<'_>, token: usize, findings: &mut Findings) {
    let letters = scene.document.source(token);
    let digits =
        scene.document.token(token + 1).filter(|number| number.is_number() && number.glued).map_or("", |_| scene.folded(token + 1));
    if NUMBERED.iter().any(|(name, numbers)| *name == letters && numbers.contains(&digits)) {
        let tokens = token..token + 2;
        let span = scene.document.span(tokens.clone());
        findings.push(Candidate { tokens, span, kind: MentionType::Organisation, score: 0.85, rule: "letters and number", entry: None });
    }
}

/// Acronyms stand in capitals (US, not us); of other names the last word has one too.
fn written_as_a_name(scene: &Scene<'_>, found: &Match, class: Class) -> bool {
    let source = scene.document.source(found.first());
    let letters: String = scene.folded(found.first()).chars().filter(|&letter| letter != '.').collect();
    let acronym = found.len() == 1
        && scene.matches.entry(found, class).is_some_and(|entry| {
            entry.has("acronym") && entry.attribute("acronym").is_none_or(|list| list.split('/').any(|one| one == letters))
        });
    if !acronym {
        return has_capital(scene, found.end().saturating_sub(1))
            && (found.len() > 1 || capital(scene, found.first()) || source.contains('-'));
    }
    let all_capitals = !source.chars().any(char::is_lowercase);
    if all_capitals { !shouted(scene, found.first()) } else { source.len() >= 4 && capital(scene, found.first()) }
}

/// Whether the whole line is in capitals, so that those of a short word say nothing.
fn shouted(scene: &Scene<'_>, token: usize) -> bool {
    let Some(line) = scene.document.lines().get(scene.document.line_of(token)) else { return false };
    let words = line.tokens.clone().take(24).filter(|&word| scene.is_word(word));
    let (mut all, mut small) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        small += usize::from(scene.document.source(word).chars().any(char::is_lowercase));
    }
    all > 3 && small == 0 && scene.is(token, Class::FunctionWord)
}

/// A word that can be something else counts where the sentence calls for a name.
fn expected(scene: &Scene<'_>, found: &Match, class: Class, kind: MentionType) -> bool {
    // Jordan and Chad are states unless a name stands beside them: Michael Jordan, Jordan Smith.
    if class == Class::Country && !title_case(scene, found.first()) {
        let beside = found
            .first()
            .checked_sub(1)
            .is_some_and(|before| scene.continues(found.first()) && capital(scene, before) && !ordinary(scene, before));
        let followed = capital(scene, found.end()) && scene.continues(found.end()) && !scene.is(found.end(), Class::Office);
        return !(beside || followed);
    }
    if opens_sentence(scene, found.first()) || title_case(scene, found.first()) {
        return false;
    }
    let before = found.first().checked_sub(1).map_or("", |before| scene.folded(before));
    match kind {
        MentionType::Location => {
            let followed = scene.document.mark(found.end()) == Some(',') && place(scene, found.end() + 1);
            BEFORE_PLACE.contains(&before) && !capital(scene, found.end()) || followed
        }
        MentionType::Group | MentionType::Organisation => !capital(scene, found.end()),
        _ => false,
    }
}
