//! How far a long run is, on standard error.

use crate::arguments::Wish;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How often a terminal is written to, and a file.
const ON_TERMINAL: Duration = Duration::from_millis(500);
const IN_FILE: Duration = Duration::from_secs(10);

pub struct Progress {
    every: Option<Duration>,
    terminal: bool,
    started: Instant,
    shown: Option<Instant>,
    articles: u64,
    bad: u64,
    bytes: u64,
}

impl Progress {
    /// On a terminal unless the user said otherwise, or watches the output itself there; elsewhere when asked for.
    pub fn new(wish: Wish) -> Self {
        let terminal = io::stderr().is_terminal();
        let every = match wish {
            Wish::Quiet => None,
            Wish::Shown if !terminal => Some(IN_FILE),
            Wish::Unsaid if !terminal || io::stdout().is_terminal() => None,
            _ => Some(ON_TERMINAL),
        };
        let asked = wish == Wish::Shown;
        let started = Instant::now();
        // Asked for, a run is summed up even when it is short.
        Self { every, terminal, started, shown: asked.then_some(started), articles: 0, bad: 0, bytes: 0 }
    }

    /// Counts an article of so many bytes of input.
    pub fn count(&mut self, bytes: usize, bad: bool) {
        self.articles += 1;
        self.bad += u64::from(bad);
        self.bytes += bytes as u64;
    }

    pub fn articles(&self) -> u64 {
        self.articles
    }

    /// Shows how far it is, if that is due.
    pub fn show(&mut self) {
        let Some(every) = self.every else { return };
        if self.shown.unwrap_or(self.started).elapsed() >= every {
            self.shown = Some(Instant::now());
            let (begin, end) = if self.terminal { ("\r\x1b[K", "") } else { ("", "\n") };
            let _ = write!(io::stderr(), "{begin}{}{end}", self.line());
        }
    }

    /// Makes way for a message.
    pub fn clear(&self) {
        if self.every.is_some() && self.terminal && self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    /// Sums up a run that showed how far it was.
    pub fn finish(&self) {
        if self.every.is_some() && self.shown.is_some() {
            self.clear();
            let _ = writeln!(io::stderr(), "{}", self.line());
        }
    }

    fn line(&self) -> String {
        let elapsed = self.started.elapsed();
        let seconds = elapsed.as_secs_f64().max(1e-3);
        let bad = if self.bad > 0 { format!(" ({} bad)", self.bad) } else { String::new() };
        let whole = elapsed.as_secs();
        format!(
            "khabar: {} articles{bad}, {:.0}/s, {:.2} MB/s, {}:{:02}:{:02}",
            self.articles,
            self.articles as f64 / seconds,
            self.bytes as f64 / 1e6 / seconds,
            whole / 3600,
            whole / 60 % 60,
            whole % 60
        )
    }
}
