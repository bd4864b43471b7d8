//! The vocabulary of TIMEX3.

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexType {
    /// A day or something longer on the calendar.
    Date,
    /// A point within a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// TIMEX3 modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// The first part of the period.
    Start,
    /// Its middle.
    Mid,
    /// Its last part.
    End,
    /// About.
    Approx,
    /// Before the point.
    Before,
    /// After the point.
    After,
    /// Less than the length.
    LessThan,
    /// More than the length.
    MoreThan,
}

impl Modifier {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
        }
    }

    /// The modifier with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Start, Self::Mid, Self::End, Self::Approx, Self::Before, Self::After, Self::LessThan, Self::MoreThan]
            .into_iter()
            .find(|modifier| modifier.id() == id)
    }
}
