//! The chain: from scores of labels token by token to probabilities, and from probabilities to one sequence of labels.
//!
//! Only additions, multiplications and divisions of IEEE numbers are used, in a fixed order, so that every platform gets the
//! same bits. The exponential is our own for that reason: that of the system's library differs between platforms.

use super::label::{LABELS, may_follow};

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

impl Transitions {
    /// The factors that belong to the scores: nothing where a label may not follow.
    #[must_use]
    pub fn factors(&self) -> Self {
        let mut factors = self.clone();
        for (label, value) in factors.first.iter_mut().enumerate() {
            *value = if may_follow(None, label) { exponential(*value) } else { 0.0 };
        }
        for (previous, row) in factors.next.iter_mut().enumerate() {
            for (label, value) in row.iter_mut().enumerate() {
                *value = if may_follow(Some(previous), label) { exponential(*value) } else { 0.0 };
            }
        }
        factors
    }
}

/// e to the power of `x`, within two units in the last place; `x` is held between −80 and 80.
#[must_use]
pub fn exponential(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    let halves = (x * std::f32::consts::LOG2_E).round();
    // ln 2 in two parts, so that the rest keeps its precision.
    let rest = (x - halves * 0.693_359_4) - halves * -2.121_944_4e-4;
    let mut series = 1.987_569_1e-4;
    for coefficient in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5] {
        series = series * rest + coefficient;
    }
    let small = series * rest * rest + rest + 1.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let power = f32::from_bits(((halves as i32 + 127) as u32) << 23);
    small * power
}

/// The sums over all sequences of labels, kept for reuse from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    emission: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    scale: Vec<f32>,
    logarithm: f64,
}

impl Lattice {
    /// Sums over the sequences of labels of one sentence.
    pub fn run(&mut self, scores: &[Scores], factors: &Transitions) {
        self.emission.clear();
        self.forward.clear();
        self.scale.clear();
        self.logarithm = 0.0;
        for scores in scores {
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let emission = scores.map(|score| exponential(score - most));
            let mut forward = match self.forward.last() {
                None => factors.first,
                Some(previous) => {
                    let mut sum = [0.0; LABELS];
                    for (weight, row) in previous.iter().zip(&factors.next) {
                        for (sum, factor) in sum.iter_mut().zip(row) {
                            *sum += weight * factor;
                        }
                    }
                    sum
                }
            };
            let mut total = 0.0;
            for (value, emission) in forward.iter_mut().zip(emission) {
                *value *= emission;
                total += *value;
            }
            let scale = if total > 0.0 { total } else { 1.0 };
            for value in &mut forward {
                *value /= scale;
            }
            self.logarithm += f64::from(most) + f64::from(scale).ln();
            self.emission.push(emission);
            self.forward.push(forward);
            self.scale.push(scale);
        }
        self.backward.clear();
        self.backward.resize(scores.len(), [1.0; LABELS]);
        let mut later = [1.0; LABELS];
        for token in (0..scores.len()).rev() {
            if let Some(slot) = self.backward.get_mut(token) {
                *slot = later;
            }
            let (Some(emission), Some(&scale)) = (self.emission.get(token), self.scale.get(token)) else { break };
            let weighted: Scores = std::array::from_fn(|label| match (emission.get(label), later.get(label)) {
                (Some(emission), Some(later)) => emission * later / scale,
                _ => 0.0,
            });
            later = factors.next.map(|row| row.iter().zip(weighted).map(|(factor, weight)| factor * weight).sum());
        }
    }

    /// The probability of each label at a token.
    #[must_use]
    pub fn marginal(&self, token: usize) -> Scores {
        let (Some(forward), Some(backward)) = (self.forward.get(token), self.backward.get(token)) else { return [0.0; LABELS] };
        let mut product = *forward;
        let mut total = 0.0;
        for (value, backward) in product.iter_mut().zip(backward) {
            *value *= backward;
            total += *value;
        }
        if total > 0.0 { product.map(|value| value / total) } else { product }
    }

    /// The probability of each pair of labels at a token and the one before it.
    #[must_use]
    pub fn pair(&self, token: usize, factors: &Transitions) -> [Scores; LABELS] {
        let before = token.checked_sub(1).and_then(|before| self.forward.get(before));
        let (Some(forward), Some(emission), Some(backward), Some(&scale)) =
            (before, self.emission.get(token), self.backward.get(token), self.scale.get(token))
        else {
            return [[0.0; LABELS]; LABELS];
        };
        let mut pairs = factors.next;
        for (row, forward) in pairs.iter_mut().zip(forward) {
            for ((value, emission), backward) in row.iter_mut().zip(emission).zip(backward) {
                *value *= forward * emission * backward / scale;
            }
        }
        pairs
    }

    /// The logarithm of the sum over all sequences. For training only.
    #[must_use]
    pub const fn logarithm(&self) -> f64 {
        self.logarithm
    }
}

/// The sequence of labels whose product of probabilities is greatest among those in which every name begins with a beginning.
#[must_use]
pub fn best_sequence(probabilities: &[Scores]) -> Vec<usize> {
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
    let mut label = (0..LABELS).rev().max_by(|&one, &other| compare(best.get(one), best.get(other))).unwrap_or_default();
    let mut labels = vec![0; probabilities.len()];
    for (slot, from) in labels.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from.get(label).copied().unwrap_or_default();
    }
    labels
}

fn compare(one: Option<&f32>, other: Option<&f32>) -> std::cmp::Ordering {
    one.partial_cmp(&other).unwrap_or(std::cmp::Ordering::Equal)
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
