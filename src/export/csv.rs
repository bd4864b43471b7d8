//! Tables for spreadsheets: RFC 4180, a header, lines ended by CR LF, UTF-8 without a byte-order mark. Excel asks for that mark
//! before it reads Arabic; the page and `--bom` put it in front.

use super::Article;
use super::article::office;
use crate::document::Document;
use crate::fact::FACTS;
use crate::report::FactReport;
use crate::text::offsets::OffsetMap;

/// Between several values of one cell.
const BETWEEN: &str = " | ";

struct Table {
    out: String,
    line_starts: bool,
}

impl Table {
    fn new(header: &[&str]) -> Self {
        let mut table = Self { out: String::new(), line_starts: true };
        for name in header {
            table.cell(name);
        }
        table.end_row();
        table
    }

    fn cell(&mut self, value: &str) {
        if !self.line_starts {
            self.out.push(',');
        }
        self.line_starts = false;
        let guarded = if is_formula(value) { "'" } else { "" };
        if value.contains(['"', ',', '\r', '\n', '\'']) || !guarded.is_empty() || value.starts_with(' ') || value.ends_with(' ') {
            self.out.push('"');
            self.out.push_str(guarded);
            self.out.push_str(&value.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(value);
        }
    }

    fn optional(&mut self, value: Option<&str>) {
        self.cell(value.unwrap_or(""));
    }

    fn number(&mut self, value: usize) {
        self.cell(&value.to_string());
    }

    fn end_row(&mut self) {
        self.out.push_str("\r\n");
        self.line_starts = true;
    }
}

/// Whether a spreadsheet would take the cell for a formula: it is then given an apostrophe in front, which spreadsheets do not
/// show. The text is other people's, and `=HYPERLINK(…)` in it must not run. After OWASP, "CSV Injection", with the full-width
/// signs that East Asian versions take for the same; white space and marks of direction in front are passed over.
fn is_formula(value: &str) -> bool {
    let first = |character: &char| !character.is_whitespace() && !crate::text::fold::is_ignorable(*character);
    value.starts_with(['\t', '\r', '\n'])
        || value.chars().find(first).is_some_and(|sign| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
}

/// From bytes to the unit of the Analysis, for the spans of a table.
fn places(article: &Article<'_>, spans: impl Iterator<Item = (usize, usize)>) -> OffsetMap {
    let mut positions = Vec::new();
    spans.for_each(|(start, end)| positions.extend([start, end]));
    OffsetMap::new(article.text, positions, article.unit)
}

/// A row an entity: its names, the offices that the article gives it, how often it is mentioned.
pub fn entities(article: &Article<'_>) -> String {
    let mut table = Table::new(&["id", "type", "name", "english", "wikidata", "aliases", "offices", "mentions"]);
    let held = article.offices();
    for entity in &article.analysis.entities {
        let offices: Vec<&str> = held.get(entity.id.as_str()).into_iter().flatten().map(|fact| office(fact)).collect();
        table.cell(&entity.id);
        table.cell(entity.kind);
        table.cell(&entity.name);
        table.optional(entity.english.as_deref());
        table.optional(entity.wikidata.as_deref());
        table.cell(&entity.aliases.join(BETWEEN));
        table.cell(&offices.join(BETWEEN));
        table.number(entity.mentions);
        table.end_row();
    }
    table.out
}

/// A row an expression of time, in order of the text; `order` is its rank on the line of time, `sentence` where it stands.
pub fn dates(article: &Article<'_>) -> String {
    let mut table = Table::new(&[
        "order",
        "text",
        "type",
        "value",
        "mod",
        "earliest",
        "latest",
        "anchor",
        "quant",
        "freq",
        "hijri",
        "alternative",
        "conflict",
        "start",
        "end",
        "sentence",
    ]);
    let document = Document::new(article.text);
    let places = places(article, article.analysis.dates.iter().map(|date| (date.start, date.end)));
    for date in &article.analysis.dates {
        table.number(date.order);
        table.cell(&date.text);
        table.cell(date.kind);
        table.cell(&date.value);
        table.optional(date.modifier);
        table.optional(date.earliest.as_deref());
        table.optional(date.latest.as_deref());
        table.cell(&date.anchor);
        table.optional(date.quantity.as_deref());
        table.optional(date.frequency.as_deref());
        table.optional(date.hijri.as_deref());
        table.optional(date.alternative.as_deref());
        table.optional(date.conflict.as_deref());
        table.number(places.convert(date.start));
        table.number(places.convert(date.end));
        table.cell(sentence(&document, date.start));
        table.end_row();
    }
    table.out
}

/// The longest sentence that is repeated beside its dates: a text without stops must not be written once for each of them.
const LONGEST_SENTENCE: usize = 2_000;

fn sentence<'t>(document: &Document<'t>, at: usize) -> &'t str {
    let next = document.token_at_or_after(at);
    let inside = |index: usize| document.token(index).is_some_and(|token| token.span().start <= at && at < token.span().end);
    let index = next.checked_sub(1).filter(|before| inside(*before)).unwrap_or(next);
    let span = document.span(document.sentence_around(index));
    if span.len() > LONGEST_SENTENCE { "" } else { span.of(document.text()) }
}

/// The roles of all kinds, each once, in the order of the table of facts.
fn roles() -> Vec<&'static str> {
    let mut roles: Vec<&str> = Vec::new();
    for role in FACTS.iter().flat_map(|kind| kind.roles) {
        if !roles.contains(role) {
            roles.push(role);
        }
    }
    roles
}

/// A row a fact, with a column for every role of any kind, so that tables of several articles can be put under each other.
pub fn facts(article: &Article<'_>) -> String {
    let roles = roles();
    let mut header = vec!["id", "kind", "subtype", "evidence", "date", "realis", "attributed_to", "directness", "zone", "start", "end"];
    // The table of dates has columns of the same names; a role is told apart by its prefix.
    let columns: Vec<String> = roles.iter().map(|role| format!("role_{role}")).collect();
    header.extend(columns.iter().map(String::as_str));
    let mut table = Table::new(&header);
    let places = places(article, article.analysis.facts.iter().map(|fact| (fact.start, fact.end)));
    for fact in &article.analysis.facts {
        table.cell(&fact.id);
        table.cell(fact.kind);
        table.optional(fact.subtype.as_deref());
        table.cell(&fact.evidence.text);
        table.optional(fact.date.as_deref());
        table.cell(fact.realis);
        table.optional(article.entity(fact.attributed_to.as_deref()).map(|entity| entity.name.as_str()));
        table.optional(fact.directness);
        table.cell(fact.zone);
        table.number(places.convert(fact.start));
        table.number(places.convert(fact.end));
        for role in &roles {
            table.cell(&fillers(article, fact, role));
        }
        table.end_row();
    }
    table.out
}

fn fillers(article: &Article<'_>, fact: &FactReport, role: &str) -> String {
    let names: Vec<&str> = fact.args.iter().filter(|argument| argument.role == role).map(|argument| article.filler(argument)).collect();
    names.join(BETWEEN)
}
