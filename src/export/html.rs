//! The article on one page with its marks and facts: no script, no outside resource, and a policy that allows neither. Marks
//! are told apart by tint and underline, and named in a legend, since colour alone is not seen by everyone.

use super::Article;
use super::article::office;
use super::digest::{base64, sha256};
use super::labels::{Label, Labels};
use super::markup::attribute as escaped;
use crate::fact::FACTS;
use crate::mention::KINDS;
use crate::report::FactReport;
use crate::text::chars::{CharClass, class};
use core::fmt::{self, Write};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const STYLE: &str = include_str!("html.css");

/// Underlines, by turns.
const UNDERLINES: &[&str] = &["solid", "dotted", "dashed", "double", "wavy"];

/// The class of every expression of time, with its label and colour.
const DATE: (&str, Label, &str) = ("DATE", ("تاريخ", "Date"), "#355c00");

pub fn write(article: &Article<'_>) -> String {
    let mut page = Page { article, labels: article.labels(), out: String::with_capacity(article.text.len() * 3) };
    // A String takes whatever is written to it.
    let _ = page.whole();
    page.out
}

struct Page<'a> {
    article: &'a Article<'a>,
    labels: Labels,
    out: String,
}

fn style() -> String {
    let mut style = STYLE.to_owned();
    let kinds = KINDS.iter().map(|kind| (kind.id, kind.colour)).chain([(DATE.0, DATE.2)]);
    for ((id, colour), underline) in kinds.zip(UNDERLINES.iter().cycle()) {
        style += &format!(".{id}{{--c:{colour};text-decoration-style:{underline}}}\n");
    }
    style
}

impl Page<'_> {
    fn whole(&mut self) -> fmt::Result {
        let (language, direction) = if self.labels.are_arabic() { ("ar", "rtl") } else { ("en", "ltr") };
        let title = self.article.headline().unwrap_or(self.labels.pick(("خبر", "Article")));
        let style = style();
        write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n",
            base64(&sha256(style.as_bytes())),
            escaped(title),
        )?;
        self.legend()?;
        self.text()?;
        self.names()?;
        self.dates()?;
        self.facts()?;
        self.out.push_str("</main>\n</body>\n</html>\n");
        Ok(())
    }

    fn legend(&mut self) -> fmt::Result {
        let found = KINDS.iter().filter(|kind| self.article.analysis.mentions.iter().any(|mention| mention.kind == kind.id));
        let mut rows: Vec<(&str, &str)> = found.map(|kind| (kind.id, self.labels.pick((kind.ar, kind.en)))).collect();
        if !self.article.analysis.dates.is_empty() {
            rows.push((DATE.0, self.labels.pick(DATE.1)));
        }
        if rows.is_empty() {
            return Ok(());
        }
        self.out.push_str("<ul class=\"legend\">");
        for (id, label) in rows {
            write!(self.out, "<li><mark class=\"{id}\">{}</mark></li>", escaped(label))?;
        }
        self.out.push_str("</ul>\n");
        Ok(())
    }

    fn text(&mut self) -> fmt::Result {
        self.out.push_str("<article>\n");
        let article = self.article;
        let mut marks = Marks::new(article, self.labels);
        let mut zones = article.analysis.zones.iter().peekable();
        let mut titled = false;
        let mut start = 0;
        let ends = |character: char| class(character) == CharClass::LineEnd;
        for line in article.text.split_inclusive(ends) {
            let end = start + line.len();
            let words = start..start + line.trim_end_matches(ends).len();
            start = end;
            // The zone that the line ends in gives it its looks; a dateline in front of the body is a part of the body.
            let mut zone = None;
            while let Some(next) = zones.next_if(|zone| zone.start < end) {
                zone = Some(next);
            }
            if words.is_empty() || line.trim().is_empty() {
                continue;
            }
            let (kind, direction) =
                zone.map_or(("body", if self.labels.are_arabic() { "rtl" } else { "ltr" }), |zone| (zone.kind, zone.direction));
            let tag = if kind == "headline" && !titled { "h1" } else { "p" };
            titled |= tag == "h1";
            write!(self.out, "<{tag} class=\"{kind}\" dir=\"{direction}\">")?;
            marks.line(&mut self.out, words.start, words.end)?;
            writeln!(self.out, "</{tag}>")?;
        }
        self.out.push_str("</article>\n");
        Ok(())
    }

    fn open_section(&mut self, label: Label) -> fmt::Result {
        writeln!(self.out, "<section>\n<h2>{}</h2>", self.labels.pick(label))
    }

    fn open_table(&mut self, header: &[Label]) -> fmt::Result {
        self.out.push_str("<div class=\"wide\"><table>\n<thead><tr>");
        for label in header {
            write!(self.out, "<th scope=\"col\">{}</th>", self.labels.pick(*label))?;
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        Ok(())
    }

    fn cell(&mut self, words: &str) -> fmt::Result {
        write!(self.out, "<td><bdi>{}</bdi></td>", escaped(words))
    }

    /// A value that is read from the left whatever stands around it.
    fn value(&mut self, value: &str) -> fmt::Result {
        write!(self.out, "<td><bdi dir=\"ltr\">{}</bdi></td>", escaped(value))
    }

    fn names(&mut self) -> fmt::Result {
        let article = self.article;
        if article.analysis.entities.is_empty() {
            return Ok(());
        }
        self.open_section(("الأسماء", "Names"))?;
        self.open_table(&[
            ("الاسم", "Name"),
            ("بالإنجليزية", "In English"),
            ("النوع", "Type"),
            ("المناصب", "Offices"),
            ("Wikidata", "Wikidata"),
            ("المواضع", "Mentions"),
        ])?;
        let mut places: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
        for (index, mention) in article.analysis.mentions.iter().enumerate() {
            places.entry(mention.entity.as_deref().unwrap_or_default()).or_default().push(index + 1);
        }
        let held = article.offices();
        for entity in &article.analysis.entities {
            self.out.push_str("<tr>");
            let offices: Vec<&str> = held.get(entity.id.as_str()).into_iter().flatten().map(|fact| office(fact)).collect();
            self.cell(&entity.name)?;
            self.cell(entity.english.as_deref().unwrap_or_default())?;
            write!(self.out, "<td>{}</td>", self.labels.mention(entity.kind))?;
            self.cell(&offices.join(self.labels.pick(("، ", ", "))))?;
            self.value(entity.wikidata.as_deref().unwrap_or_default())?;
            self.out.push_str("<td>");
            for (number, mention) in places.get(entity.id.as_str()).into_iter().flatten().enumerate() {
                write!(self.out, "<a href=\"#m{mention}\">{}</a> ", number + 1)?;
            }
            self.out.push_str("</td></tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n</section>\n");
        Ok(())
    }

    fn dates(&mut self) -> fmt::Result {
        let none = self.article.analysis.dates.is_empty();
        if none && self.article.analysis.published.is_none() {
            return Ok(());
        }
        self.open_section(("التواريخ", "Dates"))?;
        if let Some(published) = &self.article.analysis.published {
            let clock = published.time.as_ref().map_or(String::new(), |time| format!("T{time}"));
            writeln!(
                self.out,
                "<p>{}: <bdi dir=\"ltr\">{}{}</bdi> ({})</p>",
                self.labels.pick(("تاريخ النشر", "Published")),
                escaped(&published.value),
                escaped(&clock),
                self.labels.source(published.source)
            )?;
        }
        if !none {
            self.open_table(&[("القيمة", "Value"), ("من", "From"), ("إلى", "To"), ("في النص", "In the text")])?;
            for (index, date) in self.article.timeline() {
                self.out.push_str("<tr>");
                self.value(&date.value)?;
                self.value(date.earliest.as_deref().unwrap_or_default())?;
                self.value(date.latest.as_deref().unwrap_or_default())?;
                writeln!(self.out, "<td><a href=\"#t{}\"><bdi>{}</bdi></a></td></tr>", index + 1, escaped(&date.text))?;
            }
            self.out.push_str("</tbody></table></div>\n");
        }
        self.out.push_str("</section>\n");
        Ok(())
    }

    fn facts(&mut self) -> fmt::Result {
        let article = self.article;
        for kind in FACTS {
            let mut facts = article.analysis.facts.iter().enumerate().filter(|(_, fact)| fact.kind == kind.id).peekable();
            if facts.peek().is_none() {
                continue;
            }
            self.open_section((kind.ar, kind.en))?;
            for (index, fact) in facts {
                self.fact(index + 1, fact)?;
            }
            self.out.push_str("</section>\n");
        }
        Ok(())
    }

    fn fact(&mut self, number: usize, fact: &FactReport) -> fmt::Result {
        self.out.push_str("<article><dl>");
        for argument in &fact.args {
            let (role, filler) = (self.labels.role(argument.role), self.article.filler(argument));
            write!(self.out, "<dt>{}</dt><dd><bdi>{}</bdi></dd>", escaped(role), escaped(filler))?;
        }
        if let Some(date) = &fact.date {
            let label = self.labels.pick(("التاريخ", "Date"));
            write!(self.out, "<dt>{label}</dt><dd><bdi dir=\"ltr\">{}</bdi></dd>", escaped(date))?;
        }
        if let Some(entity) = self.article.entity(fact.attributed_to.as_deref()) {
            let label = self.labels.pick(("بحسب", "According to"));
            write!(self.out, "<dt>{label}</dt><dd><bdi>{}</bdi></dd>", escaped(&entity.name))?;
        }
        let realis = self.labels.realis(fact.realis);
        if !realis.is_empty() {
            write!(self.out, "<dt>{}</dt><dd>{realis}</dd>", self.labels.pick(("الحال", "Told as")))?;
        }
        let link = self.labels.pick(("في النص", "In the text"));
        writeln!(
            self.out,
            "</dl><blockquote dir=\"auto\">{}</blockquote><a href=\"#f{number}\">{link}</a></article>",
            escaped(&fact.evidence.text)
        )
    }
}

/// A mark that is still to be opened, the outer one before those inside it. `part` counts the pieces of a mark that crosses
/// another, or a line end: elements can only nest.
type Pending = Reverse<(usize, Reverse<usize>, usize, usize)>;

/// The marks of the text and where facts begin.
struct Marks<'a> {
    article: &'a Article<'a>,
    /// Class, id and title of each mark.
    rows: Vec<(&'static str, String, String)>,
    pending: BinaryHeap<Pending>,
    /// Where facts begin, the last one first.
    facts: Vec<(usize, usize)>,
}

impl<'a> Marks<'a> {
    fn new(article: &'a Article<'a>, labels: Labels) -> Self {
        let mut marks = Self { article, rows: Vec::new(), pending: BinaryHeap::new(), facts: Vec::new() };
        for (index, mention) in article.analysis.mentions.iter().enumerate() {
            let mut title = labels.mention(mention.kind).to_owned();
            if let Some(entity) = article.entity(mention.entity.as_deref()) {
                title += &format!(": {}", entity.english.as_deref().unwrap_or(&entity.name));
            }
            marks.push(mention.start, mention.end, mention.kind, format!("m{}", index + 1), title);
        }
        for (index, date) in article.analysis.dates.iter().enumerate() {
            marks.push(date.start, date.end, DATE.0, format!("t{}", index + 1), date.value.clone());
        }
        // The facts are in order of the text.
        marks.facts = article.analysis.facts.iter().enumerate().map(|(index, fact)| (fact.start, index + 1)).rev().collect();
        marks
    }

    fn push(&mut self, start: usize, end: usize, class: &'static str, id: String, title: String) {
        self.pending.push(Reverse((start, Reverse(end), self.rows.len(), 0)));
        self.rows.push((class, id, title));
    }

    /// Writes the text from `start` to `end` with its marks.
    fn line(&mut self, out: &mut String, start: usize, end: usize) -> fmt::Result {
        let mut at = start;
        let mut open: Vec<usize> = Vec::new();
        loop {
            let closing = open.last().copied().unwrap_or(end);
            match self.pending.peek() {
                Some(Reverse((next, _, _, _))) if *next < closing => {
                    let Some(Reverse((next, Reverse(last), row, part))) = self.pending.pop() else { break };
                    let first = next.max(at);
                    if last > closing {
                        self.pending.push(Reverse((closing, Reverse(last), row, part + 1)));
                    }
                    if first >= last {
                        continue;
                    }
                    self.words(out, at, first)?;
                    at = first;
                    self.open(out, row, part)?;
                    open.push(last.min(closing));
                }
                _ => {
                    self.words(out, at, closing)?;
                    at = closing.max(at);
                    if open.pop().is_none() {
                        break;
                    }
                    out.push_str("</mark>");
                }
            }
        }
        Ok(())
    }

    fn open(&self, out: &mut String, row: usize, part: usize) -> fmt::Result {
        let Some((class, id, title)) = self.rows.get(row) else { return Ok(()) };
        write!(out, "<mark class=\"{class}\"")?;
        if part == 0 {
            write!(out, " id=\"{id}\"")?;
        }
        write!(out, " title=\"{}\">", escaped(title))
    }

    /// Plain text, with a target where a fact begins.
    fn words(&mut self, out: &mut String, mut start: usize, end: usize) -> fmt::Result {
        while let Some((at, number)) = self.facts.pop_if(|(at, _)| *at < end) {
            let at = at.max(start);
            write!(out, "{}<i id=\"f{number}\"></i>", escaped(self.article.slice(start, at)))?;
            start = at;
        }
        write!(out, "{}", escaped(self.article.slice(start, end)))
    }
}
