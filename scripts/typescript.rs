//! Prints the TypeScript declarations of everything that the module takes and gives. Closed sets come from the tables, the shapes
//! of objects from the structs of `src/report.rs` and `src/web.rs` themselves, read as text, with their documentation. A field
//! of a kind that is not known here stops the build, so that the declarations cannot fall behind.

use khabar::export::FORMATS;
use khabar::fact::FACTS;
use khabar::report::{SCHEMA, names};
use std::fmt::Write as _;
use std::process::ExitCode;

/// Where a struct is, its name in Rust and its name in TypeScript.
const STRUCTS: &[(&str, &str, &str)] = &[
    (REPORT, "Analysis", "Analysis"),
    (REPORT, "PublishedReport", "Published"),
    (REPORT, "ZoneReport", "Zone"),
    (REPORT, "MentionReport", "Mention"),
    (REPORT, "EntityReport", "Entity"),
    (REPORT, "DateReport", "DateExpression"),
    (REPORT, "SpanReport", "Span"),
    (REPORT, "FactReport", "FactOf<K extends FactKind>"),
    (REPORT, "ArgumentReport", "Argument<R extends string = Role>"),
    (WEB, "WebOptions", "AnalyseOptions"),
    (WEB, "LegendRow", "MentionKind"),
    (WEB, "FactKindRow", "FactKindLabels"),
    (WEB, "RoleRow", "RoleLabels"),
    (WEB, "FormatRow", "ExportFormat"),
    (WEB, "DecodedFile", "DecodedFile"),
];

const REPORT: &str = include_str!("../src/report.rs");
const WEB: &str = include_str!("../src/web.rs");

/// Fields whose words come from a closed set, or whose objects take a parameter.
const FIELDS: &[(&str, &str)] = &[
    ("Analysis.schema", "Schema"),
    ("Analysis.language", "Language"),
    ("Analysis.offsets", "OffsetUnit"),
    ("Analysis.facts", "Fact[]"),
    ("PublishedReport.source", "PublishedSource"),
    ("ZoneReport.kind", "ZoneKind"),
    ("ZoneReport.direction", "Direction"),
    ("MentionReport.kind", "MentionType"),
    ("EntityReport.kind", "EntityType"),
    ("DateReport.kind", "DateType"),
    ("DateReport.modifier", "DateModifier"),
    ("FactReport.kind", "K"),
    ("FactReport.args", "Argument<FactRoles[K]>[]"),
    ("FactReport.realis", "Realis"),
    ("FactReport.directness", "Directness"),
    ("FactReport.zone", "ZoneKind"),
    ("ArgumentReport.role", "R"),
    ("WebOptions.language", "Language | \"\""),
    ("LegendRow.id", "MentionType"),
    ("FactKindRow.id", "FactKind"),
    ("RoleRow.id", "Role"),
    ("FormatRow.id", "FormatId"),
];

fn main() -> ExitCode {
    match declarations() {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn declarations() -> Result<String, String> {
    let mut out =
        format!("// The types of khabar {}, made from its Rust tables and structs by scripts/typescript.rs.\n", env!("CARGO_PKG_VERSION"));
    let formats = FORMATS.iter().map(|row| row.id);
    let sets: [(&str, &str, Vec<&str>); 14] = [
        ("Schema", "The version of the contract.", vec![SCHEMA]),
        ("Language", "Languages, ISO 639-1.", names::languages().collect()),
        ("OffsetUnit", "Units of positions; the module counts in utf16, as JavaScript does.", names::offset_units().collect()),
        ("Direction", "The ways in which a line is read.", names::directions().collect()),
        ("PublishedSource", "Where a publication date comes from.", names::published_sources().collect()),
        ("ZoneKind", "What a stretch of the page can be.", names::zone_kinds().collect()),
        ("MentionType", "Types of mentions.", names::mention_types().collect()),
        ("EntityType", "Types of mentions that are linked to entities.", names::entity_types().collect()),
        ("DateType", "Types of expressions of time, of TIMEX3.", names::date_types().collect()),
        ("DateModifier", "Modifiers of expressions of time, of TIMEX3.", names::date_modifiers().collect()),
        ("Realis", "How real a fact is told to be.", names::realis().collect()),
        ("Directness", "How a statement gives what was said.", names::directness().collect()),
        ("FactKind", "Kinds of facts.", names::fact_kinds().collect()),
        ("FormatId", "Formats to take an Analysis away in.", formats.collect()),
    ];
    for (name, meaning, words) in sets {
        let _ = writeln!(out, "\n/** {meaning} */\nexport type {name} = {};", union(&words));
    }
    out.push_str("\n/** The roles of every kind of fact, in the order in which arguments are listed. */\nexport interface FactRoles {\n");
    for kind in FACTS {
        let _ = writeln!(out, "  /** {} */\n  {}: {};", kind.en, kind.id, union(kind.roles));
    }
    out.push_str("}\n\n/** Roles of facts. */\nexport type Role = FactRoles[FactKind];\n");
    out.push_str(
        "\n/** A fact; its kind says which roles its arguments have. */\nexport type Fact = { [K in FactKind]: FactOf<K> }[FactKind];\n",
    );
    for (source, rust, typescript) in STRUCTS {
        interface(source, rust, typescript, &mut out)?;
    }
    Ok(out)
}

fn union(words: &[&str]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(" | ")
}

/// Writes one struct. The source is as rustfmt leaves it: an attribute, a documentation line or a field a line.
fn interface(source: &str, rust: &str, typescript: &str, out: &mut String) -> Result<(), String> {
    let (before, body) = source
        .split_once(&format!("struct {rust} {{\n"))
        .ok_or_else(|| format!("there is no struct {rust} any more; see STRUCTS in scripts/typescript.rs"))?;
    let body = body.split("\n}").next().unwrap_or(body);
    let head: Vec<&str> = before.lines().rev().skip_while(|line| *line == "pub ").take_while(|line| line.starts_with(['#', '/'])).collect();
    let optional = head.contains(&"#[serde(default)]");
    out.push('\n');
    for line in head.iter().rev().filter_map(|line| line.strip_prefix("/// ")) {
        let _ = writeln!(out, "/** {line} */");
    }
    let _ = writeln!(out, "export interface {typescript} {{");
    let (mut documentation, mut attributes) = (Vec::new(), String::new());
    for line in body.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            documentation.push(words);
        } else if line.starts_with('#') {
            attributes.push_str(line);
        } else if let Some((name, kind)) = line.trim_start_matches("pub ").strip_suffix(',').and_then(|field| field.split_once(": ")) {
            if !documentation.is_empty() {
                let _ = writeln!(out, "  /** {} */", documentation.join(" "));
            }
            let shown = attributes.split_once("rename = \"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or(name);
            let place = format!("{rust}.{name}");
            let inner = kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>'));
            let named = FIELDS.iter().find(|row| row.0 == place).map(|row| row.1.to_owned());
            let value =
                named.map_or_else(|| plain(inner.unwrap_or(kind)).ok_or_else(|| format!("{place}: no TypeScript for {kind}")), Ok)?;
            let may_lack = optional || attributes.contains("skip_serializing_if");
            let null = if inner.is_some() && (optional || !may_lack) { " | null" } else { "" };
            let _ = writeln!(out, "  {shown}{}: {value}{null};", if may_lack { "?" } else { "" });
            (documentation, attributes) = (Vec::new(), String::new());
        }
    }
    out.push_str("}\n");
    Ok(())
}

fn plain(kind: &str) -> Option<String> {
    let list = kind.strip_prefix("Vec<").and_then(|kind| kind.strip_suffix('>'));
    if let Some(item) = list {
        return plain(item).map(|item| item + "[]");
    }
    match kind {
        "String" | "Cow<'static, str>" | "&'static str" => Some("string".to_owned()),
        "usize" | "f64" => Some("number".to_owned()),
        "bool" => Some("boolean".to_owned()),
        _ => {
            let row = STRUCTS.iter().find(|row| row.1 == kind)?;
            Some(row.2.split('<').next().unwrap_or(row.2).to_owned())
        }
    }
}
