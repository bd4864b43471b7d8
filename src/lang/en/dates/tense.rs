//! Whether the verb that governs an expression tells of what was or of what is to come, and which words are of saying.

use crate::date::Outlook;
use crate::date::setting::Setting;
use crate::find::Scene;

/// What the setting of a date is told by.
pub const SETTING: Setting =
    Setting { fillers: &["on", "at", "in", "by"], tells: |scene, token| tense(scene.folded(token)) != Outlook::Unsaid, says };

fn says(scene: &Scene<'_>, token: usize) -> bool {
    ["said", "told", "statement", "added", "announced", "wrote", "conference", "remarks", "speech"].contains(&scene.folded(token))
}

/// Tokens looked at before and after the expression for the tense of its clause.
const REACH: usize = 30;

/// The tense of the nearest verb before the expression in its sentence; failing that, of the first after it.
pub fn outlook(scene: &Scene<'_>, start: usize, end: usize) -> Outlook {
    let sentence = scene.document.sentence_around(start);
    let before = (sentence.start.max(start.saturating_sub(REACH))..start).rev();
    let after = end..sentence.end.min(end + REACH);
    // «will be closed»: the participle says nothing by itself.
    let passive = |token: usize| token.checked_sub(1).is_some_and(|before| scene.folded(before) == "be");
    let tells = |token: usize| if passive(token) { Outlook::Unsaid } else { tense(scene.folded(token)) };
    before.chain(after).map(tells).find(|found| *found != Outlook::Unsaid).unwrap_or_default()
}

const FUTURE: &[&str] = &[
    "will",
    "would",
    "shall",
    "plans",
    "planned",
    "expected",
    "scheduled",
    "due",
    "upcoming",
    "set",
    "won't",
    "slated",
    "deadline",
    "ahead",
    "hopes",
    "aims",
    "intends",
];
/// The present of arranged events: "the match starts on Friday".
const ARRANGED: &[&str] = &[
    "starts", "begins", "opens", "meets", "visits", "arrives", "faces", "hosts", "plays", "convenes", "votes", "kicks", "departs",
    "travels", "ends", "expires", "resumes", "stops", "returns", "closes",
];
const PAST: &[&str] = &[
    "said", "was", "were", "had", "met", "told", "held", "took", "began", "came", "went", "left", "won", "lost", "fell", "rose", "became",
    "made", "gave", "led", "spoke", "shot", "found", "struck", "broke", "sent", "did", "saw", "got", "grew", "hit", "wrote", "flew",
    "drew", "beat", "sank", "shook", "stood", "brought", "bought", "sold", "fought", "died",
];
/// Adjectives and nouns that end like a perfect.
const NO_PAST: &[&str] =
    &["united", "hundred", "indeed", "speed", "need", "seed", "breed", "exceed", "proceed", "succeed", "naked", "sacred", "agreed-upon"];

fn tense(word: &str) -> Outlook {
    if FUTURE.contains(&word) || ARRANGED.contains(&word) {
        Outlook::Future
    } else if PAST.contains(&word) || word.len() > 4 && word.ends_with("ed") && !NO_PAST.contains(&word) {
        Outlook::Past
    } else {
        Outlook::Unsaid
    }
}
