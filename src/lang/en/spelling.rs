//! Spellings of one name: points, apostrophes, hyphens and the forms of the Arabic article make no difference (U.N. and UN,
//! Al-Sisi and el-Sisi).

use crate::link::key_of;
use crate::text::chars::is_alphanumeric;
use std::num::NonZeroU32;

/// A number for the letters of a folded word of a name: spellings of one name share it, others hardly ever do.
#[must_use]
pub fn key(folded: &str) -> Option<NonZeroU32> {
    key_of(letters(folded))
}

fn letters(folded: &str) -> impl Iterator<Item = char> {
    let bare = ["al-", "el-"].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded);
    bare.chars().filter(|&letter| is_alphanumeric(letter))
}

/// Whether two folded words are spellings of one name. Asked of every pair of names that share a word, it makes no key.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || letters(one).eq(letters(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_articles_make_no_difference_and_letters_do() {
        for (one, other) in [("u.n.", "un"), ("al-sisi", "el-sisi")] {
            assert!(same_name(one, other) && key(one) == key(other), "{one} {other}");
        }
        assert!(!same_name("smith", "smyth"));
        assert!(!same_name("alba", "ba"));
    }
}
