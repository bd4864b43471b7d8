//! `fit`: from corpora, unlabelled text and cluster tables to the packed model, and what it scores.
//!
//! The recipe: teachers, one for each cluster table, are trained on the annotated corpora and label the unlabelled text; the
//! student, which ships, is trained on the corpora and on what the teachers wrote. Then all but the strongest features are
//! dropped and the weights are rounded as they will be stored. (Training the rest a little further was tried: it lost.)

use crate::corpus::{Counts, Prepared, Sentences, read};
use crate::crf::{Alphabet, Data, Field, Stage};
use khabar::document::Document;
use khabar::find::Scene;
use khabar::lang::ar;
use khabar::lexicon::Matches;
use khabar::tagger::chain::{Lattice, Scores, Transitions, best_sequence};
use khabar::tagger::clusters::Clusters;
use khabar::tagger::document_pass;
use khabar::tagger::label::{LABELS, OUTSIDE};
use khabar::tagger::model::Model;
use khabar::tagger::pretokenised::Pretokenised;
use khabar::tagger::{Tagger, Tagging};
use std::ops::Range;

/// The weight of a sentence of WikiFANE, the Wojood sample and the text that the teachers labelled; one of ANERcorp weighs 1.
const WEIGHT_OF_OTHERS: f32 = 0.3;
/// Both stages end between the weights of the second, on ANERcorp alone, and this part of the way back to the first.
const PART_OF_FIRST: f32 = 0.4;
/// What is taken from the score of the outside label, so that names are found rather than missed.
const BIAS: f32 = 0.3;
/// The same for the teachers.
const BIAS_OF_TEACHERS: f32 = 0.5;
/// In how many parts the corpora are divided to train the document pass on sentences that a model has not seen.
const FOLDS: usize = 4;
/// The weight of a sentence of WikiFANE for the document pass.
const WEIGHT_FOR_PASS: f32 = 0.5;
/// Features seen less often than this are not trained.
const LEAST_OF_TEACHERS: u32 = 2;
const LEAST_OF_STUDENT: u32 = 3;
/// How many features ship.
const KEPT: usize = 56_000;

const FIRST: Stage = Stage { epochs: 5, rate: 0.1, last_rate: 0.01, l2: 0.1, seed: 0, frozen: false };
const SECOND: Stage = Stage { epochs: 6, rate: 0.1, last_rate: 0.01, l2: 0.1, seed: 0, frozen: false };
const PASS: Stage = Stage { epochs: 6, rate: 0.05, last_rate: 0.005, l2: 0.5, seed: 0, frozen: true };

const USAGE: &str = "usage: khabar-train fit CORPORA TEXT OUT CLUSTERS [CLUSTERS…]";

/// The annotated corpora as tokens.
struct Annotated {
    aner: Sentences,
    held: Sentences,
    fane: Sentences,
    wojood: Sentences,
    aqmar: Sentences,
}

impl Annotated {
    fn read(folder: &str) -> Result<Self, String> {
        let mut aner = read(&format!("{folder}/anercorp/train.conll"))?;
        // The last tenth, by sentences or by tokens, whichever is more, is for measuring and seen by no step of training.
        let tokens: usize = aner.iter().map(Vec::len).sum();
        let mut start = aner.len() - aner.len().div_ceil(10);
        while aner.iter().skip(start).map(Vec::len).sum::<usize>() < tokens.div_ceil(10) {
            start -= 1;
        }
        Ok(Self {
            held: aner.split_off(start),
            aner,
            fane: read(&format!("{folder}/wikifane/train.conll"))?,
            wojood: read(&format!("{folder}/wojood-sample/all.conll"))?,
            aqmar: read(&format!("{folder}/aqmar/dev.conll"))?,
        })
    }
}

/// The corpora with their features, by one cluster table.
struct Corpora {
    aner: Prepared,
    fane: Prepared,
    wojood: Prepared,
    text: Prepared,
}

impl Corpora {
    fn new(annotated: &Annotated, text: &str, clusters: &Clusters) -> Self {
        Self {
            aner: Prepared::new(&annotated.aner, clusters),
            fane: Prepared::new(&annotated.fane, clusters),
            wojood: Prepared::new(&annotated.wojood, clusters),
            text: Prepared::from_text(&Pretokenised { text: text.to_owned(), places: Vec::new() }, clusters, &[]),
        }
    }

    /// Trains both stages; the text takes part when the teachers have labelled it.
    fn train(&self, alphabet: &Alphabet, with_text: bool, seed: u64) -> Field {
        let aner = alphabet.read(&self.aner);
        let others: Vec<Data> = [Some(&self.fane), Some(&self.wojood), with_text.then_some(&self.text)]
            .into_iter()
            .flatten()
            .map(|corpus| alphabet.read(corpus))
            .collect();
        two_stages(alphabet, &aner, &others.iter().collect::<Vec<&Data>>(), seed)
    }
}

fn two_stages(alphabet: &Alphabet, aner: &Data, others: &[&Data], seed: u64) -> Field {
    let mut field = Field::new(alphabet.features.len());
    let mut corpora = vec![(aner, 1.0)];
    corpora.extend(others.iter().map(|data| (*data, WEIGHT_OF_OTHERS)));
    field.train(&corpora, &alphabet.counts, Stage { seed, ..FIRST });
    let first = field.clone();
    field.train(&[(aner, 1.0)], &alphabet.counts, Stage { seed, ..SECOND });
    field.mix(&first, PART_OF_FIRST);
    field
}

/// The document pass in training: its features and their weights.
struct Pass {
    alphabet: Alphabet,
    field: Field,
}

impl Pass {
    /// Trains it on what models say of sentences that they were not trained on.
    fn train(corpora: &Corpora) -> Self {
        let alphabet = Alphabet::new(&[&corpora.aner, &corpora.fane, &corpora.wojood], LEAST_OF_TEACHERS);
        let parts = [&corpora.aner, &corpora.fane].map(|corpus| (corpus, alphabet.read(corpus)));
        let wojood = alphabet.read(&corpora.wojood);
        let mut scores = parts.each_ref().map(|(_, data)| vec![[0.0; LABELS]; data.labels.len()]);
        let mut transitions = Transitions::default();
        for fold in 0..FOLDS {
            let in_fold = |number: usize, data: &Data| number * FOLDS / data.sentences.len() == fold;
            let [aner, fane] = parts.each_ref().map(|(_, data)| data.subset(|number| !in_fold(number, data)));
            let field = two_stages(&alphabet, &aner, &[&fane, &wojood], 20 + fold as u64);
            for (scores, (_, data)) in scores.iter_mut().zip(&parts) {
                for (number, sentence) in data.sentences.iter().enumerate() {
                    if in_fold(number, data) {
                        for token in sentence.clone() {
                            scores[token] = field.scores(data, token);
                            scores[token][OUTSIDE] -= BIAS;
                        }
                    }
                }
            }
            transitions = field.transitions;
        }
        let lists = [0, 1].map(|part: usize| {
            let corpus = parts[part].0;
            features_of_pass(corpus, &probabilities(&scores[part], &corpus.sentences, &transitions))
        });
        let alphabet = Alphabet::of_list(lists.iter().flat_map(|(features, _)| features));
        let data = [0, 1].map(|part: usize| Data::over(&lists[part], &alphabet, scores[part].clone(), parts[part].0));
        let mut field = Field::new(alphabet.features.len());
        field.transitions = transitions;
        eprintln!("the document pass: {} features", alphabet.features.len());
        field.train(&[(&data[0], 1.0), (&data[1], WEIGHT_FOR_PASS)], &alphabet.counts, PASS);
        Self { alphabet, field }
    }

    fn apply(&self, corpus: &Prepared, scores: Vec<Scores>, transitions: &Transitions) -> Vec<Scores> {
        let lists = features_of_pass(corpus, &probabilities(&scores, &corpus.sentences, transitions));
        let data = Data::over(&lists, &self.alphabet, scores, corpus);
        let scores: Vec<Scores> = (0..data.labels.len()).map(|token| self.field.scores(&data, token)).collect();
        probabilities(&scores, &corpus.sentences, transitions)
    }
}

fn features_of_pass(corpus: &Prepared, probabilities: &[Scores]) -> (Vec<u32>, Vec<u32>) {
    let (mut features, mut starts) = (Vec::new(), vec![0]);
    document_pass::each(&corpus.sequence, &corpus.sentences, probabilities, |_, found| {
        features.extend(found);
        starts.push(u32::try_from(features.len()).unwrap_or(u32::MAX));
    });
    (features, starts)
}

fn probabilities(scores: &[Scores], sentences: &[Range<usize>], transitions: &Transitions) -> Vec<Scores> {
    let mut lattice = Lattice::default();
    let factors = transitions.factors();
    let mut list = Vec::with_capacity(scores.len());
    for sentence in sentences {
        lattice.run(&scores[sentence.clone()], &factors);
        list.extend((0..sentence.len()).map(|token| lattice.marginal(token)));
    }
    list
}

/// The labels that teachers together give to the unlabelled text.
fn teach(sets: &[Corpora], pass: &Pass) -> Vec<u8> {
    let mut sums = vec![[0.0; LABELS]; sets[0].text.labels.len()];
    let mut transitions = Transitions::default();
    for (number, corpora) in sets.iter().enumerate() {
        let alphabet = Alphabet::new(&[&corpora.aner, &corpora.fane, &corpora.wojood], LEAST_OF_TEACHERS);
        let field = corpora.train(&alphabet, false, 1 + number as u64);
        let data = alphabet.read(&corpora.text);
        for (token, sum) in sums.iter_mut().enumerate() {
            for (sum, score) in sum.iter_mut().zip(field.scores(&data, token)) {
                *sum += score / sets.len() as f32;
            }
            sum[OUTSIDE] -= BIAS_OF_TEACHERS / sets.len() as f32;
        }
        transitions = field.transitions;
    }
    let text = &sets[0].text;
    let probabilities = pass.apply(text, sums, &transitions);
    text.sentences.iter().flat_map(|sentence| best_sequence(&probabilities[sentence.clone()])).map(|label| label as u8).collect()
}

/// Trains, packs and measures.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let [folder, text, out, tables @ ..] = arguments else { return Err(USAGE.to_owned()) };
    if tables.is_empty() {
        return Err(USAGE.to_owned());
    }
    let open = |path: &String| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
    let annotated = Annotated::read(folder)?;
    let text = String::from_utf8(open(text)?).map_err(|error| format!("{text}: {error}"))?;
    let tables = tables.iter().map(open).collect::<Result<Vec<Vec<u8>>, String>>()?;
    let mut sets = Vec::new();
    for table in &tables {
        sets.push(Corpora::new(&annotated, &text, &Clusters::decode(table).map_err(|error| error.to_string())?));
    }
    eprintln!(
        "{} sentences for training, {} held out, {} tokens of text",
        annotated.aner.len(),
        annotated.held.len(),
        sets[0].text.labels.len()
    );
    let pass = Pass::train(&sets[0]);
    sets[0].text.labels = teach(&sets, &pass);
    let student = &sets[0];
    let alphabet = Alphabet::new(&[&student.aner, &student.fane, &student.wojood, &student.text], LEAST_OF_STUDENT);
    let whole = student.train(&alphabet, true, 5);
    measure("whole", &annotated, &pack(&alphabet, &whole, &pass), &tables[0])?;

    let mut order: Vec<usize> = (0..alphabet.features.len()).collect();
    let norm = |place: &usize| whole.weights[*place].iter().map(|weight| weight * weight).sum::<f32>();
    order.sort_by(|one, other| norm(other).total_cmp(&norm(one)).then(one.cmp(other)));
    order.truncate(KEPT);
    order.sort_unstable();
    let kept = alphabet.restricted(order.iter().map(|&place| alphabet.features[place]).collect());
    let mut field = Field::new(kept.features.len());
    field.transitions = whole.transitions.clone();
    for (weights, &place) in field.weights.iter_mut().zip(&order) {
        *weights = whole.weights[place];
    }
    let model = pack(&kept, &field, &pass);
    measure("shipped", &annotated, &model, &tables[0])?;
    println!("{} bytes", model.len());
    std::fs::write(out, model).map_err(|error| format!("{out}: {error}"))
}

/// The model as it ships: the bias against the outside label is part of the transitions into it.
fn pack(alphabet: &Alphabet, field: &Field, pass: &Pass) -> Vec<u8> {
    let mut transitions = field.transitions.clone();
    transitions.first[OUTSIDE] -= BIAS;
    for row in &mut transitions.next {
        row[OUTSIDE] -= BIAS;
    }
    let parts = [(alphabet, field), (&pass.alphabet, &pass.field)];
    let features: Vec<(u32, Scores)> = parts
        .iter()
        .flat_map(|(alphabet, field)| alphabet.features.iter().copied().zip(field.weights.iter().copied()))
        .filter(|(_, weights)| weights.iter().any(|weight| weight.abs() > 1e-3))
        .collect();
    Model::encode(&transitions, &features)
}

/// Tags the held-out corpora with the library itself and prints the scores.
fn measure(name: &str, annotated: &Annotated, model: &[u8], clusters: &[u8]) -> Result<(), String> {
    let tagger = Tagger::decode(model, clusters).map_err(|error| error.to_string())?;
    let table = Clusters::decode(clusters).map_err(|error| error.to_string())?;
    for (corpus, sentences) in [("ANERcorp, last tenth", &annotated.held), ("AQMAR dev", &annotated.aqmar)] {
        let prepared = Prepared::new(sentences, &table);
        let document = Document::new(&prepared.source);
        let matches = Matches::new(&document, &ar::PACK);
        let tagging = tagger.tag(&Scene { document: &document, matches: &matches, pack: &ar::PACK, tagging: &Tagging::default() });
        println!("{name:<8} {corpus:<21} {}", Counts::new(sentences, &prepared.corpus_labels(&tagging.labels)).line());
    }
    Ok(())
}
