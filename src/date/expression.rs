//! What an expression of time means before it is placed on the calendar.

/// The meaning of an expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A reference to the past, present or future that no calendar can place.
    Vague(&'static str),
}
