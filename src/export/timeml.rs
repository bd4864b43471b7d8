//! TimeML 1.2.1: the text with its expressions of time as TIMEX3, in the frame of TempEval-3 (DOCID, DCT, TEXT). The text comes
//! back from a parser character for character, save those that XML allows in no document.

use super::Article;
use super::digest::name_of;
use super::markup::{attribute, xml};
use core::fmt::{self, Write};

pub fn write(article: &Article<'_>) -> String {
    let mut out = String::with_capacity(article.text.len() * 2);
    // A String takes whatever is written to it.
    let _ = document(article, &mut out);
    out
}

fn document(article: &Article<'_>, out: &mut String) -> fmt::Result {
    out.push_str(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<!DOCTYPE TimeML SYSTEM \"TimeML.dtd\">\n",
        "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ",
        "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n",
    ));
    writeln!(out, "<DOCID>{}</DOCID>", name_of(article.text))?;
    let published = article.analysis.published.as_ref();
    // A document time that nobody knows is left out: an invented one would place every «أمس».
    if let Some(published) = published {
        let (kind, clock) = published.time.as_ref().map_or(("DATE", String::new()), |time| ("TIME", format!("T{time}")));
        let value = format!("{}{clock}", published.value);
        writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"{kind}\" value=\"{}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{}</TIMEX3></DCT>",
            attribute(&value),
            xml(&value)
        )?;
    }
    out.push_str("<TEXT>");
    let mut reached = 0;
    for (index, date) in article.analysis.dates.iter().enumerate().filter(|(_, date)| date.start < date.end) {
        // Elements nest or keep apart; of two that share words the earlier stays.
        if date.start < reached {
            continue;
        }
        write!(out, "{}<TIMEX3 tid=\"t{}\"", xml(article.slice(reached, date.start)), index + 1)?;
        let optional = [("mod", date.modifier), ("quant", date.quantity.as_deref()), ("freq", date.frequency.as_deref())];
        write!(out, " type=\"{}\" value=\"{}\"", date.kind, attribute(&date.value))?;
        for (name, value) in optional {
            if let Some(value) = value {
                write!(out, " {name}=\"{}\"", attribute(value))?;
            }
        }
        let reckoned = date.anchor != "none";
        write!(out, " temporalFunction=\"{reckoned}\"")?;
        if date.anchor == "published" && published.is_some() {
            out.push_str(" anchorTimeID=\"t0\"");
        }
        write!(out, ">{}</TIMEX3>", xml(article.slice(date.start, date.end)))?;
        reached = date.end;
    }
    writeln!(out, "{}</TEXT>\n</TimeML>", xml(article.slice(reached, article.text.len())))
}
