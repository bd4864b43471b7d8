//! From bytes to the units that consumers count in, in one forward sweep over the text.

/// The unit of every `start` and `end` that leaves the analyser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts.
    #[default]
    Char,
    /// UTF-16 code units, as JavaScript, Java and the DOM count.
    Utf16,
    /// UTF-8 bytes, as Rust and Go count.
    Byte,
}

impl OffsetUnit {
    /// The name in the contract: `char`, `utf16` or `byte`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Char => "char",
            Self::Utf16 => "utf16",
            Self::Byte => "byte",
        }
    }

    /// Reads the name of a unit.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Char, Self::Utf16, Self::Byte].into_iter().find(|unit| unit.name() == name)
    }
}

/// Converts byte positions to a unit. Made once for all positions that are needed.
#[derive(Debug)]
pub struct OffsetMap {
    bytes: Vec<usize>,
    units: Vec<usize>,
    unit: OffsetUnit,
}

impl OffsetMap {
    /// Prepares the conversion of `positions` (byte offsets in any order, repeats allowed).
    #[must_use]
    pub fn new(text: &str, mut positions: Vec<usize>, unit: OffsetUnit) -> Self {
        if unit == OffsetUnit::Byte {
            return Self { bytes: Vec::new(), units: Vec::new(), unit };
        }
        positions.sort_unstable();
        positions.dedup();
        let mut units = Vec::with_capacity(positions.len());
        let (mut byte, mut count) = (0, 0);
        for &position in &positions {
            let between = text.get(byte..position).unwrap_or("");
            count += match unit {
                OffsetUnit::Utf16 => between.chars().map(char::len_utf16).sum::<usize>(),
                _ => between.chars().count(),
            };
            byte = position.max(byte);
            units.push(count);
        }
        Self { bytes: positions, units, unit }
    }

    /// The position in the unit. A position that was not prepared counts as the nearest prepared one before it.
    #[must_use]
    pub fn convert(&self, byte: usize) -> usize {
        if self.unit == OffsetUnit::Byte {
            return byte;
        }
        let index = self.bytes.partition_point(|&known| known <= byte);
        index.checked_sub(1).and_then(|index| self.units.get(index)).copied().unwrap_or(0)
    }
}

/// The way back: from positions in a unit to bytes. Made once for all positions that are needed.
#[derive(Debug)]
pub struct ByteMap {
    units: Vec<usize>,
    bytes: Vec<Option<usize>>,
}

impl ByteMap {
    /// Prepares the conversion of `positions` (offsets in `unit`, in any order, repeats allowed).
    #[must_use]
    pub fn new(text: &str, mut positions: Vec<usize>, unit: OffsetUnit) -> Self {
        positions.sort_unstable();
        positions.dedup();
        let mut bytes = Vec::with_capacity(positions.len());
        let mut characters = text.chars();
        let (mut byte, mut count) = (0, 0);
        for &position in &positions {
            while count < position {
                let Some(character) = characters.next() else { break };
                byte += character.len_utf8();
                count += match unit {
                    OffsetUnit::Char => 1,
                    OffsetUnit::Utf16 => character.len_utf16(),
                    OffsetUnit::Byte => character.len_utf8(),
                };
            }
            bytes.push((count == position).then_some(byte));
        }
        Self { units: positions, bytes }
    }

    /// The byte at a position that was prepared; `None` where it lies beyond the text or inside a character.
    #[must_use]
    pub fn convert(&self, position: usize) -> Option<usize> {
        let index = self.units.binary_search(&position).ok()?;
        self.bytes.get(index).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_an_emoji_its_own_way() {
        let text = "😀بوتين";
        let positions = vec![4, 0, text.len()];
        let of = |unit| {
            let map = OffsetMap::new(text, positions.clone(), unit);
            (map.convert(4), map.convert(text.len()))
        };
        assert_eq!(of(OffsetUnit::Byte), (4, 14));
        assert_eq!(of(OffsetUnit::Char), (1, 6));
        assert_eq!(of(OffsetUnit::Utf16), (2, 7));
    }
    #[test]
    fn the_way_back_knows_what_is_no_position() {
        let text = "😀بوتين";
        for (unit, positions, bytes) in [
            (OffsetUnit::Char, [0, 1, 6, 7], [Some(0), Some(4), Some(14), None]),
            (OffsetUnit::Utf16, [2, 1, 7, 8], [Some(4), None, Some(14), None]),
            (OffsetUnit::Byte, [3, 4, 14, 15], [None, Some(4), Some(14), None]),
        ] {
            let map = ByteMap::new(text, positions.to_vec(), unit);
            assert_eq!(positions.map(|position| map.convert(position)), bytes, "{unit:?}");
        }
    }
}
