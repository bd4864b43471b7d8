//! The Analysis: the one place where the results meet serde. Its fields are the contract with every consumer; fields may be
//! added, none is renamed.

use crate::date::{Published, Timex};
use crate::fact::Fact;
use crate::link::Entity;
use crate::mention::Mention;
use crate::options::Options;
use crate::text::line::Direction;
use crate::text::offsets::OffsetMap;
use crate::text::span::Span;
use crate::zone::Zone;
use serde::Serialize;
use std::borrow::Cow;

pub mod names;
mod read;
mod settle;
mod write;

pub use read::ReadError;
pub(crate) use settle::{sorted_indices, text_order};

/// The version of the contract.
pub const SCHEMA: &str = "khabar/1";

/// Everything found in one article. Positions count the unit named by `offsets`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Analysis {
    /// The version of the contract.
    pub schema: &'static str,
    /// The language of the document, ISO 639-1.
    pub language: &'static str,
    /// The unit of every start and end: `char`, `utf16` or `byte`.
    pub offsets: &'static str,
    /// When the article was published; `null` when nobody says.
    pub published: Option<PublishedReport>,
    /// What each non-blank line is, in order.
    pub zones: Vec<ZoneReport>,
    /// The mentions in text order, an outer one before those nested in it.
    pub mentions: Vec<MentionReport>,
    /// What the mentions refer to, most mentioned first.
    pub entities: Vec<EntityReport>,
    /// The expressions of time in text order.
    pub dates: Vec<DateReport>,
    /// The facts in text order.
    pub facts: Vec<FactReport>,
}

/// The publication date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublishedReport {
    /// `YYYY-MM-DD`.
    pub value: String,
    /// `HH:MM`, when the text or the caller gives the clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// `given`, `dateline`, `timestamp` or `text`.
    pub source: &'static str,
    /// Start of the evidence; absent when the date was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// End of the evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

/// What a stretch of the page is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneReport {
    /// `headline`, `byline`, `dateline`, `caption`, `body`, `related` or `boilerplate`.
    pub kind: &'static str,
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// `rtl` or `ltr`: the majority of the letters of its line.
    pub direction: &'static str,
}

/// A mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionReport {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// The text between them, as given.
    pub text: String,
    /// `PER`, `ORG`, …
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The id of its entity; `null` for types that are not linked.
    pub entity: Option<String>,
    /// Whether it lies inside another mention.
    pub nested: bool,
    /// How sure, 0 to 1, in hundredths.
    pub score: f64,
    /// The rule that made it, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'static, str>>,
}

/// An entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityReport {
    /// `e1`, `e2`, …
    pub id: String,
    /// `PER`, `ORG`, …
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its fullest name in the text.
    pub name: String,
    /// Its English name, when certain.
    pub english: Option<String>,
    /// Its Wikidata item, when certain.
    pub wikidata: Option<String>,
    /// Its other spellings in the text.
    pub aliases: Vec<String>,
    /// How many mentions it has.
    pub mentions: usize,
}

/// An expression of time, as TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateReport {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// The text between them, as given.
    pub text: String,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<&'static str>,
    /// The earliest that it can mean.
    pub earliest: Option<String>,
    /// The latest that it can mean.
    pub latest: Option<String>,
    /// What the value was reckoned from.
    pub anchor: String,
    /// Its rank on the line of time, from 0: by earliest, then latest, then place in the text; what no calendar places last.
    pub order: usize,
    /// What the words say and the calendar denies: the value of a weekday that is not that of the date (`XXXX-WXX-2`), or the
    /// day by the other calendar. The value keeps to the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// The value with day and month the other way round, where numbers alone leave that open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
    /// The date of the Hijri calendar, where the words give one: `1443-06-05`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hijri: Option<String>,
    /// For what recurs, the TIMEX3 quantifier: `EVERY`.
    #[serde(rename = "quant", skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Cow<'static, str>>,
    /// For what recurs, how often in each period: `2X`.
    #[serde(rename = "freq", skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// The rule that found it, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'static, str>>,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpanReport {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// The text between them, as given.
    pub text: String,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactReport {
    /// `f1`, `f2`, …
    pub id: String,
    /// The kind.
    pub kind: &'static str,
    /// A finer kind.
    pub subtype: Option<Cow<'static, str>>,
    /// Start of the evidence.
    pub start: usize,
    /// End of the evidence.
    pub end: usize,
    /// The words that state it.
    pub evidence: SpanReport,
    /// The words that state it again, further on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<SpanReport>,
    /// The word that triggered it.
    pub trigger: Option<SpanReport>,
    /// What fills its roles.
    pub args: Vec<ArgumentReport>,
    /// The value of its date.
    pub date: Option<String>,
    /// `actual`, `planned`, `offered`, `hedged` or `negated`.
    pub realis: &'static str,
    /// The entity by whose word it is told.
    pub attributed_to: Option<String>,
    /// For statements: `direct`, `indirect` or `mixed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directness: Option<&'static str>,
    /// The zone that it stands in.
    pub zone: &'static str,
    /// The rule that stated it, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'static, str>>,
}

/// An argument of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArgumentReport {
    /// The role.
    pub role: &'static str,
    /// Start: for an elided filler, where it was last named.
    pub start: usize,
    /// End.
    pub end: usize,
    /// The text between them, as given.
    pub text: String,
    /// The entity behind it.
    pub entity: Option<String>,
    /// The name of that entity, when the words are not its name or stand elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<String>,
    /// Whether the clause itself leaves it out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub elided: bool,
}

/// All that the stages found, as they hand it over.
#[derive(Debug)]
pub struct Results {
    /// The language of the document.
    pub language: &'static str,
    /// The publication date.
    pub published: Option<Published>,
    /// The zones.
    pub zones: Vec<Zone>,
    /// The mentions.
    pub mentions: Vec<Mention>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// The dates.
    pub dates: Vec<Timex>,
    /// The facts.
    pub facts: Vec<Fact>,
}

impl Results {
    fn positions(&self) -> Vec<usize> {
        let spans = (self.zones.iter().map(|zone| zone.span))
            .chain(self.mentions.iter().map(|mention| mention.span))
            .chain(self.dates.iter().map(|date| date.span))
            .chain(self.published.iter().filter_map(|published| published.evidence))
            .chain(self.facts.iter().flat_map(|fact| {
                let arguments = fact.arguments.iter().map(|argument| argument.span);
                arguments.chain([fact.evidence]).chain(fact.trigger).chain(fact.also.iter().copied())
            }));
        spans.flat_map(|span| [span.start, span.end]).collect()
    }
}

struct Writer<'a> {
    text: &'a str,
    map: OffsetMap,
    explain: bool,
}

impl Writer<'_> {
    fn span(&self, span: Span) -> SpanReport {
        SpanReport { start: self.map.convert(span.start), end: self.map.convert(span.end), text: span.of(self.text).to_owned() }
    }

    fn rule(&self, rule: &'static str) -> Option<Cow<'static, str>> {
        self.explain.then_some(Cow::Borrowed(rule))
    }
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

impl Analysis {
    /// Turns results into the contract's form.
    #[must_use]
    pub fn new(text: &str, results: &Results, options: &Options) -> Self {
        let writer = Writer { text, map: OffsetMap::new(text, results.positions(), options.offsets), explain: options.explain };
        Self {
            schema: SCHEMA,
            language: results.language,
            offsets: options.offsets.name(),
            published: results.published.as_ref().map(|published| published_report(published, &writer)),
            zones: results.zones.iter().map(|zone| zone_report(zone, &writer)).collect(),
            mentions: results.mentions.iter().map(|mention| mention_report(mention, &writer)).collect(),
            entities: results.entities.iter().enumerate().map(|(index, entity)| entity_report(index, entity)).collect(),
            dates: if cfg!(feature = "time") { date_reports(&results.dates, &writer) } else { Vec::new() },
            facts: results.facts.iter().enumerate().map(|(index, fact)| fact_report(index, fact, results, &writer)).collect(),
        }
    }
}

fn published_report(published: &Published, writer: &Writer<'_>) -> PublishedReport {
    let moment = published.moment;
    PublishedReport {
        value: format!("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day),
        time: moment.time.map(|(hour, minute)| format!("{hour:02}:{minute:02}")),
        source: published.source.id(),
        start: published.evidence.map(|span| writer.map.convert(span.start)),
        end: published.evidence.map(|span| writer.map.convert(span.end)),
    }
}

fn zone_report(zone: &Zone, writer: &Writer<'_>) -> ZoneReport {
    ZoneReport {
        kind: zone.kind.id(),
        start: writer.map.convert(zone.span.start),
        end: writer.map.convert(zone.span.end),
        direction: match zone.direction {
            Direction::RightToLeft => "rtl",
            Direction::LeftToRight => "ltr",
        },
    }
}

fn mention_report(mention: &Mention, writer: &Writer<'_>) -> MentionReport {
    let SpanReport { start, end, text } = writer.span(mention.span);
    MentionReport {
        start,
        end,
        text,
        kind: mention.kind.id(),
        entity: mention.entity.map(entity_id),
        nested: mention.nested,
        score: (f64::from(mention.score) * 100.0).round() / 100.0,
        rule: writer.rule(mention.rule),
    }
}

fn entity_report(index: usize, entity: &Entity) -> EntityReport {
    EntityReport {
        id: entity_id(index),
        kind: entity.kind.id(),
        name: entity.name.clone(),
        english: entity.english.clone(),
        wikidata: entity.wikidata.map(|number| format!("Q{number}")),
        aliases: entity.aliases.clone(),
        mentions: entity.mentions,
    }
}

fn date_reports(dates: &[Timex], writer: &Writer<'_>) -> Vec<DateReport> {
    let ranks = crate::date::timeline::ranks(dates);
    dates.iter().zip(ranks).map(|(date, order)| date_report(date, order, writer)).collect()
}

/// The expressions of time alone, for a caller who asks for no more.
#[must_use]
pub fn dates(text: &str, dates: &[Timex], options: &Options) -> Vec<DateReport> {
    let positions = dates.iter().flat_map(|date| [date.span.start, date.span.end]).collect();
    let map = OffsetMap::new(text, positions, options.offsets);
    date_reports(dates, &Writer { text, map, explain: options.explain })
}

fn date_report(date: &Timex, order: usize, writer: &Writer<'_>) -> DateReport {
    let SpanReport { start, end, text } = writer.span(date.span);
    DateReport {
        start,
        end,
        text,
        kind: date.kind.id(),
        value: date.value.clone(),
        modifier: date.modifier.map(crate::date::Modifier::id),
        earliest: date.earliest.clone(),
        latest: date.latest.clone(),
        anchor: date.anchor.clone(),
        order,
        conflict: date.notes.conflict.clone(),
        alternative: date.notes.alternative.clone(),
        hijri: date.notes.hijri.clone(),
        quantity: date.notes.quantity.map(Cow::Borrowed),
        frequency: date.notes.frequency.clone(),
        rule: writer.rule(date.rule),
    }
}

fn fact_report(index: usize, fact: &Fact, results: &Results, writer: &Writer<'_>) -> FactReport {
    let evidence = writer.span(fact.evidence);
    FactReport {
        id: format!("f{}", index + 1),
        kind: fact.kind,
        subtype: fact.subtype.map(Cow::Borrowed),
        start: evidence.start,
        end: evidence.end,
        evidence,
        also: fact.also.iter().map(|&span| writer.span(span)).collect(),
        trigger: fact.trigger.map(|span| writer.span(span)),
        args: fact
            .arguments
            .iter()
            .map(|argument| {
                let SpanReport { start, end, text } = writer.span(argument.span);
                let name = argument.entity.and_then(|entity| results.entities.get(entity)).map(|entity| entity.name.clone());
                ArgumentReport {
                    role: argument.role,
                    start,
                    end,
                    entity: argument.entity.map(entity_id),
                    resolved: name.filter(|name| *name != text || argument.elided),
                    text,
                    elided: argument.elided,
                }
            })
            .collect(),
        date: fact.date.and_then(|date| results.dates.get(date)).map(|date| date.value.clone()),
        realis: fact.realis.id(),
        attributed_to: fact.attributed_to.map(entity_id),
        directness: fact.directness.map(crate::fact::Directness::id),
        zone: crate::zone::zone_at(&results.zones, fact.evidence.start).map_or("body", |zone| zone.kind.id()),
        rule: writer.rule(fact.rule),
    }
}
