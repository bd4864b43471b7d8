//! Linking: which mentions mean the same person, place or organisation.
//!
//! Within one article a name is told in full once and in part later. A part joins the last full name that it can be a part of;
//! two full names join only when they can be one name: the same first and last words, in any spelling the language allows. So
//! father and son, or two ministers of one surname, stay two. Rows of the lexicon join spellings that no rule would
//! (حلف شمال الأطلسي, الناتو).

use crate::document::Document;
use crate::lang::{LanguagePack, pack};
use crate::lexicon::Entry;
use crate::mention::{Mention, MentionType};
use crate::order;
use crate::text::fold::folded;
use crate::text::vocabulary::letters_hash;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

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

/// How many entities that share a word a mention is held against, the latest first: more of one surname than this in one
/// text is a list, and a bound keeps the work in proportion to the text.
const MOST_COMPARED: usize = 32;

/// The words of a name, folded.
pub type Words<'t> = [Word<'t>];

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Folded.
    pub text: Cow<'t, str>,
    /// What its spellings share ([`LanguagePack::spelling_key`]).
    pub key: Option<NonZeroU32>,
}

/// The number of a row of letters; none where there is no letter.
#[must_use]
pub fn key_of(letters: impl Iterator<Item = char>) -> Option<NonZeroU32> {
    let mut letters = letters.peekable();
    letters.peek()?;
    NonZeroU32::new(letters_hash(letters)).or(Some(NonZeroU32::MIN))
}

/// An entity while it gathers mentions.
struct Cluster<'w, 't> {
    kind: MentionType,
    language: &'static str,
    names: Vec<Name<'w, 't>>,
    entry: Option<u32>,
    /// In order of the text, whatever the order in which they joined.
    members: BTreeSet<usize>,
}

/// A name of an entity.
struct Name<'w, 't> {
    words: &'w Words<'t>,
    /// The keys of its first word and of its last.
    ends: [Option<NonZeroU32>; 2],
}

impl<'w, 't> Name<'w, 't> {
    fn new(words: &'w Words<'t>) -> Self {
        Self { words, ends: [words.first(), words.last()].map(|word| word.and_then(|word| word.key)) }
    }

    /// Whether it is worth comparing with another: people of one name share the first word of it or the last.
    fn may_be(&self, other: &Self, kind: MentionType) -> bool {
        let [first, last] = self.ends;
        let [other_first, other_last] = other.ends;
        kind != MentionType::Person || first == other_first || last == other_last
    }
}

#[derive(Default)]
struct Linker<'w, 't> {
    clusters: Vec<Cluster<'w, 't>>,
    by_entry: BTreeMap<(&'static str, MentionType, u32), usize>,
    by_word: BTreeMap<(MentionType, NonZeroU32), Vec<usize>>,
}

/// Gives every mention of a linked type its entity and returns the entities, most mentioned first.
pub fn link(document: &Document<'_>, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut linker = Linker::default();
    let words: Vec<Vec<Word<'_>>> =
        mentions.iter().map(|mention| if mention.kind.is_linked() { words_of(document, mention) } else { Vec::new() }).collect();
    // Full names first, so that a headline's surname finds the name that the body gives in full.
    for full in [true, false] {
        for (index, (mention, words)) in mentions.iter().zip(&words).enumerate() {
            if mention.kind.is_linked() && is_full(mention, words) == full {
                linker.place(index, mention, words);
            }
        }
    }
    let mut clusters = linker.clusters;
    order::sort_by_key(&mut clusters, |cluster| (Reverse(cluster.members.len()), cluster.members.first().copied()));
    for (entity, cluster) in clusters.iter().enumerate() {
        for &member in &cluster.members {
            if let Some(mention) = mentions.get_mut(member) {
                mention.entity = Some(entity);
            }
        }
    }
    clusters.iter().map(|cluster| entity(document, cluster, mentions, &words)).collect()
}

/// A name that can stand by itself: of people, one of two words or more; of others, any.
fn is_full(mention: &Mention, words: &Words<'_>) -> bool {
    match mention.kind {
        MentionType::Person => words.len() > 1,
        MentionType::Organisation => words.len() > 2 || mention.entry.is_some(),
        _ => true,
    }
}

/// The folded words of a mention, without clitics, possessives and punctuation, which its span leaves out.
fn words_of<'t>(document: &'t Document<'_>, mention: &Mention) -> Vec<Word<'t>> {
    let pack = pack(mention.language);
    let mut words = Vec::with_capacity(mention.tokens.len());
    for token in mention.tokens.clone().filter(|&token| document.mark(token).is_none()) {
        let own = document.token(token).map(|token| token.span()).unwrap_or_default();
        let text = if mention.span.contains(own) {
            Cow::Borrowed(document.folded(token))
        } else {
            let part = document.text().get(own.start.max(mention.span.start)..own.end.min(mention.span.end));
            Cow::Owned(folded(part.unwrap_or("")))
        };
        if !text.is_empty() {
            words.push(Word { key: pack.and_then(|pack| (pack.spelling_key)(&text)), text });
        }
    }
    words
}

impl<'w, 't> Linker<'w, 't> {
    fn place(&mut self, index: usize, mention: &Mention, words: &'w Words<'t>) {
        let keys = Self::keys(mention, words);
        let known = self.known(index, mention, words, &keys);
        let target = known.unwrap_or_else(|| {
            self.clusters.push(Cluster {
                kind: mention.kind,
                language: mention.language,
                names: Vec::new(),
                entry: None,
                members: BTreeSet::new(),
            });
            self.clusters.len() - 1
        });
        if let Some(entry) = mention.entry {
            self.by_entry.entry((mention.language, mention.kind, entry)).or_insert(target);
        }
        let Some(cluster) = self.clusters.get_mut(target) else { return };
        cluster.members.insert(index);
        cluster.entry = cluster.entry.or(mention.entry);
        if cluster.names.len() < MOST_COMPARED && !cluster.names.iter().any(|name| name.words == words) {
            cluster.names.push(Name::new(words));
            for key in keys {
                let list = self.by_word.entry((mention.kind, key)).or_default();
                if list.last() != Some(&target) {
                    list.push(target);
                }
            }
        }
    }

    fn known(&self, index: usize, mention: &Mention, words: &Words<'_>, keys: &[NonZeroU32]) -> Option<usize> {
        if let Some(entry) = mention.entry
            && let Some(&cluster) = self.by_entry.get(&(mention.language, mention.kind, entry))
        {
            return Some(cluster);
        }
        let pack = pack(mention.language)?;
        let mut candidates: Vec<usize> = Vec::new();
        for &key in keys {
            let list = self.by_word.get(&(mention.kind, key));
            candidates.extend(list.into_iter().flat_map(|list| list.iter().rev().take(MOST_COMPARED)));
        }
        candidates.sort_unstable();
        candidates.dedup();
        let own = Name::new(words);
        let fitting = candidates.into_iter().filter(|&candidate| {
            self.clusters.get(candidate).is_some_and(|cluster| {
                // Two rows of the lexicon are two things, whatever their spelling.
                let rows_agree = match (cluster.entry, mention.entry) {
                    (Some(one), Some(other)) => one == other,
                    _ => true,
                };
                rows_agree
                    && cluster.names.iter().any(|name| name.may_be(&own, mention.kind) && one_name(pack, mention.kind, name.words, words))
            })
        });
        // The latest one named before, else the first one named after: mentions are numbered in order of text.
        fitting.min_by_key(|&candidate| {
            let members = self.clusters.get(candidate).map(|cluster| &cluster.members);
            match members.and_then(|members| members.range(..index).next_back()) {
                Some(before) => (0, index - before),
                None => (1, members.and_then(BTreeSet::first).copied().unwrap_or(usize::MAX)),
            }
        })
    }

    /// Under which keys a name is filed: people by last and first word, others by the first two.
    fn keys(mention: &Mention, words: &Words<'_>) -> Vec<NonZeroU32> {
        let key = |word: Option<&Word<'_>>| word.and_then(|word| word.key);
        let mut keys: Vec<NonZeroU32> = match mention.kind {
            MentionType::Person => [key(words.last()), key(words.first())].into_iter().flatten().collect(),
            MentionType::Organisation => words.iter().take(2).filter_map(|word| word.key).collect(),
            _ => key(words.first()).into_iter().collect(),
        };
        keys.dedup();
        keys
    }
}

/// Whether two names, as words, can be one name in full and in part or in two spellings.
fn one_name(pack: &LanguagePack, kind: MentionType, one: &Words<'_>, other: &Words<'_>) -> bool {
    let same = |one: &Word<'_>, other: &Word<'_>| one.key == other.key && (pack.same_name)(&one.text, &other.text);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (Some(short_first), Some(short_last), Some(long_first), Some(long_last)) = (short.first(), short.last(), long.first(), long.last())
    else {
        return false;
    };
    match kind {
        MentionType::Person if short.len() == 1 => same(short_last, long_last),
        MentionType::Person => {
            let tail = long.len() > short.len()
                && short.iter().rev().zip(long.iter().rev()).all(|(one, other)| same(one, other))
                && short.len() > 1;
            let outline = same(short_first, long_first) && same(short_last, long_last) && is_subsequence(short, long, same);
            let beginning = short.len() > 1 && short.iter().zip(long).all(|(one, other)| same(one, other));
            tail || outline || beginning
        }
        MentionType::Organisation => {
            let (short, long) = ((pack.organisation_words)(short), (pack.organisation_words)(long));
            let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
            !short.is_empty() && short.iter().zip(long).all(|(one, other)| same(one, other)) && long.len() - short.len() <= 1
        }
        MentionType::Location => short.len() == long.len() && short.iter().zip(long).all(|(one, other)| same(one, other)),
        _ => short == long,
    }
}

/// Whether the words of `short` occur in `long` in order.
fn is_subsequence(short: &Words<'_>, long: &Words<'_>, same: impl Fn(&Word<'_>, &Word<'_>) -> bool) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| same(word, other)))
}

fn entity(document: &Document<'_>, cluster: &Cluster<'_, '_>, mentions: &[Mention], words: &[Vec<Word<'_>>]) -> Entity {
    let text_of = |member: usize| mentions.get(member).map_or("", |mention| mention.span.of(document.text()));
    let length = |member: usize| words.get(member).map_or(0, Vec::len);
    let fullest = match cluster.kind {
        MentionType::Person | MentionType::Organisation => {
            cluster.members.iter().copied().min_by_key(|&member| (Reverse(length(member)), member))
        }
        _ => cluster.members.first().copied(),
    }
    .unwrap_or_default();
    let name = text_of(fullest).to_owned();
    let mut seen = BTreeSet::from([name.as_str()]);
    let aliases = cluster.members.iter().map(|&member| text_of(member)).filter(|text| seen.insert(text)).map(str::to_owned).collect();
    let row = certain_row(cluster, mentions, words, fullest);
    Entity {
        kind: cluster.kind,
        name,
        english: row.map(|row| row.english()).filter(|english| !english.is_empty()).map(str::to_owned),
        wikidata: row.map(|row| row.wikidata).filter(|&number| number != 0),
        aliases,
        mentions: cluster.members.len(),
    }
}

/// The row of the lexicon that the entity is: that of its fullest name. A surname's row counts only when the text gives no
/// fuller name, because the text may speak of another bearer.
fn certain_row(cluster: &Cluster<'_, '_>, mentions: &[Mention], words: &[Vec<Word<'_>>], fullest: usize) -> Option<Entry<'static>> {
    let entry_of = |member: usize| mentions.get(member).and_then(|mention| mention.entry);
    let full = |member: usize| words.get(member).is_some_and(|words| words.len() > 1);
    let entry = match cluster.kind {
        MentionType::Person if full(fullest) => {
            entry_of(fullest).or_else(|| cluster.members.iter().copied().filter(|&member| full(member)).find_map(entry_of))
        }
        _ => entry_of(fullest).or_else(|| cluster.members.iter().copied().find_map(entry_of)),
    }?;
    (pack(cluster.language)?.lexicon)().entry(entry)
}
