//! Facts that no verb states: what somebody or something is, where it lies, who belongs to it, since when it exists.
//!
//! | frame | example |
//! |---|---|
//! | headquarters | المنظمة، ومقرها موسكو |
//! | capital | العاصمة الروسية موسكو; عاصمة كازاخستان نور سلطان |
//! | superlative | ألماتي، أكبر مدن الجمهورية |
//! | place | مدينة ألماتي في جنوب البلاد; الدولة الواقعة بوسط آسيا |
//! | type | منطقة مانغيستاو، وهي منطقة منتجة للنفط |
//! | members | تضم المنظمة أرمينيا وبيلاروسيا; تشمل القوات وحدات من … و… |
//! | dated | المعاهدة المؤرخة 17 مايو 1992; تأسست … عام 1945 |
//! | backed by | الرئيس …، المدعوم من … |

use super::clause::noun::{Group, Noun};
use super::clause::words::Preposition;
use super::clause::{self, Form};
use super::frames::slots;
use super::spelling::Words;
use super::{Text, grammar};
use crate::fact::phrase::{Filler, Phrase, PhraseKind};
use crate::fact::{Argument, Fact};
use crate::lexicon::Class;
use crate::mention::MentionType;
use crate::text::span::Span;
use std::ops::Range;

/// Where somebody's seat is told.
const HEADQUARTERS: Words = words!["مقره", "مقرها", "مقرهما"];

/// The capital.
const CAPITALS: Words = words!["عاصمه", "العاصمه", "بالعاصمه", "للعاصمه"];

/// Participles of where something lies.
const LYING: Words = words!["الواقعه", "الواقع", "الكاينه", "الكاين"];

/// Pronouns that stand for what is said to be something.
const PRONOUNS: Words = words!["هي", "هو"];

/// Participles before a date.
const DATED: Words = words!["المورخه", "الموقعه", "المبرمه", "المورخ"];

/// Participles before who backs.
const BACKED: Words = words!["المدعوم", "المدعومه", "المدعومين", "المدعومون"];

/// Superlatives, in folded spelling.
const SUPERLATIVES: Words = words![
    "اكبر", "كبري", "اول", "اولي", "اقدم", "اشهر", "اهم", "اعلي", "اطول", "اصغر", "اغني", "افقر", "اضخم", "ابرز", "اقوي", "افضل", "اعرق",
    "احدث", "اسرع", "اكثر", "اقل", "اغلي", "اعمق", "ثاني", "ثالث", "رابع", "خامس",
];

/// Nouns that stand before the name of a place.
const BEFORE_NAMES: Words = words![
    "مدينه",
    "بلده",
    "قريه",
    "منطقه",
    "محافظه",
    "ولايه",
    "حي",
    "ضاحيه",
    "ناحيه",
    "قضاء",
    "مطار",
    "ميناء",
    "جزيره",
    "مخيم",
    "اقليم",
    "مقاطعه",
    "مدينتي",
    "بلدتي",
    "قريتي",
    "معبر",
    "قاعده",
    "سد",
    "جبل",
];

/// Indefinite nouns that say what a place or a body is.
const KINDS: Words = words![
    "مدينه",
    "بلده",
    "قريه",
    "جماعه",
    "دوله",
    "منطقه",
    "محافظه",
    "ولايه",
    "جزيره",
    "مقاطعه",
    "شركه",
    "منظمه",
    "هييه",
    "حزب",
    "جامعه",
    "مستعمره",
    "جمهوريه",
    "مملكه",
    "ميناء",
    "بلديه",
    "ضاحيه",
    "واحه",
];

/// Quarters of the compass, before the name of what they are a part of.
const QUARTERS: Words = words!["جنوب", "شمال", "شرق", "غرب", "وسط", "جنوبي", "شمالي", "شرقي", "غربي", "اقصي"];

/// States the facts of a text that no verb states, and those whose members are listed.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let count = text.document().tokens().len();
    for token in 0..count {
        if !text.is_word(token) || !text.is_told(token) {
            continue;
        }
        let reader = Reader { text, token };
        let (word, spelled) = (text.word(token), text.spelled(token));
        let and = word.strip_prefix('و').is_some_and(|rest| rest.chars().count() > 2);
        let plain = if and { spelled.without_first() } else { spelled };
        let fact = if HEADQUARTERS.has(plain) {
            reader.headquarters()
        } else if CAPITALS.has(plain) {
            reader.capital()
        } else if LYING.has(plain) {
            reader.lying_in()
        } else if PRONOUNS.has(plain) {
            reader.type_of()
        } else if KINDS.has(spelled) {
            reader.nominal_type()
        } else if DATED.has(plain) {
            reader.dated()
        } else if BACKED.has(plain) {
            reader.backed()
        } else if SUPERLATIVES.has(plain) {
            reader.superlative()
        } else if text.cues(token).next().is_some() {
            reader.listed()
        } else {
            None
        };
        facts.extend(fact);
        facts.extend(reader.named_place());
        if text.is(token, words!["طلب"]) {
            let action = reader.asked_for(facts);
            facts.extend(action);
        }
    }
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    token: usize,
}

fn words(span: Span) -> Filler {
    Filler { span, entity: None }
}

fn fact(kind: &'static str, subtype: &'static str, evidence: Span, arguments: Vec<Argument>, rule: &'static str) -> Fact {
    Fact { subtype: (!subtype.is_empty()).then_some(subtype), ..Fact::new(kind, evidence, arguments, rule) }
}

impl Reader<'_, '_> {
    /// What ends right before a token, a comma between or not: a name or a noun with the article.
    fn antecedent(&self, end: usize) -> Option<(Filler, Span)> {
        let text = self.text;
        let end = if end > 0 && text.is_comma(end - 1) { end - 1 } else { end };
        if !text.reading.scene.continues(end) {
            return None;
        }
        if let Some(phrase) = text.phrases.ending_at(end).filter(|phrase| phrase.kind != PhraseKind::Nominal) {
            return Some((phrase.filler, phrase.span));
        }
        // «مدينة (ألماتي)»
        let noun = clause::noun_ending(text, end)?;
        (noun.definite && noun.tokens.end == end && noun.tokens.len() <= 6).then_some((noun.filler, noun.span))
    }

    fn attribute(&self, subtype: &'static str, entity: Filler, value: Filler, evidence: Span, trigger: bool) -> Fact {
        let mut fact = fact("attribute", subtype, evidence, vec![entity.argument("entity"), value.argument("value")], "attribute");
        fact.trigger = trigger.then(|| self.text.span(self.token..self.token + 1));
        fact
    }

    /// The name of a place at a token, behind nouns that announce it: «العاصمة الروسية موسكو».
    fn place(&self, token: usize, stop: usize) -> Option<(Filler, usize)> {
        let text = self.text;
        if let Some(phrase) = text.phrases.at(token).filter(|phrase| phrase.kind == PhraseKind::Place) {
            return Some((phrase.filler, phrase.tokens.end));
        }
        let skip = text.prefixed(token).map_or(0, |(_, letters)| letters);
        let noun = text.noun(token, skip, stop).filter(|noun| slots::is_place(text, noun))?;
        let name = (noun.tokens.clone()).find_map(|at| text.phrases.at(at).filter(|phrase| phrase.kind == PhraseKind::Place));
        match name {
            Some(phrase) if text.is(noun.head, words!["العاصمه", "عاصمه", "مدينه", "بلده"]) => {
                Some((phrase.filler, noun.tokens.end))
            }
            _ => {
                // «العاصمة الروسية موسكو»: the name behind.
                let behind =
                    text.phrases.at(noun.tokens.end).filter(|phrase| phrase.kind == PhraseKind::Place && phrase.clitics.is_empty());
                match behind.filter(|_| text.is(noun.head, words!["العاصمه"])) {
                    Some(phrase) => Some((phrase.filler, phrase.tokens.end)),
                    None => Some((noun.filler, noun.tokens.end)),
                }
            }
        }
    }

    fn headquarters(&self) -> Option<Fact> {
        let text = self.text;
        let (entity, span) = self.antecedent(self.token)?;
        let mut at = self.token + 1;
        if text.is(at, words!["الرييسي", "الرييس", "العام"]) {
            at += 1;
        }
        if text.word(at) == "في" {
            at += 1;
        }
        let (value, end) = self.place(at, at + 8)?;
        Some(self.attribute("headquarters", entity, value, span.cover(text.span(self.token..end)), true))
    }

    fn capital(&self) -> Option<Fact> {
        let text = self.text;
        let next = self.token + 1;
        if !text.reading.scene.continues(next) {
            return None;
        }
        let definite = text.word(self.token).contains("ال") || text.word(self.token).starts_with("لل");
        if definite {
            let nation = text.clauses.mention(next).and_then(|index| text.reading.mentions.get(index));
            let nation = nation.filter(|mention| mention.kind == MentionType::Group && mention.tokens.start == next)?;
            let city = text.phrases.at(nation.tokens.end).filter(|phrase| phrase.kind == PhraseKind::Place && phrase.clitics.is_empty())?;
            let value = Filler { span: nation.span, entity: nation.entity };
            return Some(self.attribute("capital_of", city.filler, value, text.span(self.token..city.tokens.end), true));
        }
        let country = text.phrases.at(next).filter(|phrase| phrase.kind == PhraseKind::Place && phrase.clitics.is_empty())?;
        let city = text.phrases.at(country.tokens.end).filter(|phrase| phrase.kind == PhraseKind::Place && phrase.clitics.is_empty());
        if let Some(city) = city {
            return Some(self.attribute("capital_of", city.filler, country.filler, text.span(self.token..city.tokens.end), true));
        }
        // «نور سلطان، عاصمة كازاخستان»
        let (entity, span) = self.antecedent(self.token).filter(|_| text.is_comma(self.token - 1))?;
        text.phrases.ending_at(self.token - 1).filter(|phrase| phrase.kind == PhraseKind::Place)?;
        Some(self.attribute("capital_of", entity, country.filler, span.cover(text.span(self.token..country.tokens.end)), true))
    }

    /// «الدولة الواقعة بوسط آسيا», «المدينة الواقعة في …».
    fn lying_in(&self) -> Option<Fact> {
        let text = self.text;
        let (entity, span) = self.antecedent(self.token)?;
        let next = self.token + 1;
        let (at, skip) = match text.preposition(next) {
            Some((Preposition::In | Preposition::On, after)) => (after, 0),
            _ => (next, text.prefixed(next).filter(|(preposition, _)| *preposition == Preposition::By)?.1),
        };
        let place = text.noun(at, skip, at + 8).filter(|noun| slots::is_place(text, noun))?;
        Some(self.attribute("located_in", entity, place.filler, span.cover(text.span(self.token..place.tokens.end)), true))
    }

    /// «مدينة ألماتي في جنوب شرق البلاد», «مطار ألما آتا بكازاخستان».
    fn named_place(&self) -> Option<Fact> {
        let text = self.text;
        let (first, named) = match text.phrases.at(self.token) {
            Some(phrase) if phrase.kind == PhraseKind::Place => {
                let head = text.word(self.token).trim_start_matches(['و', 'ب', 'ل']);
                if !BEFORE_NAMES.contains(head) {
                    return None;
                }
                (phrase.span, Some((phrase.filler, phrase.tokens.end)))
            }
            Some(_) => return None,
            None => (Span::default(), None),
        };
        let (entity, end, start) = match named {
            Some((filler, end)) => (filler, end, first),
            None => {
                let (word, spelled) = (text.word(self.token), text.spelled(self.token));
                let clitic = word.starts_with(['ب', 'و', 'ل']) && BEFORE_NAMES.has(spelled.without_first());
                if !(clitic || BEFORE_NAMES.has(spelled)) || text.clauses.mention(self.token).is_some() {
                    return None;
                }
                let skip = usize::from(clitic);
                let group = text.group(self.token, skip, self.token + 10, false)?;
                let names = group.tokens.clone().any(|at| text.phrases.at(at).is_some_and(|phrase| phrase.kind == PhraseKind::Place));
                if !names {
                    return None;
                }
                let dual = word.ends_with("تي");
                let only = group.first()?;
                let end = if dual { group.tokens.end } else { only.tokens.end };
                let entity = if dual { words(text.span(group.tokens.clone())) } else { only.filler };
                (entity, end, text.span(self.token..end))
            }
        };
        let (at, skip) = match text.preposition(end) {
            Some((Preposition::In, after)) if text.is(end, words!["في"]) => (after, 0),
            _ => (end, text.prefixed(end).filter(|(preposition, _)| *preposition == Preposition::By)?.1),
        };
        if !text.reading.scene.continues(end) || !text.continues(at) {
            return None;
        }
        let place = text.noun(at, skip, at + 7)?;
        let quarter = QUARTERS.contains(text.word(place.head).trim_start_matches('ب'));
        let named = place.kind == Some(PhraseKind::Place)
            || place.tokens.clone().any(|at| text.phrases.at(at).is_some_and(|phrase| phrase.kind == PhraseKind::Place));
        let region = text.is(place.head, BEFORE_NAMES) && named;
        if !(quarter || region || place.kind == Some(PhraseKind::Place))
            || place.filler.entity.is_some() && place.filler.entity == entity.entity
        {
            return None;
        }
        Some(self.attribute("located_in", entity, place.filler, start.cover(text.span(end..place.tokens.end)), false))
    }

    /// «X، وهي منطقة …», «X، …، هي تحالف …».
    fn type_of(&self) -> Option<Fact> {
        let text = self.text;
        let comma = self.token.checked_sub(1).filter(|&before| text.is_comma(before))?;
        let and = text.word(self.token).starts_with('و');
        let (entity, span) = if and {
            let (entity, span) = self.antecedent(self.token)?;
            text.phrases.ending_at(comma).filter(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Organisation))?;
            (entity, span)
        } else {
            let first = text.phrases.at(text.clauses.start(self.token)).filter(|phrase| phrase.kind == PhraseKind::Organisation)?;
            (first.filler, first.span)
        };
        let next = self.token + 1;
        let value = text.noun(next, 0, next + 8)?;
        let indefinite = !grammar::is_definite(text.word(value.head)) && value.kind.is_none();
        if !indefinite || text.is(next, SUPERLATIVES) || !text.is_listed(next) {
            return None;
        }
        // «منطقة منتجة للنفط»: its complement is part of what it is.
        let mut end = value.tokens.end;
        if let Some((Preposition::For, letters)) = text.prefixed(end)
            && let Some(complement) = text.noun(end, letters, end + 4)
        {
            end = complement.tokens.end;
        }
        let whole = text.span(value.tokens.start..end);
        Some(self.attribute("type", entity, words(whole), span.cover(whole), true))
    }

    /// «تيط مليل، الواقعة في إقليم مديونة، جماعة حضرية», «إن كوريا دولة …»: a sentence without verb says what its subject is.
    fn nominal_type(&self) -> Option<Fact> {
        let text = self.text;
        let adjective = self.token + 1;
        let described = text.is_word(adjective)
            && text.continues(adjective)
            && text.document().source(adjective).ends_with(['ة', 'ي'])
            && !grammar::is_definite(text.word(adjective))
            && text.clauses.mention(adjective).is_none()
            && text.prefixed(adjective).is_none();
        let fence = self.token.checked_sub(1).filter(|&fence| text.is_comma(fence))?;
        if !described {
            return None;
        }
        // Between two commas what lies where, before them the name that opens the clause.
        let start = text.clauses.start(self.token);
        let opening = (start.max(fence.saturating_sub(12))..fence).rev().find(|&comma| text.is_comma(comma))?;
        let apposed = text.is(opening + 1, words!["الواقعه", "الواقع", "الكاينه", "الكاين", "التابعه", "التابع"]);
        let name = text.phrases.ending_at(opening).filter(|name| matches!(name.kind, PhraseKind::Place | PhraseKind::Organisation))?;
        let opens =
            name.tokens.start == start || name.tokens.start.checked_sub(1).is_some_and(|before| text.is(before, grammar::COMPLEMENTISERS));
        if !apposed || !opens {
            return None;
        }
        let value = text.span(self.token..adjective + 1);
        Some(self.attribute("type", name.filler, words(value), name.span.cover(value), false))
    }

    fn superlative(&self) -> Option<Fact> {
        let text = self.text;
        let word = text.word(self.token);
        let next = self.token + 1;
        if text.clauses.date(self.token).is_some() || text.is(next, words!["من"]) || !text.starts_noun(next, 0) || !text.continues(next) {
            return None;
        }
        let and = word.starts_with('و');
        let (entity, span) = if and {
            // «أكبر مدينة وأول عاصمة للبلاد»
            let noun = self.token.checked_sub(1)?;
            let first = noun.checked_sub(1).filter(|&first| text.is(first, SUPERLATIVES))?;
            Self { text, token: first }.antecedent(first)?
        } else {
            self.antecedent(self.token)?
        };
        let comma = text.is_comma(self.token.saturating_sub(1));
        let named = text.phrases.ending_at(if comma { self.token - 1 } else { self.token });
        let name =
            and || named.is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Organisation | PhraseKind::Person));
        let place = named.is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        // «وفي الدقم، أكبر موانئ …»: behind في one word that no list knows, told to be a place.
        let where_it_is = comma
            && named.is_none()
            && text.is_word(self.token.saturating_sub(2))
            && text.is(self.token.saturating_sub(3), words!["في", "وفي"])
            && text.noun(next, 0, next + 8).is_some_and(|noun| slots::is_place(text, &noun));
        let name = name || where_it_is;
        if !name || !(comma || and || place && matches!(word, "كبري" | "اكبر")) || self.introduces_number(next) {
            return None;
        }
        let noun = text.noun(next, 0, next + 8)?;
        if text.clauses.date(noun.tokens.start).is_some() {
            return None;
        }
        let start = self.text.document().source_position(self.token, if and { 2 } else { 0 });
        let value = Span::new(if and { start } else { text.span(self.token..next).start }, text.span(self.token..noun.tokens.end).end);
        Some(self.attribute("superlative", entity, words(value), span.cover(value), true))
    }

    fn introduces_number(&self, token: usize) -> bool {
        self.text.is_number(token) || self.text.clauses.date(token).is_some()
    }

    /// «المعاهدة المؤرخة 17 مايو 1992».
    fn dated(&self) -> Option<Fact> {
        let text = self.text;
        let (org, span) = self.law_before(self.token)?;
        let at = if text.word(self.token + 1) == "في" { self.token + 2 } else { self.token + 1 };
        let index = text.clauses.date(at)?;
        let date = text.reading.dates.get(index)?;
        let arguments = vec![org.argument("org"), words(date.span).argument("date")];
        let mut fact = fact("founding", "instrument_dated", span.cover(date.span), arguments, "founding-dated");
        fact.trigger = Some(text.span(self.token..self.token + 1));
        fact.date = Some(index);
        Some(fact)
    }

    fn law_before(&self, end: usize) -> Option<(Filler, Span)> {
        let text = self.text;
        let last = end.checked_sub(1)?;
        if let Some(mention) = text.clauses.mention(last).and_then(|index| text.reading.mentions.get(index))
            && mention.tokens.end == end
        {
            return Some((Filler { span: mention.span, entity: mention.entity }, mention.span));
        }
        let noun = clause::noun_ending(text, end).filter(|noun| text.is_noun_of(noun.head, "contract|decree"))?;
        Some((noun.filler, noun.span))
    }

    /// «الرئيس …، المدعوم من روسيا».
    fn backed(&self) -> Option<Fact> {
        let text = self.text;
        let (target, span) = self.antecedent(self.token)?;
        let next = self.token + 1;
        let (at, skip) = match text.preposition(next) {
            Some((Preposition::From | Preposition::Agent, after)) => (after, 0),
            _ => return None,
        };
        let holder = text.group(at, skip, at + 10, false)?;
        let mut arguments: Vec<Argument> =
            holder.items.iter().filter(|noun| slots::is_actor(text, noun)).map(|noun| noun.filler.argument("holder")).collect();
        arguments.push(target.argument("target"));
        let mut fact = fact("stance", "support", span.cover(text.span(self.token..holder.tokens.end)), arguments, "stance-backed");
        fact.trigger = Some(text.span(self.token..next));
        Some(fact)
    }

    /// «بناء على طلب الرئيس»: what was done before was asked for.
    fn asked_for(&self, facts: &[Fact]) -> Option<Fact> {
        let text = self.text;
        let on = self.token.checked_sub(2).filter(|&on| text.is(on, words!["بناء"]) && text.word(on + 1) == "علي")?;
        let requester = text.noun(self.token + 1, 0, self.token + 8).filter(|noun| slots::is_actor(text, noun))?;
        if text.word(requester.tokens.end) == "من" {
            return None; // «طلب X من Y …» is told by its own row
        }
        let at = text.span(on..on + 1).start;
        let start = text.span(text.clauses.start(on)..on).start;
        let before = facts.iter().filter(|fact| {
            fact.kind != "statement" && fact.evidence.start >= start && fact.evidence.end <= at && fact.evidence.end + 8 > at
        });
        let done = before.max_by_key(|fact| fact.evidence.end)?;
        let action = Span::new(done.trigger?.start, done.evidence.end);
        let arguments = vec![requester.filler.argument("requester"), words(action).argument("action")];
        let mut fact = fact("request", "", action.cover(text.span(self.token..requester.tokens.end)), arguments, "request-on-demand");
        fact.trigger = Some(text.span(self.token..self.token + 1));
        Some(fact)
    }

    /// «تضم المنظمة أرمينيا وبيلاروسيا», «تشمل القوات وحدات من … لروسيا وأرمينيا», «تأسست الشركة عام 1990».
    fn listed(&self) -> Option<Fact> {
        let text = self.text;
        let found =
            text.cues(self.token).any(|row| row.cue().is_some_and(|names| matches!(names, "comprise" | "consist" | "found" | "emerge")));
        if !found {
            return None;
        }
        let cue =
            clause::cues(text, self.token).into_iter().find(|cue| matches!(cue.names, "comprise" | "consist" | "found" | "emerge"))?;
        let clause = clause::read(text, &cue);
        if matches!(cue.names, "found" | "emerge") {
            return self.founding(&cue, &clause);
        }
        if cue.form != Form::Verb {
            return None;
        }
        // «منظمة …، ومقرها …، هي تحالف …، وتشمل …»: without a subject the first name of the sentence.
        let subject = clause.subject.as_ref().and_then(Group::first);
        let (org, org_tokens): (Filler, Range<usize>) = match subject {
            Some(noun)
                if noun.kind.is_some()
                    || noun.definite && text.is_noun_of(noun.head, "force|police|authority|team|contract")
                    || self.is_body(noun) =>
            {
                (noun.filler, noun.tokens.clone())
            }
            Some(_) => return None,
            None => {
                let first = text.phrases.at(text.clauses.start(self.token)).filter(|phrase| phrase.kind == PhraseKind::Organisation)?;
                (first.filler, 0..0)
            }
        };
        let begin = clause
            .complements
            .first()
            .filter(|complement| complement.preposition == Preposition::Beside)
            .map_or(self.token, |complement| complement.token.min(self.token));
        // «وإضافة إلى روسيا، تضم …»
        let front = text.clauses.start(self.token);
        let beside = text.preposition(front).filter(|(preposition, _)| *preposition == Preposition::Beside);
        let first = beside.map_or(begin, |(_, next)| next);
        let stop = clause.end.max(self.token + 1);
        let member = |phrase: &&Phrase| {
            matches!(phrase.kind, PhraseKind::Place | PhraseKind::Organisation)
                && !org_tokens.contains(&phrase.tokens.start)
                && phrase.filler.entity != org.entity
        };
        let list: Vec<&Phrase> = (first..stop)
            .filter_map(|at| text.phrases.at(at))
            .filter(member)
            .filter(|phrase| phrase.tokens.start > self.token || beside.is_some() && phrase.tokens.end <= self.token)
            .collect();
        // «(إيطاليا إلى الأمام)»: names in brackets explain others.
        let bracketed =
            |phrase: &&Phrase| {
                phrase.tokens.start.checked_sub(1).is_some_and(|before| {
                    text.document().mark(before).is_some_and(|mark| mark == '(' || crate::text::chars::is_quote(mark))
                })
            };
        let mut seen: Vec<Option<usize>> = Vec::new();
        let mut list: Vec<&Phrase> = list.into_iter().filter(|phrase| !bracketed(phrase)).collect();
        list.retain(|phrase| {
            let new = phrase.filler.entity.is_none() || !seen.contains(&phrase.filler.entity);
            seen.push(phrase.filler.entity);
            new
        });
        if list.len() < 2 {
            return self.common_members(&cue, &clause, org);
        }
        let mut evidence = text.span(self.token..self.token + 1).cover(org.span);
        let mut arguments = vec![org.argument("org")];
        for phrase in list {
            evidence = evidence.cover(phrase.span);
            arguments.push(phrase.filler.argument("members"));
        }
        let mut fact = fact("membership", "", evidence, arguments, "membership");
        fact.trigger = Some(cue.span);
        Some(fact)
    }

    /// «تضم الجامعة العامة للنقل نقابات الحافلات والمترو والسكك الحديدية»: members by common nouns, of a named body.
    fn common_members(&self, cue: &clause::Cue, clause: &clause::Clause, org: Filler) -> Option<Fact> {
        let text = self.text;
        clause.subject.as_ref()?.first().filter(|noun| noun.kind == Some(PhraseKind::Organisation))?;
        let members = clause.objects.first().filter(|group| group.items.len() >= 2 && group.items.iter().all(|noun| noun.definite))?;
        let mut arguments = vec![org.argument("org")];
        arguments.extend(members.items.iter().map(|noun| noun.filler.argument("members")));
        let evidence = text.span(self.token..self.token + 1).cover(org.span).cover(text.span(members.tokens.clone()));
        let fact = fact("membership", "", evidence, arguments, "membership-common");
        Some(Fact { trigger: Some(cue.span), ..fact })
    }

    fn is_body(&self, noun: &Noun) -> bool {
        let text = self.text;
        noun.definite
            && (text.reading.scene.matches.at(noun.head).iter().any(|found| found.is(Class::OrganisationHead))
                || text.is_noun_of(noun.head, "authority")
                || text.is(
                    noun.head,
                    words![
                        "المنظمه",
                        "التحالف",
                        "الاتحاد",
                        "الحلف",
                        "المجموعه",
                        "القايمه",
                        "اللجنه",
                        "الوفد",
                        "التكتل",
                        "الرابطه",
                        "الايتلاف"
                    ],
                ))
    }

    fn founding(&self, cue: &clause::Cue, clause: &clause::Clause) -> Option<Fact> {
        let text = self.text;
        let index = clause.date?;
        let date = text.reading.dates.get(index)?;
        let name =
            |group: &Group| group.items.iter().find(|noun| noun.kind == Some(PhraseKind::Organisation) || self.is_body(noun)).cloned();
        let object = clause.objects.first().and_then(name);
        let org = match object.or_else(|| clause.subject.as_ref().and_then(name)) {
            Some(noun) => noun.filler,
            None if matches!(cue.form, Form::Verb | Form::Passive)
                && clause.subject.as_ref().and_then(Group::first).is_none_or(|noun| !noun.definite) =>
            {
                text.phrases.at(text.clauses.start(self.token)).filter(|phrase| phrase.kind == PhraseKind::Organisation)?.filler
            }
            None => return None,
        };
        let mut evidence = text.span(self.token..self.token + 1).cover(org.span).cover(date.span);
        let mut arguments = vec![org.argument("org"), words(date.span).argument("date")];
        let origin = clause.complements.iter().find(|complement| complement.preposition == Preposition::From && cue.names == "emerge");
        if let Some(origin) = origin {
            let end = slots::long_end(text, origin.group.tokens.end, usize::MAX);
            let span = text.span(origin.group.tokens.start..end);
            evidence = evidence.cover(span);
            arguments.push(words(span).argument("origin"));
        }
        let mut fact = fact("founding", "founded", evidence, arguments, "founding");
        fact.trigger = Some(cue.span);
        fact.date = Some(index);
        Some(fact)
    }
}
