//! The frames in which a verb, a participle or a paper tells what was said.

use super::*;

impl Reader<'_, '_> {
    /// Verb first, or speaker first.
    pub(super) fn verb(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let before = cue.tokens.start.checked_sub(1).filter(|_| text.continues(cue.tokens.start));
        if before.is_some_and(|before| {
            text.is(before, grammar::NEGATIONS) || (text.is(before, grammar::PREPOSITIONS) && !text.is(before, words!["بينما", "حين"]))
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
        if cue.entry.has("ambiguous") && !self.certain(cue, opening, scan.end_of_subject) {
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
    pub(super) fn introduced(&self, cue: &Cue) -> bool {
        let text = self.text;
        let token = cue.tokens.start;
        if cue.clitics.any(Clitics::CONJUNCTION) || text.is(cue.tokens.end, grammar::WITHIN) {
            return true;
        }
        let Some(before) = token.checked_sub(1).filter(|_| text.continues(token)) else { return true };
        if text.is(before, words!["ان", "بان"]) {
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
                    || grammar::PREPOSITIONS.contains(word)
                    || text.is(at, grammar::PREPOSITIONS)
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
    pub(super) fn certain(&self, cue: &Cue, opening: Opening, subject_end: usize) -> bool {
        match opening {
            Opening::Clause(at) => {
                at <= cue.tokens.end + 12 && at.checked_sub(1).is_some_and(|at| self.text.is(at, grammar::COMPLEMENTISERS))
            }
            Opening::Colon(at) => !cue.entry.has("strict") && at <= cue.tokens.end + 12,
            Opening::Quotation(_) if cue.entry.has("strict") => false,
            Opening::Quotation(quotation) => {
                // «اعتبر صوتا معتدلا …، "الصقور"»: the marks follow the speaker or a colon.
                self.text.document().quotations().get(quotation).is_some_and(|quotation| {
                    let mark = quotation.tokens.start.saturating_sub(1);
                    let colon = mark.checked_sub(1).is_some_and(|before| self.text.document().mark(before) == Some(':'));
                    quotation.tokens.start <= cue.tokens.end + 12 && (colon || mark == subject_end.max(cue.tokens.end))
                })
            }
            _ => false,
        }
    }

    /// «"C"، قال S».
    pub(super) fn after_quotation(
        &mut self,
        cue: &Cue,
        subject: Subject,
        end: usize,
        arguments: Vec<Argument>,
        date: Option<usize>,
    ) -> Option<Said> {
        // «"…" عقب هجمات …»: the preposition.
        if self.text.is(cue.tokens.start, grammar::PREPOSITIONS) {
            return None;
        }
        let quotation = self.quotation_before(cue.tokens.start)?;
        // «علامة "تقدم" بين البلدين»: a verb that is also another word needs its أن.
        if matches!(subject, Subject::Elided)
            || cue.clitics.any(Clitics::CONJUNCTION)
            || cue.entry.has("strict")
            || cue.imperfect && cue.entry.has("ambiguous")
        {
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
    pub(super) fn relayed(&mut self, cue: &Cue) -> Option<Said> {
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
    pub(super) fn in_a_paper(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let paper = cue.tokens.end + 1;
        if text.word(cue.tokens.end) != "في" || !(text.is(paper, nouns::MEDIUMS) || text.is(paper, nouns::PAPERS)) {
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
    pub(super) fn issuer_after(&self, token: usize) -> Option<(Filler, Agreement)> {
        let text = self.text;
        let at = (token..token + 4).find(|&at| text.phrases.at(at).is_some())?;
        let phrase = text.phrases.at(at).filter(|phrase| phrase.kind != PhraseKind::Nominal && text.continues(at))?;
        Some((phrase.filler, phrase.agreement))
    }

    /// «…، مشيرا إلى أن C».
    pub(super) fn participle(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        // «كان متوقعا أن …» tells no speech.
        if token
            .checked_sub(1)
            .is_some_and(|before| text.is(before, words!["كان", "كانت", "يكون", "تكون", "ليس", "غير", "بات", "اصبح", "يبدو", "وكان"]))
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
        if cue.entry.has("characterises") && !text.is(cue.tokens.end, words!["اياه", "اياها", "اياهم"]) {
            let by = (cue.tokens.end..opens_at).find(|&at| self.by_clause(at, token).is_some())?;
            if by > cue.tokens.end {
                scan.arguments.push(text.filler(cue.tokens.end..by).argument("about"));
            }
        }
        let start = text.clauses.start(token);
        let governing = self.said.iter().rev().take(4).find(|said| {
            said.first >= start && text.clauses.same_level(said.cue.start, token) && !matches!(said.opening, Opening::Range(..))
        });
        // «واكتفى الوزير بالقول»: the nearest verb governs.
        let nearest = text.subject_before(token, cue.agreement).map_or(0, |phrase| phrase.tokens.start);
        let governing = governing.filter(|said| cue.entry.canonical() != "بالقول" || said.cue.start > nearest);
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
            (None, None) => match self.nominal_subject(start, token, cue.agreement) {
                Some(filler) => (vec![(filler, cue.agreement)], token),
                None => (vec![self.chain.latest(cue.agreement, text.clauses.speech(token))?], token),
            },
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

    /// «رحبت الجمعية بالحكم، معتبرة أنه …»: a noun behind the verb that opens the sentence.
    fn nominal_subject(&self, start: usize, token: usize, form: Agreement) -> Option<Filler> {
        let text = self.text;
        // «من جانبها، عبرت الوزارة عن رفضها، مؤكدة أنها …»
        let fronted = (start..token.min(start + 5)).find(|&comma| text.is_comma(comma)).filter(|_| text.preposition(start).is_some());
        let start = fronted.map_or(start, |comma| comma + 1);
        if start >= token || !text.is_verb(start) {
            return None;
        }
        let noun = text.noun(start + 1, 0, token).filter(|noun| noun.definite && noun.kind.is_none())?;
        let feminine = text.document().source(noun.head).ends_with('ة');
        let agrees = form.gender.is_none_or(|gender| (gender == Gender::Feminine) == feminine);
        let entity = self.common_noun(noun.head, noun.tokens.end);
        agrees.then_some(Filler { entity, ..noun.filler })
    }

    /// «علقت ألمانيا على الوضع في كازاخستان، مشيرة إلى أن …»: what the verb comments on.
    pub(super) fn about_before(&self, start: usize, token: usize) -> Option<Argument> {
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
    pub(super) fn characterisation(&mut self, cue: &Cue) -> Option<Said> {
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
                        // «وصفت لجنة التحكيم الرواية»: a construct is one noun.
                        let construct = at + 2 < by && !grammar::is_definite(text.word(at)) && grammar::is_definite(text.word(at + 1));
                        let first = at;
                        at += if construct { 2 } else { 1 };
                        Subject::Named(vec![(text.filler(first..at), Agreement::default())])
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
            } else if !fenced && place == at && text.is(place, words!["فيه", "فيها", "في"]) {
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
    pub(super) fn by_clause(&self, at: usize, level: usize) -> Option<(usize, Opening, Option<usize>)> {
        let text = self.text;
        if !text.clauses.same_level(at, level) {
            return None;
        }
        let word = text.word(at);
        if word == "ب" {
            return text.clauses.opens(at + 1).map(|quotation| (at, Opening::Quotation(quotation), None));
        }
        if text.is(at, grammar::COMPLEMENTISERS) && word.starts_with("با") {
            let opening = match text.clauses.opens(at + 1) {
                Some(quotation) => Opening::Quotation(quotation),
                None => Opening::Clause(at + 1),
            };
            return Some((at, opening, None));
        }
        None
    }

    /// «ما وصفه ب"C"», «ما أسماه "C"».
    pub(super) fn named(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let before = cue.tokens.start.checked_sub(1)?;
        if !text.is(before, words!["ما", "بما", "لما", "مما", "عما", "وما", "فيما", "كما"]) {
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
}
