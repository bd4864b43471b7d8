//! The command line: arguments and printing only. What it prints is the Analysis of the library.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod cli {
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

Without FILE, or with -, the text is read from standard input. One Analysis is printed for each input, as JSON on a line.

Options:
  --published DATE   publication date, YYYY-MM-DD or YYYY-MM-DDTHH:MM; otherwise the text must say it
  --language CODE    ar or en; otherwise the text decides
  --offsets UNIT     what start and end count: char (default, Unicode code points), utf16 or byte
  --format FORMAT    json (default), or ndjson, which adds the name of the file as \"id\"
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
        ndjson_output: bool,
        files: Vec<PathBuf>,
    }

    enum Command {
        Analyse(Arguments),
        Print(String),
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
            Command::Analyse(arguments) => run(&arguments),
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
        let mut command: Option<String> = None;
        let text = |value: OsString| value.string().map_err(Failure::from);
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(Command::Print(HELP.to_owned())),
                Short('V') | Long("version") => return Ok(Command::Print(format!("khabar {}\n", env!("CARGO_PKG_VERSION")))),
                Long("published") => arguments.options = arguments.options.published(&text(parser.value()?)?)?,
                Long("language") => arguments.options = arguments.options.language(&text(parser.value()?)?)?,
                Long("offsets") => arguments.options = arguments.options.offsets(&text(parser.value()?)?)?,
                Long("format") => match text(parser.value()?)?.as_str() {
                    "json" => arguments.ndjson_output = false,
                    "ndjson" => arguments.ndjson_output = true,
                    other => return Err(Failure(format!("format: {other:?} is not one of json, ndjson"))),
                },
                Long("ndjson") => arguments.ndjson_input = true,
                Long("explain") => arguments.options = arguments.options.explain(true),
                Value(value) if command.is_none() => match value.to_str() {
                    Some("analyse" | "analyze") => command = Some("analyse".to_owned()),
                    _ => return Err(Failure(format!("there is no command {:?}; the command is 'analyse'", value.to_string_lossy()))),
                },
                Value(value) => arguments.files.push(value.into()),
                _ => return Err(argument.unexpected().into()),
            }
        }
        if command.is_none() {
            return Err(Failure("no command given; the command is 'analyse'".to_owned()));
        }
        if arguments.files.is_empty() {
            arguments.files.push("-".into());
        }
        Ok(Command::Analyse(arguments))
    }

    /// Analyses every input in order. Says whether all could be used; fails only when the output cannot be written.
    fn run(arguments: &Arguments) -> io::Result<bool> {
        let mut output = BufWriter::new(io::stdout().lock());
        let mut all_used = true;
        for file in &arguments.files {
            let name = if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() };
            let lines = arguments.ndjson_input || file.extension().is_some_and(|extension| extension == "ndjson");
            let outcome =
                if lines { lines_of(file, &arguments.options, &mut output)? } else { whole(file, &name, arguments, &mut output)? };
            if let Err(Failure(reason)) = outcome {
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

    fn whole(file: &Path, name: &str, arguments: &Arguments, output: &mut impl Write) -> io::Result<Result<(), Failure>> {
        let read = open(file).and_then(|mut reader| {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map_err(|error| Failure(format!("cannot be read: {error}")))?;
            utf8(bytes)
        });
        let text = match read {
            Ok(text) => text,
            Err(failure) => return Ok(Err(failure)),
        };
        let analysis = analyse(&text, &arguments.options);
        if arguments.ndjson_output {
            print(output, &Identified { id: &serde_json::Value::from(name), analysis: &analysis })?;
        } else {
            print(output, &analysis)?;
        }
        Ok(Ok(()))
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
