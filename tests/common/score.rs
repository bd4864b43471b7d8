//! Precision, recall and F1 over things found and things expected.

use std::collections::BTreeMap;

/// What was found and expected, found though not expected, and expected but not found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub right: usize,
    pub invented: usize,
    pub missed: usize,
}

impl Count {
    /// In percent; nought where there is nothing to divide by.
    pub fn precision(self) -> f64 {
        percent(self.right, self.right + self.invented)
    }

    pub fn recall(self) -> f64 {
        percent(self.right, self.right + self.missed)
    }

    pub fn f1(self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.invented + self.missed)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Counts by name.
#[derive(Debug, Default)]
pub struct Tally(BTreeMap<String, Count>);

impl Tally {
    pub fn of(&mut self, name: &str) -> &mut Count {
        self.0.entry(name.to_owned()).or_default()
    }

    /// Counts what two lists without repetition have in common.
    pub fn compare<T: PartialEq>(&mut self, name: &str, expected: &[T], found: &[T]) {
        let right = expected.iter().filter(|item| found.contains(item)).count();
        let count = self.of(name);
        count.right += right;
        count.invented += found.len() - right;
        count.missed += expected.len() - right;
    }

    /// A table with these names first and the others in order of the alphabet.
    pub fn table(&self, first: &[&str]) -> String {
        let first_rows = first.iter().filter_map(|name| self.0.get_key_value(*name));
        let others = self.0.iter().filter(|(name, _)| !first.contains(&name.as_str()));
        let row = |(name, count): (&String, &Count)| {
            let expected = count.right + count.missed;
            format!("{name:14} P {:5.1}  R {:5.1}  F1 {:5.1}  ({expected} expected)\n", count.precision(), count.recall(), count.f1())
        };
        first_rows.chain(others).map(row).collect()
    }
}
