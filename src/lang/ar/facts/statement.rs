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

use super::phrase::at_clause_start;
use super::{Text, grammar};
use crate::fact::phrase::{Agreement, Filler, Gender, Phrase, PhraseKind};
use crate::fact::speaker::Chain;
use crate::fact::{Argument, Directness, Fact, Realis};
use crate::lang::Clitics;
use crate::lexicon::Class;
use crate::lexicon::format::Entry;
use crate::text::chars::is_dash;
use crate::text::fold::fold_into;
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
        let offset = text.document().folded(token);
        let stem = stem_of(text, found.span, token).unwrap_or(offset.to_owned());
        let mut perfect = String::new();
        fold_into(entry.canonical, &mut perfect);
        let agreement = match form {
            Form::Verb => grammar::verb_agreement(&stem, &perfect),
            Form::Participle => grammar::participle_agreement(&stem),
            Form::Named => named_agreement(&stem),
            _ => Agreement::default(),
        };
        let mut root = perfect.chars();
        root.next_back();
        let imperfect = form == Form::Verb && !stem.starts_with(root.as_str());
        Some(Cue { tokens: found.tokens(), span: found.span, entry, form, clitics: found.clitics, agreement, imperfect })
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

    // ---- frames ----

    /// Verb first, or speaker first.
    fn verb(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let before = cue.tokens.start.checked_sub(1).filter(|_| text.continues(cue.tokens.start));
        if before.is_some_and(|before| {
            text.is(before, grammar::NEGATIONS) || (text.is(before, grammar::PREPOSITIONS) && !text.is(before, &["بينما", "حين"]))
        }) {
            return None;
        }
        let leading = self.leading_subject(cue);
        if leading.is_none() && !self.introduced(cue) {
            return None;
        }
        let led_from = leading.as_ref().map(|(_, from)| *from);
        let leading = leading.map(|(leading, _)| leading);
        let of_relative = before.is_some_and(|before| text.is(before, grammar::RELATIVES))
            && text.phrases.at(cue.tokens.end).is_none_or(|phrase| phrase.clitics.preposition());
        let scan = self.scan(cue, cue.tokens.end, leading.is_none() && !of_relative)?;
        let (rule, subject) = match (leading, scan.subject) {
            (Some(leading), _) => ("statement-speaker-verb", Subject::Named(leading)),
            (None, Subject::Named(subject)) => ("statement-verb-speaker", Subject::Named(subject)),
            (None, Subject::Elided) => match self.relative_subject(cue) {
                Some(subject) => ("statement-relative", Subject::Named(subject)),
                None => ("statement-elided", Subject::Elided),
            },
        };
        let Some(opening) = scan.opening else { return self.after_quotation(cue, subject, scan.end_of_subject, scan.arguments, scan.date) };
        if let Subject::Elided = subject {
            // «يذكر أن», «يشار إلى أن» have no speaker; after «الذين» one must stand before.
            let orphan = before.is_some_and(|before| text.is(before, grammar::RELATIVES));
            if orphan || cue.imperfect && cue.entry.has("impersonal") {
                return None;
            }
        }
        if cue.entry.has("ambiguous") && !self.certain(cue, opening) {
            return None;
        }
        let first = match led_from {
            Some(led_from) => led_from,
            None => self.first_token(cue),
        };
        let mut said = self.said_by(cue, first, subject, opening, rule)?;
        said.begin = scan.begin;
        said.arguments = scan.arguments;
        said.date = scan.date;
        Some(said)
    }

    /// Whether a clause can begin with the verb: after و, a mark, a conjunction, a relative pronoun, or adjuncts at the begin of a
    /// sentence («وفي باريس أعلن …»). «عدم كشف» and «أن يقول» begin none.
    fn introduced(&self, cue: &Cue) -> bool {
        let text = self.text;
        let token = cue.tokens.start;
        if cue.clitics.any(Clitics::CONJUNCTION) || text.is(cue.tokens.end, WITHIN) {
            return true;
        }
        let Some(before) = token.checked_sub(1).filter(|_| text.continues(token)) else { return true };
        if text.is(before, &["ان", "بان"]) {
            return !cue.imperfect || before.checked_sub(1).is_some_and(|plan| text.is(plan, grammar::PLANS));
        }
        if text.is(before, grammar::CONNECTIVES)
            || text.is(before, grammar::RELATIVES)
            || text.is(before, grammar::PLANS)
            || at_clause_start(text, token)
        {
            return true;
        }
        let mut at = before;
        while at + 10 > token && text.is_word(at) || text.clauses.date(at).is_some() {
            if self.cue(at).is_some_and(|cue| cue.form == Form::Verb) {
                return false;
            }
            if at_clause_start(text, at) {
                let whole = text.word(at);
                let word = whole.strip_prefix(['و', 'ف']).unwrap_or(whole);
                return text.clauses.date(at).is_some()
                    || grammar::PREPOSITIONS.contains(&word)
                    || grammar::PREPOSITIONS.contains(&whole)
                    || matches!(word, "بدوره" | "بدورها" | "بالمقابل" | "كذلك" | "كان" | "كانت" | "هنا")
                    || matches!(whole, "وكان" | "وكانت")
                    || text.phrases.at(at).is_some_and(|phrase| phrase.clitics.preposition());
            }
            let Some(earlier) = at.checked_sub(1) else { return true };
            if !text.clauses.same_level(earlier, token) {
                return false;
            }
            at = earlier;
        }
        false
    }

    /// Verbs that are also other words («بين», «تابع», «رد») must open a clause or a quotation.
    fn certain(&self, cue: &Cue, opening: Opening) -> bool {
        match opening {
            Opening::Clause(at) => {
                at <= cue.tokens.end + 12 && at.checked_sub(1).is_some_and(|at| self.text.is(at, grammar::COMPLEMENTISERS))
            }
            Opening::Colon(at) => !cue.entry.has("strict") && at <= cue.tokens.end + 12,
            Opening::Quotation(_) if cue.entry.has("strict") => false,
            Opening::Quotation(quotation) => {
                self.text.document().quotations().get(quotation).is_some_and(|quotation| quotation.tokens.start <= cue.tokens.end + 12)
            }
            _ => false,
        }
    }

    /// «"C"، قال S».
    fn after_quotation(&mut self, cue: &Cue, subject: Subject, end: usize, arguments: Vec<Argument>, date: Option<usize>) -> Option<Said> {
        let quotation = self.quotation_before(cue.tokens.start)?;
        if matches!(subject, Subject::Elided) || cue.clitics.any(Clitics::CONJUNCTION) {
            return None;
        }
        let first = self.text.document().quotations().get(quotation)?.tokens.start.saturating_sub(1);
        let mut said = self.said_by(cue, first, subject, Opening::Before(quotation), "statement-after-quotation")?;
        said.cue.end = end;
        said.arguments = arguments;
        said.date = date;
        Some(said)
    }

    /// «نقلت VIA عن S قوله إن C».
    fn relayed(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let end = text.clauses.end(cue.tokens.start).min(cue.tokens.end + REACH);
        let from = (cue.tokens.end..end).take(16).find(|&at| text.word(at) == "عن" && text.clauses.same_level(at, cue.tokens.start))?;
        let via = self.noun_phrase(cue.tokens.end, from, false, true);
        let (subject, after) = self.noun_phrase(from + 1, end, false, true)?;
        // «قوله» is the cue where it stands; «نقل عن الوزير أن …» has none.
        let saying = (after..end.min(after + 24)).find(|&at| self.cue(at).is_some_and(|cue| cue.form == Form::Masdar));
        let said_at = match saying.and_then(|at| self.cue(at)) {
            Some(saying) => saying,
            None => cue.clone(),
        };
        let scan = self.scan(&Cue { entry: said_at.entry, ..cue.clone() }, saying.map_or(after, |at| at + 1), false);
        let scan = scan.filter(|scan| scan.opening.is_some())?;
        let opening = scan.opening?;
        let mut arguments = scan.arguments;
        if let Some((via, _)) = via {
            arguments.extend(via.iter().map(|(filler, _)| filler.argument("via")));
        }
        // What stands between the speaker and «قوله» is told of the speech as well.
        if let Some(saying) = saying {
            arguments.extend(self.adjuncts(after, saying));
        }
        let mut said = self.said_by(cue, self.first_token(cue), Subject::Named(subject), opening, "statement-relayed")?;
        said.cue_span = said_at.span;
        said.arguments = arguments;
        said.begin = scan.begin;
        said.date = scan.date.or_else(|| text.date_in(after..saying.unwrap_or(after)));
        Some(said)
    }

    /// «جاء في بيان للوزارة أن C».
    fn in_a_paper(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let paper = cue.tokens.end + 1;
        if text.word(cue.tokens.end) != "في" || !(text.is(paper, grammar::MEDIUMS) || text.is(paper, grammar::PAPERS)) {
            return None;
        }
        let scan = self.scan(cue, paper + 1, true)?;
        let opening = scan.opening.filter(|opening| matches!(opening, Opening::Clause(_) | Opening::Colon(_) | Opening::Quotation(_)))?;
        let issuer = match self.issuer_after(paper + 1) {
            Some(issuer) => Some(issuer),
            None => match scan.subject {
                Subject::Named(subject) => subject.into_iter().next(),
                Subject::Elided => None,
            },
        };
        let paper_filler = text.filler(paper..paper + 1);
        let subject = match issuer {
            Some(issuer) => vec![issuer],
            None => {
                let entity = self.chain.issuer(text.clauses.speech(cue.tokens.start)).and_then(|(filler, _)| filler.entity);
                vec![(Filler { entity, ..paper_filler }, Agreement::default())]
            }
        };
        let mut said = self.said_by(cue, self.first_token(cue), Subject::Named(subject), opening, "statement-paper")?;
        said.arguments = vec![paper_filler.argument("medium")];
        said.arguments.extend(scan.arguments);
        said.date = scan.date;
        Some(said)
    }

    /// The institution right after a paper: «بيان للوزارة», «بيان الوزارة», «بيان صادر عن الوزارة».
    fn issuer_after(&self, token: usize) -> Option<(Filler, Agreement)> {
        let text = self.text;
        let at = (token..token + 4).find(|&at| text.phrases.at(at).is_some())?;
        let phrase = text.phrases.at(at).filter(|phrase| phrase.kind != PhraseKind::Nominal && text.continues(at))?;
        Some((phrase.filler, phrase.agreement))
    }

    /// «…، مشيرا إلى أن C».
    fn participle(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        // «كان متوقعا أن …» tells no speech.
        if token
            .checked_sub(1)
            .is_some_and(|before| text.is(before, &["كان", "كانت", "يكون", "تكون", "ليس", "غير", "بات", "اصبح", "يبدو", "وكان"]))
        {
            return None;
        }
        // «مشير» agrees with whom it describes; after a noun without a comma it is an adjective or begins a clause of its own.
        let mut scan = self.scan(cue, cue.tokens.end, false)?;
        let opening = scan.opening?;
        // «ويعلق الوزير قائلا: …» is said once.
        if self.said.last().is_some_and(|last| last.opening == opening) {
            return None;
        }
        let opens_at = match opening {
            Opening::Clause(at) | Opening::Colon(at) => at,
            Opening::Quotation(quotation) => text.document().quotations().get(quotation)?.tokens.start,
            _ => token,
        };
        if opens_at > cue.tokens.end + 18 {
            return None;
        }
        if cue.entry.has("characterises") && !text.is(cue.tokens.end, &["اياه", "اياها", "اياهم"]) {
            let by = (cue.tokens.end..opens_at).find(|&at| self.by_clause(at, token).is_some())?;
            if by > cue.tokens.end {
                scan.arguments.push(text.filler(cue.tokens.end..by).argument("about"));
            }
        }
        let start = text.clauses.start(token);
        let governing = self.said.iter().rev().take(4).find(|said| {
            said.first >= start && text.clauses.same_level(said.cue.start, token) && !matches!(said.opening, Opening::Range(..))
        });
        let governed = governing.is_some();
        let speaker = governing.and_then(|said| {
            let agreeing = said.speakers.iter().find(|(filler, _)| cue.agreement.agrees(self.agreement_of(*filler)));
            agreeing.or(said.speakers.first().filter(|_| said.speakers.len() == 1)).copied()
        });
        let (subject, first) = match (speaker, text.subject_before(token, cue.agreement)) {
            (Some((filler, _)), _) => (vec![(filler, cue.agreement)], token),
            (None, Some(phrase)) => {
                let begin = phrase.tokens.start;
                let begin = if at_clause_start(text, begin) { begin } else { begin.saturating_sub(1) };
                (vec![(phrase.filler, phrase.agreement)], begin)
            }
            (None, None) => (vec![self.chain.latest(cue.agreement, text.clauses.speech(token))?], token),
        };
        let mut said = self.said_by(cue, first, Subject::Named(subject), opening, "statement-participle")?;
        said.cuts = true;
        said.cue = cue.tokens.clone();
        said.arguments = scan.arguments;
        said.begin = scan.begin;
        if !governed && let Some(about) = self.about_before(start, token) {
            said.arguments.push(about);
        }
        Some(said)
    }

    /// «علقت ألمانيا على الوضع في كازاخستان، مشيرة إلى أن …»: what the verb comments on.
    fn about_before(&self, start: usize, token: usize) -> Option<Argument> {
        let text = self.text;
        let verb = (start.max(token.saturating_sub(30))..token).find(|&at| {
            text.listed(at, Class::SpeechCue).is_some_and(|(_, entry)| entry.has("verb") && entry.attribute("about").is_some())
        })?;
        let (_, entry) = text.listed(verb, Class::SpeechCue)?;
        let preposition = entry.attribute("about")?;
        let about = (verb + 1..token).find(|&at| text.word(at) == preposition)?;
        let end = (about + 1..token).find(|&at| text.is_fence(at)).unwrap_or(token);
        (end > about + 1).then(|| text.filler(about + 1..end).argument("about"))
    }

    /// «وصف S X بأنه C», «واصفا إياه ب"C"».
    fn characterisation(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        let leading = self.leading_subject(cue).map(|(leading, _)| leading);
        let end = text.clauses.end(token).min(token + REACH);
        let found = (cue.tokens.end..end).find_map(|at| self.by_clause(at, token))?;
        let (by, opening, begin) = found;
        let mut at = cue.tokens.end;
        let subject = match leading {
            Some(leading) => Subject::Named(leading),
            None => {
                match text.phrases.at(at).filter(|phrase| text.continues(at) && !phrase.clitics.preposition() && phrase.tokens.end < by) {
                    Some(phrase) => {
                        at = phrase.tokens.end;
                        Subject::Named(vec![(phrase.filler, phrase.agreement)])
                    }
                    None if text.continues(at) && at + 1 < by && self.can_be_noun(at) => {
                        at += 1;
                        Subject::Named(vec![(text.filler(at - 1..at), Agreement::default())])
                    }
                    None => match self.relative_subject(cue) {
                        Some(subject) => Subject::Named(subject),
                        None => Subject::Elided,
                    },
                }
            }
        };
        let arguments = self.adjuncts(at, by);
        // What is characterised: the words before ب, without the fenced adjuncts of the verb.
        let mut about = at;
        let mut fenced = false;
        for place in at..by {
            if text.is_comma(place) {
                fenced = true;
                about = place + 1;
            } else if !fenced && place == at && text.is(place, &["فيه", "فيها", "في"]) {
                about = place + 1;
            }
        }
        let mut arguments = arguments;
        if about < by && by - about <= 24 {
            arguments.retain(|argument| argument.role != "place");
            arguments.push(text.filler(about..by).argument("about"));
        }
        let mut said = self.said_by(cue, self.first_token(cue), subject, opening, "statement-characterisation")?;
        said.arguments = arguments;
        said.begin = begin;
        Some(said)
    }

    /// «بأنه C», «ب"C"»: the token of ب, and how what follows begins.
    fn by_clause(&self, at: usize, level: usize) -> Option<(usize, Opening, Option<usize>)> {
        let text = self.text;
        if !text.clauses.same_level(at, level) {
            return None;
        }
        let word = text.word(at);
        if word == "ب" {
            return text.clauses.opens(at + 1).map(|quotation| (at, Opening::Quotation(quotation), None));
        }
        if grammar::COMPLEMENTISERS.contains(&word) && word.starts_with("با") {
            let opening = match text.clauses.opens(at + 1) {
                Some(quotation) => Opening::Quotation(quotation),
                None => Opening::Clause(at + 1),
            };
            return Some((at, opening, None));
        }
        None
    }

    /// «ما وصفه ب"C"», «ما أسماه "C"».
    fn named(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let before = cue.tokens.start.checked_sub(1)?;
        if !text.is(before, &["ما", "بما", "لما", "مما", "عما", "وما", "فيما", "كما"]) {
            return None;
        }
        let (at, begin) = match text.word(cue.tokens.end) {
            "ب" => (cue.tokens.end + 1, None),
            word if word.starts_with('ب') && word.chars().count() > 3 => {
                (cue.tokens.end, Some(text.document().source_position(cue.tokens.end, 'ب'.len_utf8())))
            }
            _ => (cue.tokens.end, None),
        };
        let opening = match text.clauses.opens(at) {
            Some(quotation) => Opening::Quotation(quotation),
            None if begin.is_some() => {
                let end = (at + 1..at + 4)
                    .find(|&end| {
                        !text.continues(end) || !text.is_word(end) || text.is(end, grammar::PREPOSITIONS) || text.word(end).starts_with('و')
                    })
                    .unwrap_or(at + 4);
                Opening::Range(at, end)
            }
            None => return None,
        };
        // Whoever is named last before it and agrees, else who speaks.
        let start = text.clauses.start(before);
        let speech = text.clauses.speech(before);
        let inside = self.said.iter().rev().take(2).find(|said| said.first >= start).map_or(start, |said| said.cue.end);
        let near = text.phrases.before(before).take(8).take_while(|phrase| phrase.tokens.start >= inside).find(|phrase| {
            phrase.kind == PhraseKind::Person
                && phrase.agreement.agrees(cue.agreement)
                && text.clauses.same_level(phrase.tokens.start, before)
        });
        let (subject, first) = match near {
            Some(phrase) => (Subject::Named(vec![(phrase.filler, phrase.agreement)]), phrase.tokens.start),
            None => {
                let governing = self.said.iter().rev().take(2).find(|said| said.first >= start);
                let agreeing =
                    governing.and_then(|said| said.speakers.iter().find(|(filler, _)| self.agreement_of(*filler).agrees(cue.agreement)));
                match agreeing {
                    Some(&(filler, _)) => {
                        let said = Said {
                            first: before,
                            cue: cue.tokens.clone(),
                            cue_span: cue.span,
                            speakers: vec![(filler, true)],
                            arguments: Vec::new(),
                            opening,
                            begin,
                            cuts: false,
                            realis: Realis::Actual,
                            date: None,
                            rule: "statement-named",
                        };
                        return Some(said);
                    }
                    None => {
                        let latest = self.chain.latest(cue.agreement, speech)?;
                        (Subject::Named(vec![latest]), before)
                    }
                }
            }
        };
        let Subject::Named(list) = subject else { return None };
        Some(Said {
            first,
            cue: cue.tokens.clone(),
            cue_span: cue.span,
            speakers: list.iter().map(|(filler, _)| (*filler, near.is_none())).collect(),
            arguments: Vec::new(),
            opening,
            begin,
            cuts: false,
            realis: Realis::Actual,
            date: None,
            rule: "statement-named",
        })
    }

    /// «وبحسب S، C», «C، وفقا ل S», «"C"، حسب S».
    fn according(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        let from = cue.tokens.end;
        let end = text.clauses.end(token).min(from + 30);
        let (subject, mut after) = self.source(from, end)?;
        if text.is(after, &["ذاته", "نفسه", "ذاتها", "نفسها"]) {
            after += 1;
        }
        let starts = at_clause_start(text, token) && !self.preceded_by_content(token);
        if starts {
            // «وبحسب الوزارة في بيانها، …»
            let behind = (after..end.min(after + 8))
                .take_while(|&at| at == after || self.cue(at - 1).is_none() && !text.is(at - 1, grammar::COMPLEMENTISERS))
                .find(|&at| self.content_after(at).is_some())?;
            let content = self.content_after(behind)?;
            let opening = match text.clauses.opens(content) {
                Some(quotation) => Opening::Quotation(quotation),
                None => Opening::Clause(content),
            };
            let mut said = self.said_by(cue, token, subject, opening, "statement-according")?;
            said.cue.end = after;
            return Some(said);
        }
        self.content_before(cue, token, after, subject, "statement-according-after")
    }

    /// Whether a source can be: a name, a title, a noun that speaks.
    fn source(&self, from: usize, end: usize) -> Option<(Subject, usize)> {
        let text = self.text;
        if self.cue(from).is_some_and(|cue| cue.form == Form::Masdar)
            || text.is(from, &["تعبيره", "تعبيرها", "وصفه", "وصفها", "قوله", "قولها"])
        {
            return Some((Subject::Elided, from + 1));
        }
        if let Some(phrase) = text.phrases.at(from) {
            let (list, after) = text.joined(from);
            let _ = phrase;
            return Some((Subject::Named(list.into_iter().map(|phrase| self.meant(phrase)).collect()), after));
        }
        let word = text.word(from);
        let noun = word
            .strip_prefix("لل")
            .map(|rest| format!("ال{rest}"))
            .or_else(|| word.strip_prefix('ل').map(str::to_owned))
            .unwrap_or_default();
        let speaks = |noun: &str| SOURCES.contains(&noun) || SOURCES.contains(&grammar::without_article(noun));
        if !speaks(word) && !speaks(&noun) {
            return None;
        }
        let (subject, after) = self.noun_phrase(from, end, false, false)?;
        // «تقرير لمنظمة العمل», «بيان صادر عن الوزارة»: a paper speaks for its issuer.
        let paper = grammar::MEDIUMS.contains(&word) || text.is(from, &["بيانات", "ارقام", "احصاءات", "احصاييات", "دراسه", "تقديرات"]);
        let behind = if text.is(after, &["صادر", "صادره", "صدر", "صدرت"]) { after + 1 } else { after };
        let behind = if text.word(behind) == "عن" { behind + 1 } else { behind };
        if paper
            && let Some(phrase) = text.phrases.at(behind).filter(|phrase| phrase.kind == PhraseKind::Organisation)
            && (behind > after || phrase.clitics == Clitics::TO)
        {
            return Some((Subject::Named(vec![self.meant(phrase)]), phrase.tokens.end));
        }
        Some((Subject::Named(subject), after))
    }

    /// Whether what was said can stand before a source: a sentence has begun and a comma or a quotation ended.
    fn preceded_by_content(&self, token: usize) -> bool {
        let start = self.text.clauses.start(token);
        token >= start + 4 || self.quotation_before(token).is_some()
    }

    /// The quotation that ends right before a token, with or without a comma between.
    fn quotation_before(&self, token: usize) -> Option<usize> {
        let text = self.text;
        let before = token.checked_sub(1)?;
        let close =
            if text.is_comma(before) || is_dash(text.document().mark(before).unwrap_or(' ')) { before.checked_sub(1)? } else { before };
        text.clauses.closes(close).filter(|_| text.clauses.same_level(close, token))
    }

    /// A statement whose content stands before its source.
    fn content_before(&mut self, cue: &Cue, token: usize, after: usize, subject: Subject, rule: &'static str) -> Option<Said> {
        let text = self.text;
        let opening = match self.quotation_before(token) {
            Some(quotation) => Opening::Before(quotation),
            None => {
                let start = text.clauses.start(token);
                let start = match self.said.last() {
                    // Behind the source of a statement before, in the same sentence, new content begins.
                    Some(last) if last.first >= start && matches!(last.opening, Opening::Range(..) | Opening::Before(_)) => last.cue.end,
                    Some(last) if last.cue.start >= start && text.clauses.same_level(last.cue.start, token) => return None,
                    _ => start,
                };
                let mut start = start;
                while start < token && text.is_fence(start) {
                    start += 1;
                }
                let mut end = token;
                while end > start && text.is_fence(end - 1) {
                    end -= 1;
                }
                if end < start + 3 {
                    return None;
                }
                Opening::Range(start, end)
            }
        };
        let first = match opening {
            Opening::Before(quotation) => text.document().quotations().get(quotation)?.tokens.start.saturating_sub(1),
            Opening::Range(start, _) => start,
            _ => token,
        };
        let mut said = self.said_by(cue, first, subject, opening, rule)?;
        said.cue.end = after;
        said.cuts = false;
        Some(said)
    }

    /// «C، حسبما أعلنت S», «"C"، كما قال S».
    fn as_said(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        let verb = self.cue(cue.tokens.end).filter(|verb| matches!(verb.form, Form::Verb | Form::Reported) && verb.clitics.is_empty())?;
        let end = text.clauses.end(token).min(verb.tokens.end + 24);
        let (subject, after) = self.noun_phrase(verb.tokens.end, end, true, true)?;
        // «كما قال الوزير إن …» goes on with a statement of its own.
        let mut next = after;
        while next < end && next < after + 8 && !text.is_comma(next) {
            if text.is(next, grammar::COMPLEMENTISERS) || text.document().mark(next) == Some(':') || text.clauses.opens(next).is_some() {
                return None;
            }
            next += 1;
        }
        if !self.preceded_by_content(token) {
            // «وحسبما ذكرت الشركة، …»
            let content = self.content_after(next).filter(|_| !text.is(token, &["كما"]))?;
            let opening = text.clauses.opens(content).map_or(Opening::Clause(content), Opening::Quotation);
            let mut said = self.said_by(&verb, token, Subject::Named(subject), opening, "statement-as-said")?;
            said.cue.end = after;
            return Some(said);
        }
        // «كما» also means "as well": it must stand behind a comma or its clause end the sentence.
        let fenced = text.is_comma(token.checked_sub(1)?) || self.quotation_before(token).is_some() || !text.is(token, &["كما"]);
        if !fenced && after + 1 < text.clauses.end(token) {
            return None;
        }
        self.content_before(&verb, token, after, Subject::Named(subject), "statement-as-said")
    }

    /// Where what a source in front says begins: behind its comma or colon, or at «فإن».
    fn content_after(&self, after: usize) -> Option<usize> {
        let text = self.text;
        if text.is_comma(after) {
            let next = after + 1;
            Some(if text.is(next, &["فان", "فانه", "فانها"]) { next + 1 } else { next })
        } else if text.is(after, &["فان", "فانه", "فانها", "فقد"]) {
            Some(after + usize::from(text.word(after) != "فقد"))
        } else {
            (text.document().mark(after) == Some(':')).then_some(after + 1)
        }
    }

    /// «S: C» and «C – S» in a line of its own.
    fn title_line(&mut self, line: Range<usize>) {
        let text = self.text;
        let headline = text.is_headline(line.start);
        // «عاجل | …»
        let labelled =
            text.is(line.start, &["عاجل", "فيديو", "خاص", "بالفيديو", "مباشر"]) && text.document().mark(line.start + 1).is_some();
        let line = if labelled { (line.start + 2).min(line.end)..line.end } else { line };
        let (speakers, end) = text.joined(line.start);
        let can_speak = |phrase: &Phrase| match phrase.kind {
            PhraseKind::Person | PhraseKind::Title | PhraseKind::Organisation => {
                phrase.clitics.is_empty() || phrase.clitics == Clitics::CONJUNCTION
            }
            PhraseKind::Place => headline && phrase.clitics.is_empty(),
            _ => false,
        };
        let colon = |at: usize| text.document().mark(at) == Some(':');
        if !headline && line.len() > LONGEST_TITLE {
            return;
        }
        let words = |range: Range<usize>| range.take(6).filter(|&at| text.is_word(at)).count();
        if !speakers.is_empty() && speakers.iter().all(|phrase| can_speak(phrase)) && colon(end) && words(end + 1..line.end) >= 3 {
            let subject: Vec<(Filler, Agreement)> = speakers.iter().map(|phrase| self.meant(phrase)).collect();
            let opening = match text.clauses.opens(end + 1) {
                Some(quotation) => Opening::Quotation(quotation),
                None => Opening::Range(end + 1, line.end),
            };
            self.push_title(line.start, end..end + 1, subject, opening, "statement-headline");
            return;
        }
        if headline && SOURCES.contains(&grammar::without_article(text.word(line.start))) {
            let colon_at = (line.start..line.end.min(line.start + 7)).find(|&at| colon(at));
            if let Some(at) = colon_at.filter(|&at| (line.start..at).all(|token| text.is_word(token)) && words(at + 1..line.end) >= 3) {
                let subject = vec![(text.filler(line.start..at), Agreement::default())];
                let opening = text.clauses.opens(at + 1).map_or(Opening::Range(at + 1, line.end), Opening::Quotation);
                self.push_title(line.start, at..at + 1, subject, opening, "statement-headline");
                return;
            }
        }
        if headline {
            let dash = (line.start + 4..line.end).rev().take(8).find(|&at| text.document().mark(at).is_some_and(is_dash));
            if let Some(dash) = dash
                && let Some(phrase) = text.phrases.at(dash + 1).filter(|phrase| phrase.tokens.end == line.end && can_speak(phrase))
                && !(line.start..dash).any(|at| self.cue(at).is_some_and(|cue| cue.form == Form::Verb))
            {
                let subject = vec![self.meant(phrase)];
                self.push_title(line.start, dash..dash + 1, subject, Opening::Range(line.start, dash), "statement-headline-source");
            }
        }
    }

    fn push_title(&mut self, first: usize, cue: Range<usize>, subject: Vec<(Filler, Agreement)>, opening: Opening, rule: &'static str) {
        self.said.push(Said {
            first,
            cue_span: self.text.span(cue.clone()),
            cue,
            speakers: subject.into_iter().map(|(filler, _)| (filler, false)).collect(),
            arguments: Vec::new(),
            opening,
            begin: None,
            cuts: false,
            realis: Realis::Actual,
            date: None,
            rule,
        });
    }

    // ---- parts ----

    /// Where the words of a statement begin: with كان of the pluperfect, with قد.
    fn first_token(&self, cue: &Cue) -> usize {
        let text = self.text;
        let mut first = cue.tokens.start;
        if first > text.clauses.start(first) && text.is(first - 1, &["وقد", "قد", "فقد", "هذا", "كما"]) {
            first -= 1;
        }
        first
    }

    /// Makes a statement of its parts: resolves who speaks, and lengthens the chain.
    fn said_by(&mut self, cue: &Cue, first: usize, subject: Subject, opening: Opening, rule: &'static str) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        let speech = text.clauses.speech(token);
        let coordinated = cue.clitics.any(Clitics::CONJUNCTION);
        let nested = token < self.until && speech == self.level && !coordinated && cue.form != Form::Participle;
        let speakers: Vec<(Filler, bool)> = match subject {
            Subject::Named(ref list) => list.iter().map(|(filler, _)| (*filler, false)).collect(),
            Subject::Elided => vec![(self.elided(cue)?, true)],
        };
        let feminine_first = cue.agreement;
        if !nested {
            let links: Vec<(Filler, Agreement)> = match subject {
                Subject::Named(list) => list
                    .into_iter()
                    .enumerate()
                    .map(|(index, (filler, agreement))| {
                        // A verb before its subject agrees with the first of several in gender.
                        let gender = if index == 0 && rule != "statement-participle" {
                            feminine_first.gender.or(agreement.gender)
                        } else {
                            agreement.gender
                        };
                        (self.by_name(filler, token), Agreement { gender, number: None })
                    })
                    .collect(),
                Subject::Elided => {
                    speakers.iter().map(|(filler, _)| (*filler, Agreement { gender: cue.agreement.gender, number: None })).collect()
                }
            };
            let issuer = links.iter().any(|(filler, _)| {
                filler
                    .entity
                    .and_then(|entity| text.reading.entities.get(entity))
                    .is_some_and(|entity| entity.kind == crate::mention::MentionType::Organisation)
            });
            self.chain.push(links, speech, issuer);
            self.until = match opening {
                Opening::Clause(at) | Opening::Colon(at) => text.clauses.end(at),
                _ => token,
            };
            self.level = speech;
        }
        let start = text.clauses.start(token);
        let main_clause = self.fronted == Some(start) && token.checked_sub(1).is_some_and(|before| text.is_comma(before));
        self.fronted = token
            .checked_sub(1)
            .filter(|&before| before <= start + 1 && text.is(before, &["بينما", "وبينما", "فيما", "وفيما"]))
            .map(|_| start);
        let planned = cue.clitics.any(Clitics::FUTURE) || token.checked_sub(1).is_some_and(|before| text.is(before, grammar::PLANS));
        Some(Said {
            first,
            cue: cue.tokens.clone(),
            cue_span: cue.span,
            speakers,
            arguments: Vec::new(),
            opening,
            begin: None,
            cuts: main_clause || coordinated && matches!(cue.form, Form::Verb),
            realis: if planned { Realis::Planned } else { Realis::Actual },
            date: None,
            rule,
        })
    }

    /// Who speaks when the clause does not say.
    fn elided(&self, cue: &Cue) -> Option<Filler> {
        let text = self.text;
        let token = cue.tokens.start;
        let speech = text.clauses.speech(token);
        let start = text.clauses.start(token);
        // The subject of the same sentence, unless somebody spoke since.
        let subject = text.subject_before(token, Agreement { number: None, ..cue.agreement }).filter(|phrase| {
            phrase.kind != PhraseKind::Place
                && !self.said.iter().rev().take(3).any(|said| said.cue.start >= start && text.clauses.speech(said.cue.start) == speech)
        });
        if let Some(phrase) = subject {
            return Some(self.meant(phrase).0);
        }
        let form = Agreement { number: None, ..cue.agreement };
        // Before anybody spoke, the one that the sentences before tell of.
        let told_of = || {
            let near = text.phrases.before(token).take(24).take_while(|phrase| phrase.tokens.start + REACH * 2 >= token);
            near.into_iter()
                .find(|phrase| {
                    phrase.subject
                        && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Organisation | PhraseKind::Title)
                        && text.clauses.speech(phrase.tokens.start) == speech
                        && !text.is_headline(phrase.tokens.start)
                        && form.agrees(phrase.agreement)
                })
                .map(|phrase| phrase.filler)
        };
        // «وأضاف» goes on with who spoke last; «وقال» can take up whom the sentence before told of.
        if !cue.entry.has("further")
            && let Some(phrase) =
                text.phrases.before(token).take(6).find(|phrase| phrase.subject && text.clauses.same_level(phrase.tokens.start, token))
            && phrase.kind == PhraseKind::Person
            && phrase.tokens.start >= self.until
            && text.document().line_of(phrase.tokens.start) == text.document().line_of(token)
            && form.agrees(phrase.agreement)
        {
            return Some(phrase.filler);
        }
        self.chain.latest(form, speech).map(|(filler, _)| filler).or_else(told_of)
    }

    /// What a filler shows of gender: that of its entity's name.
    fn agreement_of(&self, filler: Filler) -> Agreement {
        let text = self.text;
        let token = text.document().token_at_or_after(filler.span.start);
        let phrase = text.phrases.over(token).or_else(|| token.checked_sub(1).and_then(|token| text.phrases.over(token)));
        phrase.map_or(Agreement::default(), |phrase| Agreement { number: None, ..phrase.agreement })
    }

    /// A filler by its name: for «المتحدث» the name of the spokesman where it stood last.
    fn by_name(&self, filler: Filler, token: usize) -> Filler {
        let text = self.text;
        let Some(entity) = filler.entity else { return filler };
        let named = text.phrases.before(token + 1).take(64).find(|phrase| {
            phrase.filler.entity == Some(entity) && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Organisation | PhraseKind::Place)
        });
        let is_name = text
            .phrases
            .list()
            .iter()
            .skip(text.phrases.rank(token))
            .take(8)
            .any(|phrase| phrase.filler.span == filler.span && phrase.kind != PhraseKind::Title && phrase.kind != PhraseKind::Nominal);
        match named {
            Some(phrase) if !is_name => phrase.filler,
            _ => filler,
        }
    }

    /// A phrase as a speaker: «البيان» means its issuer, «المسؤول» who spoke last.
    fn meant(&self, phrase: &Phrase) -> (Filler, Agreement) {
        let text = self.text;
        let mut filler = phrase.filler;
        if filler.entity.is_none() && phrase.kind == PhraseKind::Nominal {
            let speech = text.clauses.speech(phrase.tokens.start);
            let word = text.word(phrase.tokens.end.saturating_sub(1));
            let paper = grammar::PAPERS.iter().any(|known| word.ends_with(known));
            let found = if paper { self.chain.issuer(speech) } else { self.chain.latest(phrase.agreement, speech) };
            filler.entity = found.and_then(|(found, _)| found.entity);
        }
        (filler, phrase.agreement)
    }

    /// The entity that a common noun with the article means: «المنظمة» is the last organisation whose name begins with منظمة.
    fn common_noun(&self, token: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let head = grammar::without_article(text.word(token).trim_start_matches(['و', 'ف']));
        let head_definite = text.word(token);
        if !(grammar::is_definite(head_definite) || head_definite.starts_with('و')) || end > token + 3 {
            return None;
        }
        text.phrases.before(token).take(40).find_map(|phrase| {
            let first = text.word(phrase.tokens.start);
            let first = first.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|rest| *rest == head).unwrap_or(first);
            (phrase.kind == PhraseKind::Organisation && grammar::without_article(first) == head).then_some(phrase.filler.entity).flatten()
        })
    }

    /// The speaker before the verb: «الوزير قال», «أما الوزير فقال», «مصادر طبية قالت».
    fn leading_subject(&self, cue: &Cue) -> Option<(Vec<(Filler, Agreement)>, usize)> {
        let text = self.text;
        let token = cue.tokens.start;
        let and = cue.clitics.any(Clitics::CONJUNCTION);
        let then = text.word(token).starts_with('ف');
        let then = then || (token > 0 && text.word(token - 1) == "فقد");
        if !text.continues(token) || (and && !then) || super::phrase::behind_dash(text, token) {
            return None;
        }
        let verb = Agreement { gender: cue.agreement.gender, number: None };
        if let Some(list) = text.leading(token, cue.agreement) {
            let from = list.first().map_or(token, |phrase| phrase.tokens.start);
            return Some((list.into_iter().map(|phrase| self.meant(phrase)).collect(), from));
        }
        let at = if text.is(token - 1, &["قد", "فقد", "كان", "كانت", "ايضا"]) { token - 1 } else { token };
        if text.phrases.ending_at(at).is_some() {
            return None;
        }
        // «وكانت فرنسا التي …، قد قالت»
        if text.word(token - 1) == "قد" {
            let start = text.clauses.start(token);
            let subject = text.phrases.at(start + 1).filter(|phrase| {
                text.is(start, &["كان", "كانت", "وكان", "وكانت"]) && verb.agrees(phrase.agreement) && phrase.tokens.end < token
            });
            if let Some(phrase) = subject {
                return Some((vec![self.meant(phrase)], start));
            }
        }
        // A noun that speaks, at the begin of the clause.
        let start = (at.saturating_sub(LONGEST_NOMINAL)..at)
            .rev()
            .take_while(|&place| text.is_word(place) && text.clauses.same_level(place, token))
            .last()?;
        let begin = (start..at).rev().find(|&place| at_clause_start(text, place) && !text.is(place, grammar::CLAUSE_OPENERS))?;
        let noun = grammar::without_article(text.word(begin).trim_start_matches('و'));
        let as_for = begin > 0 && text.is(begin - 1, &["اما", "واما"]) && at > begin && at <= begin + 5;
        let speaks = as_for || SOURCES.contains(&noun) || SOURCES.contains(&text.word(begin));
        let clean = (begin..at).all(|place| {
            !text.is(place, grammar::RELATIVES)
                && !text.is(place, grammar::COMPLEMENTISERS)
                && self.cue(place).is_none_or(|cue| cue.form != Form::Verb)
        });
        (speaks && clean).then(|| {
            let entity = self.common_noun(begin, at);
            (vec![(Filler { entity, ..text.filler(begin..at) }, Agreement::default())], begin)
        })
    }

    /// «S الذي قال إن …».
    fn relative_subject(&self, cue: &Cue) -> Option<Vec<(Filler, Agreement)>> {
        let text = self.text;
        let pronoun = cue.tokens.start.checked_sub(1).filter(|&before| text.is(before, grammar::RELATIVES))?;
        let before = if pronoun > 0 && text.is_comma(pronoun - 1) { pronoun - 1 } else { pronoun };
        let phrase = text.phrases.ending_at(before)?;
        let one = phrase.agreement.number == Some(crate::fact::phrase::Number::One);
        (!one || text.is(pronoun, &["الذي", "التي"])).then(|| vec![self.meant(phrase)])
    }

    /// A noun phrase from a token on: names joined, or a noun with what belongs to it. Returns the token after it.
    fn noun_phrase(&self, from: usize, end: usize, verbal_noun_ends: bool, after_verb: bool) -> Option<(Vec<(Filler, Agreement)>, usize)> {
        let text = self.text;
        if from >= end {
            return None;
        }
        if text.phrases.at(from).is_some() {
            let (list, after) = text.joined(from);
            return Some((list.into_iter().map(|phrase| self.meant(phrase)).collect(), after));
        }
        let named = self.after_honorifics(from);
        if named > from && text.phrases.at(named).is_some_and(|phrase| phrase.kind == PhraseKind::Person) {
            let (list, after) = text.joined(named);
            return Some((list.into_iter().map(|phrase| self.meant(phrase)).collect(), after));
        }
        let speaks = self.can_be_noun(from) || after_verb && self.can_be_unknown(from);
        if !speaks {
            return None;
        }
        let mut at = from;
        while at < end && at < from + LONGEST_NOMINAL {
            let word = text.word(at);
            // «عدد من المصادر»
            if word == "من" && at == from + 1 && text.is(from, QUANTIFIERS) {
                at += 1;
                continue;
            }
            let clitic_preposition = at > from
                && (text.phrases.at(at).is_some_and(|phrase| phrase.clitics.preposition())
                    || (word.starts_with("لل") && word.chars().count() > 3)
                    || word == "ل");
            let stops = !text.is_word(at)
                || !text.clauses.same_level(at, from)
                || text.clauses.date(at).is_some()
                || clitic_preposition
                || grammar::COMPLEMENTISERS.contains(&word)
                || grammar::PREPOSITIONS.contains(&word)
                || grammar::RELATIVES.contains(&word)
                || WITHIN.contains(&word)
                || matches!(word, "ايضا" | "قايلا" | "قايله" | "اليوم" | "امس" | "ذاته" | "نفسه" | "ذاتها" | "نفسها")
                || (at > from
                    && matches!(word, "بحزن" | "بشده" | "بشكل" | "بصوره" | "بقوه" | "بوضوح" | "بلغه" | "بحزم" | "بسخريه" | "بصراحه"))
                || (at > from && matches!(word, "طلب" | "طلبت" | "رفض" | "رفضت" | "فضل" | "فضلت" | "اشترط" | "اشترطت"))
                || self.cue(at).is_some_and(|cue| matches!(cue.form, Form::Verb | Form::Masdar | Form::Participle))
                || (at > from && verbal_noun_ends && self.is_verbal_noun(at) && text.phrases.at(at).is_none());
            if stops {
                break;
            }
            if let Some(phrase) = text.phrases.at(at) {
                if phrase.kind == PhraseKind::Person && grammar::is_definite(text.word(from)) {
                    // «الممثلة المصرية يسرا»
                    let (list, after) = text.joined(at);
                    return Some((list.into_iter().map(|phrase| self.meant(phrase)).collect(), after));
                }
                at = phrase.tokens.end;
                continue;
            }
            at += 1;
        }
        if at == from {
            return None;
        }
        let entity = self.common_noun(from, at);
        let word = text.word(from);
        let gender = if word.ends_with('ه') { Some(Gender::Feminine) } else { None };
        Some((vec![(Filler { entity, ..text.filler(from..at) }, Agreement { gender, number: None })], at))
    }

    /// Whether a word is a verbal noun as it is spelled: ة is no pronoun.
    fn is_verbal_noun(&self, token: usize) -> bool {
        let pronoun = self.text.document().source(token).ends_with(['ه', 'ا', 'م']);
        grammar::is_verbal_noun(self.text.word(token), pronoun)
    }

    fn after_honorifics(&self, token: usize) -> usize {
        let mut at = token;
        while at < token + 3
            && self.text.is_word(at)
            && self.text.clauses.mention(at).is_none()
            && (grammar::HONORIFICS.contains(&self.text.word(at)) || self.text.reading.scene.is(at, Class::Honorific))
        {
            at += 1;
            if matches!(self.text.document().mark(at), Some('.' | '/')) {
                at += 1;
            }
        }
        at
    }

    /// Whether a word can be somebody who speaks: a noun with the article, a plural of people, a noun known to speak; no
    /// preposition with a pronoun, no adverb in the accusative, no verbal noun.
    fn can_be_noun(&self, token: usize) -> bool {
        let text = self.text;
        let word = text.word(token);
        let bare = grammar::without_article(word);
        if WITHIN.contains(&word) || grammar::PREPOSITIONS.contains(&word) || word.chars().count() < 3 || self.cue(token).is_some() {
            return false;
        }
        let stem = grammar::strip_pronoun(bare);
        SOURCES.contains(&bare)
            || SOURCES.contains(&stem)
            || QUANTIFIERS.contains(&word)
            || (grammar::is_definite(word) && text.clauses.mention(token).is_none())
            || (word.chars().count() >= 5 && (word.ends_with("ون") || word.ends_with('و')))
            || matches!(word, "هذا" | "هذه" | "هولاء") && grammar::is_definite(text.word(token + 1))
    }

    /// Whether a word right after a verb of speech can be a name that no list knows.
    fn can_be_unknown(&self, token: usize) -> bool {
        let text = self.text;
        let word = text.word(token);
        // «قال سولانا إن»: a name; «أضاف متمنيا أن»: an adverb.
        let accusative = word.ends_with('ا')
            && (word.starts_with('م')
                || !(text.is(token + 1, grammar::COMPLEMENTISERS)
                    || text.document().mark(token + 1) == Some(':')
                    || text.clauses.opens(token + 1).is_some()));
        text.is_word(token)
            && word.chars().count() >= 2
            && !accusative
            && !grammar::NEGATIONS.contains(&word)
            && !WITHIN.contains(&word)
            && !grammar::PREPOSITIONS.contains(&word)
            && !grammar::COMPLEMENTISERS.contains(&word)
            && !grammar::RELATIVES.contains(&word)
            && !grammar::CLAUSE_OPENERS.contains(&word)
            && !matches!(
                word,
                "هو" | "هي"
                    | "هم"
                    | "كل"
                    | "اي"
                    | "لو"
                    | "قد"
                    | "ذلك"
                    | "هذا"
                    | "هذه"
                    | "هناك"
                    | "هنا"
                    | "ايضا"
                    | "يوم"
                    | "مساء"
                    | "صباح"
                    | "امس"
                    | "اليوم"
                    | "النظر"
                    | "ثمه"
                    | "ليس"
                    | "لقد"
                    | "انذاك"
                    | "حينها"
                    | "سابقا"
                    | "الا"
            )
            && !word.starts_with("لل")
            && !self.is_verbal_noun(token)
            && self.cue(token).is_none()
            && text.phrases.at(token).is_none_or(|phrase| !phrase.clitics.preposition())
    }

    /// Reads from behind the verb to where what is said begins.
    fn scan(&self, cue: &Cue, from: usize, with_subject: bool) -> Option<Scan> {
        let text = self.text;
        let level = cue.tokens.start;
        let end = text.clauses.end(level).min(from + REACH);
        let nominal = cue.entry.has("nominal");
        let mut scan = Scan {
            subject: Subject::Elided,
            end_of_subject: from,
            arguments: Vec::new(),
            date: None,
            opening: None,
            begin: None,
            acts: false,
        };
        let mut subject_allowed = with_subject;
        let mut has_subject = !with_subject;
        let mut in_relative = false;
        let mut loose = 0;
        // Behind a second title or a loose word, «لوكالة …» belongs to it.
        let mut apposed = false;
        let mut fenced = false;
        let mut at = from;
        while at < end {
            if let Some(quotation) = text.clauses.opens(at) {
                scan.opening = Some(Opening::Quotation(quotation));
                return Some(scan);
            }
            if !text.clauses.same_level(at, level) {
                return Some(scan);
            }
            if let Some(mark) = text.document().mark(at) {
                match mark {
                    ':' => {
                        scan.opening = Some(match text.clauses.opens(at + 1) {
                            Some(quotation) => Opening::Quotation(quotation),
                            None if text.is(at + 1, grammar::COMPLEMENTISERS) && at + 2 < text.clauses.end(level) => {
                                self.clause_opening(at + 2)
                            }
                            None if at + 1 < text.clauses.end(level) => Opening::Colon(at + 1),
                            None => return Some(scan),
                        });
                        return Some(scan);
                    }
                    '(' => {
                        at = text.closing_bracket(at).map_or(at + 1, |close| close + 1);
                        continue;
                    }
                    '.' | '؟' | '!' | '…' => return Some(scan),
                    _ => {
                        fenced = true;
                        in_relative = false;
                        apposed = false;
                        subject_allowed = with_subject && !has_subject;
                        at += 1;
                        continue;
                    }
                }
            }
            if let Some(date) = text.clauses.date(at) {
                scan.date = scan.date.or(Some(date));
                at = text.reading.dates.get(date).map_or(at + 1, |date| date.tokens.end.max(at + 1));
                continue;
            }
            let word = text.word(at);
            let before = at.checked_sub(1).map_or("", |before| text.word(before));
            if grammar::COMPLEMENTISERS.contains(&word) && !grammar::OWN_CLAUSE.contains(&before) {
                // «الوزير الذي أراد أن يرد إن …»
                let of_the_relative =
                    self.cue(at.saturating_sub(1)).is_some() || (word == "ان" && text.word(at + 1).starts_with(['ي', 'ت']));
                if in_relative && of_the_relative {
                    at += 1;
                    continue;
                }
                scan.opening = Some(self.clause_opening(at + 1));
                return Some(scan);
            }
            if cue.takes(word)
                && !in_relative
                && matches!(word, "الي" | "علي" | "عن" | "من")
                && (has_subject || at == from || matches!(scan.subject, Subject::Named(_)) || fenced || scan.date.is_some() || nominal)
            {
                let next = at + 1;
                if text.is(next, grammar::COMPLEMENTISERS) {
                    scan.opening = Some(self.clause_opening(next + 1));
                } else if text.is_word(next) && text.continues(next) {
                    scan.opening = Some(Opening::Clause(next));
                } else if let Some(quotation) = text.clauses.opens(next) {
                    scan.opening = Some(Opening::Quotation(quotation));
                }
                return Some(scan);
            }
            if cue.takes("ب")
                && word.starts_with('ب')
                && word.chars().count() > 3
                && !grammar::PREPOSITIONS.contains(&word)
                && (has_subject || matches!(scan.subject, Subject::Named(_)) || at == from)
                && !matches!(word, "بدوره" | "بدورها" | "بذلك")
                && !SOURCES.contains(&word)
                && (at > from
                    || text.phrases.at(at).is_some()
                    || word.starts_with("بال")
                    || scan.begin.is_some()
                    || cue.clitics.any(Clitics::CONJUNCTION))
                && text.phrases.at(at).is_none_or(|phrase| phrase.clitics.preposition())
            {
                scan.opening = Some(Opening::Clause(at));
                scan.begin = Some(text.document().source_position(at, 'ب'.len_utf8()));
                return Some(scan);
            }
            if cue.entry.attribute("about") == Some(word) {
                let stop = (at + 1..end)
                    .find(|&stop| {
                        text.is_fence(stop)
                            || text.document().mark(stop).is_some()
                            || text.is(stop, grammar::COMPLEMENTISERS)
                            || text.is(stop, &["بالقول", "قايلا", "قايله"])
                    })
                    .unwrap_or(end);
                if stop > at + 1 {
                    scan.arguments.push(text.filler(at + 1..stop).argument("about"));
                }
                at = stop.max(at + 1);
                continue;
            }
            if grammar::RELATIVES.contains(&word) {
                in_relative = true;
                at += 1;
                continue;
            }
            if grammar::PREPOSITIONS.contains(&word) {
                let (argument, next) = self.adjunct(at, end);
                scan.arguments.extend(argument);
                subject_allowed = false;
                at = next;
                continue;
            }
            let paper = scan.end_of_subject == at && at > from && (text.is(at - 1, grammar::MEDIUMS) || text.is(at - 1, grammar::PAPERS));
            if !apposed
                && !paper
                && let Some((argument, next)) = self.addressee(at, end)
            {
                scan.arguments.push(argument);
                at = next;
                continue;
            }
            if in_relative {
                at += 1;
                continue;
            }
            if let Some(other) = self.cue(at).filter(|other| other.form != Form::Masdar) {
                // «أضاف قائلا: …»
                if other.form == Form::Participle && !fenced && cue.form == Form::Verb && other.entry.canonical == "قائلا" {
                    at = other.tokens.end;
                    continue;
                }
                return Some(scan);
            }
            if let Some(phrase) = text.phrases.at(at) {
                let is_subject =
                    with_subject && !has_subject && !phrase.clitics.preposition() && (subject_allowed || phrase.kind == PhraseKind::Person);
                if is_subject {
                    let (list, after) = text.joined(at);
                    scan.subject = Subject::Named(list.into_iter().map(|phrase| self.meant(phrase)).collect());
                    has_subject = true;
                    scan.end_of_subject = after;
                    scan.acts = !matches!(phrase.kind, PhraseKind::Title);
                    at = after;
                } else if nominal && !fenced && (has_subject || !with_subject) && phrase.kind == PhraseKind::Nominal {
                    return Some(scan);
                } else {
                    apposed |= phrase.kind == PhraseKind::Title;
                    at = phrase.tokens.end;
                }
                continue;
            }
            if WITHIN.contains(&word) {
                at += 1;
                continue;
            }
            // A verbal noun: what is announced.
            let governed = at > from && at.checked_sub(1).is_some_and(|before| text.is(before, grammar::PREPOSITIONS));
            let may_open = nominal && !governed && (has_subject || (!with_subject && at == from));
            let follows_actor = !fenced
                && scan.end_of_subject == at
                && at > from
                && scan.acts
                && !grammar::is_definite(word)
                && !word.ends_with('ا')
                && !word.starts_with('و');
            if may_open && text.is_word(at) && (self.is_verbal_noun(at) || follows_actor) {
                // «أكدت تمسكها بالاتفاق» is a stance of the speaker, not something told.
                if grammar::STANCES.contains(&grammar::strip_pronoun(word)) {
                    return Some(scan);
                }
                scan.opening = Some(Opening::Clause(at));
                return Some(scan);
            }
            if with_subject
                && !has_subject
                && subject_allowed
                && text.is_word(at)
                && (at == from || !word.starts_with('و'))
                && let Some((subject, after)) = self.noun_phrase(at, end, nominal, at <= from + 1)
            {
                scan.subject = Subject::Named(subject);
                has_subject = true;
                scan.end_of_subject = after;
                scan.acts = grammar::is_definite(word);
                at = after.max(at + 1);
                continue;
            }
            loose += 1;
            subject_allowed = false;
            apposed = true;
            if loose > LOOSE_WORDS {
                return Some(scan);
            }
            at += 1;
        }
        Some(scan)
    }

    fn clause_opening(&self, at: usize) -> Opening {
        let after_comma = if self.text.is_comma(at) { at + 1 } else { at };
        match self.text.clauses.opens(after_comma) {
            Some(quotation) => Opening::Quotation(quotation),
            None => Opening::Clause(at),
        }
    }

    /// An adjunct from its preposition on: what it tells of the speech, and the token after it.
    fn adjunct(&self, at: usize, end: usize) -> (Option<Argument>, usize) {
        let text = self.text;
        let preposition = text.word(at);
        let mut noun = at + 1;
        // «على هامش مؤتمر», «خلال كلمة»
        if preposition == "علي" && text.word(noun) == "هامش" {
            noun += 1;
        }
        if noun >= end || !text.continues(noun) {
            return (None, at + 1);
        }
        if let Some(phrase) = text.phrases.at(noun) {
            let role = match (preposition, phrase.kind) {
                ("في", PhraseKind::Place) => Some("place"),
                ("امام", _) => Some("addressee"),
                ("مع", PhraseKind::Organisation) => Some("medium"),
                _ => None,
            };
            return (role.map(|role| phrase.filler.argument(role)), phrase.tokens.end);
        }
        let word = text.word(noun);
        let role = if !matches!(preposition, "في" | "خلال" | "عبر" | "ضمن" | "اثناء" | "علي" | "عقب" | "بعد") {
            None
        } else if grammar::MEDIUMS.contains(&word) {
            Some("medium")
        } else if grammar::VENUES.contains(&word) {
            Some("venue")
        } else {
            None
        };
        let Some(role) = role else { return (None, noun) };
        // The adjectives of an indefinite noun belong to it: «مؤتمر صحفي مشترك».
        let mut after = noun + 1;
        while after < end
            && after < noun + 3
            && text.continues(after)
            && text.is_word(after)
            && text.clauses.date(after).is_none()
            && text.clauses.mention(after).is_none()
            && ADJECTIVES_OF_OCCASIONS.contains(&text.word(after))
        {
            after += 1;
        }
        (Some(text.filler(noun..after).argument(role)), after)
    }

    /// The adjuncts between two tokens.
    fn adjuncts(&self, from: usize, end: usize) -> Vec<Argument> {
        let text = self.text;
        let mut arguments = Vec::new();
        let mut at = from;
        while at < end {
            if grammar::PREPOSITIONS.contains(&text.word(at)) {
                let (argument, next) = self.adjunct(at, end);
                arguments.extend(argument);
                at = next.max(at + 1);
            } else {
                at += 1;
            }
        }
        arguments
    }

    /// «للصحفيين», «لقناة الجزيرة», «لرويترز».
    fn addressee(&self, at: usize, end: usize) -> Option<(Argument, usize)> {
        let text = self.text;
        if let Some(phrase) = text.phrases.at(at) {
            if phrase.clitics != Clitics::TO {
                return None;
            }
            let role = match phrase.kind {
                PhraseKind::Organisation => "medium",
                PhraseKind::Person | PhraseKind::Title => "addressee",
                _ => return None,
            };
            return Some((phrase.filler.argument(role), phrase.tokens.end));
        }
        let word = text.word(at);
        if AUDIENCES.contains(&word) {
            let mut after = at + 1;
            while after < end
                && after < at + 3
                && text.continues(after)
                && grammar::is_definite(text.word(after))
                && text.clauses.mention(after).is_none()
            {
                after += 1;
            }
            return Some((text.filler(at..after).argument("addressee"), after));
        }
        let stem = word.strip_prefix('ل')?;
        if grammar::OUTLETS.contains(&stem) {
            let start = text.document().source_position(at, 'ل'.len_utf8());
            let mut after = at + 1;
            if let Some(phrase) = text.phrases.at(after).filter(|phrase| text.continues(after) && !phrase.clitics.preposition()) {
                after = phrase.tokens.end;
            } else if text.clauses.opens(after).is_none() && text.document().mark(after).is_some_and(crate::text::chars::is_quote) {
                // A name in marks: لصحيفة "الغد"
                after = (after + 1..(after + 7).min(end))
                    .find(|&close| text.document().mark(close).is_some_and(crate::text::chars::is_quote))
                    .map_or(after, |close| close + 1);
            } else if grammar::is_definite(text.word(after)) && text.continues(after) {
                after += 1;
            }
            let span = crate::fact::clause::span_from(text.document(), start, at..after);
            return Some((Filler { span, entity: None }.argument("medium"), after));
        }
        None
    }
}

/// Prepositions with a pronoun: part of no noun phrase.
const WITHIN: &[&str] = &[
    "لنا",
    "لي",
    "لكم",
    "بنا",
    "علينا",
    "منا",
    "معنا",
    "الينا",
    "عنهم",
    "منهم",
    "عليهم",
    "اليهم",
    "بهم",
    "معهم",
    "تم",
    "يتم",
    "فيه",
    "فيها",
    "فيهم",
    "له",
    "لها",
    "لهم",
    "به",
    "بها",
    "عليه",
    "عليها",
    "منه",
    "منها",
    "عنه",
    "عنها",
    "اليه",
    "اليها",
    "معه",
    "معها",
    "خلاله",
    "خلالها",
    "لديه",
    "لديها",
    "حوله",
    "حولها",
];

/// Words of number before من or a noun.
const QUANTIFIERS: &[&str] = &["عدد", "عده", "عشرات", "مييات", "مجموعه", "بعض", "احد", "احدي", "معظم", "غالبيه", "كل", "جميع", "كبار"];

/// Nouns that can be a source without a name.
const SOURCES: &[&str] = &[
    "مصدر",
    "مصادر",
    "مسوول",
    "مسوولون",
    "مسوولين",
    "مسوولو",
    "متحدث",
    "متحدثه",
    "ناطق",
    "ناطقه",
    "وسايل",
    "تقارير",
    "تقرير",
    "بيان",
    "بيانات",
    "سلطات",
    "شرطه",
    "حكومه",
    "وزاره",
    "هييه",
    "منظمه",
    "شركه",
    "لجنه",
    "وكاله",
    "وكالات",
    "صحيفه",
    "صحف",
    "شهود",
    "شاهد",
    "خبراء",
    "خبير",
    "محللون",
    "محللين",
    "محلل",
    "باحثون",
    "باحثين",
    "علماء",
    "ناشطون",
    "ناشطين",
    "نشطاء",
    "مراقبون",
    "مراقبين",
    "دبلوماسي",
    "دبلوماسيون",
    "دبلوماسيين",
    "مرصد",
    "نيابه",
    "محكمه",
    "محامي",
    "محامون",
    "ادعاء",
    "جيش",
    "قوات",
    "حركه",
    "حزب",
    "جماعه",
    "نقابه",
    "اتحاد",
    "نادي",
    "مجلس",
    "بنك",
    "مصرف",
    "مديريه",
    "موسسه",
    "موقع",
    "قناه",
    "امانه",
    "مكتب",
    "رياسه",
    "دراسه",
    "احصاءات",
    "احصاييات",
    "ارقام",
    "مسعفون",
    "اطباء",
    "طبيب",
    "استطلاع",
    "زعماء",
    "قاده",
    "وزير",
    "وزيره",
    "رييس",
    "رييسه",
    "مدير",
    "نايب",
    "سفير",
    "مستشار",
    "امين",
    "قايد",
    "ضابط",
    "مدرب",
    "لاعب",
    "كاتب",
    "دول",
    "اهالي",
    "سكان",
    "سوريون",
    "وسطاء",
    "عايله",
    "اسره",
    "والد",
    "والده",
    "معارضه",
    "ثوار",
    "مفوضيه",
    "محافظ",
    "عمده",
    "مبعوث",
    "موفد",
    "مساعد",
    "بورصه",
    "مدعي",
    "مدعون",
    "محققون",
    "محققين",
    "شاب",
    "رجل",
    "امراه",
    "سيده",
    "سايق",
    "جندي",
    "عامل",
    "عمال",
    "طالب",
    "طلاب",
    "معلم",
    "استاذ",
    "صحفي",
    "صحافي",
    "مواطن",
    "مواطنون",
    "شاعر",
    "ممثل",
    "ممثله",
    "ممثلون",
    "مراسل",
    "مراسله",
    "قاض",
    "قاضي",
    "عالم",
    "فنان",
    "مخرج",
    "زعيم",
    "قيادي",
    "قياديون",
    "نواب",
    "ديوان",
    "غرفه",
    "جمعيه",
    "صندوق",
    "مجموعه",
    "تحالف",
    "ايتلاف",
    "فصايل",
    "متمردو",
    "جماعات",
    "منظمات",
    "شركات",
    "وكلاء",
    "عضو",
    "اعضاء",
    "ابن",
    "شقيق",
    "زوجه",
    "زوج",
    "والدا",
    "محرر",
    "مالك",
    "صاحب",
    "رايس",
];

/// Adjectives of occasions and papers.
const ADJECTIVES_OF_OCCASIONS: &[&str] = &[
    "صحفي",
    "صحافي",
    "صحفيه",
    "صحافيه",
    "مشترك",
    "مشتركه",
    "متلفز",
    "متلفزه",
    "تلفزيوني",
    "تلفزيونيه",
    "رسمي",
    "رسميه",
    "خاص",
    "خاصه",
    "مكتوب",
    "مكتوبه",
    "هاتفيه",
    "هاتفي",
    "مقتضب",
    "منفصل",
    "منفصله",
    "مصور",
    "اذاعي",
    "اذاعيه",
    "عاجل",
    "سابق",
    "سابقه",
    "مطوله",
    "مطول",
    "طاريه",
    "طاري",
    "ختامي",
    "ختاميه",
    "الصحفي",
    "الصحافي",
    "الختامي",
    "افتتاحيه",
];

/// Whom one speaks to in the news.
const AUDIENCES: &[&str] = &[
    "للصحفيين",
    "للصحافيين",
    "للاعلاميين",
    "لصحفيين",
    "لصحافيين",
    "للاعلام",
    "لوسايل",
    "للنواب",
    "لانصاره",
    "لانصارها",
    "لمويديه",
    "للمتظاهرين",
    "للجمهور",
    "للحاضرين",
];

/// Gender of «وصفه», «وصفته», «يصفونه»: of the verb under its pronoun.
fn named_agreement(stem: &str) -> Agreement {
    let feminine = stem.starts_with('ت') || stem.trim_end_matches("ها").trim_end_matches('ه').ends_with('ت');
    if stem.contains("وه") || stem.contains("ونه") {
        return Agreement::default();
    }
    Agreement { gender: Some(if feminine { Gender::Feminine } else { Gender::Masculine }), number: None }
}

/// The folded word without the clitics that a match peeled.
fn stem_of(text: &Text<'_>, span: Span, token: usize) -> Option<String> {
    let mut stem = String::new();
    let whole = text.span(token..token + 1);
    fold_into(text.document().text().get(span.start..whole.end)?, &mut stem);
    Some(stem)
}

impl Said {
    /// The fact, with the right edge of its content.
    fn fact(&self, text: &Text<'_>, cuts: &[(usize, Option<usize>)]) -> Option<Fact> {
        let content = self.content(text, cuts)?;
        if content.span.is_empty() || !content.tokens.clone().any(|token| text.is_word(token)) {
            return None;
        }
        let first = self.first.min(content.tokens.start);
        let last = content.tokens.end.max(self.cue.end).max(self.first + 1);
        let mut evidence = text.span(first..last);
        evidence = evidence.cover(content.outer);
        // The mark that ends the sentence belongs to the words.
        let after = text.document().token_at_or_after(evidence.end);
        if text.document().mark(after).is_some_and(|mark| matches!(mark, '.' | '؟' | '!')) && text.reading.scene.continues(after) {
            evidence = evidence.cover(text.span(after..after + 1));
        }
        let mut arguments: Vec<Argument> = self
            .speakers
            .iter()
            .map(|(filler, elided)| if *elided { filler.elided("speaker") } else { filler.argument("speaker") })
            .collect();
        arguments.push(Argument { role: "cue", span: self.cue_span, entity: None, elided: false });
        arguments.push(Argument { role: "content", span: content.span, entity: None, elided: false });
        for argument in &self.arguments {
            // One of each is told of one speech.
            if !arguments.iter().any(|known| known.role == argument.role && argument.role != "via") {
                arguments.push(argument.clone());
            }
        }
        Some(Fact {
            kind: "statement",
            subtype: None,
            evidence,
            trigger: Some(self.cue_span),
            arguments,
            date: self.date,
            realis: self.realis,
            attributed_to: None,
            directness: Some(content.directness),
            rule: self.rule,
        })
    }

    fn content(&self, text: &Text<'_>, cuts: &[(usize, Option<usize>)]) -> Option<Content> {
        match self.opening {
            Opening::Quotation(index) => {
                let quotation = text.document().quotations().get(index)?;
                let (first, close) = (quotation.tokens.start, quotation.tokens.end);
                if quotation.closed && !self.goes_on(text, close + 1, cuts) {
                    return Some(Content {
                        tokens: quotation.tokens.clone(),
                        span: quotation.inner,
                        outer: quotation.outer,
                        directness: Directness::Direct,
                    });
                }
                if !quotation.closed {
                    let end = self.right_edge(text, first, cuts).max(first);
                    let span = text.span(first..end);
                    return Some(Content { tokens: first..end, span, outer: span, directness: Directness::Direct });
                }
                // «إن "المفاوضات صعبة" لكنها مستمرة»: marks within what is said.
                let end = self.right_edge(text, close, cuts).max(close + 1);
                let span = text.span(first.saturating_sub(1)..end);
                Some(Content { tokens: first.saturating_sub(1)..end, span, outer: span, directness: Directness::Mixed })
            }
            Opening::Before(index) => {
                let quotation = text.document().quotations().get(index)?;
                Some(Content {
                    tokens: quotation.tokens.clone(),
                    span: quotation.inner,
                    outer: quotation.outer,
                    directness: Directness::Direct,
                })
            }
            Opening::Range(start, end) => {
                let (start, end) = trim(text, start, end);
                let span = self.behind_clitic(text.span(start..end));
                Some(Content { tokens: start..end, span, outer: span, directness: directness(text, start..end) })
            }
            Opening::Clause(at) | Opening::Colon(at) => {
                let end = self.right_edge(text, at, cuts);
                let (start, end) = trim(text, at, end);
                if start >= end {
                    return None;
                }
                let span = self.behind_clitic(text.span(start..end));
                Some(Content { tokens: start..end, span, outer: span, directness: directness(text, start..end) })
            }
        }
    }

    fn behind_clitic(&self, span: Span) -> Span {
        match self.begin {
            Some(begin) if begin > span.start && begin < span.end => Span::new(begin, span.end),
            _ => span,
        }
    }

    /// Where what began at a token ends: at the end of its sentence, or where the next statement of a row begins.
    fn right_edge(&self, text: &Text<'_>, at: usize, cuts: &[(usize, Option<usize>)]) -> usize {
        let end = text.clauses.end(at).max(at);
        let level = text.clauses.speech(self.cue.start);
        let from = cuts.partition_point(|(cut, _)| *cut <= at.max(self.cue.start));
        let next = cuts.iter().skip(from).take(8).find(|(_, speech)| *speech == level).map_or(end, |(cut, _)| *cut);
        // In a title the source stands behind a dash.
        let edge = end.min(next);
        if text.is_headline(at)
            || text.clauses.end(at) == text.document().lines().get(text.document().line_of(at)).map_or(0, |line| line.tokens.end)
        {
            let dash = (at..edge)
                .rev()
                .take(6)
                .find(|&dash| matches!(text.document().mark(dash), Some('–' | '—')) && text.clauses.same_level(dash, at));
            if let Some(dash) = dash.filter(|&dash| text.phrases.at(dash + 1).is_some()) {
                return dash;
            }
        }
        edge
    }

    /// Whether the sentence goes on behind a closing mark with what belongs to what is said.
    fn goes_on(&self, text: &Text<'_>, after: usize, cuts: &[(usize, Option<usize>)]) -> bool {
        if after >= text.clauses.end(self.cue.start) || !text.reading.scene.continues(after) {
            return false;
        }
        if text.document().mark(after).is_some() || cuts.binary_search_by_key(&after, |(cut, _)| *cut).is_ok() {
            return false;
        }
        // After a colon the marks hold all of it; «وصفه ب"…"» names no more than the marks hold.
        let before = text.document().mark(self.quotation_start(text).saturating_sub(2));
        let by = matches!(self.rule, "statement-named" | "statement-characterisation" | "statement-headline");
        before != Some(':') && !by
    }

    fn quotation_start(&self, text: &Text<'_>) -> usize {
        match self.opening {
            Opening::Quotation(index) => text.document().quotations().get(index).map_or(0, |quotation| quotation.tokens.start),
            _ => 0,
        }
    }
}

/// What is said, once its right edge is known.
struct Content {
    tokens: Range<usize>,
    span: Span,
    /// With its marks.
    outer: Span,
    directness: Directness,
}

/// Leaves fences and stops at both ends out.
fn trim(text: &Text<'_>, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    let stop =
        |at: usize| text.is_comma(at) || text.document().mark(at).is_some_and(|mark| matches!(mark, '.' | '…' | ':') || is_dash(mark));
    while start < end && stop(start) {
        start += 1;
    }
    while end > start && (stop(end - 1) || text.is(end - 1, &["كما", "و", "فيما", "وقد", "هذا"])) {
        end -= 1;
    }
    (start, end)
}

/// Whether what is said holds words in quotation marks.
fn directness(text: &Text<'_>, tokens: Range<usize>) -> Directness {
    let quotations = text.document().quotations();
    let first = quotations.partition_point(|quotation| quotation.tokens.start <= tokens.start);
    let inside = quotations.iter().skip(first).take(8).take_while(|quotation| quotation.tokens.start < tokens.end);
    let speech =
        inside.filter(|quotation| quotation.tokens.start.checked_sub(1).is_some_and(|mark| text.clauses.opens(mark).is_some())).count();
    if speech > 0 { Directness::Mixed } else { Directness::Indirect }
}
