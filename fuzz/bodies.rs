//! What each fuzz target does with its bytes. A body fails by a panic alone: any bytes at all give a result in which the contract
//! holds, or an error. `fuzz/targets` hands bodies to libFuzzer, `tests/fuzzing.rs` feeds them from a seeded generator.

#![allow(dead_code, reason = "each target uses its own body")]

use crate::common::{check, in_bytes};
use khabar::date::civil::{Day, add_months};
use khabar::date::{Moment, hijri, value::Value as TimexValue};
use khabar::document::Document;
use khabar::export::{FORMATS, export};
use khabar::find::Scene;
use khabar::lexicon::{Lexicon, Matches};
use khabar::tagger::clusters::Clusters;
use khabar::tagger::label::LABELS;
use khabar::tagger::model::{Batch, Model};
use khabar::tagger::{Tagger, Tagging};
use khabar::{Analysis, OffsetUnit, Options, analyse as analyse_text, lang};
use serde_json::Value;

/// Bytes read one after the other; past the end they are 0.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    fn word(&mut self) -> u16 {
        u16::from_le_bytes([self.next(), self.next()])
    }

    fn long(&mut self) -> i32 {
        i32::from_le_bytes([self.next(), self.next(), self.next(), self.next()])
    }

    /// A moment of the calendar, or none.
    fn moment(&mut self) -> Option<Moment> {
        let (year, month, day, hour, minute) =
            (self.word() % 10_000, self.next() % 13, self.next() % 32, self.next() % 25, self.next() % 60);
        let clock = if hour < 24 { format!("T{hour:02}:{minute:02}") } else { String::new() };
        Moment::parse(&format!("{year:04}-{month:02}-{day:02}{clock}"))
    }

    /// Options of every sort.
    fn options(&mut self) -> Options {
        let choice = self.next();
        Options {
            published: if choice & 1 == 0 { None } else { self.moment() },
            language: [None, None, lang::pack("ar"), lang::pack("en")][usize::from(choice >> 1 & 3)],
            offsets: [OffsetUnit::Char, OffsetUnit::Utf16, OffsetUnit::Byte][usize::from((choice >> 3) % 3)],
            explain: choice & 128 != 0,
        }
    }
}

/// Analyses the text and holds the Analysis against the contract.
fn hold(text: &str, options: &Options) {
    let analysis = serde_json::to_value(analyse_text(text, options)).expect("an Analysis is JSON");
    check(text, &in_bytes(text, &analysis));
}

/// Options, then a text.
pub fn analyse(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let options = bytes.options();
    hold(&String::from_utf8_lossy(bytes.0), &options);
}

/// An Analysis to read back and to write in every format. After a text and the byte 255 come, by the first byte of all, the JSON
/// itself, or changes to make to the Analysis of the text.
pub fn analysis(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let raw = bytes.next() % 2 == 0;
    let options = bytes.options();
    let cut = bytes.0.iter().position(|&byte| byte == 255).unwrap_or(bytes.0.len());
    let (text, rest) = bytes.0.split_at(cut);
    let text = String::from_utf8_lossy(text);
    let rest = rest.get(1..).unwrap_or(&[]);
    let json = if raw {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        let mut value = serde_json::to_value(analyse_text(&text, &options)).expect("an Analysis is JSON");
        let mut rest = Bytes(rest);
        while !rest.0.is_empty() {
            change(&mut value, &mut rest);
        }
        value.to_string()
    };
    let Ok(analysis) = Analysis::from_json(&json) else { return };
    let written: Vec<bool> = FORMATS.iter().map(|format| export(&text, analysis.clone(), format).is_ok()).collect();
    assert!(written.iter().all(|&one| one == written[0]), "some formats take the Analysis and some do not: {written:?}");
    if written[0]
        && let Ok(file) = export(&text, analysis, &FORMATS[0])
    {
        assert!(Analysis::from_json(&file).is_ok(), "what was written cannot be read: {file}");
    }
}

/// Changes one value inside another: which one and how, the bytes say.
fn change(value: &mut Value, bytes: &mut Bytes<'_>) {
    let choice = usize::from(bytes.next());
    match value {
        Value::Object(fields) if !fields.is_empty() && choice < 250 => {
            let name = fields.keys().nth(choice % fields.len()).cloned().unwrap_or_default();
            match choice {
                240.. => {
                    fields.remove(&name);
                }
                _ => change(&mut fields[&name], bytes),
            }
        }
        Value::Array(items) if !items.is_empty() && choice < 250 => {
            let at = choice % items.len();
            match choice {
                240..245 => {
                    items.remove(at);
                }
                245.. => items.push(items[at].clone()),
                _ => change(&mut items[at], bytes),
            }
        }
        Value::Number(number) if choice < 240 => {
            let shift = i64::from(bytes.next()) - 128;
            *value = (number.as_i64().unwrap_or_default() + shift).into();
        }
        Value::String(text) if choice < 240 => match choice % 4 {
            0 => text.clear(),
            1 => text.push(char::from(bytes.next())),
            2 => text.push_str(["=1+1", "<b>&\"'", "\u{0}", "e1", "\u{202E}", "ORG", "2022-13-40", "utf16"][usize::from(bytes.next() % 8)]),
            _ => *text = text.chars().rev().collect(),
        },
        _ => {
            *value = match choice % 7 {
                0 => Value::Null,
                1 => true.into(),
                2 => u64::MAX.into(),
                3 => "".into(),
                4 => Value::Array(Vec::new()),
                5 => Value::Object(serde_json::Map::new()),
                _ => (-1.5).into(),
            }
        }
    }
}

/// Words of time and what stands between them; a byte chooses one.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "، ",
    ". ",
    "/",
    "-",
    ":",
    "–",
    "(",
    ")",
    "«",
    "»",
    "و",
    "ب",
    "ل",
    "ال",
    "من ",
    "إلى ",
    "حتى ",
    "في ",
    "قبل ",
    "بعد ",
    "منذ ",
    "خلال ",
    "بين ",
    "الموافق ",
    "ليلة ",
    "كل ",
    "صباح ",
    "مساء ",
    "ظهر ",
    "فجر ",
    "الساعة ",
    "بتوقيت غرينتش ",
    "ص ",
    "م ",
    "اليوم ",
    "أمس ",
    "غدا ",
    "أول أمس ",
    "بعد غد ",
    "السبت ",
    "الأحد ",
    "الاثنين ",
    "الثلاثاء ",
    "الأربعاء ",
    "الخميس ",
    "الجمعة ",
    "يناير ",
    "شباط ",
    "مارس ",
    "نيسان ",
    "ماي ",
    "حزيران ",
    "يوليو ",
    "غشت ",
    "أيلول ",
    "أكتوبر ",
    "نونبر ",
    "كانون الأول ",
    "محرم ",
    "رمضان ",
    "جمادى الآخرة ",
    "ذو الحجة ",
    "هـ ",
    "ميلادي ",
    "عام ",
    "سنة ",
    "الأسبوع ",
    "الشهر ",
    "العام ",
    "القرن ",
    "العقد ",
    "الربع ",
    "النصف ",
    "الماضي ",
    "المقبل ",
    "الجاري ",
    "الأول ",
    "الثاني ",
    "الأخير ",
    "أوائل ",
    "منتصف ",
    "أواخر ",
    "يوم ",
    "يومين ",
    "أيام ",
    "ساعات ",
    "أشهر ",
    "سنوات ",
    "ثلاثة ",
    "عشرين ",
    "وعشرين ",
    "مئة ",
    "ألفين ",
    "نصف ",
    "ربع ",
    "وصل ",
    "سيصل ",
    "قال: ",
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "9",
    "00",
    "19",
    "20",
    "29",
    "30",
    "31",
    "1443",
    "1999",
    "2022",
    "9999",
    "٢",
    "٢٠٢٢",
    "Monday ",
    "March ",
    "May ",
    "last ",
    "next ",
    "week ",
    "year ",
    "days ",
    "ago ",
    "the ",
    "of ",
    "on ",
    "in ",
    "two ",
    "th ",
    "st ",
    "at ",
    "noon ",
    "a.m. ",
    "GMT ",
    "yesterday ",
    "quarter ",
    "century ",
    "1990s ",
    "BC ",
    "early ",
    "every ",
    "until ",
    "since ",
    "q",
    "ق.م ",
    "99999999999",
    "T",
    "Z",
];

/// A reference date and words of time to place; values and days of every sort to read and to reckon with.
pub fn dates(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let options = bytes.options();
    let (number, step) = (bytes.long(), bytes.long());
    let (small, month) = (i32::from(bytes.word()), bytes.next());
    for day in
        [Day::from_number(number), Day::from_number(number % 3_652_060), Day::new(small, month % 14, month / 8)].into_iter().flatten()
    {
        let (year, month, of_month) = day.civil();
        assert_eq!(Day::new(year, month, of_month), Some(day));
        assert!((1..=7).contains(&day.weekday()));
        let week = day.iso_week();
        assert!((1..=53).contains(&week.1), "{week:?}");
        for other in [
            day.plus(step),
            day.plus_months(step),
            day.plus_months(step % 4000),
            day.monday(),
            day.on_or_before(month % 9),
            day.on_or_after(month % 9),
        ] {
            assert!(other.is_none_or(|other| (1..=3_652_059).contains(&other.number())));
        }
        if let Some(hijri) = hijri::year_of(day) {
            let (first, last) = hijri::bounds(hijri, None, None).expect("a year that holds a day has bounds");
            assert!(first <= day && day <= last);
        }
    }
    let _ = add_months(number, month % 13, step);
    let _ = hijri::bounds(number, Some(month), Some(month / 3));
    if let Some((first, last)) = hijri::bounds(1300 + small % 300, Some(month % 14), None) {
        assert!(first <= last);
    }
    let raw = String::from_utf8_lossy(bytes.0);
    if let Ok(value) = raw.parse::<TimexValue>() {
        let written = value.to_string();
        assert_eq!(written.parse::<TimexValue>().as_ref(), Ok(&value), "{raw:?} is written as {written:?}");
    }
    if let Some(moment) = Moment::parse(&raw) {
        assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
    }
    let text: String = bytes.0.iter().take(120).filter_map(|&byte| PIECES.get(usize::from(byte) % PIECES.len())).copied().collect();
    hold(&text, &options);
    let analysis = analyse_text(&text, &options);
    let alone = khabar::dates(&text, &options);
    assert_eq!(serde_json::to_string(&alone).ok(), serde_json::to_string(&analysis.dates).ok(), "dates alone differ in {text:?}");
}

/// A packed lexicon: refused, or looked up in.
pub fn lexicon(bytes: &[u8]) {
    let Ok(lexicon) = Lexicon::from_bytes(bytes) else { return };
    let own = String::from_utf8_lossy(bytes.get(bytes.len() / 2..).unwrap_or(&[]));
    let words = ["القاهره", "الامم", "المتحده", "كلمه3", "امريكا", "", "ا", "\u{10FFFF}"];
    let nodes: Vec<_> = words.into_iter().chain(own.split('\0').take(20)).filter_map(|word| lexicon.word(word)).collect();
    for &node in &nodes {
        let _ = (lexicon.classes(node), lexicon.ambiguous(node), lexicon.flags(node));
        for entry in lexicon.entries(node) {
            let _ = (entry.attribute("iso"), entry.has("f"), entry.canonical().len(), entry.english().len());
        }
        for deeper in nodes.iter().filter_map(|&word| lexicon.step(node, word)) {
            assert!(lexicon.entries(deeper).count() <= 255);
        }
    }
    for id in [0, 1, u32::MAX] {
        let _ = lexicon.entry(id);
    }
}

/// A model of the tagger, a table of clusters, or both: refused, or used. The first byte says which; with both, the next two
/// are the length of the model.
pub fn model(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    match bytes.next() % 3 {
        0 => {
            let Ok(model) = Model::decode(bytes.0) else { return };
            let mut batch = Batch::default();
            batch.features.extend((0..22).map(|bit| (1_u32 << bit) + 12).chain([0, 77, 90_000, u32::MAX]));
            batch.end_group();
            model.weigh(&mut batch, |_| ());
        }
        1 => {
            let Ok(clusters) = Clusters::decode(bytes.0) else { return };
            let peel = lang::PACKS[0].peel;
            for word in ["بغداد", "وببغداد", "كتاب", "ا", "", "word"] {
                let _ = clusters.of_word(word, peel(word));
            }
        }
        _ => {
            let length = usize::from(bytes.word()).min(bytes.0.len());
            let (model, clusters) = bytes.0.split_at(length);
            let Ok(tagger) = Tagger::decode(model, clusters) else { return };
            let document = Document::new("قال الوزير في بغداد إن كتاب القلم انتهى. وصل محمد كامل الشاذلي، 12 يوما.\nUN said");
            let pack = lang::PACKS[0];
            let matches = Matches::new(&document, pack);
            let tagging = tagger.tag(&Scene { document: &document, matches: &matches, pack, tagging: &Tagging::default() });
            assert_eq!(tagging.labels.len(), document.tokens().len());
            assert!(tagging.labels.iter().all(|&label| usize::from(label) < LABELS));
            assert!(tagging.names().iter().all(|name| name.tokens.end <= tagging.labels.len()));
        }
    }
}
