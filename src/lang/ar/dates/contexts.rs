//! Words that make what looks like a date a name, or an adjective. All spellings are folded.

/// Nouns after which a date is a name: streets, squares, cities, universities, papers, alliances called after a day.
pub const NAMED_AFTER_DAYS: &str = "مدينه حي جسر كوبري شارع ميدان ساحه محور طريق نفق صحيفه جريده مجله قناه جامعه مدرسه مستشفي ملعب استاد قاعده \
    تحالف حركه قوي فريق حزب تيار كتيبه كتائب كتايب لواء مفاعل سياره سوق صلاه خطبه مسجد جامع مشروع مجموعه موسسه \
    مركز مطار ميناء حديقه جائزه جايزه حرب ثوره قطار سد مكتبه دستور نادي شركه مصنع الطريق منتزه متنزه قريه اكاديميه";

/// Outlets whose name ends in اليوم.
pub const NAMED_TODAY: &str = "روسيا المصري اخبار صحيفه جريده قناه موقع العربيه صدي وكاله";

/// Nouns that take العام as an adjective, "general, public".
pub const GENERAL: &str = "الامين المدير النائب النايب المدعي المفتش القائد القايد السكرتير الراي القطاع النظام المجلس الاضراب المراقب \
    المشرف الامن الدين المال الصالح التعليم الحاكم المفوض المنسق القنصل العفو الموتمر المكتب النفع النقل الطريق \
    الذوق السياق الشكل المستوي الاطار المدراء الانفاق الاستخدام الاتجاه التوجه المدعيين المسار الهدوء الوضع المزاج \
    الفضاء الاعتماد القضاء";

/// Adjectives that make اليوم a named day, not today.
pub const DAY_NAMES: &str = "العالمي الدولي الوطني السابع المفتوح الدراسي الاول الثاني الثالث الرابع الخامس السادس الثامن التاسع العاشر \
    الواحد الاخير الختامي الافتتاحي الموعود الاعلامي العلمي المشهود الاسود العربي";

/// Events that carry a day without its year: the noun before, month, day, and the year they mean.
pub const EVENTS: &[(&str, u8, u8, i32)] = &[
    ("هجمات احداث اعتداءات تفجيرات حدث", 9, 11, 2001),
    ("ثوره", 1, 25, 2011),
    ("ثوره احداث مظاهرات", 6, 30, 2013),
    ("ثوره", 7, 23, 1952),
    ("ثوره انقلاب", 7, 14, 1958),
    ("ثوره", 9, 26, 1962),
    ("ثوره", 2, 17, 2011),
    ("ثوره", 2, 11, 2011),
    ("حراك", 2, 22, 2019),
    ("ثوره انتفاضه حراك", 10, 17, 2019),
    ("نكسه حرب", 6, 5, 1967),
];

/// Words after which a number alone is a year.
pub const BEFORE_YEARS: &str = "منذ حتي بحلول حرب مونديال اولمبياد صيف شتاء ربيع خريف دستور انتخابات مطلع نهايه بدايه";

/// Prepositions after which a month that is also another word is a month.
pub const BEFORE_MONTHS: &str = "في منذ خلال بين حتي بحلول شهر مطلع بدايه نهايه اوائل اوايل اواخر منتصف الي قبل بعد";

/// Words that may follow a year after في: what follows a counted number would be a noun instead.
pub const AFTER_YEARS: &str = "في من الي علي عن مع بعد قبل حتي خلال حين حيث عندما التي الذي ان ثم بسبب بنسبه مقارنه مقابل كما لكن بينما او و \
    كان كانت بلغ بلغت وحتي وقد بين بان ضد هو هي وفق بفضل الا اذ بعدما قال وقال لم ولم وكان وكانت بموجب تحت بهدف \
    بمشاركه بحضور لدي وفقا";
