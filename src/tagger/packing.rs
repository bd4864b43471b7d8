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

/// Rising numbers with an index over their highest bits, so that one is found in a step or two.
#[derive(Clone, Debug)]
pub struct RisingSet {
    numbers: Vec<u32>,
    /// For each value of the highest bits where its numbers begin.
    starts: Vec<u32>,
    shift: u32,
}

impl RisingSet {
    /// Indexes strictly rising numbers below 2 to the power of `bits`.
    #[must_use]
    pub fn new(numbers: Vec<u32>, bits: u32) -> Self {
        let index_bits = (numbers.len().max(2).ilog2() + 1).min(bits);
        let shift = bits - index_bits;
        let mut starts = Vec::with_capacity((1 << index_bits) + 1);
        for (position, number) in numbers.iter().enumerate() {
            let bucket = (number >> shift) as usize;
            while starts.len() <= bucket {
                starts.push(u32::try_from(position).unwrap_or(u32::MAX));
            }
        }
        starts.resize((1 << index_bits) + 1, u32::try_from(numbers.len()).unwrap_or(u32::MAX));
        Self { numbers, starts, shift }
    }

    /// The position of a number among the others.
    #[must_use]
    #[inline]
    pub fn position(&self, number: u32) -> Option<usize> {
        let bucket = (number >> self.shift) as usize;
        let (&start, &end) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let start = start as usize;
        self.numbers.get(start..end as usize)?.iter().position(|&other| other == number).map(|offset| start + offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let numbers: Vec<u32> = (0..2000_u32).map(|index| index * 37 + index % 5 + u32::from(index > 700) * 5_000_000).collect();
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
    fn a_number_is_found_where_it_stands() {
        let numbers: Vec<u32> = (0..500).map(|index| index * index).collect();
        let set = RisingSet::new(numbers.clone(), 18);
        for (position, &number) in numbers.iter().enumerate() {
            assert_eq!(set.position(number), Some(position));
        }
        assert_eq!(set.position(2), None);
        assert_eq!(set.position(250_000), None);
        assert_eq!(RisingSet::new(Vec::new(), 18).position(3), None);
    }
}
