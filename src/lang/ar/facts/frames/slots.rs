//! Which noun phrases fit a slot, and how far a long one reaches.

use super::super::clause::noun::{Group, Noun};
use super::super::clause::rows::Part;
use super::super::clause::words::Preposition;
use super::super::spelling::Words;
use super::super::{Text, grammar, nouns};
use crate::fact::phrase::PhraseKind;
use crate::lexicon::Class;
use crate::mention::MentionType;

/// Sets of nouns that say of which subtype a fact is.
pub const SUBTYPES: &[&str] = &["protest", "strike", "clash", "attack", "riot", "emergency", "resignation", "disaster", "accident"];

/// The longest filler, in tokens.
const LONGEST: usize = 40;

/// Nouns that only say how much or what manner of the noun behind them.
const TRANSPARENT: Words = words![
    "موجه",
    "موجات",
    "سلسله",
    "اعمال",
    "حركه",
    "حمله",
    "عمليات",
    "عمليه",
    "حالات",
    "احداث",
    "تجدد",
    "اجمالي",
    "متوسط",
    "صافي",
    "احد",
    "احدي",
    "بعض",
    "اسعار",
    "سعر",
    "قيمه",
    "حجم",
    "نسبه",
    "معدل",
    "معدلات",
    "مجموعه",
    "عدد",
    "كميه",
    "قوات",
    "تصاعد",
    "اندلاع",
    "وقوع",
    "شحنه",
    "قافله",
    "عناصر",
    "مييات",
    "عشرات",
    "الاف",
];

/// Nouns of places besides the heads of named places, in folded spelling.
#[rustfmt::skip]
const PLACES: Words = words![
    "مدينه",
    "مدن",
    "منطقه",
    "مناطق",
    "محافظه",
    "محافظات",
    "ولايه",
    "ولايات",
    "شارع",
    "شوارع",
    "ميدان",
    "ميادين",
    "ساحه",
    "ساحات",
    "بلاد",
    "بلده",
    "بلدات",
    "قريه",
    "قري",
    "جنوب",
    "شمال",
    "شرق",
    "غرب",
    "وسط",
    "عاصمه",
    "انحاء",
    "عموم",
    "حي",
    "احياء",
    "ضاحيه",
    "مخيم",
    "حدود",
    "مطار",
    "ميناء",
    "سجن",
    "دوله",
    "دول",
    "طريق",
    "سوق",
    "مسجد",
    "كنيسه",
    "جامعه",
    "مدرسه",
    "مستشفي",
    "ملعب",
    "موقع",
    "مقر",
    "مبني",
    "جبل",
    "جزيره",
    "ساحل",
    "سواحل",
    "معبر",
    "حاجز",
    "قاعده",
    "جنوبي",
    "شمالي",
    "شرقي",
    "غربي",
    "ضواحي",
    "محيط",
    "ريف",
    "اقليم",
    "مقاطعه",
    "معسكر",
    "مطعم",
    "فندق",
    "محطه",
    "منزل",
    "بلدان",
    "مركز",
    "دايره",
    "قطاع",
    "هناك",
    "ناحيه",
    "قضاء",
    "جهه",
    "مناحي",
    "ارجاء",
    "ضفه",
    "ارض",
    "اراضي",
    "اراضيها",
    "شواطي",
    "عده",
    "قصر",
    "سرايا", "سراي", "قاعه", "مواني", "جزر", "مطارات", "مرافي", "مرفا", "مصنع", "معمل", "محله", "ستاد", "استاد", "رصيف", "جسر", "نفق", "مزرعه", "غابه", "وادي", "حقل", "منشاه", "محكمه", "اطراف", "مشارف", "بيت", "شقه", "كليه", "مدرج",
];

/// Whether a phrase names somebody or something that acts: a name, an office, a noun of people or of an institution.
#[must_use]
pub fn is_actor(text: &Text<'_>, noun: &Noun) -> bool {
    if let Some(kind) = noun.kind {
        return kind != PhraseKind::Nominal || noun.tokens.len() == 1;
    }
    let word = text.word(noun.head).trim_start_matches(['و', 'ل', 'ب']);
    let bare = grammar::without_article(word);
    let bare = bare.strip_prefix('ل').filter(|rest| rest.chars().count() > 3 && word.starts_with('ل')).unwrap_or(bare);
    text.is_noun_of(noun.head, "authority|police|crowd|person|court|team|force")
        || nouns::SOURCES.contains(bare)
        || nouns::PEOPLE.contains(bare)
        // A dual in the nominative, with the article: «الاثنان», «الزعيمان».
        || word.starts_with("ال") && word.ends_with("ان") && word.chars().count() > 5 && !text.is_listed(noun.head)
        || matches!(
            bare,
            "دول"
                | "بلدان"
                | "طرفان"
                | "جانبان"
                | "طرفين"
                | "جانبين"
                | "شركاء"
                | "طرف"
                | "جانب"
                | "مسلحون"
                | "مجهولون"
                | "عدد"
                | "مجتمع"
        )
        || text.mention_kind(noun.head).is_some_and(|kind| kind == MentionType::Group)
        || text.reading.scene.matches.at(noun.head).iter().any(|found| found.is(Class::Office) || found.is(Class::OrganisationHead))
}

/// Whether a phrase is a place.
#[must_use]
pub fn is_place(text: &Text<'_>, noun: &Noun) -> bool {
    if let Some(kind) = noun.kind {
        return kind == PhraseKind::Place;
    }
    let word = text.word(noun.head);
    let stem = word.trim_start_matches('و');
    let peeled = [stem, stem.strip_prefix('ب').unwrap_or(stem), stem.strip_prefix('ل').unwrap_or(stem)];
    peeled.iter().any(|word| {
        let bare = grammar::without_article(word);
        let bare = bare.strip_prefix('ل').filter(|_| bare.starts_with("لل") || word.starts_with('ل')).unwrap_or(bare);
        let one = bare.strip_suffix("تين").or_else(|| bare.strip_suffix("تان")).map(|stem| format!("{stem}ه"));
        PLACES.contains(bare) || one.is_some_and(|one| PLACES.contains(one.as_str()))
    }) || text.reading.scene.matches.at(noun.head).iter().any(|found| found.is(Class::PlaceHead))
}

/// Whether a phrase begins with a verbal noun.
#[must_use]
pub fn is_verbal(text: &Text<'_>, noun: &Noun) -> bool {
    let word = text.word(noun.head);
    let start = text.document().token(noun.head).map_or(0, |token| token.span().start);
    let skipped = text.document().text().get(start..noun.span.start.max(start)).map_or(0, |skipped| skipped.chars().count());
    let stem = word.char_indices().nth(skipped).and_then(|(at, _)| word.get(at..)).unwrap_or("");
    let bare = grammar::without_article(stem);
    let bare = bare.strip_prefix('ل').filter(|_| stem.starts_with('ل') && skipped > 0).unwrap_or(bare);
    grammar::is_verbal_noun(bare, text.document().source(noun.head).ends_with('ه'))
        || text.cues(noun.head).any(|row| row.is(Part::MASDAR))
        // A dual in the nominative, with the article: «الاثنان», «الزعيمان».
        || word.starts_with("ال") && word.ends_with("ان") && word.chars().count() > 5 && !text.is_listed(noun.head)
        || matches!(bare.chars().count(), 4 | 5) && bare.starts_with('ت') && bare.chars().nth(2) != Some('ي')
}

/// Whether a noun phrase fits the sets and kinds of a slot.
#[must_use]
pub fn fits(text: &Text<'_>, noun: &Noun, of: &str) -> bool {
    of.is_empty()
        || of.split('|').any(|one| match one {
            "@actor" => is_actor(text, noun),
            "@place" => is_place(text, noun),
            "@name" => noun.kind.is_some_and(|kind| kind != PhraseKind::Nominal),
            "@human" => {
                matches!(noun.kind, Some(PhraseKind::Person | PhraseKind::Title | PhraseKind::Counterpart))
                    || text.is_noun_of(noun.head, "person|crowd")
                    || nouns::PEOPLE.contains(grammar::without_article(text.word(noun.head)))
                    || text.reading.scene.matches.at(noun.head).iter().any(|found| found.is(Class::Office))
            }
            "@organisation" => noun.kind == Some(PhraseKind::Organisation) || text.is_noun_of(noun.head, "authority|court|police|team"),
            "@country" => noun.kind == Some(PhraseKind::Place) || noun.kind == Some(PhraseKind::Organisation),
            "@verbal" => noun.kind.is_none() && is_verbal(text, noun),
            "@thing" => !is_verbal(text, noun) || noun.kind.is_some(),
            // The verbal noun of an act of office: «إلغاء», «إقالة», «فرض».
            "@act" => text.cues(noun.head).any(|row| {
                let of_office =
                    |name: &str| matches!(name, "act_on" | "dismiss" | "appoint" | "impose" | "lift" | "adopt" | "dissolve" | "release_of");
                row.is(Part::MASDAR) && row.cue().is_some_and(|names| names.split('|').any(of_office))
            }),
            "@counted" => noun.number.is_some(),
            "@definite" => noun.definite,
            // A number and no noun: «15 منهم».
            "@alone" => noun.number.is_some() && noun.head == noun.tokens.start,
            // Who holds or is an office: a body, a state, a title, a person with one.
            "@office" => match noun.kind {
                Some(PhraseKind::Person) => text.phrases.at(noun.head).is_some_and(|phrase| phrase.title.is_some()),
                Some(kind) => kind != PhraseKind::Nominal,
                None => text.is_noun_of(noun.head, "authority|police|court"),
            },
            // No adverbial accusative: «متفوقا».
            "@object" => {
                !text.is_noun_of(noun.head, "state")
                    && (noun.definite || noun.number.is_some() || !text.document().source(noun.head).ends_with(['ا', 'ً']))
            }
            set => {
                text.is_noun_of(noun.head, set)
                    || noun.head > noun.tokens.start && text.is_noun_of(noun.tokens.start, set)
                    // «موجة احتجاجات», «سلسلة هجمات»
                    || text.is(noun.head, TRANSPARENT) && noun.head + 1 < noun.tokens.end && text.is_noun_of(noun.head + 1, set)
            }
        })
}

/// Whether a phrase of a group fits a slot, by itself or by what it is joined to: «في ظفار والوسطى» are two places.
#[must_use]
pub fn fits_joined(text: &Text<'_>, group: &Group, noun: &Noun, of: &str) -> bool {
    let joined =
        || of == "@place" && noun.kind.is_none() && noun.definite && group.items.first().is_some_and(|first| is_place(text, first));
    fits(text, noun, of) || joined()
}

/// Where words that began before a token and reach to the end of their clause end.
#[must_use]
pub fn long_end(text: &Text<'_>, from: usize, limit: usize) -> usize {
    let Some(level) = from.checked_sub(1) else { return from };
    let mut at = from;
    let mut relative = false;
    let stop = limit.min(from + LONGEST).min(text.document().tokens().len());
    while at < stop {
        if !text.reading.scene.continues(at) {
            break;
        }
        if let Some(quotation) = text.clauses.opens(at).and_then(|index| text.document().quotations().get(index)) {
            at = if quotation.closed { quotation.tokens.end + 1 } else { return at };
            continue;
        }
        if text.ends_clause(at) || !text.clauses.same_level(level, at) && text.document().mark(at).is_none() {
            break;
        }
        if text.clauses.closes(at).is_some() && !text.clauses.same_level(level, at) {
            break;
        }
        if text.is_comma(at) {
            let next = at + 1;
            let goes_on = text.is(next, grammar::RELATIVES)
                || text.preposition(next).is_some_and(|(preposition, after)| {
                    !matches!(preposition, Preposition::Purpose | Preposition::Because | Preposition::Time)
                        && text.clauses.date(after).is_none()
                })
                || text.is(next, words!["بقياده"])
                || text.conjoined(next).is_some()
                    && text.preposition(next).is_none()
                    && !text.clause_breaks(next)
                    && !text.is_verb(next)
                    && !text.is(next, words!["وذلك", "وسط"]);
            if !goes_on || text.clause_breaks(next) {
                break;
            }
            relative |= text.is(next, grammar::RELATIVES);
            at += 1;
            continue;
        }
        relative = relative || text.is(at, grammar::RELATIVES);
        // «السجن خمس سنوات»: how long belongs to it, when does not.
        let when = text.clauses.date(at).and_then(|index| text.reading.dates.get(index)).is_some_and(|date| !date.value.starts_with('P'));
        if when && !relative || text.clause_breaks(at) && text.phrases.at(at).is_none() {
            break;
        }
        // «… في بيان صدر أمس»: how it was told is no part of what was.
        if text.word(at) == "في" && text.is(at + 1, nouns::MEDIUMS) && !grammar::is_definite(text.word(at + 1)) && !relative {
            break;
        }
        if let Some((preposition, next)) = text.preposition(at)
            && !relative
            && (matches!(preposition, Preposition::Time | Preposition::Because | Preposition::Beside) || text.clauses.date(next).is_some())
        {
            break;
        }
        at += 1;
    }
    at = at.min(stop);
    // «إغلاق المدارس يومي [الاثنين …]»
    if at > from
        && text.clauses.date(at).is_some()
        && text.is(at - 1, words!["يوم", "يومي", "ليل", "مساء", "صباح", "فجر", "في", "منذ", "من"])
    {
        at -= 1;
    }
    while at > from && (text.is_fence(at - 1) || text.document().mark(at - 1) == Some('،')) && text.document().mark(at - 1) != Some(')') {
        at -= 1;
    }
    at
}
