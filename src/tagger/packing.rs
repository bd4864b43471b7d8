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

    /// Holds at least 56 bits afterwards, or all that are left, and never all 64: no shift passes the width of the buffer.
    #[inline]
    fn fill(&mut self) {
        if let Some(next) = self.bytes.first_chunk::<8>() {
            let taken = (63 - self.held) / 8;
            self.buffer |= u64::from_le_bytes(*next) << self.held;
            self.held += taken * 8;
            self.bytes = self.bytes.get(taken as usize..).unwrap_or(&[]);
        } else {
            self.fill_from_the_end();
        }
    }

    #[cold]
    fn fill_from_the_end(&mut self) {
        while self.held < 56
            && let Some((&first, rest)) = self.bytes.split_first()
        {
            self.buffer |= u64::from(first) << self.held;
            self.held += 8;
            self.bytes = rest;
        }
    }

    /// The next `count` bits, at most 32.
    #[inline]
    pub fn read(&mut self, count: u32) -> Option<u32> {
        if self.held < count {
            self.fill();
            if self.held < count {
                return None;
            }
        }
        #[allow(clippy::cast_possible_truncation)]
        let value = (self.buffer & ((1_u64 << count) - 1)) as u32;
        self.buffer >>= count;
        self.held -= count;
        Some(value)
    }

    /// The number of ones up to the next zero, both of which are passed.
    #[inline]
    fn read_ones(&mut self) -> Option<u32> {
        let mut high = 0_u32;
        loop {
            if self.held < 32 {
                self.fill();
            }
            let ones = (!self.buffer).trailing_zeros().min(self.held);
            high = high.checked_add(ones)?;
            if ones < self.held {
                // At most 63 bits are held.
                self.buffer >>= ones + 1;
                self.held -= ones + 1;
                return Some(high);
            }
            if self.held == 0 {
                return None;
            }
            (self.buffer, self.held) = (0, 0);
        }
    }

    /// The next `count` rising numbers; `None` when the bytes end before, or a number would pass 32 bits.
    pub fn read_rising(&mut self, count: usize, low: u32) -> Option<Vec<u32>> {
        // No table holds more numbers than it has bits, so a damaged count cannot ask for memory.
        if count > self.bytes.len() * 8 + 64 {
            return None;
        }
        let mut numbers = Vec::with_capacity(count);
        let mut next = 0_u64;
        for _ in 0..count {
            let difference = u64::from(self.read_ones()?) << low | u64::from(self.read(low)?);
            let number = next.checked_add(difference)?;
            numbers.push(u32::try_from(number).ok()?);
            next = number + 1;
        }
        Some(numbers)
    }
}

/// Entries of a key and a payload, each in one number of 64 bits, in the order of their keys, which are hashes, with no room
/// between them: a table that a processor's cache holds is worth more than one step less. The place of an entry is the number of
/// those before it, which is counted off a row of bits.
#[derive(Clone, Debug, Default)]
pub struct KeyTable {
    /// Payload above key, the keys rising.
    entries: Vec<u64>,
    /// For every 32 values of the highest bits of a key.
    gates: Vec<Gate>,
    key_bits: u32,
    gate_shift: u32,
}

/// Which of 32 values of the highest bits of a key there are entries for.
#[derive(Clone, Copy, Debug, Default)]
struct Gate {
    /// A bit for each value.
    values: u32,
    /// The number of entries before those of the first value.
    before: u32,
}

/// What stands for the payload of a key that is not there. No payload has all bits: the key takes some.
const ABSENT: u64 = u64::MAX;
/// How many times as many values as entries the gates tell apart at least, as a power of two.
const GATE: u32 = 3;

impl KeyTable {
    /// A table of keys that rise, below 2 to the power of `key_bits`, at most 31. A payload has at most 64 bits less those of the
    /// key, and not all of them. `None` where a key is too large or out of order, or has no payload.
    #[must_use]
    pub fn of_rising(keys: &[u32], key_bits: u32, payloads: impl IntoIterator<Item = u64>) -> Option<Self> {
        let bits = (keys.len().max(1).next_power_of_two().ilog2() + GATE).clamp(5, key_bits.max(5));
        let gate_shift = key_bits.saturating_sub(bits);
        let mut table =
            Self { entries: Vec::with_capacity(keys.len()), gates: vec![Gate::default(); 1 << (bits - 5)], key_bits, gate_shift };
        let mut least = 0;
        for (&key, payload) in keys.iter().zip(payloads) {
            if key < least || key >> key_bits != 0 {
                return None;
            }
            least = key + 1;
            let value = key >> gate_shift;
            let gate = table.gates.get_mut((value / 32) as usize)?;
            gate.values |= 1 << (value % 32);
            // For now those of the gate itself.
            gate.before += 1;
            table.entries.push(payload << key_bits | u64::from(key));
        }
        if table.len() < keys.len() {
            return None;
        }
        let mut before = 0;
        for gate in &mut table.gates {
            let own = std::mem::replace(&mut gate.before, before);
            before += own;
        }
        Some(table)
    }

    /// Number of entries.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Puts the payloads of the keys that are there into `payloads`, in place of what it held, and makes of each end of a group of
    /// keys that of its payloads.
    ///
    /// Most of the time goes by waiting for memory. Where no branch cannot be foreseen, a processor waits for several entries at once.
    pub fn look_up(&self, keys: &[u32], ends: &mut [usize], payloads: &mut Vec<u64>) {
        payloads.clear();
        payloads.resize(keys.len(), ABSENT);
        let (mut read, mut kept) = (0, 0);
        for end in ends {
            for &key in keys.get(read..*end).unwrap_or(&[]) {
                let payload = self.payload(self.entry(self.place(key)), key);
                // One that is not there is written over by the next.
                if let Some(slot) = payloads.get_mut(kept) {
                    *slot = payload;
                }
                kept += usize::from(payload != ABSENT);
            }
            read = *end;
            *end = kept;
        }
        payloads.truncate(kept);
    }

    /// The payload of a key.
    #[must_use]
    pub fn get(&self, key: u32) -> Option<u64> {
        Some(self.payload(self.entry(self.place(key)), key)).filter(|&payload| payload != ABSENT)
    }

    /// The place of the first entry with the value of a key; that behind the last entry where there is none.
    #[inline]
    fn place(&self, key: u32) -> u32 {
        let value = key >> self.gate_shift;
        let gate = self.gates.get((value / 32) as usize).copied().unwrap_or_default();
        let bit = 1 << (value % 32);
        let place = gate.before + (gate.values & (bit - 1)).count_ones();
        if gate.values & bit == 0 { u32::MAX } else { place }
    }

    #[inline]
    fn entry(&self, place: u32) -> u64 {
        self.entries.get(place as usize).copied().unwrap_or(ABSENT)
    }

    /// The payload of a key, whose entry is this one or comes a little after it.
    #[inline]
    fn payload(&self, entry: u64, key: u32) -> u64 {
        let wanted = u64::from(key);
        // Other keys have the same value, or share one before it under the same gate: seldom.
        let entry = if entry & self.mask() < wanted { self.passed(key) } else { entry };
        // Where there is no entry all bits are set, those of the key too.
        if entry & self.mask() == wanted && entry != ABSENT { entry >> self.key_bits } else { ABSENT }
    }

    /// The first entry from the place of a key on whose key is not less.
    fn passed(&self, key: u32) -> u64 {
        let rest = self.entries.get(self.place(key) as usize..).unwrap_or(&[]);
        let comes_before = |entry: &u64| entry & self.mask() < u64::from(key);
        // Keys of a damaged table may crowd, those of a whole one never do so much.
        let near = rest.iter().take(8).find(|entry| !comes_before(entry));
        near.or_else(|| rest.get(rest.partition_point(comes_before))).copied().unwrap_or(ABSENT)
    }

    const fn mask(&self) -> u64 {
        (1 << self.key_bits) - 1
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
    fn ones_as_many_as_the_buffer_has_bits_are_counted() {
        for before in (0..64).step_by(4) {
            for ones in 60..=66 {
                let mut writer = BitWriter::default();
                writer.push(0, before / 2);
                writer.push(0, before / 2);
                writer.push_rising(&[ones], 0);
                let bytes = writer.finish();
                let mut reader = BitReader::new(&bytes);
                assert_eq!((reader.read(before / 2), reader.read(before / 2)), (Some(0), Some(0)));
                assert_eq!(reader.read_rising(1, 0), Some(vec![ones]), "{ones} behind {before}");
            }
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
        let table = KeyTable::of_rising(&keys, 18, 7..).unwrap();
        for (&key, payload) in keys.iter().zip(7..) {
            assert_eq!(table.get(key), Some(payload));
        }
        assert_eq!(table.len(), 500);
        assert_eq!((table.get(2), table.get(250_000)), (None, None));
        assert_eq!(KeyTable::of_rising(&[], 18, []).unwrap().get(3), None);
        assert_eq!(KeyTable::default().get(3), None);
    }

    #[test]
    fn keys_that_share_a_value_are_all_found() {
        let keys: Vec<u32> = (960..1020).collect();
        let table = KeyTable::of_rising(&keys, 20, 0..).unwrap();
        assert!(keys.iter().zip(0..).all(|(&key, place)| table.get(key) == Some(place)));
        assert_eq!((table.get(959), table.get(1020)), (None, None));
        let (mut payloads, mut ends) = (vec![5], [0, 3, 4, 6]);
        table.look_up(&[1019, 3, 960, 961, 1020, (1 << 20) - 1], &mut ends, &mut payloads);
        assert_eq!((&payloads[..], ends), (&[59, 0, 1][..], [0, 2, 3, 3]));
    }

    #[test]
    fn keys_out_of_order_are_refused() {
        assert!(KeyTable::of_rising(&[3, 3], 18, [0, 0]).is_none());
        assert!(KeyTable::of_rising(&[4, 3], 18, [0, 0]).is_none());
        assert!(KeyTable::of_rising(&[1 << 18], 18, [0]).is_none());
        assert!(KeyTable::of_rising(&[3, 4], 18, [0]).is_none());
    }
}
