//! Stages one by one, for the benchmark that measures them in WebAssembly (`benches/stages.mjs`). Built with the feature
//! `stages` only; nothing of it ships.

use crate::document::Document;
use crate::find::Scene;
use crate::lang::PACKS;
use crate::lexicon::Matches;
use crate::tagger::{Tagger, Tagging};
use wasm_bindgen::prelude::wasm_bindgen;

/// A text that was read, with the listed words in it. It is never freed: a benchmark reads a few texts and ends.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Stages {
    text: &'static str,
    document: &'static Document<'static>,
    matches: &'static Matches,
}

#[wasm_bindgen]
impl Stages {
    /// Reads a text.
    #[must_use]
    pub fn of(text: String) -> Option<Self> {
        let pack = PACKS.first()?;
        let text: &'static str = Box::leak(text.into_boxed_str());
        let document: &'static Document<'static> = Box::leak(Box::new(Document::new(text)));
        Some(Self { text, document, matches: Box::leak(Box::new(Matches::new(document, pack))) })
    }

    /// Number of tokens.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.document.tokens().len()
    }

    /// Splits the text into tokens again; gives their number.
    #[must_use]
    pub fn read(&self) -> usize {
        Document::new(self.text).tokens().len()
    }

    /// Looks the words up again; gives the number of what was found.
    #[must_use]
    pub fn look_up(&self) -> usize {
        PACKS.first().map_or(0, |pack| Matches::new(self.document, pack).all().len())
    }

    /// Tags the names again, features and document pass included; gives their number.
    #[must_use]
    pub fn tag(&self) -> usize {
        PACKS.first().map_or(0, |pack| Tagging::of(self.document, self.matches, pack).names().len())
    }

    /// Finds the candidates of names; gives their number.
    #[must_use]
    pub fn find(&self) -> usize {
        let Some(pack) = PACKS.first() else { return 0 };
        let tagging = Tagging::of(self.document, self.matches, pack);
        let scene = Scene { document: self.document, matches: self.matches, pack, tagging: &tagging };
        let mut findings = crate::find::Findings::default();
        for finder in pack.finders {
            (finder.find)(&scene, &mut findings);
        }
        findings.list().len()
    }
}

/// Opens the embedded model and clusters anew, as the first analysis does; says whether they are whole.
#[wasm_bindgen]
#[must_use]
pub fn open_tagger() -> bool {
    Tagger::decode(crate::lang::ar::MODEL, crate::lang::ar::CLUSTERS).is_ok()
}
