//! The closed classes of Arabic that the frames stand on, in folded spelling (أ إ آ → ا, ى → ي, ة → ه).

pub use super::nouns::ANNOUNCED;
use super::spelling::{Spelling, Words};
use crate::fact::phrase::{Agreement, Gender, Number};

/// Words that open a clause as what is said: أن and إن, alone, with pronouns, with ب.
pub const COMPLEMENTISERS: Words =
    words!["ان", "انه", "انها", "انهم", "انهما", "انني", "اننا", "انهن", "بان", "بانه", "بانها", "بانهم", "بانهما", "باننا", "بانهن"];

/// Words after which أن belongs to them and opens no content: «بعد أن», «دون أن».
pub const OWN_CLAUSE: Words = words![
    "بعد",
    "قبل",
    "منذ",
    "دون",
    "غير",
    "الا",
    "رغم",
    "كما",
    "شرط",
    "شريطه",
    "يجب",
    "ينبغي",
    "يمكن",
    "مجرد",
    "حين",
    "لدرجه",
    "خشيه",
    "المقرر",
    "المتوقع",
    "المرجح",
    "الممكن",
];

/// Prepositions that stand as words of their own and open an adjunct.
pub const PREPOSITIONS: Words = words![
    "في",
    "من",
    "الي",
    "علي",
    "عن",
    "مع",
    "خلال",
    "عبر",
    "بعد",
    "قبل",
    "عقب",
    "منذ",
    "لدي",
    "امام",
    "حول",
    "بشان",
    "بخصوص",
    "اثناء",
    "اثر",
    "ضمن",
    "ضد",
    "تجاه",
    "حيال",
    "ازاء",
    "بين",
    "داخل",
    "خارج",
    "وسط",
    "قرب",
    "تحت",
    "فوق",
    "عند",
    "نحو",
    "حتي",
    "رغم",
    "بعيد",
    "قبيل",
    "بسبب",
    "بفضل",
    "بهدف",
    "بموجب",
    "بحضور",
    "برفقه",
    "بمناسبه",
    "بينما",
    "ردا",
    "تعليقا",
    "بحسب",
    "حسب",
    "وفق",
    "وفقا",
    "طبقا",
    "نقلا",
    "جراء",
    "ابان",
    "فور",
    "لاجل",
    "بغيه",
];

/// Relative pronouns.
pub const RELATIVES: Words = words!["الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي"];

/// Words after which a clause begins anew.
pub const CLAUSE_OPENERS: Words = words![
    "ان",
    "انه",
    "بان",
    "لكن",
    "ولكن",
    "اما",
    "واما",
    "فيما",
    "بينما",
    "وبينما",
    "كما",
    "حيث",
    "اذ",
    "اذا",
    "عندما",
    "حين",
    "ثم",
    "وقد",
    "قد",
    "فقد",
    "ولقد",
    "لقد",
    "هذا",
    "كان",
    "كانت",
    "وكان",
    "وكانت",
    "بدوره",
    "بدورها",
];

/// Words that open a clause beside the one before them.
pub const CONTRASTS: Words = words!["لكن", "ولكن", "لكنه", "لكنها", "غير", "حيث", "اذ", "مما", "بعدما"];

/// Words that may stand between a clause opener and its verb, or at the head of a sentence before it.
pub const CONNECTIVES: Words = words![
    "لكنه",
    "لكنها",
    "لكنهم",
    "ولكنه",
    "ولكنها",
    "كما",
    "هذا",
    "وقد",
    "قد",
    "فقد",
    "ثم",
    "حيث",
    "اذ",
    "فيما",
    "بينما",
    "وفيما",
    "وبينما",
    "عندما",
    "ايضا",
    "وايضا",
    "لكن",
    "ولكن",
    "ولقد",
    "لقد",
    "بل",
    "حين",
    "لذلك",
    "وهنا",
];

/// Prepositions with a pronoun: part of no noun phrase.
pub const WITHIN: Words = words![
    "لنا",
    "لي",
    "لكم",
    "بنا",
    "علينا",
    "منا",
    "معنا",
    "الينا",
    "عنهم",
    "منهم",
    "عليهم",
    "اليهم",
    "بهم",
    "معهم",
    "تم",
    "يتم",
    "فيه",
    "فيها",
    "فيهم",
    "له",
    "لها",
    "لهم",
    "به",
    "بها",
    "عليه",
    "عليها",
    "منه",
    "منها",
    "عنه",
    "عنها",
    "اليه",
    "اليها",
    "معه",
    "معها",
    "خلاله",
    "خلالها",
    "لديه",
    "لديها",
    "حوله",
    "حولها",
];

/// Words that deny the verb after them.
pub const NEGATIONS: Words = words!["لم", "لن", "لا", "ما", "ولم", "ولن", "ولا", "فلم", "فلن", "وما"];

/// Words that put what follows into the future or under a plan.
pub const PLANS: Words =
    words!["سوف", "وسوف", "يعتزم", "تعتزم", "ينوي", "تنوي", "المقرر", "المتوقع", "المنتظر", "المرتقب", "يستعد", "تستعد"];

/// How every form of [`COUNTERPARTS`] begins.
pub const COUNTERPART: Spelling = Spelling::of("نظ");

/// Somebody's counterpart: the words, and whose number they have.
pub const COUNTERPARTS: &[(Words, Agreement)] = &[
    (words!["نظيره", "نظيرها", "نظيرهما"], MASCULINE_ONE),
    (words!["نظيرته", "نظيرتها"], FEMININE_ONE),
    (words!["نظيريه", "نظيريها"], agreement(Gender::Masculine, Number::Two)),
    (words!["نظرايه", "نظراءه", "نظراوه", "نظرايها", "نظراءها"], agreement(Gender::Masculine, Number::Many)),
];

/// A masculine singular form.
pub const MASCULINE_ONE: Agreement = agreement(Gender::Masculine, Number::One);

/// A feminine singular form.
pub const FEMININE_ONE: Agreement = agreement(Gender::Feminine, Number::One);

const fn agreement(gender: Gender, number: Number) -> Agreement {
    Agreement { gender: Some(gender), number: Some(number) }
}

/// Whether a bare word has the shape of a verbal noun: إفعال, تفعيل, انفعال, افتعال, استفعال, مفاعلة, فعول, or one with a pronoun
/// («دعمه»). `pronoun` says whether the word can end in one, which the folded spelling does not show.
#[must_use]
pub fn is_verbal_noun(word: &str, pronoun: bool) -> bool {
    if ANNOUNCED.contains(word) {
        return true;
    }
    let letters = word.chars().count();
    if word.starts_with("ال") && letters > 4 {
        return false;
    }
    let stem = if pronoun { strip_pronoun(word) } else { word };
    if ANNOUNCED.contains(stem) {
        return true;
    }
    let count = stem.chars().count();
    let mut characters = [' '; 8];
    for (place, letter) in characters.iter_mut().zip(stem.chars()) {
        *place = letter;
    }
    let at = |index: usize| characters.get(index).copied().unwrap_or(' ');
    match (at(0), count) {
        // إرسال, اعتقال, استقالة
        ('ا', 5..=8) => at(count - 2) == 'ا' || (at(count - 1) == 'ه' && at(count - 3) == 'ا'),
        // تسجيل, تعيين; تطوره, تعاون only with a pronoun
        ('ت', 4..=6) => stem.len() < word.len() || (count == 5 && at(3) == 'ي'),
        // مغادرة, مصادرة
        ('م', 6) => at(2) == 'ا' && at(5) == 'ه',
        // حدوث, وصول
        (_, 4) => at(2) == 'و',
        _ => false,
    }
}

/// A noun without the pronoun at its end.
#[must_use]
pub fn strip_pronoun(word: &str) -> &str {
    ["هما", "ها", "هم", "ه"].iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3)).unwrap_or(word)
}

/// Whether a word shows the article.
#[must_use]
pub fn is_definite(word: &str) -> bool {
    word.starts_with("ال") && word.chars().count() > 3
}

/// The word without its article.
#[must_use]
pub fn without_article(word: &str) -> &str {
    if is_definite(word) { word.strip_prefix("ال").unwrap_or(word) } else { word }
}

/// Gender and number of a finite verb in the third person, given its listed perfect.
#[must_use]
pub fn verb_agreement(form: &str, perfect: &str) -> Agreement {
    let masculine = |number| Agreement { gender: Some(Gender::Masculine), number: Some(number) };
    let feminine = |number| Agreement { gender: Some(Gender::Feminine), number: Some(number) };
    if form == perfect {
        return masculine(Number::One);
    }
    let mut root = perfect.chars();
    root.next_back();
    let is_perfect = form.starts_with(root.as_str());
    if is_perfect {
        return if form.ends_with("تا") && !perfect.ends_with("تا") {
            feminine(Number::Two)
        } else if form.ends_with("وا") {
            masculine(Number::Many)
        } else if form.ends_with('ت') {
            feminine(Number::One)
        } else if form.ends_with('ا') {
            masculine(Number::Two)
        } else {
            masculine(Number::One)
        };
    }
    let number = if form.ends_with("ان") && form.chars().count() > 4 {
        Number::Two
    } else if form.ends_with("ون") || form.ends_with("وا") {
        Number::Many
    } else {
        Number::One
    };
    match form.chars().next() {
        Some('ت') => feminine(number),
        Some('ي') => masculine(number),
        _ => Agreement::default(),
    }
}

/// Gender and number of a participle in the accusative: مشيرا, مشيرة, مشيرين.
#[must_use]
pub fn participle_agreement(form: &str) -> Agreement {
    // «بالقول» shows nothing of who speaks.
    if form.starts_with("بال") {
        return Agreement::default();
    }
    if form.ends_with('ه') {
        Agreement { gender: Some(Gender::Feminine), number: None }
    } else if form.ends_with("ين") {
        Agreement::default()
    } else {
        Agreement { gender: Some(Gender::Masculine), number: Some(Number::One) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_show_gender_and_number() {
        let feminine = |form, perfect| verb_agreement(form, perfect).gender == Some(Gender::Feminine);
        assert!(feminine("قالت", "قال") && feminine("تقول", "قال") && feminine("لفتت", "لفت") && feminine("رات", "راي"));
        assert!(!feminine("لفت", "لفت") && !feminine("يقول", "قال") && !feminine("تابع", "تابع") && !feminine("توقع", "توقع"));
        assert_eq!(verb_agreement("يبحثان", "بحث").number, Some(Number::Two));
        assert_eq!(verb_agreement("ناقشا", "ناقش").number, Some(Number::Two));
        assert_eq!(verb_agreement("اعلنوا", "اعلن").number, Some(Number::Many));
        assert_eq!(verb_agreement("اعلن", "اعلن").number, Some(Number::One));
    }

    #[test]
    fn verbal_nouns_have_their_shapes() {
        for noun in ["ارسال", "اعتقال", "تسجيل", "مقتل", "تطوره", "دعمه", "حدوث", "تعاونها"] {
            assert!(is_verbal_noun(noun, true), "{noun}");
        }
        for noun in ["استقاله", "مغادره"] {
            assert!(is_verbal_noun(noun, false), "{noun}");
        }
        for other in ["الرييس", "وزير", "في", "متحدث", "البيان", "جديد"] {
            assert!(!is_verbal_noun(other, true), "{other}");
        }
    }

    #[test]
    fn counterparts_begin_alike() {
        for word in ["نظيره", "نظيرتها", "نظيريه", "نظراءه"] {
            assert!(COUNTERPARTS.iter().any(|(words, _)| words.contains(word)) && Spelling::of(word).starts_with(COUNTERPART), "{word}");
        }
        assert!(!COUNTERPARTS.iter().any(|(words, _)| words.contains("نظره")));
    }
}
