//! Many articles in one run of the command line: order, threads, packed input, resuming, bad and endless lines, being stopped.

#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{files, project, read};
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// What the help says a line may have.
const LONGEST_LINE: usize = 16 * 1024 * 1024;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khabar"));
    command.arg("analyse").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs to the end with so much on standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // In a thread of its own, since what comes out must be read while more goes in.
    let feeding = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    output
}

/// What a run prints that must succeed without a word on standard error.
fn good(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    let messages = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && messages.is_empty(), "{arguments:?}: {:?} {messages}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// Exit status, what was printed and what was said.
fn parts(output: Output) -> (Option<i32>, String, String) {
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn put(name: &str, content: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("batch");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn article(id: usize) -> String {
    let texts = texts();
    json!({ "id": format!("article {id}"), "text": texts[id % texts.len()], "published": "2024-03-12" }).to_string()
}

fn texts() -> &'static [String] {
    static TEXTS: OnceLock<Vec<String>> = OnceLock::new();
    TEXTS.get_or_init(|| files(&project("tests/articles"), "txt").iter().map(|path| read(path)).collect())
}

/// Sixty articles; among them bad lines of every kind, blank lines, one without an end.
fn mixed() -> &'static str {
    static INPUT: OnceLock<String> = OnceLock::new();
    INPUT.get_or_init(|| {
        let mut lines = Vec::new();
        for id in 0..60 {
            lines.push(article(id));
            match id {
                7 => lines.push("{\"id\": 7.5, \"text\": ".to_owned()),
                19 => lines.extend([String::new(), "  \t\r".to_owned()]),
                23 => lines.push("{\"id\": \"no text\"}".to_owned()),
                31 => lines.push("{\"id\": [31], \"text\": \"x\", \"published\": \"yesterday\"}".to_owned()),
                _ => {}
            }
        }
        lines.join("\n")
    })
}

/// Its lines that are not blank: 63.
const ARTICLES: usize = 63;

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zstandard(text: &[u8]) -> Vec<u8> {
    compress_to_vec(text, CompressionLevel::Fastest)
}

fn expected() -> &'static str {
    static OUTPUT: OnceLock<String> = OnceLock::new();
    OUTPUT.get_or_init(|| good(&["--ndjson", "--threads", "1"], mixed().as_bytes()))
}

#[test]
fn every_number_of_threads_prints_the_same_bytes() {
    assert_eq!(expected().lines().count(), ARTICLES);
    for threads in ["2", "3", "16"] {
        assert!(good(&["--ndjson", "--threads", threads], mixed().as_bytes()) == expected(), "{threads} threads");
    }
    assert!(good(&["--ndjson"], mixed().as_bytes()) == expected(), "as many threads as cores");
}

#[test]
fn an_answer_stands_for_each_line_in_order_and_names_what_is_bad() {
    let answers: Vec<Value> = expected().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids = answers.iter().filter(|answer| answer.get("error").is_none()).map(|answer| answer["id"].as_str().unwrap().to_owned());
    assert!(ids.eq((0..60).map(|id| format!("article {id}"))));
    let bad: Vec<(&Value, &str)> =
        answers.iter().filter_map(|answer| Some((&answer["id"], answer.get("error")?.as_str().unwrap()))).collect();
    assert_eq!(bad.len(), 3);
    // Blank lines are counted in the numbers of lines.
    for ((id, error), (expected, start)) in bad.into_iter().zip([
        (Value::Null, "line 9: no JSON: "),
        (json!("no text"), "line 28: missing field `text`"),
        (json!([31]), "line 37: published: \"yesterday\" "),
    ]) {
        assert_eq!(*id, expected);
        assert!(error.starts_with(start), "{error}");
    }
    let one = serde_json::to_value(khabar::analyse(&texts()[4], &khabar::Options::default().published("2024-03-12").unwrap())).unwrap();
    for (field, value) in one.as_object().unwrap() {
        assert_eq!(&answers[4][field], value, "{field}");
    }
}

#[test]
fn a_line_that_is_not_text_is_told() {
    let input = [article(0).as_bytes(), b"\n{\"id\": 1, \"text\": \"\xFF\"}\n", article(2).as_bytes()].concat();
    let printed = good(&["--ndjson"], &input);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[1], "{\"id\":null,\"error\":\"line 2: not UTF-8 at byte 19 of the line\"}");
    assert_eq!(lines.len(), 3);
}

#[test]
fn packed_input_is_known_by_its_name_and_by_its_first_bytes() {
    let text = mixed().as_bytes();
    for (extension, packed) in [("gz", gzip(text)), ("zst", zstandard(text))] {
        let named = put(&format!("packed.ndjson.{extension}"), &packed);
        assert!(good(&[named.to_str().unwrap()], b"") == expected(), "by its name alone: {extension}");
        let unnamed = put(&format!("packed-{extension}"), &packed);
        assert!(good(&["--ndjson", unnamed.to_str().unwrap()], b"") == expected(), "by its first bytes: {extension}");
        assert!(good(&["--ndjson"], &packed) == expected(), "on standard input: {extension}");
        let whole = put(
            &format!("article.txt.{extension}"),
            &if extension == "gz" { gzip(texts()[0].as_bytes()) } else { zstandard(texts()[0].as_bytes()) },
        );
        assert_eq!(good(&[whole.to_str().unwrap()], b""), good(&[], texts()[0].as_bytes()));
        let misnamed = put(&format!("text.ndjson.{extension}"), text);
        let (status, printed, message) = parts(run(&[misnamed.to_str().unwrap()], b""));
        assert!(
            status == Some(2) && printed.is_empty() && message.contains("its name says") && message.contains("text.ndjson"),
            "{message}"
        );
        let empty = put(&format!("empty.ndjson.{extension}"), b"");
        assert!(parts(run(&[empty.to_str().unwrap()], b"")).2.contains("it is empty"));
    }
}

#[test]
fn packed_parts_that_were_joined_are_read_one_after_the_other() {
    let (first, second) = mixed().split_at(mixed().len() / 3);
    let (first, second) = (first.as_bytes(), second.as_bytes());
    // A frame that holds no data, as tools put it between others.
    let skippable = [&[0x53, 0x2A, 0x4D, 0x18, 5, 0, 0, 0][..], b"notes"].concat();
    for packed in [[gzip(first), gzip(second)].concat(), [skippable.clone(), zstandard(first), skippable, zstandard(second)].concat()] {
        assert!(good(&["--ndjson"], &packed) == expected());
    }
}

/// What other programs pack, at the levels that people use.
#[test]
fn what_the_programs_pack_is_read() {
    let input = put("by-program.ndjson", mixed().as_bytes());
    for line in ["gzip -9", "zstd -q -c", "zstd -q -c -19", "zstd -q -c --ultra -22 --long=27", "zstd -q -c --no-check -1"] {
        let mut words = line.split(' ');
        let program = words.next().unwrap();
        let packing = Command::new(program).args(words).stdin(std::fs::File::open(&input).unwrap()).stderr(Stdio::null()).output();
        let Ok(packed) = packing else {
            eprintln!("skipped: {program} is not installed");
            continue;
        };
        assert!(packed.status.success(), "{line}");
        assert!(good(&["--ndjson"], &packed.stdout) == expected(), "{line}");
    }
}

#[test]
fn a_packed_file_that_breaks_off_is_named_and_read_as_far_as_it_goes() {
    // Of Zstandard whole blocks can be read, which hold up to 128 kB.
    let input: String = (0..300).map(|id| article(id) + "\n").collect();
    let expected = good(&["--ndjson"], input.as_bytes());
    for (extension, packed) in [("gz", gzip(input.as_bytes())), ("zst", zstandard(input.as_bytes()))] {
        let cut = put(&format!("cut.ndjson.{extension}"), &packed[..packed.len() * 9 / 10]);
        let next = put("after-cut.ndjson", article(0).as_bytes());
        let (status, printed, message) = parts(run(&[cut.to_str().unwrap(), next.to_str().unwrap()], b""));
        assert_eq!(status, Some(2), "{message}");
        assert!(message.contains(&format!("cut.ndjson.{extension}: line ")) && message.contains("the file is not whole"), "{message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        // The answers to the whole lines before, then those of the next file.
        let lines: Vec<&str> = printed.lines().collect();
        let before = &lines[..lines.len() - 1];
        assert!(before.len() > 100, "{} lines of {extension}", before.len());
        assert!(expected.starts_with(&before.join("\n")), "{extension}");
        assert_eq!(lines.last(), expected.lines().next().as_ref());
    }
}

#[test]
fn a_damaged_packed_file_is_told_and_does_no_harm() {
    for (extension, packed) in [("gz", gzip(mixed().as_bytes())), ("zst", zstandard(mixed().as_bytes()))] {
        for part in 0..12 {
            let mut damaged = packed.clone();
            let at = 4 + part * (damaged.len() - 5) / 11;
            damaged[at] ^= 0x55;
            let path = put(&format!("damaged.ndjson.{extension}"), &damaged);
            let (status, printed, message) = parts(run(&[path.to_str().unwrap()], b""));
            // A few bytes of a header, such as a time, change nothing that is read.
            if status == Some(0) {
                assert!(at < 12 && printed == expected(), "{extension}: byte {at} changed unseen");
            } else {
                assert_eq!(status, Some(2), "{extension}: byte {at}: {message}");
                assert!(message.contains("damaged.ndjson"), "{message}");
            }
            assert!(printed.is_empty() || printed.ends_with('\n'));
        }
    }
}

#[test]
fn a_run_resumes_where_another_stopped() {
    let input = mixed().as_bytes();
    for skip in [0, 1, 20, ARTICLES] {
        let expected: String = expected().split_inclusive('\n').skip(skip).collect();
        assert!(good(&["--ndjson", "--skip", &skip.to_string()], input) == expected, "--skip {skip}");
    }
    let (status, printed, message) = parts(run(&["--ndjson", "--skip", "64"], input));
    assert!(status == Some(2) && printed.is_empty() && message.contains("only 63 articles"), "{message}");
}

#[test]
fn articles_to_skip_are_counted_through_all_files() {
    let (first, second) = mixed().split_at(mixed().match_indices('\n').nth(29).unwrap().0 + 1);
    let first = put("first.ndjson", first.as_bytes());
    let second = put("second.ndjson.gz", &gzip(second.as_bytes()));
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    let whole = good(&[first, second], b"");
    let count = good(&[first], b"").lines().count();
    for skip in [count - 1, count, count + 1, count + 10] {
        let expected: String = whole.split_inclusive('\n').skip(skip).collect();
        assert!(good(&["--skip", &skip.to_string(), first, second], b"") == expected, "--skip {skip}");
    }
}

#[test]
fn lines_of_a_part_can_be_numbered_as_in_the_whole() {
    let at = mixed().match_indices('\n').nth(24).unwrap().0 + 1;
    let (first, second) = mixed().split_at(at);
    let parts = good(&["--ndjson"], first.as_bytes()) + &good(&["--ndjson", "--first-line", "26"], second.as_bytes());
    assert!(parts == expected());
}

#[test]
fn an_endless_line_is_passed_over_without_being_held() {
    let long = LONGEST_LINE * 8;
    let mut child = command(&["--ndjson"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeding = std::thread::spawn(move || {
        stdin.write_all(b"{\"id\": 1, \"text\": \"").unwrap();
        let piece = "خبر ".repeat(1 << 14);
        for _ in 0..long / piece.len() {
            stdin.write_all(piece.as_bytes()).unwrap();
        }
        stdin.write_all(format!("\"}}\n{}\n", article(2)).as_bytes()).unwrap();
        stdin.flush().unwrap();
        // It is asked for its memory while it waits for more.
        stdin
    });
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let (mut first, mut second) = (String::new(), String::new());
    output.read_line(&mut first).unwrap();
    output.read_line(&mut second).unwrap();
    assert_eq!(first, format!("{{\"id\":null,\"error\":\"line 1: longer than {LONGEST_LINE} bytes\"}}\n"));
    assert!(second.starts_with("{\"id\":\"article 2\","), "{second}");
    if let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", child.id())) {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let peak: usize = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(peak * 1024 < long / 2, "{peak} kB for a line of {} kB", long / 1024);
    } else {
        eprintln!("skipped: this system does not tell the memory of a process in /proc");
    }
    drop(feeding.join().unwrap());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_line_of_just_the_limit_is_read() {
    let frame = "{\"id\": 1, \"text\": \"\"}".len();
    let line = |length: usize| format!("{{\"id\": 1, \"text\": \"{}\"}}\n", " ".repeat(length - frame));
    let printed = good(&["--ndjson"], line(LONGEST_LINE).as_bytes());
    assert!(printed.starts_with("{\"id\":1,\"schema\""), "{:.80}", printed);
    let printed = good(&["--ndjson"], line(LONGEST_LINE + 1).as_bytes());
    assert!(printed.contains("longer than"), "{:.80}", printed);
}

/// While one article takes long, those behind it do not pile up: the reader stops taking lines.
#[cfg(unix)]
#[test]
fn nothing_piles_up_behind_an_article_that_takes_long() {
    let slow = json!({ "id": "slow", "text": texts()[0].repeat(700) }).to_string();
    let mut child = command(&["--ndjson", "--threads", "2"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(format!("{slow}\n").as_bytes()).unwrap();
    let fed = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let feeding = {
        let fed = std::sync::Arc::clone(&fed);
        std::thread::spawn(move || {
            for id in 0..1000 {
                if writeln!(stdin, "{}", article(id)).is_err() {
                    return;
                }
                fed.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            }
        })
    };
    let mut output = BufReader::new(child.stdout.take().unwrap());
    // The first byte of the first answer: until then the slow article was being analysed.
    let mut first = [0];
    output.read_exact(&mut first).unwrap();
    let before = fed.load(std::sync::atomic::Ordering::SeqCst);
    // Two threads hold 128 lines; a pipe and the buffers hold some dozens more.
    assert!(before < 500, "{before} of 1000 lines were read while the first was analysed");
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();
    feeding.join().unwrap();
    assert_eq!(rest.lines().count(), 1001);
    assert!(child.wait().unwrap().success());
}

#[test]
fn whoever_has_read_enough_is_not_told_anything() {
    let mut child = command(&["--ndjson"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeding = std::thread::spawn(move || (0..500).all(|id| writeln!(stdin, "{}", article(id)).is_ok()));
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let (status, _, message) = parts(child.wait_with_output().unwrap());
    assert!(!feeding.join().unwrap(), "it read on though nobody listened");
    assert_eq!((status, message.as_str()), (Some(0), ""));
    assert!(first.starts_with("{\"id\":\"article 0\""));
}

/// What was ready is printed before the input ends.
#[test]
fn an_answer_does_not_wait_for_more_input() {
    let mut child = command(&["--ndjson"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{}", article(id)).unwrap();
        stdin.flush().unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"id\":\"article {id}\"")));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
fn signal(name: &str, child: &Child) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_leaves_whole_lines_and_says_where_to_go_on() {
    for (name, code) in [("-INT", 130), ("-TERM", 143)] {
        let input: String = (0..4000).map(|id| article(id) + "\n").collect();
        let input = put("stopped.ndjson", input.as_bytes());
        let printed = put("stopped.out", b"");
        let arguments = ["--skip", "5", input.to_str().unwrap()];
        let child = command(&arguments).stdout(std::fs::File::create(&printed).unwrap()).spawn().unwrap();
        let started = Instant::now();
        while std::fs::metadata(&printed).unwrap().len() < 300_000 {
            assert!(started.elapsed() < Duration::from_secs(60), "nothing is printed");
            std::thread::sleep(Duration::from_millis(5));
        }
        signal(name, &child);
        let (status, _, message) = parts(child.wait_with_output().unwrap());
        assert_eq!(status, Some(code), "{message}");
        let printed = read(&printed);
        assert!(printed.ends_with('\n'));
        assert!(printed.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
        let done = printed.lines().count() + 5;
        assert!(done < 4000, "it ran to the end");
        assert_eq!(message, format!("khabar: stopped; {done} articles are done, and --skip {done} goes on from there\n"));
    }
}

#[test]
fn progress_is_shown_when_asked_for_or_on_a_terminal() {
    let input = put("progress.ndjson", mixed().as_bytes());
    let input = input.to_str().unwrap();
    let (status, printed, message) = parts(run(&["--progress", input], b""));
    assert!(status == Some(0) && printed == expected());
    assert!(message.starts_with("khabar: 63 articles (3 bad), ") && message.contains(" MB/s, 0:00:"), "{message}");
    // Not a terminal: `good` sees that nothing is said unasked.
    good(&[input], b"");
    // A terminal of its own for standard error, which script(1) makes.
    for (option, shown) in [("", true), ("--quiet", false)] {
        let line = format!("{{ cat '{input}'; sleep 1; }} | '{}' analyse --ndjson {option} > /dev/null", env!("CARGO_BIN_EXE_khabar"));
        let Ok(output) = Command::new("script").args(["-q", "-e", "-c", &line, "/dev/null"]).stdin(Stdio::null()).output() else {
            eprintln!("skipped: there is no script(1) to make a terminal");
            return;
        };
        let seen = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{seen}");
        assert_eq!(seen.contains("\r\u{1b}[Kkhabar: 63 articles (3 bad), "), shown, "{option}: {seen:?}");
        assert_eq!(seen.is_empty(), !shown, "{option}: {seen:?}");
    }
}

#[test]
fn a_file_longer_than_a_text_may_be_is_refused_before_it_is_read() {
    let path = put("long.txt", b"");
    // A hole: nothing is written.
    std::fs::File::options().write(true).open(&path).unwrap().set_len(5 << 30).unwrap();
    let (code, output, message) = parts(run(&["analyse", path.to_str().unwrap()], b""));
    std::fs::remove_file(&path).unwrap();
    assert_eq!((code, output.as_str()), (Some(2), ""), "{message}");
    assert!(message.contains("long.txt") && message.contains("longer than 4 GiB") && message.contains(".ndjson"), "{message}");
}

#[test]
fn several_whole_files_are_printed_in_the_order_given() {
    let paths = files(&project("tests/articles"), "txt");
    let mut names: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    names.insert(2, "no such file.txt");
    let (status, printed, message) = parts(run(&[&["--format", "ndjson"][..], &names].concat(), b""));
    assert_eq!((status, message.as_str()), (Some(2), "khabar: no such file.txt: there is no such file\n"));
    names.remove(2);
    let ids: Vec<Value> = printed.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
    assert_eq!(ids, names);
}

#[test]
fn options_that_mean_nothing_are_refused() {
    for (arguments, named) in [
        (&["--threads", "0", "--ndjson"][..], "--threads \"0\""),
        (&["--threads", "all"], "--threads \"all\""),
        (&["--skip", "-1", "--ndjson"], "--skip"),
        (&["--skip", "3", "article.txt"], "article.txt holds one"),
        (&["--first-line", "3"], "--first-line is for"),
    ] {
        let (status, printed, message) = parts(run(arguments, b""));
        assert!(status == Some(2) && printed.is_empty() && message.contains(named), "{arguments:?}: {message}");
    }
}
