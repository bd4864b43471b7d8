//! Spellings of one name: points, apostrophes, hyphens and the forms of the Arabic article make no difference (U.N. and UN,
//! Al-Sisi and el-Sisi).

/// The letters of a folded word of a name. The words that share it are one.
#[must_use]
pub fn key(folded: &str) -> String {
    let bare = ["al-", "el-"].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded);
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether two folded words are spellings of one name.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || key(one) == key(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_articles_make_no_difference_and_letters_do() {
        assert!(same_name("u.n.", "un"));
        assert!(same_name("al-sisi", "el-sisi"));
        assert!(!same_name("smith", "smyth"));
        assert!(!same_name("alba", "ba"));
    }
}
