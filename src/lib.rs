//! khabar (خبر, "news") reads a news article, Arabic first, and finds what it says: every person, organisation, place, office
//! and date where it stands, each date on the calendar, each name tied to whom it means, and the facts the article states.
//!
//! ```
//! use khabar::{Options, analyse};
//!
//! let options = Options::default().published("2024-03-12")?;
//! let analysis = analyse("وصل الرئيس الفرنسي إيمانويل ماكرون إلى القاهرة أمس.", &options);
//! let person = analysis.mentions.iter().find(|mention| mention.kind == "PER").map(|mention| mention.text.as_str());
//! assert_eq!(person, Some("إيمانويل ماكرون"));
//! assert_eq!(analysis.dates[0].value, "2024-03-11");
//! # Ok::<(), khabar::OptionError>(())
//! ```
//!
//! The analysis is one pass forward through the stages below; none does input or output, reads a clock or a locale, so the same
//! text and options give the same answer everywhere. `ARCHITECTURE.md` draws the map.

pub mod date;
pub mod document;
pub mod export;
pub mod fact;
pub mod find;
pub mod lang;
pub mod lexicon;
pub mod link;
pub mod mention;
pub mod options;
mod order;
pub mod report;
pub mod resolve;
#[cfg(feature = "stages")]
pub mod stages;
pub mod tagger;
pub mod text;
pub mod vote;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod zone;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod property {
    //! How properties are tested: the same texts at every run. Others are tried with `PROPTEST_RNG_SEED` and `PROPTEST_CASES`.

    use proptest::test_runner::{Config, RngSeed};

    pub fn config(cases: u32) -> Config {
        let mut config = Config { failure_persistence: None, ..Config::default() };
        if matches!(config.rng_seed, RngSeed::Random) {
            (config.rng_seed, config.cases) = (RngSeed::Fixed(2022), cases);
        }
        config
    }
}

pub use options::{OptionError, Options};
pub use report::Analysis;
pub use text::offsets::OffsetUnit;

use date::{Published, Source};
use document::Document;
use fact::Reading;
use find::{Findings, Scene};
use lang::{LanguagePack, PACKS};
use lexicon::Matches;
use report::Results;
use tagger::Tagging;

/// Analyses an article. Any text gives an Analysis; time grows in proportion to its length.
#[must_use]
pub fn analyse(text: &str, options: &Options) -> Analysis {
    analyse_by_stages(text, options, |_| {})
}

/// The analysis; `ended` is told the name of each stage at its end, which is how the benchmark times them one by one.
fn analyse_by_stages(text: &str, options: &Options, mut ended: impl FnMut(&'static str)) -> Analysis {
    let document = Document::new(text);
    ended("reading: tokens, lines, sentences");
    let main = options.language.unwrap_or_else(|| lang::detect(&document));
    let present = look_up(&document, main);
    ended("look-up in the word lists");
    let taggings: Vec<Tagging> = present.iter().map(|(pack, matches)| Tagging::of(&document, matches, pack)).collect();
    ended("tagging of names");
    let read = present.iter().zip(&taggings);
    let scenes: Vec<Scene<'_>> = read.map(|((pack, matches), tagging)| Scene { document: &document, matches, pack, tagging }).collect();

    let mut candidates = Vec::new();
    let mut times = Vec::new();
    for scene in &scenes {
        let mut findings = Findings::default();
        for finder in scene.pack.finders {
            (finder.find)(scene, &mut findings);
        }
        let mut list = findings.into_list();
        vote::weigh(scene, &mut list);
        candidates.extend(list.into_iter().map(|candidate| (candidate, scene.pack.code)));
        ended("finders of names");
        times.extend((scene.pack.times)(scene));
        ended("expressions of time");
    }
    settle_times(&mut times);
    // What the tagger said of every word has been heard.
    drop(scenes);
    drop(taggings);

    let zones = zone::zones(&document, &times, main);
    ended("zones");
    let mut mentions = resolve::resolve(candidates, &times, &zones, document.tokens().len());
    ended("settling what overlaps");
    let entities = link::link(&document, &mut mentions);
    ended("linking of names");

    let published = publication(&document, &zones, &times, options);
    let dates = if cfg!(feature = "time") { date::place::place(&document, times, published.as_ref()) } else { Vec::new() };
    ended("dates on the calendar");

    let untagged = Tagging::default();
    let mut facts = Vec::new();
    for (pack, matches) in &present {
        let scene = Scene { document: &document, matches, pack, tagging: &untagged };
        let reading = Reading { scene, mentions: &mentions, entities: &entities, dates: &dates, zones: &zones };
        for reader in pack.facts {
            (reader.read)(&reading, &mut facts);
        }
    }
    drop(present);
    let facts = fact::repetition::tell_once(fact::settle(facts), &document);
    // The Analysis takes as much memory as the words did.
    drop(document);
    ended("facts");

    let results = Results { language: main.code, published, zones, mentions, entities, dates, facts };
    let analysis = Analysis::new(text, &results, options);
    ended("the Analysis put together");
    analysis
}

/// Finds the expressions of time alone and places them on the calendar: the `dates` of the Analysis, for a caller who needs no
/// more, in a fraction of its time.
///
/// ```
/// let options = khabar::Options::default().published("2024-03-12")?;
/// let dates = khabar::dates("وصل الوفد أمس ويغادر في 15 مارس.", &options);
/// let values: Vec<&str> = dates.iter().map(|date| date.value.as_str()).collect();
/// assert_eq!(values, ["2024-03-11", "2024-03-15"]);
/// # Ok::<(), khabar::OptionError>(())
/// ```
#[must_use]
pub fn dates(text: &str, options: &Options) -> Vec<report::DateReport> {
    if !cfg!(feature = "time") {
        return Vec::new();
    }
    let document = Document::new(text);
    let main = options.language.unwrap_or_else(|| lang::detect(&document));
    let mut times = Vec::new();
    for (pack, matches) in &look_up(&document, main) {
        times.extend((pack.times)(&Scene { document: &document, matches, pack, tagging: &Tagging::default() }));
    }
    settle_times(&mut times);
    let zones = zone::zones(&document, &times, main);
    let published = publication(&document, &zones, &times, options);
    report::dates(text, &date::place::place(&document, times, published.as_ref()), options)
}

/// The packs whose words occur, with what their lexicons know of them. Words in other scripts than the main one are read by the
/// pack of their own language.
fn look_up(document: &Document<'_>, main: &LanguagePack) -> Vec<(&'static LanguagePack, Matches)> {
    let reads = |pack: &LanguagePack| pack.code == main.code || (0..document.tokens().len()).any(|index| pack.reads(document, index));
    PACKS.iter().filter(|pack| reads(pack)).map(|&pack| (pack, Matches::new(document, pack))).collect()
}

/// Puts the expressions of several languages in the order of the text; of two that share a word the earlier stays.
fn settle_times(times: &mut Vec<date::TimexCandidate>) {
    order::sort_by(times, &|one, other| one.span.start.cmp(&other.span.start).then(other.span.end.cmp(&one.span.end)));
    times.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
}

/// When the article was published: as the caller says, or else as the text does.
fn publication(document: &Document<'_>, zones: &[zone::Zone], times: &[date::TimexCandidate], options: &Options) -> Option<Published> {
    match options.published {
        Some(moment) => Some(Published { moment, source: Source::Given, evidence: None }),
        None if cfg!(feature = "time") => date::published::derive(document, zones, times),
        None => None,
    }
}
