//! wasm-pack.toml is read by our scripts alone, so nothing but these tests keeps it in step with what cargo, wasm-pack
//! and the browser read.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{project, read};

/// The value of `key = …` in `[section]`, over several lines when it is a list. Enough of TOML for these files.
fn setting(file: &str, section: &str, key: &str) -> String {
    let source = read(&project(file));
    let (_, body) = source.split_once(&format!("\n[{section}]\n")).unwrap_or_else(|| panic!("{file}: no section [{section}]"));
    let body = body.split("\n[").next().unwrap_or(body);
    let start =
        body.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap_or_else(|| panic!("{file}: no {key} in [{section}]"));
    let (_, rest) = body.split_once(start).unwrap();
    let (_, first) = start.split_once('=').unwrap();
    let value = first.trim().to_owned();
    if value.starts_with('[') && !value.ends_with(']') {
        let (items, _) = rest.split_once(']').unwrap_or_else(|| panic!("{file}: the list {key} is not closed"));
        return value + items + "]";
    }
    value
}

/// The quoted strings of a value: one, or the items of a list.
fn strings(value: &str) -> Vec<String> {
    let odd = value.split('"').enumerate().filter(|(at, _)| at % 2 == 1);
    odd.map(|(_, quoted)| quoted.to_owned()).collect()
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> String {
    let source = read(&project("Cargo.lock"));
    let (_, rest) = source.split_once(&format!("\nname = \"{package}\"\n")).unwrap_or_else(|| panic!("Cargo.lock: no package {package}"));
    strings(rest.lines().next().unwrap()).concat()
}

#[test]
fn the_first_line_says_who_reads_the_file() {
    let source = read(&project("wasm-pack.toml"));
    assert!(source.lines().next().unwrap().contains("wasm-pack itself does not read this file"));
}

#[test]
fn the_command_line_tool_has_the_version_of_the_crate() {
    assert_eq!(strings(&setting("wasm-pack.toml", "tools", "wasm-bindgen")), [locked("wasm-bindgen")]);
}

#[test]
fn wasm_opt_gets_the_same_flags_from_wasm_pack() {
    let ours = strings(&setting("wasm-pack.toml", "build", "wasm-opt"));
    assert!(ours[0].starts_with("-O"), "the first flag is how hard to optimise: {ours:?}");
    assert_eq!(ours, strings(&setting("Cargo.toml", "package.metadata.wasm-pack.profile.release", "wasm-opt")));
}

#[test]
fn the_browser_gets_the_same_flags_from_the_test_runner() {
    let capabilities: serde_json::Value = serde_json::from_str(&read(&project("webdriver.json"))).unwrap();
    let args = capabilities["goog:chromeOptions"]["args"].as_array().unwrap();
    let args: Vec<&str> = args.iter().map(|arg| arg.as_str().unwrap()).collect();
    assert_eq!(args, strings(&setting("wasm-pack.toml", "browser", "flags")));
}

#[test]
fn git_ignores_the_built_module() {
    let out_dir = strings(&setting("wasm-pack.toml", "build", "out-dir")).concat();
    let ignored = read(&project(".gitignore"));
    assert!(ignored.lines().any(|line| line == format!("/{out_dir}")), "/{out_dir} is not in .gitignore");
}

#[test]
fn the_budgets_are_numbers_of_bytes() {
    let budget: u64 = setting("wasm-pack.toml", "size", "brotli-budget").parse().unwrap();
    assert!((100_000..=1_500_000).contains(&budget), "{budget}");
    let site: u64 = setting("wasm-pack.toml", "size", "site-budget").parse().unwrap();
    assert!((budget..=1_600_000).contains(&site), "{site}");
}

/// The scripts read the file with awk, which sees one line at a time.
#[test]
fn the_scripts_can_read_every_setting() {
    for line in read(&project("wasm-pack.toml")).lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '['])) {
        let (key, value) = line.split_once(" = ").unwrap_or_else(|| panic!("not `key = value`: {line}"));
        assert!(!key.contains(' ') && !value.contains('#') && (value.starts_with('[') == value.ends_with(']')), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn continuous_integration_runs_the_one_command_and_no_other() {
    let commands = read(&project(".ci/run"));
    let commands: Vec<&str> = commands.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(matches!(commands[..], [only] if only.contains("scripts/test")), "{commands:?}");
    use std::os::unix::fs::PermissionsExt;
    for script in
        ["setup", "build-wasm", "serve", "test", "bench", "package", "audit", "reproducible", "spark-example", "linear", "fuzz", "miri"]
    {
        let mode = std::fs::metadata(project("scripts").join(script)).unwrap().permissions().mode();
        assert!(mode & 0o111 != 0, "scripts/{script} cannot be executed");
    }
}

/// Runs a script to where it refuses its arguments, which is before it builds anything.
#[cfg(unix)]
fn refusal(script: &str, arguments: &[&str]) -> String {
    let output = std::process::Command::new(project("scripts").join(script)).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{script} {arguments:?}");
    assert!(output.stdout.is_empty(), "{script} {arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[cfg(unix)]
#[test]
fn serve_names_what_is_wrong_with_its_arguments() {
    for (arguments, named) in [
        (&["--prot", "1"][..], "--prot"),
        (&["--port"], "--port needs a number"),
        (&["--port", "80a"], "80a"),
        (&["--port", "65536"], "65536"),
        (&["--port", "8000", "--build", "target/site"], "--port and --build"),
        (&["--build"], "--build needs a directory"),
        (&["--build", ""], "--build needs a directory"),
        (&["--force"], "--build"),
        (&["--build", "Cargo.toml"], "Cargo.toml is not a directory"),
        (&["--build", "www"], "part of the project"),
        (&["--build", "."], "holds the project"),
    ] {
        let message = refusal("serve", arguments);
        assert!(message.contains(named), "{arguments:?}: {message}");
    }
}

#[cfg(unix)]
#[test]
fn bench_names_what_is_wrong_with_its_arguments() {
    for (arguments, named) in [
        (&["--size", "3"][..], "--size"),
        (&["--sizes"], "--sizes needs a value"),
        (&["--json"], "--json needs a value"),
        (&["--articles", "1000"], "--articles goes with --batch"),
        (&["--batch", "--sizes", "3"], "--sizes does not go with --batch"),
        (&["--batch", "--short"], "--short does not go with --batch"),
        (&["--batch", "--no-build", "--articles", "many"], "--articles many"),
    ] {
        let message = refusal("bench", arguments);
        assert!(message.contains(named), "{arguments:?}: {message}");
    }
}

#[cfg(unix)]
#[test]
fn the_long_checks_name_what_is_wrong_with_their_arguments() {
    for (script, arguments, named) in [
        ("fuzz", &["--second", "3"][..], "--second"),
        ("fuzz", &["--seconds"], "--seconds needs a number"),
        ("fuzz", &["--seconds", "3s"], "3s"),
        ("fuzz", &["nonesuch"], "nonesuch"),
        ("linear", &["--size", "3"], "--size"),
        ("linear", &["--sizes", "3"], "two sizes"),
        ("linear", &["--only", "nonesuch"], "nonesuch"),
        ("miri", &["--all"], "--all"),
        ("size", &["--part"], "--part"),
        ("size", &["--time-part", "--site", "x"], "not allowed with"),
    ] {
        let message = refusal(script, arguments);
        assert!(message.contains(named), "{script} {arguments:?}: {message}");
    }
}

#[cfg(unix)]
#[test]
fn serve_does_not_overwrite_a_directory_that_it_did_not_write() {
    let taken = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("taken");
    std::fs::create_dir_all(&taken).unwrap();
    std::fs::write(taken.join("thesis.txt"), "years of work").unwrap();
    let message = refusal("serve", &["--build", taken.to_str().unwrap()]);
    assert!(message.contains("--force"), "{message}");
    assert_eq!(read(&taken.join("thesis.txt")), "years of work");
}
