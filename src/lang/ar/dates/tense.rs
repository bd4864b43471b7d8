//! Whether the verb that governs an expression tells of what was or of what is to come.

use crate::date::Outlook;
use crate::date::words::Sorted;
use crate::find::Scene;

/// Tokens looked at before and after the expression; a governing verb stands nearer.
pub const REACH: usize = 40;

/// Whether the word is a verb or particle that tells past from future.
pub fn of_word(scene: &Scene<'_>, token: usize) -> Outlook {
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
    let planned = word.strip_prefix(['ي', 'ت']).is_some_and(|stem| PLANNED.has(stem));
    if planned || is_future_verb(word) || FUTURE.has(word) {
        return Outlook::Future;
    }
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    let past = PAST.has(word) || stem.is_some_and(|stem| PAST.has(stem));
    if past { Outlook::Past } else { Outlook::Unsaid }
}

/// Endings of the perfect and pronouns on it, the longer before the shorter.
const ENDINGS: &[&str] = &["تهما", "تها", "ته", "تهم", "هما", "ها", "هم", "ه", "وا", "تا", "ت", "ا"];

/// س before an imperfect: سيعقد, ستنطلق. Nouns that begin so are listed.
fn is_future_verb(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('س') else { return false };
    rest.starts_with(['ي', 'ت', 'ن']) && rest.chars().nth(3).is_some() && !NOT_FUTURE.split(' ').any(|noun| word.starts_with(noun))
}

// These lists are in the order of their bytes: every word of every sentence with a date is looked up in them.
static FUTURE: Sorted = Sorted::new(
    "المتوقع المرتقب المرجح المزمع المقرر المنتظر تخطط تستعد تعتزم تنوي سوف لن مقرر موعد موعدا يتوقع يخطط يرتقب يستعد \
    يعتزم يعتزمون ينتظر ينوي",
);

/// Beginnings of nouns that look like one.
const NOT_FUTURE: &str = "سيار سياس سياح سياد سيطر سيناري سيناء سيدات سيره سيول سيسي ستين ستون ستار ستالين ستوكهولم سنوا سنوي سندات سنغاف \
    سنتيم سنتر سنجار سنار سياق سينما سيمون سيبيري ستاد ستاند سنين";

/// Imperfect verbs of arranged events without their prefix: يعقد المجلس الأحد, تبدأ المباراة غدا.
static PLANNED: Sorted = Sorted::new(
    "بدا تراس توجه جتمع جري حتضن حل ختتم خوض دشن زور ستانف ستضيف ستقبل ستمر سري شارك صدر صل صوت طلق عقد غادر غلق فتتح \
    فتح قام لتقي لعب لقي ناقش نتهي نطلق نظم نعقد واجه",
);

/// Perfect verbs, third person masculine; the feminine and the plural follow.
static PAST: Sorted = Sorted::new(
    "ابدي ابرم ابلغ اتصل اتفق اتهم اثار اجتاح اجتمع اجر اجري احتج احتجز احتفل احيا اختتم اختطف اختفي ادان ادي ارتفع \
    ارسل استانف استشهد استضاف استعاد استعاده استقال استقبل استهدف استولي اسس اسفر اشار اشتبك اصبح اصدر اصيب اضاف \
    اطلق اعترف اعتقل اعرب اعلن اغتيل اغلق افاد افتتح افرج اقال اقر اكد التحق التق التقي الغي القي امتد انتخب انتقد \
    انتقل انته انتهي انخفض اندلع انسحب انضم انطلق انعقد انفجر انهار اوضح بحث بدا برا بقي بلغ تابع تاسس تبادل تبني \
    تحدث تحطم تحول تراجع تراس تزوج تسبب تسلم تظاهر تعادل تعرض تعهد تلق تلقي تم تمكن توجه توفي توقف تول تولي جدد جري \
    حاول حذر حرر حصل حضر حقق حكم خاض خرج خسر خفض دخل دشن دع دعا دمر ذكر رحب رحل رفض رفع زار سافر سجل سجن سقط سلم \
    سيطر شارك شدد شن شهد شيع صدر صرح ضرب طلب ظل ظهر عاد عقد علق عين غادر غرق فاز فتح فرض فشل قاد قال قتل قدم قرر قصف \
    قضي كان كشف لقي لم مات منح ناقش نجح ندد نشر نف نفذ نفي نقل هاجم هبط هدد هطل واصل وافق وجه وصل وقع وقعت وقف ولد",
);

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_in_order() {
        for list in [&super::FUTURE, &super::PLANNED, &super::PAST] {
            assert!(list.words.split(' ').is_sorted_by(|one, other| one < other));
        }
    }
}
