//! Clusters of words that stand in like places, at four levels of detail: what the tagger knows of words that it was not
//! trained on.
//!
//! ```text
//! "khc1"
//! u32  number of words        u16  number of finest clusters
//! the three coarser clusters of each finest one, a byte or two bytes each
//! the words: fingerprints of 24 bits, rising, in Rice codes; then 12 bits each, the finest cluster
//! ```

use super::packing::{BitReader, BitWriter, KeyTable, low_bits};
use crate::lang::{Peel, Peels};
use crate::text::vocabulary::letters_hash;

/// Number of levels, the coarsest first.
pub const LEVELS: usize = 4;
/// Bits of a word's fingerprint: one word in some hundreds is taken for another.
const FINGERPRINT_BITS: u32 = 24;
/// Bits of the number of a finest cluster.
const CLUSTER_BITS: u32 = 12;
const MAGIC: &[u8; 4] = b"khc1";
/// Values below are kept for the edge of a sentence and for unknown words.
const FIRST: u32 = 8;

/// The table of clusters.
#[derive(Clone, Debug)]
pub struct Clusters {
    /// Of each fingerprint the finest cluster.
    words: KeyTable,
    coarser: Vec<[u16; LEVELS - 1]>,
}

/// Why a table was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged(pub &'static str);

impl std::fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Damaged {}

impl Clusters {
    /// Reads a table.
    ///
    /// # Errors
    /// When the bytes are no table of clusters, or one that was cut off or changed.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let damaged = Damaged("the table of word clusters is damaged");
        let body = bytes.strip_prefix(MAGIC).ok_or(Damaged("this is no table of word clusters"))?;
        let mut reader = BitReader::new(body);
        let count = reader.read(32).ok_or(damaged)? as usize;
        let clusters = reader.read(16).ok_or(damaged)?;
        let mut coarser = Vec::new();
        for _ in 0..clusters {
            let mut row = [0; LEVELS - 1];
            for value in &mut row {
                *value = u16::try_from(reader.read(CLUSTER_BITS).ok_or(damaged)?).unwrap_or_default();
            }
            coarser.push(row);
        }
        let fingerprints = reader.read_rising(count, low_bits(count, 1 << FINGERPRINT_BITS)).ok_or(damaged)?;
        let mut damage = false;
        let numbers = fingerprints.iter().map(|_| {
            let cluster = reader.read(CLUSTER_BITS).filter(|&cluster| cluster < clusters);
            damage |= cluster.is_none();
            u64::from(cluster.unwrap_or_default())
        });
        let words = KeyTable::of_rising(&fingerprints, FINGERPRINT_BITS, numbers).filter(|_| !damage).ok_or(damaged)?;
        Ok(Self { words, coarser })
    }

    /// Writes a table: of each word its finest cluster, and of each finest cluster the coarser ones. Of two words with one
    /// fingerprint the first stays.
    #[must_use]
    pub fn encode(words: &[(&str, u16)], coarser: &[[u16; LEVELS - 1]]) -> Vec<u8> {
        let mut list: Vec<(u32, usize, u16)> =
            words.iter().enumerate().map(|(rank, (word, cluster))| (fingerprint(word.chars()), rank, *cluster)).collect();
        list.sort_unstable();
        list.dedup_by_key(|(fingerprint, _, _)| *fingerprint);
        let mut writer = BitWriter::default();
        writer.push(u32::try_from(list.len()).unwrap_or(u32::MAX), 32);
        writer.push(u32::try_from(coarser.len()).unwrap_or(u32::MAX), 16);
        for &cluster in coarser.iter().flatten() {
            writer.push(u32::from(cluster), CLUSTER_BITS);
        }
        let fingerprints: Vec<u32> = list.iter().map(|(fingerprint, _, _)| *fingerprint).collect();
        writer.push_rising(&fingerprints, low_bits(list.len(), 1 << FINGERPRINT_BITS));
        for (_, _, cluster) in &list {
            writer.push(u32::from(*cluster), CLUSTER_BITS);
        }
        [&MAGIC[..], &writer.finish()].concat()
    }

    /// The clusters of a folded word, or else of the word without a clitic; `None` for an unknown word.
    #[must_use]
    pub fn of_word(&self, folded: &str, mut readings: Peels) -> Option<[u32; LEVELS]> {
        readings.find_map(|reading| self.of_reading(folded, reading))
    }

    /// The clusters of a folded word without the clitics that a reading takes away.
    #[must_use]
    #[inline]
    pub fn of_reading(&self, folded: &str, reading: Peel) -> Option<[u32; LEVELS]> {
        let stem = folded.get(reading.offset..).unwrap_or("");
        let finest = u32::try_from(self.words.get(fingerprint(reading.restored.chars().chain(stem.chars())))?).ok()?;
        let [coarsest, coarse, fine] = self.coarser.get(finest as usize)?.map(|cluster| u32::from(cluster) + FIRST);
        Some([coarsest, coarse, fine, finest + FIRST])
    }
}

/// The fingerprint of a folded word: part of the table as it is written.
fn fingerprint(letters: impl Iterator<Item = char>) -> u32 {
    let hash = letters_hash(letters).wrapping_mul(0x9E37_79B1);
    (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D) >> (32 - FINGERPRINT_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_clusters_of_its_finest_one() {
        let bytes = Clusters::encode(&[("بغداد", 1), ("كتاب", 0)], &[[4, 5, 6], [7, 8, 9]]);
        let clusters = Clusters::decode(&bytes).unwrap();
        assert_eq!(clusters.of_word("بغداد", (crate::lang::ar::PACK.peel)("بغداد")), Some([15, 16, 17, 9]));
        assert_eq!(clusters.of_word("وببغداد", (crate::lang::ar::PACK.peel)("وببغداد")), Some([15, 16, 17, 9]));
        assert_eq!(clusters.of_word("القلم", (crate::lang::ar::PACK.peel)("القلم")), None);
    }

    #[test]
    fn a_damaged_table_is_refused() {
        let bytes = Clusters::encode(&[("بغداد", 1), ("كتاب", 0)], &[[4, 5, 6], [7, 8, 9]]);
        assert!(Clusters::decode(b"other").is_err());
        for end in 0..bytes.len() - 1 {
            assert!(Clusters::decode(&bytes[..end]).is_err(), "{end}");
        }
    }
}
