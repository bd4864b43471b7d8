//! Arabic expressions of time: rules over the words of `words/time_words.tsv`, one file a kind. Each rule reads at one token and
//! says how far it reaches; the longest reading wins.

mod calendar;
mod clock;
mod contexts;
mod days;
mod lengths;
mod numbers;
mod periods;
mod tense;

use crate::date::TimexCandidate;
use crate::date::setting::{self, Setting};
use crate::date::words::{Found, Rule, Words, keys, listed, longer, longest};
use crate::find::Scene;
use crate::lexicon::Class;

/// The rules in order; among readings of equal length the earlier rule wins.
const RULES: &[Rule] = &[
    day_range_or_clock,
    clock::part_of_day,
    periods::part,
    periods::weekend,
    |words, token| periods::period(words, token, true),
    lengths::offset,
    lengths::every,
    periods::vague,
    lengths::duration,
    lengths::about,
];

/// A day at the token, or what begins with one: it is read once for them all.
fn day_range_or_clock(words: &Words<'_>, token: usize) -> Option<Found> {
    let day = days::day(words, token, true);
    let mut best = day.as_ref().and_then(|day| periods::range(words, token, day));
    longer(&mut best, clock::clock_and_day(words, token));
    longer(&mut best, day.and_then(|day| clock::day_and_clock(words, token, day)));
    best
}

/// Finds the expressions of time.
#[must_use]
pub fn find(scene: &Scene<'_>) -> Vec<TimexCandidate> {
    let keys = keys(scene);
    let words = Words::new(scene, &keys);
    let count = scene.document.tokens().len();
    let mut found: Vec<Found> = Vec::new();
    let mut token = 0;
    while token < count {
        let read = read(&words, token);
        match read.last() {
            Some(last) if last.end > token => {
                token = last.end;
                found.extend(read);
            }
            _ => token += 1,
        }
    }
    setting::candidates(&words, &SETTING, found)
}

/// The longest reading at a token; several when a list of days shares one month.
fn read(words: &Words<'_>, token: usize) -> Vec<Found> {
    let document = words.scene.document;
    let Some(first) = document.token(token) else { return Vec::new() };
    let listed = words.scene.matches.at(token).iter().any(|found| found.is(Class::Time));
    let known = || {
        let folded = words.folded(token);
        words.scene.peels(token).any(|peel| folded.get(peel.offset..).is_some_and(is_known))
    };
    if !first.is_number() && !(first.is_word() && (listed || known())) {
        return Vec::new();
    }
    if first.is_number() && is_amid_slashes(words, token) {
        debug_assert!(longest(RULES, words, token).is_none() && calendar::days_of_one_month(words, token).is_none());
        return Vec::new();
    }
    let best = longest(RULES, words, token);
    if first.is_number()
        && let Some(list) = calendar::days_of_one_month(words, token)
        && list.last().is_some_and(|last| best.as_ref().is_none_or(|best| last.end >= best.end))
    {
        return list;
    }
    best.into_iter().collect()
}

/// Whether a number stands inside a row of numbers and slashes that is too long to be a date («7/7/7/7/7»), and not where it begins.
fn is_amid_slashes(words: &Words<'_>, token: usize) -> bool {
    let slash = |at: usize| words.mark(at) == Some('/') && words.glued(at) && words.glued(at + 1);
    slash(token + 1)
        && slash(token + 3)
        && token.checked_sub(1).is_some_and(slash)
        && words.scene.document.token(token + 2).is_some_and(crate::text::token::Token::is_number)
}

/// Words that rules know by themselves. Every word of a text is asked, so this is no list to walk through.
fn is_known(stem: &str) -> bool {
    matches!(stem, "قبل" | "بعد" | "كل" | "مره" | "مرتين" | "موسم" | "الموسم" | "عطله" | "تمام" | "س" | "ال")
}

/// What the setting of a date is told by.
const SETTING: Setting = Setting { fillers: "في", reach: tense::REACH, tense: tense::of_word, says };

/// Words and nouns of saying; the day in their clause is the day of speaking.
const SAYING: &str = "اضاف اضافت اعلن اعلنت افاد افادت اكد اكدت اوضح اوضحت بيان تصريح تصريحات تغريده حديث خطاب ذكر ذكرت رسالته صرح \
    صرحت قال قالت قوله قولها قولهم كتب كتبت كلمه موتمر";

fn says(scene: &Scene<'_>, token: usize) -> bool {
    let folded = scene.folded(token);
    listed(SAYING, folded) || folded.strip_prefix(['و', 'ف']).is_some_and(|rest| listed(SAYING, rest))
}
