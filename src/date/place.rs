//! Placing expressions on the calendar.

use super::{Expression, Published, Timex, TimexCandidate, TimexType};
use crate::document::Document;

/// Gives every expression its value. What depends on the publication date stays unresolved when there is none.
#[must_use]
pub fn place(_document: &Document<'_>, candidates: Vec<TimexCandidate>, _published: Option<&Published>) -> Vec<Timex> {
    candidates
        .into_iter()
        .map(|candidate| {
            let Expression::Vague(value) = candidate.expression;
            Timex {
                tokens: candidate.tokens,
                span: candidate.span,
                kind: TimexType::Date,
                value: value.to_owned(),
                modifier: None,
                earliest: None,
                latest: None,
                anchor: "none".to_owned(),
                rule: candidate.rule,
            }
        })
        .collect()
}
