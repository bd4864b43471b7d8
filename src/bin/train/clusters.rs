//! `clusters TABLE OUT`: packs the table that `scripts/clusters` writes (word, then its cluster at each level from the finest
//! to the coarsest, with tabs between).

use khabar::tagger::clusters::{Clusters, LEVELS};

/// Packs a table.
pub fn pack(arguments: &[String]) -> Result<(), String> {
    let [table, out] = arguments else { return Err("usage: khabar-train clusters TABLE OUT".to_owned()) };
    let text = std::fs::read_to_string(table).map_err(|error| format!("{table}: {error}"))?;
    let mut words = Vec::new();
    let mut coarser: Vec<[u16; LEVELS - 1]> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let fail = || format!("{table}:{}: a word and four numbers are wanted", number + 1);
        let mut columns = line.split('\t');
        let word = columns.next().ok_or_else(fail)?;
        let levels = columns.map(|column| column.parse::<u16>().map_err(|_| fail())).collect::<Result<Vec<u16>, String>>()?;
        let [finest, fine, coarse, coarsest] = levels.as_slice() else { return Err(fail()) };
        let row = usize::from(*finest);
        if coarser.len() <= row {
            coarser.resize(row + 1, [0; LEVELS - 1]);
        }
        coarser[row] = [*coarsest, *coarse, *fine];
        words.push((word, *finest));
    }
    let bytes = Clusters::encode(&words, &coarser);
    std::fs::write(out, bytes).map_err(|error| format!("{out}: {error}"))
}
