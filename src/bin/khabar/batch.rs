//! `analyse` and `export`: inputs read one after the other, articles analysed on several threads, results printed in their order.

use crate::arguments::Arguments;
use crate::in_order::{Bound, InOrder, Next, Weight};
use crate::input::{Line, Lines, name};
use crate::interruption::Interruption;
use crate::progress::Progress;
use crate::{Failure, UNUSABLE, line, tell, whole};
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Articles held for each thread, being read, waiting, analysed or waiting to be printed: behind one that takes long the others
/// go on for so many.
const ARTICLES_A_THREAD: usize = 64;

/// Bytes of articles and results held together.
const BYTES_HELD: usize = 32 * 1024 * 1024;

/// Bytes of whole lines written at once.
const WRITTEN_AT_ONCE: usize = 64 * 1024;

/// How long to wait for a result before looking for a signal and showing progress.
const PATIENCE: Duration = Duration::from_millis(100);

enum Job {
    Line {
        number: u64,
        line: Line,
    },
    File(PathBuf),
    /// Not to be done: a message that comes in its turn.
    Failed(String),
}

impl Weight for Job {
    fn weight(&self) -> usize {
        match self {
            Self::Line { line: Line::Held(bytes), .. } => bytes.len(),
            Self::File(file) => file.metadata().map_or(0, |metadata| usize::try_from(metadata.len()).unwrap_or(usize::MAX)),
            Self::Line { line: Line::TooLong, .. } | Self::Failed(_) => 0,
        }
    }
}

/// What is printed for a job.
struct Answer {
    output: Vec<u8>,
    failure: Option<String>,
    /// Bytes of input, when the job was a line; and whether it was a bad one.
    line: Option<(usize, bool)>,
}

impl Weight for Answer {
    fn weight(&self) -> usize {
        self.output.len()
    }
}

/// Works through every input in order. Gives the exit status; fails only when the output cannot be written.
pub fn run(arguments: Arguments) -> io::Result<u8> {
    let has_lines = arguments.files.iter().any(|file| arguments.has_lines(file));
    let threads = if has_lines { arguments.threads } else { arguments.threads.min(at_least_one(arguments.files.len())) };
    // Elsewhere a signal ends the process as it always does.
    let interruption = if has_lines { Some(Interruption::watch()?) } else { None };
    let mut progress = Progress::new(if has_lines { arguments.progress } else { crate::arguments::Wish::Quiet });
    let skipped = arguments.skip;
    let arguments = Arc::new(arguments);
    let source = Source::new(Arc::clone(&arguments));
    let bound = Bound { count: threads.get().saturating_mul(ARTICLES_A_THREAD), bytes: BYTES_HELD };
    let answers = InOrder::start(threads, bound, source, move |job| answer(job, &arguments))?;

    let mut output = WholeLines { stdout: io::stdout().lock(), waiting: Vec::new() };
    let mut status = 0;
    loop {
        if let Some(status) = interruption.as_ref().and_then(Interruption::status) {
            output.flush()?;
            progress.clear();
            let done = skipped + progress.articles();
            tell(&format!("stopped; {done} articles are done, and --skip {done} goes on from there"));
            return Ok(status);
        }
        let next = match answers.next(Duration::ZERO) {
            Next::NotYet => {
                // Whoever reads along gets what is ready.
                output.flush()?;
                answers.next(PATIENCE)
            }
            next => next,
        };
        match next {
            Next::Result(answer) => {
                output.add(&answer.output)?;
                if let Some((bytes, bad)) = answer.line {
                    progress.count(bytes, bad);
                }
                if let Some(message) = answer.failure {
                    output.flush()?;
                    progress.clear();
                    tell(&message);
                    status = UNUSABLE;
                }
            }
            Next::NotYet => {}
            Next::End => break,
        }
        progress.show();
    }
    output.flush()?;
    progress.finish();
    Ok(status)
}

fn at_least_one(count: usize) -> NonZeroUsize {
    NonZeroUsize::new(count).unwrap_or(NonZeroUsize::MIN)
}

/// Standard output, written to at the ends of lines only.
struct WholeLines<'a> {
    stdout: io::StdoutLock<'a>,
    waiting: Vec<u8>,
}

impl WholeLines<'_> {
    fn add(&mut self, lines: &[u8]) -> io::Result<()> {
        self.waiting.extend_from_slice(lines);
        if self.waiting.len() >= WRITTEN_AT_ONCE { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            self.stdout.write_all(&self.waiting)?;
            self.stdout.flush()?;
            self.waiting.clear();
            self.waiting.shrink_to(WRITTEN_AT_ONCE * 2);
        }
        Ok(())
    }
}

fn answer(job: Job, arguments: &Arguments) -> Answer {
    let mut output = Vec::new();
    let bytes = job.weight();
    match job {
        Job::Line { number, line } => match line::answer(number, &line, &arguments.options, &mut output) {
            Ok(good) => Answer { output, failure: None, line: Some((bytes, !good)) },
            Err(error) => Answer { output: Vec::new(), failure: Some(format!("line {number}: {error}")), line: Some((bytes, true)) },
        },
        Job::File(file) => match whole::answer(&file, arguments) {
            Ok(output) => Answer { output, failure: None, line: None },
            Err(Failure(reason)) => Answer { output, failure: Some(format!("{}: {reason}", name(&file))), line: None },
        },
        Job::Failed(message) => Answer { output, failure: Some(message), line: None },
    }
}

/// The articles of all inputs, one after the other.
struct Source {
    arguments: Arc<Arguments>,
    /// The place of the file to be opened next.
    next_file: usize,
    /// The file that is being read line by line, with its name.
    open: Option<(Lines, String)>,
    /// Articles still to be passed over.
    to_skip: u64,
}

impl Source {
    fn new(arguments: Arc<Arguments>) -> Self {
        let to_skip = arguments.skip;
        Self { arguments, next_file: 0, open: None, to_skip }
    }
}

impl Iterator for Source {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some((lines, name)) = &mut self.open {
                match lines.next() {
                    Ok(Some(_)) if self.to_skip > 0 => self.to_skip -= 1,
                    Ok(Some((number, line))) => return Some(Job::Line { number, line }),
                    Ok(None) => self.open = None,
                    Err(Failure(reason)) => {
                        let message = format!("{name}: {reason}");
                        self.open = None;
                        return Some(Job::Failed(message));
                    }
                }
                continue;
            }
            let Some(file) = self.arguments.files.get(self.next_file) else {
                let missing = std::mem::take(&mut self.to_skip);
                let wanted = self.arguments.skip;
                return (missing > 0).then(|| Job::Failed(format!("--skip {wanted}: the input has only {} articles", wanted - missing)));
            };
            self.next_file += 1;
            if !self.arguments.has_lines(file) {
                return Some(Job::File(file.clone()));
            }
            match Lines::open(file, self.arguments.first_line) {
                Ok(lines) => self.open = Some((lines, name(file))),
                Err(Failure(reason)) => return Some(Job::Failed(format!("{}: {reason}", name(file)))),
            }
        }
    }
}
