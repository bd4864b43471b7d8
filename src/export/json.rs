//! The Analysis itself, as `khabar analyse` prints it: positions in the unit in which they came.

use super::Article;

pub fn write(article: &Article<'_>) -> String {
    let analysis = article.analysis.clone().from_bytes(article.text, article.unit);
    // Numbers, strings and lists: nothing that JSON could refuse.
    serde_json::to_string(&analysis).unwrap_or_default()
}
