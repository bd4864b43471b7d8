//! English.

pub mod clitics;
pub mod dates;
pub mod facts;
pub mod names;
pub mod shapes;
pub mod spelling;

use crate::lang::LanguagePack;
use crate::lexicon::Lexicon;
use crate::link::Words;
use crate::text::chars::Script;
use crate::zone::LineShapes;
use std::sync::OnceLock;

/// The English pack.
pub static PACK: LanguagePack = LanguagePack {
    code: "en",
    script: Script::Latin,
    lexicon,
    peel: clitics::peel,
    tagger: None,
    finders: names::FINDERS,
    times: if cfg!(feature = "time") { dates::find } else { super::no_times },
    facts: facts::READERS,
    line_shapes,
    spelling_key: spelling::key,
    same_name: spelling::same_name,
    organisation_words,
};

fn lexicon() -> &'static Lexicon<'static> {
    static LEXICON: OnceLock<Lexicon<'static>> = OnceLock::new();
    // The build script wrote the blob for this very reader; a test proves that it opens. An empty lexicon finds no names.
    LEXICON.get_or_init(|| Lexicon::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/en.lexicon"))).unwrap_or_default())
}

/// The shapes of lines, read once; the build script made the automata of the same tables.
fn line_shapes() -> &'static LineShapes {
    const AUTOMATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.shapes"));
    static SHAPES: OnceLock<LineShapes> = OnceLock::new();
    SHAPES.get_or_init(|| LineShapes::new(shapes::SETS, shapes::BESIDE, shapes::SHAPES, AUTOMATA))
}

/// The words that tell an organisation apart: "the" does not.
fn organisation_words<'w, 't>(words: &'w Words<'t>) -> &'w Words<'t> {
    match words {
        [first, rest @ ..] if first.text == "the" && !rest.is_empty() => rest,
        _ => words,
    }
}
