//! Turns the positions of an Analysis into bytes of its text and back, and checks on the way that it is an Analysis of that text:
//! every span lies in it and reads as stated, every entity that is named is listed.

use super::{Analysis, ReadError};
use crate::text::offsets::{ByteMap, OffsetMap, OffsetUnit};
use crate::text::span::Span;
use core::fmt;
use std::collections::BTreeMap;

/// Where in an Analysis a span stands, for messages.
struct Place {
    list: &'static str,
    index: usize,
    part: &'static str,
    argument: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.list)?;
        if self.list != "published" {
            write!(formatter, "[{}]", self.index)?;
        }
        formatter.write_str(self.part)?;
        self.argument.map_or(Ok(()), |index| write!(formatter, "[{index}]"))
    }
}

/// The start, the end and, where a span has it, the text.
type Visitor<'v> = dyn FnMut(&Place, &mut usize, &mut usize, Option<&mut String>) -> Result<(), ReadError> + 'v;

impl Analysis {
    /// The unit of its positions.
    #[must_use]
    pub fn unit(&self) -> OffsetUnit {
        OffsetUnit::from_name(self.offsets).unwrap_or_default()
    }

    /// The same Analysis with positions in bytes of `text`, its lists in order of the text, `nested` and the counts of mentions
    /// reckoned anew.
    ///
    /// # Errors
    /// When it is not one of this text: a span lies outside it, is empty or reads otherwise than stated, or an entity is named
    /// that is not listed. The message names the place.
    pub fn in_bytes(mut self, text: &str) -> Result<Self, ReadError> {
        let unit = self.unit();
        let mut positions = Vec::new();
        self.visit(&mut |_, start, end, _| {
            positions.extend([*start, *end]);
            Ok(())
        })?;
        let map = ByteMap::new(text, positions, unit);
        self.visit(&mut |place, start, end, stated| {
            let convert = |which: &str, position: usize| {
                map.convert(position).ok_or_else(|| {
                    ReadError(format!("{place}: the {which} {position} is no position of the text, counted in the unit {:?}", unit.name()))
                })
            };
            let (first, after) = (convert("start", *start)?, convert("end", *end)?);
            if first >= after {
                return Err(ReadError(format!("{place}: the start {start} is not before the end {end}")));
            }
            (*start, *end) = (first, after);
            let words = Span::new(first, after).of(text);
            match stated {
                Some(stated) if stated.is_empty() => words.clone_into(stated),
                Some(stated) if stated != words => {
                    return Err(ReadError(format!("{place}: the text there is {words:?}, not {stated:?}")));
                }
                _ => {}
            }
            Ok(())
        })?;
        self.offsets = OffsetUnit::Byte.name();
        self.check_names()?;
        self.put_in_order();
        Ok(self)
    }

    /// The same Analysis with positions in `unit`, from one in bytes of `text`.
    #[must_use]
    pub fn from_bytes(mut self, text: &str, unit: OffsetUnit) -> Self {
        let mut positions = Vec::new();
        // Neither of the two visitors fails.
        let _ = self.visit(&mut |_, start, end, _| {
            positions.extend([*start, *end]);
            Ok(())
        });
        let map = OffsetMap::new(text, positions, unit);
        let _ = self.visit(&mut |_, start, end, _| {
            (*start, *end) = (map.convert(*start), map.convert(*end));
            Ok(())
        });
        self.offsets = unit.name();
        self
    }

    fn visit(&mut self, visitor: &mut Visitor<'_>) -> Result<(), ReadError> {
        let place = |list, index| Place { list, index, part: "", argument: None };
        if let Some(published) = &mut self.published
            && let (Some(start), Some(end)) = (&mut published.start, &mut published.end)
        {
            visitor(&place("published", 0), start, end, None)?;
        }
        for (index, zone) in self.zones.iter_mut().enumerate() {
            visitor(&place("zones", index), &mut zone.start, &mut zone.end, None)?;
        }
        for (index, mention) in self.mentions.iter_mut().enumerate() {
            visitor(&place("mentions", index), &mut mention.start, &mut mention.end, Some(&mut mention.text))?;
        }
        for (index, date) in self.dates.iter_mut().enumerate() {
            visitor(&place("dates", index), &mut date.start, &mut date.end, Some(&mut date.text))?;
        }
        for (index, fact) in self.facts.iter_mut().enumerate() {
            let part = |part, argument| Place { list: "facts", index, part, argument };
            visitor(&part("", None), &mut fact.start, &mut fact.end, None)?;
            let evidence = &mut fact.evidence;
            visitor(&part(".evidence", None), &mut evidence.start, &mut evidence.end, Some(&mut evidence.text))?;
            if let Some(trigger) = &mut fact.trigger {
                visitor(&part(".trigger", None), &mut trigger.start, &mut trigger.end, Some(&mut trigger.text))?;
            }
            for (number, argument) in fact.args.iter_mut().enumerate() {
                visitor(&part(".args", Some(number)), &mut argument.start, &mut argument.end, Some(&mut argument.text))?;
            }
        }
        Ok(())
    }

    /// Counts the mentions of every entity, and refuses a name of one that is not listed.
    fn check_names(&mut self) -> Result<(), ReadError> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, entity) in self.entities.iter().enumerate() {
            if counts.insert(&entity.id, 0).is_some() {
                return Err(ReadError(format!("entities[{index}]: the id {:?} stands twice", entity.id)));
            }
        }
        let unlisted = |place: fmt::Arguments<'_>, id: &str| Err(ReadError(format!("{place}: no entity has the id {id:?}")));
        for (index, mention) in self.mentions.iter().enumerate() {
            let Some(id) = mention.entity.as_deref() else { continue };
            match counts.get_mut(id) {
                Some(count) => *count += 1,
                None => return unlisted(format_args!("mentions[{index}].entity"), id),
            }
        }
        for (index, fact) in self.facts.iter().enumerate() {
            if let Some(id) = fact.attributed_to.as_deref().filter(|id| !counts.contains_key(id)) {
                return unlisted(format_args!("facts[{index}].attributed_to"), id);
            }
            for (number, argument) in fact.args.iter().enumerate() {
                if let Some(id) = argument.entity.as_deref().filter(|id| !counts.contains_key(id)) {
                    return unlisted(format_args!("facts[{index}].args[{number}].entity"), id);
                }
            }
        }
        let counts: Vec<usize> = self.entities.iter().map(|entity| counts.get(entity.id.as_str()).copied().unwrap_or(0)).collect();
        for (entity, count) in self.entities.iter_mut().zip(counts) {
            entity.mentions = count;
        }
        Ok(())
    }

    fn put_in_order(&mut self) {
        reorder(&mut self.zones, |zone| (zone.start, zone.end));
        reorder(&mut self.mentions, |mention| (mention.start, mention.end));
        reorder(&mut self.dates, |date| (date.start, date.end));
        reorder(&mut self.facts, |fact| (fact.start, fact.end));
        let mut open: Vec<usize> = Vec::new();
        for mention in &mut self.mentions {
            while open.last().is_some_and(|end| *end <= mention.start) {
                open.pop();
            }
            mention.nested = open.last().is_some_and(|end| mention.end <= *end);
            open.push(mention.end);
        }
    }
}

/// Puts a list in order of the text, an outer span before those inside it; equal ones keep their order.
fn reorder<T>(list: &mut [T], span: fn(&T) -> (usize, usize)) {
    let order = text_order(list.iter().map(span));
    permute(&order, &mut |one, other| list.swap(one, other));
}

/// Brings to each place what `order` says should stand there, by swaps. Not generic, for the reason that `sorted_indices` gives.
#[inline(never)]
fn permute(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    // Where each item belongs; every swap brings one there.
    let mut home = vec![0; order.len()];
    for (place, &item) in order.iter().enumerate() {
        if let Some(home) = home.get_mut(item) {
            *home = place;
        }
    }
    for place in 0..home.len() {
        while let Some(&target) = home.get(place).filter(|target| **target != place) {
            swap(place, target);
            home.swap(place, target);
        }
    }
}

/// The indices of spans in order of the text, an outer span before those inside it.
pub(crate) fn text_order(spans: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    sorted_indices(spans.map(|(start, end)| (start, usize::MAX - end)).collect())
}

/// The indices of keys in their order; equal ones in the order in which they came. One sort for all lists: every other kind of
/// element would add a copy of the sort to the module, of some kilobytes each.
#[inline(never)]
pub(crate) fn sorted_indices(keys: Vec<(usize, usize)>) -> Vec<usize> {
    let mut keyed: Vec<(usize, usize, usize)> =
        keys.into_iter().enumerate().map(|(index, (first, second))| (first, second, index)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, _, index)| index).collect()
}
