//! Work on several threads whose results come out in the order of the jobs, with no more of either held than a bound allows.
//!
//! A thread of its own takes jobs from their source, as long as there is room. Several work on them. The caller asks for the
//! results. A job counts from when it is taken until its result is asked for, so that neither jobs nor results pile up behind
//! one that takes long.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::num::NonZeroUsize;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Bytes of stack of a working thread: what the system gives the main one.
const STACK: usize = 8 * 1024 * 1024;

/// The exit status of a process whose main thread panics.
const PANICKED: i32 = 101;

/// Bytes that a job or result holds on to, roughly.
pub trait Weight {
    fn weight(&self) -> usize;
}

/// What may be held: so many jobs and results, of so many bytes together. One job alone may be heavier.
#[derive(Clone, Copy)]
pub struct Bound {
    pub count: usize,
    pub bytes: usize,
}

/// What comes next.
pub enum Next<R> {
    Result(R),
    /// Nothing within the time given.
    NotYet,
    /// Every job is done and asked for.
    End,
}

pub struct InOrder<J, R> {
    shared: Arc<Shared<J, R>>,
}

struct Shared<J, R> {
    state: Mutex<State<J, R>>,
    /// A result was asked for, or became lighter than its job.
    room: Condvar,
    /// A job was taken from the source, or there are no more.
    job: Condvar,
    /// The result that comes next is there, or there are no more.
    result: Condvar,
}

struct State<J, R> {
    jobs: VecDeque<(u64, J)>,
    results: BTreeMap<u64, R>,
    /// The number of the job to be taken next.
    next_job: u64,
    /// The number of the result to be given next.
    next_result: u64,
    /// Bytes of jobs that are not done and of results that are not asked for.
    bytes: usize,
    ended: bool,
}

impl<J: Weight + Send + 'static, R: Weight + Send + 'static> InOrder<J, R> {
    /// Starts to work. Threads that are still at it when the caller has seen enough end with the process.
    pub fn start(
        threads: NonZeroUsize,
        bound: Bound,
        source: impl Iterator<Item = J> + Send + 'static,
        work: impl Fn(J) -> R + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let state = State { jobs: VecDeque::new(), results: BTreeMap::new(), next_job: 0, next_result: 0, bytes: 0, ended: false };
        let shared = Arc::new(Shared { state: Mutex::new(state), room: Condvar::new(), job: Condvar::new(), result: Condvar::new() });
        let work = Arc::new(work);
        for _ in 0..threads.get() {
            let (shared, work) = (Arc::clone(&shared), Arc::clone(&work));
            thread::Builder::new().stack_size(STACK).spawn(move || shared.work(&*work))?;
        }
        let taking = Arc::clone(&shared);
        thread::Builder::new().spawn(move || taking.take(source, bound))?;
        Ok(Self { shared })
    }

    /// The next result, if it comes within `patience`.
    pub fn next(&self, patience: Duration) -> Next<R> {
        let waiting = |state: &mut State<J, R>| !state.results.contains_key(&state.next_result) && !state.finished();
        let state = self.shared.lock();
        let (mut state, _) = self.shared.result.wait_timeout_while(state, patience, waiting).unwrap_or_else(PoisonError::into_inner);
        let number = state.next_result;
        match state.results.remove(&number) {
            Some(result) => {
                state.next_result += 1;
                state.bytes = state.bytes.saturating_sub(result.weight());
                self.shared.room.notify_one();
                Next::Result(result)
            }
            None if state.finished() => Next::End,
            None => Next::NotYet,
        }
    }
}

impl<J, R> State<J, R> {
    fn finished(&self) -> bool {
        self.ended && self.next_result == self.next_job
    }
}

/// Ends the process when its thread panics: its results would be waited for without end.
struct EndsWithTheThread;

impl Drop for EndsWithTheThread {
    fn drop(&mut self) {
        if thread::panicking() {
            std::process::exit(PANICKED);
        }
    }
}

impl<J: Weight, R: Weight> Shared<J, R> {
    fn lock(&self) -> MutexGuard<'_, State<J, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, source: impl Iterator<Item = J>, bound: Bound) {
        let _guard = EndsWithTheThread;
        for job in source {
            let weight = job.weight();
            let full = |state: &mut State<J, R>| {
                let held = state.next_job - state.next_result;
                held > 0 && (state.bytes.saturating_add(weight) > bound.bytes || held >= bound.count as u64)
            };
            let mut state = self.room.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
            let number = state.next_job;
            state.next_job += 1;
            state.bytes = state.bytes.saturating_add(weight);
            state.jobs.push_back((number, job));
            self.job.notify_one();
        }
        self.lock().ended = true;
        self.job.notify_all();
        self.result.notify_one();
    }

    fn work(&self, work: &impl Fn(J) -> R) {
        let _guard = EndsWithTheThread;
        loop {
            let nothing = |state: &mut State<J, R>| state.jobs.is_empty() && !state.ended;
            let mut state = self.job.wait_while(self.lock(), nothing).unwrap_or_else(PoisonError::into_inner);
            let Some((number, job)) = state.jobs.pop_front() else { return };
            drop(state);
            let before = job.weight();
            let result = work(job);
            let after = result.weight();
            let mut state = self.lock();
            state.bytes = state.bytes.saturating_sub(before).saturating_add(after);
            state.results.insert(number, result);
            if number == state.next_result {
                self.result.notify_one();
            }
            if after < before {
                self.room.notify_one();
            }
        }
    }
}
