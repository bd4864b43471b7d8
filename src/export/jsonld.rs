//! schema.org JSON-LD (<https://schema.org/NewsArticle>): the article, what it is about, what it mentions, what is said in it.
//! Every class and property is one of schema.org; each table below names them, with the definition relied on.
//!
//! What the vocabulary cannot say is left out rather than bent: facts that are denied or told with reserve, and nationalities as
//! anything finer than a Thing.

use super::Article;
use super::article::office;
use super::json::{object, string};
use crate::report::{ArgumentReport, EntityReport, FactReport};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The class of an entity, by type of mention. schema.org/Thing for what is not listed.
const CLASSES: &[(&str, &str)] = &[
    ("PER", "Person"),
    ("ORG", "Organization"),
    ("LOC", "Place"),
    ("EVENT", "Event"),
    ("PRODUCT", "Product"),
    // Legislation: a statute, a treaty, "a legal document".
    ("LAW", "Legislation"),
];

/// How a kind of fact is put: its class, and a property for each role.
struct Term {
    kind: &'static str,
    /// Only facts of this subtype, when given.
    subtype: Option<&'static str>,
    class: &'static str,
    /// The property that holds its date: `startTime` of an Action, `startDate` of an Event.
    when: &'static str,
    roles: &'static [(&'static str, &'static str)],
}

/// Facts that are Actions (agent: the direct performer; participant: co-agents; object: that upon which the action is carried
/// out) or Events. The first row that fits is used; kinds without a row are not deeds.
const TERMS: &[Term] = &[
    // InformAction: "the act of notifying someone of information pertinent to them".
    Term { kind: "communication", subtype: Some("inform"), class: "InformAction", when: "startTime", roles: COMMUNICATION },
    // CommunicateAction: "conveying information to another person via a communication medium"; about and recipient are its own.
    Term { kind: "communication", subtype: None, class: "CommunicateAction", when: "startTime", roles: COMMUNICATION },
    // MoveAction: "an agent relocating to a place", with fromLocation and toLocation.
    Term {
        kind: "deployment",
        subtype: None,
        class: "MoveAction",
        when: "startTime",
        roles: &[("actor", "agent"), ("force", "object"), ("origin", "fromLocation"), ("destination", "toLocation")],
    },
    // AskAction: "posing a question / favor to someone"; a CommunicateAction, hence recipient.
    Term {
        kind: "request",
        subtype: None,
        class: "AskAction",
        when: "startTime",
        roles: &[("requester", "agent"), ("action", "object"), ("addressee", "recipient")],
    },
    // AgreeAction: "expressing a consistency of opinion with the object".
    Term {
        kind: "cooperation",
        subtype: None,
        class: "AgreeAction",
        when: "startTime",
        roles: &[("parties", "agent"), ("content", "object")],
    },
    // EndorseAction: "an agent approves/certifies/likes/supports/sanctions an object".
    Term { kind: "stance", subtype: Some("support"), class: "EndorseAction", when: "startTime", roles: STANCE },
    // ReactAction: "responding instinctively and emotionally to an object", the parent of agreeing, disagreeing and endorsing.
    Term { kind: "stance", subtype: None, class: "ReactAction", when: "startTime", roles: STANCE },
    Term {
        kind: "decision",
        subtype: None,
        class: "Action",
        when: "startTime",
        roles: &[("decider", "agent"), ("object", "object"), ("place", "location")],
    },
    Term { kind: "event", subtype: None, class: "Action", when: "startTime", roles: &[("agent", "agent"), ("object", "object")] },
    // Event: "an event happening at a certain time and location".
    Term { kind: "unrest", subtype: None, class: "Event", when: "startDate", roles: &[("place", "location"), ("cause", "about")] },
    Term { kind: "casualties", subtype: None, class: "Event", when: "startDate", roles: &[("place", "location")] },
];

const COMMUNICATION: &[(&str, &str)] =
    &[("participants", "participant"), ("initiator", "agent"), ("topic", "about"), ("medium", "instrument"), ("place", "location")];

const STANCE: &[(&str, &str)] = &[("holder", "agent"), ("target", "object")];

pub fn write(article: &Article<'_>) -> String {
    let mut root = Map::new();
    let mut set = |name: &str, value: Value| set(&mut root, name, value);
    set("@context", string("https://schema.org"));
    set("@id", string("#article"));
    set("@type", string("NewsArticle"));
    set("inLanguage", string(article.analysis.language));
    set("headline", article.headline().map_or(Value::Null, string));
    set("datePublished", published(article).map_or(Value::Null, Value::String));
    set("author", Value::Array(authors(article)));
    let body: Vec<&str> = article.zones("body").map(|zone| article.slice(zone.start, zone.end)).collect();
    set("articleBody", if body.is_empty() { Value::Null } else { Value::String(body.join("\n")) });
    set("temporalCoverage", Value::Array(coverage(article)));

    // What the headline names is what the article is about (about: "the subject matter of the content").
    let headline: BTreeSet<&str> = article.zones("headline").flat_map(|zone| named_in(article, zone.start, zone.end)).collect();
    let (about, rest): (Vec<&EntityReport>, Vec<&EntityReport>) =
        article.analysis.entities.iter().partition(|entity| headline.contains(entity.id.as_str()));
    let told = Told { offices: article.offices(), organisations: organisations(article) };
    set("about", about.into_iter().map(|entity| thing(article, entity, &told)).collect());
    let deeds = article.analysis.facts.iter().filter_map(|fact| deed(article, fact));
    // mentions: "the CreativeWork contains a reference to, but is not necessarily about a concept".
    set("mentions", rest.into_iter().map(|entity| thing(article, entity, &told)).chain(deeds).collect());
    // hasPart: "an item or CreativeWork that is part of this item"; Quotation and Claim are CreativeWorks.
    set("hasPart", article.analysis.facts.iter().filter_map(|fact| statement(article, fact)).collect());
    Value::Object(root).to_string()
}

/// Sets a property, unless there is nothing to say.
fn set(node: &mut Map<String, Value>, name: &str, value: Value) {
    if !matches!(&value, Value::Null) && !matches!(&value, Value::Array(items) if items.is_empty()) {
        node.insert(name.to_owned(), value);
    }
}

fn published(article: &Article<'_>) -> Option<String> {
    let published = article.analysis.published.as_ref()?;
    let clock = published.time.as_ref().map_or(String::new(), |time| format!("T{time}"));
    Some(format!("{}{clock}", published.value))
}

/// The entities mentioned between two positions; the mentions are in order of the text.
fn named_in<'a>(article: &'a Article<'_>, start: usize, end: usize) -> impl Iterator<Item = &'a str> {
    let mentions = &article.analysis.mentions;
    let first = mentions.partition_point(|mention| mention.start < start);
    let inside = mentions.iter().skip(first).take_while(move |mention| mention.start < end);
    inside.filter_map(|mention| mention.entity.as_deref())
}

/// The people named in the byline.
fn authors(article: &Article<'_>) -> Vec<Value> {
    let named: BTreeSet<&str> = article.zones("byline").flat_map(|zone| named_in(article, zone.start, zone.end)).collect();
    let people = article.analysis.entities.iter().filter(|entity| entity.kind == "PER" && named.contains(entity.id.as_str()));
    people.map(|entity| reference(&entity.id)).collect()
}

/// Days and intervals that the article speaks of, in ISO 8601.
fn coverage(article: &Article<'_>) -> Vec<Value> {
    let bounds = article.analysis.dates.iter().filter_map(|date| Some((date.earliest.as_deref()?, date.latest.as_deref()?)));
    let distinct: BTreeSet<String> =
        bounds.map(|(first, last)| if first == last { first.to_owned() } else { format!("{first}/{last}") }).collect();
    distinct.into_iter().map(Value::from).collect()
}

fn reference(id: &str) -> Value {
    object(vec![("@id", string(&format!("#{id}")))])
}

/// What fills a role: the entity, or the words, which schema.org takes wherever it names a class.
fn filler(article: &Article<'_>, argument: &ArgumentReport) -> Value {
    match &argument.entity {
        Some(id) => reference(id),
        None => string(article.filler(argument)),
    }
}

/// One value as it is, several as a list.
fn joined(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.pop().unwrap_or_default() } else { Value::Array(values) }
}

fn fillers(article: &Article<'_>, fact: &FactReport, role: &str) -> Option<Value> {
    let values: Vec<Value> = fact.args.iter().filter(|argument| argument.role == role).map(|argument| filler(article, argument)).collect();
    (!values.is_empty()).then(|| joined(values))
}

/// The facts that become properties of entities, by the id of the entity.
struct Told<'a> {
    offices: BTreeMap<&'a str, Vec<&'a FactReport>>,
    organisations: BTreeMap<&'a str, Vec<&'a FactReport>>,
}

/// The memberships and foundings of every organisation.
fn organisations<'a>(article: &'a Article<'_>) -> BTreeMap<&'a str, Vec<&'a FactReport>> {
    let mut told: BTreeMap<&str, Vec<&FactReport>> = BTreeMap::new();
    for fact in article.actual("membership").chain(article.actual("founding")) {
        let organisation = fact.args.iter().find(|argument| argument.role == "org");
        if let Some(id) = organisation.and_then(|argument| argument.entity.as_deref()) {
            told.entry(id).or_default().push(fact);
        }
    }
    told
}

fn thing(article: &Article<'_>, entity: &EntityReport, told: &Told<'_>) -> Value {
    let class = CLASSES.iter().find(|row| row.0 == entity.kind).map_or("Thing", |row| row.1);
    let mut node = Map::new();
    set(&mut node, "@id", Value::String(format!("#{}", entity.id)));
    set(&mut node, "@type", string(class));
    set(&mut node, "name", string(&entity.name));
    let others: Vec<Value> = entity.aliases.iter().chain(&entity.english).map(|name| string(name)).collect();
    if !others.is_empty() {
        set(&mut node, "alternateName", Value::Array(others));
    }
    if let Some(item) = &entity.wikidata {
        set(&mut node, "sameAs", Value::String(format!("http://www.wikidata.org/entity/{item}")));
    }
    match class {
        "Person" => offices(article, told.offices.get(entity.id.as_str()).map_or(&[][..], Vec::as_slice), &mut node),
        "Organization" => organisation(article, told.organisations.get(entity.id.as_str()).map_or(&[][..], Vec::as_slice), &mut node),
        _ => {}
    }
    Value::Object(node)
}

/// hasOccupation: "the Person's occupation"; affiliation: "an organization that this person is affiliated with".
fn offices(article: &Article<'_>, facts: &[&FactReport], node: &mut Map<String, Value>) {
    let occupations: Vec<Value> = facts
        .iter()
        .map(|fact| office(fact))
        .filter(|title| !title.is_empty())
        .map(|title| object(vec![("@type", string("Occupation")), ("name", string(title))]))
        .collect();
    let arguments = facts.iter().flat_map(|fact| &fact.args).filter(|argument| argument.role == "org");
    let organisations: BTreeSet<&str> = arguments
        .filter_map(|argument| article.entity(argument.entity.as_deref()))
        .filter(|entity| entity.kind == "ORG")
        .map(|entity| entity.id.as_str())
        .collect();
    for (name, values) in [("hasOccupation", occupations), ("affiliation", organisations.into_iter().map(reference).collect())] {
        if !values.is_empty() {
            set(node, name, Value::Array(values));
        }
    }
}

/// member: "a member of an Organization"; foundingDate: "the date that this organization was founded".
fn organisation(article: &Article<'_>, facts: &[&FactReport], node: &mut Map<String, Value>) {
    let members = facts.iter().flat_map(|fact| fact.args.iter().filter(|argument| argument.role == "members"));
    set(node, "member", Value::Array(members.map(|member| filler(article, member)).collect()));
    let founded = facts.iter().filter(|fact| fact.kind == "founding").find_map(|fact| calendar(fact.date.as_deref()));
    set(node, "foundingDate", founded.map_or(Value::Null, string));
}

/// A value of TIMEX3 that is also a date of ISO 8601: a year, month, day or minute of the calendar.
fn calendar(value: Option<&str>) -> Option<&str> {
    value.filter(|value| {
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'T' | b':'))
    })
}

/// What somebody says. Quotation: "often but not necessarily from some written work, attributable to a real world author", with
/// spokenByCharacter, "the person or organization to whom the quotation is attributed within the containing CreativeWork"; in
/// the writer's words it is a Claim, "a specific, factually-oriented claim", with its author.
fn statement(article: &Article<'_>, fact: &FactReport) -> Option<Value> {
    if fact.kind != "statement" || matches!(fact.realis, "negated" | "hedged") {
        return None;
    }
    let content = fact.args.iter().find(|argument| argument.role == "content")?;
    let (class, by) = match fact.directness {
        Some("direct" | "mixed") => ("Quotation", "spokenByCharacter"),
        _ => ("Claim", "author"),
    };
    let mut node = Map::new();
    set(&mut node, "@id", Value::String(format!("#{}", fact.id)));
    set(&mut node, "@type", string(class));
    set(&mut node, "text", string(&content.text));
    for (role, property) in [("speaker", by), ("about", "about")] {
        if let Some(value) = fillers(article, fact, role) {
            set(&mut node, property, value);
        }
    }
    if let Some(date) = calendar(fact.date.as_deref()) {
        set(&mut node, "dateCreated", string(date));
    }
    Some(Value::Object(node))
}

fn deed(article: &Article<'_>, fact: &FactReport) -> Option<Value> {
    let fits = |term: &&Term| term.kind == fact.kind && (term.subtype.is_none() || term.subtype == fact.subtype.as_deref());
    let term = TERMS.iter().find(fits)?;
    let (action, event) = match fact.realis {
        "actual" => ("CompletedActionStatus", None),
        // PotentialActionStatus: "a description of an action that is supported", not one that was carried out.
        "planned" | "offered" => ("PotentialActionStatus", Some("EventScheduled")),
        _ => return None,
    };
    let mut node = Map::new();
    set(&mut node, "@id", Value::String(format!("#{}", fact.id)));
    set(&mut node, "@type", string(term.class));
    set(&mut node, "description", string(&fact.evidence.text));
    if term.class == "Event" {
        let name = fact.trigger.as_ref().map_or(&fact.evidence.text, |trigger| &trigger.text);
        set(&mut node, "name", string(name));
        if let Some(status) = event {
            set(&mut node, "eventStatus", Value::String(format!("https://schema.org/{status}")));
        }
    } else {
        set(&mut node, "actionStatus", Value::String(format!("https://schema.org/{action}")));
    }
    for (role, property) in term.roles {
        if let Some(value) = fillers(article, fact, role) {
            set(&mut node, property, value);
        }
    }
    if let Some(date) = calendar(fact.date.as_deref()) {
        set(&mut node, term.when, string(date));
    }
    Some(Value::Object(node))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact;
    use crate::mention::KINDS;

    #[test]
    fn the_tables_speak_of_kinds_and_roles_that_exist() {
        for term in TERMS {
            let kind = fact::kind(term.kind).unwrap_or_else(|| panic!("{} is no kind of fact", term.kind));
            let unknown: Vec<_> = term.roles.iter().filter(|(role, _)| !kind.roles.contains(role)).collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", term.kind);
        }
        assert!(CLASSES.iter().all(|(id, _)| KINDS.iter().any(|kind| kind.id == *id)));
    }
}
