//! Who said what.
//!
//! | frame | example |
//! |---|---|
//! | verb, speaker, content | قال الوزير إن …; أعلنت الشركة عن …; وأضاف: "…" |
//! | speaker, verb, content | الوزير يؤكد …; لكن الشركة قالت إن … |
//! | relayed | نقلت الوكالة عن الوزير قوله إن … |
//! | in a paper | جاء في بيان للوزارة أن … |
//! | participle | …، مشيرا إلى أن … |
//! | characterisation | وصف الوزير القرار بأنه "…"; ما أسماه ب"…" |
//! | according to | وبحسب الوزارة، …; …، حسبما أعلنت الشركة; "…"، وفق البيان |
//! | title line | الوزير: …; … – الوزير |
//!
//! The verbs, with what each takes, are in `words/speech_cues.tsv`. Impersonal verbs (يذكر أن, يشار إلى أن) state nothing.

mod content;
mod frames;
mod noun;
mod scan;
mod source;
mod who;

use super::clause::words::{folded, folded_span};
use super::phrase::at_clause_start;
use super::{Text, grammar, nouns};
use crate::fact::phrase::{Agreement, Filler, Gender, Phrase, PhraseKind};
use crate::fact::speaker::Chain;
use crate::fact::{Argument, Directness, Fact, Realis};
use crate::lang::Clitics;
use crate::lexicon::Class;
use crate::lexicon::format::Entry;
use crate::text::chars::is_dash;
use crate::text::span::Span;
use std::ops::Range;

/// How far from its verb what is said may begin, in tokens.
const REACH: usize = 48;
/// How many words a speaker without a name may have.
const LONGEST_NOMINAL: usize = 9;
/// How many tokens a line «S: C» outside the headline may have.
const LONGEST_TITLE: usize = 32;
/// How many words between verb and content may belong to nothing known.
const LOOSE_WORDS: usize = 10;

/// States the statements of a text.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut reader = Reader { text, chain: Chain::default(), said: Vec::new(), until: 0, level: None, fronted: None };
    reader.read_all();
    let said = reader.said;
    // Where a statement ends that another one follows: their first tokens, in order.
    let cuts: Vec<(usize, Option<usize>)> =
        said.iter().filter(|said| said.cuts).map(|said| (said.first, text.clauses.speech(said.first))).collect();
    facts.extend(said.iter().filter_map(|said| said.fact(text, &cuts)));
}

/// What a word that introduces speech is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Verb,
    Participle,
    Masdar,
    Named,
    According,
    Clause,
    Reported,
}

/// The forms by the attribute that marks their row.
const FORMS: &[(&str, Form)] = &[
    ("verb", Form::Verb),
    ("participle", Form::Participle),
    ("masdar", Form::Masdar),
    ("named", Form::Named),
    ("according", Form::According),
    ("clause", Form::Clause),
    ("reported", Form::Reported),
];

/// A word that introduces speech, where it stands.
#[derive(Clone, Debug)]
struct Cue {
    tokens: Range<usize>,
    /// After its clitics.
    span: Span,
    entry: Entry<'static>,
    form: Form,
    clitics: Clitics,
    agreement: Agreement,
    /// An imperfect form.
    imperfect: bool,
}

impl Cue {
    fn takes(&self, word: &str) -> bool {
        self.entry.attribute("takes").is_some_and(|takes| takes.split('|').any(|taken| taken == word))
    }
}

/// How what is said begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// After أن, إن or a preposition, at a token.
    Clause(usize),
    /// After a colon, at a token.
    Colon(usize),
    /// With quotation marks.
    Quotation(usize),
    /// A fixed range of tokens: what stands before its source.
    Range(usize, usize),
    /// A quotation before its source.
    Before(usize),
}

/// One statement before its right edge is known.
#[derive(Clone, Debug)]
struct Said {
    /// Where its words begin.
    first: usize,
    /// The token after the cue or, behind what is said, after the source.
    cue: Range<usize>,
    cue_span: Span,
    /// The speakers, elided or not.
    speakers: Vec<(Filler, bool)>,
    arguments: Vec<Argument>,
    opening: Opening,
    /// The byte where the content begins, if not at its first token (after ب).
    begin: Option<usize>,
    /// Whether what was said before it ends here.
    cuts: bool,
    realis: Realis,
    date: Option<usize>,
    rule: &'static str,
}

/// The speaker as the clause gives him.
#[derive(Clone, Debug)]
enum Subject {
    /// Names, titles, nouns with what they mean.
    Named(Vec<(Filler, Agreement)>),
    /// Not in the clause.
    Elided,
}

/// What stands between a verb and what is said.
#[derive(Debug)]
struct Scan {
    subject: Subject,
    end_of_subject: usize,
    arguments: Vec<Argument>,
    date: Option<usize>,
    opening: Option<Opening>,
    begin: Option<usize>,
    /// Whether the speaker is a name or a noun with the article: what follows is no part of it.
    acts: bool,
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    chain: Chain,
    said: Vec<Said>,
    /// Up to where the last statement that is no part of another can reach, and in which speech.
    until: usize,
    level: Option<usize>,
    /// The begin of a sentence that opens with «بينما»: its first statement ends where the main clause begins.
    fronted: Option<usize>,
}

impl Reader<'_, '_> {
    fn read_all(&mut self) {
        let text = self.text;
        let count = text.document().tokens().len();
        let mut token = 0;
        let mut lines = text.document().lines().iter();
        let mut line_end = 0;
        while token < count {
            if token >= line_end {
                let Some(line) = lines.next() else { break };
                line_end = line.tokens.end;
                token = line.tokens.start;
                if !text.is_told(token) {
                    token = line_end;
                    continue;
                }
                self.title_line(line.tokens.clone());
            }
            let next = self.cue(token).map_or(token + 1, |cue| {
                let end = cue.tokens.end;
                self.state(&cue).unwrap_or(end)
            });
            token = next.max(token + 1);
        }
    }

    /// The word that introduces speech at a token.
    fn cue(&self, token: usize) -> Option<Cue> {
        let text = self.text;
        if !text.is_word(token) || text.clauses.mention(token).is_some() || text.clauses.date(token).is_some() {
            return None;
        }
        let (found, entry) = text.listed(token, Class::SpeechCue)?;
        let form = FORMS.iter().find(|(name, _)| entry.has(name))?.1;
        let verb_clitics = Clitics::CONJUNCTION.with(Clitics::FUTURE);
        let fits = match form {
            Form::Verb | Form::Participle | Form::Named | Form::According | Form::Clause | Form::Reported => {
                found.clitics.0 & !verb_clitics.0 == 0
            }
            Form::Masdar => true,
        };
        if !fits {
            return None;
        }
        let (stem, perfect) = (folded_span(text, found.span(), token), folded(entry.canonical()));
        let agreement = match form {
            Form::Verb => grammar::verb_agreement(stem, &perfect),
            Form::Participle => grammar::participle_agreement(stem),
            Form::Named => named_agreement(stem),
            _ => Agreement::default(),
        };
        // «رأي المختصين» is the noun: the perfect of a verb in ى is not spelled with ي.
        if form == Form::Verb && entry.canonical().ends_with('ى') && stem == perfect && text.document().source(token).ends_with('ي') {
            return None;
        }
        let mut root = perfect.chars();
        root.next_back();
        let imperfect = form == Form::Verb && !stem.starts_with(root.as_str());
        Some(Cue { tokens: found.tokens(), span: found.span(), entry, form, clitics: found.clitics, agreement, imperfect })
    }

    /// States what a cue introduces; returns where to read on.
    fn state(&mut self, cue: &Cue) -> Option<usize> {
        let said = match cue.form {
            Form::Verb if cue.entry.has("characterises") => self.characterisation(cue),
            Form::Verb if cue.entry.has("relays") => self.relayed(cue),
            Form::Verb if cue.entry.has("document") => self.in_a_paper(cue),
            Form::Verb => self.verb(cue),
            Form::Participle => self.participle(cue),
            Form::Named => self.named(cue),
            Form::According => self.according(cue),
            Form::Clause => self.as_said(cue),
            Form::Masdar | Form::Reported => None,
        }?;
        let next = match said.opening {
            Opening::Range(..) | Opening::Before(_) => said.cue.end,
            _ => said.cue.end.max(cue.tokens.end),
        };
        self.said.push(said);
        Some(next)
    }
}

/// Gender of «وصفه», «وصفته», «يصفونه»: of the verb under its pronoun.
fn named_agreement(stem: &str) -> Agreement {
    let feminine = stem.starts_with('ت') || stem.trim_end_matches("ها").trim_end_matches('ه').ends_with('ت');
    if stem.contains("وه") || stem.contains("ونه") {
        return Agreement::default();
    }
    Agreement { gender: Some(if feminine { Gender::Feminine } else { Gender::Masculine }), number: None }
}
