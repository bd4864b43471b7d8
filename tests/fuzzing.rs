//! The bodies of the fuzz targets fed from a seeded generator: the committed seeds, cut, joined and with bytes changed. `scripts/fuzz`
//! feeds the same bodies from libFuzzer, which looks where it has not been. Further with `KHABAR_FUZZ_ROUNDS=20000`.

#![cfg(all(not(target_arch = "wasm32"), feature = "lang-ar", feature = "lang-en", feature = "time"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../fuzz/bodies.rs"]
mod bodies;
mod common;
#[path = "../src/bin/khabar/failure.rs"]
mod failure;
#[allow(dead_code, reason = "files are opened by the command line alone")]
#[path = "../src/bin/khabar/input.rs"]
mod input;
#[allow(dead_code, reason = "whole files are answered by the command line alone")]
#[path = "../src/bin/khabar/line.rs"]
mod line;
#[path = "../fuzz/lines.rs"]
mod lines;
#[path = "../src/bin/khabar/zstandard.rs"]
mod zstandard;

use failure::Failure;
use khabar::lexicon::Class;
use khabar::lexicon::format::encode::{Row, pack};
use khabar::tagger::chain::Transitions;
use khabar::tagger::clusters::Clusters;
use khabar::tagger::label::LABELS;
use khabar::tagger::model::{Batch, Model};
use std::io::Write;
use std::process::{Command, Stdio};

/// Pseudo-random numbers, the same at every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }
}

fn rounds(usual: usize) -> usize {
    std::env::var("KHABAR_FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = common::project("fuzz/seeds").join(target);
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no seed in {}", folder.display());
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// A seed cut, joined to another, with some bytes changed.
fn changed(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        match random.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_slice(&seeds[random.below(seeds.len())]),
            2 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            3 if at < bytes.len() => bytes[at] = [0, 1, 127, 128, 255][random.below(5)],
            4 => bytes.insert(at, u8::try_from(random.below(256)).unwrap()),
            5 if at < bytes.len() => {
                bytes.remove(at);
            }
            _ => {
                let piece: Vec<u8> = bytes.iter().skip(at).take(random.below(40)).copied().collect();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
        }
        bytes.truncate(4096);
    }
    bytes
}

fn feed(target: &str, body: fn(&[u8]), usual: usize) {
    let seeds = seeds(target);
    for seed in &seeds {
        body(seed);
    }
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for round in 0..rounds(usual) {
        let bytes = changed(&seeds, &mut random);
        let run = std::panic::catch_unwind(|| body(&bytes));
        assert!(run.is_ok(), "{target}, round {round}: {bytes:?}");
    }
}

#[test]
fn any_bytes_are_analysed() {
    feed("analyse", bodies::analyse, 200);
}

#[test]
fn any_analysis_is_read_or_refused() {
    feed("analysis", bodies::analysis, 200);
}

#[test]
fn any_date_is_placed() {
    feed("dates", bodies::dates, 300);
}

#[test]
fn any_lexicon_is_read_or_refused() {
    feed("lexicon", bodies::lexicon, 20_000);
}

#[test]
fn any_model_is_read_or_refused() {
    feed("model", bodies::model, 3_000);
}

#[test]
fn any_input_of_lines_is_answered() {
    feed("ndjson", lines::ndjson, 300);
}

/// What ships, cut at many places and with many bytes changed.
#[test]
fn the_data_that_ship_are_refused_when_cut_or_still_work() {
    let model = std::fs::read(common::project("src/lang/ar/model/weights.bin")).unwrap();
    let clusters = std::fs::read(common::project("src/lang/ar/model/clusters.bin")).unwrap();
    for step in 0..60 {
        let at = |bytes: &[u8]| step * bytes.len() / 60;
        assert!(Model::decode(&model[..at(&model)]).is_err(), "the model cut at {}", at(&model));
        assert!(Clusters::decode(&clusters[..at(&clusters)]).is_err(), "the clusters cut at {}", at(&clusters));
    }
    let errors = [Model::decode(&model[..1000]).unwrap_err(), Clusters::decode(&clusters[..1000]).unwrap_err()];
    assert!(errors[0].to_string().contains("model") && errors[1].to_string().contains("clusters"), "{errors:?}");
    let mut random = Random(7);
    for round in 0..rounds(24) {
        // The numbers at the beginning decide most, so half of the changes are made there.
        let spoil = |bytes: &[u8], random: &mut Random| {
            let mut spoilt = bytes.to_vec();
            let at = if round % 2 == 0 { random.below(260) } else { random.below(bytes.len()) };
            spoilt[at] ^= u8::try_from(1 + random.below(255)).unwrap();
            spoilt
        };
        // A result, or an error: what matters is that both come back.
        let _ = Model::decode(&spoil(&model, &mut random)).map(|model| {
            let mut batch = Batch::default();
            batch.features.extend([1, 77, 90_000]);
            batch.end_group();
            model.weigh(&mut batch, |_| ());
        });
        let _ = Clusters::decode(&spoil(&clusters, &mut random))
            .map(|clusters| clusters.of_word("بغداد", (khabar::lang::PACKS[0].peel)("بغداد")));
    }
}

/// Bad lines are answered one by one, and the process lives on.
#[test]
fn any_line_of_ndjson_is_answered() {
    let mut random = Random(2_463_534_242);
    let seeds: Vec<Vec<u8>> = [
        r#"{"id": 1, "text": "وصل الوزير إلى بغداد أمس."}"#,
        r#"{"id": "a", "text": "قال محمد إن الأمر انتهى.", "published": "2024-02-29", "language": "ar"}"#,
        r#"{"id": null, "text": "", "published": "2024-13-01"}"#,
        r#"{"text": "\ud83d\ude00 \u0000 \u202e", "id": {"a": [1, 2.5e300, {}]}}"#,
        r#"[[[[[[{"id": 1e999}"#,
    ]
    .iter()
    .map(|line| line.as_bytes().to_vec())
    .collect();
    let mut input: Vec<u8> = Vec::new();
    let mut lines = 0;
    for _ in 0..rounds(400) {
        let mut line = changed(&seeds, &mut random);
        line.retain(|&byte| byte != b'\n' && byte != b'\r');
        if line.iter().all(|byte| byte.is_ascii_whitespace()) {
            continue;
        }
        lines += 1;
        input.extend(line);
        input.push(b'\n');
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_khabar"))
        .args(["analyse", "--ndjson", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 2)), "{:?}: {told}", output.status);
    assert!(!told.contains("panicked"), "{told}");
    let answers: Vec<serde_json::Value> = output
        .stdout
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(answers.len(), lines);
    let bad = answers.iter().filter(|answer| answer["error"].is_string()).count();
    assert!(bad > 0 && bad < lines, "{bad} of {lines} lines are bad");
}

/// Writes the seeds that are no text: `cargo test --test fuzzing seeds -- --ignored`.
#[test]
#[ignore = "writes fuzz/seeds"]
fn the_packed_seeds_are_written() {
    let row = |class, forms: &[&str], english: &str, attributes: &str| Row {
        class,
        forms: forms.iter().map(|form| form.split(' ').map(str::to_owned).collect()).collect(),
        canonical: forms[0].to_owned(),
        english: english.to_owned(),
        wikidata: 7747,
        attributes: attributes.to_owned(),
        keep: true,
    };
    let write = |path: &str, bytes: &[u8]| {
        let path = common::project("fuzz/seeds").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    let mut rows = vec![
        row(Class::Country, &["الامم المتحده", "امريكا"], "United Nations", "iso=US"),
        row(Class::GivenName, &["امريكا"], "", "f"),
        row(Class::City, &["القاهره"], "Cairo", "ambiguous,f"),
    ];
    write("lexicon/few", &pack(&rows).unwrap());
    rows.extend((0..40).map(|number| row(Class::CommonWord, &[&format!("كلمه{number}")], "", "")));
    write("lexicon/more", &pack(&rows).unwrap());
    let mut transitions = Transitions::default();
    transitions.first[1] = 0.5;
    transitions.next[1][2] = 1.5;
    let model = Model::encode(&transitions, &[(90_000, [0.0, 1.0, -1.0, 0.5, 0.0, 7.0, -3.0]), (12, [0.25; LABELS]), (77, [-2.0; LABELS])]);
    let clusters = Clusters::encode(&[("بغداد", 1), ("كتاب", 0), ("الوزير", 1)], &[[4, 5, 6], [7, 8, 9]]);
    write("model/weights", &[&[0], &model[..]].concat());
    write("model/clusters", &[&[1], &clusters[..]].concat());
    let length = u16::try_from(model.len()).unwrap().to_le_bytes();
    write("model/both", &[&[2], &length[..], &model, &clusters].concat());
}
