//! Who talked with, telephoned, met or informed whom, and about what.
//!
//! | frame | example |
//! |---|---|
//! | talks with | بحث الوزير مع نظيره …; ناقش القرار مع …; بوتين وتوكاييف يبحثان … |
//! | meets | التقى الوزير السفير; استقبل الملك الرئيس |
//! | holds talks | أجرى الوزير محادثات مع …; عقد … اجتماعا مع …; تلقى … اتصالا من … |
//! | talks take place | جرت محادثة بين … و… |
//! | informs | أبلغ الوزير الرئيس ب…; أطلع … على … |
//!
//! The verbs and nouns, with what each takes, are in `words/communication_cues.tsv`. One verb states one fact however many
//! people it joins. A verb that joins nobody states nothing.

mod left_out;
mod passive;
mod stated;

use super::clause::words::folded;
use super::{Text, grammar, nouns};
use crate::fact::phrase::{Agreement, Filler, Number, Phrase, PhraseKind};
use crate::fact::{Argument, Fact, Realis};
use crate::lang::Clitics;
use crate::lexicon::Class;
use crate::lexicon::format::Entry;
use crate::text::span::Span;
use std::ops::Range;

/// How far from its verb a clause of talks is read, in tokens.
const REACH: usize = 72;
/// How many tokens back the subject of a verb without one may stand.
const LOOK_BACK: usize = 80;

/// States the communications of a text.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut last: Option<(Option<usize>, Filler)> = None;
    let mut met: Vec<Filler> = Vec::new();
    let mut token = 0;
    let count = text.document().tokens().len();
    while token < count {
        if let Some(fact) = passive::discussed(text, token, &met) {
            facts.push(fact);
            token += 1;
            continue;
        }
        let clause = verb_at(text, token).filter(|_| text.is_told(token)).and_then(|verb| Clause::read(text, verb, last));
        match clause.and_then(|clause| clause.fact().map(|fact| (clause.speech(), fact))) {
            Some((speech, fact)) => {
                last = fact
                    .arguments
                    .iter()
                    .find(|argument| argument.role == "participants")
                    .map(|argument| (speech, Filler { span: argument.span, entity: argument.entity }));
                let takes_part = fact.arguments.iter().filter(|argument| argument.role == "participants");
                met = takes_part.map(|argument| Filler { span: argument.span, entity: argument.entity }).collect();
                facts.push(fact);
                token += 1;
            }
            None => token += 1,
        }
    }
}

/// A verb of talks where it stands.
#[derive(Clone, Debug)]
struct Verb {
    token: usize,
    span: Span,
    entry: Entry<'static>,
    clitics: Clitics,
    agreement: Agreement,
    first_person: bool,
}

fn verb_at(text: &Text<'_>, token: usize) -> Option<Verb> {
    if !text.is_word(token) || text.clauses.mention(token).is_some() || text.clauses.date(token).is_some() {
        return None;
    }
    let (found, entry) = text.listed(token, Class::Communication)?;
    if !entry.has("verb") || found.clitics.0 & !Clitics::CONJUNCTION.with(Clitics::FUTURE).0 != 0 {
        return None;
    }
    let before = token.checked_sub(1).filter(|_| text.continues(token)).map_or("", |before| text.word(before));
    // After a preposition or تم it is a noun: «في بحث», «تم بحث».
    if matches!(before, "تم" | "يتم" | "فيها" | "فيه") || (grammar::PREPOSITIONS.contains(before) && !matches!(before, "بينما"))
    {
        return None;
    }
    let stem = folded(found.span().of(text.document().text()));
    let agreement = grammar::verb_agreement(&stem, &folded(entry.canonical()));
    let first_person = agreement == Agreement::default() && stem.starts_with('ن');
    Some(Verb { token, span: found.span(), entry, clitics: found.clitics, agreement, first_person })
}

/// One who takes part.
#[derive(Clone, Copy, Debug)]
struct Participant {
    filler: Filler,
    kind: PhraseKind,
    elided: bool,
    initiator: bool,
}

/// A clause of talks.
struct Clause<'t, 'a> {
    text: &'t Text<'a>,
    verb: Verb,
    first: usize,
    end: usize,
    subject: Vec<Participant>,
    partners: Vec<Participant>,
    arguments: Vec<Argument>,
    has_noun: bool,
    /// A partner told by a pronoun: «وبحث معه».
    pronoun: Option<Agreement>,
    date: Option<usize>,
}

impl<'t, 'a> Clause<'t, 'a> {
    fn read(text: &'t Text<'a>, verb: Verb, last: Option<(Option<usize>, Filler)>) -> Option<Self> {
        let mut clause = Self {
            text,
            first: verb.token,
            end: verb.token + 1,
            verb,
            subject: Vec::new(),
            partners: Vec::new(),
            arguments: Vec::new(),
            has_noun: false,
            pronoun: None,
            date: None,
        };
        if !clause.verb.clitics.any(Clitics::CONJUNCTION)
            && let Some(list) = text.leading(clause.verb.token, clause.verb.agreement)
        {
            clause.first = list.first().map_or(clause.first, |phrase| phrase.tokens.start);
            clause.subject = list.iter().map(|phrase| participant(phrase)).collect();
        }
        // «بوتين "تحدث مع …"»: the subject stands before the marks.
        if clause.subject.is_empty()
            && let Some(mark) = clause.verb.token.checked_sub(1).filter(|&mark| text.clauses.opens(mark).is_some())
            && let Some(phrase) = text.phrases.ending_at(mark).filter(|phrase| !phrase.clitics.preposition())
        {
            clause.first = phrase.tokens.start;
            clause.subject.push(participant(phrase));
        }
        clause.walk();
        if clause.subject.is_empty() && !clause.verb.first_person && !clause.verb.entry.has("happens") {
            clause.subject.extend(clause.left_out(last));
        }
        if let Some(form) = clause.pronoun.filter(|_| clause.partners.is_empty()) {
            clause.partners.extend(clause.named_before(form));
        }
        Some(clause)
    }

    fn speech(&self) -> Option<usize> {
        self.text.clauses.speech(self.verb.token)
    }

    fn walk(&mut self) {
        let text = self.text;
        let verb = self.verb.token;
        let stop = text.clauses.end(verb).min(verb + REACH);
        let light = self.verb.entry.has("light");
        let inform = self.verb.entry.has("inform");
        let object_partner = self.verb.entry.attribute("object") == Some("partner");
        let object_topic = self.verb.entry.attribute("object") == Some("topic");
        let with_subject = self.subject.is_empty() && !self.verb.first_person;
        let mut fenced = false;
        let mut at = verb + 1;
        while at < stop {
            if !text.clauses.same_level(at, verb) || text.clauses.opens(at).is_some() {
                return;
            }
            if let Some(mark) = text.document().mark(at) {
                match mark {
                    '(' => {
                        at = text.closing_bracket(at).map_or(at + 1, |close| close + 1);
                        continue;
                    }
                    '.' | '؟' | '!' | ':' | '…' | '–' | '—' => return,
                    _ => {
                        let joined = text.word(at + 1).starts_with('و') && text.phrases.at(at + 1).is_none() && text.is_verb(at + 1);
                        if self.clause_ends(at + 1) || joined {
                            return;
                        }
                        fenced = true;
                        at += 1;
                        continue;
                    }
                }
            }
            if let Some((date, after)) = text.date_at(at) {
                self.date = self.date.or(Some(date));
                at = after;
                continue;
            }
            let word = text.word(at);
            if at > verb + 1 && self.clause_ends(at) && !matches!(word, "بحث") {
                return;
            }
            // The way of talking: «هاتفيا», «عبر الفيديو».
            if let Some((found, entry)) = text.listed(at, Class::Communication) {
                if entry.has("adverb") {
                    self.argue("medium", text.span(found.tokens()));
                    at = found.end();
                    self.end = at;
                    continue;
                }
                if entry.has("about") {
                    at = self.topic(found.end(), stop);
                    continue;
                }
                // «لإحياء محادثات»: of another noun.
                let governed = at > verb + 1 && text.phrases.at(at - 1).is_none() && text.prefixed(at - 1).is_some();
                if entry.has("noun")
                    && found.clitics.0 & !Clitics::CONJUNCTION.0 == 0
                    && (light && !governed || text.is(at - 1, nouns::COUNTS))
                {
                    at = self.noun_of_talks(found.span().start, found.tokens(), stop);
                    continue;
                }
            }
            if matches!(word, "تم" | "جري") && (at + 1..at + 4).any(|place| text.is(place, words!["بحث", "مناقشه", "تناول", "استعراض"]))
            {
                let noun = (at + 1..at + 4).find(|&place| text.is(place, words!["بحث", "مناقشه", "تناول", "استعراض"])).unwrap_or(at);
                at = self.topic(noun + 1, stop);
                continue;
            }
            if self.pronoun.is_none() && self.partners.is_empty() {
                self.pronoun = self.partner_pronoun(word);
                if self.pronoun.is_some() {
                    at += 1;
                    self.end = self.end.max(at);
                    continue;
                }
            }
            // «القمة … تزامنا مع التوترات بين …»: of another noun.
            let of_another = self.has_noun
                && (self.end..at)
                    .any(|place| text.preposition(place).is_some() || text.prefixed(place).is_some() && text.clauses.date(place).is_none());
            if word == "بين" && (light || self.has_noun) && !of_another {
                at = self.partners(at + 1, stop);
                continue;
            }
            // «تزامنا مع …»: at the same time, and not together.
            if word == "مع" && text.is(at - 1, nouns::BESIDE_EVENTS) {
                at += 1;
                continue;
            }
            if self.takes_partner(word) {
                at = self.partners(at + 1, stop);
                continue;
            }
            if self.verb.entry.attribute("initiator") == Some(word) && self.has_noun {
                let before = self.partners.len();
                at = self.partners(at + 1, stop);
                for partner in self.partners.iter_mut().skip(before) {
                    partner.initiator = true;
                }
                continue;
            }
            if inform && matches!(word, "علي" | "عن") {
                at = self.topic(at + 1, stop);
                continue;
            }
            if inform
                && word.starts_with('ب')
                && !text.is(at, nouns::INFORM_ADVERBS)
                && !self.subject.is_empty()
                && text.phrases.at(at).is_none_or(|phrase| phrase.clitics.preposition())
                && word.chars().count() > 3
            {
                at = self.topic(at, stop);
                if let Some(topic) = self.arguments.iter_mut().find(|argument| argument.role == "topic")
                    && !grammar::COMPLEMENTISERS.contains(word)
                {
                    topic.span.start = text.document().source_position(at_first(text, topic.span), 'ب'.len_utf8()).min(topic.span.end);
                }
                continue;
            }
            if text.is(at, grammar::COMPLEMENTISERS) {
                if inform && !self.subject.is_empty() {
                    self.topic(at + 1, stop);
                }
                return;
            }
            if text.is(at, grammar::PREPOSITIONS) {
                at = self.adjunct(at, stop);
                continue;
            }
            if self.has_noun
                && text.phrases.at(at).is_none()
                && let Some((super::clause::words::Preposition::By, letters)) = text.prefixed(at)
                && let Some(end) = self.place(at, letters, stop)
            {
                at = end;
                continue;
            }
            if let Some(phrase) = text.phrases.at(at) {
                let calls = self.has_noun && self.partners.is_empty();
                if phrase.clitics.any(Clitics::BY) && (self.takes_partner("ب") || calls) && phrase.kind != PhraseKind::Place {
                    at = self.partners(at, stop);
                } else if phrase.clitics.preposition() {
                    if phrase.clitics.any(Clitics::TO)
                        && self.has_noun
                        && phrase.kind == PhraseKind::Organisation
                        && self.partners.is_empty()
                    {
                        self.partners.push(participant(phrase));
                        self.end = phrase.tokens.end;
                    }
                    at = phrase.tokens.end;
                } else if !self.partners.is_empty()
                    && phrase.clitics.any(Clitics::CONJUNCTION)
                    && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Title)
                {
                    at = self.partners(at, stop); // the list goes on behind a name that nobody knows
                } else if self.subject.is_empty() && with_subject && self.partners.is_empty() && !self.verb.entry.has("happens") {
                    at = self.take_subject(at);
                } else if object_partner && self.partners.is_empty() {
                    at = self.partners(at, stop);
                } else if object_topic && (!fenced || !self.partners.is_empty() && phrase.kind == PhraseKind::Place) {
                    at = self.topic(at, stop);
                } else {
                    at = phrase.tokens.end;
                }
                continue;
            }
            if text.is(at, nouns::COUNTS) {
                self.argue("count", text.span(at..at + 1));
                at += 1;
                continue;
            }
            if with_subject
                && self.subject.is_empty()
                && !self.verb.entry.has("happens")
                && at == verb + 1
                && text.is_word(at)
                && grammar::is_definite(word)
            {
                let end = self.noun_end(at, stop, true);
                let filler = text.filler(at..end);
                self.subject.push(Participant { filler, kind: PhraseKind::Nominal, elided: false, initiator: false });
                self.end = end;
                at = end;
                continue;
            }
            if object_topic
                && !text.is(at, words!["ايضا", "سويا", "معا"])
                && (grammar::is_definite(word)
                    || matches!(
                        word,
                        "ذلك"
                            | "سبل"
                            | "اخر"
                            | "ملف"
                            | "ملفات"
                            | "قضايا"
                            | "عددا"
                            | "عدد"
                            | "تطورات"
                            | "تعزيز"
                            | "مستقبل"
                            | "افاق"
                            | "مستجدات"
                    )
                    // «برنامج المرحلة المقبلة»: behind the partner a construct.
                    || !self.partners.is_empty() && text.starts_noun(at, 0) && grammar::is_definite(text.word(at + 1))
                    || grammar::is_verbal_noun(word, text.document().source(at).ends_with("ه")))
            {
                at = self.topic(at, stop);
                continue;
            }
            if object_partner
                && !inform
                && self.partners.is_empty()
                && text.is(at, nouns::PEOPLE)
                && self.subject.iter().any(|subject| subject.kind != PhraseKind::Nominal)
            {
                at = self.partners(at, stop);
                continue;
            }
            at += 1;
        }
    }

    fn takes_partner(&self, word: &str) -> bool {
        let listed = self.verb.entry.attribute("partner").is_some_and(|partner| partner.split('|').any(|known| known == word));
        listed || (word == "مع" && (self.has_noun || self.verb.entry.has("light")))
    }

    /// Whether a new clause begins at a token, behind a mark or not.
    fn clause_ends(&self, at: usize) -> bool {
        let text = self.text;
        let word = text.word(at);
        matches!(
            word,
            "حيث"
                | "اذ"
                | "كما"
                | "فيما"
                | "بينما"
                | "مما"
                | "وذلك"
                | "واتفقا"
                | "والذي"
                | "والتي"
                | "وقد"
                | "بعدما"
                | "عندما"
                | "لكن"
        ) || text.is(at, grammar::RELATIVES)
            || text.listed(at, Class::SpeechCue).is_some_and(|(_, entry)| {
                (entry.has("verb") && !entry.has("ambiguous")) || entry.has("participle") || entry.has("according") || entry.has("clause")
            })
            || (word.starts_with('و') && verb_at(text, at).is_some_and(|verb| verb.clitics.any(Clitics::CONJUNCTION)))
    }

    fn argue(&mut self, role: &'static str, span: Span) {
        if !self.arguments.iter().any(|argument| argument.role == role) && !span.is_empty() {
            self.arguments.push(Argument { role, span, entity: None, elided: false });
        }
    }

    fn take_subject(&mut self, at: usize) -> usize {
        let text = self.text;
        // «أبلغ الأخير الرئيس»: what follows without و is the object.
        let (list, after) = text.joined(at);
        self.subject.extend(list.into_iter().map(participant));
        self.end = self.end.max(after);
        after
    }

    /// Those one talks with: names joined, or people by a noun («قادة الدول الأعضاء في المنظمة»).
    fn partners(&mut self, from: usize, stop: usize) -> usize {
        let text = self.text;
        let mut at = from;
        if text.is(at, words!["كل", "كلا", "كلتا"]) {
            at += 1;
            if text.word(at) == "من" {
                at += 1;
            }
        }
        while at < from + 4
            && text.clauses.mention(at).is_none()
            && text.reading.scene.is(at, Class::Honorific)
            && text.phrases.at(at).is_none()
        {
            at += 1;
        }
        if text.phrases.at(at).is_some() {
            let (list, after) = text.joined(at);
            self.partners.extend(list.into_iter().map(participant));
            at = after;
        } else if at < stop && text.is_word(at) && text.clauses.date(at).is_none() {
            let end = self.noun_end(at, stop, false);
            if end > at {
                self.partners.push(Participant {
                    filler: text.filler(at..end),
                    kind: PhraseKind::Nominal,
                    elided: false,
                    initiator: false,
                });
            }
            at = end.max(at + 1);
        } else {
            return at + 1;
        }
        self.end = self.end.max(at);
        // «… وحلفائنا في المنظمة»
        let next = if text.is_comma(at) { at + 1 } else { at };
        if at < stop
            && let Some(noun) = text.word(next).strip_prefix('و')
            && text.continues(next)
            && (nouns::PEOPLE.contains(noun) || noun.ends_with("نا"))
            && text.phrases.at(next).is_none()
        {
            let start = text.document().source_position(next, 'و'.len_utf8());
            let end = self.noun_end(next, stop, false);
            let span = crate::fact::clause::span_from(text.document(), start, next..end);
            self.partners.push(Participant {
                filler: Filler { span, entity: None },
                kind: PhraseKind::Nominal,
                elided: false,
                initiator: false,
            });
            self.end = end;
            at = end;
        }
        at
    }

    /// Where a noun phrase without a name ends.
    fn noun_end(&self, from: usize, stop: usize, subject: bool) -> usize {
        let text = self.text;
        let mut at = from;
        while at < stop && at < from + 14 {
            let inside = text.is(at, words!["في", "من", "عن"])
                && !subject
                && at > from
                && text.phrases.at(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Organisation);
            let listed = text.listed(at, Class::Communication).is_some_and(|(found, entry)| {
                entry.has("about") || entry.has("adverb") || (subject && entry.has("noun") && found.clitics.is_empty())
            });
            if !text.is_word(at)
                || !text.clauses.same_level(at, from)
                || text.clauses.date(at).is_some()
                || listed
                || (text.is(at, grammar::PREPOSITIONS) && !inside)
                || text.is(at, grammar::COMPLEMENTISERS)
                || (at > from && self.clause_ends(at))
            {
                break;
            }
            at = match text.phrases.at(at) {
                Some(phrase) if phrase.clitics.any(Clitics::CONJUNCTION) && at > from => break,
                Some(phrase) => phrase.tokens.end,
                None => at + 1,
            };
        }
        at.max(from)
    }

    /// «محادثات هاتفية», with the number of them before it and who called behind it.
    fn noun_of_talks(&mut self, start: usize, tokens: Range<usize>, stop: usize) -> usize {
        let text = self.text;
        self.has_noun = true;
        if let Some(before) = tokens.start.checked_sub(1) {
            let count = if text.word(before) == "من" { before.checked_sub(1).unwrap_or(before) } else { before };
            if text.is(count, nouns::COUNTS) {
                self.argue("count", text.span(count..count + 1));
            }
        }
        let mut end = tokens.end;
        // «جلسة صلحية»: an adjective of relation as well.
        let relation = |at: usize| {
            let word = text.word(at);
            (word.ends_with("يه") || word.ends_with('ي'))
                && word.chars().count() > 4
                && !grammar::is_definite(word)
                && text.clauses.mention(at).is_none()
                && text.continues(at)
                && !text.is(at, grammar::PREPOSITIONS)
                && text.prefixed(at).is_none()
                && text.conjoined(at).is_none()
        };
        while end < stop && end < tokens.end + 2 && (text.is(end, nouns::QUALITIES) || relation(end)) {
            end += 1;
        }
        self.argue("medium", crate::fact::clause::span_from(text.document(), start, tokens.start..end));
        self.end = self.end.max(end);
        end
    }

    /// What the talks are about, from a token on to the end of the clause.
    fn topic(&mut self, from: usize, stop: usize) -> usize {
        let text = self.text;
        let mut at = from;
        let mut end = from;
        while at < stop {
            let word = text.word(at);
            if !text.clauses.same_level(at, self.verb.token)
                || text.clauses.opens(at).is_some()
                || text.document().mark(at).is_some()
                || text.clauses.date(at).is_some()
                || (at > from && (self.clause_ends(at) || word == "خلال"))
                || (at > from && self.partners.is_empty() && self.takes_partner(word))
                || (at > from && word == "مع" && self.partners.is_empty())
            {
                break;
            }
            // A date after في ends the topic before its preposition.
            if text.is(at, grammar::PREPOSITIONS) && text.clauses.date(at + 1).is_some() {
                break;
            }
            at += 1;
            end = at;
        }
        if end > from {
            self.argue("topic", text.span(from..end));
            self.end = self.end.max(end);
        }
        end.max(from)
    }

    /// «خلال اتصال هاتفي من …», «في باريس», «خلال عدة مكالمات».
    fn adjunct(&mut self, at: usize, stop: usize) -> usize {
        let text = self.text;
        let mut noun = at + 1;
        if noun >= stop || !text.continues(noun) {
            return at + 1;
        }
        if text.is(noun, nouns::COUNTS) {
            noun += 1;
        }
        if matches!(text.word(at), "خلال" | "في" | "عبر" | "اثناء" | "من")
            && (text.word(at) != "من" || self.has_count(at))
            && let Some((found, _)) =
                text.listed(noun, Class::Communication).filter(|(found, entry)| entry.has("noun") && found.clitics.is_empty())
        {
            let after = self.noun_of_talks(found.span().start, found.tokens(), stop);
            let mut next = after;
            while next < stop && next < after + 2 && text.is(next, words!["مماثل", "مماثله", "اخر", "مشترك", "ثنايي"])
            {
                next += 1;
            }
            if text.word(next) == "من"
                && let Some(phrase) = text.phrases.at(next + 1)
                && phrase.kind == PhraseKind::Person
            {
                self.arguments.push(phrase.filler.argument("initiator"));
                next = phrase.tokens.end;
            }
            self.end = self.end.max(next);
            return next;
        }
        if let Some(phrase) = text.phrases.at(at + 1) {
            if text.word(at) == "في" && phrase.kind == PhraseKind::Place && !self.arguments.iter().any(|argument| argument.role == "place")
            {
                self.arguments.push(phrase.filler.argument("place"));
                self.end = self.end.max(phrase.tokens.end);
            }
            return phrase.tokens.end;
        }
        if text.word(at) == "في"
            && let Some(end) = self.place(noun, 0, stop)
        {
            return end;
        }
        at + 1
    }

    /// Takes a noun of a place: «في سرايا طرابلس», «بمقر الوزارة».
    fn place(&mut self, token: usize, skip: usize, stop: usize) -> Option<usize> {
        let text = self.text;
        if text.clauses.date(token).is_some() || self.arguments.iter().any(|argument| argument.role == "place") {
            return None;
        }
        let noun = text.noun(token, skip, stop).filter(|noun| super::frames::slots::is_place(text, noun) && noun.definite)?;
        self.arguments.push(noun.filler.argument("place"));
        self.end = self.end.max(noun.tokens.end);
        Some(noun.tokens.end)
    }

    fn has_count(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.text.is(before, nouns::COUNTS))
    }
}

fn participant(phrase: &Phrase) -> Participant {
    Participant { filler: phrase.filler, kind: phrase.kind, elided: false, initiator: false }
}

/// The first token of a span.
fn at_first(text: &Text<'_>, span: Span) -> usize {
    text.document().token_at_or_after(span.start)
}
