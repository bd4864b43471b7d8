//! The weights: how a trained model is written and read.
//!
//! ```text
//! "khm1"
//! f32 × 56  transitions: of the first label, then of each label after each
//! u32       number of features
//! u32       number of bytes of the next part
//! features  rising numbers in Rice codes
//! scales    a byte a feature: the step of its weights, an index into STEPS
//! weights   for each label a row of nibbles, two features a byte: the weight in steps, -8 to 7
//! ```

use super::chain::{Factors, Scores, Transitions};
use super::clusters::Damaged;
use super::features::FEATURE_BITS;
use super::label::LABELS;
use super::packing::{BitReader, BitWriter, KeyTable, low_bits};

const MAGIC: &[u8; 4] = b"khm1";

/// The unit of weights as they are added up.
pub const UNIT: f32 = 1.0 / 1024.0;

/// Steps of weights, in units: each about the square root of two times the one before.
const STEPS: [u16; 20] = [3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024, 1448, 2048];

/// Weights of one feature or sums of them, in units.
pub type Weights = [i32; LABELS];

/// A trained model.
#[derive(Clone, Debug)]
pub struct Model {
    /// Factors between neighbouring labels.
    pub factors: Factors,
    /// Of each feature its weights as in the file: the nibbles of the labels, the first lowest, and above them the scale.
    features: KeyTable,
    /// The steps; those past the last scale are none.
    step_of: [u16; 32],
}

const SCALE_AT: u32 = 4 * LABELS as u32;
impl Model {
    /// Reads a model.
    ///
    /// # Errors
    /// When the bytes are no model, or one that was cut off or changed.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let damaged = Damaged("the model of the name tagger is damaged");
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(Damaged("this is no model of the name tagger"))?;
        let mut number = || {
            let (first, after) = rest.split_first_chunk::<4>()?;
            rest = after;
            Some(*first)
        };
        let mut transitions = Transitions::default();
        for value in transitions.first.iter_mut().chain(transitions.next.iter_mut().flatten()) {
            *value = f32::from_le_bytes(number().ok_or(damaged)?);
        }
        let count = u32::from_le_bytes(number().ok_or(damaged)?) as usize;
        let length = u32::from_le_bytes(number().ok_or(damaged)?) as usize;
        let (packed, rest) = rest.split_at_checked(length).ok_or(damaged)?;
        let features = BitReader::new(packed).read_rising(count, low_bits(count, 1 << FEATURE_BITS)).ok_or(damaged)?;
        let (scales, planes) = rest.split_at_checked(count).ok_or(damaged)?;
        let length_of_plane = count.div_ceil(2);
        if planes.len() != length_of_plane * LABELS {
            return Err(damaged);
        }
        if scales.iter().any(|scale| usize::from(*scale) >= STEPS.len()) {
            return Err(damaged);
        }
        // Two features share the bytes of every row.
        let mut pairs: Vec<[u64; 2]> = scales.chunks(2).map(|pair| [0, 1].map(|one| pair.get(one).copied().map_or(0, u64::from))).collect();
        // The first label ends lowest.
        for plane in planes.rchunks_exact(length_of_plane.max(1)) {
            for ([one, other], byte) in pairs.iter_mut().zip(plane) {
                *one = *one << 4 | u64::from(byte & 15);
                *other = *other << 4 | u64::from(byte >> 4);
            }
        }
        let features = KeyTable::of_rising(&features, FEATURE_BITS, pairs.into_iter().flatten()).ok_or(damaged)?;
        let step_of = std::array::from_fn(|scale| STEPS.get(scale).copied().unwrap_or_default());
        Ok(Self { factors: transitions.factors(), features, step_of })
    }

    /// Writes a model. Weights are rounded to steps; a feature that is named twice stays with its first weights.
    #[must_use]
    pub fn encode(transitions: &Transitions, features: &[(u32, Scores)]) -> Vec<u8> {
        let mut list = features.to_vec();
        list.sort_by_key(|(feature, _)| *feature);
        list.dedup_by_key(|(feature, _)| *feature);
        let mut writer = BitWriter::default();
        let numbers: Vec<u32> = list.iter().map(|(feature, _)| *feature).collect();
        writer.push_rising(&numbers, low_bits(list.len(), 1 << FEATURE_BITS));
        let packed = writer.finish();
        let mut bytes = MAGIC.to_vec();
        for value in transitions.first.iter().chain(transitions.next.iter().flatten()) {
            bytes.extend(value.to_le_bytes());
        }
        for number in [list.len(), packed.len()] {
            bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
        }
        bytes.extend(packed);
        let rounded: Vec<(u8, [u8; LABELS])> = list.iter().map(|(_, weights)| round(weights)).collect();
        bytes.extend(rounded.iter().map(|(scale, _)| *scale));
        for label in 0..LABELS {
            for pair in rounded.chunks(2) {
                let nibble = |index: usize| pair.get(index).and_then(|(_, row)| row.get(label)).copied().unwrap_or(8);
                bytes.push(nibble(0) | (nibble(1) << 4));
            }
        }
        bytes
    }

    /// Sums the weights of the features of each group that the model has, and empties the batch.
    pub fn weigh(&self, batch: &mut Batch, mut take: impl FnMut(Weights)) {
        self.features.look_up(&batch.features, &mut batch.ends, &mut batch.weights);
        let mut start = 0;
        for &end in &batch.ends {
            take(sum(batch.weights.get(start..end).unwrap_or(&[]), &self.step_of));
            start = end;
        }
        batch.features.clear();
        batch.ends.clear();
    }

    /// Number of features.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether the model has no feature.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.features.is_empty()
    }
}

/// Features that are weighed together, in groups.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The features of all groups. Who has put in those of a group ends it.
    pub features: Vec<u32>,
    ends: Vec<usize>,
    /// Of those that the model has, the weights, packed.
    weights: Vec<u64>,
}

impl Batch {
    /// Ends a group, which may be empty.
    pub fn end_group(&mut self) {
        self.ends.push(self.features.len());
    }

    /// Whether there are so many features that more do not make weighing them quicker.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.features.len() >= 256
    }
}

/// The sum of packed weights.
#[inline]
fn sum(packed: &[u64], step_of: &[u16; 32]) -> Weights {
    let mut totals = [0_u32; 8];
    let mut steps = 0;
    for &weights in packed {
        let step = step_of.get((weights >> SCALE_AT) as usize % step_of.len()).copied().unwrap_or_default();
        steps += u32::from(step);
        // Four nibbles of each half, all at once in one register: a nibble is moved to the top of 16 bits by a product, whose
        // upper bits go out, and then alone to their bottom. Its product with a step does not pass them.
        #[allow(clippy::cast_possible_truncation)]
        let (low, high) = (weights as u16, (weights >> 16) as u16);
        let halves = [low, low, low, low, high, high, high, high];
        for ((total, half), place) in totals.iter_mut().zip(halves).zip(PLACES) {
            *total += u32::from((half.wrapping_mul(place) >> 12).wrapping_mul(step));
        }
    }
    // In the file a nibble is 8 too large.
    let [sums @ .., _] = totals.map(|total| total.wrapping_sub(8 * steps).cast_signed());
    sums
}

/// What moves each of four nibbles to the top of 16 bits.
const PLACES: [u16; 8] = [1 << 12, 1 << 8, 1 << 4, 1, 1 << 12, 1 << 8, 1 << 4, 1];

/// The weights of a feature in steps, shifted by 8, and the step: that with the least squared error.
fn round(weights: &Scores) -> (u8, [u8; LABELS]) {
    let mut best = (f32::MAX, 0, [8; LABELS]);
    for (scale, &step) in (0_u8..).zip(&STEPS) {
        let step = f32::from(step) * UNIT;
        let mut error = 0.0;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let row = weights.map(|weight| {
            let steps = (weight / step).round().clamp(-8.0, 7.0);
            error += (weight - steps * step).powi(2);
            (steps + 8.0) as u8
        });
        if error < best.0 {
            best = (error, scale, row);
        }
    }
    (best.1, best.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut transitions = Transitions::default();
        transitions.first[1] = 0.5;
        Model::encode(&transitions, &[(90_000, [0.0, 1.0, -1.0, 0.5, 0.0, 7.0, -3.0]), (12, [0.25; LABELS]), (77, [-2.0; LABELS])])
    }

    #[test]
    fn weights_come_back_within_half_a_step() {
        let model = Model::decode(&sample()).unwrap();
        assert_eq!(model.len(), 3);
        let weigh = |groups: &[&[u32]]| {
            let (mut batch, mut sums) = (Batch::default(), Vec::new());
            for group in groups {
                batch.features.extend(*group);
                batch.end_group();
            }
            model.weigh(&mut batch, |sum| sums.push(sum));
            assert!(batch.features.is_empty() && batch.ends.is_empty());
            sums
        };
        let sums = weigh(&[&[90_000], &[], &[13, 90_000, 12], &[(1 << FEATURE_BITS) - 1]]);
        for (found, expected) in sums[0].iter().zip([0.0, 1.0, -1.0, 0.5, 0.0, 7.0, -3.0_f32]) {
            assert!((*found as f32 * UNIT - expected).abs() <= 0.5, "{found}");
        }
        assert_eq!(sums[2], sums[0].map(|weight| weight + 256));
        assert_eq!((sums[1], sums[3]), ([0; LABELS], [0; LABELS]));
    }

    #[test]
    fn a_damaged_model_is_refused() {
        let bytes = sample();
        assert!(Model::decode(b"khc1").is_err());
        for end in 0..bytes.len() {
            assert!(Model::decode(&bytes[..end]).is_err(), "{end}");
        }
    }
}
