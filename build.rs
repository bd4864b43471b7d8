//! Packs the word lists `src/lang/<language>/words/*.tsv` into one lexicon a language, and makes automata of the patterns in
//! `src/lang/<language>/shapes.rs`. A bad row stops the build and names the file and the line, a bad pattern its name.

#![allow(missing_docs)]
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/zone/alphabet.rs"]
mod alphabet;
#[path = "src/lexicon/class.rs"]
mod class;
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/lexicon/format.rs"]
mod format;
#[path = "src/zone/pack.rs"]
mod pack;
#[path = "src/zone/pattern.rs"]
mod pattern;
#[path = "src/zone/shape.rs"]
mod shape;
#[path = "src/lang/ar/shapes.rs"]
mod shapes_ar;
#[path = "src/lang/en/shapes.rs"]
mod shapes_en;
#[path = "src/zone/table.rs"]
mod table;

// As the library names them, for the files that both read.
mod text {
    pub(crate) use crate::fold;
}
mod zone {
    pub(crate) use crate::{alphabet, shape, table};
}

use class::Class;
use format::encode::Row;
use pattern::Patterns;
use shape::{LineShape, SharedSet};

const HEADER: &str = "forms\tenglish\twikidata\tattributes\tsource";

fn main() {
    println!("cargo:rerun-if-changed=src/lang");
    if let Err(message) = run() {
        eprintln!("error: {message}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    for language in sorted(Path::new("src/lang"))?.into_iter().filter(|path| path.is_dir()) {
        let name = language.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !feature(&format!("LANG_{}", name.to_uppercase())) {
            continue;
        }
        let mut rows = Vec::new();
        for file in sorted(&language.join("words"))? {
            let left_out = !feature("TIME") && file.file_stem().is_some_and(|stem| OF_TIME.iter().any(|class| stem == *class));
            if !left_out && file.extension().is_some_and(|extension| extension == "tsv") {
                println!("cargo:rerun-if-changed={}", file.display());
                read(&file, &mut rows)?;
            }
        }
        let blob = format::encode::pack(&rows).map_err(|error| format!("{}: {error}", language.display()))?;
        fs::write(out.join(format!("{name}.lexicon")), blob).map_err(|error| error.to_string())?;
        let Some((_, sets, shapes)) = SHAPES.iter().find(|(language, ..)| *language == name) else {
            return Err(format!("{}: no row of SHAPES in build.rs", language.display()));
        };
        fs::write(out.join(format!("{name}.shapes")), automata(sets, shapes)?).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The shapes of lines of each language.
const SHAPES: &[(&str, &[SharedSet], &[LineShape])] =
    &[("ar", shapes_ar::SETS, shapes_ar::SHAPES), ("en", shapes_en::SETS, shapes_en::SHAPES)];

/// The automata of a table of shapes.
fn automata(sets: &[SharedSet], shapes: &[LineShape]) -> Result<Vec<u8>, String> {
    let patterns = Patterns::new(sets, shapes);
    let made = shapes
        .iter()
        .zip(&patterns.texts)
        .map(|(shape, text)| pack::pack(&patterns.over_bytes(text)).map_err(|error| format!("shape {:?}: {error}", shape.name)));
    pack::join(&made.collect::<Result<Vec<_>, _>>()?)
}

/// Word lists that only expressions of time are made of: left out with the feature.
const OF_TIME: &[&str] = &["time_words", "time_zones"];

/// Whether the package is built with a feature, named as cargo names it here: in capitals.
fn feature(name: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    Ok(paths)
}

fn read(file: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let class = Class::from_file(&stem)
        .ok_or_else(|| format!("{}: no class has a word list of this name; see src/lexicon/class.rs", file.display()))?;
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut header_seen = false;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line)) {
        let fail = |what: String| Err(format!("{}:{number}: {what}", file.display()));
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if !header_seen {
            if line != HEADER {
                return fail(format!("the header must be {HEADER:?}"));
            }
            header_seen = true;
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let &[forms, english, wikidata, attributes, source] = columns.as_slice() else {
            return fail(format!("{} columns instead of 5", columns.len()));
        };
        if source.trim().is_empty() {
            return fail("the source is missing".to_owned());
        }
        let wikidata = match wikidata.strip_prefix('Q').map(str::parse) {
            _ if wikidata.is_empty() => 0,
            Some(Ok(number)) => number,
            _ => return fail(format!("{wikidata:?} is no Wikidata id such as Q7747")),
        };
        let mut folded_forms: Vec<Vec<String>> = Vec::new();
        for form in forms.split('|') {
            let words = words(form);
            if words.is_empty() {
                return fail(format!("the form {form:?} holds no word"));
            }
            for words in variants(class, form, words) {
                if !folded_forms.contains(&words) {
                    folded_forms.push(words);
                }
            }
        }
        if let Some(earlier) = seen.insert(forms.to_owned(), number) {
            return fail(format!("the same row stands in line {earlier}"));
        }
        // Of personal names and ordinary words only the class is asked for: their English stays in the list.
        let bare = CLASS_ONLY.contains(&class);
        rows.push(Row {
            class,
            forms: folded_forms,
            canonical: if FIRST_FORM_KEPT.contains(&class) {
                forms.split('|').next().unwrap_or_default().trim().to_owned()
            } else {
                String::new()
            },
            english: if bare || NO_ENGLISH.contains(&class) { String::new() } else { english.trim().to_owned() },
            wikidata: if bare { 0 } else { wikidata },
            attributes: attributes.split(',').map(str::trim).collect::<Vec<_>>().join(","),
            keep: KEPT.contains(&class),
        });
    }
    if header_seen { Ok(()) } else { Err(format!("{}: no header line {HEADER:?}", file.display())) }
}

/// Classes whose rows are kept as entries even when they carry nothing but a form, because links or rules name them.
const KEPT: &[Class] = &[Class::Country, Class::City, Class::Subdivision, Class::Person, Class::Organisation, Class::Demonym];

/// Classes that are packed without rows.
const CLASS_ONLY: &[Class] = &[Class::GivenName, Class::FamilyName, Class::CommonWord];

/// Classes of words of the calendar, which are no names: their English is for who reads the list.
const NO_ENGLISH: &[Class] = &[Class::Time, Class::TimeZone];

/// Classes whose rules ask a row for its first form: the verb that an inflected form belongs to.
const FIRST_FORM_KEPT: &[Class] = &[Class::SpeechCue, Class::Communication, Class::FactCue];

/// Splits a form into folded words as the tokeniser would: at spaces and at punctuation.
fn words(form: &str) -> Vec<String> {
    // A hyphen joins Latin words (Guinea-Bissau) and parts others, as in the tokeniser.
    let latin = form.chars().all(|character| !('\u{0590}'..='\u{08FF}').contains(&character));
    form.split(|character: char| {
        character.is_whitespace() || matches!(character, '،' | '"' | '(' | ')' | '/' | '«' | '»') || (character == '-' && !latin)
    })
    .map(|word| {
        let mut folded = String::new();
        fold::fold_into(word, &mut folded);
        folded
    })
    .filter(|word| !word.is_empty())
    .collect()
}

/// Demonyms and adjectives are listed without the article and occur with and without it. Whether a word has it already shows
/// in its unfolded spelling only: ألماني begins with ا and ل once it is folded.
fn variants(class: Class, form: &str, words: Vec<String>) -> Vec<Vec<String>> {
    let arabic = words.first().is_some_and(|word| word.chars().all(|letter| ('\u{0620}'..='\u{064A}').contains(&letter)));
    if !matches!(class, Class::Demonym | Class::NameAdjective) || !arabic {
        return vec![words];
    }
    let has_article = form.split_whitespace().map(|word| word.starts_with("ال"));
    let definite = words.iter().zip(has_article).map(|(word, has_article)| if has_article { word.clone() } else { format!("ال{word}") });
    vec![definite.collect(), words.clone()]
}
