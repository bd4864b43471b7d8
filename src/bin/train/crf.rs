//! Training: a linear-chain conditional random field, by stochastic gradient with AdaGrad steps. One thread and a fixed order,
//! so that the same data give the same weights.

use crate::corpus::Prepared;
use khabar::tagger::chain::{Lattice, Scores, Transitions};
use khabar::tagger::label::LABELS;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Features are hashes already.
#[derive(Default)]
pub struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// The features that are trained, each with its place among the weights.
pub struct Alphabet {
    pub places: HashMap<u32, u32, BuildHasherDefault<Same>>,
    pub features: Vec<u32>,
    pub counts: Vec<f32>,
}

impl Alphabet {
    /// The features seen at least `least` times in all corpora together.
    pub fn new(corpora: &[&Prepared], least: u32) -> Self {
        let mut counts: HashMap<u32, u32, BuildHasherDefault<Same>> = HashMap::default();
        for corpus in corpora {
            for &feature in &corpus.features {
                *counts.entry(feature).or_default() += 1;
            }
        }
        let mut features: Vec<u32> = counts.iter().filter(|(_, count)| **count >= least).map(|(feature, _)| *feature).collect();
        features.sort_unstable();
        Self::of(features, &counts)
    }

    /// Some of the features only.
    pub fn restricted(&self, features: Vec<u32>) -> Self {
        let counts = features.iter().map(|feature| (*feature, self.counts[self.places[feature] as usize] as u32)).collect();
        Self::of(features, &counts)
    }

    /// The features of a list.
    pub fn of_list<'l>(list: impl Iterator<Item = &'l u32>) -> Self {
        let mut counts: HashMap<u32, u32, BuildHasherDefault<Same>> = HashMap::default();
        for &feature in list {
            *counts.entry(feature).or_default() += 1;
        }
        let mut features: Vec<u32> = counts.keys().copied().collect();
        features.sort_unstable();
        Self::of(features, &counts)
    }

    fn of(features: Vec<u32>, counts: &HashMap<u32, u32, BuildHasherDefault<Same>>) -> Self {
        let counts = features.iter().map(|feature| counts[feature] as f32).collect();
        let places = features.iter().zip(0..).map(|(feature, place)| (*feature, place)).collect();
        Self { places, features, counts }
    }

    /// The places of the features of every token, as [`Prepared`] holds the features.
    pub fn read(&self, corpus: &Prepared) -> Data {
        let mut starts = vec![0];
        let mut places = Vec::new();
        for token in 0..corpus.labels.len() {
            places.extend(corpus.of_token(token).iter().filter_map(|feature| self.places.get(feature)));
            starts.push(places.len() as u32);
        }
        Data {
            starts,
            places,
            sentences: corpus.sentences.clone(),
            targets: targets(&corpus.labels),
            labels: corpus.labels.clone(),
            base: corpus.base(),
        }
    }
}

fn targets(labels: &[u8]) -> Vec<Scores> {
    labels.iter().map(|&label| std::array::from_fn(|other| f32::from(u8::from(other == usize::from(label))))).collect()
}

/// A corpus in terms of an alphabet.
#[derive(Clone)]
pub struct Data {
    starts: Vec<u32>,
    places: Vec<u32>,
    pub sentences: Vec<std::ops::Range<usize>>,
    pub targets: Vec<Scores>,
    pub labels: Vec<u8>,
    /// Scores that are added to those of the features; empty for none.
    pub base: Vec<Scores>,
}

impl Data {
    /// The same with some of the sentences only.
    pub fn subset(&self, keep: impl Fn(usize) -> bool) -> Self {
        let sentences =
            self.sentences.iter().enumerate().filter(|(number, _)| keep(*number)).map(|(_, sentence)| sentence.clone()).collect();
        Self { sentences, ..self.clone() }
    }

    /// Tokens with these features (a range of the list for each) and scores to start from.
    pub fn over((features, starts): &(Vec<u32>, Vec<u32>), alphabet: &Alphabet, base: Vec<Scores>, corpus: &Prepared) -> Self {
        let mut data = Self {
            starts: vec![0],
            places: Vec::new(),
            sentences: corpus.sentences.clone(),
            labels: corpus.labels.clone(),
            base,
            targets: targets(&corpus.labels),
        };
        for range in starts.windows(2) {
            data.places.extend(features[range[0] as usize..range[1] as usize].iter().filter_map(|feature| alphabet.places.get(feature)));
            data.starts.push(data.places.len() as u32);
        }
        data
    }

    fn of_token(&self, token: usize) -> &[u32] {
        &self.places[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

/// How a stage of training runs.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    pub epochs: usize,
    pub rate: f32,
    pub last_rate: f32,
    pub l2: f32,
    pub seed: u64,
    /// Whether the transitions stay as they are.
    pub frozen: bool,
}

/// The weights in training.
#[derive(Clone)]
pub struct Field {
    /// Of each feature of the alphabet.
    pub weights: Vec<Scores>,
    /// Between neighbouring labels.
    pub transitions: Transitions,
}

impl Field {
    pub fn new(features: usize) -> Self {
        Self { weights: vec![[0.0; LABELS]; features], transitions: Transitions::default() }
    }

    /// Moves the weights towards others by a part of the way.
    pub fn mix(&mut self, other: &Self, part: f32) {
        for (weights, others) in self.weights.iter_mut().zip(&other.weights) {
            for (weight, other) in weights.iter_mut().zip(others) {
                *weight += part * (other - *weight);
            }
        }
    }

    pub fn scores(&self, data: &Data, token: usize) -> Scores {
        self.sum(data.of_token(token), data, token)
    }

    fn sum(&self, places: &[u32], data: &Data, token: usize) -> Scores {
        let mut sum = data.base.get(token).copied().unwrap_or([0.0; LABELS]);
        for &place in places {
            for (sum, weight) in sum.iter_mut().zip(&self.weights[place as usize]) {
                *sum += weight;
            }
        }
        sum
    }

    /// Trains on corpora, each with the weight of its sentences. The weights of the last half of the time are averaged.
    pub fn train(&mut self, corpora: &[(&Data, f32)], counts: &[f32], stage: Stage) {
        let mut order: Vec<(u32, u32)> = Vec::new();
        for (number, (data, _)) in corpora.iter().enumerate() {
            order.extend((0..data.sentences.len()).map(|sentence| (number as u32, sentence as u32)));
        }
        let mut squares: Vec<Scores> = vec![[1.0; LABELS]; self.weights.len()];
        let mut transition_squares = Transitions { first: [1.0; LABELS], next: [[1.0; LABELS]; LABELS] };
        let mut random = stage.seed;
        let steps = stage.epochs * order.len();
        let mut step = 0;
        let mut lattice = Lattice::default();
        let mut sum = Self::new(self.weights.len());
        let mut snapshots = 0.0;
        // Ten snapshots an epoch stand for the average of all steps.
        let every = (order.len() / 10).max(1);
        for epoch in 0..stage.epochs {
            shuffle(&mut order, &mut random);
            let mut loss = 0.0;
            for &(corpus, sentence) in &order {
                let (data, weight) = corpora[corpus as usize];
                let rate = stage.rate + (stage.last_rate - stage.rate) * step as f32 / steps as f32;
                loss += self.step(
                    data,
                    data.sentences[sentence as usize].clone(),
                    weight,
                    rate,
                    stage.l2,
                    stage.frozen,
                    counts,
                    (&mut squares, &mut transition_squares),
                    &mut lattice,
                );
                step += 1;
                if step * 2 >= steps && step % every == 0 {
                    snapshots += 1.0;
                    for (sum, weights) in sum.weights.iter_mut().zip(&self.weights) {
                        for (sum, weight) in sum.iter_mut().zip(weights) {
                            *sum += weight;
                        }
                    }
                    add(&mut sum.transitions, &self.transitions);
                }
            }
            eprintln!("  epoch {} of {}: loss a sentence {:.4}", epoch + 1, stage.epochs, loss / order.len() as f64);
        }
        if snapshots > 0.0 {
            for weights in &mut sum.weights {
                *weights = weights.map(|weight| weight / snapshots);
            }
            sum.transitions.first = sum.transitions.first.map(|value| value / snapshots);
            sum.transitions.next = sum.transitions.next.map(|row| row.map(|value| value / snapshots));
            *self = sum;
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn step(
        &mut self,
        data: &Data,
        sentence: std::ops::Range<usize>,
        weight: f32,
        rate: f32,
        l2: f32,
        frozen: bool,
        counts: &[f32],
        squares: (&mut Vec<Scores>, &mut Transitions),
        lattice: &mut Lattice,
    ) -> f64 {
        let factors = self.transitions.factors();
        let scores: Vec<Scores> = sentence.clone().map(|token| self.scores(data, token)).collect();
        lattice.run(&scores, &factors);
        let mut loss = lattice.logarithm();
        let mut gradient = Transitions::default();
        let mut previous: Option<usize> = None;
        for (offset, token) in sentence.clone().enumerate() {
            let gold = usize::from(data.labels[token]);
            loss -= f64::from(scores[offset][gold]);
            match previous {
                None => {
                    loss -= f64::from(self.transitions.first[gold]);
                    gradient.first = lattice.marginal(0);
                    gradient.first[gold] -= 1.0;
                }
                Some(previous) => {
                    loss -= f64::from(self.transitions.next[previous][gold]);
                    for (sum, row) in gradient.next.iter_mut().zip(lattice.pair(offset, &factors)) {
                        for (sum, value) in sum.iter_mut().zip(row) {
                            *sum += value;
                        }
                    }
                    gradient.next[previous][gold] -= 1.0;
                }
            }
            previous = Some(gold);
            let mut difference = lattice.marginal(offset);
            for (value, target) in difference.iter_mut().zip(&data.targets[token]) {
                *value -= target;
            }
            if difference.iter().all(|value| value.abs() < 1e-3) {
                continue;
            }
            for &place in data.of_token(token) {
                let decay = l2 / counts[place as usize];
                let (weights, squares) = (&mut self.weights[place as usize], &mut squares.0[place as usize]);
                for ((value, square), difference) in weights.iter_mut().zip(squares).zip(&difference) {
                    let slope = weight * difference + decay * *value;
                    *square += slope * slope;
                    *value -= rate * slope / square.sqrt();
                }
            }
        }
        if frozen {
            return loss;
        }
        let update = |value: &mut f32, square: &mut f32, slope: f32| {
            let slope = slope * weight;
            *square += slope * slope;
            *value -= rate * slope / square.sqrt();
        };
        for ((value, square), slope) in self.transitions.first.iter_mut().zip(&mut squares.1.first).zip(gradient.first) {
            update(value, square, slope);
        }
        for ((row, squares), slopes) in self.transitions.next.iter_mut().zip(&mut squares.1.next).zip(gradient.next) {
            for ((value, square), slope) in row.iter_mut().zip(squares).zip(slopes) {
                update(value, square, slope);
            }
        }
        loss
    }
}

fn add(sum: &mut Transitions, other: &Transitions) {
    for (sum, value) in sum.first.iter_mut().zip(other.first) {
        *sum += value;
    }
    for (sum, row) in sum.next.iter_mut().zip(other.next) {
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += value;
        }
    }
}

/// Fisher and Yates.
fn shuffle(order: &mut [(u32, u32)], random: &mut u64) {
    for index in (1..order.len()).rev() {
        order.swap(index, (next(random) % (index as u64 + 1)) as usize);
    }
}

/// The next number of splitmix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut number = *state;
    number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
