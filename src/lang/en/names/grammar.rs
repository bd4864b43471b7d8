//! What the finders share: capitals, and what stands in the way of a name.

use crate::find::Scene;
use crate::lexicon::{Class, ClassSet};

/// The longest name by capitals, in words.
const LONGEST_NAME: usize = 5;
const PLACES: ClassSet = ClassSet::of(&[Class::Country, Class::City, Class::Subdivision, Class::Region, Class::Water, Class::Demonym]);

/// Days and months have capitals and are no names.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "ramadan",
    "eid",
    "christmas",
    "easter",
];
/// Small words inside names of persons.
const PARTICLES: &[&str] =
    &["bin", "bint", "ibn", "al", "el", "abu", "von", "van", "der", "den", "de", "da", "di", "del", "dos", "la", "le", "ben", "ould"];

/// Whether a token is a word that begins with a capital.
pub fn capital(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_word(token) && scene.document.source(token).chars().next().is_some_and(char::is_uppercase)
}

/// Whether a token is a word without any capital, so that a second capital letter (al-Qaeda) is seen.
pub fn has_capital(scene: &Scene<'_>, token: usize) -> bool {
    scene.is_word(token) && scene.document.source(token).chars().any(char::is_uppercase)
}

/// Whether a token is a word of the closed classes, or one that opens sentences and is no name.
pub fn ordinary(scene: &Scene<'_>, token: usize) -> bool {
    scene.is(token, Class::FunctionWord) || scene.is(token, Class::CommonWord)
}

/// Whether a token names a day, a month or a feast.
pub fn calendar(scene: &Scene<'_>, token: usize) -> bool {
    CALENDAR.contains(&scene.folded(token))
}

/// Whether a token opens its sentence: only marks stand before it, or a quotation opens there.
pub fn opens_sentence(scene: &Scene<'_>, token: usize) -> bool {
    let mut at = token;
    let start = scene.document.sentence_around(token).start;
    while at > start {
        at -= 1;
        match scene.document.mark(at) {
            Some('"' | '“' | '”' | '«' | ':' | '•') => return true,
            Some(_) => {}
            None => return false,
        }
    }
    true
}

/// Whether the line is set in capitals throughout, as some titles are: most of its longer words have one, so that they
/// say nothing.
pub fn title_case(scene: &Scene<'_>, token: usize) -> bool {
    let Some(line) = scene.document.lines().get(scene.document.line_of(token)) else { return false };
    // A title has at most some thirty tokens and no full stop; a paragraph is never asked as a whole.
    if line.tokens.len() > 40 || scene.document.mark(line.tokens.end.saturating_sub(1)) == Some('.') {
        return false;
    }
    let long = line.tokens.clone().filter(|&word| scene.is_word(word) && scene.document.source(word).len() >= 4);
    let (mut all, mut capitals) = (0_usize, 0_usize);
    for word in long {
        all += 1;
        capitals += usize::from(capital(scene, word));
    }
    all >= 4 && capitals * 5 >= all * 4
}

/// Whether a listed place or people begins at a token.
pub fn place(scene: &Scene<'_>, token: usize) -> bool {
    scene.longest(token, PLACES).is_some_and(|found| !found.is_ambiguous(PLACES))
}

/// Whether a name of a person can go on at a token: a capital, and no place, organisation head, day or function word.
fn name_word(scene: &Scene<'_>, token: usize) -> bool {
    (capital(scene, token) || with_article(scene, token))
        && !ordinary(scene, token)
        && !calendar(scene, token)
        && !scene.is(token, Class::OrganisationHead)
        && !scene.is(token, Class::Office)
        && (!place(scene, token) || scene.is(token, Class::GivenName) || scene.is(token, Class::FamilyName))
}

/// Al-Sisi, el-Sisi: the article of an Arabic name, small or not, and a capital.
fn with_article(scene: &Scene<'_>, token: usize) -> bool {
    let source = scene.document.source(token);
    ["al-", "el-", "ash-", "ad-", "ar-", "as-"]
        .iter()
        .any(|article| source.strip_prefix(article).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// The token after the words of a person's name that begins at `token`; `token` itself when none does.
pub fn name_end(scene: &Scene<'_>, token: usize) -> usize {
    let mut end = token;
    while end < token + LONGEST_NAME && (end == token || scene.continues(end)) {
        if name_word(scene, end) {
            end += 1;
            // An initial with its point: George W. Bush.
            if scene.document.source(end - 1).len() == 1 && scene.document.mark(end) == Some('.') && name_word(scene, end + 1) {
                end += 1;
            }
        } else if end > token && PARTICLES.contains(&scene.folded(end)) && scene.is_word(end) && name_word(scene, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// The number of words among the tokens.
pub fn words(scene: &Scene<'_>, tokens: std::ops::Range<usize>) -> usize {
    tokens.filter(|&token| scene.is_word(token)).count()
}
