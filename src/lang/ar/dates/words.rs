//! Reading words of the calendar and numbers where they stand.

use crate::find::Scene;
use crate::lang::Clitics;
use crate::lexicon::{Class, ClassSet};

/// The lists that expressions of time are made of.
const TIME: ClassSet = ClassSet::of(&[Class::Time, Class::TimeZone]);

/// A word or phrase of `time_words.tsv` where it stands, with the attribute that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The token after it.
    pub end: usize,
    /// Its first byte, after clitics.
    pub start: usize,
    /// The clitics before it.
    pub clitics: Clitics,
    /// The value of the attribute; empty for one without a value.
    pub value: &'static str,
    entry: crate::lexicon::format::Entry<'static>,
}

impl Hit {
    /// Another attribute of the same row.
    pub fn attribute(&self, key: &str) -> Option<&'static str> {
        self.entry.attribute(key)
    }

    /// Whether the row has the mark.
    pub fn has(&self, key: &str) -> bool {
        self.entry.has(key)
    }

    /// The value as a number.
    pub fn number<T: core::str::FromStr>(&self) -> Option<T> {
        self.value.parse().ok()
    }

    /// Whether nothing but a conjunction stands before it.
    pub fn joined(&self) -> bool {
        self.clitics == Clitics::CONJUNCTION
    }
}

/// A number where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// Its value.
    pub value: u32,
    /// The token after it.
    pub end: usize,
    /// Its first byte.
    pub start: usize,
    /// Whether it is written in digits.
    pub digits: bool,
}

/// The words of a scene as the rules ask for them.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What is read.
    pub scene: &'a Scene<'a>,
}

impl<'a> Words<'a> {
    /// The longest phrase at a token whose row has the attribute, with or without clitics.
    pub fn any(&self, token: usize, key: &str) -> Option<Hit> {
        self.find(token, key, |_| true)
    }

    /// The same without clitics, on the line of the token before.
    pub fn bare(&self, token: usize, key: &str) -> Option<Hit> {
        self.find(token, key, |clitics| clitics.is_empty()).filter(|_| self.scene.continues(token))
    }

    /// The same after و alone, written on or apart.
    pub fn joined(&self, token: usize, key: &str) -> Option<Hit> {
        if self.is(token, &["و"]) {
            return self.bare(token + 1, key);
        }
        self.find(token, key, |clitics| clitics == Clitics::CONJUNCTION).filter(|_| self.scene.continues(token))
    }

    /// At the first token of an expression clitics may stand, later not.
    pub fn at(&self, token: usize, key: &str, first: bool) -> Option<Hit> {
        if first { self.any(token, key) } else { self.bare(token, key) }
    }

    fn find(&self, token: usize, key: &str, clitics: impl Fn(Clitics) -> bool) -> Option<Hit> {
        let matches = self.scene.matches;
        matches.at(token).iter().filter(|found| found.classes.meets(TIME) && clitics(found.clitics)).find_map(|found| {
            let entry = matches.entries(found).find(|entry| TIME.has(entry.class) && entry.has(key))?;
            let value = entry.attribute(key).unwrap_or("");
            Some(Hit { end: found.end, start: found.span.start, clitics: found.clitics, value, entry })
        })
    }

    /// Whether the token, on the line of the one before, is one of these folded words.
    pub fn is(&self, token: usize, words: &[&str]) -> bool {
        self.scene.continues(token) && words.contains(&self.scene.folded(token))
    }

    /// Whether the word before the token, on its line, is one of these folded words, clitics peeled.
    pub fn follows(&self, token: usize, words: &[&str]) -> bool {
        let Some(before) = token.checked_sub(1).filter(|_| self.scene.continues(token)) else { return false };
        let folded = self.scene.folded(before);
        (self.scene.pack.peel)(folded).any(|peel| {
            let stem = folded.get(peel.offset..).unwrap_or("");
            if peel.restored.is_empty() {
                words.contains(&stem)
            } else {
                words.iter().any(|word| word.strip_prefix(peel.restored) == Some(stem))
            }
        })
    }

    /// The punctuation mark at a token on the line of the one before.
    pub fn mark(&self, token: usize) -> Option<char> {
        self.scene.document.mark(token).filter(|_| self.scene.continues(token))
    }

    /// Whether nothing stands between the token and the one before.
    pub fn glued(&self, token: usize) -> bool {
        self.scene.document.token(token).is_some_and(|token| token.glued && !token.starts_line)
    }

    /// The first byte of a token.
    pub fn start(&self, token: usize) -> usize {
        self.scene.document.token(token).map_or(0, |token| token.span.start)
    }

    /// A token of digits alone, at most `longest` of them.
    pub fn digits(&self, token: usize, longest: usize) -> Option<u32> {
        self.scene.document.token(token).filter(|token| token.is_number())?;
        let folded = self.scene.folded(token);
        (folded.len() <= longest && folded.bytes().all(|byte| byte.is_ascii_digit())).then(|| folded.parse().ok()).flatten()
    }

    /// A number in digits or words; the article before digits (الـ24) belongs to it.
    pub fn count(&self, token: usize, first: bool) -> Option<Count> {
        if !first && !self.scene.continues(token) {
            return None;
        }
        if let Some(value) = self.digits(token, 6) {
            return Some(Count { value, end: token + 1, start: self.start(token), digits: true });
        }
        if self.scene.folded(token) == "ال"
            && self.glued(token + 1)
            && let Some(value) = self.digits(token + 1, 6)
        {
            return Some(Count { value, end: token + 2, start: self.start(token), digits: true });
        }
        self.cardinal(token, first)
    }

    /// A number in words.
    pub fn cardinal(&self, token: usize, first: bool) -> Option<Count> {
        let hit = self.at(token, "number", first)?;
        let (mut total, mut group) = (0_u32, hit.number::<u32>()?);
        let (mut end, mut smallest) = (hit.end, group);
        if group >= 1000 {
            (total, group) = (group, 0);
        }
        loop {
            if let Some(hit) = self.bare(end, "number")
                && hit.number() == Some(1000_u32)
                && group > 0
                && group < 1000
            {
                total = total.saturating_add(group * 1000);
                (group, smallest, end) = (0, 1000, hit.end);
                continue;
            }
            let Some(next) = self.joined(end, "number") else { break };
            let Some(value) = next.number::<u32>() else { break };
            let fits = if smallest < 10 { (20..100).contains(&value) } else { smallest >= 100 && value < smallest };
            if !fits {
                break;
            }
            // ثلاثة وعشرين: after the tens nothing smaller follows.
            smallest = if smallest < 10 { 20 } else { value };
            group = group.saturating_add(value);
            end = next.end;
        }
        Some(Count { value: total.saturating_add(group), end, start: hit.start, digits: false })
    }

    /// An ordinal from first to thirty-ninth.
    pub fn ordinal(&self, token: usize, first: bool) -> Option<Count> {
        let hit = self.at(token, "ordinal", first)?;
        let value: u32 = hit.number()?;
        if hit.has("hour") || value > 39 {
            return None;
        }
        if value < 10
            && !hit.has("construct")
            && let Some(tens) = self.joined(hit.end, "ordinal")
            && let Some(more) = tens.number::<u32>().filter(|more| (20..40).contains(more))
        {
            return Some(Count { value: value + more, end: tens.end, start: hit.start, digits: false });
        }
        (!hit.has("compound")).then_some(Count { value, end: hit.end, start: hit.start, digits: false })
    }
}
