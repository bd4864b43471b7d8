//! People: listed persons, names after titles and forms of address, and names that begin with a listed given name.

use super::grammar::{NamePart, definite, demonym, function_word, name_part, next_word, ordinary, particle};
use super::office::title_at;
use crate::find::{Findings, Scene};
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet, Flags};
use crate::mention::{Candidate, MentionType};
use crate::tagger::label;
use crate::text::span::Span;

/// A personal name read from its first word.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The token after its last one.
    pub end: usize,
    /// How sure.
    pub score: f32,
}

const PERSON: ClassSet = ClassSet::of(&[Class::Person]);
const GIVEN: ClassSet = ClassSet::of(&[Class::GivenName]);
const HONORIFIC: ClassSet = ClassSet::of(&[Class::Honorific]);
const CUE: ClassSet = ClassSet::of(&[Class::SpeechCue]);

/// The rule of names that a title or form of address announces.
pub const AFTER_TITLE: &str = "name after a title";
/// From this probability on a word that no list knows as a name goes on with one.
const TAKEN: f32 = 0.7;
/// The same for a definite noun that lists know as an ordinary one.
const CERTAIN: f32 = 0.95;
/// From this probability on even a word that looks like a noun does.
const LIKELY: f32 = 0.6;
/// Up to this probability a word ends a name of two parts.
const REFUSED: f32 = 0.08;

/// Arabic full names reach six parts in news.
const MOST_PARTS: usize = 6;

/// Reads a personal name that begins at `first`. With `titled`, a title or form of address stands before it, and unknown words
/// count as names; without, a listed given name must begin it.
#[must_use]
pub fn read_name(scene: &Scene<'_>, first: usize, titled: bool) -> Option<Name> {
    if !scene.is_word(first) || !titled && !scene.is(first, Class::GivenName) && !starts_a_name(scene.folded(first)) {
        return None;
    }
    let mut end = first;
    let mut parts: Vec<NamePart> = Vec::new();
    let mut unknown_in_row = 0;
    while parts.len() < MOST_PARTS && scene.is_word(end) && (end == first || scene.continues(end)) {
        let folded = scene.folded(end);
        // A known person begins here: أبلغ وزير الدفاع سيرجي شويجو [بوتين].
        if parts.len() >= 2 && known_alone(scene, end) {
            break;
        }
        // An office of more than one word ends the name before it: كوفي أنان [الأمين العام].
        if !parts.is_empty() && scene.bare(end, Class::Office).is_some_and(|office| office.len() > 1) {
            break;
        }
        // عبد الله, أبو الغيط, بن سلمان, فون دير لايين: a particle takes the next word with it, whatever it is.
        if particle(folded)
            && next_word(scene, end + 1)
            && (particle(scene.folded(end + 1)) || folded == "ايت" || follows_particle(scene, end + 1))
        {
            if end == first && !(titled || starts_a_name(folded)) {
                break;
            }
            end += 1;
            while particle(scene.folded(end)) && next_word(scene, end + 1) && !scene.folded(end + 1).is_empty() && end < first + MOST_PARTS
            {
                end += 1;
            }
            let servant = end.checked_sub(1).is_some_and(|before| matches!(scene.folded(before), "عبد" | "ابو"));
            let part = if servant || scene.matches.at(end).iter().any(|found| found.classes.meets(super::grammar::NAMES)) {
                NamePart::Listed
            } else {
                NamePart::Ambiguous
            };
            parts.push(part);
            unknown_in_row = 0;
            end += 1;
            continue;
        }
        if matches!(folded, "الدين" | "الله" | "الرحمن" | "الحق" | "الاسلام" | "الزهراء") && end > first {
            parts.push(NamePart::Listed);
            end += 1;
            continue;
        }
        // البابا بنديكت السادس عشر, الملك محمد السادس: popes and kings are numbered.
        if titled && !parts.is_empty() && regnal_number(folded) {
            end += 1;
            if scene.folded(end) == "عشر" && next_word(scene, end) {
                end += 1;
            }
            break;
        }
        // A town can be a family name after a given name: إدغار ريفيرا.
        let town = !parts.is_empty() && parts.first() == Some(&NamePart::Listed) && parts.len() < 3 && town_only(scene, end);
        let tagged = scene.tagging.type_probability(end, label::PERSON);
        // An ordinary word that the tagger takes for a part of the name: منى [أمل], نواف [العجارمة].
        let taken = !parts.is_empty()
            && tagged >= TAKEN
            && (tagged >= CERTAIN || !definite(scene, end) || !ordinary(scene, end))
            && !next_in_list(scene, end)
            && !function_word(scene, end)
            && scene.bare(end, Class::Office).is_none();
        let Some(part) = name_part(scene, end).or((town || taken).then_some(NamePart::Ambiguous)) else {
            // A nationality after a given name is a family name: محمد المصري.
            if parts.len() == 1 && parts.first() != Some(&NamePart::Unknown) && demonym(scene, end) && folded.starts_with("ال") && !titled
            {
                parts.push(NamePart::Ambiguous);
                end += 1;
            }
            break;
        };
        if end == first && folded == "علي" && !scene.document.source(end).ends_with('ي') {
            break; // على begins no name
        }
        if end == first && !titled && (part == NamePart::Unknown || !scene.is(end, Class::GivenName)) {
            break;
        }
        // A definite word right after a title is part of the title, unless it is a family name and no ordinary noun.
        if end == first
            && definite(scene, end)
            && part != NamePart::Listed
            && !(part == NamePart::Ambiguous && family_with_article(scene, end))
        {
            break;
        }
        // What the tagger is sure to be no name is none after a whole one: نجلاء فتحي رمضان [لانتفاء].
        let refused = !scene.tagging.labels.is_empty() && tagged <= REFUSED;
        if refused && parts.len() >= 2 && part != NamePart::Listed {
            break;
        }
        // After two parts an unknown word in و is the next member of a list: ديديه يوكانان ودراماني ديابي.
        if part == NamePart::Unknown && parts.len() >= 2 && folded.starts_with('و') && folded.chars().nth(3).is_some() {
            break;
        }
        // An unlisted noun in ة after a whole name is no part of it: ألقى ياسر عبد الكريم [محاضرة].
        let kunya = folded.starts_with("بو") || folded.starts_with("با");
        if part == NamePart::Unknown && parts.len() >= 2 && scene.document.source(end).ends_with('ة') && tagged < LIKELY && !kunya {
            break;
        }
        if part == NamePart::Unknown {
            unknown_in_row += 1;
            if unknown_in_row > 3 || (demonym(scene, end) && parts.is_empty()) {
                break;
            }
        } else {
            unknown_in_row = 0;
        }
        // Ambiguous words end a name that is whole without them: محمد علي أمس, أحمد كامل فريق.
        if part == NamePart::Ambiguous && parts.len() >= 3 && !taken {
            break;
        }
        parts.push(part);
        end += 1;
    }
    score(&parts, titled).map(|score| Name { end, score })
}

/// مصطفى عبد النبي [وشيماء] الدسوقي: و before a listed name.
fn next_in_list(scene: &Scene<'_>, token: usize) -> bool {
    let matches = scene.matches.at(token);
    matches.iter().any(|found| found.clitics.any(Clitics::CONJUNCTION) && found.classes.meets(super::grammar::NAMES))
        && !matches.iter().any(|found| found.clitics.is_empty() && found.classes.meets(super::grammar::NAMES))
}

/// A surname that the list of people gives to one bearer.
fn known_alone(scene: &Scene<'_>, token: usize) -> bool {
    scene.matches.of(token, PERSON).any(|found| found.len() == 1 && found.clitics.is_empty() && !found.is_ambiguous(PERSON))
}

/// الحريري, السنيورة: a listed family name whose bare form is no word.
fn family_with_article(scene: &Scene<'_>, token: usize) -> bool {
    let lexicon = scene.matches.lexicon();
    let bare_word = scene.folded(token).strip_prefix("ال").and_then(|stem| lexicon.word(stem)).is_some_and(|node| {
        let classes = lexicon.classes(node);
        [Class::CommonWord, Class::Office, Class::NameAdjective, Class::OrganisationHead, Class::Demonym]
            .iter()
            .any(|&class| classes.has(class))
    });
    scene.is(token, Class::FamilyName) && !bare_word && !scene.is(token, Class::CommonWord)
}

/// Whether the word is listed as a town and as nothing better known.
fn town_only(scene: &Scene<'_>, token: usize) -> bool {
    const GREATER: ClassSet =
        ClassSet::of(&[Class::Country, Class::Region, Class::Demonym, Class::CommonWord, Class::FunctionWord, Class::Organisation]);
    scene.continues(token)
        && !scene.folded(token).starts_with("ال")
        && scene.matches.at(token).iter().any(|found| {
            found.len() == 1
                && found.clitics.is_empty()
                && (found.is(Class::City) || found.is(Class::Subdivision))
                && !found.classes.meets(GREATER)
                && !found.flags.has(Flags::CAPITAL)
        })
}

/// المصري, الكندي: a nationality that serves as a family name after a given name.
fn surname_demonym(scene: &Scene<'_>, token: usize) -> bool {
    demonym(scene, token) && scene.folded(token).starts_with("ال") && scene.folded(token).ends_with('ي')
}

fn regnal_number(folded: &str) -> bool {
    matches!(
        folded,
        "الاول"
            | "الاولي"
            | "الثاني"
            | "الثانيه"
            | "الثالث"
            | "الرابع"
            | "الخامس"
            | "السادس"
            | "السابع"
            | "الثامن"
            | "التاسع"
            | "العاشر"
            | "الحادي"
    )
}

/// Particles that open a name by themselves: أبو مازن, عبد الله, ابن سلمان.
fn starts_a_name(folded: &str) -> bool {
    matches!(folded, "عبد" | "ابو" | "ابا" | "ابي" | "بن" | "ابن")
}

fn follows_particle(scene: &Scene<'_>, token: usize) -> bool {
    !function_word(scene, token) && (definite(scene, token) || name_part(scene, token).is_some() || scene.folded(token) == "الله")
}

fn score(parts: &[NamePart], titled: bool) -> Option<f32> {
    use NamePart::{Ambiguous, Listed, Unknown};
    let (first, rest) = parts.split_first()?;
    let second = rest.first();
    if titled {
        return Some(match (first, second) {
            (Listed, Some(_)) => 0.94,
            (Listed, None) => 0.84,
            (_, Some(Listed)) => 0.9,
            (Unknown, Some(Unknown)) => 0.8,
            (Unknown, Some(Ambiguous)) => 0.7,
            (Unknown, None) => 0.7,
            (Ambiguous, Some(_)) => 0.75,
            (Ambiguous, None) => 0.6,
        });
    }
    match (first, second?) {
        (Listed, Listed) => Some(0.88),
        (Listed, Unknown) => Some(0.78),
        (Listed, Ambiguous) => Some(0.74),
        (Ambiguous, Listed) => Some(0.72),
        (Ambiguous, Unknown) if rest.len() > 1 => Some(0.6),
        _ => None,
    }
}

/// Marks the people of the text, but for their later short forms.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut found: Vec<Candidate> = Vec::new();
    let starts = titled_starts(scene, findings);
    let mut read_until = 0;
    for token in 0..scene.document.tokens().len() {
        found.extend(listed_person(scene, token));
        let bonus = starts.get(token).copied().filter(|&bonus| bonus > 0.0);
        let name = match bonus {
            Some(bonus) => {
                read_name(scene, token, true).map(|name| Name { score: name.score * bonus, ..name }).filter(|name| name.score >= 0.6)
            }
            None if token < read_until => None,
            None => read_name(scene, token, false),
        };
        if let Some(name) = name {
            read_until = read_until.max(name.end);
            let rule = if bonus.is_some() { AFTER_TITLE } else { "name that begins with a given name" };
            found.push(candidate(scene, token, None, name, rule));
            if let Some((start, next)) = coordinated(scene, name.end) {
                found.push(candidate(scene, name.end, Some(start), next, "name joined to a name"));
                read_until = next.end;
            }
            continue;
        }
        if token < read_until || !scene.is_word(token) || super::place::whole_word_is_listed(scene, token) {
            continue;
        }
        // وأحمد الطيب, لمحمد صلاح: a clitic before the given name.
        let peeled = scene
            .matches
            .of(token, GIVEN)
            .find(|found| found.len() == 1 && !found.clitics.is_empty() && !found.is_ambiguous(GIVEN) && found.span().len() > 4);
        if let Some(given) = peeled
            && next_word(scene, token + 1)
            && let Some(part) = name_part(scene, token + 1).or_else(|| surname_demonym(scene, token + 1).then_some(NamePart::Listed))
        {
            let rest = read_name(scene, token + 1, true).map_or(token + 2, |name| name.end);
            let score = if part == NamePart::Listed { 0.84 } else { 0.7 };
            found.push(candidate(scene, token, Some(given.span().start), Name { end: rest, score }, "given name behind a clitic"));
            read_until = rest;
        }
    }
    for candidate in found {
        findings.push(candidate);
    }
}

/// أمير حسين زماني: a given name that is also a title, before another given name.
fn given_name_too(scene: &Scene<'_>, token: usize) -> bool {
    scene.is(token, Class::GivenName) && scene.is(token + 1, Class::GivenName) && name_part(scene, token + 1) == Some(NamePart::Listed)
}

/// A name behind و right after a name: where it begins, and what it is.
fn coordinated(scene: &Scene<'_>, token: usize) -> Option<(usize, Name)> {
    let folded = scene.folded(token);
    if !next_word(scene, token)
        || !folded.starts_with('و')
        || super::place::whole_word_is_listed(scene, token)
        || folded.chars().count() < 4
    {
        return None;
    }
    let stem = folded.strip_prefix('و')?;
    let lexicon = scene.matches.lexicon();
    let given = lexicon
        .word(stem)
        .is_some_and(|node| lexicon.classes(node).has(Class::GivenName) && !lexicon.ambiguous(node).has(Class::GivenName));
    if !given && (ordinary(scene, token) || lexicon.word(stem).is_some()) {
        return None;
    }
    let part = name_part(scene, token + 1).filter(|_| next_word(scene, token + 1) && !definite(scene, token + 1) || given)?;
    if part == NamePart::Ambiguous || !next_word(scene, token + 1) {
        return None;
    }
    let end = read_name(scene, token + 1, true).map_or(token + 2, |rest| rest.end);
    let score = if given { 0.84 } else { 0.7 };
    Some((scene.document.source_position(token, 2), Name { end, score }))
}

fn candidate(scene: &Scene<'_>, token: usize, start: Option<usize>, name: Name, rule: &'static str) -> Candidate {
    let span = scene.span_from(start.unwrap_or(0), token..name.end);
    Candidate { tokens: token..name.end, span, kind: MentionType::Person, score: name.score, rule, entry: None }
}

/// Of each token whether a name is due there because of what stands before it: a factor for how near that is, or 0.
fn titled_starts(scene: &Scene<'_>, findings: &Findings) -> Vec<f32> {
    let mut starts = vec![0.0_f32; scene.document.tokens().len()];
    let mut add = |token: usize, factor: f32| {
        // سلطان بن عايض: a title that is a given name, because بن stands after it.
        let given = token
            .checked_sub(1)
            .filter(|&before| matches!(scene.folded(token), "بن" | "بنت") && scene.continues(token) && scene.is(before, Class::GivenName));
        let token = given.unwrap_or(token);
        if let Some(known) = starts.get_mut(token) {
            *known = known.max(factor);
        }
    };
    for token in 0..scene.document.tokens().len() {
        if let Some(title) = title_at(scene, findings, token) {
            for &start in &title.name_starts {
                // The farther from the head, and without nationality or institution, the less sure.
                let distance = start.saturating_sub(title.office.end);
                let weak = title.flags.has(Flags::WEAK) && !title.complemented;
                if demonym(scene, start) && start == title.office.end {
                    continue; // روائي هندي: an adjective
                }
                let comma = start.checked_sub(1).is_some_and(|before| scene.document.mark(before).is_some());
                add(
                    start,
                    if weak || (comma && distance > 2) {
                        0.86
                    } else if distance > 4 {
                        0.92
                    } else {
                        1.0
                    },
                );
            }
        }
        if let Some(honorific) = scene.matches.of(token, HONORIFIC).find(|found| !found.clitics.preposition()) {
            let mut at = honorific.end();
            if next_word(scene, at) && demonym(scene, at) && scene.folded(at).starts_with("ال") {
                at += 1; // نظيره الروسي
            }
            add(at, 1.0);
            if scene.document.mark(at).is_some_and(|mark| matches!(mark, '،' | '.')) {
                add(at + 1, 0.9); // د. محمد; نظيره الروسي، فلاديمير بوتين
            }
        }
        // د. محمد, م. أحمد: abbreviated forms of address
        if matches!(scene.folded(token), "د" | "م" | "ا")
            && scene.document.mark(token + 1) == Some('.')
            && scene.document.token(token + 1).is_some_and(|stop| stop.glued)
        {
            add(token + 2, 0.95);
        }
        // وقال بلينكن في / إن: after a verb of saying an unknown word is its subject; after a feminine one only a listed name, because
        // papers and ministries speak in the feminine.
        let cue = scene.matches.of(token, CUE).find(|found| found.flags.has(Flags::VERB));
        if let Some(cue) = cue
            && next_word(scene, token + 1)
            && !ordinary(scene, token + 1)
            && (!feminine_verb(scene, cue.span()) || name_part(scene, token + 1) == Some(NamePart::Listed))
        {
            add(token + 1, 0.9);
        }
        // تعرض الفرنسي سيباستيان لوب: a nationality in the singular as a noun before a name.
        if demonym(scene, token)
            && scene.folded(token).starts_with("ال")
            && scene.folded(token).ends_with('ي')
            && next_word(scene, token + 1)
            && !definite(scene, token + 1)
            && name_part(scene, token + 1).is_some_and(|part| part != NamePart::Ambiguous)
            && (name_part(scene, token + 2).is_some() && next_word(scene, token + 2))
        {
            add(token + 1, 0.9);
        }
        // نتشيرفان البارزاني قال إن: words that can be a name, from the start of a sentence to a verb of saying.
        if let Some(first) = subject_before_cue(scene, token) {
            add(first, 0.9);
        }
        if scene.folded(token) == "بقلم"
            || (scene.folded(token) == "كتب" && scene.document.token(token).is_some_and(|first| first.starts_line))
        {
            add(token + 1, 1.0);
            if scene.document.mark(token + 1).is_some_and(|mark| matches!(mark, ':' | '-' | '/')) {
                add(token + 2, 1.0);
            }
        }
    }
    for line in scene.document.lines() {
        // A line of nothing but two to four words that can be names is a byline.
        let names = line.tokens.clone();
        if (2..=4).contains(&names.len())
            && names.clone().all(|token| name_part(scene, token).is_some())
            && names.clone().any(|token| name_part(scene, token) == Some(NamePart::Listed))
            && let Some(known) = starts.get_mut(names.start).filter(|known| **known == 0.0)
        {
            *known = 0.9;
        }
    }
    for (start, factor) in starts.iter_mut().enumerate().filter(|(_, factor)| **factor > 0.0) {
        let opens = scene.is_word(start)
            && !scene.is(start, Class::Honorific)
            && (scene.bare(start, Class::Office).is_none() || given_name_too(scene, start) || particle(scene.folded(start + 1)))
            && !(function_word(scene, start) || scene.is(start, Class::Time))
            || particle(scene.folded(start));
        if !opens {
            *factor = 0.0;
        }
    }
    starts
}

/// Whether a verb, without its clitics, is a feminine form: قالت, تقول.
fn feminine_verb(scene: &Scene<'_>, verb: Span) -> bool {
    let text = verb.of(scene.document.text());
    text.ends_with('ت') || text.starts_with('ت')
}

/// For a verb of saying at `token`: the first word of its sentence, when one to four words that can be a name lie between.
fn subject_before_cue(scene: &Scene<'_>, token: usize) -> Option<usize> {
    if !scene.matches.bare(token, Class::SpeechCue).is_some_and(|cue| cue.flags.has(Flags::VERB)) {
        return None;
    }
    let first = (token.saturating_sub(4)..token).find(|&before| scene.document.sentence_around(token).start == before)?;
    let names = first..token;
    (names.len() >= 2
        && names.clone().all(|word| scene.is_word(word) && name_part(scene, word).is_some_and(|part| part != NamePart::Ambiguous)))
    .then_some(first)
}

fn listed_person(scene: &Scene<'_>, token: usize) -> Option<Candidate> {
    let found = scene.longest(token, PERSON)?;
    if found.len() == 1 && !found.clitics.is_empty() && (super::place::whole_word_is_listed(scene, token) || found.is_ambiguous(PERSON)) {
        return None;
    }
    let ambiguous = found.is_ambiguous(PERSON) || (found.len() == 1 && found.is(Class::CommonWord));
    // A title that the list has with the name (الملك سلمان) is no part of the name.
    let titled = found.len() > 1 && [Class::Office, Class::Honorific].iter().any(|&class| scene.matches.is_peeled(token, class));
    let (tokens, span) =
        if titled { (token + 1..found.end(), scene.document.span(token + 1..found.end())) } else { (found.tokens(), found.span()) };
    Some(Candidate {
        tokens,
        span,
        kind: MentionType::Person,
        score: match (ambiguous, found.len()) {
            (true, _) => 0.55,
            (false, 1) => 0.85,
            (false, _) => 0.96,
        },
        rule: "listed person",
        entry: scene.matches.entry(found, Class::Person).map(|entry| entry.id),
    })
}
