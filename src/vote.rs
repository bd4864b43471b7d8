//! The vote: what rules and lists propose is held against what the trained tagger thinks of the same words. The score that a
//! mention keeps is the outcome.
//!
//! The tagger was trained on corpora that leave the head nouns of organisations out (وزارة, حكومة), so its doubt says little of
//! an organisation; of people and places it says much. How far it counts was set by counting, over annotated articles, how
//! often candidates of each rule were right at each of its probabilities.

use crate::find::Scene;
use crate::mention::{Candidate, MentionType};
use crate::tagger::label;

/// The types that the tagger knows, in the order of its labels.
pub const KINDS: [MentionType; label::TYPES] = [MentionType::Person, MentionType::Location, MentionType::Organisation];

/// The probability at which the tagger neither speaks for a candidate nor against it.
const NEUTRAL: f32 = 0.5;
/// How much its certainty moves the score of a person, a place and an organisation.
const WEIGHTS: [f32; label::TYPES] = [0.3, 0.26, 0.1];
/// The probability at which the tagger holds a single word for a name of another type, and what that costs.
const SURE_OF_ANOTHER: f32 = 0.75;
const COST_OF_ANOTHER: f32 = 0.2;
/// What a candidate needs to stand.
const LEAST: f32 = 0.58;

/// Weighs the candidates of one language and drops those that lose.
pub fn weigh(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    if scene.tagging.labels.is_empty() {
        return;
    }
    candidates.retain_mut(|candidate| {
        let Some(kind) = KINDS.iter().position(|kind| *kind == candidate.kind) else { return true };
        // Its own proposals carry its probability already.
        if candidate.rule != RULE {
            let support = scene.tagging.mean_probability(candidate.tokens.clone(), kind);
            candidate.score += WEIGHTS.get(kind).copied().unwrap_or_default() * (support - NEUTRAL);
            // A single listed word that the tagger takes for another type: زار البصرة [والفاو].
            let rival = (0..label::TYPES)
                .filter(|&other| other != kind)
                .map(|other| scene.tagging.mean_probability(candidate.tokens.clone(), other));
            if candidate.tokens.len() == 1 && rival.fold(0.0, f32::max) >= SURE_OF_ANOTHER {
                candidate.score -= COST_OF_ANOTHER;
            }
            candidate.score = candidate.score.clamp(0.0, 0.99);
        }
        candidate.score >= LEAST
    });
}

/// The name of the rule whose candidates the tagger itself proposes.
pub const RULE: &str = "trained tagger";
