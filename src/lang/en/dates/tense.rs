//! Whether the verb that governs an expression tells of what was or of what is to come, and which words are of saying.

use crate::date::Outlook;
use crate::date::setting::Setting;
use crate::date::words::{listed, listed_in_order};
use crate::find::Scene;

/// What the setting of a date is told by.
pub const SETTING: Setting = Setting { fillers: "on at in by", reach: REACH, tense: of_word, says };

fn says(scene: &Scene<'_>, token: usize) -> bool {
    listed("said told statement added announced wrote conference remarks speech", scene.folded(token))
}

/// Tokens looked at before and after the expression for the tense of its clause.
const REACH: usize = 30;

/// What a word says about past and future. «will be closed»: the participle says nothing by itself.
fn of_word(scene: &Scene<'_>, token: usize) -> Outlook {
    let passive = token.checked_sub(1).is_some_and(|before| scene.folded(before) == "be");
    if passive { Outlook::Unsaid } else { tense(scene.folded(token)) }
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
