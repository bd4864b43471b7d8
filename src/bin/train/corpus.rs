//! Token corpora: one token and its label a line, a blank line between sentences; and how they meet the tokens of the library.

use khabar::document::Document;
use khabar::find::Scene;
use khabar::lang::ar;
use khabar::lexicon::Matches;
use khabar::tagger::Tagging;
use khabar::tagger::chain::Scores;
use khabar::tagger::clusters::Clusters;
use khabar::tagger::features::Sequence;
use khabar::tagger::label::{self, LABELS, OUTSIDE};
use khabar::tagger::pretokenised::{Pretokenised, of_token};
use std::ops::Range;

/// Sentences of tokens with their labels.
pub type Sentences = Vec<Vec<(String, usize)>>;

/// Reads a corpus. Labels of other types than the tagger's are read as outside; a name that begins with an inside label begins
/// with a beginning.
pub fn read(path: &str) -> Result<Sentences, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let mut sentences = vec![Vec::new()];
    for (number, line) in text.lines().enumerate() {
        let mut columns = line.split_whitespace();
        match (columns.next(), columns.next_back()) {
            (None, _) => sentences.push(Vec::new()),
            (Some(token), Some(tag)) => {
                let label = label::NAMES.iter().position(|name| *name == tag).unwrap_or(OUTSIDE);
                if let Some(sentence) = sentences.last_mut() {
                    sentence.push((token.to_owned(), label));
                }
            }
            (Some(token), None) => return Err(format!("{path}:{}: the token {token:?} has no label", number + 1)),
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    for sentence in &mut sentences {
        let mut previous = None;
        for (_, label) in sentence {
            if !label::may_follow(previous, *label) {
                *label -= 1;
            }
            previous = Some(*label);
        }
    }
    Ok(sentences)
}

/// A corpus as the library reads it, with the features of every token.
pub struct Prepared {
    /// The corpus as a text.
    pub source: String,
    /// The library's sentences as ranges of its tokens.
    pub sentences: Vec<Range<usize>>,
    /// For each token its features, as a range of `features`.
    pub starts: Vec<u32>,
    /// The features of all tokens.
    pub features: Vec<u32>,
    /// For each token its label.
    pub labels: Vec<u8>,
    /// For each token of the corpus the tokens of the library.
    pub tokens: Vec<Range<usize>>,
    /// The words, for the document pass.
    pub sequence: Sequence,
}

impl Prepared {
    pub fn new(corpus: &Sentences, clusters: &Clusters) -> Self {
        let joined = Pretokenised::new(corpus.iter().map(|sentence| sentence.iter().map(|(token, _)| token.as_str())));
        let labels: Vec<usize> = corpus.iter().flatten().map(|(_, label)| *label).collect();
        Self::from_text(&joined, clusters, &labels)
    }

    /// Reads a text whose tokens, if it comes as tokens, have labels.
    pub fn from_text(joined: &Pretokenised, clusters: &Clusters, labels: &[usize]) -> Self {
        let document = Document::new(&joined.text);
        let matches = Matches::new(&document, &ar::PACK);
        let scene = Scene { document: &document, matches: &matches, pack: &ar::PACK, tagging: &Tagging::default() };
        let sequence = Sequence::new(&scene, clusters);
        let mut of_tokens = vec![0_u8; document.tokens().len()];
        let tokens = joined.tokens(&document);
        for (range, &label) in tokens.iter().zip(labels) {
            if let Some(kind) = label::kind(label) {
                // A mark before or after the word («(الأردن») is no part of the name.
                let words: Vec<usize> = range
                    .clone()
                    .filter(|&token| document.token(token).is_some_and(|token| token.is_word() || token.is_number()))
                    .collect();
                if let (Some(&first), Some(&last)) = (words.first(), words.last()) {
                    for (token, slot) in of_tokens.iter_mut().enumerate().take(last + 1).skip(first) {
                        let begins = token == first && !label::continues(label);
                        *slot = u8::try_from(if begins { label::beginning(kind) } else { label::inside(kind) }).unwrap_or(0);
                    }
                }
            }
        }
        for (token, label) in of_tokens.iter_mut().enumerate() {
            if sequence.is_foreign(token) {
                *label = 0;
            }
        }
        let sentences = document.sentences().to_vec();
        // A sentence of the library may begin within a name of the corpus.
        for sentence in &sentences {
            let mut previous = None;
            for token in sentence.clone() {
                let label = usize::from(of_tokens[token]);
                let fitting = if label::may_follow(previous, label) { label } else { label - 1 };
                of_tokens[token] = u8::try_from(fitting).unwrap_or(0);
                previous = Some(fitting);
            }
        }
        let mut features = Vec::new();
        let mut starts = vec![0];
        for sentence in &sentences {
            for token in sentence.clone() {
                sequence.features(sentence, token, &mut features);
                starts.push(u32::try_from(features.len()).unwrap_or(u32::MAX));
            }
        }
        Self { source: joined.text.clone(), sentences, starts, features, labels: of_tokens, tokens, sequence }
    }

    pub fn of_token(&self, token: usize) -> &[u32] {
        &self.features[self.starts[token] as usize..self.starts[token + 1] as usize]
    }

    /// The scores that every token starts from: words of other scripts are outside.
    pub fn base(&self) -> Vec<Scores> {
        (0..self.labels.len())
            .map(|token| {
                let mut scores = [0.0; LABELS];
                scores[OUTSIDE] = if self.sequence.is_foreign(token) { 32.0 } else { 0.0 };
                scores
            })
            .collect()
    }

    /// The labels of the corpus's own tokens, from those of the library's tokens.
    pub fn corpus_labels(&self, labels: &[u8]) -> Vec<usize> {
        self.tokens.iter().map(|range| of_token(&labels[range.clone()])).collect()
    }
}

/// Right, found and expected names of each type, and together in the last place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts(pub [[usize; 3]; 4]);

impl Counts {
    pub fn new(corpus: &Sentences, labels: &[usize]) -> Self {
        let mut counts = Self::default();
        let mut start = 0;
        for sentence in corpus {
            let expected: Vec<usize> = sentence.iter().map(|(_, label)| *label).collect();
            let expected = spans(&expected);
            let found = spans(&labels[start..start + sentence.len()]);
            start += sentence.len();
            for (column, list) in [(1, &found), (2, &expected)] {
                for (_, kind) in list {
                    counts.0[*kind][column] += 1;
                }
            }
            for span in found {
                if expected.contains(&span) {
                    counts.0[span.1][0] += 1;
                }
            }
        }
        for kind in 0..label::TYPES {
            for column in 0..3 {
                counts.0[3][column] += counts.0[kind][column];
            }
        }
        counts
    }

    pub fn f1(&self, kind: usize) -> f64 {
        let [right, found, expected] = self.0[kind];
        if found + expected == 0 { 0.0 } else { 200.0 * right as f64 / (found + expected) as f64 }
    }

    pub fn line(&self) -> String {
        let [right, found, expected] = self.0[3];
        let percent = |part: usize, whole: usize| if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
        format!(
            "P {:.1} R {:.1} F {:.1}  PER {:.1} LOC {:.1} ORG {:.1}",
            percent(right, found),
            percent(right, expected),
            self.f1(3),
            self.f1(0),
            self.f1(1),
            self.f1(2)
        )
    }
}

fn spans(labels: &[usize]) -> Vec<(Range<usize>, usize)> {
    let mut list: Vec<(Range<usize>, usize)> = Vec::new();
    let mut previous = None;
    for (token, &label) in labels.iter().enumerate() {
        debug_assert!(label < LABELS);
        if let Some(kind) = label::kind(label) {
            match list.last_mut() {
                Some((span, _)) if label::continues(label) && label::may_follow(previous, label) => span.end = token + 1,
                _ => list.push((token..token + 1, kind)),
            }
        }
        previous = Some(label);
    }
    list
}
