//! Talks, calls and meetings.

use super::Text;
use crate::fact::Fact;

/// States the communications of a text.
pub fn read(_text: &Text<'_>, _facts: &mut Vec<Fact>) {}
