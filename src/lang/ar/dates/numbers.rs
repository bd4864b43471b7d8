//! Numbers in Arabic words.

pub use crate::date::words::Count;
use crate::date::words::{Hit, Words};
use crate::lang::Clitics;

impl Words<'_> {
    /// Whether the article stands in a token, clitics before it or not.
    #[inline(never)]
    pub fn holds_article(&self, token: usize) -> bool {
        self.folded(token).contains("ال")
    }

    /// The same after و alone, written on or apart.
    pub fn joined(&self, token: usize, key: &str) -> Option<Hit> {
        if self.is(token, "و") {
            return self.bare(token + 1, key);
        }
        self.find(token, key, |clitics| clitics == Clitics::CONJUNCTION).filter(|_| self.scene.continues(token))
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
    #[inline(never)]
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
    #[inline(never)]
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
