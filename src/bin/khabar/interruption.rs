//! Being stopped by Ctrl-C or a request to terminate: work ends after a whole line. Asked a second time, the process ends at once.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The exit status of a process that a signal ended, less the number of the signal: as shells count.
const BASE: u8 = 128;

pub struct Interruption {
    status: Arc<AtomicUsize>,
}

impl Interruption {
    /// From now on signals are noted instead of ending the process.
    pub fn watch() -> io::Result<Self> {
        let status = Arc::new(AtomicUsize::new(0));
        for (signal, exit) in [(SIGINT, BASE + 2), (SIGTERM, BASE + 15)] {
            let asked = Arc::new(AtomicBool::new(false));
            // In this order: at the first signal the second line has not run yet.
            flag::register_conditional_shutdown(signal, i32::from(exit), Arc::clone(&asked))?;
            flag::register(signal, asked)?;
            flag::register_usize(signal, Arc::clone(&status), usize::from(exit))?;
        }
        Ok(Self { status })
    }

    /// The exit status to end with, once a signal has come.
    pub fn status(&self) -> Option<u8> {
        u8::try_from(self.status.load(Ordering::Relaxed)).ok().filter(|status| *status != 0)
    }
}
