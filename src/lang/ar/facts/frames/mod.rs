//! The frames of facts as rows: which cue, in which forms, with which noun phrases in which roles.
//!
//! A row names its cue (`cue=` or `set=` in `words/fact_cues.tsv`), the kind of fact and its slots. A slot says where its words
//! stand in the clause, which nouns may fill it and how far they reach. Voice and order are the clause reader's business: a row
//! asks for agent and patient. The first row of a kind whose required slots are filled states the fact.

mod casualties;
mod control;
mod cooperation;
mod decision;
mod deployment;
mod desks;
mod joined;
mod justice;
mod membership;
mod office;
mod request;
mod row;
pub mod slots;
mod sport;
mod stance;
mod unrest;

pub use row::{At, Extent, Frame, Slot, may, must};

use row::{action, noun, verb};

use super::clause::noun::{Group, Noun};
use super::clause::words::Preposition;
use super::clause::{self, Actor, Clause, Cue, Form};
use super::{Text, grammar};
use crate::fact::phrase::Filler;
use crate::fact::{Argument, Fact, Realis};
use crate::lang::Clitics;
use crate::mention::MentionType;
use crate::order;
use crate::text::span::Span;
use std::cell::OnceCell;
use std::collections::VecDeque;
use std::sync::OnceLock;

/// Every row, a family a file.
const FRAMES: &[&[Frame]] = &[
    unrest::ROWS,
    casualties::ROWS,
    deployment::ROWS,
    sport::ROWS,
    justice::ROWS,
    stance::ROWS,
    request::ROWS,
    decision::ROWS,
    cooperation::ROWS,
    membership::ROWS,
    desks::ROWS,
];

/// The rows that read a cue, in their order: looked up by its names, since most words that are cues have few rows of many.
fn frames_of(cue: &Cue) -> Vec<&'static Frame> {
    /// Rows with their places, by the first letters of their cue as a number, since numbers are compared at once.
    static BY_NAME: OnceLock<Vec<(u64, usize, &'static Frame)>> = OnceLock::new();
    let first_letters = |name: &str| name.bytes().take(8).fold(0, |number, letter| number << 8 | u64::from(letter));
    let by_name = BY_NAME.get_or_init(|| {
        let rows = FRAMES.iter().copied().flatten().enumerate();
        let mut by_name: Vec<_> = rows.map(|(place, frame)| (first_letters(frame.cue), place, frame)).collect();
        order::sort_by_key(&mut by_name, |&(letters, place, _)| (letters, place));
        by_name
    });
    let mut frames: Vec<(usize, &Frame)> = Vec::new();
    for name in cue.names.split('|') {
        let wanted = first_letters(name);
        let first = by_name.partition_point(|&(letters, _, _)| letters < wanted);
        let alike = by_name.iter().skip(first).take_while(|(letters, _, _)| *letters == wanted);
        frames.extend(alike.filter(|(_, _, frame)| frame.cue == name).map(|&(_, place, frame)| (place, frame)));
    }
    order::sort_by_key(&mut frames, |(place, _)| *place);
    frames.dedup_by_key(|(place, _)| *place);
    frames.into_iter().map(|(_, frame)| frame).filter(|frame| frame.reads(cue.form)).collect()
}

/// Among how many statements before a cue the one that holds it is looked for.
const MOST_BEGUN: usize = 32;

/// What a statement says and who says it.
struct Told {
    content: Span,
    speakers: Vec<Filler>,
}

/// States the facts of all rows.
pub fn read(text: &Text<'_>, facts: &mut Vec<Fact>) {
    let mut told: Vec<Told> = Vec::new();
    for fact in facts.iter() {
        let Some(content) = fact.arguments.iter().find(|argument| argument.role == "content") else { continue };
        let speakers = fact.arguments.iter().filter(|argument| argument.role == "speaker");
        told.push(Told {
            content: content.span,
            speakers: speakers.map(|argument| Filler { span: argument.span, entity: argument.entity }).collect(),
        });
    }
    order::sort_by_key(&mut told, |told| (told.content.start, std::cmp::Reverse(told.content.end)));
    let mut last = joined::Last::default();
    let mut verbs: VecDeque<Cue> = VecDeque::new();
    for token in 0..text.document().tokens().len() {
        let cues = clause::cues(text, token);
        if cues.is_empty() {
            continue;
        }
        // What governs a cue of a later token stands among those before this one.
        while verbs.front().is_some_and(|cue| cue.tokens.start + control::REACH < token) {
            verbs.pop_front();
        }
        verbs.extend(cues.iter().filter(|cue| cue.form == Form::Verb).cloned());
        if !text.is_told(token) {
            continue;
        }
        let mut stated: Vec<&'static str> = Vec::new();
        for cue in cues {
            let mut clause: Option<Clause> = None;
            let at = cue.span.start;
            let told_before = |fact: &Fact| fact.kind == "casualties" && fact.evidence.start <= at && at < fact.evidence.end;
            if cue.form == Form::Noun && facts.iter().rev().take(6).any(told_before) {
                continue;
            }
            let thanks = Thanks::of(facts, &cue);
            let governor = OnceCell::new();
            for frame in frames_of(&cue) {
                // A court that convicts takes no stance.
                let decided = stated.contains(&"decision") && matches!(frame.kind, "stance" | "event")
                    || stated.contains(&"event") && frame.kind == "decision";
                if stated.contains(&frame.kind) || decided {
                    continue;
                }
                let clause = clause.get_or_insert_with(|| {
                    let mut read = clause::read(text, &cue);
                    last.complete(text, &cue, &mut read);
                    read
                });
                if let Some(fact) =
                    (Match { text, cue: &cue, clause, frame, told: &told, thanks: thanks.as_ref(), verbs: &verbs, governor: &governor })
                        .fact()
                {
                    stated.push(frame.kind);
                    let decider = fact.arguments.iter().find(|argument| argument.role == "decider").cloned();
                    facts.push(fact);
                    if frame.installs {
                        facts.extend(office::of(text, clause, decider.as_ref()));
                    }
                } else if frame.installs && !stated.contains(&"position") {
                    // «تم تعيين ليلى حمداني وزيرة للصحة»: by whom nobody says.
                    let office = office::of(text, clause, None);
                    stated.extend(office.as_ref().map(|office| office.kind));
                    facts.extend(office);
                }
            }
        }
        if stated.contains(&"casualties") {
            joined::share(text, facts);
        }
        if stated.contains(&"decision") && stated.contains(&"stance") {
            let mut here = facts.split_off(facts.len().saturating_sub(stated.len()));
            here.retain(|fact| fact.kind != "stance");
            facts.append(&mut here);
        }
    }
    complete_titles(facts);
}

/// Gives a decision that the title tells by a verbal noun the decider of the same one further on; one that stays without is dropped.
fn complete_titles(facts: &mut [Fact]) {
    let argument = |fact: &Fact, role: &str| fact.arguments.iter().find(|argument| argument.role == role).cloned();
    for index in 0..facts.len() {
        let Some(fact) = facts.get(index).filter(|fact| fact.kind == "decision" && argument(fact, "decider").is_none()) else { continue };
        let Some(object) = argument(fact, "object").and_then(|object| object.entity) else { continue };
        let same = |other: &&Fact| {
            other.kind == "decision"
                && other.rule == fact.rule
                && argument(other, "object").is_some_and(|other| other.entity == Some(object))
        };
        let decider = facts.iter().skip(index + 1).filter(same).find_map(|other| argument(other, "decider"));
        if let (Some(decider), Some(fact)) = (decider, facts.get_mut(index)) {
            fact.arguments.push(Argument { elided: true, ..decider });
        }
    }
}

/// A row held against a clause.
struct Match<'m, 'a> {
    text: &'m Text<'a>,
    cue: &'m Cue,
    clause: &'m Clause,
    frame: &'m Frame,
    told: &'m [Told],
    thanks: Option<&'m Thanks>,
    /// The verbs that stand so near before the cue that they can govern it, and those beside it.
    verbs: &'m VecDeque<Cue>,
    /// Who governs the cue, once a row has asked: the same for all rows.
    governor: &'m OnceCell<Option<control::Governor>>,
}

/// Thanks for what a verbal noun tells: who is thanked did it, and did it for the one who thanks («شكرها للكويت على إرسال فريق»).
struct Thanks {
    holder: Filler,
    thanked: Filler,
}

impl Thanks {
    fn of(facts: &[Fact], cue: &Cue) -> Option<Self> {
        if cue.form != Form::Masdar {
            return None;
        }
        let fact = facts.iter().rev().take(4).find(|fact| fact.kind == "stance" && fact.subtype == Some("thanks"))?;
        let filler = |role: &str| {
            let argument = fact.arguments.iter().find(|argument| argument.role == role)?;
            Some(Filler { span: argument.span, entity: argument.entity })
        };
        let target = filler("target").filter(|target| target.span.start <= cue.span.start && cue.span.end <= target.span.end);
        target.and(Some(Self { holder: filler("holder")?, thanked: filler("addressee")? }))
    }
}

/// What fills a slot.
enum Filled<'m> {
    Group(&'m Group, usize),
    Groups(Vec<(usize, &'m Group)>),
    Actors(Vec<Actor>),
    Words(Span),
}

impl<'m> Match<'m, '_> {
    fn fact(&self) -> Option<Fact> {
        let (text, clause, cue) = (self.text, self.clause, self.cue);
        let mut realis = clause.realis;
        if self.is_unreal(&mut realis) {
            return None;
        }
        let governor = self.governor();
        if let Some((_, governed)) = &governor {
            realis = (*governed)?;
        }
        if self.frame.unmarked_passive && clause.subject.is_none() && self.describes() {
            return None;
        }
        let (agent, patient, second) = self.parts();
        let mut taken: Vec<usize> = Vec::new();
        let mut from: Option<usize> = None;
        let mut filled: Vec<(&Slot, Filled<'m>)> = Vec::new();
        for slot in self.frame.slots {
            let found = match slot.at {
                At::Agent => self.agent(slot, agent, governor.as_ref().map(|(actors, _)| actors.as_slice())),
                At::Patient => patient.filter(|group| self.fits_group(group, slot)).map(|group| Filled::Group(group, group.tokens.start)),
                At::Second => second.filter(|group| self.fits_group(group, slot)).map(|group| Filled::Group(group, group.tokens.start)),
                At::Within(name) => self.within(name).map(Filled::Words),
                At::Genitive => filled.last().and_then(|(_, what)| match what {
                    Filled::Group(group, _) => self.genitive(group).map(Filled::Words),
                    _ => None,
                }),
                At::After(prepositions) if slot.extent == Extent::Each => {
                    let mut list: Vec<(usize, &Group)> = Vec::new();
                    for (index, complement) in clause.complements.iter().enumerate() {
                        let beside = complement.preposition == Preposition::Beside && !list.is_empty();
                        if (prepositions.contains(&complement.preposition) || beside)
                            && !taken.contains(&index)
                            && self.fits_group(&complement.group, slot)
                        {
                            // Behind the first, more of them only if joined to it: «في … وفي …».
                            if list.is_empty()
                                || beside
                                || complement.token < cue.tokens.start
                                || text.word(complement.token).starts_with('و')
                                || text.word(complement.token.saturating_sub(1)) == "و"
                            {
                                taken.push(index);
                                list.push((complement.token, &complement.group));
                            }
                        }
                    }
                    (!list.is_empty()).then_some(Filled::Groups(list))
                }
                At::After(prepositions) | At::Behind(prepositions) => {
                    let behind = matches!(slot.at, At::Behind(_));
                    let place = clause.complements.iter().enumerate().find(|(index, complement)| {
                        prepositions.contains(&complement.preposition)
                            && !taken.contains(index)
                            && !(behind && complement.token < cue.tokens.start)
                            && self.fits_group(&complement.group, slot)
                    });
                    place.map(|(index, complement)| {
                        taken.push(index);
                        Filled::Group(&complement.group, complement.token)
                    })
                }
                At::Cue => Some(Filled::Words(self.with_future())),
                At::Content => clause.content.and_then(|at| {
                    let end = slots::long_end(text, at, usize::MAX);
                    (end > at).then(|| Filled::Words(text.span(at..end)))
                }),
                At::Value => self.value(slot).map(Filled::Words),
                At::Duration => clause.duration.map(Filled::Words),
                At::Number => self.number_before().map(Filled::Words),
                At::Result => control::result(text, cue.tokens.start).and_then(|(cause, start)| {
                    from = Some(start);
                    cause.map(Filled::Words)
                }),
            };
            // Where the thanks come from it was sent to.
            let found = found.or_else(|| {
                let thanks = self.thanks.filter(|_| slot.required && slot.role == "destination")?;
                let place = thanks.holder.entity.and_then(|entity| text.reading.entities.get(entity));
                let is_place = place.is_some_and(|entity| entity.kind == MentionType::Location);
                is_place.then(|| Filled::Actors(vec![Actor { filler: thanks.holder, elided: true }]))
            });
            match found {
                Some(found) => filled.push((slot, found)),
                // A title tells what was decided and leaves to the text who did: «انتخاب فلانة رئيسة للبلدية».
                None if slot.role == "decider" && cue.form == Form::Masdar && text.is_headline(cue.tokens.start) => {}
                None if slot.required => return None,
                // Who acts is told and cannot do this: another sense of the verb («عقوبات تستهدف مسؤولين»).
                None if slot.at == At::Agent && cue.form == Form::Verb && agent.is_some() => return None,
                None => {}
            }
        }
        let mut fact = self.state(&filled, realis);
        if let Some(start) = from {
            // What led to it is told in the words before.
            fact.evidence = fact.evidence.cover(text.span(start..cue.tokens.end));
        }
        Some(fact)
    }

    /// The cue with the س of the future: «سيلاقي».
    fn with_future(&self) -> Span {
        let cue = self.cue;
        if !cue.clitics.any(Clitics::FUTURE) {
            return cue.span;
        }
        let and = if cue.clitics.any(Clitics::CONJUNCTION) { 'و'.len_utf8() } else { 0 };
        Span::new(self.text.document().source_position(cue.tokens.start, and).min(cue.span.start), cue.span.end)
    }

    /// Whether the clause tells no fact: behind «أن» of a wish, a demand or a condition.
    fn is_unreal(&self, realis: &mut Realis) -> bool {
        let text = self.text;
        let token = self.cue.tokens.start;
        let before = token.checked_sub(1).filter(|_| text.continues(token)).map_or("", |before| text.word(before));
        if self.cue.imperfect && matches!(before, "ان" | "بان" | "لان" | "كي" | "لكي" | "حتي" | "الا") && *realis == Realis::Actual
        {
            return true;
        }
        // «لتفريق», «لدعم»: a purpose is told by its own row.
        if self.cue.form == Form::Masdar
            && matches!(
                before,
                "اجل"
                    | "بهدف"
                    | "بغيه"
                    | "دون"
                    | "ضروره"
                    | "اهميه"
                    | "محاوله"
                    | "محاولات"
                    | "بمحاوله"
                    | "تهمه"
                    | "بتهمه"
                    | "خطه"
                    | "مخطط"
                    | "منع"
                    | "تجنب"
                    | "خشيه"
                    | "خطر"
                    | "احتمالات"
                    | "طلب"
                    | "مطلب"
                    | "فرصه"
                    | "لمنع"
                    | "لتجنب"
                    | "قرب"
                    | "فكره"
                    | "هدف"
                    | "مخاوف"
                    | "حال"
                    | "امكانيه"
                    | "امكان"
                    | "احتمال"
            )
        {
            return true;
        }
        if matches!(before, "اذا" | "لو" | "حال" | "حاله") {
            return true;
        }
        false
    }

    /// Agent, patient and second object as groups of the clause.
    fn parts(&self) -> (Option<&'m Group>, Option<&'m Group>, Option<&'m Group>) {
        let clause = self.clause;
        let object = |index: usize| clause.objects.get(index);
        let by = || {
            let agent = clause.complements.iter().find(|complement| complement.preposition == Preposition::Agent);
            agent.map(|complement| &complement.group)
        };
        match self.cue.form {
            Form::Passive => (by(), clause.subject.as_ref(), object(0)),
            Form::Participle => (None, object(0), object(1)),
            Form::Verb => {
                let wants = self.frame.slots.iter().any(|slot| slot.at == At::Patient && slot.required);
                let patient = self.frame.slots.iter().find(|slot| slot.at == At::Patient);
                let fits = clause.subject.as_ref().zip(patient).is_some_and(|(group, slot)| self.fits_group(group, slot));
                if self.frame.unmarked_passive && !self.describes() && wants && clause.objects.is_empty() && fits && !self.cue.pronoun {
                    (by(), clause.subject.as_ref(), None)
                } else if let Some(subject) =
                    clause.subject.as_ref().filter(|subject| subject.tokens.start > self.cue.tokens.start && self.is_object(subject))
                {
                    (None, Some(subject), object(0))
                } else if !self.frame.slots.iter().any(|slot| matches!(slot.at, At::Patient | At::Second)) {
                    // A verb that takes no object: the noun behind it is its subject, whatever gender it shows («تعادل الكرامة»).
                    let behind = || object(0).filter(|group| group.tokens.start == self.cue.tokens.end && !self.cue.pronoun);
                    (clause.subject.as_ref().or_else(behind), object(0), object(1))
                } else {
                    (clause.subject.as_ref(), object(0), object(1))
                }
            }
            Form::Noun if clause.subject.is_some() => (clause.subject.as_ref(), object(0), object(1)),
            // «الطلب الصيني»: with the article a verbal noun governs nothing.
            Form::Masdar if self.is_definite_masdar() => (by(), None, None),
            Form::Masdar | Form::Noun => {
                // What a verbal noun governs follows it without و.
                let adjacent = object(0)
                    .filter(|group| group.tokens.start == self.cue.tokens.end && self.text.conjoined(group.tokens.start).is_none());
                if self.frame.genitive_acts {
                    (adjacent, object(usize::from(adjacent.is_some())), object(2))
                } else if adjacent.is_some()
                    && !clause.done
                    && object(1).zip(adjacent).is_some_and(|(second, first)| {
                        let noun = second.first();
                        second.tokens.start == first.tokens.end
                            && self.text.conjoined(second.tokens.start).is_none()
                            && noun.is_some_and(|noun| noun.kind.is_some() || noun.definite || noun.number.is_some())
                    })
                    && adjacent.and_then(Group::first).is_some_and(|first| slots::is_actor(self.text, first))
                {
                    (adjacent, object(1), object(2))
                } else {
                    (
                        by(),
                        adjacent.or_else(|| object(0).filter(|group| self.text.short_quotation(group.tokens.start).is_some())),
                        object(1),
                    )
                }
            }
        }
    }

    /// Whether an imperfect stands right behind a noun, which is then its subject: «عقوبات تستهدف مسؤولين».
    fn describes(&self) -> bool {
        let token = self.cue.tokens.start;
        self.cue.imperfect
            && self.cue.form == Form::Verb
            && !self.cue.clitics.any(Clitics::CONJUNCTION)
            && token.checked_sub(1).is_some_and(|before| {
                self.text.continues(token) && self.text.clauses.mention(before).is_none() && self.text.starts_noun(before, 0)
            })
    }

    /// Whether a verbal noun has the article.
    fn is_definite_masdar(&self) -> bool {
        let cue = self.cue;
        self.text.document().text().get(cue.span.start..cue.span.end).is_some_and(|word| grammar::is_definite(&clause::words::folded(word)))
            && !self.text.is(cue.tokens.start, words!["القبض", "بالقبض"])
    }

    /// Whether what stands where a subject can stand is the object of a verb whose subject is left out: it cannot act.
    fn is_object(&self, subject: &Group) -> bool {
        let agent = self.frame.slots.iter().find(|slot| slot.at == At::Agent);
        let verbal = subject.first().is_some_and(|noun| slots::is_verbal(self.text, noun) && noun.kind.is_none());
        verbal
            && agent.is_some_and(|slot| slot.required && slot.of.contains("@actor") && !self.fits_group(subject, slot))
            && (!self.clause.elided.is_empty() || self.cue.first_person)
    }

    /// What a verbal noun behind ل or من أجل governs.
    fn within(&self, name: &str) -> Option<Span> {
        let complement = self.clause.complements.iter().find(|complement| {
            let head = complement.group.first().map_or(0, |noun| noun.head);
            self.text.cues(head).any(|row| row.cue().is_some_and(|names| names.split('|').any(|known| known == name)))
        })?;
        self.genitive(&complement.group)
    }

    /// The words behind the first noun of a group.
    fn genitive(&self, group: &Group) -> Option<Span> {
        let first = group.first()?;
        (first.head + 1 < first.tokens.end).then(|| self.text.span(first.head + 1..first.tokens.end))
    }

    fn agent(&self, slot: &Slot, group: Option<&'m Group>, governor: Option<&[Actor]>) -> Option<Filled<'m>> {
        if let Some(group) = group {
            return self.fits_group(group, slot).then_some(Filled::Group(group, group.tokens.start));
        }
        if let Some(actors) = governor.filter(|actors| !actors.is_empty()) {
            return Some(Filled::Actors(actors.to_vec()));
        }
        let verb = matches!(self.cue.form, Form::Verb | Form::Participle);
        if verb && !self.clause.elided.is_empty() && (slot.of.is_empty() || slot.of.contains('@')) {
            return Some(Filled::Actors(self.clause.elided.clone()));
        }
        // «… الاحتجاجات، بل امتدت إلى …»: the noun of the set that the sentence named before.
        if verb && self.clause.subject.is_none() && !slot.of.is_empty() && !slot.of.contains('@') {
            let token = self.cue.tokens.start;
            let start = self.text.clauses.start(token).max(token.saturating_sub(14));
            let named = (start..token).rev().find(|&at| self.text.is_noun_of(at, slot.of));
            return named.map(|at| Filled::Actors(vec![Actor { filler: self.text.filler(at..at + 1), elided: true }]));
        }
        let at = self.text.span(self.cue.tokens.clone()).start;
        let begun = self.told.partition_point(|told| told.content.start <= at);
        let told = self.told.get(..begun)?.iter().rev().take(MOST_BEGUN).find(|told| at < told.content.end)?;
        let announced = self.frame.announced && self.cue.form == Form::Masdar && (self.clause.done || told.content.start + 24 > at);
        // «ندعو»: the speakers; «أنه أمر»: the speaker as well.
        let before = self.cue.tokens.start.checked_sub(1).map_or("", |before| self.text.word(before));
        let his = verb
            && told.content.start + 40 > at
            && (matches!(before, "انه" | "انها" | "بانه" | "بانها" | "انهم" | "انهما")
                || self.text.clauses.opens(self.cue.tokens.start.saturating_sub(1)).is_some());
        (announced || self.cue.first_person || his)
            .then(|| Filled::Actors(told.speakers.iter().map(|filler| Actor { filler: *filler, elided: true }).collect()))
            .filter(|filled| matches!(filled, Filled::Actors(list) if !list.is_empty()))
    }

    /// Who governs a verbal noun, and how real he makes it; no realis where nothing is told.
    fn governor(&self) -> Option<control::Governor> {
        let governor = || self.governor.get_or_init(|| control::governor(self.text, self.cue.tokens.start, self.verbs)).clone();
        let thanked = || self.thanks.map(|thanks| (vec![Actor { filler: thanks.thanked, elided: false }], Some(Realis::Actual)));
        (self.cue.form == Form::Masdar).then(governor).flatten().or_else(thanked)
    }

    /// The number that ends right before the cue.
    fn number_before(&self) -> Option<Span> {
        let text = self.text;
        let token = self.cue.tokens.start;
        let start = text.clauses.start(token).max(token.saturating_sub(6));
        (start..token).find_map(|at| {
            let noun = text.noun(at, text.conjoined(at).filter(|_| !text.is_number(at)).unwrap_or(0), token + 1)?;
            (noun.head == token && noun.tokens.end == token + 1).then_some(noun.number).flatten()
        })
    }

    fn value(&self, slot: &Slot) -> Option<Span> {
        let text = self.text;
        let range = text.span(self.clause.first..self.clause.end.max(self.cue.tokens.end));
        let from = text.reading.mentions.partition_point(|mention| mention.span.start < range.start);
        let inside = || text.reading.mentions.iter().skip(from).take(24).take_while(|mention| mention.span.start < range.end);
        let kinds: &[MentionType] = match slot.of {
            "percent" => &[MentionType::Percent],
            "money" => &[MentionType::Money],
            _ => &[MentionType::Percent, MentionType::Money, MentionType::Quantity],
        };
        kinds.iter().find_map(|kind| inside().find(|mention| mention.kind == *kind)).map(|mention| mention.span)
    }

    fn fits_group(&self, group: &Group, slot: &Slot) -> bool {
        group.items.iter().any(|noun| slots::fits(self.text, noun, slot.of) && !(slot.bare && noun.number.is_some()))
    }

    fn state(&self, filled: &[(&Slot, Filled<'m>)], realis: Realis) -> Fact {
        let (text, clause, cue) = (self.text, self.clause, self.cue);
        let mut arguments: Vec<Argument> = Vec::new();
        let mut evidence = text.span(cue.tokens.start..cue.tokens.end);
        if clause.done
            || clause.subject.as_ref().is_some_and(|subject| subject.tokens.start < cue.tokens.start)
                && clause.first + 20 > cue.tokens.start
        {
            evidence = evidence.cover(text.span(clause.first..cue.tokens.end));
        }
        for (slot, what) in filled {
            match what {
                Filled::Words(span) => {
                    evidence = evidence.cover(*span);
                    arguments.push(Argument { role: slot.role, span: *span, entity: None, elided: false });
                }
                Filled::Groups(groups) => {
                    for (_, group) in groups {
                        evidence = evidence.cover(text.span(group.tokens.clone()));
                        for noun in group.items.iter().filter(|noun| slots::fits_joined(text, group, noun, slot.of)) {
                            slot.push(noun, &mut arguments);
                        }
                    }
                }
                Filled::Actors(_) if slot.role.is_empty() => {}
                Filled::Actors(actors) => {
                    // Named in the same sentence, they belong to the words that state it.
                    let start = text.span(text.clauses.start(cue.tokens.start)..cue.tokens.end).start;
                    let end = evidence.end;
                    for actor in actors.iter().filter(|actor| actor.filler.span.start >= start && actor.filler.span.start < end) {
                        evidence = evidence.cover(actor.filler.span);
                    }
                    arguments.extend(
                        actors
                            .iter()
                            .map(|actor| if actor.elided { actor.filler.elided(slot.role) } else { actor.filler.argument(slot.role) }),
                    );
                }
                Filled::Group(group, token) => {
                    let limit = filled.iter().filter_map(|(_, other)| match other {
                        Filled::Group(_, other) if *other > *token => Some(*other),
                        Filled::Groups(list) => list.iter().map(|(other, _)| *other).find(|other| *other > *token),
                        _ => None,
                    });
                    let limit = limit.min().unwrap_or(usize::MAX);
                    if group.tokens.start >= self.clause.first {
                        evidence = evidence.cover(text.span((*token).min(group.tokens.start)..group.tokens.end));
                    }
                    if slot.role.is_empty() {
                        continue;
                    }
                    match slot.extent {
                        Extent::Head => {
                            let head = group.first().map_or(group.tokens.start, |noun| noun.head);
                            arguments.push(text.filler(head..head + 1).argument(slot.role));
                        }
                        Extent::Noun | Extent::Each => {
                            let fitting = |noun: &&Noun| slots::fits_joined(text, group, noun, slot.of);
                            let all = slot.extent == Extent::Each;
                            let list = group.items.iter().filter(fitting).take(if all { usize::MAX } else { 1 });
                            let joined = !all && group.items.len() > 1 && group.items.iter().all(|noun| noun.kind.is_none());
                            if joined && let (Some(first), Some(last)) = (group.items.first(), group.items.last()) {
                                // «حقوق المواطنين والأمن»: nouns joined are one filler.
                                let span = Span::new(first.span.start, last.span.end.max(first.span.end));
                                arguments.push(Argument { role: slot.role, span, entity: None, elided: false });
                            } else {
                                for noun in list {
                                    slot.push(noun, &mut arguments);
                                }
                            }
                        }
                        Extent::Long | Extent::Full => {
                            let Some(first) = group.items.first() else { continue };
                            // «طلب ذلك»: a pronoun reaches no further.
                            let limit = if text.is(first.head, words!["ذلك", "ذالك"]) { group.tokens.end } else { limit };
                            // What a relative clause belongs to stands before it.
                            let before = group.tokens.start < cue.tokens.start;
                            let end = if before {
                                group.tokens.end
                            } else {
                                let end = slots::long_end(text, group.tokens.end, limit).max(group.tokens.end);
                                let relative = || (group.tokens.end..end).find(|&at| text.is(at, grammar::RELATIVES));
                                let cut = Some(slot.extent).filter(|extent| *extent == Extent::Full).and_then(|_| relative());
                                cut.map_or(end, |cut| if text.is_comma(cut - 1) { cut - 1 } else { cut }).max(group.tokens.end)
                            };
                            let span = Span::new(first.span.start, text.span(group.tokens.start..end).end);
                            let alone = end == group.tokens.end && group.items.len() == 1;
                            let filler = if alone { first.filler } else { Filler { span, entity: None } };
                            arguments.push(filler.argument(slot.role));
                            evidence = evidence.cover(span);
                        }
                    }
                }
            }
        }
        let subtype = match self.frame.subtype {
            "" => None,
            // The noun says which: a protest, a clash, an attack.
            "noun" => filled.iter().find_map(|(_, what)| match what {
                Filled::Group(group, _) => group.items.iter().find_map(|noun| text.set_of(noun.head, slots::SUBTYPES)),
                _ => None,
            }),
            known => Some(known),
        };
        let fact = Fact::new(self.frame.kind, evidence, arguments, self.frame.cue);
        Fact { subtype, trigger: Some(cue.span), date: clause.date, realis, ..fact }
    }
}
