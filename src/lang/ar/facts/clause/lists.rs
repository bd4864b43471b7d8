//! The closed lists that the reading of clauses stands on, in folded spelling.

use super::super::spelling::{Spelling, Words, listed, sorted};
use super::words::Preposition::{
    self, About, Against, Agent, Because, Before, Beside, Between, Duration, From, In, On, Other, Purpose, Time, To, With,
};

/// The words of a phrase.
macro_rules! phrase {
    ($($word:literal),+) => {
        &[$(listed($word)),+]
    };
}

/// Prepositions of one or more words, in folded spelling; the longer before the shorter they begin with.
#[rustfmt::skip]
pub(super) const PREPOSITIONS: &[(&[Spelling], Preposition)] = &[
    (phrase!["علي", "خلفيه"], Because), (phrase!["علي", "اثر"], Because), (phrase!["علي", "يد"], Agent), (phrase!["علي", "ايدي"], Agent),
    (phrase!["علي", "هامش"], Other), (phrase!["علي", "الرغم"], Other), (phrase!["علي", "غرار"], Other), (phrase!["علي", "متن"], In),
    (phrase!["علي", "مدي"], Time), (phrase!["في", "وجه"], Against), (phrase!["في", "حق"], On), (phrase!["بحق"], On), (phrase!["في", "اطار"], Other), (phrase!["في", "حال"], Other),
    (phrase!["في", "اعقاب"], Because), (phrase!["في", "ظل"], Other), (phrase!["من", "اجل"], Purpose), (phrase!["من", "قبل"], Agent),
    (phrase!["من", "جانب"], Agent), (phrase!["من", "طرف"], Agent), (phrase!["من", "خلال"], Other), (phrase!["الي", "جانب"], Beside),
    (phrase!["الي", "حين"], Other), (phrase!["الي", "اجل", "غير", "مسمي"], Time), (phrase!["حتي", "اشعار", "اخر"], Time), (phrase!["بما", "فيها"], Beside),
    (phrase!["بما", "فيهم"], Beside), (phrase!["بما", "في", "ذلك"], Beside), (phrase!["من", "بينها"], Beside), (phrase!["من", "بينهم"], Beside),
    (phrase!["بينها"], Beside), (phrase!["بينهم"], Beside), (phrase!["بالاضافه", "الي"], Beside), (phrase!["اضافه", "الي"], Beside),
    (phrase!["فضلا", "عن"], Beside), (phrase!["احتجاجا", "علي"], Because), (phrase!["ردا", "علي"], Because), (phrase!["تنديدا"], Because),
    (phrase!["رفضا"], Because), (phrase!["للمطالبه"], Because), (phrase!["للاحتجاج", "علي"], Because), (phrase!["للتنديد"], Because), (phrase!["نتيجه"], Because),
    (phrase!["بسبب"], Because), (phrase!["جراء"], Because), (phrase!["اثر"], Because), (phrase!["بفعل"], Because), (phrase!["عقب"], Because),
    (phrase!["بهدف"], Purpose), (phrase!["بغيه"], Purpose), (phrase!["بقصد"], Purpose), (phrase!["لاجل"], Purpose), (phrase!["بغرض"], Purpose),
    (phrase!["لمده"], Duration), (phrase!["طوال"], Time), (phrase!["خلال"], Time), (phrase!["اثناء"], Time), (phrase!["بعد"], Time), (phrase!["قبل"], Time),
    (phrase!["منذ"], Time), (phrase!["قبيل"], Time), (phrase!["بعيد"], Time), (phrase!["في"], In), (phrase!["داخل"], In), (phrase!["وسط"], In), (phrase!["قرب"], In),
    (phrase!["بالقرب", "من"], In), (phrase!["الي"], To), (phrase!["نحو"], To), (phrase!["باتجاه"], To), (phrase!["صوب"], To), (phrase!["علي"], On), (phrase!["من"], From),
    (phrase!["عن"], About), (phrase!["بشان"], About), (phrase!["حول"], About), (phrase!["بخصوص"], About), (phrase!["مع"], With), (phrase!["بين"], Between),
    (phrase!["ضد"], Against), (phrase!["امام"], Before), (phrase!["لدي"], Other), (phrase!["عبر"], Other), (phrase!["تحت"], Other), (phrase!["فوق"], Other),
    (phrase!["حتي"], Other), (phrase!["رغم"], Other), (phrase!["ضمن"], Other), (phrase!["تجاه"], Other), (phrase!["حيال"], Other), (phrase!["ازاء"], Other),
    (phrase!["خارج"], In), (phrase!["لصالح"], Other), (phrase!["بدلا", "من"], Other), (phrase!["بموجب"], Other), (phrase!["بحضور"], Other),
    (phrase!["برفقه"], Other), (phrase!["بقياده"], Other), (phrase!["برياسه"], Other), (phrase!["بمناسبه"], Other), (phrase!["بحسب"], Other), (phrase!["حسب"], Other),
    (phrase!["وفق"], Other), (phrase!["وفقا"], Other), (phrase!["عند"], Other), (phrase!["دون"], Other), (phrase!["مقابل"], Other), (phrase!["مقارنه"], Other),
];

/// The words that [`PREPOSITIONS`] begin with.
pub(super) const FIRST_OF_PREPOSITIONS: Words = Words::of({
    const FIRST: &[Spelling] = &sorted(first_words::<{ PREPOSITIONS.len() }>());
    FIRST
});

#[expect(clippy::indexing_slicing, reason = "run by the compiler alone, which would stop the build")]
const fn first_words<const N: usize>() -> [Spelling; N] {
    let mut first = [Spelling::NONE; N];
    let mut row = 0;
    while row < N {
        first[row] = PREPOSITIONS[row].0[0];
        row += 1;
    }
    first
}

/// Words before which a clause ends.
#[rustfmt::skip]
pub(super) const BREAKS: Words = words![
    "حيث", "اذ", "كما", "فيما", "بينما", "وبينما", "وفيما", "مما", "وذلك", "وقد", "بعدما", "عندما", "لكن", "ولكن", "فقد", "لكنه",
    "لكنها", "وكان", "وكانت", "كي", "لكي", "بل", "اذا", "حسبما", "ولم", "ولن", "وهو", "وهي", "وهم", "والذي", "والتي", "بحسب",
    "حسب", "وفق", "وفقا", "طبقا", "قايلا", "قايله", "علما", "ام", "لان", "لانه", "لانها", "الا", "سواء",
];

/// Words that begin with ي and are no verb.
#[rustfmt::skip]
pub(super) const NOUNS_IN_YEH: Words = words![
    "يوم", "يوما", "يومين", "يومان", "يومي", "يوميا", "يوميه", "يناير", "يونيو", "يوليو", "يهود", "يهودي", "يهوديه", "يمين", "يمني",
    "يمنيه", "يمنيا", "يسار", "يساري", "يورو", "يقين", "ياباني", "يابانيه", "يونانيه", "يوناني", "يخت", "يتيم", "يمنيين", "يدويا",
    "يسارا", "يمينا", "يابسه", "يمنيون",
];

/// Words that end in ت and are no verb.
#[rustfmt::skip]
pub(super) const NOUNS_IN_TEH: Words = words![
    "بيت", "وقت", "صوت", "موت", "تحت", "زيت", "بنت", "اخت", "سبت", "ثابت", "كويت", "انترنت", "كهرباييت", "سكوت", "صمت", "ليت",
    "توقيت", "تثبيت", "تفتيت", "تصويت", "تفاوت", "موقت", "نبت", "سمت", "بخت", "تابوت", "ياقوت", "عنكبوت", "ذات", "هيهات",
    "باكستانيت", "نفت", "حوت", "ست", "شبت", "كتلت", "بحت", "ملفت", "لافت", "مهت", "سبوت", "طاغوت", "كبريت", "تشتيت", "خافت", "كريت",
    "بايت", "ميغابايت", "شرت", "ماركت", "بسكويت", "كونكريت", "برنت", "سنت", "نت", "فرانت", "تويت", "بلوت", "بيروت", "حضرموت",
    "تكريت", "الت",
];

/// Words whose first letters are no article, as they are written without hamza.
#[rustfmt::skip]
pub(super) const ROOT_LAM: Words = words![
    "الغاء", "القاء", "الزام", "الحاق", "التزام", "التقاء", "التحاق", "التماس", "الف", "الاف", "الم", "الهام",
];

/// Words before which a verb must follow.
#[rustfmt::skip]
pub(super) const BEFORE_VERBS: Words = words![
    "قد", "لم", "لن", "سوف", "وقد", "فقد", "ولم", "ولن", "لقد", "ولقد", "وسوف",
];

/// Words that a clause may hold anywhere and that fill no role.
#[rustfmt::skip]
pub(super) const ADVERBS: Words = words![
    "ايضا", "مجددا", "موخرا", "حاليا", "سابقا", "رسميا", "هاتفيا", "فورا", "معا", "سويا", "اخيرا", "تقريبا", "بالفعل", "غدا",
    "لاحقا", "هناك", "هنا", "فقط", "جدا", "كذلك", "مساء", "صباحا", "ليلا", "فجرا", "ظهرا", "عصرا", "اليوم", "امس", "الان", "بدوره",
    "بدورها", "كلها", "جميعا", "حيث", "مره", "مرتين", "مرات", "تحديدا", "خصوصا", "خاصه", "لاسيما", "بشده", "بقوه", "بشكل", "بصوره",
    "سلميا", "ميدانيا", "عسكريا", "علنا", "نهايييا", "موقتا", "قليلا", "كثيرا", "عاده", "غالبا", "حديثا", "مبكرا", "متاخرا",
    "سنويا", "شهريا", "يوميا", "عالميا", "محليا", "دوليا", "عربيا", "بسرعه", "تدريجيا", "مباشره", "عمدا", "غيابيا", "حضوريا",
    "ربما", "اثر", "نفسه", "نفسها", "انفسهم", "ذاته", "ذاتها", "بذلك", "لذلك", "عموما", "بينهم", "بينها", "منهم", "منها", "بينهما",
    "الماضي", "الجاري", "المقبل", "مني", "معي", "عني", "معهم", "امامه", "امامها", "ضده", "ضدها", "ضدهم", "بحقه", "بحقهم", "القادم",
    "الاخير", "الماضيه", "المقبله", "القادمه", "الفايت",
];
