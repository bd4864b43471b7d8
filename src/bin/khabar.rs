//! The command line: arguments and printing only. What it prints is the Analysis of the library.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod cli {
    use khabar::export::{self, Format};
    use khabar::tagger::pretokenised::Pretokenised;
    use khabar::{Analysis, Options, analyse};
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    use serde::{Deserialize, Serialize};
    use std::ffi::OsString;
    use std::fs::File;
    use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    const HELP: &str = "\
khabar: names, dates and facts of Arabic news articles

Usage: khabar analyse [OPTIONS] [FILE...]
       khabar export --analysis JSON --format FORMAT [FILE]
       khabar tag [--language CODE] [FILE...]

Without FILE, or with -, the text is read from standard input. 'analyse' prints one Analysis for each input, as JSON on a line
or in another format; 'export' prints an Analysis of FILE that is there already, perhaps corrected by hand, in a format. 'tag'
reads tokens, one a line with a blank line between sentences (further columns are not read), and prints each with the label
that the trained name tagger alone gives it: B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG or O, after a tab.

Options:
  --published DATE   publication date, YYYY-MM-DD or YYYY-MM-DDTHH:MM; otherwise the text must say it
  --language CODE    ar or en; otherwise the text decides
  --offsets UNIT     what start and end count: char (default, Unicode code points), utf16 or byte
  --format FORMAT    json (default), or ndjson, which adds the name of the file as \"id\"; for one input also
                     @FORMATS@
  --table TABLE      for --format csv: entities (default), dates or facts
  --bom              begin with a byte-order mark, which Excel needs to read Arabic in a CSV file
  --analysis JSON    the file with the Analysis to export
  --ndjson           the input holds one {\"id\", \"text\", \"published\"?, \"language\"?} a line (so does a FILE ending in
                     .ndjson); one Analysis with that id is printed for each line, in order, and for a bad line
                     {\"id\", \"error\"}
  --explain          name the rule behind every mention, date and fact
  -h, --help         print this help
  -V, --version      print the version

Exit status: 0 when every input was analysed, 2 when an argument or an input could not be used.
";

    /// A message for the user, printed as it is.
    struct Failure(String);

    impl<E: std::error::Error> From<E> for Failure {
        fn from(error: E) -> Self {
            Self(error.to_string())
        }
    }

    #[derive(Default)]
    struct Arguments {
        options: Options,
        ndjson_input: bool,
        output: Output,
        byte_order_mark: bool,
        analysis: Option<PathBuf>,
        files: Vec<PathBuf>,
    }

    /// What is printed for an input.
    #[derive(Clone, Copy, Default)]
    enum Output {
        /// An Analysis a line.
        #[default]
        Json,
        /// The same, with the name of the file as its id.
        Identified,
        /// A whole file, for one input.
        File(&'static Format),
    }

    enum Command {
        Analyse(Arguments),
        Tag(Arguments),
        Print(String),
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
        HELP.replace("@FORMATS@", &lines.join(",\n                     "))
    }

    pub fn main() -> ExitCode {
        let command = match parse(lexopt::Parser::from_env()) {
            Ok(command) => command,
            Err(Failure(message)) => {
                eprintln!("khabar: {message}\nTry 'khabar --help'.");
                return ExitCode::from(2);
            }
        };
        let result = match command {
            Command::Print(text) => io::stdout().write_all(text.as_bytes()).map(|()| true),
            Command::Analyse(arguments) => run(&arguments, |file, name, output| match arguments.has_lines(file) {
                true => lines_of(file, &arguments.options, output),
                false => whole(file, name, &arguments, output),
            }),
            Command::Tag(arguments) => run(&arguments, |file, _, output| tag(file, &arguments.options, output)),
        };
        match result {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::from(2),
            // The reader of the output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("khabar: cannot write the output: {error}");
                ExitCode::from(2)
            }
        }
    }

    fn parse(mut parser: lexopt::Parser) -> Result<Command, Failure> {
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
        let one = arguments.files.len() == 1;
        match arguments.output {
            Output::File(format) if !one => {
                Err(Failure(format!("format: {} makes one file of one article; name one FILE at a time", format.id)))
            }
            Output::File(format) if arguments.files.iter().any(|file| arguments.has_lines(file)) => {
                Err(Failure(format!("format: {} makes one file of one article; an input of many takes json or ndjson", format.id)))
            }
            _ if arguments.analysis.is_some() && !one => Err(Failure("export takes one FILE at a time".to_owned())),
            _ => Ok(Command::Analyse(arguments)),
        }
    }

    impl Arguments {
        /// Whether the input holds an article a line.
        fn has_lines(&self, file: &Path) -> bool {
            self.analysis.is_none() && (self.ndjson_input || file.extension().is_some_and(|extension| extension == "ndjson"))
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

    const COMMANDS: &str = "'analyse', 'export' and 'tag'";

    /// What a command does with one input: whether it could be used, or why the output could not be written.
    type Outcome = io::Result<Result<(), Failure>>;

    /// Works through every input in order. Says whether all could be used; fails only when the output cannot be written.
    fn run(arguments: &Arguments, work: impl Fn(&Path, &str, &mut BufWriter<io::StdoutLock<'_>>) -> Outcome) -> io::Result<bool> {
        let mut output = BufWriter::new(io::stdout().lock());
        let mut all_used = true;
        for file in &arguments.files {
            let name = if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() };
            if let Err(Failure(reason)) = work(file, &name, &mut output)? {
                output.flush()?;
                eprintln!("khabar: {name}: {reason}");
                all_used = false;
            }
        }
        output.flush()?;
        Ok(all_used)
    }

    fn open(file: &Path) -> Result<Box<dyn BufRead>, Failure> {
        if file == Path::new("-") {
            return Ok(Box::new(BufReader::new(io::stdin())));
        }
        if file.is_dir() {
            return Err(Failure("is a directory; name the files in it".to_owned()));
        }
        let opened = File::open(file).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure("there is no such file".to_owned()),
            _ => Failure(format!("cannot be read: {error}")),
        })?;
        Ok(Box::new(BufReader::new(opened)))
    }

    fn utf8(bytes: Vec<u8>) -> Result<String, Failure> {
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Failure(format!("is not UTF-8: the byte at offset {at} begins no character; convert the text, for example with iconv -f windows-1256 -t utf-8"))
        })
    }

    #[derive(Serialize)]
    struct Identified<'a> {
        id: &'a serde_json::Value,
        #[serde(flatten)]
        analysis: &'a Analysis,
    }

    #[derive(Serialize)]
    struct BadLine<'a> {
        id: &'a serde_json::Value,
        error: String,
    }

    fn print(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *output, value)?;
        output.write_all(b"\n")
    }

    fn content(file: &Path) -> Result<String, Failure> {
        open(file).and_then(|mut reader| {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map_err(|error| Failure(format!("cannot be read: {error}")))?;
            utf8(bytes)
        })
    }

    /// Prints the tokens of a corpus with the labels of the tagger. What follows the token in a line is not read.
    fn tag(file: &Path, options: &Options, output: &mut impl Write) -> Outcome {
        let text = match content(file) {
            Ok(text) => text,
            Err(failure) => return Ok(Err(failure)),
        };
        let tagged = khabar::lang::PACKS.iter().copied().find(|pack| pack.tagger.is_some());
        let Some(pack) = options.language.or(tagged).filter(|pack| pack.tagger.is_some()) else {
            let code = options.language.map_or("any", |pack| pack.code);
            return Ok(Err(Failure(format!("there is no trained tagger for the language {code:?}"))));
        };
        let token = |line: &'_ str| line.split_whitespace().next().map(str::to_owned);
        let tokens: Vec<Option<String>> = text.lines().map(token).collect();
        let sentences = tokens.split(Option::is_none).map(|sentence| sentence.iter().flatten().map(String::as_str));
        let mut labels = Pretokenised::new(sentences).tag(pack).into_iter();
        for token in &tokens {
            match token {
                Some(token) => writeln!(output, "{token}\t{}", labels.next().unwrap_or("O"))?,
                None => writeln!(output)?,
            }
        }
        Ok(Ok(()))
    }

    /// The Analysis that an option names, or else the analyser's.
    fn analysed(text: &str, arguments: &Arguments) -> Result<Analysis, Failure> {
        let Some(file) = &arguments.analysis else { return Ok(analyse(text, &arguments.options)) };
        let named = |Failure(reason)| Failure(format!("{}: {reason}", file.display()));
        let json = content(file).map_err(named)?;
        Analysis::from_json(&json).map_err(|error| named(error.into()))
    }

    fn whole(file: &Path, name: &str, arguments: &Arguments, output: &mut impl Write) -> io::Result<Result<(), Failure>> {
        let (text, analysis) = match content(file).and_then(|text| analysed(&text, arguments).map(|analysis| (text, analysis))) {
            Ok(read) => read,
            Err(failure) => return Ok(Err(failure)),
        };
        let format = match arguments.output {
            Output::File(format) => format,
            Output::Identified => {
                print(output, &Identified { id: &serde_json::Value::from(name), analysis: &analysis })?;
                return Ok(Ok(()));
            }
            Output::Json => {
                print(output, &analysis)?;
                return Ok(Ok(()));
            }
        };
        match export::export(&text, analysis, format) {
            Ok(content) => {
                if arguments.byte_order_mark {
                    output.write_all("\u{FEFF}".as_bytes())?;
                }
                output.write_all(content.as_bytes())?;
                if !content.ends_with('\n') {
                    output.write_all(b"\n")?;
                }
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(error.into())),
        }
    }

    /// One article of an NDJSON input.
    #[derive(Deserialize)]
    struct Article {
        #[serde(default)]
        id: serde_json::Value,
        text: String,
        published: Option<String>,
        language: Option<String>,
    }

    fn lines_of(file: &Path, options: &Options, output: &mut impl Write) -> io::Result<Result<(), Failure>> {
        let mut reader = match open(file) {
            Ok(reader) => reader,
            Err(failure) => return Ok(Err(failure)),
        };
        let mut bytes = Vec::new();
        let mut number = 0_u64;
        loop {
            bytes.clear();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return Ok(Ok(())),
                Ok(_) => number += 1,
                Err(error) => return Ok(Err(Failure(format!("cannot be read beyond line {number}: {error}")))),
            }
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            match article(&bytes, *options) {
                Ok((article, options)) => print(output, &Identified { id: &article.id, analysis: &analyse(&article.text, &options) })?,
                Err((id, Failure(reason))) => print(output, &BadLine { id: &id, error: format!("line {number}: {reason}") })?,
            }
        }
    }

    fn article(line: &[u8], options: Options) -> Result<(Article, Options), (serde_json::Value, Failure)> {
        let value: serde_json::Value = match std::str::from_utf8(line) {
            Ok(text) => serde_json::from_str(text).map_err(|error| (serde_json::Value::Null, Failure(format!("no JSON: {error}"))))?,
            Err(error) => {
                let reason = format!("not UTF-8 at byte {} of the line", error.valid_up_to());
                return Err((serde_json::Value::Null, Failure(reason)));
            }
        };
        let id = value.get("id").cloned().unwrap_or_default();
        let with_id = |failure: Failure| (id.clone(), failure);
        let article: Article = serde_json::from_value(value).map_err(|error| with_id(error.into()))?;
        let mut options = options;
        if let Some(date) = &article.published {
            options = options.published(date).map_err(|error| with_id(error.into()))?;
        }
        if let Some(code) = &article.language {
            options = options.language(code).map_err(|error| with_id(error.into()))?;
        }
        Ok((article, options))
    }
}
