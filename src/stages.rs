//! Stages of one analysis, timed one by one for the benchmark (`benches/stages.mjs`). Built with the feature `stages` only;
//! nothing of it ships. The library has no clock: the caller brings one.

use crate::document::Document;
use crate::options::Options;
use crate::tagger::Tagger;
use serde::Serialize;

/// What one analysis took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timing {
    /// Number of tokens of the text.
    pub tokens: usize,
    /// Length of the Analysis as JSON, in bytes.
    pub json: usize,
    /// Every stage with the milliseconds it took, in order; one that came several times is there once. Their sum is the whole.
    pub stages: Vec<(&'static str, f64)>,
}

/// Analyses a text once; `now` gives milliseconds of a clock that does not go backwards. `None` when the Analysis cannot be written
/// as JSON, which no text makes happen.
pub fn time(text: &str, options: &Options, now: impl Fn() -> f64) -> Option<Timing> {
    let tokens = Document::new(text).tokens().len();
    let mut stages: Vec<(&'static str, f64)> = Vec::new();
    let mut before = now();
    let mut ended = |name| {
        let after = now();
        match stages.iter_mut().find(|(other, _)| *other == name) {
            Some((_, total)) => *total += after - before,
            None => stages.push((name, after - before)),
        }
        before = after;
    };
    let analysis = crate::analyse_by_stages(text, options, &mut ended);
    let json = analysis.to_json().ok()?.len();
    ended("writing it as JSON");
    Some(Timing { tokens, json, stages })
}

/// Opens the embedded model and clusters anew, as the first analysis does; says whether they are whole.
#[must_use]
pub fn open_tagger() -> bool {
    Tagger::decode(crate::lang::ar::MODEL, crate::lang::ar::CLUSTERS).is_ok()
}
