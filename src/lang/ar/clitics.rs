//! The clitics that Arabic writes onto the front of a word: و ف (and, so), ب ل ك (by, to, as), س (future), ال (the), and the
//! spelling لل for ل + ال. Peeling proposes; the word lists and rules decide.

use crate::lang::{Clitics, Peels};

/// A stem shorter than this is no word that news names.
const SHORTEST_STEM: usize = 2;

/// The readings of a folded Arabic word.
#[must_use]
pub fn peel(folded: &str) -> Peels {
    let mut peels = Peels::whole();
    after(folded, 0, Clitics::NONE, &mut peels);
    if folded.starts_with(['و', 'ف']) && long_enough(folded, 2) {
        peels.push(2, Clitics::CONJUNCTION, false);
        after(folded, 2, Clitics::CONJUNCTION, &mut peels);
    }
    peels
}

/// The readings with one preposition, or the future mark, after what was peeled already.
fn after(folded: &str, offset: u8, peeled: Clitics, peels: &mut Peels) {
    let rest = folded.get(usize::from(offset)..).unwrap_or("");
    let clitic = match rest.chars().next() {
        Some('ب') => Clitics::BY,
        Some('ل') => Clitics::TO,
        Some('ك') => Clitics::AS,
        Some('س') => Clitics::FUTURE,
        _ => return,
    };
    let stem = offset + 2;
    if !long_enough(folded, stem) {
        return;
    }
    if clitic == Clitics::FUTURE {
        // س stands before an imperfect verb only: سيقول, ستعلن, سنواصل, سأزور.
        if rest.chars().nth(1).is_some_and(|letter| matches!(letter, 'ي' | 'ت' | 'ن' | 'ا')) {
            peels.push(stem, peeled.with(clitic), false);
        }
        return;
    }
    if clitic == Clitics::TO && rest.starts_with("لل") && long_enough(folded, stem + 2) {
        // The article loses its alif after ل: the span begins at its lam, the listed form has the alif back.
        peels.push(stem, peeled.with(clitic), true);
    }
    peels.push(stem, peeled.with(clitic), false);
}

fn long_enough(folded: &str, offset: u8) -> bool {
    folded.get(usize::from(offset)..).is_some_and(|stem| stem.chars().take(SHORTEST_STEM).count() == SHORTEST_STEM)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(word: &str) -> Vec<String> {
        peel(word)
            .map(|peel| {
                let mut key = String::new();
                peel.push_key(word, &mut key);
                key
            })
            .collect()
    }

    #[test]
    fn the_whole_word_comes_first_and_combinations_follow() {
        assert_eq!(keys("بوتين"), ["بوتين", "وتين"]);
        assert_eq!(keys("وبالقاهره"), ["وبالقاهره", "بالقاهره", "القاهره"]);
        assert_eq!(keys("للكرملين"), ["للكرملين", "الكرملين", "لكرملين"]);
        assert_eq!(keys("وللبنان"), ["وللبنان", "للبنان", "البنان", "لبنان"]);
        assert_eq!(keys("سيقول"), ["سيقول", "يقول"]);
    }

    #[test]
    fn nothing_is_peeled_from_what_would_not_remain_a_word() {
        assert_eq!(keys("بن"), ["بن"]);
        assert_eq!(keys("سعيد"), ["سعيد"]);
        assert_eq!(keys("و"), ["و"]);
    }
}
