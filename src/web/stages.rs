//! The timed stages as the benchmark calls them in WebAssembly. Built with the feature `stages` only; nothing of it ships.

use crate::options::Options;
use crate::stages;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Analyses a text once: [`stages::Timing`] as JSON.
#[wasm_bindgen]
#[must_use]
pub fn time_stages(text: &str) -> Option<String> {
    serde_json::to_string(&stages::time(text, &Options::default(), now)?).ok()
}

/// Opens the embedded model and clusters anew; says whether they are whole.
#[wasm_bindgen]
#[must_use]
pub fn open_tagger() -> bool {
    stages::open_tagger()
}
