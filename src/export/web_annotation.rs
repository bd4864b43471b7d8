//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): a collection with an annotation for every mention, date and
//! fact. Each points at its words twice: by position, which the model counts in Unicode code points (section 4.2.5), and by the
//! words with what stands around them (4.2.4), which finds them again when the page has changed.
//!
//! The text has no address of its own, so its source is its name by content (RFC 6920); who publishes the annotations puts the
//! address of the page there.

use super::Article;
use super::digest::name_of;
use super::json::{object, string};
use super::labels::Labels;
use crate::report::FactReport;
use crate::text::offsets::{OffsetMap, OffsetUnit};
use serde_json::Value;

/// How many characters of what stands around the words are quoted.
const CONTEXT: usize = 32;

pub fn write(article: &Article<'_>) -> String {
    let analysis = &article.analysis;
    let spans = (analysis.mentions.iter().map(|mention| (mention.start, mention.end)))
        .chain(analysis.dates.iter().map(|date| (date.start, date.end)))
        .chain(analysis.facts.iter().map(|fact| (fact.start, fact.end)));
    let positions = spans.flat_map(|(start, end)| [start, end]).collect();
    let target = Target { article, source: name_of(article.text), map: OffsetMap::new(article.text, positions, OffsetUnit::Char) };

    let mentions = analysis.mentions.iter().enumerate().map(|(index, mention)| {
        let mut bodies = vec![tag(mention.kind)];
        if let Some(entity) = article.entity(mention.entity.as_deref()) {
            match &entity.wikidata {
                Some(item) => bodies.push(object(vec![
                    ("type", string("SpecificResource")),
                    ("purpose", string("identifying")),
                    ("source", string(&format!("http://www.wikidata.org/entity/{item}"))),
                ])),
                None => bodies.push(body("identifying", &entity.name)),
            }
        }
        annotation(&format!("m{}", index + 1), "tagging", bodies, target.of(mention.start, mention.end))
    });
    let dates = analysis.dates.iter().enumerate().map(|(index, date)| {
        annotation(
            &format!("t{}", index + 1),
            "tagging",
            vec![tag(date.kind), body("identifying", &date.value)],
            target.of(date.start, date.end),
        )
    });
    let facts = analysis.facts.iter().enumerate().map(|(index, fact)| {
        annotation(
            &format!("f{}", index + 1),
            "describing",
            vec![body("classifying", fact.kind), body("describing", &told(article, fact))],
            target.of(fact.start, fact.end),
        )
    });
    // Each is written as it is made: all of them as values take twenty times the text of a long article.
    let mut items = String::new();
    let mut total = 0;
    for item in mentions.chain(dates).chain(facts) {
        items.push_str(if total == 0 { "" } else { "," });
        items.push_str(&item.to_string());
        total += 1;
    }
    format!(
        "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"#annotations\",\"type\":\"AnnotationCollection\",\"total\":{total},\
         \"first\":{{\"id\":\"#page\",\"type\":\"AnnotationPage\",\"partOf\":\"#annotations\",\"startIndex\":0,\"items\":[{items}]}}}}"
    )
}

fn body(purpose: &str, value: &str) -> Value {
    object(vec![("type", string("TextualBody")), ("purpose", string(purpose)), ("value", string(value))])
}

fn tag(value: &str) -> Value {
    body("tagging", value)
}

fn annotation(id: &str, motivation: &str, bodies: Vec<Value>, target: Value) -> Value {
    object(vec![
        ("id", string(&format!("#{id}"))),
        ("type", string("Annotation")),
        ("motivation", string(motivation)),
        ("body", Value::Array(bodies)),
        ("target", target),
    ])
}

/// The roles of a fact and what fills them, a line each.
fn told(article: &Article<'_>, fact: &FactReport) -> String {
    let labels: Labels = article.labels();
    let mut lines = vec![labels.fact_of(fact.kind).to_owned()];
    lines.extend(fact.args.iter().map(|argument| format!("{}: {}", labels.role(argument.role), article.filler(argument))));
    lines.extend(fact.date.clone());
    let realis = labels.realis(fact.realis);
    if !realis.is_empty() {
        lines.push(realis.to_owned());
    }
    lines.join("\n")
}

struct Target<'a> {
    article: &'a Article<'a>,
    source: String,
    map: OffsetMap,
}

impl Target<'_> {
    fn of(&self, start: usize, end: usize) -> Value {
        let text = self.article.text;
        let (before, after) = (self.article.slice(0, start), self.article.slice(end, text.len()));
        let first = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let last = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let place = object(vec![
            ("type", string("TextPositionSelector")),
            ("start", self.map.convert(start).into()),
            ("end", self.map.convert(end).into()),
        ]);
        let quote = object(vec![
            ("type", string("TextQuoteSelector")),
            ("exact", string(self.article.slice(start, end))),
            ("prefix", string(self.article.slice(first, start))),
            ("suffix", string(self.article.slice(end, end + last))),
        ]);
        object(vec![("source", string(&self.source)), ("selector", Value::Array(vec![place, quote]))])
    }
}
