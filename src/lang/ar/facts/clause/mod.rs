//! The shallow clause reader that every frame stands on: a verb, verbal noun or noun of a fact with its subject, objects,
//! prepositional complements and clause, however they are ordered and fenced.
//!
//! VSO, SVO, headline order, passive by form or by «تم», relative clauses («التي تشهدها البلاد») and verbal nouns give the same
//! [`Clause`]: frames ask for agent and patient and need not know how the writer put them.

mod cue;
mod lists;
pub mod memo;
pub mod noun;
pub mod rows;
pub mod words;

use super::spelling::{Spelling, Words};
pub use cue::{Cue, Form, cues};

use super::phrase::at_clause_start;
use super::{Text, grammar};
use crate::fact::Realis;
use crate::fact::phrase::{Agreement, Filler, Gender, Number, PhraseKind};
use crate::lang::Clitics;
use crate::lexicon::format::Entry;
use crate::order;
use crate::text::span::Span;
use noun::{Group, Noun};
use rows::Part;
use std::ops::Range;
use words::Preposition;

/// Prepositions with a pronoun that takes up what a relative clause belongs to: it is no subject.
const RESUMED: Words =
    words!["به", "بها", "بهم", "عليه", "عليها", "عليهم", "منه", "منها", "منهم", "عنه", "عنها", "اليه", "اليها", "معه", "معها"];

/// Words before a clause that is told with reserve.
const HEDGES: Words = words!["ربما", "يبدو", "يرجح", "يعتقد", "يحتمل", "احتمال", "امكانيه", "مزاعم", "يشتبه", "لعل", "المحتمل", "المفترض",];

/// How far from its verb a clause is read, in tokens.
const REACH: usize = 56;

/// A preposition and what it governs.
#[derive(Clone, Debug)]
pub struct Complement {
    /// What it introduces.
    pub preposition: Preposition,
    /// Where the preposition stands.
    pub token: usize,
    /// What it governs.
    pub group: Group,
}

/// Who acts.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The words and whom they mean.
    pub filler: Filler,
    /// Whether the clause itself leaves it out.
    pub elided: bool,
}

/// A clause.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its first token.
    pub first: usize,
    /// The token after what was read.
    pub end: usize,
    /// The subject of a verb.
    pub subject: Option<Group>,
    /// The subject that stands elsewhere.
    pub elided: Vec<Actor>,
    /// Bare noun phrases behind the subject, or behind a verbal noun.
    pub objects: Vec<Group>,
    /// Prepositional complements in order.
    pub complements: Vec<Complement>,
    /// The first token of a clause behind أن.
    pub content: Option<usize>,
    /// The first date.
    pub date: Option<usize>,
    /// «لمدة أسبوعين».
    pub duration: Option<Span>,
    /// How real it is told to be.
    pub realis: Realis,
    /// Whether «تم» makes a verbal noun a passive.
    pub done: bool,
}

/// The phrases that end right before a token and begin a clause: the subject of a verb behind it.
#[must_use]
pub fn group_before(text: &Text<'_>, end: usize) -> Option<Group> {
    let start = text.clauses.start(end.checked_sub(1)?);
    // «وكانت اللجنة ذاتها، قد قررت»: a comma that parts the subject from its verb.
    let mut end = end;
    let fenced = end > start + 2 && text.is_comma(end - 1) && text.is(start, words!["وكان", "وكانت", "كان", "كانت", "ان", "اما", "لكن"]);
    while end > start + 1
        && (fenced && text.is_comma(end - 1)
            || text.is(end - 1, words!["ذاتها", "ذاته", "نفسه", "نفسها", "ايضا", "انفسهم", "بدوره", "بدورها"]))
    {
        end -= 1;
    }
    let mut at = end;
    while at > start && at + 14 > end {
        at -= 1;
        // «أرباح "المرجان للاتصالات" تنمو»: marks around a name within the phrase.
        if let Some(quotation) = text.clauses.closes(at).and_then(|index| text.document().quotations().get(index)) {
            if quotation.tokens.len() > 4 || quotation.tokens.start <= start + 1 {
                return None;
            }
            at = quotation.tokens.start - 1;
            continue;
        }
        let marked = |at: usize| text.document().mark(at).is_some_and(crate::text::chars::is_quote) && text.clauses.opens(at).is_none();
        if marked(at) || at > start && marked(at - 1) {
            continue;
        }
        if !text.clauses.same_level(at, end) || text.ends_clause(at) {
            return None;
        }
        // «والدة هذا الطفل لقيت»: a demonstrative within the phrase.
        if at > start && text.is(at - 1, words!["هذا", "هذه", "ذلك", "تلك"]) && grammar::is_definite(text.word(at)) {
            continue;
        }
        let titled = text.is_headline(at) && text.conjoined(at) == Some(1) && text.phrases.at(at).is_none();
        if titled || at_clause_start(text, at) || text.is_verb(at) {
            let skip = text.conjoined(at).unwrap_or(0);
            let begin = if text.is_verb(at) && !titled && !at_clause_start(text, at) { return None } else { at };
            let group = text.group(begin, skip, end, false)?;
            return (group.tokens.end == end && text.prefixed(begin).is_none()).then_some(group);
        }
    }
    None
}

/// The phrase that ends right before a token, wherever it begins.
#[must_use]
pub fn noun_ending(text: &Text<'_>, end: usize) -> Option<Noun> {
    let start = text.clauses.start(end.checked_sub(1)?).max(end.saturating_sub(9));
    // The phrases that begin before the token, read once for both questions.
    let mut read: Vec<Noun> = Vec::new();
    let mut begin = start;
    let mut next = |read: &mut Vec<Noun>| {
        while begin < end {
            let at = begin;
            begin += 1;
            let skip = text.prefixed(at).map_or_else(|| text.conjoined(at).unwrap_or(0), |(_, letters)| letters);
            if let Some(noun) = text.noun(at, skip, end) {
                read.push(noun);
                return true;
            }
        }
        false
    };
    let mut find = |fits: &dyn Fn(&Noun) -> bool| {
        let mut place = 0;
        loop {
            if place == read.len() && !next(&mut read) {
                return None;
            }
            if let Some(noun) = read.get(place).filter(|noun| fits(noun)) {
                return Some(noun.clone());
            }
            place += 1;
        }
    };
    // «وقف العنف الذي يجتاح …»: the noun behind a verbal noun is meant.
    let whole = |noun: &Noun| noun.tokens.end == end && !governs(text, noun);
    let complemented = |noun: &Noun| {
        // «المظاهرات المناهضة للحكومة، التي …»: a complement between.
        let behind = || {
            let behind = text.prefixed(noun.tokens.end).map(|(_, letters)| (noun.tokens.end, letters));
            behind.or_else(|| text.preposition(noun.tokens.end).map(|(_, next)| (next, 0)))
        };
        let complement = |(at, letters)| text.noun(at, letters, end).is_some_and(|noun| noun.tokens.end == end);
        noun.tokens.end == end || noun.tokens.end < end && behind().is_some_and(complement)
    };
    // Behind a comma the head of the whole is meant: «احتجاجات على الأسعار، التي …».
    if text.is_comma(end) {
        find(&complemented).filter(|noun| !governs(text, noun)).or_else(|| find(&whole))
    } else {
        find(&whole).or_else(|| find(&complemented))
    }
}

/// Whether a phrase is a verbal noun with what it governs. With the article it governs nothing: «الهجوم الذي».
fn governs(text: &Text<'_>, noun: &Noun) -> bool {
    super::frames::slots::is_verbal(text, noun) && !grammar::is_definite(text.word(noun.head))
}

/// Reads the clause of a cue.
#[must_use]
pub fn read(text: &Text<'_>, cue: &Cue) -> Clause {
    let token = cue.tokens.start;
    let stop = text.clauses.end(token).min(token + REACH);
    let before = token.checked_sub(1).filter(|_| text.reading.scene.continues(token));
    let mut clause = Clause {
        first: token,
        end: cue.tokens.end,
        subject: None,
        elided: Vec::new(),
        objects: Vec::new(),
        complements: Vec::new(),
        content: None,
        date: None,
        duration: None,
        realis: realis(text, cue),
        done: cue.form == Form::Masdar
            && before.is_some_and(|before| text.is(before, words!["تم", "يتم", "تمت", "جري", "سيتم", "ستتم", "وتم"])),
    };
    if clause.done {
        clause.first = token - 1;
    }
    let verb = matches!(cue.form, Form::Verb | Form::Passive);
    let mut open = false;
    if verb {
        open = !cue.first_person && !is_of_pronoun(text, cue);
        clause.before(text, cue, &mut open);
    }
    if cue.form == Form::Noun && cue.names.contains("ready") {
        // «الاتحاد على استعداد ل», «الحكومة مستعدة ل»
        let on = before.filter(|&before| text.word(before) == "علي").unwrap_or(token);
        clause.subject = group_before(text, on);
        clause.first = clause.subject.as_ref().map_or(token, |subject| subject.tokens.start);
    }
    clause.walk(text, cue, stop, open);
    // A subject behind the verb may turn out to be its object: «تؤيد اعتماد …».
    if cue.form == Form::Participle {
        // «داعين»: not of one.
        let many = text.word(token).ends_with("ين");
        let subject = text.subject_before(token, cue.agreement).filter(|phrase| !many || phrase.agreement.number != Some(Number::One));
        clause.elided = subject.map(|phrase| Actor { filler: phrase.filler, elided: true }).into_iter().collect();
    }
    // A place in front tells less than one behind the verb.
    order::sort_by_key(&mut clause.complements, |complement| complement.token < token);
    if verb && clause.subject.as_ref().is_none_or(|subject| subject.tokens.start > token) {
        clause.elided = left_out(text, cue);
    }
    clause
}

/// Whether a pronoun on إنّ is the subject: «إنها ستعيد النظر». One in the masculine singular can stand for the whole clause
/// instead («إنه سيصل وفد»).
fn is_of_pronoun(text: &Text<'_>, cue: &Cue) -> bool {
    let token = cue.tokens.start;
    let before = (1..=2)
        .map_while(|back| token.checked_sub(back).filter(|&at| text.continues(at + 1)))
        .find(|&at| !text.is(at, words!["قد", "لم", "لن", "لا", "سوف", "كانت", "كانوا"]));
    before.is_some_and(|at| match text.word(at) {
        "انها" | "بانها" | "لانها" | "وانها" | "لكنها" | "ولكنها" => {
            cue.agreement.gender != Some(Gender::Masculine)
        }
        "انهم" | "بانهم" | "لانهم" | "وانهم" | "لكنهم" => cue.agreement.number == Some(Number::Many),
        "انهما" | "بانهما" => cue.agreement.number == Some(Number::Two),
        _ => false,
    })
}

/// How real the clause of a cue is told to be.
fn realis(text: &Text<'_>, cue: &Cue) -> Realis {
    let token = cue.tokens.start;
    let word = |back: usize| {
        let at = token.checked_sub(back).filter(|&at| text.reading.scene.continues(at + 1));
        at.map_or(Spelling::NONE, |at| text.spelled(at))
    };
    let (one, two) = (word(1), word(2));
    if cue.clitics.any(Clitics::FUTURE) || grammar::PLANS.has(one) || words!["ان"].has(one) && grammar::PLANS.has(two) {
        return Realis::Planned;
    }
    if grammar::NEGATIONS.has(one) || words!["عدم", "نفي", "نفت", "ينفي"].has(one) {
        return Realis::Negated;
    }
    let may = words!["قد", "وقد", "فقد"].has(one) && cue.imperfect;
    let seems = (cue.tokens.end..cue.tokens.end + 5).any(|at| text.is(at, words!["يبدو"]) && text.is(at - 1, words!["فيما", "ما"]));
    if may || HEDGES.has(one) || HEDGES.has(two) || seems || words!["اذا", "لو"].has(one) {
        return Realis::Hedged;
    }
    Realis::Actual
}

/// The subject of a verb that has none: that of the clause before it, or whose word it is.
fn left_out(text: &Text<'_>, cue: &Cue) -> Vec<Actor> {
    let token = cue.tokens.start;
    let form = Agreement { number: None, ..cue.agreement };
    let before = token.checked_sub(1).map_or("", |before| text.word(before));
    let introduced = cue.clitics.any(Clitics::CONJUNCTION)
        || at_clause_start(text, token)
        || grammar::CONNECTIVES.contains(before)
        || grammar::PLANS.contains(before)
        || matches!(before, "بعدما" | "ان" | "انه" | "انها" | "بانه" | "بانها");
    if !introduced {
        return Vec::new();
    }
    let actor = |phrase: &crate::fact::phrase::Phrase| Actor { filler: phrase.filler, elided: true };
    // «ومنعوا»: not of one.
    let many = cue.agreement.number.is_some_and(|number| number != Number::One);
    if let Some(phrase) = text.subject_before(token, form) {
        let one = many && phrase.agreement.number == Some(Number::One);
        return if one { Vec::new() } else { vec![actor(phrase)] };
    }
    // At the begin of a sentence: the person or institution that the sentence before tells of.
    let line = text.document().line_of(token);
    let near = text.phrases.before(token).take(10).find(|phrase| {
        matches!(phrase.kind, PhraseKind::Person | PhraseKind::Organisation | PhraseKind::Title)
            && (phrase.subject || phrase.kind == PhraseKind::Person)
            && text.clauses.same_level(phrase.tokens.start, token)
            && text.document().line_of(phrase.tokens.start) == line
            && form.agrees(phrase.agreement)
    });
    // «وفي هذا الصدد، يعتزم …»: behind a fronted adjunct as well.
    let start = text.clauses.start(token);
    let fronted = token > start && text.is_comma(token - 1) && text.preposition(start).is_some();
    let opens = cue.clitics.any(Clitics::CONJUNCTION) || start == token || fronted;
    near.filter(|_| opens && !cue.agreement.number.is_some_and(|number| number != Number::One)).map(actor).into_iter().collect()
}

impl Clause {
    /// What stands before the verb: its subject, the noun that a relative clause belongs to, a place or date in front.
    fn before(&mut self, text: &Text<'_>, cue: &Cue, open: &mut bool) {
        let token = cue.tokens.start;
        let start = text.clauses.start(token);
        let mut at = token;
        while at > start && token - at < 3 && text.is(at - 1, words!["قد", "كان", "كانت", "وقد", "ايضا", "سوف", "لم", "لن", "لا", "بالفعل"])
        {
            at -= 1;
        }
        if !cue.clitics.any(Clitics::CONJUNCTION) && at > start {
            if text.is(at - 1, grammar::RELATIVES) {
                let comma = at >= 2 && text.is_comma(at - 2);
                if let Some(noun) = noun_ending(text, if comma { at - 2 } else { at - 1 }) {
                    self.first = noun.tokens.start;
                    let group = Group { tokens: noun.tokens.clone(), items: vec![noun], fenced: false };
                    let resumed = cue.tokens.end;
                    if cue.pronoun {
                        self.objects.push(group);
                    } else if text.is(resumed, words!["فيه", "فيها", "فيهما", "خلاله", "خلالها"]) {
                        // «البلدة التي وقع فيها الانفجار»: the pronoun behind في is where, not who.
                        self.complements.push(Complement { preposition: Preposition::In, token: resumed, group });
                    } else if !text.is(resumed, RESUMED) {
                        self.subject = Some(group);
                        *open = false;
                    }
                }
                return;
            }
            let led = text.leading(token, cue.agreement).and_then(|list| {
                let first = list.first()?.tokens.start;
                let items: Vec<Noun> = list.iter().map(|phrase| named(phrase)).collect();
                Some(Group { tokens: first..items.last()?.tokens.end, items, fenced: false })
            });
            // «وحدات روسية "بدأت …"»: the subject before the marks.
            let at = at.checked_sub(1).filter(|&before| text.clauses.opens(before).is_some()).unwrap_or(at);
            // «قررت أن تنسحب»: no phrase ends in أن, unless a name does («آن»).
            let that =
                at.checked_sub(1).is_some_and(|last| text.is(last, grammar::COMPLEMENTISERS) && text.clauses.mention(last).is_none());
            let group = led.or_else(|| {
                Some(at).filter(|_| !that).and_then(|at| group_before(text, at)).filter(|group| agrees(text, cue, group, false))
            });
            // «قصف استهدف المقر»: a clause that describes an indefinite noun.
            let described = || {
                if that {
                    return None;
                }
                let quoted = |before: &usize| text.document().mark(*before).is_some_and(crate::text::chars::is_quote);
                let end = at.checked_sub(1).filter(quoted).unwrap_or(at);
                let noun = noun_ending(text, end).filter(|noun| {
                    !noun.definite
                        && noun.kind.is_none()
                        && noun.tokens.end == end
                        && !text.is(noun.head, words!["ذلك", "هذا", "هذه", "تلك"])
                })?;
                let group = Group { tokens: noun.tokens.clone(), items: vec![noun], fenced: false };
                agrees(text, cue, &group, false).then_some(group)
            };
            let group = group.or_else(described);
            if let Some(group) = group {
                self.first = group.tokens.start;
                self.subject = Some(group);
                *open = false;
            }
        }
        // «وفي باريس، خرج …», «…، ففي باريس خرج …»: a place or date in front of the clause.
        let begins = |at: usize| at == start || text.is_comma(at - 1) && text.word(at).starts_with(['ف', 'و']);
        let front = (start..self.first).rev().take(30).find(|&at| begins(at) && text.preposition(at).is_some()).unwrap_or(start);
        if front < self.first
            && self.first - front < 30
            && let Some((preposition, next)) = text.preposition(front)
            && matches!(preposition, Preposition::In | Preposition::Time)
        {
            let joined = cue.clitics.any(Clitics::CONJUNCTION);
            let clean = (next..self.first).all(|place| (joined || !text.is_verb(place)) && !text.ends_clause(place));
            if clean {
                self.date = self.date.or_else(|| text.date_in(next..self.first));
                if text.clauses.date(next).is_none()
                    && let Some(group) = text.group(next, 0, self.first, true)
                {
                    self.complements.push(Complement { preposition, token: front, group });
                }
            }
        } else if front < self.first && text.clauses.date(front).is_some() {
            self.date = self.date.or_else(|| text.date_in(front..self.first));
        }
    }

    fn walk(&mut self, text: &Text<'_>, cue: &Cue, stop: usize, open: bool) {
        let mut open = open;
        let mut fenced = false;
        let mut at = cue.tokens.end;
        while at < stop {
            if let Some(inside) = text.short_quotation(at) {
                if let Some(group) = text.group(at, 0, stop, fenced).filter(|_| text.clauses.opens(at).is_some()) {
                    at = self.take(text, cue, group, &mut open);
                } else {
                    at = inside.end + 1;
                }
                continue;
            }
            if text.clauses.opens(at).is_some() || text.ends_clause(at) {
                break;
            }
            if let Some(mark) = text.document().mark(at) {
                if mark == '(' {
                    at = text.closing_bracket(at).map_or(at + 1, |close| close + 1);
                    continue;
                }
                if text.is_fence(at) {
                    if let Some(after) = text.headquarters_end(at).or_else(|| text.apposed_title_end(at)) {
                        at = after;
                        continue;
                    }
                    if text.clause_breaks(at + 1) || text.is_verb(at + 1) && !text.is(at + 1, grammar::RELATIVES) {
                        break;
                    }
                    fenced = true;
                }
                at += 1;
                continue;
            }
            if let Some((date, after)) = text.date_at(at) {
                self.date = self.date.or(Some(date));
                at = after;
                self.end = self.end.max(at);
                continue;
            }
            let word = text.word(at);
            if text.is(at, grammar::COMPLEMENTISERS) {
                self.content = Some(at + 1);
                break;
            }
            if at > cue.tokens.end && text.clause_breaks(at) && text.phrases.at(at).is_none() {
                break;
            }
            if text.is(at, grammar::RELATIVES) {
                match (at + 1..stop).find(|&place| text.is_comma(place) || text.ends_clause(place)) {
                    Some(comma) if text.is_comma(comma) => {
                        at = comma;
                        continue;
                    }
                    _ => break,
                }
            }
            if let Some((preposition, next)) = text.preposition(at) {
                if let Some((date, after)) = text.date_at(next) {
                    if preposition == Preposition::Duration {
                        self.duration = Some(text.span(at..after));
                    } else {
                        self.date = self.date.or(Some(date));
                    }
                    at = after;
                    self.end = self.end.max(at);
                    continue;
                }
                if text.is(next, grammar::COMPLEMENTISERS) {
                    self.content = Some(next + 1);
                    break;
                }
                let skip = text.prefixed(next).map_or(0, |(_, letters)| letters);
                at = match text.group(next, skip, stop, fenced) {
                    Some(group) => {
                        let end = group.tokens.end.max(next + 1);
                        self.complements.push(Complement { preposition, token: at, group });
                        end
                    }
                    None => next.max(at + 1),
                };
                continue;
            }
            if text.is_purpose_verb(at) {
                break;
            }
            if let Some((preposition, letters)) = text.prefixed(at) {
                at = match text.group(at, letters, stop, fenced) {
                    Some(group) => {
                        let end = group.tokens.end.max(at + 1);
                        self.complements.push(Complement { preposition, token: at, group });
                        end
                    }
                    None => at + 1,
                };
                continue;
            }
            if text.is_adverb(at) {
                at += 1;
                continue;
            }
            if word == "فيما" {
                at += 2;
                continue;
            }
            if at > cue.tokens.end && text.phrases.at(at).is_none() && text.is_verb(at) {
                break;
            }
            let skip = text.conjoined(at).unwrap_or(0);
            at = match text.group(at, skip, stop, fenced) {
                Some(group) if self.belongs_to_complement(text, &group) => group.tokens.end.max(at + 1),
                Some(group) => self.take(text, cue, group, &mut open),
                None => at + 1,
            };
        }
        self.end = self.end.max(at.min(stop));
    }

    /// Whether a bare phrase right behind a complement is a part of it that no list knows: the name behind a noun or a title
    /// («منزل الزوجين أوليفر», «الرئيس حسن #روحاني»), the adjective of a title («الممثلة الشابة»).
    fn belongs_to_complement(&self, text: &Text<'_>, group: &Group) -> bool {
        let Some(last) = self.complements.last().and_then(|complement| complement.group.items.last()) else { return false };
        let (end, start) = (last.tokens.end, group.tokens.start);
        let behind = end == start || end + 1 == start && !text.is_comma(end);
        if !behind {
            return false;
        }
        let Some(first) = group.first() else { return false };
        // «ومساعدتها الدوحة», «إنهاء خدمات عدد من الضباط»: what a verbal noun with its subject does, what an open noun is of.
        let stem = grammar::strip_pronoun(text.word(last.head).trim_start_matches('و'));
        let of_form = stem.starts_with('م') && stem.ends_with('ت') && stem.chars().nth(2) == Some('ا'); // مساعدتها
        let verbal = last.kind.is_none() && text.has_pronoun(last.head) && (of_form || super::frames::slots::is_verbal(text, last));
        let open = last.kind.is_none() && !last.definite && last.number.is_none();
        let titled =
            text.phrases.ending_at(group.tokens.start).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Title | PhraseKind::Nominal));
        let adjective = titled && first.kind.is_none() && first.definite && first.number.is_none();
        if verbal || adjective || open && text.is(group.tokens.start, super::nouns::QUANTIFIERS) {
            return true;
        }
        let named = first.kind == Some(PhraseKind::Person) && text.phrases.at(first.head).is_some_and(|phrase| phrase.title.is_none());
        match last.kind {
            Some(PhraseKind::Person | PhraseKind::Title) => named || first.kind.is_none() && first.definite && first.number.is_none(),
            None => named && last.definite && last.number.is_none() && !text.is(last.head, words!["ذلك", "هذا", "هذه"]),
            _ => false,
        }
    }

    /// Takes a bare noun phrase as subject or object; returns the token after it.
    fn take(&mut self, text: &Text<'_>, cue: &Cue, group: Group, open: &mut bool) -> usize {
        let end = group.tokens.end.max(group.tokens.start + 1);
        let after_object = cue.pronoun && self.objects.len() == 1;
        let joined = text.conjoined(group.tokens.start).is_some() && text.phrases.at(group.tokens.start).is_none();
        if *open && !joined && (self.objects.is_empty() || after_object) && agrees(text, cue, &group, group.tokens.start == cue.tokens.end)
        {
            self.subject = Some(group);
            *open = false;
        } else {
            self.objects.push(group);
        }
        end
    }
}

/// A named phrase as a noun phrase.
fn named(phrase: &crate::fact::phrase::Phrase) -> Noun {
    Noun {
        tokens: phrase.tokens.clone(),
        head: phrase.tokens.start,
        filler: phrase.filler,
        span: phrase.span,
        kind: Some(phrase.kind),
        number: None,
        definite: true,
    }
}

/// Whether a phrase can be the subject of a verb: gender, and of a leading subject number.
fn agrees(text: &Text<'_>, cue: &Cue, group: &Group, adjacent: bool) -> bool {
    let Some(first) = group.first() else { return false };
    if let Some(phrase) = text.phrases.at(first.head) {
        return Agreement { number: None, ..cue.agreement }.agrees(phrase.agreement) || group.items.len() > 1;
    }
    let source = text.document().source(first.head);
    let feminine = source.ends_with('ة');
    // «طالبت القطريين بالمغادرة»: the ending of an object.
    let oblique = text.word(first.head).ends_with("ين")
        && grammar::is_definite(text.word(first.head))
        && (text.is_noun_of(first.head, "person|crowd") || text.clauses.mention(first.head).is_some());
    if oblique && group.items.len() == 1 {
        return false;
    }
    let plural_people = text.is(first.head, words!["قاده", "طلبه", "القاده", "الطلبه", "اساتذه", "الاساتذه"]);
    let sound_masculine = text.word(first.head).ends_with("ون");
    let feminine = feminine || adjacent && source.ends_with("ات") && first.number.is_none();
    match (cue.agreement.gender, cue.agreement.number) {
        (Some(Gender::Masculine), _) if feminine && adjacent && first.number.is_none() && !plural_people => false,
        (Some(Gender::Feminine), _) if sound_masculine => false,
        (_, Some(Number::Two | Number::Many)) if adjacent => false,
        _ => true,
    }
}
