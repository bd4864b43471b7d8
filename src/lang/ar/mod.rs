//! Arabic.

pub mod clitics;
pub mod dates;
pub mod facts;
pub mod names;
pub mod shapes;
pub mod spelling;

use crate::lang::LanguagePack;
use crate::lexicon::Lexicon;
use crate::tagger::Tagger;
use crate::text::chars::Script;
use crate::zone::LineShapes;
use std::sync::OnceLock;

/// The Arabic pack.
pub static PACK: LanguagePack = LanguagePack {
    code: "ar",
    script: Script::Arabic,
    lexicon,
    peel: clitics::peel,
    tagger: Some(tagger),
    finders: names::FINDERS,
    times: if cfg!(feature = "time") { dates::find } else { super::no_times },
    facts: facts::READERS,
    line_shapes,
    spelling_key: spelling::key,
    same_name: spelling::same_name,
    organisation_words: spelling::organisation_words,
};

fn lexicon() -> &'static Lexicon<'static> {
    static LEXICON: OnceLock<Lexicon<'static>> = OnceLock::new();
    // The build script wrote the blob for this very reader; a test proves that it opens. An empty lexicon finds no names.
    LEXICON.get_or_init(|| Lexicon::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/ar.lexicon"))).unwrap_or_default())
}

/// The shapes of lines, read once; the build script made the automata of the same tables.
fn line_shapes() -> &'static LineShapes {
    const AUTOMATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ar.shapes"));
    static SHAPES: OnceLock<LineShapes> = OnceLock::new();
    SHAPES.get_or_init(|| LineShapes::new(shapes::SETS, shapes::BESIDE, shapes::SHAPES, AUTOMATA))
}

/// The packed weights of the tagger; `model/README.md` names data and licences.
pub const MODEL: &[u8] = include_bytes!("model/weights.bin");
/// The packed clusters of words that the tagger reads.
pub const CLUSTERS: &[u8] = include_bytes!("model/clusters.bin");

fn tagger() -> Option<&'static Tagger> {
    static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
    // A test proves that the data open. Without them lists and rules decide alone.
    TAGGER.get_or_init(|| Tagger::decode(MODEL, CLUSTERS).ok()).as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_model_opens() {
        assert!(super::tagger().is_some());
    }

    #[test]
    fn the_packed_word_lists_open() {
        let lexicon = crate::lexicon::Lexicon::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/ar.lexicon"))).unwrap();
        assert!(lexicon.word("في").is_some());
    }
}
