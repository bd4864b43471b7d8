//! What an Arabic word can be in a name: definite, adjective, part of a person's name, ordinary word.
//!
//! There is no morphological analyser here. Form (the article, the endings of the nisba) and lists decide, and what neither
//! knows is unknown: in a place where a name is due, an unknown word is one.

use crate::find::Scene;
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Flags};
use crate::text::fold::is_mark;

/// Classes whose words are places.
pub const PLACES: ClassSet =
    ClassSet::of(&[Class::Country, Class::City, Class::Subdivision, Class::Region, Class::Water, Class::Landform, Class::Facility]);

/// Classes that personal names come from.
pub const NAMES: ClassSet = ClassSet::of(&[Class::GivenName, Class::FamilyName]);

/// Classes whose words are no part of a personal name, unless a list of names has them too.
const ORDINARY: ClassSet = ClassSet::of(&[
    Class::CommonWord,
    Class::FunctionWord,
    Class::NumberWord,
    Class::Magnitude,
    Class::Currency,
    Class::Time,
    Class::SpeechCue,
    Class::Communication,
    Class::FactCue,
    Class::Office,
    Class::Honorific,
    Class::OrganisationHead,
    Class::PlaceHead,
    Class::EventHead,
    Class::LawHead,
    Class::NameAdjective,
]);

/// How a word can serve in a personal name, from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamePart {
    /// Neither a listed name nor an ordinary word: names from anywhere look like this.
    Unknown,
    /// A listed name that is also an ordinary word (سعيد, نور).
    Ambiguous,
    /// A listed name.
    Listed,
}

/// Whether the word carries the article: ال and at least three letters more, and is no name or particle that begins so.
pub fn definite(scene: &Scene<'_>, token: usize) -> bool {
    let folded = scene.folded(token);
    scene.is_word(token)
        && folded.starts_with("ال")
        && folded.chars().nth(4).is_some()
        && !scene.is(token, Class::FunctionWord)
        && !scene.matches.at(token).iter().any(|found| found.len() == 1 && found.clitics.is_empty() && proper_with_al(found.classes))
        && !scene.is(token, Class::Time)
}

/// Names whose first letters only look like the article: ألمانيا, ألكسندر.
fn proper_with_al(classes: ClassSet) -> bool {
    classes.has(Class::GivenName) || (classes.has(Class::Country) && !classes.has(Class::Demonym))
}

/// Whether a definite word ends like an adjective of relation (الدولي, الوطنية, العسكريين).
pub fn nisba(scene: &Scene<'_>, token: usize) -> bool {
    let folded = scene.folded(token);
    definite(scene, token)
        && folded.chars().nth(5).is_some()
        && ["ي", "يه", "يين", "يون", "يات"].iter().any(|ending| folded.ends_with(ending))
}

/// Whether a definite word is an adjective that can belong to the name of an organisation.
pub fn name_adjective(scene: &Scene<'_>, token: usize) -> bool {
    let listed = scene.matches.bare(token, Class::NameAdjective).filter(|found| found.len() == 1);
    match listed {
        Some(found) => !found.flags.has(Flags::WEAK) && scene.folded(token).starts_with("ال"),
        None => nisba(scene, token),
    }
}

/// Whether the word is an adjective of an office holder: السابق, المنتخب, الروسي (of those that end in ي).
pub fn title_adjective(scene: &Scene<'_>, token: usize) -> bool {
    scene.folded(token).starts_with("ال") && (scene.is(token, Class::NameAdjective) || nisba(scene, token))
}

/// Whether the word is listed as a nationality, whole and without clitics.
pub fn demonym(scene: &Scene<'_>, token: usize) -> bool {
    scene.is(token, Class::Demonym)
}

/// Whether the word belongs to the closed classes, with or without a conjunction before it.
pub fn function_word(scene: &Scene<'_>, token: usize) -> bool {
    scene
        .matches
        .of(token, ClassSet::of(&[Class::FunctionWord]))
        .any(|found| found.len() == 1 && (found.clitics.is_empty() || found.clitics == Clitics::CONJUNCTION))
}

/// Whether the word is an ordinary word of the language rather than a name.
pub fn ordinary(scene: &Scene<'_>, token: usize) -> bool {
    if scene.matches.of(token, ORDINARY).any(|found| found.len() == 1) {
        return true;
    }
    let folded = scene.folded(token);
    let lexicon = scene.matches.lexicon();
    let listed = |stem: &str| lexicon.word(stem).is_some_and(|node| lexicon.classes(node).meets(ORDINARY));
    for peel in scene.peels(token) {
        let stem = folded.get(peel.offset..).unwrap_or("");
        let stem =
            stem.strip_prefix("ال").or_else(|| (!peel.restored.is_empty()).then(|| stem.strip_prefix('ل')).flatten()).unwrap_or(stem);
        if stem.len() < folded.len() && stem.chars().nth(2).is_some() && listed(stem) {
            return true;
        }
        // Pronouns, verbal endings and plurals on a listed stem: بيانها, طلبوا, محليون.
        if !stem.ends_with(['ا', 'م', 'ن', 'ت', 'ه']) {
            continue;
        }
        for ending in ["ها", "هم", "هما", "وا", "نا", "تهم", "ته", "تها", "ون", "ين", "ات", "ت", "ا"] {
            let shortest = if ending.len() == 2 { 3 } else { 2 };
            if let Some(stem) = stem.strip_suffix(ending).filter(|stem| stem.chars().nth(shortest).is_some())
                && (listed(stem) || (ending.starts_with('ت') && listed(&format!("{stem}ه"))))
            {
                return true;
            }
        }
    }
    // A pronoun ه, which a name's ة is not, on a listed stem: تطوره.
    if scene.document.source(token).ends_with('ه')
        && folded.strip_suffix('ه').is_some_and(|stem| stem.chars().nth(2).is_some() && listed(stem))
    {
        return true;
    }
    verbal(folded)
}

/// Forms that look like no name: the tenth form and its imperfects (استقبل, يستعد, ستستمر), plurals with a pronoun (نظرائه) or of adjectives of relation (محليون), a clitic
/// before the article (بالتفصيل).
fn verbal(folded: &str) -> bool {
    let long = folded.chars().nth(5).is_some();
    if long
        && (["ايه", "ايها", "ايهم", "يون", "يين"].iter().any(|end| folded.ends_with(end))
            || ["بال", "كال", "وال", "فال", "لل", "وبال", "ولل"].iter().any(|start| folded.starts_with(start)))
    {
        return true;
    }
    folded.chars().nth(4).is_some()
        && ["يت", "تت", "است", "يست", "تست", "نست", "سيست", "ستست", "واست"].iter().any(|start| folded.starts_with(start))
}

/// How the word can serve in a personal name.
pub fn name_part(scene: &Scene<'_>, token: usize) -> Option<NamePart> {
    if !scene.is_word(token) || scene.folded(token).chars().nth(1).is_none() {
        return None;
    }
    if on_not_ali(scene, token) {
        return None;
    }
    let listed = scene.matches.of(token, NAMES).find(|found| found.len() == 1 && found.clitics.is_empty());
    let folded = scene.folded(token);
    if listed.is_none() && folded.starts_with("عبدال") && folded.chars().nth(7).is_some() {
        return Some(NamePart::Listed); // عبدالواحد, written together
    }
    match listed {
        Some(found) if found.is_ambiguous(NAMES) || found.is(Class::FunctionWord) || found.is(Class::CommonWord) => {
            Some(NamePart::Ambiguous)
        }
        Some(_) => Some(NamePart::Listed),
        None if other_proper(scene, token) || ordinary(scene, token) || listed_behind_clitic(scene, token) => None,
        None => Some(NamePart::Unknown),
    }
}

/// Whether the word, whole and alone, is listed as something else that has a name: a place, nationality or organisation.
fn other_proper(scene: &Scene<'_>, token: usize) -> bool {
    const OTHER: ClassSet = ClassSet(PLACES.0 | ClassSet::of(&[Class::Organisation, Class::Demonym]).0);
    scene.matches.of(token, OTHER).any(|found| found.len() == 1 && found.clitics.is_empty())
}

/// Whether an unlisted word is a clitic before a listed name, place, nationality or organisation: وبوتين, لموسكو.
pub fn listed_behind_clitic(scene: &Scene<'_>, token: usize) -> bool {
    const PROPER: ClassSet = ClassSet(PLACES.0 | NAMES.0 | ClassSet::of(&[Class::Person, Class::Organisation, Class::Demonym]).0);
    scene.matches.of(token, PROPER).any(|found| {
        found.len() == 1
            && !found.clitics.is_empty()
            && !found.is_ambiguous(PROPER)
            && found.span().of(scene.document.text()).chars().filter(|&letter| !is_mark(letter)).count() > 2
    })
}

/// «على» is the preposition unless it stands between two parts of a name, where Egyptian spelling writes علي so.
fn on_not_ali(scene: &Scene<'_>, token: usize) -> bool {
    if scene.folded(token) != "علي" || scene.document.source(token).ends_with('ي') {
        return false;
    }
    let listed = |other: usize| scene.matches.of(other, NAMES).any(|found| found.len() == 1 && found.clitics.is_empty());
    let Some(before) = token.checked_sub(1).filter(|_| scene.continues(token)) else { return true };
    if scene.folded(before) == "علي" || scene.folded(token + 1) == "علي" || !next_word(scene, token + 1) {
        return true;
    }
    !(listed(token + 1) && (listed(before) || scene.is(before, Class::Honorific) || scene.is(before, Class::Office)))
}

/// Particles inside personal names; each is followed by another part.
pub fn particle(folded: &str) -> bool {
    matches!(
        folded,
        "بن" | "بنت"
            | "ابن"
            | "ابو"
            | "ابا"
            | "ابي"
            | "ام"
            | "ال"
            | "عبد"
            | "فون"
            | "فان"
            | "دي"
            | "دير"
            | "دو"
            | "دا"
            | "ولد"
            | "بو"
            | "لو"
            | "ماك"
            | "سيدي"
            | "ايت"
            | "مولاي"
            | "اوف"
            | "دوس"
            | "دل"
    )
}

/// Whether two tokens follow each other in one line with nothing but space between them.
pub fn next_word(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_word(token) && scene.continues(token)
}

/// Whether the word before `token` is one that a place follows: a preposition, or one written onto the word itself.
pub fn after_preposition(scene: &Scene<'_>, token: usize, clitics: Clitics) -> bool {
    if clitics.preposition() {
        return true;
    }
    let Some(before) = token.checked_sub(1) else { return false };
    scene.continues(token)
        && scene
            .matches
            .at(before)
            .iter()
            .any(|found| found.is(Class::FunctionWord) && found.flags.has(Flags::PREPOSITION) && found.len() == 1)
}
