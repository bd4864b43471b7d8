//! The document pass: a name that is plain in one sentence helps where the next one leaves it in doubt. After a first reading of
//! the whole text, each token gets further features: what the same word is elsewhere within reach. Their weights are trained as
//! those of all others, so how much the rest of an article counts is learned and not set.

use super::chain::Scores;
use super::features::{Sequence, document_feature};
use super::label::{TYPES, beginning, inside};
use std::ops::Range;

/// How many sentences before and after are looked at.
const REACH: usize = 20;

/// Of one word within reach: how often it stands there and the sums of the probabilities of each type, as its beginning and as
/// its inside.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    count: f32,
    beginnings: [f32; TYPES],
    insides: [f32; TYPES],
}

/// Calls `take` for each token in order with the features of what the first reading made of the same word elsewhere. Takes time in
/// proportion to the number of tokens: a window of sentences slides over the text.
pub fn each(sequence: &Sequence, sentences: &[Range<usize>], probabilities: &[Scores], mut take: impl FnMut(usize, &[u32])) {
    let mut sums = vec![Sum::default(); sequence.words().len()];
    let change = |sentence: Option<&Range<usize>>, sign: f32, sums: &mut Vec<Sum>| {
        for token in sentence.cloned().unwrap_or_default() {
            if let (Some(sum), Some(own)) = (sums.get_mut(sequence.name_key(token)), probabilities.get(token)) {
                sum.add(own, sign);
            }
        }
    };
    for sentence in sentences.iter().take(REACH) {
        change(Some(sentence), 1.0, &mut sums);
    }
    let mut features = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        change(sentences.get(number + REACH), 1.0, &mut sums);
        for token in sentence.clone() {
            features.clear();
            if let (Some(&sum), Some(own)) = (sums.get(sequence.name_key(token)), probabilities.get(token)) {
                let mut others = sum;
                others.add(own, -1.0);
                others.features(&mut features);
            }
            take(token, &features);
        }
        change(number.checked_sub(REACH).and_then(|gone| sentences.get(gone)), -1.0, &mut sums);
    }
}

impl Sum {
    fn add(&mut self, probability: &Scores, sign: f32) {
        self.count += sign;
        let of = |label: usize| probability.get(label).copied().unwrap_or_default() * sign;
        for (kind, (begins, continues)) in self.beginnings.iter_mut().zip(&mut self.insides).enumerate() {
            *begins += of(beginning(kind));
            *continues += of(inside(kind));
        }
    }

    fn features(&self, out: &mut Vec<u32>) {
        if self.count < 0.5 {
            return;
        }
        let often = step(self.count, &[1.5, 3.5, 8.5]);
        let mut named = 0.0;
        for (kind, (begins, continues)) in (0_u32..).zip(self.beginnings.iter().zip(&self.insides)) {
            let sum = (begins + continues).max(0.0);
            let mean = sum / self.count;
            named += mean;
            if mean < 0.02 {
                continue;
            }
            let level = step(mean, &[0.1, 0.25, 0.45, 0.65, 0.85, 0.96]);
            out.push(document_feature(kind * 64 + level * 8 + often));
            let evidence = step(sum, &[0.5, 0.9, 1.8, 4.0]);
            out.push(document_feature(256 + kind * 64 + level * 8 + evidence));
            if mean >= 0.25 {
                let place = step(continues / sum, &[0.15, 0.5, 0.85]);
                out.push(document_feature(512 + kind * 64 + level * 8 + place));
            }
        }
        out.push(document_feature(1024 + step(named, &[0.02, 0.1, 0.3, 0.6, 0.9]) * 8 + often));
    }
}

/// The number of bounds that a value reaches.
fn step(value: f32, bounds: &[f32]) -> u32 {
    bounds.iter().map(|bound| u32::from(value >= *bound)).sum()
}
