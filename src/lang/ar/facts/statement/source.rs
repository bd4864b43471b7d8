//! The frames in which a source is told beside what it said: according to, as reported, a title line.

use super::*;

impl Reader<'_, '_> {
    /// «وبحسب S، C», «C، وفقا ل S», «"C"، حسب S».
    pub(super) fn according(&mut self, cue: &Cue) -> Option<Said> {
        let text = self.text;
        let token = cue.tokens.start;
        let from = cue.tokens.end;
        let end = text.clauses.end(token).min(from + 30);
        let (subject, mut after) = self.source(from, end)?;
        if text.is(after, words!["ذاته", "نفسه", "ذاتها", "نفسها"]) {
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
    pub(super) fn source(&self, from: usize, end: usize) -> Option<(Subject, usize)> {
        let text = self.text;
        if self.cue(from).is_some_and(|cue| cue.form == Form::Masdar)
            || text.is(from, words!["تعبيره", "تعبيرها", "وصفه", "وصفها", "قوله", "قولها"])
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
        let speaks = |noun: &str| nouns::SOURCES.contains(noun) || nouns::SOURCES.contains(grammar::without_article(noun));
        if !speaks(word) && !speaks(&noun) {
            return None;
        }
        let (subject, after) = match self.noun_phrase(from, end, false, false) {
            Some(found) => found,
            None => self.noun_from(from, end, false)?,
        };
        // «تقرير لمنظمة العمل», «بيان صادر عن الوزارة»: a paper speaks for its issuer.
        let paper = text.is(from, nouns::MEDIUMS) || text.is(from, words!["بيانات", "ارقام", "احصاءات", "احصاييات", "دراسه", "تقديرات"]);
        let behind = if text.is(after, words!["صادر", "صادره", "صدر", "صدرت"]) { after + 1 } else { after };
        let behind = if text.word(behind) == "عن" { behind + 1 } else { behind };
        if paper
            && let Some(phrase) = text.phrases.at(behind).filter(|phrase| phrase.kind == PhraseKind::Organisation)
            && (behind > after || phrase.clitics == Clitics::TO)
        {
            return Some((Subject::Named(vec![self.meant(phrase)]), phrase.tokens.end));
        }
        // «وفقا لوكالة أنباء»: the preposition is no part of the source; «للشرطة» keeps its own spelling.
        let mut subject = subject;
        if !speaks(word)
            && word.starts_with('ل')
            && !word.starts_with("لل")
            && let Some((filler, _)) = subject.first_mut()
            && filler.span.start == text.span(from..from + 1).start
        {
            filler.span.start = text.document().source_position(from, 'ل'.len_utf8()).min(filler.span.end);
        }
        Some((Subject::Named(subject), after))
    }

    /// Whether what was said can stand before a source: a sentence has begun and a comma or a quotation ended.
    pub(super) fn preceded_by_content(&self, token: usize) -> bool {
        let start = self.text.clauses.start(token);
        token >= start + 4 || self.quotation_before(token).is_some()
    }

    /// The quotation that ends right before a token, with or without a comma between.
    pub(super) fn quotation_before(&self, token: usize) -> Option<usize> {
        let text = self.text;
        let before = token.checked_sub(1)?;
        let close =
            if text.is_comma(before) || is_dash(text.document().mark(before).unwrap_or(' ')) { before.checked_sub(1)? } else { before };
        text.clauses.closes(close).filter(|_| text.clauses.same_level(close, token))
    }

    /// A statement whose content stands before its source.
    pub(super) fn content_before(&mut self, cue: &Cue, token: usize, after: usize, subject: Subject, rule: &'static str) -> Option<Said> {
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
                // A closing bracket belongs to what it closes.
                while end > start && text.is_fence(end - 1) && !matches!(text.document().mark(end - 1), Some(')' | ']')) {
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
    pub(super) fn as_said(&mut self, cue: &Cue) -> Option<Said> {
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
        // «جاء ذلك وفقا لما أعلنه البرلمان»: what came is told elsewhere.
        let start = text.clauses.start(token);
        if token < start + 4 && text.is(start, words!["جاء", "وجاء", "ياتي", "وياتي"]) {
            return None;
        }
        if !self.preceded_by_content(token) {
            // «وحسبما ذكرت الشركة، …»
            let content = self.content_after(next).filter(|_| !text.is(token, words!["كما"]))?;
            let opening = text.clauses.opens(content).map_or(Opening::Clause(content), Opening::Quotation);
            let mut said = self.said_by(&verb, token, Subject::Named(subject), opening, "statement-as-said")?;
            said.cue.end = after;
            return Some(said);
        }
        // «كما» also means "as well": it must stand behind a comma or its clause end the sentence.
        let fenced = text.is_comma(token.checked_sub(1)?) || self.quotation_before(token).is_some() || !text.is(token, words!["كما"]);
        if !fenced && after + 1 < text.clauses.end(token) {
            return None;
        }
        self.content_before(&verb, token, after, Subject::Named(subject), "statement-as-said")
    }

    /// Where what a source in front says begins: behind its comma or colon, or at «فإن».
    pub(super) fn content_after(&self, after: usize) -> Option<usize> {
        let text = self.text;
        if text.is_comma(after) {
            let next = after + 1;
            Some(if text.is(next, words!["فان", "فانه", "فانها"]) { next + 1 } else { next })
        } else if text.is(after, words!["فان", "فانه", "فانها", "فقد"]) {
            Some(after + usize::from(text.word(after) != "فقد"))
        } else {
            (text.document().mark(after) == Some(':')).then_some(after + 1)
        }
    }

    /// «S: C» and «C – S» in a line of its own.
    pub(super) fn title_line(&mut self, line: Range<usize>) {
        let text = self.text;
        let headline = text.is_headline(line.start);
        // «عاجل | …»
        let labelled =
            text.is(line.start, words!["عاجل", "فيديو", "خاص", "بالفيديو", "مباشر"]) && text.document().mark(line.start + 1).is_some();
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
        // «فرنسا: معرض …» is told of the place; a country that speaks is quoted to the end of the line, denies or says "we".
        let by_place = speakers.iter().any(|phrase| phrase.kind == PhraseKind::Place);
        let speaks_itself = |at: usize| match text.clauses.opens(at) {
            Some(quotation) => text.document().quotations().get(quotation).is_some_and(|quotation| quotation.tokens.end + 1 >= line.end),
            None => text.is(at, grammar::NEGATIONS) || text.is(at, nouns::OWN_VOICE) || text.word(at).starts_with("سن"),
        };
        if by_place && !speaks_itself(end + 1) {
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
        if headline && nouns::SOURCES.contains(grammar::without_article(text.word(line.start))) {
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

    pub(super) fn push_title(
        &mut self,
        first: usize,
        cue: Range<usize>,
        subject: Vec<(Filler, Agreement)>,
        opening: Opening,
        rule: &'static str,
    ) {
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
}
