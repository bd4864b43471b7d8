//! What the command line understands: its help, its options, and which of them go together.

use crate::Failure;
use crate::input::{LONGEST_LINE, unpacked_name};
use khabar::Options;
use khabar::export::{self, Format};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::str::FromStr;

const HELP: &str = "\
khabar: names, dates and facts of Arabic news articles

Usage: khabar analyse [OPTIONS] [FILE...]
       khabar export --analysis JSON --format FORMAT [FILE]
       khabar tag [--language CODE] [FILE...]

Without FILE, or with -, the text is read from standard input. 'analyse' prints one Analysis for each input, as JSON on a line
or in another format; 'export' prints an Analysis of FILE that is there already, perhaps corrected by hand, in a format. 'tag'
reads tokens, one a line with a blank line between sentences (further columns are not read), and prints each with the label
that the trained name tagger alone gives it: B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG or O, after a tab.

What is packed with gzip or Zstandard (.gz, .zst, or so packed on standard input) is unpacked as it is read.

Options:
  --published DATE   publication date, YYYY-MM-DD or YYYY-MM-DDTHH:MM; otherwise the text must say it
  --language CODE    ar or en; otherwise the text decides
  --offsets UNIT     what start and end count: char (default, Unicode code points), utf16 or byte
  --format FORMAT    json (default), or ndjson, which adds the name of the file as \"id\"; for one input also
                     @FORMATS@
  --table TABLE      for --format csv: entities (default), dates or facts
  --bom              begin with a byte-order mark, which Excel needs to read Arabic in a CSV file
  --analysis JSON    the file with the Analysis to export
  --explain          name the rule behind every mention, date and fact
  -h, --help         print this help
  -V, --version      print the version

Options for many articles:
  --ndjson           the input holds one {\"id\", \"text\", \"published\"?, \"language\"?} a line (so does a FILE ending in
                     .ndjson, .ndjson.gz or .ndjson.zst); one Analysis with that id is printed for each line, in order, and
                     for a bad line {\"id\", \"error\"}. Blank lines are passed over. A line may have @LONGEST@ bytes.
  --threads N        how many articles are analysed at a time; default: as many as the machine has cores. What is printed
                     and its order do not depend on it
  --skip N           resume: pass over the first N articles, counted through all the FILEs in the order given. Blank lines are
                     not counted and bad lines are, so that N is the number of lines that an earlier run printed
  --first-line N     the number of the first line of each FILE in the messages about bad lines, when it is a part of
                     something longer; default: 1
  --progress         show articles, articles/s, MB/s and time on standard error every ten seconds; on a terminal they are
                     shown without being asked for
  --quiet            show no progress on a terminal

Ctrl-C leaves whole lines in the output, and says the number for --skip.

Exit status: 0 when every input was analysed, 2 when an argument or an input could not be used, 130 or 143 when stopped by
Ctrl-C or by a request to terminate.
";

const COMMANDS: &str = "'analyse', 'export' and 'tag'";

pub enum Command {
    Analyse(Arguments),
    Tag(Arguments),
    Print(String),
}

pub struct Arguments {
    pub options: Options,
    pub output: Output,
    pub byte_order_mark: bool,
    /// The Analysis to export instead of making one.
    pub analysis: Option<PathBuf>,
    /// Never empty.
    pub files: Vec<PathBuf>,
    /// Articles at a time.
    pub threads: NonZeroUsize,
    /// Articles to pass over.
    pub skip: u64,
    /// The number of the first line of each file.
    pub first_line: u64,
    pub progress: Wish,
    ndjson_input: bool,
}

/// What is printed for an input.
#[derive(Clone, Copy, Default)]
pub enum Output {
    /// An Analysis a line.
    #[default]
    Json,
    /// The same, with the name of the file as its id.
    Identified,
    /// A whole file, for one input.
    File(&'static Format),
}

/// What the user said about showing progress.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Wish {
    #[default]
    Unsaid,
    Shown,
    Quiet,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            options: Options::default(),
            output: Output::Json,
            byte_order_mark: false,
            analysis: None,
            files: Vec::new(),
            threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            skip: 0,
            first_line: 1,
            progress: Wish::Unsaid,
            ndjson_input: false,
        }
    }
}

impl Arguments {
    /// Whether the input holds an article a line.
    pub fn has_lines(&self, file: &Path) -> bool {
        self.analysis.is_none() && (self.ndjson_input || unpacked_name(file).extension().is_some_and(|extension| extension == "ndjson"))
    }
}

/// The help, with the formats of the table in it.
fn help() -> String {
    let mut lines = vec![String::new()];
    for format in export::FORMATS.iter().filter(|format| format.id != "json") {
        let line = lines.last().map_or(0, String::len);
        if line > 0 && line + format.id.len() > 90 {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            *line += &format!("{}{}", if line.is_empty() { "" } else { ", " }, format.id);
        }
    }
    HELP.replace("@FORMATS@", &lines.join(",\n                     ")).replace("@LONGEST@", &LONGEST_LINE.to_string())
}

pub fn parse(mut parser: lexopt::Parser) -> Result<Command, Failure> {
    let mut arguments = Arguments::default();
    let mut command: Option<&'static str> = None;
    let (mut format, mut table) = (None, None);
    let text = |value: OsString| value.string().map_err(Failure::from);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Print(help())),
            Short('V') | Long("version") => return Ok(Command::Print(format!("khabar {}\n", env!("CARGO_PKG_VERSION")))),
            Long("published") => arguments.options = arguments.options.published(&text(parser.value()?)?)?,
            Long("language") => arguments.options = arguments.options.language(&text(parser.value()?)?)?,
            Long("offsets") => arguments.options = arguments.options.offsets(&text(parser.value()?)?)?,
            Long("format") => format = Some(text(parser.value()?)?),
            Long("table") => table = Some(text(parser.value()?)?),
            Long("bom") => arguments.byte_order_mark = true,
            Long("analysis") => arguments.analysis = Some(parser.value()?.into()),
            Long("ndjson") => arguments.ndjson_input = true,
            Long("explain") => arguments.options = arguments.options.explain(true),
            Long("threads") => arguments.threads = number("threads", &text(parser.value()?)?, "a number from 1")?,
            Long("skip") => arguments.skip = number("skip", &text(parser.value()?)?, "a number of articles")?,
            Long("first-line") => arguments.first_line = number("first-line", &text(parser.value()?)?, "the number of a line")?,
            Long("progress") => arguments.progress = Wish::Shown,
            Long("quiet") => arguments.progress = Wish::Quiet,
            Value(value) if command.is_none() => match value.to_str() {
                Some("analyse" | "analyze") => command = Some("analyse"),
                Some("export") => command = Some("export"),
                Some("tag") => command = Some("tag"),
                _ => {
                    let given = value.to_string_lossy().into_owned();
                    return Err(Failure(format!("there is no command {given:?}; the commands are {COMMANDS}")));
                }
            },
            Value(value) => arguments.files.push(value.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    arguments.output = output(format.as_deref(), table.as_deref())?;
    match (command, &arguments.analysis) {
        (None, _) => return Err(Failure(format!("no command given; the commands are {COMMANDS}"))),
        (Some("export"), None) => return Err(Failure("export needs --analysis with the file of the Analysis".to_owned())),
        (Some("analyse" | "tag"), Some(_)) => return Err(Failure("--analysis is for the command 'export'".to_owned())),
        // An Analysis that is read in is checked against the text and put in order, so it is exported even as JSON.
        (_, Some(_)) if matches!(arguments.output, Output::Json) => arguments.output = Output::File(export::format("json")?),
        _ => {}
    }
    if arguments.files.is_empty() {
        arguments.files.push("-".into());
    }
    if command == Some("tag") {
        return match format {
            Some(format) => Err(Failure(format!("--format {format} is not for the command 'tag'"))),
            None => Ok(Command::Tag(arguments)),
        };
    }
    fits_together(&arguments)?;
    Ok(Command::Analyse(arguments))
}

fn number<T: FromStr>(option: &str, given: &str, wanted: &str) -> Result<T, Failure> {
    given.parse().map_err(|_| Failure(format!("--{option} {given:?} is not {wanted}")))
}

fn fits_together(arguments: &Arguments) -> Result<(), Failure> {
    let one = arguments.files.len() == 1;
    if let Some(file) = arguments.files.iter().find(|file| !arguments.has_lines(file)) {
        let option = [(arguments.skip > 0, "skip"), (arguments.first_line != 1, "first-line")].into_iter().find(|(given, _)| *given);
        if let Some((_, option)) = option {
            return Err(Failure(format!("--{option} is for an article a line, and {} holds one; see --ndjson", file.display())));
        }
    }
    match arguments.output {
        Output::File(format) if !one => {
            Err(Failure(format!("format: {} makes one file of one article; name one FILE at a time", format.id)))
        }
        Output::File(format) if arguments.files.iter().any(|file| arguments.has_lines(file)) => {
            Err(Failure(format!("format: {} makes one file of one article; an input of many takes json or ndjson", format.id)))
        }
        _ if arguments.analysis.is_some() && !one => Err(Failure("export takes one FILE at a time".to_owned())),
        _ => Ok(()),
    }
}

fn output(format: Option<&str>, table: Option<&str>) -> Result<Output, Failure> {
    if let (Some(table), false) = (table, format == Some("csv")) {
        return Err(Failure(format!("--table {table} is for --format csv")));
    }
    match format {
        None | Some("json") => Ok(Output::Json),
        Some("ndjson") => Ok(Output::Identified),
        Some("csv") => match table.unwrap_or("entities") {
            table @ ("entities" | "dates" | "facts") => Ok(Output::File(export::format(&format!("csv-{table}"))?)),
            other => Err(Failure(format!("table: {other:?} is not one of entities, dates, facts"))),
        },
        Some(id) => match export::format(id) {
            Ok(format) => Ok(Output::File(format)),
            Err(error) => Err(Failure(format!("{error}, csv, ndjson"))),
        },
    }
}
