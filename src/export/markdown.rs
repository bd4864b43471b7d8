//! A fact sheet that a person can paste: Markdown as CommonMark has it, with the tables of GitHub. Labels are in the language of
//! the article. Every fact stands with the words that state it.

use super::Article;
use super::article::office;
use super::labels::Labels;
use crate::fact::FACTS;
use crate::report::FactReport;
use crate::text::chars::{CharClass, Script, class};

pub fn write(article: &Article<'_>) -> String {
    let mut sheet = Sheet { article, labels: article.labels(), out: String::new() };
    sheet.head();
    sheet.names();
    sheet.dates();
    sheet.facts();
    sheet.out
}

struct Sheet<'a> {
    article: &'a Article<'a>,
    labels: Labels,
    out: String,
}

impl Sheet<'_> {
    fn line(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
        self.out.push('\n');
    }

    fn heading(&mut self, marks: &str, title: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(&[marks, " ", title]);
        self.out.push('\n');
    }

    fn row(&mut self, cells: &[&str]) {
        self.line(&["| ", &cells.join(" | "), " |"]);
    }

    fn table(&mut self, header: &[&str]) {
        self.row(header);
        self.row(&vec!["---"; header.len()]);
    }

    fn head(&mut self) {
        let title = self.article.headline().unwrap_or(self.labels.pick(("ورقة وقائع", "Fact sheet")));
        self.heading("#", &escape(title));
        let label = self.labels.pick(("تاريخ النشر", "Published"));
        match &self.article.analysis.published {
            Some(published) => {
                let clock = published.time.as_deref().map_or(String::new(), |time| format!("T{time}"));
                let value = value(&format!("{}{clock}", published.value), self.labels);
                let source = self.labels.source(published.source);
                self.line(&[label, ": ", &value, " (", source, ")"]);
            }
            None => self.line(&[label, ": ", self.labels.pick(("لا يذكره النص", "the text does not say"))]),
        }
    }

    fn names(&mut self) {
        let entities = &self.article.analysis.entities;
        if entities.is_empty() {
            return;
        }
        self.heading("##", self.labels.pick(("الأسماء", "Names")));
        let header = [
            ("الاسم", "Name"),
            ("بالإنجليزية", "In English"),
            ("النوع", "Type"),
            ("المناصب", "Offices"),
            ("المواضع", "Mentions"),
            ("Wikidata", "Wikidata"),
        ];
        self.table(&header.map(|label| self.labels.pick(label)));
        let held = self.article.offices();
        for entity in entities {
            let offices: Vec<String> = held.get(entity.id.as_str()).into_iter().flatten().map(|fact| escape(office(fact))).collect();
            self.row(&[
                &escape(&entity.name),
                &escape(entity.english.as_deref().unwrap_or_default()),
                self.labels.mention(entity.kind),
                &offices.join(self.labels.pick(("، ", ", "))),
                &entity.mentions.to_string(),
                &escape(entity.wikidata.as_deref().unwrap_or_default()),
            ]);
        }
    }

    fn dates(&mut self) {
        if self.article.analysis.dates.is_empty() {
            return;
        }
        self.heading("##", self.labels.pick(("التواريخ", "Dates")));
        self.table(&[("القيمة", "Value"), ("من", "From"), ("إلى", "To"), ("في النص", "In the text")].map(|label| self.labels.pick(label)));
        for (_, date) in self.article.timeline() {
            let bound = |bound: &Option<String>| escape(bound.as_deref().unwrap_or_default());
            self.row(&[&escape(&date.value), &bound(&date.earliest), &bound(&date.latest), &escape(&date.text)]);
        }
    }

    fn facts(&mut self) {
        for kind in FACTS {
            let mut facts = self.article.analysis.facts.iter().filter(|fact| fact.kind == kind.id).peekable();
            if facts.peek().is_none() {
                continue;
            }
            self.heading("##", self.labels.fact(kind));
            for fact in facts {
                self.fact(fact);
            }
        }
    }

    fn fact(&mut self, fact: &FactReport) {
        let mut parts: Vec<String> = Vec::new();
        for group in fact.args.chunk_by(|one, other| one.role == other.role) {
            let names: Vec<String> = group.iter().map(|argument| self.embed(self.article.filler(argument))).collect();
            let role = group.first().map_or("", |argument| self.labels.role(argument.role));
            parts.push(format!("**{role}**: {}", names.join(self.labels.pick(("، ", ", ")))));
        }
        if let Some(date) = &fact.date {
            parts.push(value(date, self.labels));
        }
        let realis = self.labels.realis(fact.realis);
        if !realis.is_empty() {
            parts.push(realis.to_owned());
        }
        if let Some(entity) = self.article.entity(fact.attributed_to.as_deref()) {
            parts.push(format!("{} {}", self.labels.pick(("بحسب", "according to")), self.embed(&entity.name)));
        }
        self.line(&["- ", &parts.join(self.labels.pick(("؛ ", "; ")))]);
        // A paragraph of its own within the item, so that it keeps its own direction.
        self.line(&["  > ", &escape(&fact.evidence.text)]);
    }

    /// Words of the article inside a line of labels. Where they run the other way they are isolated, or they would draw the
    /// marks and digits beside them into their own direction (UAX #9).
    fn embed(&self, words: &str) -> String {
        let plain: String = words.chars().filter(|character| !is_bidi_control(*character)).collect();
        let runs_against = plain.chars().any(|character| match class(character) {
            CharClass::Letter(Script::Arabic) => !self.labels.are_arabic(),
            CharClass::Letter(_) => self.labels.are_arabic(),
            _ => false,
        });
        let escaped = escape(&plain);
        if runs_against { format!("\u{2068}{escaped}\u{2069}") } else { escaped }
    }
}

/// A date in a line of Arabic, which would otherwise show 2022-01-08 as 08-01-2022: after Arabic letters each number is a run
/// of its own (UAX #9, W2 and W4).
fn value(value: &str, labels: Labels) -> String {
    let escaped = escape(value);
    if labels.are_arabic() { format!("\u{2066}{escaped}\u{2069}") } else { escaped }
}

/// Embeddings, overrides and isolates, which would reach beyond the words if they are not closed in them.
const fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text that Markdown takes for nothing but text, on one line: what could begin emphasis, code, links, HTML, tables or, at the
/// start of a line, a block gets a backslash (CommonMark 0.31, "Backslash escapes").
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits_so_far = true;
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
            digits_so_far = false;
        }
        for (index, character) in word.chars().enumerate() {
            let starts_line = out.is_empty() && index == 0;
            let special = match character {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#' => true,
                '+' | '-' | '=' | ':' => starts_line,
                // "1." and "1)" begin a list.
                '.' | ')' => digits_so_far && !starts_line,
                _ => false,
            };
            if special {
                out.push('\\');
            }
            digits_so_far &= character.is_ascii_digit();
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn specials_are_escaped_and_lines_joined() {
        assert_eq!(escape("a*b_c|d\n<e>"), "a\\*b\\_c\\|d \\<e\\>");
        assert_eq!(escape("- بند"), "\\- بند");
        assert_eq!(escape("12. آذار"), "12\\. آذار");
        assert_eq!(escape("2022-01-08 في 3.5"), "2022-01-08 في 3.5");
    }
}
