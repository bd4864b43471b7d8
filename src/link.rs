//! Linking: which mentions mean the same person, place or organisation.

use crate::document::Document;
use crate::lang::pack;
use crate::mention::{Mention, MentionType};
use std::collections::BTreeMap;

/// What some mentions refer to.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its type.
    pub kind: MentionType,
    /// The fullest name in the text, as it stands there.
    pub name: String,
    /// The English name, where the lexicon is certain.
    pub english: Option<String>,
    /// The number of the Wikidata item (7747 for Q7747), where the lexicon is certain.
    pub wikidata: Option<u32>,
    /// Other spellings in the text, in order of appearance.
    pub aliases: Vec<String>,
    /// How many mentions it has.
    pub mentions: usize,
}

/// Gives every mention of a linked type its entity and returns the entities, most mentioned first.
pub fn link(document: &Document<'_>, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut known: BTreeMap<(MentionType, String), usize> = BTreeMap::new();
    for mention in mentions.iter_mut().filter(|mention| mention.kind.is_linked()) {
        let text = mention.span.of(document.text());
        let key = pack(mention.language).map_or_else(String::new, |pack| (pack.name_key)(text));
        let index = *known.entry((mention.kind, key)).or_insert_with(|| {
            entities.push(Entity {
                kind: mention.kind,
                name: text.to_owned(),
                english: None,
                wikidata: None,
                aliases: Vec::new(),
                mentions: 0,
            });
            entities.len() - 1
        });
        mention.entity = Some(index);
        if let Some(entity) = entities.get_mut(index) {
            entity.mentions += 1;
        }
    }
    entities
}
