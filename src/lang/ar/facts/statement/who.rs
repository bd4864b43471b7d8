//! Who speaks: named before the verb, left out, meant by a title or a noun.

use super::*;

impl Reader<'_, '_> {
    /// Where the words of a statement begin: with كان of the pluperfect, with قد.
    pub(super) fn first_token(&self, cue: &Cue) -> usize {
        let text = self.text;
        let mut first = cue.tokens.start;
        if first > text.clauses.start(first) && text.is(first - 1, words!["وقد", "قد", "فقد", "هذا", "كما"]) {
            first -= 1;
        }
        first
    }

    /// Makes a statement of its parts: resolves who speaks, and lengthens the chain.
    pub(super) fn said_by(&mut self, cue: &Cue, first: usize, subject: Subject, opening: Opening, rule: &'static str) -> Option<Said> {
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
            .filter(|&before| before <= start + 1 && text.is(before, words!["بينما", "وبينما", "فيما", "وفيما"]))
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
    pub(super) fn elided(&self, cue: &Cue) -> Option<Filler> {
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
    pub(super) fn agreement_of(&self, filler: Filler) -> Agreement {
        let text = self.text;
        let token = text.document().token_at_or_after(filler.span.start);
        let phrase = text.phrases.over(token).or_else(|| token.checked_sub(1).and_then(|token| text.phrases.over(token)));
        phrase.map_or(Agreement::default(), |phrase| Agreement { number: None, ..phrase.agreement })
    }

    /// A filler by its name: for «المتحدث» the name of the spokesman where it stood last.
    pub(super) fn by_name(&self, filler: Filler, token: usize) -> Filler {
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
    pub(super) fn meant(&self, phrase: &Phrase) -> (Filler, Agreement) {
        let text = self.text;
        let mut filler = phrase.filler;
        // A noun described anew («القيادي بالحركة») takes nobody up.
        if filler.entity.is_none() && phrase.kind == PhraseKind::Nominal && phrase.tokens.len() == 1 {
            let speech = text.clauses.speech(phrase.tokens.start);
            let word = text.word(phrase.tokens.end.saturating_sub(1));
            let paper = word.char_indices().any(|(at, _)| nouns::PAPERS.contains(word.get(at..).unwrap_or("")));
            let found = if paper { self.chain.issuer(speech) } else { self.chain.latest(phrase.agreement, speech) };
            filler.entity = found.and_then(|(found, _)| found.entity);
        }
        (filler, phrase.agreement)
    }

    /// The entity that a common noun with the article means: «المنظمة» is the last organisation whose name begins with منظمة.
    pub(super) fn common_noun(&self, token: usize, end: usize) -> Option<usize> {
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
    pub(super) fn leading_subject(&self, cue: &Cue) -> Option<(Vec<(Filler, Agreement)>, usize)> {
        let text = self.text;
        let token = cue.tokens.start;
        let and = cue.clitics.any(Clitics::CONJUNCTION);
        let then = text.word(token).starts_with('ف');
        let then = then || (token > 0 && text.word(token - 1) == "فقد");
        if !text.continues(token) || (and && !then) || super::super::phrase::behind_dash(text, token) {
            return None;
        }
        let verb = Agreement { gender: cue.agreement.gender, number: None };
        if let Some(list) = text.leading(token, cue.agreement) {
            let from = list.first().map_or(token, |phrase| phrase.tokens.start);
            return Some((list.into_iter().map(|phrase| self.meant(phrase)).collect(), from));
        }
        let at = if text.is(token - 1, words!["قد", "فقد", "كان", "كانت", "ايضا"]) { token - 1 } else { token };
        // «وكان خبراء في الأمم المتحدة قد قالوا»: the name behind a preposition is no subject.
        let behind = |name: &Phrase| {
            name.clitics.preposition() || name.tokens.start.checked_sub(1).is_some_and(|before| text.is(before, words!["في", "من", "لدي"]))
        };
        if text.phrases.ending_at(at).is_some_and(|name| !behind(name)) {
            return None;
        }
        // «وكانت فرنسا التي …، قد قالت»
        if text.word(token - 1) == "قد" {
            let start = text.clauses.start(token);
            let subject = text.phrases.at(start + 1).filter(|phrase| {
                text.is(start, words!["كان", "كانت", "وكان", "وكانت"]) && verb.agrees(phrase.agreement) && phrase.tokens.end < token
            });
            if let Some(phrase) = subject {
                return Some((vec![self.meant(phrase)], start));
            }
        }
        // A noun that speaks, at the begin of the clause.
        let start = (at.saturating_sub(LONGEST_NOMINAL)..at)
            .rev()
            .take_while(|&place| {
                let named = text.document().mark(place).is_some_and(crate::text::chars::is_quote) && text.clauses.opens(place).is_none();
                (text.is_word(place) || named) && text.clauses.same_level(place, token)
            })
            .last()?;
        let begin = (start..at).rev().find(|&place| at_clause_start(text, place) && !text.is(place, grammar::CLAUSE_OPENERS))?;
        let noun = grammar::without_article(text.word(begin).trim_start_matches('و'));
        let as_for = begin > 0 && text.is(begin - 1, words!["اما", "واما"]) && at > begin && at <= begin + 5;
        let speaks = as_for || nouns::SOURCES.contains(noun) || text.is(begin, nouns::SOURCES);
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
    pub(super) fn relative_subject(&self, cue: &Cue) -> Option<Vec<(Filler, Agreement)>> {
        let text = self.text;
        let pronoun = cue.tokens.start.checked_sub(1).filter(|&before| text.is(before, grammar::RELATIVES))?;
        let before = if pronoun > 0 && text.is_comma(pronoun - 1) { pronoun - 1 } else { pronoun };
        let phrase = text.phrases.ending_at(before)?;
        let one = phrase.agreement.number == Some(crate::fact::phrase::Number::One);
        (!one || text.is(pronoun, words!["الذي", "التي"])).then(|| vec![self.meant(phrase)])
    }
}
