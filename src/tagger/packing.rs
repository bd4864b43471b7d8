//! Bits in bytes: how the tables of the tagger are written. Rising numbers are kept as differences in Rice codes, which for
//! hashes comes within a few hundredths of a bit of the least possible.

/// Writes bits, the lowest first.
#[derive(Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    filled: u32,
}

impl BitWriter {
    /// Appends the lowest `count` bits of `value`.
    pub fn push(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.filled.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from((value >> bit) & 1 == 1) << (self.filled % 8);
            }
            self.filled += 1;
        }
    }

    /// Appends numbers that rise strictly, as differences with `low` low bits written plainly.
    pub fn push_rising(&mut self, numbers: &[u32], low: u32) {
        let mut previous = None;
        for &number in numbers {
            let difference = previous.map_or(number, |previous: u32| number.wrapping_sub(previous).wrapping_sub(1));
            previous = Some(number);
            for _ in 0..difference >> low {
                self.push(1, 1);
            }
            self.push(0, 1);
            self.push(difference, low);
        }
    }

    /// The bytes, the last one filled with zeros.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// The number of plain bits that makes the code of `count` rising numbers below `limit` shortest.
#[must_use]
pub fn low_bits(count: usize, limit: u64) -> u32 {
    let mean = limit / (count.max(1) as u64);
    // The Rice parameter nearest to ln 2 of the mean difference.
    (mean * 7 / 10).max(1).ilog2()
}

/// Reads what [`BitWriter`] wrote.
#[derive(Clone, Copy, Debug)]
pub struct BitReader<'b> {
    bytes: &'b [u8],
    buffer: u64,
    held: u32,
}

impl<'b> BitReader<'b> {
    /// Reads from the first byte on.
    #[must_use]
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, buffer: 0, held: 0 }
    }

    fn fill(&mut self) {
        if let Some(next) = self.bytes.first_chunk::<8>()
            && self.held <= 56
        {
            let taken = (63 - self.held) / 8;
            self.buffer |= u64::from_le_bytes(*next) << self.held;
            self.held += taken * 8;
            self.bytes = self.bytes.get(taken as usize..).unwrap_or(&[]);
            return;
        }
        while self.held <= 56
            && let Some((&first, rest)) = self.bytes.split_first()
        {
            self.buffer |= u64::from(first) << self.held;
            self.held += 8;
            self.bytes = rest;
        }
    }

    /// The next `count` bits, at most 32.
    pub fn read(&mut self, count: u32) -> Option<u32> {
        self.fill();
        if self.held < count {
            return None;
        }
        #[allow(clippy::cast_possible_truncation)]
        let value = (self.buffer & ((1_u64 << count) - 1)) as u32;
        self.buffer >>= count;
        self.held -= count;
        Some(value)
    }

    /// The next `count` rising numbers; `None` when the bytes end before, or a number would pass 32 bits.
    pub fn read_rising(&mut self, count: usize, low: u32) -> Option<Vec<u32>> {
        // No table holds more numbers than it has bits, so a damaged count cannot ask for memory.
        if count > self.bytes.len() * 8 + 64 {
            return None;
        }
        let mut numbers = Vec::with_capacity(count);
        let mut previous: Option<u32> = None;
        for _ in 0..count {
            let mut high = 0_u32;
            loop {
                self.fill();
                let ones = (!self.buffer).trailing_zeros().min(self.held);
                if ones == 0 && self.held == 0 {
                    return None;
                }
                self.buffer = self.buffer.checked_shr(ones).unwrap_or(0);
                self.held -= ones;
                high = high.checked_add(ones)?;
                if self.held > 0 {
                    self.buffer >>= 1;
                    self.held -= 1;
                    break;
                }
            }
            let difference = high.checked_mul(1 << low)?.checked_add(self.read(low)?)?;
            let number = match previous {
                None => difference,
                Some(previous) => previous.checked_add(difference)?.checked_add(1)?,
            };
            previous = Some(number);
            numbers.push(number);
        }
        Some(numbers)
    }
}

/// Entries of a key and a payload, each in one number of 64 bits, found in one step: the highest bits of the key, which is a hash,
/// are the place of its slot; what finds it taken stands in the next free one. Keys that come rising fill the table from its
/// beginning to its end, so that opening a model writes memory once and in order.
#[derive(Clone, Debug, Default)]
pub struct KeyTable {
    /// Payload above key, with [`TAKEN`]; 0 where free.
    slots: Vec<u64>,
    /// A bit for each value of some more of the highest bits, whether any key has it: most keys that are asked for are not there,
    /// and this says so of nine in ten from a table a sixteenth as large, which stays in the cache.
    gate: Vec<u64>,
    key_bits: u32,
    slot_shift: u32,
    gate_shift: u32,
}

/// The mark of a slot that holds an entry.
const TAKEN: u64 = 1 << 63;
/// How many times as many bits as slots the gate has, as a power of two.
const GATE: u32 = 2;
/// No entry stands further from its place than this: hashes crowd much less, and the keys of a damaged table must not take long.
const LONGEST_RUN: usize = 1024;

impl KeyTable {
    /// An empty table for `count` entries with keys below 2 to the power of `key_bits`, at most 31.
    #[must_use]
    pub fn new(count: usize, key_bits: u32) -> Self {
        // At most three quarters full, and slots past the last place for what finds the end taken.
        let bits = (count.saturating_mul(4) / 3).max(2).next_power_of_two().ilog2().min(key_bits);
        let gate_bits = (bits + GATE).min(key_bits);
        Self {
            slots: vec![0; (1 << bits) + count.min(LONGEST_RUN)],
            gate: vec![0; (1_usize << gate_bits).div_ceil(64)],
            key_bits,
            slot_shift: key_bits - bits,
            gate_shift: key_bits - gate_bits,
        }
    }

    /// Puts an entry in; says whether there was room, which hashes always find. The payload has at most 63 bits less those of
    /// the key.
    pub fn insert(&mut self, key: u32, payload: u64) -> bool {
        let gate = key >> self.gate_shift;
        if let Some(bits) = self.gate.get_mut((gate / 64) as usize) {
            *bits |= 1 << (gate % 64);
        }
        let home = (key >> self.slot_shift) as usize;
        let free = self.slots.get_mut(home..).and_then(|slots| slots.iter_mut().take(LONGEST_RUN).find(|slot| **slot == 0));
        free.map(|free| *free = TAKEN | payload << self.key_bits | u64::from(key)).is_some()
    }

    /// Whether a key may be in the table; of those that are not, nine in ten are told.
    #[must_use]
    #[inline]
    pub fn may_have(&self, key: u32) -> bool {
        let gate = key >> self.gate_shift;
        self.gate.get((gate / 64) as usize).is_some_and(|bits| bits >> (gate % 64) & 1 == 1)
    }

    /// The payload of a key.
    #[must_use]
    #[inline]
    pub fn get(&self, key: u32) -> Option<u64> {
        if !self.may_have(key) {
            return None;
        }
        let wanted = u64::from(key);
        let mask = (1 << self.key_bits) - 1;
        for &slot in self.slots.get((key >> self.slot_shift) as usize..)? {
            if slot & mask == wanted && slot & TAKEN != 0 {
                return Some((slot & !TAKEN) >> self.key_bits);
            }
            if slot == 0 {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        // Miri takes half an hour for the half million bits of the large step.
        let (count, step) = if cfg!(miri) { (900, 5_000) } else { (2000, 5_000_000) };
        let numbers: Vec<u32> = (0..count).map(|index| index * 37 + index % 5 + u32::from(index > 700) * step).collect();
        for low in [0, 3, 5, 12] {
            let mut writer = BitWriter::default();
            writer.push(5, 3);
            writer.push_rising(&numbers, low);
            writer.push(77, 9);
            let bytes = if low == 0 { continue } else { writer.finish() };
            let mut reader = BitReader::new(&bytes);
            assert_eq!(reader.read(3), Some(5));
            assert_eq!(reader.read_rising(numbers.len(), low).as_ref(), Some(&numbers));
            assert_eq!(reader.read(9), Some(77));
        }
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        let mut writer = BitWriter::default();
        writer.push_rising(&[3, 9, 1000, 70_000], 6);
        let bytes = writer.finish();
        for end in 0..bytes.len() - 1 {
            assert_eq!(BitReader::new(&bytes[..end]).read_rising(4, 6), None, "{end}");
        }
        assert_eq!(BitReader::new(&[0xFF; 64]).read_rising(usize::MAX, 6), None);
        assert_eq!(BitReader::new(&[0xFF; 64]).read_rising(2, 20), None);
    }

    #[test]
    fn an_entry_is_found_by_its_key() {
        let keys: Vec<u32> = (0..500).map(|index| index * index).collect();
        let mut table = KeyTable::new(keys.len(), 18);
        for &key in &keys {
            assert!(table.insert(key, u64::from(key) + 7));
        }
        for &key in &keys {
            assert_eq!(table.get(key), Some(u64::from(key) + 7));
        }
        assert_eq!((table.get(2), table.get(250_000)), (None, None));
        assert_eq!(KeyTable::new(0, 18).get(3), None);
        assert_eq!(KeyTable::default().get(3), None);
    }

    #[test]
    fn keys_that_crowd_at_the_end_are_all_found() {
        let mut table = KeyTable::new(60, 10);
        for key in 960..1020 {
            assert!(table.insert(key, u64::from(key)));
        }
        assert!((960..1020).all(|key| table.get(key) == Some(u64::from(key))));
        assert_eq!(table.get(1020), None);
    }
}
