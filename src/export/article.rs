//! What every format reads: the text, its Analysis with positions in bytes, and what follows from the two.

use super::labels::Labels;
use crate::report::{Analysis, ArgumentReport, DateReport, EntityReport, FactReport, ReadError, ZoneReport, sorted_indices};
use crate::text::offsets::OffsetUnit;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// An article with an Analysis that is known to be its own.
#[derive(Debug)]
pub struct Article<'t> {
    /// The text as given.
    pub text: &'t str,
    /// The Analysis; positions are bytes of the text, on character boundaries.
    pub analysis: Analysis,
    /// The unit in which the Analysis came.
    pub unit: OffsetUnit,
    entities: BTreeMap<String, usize>,
}

impl<'t> Article<'t> {
    /// Joins a text and its Analysis.
    ///
    /// # Errors
    /// As [`Analysis::in_bytes`].
    pub fn new(text: &'t str, analysis: Analysis) -> Result<Self, ReadError> {
        let unit = analysis.unit();
        let analysis = analysis.in_bytes(text)?;
        let entities = analysis.entities.iter().enumerate().map(|(index, entity)| (entity.id.clone(), index)).collect();
        Ok(Self { text, analysis, unit, entities })
    }

    /// The words of the interface, in the language of the article.
    #[must_use]
    pub fn labels(&self) -> Labels {
        Labels::of(self.analysis.language)
    }

    /// The text between two positions.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        Span::new(start, end).of(self.text)
    }

    /// The entity with this id.
    #[must_use]
    pub fn entity(&self, id: Option<&str>) -> Option<&EntityReport> {
        self.analysis.entities.get(*self.entities.get(id?)?)
    }

    /// The first line of the page that is its headline.
    #[must_use]
    pub fn headline(&self) -> Option<&'t str> {
        self.zones("headline").next().map(|zone| self.slice(zone.start, zone.end))
    }

    /// The zones of one kind, in order.
    pub fn zones(&self, kind: &'static str) -> impl Iterator<Item = &ZoneReport> {
        self.analysis.zones.iter().filter(move |zone| zone.kind == kind)
    }

    /// What fills a role, as a reader would name it: the entity that is meant where the words are another name for it.
    #[must_use]
    pub fn filler<'a>(&'a self, argument: &'a ArgumentReport) -> &'a str {
        argument.resolved.as_deref().unwrap_or(&argument.text)
    }

    /// The dates in order of time, each with its place in the text's order.
    pub fn timeline(&self) -> impl Iterator<Item = (usize, &DateReport)> {
        let ranks = self.analysis.dates.iter().map(|date| (date.order, 0)).collect();
        sorted_indices(ranks).into_iter().filter_map(|index| Some((index, self.analysis.dates.get(index)?)))
    }

    /// The facts of one kind that are told as having happened or being so.
    pub fn actual<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a FactReport> {
        self.analysis.facts.iter().filter(move |fact| fact.kind == kind && fact.realis == "actual")
    }

    /// The offices that the article says the entity holds, each once, in order of the text.
    #[must_use]
    pub fn offices(&self) -> BTreeMap<&str, Vec<&FactReport>> {
        let mut held: BTreeMap<&str, Vec<&FactReport>> = BTreeMap::new();
        for fact in self.actual("position") {
            let holders = fact.args.iter().filter(|argument| argument.role == "holder");
            for id in holders.filter_map(|holder| holder.entity.as_deref()) {
                let offices = held.entry(id).or_default();
                if !offices.iter().any(|other| office(other) == office(fact)) {
                    offices.push(fact);
                }
            }
        }
        held
    }
}

/// The title of a position.
#[must_use]
pub fn office(fact: &FactReport) -> &str {
    fact.args.iter().find(|argument| argument.role == "title").map_or("", |title| &title.text)
}
