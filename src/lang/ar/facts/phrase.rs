//! Arabic noun phrases: title and name, name and apposition, counterparts, and whom a title alone means.

mod subjects;
mod titles;

use super::Text;
use super::clause::memo::Question;
use super::clause::rows::Part;
use super::clause::words::{Preposition, folded};
use super::{grammar, nouns};
use crate::fact::clause::span_from;
use crate::fact::phrase::{Agreement, Filler, Gender, Number, Phrase, PhraseKind, Phrases, Title};
use crate::lang::Clitics;
use crate::lexicon::{Class, Flags};
use crate::mention::{Mention, MentionType};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Sets of nouns that tell what happens: none of them is an adjective.
const EVENTS: &[&str] = &["protest", "strike", "riot", "clash", "attack", "accident", "disaster", "decree", "ruling", "contract"];

/// Reads all noun phrases of a text.
pub fn read(text: &mut Text<'_>) {
    let count = text.document().tokens().len();
    let mut phrases = Phrases::default();
    let mut token = 0;
    let mut last_office = String::new();
    while token < count {
        let reader = Reader { text, last_office: &last_office, before: phrases.list() };
        match reader.at(token) {
            Some(phrase) => {
                token = phrase.tokens.end.max(token + 1);
                if let Some(title) = &phrase.title {
                    last_office.clone_from(&title.office);
                }
                phrases.push(phrase);
            }
            None => token += 1,
        }
    }
    text.phrases = phrases;
    subjects::mark(text);
    subjects::resolve(text);
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    last_office: &'t str,
    /// The phrases before it.
    before: &'t [Phrase],
}

impl Reader<'_, '_> {
    fn mention(&self, token: usize) -> Option<&Mention> {
        let mention = self.text.reading.mentions.get(self.text.clauses.mention(token)?)?;
        (mention.tokens.start == token).then_some(mention)
    }

    fn at(&self, token: usize) -> Option<Phrase> {
        if let Some(phrase) = super::marks::at(self.text, token) {
            return Some(phrase);
        }
        if let Some(mention) = self.mention(token) {
            return match mention.kind {
                MentionType::Role => self.title(token, mention),
                // «متحدث باسم خدمات …» names nobody.
                MentionType::Person
                    if self.text.word(token) == "باسم"
                        && token.checked_sub(1).is_some_and(|before| self.text.is(before, nouns::VOICES)) =>
                {
                    None
                }
                MentionType::Person => Some(self.person(token, mention)),
                MentionType::Organisation => Some(self.organisation(mention)),
                MentionType::Location => Some(self.named(mention, PhraseKind::Place)),
                MentionType::Group => self.called(token),
                _ => None,
            };
        }
        self.called(token).or_else(|| self.counterpart(token)).or_else(|| self.unmarked_office(token)).or_else(|| self.stand_in(token))
    }

    fn named(&self, mention: &Mention, kind: PhraseKind) -> Phrase {
        Phrase {
            tokens: mention.tokens.clone(),
            filler: Filler { span: mention.span, entity: mention.entity },
            span: mention.span,
            kind,
            clitics: self.clitics(mention.tokens.start, mention.span.start),
            agreement: Agreement { gender: None, number: Some(Number::One) },
            title: None,
            subject: false,
        }
    }

    /// The clitics between the begin of a token and the begin of a name in it.
    fn clitics(&self, token: usize, start: usize) -> Clitics {
        let begin = self.text.document().token(token).map_or(start, |token| token.span().start);
        clitics_of(self.text.document().text().get(begin..start).unwrap_or(""))
    }

    fn organisation(&self, mention: &Mention) -> Phrase {
        let mut phrase = self.named(mention, PhraseKind::Organisation);
        phrase.agreement.gender = organisation_gender(self.text, mention);
        // «سلاح الجو السلطاني العماني»: an adjective of nationality that the name does not hold, unless it is of a name behind it.
        let after = mention.tokens.end;
        if self.text.continues(after)
            && let Some(nation) = self.mention(after).filter(|nation| nation.kind == MentionType::Group)
            && self.clitics(after, nation.span.start).is_empty()
            && grammar::is_definite(self.text.word(after))
            && self.name_at(nation.tokens.end).is_none()
        {
            phrase.tokens.end = nation.tokens.end;
            phrase.span.end = nation.span.end;
            phrase.filler.span.end = nation.span.end;
        }
        // «غرفة الجنايات الابتدائية بمحكمة الاستئناف بالدار البيضاء»: of which court, and where it sits.
        let is_court = |at: usize| self.text.is_noun_of(at, "court");
        while is_court(mention.tokens.start)
            && self.text.continues(phrase.tokens.end)
            && let Some(seat) = self.mention(phrase.tokens.end)
            && self.clitics(seat.tokens.start, seat.span.start) == Clitics::BY
            && (seat.kind == MentionType::Location || seat.kind == MentionType::Organisation && is_court(seat.tokens.start))
        {
            phrase.tokens.end = seat.tokens.end;
            phrase.span.end = seat.span.end;
            phrase.filler.span.end = seat.span.end;
        }
        // «اللجنة الوطنية لإدارة الحالات الطارئة»: what it is for is a part of its name.
        let purpose = self.mention(phrase.tokens.end).filter(|purpose| {
            purpose.kind == MentionType::Organisation
                && self.text.continues(phrase.tokens.end)
                && self.clitics(phrase.tokens.end, purpose.span.start) == Clitics::TO
        });
        if let Some(purpose) = purpose
            && grammar::is_verbal_noun(&first_word(purpose.span.of(self.text.document().text())), false)
        {
            phrase.tokens.end = purpose.tokens.end;
            phrase.span.end = purpose.span.end;
            phrase.filler.span.end = purpose.span.end;
        }
        // «الجمعية اللبنانية من أجل ديموقراطية الانتخابات»
        let after = phrase.tokens.end;
        if self.text.word(after) == "من" && self.text.word(after + 1) == "اجل" && self.text.continues(after) && self.text.is_word(after + 2)
        {
            let cause = after + 2;
            let definite = |at: usize| grammar::is_definite(self.text.word(at)) && self.text.continues(at);
            let end = if !definite(cause) && definite(cause + 1) { cause + 2 } else { cause + 1 };
            if (cause..end).all(|at| self.text.is_word(at) && self.text.clauses.mention(at).is_none()) {
                phrase.tokens.end = end;
                phrase.span.end = self.text.span(cause..end).end;
                phrase.filler.span.end = phrase.span.end;
            }
        }
        // «الاتحاد العام لطلبة تونس [الإضراب]»: a place is definite by itself and takes no noun behind it.
        let last = mention.tokens.end - 1;
        let place = |at: usize| {
            self.text
                .reading
                .mentions
                .iter()
                .skip(self.text.clauses.mention(mention.tokens.start).unwrap_or(0))
                .take(6)
                .any(|inner| inner.nested && inner.kind == MentionType::Location && inner.tokens.end == at)
        };
        if mention.tokens.len() > 2
            && place(last)
            && grammar::is_definite(self.text.word(last))
            && self.text.cues(last).any(|row| row.is(Part::NOUN) && row.set().is_some_and(|set| EVENTS.contains(&set)))
        {
            phrase.tokens.end = last;
            phrase.span.end = self.text.span(last - 1..last).end;
            phrase.filler.span.end = phrase.span.end;
        }
        // In brackets after its name stands another name of the same: وكالة الأنباء الروسية (تاس).
        let next = mention.tokens.end;
        if self.text.document().mark(next) == Some('(')
            && let Some(close) = self.text.closing_bracket(next).filter(|&close| close <= next + 6)
            && self.mention(next + 1).is_some_and(|inner| inner.kind == MentionType::Organisation && inner.tokens.end == close)
        {
            phrase.tokens.end = close + 1;
            phrase.span.end = self.text.span(next..close + 1).end;
        }
        phrase
    }

    fn person(&self, token: usize, mention: &Mention) -> Phrase {
        let mut phrase = self.named(mention, PhraseKind::Person);
        phrase.agreement.gender = person_gender(self.text, mention);
        let end = mention.tokens.end;
        let comma = self.text.is_comma(end);
        let after = if comma { end + 1 } else { end };
        if !self.text.continues(after) {
            return phrase;
        }
        let Some(role) = self.mention(after).filter(|role| role.kind == MentionType::Role) else { return phrase };
        if !self.clitics(after, role.span.start).is_empty() {
            return phrase;
        }
        // Without a comma a title after a name can be the object of a verb («أبلغ بوتين رئيس كازاخستان»).
        let governed = token.checked_sub(1).is_some_and(|before| {
            self.text.listed(before, Class::Communication).is_some_and(|(_, entry)| entry.attribute("object") == Some("partner"))
        });
        if governed && !comma {
            return phrase;
        }
        if let Some((title, end, holder)) = self.title_from(after, role)
            && holder.is_none()
            && (title.of.is_some() || comma && self.text.is_comma(end))
        {
            phrase.span.end = title.span.end;
            phrase.tokens.end = end;
            phrase.agreement.gender = phrase.agreement.gender.or_else(|| office_gender(self.text, role));
            phrase.title = Some(Box::new(title));
        }
        phrase
    }

    fn title(&self, token: usize, mention: &Mention) -> Option<Phrase> {
        let (title, end, holder) = self.title_from(token, mention)?;
        let clitics = self.clitics(token, mention.span.start);
        let number = if mention.span.of(self.text.document().text()).ends_with("ين") && mention.tokens.len() == 1 {
            None
        } else {
            Some(Number::One)
        };
        let agreement = Agreement { gender: office_gender(self.text, mention), number };
        Some(match holder {
            Some(holder) => Phrase {
                tokens: token..end,
                filler: Filler { span: holder.span, entity: holder.entity },
                span: span_from(self.text.document(), mention.span.start, token..end),
                kind: PhraseKind::Person,
                clitics,
                agreement: Agreement { gender: agreement.gender.or_else(|| person_gender(self.text, &holder)), number: Some(Number::One) },
                title: Some(Box::new(title)),
                subject: false,
            },
            None => Phrase {
                tokens: token..end,
                filler: Filler { span: title.span, entity: None },
                span: title.span,
                kind: PhraseKind::Title,
                clitics,
                agreement,
                title: Some(Box::new(title)),
                subject: false,
            },
        })
    }

    /// A calling or a nationality before the name of whoever has it: «المقاول سعيد الوردي», «المهاجم المصري محمد صلاح»,
    /// «الكاميروني جان بيير مبارغا».
    fn called(&self, token: usize) -> Option<Phrase> {
        let text = self.text;
        let group =
            |at: usize| self.mention(at).filter(|mention| mention.kind == MentionType::Group && (at == token || text.continues(at)));
        let (clitics, start, next) = match group(token) {
            Some(nationality) => {
                // An adjective of the noun before it is no noun: «المنتخب المغربي أشرف حكيمي».
                let before = token.checked_sub(1).filter(|_| text.continues(token));
                if before.is_some_and(|before| grammar::is_definite(text.word(before)) || text.clauses.mention(before).is_some()) {
                    return None;
                }
                (self.clitics(token, nationality.span.start), nationality.span.start, nationality.tokens.end)
            }
            None => {
                let next = token + 1;
                if text.clauses.mention(token).is_some() || self.mention(next).is_none() || text.clauses.date(token).is_some() {
                    return None;
                }
                let row = text.cues(token).find(|row| {
                    row.set().is_some_and(|set| matches!(set, "calling" | "person"))
                        && row.found.len() == 1
                        && row.is(Part::NOUN)
                        && !row.found.clitics.any(Clitics::FUTURE)
                })?;
                let found = row.found;
                let begins = text.document().token(token)?.span().start;
                let clitics = clitics_of(text.document().text().get(begins..found.span().start).unwrap_or(""));
                grammar::is_definite(&folded(found.span().of(text.document().text()))).then_some((
                    clitics,
                    found.span().start,
                    group(next).map_or(next, |group| group.tokens.end),
                ))?
            }
        };
        let name = self.name_at(next)?;
        Some(Phrase {
            tokens: token..name.tokens.end,
            filler: Filler { span: name.span, entity: name.entity },
            span: span_from(text.document(), start, token..name.tokens.end),
            kind: PhraseKind::Person,
            clitics,
            agreement: Agreement { gender: person_gender(text, name), number: Some(Number::One) },
            title: None,
            subject: false,
        })
    }

    /// A listed office that no mention covers, right before what it is of or before its holder: «وزيرة [الخارجية الأميركية] …».
    fn unmarked_office(&self, token: usize) -> Option<Phrase> {
        let text = self.text;
        if !text.is_word(token) || text.clauses.mention(token).is_some() || text.clauses.date(token).is_some() {
            return None;
        }
        // «مدرب الوحدات، العراقي باسل الربيعي»: the name behind a comma.
        let apposed = |at: usize| {
            let comma = (at + 1..at + 3).find(|&comma| text.is_comma(comma));
            comma.is_some_and(|comma| {
                let name = self.after_nationality(self.after_honorifics(comma + 1));
                (at..comma)
                    .all(|part| text.clauses.mention(part).is_none() && grammar::is_definite(text.word(part)) && text.continues(part))
                    && text.continues(comma + 1)
                    && self.name_at(name).is_some()
            })
        };
        let found = text.reading.scene.matches.at(token).iter().find(|found| {
            if found.is(Class::Office) && !found.clitics.any(Clitics::FUTURE) && found.len() == 1 && apposed(found.first() + 1) {
                return true;
            }
            found.is(Class::Office)
                && !found.clitics.any(Clitics::FUTURE)
                && self.mention(found.first() + 1).is_some_and(|next| {
                    matches!(next.kind, MentionType::Organisation | MentionType::Location | MentionType::Person)
                        && text.continues(found.first() + 1)
                        && self.clitics(found.first() + 1, next.span.start).is_empty()
                })
        })?;
        let first = text.span(token..token + 1);
        let role = Mention {
            tokens: token..token + 1,
            span: crate::text::span::Span::new(found.span().start, first.end),
            kind: MentionType::Role,
            score: 0.0,
            rule: "office-unmarked",
            entry: None,
            language: text.reading.scene.pack.code,
            nested: false,
            entity: None,
        };
        let phrase = self.title(token, &role)?;
        (phrase.kind == PhraseKind::Person || phrase.title.as_ref().is_some_and(|title| title.of.is_some())).then_some(phrase)
    }

    /// A noun that stands for somebody named before («الأخير», «البيان», «المصدر»), or before a name («المدرب بيب غوارديولا»).
    fn stand_in(&self, token: usize) -> Option<Phrase> {
        let text = self.text;
        let word = text.word(token);
        if !text.is_word(token) || text.clauses.date(token).is_some() || text.clauses.mention(token).is_some() {
            return None;
        }
        if ![nouns::SPEAKER_NOUNS, nouns::PAPERS].iter().any(|nouns| nouns.may_end(text.spelled(token))) {
            return None;
        }
        let known = |stem: &str| nouns::SPEAKER_NOUNS.contains(stem) || nouns::PAPERS.contains(stem) && grammar::is_definite(stem);
        let (offset, clitics, stem) = text.reading.scene.peels(token).find_map(|peel| {
            let stem = word.get(peel.offset..)?;
            (peel.restored.is_empty() && known(stem)).then_some((peel.offset, peel.clitics, stem))
        })?;
        let start = if offset == 0 { text.span(token..token + 1).start } else { text.document().source_position(token, offset) };
        let span = span_from(text.document(), start, token..token + 1);
        let gender = if stem.ends_with('ه') { Gender::Feminine } else { Gender::Masculine };
        let mut phrase = Phrase {
            tokens: token..token + 1,
            filler: Filler { span, entity: None },
            span,
            kind: PhraseKind::Nominal,
            clitics,
            agreement: Agreement { gender: Some(gender), number: Some(Number::One) },
            title: None,
            subject: false,
        };
        if text.continues(token + 1)
            && let Some(name) = self.mention(token + 1).filter(|name| name.kind == MentionType::Person)
            && self.clitics(token + 1, name.span.start).is_empty()
        {
            phrase.kind = PhraseKind::Person;
            phrase.filler = Filler { span: name.span, entity: name.entity };
            phrase.tokens.end = name.tokens.end;
            phrase.span.end = name.span.end;
        }
        Some(phrase)
    }

    /// «نظيره الروسي سيرغي لافروف», «نظرائه في منظمة …».
    fn counterpart(&self, token: usize) -> Option<Phrase> {
        let text = self.text;
        let document = text.document();
        let (word, spelled) = (text.word(token), text.spelled(token));
        // With one or two clitics at its front, or none.
        let mut stems = [spelled, spelled.without_first(), spelled.without_first().without_first()].into_iter();
        if !stems.any(|stem| stem.starts_with(grammar::COUNTERPART)) {
            return None;
        }
        let (offset, clitics, agreement) = text.reading.scene.peels(token).find_map(|peel| {
            let stem = word.get(peel.offset..)?;
            let row = grammar::COUNTERPARTS.iter().find(|(known, _)| known.contains(stem) && peel.restored.is_empty())?;
            Some((peel.offset, peel.clitics, row.1))
        })?;
        let start = if offset == 0 { text.span(token..token + 1).start } else { document.source_position(token, offset) };
        let mut at = token + 1;
        let mut of = None;
        let mut title_end = at;
        if let Some(mention) = self.mention(at).filter(|mention| mention.kind == MentionType::Group && text.continues(at)) {
            of = Some(Filler { span: mention.span, entity: mention.entity });
            at = mention.tokens.end;
            title_end = at;
        } else if text.continues(at)
            && text.clauses.mention(at).is_none()
            && grammar::is_definite(text.word(at))
            && text.word(at).ends_with('ي')
        {
            // A nationality that no list knows.
            of = Some(text.filler(at..at + 1));
            at += 1;
            title_end = at;
        } else if text.is(at, words!["في", "من"])
            && let Some(mention) =
                self.mention(at + 1).filter(|mention| matches!(mention.kind, MentionType::Organisation | MentionType::Location))
        {
            title_end = mention.tokens.end;
            at = title_end;
        }
        let name = self.after_honorifics(if text.is_comma(at) { at + 1 } else { at });
        let holder = self.mention(name).filter(|mention| {
            mention.kind == MentionType::Person
                && of.is_some()
                && text.continues(name)
                && self.clitics(name, mention.span.start).is_empty()
                && agreement.number == Some(Number::One)
        });
        let title_span = span_from(document, start, token..title_end);
        let title = of.map(|of: Filler| Title {
            span: title_span,
            of: Some(of),
            office: self.last_office.to_owned(),
            owner: owner_key(text, of.span),
            counterpart: true,
        });
        let end = holder.map_or(title_end, |holder| holder.tokens.end);
        Some(Phrase {
            tokens: token..end,
            filler: holder.map_or(Filler { span: title_span, entity: None }, |holder| Filler { span: holder.span, entity: holder.entity }),
            span: span_from(document, start, token..end),
            kind: if holder.is_some() { PhraseKind::Person } else { PhraseKind::Counterpart },
            clitics,
            agreement,
            title: title.map(Box::new),
            subject: false,
        })
    }
}

/// Whether an institution carries what is said: a newspaper, a channel, an agency.
#[must_use]
pub fn is_medium(text: &Text<'_>, phrase: &Phrase) -> bool {
    carries_speech(text, phrase.tokens.start, phrase.filler.span)
}

fn carries_speech(text: &Text<'_>, token: usize, span: crate::text::span::Span) -> bool {
    let matches = text.reading.scene.matches;
    let kind = |found: &crate::lexicon::Match| matches.entry(found, Class::Organisation).and_then(|entry| entry.attribute("kind"));
    let listed = (matches.at(token).iter())
        .filter(|found| found.span().start == span.start && found.is(Class::Organisation))
        .any(|found| matches!(kind(found), Some("media" | "agency")));
    listed || nouns::OUTLETS.contains(&first_word(span.of(text.document().text())))
}

/// The clitics in the letters between the begin of a word and the begin of a name in it.
fn clitics_of(letters: &str) -> Clitics {
    letters.chars().fold(Clitics::NONE, |clitics, letter| {
        clitics.with(match letter {
            'و' | 'ف' => Clitics::CONJUNCTION,
            'ب' => Clitics::BY,
            'ل' => Clitics::TO,
            'ك' => Clitics::AS,
            _ => Clitics::NONE,
        })
    })
}

/// The first word of a name, folded.
fn first_word(name: &str) -> Cow<'_, str> {
    name.split_whitespace().map(folded).find(|word| !word.is_empty()).unwrap_or_default()
}

/// One key for an office with and without articles, feminine or not: رئيس, الرئيس, رئيسة.
fn office_key(head: &str) -> String {
    let mut key = String::new();
    for word in folded(head).split_whitespace() {
        let stem = grammar::without_article(word);
        let stem = stem.strip_suffix('ه').filter(|stem| stem.chars().count() >= 4).unwrap_or(stem);
        if matches!(stem, "رسمي") {
            continue; // «المتحدث الرسمي» is «المتحدث»
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(stem);
    }
    key
}

/// One key for a country told as a name or as a nationality: روسيا, الروسي, جمهورية روسيا.
fn owner_key(text: &Text<'_>, span: crate::text::span::Span) -> String {
    let name = folded(span.of(text.document().text()));
    let name = name.strip_prefix("لل").map(|rest| Cow::Owned(format!("ال{rest}"))).unwrap_or(name);
    let lexicon = text.reading.scene.matches.lexicon();
    let listed = lexicon.word(&name).into_iter().flat_map(|node| lexicon.entries(node)).find(|entry| entry.class == Class::Demonym);
    if let Some(country) = listed.and_then(|entry| entry.attribute("of")) {
        return folded(country).into_owned();
    }
    ["جمهوريه ", "دوله ", "مملكه "].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(&name).to_owned()
}

fn person_gender(text: &Text<'_>, mention: &Mention) -> Option<Gender> {
    let matches = text.reading.scene.matches.at(mention.tokens.start);
    let given = matches.iter().find(|found| found.is(Class::GivenName))?;
    match (given.flags.has(Flags::FEMININE), given.flags.has(Flags::MASCULINE)) {
        (true, false) => Some(Gender::Feminine),
        (false, true) => Some(Gender::Masculine),
        _ => None,
    }
}

fn office_gender(text: &Text<'_>, role: &Mention) -> Option<Gender> {
    let head = text.word(role.tokens.start);
    let first_two = [head, text.word(role.tokens.end.saturating_sub(1))];
    Some(if first_two.first().is_some_and(|word| word.ends_with('ه') && *word != "خليفه") {
        Gender::Feminine
    } else {
        Gender::Masculine
    })
}

fn organisation_gender(text: &Text<'_>, mention: &Mention) -> Option<Gender> {
    let head = first_word(mention.span.of(text.document().text()));
    if nouns::MASCULINE_HEADS.contains(&head) {
        Some(Gender::Masculine)
    } else if head.ends_with('ه') {
        Some(Gender::Feminine)
    } else {
        None
    }
}

/// Whether a clause begins at a token: at the begin of its sentence, behind a mark, behind أن, لكن, حيث …
#[must_use]
pub fn at_clause_start(text: &Text<'_>, token: usize) -> bool {
    text.memo.ask(token, Question::ClauseStart, || find_clause_start(text, token))
}

fn find_clause_start(text: &Text<'_>, token: usize) -> bool {
    let start = text.clauses.start(token);
    if token <= start {
        return true;
    }
    let before = token - 1;
    if behind_dash(text, token) {
        return true;
    }
    !text.clauses.same_level(before, token)
        || text.document().mark(before).is_some_and(|mark| !matches!(mark, '/' | '%'))
        || text.is(before, grammar::CLAUSE_OPENERS)
}

/// Whether a dash written as «ـ», which is no token, stands before a token: «عواصم ـ وكالات ـ قال …».
#[must_use]
pub fn behind_dash(text: &Text<'_>, token: usize) -> bool {
    let document = text.document();
    let before = token.checked_sub(1).and_then(|before| document.token(before));
    let gap = before.zip(document.token(token)).and_then(|(one, other)| document.text().get(one.span().end..other.span().start));
    gap.is_some_and(|gap| gap.contains('\u{640}'))
}
