//! The chain: from scores of labels token by token to probabilities, and from probabilities to one sequence of labels.
//!
//! Only additions, multiplications and divisions of IEEE numbers are used, in a fixed order, so that every platform gets the
//! same bits. The exponential is our own for that reason: that of the system's library differs between platforms.

use super::label::{LABELS, OUTSIDE, may_follow};

/// One number for each label.
pub type Scores = [f32; LABELS];

/// Scores of a label first in a sentence and of a label after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transitions {
    /// Of the first label.
    pub first: Scores,
    /// Of the second index after the first.
    pub next: [Scores; LABELS],
}

/// What scores of transitions are multiplied with: their exponentials, and nothing where a label may not follow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factors {
    first: Row,
    /// Of the second index after the first.
    next: [Row; LABELS],
    /// The same with the indices exchanged.
    previous: [Row; LABELS],
}

/// A number for each label and one that is always 0: eight numbers fill the registers of every processor.
type Row = [f32; 8];

fn row(scores: &Scores) -> Row {
    let mut row = [0.0; 8];
    for (value, score) in row.iter_mut().zip(scores) {
        *value = *score;
    }
    row
}

fn scores(row: &Row) -> Scores {
    std::array::from_fn(|label| row.get(label).copied().unwrap_or_default())
}

/// The sum of rows, each times a weight.
fn weighted(weights: &Row, rows: &[Row; LABELS]) -> Row {
    let mut sum = [0.0; 8];
    for (weight, row) in weights.iter().zip(rows) {
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += weight * value;
        }
    }
    sum
}

fn times(one: &Row, other: &Row) -> Row {
    let mut product = *one;
    for (value, factor) in product.iter_mut().zip(other) {
        *value *= factor;
    }
    product
}

impl Transitions {
    /// The factors that belong to the scores.
    #[must_use]
    pub fn factors(&self) -> Factors {
        let factor = |previous, label, score: &f32| if may_follow(previous, label) { exponential(*score) } else { 0.0 };
        let mut factors = Factors::default();
        for (label, (value, score)) in factors.first.iter_mut().zip(&self.first).enumerate() {
            *value = factor(None, label, score);
        }
        for (previous, (row, own)) in factors.next.iter_mut().zip(&self.next).enumerate() {
            for (label, (value, score)) in row.iter_mut().zip(own).enumerate() {
                *value = factor(Some(previous), label, score);
                if let Some(exchanged) = factors.previous.get_mut(label).and_then(|row| row.get_mut(previous)) {
                    *exchanged = *value;
                }
            }
        }
        factors
    }
}

/// Adding it leaves no room for a fraction: the sum is a whole number, and its lowest bits are that number.
const WHOLE: f32 = 12_582_912.0;

/// e to the power of `x`, within two units in the last place; `x` is held between −80 and 80. Without a branch or a call, so that
/// a processor does several at once.
#[must_use]
#[inline]
pub fn exponential(x: f32) -> f32 {
    let x = if x < -80.0 { -80.0 } else { x };
    let x = if x > 80.0 { 80.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + WHOLE;
    let halves = shifted - WHOLE;
    // ln 2 in two parts, so that the rest keeps its precision.
    let rest = (x - halves * 0.693_359_4) - halves * -2.121_944_4e-4;
    let mut series = 1.987_569_1e-4;
    for coefficient in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5] {
        series = series * rest + coefficient;
    }
    let small = series * rest * rest + rest + 1.0;
    // The bits above those of the number go out at the top.
    let power = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    small * power
}

/// The sums over all sequences of labels, kept for reuse from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    emission: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scale: Vec<f32>,
    /// What was taken from the scores of each token, so that no exponential is too large.
    most: Vec<f32>,
}

impl Lattice {
    /// Sums over the sequences of labels of one sentence.
    pub fn run(&mut self, scores: &[Scores], factors: &Factors) {
        self.emission.clear();
        self.forward.clear();
        self.scale.clear();
        self.most.clear();
        self.emission.reserve(scores.len());
        self.forward.reserve(scores.len());
        let mut previous: Option<Row> = None;
        for scores in scores {
            let mut most = f32::MIN;
            for &score in scores {
                most = if score > most { score } else { most };
            }
            let mut emission = row(scores).map(|score| exponential(score - most));
            if let Some(last) = emission.last_mut() {
                *last = 0.0;
            }
            let mut forward = times(&previous.map_or(factors.first, |previous| weighted(&previous, &factors.next)), &emission);
            let total: f32 = forward.iter().sum();
            let scale = if total > 0.0 { total } else { 1.0 };
            for value in &mut forward {
                *value /= scale;
            }
            previous = Some(forward);
            self.emission.push(emission);
            self.forward.push(forward);
            self.scale.push(scale);
            self.most.push(most);
        }
        self.backward.clear();
        self.backward.resize(scores.len(), [1.0; 8]);
        let mut later = [1.0; 8];
        for ((slot, emission), scale) in self.backward.iter_mut().zip(&self.emission).zip(&self.scale).rev() {
            *slot = later;
            let mut weights = times(emission, &later);
            for value in &mut weights {
                *value /= scale;
            }
            later = weighted(&weights, &factors.previous);
        }
    }

    /// The probability of each label at a token.
    #[must_use]
    pub fn marginal(&self, token: usize) -> Scores {
        let (Some(forward), Some(backward)) = (self.forward.get(token), self.backward.get(token)) else { return [0.0; LABELS] };
        let product = times(forward, backward);
        let total: f32 = product.iter().sum();
        let product = scores(&product);
        if total > 0.0 { product.map(|value| value / total) } else { product }
    }

    /// The probability of each pair of labels at a token and the one before it.
    #[must_use]
    pub fn pair(&self, token: usize, factors: &Factors) -> [Scores; LABELS] {
        let before = token.checked_sub(1).and_then(|before| self.forward.get(before));
        let (Some(forward), Some(emission), Some(backward), Some(&scale)) =
            (before, self.emission.get(token), self.backward.get(token), self.scale.get(token))
        else {
            return [[0.0; LABELS]; LABELS];
        };
        let mut pairs = factors.next.map(|row| scores(&row));
        for (row, forward) in pairs.iter_mut().zip(forward) {
            for ((value, emission), backward) in row.iter_mut().zip(emission).zip(backward) {
                *value *= forward * emission * backward / scale;
            }
        }
        pairs
    }

    /// The logarithm of the sum over all sequences. For training only: it takes a logarithm a token, and those of the system's
    /// library differ between platforms.
    #[must_use]
    pub fn logarithm(&self) -> f64 {
        self.most.iter().zip(&self.scale).map(|(most, scale)| f64::from(*most) + f64::from(*scale).ln()).sum()
    }
}

/// The sequence of labels whose product of probabilities is greatest among those in which every name begins with a beginning.
#[must_use]
pub fn best_sequence(probabilities: &[Scores]) -> Vec<usize> {
    // If the most probable label of every token makes such a sequence, no other is better.
    let alone: Vec<usize> = probabilities.iter().map(most_probable).collect();
    let before = std::iter::once(None).chain(alone.iter().copied().map(Some));
    if before.zip(&alone).all(|(before, &label)| may_follow(before, label)) {
        return alone;
    }
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(probabilities.len());
    let mut best: Scores = [0.0; LABELS];
    for (token, probability) in probabilities.iter().enumerate() {
        let mut from = [0; LABELS];
        let mut next: Scores = [0.0; LABELS];
        for (label, ((slot, from), probability)) in next.iter_mut().zip(&mut from).zip(probability).enumerate() {
            if token == 0 {
                *slot = if may_follow(None, label) { *probability } else { 0.0 };
                continue;
            }
            let mut most = -1.0;
            for (previous, value) in best.iter().enumerate() {
                if may_follow(Some(previous), label) && *value > most {
                    (most, *from) = (*value, previous);
                }
            }
            *slot = most.max(0.0) * probability;
        }
        let most = next.iter().copied().fold(0.0, f32::max);
        best = if most > 0.0 { next.map(|value| value / most) } else { [1.0; LABELS] };
        back.push(from);
    }
    let mut label = most_probable(&best);
    let mut labels = vec![0; probabilities.len()];
    for (slot, from) in labels.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from.get(label).copied().unwrap_or_default();
    }
    labels
}

/// The first of the labels with the greatest number.
fn most_probable(scores: &Scores) -> usize {
    let mut best = (OUTSIDE, f32::MIN);
    for (label, &score) in scores.iter().enumerate() {
        if score > best.1 {
            best = (label, score);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_the_library() {
        for step in -4000..4000_i16 {
            let x = f32::from(step) / 100.0;
            let error = (f64::from(exponential(x)) / f64::from(x).exp() - 1.0).abs();
            assert!(error < 3e-7, "{x}: {error}");
        }
    }

    /// All sequences of labels of three tokens, weighed one by one.
    #[test]
    fn marginals_are_those_of_the_enumeration() {
        let scores: Vec<Scores> = (0..3).map(|token| std::array::from_fn(|label| ((token * 7 + label * 5) % 11) as f32 / 4.0)).collect();
        let mut transitions = Transitions::default();
        for (one, row) in transitions.next.iter_mut().enumerate() {
            for (other, value) in row.iter_mut().enumerate() {
                *value = ((one * 3 + other * 2) % 5) as f32 / 3.0;
            }
        }
        let factors = transitions.factors();
        let mut expected = [[0.0_f64; LABELS]; 3];
        let mut total = 0.0;
        for one in 0..LABELS {
            for two in 0..LABELS {
                for three in 0..LABELS {
                    if !may_follow(None, one) || !may_follow(Some(one), two) || !may_follow(Some(two), three) {
                        continue;
                    }
                    let sum =
                        scores[0][one] + scores[1][two] + scores[2][three] + transitions.next[one][two] + transitions.next[two][three];
                    let weight = f64::from(sum).exp();
                    total += weight;
                    for (row, label) in expected.iter_mut().zip([one, two, three]) {
                        row[label] += weight;
                    }
                }
            }
        }
        let mut lattice = Lattice::default();
        lattice.run(&scores, &factors);
        assert!((lattice.logarithm() - total.ln()).abs() < 1e-4);
        for (token, expected) in expected.iter().enumerate() {
            for (found, expected) in lattice.marginal(token).iter().zip(expected) {
                assert!((f64::from(*found) - expected / total).abs() < 1e-5);
            }
            let pairs: f32 = lattice.pair(token, &factors).iter().flatten().sum();
            assert!(token == 0 || (pairs - 1.0).abs() < 1e-4, "{pairs}");
        }
    }

    #[test]
    fn a_name_begins_with_a_beginning() {
        let mut inside = [0.1; LABELS];
        inside[2] = 0.9;
        assert_eq!(best_sequence(&[inside, inside]), [1, 2]);
        assert!(best_sequence(&[]).is_empty());
    }
}
