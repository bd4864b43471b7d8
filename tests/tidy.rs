//! The state of the repository itself: sources named, nothing left open, nobody else's text committed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod common;

use common::{beside, files, project, read};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Longer than this, a file has more than one purpose.
const MOST_LINES: usize = 700;

/// The files that git has or would take, as paths from the root.
fn tracked() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(project(""))
        .output()
        .expect("git lists the files of the project");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).unwrap();
    let listed: Vec<String> = listed.split('\0').filter(|path| !path.is_empty() && project(path).is_file()).map(str::to_owned).collect();
    assert!(listed.iter().any(|path| path == "Cargo.toml"), "git lists no Cargo.toml: {listed:?}");
    listed
}

/// The content of a file, or `None` when it is not there or not text.
fn text(path: &str) -> Option<String> {
    String::from_utf8(std::fs::read(project(path)).ok()?).ok()
}

fn fail_on(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_folder_of_data_names_source_and_licence() {
    let mut folders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in tracked().iter().filter(|path| path.ends_with(".tsv") || path.ends_with(".bin")) {
        let (folder, _) = path.rsplit_once('/').unwrap_or((".", path));
        let sources = folders.entry(folder.to_owned()).or_default();
        // The last column of a word list says where the row is from.
        if path.ends_with(".tsv") {
            let rows = text(path).unwrap();
            let mut rows = rows.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
            if rows.next().is_some_and(|header| header.ends_with("\tsource")) {
                sources.extend(rows.filter_map(|row| row.rsplit('\t').next()).flat_map(|ids| ids.split(',')).map(str::to_owned));
            }
        }
    }
    let mut complaints = Vec::new();
    for (folder, sources) in folders {
        let Some(readme) = text(&format!("{folder}/README.md")) else {
            complaints.push(format!("{folder} holds data and has no README.md"));
            continue;
        };
        for word in ["source", "licence"] {
            if !readme.to_lowercase().contains(word) {
                complaints.push(format!("{folder}/README.md says nothing of a {word}"));
            }
        }
        for source in sources.iter().filter(|source| !readme.contains(&format!("`{source}`"))) {
            complaints.push(format!("{folder}/README.md does not explain the source `{source}` of its word lists"));
        }
    }
    fail_on(complaints);
}

#[test]
fn no_source_file_is_too_long() {
    let code = |path: &&String| {
        let outside = !path.starts_with("tests/") && !path.starts_with("www/");
        let extensionless = path.starts_with("scripts/") && !path.rsplit('/').next().unwrap().contains('.');
        outside && (extensionless || [".rs", ".mjs", ".js", ".py", ".sh"].iter().any(|extension| path.ends_with(extension)))
    };
    let lines = |path: &String| text(path).map_or(0, |content| content.lines().count());
    let long =
        tracked().iter().filter(code).map(|path| (path.clone(), lines(path))).filter(|(_, count)| *count > MOST_LINES).collect::<Vec<_>>();
    fail_on(long.iter().map(|(path, count)| format!("{path} has {count} lines; the bound is {MOST_LINES}")).collect());
}

#[test]
fn nothing_is_left_open() {
    // In two parts, so that this file does not find itself.
    let marks = [["tod", "o!("], ["unimple", "mented!("], ["db", "g!("], ["FIX", "ME"], ["TO", "DO"], ["debug", "ger;"]]
        .map(|parts| parts.concat());
    let mut complaints = Vec::new();
    for path in
        tracked().iter().filter(|path| ["src/", "www/", "tests/", "scripts/", "build.rs"].iter().any(|folder| path.starts_with(folder)))
    {
        for (index, line) in text(path).unwrap_or_default().lines().enumerate() {
            for mark in marks.iter().filter(|mark| line.contains(mark.as_str())) {
                complaints.push(format!("{path}:{}: {mark}", index + 1));
            }
        }
    }
    fail_on(complaints);
}

#[test]
fn every_module_says_what_it_is_for() {
    let modules = tracked().into_iter().filter(|path| path.starts_with("src/") && path.ends_with(".rs"));
    fail_on(
        modules
            .filter(|path| !text(path).unwrap().starts_with("//! "))
            .map(|path| format!("{path} does not begin with a //! comment"))
            .collect(),
    );
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = read(&project("README.md"));
    for command in ["scripts/serve", "scripts/test"] {
        assert!(readme.contains(command), "README.md does not name {command}");
    }
}

/// Names of files that only a build makes, or that lie beside the project.
const ELSEWHERE: [&str; 5] = ["../", "pkg/", "target/", "page.js", "page.css"];

#[test]
fn every_file_that_the_documentation_names_is_there() {
    let tracked = tracked();
    let folders: BTreeSet<&str> = tracked.iter().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect();
    let is_file = |name: &str| {
        let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or("", |(_, extension)| extension);
        let plain = name.chars().all(|character| character.is_ascii_alphanumeric() || "_.-/".contains(character));
        let known = ["rs", "js", "mjs", "md", "toml", "tsv", "css", "html", "py"].contains(&extension);
        plain && (known || name.split_once('/').is_some_and(|(folder, _)| folders.contains(folder)))
    };
    // A folder, a file, or the end of the path of either: the code map says once where the files of a row lie.
    let exists = |name: &str| {
        let name = name.trim_end_matches('/');
        tracked.iter().any(|path| format!("/{path}/").contains(&format!("/{name}/")))
    };
    let mut complaints = Vec::new();
    let mut named = 0;
    for path in tracked.iter().filter(|path| path.ends_with(".md")) {
        // Between fences stand whole commands, which make files of their own.
        let content = text(path).unwrap();
        let prose: String = content.split("```").step_by(2).collect();
        let quoted = prose.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).flat_map(str::split_whitespace);
        for name in quoted.filter(|name| is_file(name) && !ELSEWHERE.iter().any(|start| name.starts_with(start))) {
            named += 1;
            if !exists(name) {
                complaints.push(format!("{path} names {name}, which is not there"));
            }
        }
    }
    assert!(named > 100, "the documentation names {named} files");
    fail_on(complaints);
}

#[test]
fn no_sentence_of_the_seeds_is_committed() {
    let Some(folder) = beside("seeds") else {
        return;
    };
    let seeds = files(&folder, "txt");
    assert!(!seeds.is_empty(), "no seed in {}", folder.display());
    let whole: Vec<String> = seeds.iter().map(|path| read(path)).collect();
    let sentences: Vec<&str> =
        whole.iter().flat_map(|seed| seed.lines()).map(str::trim).filter(|line| line.chars().count() >= 80).collect();
    assert!(!sentences.is_empty(), "the seeds have no long line");
    let mut complaints = Vec::new();
    for path in tracked() {
        let Some(content) = text(&path) else { continue };
        complaints.extend(
            sentences
                .iter()
                .filter(|sentence| content.contains(**sentence))
                .map(|sentence| format!("{path} holds text of a seed: {sentence}")),
        );
    }
    fail_on(complaints);
}
