//! Reads an Analysis back from its JSON, as a consumer may have corrected it. Written by hand over `serde_json::Value`: the names
//! that are closed sets (types, kinds, roles, zones) become the very words of the tables, an error says where in the value it is,
//! and the module for browsers stays smaller than with derived readers.

use super::names;
use super::{
    Analysis, ArgumentReport, DateReport, EntityReport, FactReport, MentionReport, PublishedReport, SCHEMA, SpanReport, ZoneReport,
};
use core::fmt;
use serde_json::Value;
use std::borrow::Cow;

/// Why an Analysis is refused. The message says where in it, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(pub(super) String);

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl core::error::Error for ReadError {}

type Read<T> = Result<T, ReadError>;

impl Analysis {
    /// Reads an Analysis from JSON text. Fields that are not of the contract are passed over. Whether its positions lie in the
    /// text is for [`Analysis::in_bytes`] to say, which has the text.
    ///
    /// # Errors
    /// When the text is no JSON, lacks a field of the contract, or has a value there that the contract does not know; the message
    /// says where.
    pub fn from_json(json: &str) -> Read<Self> {
        let value: Value = serde_json::from_str(json).map_err(|error| ReadError(format!("the analysis is no JSON: {error}")))?;
        analysis(&At { value: &value, parent: None, step: Step::Field("the analysis") })
    }
}

/// A value and the way to it.
struct At<'a> {
    value: &'a Value,
    parent: Option<&'a At<'a>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl fmt::Display for At<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The whole is named only when it is itself what is wrong.
        let parent = self.parent.filter(|parent| parent.parent.is_some());
        if let Some(parent) = parent {
            write!(formatter, "{parent}")?;
        }
        match self.step {
            Step::Field(name) => write!(formatter, "{}{name}", if parent.is_some() { "." } else { "" }),
            Step::Item(index) => write!(formatter, "[{index}]"),
        }
    }
}

impl<'a> At<'a> {
    fn refuse<T>(&self, what: fmt::Arguments<'_>) -> Read<T> {
        Err(ReadError(format!("{self}: {what}")))
    }

    fn wrong<T>(&self, wanted: &str) -> Read<T> {
        if self.value.is_null() { self.refuse(format_args!("is missing")) } else { self.refuse(format_args!("is not {wanted}")) }
    }

    /// A field; one that is left out is `null`.
    fn field(&'a self, name: &'static str) -> At<'a> {
        At { value: self.value.get(name).unwrap_or(&Value::Null), parent: Some(self), step: Step::Field(name) }
    }

    fn optional<T>(&'a self, name: &'static str, read: fn(&At<'_>) -> Read<T>) -> Read<Option<T>> {
        let field = self.field(name);
        if field.value.is_null() { Ok(None) } else { read(&field).map(Some) }
    }

    fn list<T>(&'a self, name: &'static str, read: fn(&At<'_>) -> Read<T>) -> Read<Vec<T>> {
        let field = self.field(name);
        let Value::Array(items) = field.value else { return field.wrong("a list") };
        let mut list = Vec::with_capacity(items.len());
        for (index, value) in items.iter().enumerate() {
            list.push(read(&At { value, parent: Some(&field), step: Step::Item(index) })?);
        }
        Ok(list)
    }

    fn one_of(&self, known: impl Iterator<Item = &'static str> + Clone) -> Read<&'static str> {
        let Some(given) = self.value.as_str() else { return self.wrong("a string") };
        let found = known.clone().find(|known| *known == given);
        found.map_or_else(
            || {
                let known: Vec<&str> = known.collect();
                self.refuse(format_args!("{given:?} is not one of {}", known.join(", ")))
            },
            Ok,
        )
    }

    /// The text of a span, which may be left out: it follows from the place.
    fn text(&'a self) -> Read<String> {
        Ok(self.optional("text", string)?.unwrap_or_default())
    }
}

fn string(at: &At<'_>) -> Read<String> {
    at.value.as_str().map_or_else(|| at.wrong("a string"), |text| Ok(text.to_owned()))
}

fn words(at: &At<'_>) -> Read<Cow<'static, str>> {
    string(at).map(Cow::Owned)
}

fn number(at: &At<'_>) -> Read<usize> {
    let number = at.value.as_u64().and_then(|number| usize::try_from(number).ok());
    number.map_or_else(|| at.wrong("a whole number"), Ok)
}

fn flag(at: &At<'_>) -> Read<bool> {
    at.value.as_bool().map_or_else(|| at.wrong("true or false"), Ok)
}

fn analysis(at: &At<'_>) -> Read<Analysis> {
    if !at.value.is_object() {
        return at.wrong("an object");
    }
    at.field("schema").one_of([SCHEMA].into_iter())?;
    Ok(Analysis {
        schema: SCHEMA,
        language: at.field("language").one_of(names::languages())?,
        offsets: at.field("offsets").one_of(names::offset_units())?,
        published: at.optional("published", published)?,
        zones: at.list("zones", zone)?,
        mentions: at.list("mentions", mention)?,
        entities: at.list("entities", entity)?,
        dates: at.list("dates", date)?,
        facts: at.list("facts", fact)?,
    })
}

fn published(at: &At<'_>) -> Read<PublishedReport> {
    let (start, end) = (at.optional("start", number)?, at.optional("end", number)?);
    if start.is_some() != end.is_some() {
        return at.refuse(format_args!("has a start or an end without the other"));
    }
    Ok(PublishedReport {
        value: string(&at.field("value"))?,
        time: at.optional("time", string)?,
        source: at.field("source").one_of(names::published_sources())?,
        start,
        end,
    })
}

fn zone(at: &At<'_>) -> Read<ZoneReport> {
    Ok(ZoneReport {
        kind: at.field("kind").one_of(names::zone_kinds())?,
        start: number(&at.field("start"))?,
        end: number(&at.field("end"))?,
        direction: at.field("direction").one_of(names::directions())?,
    })
}

fn mention(at: &At<'_>) -> Read<MentionReport> {
    let score = at.field("score");
    Ok(MentionReport {
        start: number(&at.field("start"))?,
        end: number(&at.field("end"))?,
        text: at.text()?,
        kind: at.field("type").one_of(names::mention_types())?,
        entity: at.optional("entity", string)?,
        nested: at.optional("nested", flag)?.unwrap_or_default(),
        // What a reader marks by hand need not say how sure it is.
        score: if score.value.is_null() { 1.0 } else { score.value.as_f64().map_or_else(|| score.wrong("a number"), Ok)? },
        rule: at.optional("rule", words)?,
    })
}

fn entity(at: &At<'_>) -> Read<EntityReport> {
    Ok(EntityReport {
        id: string(&at.field("id"))?,
        kind: at.field("type").one_of(names::mention_types())?,
        name: string(&at.field("name"))?,
        english: at.optional("english", string)?,
        wikidata: at.optional("wikidata", string)?,
        aliases: if at.field("aliases").value.is_null() { Vec::new() } else { at.list("aliases", string)? },
        // Counted anew from the mentions, which may have been corrected.
        mentions: 0,
    })
}

fn date(at: &At<'_>) -> Read<DateReport> {
    Ok(DateReport {
        start: number(&at.field("start"))?,
        end: number(&at.field("end"))?,
        text: at.text()?,
        kind: at.field("type").one_of(names::date_types())?,
        value: string(&at.field("value"))?,
        modifier: at.optional("mod", |field| field.one_of(names::date_modifiers()))?,
        earliest: at.optional("earliest", string)?,
        latest: at.optional("latest", string)?,
        anchor: at.optional("anchor", string)?.unwrap_or_else(|| "none".to_owned()),
        order: number(&at.field("order"))?,
        conflict: at.optional("conflict", string)?,
        alternative: at.optional("alternative", string)?,
        hijri: at.optional("hijri", string)?,
        quantity: at.optional("quant", words)?,
        frequency: at.optional("freq", string)?,
        rule: at.optional("rule", words)?,
    })
}

fn span(at: &At<'_>) -> Read<SpanReport> {
    Ok(SpanReport { start: number(&at.field("start"))?, end: number(&at.field("end"))?, text: at.text()? })
}

fn fact(at: &At<'_>) -> Read<FactReport> {
    let kind = at.field("kind").one_of(names::fact_kinds())?;
    let roles = crate::fact::kind(kind).map_or(&[][..], |row| row.roles);
    let (start, end) = (number(&at.field("start"))?, number(&at.field("end"))?);
    Ok(FactReport {
        id: string(&at.field("id"))?,
        kind,
        subtype: at.optional("subtype", words)?,
        start,
        end,
        evidence: at.optional("evidence", span)?.unwrap_or(SpanReport { start, end, text: String::new() }),
        also: if at.field("also").value.is_null() { Vec::new() } else { at.list("also", span)? },
        trigger: at.optional("trigger", span)?,
        args: args(at, roles)?,
        date: at.optional("date", string)?,
        realis: at.field("realis").one_of(names::realis())?,
        attributed_to: at.optional("attributed_to", string)?,
        directness: at.optional("directness", |field| field.one_of(names::directness()))?,
        zone: at.optional("zone", |field| field.one_of(names::zone_kinds()))?.unwrap_or("body"),
        rule: at.optional("rule", words)?,
    })
}

fn args(at: &At<'_>, roles: &[&'static str]) -> Read<Vec<ArgumentReport>> {
    // First against the roles of the kind, which the reader of one argument does not know.
    let list = at.field("args");
    for (index, value) in list.value.as_array().into_iter().flatten().enumerate() {
        At { value, parent: Some(&list), step: Step::Item(index) }.field("role").one_of(roles.iter().copied())?;
    }
    at.list("args", argument)
}

fn argument(at: &At<'_>) -> Read<ArgumentReport> {
    Ok(ArgumentReport {
        role: at.field("role").one_of(names::roles())?,
        start: number(&at.field("start"))?,
        end: number(&at.field("end"))?,
        text: at.text()?,
        entity: at.optional("entity", string)?,
        resolved: at.optional("resolved", string)?,
        elided: at.optional("elided", flag)?.unwrap_or_default(),
    })
}
