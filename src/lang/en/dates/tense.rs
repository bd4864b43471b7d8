//! Whether the verb that governs an expression tells of what was or of what is to come, and which words are of saying.

use crate::date::Outlook;
use crate::date::setting::Setting;
use crate::date::words::{listed, listed_in_order};
use crate::find::Scene;

/// What the setting of a date is told by.
pub const SETTING: Setting =
    Setting { fillers: "on at in by", outlook, tells: |scene, token| tense(scene.folded(token)) != Outlook::Unsaid, says };

fn says(scene: &Scene<'_>, token: usize) -> bool {
    listed("said told statement added announced wrote conference remarks speech", scene.folded(token))
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

const FUTURE: &str = "ahead aims deadline due expected hopes intends planned plans scheduled set shall slated upcoming will won't \
    would";
/// The present of arranged events: "the match starts on Friday".
const ARRANGED: &str = "arrives begins closes convenes departs ends expires faces hosts kicks meets opens plays resumes returns starts \
    stops travels visits votes";
const PAST: &str = "beat became began bought broke brought came did died drew fell flew fought found gave got grew had held hit led \
    left lost made met rose said sank saw sent shook shot sold spoke stood struck told took was went were won wrote";
/// Adjectives and nouns that end like a perfect.
const NO_PAST: &str = "agreed-upon breed exceed hundred indeed naked need proceed sacred seed speed succeed united";

fn tense(word: &str) -> Outlook {
    if listed_in_order(FUTURE, word) || listed_in_order(ARRANGED, word) {
        Outlook::Future
    } else if listed_in_order(PAST, word) || word.len() > 4 && word.ends_with("ed") && !listed_in_order(NO_PAST, word) {
        Outlook::Past
    } else {
        Outlook::Unsaid
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_in_order() {
        for list in [super::FUTURE, super::ARRANGED, super::PAST, super::NO_PAST] {
            assert!(list.split(' ').is_sorted_by(|one, other| one < other));
        }
    }
}
