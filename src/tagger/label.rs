//! The labels of tokens: outside, or the beginning or inside of a name of one of three types.

/// Number of labels.
pub const LABELS: usize = 7;
/// The label of what is no name.
pub const OUTSIDE: usize = 0;
/// Number of types.
pub const TYPES: usize = 3;
/// The type of people.
pub const PERSON: usize = 0;
/// The type of places.
pub const PLACE: usize = 1;
/// The type of organisations.
pub const ORGANISATION: usize = 2;
/// The names of the labels, as token corpora write them (IOB2).
pub const NAMES: [&str; LABELS] = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"];

/// The label that begins a name of a type.
#[must_use]
pub const fn beginning(kind: usize) -> usize {
    1 + 2 * kind
}

/// The label that continues a name of a type.
#[must_use]
pub const fn inside(kind: usize) -> usize {
    2 + 2 * kind
}

/// The type of a label.
#[must_use]
pub fn kind(label: usize) -> Option<usize> {
    label.checked_sub(1).map(|rest| rest / 2)
}

/// Whether the label continues a name.
#[must_use]
pub const fn continues(label: usize) -> bool {
    label != OUTSIDE && label.is_multiple_of(2)
}

/// Whether a label may follow another; `None` before the first token. A name continues only one of its own type.
#[must_use]
pub fn may_follow(previous: Option<usize>, label: usize) -> bool {
    !continues(label) || previous.is_some_and(|previous| kind(previous) == kind(label))
}
