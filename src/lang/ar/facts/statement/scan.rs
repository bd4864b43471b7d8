//! What stands between a verb and what is said.

use super::*;

impl Reader<'_, '_> {
    /// Reads from behind the verb to where what is said begins.
    pub(super) fn scan(&self, cue: &Cue, from: usize, with_subject: bool) -> Option<Scan> {
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
                    // Marks around a name fence nothing: «عبر "تويتر"».
                    mark if crate::text::chars::is_quote(mark) => {
                        at += 1;
                        continue;
                    }
                    _ => {
                        // «…، لكن مضمونها "…"»: a clause of its own.
                        if text.is_comma(at) && text.is(at + 1, grammar::CONTRASTS) {
                            return Some(scan);
                        }
                        // «وقال منسق الشؤون الإنسانية، ديفيد كارتر، إن …»: the name of whoever the noun told.
                        let told = scan.end_of_subject == at && at > from && matches!(scan.subject, Subject::Named(_)) && has_subject;
                        let nominal_subject = text.phrases.ending_at(at).is_none_or(|phrase| phrase.kind == PhraseKind::Title);
                        if told
                            && nominal_subject
                            && text.is_comma(at)
                            && with_subject
                            && let Some(name) =
                                text.phrases.at(at + 1).filter(|name| name.kind == PhraseKind::Person && name.title.is_none())
                            && name.clitics.is_empty()
                            && text.is_comma(name.tokens.end)
                        {
                            scan.subject = Subject::Named(vec![self.meant(name)]);
                            scan.end_of_subject = name.tokens.end;
                            at = name.tokens.end;
                            continue;
                        }
                        fenced = true;
                        in_relative = false;
                        apposed = false;
                        subject_allowed = with_subject && !has_subject;
                        at += 1;
                        continue;
                    }
                }
            }
            if let Some((date, after)) = text.date_at(at) {
                scan.date = scan.date.or(Some(date));
                at = after;
                continue;
            }
            let word = text.word(at);
            let before = at.checked_sub(1).map_or("", |before| text.word(before));
            if text.is(at, grammar::COMPLEMENTISERS) && !grammar::OWN_CLAUSE.contains(before) {
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
                && !(word == "علي" && text.is(at + 1, nouns::MEDIUMS))
                && !(word == "عن" && nouns::ISSUED.contains(before))
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
                && !text.is(at, grammar::PREPOSITIONS)
                && (has_subject || matches!(scan.subject, Subject::Named(_)) || at == from)
                && !matches!(word, "بدوره" | "بدورها" | "بذلك")
                && !text.is(at, nouns::SOURCES)
                && !text.is(at, nouns::MANNERS)
                && text.phrases.at(at).is_none_or(|phrase| at == from || phrase.kind != PhraseKind::Place)
                && (at > from
                    || word.strip_prefix('ب').is_some_and(|noun| grammar::is_verbal_noun(noun, false))
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
                            || text.is(stop, words!["بالقول", "قايلا", "قايله"])
                    })
                    .unwrap_or(end);
                if stop > at + 1 {
                    scan.arguments.push(text.filler(at + 1..stop).argument("about"));
                }
                at = stop.max(at + 1);
                continue;
            }
            if text.is(at, grammar::RELATIVES) {
                in_relative = true;
                at += 1;
                continue;
            }
            if text.is(at, grammar::PREPOSITIONS) {
                let (argument, next) = self.adjunct(at, end);
                scan.arguments.extend(argument);
                subject_allowed = false;
                at = next;
                continue;
            }
            let paper = scan.end_of_subject == at && at > from && (text.is(at - 1, nouns::MEDIUMS) || text.is(at - 1, nouns::PAPERS));
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
            // «في بيان نشر على موقع البورصة، …»: how the paper came out, up to the comma.
            if text.is(at.saturating_sub(1), nouns::MEDIUMS) && text.is(at, nouns::CAME_OUT) {
                at = (at..end.min(at + 12)).find(|&comma| text.is_fence(comma)).unwrap_or(at + 1);
                continue;
            }
            // «في بيان نشرته على موقعها»: a relative clause of the paper.
            if (text.is(at.saturating_sub(1), nouns::MEDIUMS)) && self.cue(at).is_some_and(|other| other.form == Form::Reported) {
                at += 1;
                continue;
            }
            if let Some(other) = self.cue(at).filter(|other| other.form != Form::Masdar) {
                // «أضاف قائلا: …»
                if other.form == Form::Participle
                    && !fenced
                    && cue.form == Form::Verb
                    && matches!(other.entry.canonical(), "قائلا" | "بالقول")
                {
                    at = other.tokens.end;
                    continue;
                }
                return Some(scan);
            }
            if let Some(phrase) = text.phrases.at(at) {
                let agrees = Agreement { number: None, ..cue.agreement }.agrees(phrase.agreement);
                let is_subject = with_subject
                    && !has_subject
                    && !phrase.clitics.preposition()
                    && (subject_allowed || phrase.kind == PhraseKind::Person && agrees);
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
            if text.is(at, grammar::WITHIN) {
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
                && !word.starts_with('و')
                // «المتحدثة هيذر نويرت الخميس، أن»: the rest of a name; what is announced follows أن.
                && !(at + 1..at + 6).any(|next| {
                    text.is(next, grammar::COMPLEMENTISERS) && (text.is_comma(next - 1) || text.clauses.date(next - 1).is_some())
                });
            if may_open && text.is_word(at) && (self.is_verbal_noun(at) || follows_actor) {
                // «أكدت تمسكها بالاتفاق» is a stance of the speaker, not something told.
                if nouns::STANCES.contains(grammar::strip_pronoun(word)) {
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
            // «كشفت 3 مصادر»
            if at == from && !text.is_word(at) && text.is(at + 1, nouns::SOURCES) {
                at += 1;
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

    pub(super) fn clause_opening(&self, at: usize) -> Opening {
        let after_comma = if self.text.is_comma(at) { at + 1 } else { at };
        match self.text.clauses.opens(after_comma) {
            Some(quotation) => Opening::Quotation(quotation),
            None => Opening::Clause(at),
        }
    }

    /// An adjunct from its preposition on: what it tells of the speech, and the token after it.
    pub(super) fn adjunct(&self, at: usize, end: usize) -> (Option<Argument>, usize) {
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
        // «عبر "تويتر"»
        if text.document().mark(noun).is_some_and(crate::text::chars::is_quote) && text.clauses.opens(noun).is_none() {
            noun += 1;
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
        let role = if !matches!(preposition, "في" | "خلال" | "عبر" | "ضمن" | "اثناء" | "علي" | "عقب" | "بعد") {
            None
        } else if text.is(noun, nouns::MEDIUMS) {
            Some("medium")
        } else if text.is(noun, nouns::VENUES) {
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
            && text.is(after, nouns::ADJECTIVES_OF_OCCASIONS)
        {
            after += 1;
        }
        (Some(text.filler(noun..after).argument(role)), after)
    }

    /// The adjuncts between two tokens.
    pub(super) fn adjuncts(&self, from: usize, end: usize) -> Vec<Argument> {
        let text = self.text;
        let mut arguments = Vec::new();
        let mut at = from;
        while at < end {
            if text.is(at, grammar::PREPOSITIONS) {
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
    pub(super) fn addressee(&self, at: usize, end: usize) -> Option<(Argument, usize)> {
        let text = self.text;
        if let Some(phrase) = text.phrases.at(at) {
            if phrase.clitics != Clitics::TO {
                return None;
            }
            // «في مؤتمر لحزب العدالة»: whose occasion it is.
            let occasion = |at: usize| text.is(at, nouns::VENUES) || text.is(at, nouns::MEDIUMS) || text.is(at, nouns::PAPERS);
            if at.checked_sub(1).is_some_and(occasion)
                || at.checked_sub(2).is_some_and(|before| occasion(before) && text.is(before + 1, nouns::ADJECTIVES_OF_OCCASIONS))
            {
                return None;
            }
            let role = match phrase.kind {
                PhraseKind::Organisation if super::super::phrase::is_medium(text, phrase) => "medium",
                PhraseKind::Organisation => "addressee",
                PhraseKind::Person | PhraseKind::Title => "addressee",
                _ => return None,
            };
            return Some((phrase.filler.argument(role), phrase.tokens.end));
        }
        let word = text.word(at);
        if text.is(at, nouns::AUDIENCES) {
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
        // «للصحيفة»: ل and the article.
        let stem = stem.strip_prefix('ل').filter(|rest| rest.chars().count() > 2).unwrap_or(stem);
        if nouns::OUTLETS.contains(stem) {
            let start = text.document().source_position(at, 'ل'.len_utf8());
            let start = if word.starts_with("لل") { text.span(at..at + 1).start } else { start };
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
