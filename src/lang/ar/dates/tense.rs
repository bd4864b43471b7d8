//! Whether the verb that governs an expression tells of what was or of what is to come.

use crate::date::Outlook;
use crate::find::Scene;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Tokens looked at before and after the expression; a governing verb stands nearer.
const REACH: usize = 40;

/// The tense of the nearest verb before the expression in its sentence; failing that, of the first after it.
pub fn outlook(scene: &Scene<'_>, start: usize, end: usize) -> Outlook {
    let sentence = scene.document.sentence_around(start);
    let before = (sentence.start.max(start.saturating_sub(REACH))..start).rev();
    let after = end..sentence.end.min(end + REACH);
    before.chain(after).map(|token| of_word(scene, token)).find(|found| *found != Outlook::Unsaid).unwrap_or_default()
}

/// Whether the word is a verb or particle that tells past from future: a sentence has begun.
pub fn tells(scene: &Scene<'_>, token: usize) -> bool {
    of_word(scene, token) != Outlook::Unsaid
}

fn of_word(scene: &Scene<'_>, token: usize) -> Outlook {
    if !scene.is_word(token) {
        return Outlook::Unsaid;
    }
    let folded = scene.folded(token);
    let mut found = word(folded);
    if found == Outlook::Unsaid
        && let Some(rest) = folded.strip_prefix(['و', 'ف'])
    {
        found = word(rest);
    }
    found
}

fn word(word: &str) -> Outlook {
    let verbs = verbs();
    if verbs.future.contains(word) || is_future_verb(word) || word.strip_prefix(['ي', 'ت']).is_some_and(|stem| verbs.planned.contains(stem))
    {
        return Outlook::Future;
    }
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    if verbs.past.contains(word) || verbs.past.contains(stem) { Outlook::Past } else { Outlook::Unsaid }
}

/// Endings of the perfect and pronouns on it, the longer before the shorter.
const ENDINGS: &[&str] = &["تهما", "تها", "ته", "تهم", "هما", "ها", "هم", "ه", "وا", "تا", "ت", "ا"];

/// The tables below as sets: every word of every sentence with a date is looked up. Only membership is asked, never order.
#[derive(Debug)]
struct Verbs {
    future: HashSet<&'static str>,
    planned: HashSet<&'static str>,
    past: HashSet<&'static str>,
}

fn verbs() -> &'static Verbs {
    static VERBS: OnceLock<Verbs> = OnceLock::new();
    let set = |table: &'static [&'static str]| table.iter().copied().collect();
    VERBS.get_or_init(|| Verbs { future: set(FUTURE), planned: set(PLANNED), past: set(PAST) })
}

/// س before an imperfect: سيعقد, ستنطلق. Nouns that begin so are listed.
fn is_future_verb(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('س') else { return false };
    rest.starts_with(['ي', 'ت', 'ن']) && rest.chars().nth(3).is_some() && !NOT_FUTURE.iter().any(|noun| word.starts_with(noun))
}

const FUTURE: &[&str] = &[
    "سوف",
    "لن",
    "المقرر",
    "مقرر",
    "المزمع",
    "المرتقب",
    "المنتظر",
    "المتوقع",
    "يعتزم",
    "تعتزم",
    "يعتزمون",
    "ينوي",
    "تنوي",
    "يستعد",
    "تستعد",
    "المرجح",
    "يتوقع",
    "ينتظر",
    "يرتقب",
    "يخطط",
    "تخطط",
    "موعدا",
    "موعد",
];

const NOT_FUTURE: &[&str] = &[
    "سيار",
    "سياس",
    "سياح",
    "سياد",
    "سيطر",
    "سيناري",
    "سيناء",
    "سيدات",
    "سيره",
    "سيول",
    "سيسي",
    "ستين",
    "ستون",
    "ستار",
    "ستالين",
    "ستوكهولم",
    "سنوا",
    "سنوي",
    "سندات",
    "سنغاف",
    "سنتيم",
    "سنتر",
    "سنجار",
    "سنار",
    "سياق",
    "سينما",
    "سيمون",
    "سيبيري",
    "ستاد",
    "ستاند",
    "سنين",
];

/// Imperfect verbs of arranged events without their prefix: يعقد المجلس الأحد, تبدأ المباراة غدا.
const PLANNED: &[&str] = &[
    "عقد",
    "نعقد",
    "فتتح",
    "فتح",
    "نطلق",
    "بدا",
    "ستضيف",
    "لتقي",
    "زور",
    "صوت",
    "جتمع",
    "قام",
    "جري",
    "حتضن",
    "ستانف",
    "نتهي",
    "تراس",
    "دشن",
    "حل",
    "توجه",
    "غادر",
    "شارك",
    "واجه",
    "خوض",
    "لعب",
    "ناقش",
    "لقي",
    "ستقبل",
    "ختتم",
    "نظم",
    "طلق",
    "صدر",
    "سري",
    "صل",
    "ستمر",
    "غلق",
];

/// Perfect verbs, third person masculine; the feminine and the plural follow.
const PAST: &[&str] = &[
    "قال",
    "اعلن",
    "اكد",
    "اضاف",
    "اوضح",
    "ذكر",
    "كشف",
    "صرح",
    "اشار",
    "وقع",
    "قتل",
    "اصيب",
    "وصل",
    "التقي",
    "التق",
    "بحث",
    "زار",
    "عقد",
    "شهد",
    "كان",
    "تم",
    "جري",
    "بدا",
    "انتهي",
    "انته",
    "اندلع",
    "انطلق",
    "خرج",
    "دخل",
    "اعتقل",
    "توفي",
    "ولد",
    "انتخب",
    "صدر",
    "اصدر",
    "وافق",
    "اجري",
    "اجر",
    "ناقش",
    "استقبل",
    "غادر",
    "عاد",
    "رفض",
    "طلب",
    "دعا",
    "دع",
    "حذر",
    "ادان",
    "نشر",
    "ارسل",
    "هبط",
    "سقط",
    "اطلق",
    "شن",
    "قصف",
    "استهدف",
    "هاجم",
    "تظاهر",
    "احتج",
    "فاز",
    "خسر",
    "تعادل",
    "سجل",
    "ارتفع",
    "انخفض",
    "تراجع",
    "بلغ",
    "وقعت",
    "افاد",
    "نقل",
    "تولي",
    "تول",
    "استقال",
    "اقال",
    "عين",
    "حكم",
    "قضي",
    "سجن",
    "اغتيل",
    "استشهد",
    "لقي",
    "فرض",
    "رفع",
    "خفض",
    "الغي",
    "علق",
    "انسحب",
    "انضم",
    "تاسس",
    "اسس",
    "افتتح",
    "دشن",
    "احتفل",
    "حضر",
    "شارك",
    "قدم",
    "تسلم",
    "سلم",
    "تلقي",
    "تلق",
    "حصل",
    "منح",
    "خاض",
    "حقق",
    "تحدث",
    "تحول",
    "اجتاح",
    "امتد",
    "قرر",
    "نفذ",
    "نفي",
    "نف",
    "ضرب",
    "دمر",
    "اسفر",
    "ادي",
    "تسبب",
    "اعترف",
    "اتهم",
    "برا",
    "ظهر",
    "اختفي",
    "اختطف",
    "احتجز",
    "افرج",
    "لم",
    "انهار",
    "غرق",
    "تحطم",
    "اشتبك",
    "هطل",
    "وقف",
    "توقف",
    "استانف",
    "اختتم",
    "انعقد",
    "التحق",
    "رحل",
    "مات",
    "تزوج",
    "اغلق",
    "فتح",
    "انفجر",
    "استولي",
    "سيطر",
    "حرر",
    "استعاد",
    "استعاده",
    "اجتمع",
    "سافر",
    "اتفق",
    "جدد",
    "شدد",
    "ابلغ",
    "اتصل",
    "ظل",
    "بقي",
    "اصبح",
    "تعرض",
    "تمكن",
    "نجح",
    "فشل",
    "توجه",
    "تراس",
    "واصل",
    "هدد",
    "القي",
    "شيع",
    "احيا",
    "ابدي",
    "اعرب",
    "ندد",
    "رحب",
    "تبني",
    "اقر",
    "تعهد",
    "ابرم",
    "تبادل",
    "استضاف",
    "حاول",
    "قاد",
    "وجه",
    "تابع",
    "اثار",
    "انتقد",
    "انتقل",
];
