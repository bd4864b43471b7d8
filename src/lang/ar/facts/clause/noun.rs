//! Noun phrases of any kind, named or not: «9 طائرات عسكرية», «سكان مدينتي جاناوزين وأكتاو», «قوات الأمن العراقية».
//!
//! Grammar sets the right edge. After a noun with the article, a name or a pronoun, only words with the article that agree can
//! follow; after an indefinite noun its adjectives, then one definite complement. What follows without agreement begins a
//! phrase of its own: the object after the subject.

use super::super::spelling::{Spelling, Words, listed};
use super::super::{Text, grammar, nouns};
use super::memo::Question;
use super::rows::Part;
use super::words::Preposition;
use crate::fact::clause::span_from;
use crate::fact::phrase::{Filler, PhraseKind};
use crate::lexicon::Class;
use crate::mention::MentionType;
use crate::text::span::Span;
use std::ops::Range;

/// The longest phrase that is read, in tokens.
const LONGEST: usize = 14;
/// The most members of a list.
const MOST: usize = 14;

/// A noun phrase.
#[derive(Clone, Debug)]
pub struct Noun {
    /// All its tokens.
    pub tokens: Range<usize>,
    /// The noun that the phrase is of.
    pub head: usize,
    /// Its words, or the name in it, and whom they mean.
    pub filler: Filler,
    /// All its words, after its clitics.
    pub span: Span,
    /// What it is, where a name or an office is in it.
    pub kind: Option<PhraseKind>,
    /// The words of its number.
    pub number: Option<Span>,
    /// Whether it is definite.
    pub definite: bool,
}

/// Noun phrases joined by و.
#[derive(Clone, Debug)]
pub struct Group {
    /// From the first to the last token.
    pub tokens: Range<usize>,
    /// The phrases, at least one.
    pub items: Vec<Noun>,
    /// Whether a mark stands before it.
    pub fenced: bool,
}

impl Group {
    /// The first phrase.
    #[must_use]
    pub fn first(&self) -> Option<&Noun> {
        self.items.first()
    }
}

/// Words that count without a number, and whether من follows them.
const QUANTIFIERS: Words = words![
    "عشرات",
    "العشرات",
    "مييات",
    "المييات",
    "الاف",
    "الالاف",
    "عدد",
    "عددا",
    "عده",
    "بعض",
    "معظم",
    "غالبيه",
    "جميع",
    "كل",
    "كافه",
    "مجموعه",
    "ملايين",
    "احد",
    "احدي",
    "كبار",
    "سلسله",
    "كلا",
    "كلتا",
    "اغلب",
    "نصف",
    "ثلث",
    "ربع",
    "مزيد",
    "المزيد",
];

/// Words before من and a number, and before a verb and a number: «أكثر من», «ما لا يقل عن».
const MORE: Words = words!["اكثر", "اقل", "ازيد"];
const AT_LEAST: Words = words!["ما", "بما"];
/// Participles, by what all their forms begin with, and the preposition they govern.
const GOVERNING: &[(Spelling, Preposition)] = &[
    (listed("المدعوم"), Preposition::From),
    (listed("المسيل"), Preposition::For),
    (listed("المقرب"), Preposition::From),
    (listed("المناهض"), Preposition::For),
    (listed("المعارض"), Preposition::For),
    (listed("الموالي"), Preposition::For),
    (listed("الموالين"), Preposition::For),
    (listed("المويد"), Preposition::For),
    (listed("التابع"), Preposition::For),
    (listed("المتهم"), Preposition::By),
    (listed("المكلف"), Preposition::By),
    (listed("المعني"), Preposition::By),
    (listed("المطالب"), Preposition::By),
    (listed("الصادر"), Preposition::About),
    (listed("المسوول"), Preposition::About),
];

/// Words that no noun phrase begins with, besides those of the other closed classes.
const NO_NOUNS: Words = words![
    "بهذا",
    "بهذه",
    "وبهذا",
    "وبهذه",
    "لهذا",
    "ولهذا",
    "بذلك",
    "وبذلك",
    "لذلك",
    "ولذلك",
    "و",
    "ثم",
    "او",
    "هو",
    "هي",
    "هم",
    "ليس",
    "ليست",
    "غير",
    "سوي",
    "اي",
    "تم",
    "يتم",
    "جري",
    "اكثر",
    "ما",
    "من",
];

/// Words before a number.
const ABOUT: Words = words!["نحو", "حوالي", "قرابه", "زهاء", "قراب", "بنحو", "بحوالي"];

impl Text<'_> {
    /// The noun phrase at a token, `skip` letters of it being clitics.
    #[must_use]
    pub fn noun(&self, token: usize, skip: usize, stop: usize) -> Option<Noun> {
        if let Some(inside) = self.short_quotation(token) {
            // «نشر "قوات حفظ سلام"»: marks around the words or the first of them.
            let noun = self.noun(inside.start, 0, inside.end.min(stop.max(inside.end)))?;
            let whole = noun.tokens.end >= inside.end;
            let end = if whole { inside.end + 1 } else { noun.tokens.end };
            return Some(Noun { tokens: token..end, ..noun });
        }
        if skip == 0 && !self.memo.ask(token, Question::Phrase, || self.can_begin(token)) {
            return None;
        }
        let (start, number, weak_number) = self.number_before(token, skip, stop);
        let clitics = skip;
        let skip = if start == token { skip } else { 0 };
        // «الشيخ تميم بن حمد»: a form of address before the name.
        let named = start + 1;
        let addressed = self.phrases.at(start).is_none()
            && self.reading.scene.is(start, Class::Honorific)
            && self.phrases.at(named).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.clitics.is_empty());
        let start = if addressed { named } else { start };
        let mut noun = if let Some(phrase) = self.phrases.at(start).filter(|phrase| phrase.tokens.end <= stop) {
            Noun {
                tokens: token..phrase.tokens.end,
                head: start,
                filler: phrase.filler,
                span: phrase.span,
                kind: Some(phrase.kind),
                number: None,
                definite: true,
            }
        } else if number.is_some() && (start >= stop || !self.starts_noun(start, skip)) {
            // A number alone: «أصيب العشرات».
            let end = start.max(token + 1);
            let span = self.span_after(token, clitics, token..end);
            return Some(Noun {
                tokens: token..end,
                head: token,
                filler: Filler { span, entity: None },
                span,
                kind: None,
                number,
                definite: false,
            });
        } else {
            self.common_noun(start, skip, stop)?
        };
        // «نتيجة 2-1»: the goals of both.
        let dash = noun.tokens.end;
        if number.is_none() && self.is_noun_of(noun.head, "score") && self.is_number(dash) {
            let more = self.document().mark(dash + 1).is_some_and(crate::text::chars::is_dash) && self.is_number(dash + 2);
            noun.tokens.end = if more { dash + 3 } else { dash + 1 };
            noun.span.end = self.span(noun.head..noun.tokens.end).end;
            noun.filler.span.end = noun.span.end;
        }
        let first = token;
        noun.tokens.start = first;
        noun.number = number;
        if number.is_some() && start > token {
            noun.span = self.span_after(token, clitics, token..noun.tokens.end);
            noun.filler.span = noun.span;
        }
        self.extend(&mut noun, stop, number.is_some() || weak_number);
        Some(noun)
    }

    /// Whether a noun, a number before one or a form of address stands at a token.
    fn can_begin(&self, token: usize) -> bool {
        self.starts_noun(token, 0)
            || self.is_number(token)
            || self.is(token, ABOUT)
            || self.is(token, MORE)
            || self.is(token, AT_LEAST)
            || self.is(token, QUANTIFIERS)
            || self.reading.scene.is(token, Class::Honorific)
    }

    /// The bytes of tokens without the clitics of the first.
    #[must_use]
    pub fn span_after(&self, token: usize, skip: usize, tokens: Range<usize>) -> Span {
        // «للحكومة»: what is left of the article is no word.
        if skip == 0 || self.word(token).trim_start_matches('و').starts_with("لل") && self.phrases.at(token).is_none() {
            return self.span(tokens);
        }
        let bytes: usize = self.word(token).chars().take(skip).map(char::len_utf8).sum();
        // «للحكومة»: the article begins at the second lam.
        span_from(self.document(), self.document().source_position(token, bytes), tokens)
    }

    /// Number words before a noun: where the noun begins, and the words of the number.
    fn number_before(&self, token: usize, skip: usize, stop: usize) -> (usize, Option<Span>, bool) {
        let mut at = token;
        let mut counted = None;
        if self.is(at, ABOUT) && self.is_number(at + 1) {
            at += 1;
        } else if self.is(at, MORE) && self.word(at + 1) == "من" && self.is_number(at + 2) {
            at += 2;
        } else if self.is(at, AT_LEAST) && self.is(at + 1, words!["لا", "يقارب", "يزيد"]) {
            let from = (at + 1..at + 5).find(|&number| self.is_number(number));
            at = from.unwrap_or(at);
        }
        let first = at;
        while at < stop
            && at < first + 6
            && (self.is_number(at)
                || (at > first && self.word(at).starts_with('و') || at == token && skip > 0) && self.is_listed_number(at))
        {
            at += 1;
        }
        // «0-1»: the goals of both.
        let tight = |at: usize| {
            self.document().token(at).zip(self.document().token(at + 1)).is_some_and(|(one, next)| one.span().end == next.span().start)
        };
        if at == first + 1
            && self.document().mark(at).is_some_and(crate::text::chars::is_dash)
            && self.is_number(at + 1)
            && tight(first)
            && tight(at)
        {
            at += 2;
        }
        if at > first {
            counted = Some(self.span_after(token, skip, token..at));
            if self.word(at) == "من" && at + 1 < stop {
                at += 1;
            }
            return (at, counted, false);
        }
        let letters: usize = self.word(at).chars().take(skip).map(char::len_utf8).sum();
        let quantifier = self.word(at).get(letters..).unwrap_or("");
        // «مجموعة من الشركات» counts, «مجموعة الزين القابضة» and «عدد السكان» do not.
        let construct = matches!(quantifier, "مجموعه" | "عدد" | "سلسله")
            && (grammar::is_definite(self.word(at + 1)) || self.phrases.at(at + 1).is_some_and(|phrase| phrase.clitics.is_empty()));
        if QUANTIFIERS.contains(quantifier) && at + 1 < stop && !construct {
            let mut noun = at + 1;
            // «عدد من قتلوا»: of those who.
            if self.word(noun) == "من" && self.is_verb_behind_who(noun + 1) {
                return (at, None, false);
            }
            if self.is(noun, words!["كبير", "كبيره", "من"]) {
                noun += 1;
            }
            if self.word(noun) == "من" && self.word(noun - 1) != "من" {
                noun += 1;
            }
            let vague = !self.is(at, words!["كل", "جميع", "كافه", "كبار", "كلا", "كلتا", "سلسله", "مزيد", "المزيد"]);
            if self.starts_noun(noun, 0) {
                return (noun, vague.then(|| self.span_after(at, skip, at..at + 1)), true);
            }
            return (at + 1, vague.then(|| self.span_after(at, skip, at..at + 1)), true);
        }
        (at, counted, false)
    }

    /// Whether a plural verb in the perfect stands at a token: behind من, it is «those who».
    fn is_verb_behind_who(&self, token: usize) -> bool {
        self.word(token).ends_with("وا") && self.cues(token).any(|row| row.is(Part::VERB))
    }

    fn is_listed_number(&self, token: usize) -> bool {
        self.reading.scene.matches.is_peeled(token, Class::NumberWord) || self.reading.scene.matches.is_peeled(token, Class::Magnitude)
    }

    /// Whether a noun can begin at a token.
    #[must_use]
    pub fn starts_noun(&self, token: usize, skip: usize) -> bool {
        if skip > 0 {
            return self.find_noun_start(token, skip);
        }
        self.memo.ask(token, Question::Noun, || self.find_noun_start(token, 0))
    }

    fn find_noun_start(&self, token: usize, skip: usize) -> bool {
        let word = self.word(token);
        let rest = word.chars().skip(skip);
        if self.phrases.at(token).is_some() {
            return true;
        }
        self.is_word(token)
            && rest.count() > 1
            && self.clauses.date(token).is_none()
            // «أغلق يوم 14 يوليو»
            && !(self.is(token, words!["يوم", "يومي", "ليله", "مساء", "صباح", "فجر"]) && self.clauses.date(token + 1).is_some())
            && self.preposition(token).is_none()
            && !self.is(token, grammar::RELATIVES)
            && !self.is(token, grammar::COMPLEMENTISERS)
            && !self.is(token, grammar::CLAUSE_OPENERS)
            && !self.is(token, grammar::NEGATIONS)
            && !self.is_adverb(token)
            && !self.is(token, NO_NOUNS)
            && if skip > 0 { !self.is_purpose_verb(token) } else { !self.clause_breaks(token) && !self.is_verb(token) }
    }

    fn common_noun(&self, token: usize, skip: usize, stop: usize) -> Option<Noun> {
        if token >= stop || !self.starts_noun(token, skip) {
            return None;
        }
        let letters: usize = self.word(token).chars().take(skip).map(char::len_utf8).sum();
        let word = self.word(token).get(letters..).unwrap_or("");
        let with_article = (if skip == 0 { self.is_definite(token) } else { grammar::is_definite(word) })
            || (skip > 0 && word.starts_with('ل') && self.word(token).contains("لل"));
        let of_his = self.has_pronoun(token);
        let tokens = token..token + 1;
        let span = self.span_after(token, skip, tokens.clone());
        Some(Noun {
            tokens,
            head: token,
            filler: Filler { span, entity: None },
            span,
            kind: None,
            number: None,
            definite: with_article || of_his || matches!(word, "هذا" | "هذه" | "ذلك" | "تلك" | "هولاء"),
        })
    }

    /// Whether a noun ends in a pronoun: ه that is no ة, ها, هم.
    #[must_use]
    pub fn has_pronoun(&self, token: usize) -> bool {
        let source = self.document().source(token);
        let letters = self.word(token).chars().count();
        letters > 3
            && (source.ends_with('ه')
                || source.ends_with("ها")
                || source.ends_with("هم") && letters > 4
                || source.ends_with("نا") && letters > 4)
    }

    /// Whether an adjective with the article can belong to nouns before it.
    fn agrees(&self, nouns: Range<usize>, adjective: usize) -> bool {
        let word = self.word(adjective);
        if self.is(adjective, words!["الاجانب", "العرب", "الجدد", "الكبار", "الشباب", "القدامي"]) {
            return true;
        }
        if word.ends_with('ي') || word.ends_with("يه") || word.ends_with("يين") || word.ends_with("يون") {
            return true;
        }
        nouns.into_iter().any(|noun| {
            let noun = self.word(noun);
            let sound = |word: &str| word.ends_with("ون") || word.ends_with("ين");
            if word.ends_with('ه') {
                noun.ends_with('ه') || noun.ends_with("ات") || !sound(noun) && !noun.ends_with('ي')
            } else if sound(word) && word.chars().count() > 5 {
                sound(noun) || noun.ends_with("ان")
            } else if word.ends_with("ات") {
                noun.ends_with("ات")
            } else {
                !noun.ends_with('ه') && !noun.ends_with("ات") && !sound(noun)
            }
        })
    }

    /// Adds what belongs to a phrase behind its first noun.
    fn extend(&self, noun: &mut Noun, stop: usize, counted: bool) {
        let named_from_start =
            matches!(noun.kind, Some(PhraseKind::Person | PhraseKind::Title | PhraseKind::Counterpart | PhraseKind::Organisation));
        let mut at = noun.tokens.end;
        let limit = stop.min(noun.tokens.start + LONGEST);
        let demonstrative = self.is(noun.head, words!["هذا", "هذه", "ذلك", "تلك", "هولاء"]);
        if demonstrative {
            noun.definite = false;
        }
        while at < limit && !named_from_start {
            let same_line = self.reading.scene.continues(at);
            if !same_line {
                break;
            }
            if let Some(mark) = self.document().mark(at) {
                // «مدينة (ألماتي)», «حزب "النداء"», «قوات "حفظ سلام"»
                if mark == '('
                    && let Some(close) = self.closing_bracket(at).filter(|&close| close <= at + 4 && close < stop)
                {
                    if let Some(phrase) = self.phrases.at(at + 1).filter(|phrase| phrase.tokens.end == close) {
                        noun.kind = noun.kind.or(Some(phrase.kind));
                        noun.filler.entity = noun.filler.entity.or(phrase.filler.entity);
                    }
                    at = close + 1;
                    noun.definite = true;
                    noun.tokens.end = at;
                    continue;
                }
                let named = self.clauses.opens(at).is_none() || self.short_quotation(at).is_some_and(|inside| inside.len() <= 4);
                // «العاصفة "شهد"», «الحالة المدارية "شهد"»: a name behind the noun it is of.
                let name = |inside: Range<usize>| {
                    let first = inside.start;
                    inside.len() <= 2
                        && self.preposition(first).is_none()
                        && self.prefixed(first).is_none()
                        && (inside.len() == 1 || !self.is_verb(first))
                };
                let short = noun.kind.is_none() && self.short_quotation(at).is_some_and(name);
                if crate::text::chars::is_quote(mark) && named && (!noun.definite && noun.tokens.len() == 1 || short) {
                    let close =
                        (at + 1..(at + 6).min(stop)).find(|&close| self.document().mark(close).is_some_and(crate::text::chars::is_quote));
                    if let Some(close) = close {
                        noun.definite = true;
                        at = close + 1;
                        noun.tokens.end = at;
                        continue;
                    }
                }
                break;
            }
            if !self.clauses.same_level(at - 1, at) && self.document().mark(at - 1).is_none() {
                break;
            }
            let word = self.word(at);
            if at > noun.head + 1
                && noun.definite
                && let Some(end) = self.governed_by_participle(at, limit)
            {
                noun.tokens.end = end;
                break;
            }
            // «عناصر من قوات الأمن», «نائب في البرلمان»
            if matches!(word, "من" | "في") && (counted && word == "من" || !noun.definite || word == "في") {
                let phrase = self.phrases.at(at + 1);
                let organisation = phrase.is_some_and(|phrase| phrase.kind == PhraseKind::Organisation && phrase.clitics.is_empty());
                let group = word == "من"
                    && noun.kind.is_none()
                    && self.is_noun_of(noun.head, "person|crowd|force|police|killed|injured")
                    && (grammar::is_definite(self.word(at + 1)) || organisation || self.is_noun_of(at + 1, "force|police|person|crowd"));
                let members = at > noun.head + 1 && self.is(at - 1, words!["الاعضاء", "العضو"]);
                let inside =
                    word == "في" && organisation && (members || self.is(noun.head, nouns::PEOPLE) || self.word(noun.head).ends_with("ون"));
                if (group || inside)
                    && noun.tokens.len() < 6
                    && let Some(part) = self.noun(at + 1, 0, limit)
                {
                    noun.tokens.end = part.tokens.end;
                    noun.definite = true;
                }
                break;
            }
            // «الغرفة الجنحية بالمحكمة الابتدائية بالناظور»: of which court, and where it sits.
            if let Some((Preposition::By, letters)) = self.prefixed(at)
                && self.is_noun_of(noun.head, "court")
                && noun.number.is_none()
            {
                let sits = self.phrases.at(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Organisation));
                let part = self.is_noun_of(at, "court").then(|| self.noun(at, letters, limit)).flatten();
                if let Some(end) =
                    part.map(|part| part.tokens.end).or_else(|| self.phrases.at(at).filter(|_| sits).map(|phrase| phrase.tokens.end))
                {
                    at = end;
                    noun.tokens.end = end;
                    noun.definite = true;
                    continue;
                }
            }
            if self.clauses.date(at).is_some() || self.prefixed(at).is_some() || self.conjoined(at).is_some() {
                break;
            }
            // «والدة هذا الطفل»
            if matches!(word, "هذا" | "هذه" | "ذلك" | "تلك") && !noun.definite && grammar::is_definite(self.word(at + 1)) && at + 1 < limit
            {
                at += 1;
                noun.tokens.end = at;
                continue;
            }
            if let Some(phrase) = self.phrases.at(at) {
                let apposed = self.is(
                    noun.head,
                    words![
                        "العاصمه",
                        "المدينه",
                        "البلده",
                        "القريه",
                        "الجاره",
                        "منطقه",
                        "مدينه",
                        "محافظه",
                        "ولايه",
                        "الجزيره",
                        "اللاعب",
                        "النجم"
                    ],
                );
                // «عاصفة ثلجية لبنان»: an adjective governs no name.
                let adjective = at > noun.head + 1 && self.word(at - 1).ends_with("يه");
                if noun.definite && !apposed || !phrase.clitics.is_empty() || adjective {
                    break;
                }
                let place = apposed && phrase.kind == PhraseKind::Place;
                if place || phrase.kind == PhraseKind::Person && noun.definite {
                    noun.kind = Some(phrase.kind);
                    noun.filler.entity = phrase.filler.entity;
                }
                at = phrase.tokens.end;
                noun.tokens.end = at;
                noun.definite = true;
                if phrase.kind != PhraseKind::Place && phrase.kind != PhraseKind::Organisation {
                    break;
                }
                continue;
            }
            let group = self.clauses.mention(at).and_then(|index| self.reading.mentions.get(index));
            if let Some(mention) = group {
                if mention.kind == MentionType::Group || !noun.definite {
                    at = mention.tokens.end;
                    noun.definite = noun.definite || self.is_definite(at);
                    noun.tokens.end = at;
                    continue;
                }
                break;
            }
            if !self.starts_noun(at, 0) || self.is(at, nouns::COUNTS) {
                break;
            }
            // «ثلاثة عمال مصرعهم»
            if self.is_noun_of(at, "death") {
                break;
            }
            // «طالب قتل والديه»: of one who acts, a word that can be a verb is one.
            let human = !noun.definite && self.is_noun_of(noun.head, "person");
            let human = human || !noun.definite && counted;
            if human && (self.cues(at).any(|row| row.is(Part::VERB)) || self.takes_pronoun(at, word)) {
                break;
            }
            let with_article = self.is_definite(at);
            if noun.definite {
                // A name takes the adjective of a people alone; a noun with the article begins a phrase of its own.
                // «الأعوان الإدلاء»: of the shape of إفعال and its like, which no adjective has.
                let bare = grammar::without_article(word);
                let shape = bare.starts_with('ا')
                    && !bare.ends_with('ه')
                    && !self.document().source(at).starts_with("الأ")
                    && grammar::is_verbal_noun(bare, false);
                let another = noun.kind.is_some() || shape || self.cues(at).any(|row| row.is(Part::NOUN.or(Part::MASDAR)));
                if !with_article || another || !self.agrees(noun.tokens.clone(), at) {
                    break;
                }
            } else if with_article && self.keeps_its_nun(noun, at - 1) {
                break;
            } else if with_article {
                noun.definite = true;
            } else {
                let source = self.document().source(at);
                let accusative = source.ends_with('ا') || source.ends_with("اً") || source.ends_with("ًا");
                let head = self.word(noun.head);
                let head_open = head.ends_with('ا') || head.ends_with('ه') || counted || head.ends_with("ات") || head.ends_with("ين");
                // «عاصفة ثلجية شمال لبنان»: where, behind a noun and its adjective.
                let where_it_is =
                    at > noun.head + 1 && self.is(at, words!["شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"]);
                if where_it_is || accusative && !head_open || self.is(at, QUANTIFIERS) || self.is_number(at) {
                    break;
                }
                noun.definite = self.has_pronoun(at);
            }
            at += 1;
            noun.tokens.end = at;
        }
        let end = noun.tokens.end;
        let grown = self.span(noun.head..end).end;
        if grown > noun.span.end {
            noun.span.end = grown;
            if !named_from_start {
                noun.filler.span.end = grown;
                noun.filler.span.start = noun.span.start;
            }
        }
    }

    /// Phrases joined by و from a token on; `skip` letters of the first are clitics.
    #[must_use]
    pub fn group(&self, token: usize, skip: usize, stop: usize, fenced: bool) -> Option<Group> {
        let first = self.noun(token, skip, stop)?;
        let mut end = first.tokens.end;
        let mut items = vec![first];
        while items.len() < MOST {
            let Some((next, skip)) = self.joined_noun(end, stop, items.len() > 1) else { break };
            // «مقتل شاب وإصابة ثلاثة»: people are not joined to an act, two acts are.
            if items.first().is_some_and(|first| self.is_people(first)) && self.is_act(next) {
                break;
            }
            let Some(noun) = self.noun(next, skip, stop) else { break };
            end = noun.tokens.end;
            items.push(noun);
        }
        // «المهام»: the brackets and marks of the last one belong to it.
        Some(Group { tokens: token..end, items, fenced })
    }

    /// Whether a plural of people shows the ن that it drops before what it is of: «مسلحون الجسر» are two nouns.
    fn keeps_its_nun(&self, noun: &Noun, last: usize) -> bool {
        let word = self.word(last);
        last == noun.head && (word.ends_with("ون") || word.ends_with("ين")) && self.is_noun_of(last, "person|crowd")
    }

    /// Where what a participle right before a token governs ends: «اللائحة المدعومة من الحزب», «المظاهرات المناهضة للحكومة».
    fn governed_by_participle(&self, token: usize, stop: usize) -> Option<usize> {
        let participle = self.spelled(token.checked_sub(1)?);
        let (_, preposition) = GOVERNING.iter().find(|(stem, _)| participle.starts_with(*stem))?;
        let (noun, skip) = match (self.preposition(token), self.prefixed(token)) {
            (Some((found, next)), _) if found == *preposition => (next, 0),
            (None, Some((found, letters))) if found == *preposition => (token, letters),
            _ => return None,
        };
        self.noun(noun, skip, stop).map(|noun| noun.tokens.end)
    }

    fn is_people(&self, noun: &Noun) -> bool {
        noun.number.is_some() || noun.kind == Some(PhraseKind::Person) || self.is_noun_of(noun.head, "person|killed|injured")
    }

    /// Whether a verbal noun of a fact stands at a token, and not the name of somebody.
    fn is_act(&self, token: usize) -> bool {
        self.phrases.at(token).is_none() && self.cues(token).any(|row| row.is(Part::MASDAR) && row.cue().is_some())
    }

    /// Where the next phrase of a list begins behind a token, and how many letters are clitics.
    fn joined_noun(&self, at: usize, stop: usize, listing: bool) -> Option<(usize, usize)> {
        let comma = self.is_comma(at);
        let at = if comma { at + 1 } else { at };
        if at >= stop || !self.reading.scene.continues(at) || !self.is_word(at) {
            return None;
        }
        let Some(letters) = self.conjoined(at) else {
            // «أ، ب، ج ود»
            let listed = comma
                && listing
                && self.phrases.at(at).is_some_and(|phrase| phrase.clitics.is_empty() && phrase.kind != PhraseKind::Nominal);
            return listed.then_some((at, 0));
        };
        let noun = if letters == 0 { at + 1 } else { at };
        if noun >= stop || self.preposition(noun).is_some() || self.is_verb(at) && self.phrases.at(at).is_none() {
            return None;
        }
        if comma && self.headquarters_end(at - 1).is_some() {
            return None;
        }
        if self.clause_breaks(at)
            || self.is(at, words!["وذلك", "وهو", "وهي", "وكان", "وكانت", "وقد", "وان", "ولا", "ولم", "وما", "وسط", "وقال"])
        {
            return None;
        }
        if letters == 1 && self.prefixed(at).is_some() {
            return None;
        }
        Some((noun, letters))
    }
}
