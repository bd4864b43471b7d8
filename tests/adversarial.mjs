// Texts made to be hard: one thing a million times, and what looks like much work for the rules. Each kind is a function of a
// size in bytes; the same size gives the same bytes on every machine. scripts/linear counts what they cost beside plain news,
// tests/page/everywhere.mjs takes them at a small size.

import { random } from "../benches/corpus.mjs";

const SEED = 5_000_000;
const LETTERS = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"];

/** Pieces of `make(below, number)` one after the other, until the text has `size` bytes. */
function pieces(make) {
  return (size) => {
    const below = random(SEED);
    const list = [];
    for (let total = 0, number = 0; total < size; number += 1) {
      const piece = make(below, number);
      list.push(piece);
      total += Buffer.byteLength(piece);
    }
    return list.join("");
  };
}

/** One text again and again. */
const again = (unit) => (size) => unit.repeat(Math.ceil(size / Buffer.byteLength(unit)));

/** One of some texts at random, each with what stands between them. */
const oneOf = (list, between = " ") => pieces((below) => list[below(list.length)] + between);

/** Opened to the middle, closed from there. */
const nested = (open, close) => (size) => {
  const depth = Math.ceil(size / Buffer.byteLength(open + close));
  return open.repeat(depth) + close.repeat(depth);
};

const word = (below, most = 8) => Array.from({ length: 1 + below(most) }, () => LETTERS[below(LETTERS.length)]).join("");
const name = (below) => GIVEN[below(GIVEN.length)];
const digits = (below, count) => Array.from({ length: count }, () => below(10)).join("");

const GIVEN = ["محمد", "أحمد", "علي", "حسن", "محمود", "إبراهيم", "خالد", "عمر", "يوسف", "سمير", "نبيل", "طارق", "ليلى", "فاطمة", "مريم", "هدى"];
const VERBS = ["قال", "أكد", "أعلن", "أضاف", "وصف", "اتهم", "دعا", "التقى", "بحث", "عين", "قتل", "أصيب", "طالب", "رفض", "وقع", "زار", "فاز", "ارتفع"];
const OFFICES = ["رئيس", "وزير", "نائب", "مدير", "سفير", "أمين", "قائد", "المتحدث", "مستشار", "وكيل"];
const PLACES = ["القاهرة", "بغداد", "الرباط", "مصر", "العراق", "فرنسا", "باريس", "موسكو", "اليمن", "عدن", "لبنان", "الخرطوم"];
const BODIES = ["وزارة", "حكومة", "مجلس", "هيئة", "جامعة", "شركة", "منظمة", "حزب", "بنك", "محكمة", "نادي", "لجنة"];
const GROUPS = ["المصري", "الفرنسي", "العراقية", "اليمنيين", "السعودي", "الروسي", "الأمريكية", "التونسي"];
const MONTHS = ["يناير", "شباط", "مارس", "أبريل", "أيار", "يونيو", "تموز", "غشت", "أيلول", "أكتوبر", "نونبر", "كانون الأول"];
const DAYS = ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"];
const PERIODS = ["الأسبوع", "الشهر", "العام", "القرن", "يوم", "ثلاثة أيام", "عامين", "الماضي", "المقبل", "منذ", "خلال", "قبل", "بعد", "حتى"];
const NUMBERS = ["ثلاثة", "عشرون", "مئة", "ألف", "مليون", "وخمسين", "مئتان", "وسبعون", "آلاف", "مليار", "نصف", "وثلث"];
const COMMON = ["في", "من", "إلى", "على", "عن", "مع", "هذا", "التي", "الذي", "كان", "بعد", "حول", "ضد", "بين", "كما", "لكن"];
const CURRENCIES = ["دولار", "جنيه", "يورو", "درهم", "ريال", "بالمئة", "٪"];

const time = (below) => `${1 + below(12)}:${digits(below, 2)}`;
const date = (below) => `${1 + below(31)} ${MONTHS[below(MONTHS.length)]} ${1900 + below(150)}`;

/** Every kind: its name and how it is made. */
export const KINDS = {
  // One thing without end.
  "one word": again("ا"),
  "one word, Latin": again("a"),
  "one word of random letters": pieces((below) => LETTERS[below(LETTERS.length)]),
  "clitic و": again("و"),
  "clitics فبكل": again("فبكل"),
  "clitics وال": again("وال"),
  "clitics وبال, words": again("وبال "),
  "lone و": again("و "),
  "tatweel": again("\u0640"),
  "tatweel in a word": again("م\u0640\u0640\u0640"),
  "combining marks": again("\u064B"),
  "combining marks on a letter": again("ب\u064E\u0651\u0670"),
  "Latin combining marks": again("\u0301"),
  "bidi controls": again("\u202B\u200F\u2067"),
  "bidi controls in words": again("م\u200Fح\u202Cم\u200Bد "),
  "joiners and emoji": again("👩\u200D👧 "),
  "ligatures": again("ﷲ"),
  "spaces": again(" "),
  "newlines": again("\n"),
  "Windows newlines": again("\r\n"),
  "letters, one a line": again("و\n"),
  "digits": again("7"),
  "Arabic digits": again("٧"),
  "commas": again(","),
  "Arabic commas": again("، "),
  "stops": again(". "),
  "ellipses": again("…"),
  "colons": again(":"),
  "dashes": again("- "),
  "slashes": again("7/"),
  "NUL": again("\0"),
  // Brackets and quotation marks.
  "brackets, open": again("["),
  "brackets, closing": again("]"),
  "brackets, reversed": again(")("),
  "brackets, nested": nested("(", ")"),
  "brackets of three kinds": nested("([{", "}])"),
  "brackets around words": nested("(قال ", ")"),
  "quotes «": again("«"),
  "quotes »": again("»"),
  "quotes, nested": nested("«", "»"),
  "quotes, straight": again('"'),
  "quotes, curled": again("“”"),
  "quotes, all": oneOf(["«", "»", '"', "“", "”", "„", "‘", "’", "'", "(", ")"], ""),
  "quotes around words": again('«قال» "نعم" '),
  "quotes opened by a speaker": again("قال محمد: «"),
  // Names.
  "a million names": pieces((below) => `${name(below)} `),
  "names of three words": pieces((below) => `${name(below)} ${name(below)} ${name(below)}، `),
  "names joined by و": pieces((below) => `و${name(below)} `),
  "names joined by بن": pieces((below) => `${name(below)} بن `),
  "new names with an office": pieces((below) => `الوزير ${word(below, 6)} ${word(below, 6)} و`),
  "new names, one surname": pieces((below) => `قال ${name(below)} ${word(below, 6)} الشاذلي. `),
  "one name": again("محمد "),
  "offices": oneOf(OFFICES),
  "offices and bodies": pieces((below) => `${OFFICES[below(OFFICES.length)]} ${BODIES[below(BODIES.length)]} `),
  "رئيس وزير": again("رئيس وزير "),
  "places": oneOf(PLACES),
  "places joined by و": pieces((below) => `و${PLACES[below(PLACES.length)]} `),
  "places, one a line": oneOf(PLACES, "\n"),
  "bodies": oneOf(BODIES),
  "bodies and groups": pieces((below) => `${BODIES[below(BODIES.length)]} ${GROUPS[below(GROUPS.length)]} `),
  "groups": oneOf(GROUPS),
  "offices with names": pieces((below) => `${OFFICES[below(OFFICES.length)]} ${PLACES[below(PLACES.length)]} ${name(below)} ${name(below)} `),
  // Sentences.
  "verbs": oneOf(VERBS),
  "قال": again("قال "),
  "أن": again("أن "),
  "قال أن": pieces((below) => `${VERBS[below(VERBS.length)]} أن `),
  "verbs and names": pieces((below) => `${VERBS[below(VERBS.length)]} ${name(below)} ${name(below)} `),
  "verbs, names and أن": pieces((below) => `${VERBS[below(VERBS.length)]} ${name(below)} أن `),
  "statements": pieces((below) => `قال ${name(below)} إن ${PLACES[below(PLACES.length)]} ${word(below)}. `),
  "meetings": pieces((below) => `بحث ${name(below)} مع ${name(below)} `),
  "one fact": again("قال محمد إن الأمر انتهى. "),
  "one sentence of names, verbs, offices": oneOf([...VERBS, ...GIVEN, ...OFFICES, ...PLACES, ...COMMON]),
  "common words": oneOf(COMMON),
  "random words": pieces((below) => `${word(below)} `),
  // Numbers and time.
  "dates": pieces((below) => `${date(below)} `),
  "dates, numeric": pieces((below) => `${1 + below(31)}/${1 + below(12)}/${1990 + below(60)} `),
  "dates, one a line": pieces((below) => `${date(below)}\n`),
  "months": oneOf(MONTHS),
  "days": oneOf(DAYS),
  "days joined by و": pieces((below) => `و${DAYS[below(DAYS.length)]} `),
  "periods": oneOf(PERIODS),
  "times of day": pieces((below) => `${time(below)} `),
  "numbers": pieces((below) => `${digits(below, 1 + below(6))} `),
  "numbers with points": pieces((below) => `${digits(below, 2)}.`),
  "numbers in words": oneOf(NUMBERS),
  "money": pieces((below) => `${digits(below, 3)} ${CURRENCIES[below(CURRENCIES.length)]} `),
  // What stands on pages.
  "URLs": pieces((below) => `https://example.org/${digits(below, 4)}/a?b=${below(100)} `),
  "one URL": again("http://a."),
  "addresses": again("a@"),
  "telephone numbers": pieces((below) => `+20 2 ${digits(below, 4)}-${digits(below, 4)} `),
  "timestamps, one a line": pieces((below) => `${DAYS[below(DAYS.length)]}، ${date(below)} ${time(below)} ص\n`),
  "credits, one a line": pieces((below) => `كتب ${name(below)} ${name(below)}\n`),
  "datelines": pieces((below) => `${PLACES[below(PLACES.length)]} - (أ ش أ) - `),
  "buttons, one a line": oneOf(["مشاركة", "طباعة", "اقرأ أيضا", "المصدر: الميدان", "تابعنا على", "- خبر ذو صلة"], "\n"),
  "tags": pieces((below) => `#${word(below)}_${word(below)} `),
  "base64": pieces((below) => "ABCDEFGHIJabcdefghij0123456789+/"[below(32)]),
  "English names": oneOf(["President", "Grace", "Wambua", "said", "John", "of", "the", "United", "Nations", "Nairobi"]),
  "scripts in turns": again("اa"),
};

/** The text of a kind: at least `size` bytes of UTF-8, more by less than a piece. */
export function adversarial(kind, size) {
  const make = KINDS[kind];
  if (!make) throw new Error(`no such kind: ${kind}`);
  return make(size);
}
