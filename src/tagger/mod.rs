//! The trained tagger of names: a linear-chain conditional random field over hashed features, small enough to be embedded.
//!
//! ```text
//! Scene ─► features ─► weights (a packed table) ─► chain (probabilities) ─► document pass ─► labels
//! ```
//!
//! It proposes; [`crate::resolve`] weighs its proposals against those of rules and lists. `src/bin/train` trains it with the
//! same [`features`] and [`chain`].

pub mod chain;
pub mod clusters;
pub mod document_pass;
pub mod features;
pub mod label;
pub mod model;
pub mod packing;
pub mod pretokenised;

use crate::find::Scene;
use crate::lang::Peel;
use chain::{Lattice, Scores, best_sequence};
use clusters::{Clusters, Damaged};
use features::{PLACES, Sequence};
use label::{LABELS, OUTSIDE};
use model::{Batch, Model, UNIT, Weights};
use std::ops::Range;

/// The longest chain of labels, in tokens: no sentence of news is as long, and what is no sentence may be as long as the text,
/// for which the chain takes a hundred bytes a token.
const LONGEST_CHAIN: usize = 1024;

/// What makes a label certain, in units of weight.
const CERTAIN: i32 = 32 * 1024;

/// A trained tagger of one language.
#[derive(Clone, Debug)]
pub struct Tagger {
    clusters: Clusters,
    model: Model,
}

/// What the tagger says of a document.
#[derive(Clone, Debug, Default)]
pub struct Tagging {
    /// Of each token the probability of each label, the document pass included.
    pub probabilities: Vec<Scores>,
    /// Of each token its label.
    pub labels: Vec<u8>,
}

impl Tagger {
    /// Reads a model and its table of clusters.
    ///
    /// # Errors
    /// When either is damaged.
    pub fn decode(model: &[u8], clusters: &[u8]) -> Result<Self, Damaged> {
        Ok(Self { clusters: Clusters::decode(clusters)?, model: Model::decode(model)? })
    }

    /// Whether the clusters know a folded word as this reading gives it.
    #[must_use]
    pub fn knows_word(&self, folded: &str, reading: Peel) -> bool {
        self.clusters.of_reading(folded, reading).is_some()
    }

    /// Tags the tokens of a document. Takes time in proportion to its length.
    #[must_use]
    pub fn tag(&self, scene: &Scene<'_>) -> Tagging {
        let sequence = Sequence::new(scene, &self.clusters);
        let sentences = scene.document.sentences();
        let mut sums = self.sums(&sequence, sentences);
        let first = self.probabilities(&sequence, sentences, &sums);
        self.add_document_pass(&sequence, sentences, &first, &mut sums);
        drop(first);
        let probabilities = self.probabilities(&sequence, sentences, &sums);
        drop(sums);
        let mut labels = Vec::with_capacity(probabilities.len());
        for sentence in sentences {
            if sequence.has_word(sentence) {
                for piece in probabilities.get(sentence.clone()).unwrap_or(&[]).chunks(LONGEST_CHAIN) {
                    labels.extend(best_sequence(piece).into_iter().map(number));
                }
            } else {
                labels.resize(sentence.end, number(OUTSIDE));
            }
        }
        Tagging { probabilities, labels }
    }

    /// The summed weights of every token. Most features are of one word: they are weighed once a distinct word and place, and
    /// only those of neighbours and phrases at every token.
    fn sums(&self, sequence: &Sequence, sentences: &[Range<usize>]) -> Vec<Weights> {
        let mut batch = Batch::default();
        let mut of_words: Vec<Weights> = Vec::with_capacity(sequence.words().len() * PLACES);
        for word in sequence.words() {
            for place in 0..PLACES {
                word.features(place, &mut batch.features);
                batch.end_group();
            }
            if batch.is_full() {
                self.model.weigh(&mut batch, |sum| of_words.push(sum));
            }
        }
        self.model.weigh(&mut batch, |sum| of_words.push(sum));
        let (of_words, _) = of_words.as_chunks::<PLACES>();
        let mut sums: Vec<Weights> = Vec::with_capacity(sequence.len());
        for sentence in sentences {
            if !sequence.has_word(sentence) {
                sums.resize(sentence.end, [0; LABELS]);
                continue;
            }
            for token in sentence.clone() {
                sequence.pair_features(&sequence.around(sentence, token), &mut batch.features);
                sequence.list_features(sentence, token, &mut batch.features);
                batch.end_group();
                if batch.is_full() {
                    self.model.weigh(&mut batch, |sum| sums.push(sum));
                }
            }
            self.model.weigh(&mut batch, |sum| sums.push(sum));
            for (token, sum) in sentence.clone().zip(sums.get_mut(sentence.clone()).unwrap_or_default()) {
                let around = sequence.around(sentence, token);
                for weights in around.iter().enumerate().filter_map(|(place, &word)| of_words.get(word)?.get(place)) {
                    add(sum, weights);
                }
                if let (true, Some(outside)) = (sequence.is_foreign(token), sum.get_mut(OUTSIDE)) {
                    *outside += CERTAIN;
                }
            }
        }
        sums
    }

    /// Adds to the sums what the first reading of the text says of the same words elsewhere.
    fn add_document_pass(&self, sequence: &Sequence, sentences: &[Range<usize>], first: &[Scores], sums: &mut [Weights]) {
        let mut batch = Batch::default();
        let mut waiting = sums.iter_mut();
        let mut weigh = |batch: &mut Batch| {
            self.model.weigh(batch, |weights| {
                if let Some(sum) = waiting.next() {
                    add(sum, &weights);
                }
            });
        };
        document_pass::each(sequence, sentences, first, |_, features| {
            batch.features.extend_from_slice(features);
            batch.end_group();
            if batch.is_full() {
                weigh(&mut batch);
            }
        });
        weigh(&mut batch);
    }

    /// The probabilities of every token. Where a sentence has no word of the language, there is no name to weigh.
    fn probabilities(&self, sequence: &Sequence, sentences: &[Range<usize>], sums: &[Weights]) -> Vec<Scores> {
        let mut lattice = Lattice::default();
        let mut scores: Vec<Scores> = Vec::new();
        let mut probabilities = Vec::with_capacity(sums.len());
        let nothing: Scores = std::array::from_fn(|label| if label == OUTSIDE { 1.0 } else { 0.0 });
        for sentence in sentences {
            if !sequence.has_word(sentence) {
                probabilities.resize(sentence.end, nothing);
                continue;
            }
            for piece in sums.get(sentence.clone()).unwrap_or(&[]).chunks(LONGEST_CHAIN) {
                scores.clear();
                #[allow(clippy::cast_precision_loss)]
                scores.extend(piece.iter().map(|sum| sum.map(|units| units as f32 * UNIT)));
                lattice.run(&scores, &self.model.factors);
                probabilities.extend((0..scores.len()).map(|token| lattice.marginal(token)));
            }
        }
        probabilities
    }
}

fn add(sum: &mut Weights, weights: &Weights) {
    for (sum, weight) in sum.iter_mut().zip(weights) {
        *sum += weight;
    }
}

/// A label as a number of one byte.
fn number(label: usize) -> u8 {
    u8::try_from(label).unwrap_or(u8::MAX)
}

/// A name that the tagger found.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedName {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its type, as in [`label`].
    pub kind: usize,
    /// How sure the tagger is: the mean probability of the type over its tokens.
    pub probability: f32,
}

impl Tagging {
    /// The names in order.
    #[must_use]
    pub fn names(&self) -> Vec<TaggedName> {
        let mut names: Vec<TaggedName> = Vec::new();
        for (token, &label) in self.labels.iter().enumerate() {
            let label = usize::from(label);
            let Some(kind) = label::kind(label) else { continue };
            let probability = self.type_probability(token, kind);
            match names.last_mut() {
                Some(name) if label::continues(label) && name.tokens.end == token && name.kind == kind => {
                    name.tokens.end = token + 1;
                    name.probability += probability;
                }
                _ => names.push(TaggedName { tokens: token..token + 1, kind, probability }),
            }
        }
        for name in &mut names {
            #[allow(clippy::cast_precision_loss)]
            let count = name.tokens.len() as f32;
            name.probability /= count;
        }
        names
    }

    /// The probability that a token belongs to a name of a type.
    #[must_use]
    pub fn type_probability(&self, token: usize, kind: usize) -> f32 {
        self.probabilities
            .get(token)
            .map_or(0.0, |row| [label::beginning(kind), label::inside(kind)].iter().filter_map(|&label| row.get(label)).sum())
    }

    /// The mean probability that tokens belong to a name of a type.
    #[must_use]
    pub fn mean_probability(&self, tokens: Range<usize>, kind: usize) -> f32 {
        #[allow(clippy::cast_precision_loss)]
        let count = tokens.len().max(1) as f32;
        tokens.map(|token| self.type_probability(token, kind)).sum::<f32>() / count
    }

    /// The probability that a token belongs to no name.
    #[must_use]
    pub fn outside(&self, token: usize) -> f32 {
        self.probabilities.get(token).and_then(|row| row.get(OUTSIDE)).copied().unwrap_or(1.0)
    }
}
