//! How far a title reaches, of what it is, and who holds it.

use super::*;

/// A title has at most so many words that no mention covers: «مدير عام المستشفى التعليمي».
const GAP: usize = 3;

impl Reader<'_, '_> {
    /// A title from the head of the office on: the title, the token after it or after its holder, and the holder.
    pub(super) fn title_from(&self, token: usize, role: &Mention) -> Option<(Title, usize, Option<Mention>)> {
        let text = self.text;
        let document = text.document();
        let mut at = role.tokens.end;
        let mut title_end = at;
        let mut of: Option<Filler> = None;
        let mut gap = 0;
        let mut holder: Option<Mention> = None;
        let mut nationality = false;
        let his = self.owner_before(role);
        while text.continues(at) && at < token + 16 {
            if let Some(mention) = self.mention(at) {
                let clitics = self.clitics(at, mention.span.start);
                match mention.kind {
                    MentionType::Person if clitics.is_empty() => {
                        holder = Some(mention.clone());
                        break;
                    }
                    MentionType::Group if clitics.is_empty() => {
                        nationality = true;
                        if his.is_some() {
                            // «مدربه اللبناني وسام خليل»: whose nationality it is, not of what he holds the office.
                            at = mention.tokens.end;
                            continue;
                        }
                    }
                    MentionType::Location | MentionType::Organisation
                        if clitics.is_empty()
                            || (clitics == Clitics::TO && !self.is_addressed(at, mention, of.is_some()))
                            || (clitics == Clitics::BY && of.is_none()) => {}
                    // «أقال الرئيس وزير الدفاع»: an office with the article is complete.
                    MentionType::Role
                        if clitics.is_empty()
                            && of.is_none()
                            && at == role.tokens.end
                            && grammar::is_definite(text.word(at - 1))
                            && !grammar::is_definite(text.word(at)) =>
                    {
                        break;
                    }
                    MentionType::Role if clitics.is_empty() => {}
                    _ => break,
                }
                if mention.kind == MentionType::Role && of.is_some() {
                    // «استقبل رئيس الوزراء الأردني الوزير العراقي»: another one.
                    let name = self.after_honorifics(mention.tokens.end);
                    if self.name_at(name).is_none() {
                        break;
                    }
                    // «وزير الخارجية السعودي الأمير فيصل»: an address before the name.
                    at = mention.tokens.end;
                    continue;
                }
                if mention.kind != MentionType::Role {
                    of.get_or_insert(Filler { span: mention.span, entity: mention.entity });
                }
                at = mention.tokens.end;
                title_end = at;
                gap = 0;
                continue;
            }
            if text.clauses.date(at).is_some() {
                break;
            }
            let word = text.word(at);
            if text.is_comma(at) {
                let name = self.after_nationality(self.after_honorifics(at + 1));
                holder = self
                    .mention(name)
                    .filter(|mention| {
                        mention.kind == MentionType::Person
                            && text.continues(name)
                            && text.continues(at + 1)
                            && self.clitics(name, mention.span.start).is_empty()
                    })
                    .map(|mention| self.to_the_comma(mention));
                break;
            }
            if !text.is_word(at) {
                break;
            }
            if text.is(at, nouns::TITLE_ADJECTIVES) {
                at += 1;
                if gap == 0 {
                    title_end = at;
                }
            } else if word == "باسم" {
                gap = 0;
                at += 1;
                // «المتحدث باسم الحكومة»: a common noun is told as well.
                if self.mention(at).is_none() && grammar::is_definite(text.word(at)) && text.continues(at) {
                    at += 1;
                    title_end = at;
                }
            } else if text.is(at, nouns::HONORIFICS) {
                at += 1;
            } else if matches!(word, "في" | "لدي") {
                at += 1;
                // «المدير العام للشؤون السياسية في الوزارة»
                let body = self.mention(at).is_none() && grammar::is_definite(text.word(at)) && text.is_noun_of(at, "authority");
                if body && text.continues(at) {
                    of.get_or_insert(text.filler(at..at + 1));
                }
            } else if word == "عن" && at == role.tokens.end && text.is(role.tokens.start, nouns::REPRESENTATIVES) {
                // «النائب عن المدينة»
                at += 1;
                if self.mention(at).is_none() && grammar::is_definite(text.word(at)) && text.continues(at) {
                    at += 1;
                    title_end = at;
                }
            } else if nationality && grammar::is_definite(word) && !word.ends_with('ي') && self.name_at(at + 1).is_none() {
                // «دعا وزير النفط الكويتي الدول …»: behind its nationality an office is complete.
                break;
            } else if gap < GAP && (grammar::is_definite(word) || word.strip_prefix("لل").is_some_and(|rest| rest.chars().count() > 2)) {
                nationality &= !word.starts_with("لل");
                gap += 1;
                at += 1;
            } else if word.starts_with('ل')
                && at == role.tokens.end
                && grammar::is_definite(text.word(at - 1))
                && of.is_none()
                && text.clauses.mention(at).is_none()
                && text.prefixed(at).is_some_and(|(preposition, letters)| preposition == Preposition::For && letters == 1)
                && text.noun(at, 1, at + 5).is_some_and(|noun| noun.definite && !text.is(at, nouns::AUDIENCES))
            {
                // «المحامي العام لنيابات جنوب المنيا»
                let noun = text.noun(at, 1, at + 5);
                of = noun.as_ref().map(|noun| noun.filler);
                at = noun.map_or(at + 1, |noun| noun.tokens.end.max(at + 1));
                title_end = at;
            } else if at == role.tokens.end
                && word.chars().count() >= 4
                && text.continues(at + 1)
                && !text.is(at, grammar::PREPOSITIONS)
                && self.mention(at + 1).is_some_and(|next| {
                    matches!(next.kind, MentionType::Location | MentionType::Organisation)
                        && self.clitics(at + 1, next.span.start).is_empty()
                })
                && text.listed(at, Class::SpeechCue).is_none()
            {
                // «وزير خارجية السعودية»
                at += 1;
            } else if gap == 0
                && at == role.tokens.end
                && !grammar::is_definite(text.word(role.tokens.start))
                && (role.tokens.len() == 1 || !grammar::is_definite(text.word(role.tokens.end - 1)))
                && text.continues(at + 1)
                && grammar::is_definite(text.word(at + 1))
                && self.mention(at + 1).is_none()
                && word.chars().count() >= 3
                && !text.is(at, grammar::PREPOSITIONS)
                && !text.is(at, grammar::COMPLEMENTISERS)
                && text.listed(at, Class::SpeechCue).is_none()
                && text.listed(at, Class::Communication).is_none()
            {
                // «قائد فرق الإطفاء», «رئيس قسم الجراحة»
                at += 2;
                title_end = at;
            } else {
                break;
            }
        }
        // «رئيس الاتحاد»: the noun that an office without an article needs.
        if holder.is_none()
            && gap > 0
            && title_end == role.tokens.end
            && !grammar::is_definite(text.word(role.tokens.start))
            && grammar::is_definite(text.word(title_end))
        {
            title_end += 1;
        }
        // Words that no name followed are no part of the title: «الرئيس القرار».
        if let Some(holder) = &holder {
            let before_name = holder.tokens.start;
            let mut last = before_name;
            let nationality = self.mention(last.saturating_sub(1)).filter(|mention| mention.kind == MentionType::Group);
            if nationality.is_some_and(|mention| {
                mention.tokens.start >= title_end && (his.is_some() || text.is_comma(mention.tokens.start.saturating_sub(1)))
            }) {
                last -= 1;
            }
            while last > title_end && (text.is_comma(last - 1) || text.is(last - 1, nouns::HONORIFICS)) {
                last -= 1;
            }
            title_end = title_end.max(last);
        }
        let end = holder.as_ref().map_or(title_end, |holder| holder.tokens.end);
        let span = span_from(document, role.span.start, token..title_end);
        let owner = of.map_or_else(String::new, |of| owner_key(text, of.span));
        let of = of.or_else(|| self.construct(role, title_end)).or(his.filter(|_| holder.is_some()));
        Some((Title { span, of, office: office_key(role.span.of(document.text())), owner, counterpart: false }, end, holder))
    }

    /// The noun that completes an office without the article: «رئيس الجمعية», «محافظ الوسطى», «مدير عام الأرصاد الجوية».
    pub(super) fn construct(&self, role: &Mention, end: usize) -> Option<Filler> {
        let text = self.text;
        let first = role.tokens.end;
        let head = text.word(first.checked_sub(1)?);
        if first >= end || grammar::is_definite(head) || grammar::is_definite(text.word(role.tokens.start)) {
            return None;
        }
        let part = |at: &usize| {
            text.is_word(*at)
                && text.clauses.mention(*at).is_none()
                && grammar::is_definite(text.word(*at))
                && !text.is(*at, nouns::TITLE_ADJECTIVES)
        };
        let last = (first..end).take_while(part).last()?;
        Some(text.filler(first..last + 1))
    }

    /// The institution that a pronoun on an office stands for: «وأقال النادي مدربه اللبناني …», «وقال رئيسها التنفيذي، …».
    pub(super) fn owner_before(&self, role: &Mention) -> Option<Filler> {
        let text = self.text;
        let token = role.tokens.start;
        let word = text.word(token);
        let stem = grammar::strip_pronoun(word);
        let source = text.document().source(token);
        if stem.len() == word.len() || !(source.ends_with('ه') || source.ends_with("ها")) {
            return None;
        }
        let gender = if source.ends_with("ها") { Gender::Feminine } else { Gender::Masculine };
        let line = text.document().line_of(token);
        let owner = |governed: bool| {
            self.before.iter().rev().take(12).find(|phrase| {
                let begins = phrase.tokens.start;
                let governs = |before: usize| {
                    text.is(before, grammar::PREPOSITIONS) || text.word(before).starts_with('ب') || text.is(before, nouns::OUTLETS)
                };
                phrase.kind == PhraseKind::Organisation
                    && text.document().line_of(begins) + 2 >= line
                    && phrase.agreement.gender.is_none_or(|of| of == gender)
                    && (governed || !phrase.clitics.preposition() && !begins.checked_sub(1).is_some_and(governs))
            })
        };
        owner(false).or_else(|| owner(true)).map(|phrase| phrase.filler)
    }

    /// The name of a person that begins at a token without clitics.
    pub(super) fn name_at(&self, token: usize) -> Option<&Mention> {
        self.mention(token).filter(|mention| {
            mention.kind == MentionType::Person && self.text.continues(token) && self.clitics(token, mention.span.start).is_empty()
        })
    }

    /// Behind a nationality before a name, used as a noun: «، العراقي باسل الربيعي».
    pub(super) fn after_nationality(&self, token: usize) -> usize {
        let group = self.mention(token).filter(|mention| mention.kind == MentionType::Group && self.text.continues(token));
        group.filter(|mention| self.name_at(mention.tokens.end).is_some()).map_or(token, |mention| mention.tokens.end)
    }

    /// The name between two commas, where a list knows its first word alone: «، عزمي القضاة،».
    pub(super) fn to_the_comma(&self, mention: &Mention) -> Mention {
        let text = self.text;
        let mut mention = mention.clone();
        let next = mention.tokens.end;
        let unknown = mention.tokens.len() == 1
            && text.continues(next)
            && text.is_comma(next + 1)
            && grammar::is_definite(text.word(next))
            && text.clauses.mention(next).is_none()
            && text.clauses.date(next).is_none()
            && !text.is(next, nouns::TITLE_ADJECTIVES);
        if unknown {
            mention.tokens.end = next + 1;
            mention.span.end = text.span(next..next + 1).end;
        }
        mention
    }

    /// Whether «لسكاي نيوز عربية» behind a title says to whom one spoke: a medium, where the title is already of something.
    pub(super) fn is_addressed(&self, token: usize, mention: &Mention, of: bool) -> bool {
        mention.kind == MentionType::Organisation && of && carries_speech(self.text, token, mention.span)
    }

    pub(super) fn after_honorifics(&self, token: usize) -> usize {
        let mut at = token;
        while at < token + 3 && self.text.is(at, nouns::HONORIFICS) {
            at += 1;
            if matches!(self.text.document().mark(at), Some('.' | '/')) {
                at += 1;
            }
        }
        at
    }
}
