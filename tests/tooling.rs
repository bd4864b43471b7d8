//! wasm-pack.toml is read by our scripts alone, so nothing but these tests keeps it in step with what cargo, wasm-pack
//! and the browser read.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod common;

use common::{project, read};

/// The value of `key = …` in `[section]`, over several lines when it is a list. Enough of TOML for these files.
fn setting(file: &str, section: &str, key: &str) -> String {
    let source = read(&project(file));
    let mut lines = source
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != format!("[{section}]"))
        .skip(1);
    let mut lines = lines
        .by_ref()
        .take_while(|line| !line.starts_with('[') || line.ends_with(','));
    let first = lines.find_map(|line| {
        line.strip_prefix(key)?
            .trim_start()
            .strip_prefix('=')
            .map(str::trim)
            .map(str::to_owned)
    });
    let mut value = first.unwrap_or_else(|| panic!("{file}: no {key} in [{section}]"));
    while value.starts_with('[') && !value.ends_with(']') {
        value.push_str(
            lines
                .next()
                .unwrap_or_else(|| panic!("{file}: the list {key} is not closed")),
        );
    }
    value
}

/// The quoted strings of a value: one, or the items of a list.
fn strings(value: &str) -> Vec<String> {
    value
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> String {
    let source = read(&project("Cargo.lock"));
    let name = format!("name = \"{package}\"");
    let mut lines = source.lines().skip_while(|line| *line != name).skip(1);
    let version = lines
        .next()
        .unwrap_or_else(|| panic!("Cargo.lock: no package {package}"));
    strings(version).concat()
}

#[test]
fn the_first_line_says_who_reads_the_file() {
    let source = read(&project("wasm-pack.toml"));
    assert!(
        source
            .lines()
            .next()
            .unwrap()
            .contains("wasm-pack itself does not read this file")
    );
}

#[test]
fn the_command_line_tool_has_the_version_of_the_crate() {
    assert_eq!(
        strings(&setting("wasm-pack.toml", "tools", "wasm-bindgen")),
        [locked("wasm-bindgen")]
    );
}

#[test]
fn wasm_opt_gets_the_same_flags_from_wasm_pack() {
    let ours = strings(&setting("wasm-pack.toml", "build", "wasm-opt"));
    assert!(
        ours[0].starts_with("-O"),
        "the first flag is how hard to optimise: {ours:?}"
    );
    assert_eq!(
        ours,
        strings(&setting(
            "Cargo.toml",
            "package.metadata.wasm-pack.profile.release",
            "wasm-opt"
        ))
    );
}

#[test]
fn the_browser_gets_the_same_flags_from_the_test_runner() {
    let capabilities: serde_json::Value =
        serde_json::from_str(&read(&project("webdriver.json"))).unwrap();
    let args = capabilities["goog:chromeOptions"]["args"]
        .as_array()
        .unwrap();
    let args: Vec<&str> = args.iter().map(|arg| arg.as_str().unwrap()).collect();
    assert_eq!(
        args,
        strings(&setting("wasm-pack.toml", "browser", "flags"))
    );
}

#[test]
fn git_ignores_the_built_module() {
    let out_dir = strings(&setting("wasm-pack.toml", "build", "out-dir")).concat();
    let ignored = read(&project(".gitignore"));
    assert!(
        ignored.lines().any(|line| line == format!("/{out_dir}")),
        "/{out_dir} is not in .gitignore"
    );
}

#[test]
fn the_budget_is_a_number_of_bytes() {
    let budget: u64 = setting("wasm-pack.toml", "size", "brotli-budget")
        .parse()
        .unwrap();
    assert!((100_000..=700_000).contains(&budget), "{budget}");
}

/// The scripts read the file with awk, which sees one line at a time.
#[test]
fn the_scripts_can_read_every_setting() {
    for line in read(&project("wasm-pack.toml"))
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '[']))
    {
        let (key, value) = line
            .split_once(" = ")
            .unwrap_or_else(|| panic!("not `key = value`: {line}"));
        assert!(
            !key.contains(' ')
                && !value.contains('#')
                && (value.starts_with('[') == value.ends_with(']')),
            "{line}"
        );
    }
}

#[cfg(unix)]
#[test]
fn continuous_integration_runs_the_one_command_and_no_other() {
    let commands = read(&project(".ci/run"));
    let commands: Vec<&str> = commands
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    assert!(
        matches!(commands[..], [only] if only.contains("scripts/test")),
        "{commands:?}"
    );
    use std::os::unix::fs::PermissionsExt;
    for script in ["setup", "build-wasm", "serve", "test"] {
        let mode = std::fs::metadata(project("scripts").join(script))
            .unwrap()
            .permissions()
            .mode();
        assert!(mode & 0o111 != 0, "scripts/{script} cannot be executed");
    }
}
