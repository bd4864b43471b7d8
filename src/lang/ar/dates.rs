//! Arabic expressions of time.

use crate::date::TimexCandidate;
use crate::find::Scene;

/// Finds the expressions of time.
#[must_use]
pub fn find(_scene: &Scene<'_>) -> Vec<TimexCandidate> {
    Vec::new()
}
