//! Writes an Analysis as JSON, in memory that is asked for once: of a long text it is three to seven times the text, and what a
//! growing list leaves behind a WebAssembly module never gives back.

use super::{Analysis, PublishedReport};
use serde::Serialize;

// Bytes of one of each with its comma, a little over what they take in news articles: of 3,600 pieces of three collections nine in
// ten fit, and all of them together take 0.92 of it.
const AROUND: usize = 200;
const ZONE: usize = 66;
const MENTION: usize = 119;
const ENTITY: usize = 138;
const DATE: usize = 193;
const FACT: usize = 810;

/// So many of a list are written at a time: few enough that a part stays small beside the whole.
const PART: usize = 64;

/// What stands in front of the lists.
#[derive(Serialize)]
struct Head<'a> {
    schema: &'a str,
    language: &'a str,
    offsets: &'a str,
    published: &'a Option<PublishedReport>,
}

impl Analysis {
    /// The Analysis as JSON text, as `khabar analyse` prints it: no white space, fields in the order of the contract.
    ///
    /// # Errors
    /// None that is known: it holds numbers, strings and lists, nothing that JSON could refuse.
    pub fn to_json(&self) -> serde_json::Result<String> {
        let Self { schema, language, offsets, published, zones, mentions, entities, dates, facts } = self;
        let mut json = String::with_capacity(self.room());
        json.push_str(&serde_json::to_string(&Head { schema, language, offsets, published })?);
        // The brace that ends the head.
        json.pop();
        list(&mut json, "zones", zones)?;
        list(&mut json, "mentions", mentions)?;
        list(&mut json, "entities", entities)?;
        list(&mut json, "dates", dates)?;
        list(&mut json, "facts", facts)?;
        json.push('}');
        Ok(json)
    }

    /// About how many bytes of JSON it is.
    fn room(&self) -> usize {
        let lists = [
            (self.zones.len(), ZONE),
            (self.mentions.len(), MENTION),
            (self.entities.len(), ENTITY),
            (self.dates.len(), DATE),
            (self.facts.len(), FACT),
        ];
        lists.iter().fold(AROUND, |sum, (many, bytes)| sum.saturating_add(many.saturating_mul(*bytes)))
    }
}

/// Adds a field that is a list. Its parts are written apart, since serde_json vouches that what it wrote is a string, and bytes of
/// ours would have to be looked through once more.
fn list<T: Serialize>(json: &mut String, name: &str, items: &[T]) -> serde_json::Result<()> {
    add(json, &[",\"", name, "\":["].concat());
    for (index, part) in items.chunks(PART).enumerate() {
        if index > 0 {
            add(json, ",");
        }
        let part = serde_json::to_string(part)?;
        let items = part.strip_prefix('[').and_then(|items| items.strip_suffix(']'));
        add(json, items.unwrap_or_default());
    }
    add(json, "]");
    Ok(())
}

/// Adds a string, growing by a quarter where a string by itself takes twice what it has.
fn add(json: &mut String, more: &str) {
    if json.capacity() - json.len() < more.len() {
        json.reserve_exact(more.len().max(json.len() / 4));
    }
    json.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    const ARTICLE: &str = "القاهرة (أ ش أ) - 12 مارس 2024\n\nقال الرئيس الفرنسي إيمانويل ماكرون أمس إن المحادثات انتهت.\n";

    #[test]
    fn it_is_what_serde_writes() {
        // Of texts for which the room is too little, enough and too much.
        for text in ["", "نص", ARTICLE, &ARTICLE.repeat(40), &format!("قال ماكرون: «{}».", "كلام ".repeat(4000))] {
            let analysis = crate::analyse(text, &Options::default().explain(true));
            assert_eq!(analysis.to_json().ok(), serde_json::to_string(&analysis).ok());
        }
    }

    #[test]
    fn a_string_grows_by_a_quarter() {
        let mut json = String::new();
        for part in ["ا", "", "بت", "ثجح"].iter().cycle().take(400) {
            add(&mut json, part);
        }
        assert_eq!(json, "ابتثجح".repeat(100));
        assert!(json.capacity() <= json.len() * 5 / 4 + 8);
    }
}
