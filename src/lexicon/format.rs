//! The packed lexicon: one blob a language, written by the build script and read in place.
//!
//! ```text
//! header     8 × u32   magic "KHLX", version, words W, edges E, list items L, entries M, word bytes, pool bytes
//! blocks     ⌈W/16⌉ u32 where each block of 16 words begins in the word bytes
//! classes    N × u32   the classes of each node, as bits; N = W + E: node i < W is the word i, node W + j the end of edge j
//! ambiguous  N × u32   those of the classes in which the phrase is ambiguous with an ordinary word
//! flags      N × u16   the flags of each node; the top bit says that the node has edges
//! marks      ⌈N/64⌉ u32 where the entries of each block of 64 nodes begin in the items
//! counts     N × u8    how many entries each node has
//! parents    E × u32   edges sorted by (parent, word): from a node …
//! words      E × u32   … by a word to the node W + j
//! items      L × u32   numbers of entries
//! entries    M × 5 u32 class, canonical form, English, Wikidata number, attributes (strings as offsets into the pool)
//! word bytes           the words sorted; in a block the first whole (length, bytes), each next as (shared prefix, length, rest)
//! pool                 strings as (u16 length, bytes); offset 0 is the empty string
//! ```
//! All numbers are little-endian. A phrase is a path: the node of its first word, then one edge a word.
//! Encoder and decoder share this file; it depends on `core`, `alloc` and the classes alone, because the build script reads it too.

use super::class::{Class, ClassSet, Flags};

const MAGIC: u32 = u32::from_le_bytes(*b"KHLX");
const VERSION: u32 = 1;
const BLOCK: usize = 16;
const NODES: usize = 64;
const HEADER: usize = 8 * 4;
const HAS_EDGES: u16 = 1 << 15;

/// A place in the trie of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(u32);

/// One row of a word list that carries more than its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'b> {
    /// The number of the row in this lexicon; stable within one build.
    pub id: u32,
    /// The class of the list.
    pub class: Class,
    /// Bytes of UTF-8, checked when they are asked for: most rules ask for neither.
    canonical: &'b [u8],
    english: &'b [u8],
    /// The number of the Wikidata item (7747 for Q7747), or 0.
    pub wikidata: u32,
    /// Its attributes.
    pub attributes: Attributes<'b>,
}

impl<'b> Entry<'b> {
    /// The first form of the row, spelled as listed, for classes whose rules ask for it; else empty.
    #[must_use]
    pub fn canonical(&self) -> &'b str {
        core::str::from_utf8(self.canonical).unwrap_or("")
    }

    /// The English name, or empty.
    #[must_use]
    pub fn english(&self) -> &'b str {
        core::str::from_utf8(self.english).unwrap_or("")
    }

    /// The value of an attribute `key=value`, if the row has it.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&'b str> {
        self.attributes.value(key)
    }

    /// Whether the row has the attribute `key`, alone or with a value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.attributes.has(key)
    }
}

/// The attributes of a row, `key` or `key=value`, separated by commas: the bytes of UTF-8, of which only what is asked for is
/// checked, because rules ask thousands of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes<'b>(&'b [u8]);

impl<'b> Attributes<'b> {
    /// What stands after the key, if the row has it: empty, or `=value`.
    #[inline(never)]
    fn after(self, key: &str) -> Option<&'b [u8]> {
        let wanted = key.as_bytes();
        let parts = &mut self.0.split(|&byte| byte == b',');
        parts.find_map(|part| part.strip_prefix(wanted).filter(|after| after.first().is_none_or(|&byte| byte == b'=')))
    }

    /// The value of `key=value`.
    #[must_use]
    pub fn value(self, key: &str) -> Option<&'b str> {
        core::str::from_utf8(self.after(key)?.strip_prefix(b"=")?).ok()
    }

    /// The keys, as bytes.
    pub fn keys(self) -> impl Iterator<Item = &'b [u8]> {
        self.0.split(|&byte| byte == b',').filter_map(|part| part.split(|&byte| byte == b'=').next())
    }

    /// Whether `key` is there, alone or with a value.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.after(key).is_some()
    }
}

/// Why a blob is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexiconError {
    /// It does not begin with the mark of a lexicon.
    NotALexicon,
    /// It was written for another version of this file.
    Version(u32),
    /// Its length is not the one its header announces.
    Length,
}

impl core::fmt::Display for LexiconError {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NotALexicon => formatter.write_str("the data is no khabar lexicon"),
            Self::Version(found) => write!(formatter, "the lexicon has version {found}, this build reads version {VERSION}"),
            Self::Length => formatter.write_str("the lexicon is cut short or has bytes too many"),
        }
    }
}

impl core::error::Error for LexiconError {}

/// A packed lexicon, read in place.
#[derive(Debug, Default)]
pub struct Lexicon<'b> {
    words: usize,
    edges: usize,
    /// Of the first word of each block its beginning as a number: the search for a block is in this list alone, which stays in
    /// the cache where the blocks would not.
    beginnings: Vec<u64>,
    blocks: &'b [u8],
    classes: &'b [u8],
    ambiguous: &'b [u8],
    flags: &'b [u8],
    marks: &'b [u8],
    counts: &'b [u8],
    parents: &'b [u8],
    edge_words: &'b [u8],
    items: &'b [u8],
    entries: &'b [u8],
    word_bytes: &'b [u8],
    pool: &'b [u8],
}

fn u32_at(bytes: &[u8], index: usize) -> Option<u32> {
    let start = index.checked_mul(4)?;
    bytes.get(start..start.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn u16_at(bytes: &[u8], index: usize) -> Option<u16> {
    let start = index.checked_mul(2)?;
    bytes.get(start..start.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

/// The beginning of a word as a number that orders as words do: eight letters, a byte each, or as far as it holds Arabic letters
/// and ASCII only. Words that are alike so far have the same number.
fn beginning(mut word: &[u8]) -> u64 {
    let mut number = 0;
    for place in (0..8).rev() {
        let (code, rest) = match word {
            [ascii @ ..=0x7F, rest @ ..] => (*ascii, rest),
            // ء to ي as UTF-8 has them.
            [0xD8, low @ 0xA1..=0xBF, rest @ ..] => (low - 0x20, rest),
            [0xD9, low @ 0x80..=0x8A, rest @ ..] => (low + 0x20, rest),
            // Below or above those; what follows is not compared.
            [..=0xD7, ..] | [0xD8, ..=0xA0, ..] => (0x80, &[][..]),
            [_, ..] => (0xFF, &[][..]),
            [] => break,
        };
        number |= u64::from(code) << (place * 8);
        word = rest;
    }
    number
}

impl<'b> Lexicon<'b> {
    /// Takes a blob apart without copying.
    ///
    /// # Errors
    /// When the blob is not a lexicon of this version or its length is wrong.
    pub fn from_bytes(blob: &'b [u8]) -> Result<Self, LexiconError> {
        let field = |index| u32_at(blob, index).map(|value| value as usize);
        if u32_at(blob, 0) != Some(MAGIC) {
            return Err(LexiconError::NotALexicon);
        }
        match u32_at(blob, 1) {
            Some(VERSION) => {}
            other => return Err(LexiconError::Version(other.unwrap_or(0))),
        }
        let sizes = (field(2), field(3), field(4), field(5), field(6), field(7));
        let (Some(words), Some(edges), Some(items), Some(entries), Some(word_bytes), Some(pool)) = sizes else {
            return Err(LexiconError::Length);
        };
        let mut rest = blob.get(HEADER..).ok_or(LexiconError::Length)?;
        let mut take = |count: usize, size: usize| {
            let length = count.checked_mul(size).ok_or(LexiconError::Length)?;
            let (section, after) = rest.split_at_checked(length).ok_or(LexiconError::Length)?;
            rest = after;
            Ok(section)
        };
        let nodes = words.checked_add(edges).ok_or(LexiconError::Length)?;
        let mut lexicon = Self {
            words,
            edges,
            beginnings: Vec::new(),
            blocks: take(words.div_ceil(BLOCK), 4)?,
            classes: take(nodes, 4)?,
            ambiguous: take(nodes, 4)?,
            flags: take(nodes, 2)?,
            marks: take(nodes.div_ceil(NODES), 4)?,
            counts: take(nodes, 1)?,
            parents: take(edges, 4)?,
            edge_words: take(edges, 4)?,
            items: take(items, 4)?,
            entries: take(entries, 20)?,
            word_bytes: take(word_bytes, 1)?,
            pool: take(pool, 1)?,
        };
        if !rest.is_empty() {
            return Err(LexiconError::Length);
        }
        lexicon.beginnings = (0..words.div_ceil(BLOCK)).map(|block| beginning(lexicon.first_of_block(block).unwrap_or(&[]))).collect();
        Ok(lexicon)
    }

    /// The node of a single folded word, whether or not it is an entry by itself.
    #[must_use]
    pub fn word(&self, folded: &str) -> Option<Node> {
        let wanted = folded.as_bytes();
        let own = beginning(wanted);
        let mut low = self.beginnings.partition_point(|&other| other < own);
        // Blocks that begin alike as far as the numbers reach: few.
        let mut high = low + self.beginnings.get(low..)?.iter().take_while(|&&other| other == own).count();
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.first_of_block(middle)? <= wanted { low = middle + 1 } else { high = middle }
        }
        let block = low.checked_sub(1)?;
        self.scan_block(block, wanted)
    }

    fn first_of_block(&self, block: usize) -> Option<&'b [u8]> {
        let start = u32_at(self.blocks, block)? as usize;
        let length = *self.word_bytes.get(start)? as usize;
        self.word_bytes.get(start + 1..start + 1 + length)
    }

    /// Walks the front-coded words of a block, keeping only how many bytes of the wanted word agree so far.
    fn scan_block(&self, block: usize, wanted: &[u8]) -> Option<Node> {
        let mut rest = self.word_bytes.get(u32_at(self.blocks, block)? as usize..)?;
        let (mut shared, mut agreed) = (0, 0);
        for index in 0..BLOCK.min(self.words.checked_sub(block * BLOCK)?) {
            if index > 0 {
                let (&first, after) = rest.split_first()?;
                (shared, rest) = (first as usize, after);
            }
            let (&length, after) = rest.split_first()?;
            let (own, after) = after.split_at_checked(length as usize)?;
            rest = after;
            if shared > agreed {
                continue; // still below the wanted word at the first byte that differs
            }
            if shared < agreed {
                return None; // past it
            }
            let tail = wanted.get(shared..)?;
            let same = own.iter().zip(tail).take_while(|(one, other)| one == other).count();
            if same == own.len() && same == tail.len() {
                return u32::try_from(block * BLOCK + index).ok().map(Node);
            }
            agreed = shared + same;
        }
        None
    }

    /// Whether any phrase goes on from `node`.
    #[must_use]
    pub fn has_edges(&self, node: Node) -> bool {
        u16_at(self.flags, node.0 as usize).unwrap_or(0) & HAS_EDGES != 0
    }

    /// The node reached from `node` by one more word of a phrase.
    #[must_use]
    pub fn step(&self, node: Node, word: Node) -> Option<Node> {
        if !self.has_edges(node) {
            return None;
        }
        let number = |parent: u32, word: u32| u64::from(parent) << 32 | u64::from(word);
        let key = number(node.0, word.0);
        let (mut low, mut high) = (0, self.edges);
        while low < high {
            let middle = usize::midpoint(low, high);
            let found = number(u32_at(self.parents, middle)?, u32_at(self.edge_words, middle)?);
            if found == key {
                return u32::try_from(self.words + middle).ok().map(Node);
            }
            if found < key { low = middle + 1 } else { high = middle }
        }
        None
    }

    /// The classes of the phrase that ends at `node`; empty when none does.
    #[must_use]
    pub fn classes(&self, node: Node) -> ClassSet {
        ClassSet(u32_at(self.classes, node.0 as usize).unwrap_or(0))
    }

    /// Those classes of the phrase that ends at `node` in which it is also an ordinary word, so that the context decides.
    #[must_use]
    pub fn ambiguous(&self, node: Node) -> ClassSet {
        ClassSet(u32_at(self.ambiguous, node.0 as usize).unwrap_or(0))
    }

    /// The flags of the phrase that ends at `node`.
    #[must_use]
    pub fn flags(&self, node: Node) -> Flags {
        Flags(u16_at(self.flags, node.0 as usize).unwrap_or(0) & !HAS_EDGES)
    }

    /// The rows of the phrase that ends at `node`, those that carry more than a class.
    pub fn entries(&self, node: Node) -> impl Iterator<Item = Entry<'b>> + '_ {
        let node = node.0 as usize;
        let before = self.counts.get(node / NODES * NODES..node).unwrap_or(&[]);
        let start = u32_at(self.marks, node / NODES).unwrap_or(0).saturating_add(before.iter().map(|&count| u32::from(count)).sum::<u32>());
        let count = self.counts.get(node).copied().map_or(0, u32::from);
        (start..start.saturating_add(count)).filter_map(|item| self.entry(u32_at(self.items, item as usize)?))
    }

    /// The row with this number.
    #[must_use]
    pub fn entry(&self, id: u32) -> Option<Entry<'b>> {
        let base = (id as usize).checked_mul(5)?;
        Some(Entry {
            id,
            class: Class::from_number(u8::try_from(u32_at(self.entries, base)?).ok()?)?,
            canonical: self.bytes(u32_at(self.entries, base + 1)?)?,
            english: self.bytes(u32_at(self.entries, base + 2)?)?,
            wikidata: u32_at(self.entries, base + 3)?,
            attributes: Attributes(self.bytes(u32_at(self.entries, base + 4)?)?),
        })
    }

    fn bytes(&self, offset: u32) -> Option<&'b [u8]> {
        let start = offset as usize;
        let length = u16::from_le_bytes(self.pool.get(start..start + 2)?.try_into().ok()?) as usize;
        self.pool.get(start + 2..start + 2 + length)
    }

    /// How many distinct words, phrases of more than one word, and rows it holds.
    #[must_use]
    pub const fn size(&self) -> (usize, usize, usize) {
        (self.words, self.edges, self.entries.len() / 20)
    }
}

/// Writing: used by the build script and by tests, never by the analyser.
pub mod encode {
    use super::{BLOCK, Class, Flags, HAS_EDGES, MAGIC, NODES, VERSION};
    use std::collections::{BTreeMap, BTreeSet};

    /// One row of a word list, its forms folded and split into words.
    #[derive(Debug)]
    pub struct Row {
        /// The class of the list.
        pub class: Class,
        /// Every spelling: folded words.
        pub forms: Vec<Vec<String>>,
        /// The first form as listed.
        pub canonical: String,
        /// The English name, or empty.
        pub english: String,
        /// The number of the Wikidata item, or 0.
        pub wikidata: u32,
        /// The attributes as listed.
        pub attributes: String,
        /// Whether the row must be kept as an entry even when it carries nothing but its class.
        pub keep: bool,
    }

    #[derive(Default)]
    struct NodeData {
        classes: u32,
        ambiguous: u32,
        flags: u16,
        entries: BTreeSet<u32>,
    }

    /// Packs rows into a blob.
    ///
    /// # Errors
    /// A message when a word is longer than the format allows.
    pub fn pack(rows: &[Row]) -> Result<Vec<u8>, String> {
        let words: BTreeSet<&str> = rows.iter().flat_map(|row| &row.forms).flatten().map(String::as_str).collect();
        let number: BTreeMap<&str, u32> = words.iter().zip(0..).map(|(word, number)| (*word, number)).collect();
        let first_free = number.len() as u32;

        // Edges are numbered in the order of (parent, word). A child has a larger number than its parent only if levels are
        // numbered one after the other, so phrases are laid out level by level.
        let mut children: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let mut ends: Vec<Vec<u32>> = rows.iter().map(|row| vec![0; row.forms.len()]).collect();
        let deepest = rows.iter().flat_map(|row| &row.forms).map(Vec::len).max().unwrap_or(0);
        for depth in 0..deepest {
            let mut level: BTreeSet<(u32, u32)> = BTreeSet::new();
            for (row, ends) in rows.iter().zip(&ends) {
                for (form, &node) in row.forms.iter().zip(ends) {
                    if depth > 0
                        && let Some(word) = form.get(depth)
                    {
                        level.insert((node, number.get(word.as_str()).copied().unwrap_or(0)));
                    }
                }
            }
            let next = first_free + children.len() as u32;
            children.extend(level.into_iter().zip(next..));
            for (row, ends) in rows.iter().zip(&mut ends) {
                for (form, node) in row.forms.iter().zip(ends) {
                    let Some(word) = form.get(depth) else { continue };
                    let word = number.get(word.as_str()).copied().unwrap_or(0);
                    *node = if depth == 0 { word } else { children.get(&(*node, word)).copied().unwrap_or(0) };
                }
            }
        }

        let mut nodes: BTreeMap<u32, NodeData> = BTreeMap::new();
        let mut pool = Pool::default();
        let mut entries: Vec<u8> = Vec::new();
        let mut entry_count = 0;
        for (row, ends) in rows.iter().zip(&ends) {
            let mut flags = Flags::default();
            let mut ambiguous = false;
            let mut bare = row.english.is_empty() && row.wikidata == 0;
            for attribute in row.attributes.split(',').map(str::trim).filter(|attribute| !attribute.is_empty()) {
                if attribute == "ambiguous" {
                    ambiguous = true;
                    continue;
                }
                match Flags::from_attribute(attribute) {
                    Some(flag) => flags = flags.with(flag),
                    None => bare = false,
                }
            }
            let entry = (row.keep || !bare).then(|| {
                for field in
                    [row.class as u32, pool.offset(&row.canonical), pool.offset(&row.english), row.wikidata, pool.offset(&row.attributes)]
                {
                    entries.extend(field.to_le_bytes());
                }
                entry_count += 1;
                entry_count - 1
            });
            for &end in ends {
                let node = nodes.entry(end).or_default();
                node.classes |= 1 << (row.class as u8);
                node.ambiguous |= u32::from(ambiguous) << (row.class as u8);
                node.flags |= flags.0;
                node.entries.extend(entry);
            }
        }
        for &(parent, _) in children.keys() {
            nodes.entry(parent).or_default().flags |= HAS_EDGES;
        }
        // Level order is not (parent, word) order over all levels: parents of a later level have larger numbers, so it is.
        let edges: Vec<((u32, u32), u32)> = children.iter().map(|(key, child)| (*key, *child)).collect();
        if let Some(misplaced) = edges.iter().zip(first_free..).find(|((_, child), expected)| child != expected) {
            return Err(format!("internal: edge {misplaced:?} is out of order"));
        }

        let (blocks, word_bytes) = front_code(&words)?;
        let node_count = first_free + edges.len() as u32;
        let empty = NodeData::default();
        let node = |index: u32| nodes.get(&index).unwrap_or(&empty);
        let mut items: Vec<u8> = Vec::new();
        let mut marks: Vec<u8> = Vec::new();
        let mut counts: Vec<u8> = Vec::new();
        let mut item_count = 0_u32;
        for index in 0..node_count {
            if (index as usize).is_multiple_of(NODES) {
                marks.extend(item_count.to_le_bytes());
            }
            let entries = &node(index).entries;
            counts.push(u8::try_from(entries.len()).map_err(|_| "more than 255 rows share one form".to_owned())?);
            for entry in entries {
                items.extend(entry.to_le_bytes());
                item_count += 1;
            }
        }

        let mut blob = Vec::new();
        for field in
            [MAGIC, VERSION, first_free, edges.len() as u32, item_count, entry_count, word_bytes.len() as u32, pool.bytes.len() as u32]
        {
            blob.extend(field.to_le_bytes());
        }
        blob.extend(blocks.iter().flat_map(|offset| offset.to_le_bytes()));
        blob.extend((0..node_count).flat_map(|index| node(index).classes.to_le_bytes()));
        blob.extend((0..node_count).flat_map(|index| node(index).ambiguous.to_le_bytes()));
        blob.extend((0..node_count).flat_map(|index| node(index).flags.to_le_bytes()));
        blob.extend(marks);
        blob.extend(counts);
        blob.extend(edges.iter().flat_map(|((parent, _), _)| parent.to_le_bytes()));
        blob.extend(edges.iter().flat_map(|((_, word), _)| word.to_le_bytes()));
        blob.extend(items);
        blob.extend(entries);
        blob.extend(word_bytes);
        blob.extend(pool.bytes);
        Ok(blob)
    }

    fn front_code(words: &BTreeSet<&str>) -> Result<(Vec<u32>, Vec<u8>), String> {
        let mut blocks = Vec::new();
        let mut bytes = Vec::new();
        let mut previous = "";
        for (index, &word) in words.iter().enumerate() {
            let length = u8::try_from(word.len()).map_err(|_| format!("the word {word:?} is longer than 255 bytes"))?;
            if index % BLOCK == 0 {
                blocks.push(bytes.len() as u32);
                bytes.push(length);
                bytes.extend(word.bytes());
            } else {
                let shared = word.bytes().zip(previous.bytes()).take_while(|(one, other)| one == other).count();
                bytes.push(shared as u8);
                bytes.push(length - shared as u8);
                bytes.extend(word.bytes().skip(shared));
            }
            previous = word;
        }
        Ok((blocks, bytes))
    }

    struct Pool {
        bytes: Vec<u8>,
        known: BTreeMap<String, u32>,
    }

    impl Default for Pool {
        fn default() -> Self {
            Self { bytes: vec![0, 0], known: BTreeMap::from([(String::new(), 0)]) }
        }
    }

    impl Pool {
        fn offset(&mut self, string: &str) -> u32 {
            if let Some(&offset) = self.known.get(string) {
                return offset;
            }
            let offset = self.bytes.len() as u32;
            let bytes = string.as_bytes();
            let length = bytes.len().min(usize::from(u16::MAX));
            self.bytes.extend((length as u16).to_le_bytes());
            self.bytes.extend(bytes.iter().take(length));
            self.known.insert(string.to_owned(), offset);
            offset
        }
    }
}

#[cfg(test)]
mod tests {
    use super::encode::{Row, pack};
    use super::*;

    fn row(class: Class, forms: &[&str], english: &str, attributes: &str) -> Row {
        Row {
            class,
            forms: forms.iter().map(|form| form.split(' ').map(str::to_owned).collect()).collect(),
            canonical: forms[0].to_owned(),
            english: english.to_owned(),
            wikidata: 0,
            attributes: attributes.to_owned(),
            keep: false,
        }
    }

    #[test]
    fn what_is_packed_is_found_again() {
        let mut rows = vec![
            row(Class::Country, &["الولايات المتحده", "امريكا", "الولايات المتحده الامريكيه"], "United States", "iso=US"),
            row(Class::GivenName, &["امريكا"], "", "f"),
            row(Class::City, &["الولايات"], "", "ambiguous"),
        ];
        for index in 0..100 {
            rows.push(row(Class::CommonWord, &[&format!("كلمه{index}")], "", ""));
        }
        let blob = pack(&rows).unwrap();
        let lexicon = Lexicon::from_bytes(&blob).unwrap();
        for index in 0..100 {
            let node = lexicon.word(&format!("كلمه{index}")).unwrap();
            assert!(lexicon.classes(node).has(Class::CommonWord));
            assert_eq!(lexicon.entries(node).count(), 0);
        }
        assert!(lexicon.word("كلمه").is_none() && lexicon.word("كلمه999").is_none() && lexicon.word("").is_none());
        let first = lexicon.word("الولايات").unwrap();
        assert!(lexicon.ambiguous(first).has(Class::City) && lexicon.classes(first).has(Class::City));
        let second = lexicon.step(first, lexicon.word("المتحده").unwrap()).unwrap();
        let entry = lexicon.entries(second).next().unwrap();
        assert_eq!((entry.english(), entry.attribute("iso"), entry.class), ("United States", Some("US"), Class::Country));
        let third = lexicon.step(second, lexicon.word("الامريكيه").unwrap()).unwrap();
        assert_eq!(lexicon.entries(third).next().unwrap().id, entry.id);
        assert!(lexicon.step(third, first).is_none());
        let both = lexicon.classes(lexicon.word("امريكا").unwrap());
        assert!(both.has(Class::Country) && both.has(Class::GivenName));
    }

    #[test]
    fn the_beginnings_of_words_are_in_the_order_of_the_words() {
        let mut words =
            vec!["", "a", "b", "ab", "abcdefgh", "abcdefghi", "abcdefgi", "é", "éa", "؟", "؟ا", "ء", "ا", "اب", "اa", "ا؟", "ي"];
        words.extend(["يا", "ٱ", "ک", "پا", "…", "ا…ب", "ا…ا", "الولايات", "الولايات1", "الولاية", "الولايا", "0", "-", "😀"]);
        words.sort_unstable();
        assert!(words.is_sorted_by_key(|word| beginning(word.as_bytes())));
        assert!(beginning("الولايات".as_bytes()) > beginning("الولايا".as_bytes()));
    }

    #[test]
    fn a_spoilt_blob_is_refused_or_finds_nothing() {
        let blob = pack(&[row(Class::City, &["القاهره"], "Cairo", "")]).unwrap();
        assert_eq!(Lexicon::from_bytes(&blob[..blob.len() - 1]).unwrap_err(), LexiconError::Length);
        assert_eq!(Lexicon::from_bytes(b"nothing").unwrap_err(), LexiconError::NotALexicon);
        for position in 0..blob.len() {
            let mut spoilt = blob.clone();
            spoilt[position] ^= 0xFF;
            if let Ok(lexicon) = Lexicon::from_bytes(&spoilt) {
                let _ = lexicon.word("القاهره").map(|node| lexicon.entries(node).count());
            }
        }
    }
}
