//! Noun phrases without a name that can speak.

use super::*;

impl Reader<'_, '_> {
    /// A noun phrase from a token on: names joined, or a noun with what belongs to it. Returns the token after it.
    pub(super) fn noun_phrase(
        &self,
        from: usize,
        end: usize,
        verbal_noun_ends: bool,
        after_verb: bool,
    ) -> Option<(Vec<(Filler, Agreement)>, usize)> {
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
        if speaks { self.noun_from(from, end, verbal_noun_ends) } else { None }
    }

    /// A noun with what belongs to it, whatever the noun.
    pub(super) fn noun_from(&self, from: usize, end: usize, verbal_noun_ends: bool) -> Option<(Vec<(Filler, Agreement)>, usize)> {
        let text = self.text;
        let mut at = from;
        while at < end && at < from + LONGEST_NOMINAL {
            let word = text.word(at);
            // «عدد من المصادر»
            if word == "من" && at == from + 1 && text.is(from, nouns::QUANTIFIERS) {
                at += 1;
                continue;
            }
            // «بيان صادر عن الوزارة»
            if word == "عن" && at > from + 1 && text.is(at - 1, nouns::ISSUED) && text.continues(at + 1) {
                at = text.phrases.at(at + 1).map_or(at + 2, |phrase| phrase.tokens.end);
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
                || text.is(at, grammar::COMPLEMENTISERS)
                || text.is(at, grammar::PREPOSITIONS)
                || text.is(at, grammar::RELATIVES)
                || text.is(at, grammar::WITHIN)
                || matches!(word, "ايضا" | "قايلا" | "قايله" | "اليوم" | "امس" | "ذاته" | "نفسه" | "ذاتها" | "نفسها")
                || text.is(at, nouns::MANNERS)
                || matches!(word, "وصفهم" | "وصفه" | "وصفها" | "تحذيره" | "تحذيرها" | "تحذيرهم")
                || (at > from && matches!(word, "طلب" | "طلبت" | "رفض" | "رفضت" | "فضل" | "فضلت" | "اشترط" | "اشترطت"))
                || self.cue(at).is_some_and(|cue| matches!(cue.form, Form::Verb | Form::Masdar | Form::Participle))
                || (at > from && verbal_noun_ends && self.is_verbal_noun(at) && text.phrases.at(at).is_none());
            // «مصدر أمني وشاهد عيان»: another speaker.
            let another_noun = word
                .strip_prefix('و')
                .is_some_and(|noun| noun.chars().count() > 2 && nouns::SOURCES.contains(grammar::without_article(noun)));
            let another_name = text
                .phrases
                .at(at)
                .is_some_and(|phrase| phrase.clitics == Clitics::CONJUNCTION && phrase.title.is_none() && Text::acts(phrase));
            let another = at > from && (another_noun || another_name);
            if stops || another {
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
        let first = (Filler { entity, ..text.filler(from..at) }, Agreement { gender, number: None });
        Some(self.with_another(first, at, end, verbal_noun_ends))
    }

    /// A speaker without a name, with those joined to it by و.
    fn with_another(&self, first: (Filler, Agreement), at: usize, end: usize, verbal_noun_ends: bool) -> (Vec<(Filler, Agreement)>, usize) {
        let text = self.text;
        let word = text.word(at);
        let mut list = vec![first];
        if at >= end || !text.continues(at) {
            return (list, at);
        }
        if text.phrases.at(at).is_some_and(|phrase| phrase.clitics == Clitics::CONJUNCTION && phrase.title.is_none() && Text::acts(phrase))
        {
            let (others, after) = text.joined(at);
            list.extend(others.into_iter().map(|phrase| self.meant(phrase)));
            return (list, after);
        }
        let joined =
            word.strip_prefix('و').is_some_and(|noun| noun.chars().count() > 2 && nouns::SOURCES.contains(grammar::without_article(noun)));
        if joined && let Some((others, after)) = self.noun_from(at, end, verbal_noun_ends) {
            let behind_and = text.document().source_position(at, 'و'.len_utf8());
            for (index, (mut filler, agreement)) in others.into_iter().enumerate() {
                if index == 0 {
                    filler.span.start = behind_and.min(filler.span.end);
                }
                list.push((filler, agreement));
            }
            return (list, after);
        }
        (list, at)
    }

    /// Whether a word is a verbal noun as it is spelled: ة is no pronoun.
    pub(super) fn is_verbal_noun(&self, token: usize) -> bool {
        // «أحزاب» is a broken plural, «إعلان» a verbal noun.
        if self.text.document().source(token).starts_with('أ') && !self.text.is(token, nouns::ANNOUNCED) {
            return false;
        }
        // «إلغاء», «إلقاء»: no article.
        if self.text.document().source(token).starts_with("إل") && self.text.word(token).chars().count() > 4 {
            return true;
        }
        let pronoun = self.text.document().source(token).ends_with(['ه', 'ا', 'م']);
        grammar::is_verbal_noun(self.text.word(token), pronoun)
    }

    pub(super) fn after_honorifics(&self, token: usize) -> usize {
        let mut at = token;
        while at < token + 3
            && self.text.is_word(at)
            && self.text.clauses.mention(at).is_none()
            && (self.text.is(at, nouns::HONORIFICS) || self.text.reading.scene.is(at, Class::Honorific))
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
    pub(super) fn can_be_noun(&self, token: usize) -> bool {
        let text = self.text;
        let word = text.word(token);
        let bare = grammar::without_article(word);
        if text.is(token, grammar::WITHIN) || text.is(token, grammar::PREPOSITIONS) || word.chars().count() < 3 || self.cue(token).is_some()
        {
            return false;
        }
        let stem = grammar::strip_pronoun(bare);
        nouns::SOURCES.contains(bare)
            || nouns::SOURCES.contains(stem)
            || text.is(token, nouns::QUANTIFIERS)
            || (grammar::is_definite(word) && text.clauses.mention(token).is_none())
            || (word.chars().count() >= 5 && (word.ends_with("ون") || word.ends_with('و')))
            || matches!(word, "هذا" | "هذه" | "هولاء") && grammar::is_definite(text.word(token + 1))
    }

    /// Whether a word right after a verb of speech can be a name that no list knows.
    pub(super) fn can_be_unknown(&self, token: usize) -> bool {
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
            && !text.is(token, grammar::NEGATIONS)
            && !text.is(token, grammar::WITHIN)
            && !text.is(token, grammar::PREPOSITIONS)
            && !text.is(token, grammar::COMPLEMENTISERS)
            && !text.is(token, grammar::RELATIVES)
            && !text.is(token, grammar::CLAUSE_OPENERS)
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
            && !text.is(token, nouns::MANNERS)
            && !self.is_verbal_noun(token)
            && self.cue(token).is_none()
            && text.phrases.at(token).is_none_or(|phrase| !phrase.clitics.preposition())
    }
}
