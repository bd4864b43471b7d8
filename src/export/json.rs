//! The Analysis itself, as `khabar analyse` prints it: positions in the unit in which they came.

use super::Article;
use serde_json::Value;

pub fn write(article: Article<'_>) -> String {
    // Numbers, strings and lists: nothing that JSON could refuse.
    article.analysis.from_bytes(article.text, article.unit).to_json().unwrap_or_default()
}

/// An object of these fields. One function for all that formats write: the macro of serde_json writes its code out at every use,
/// and the module travels to every reader.
#[inline(never)]
pub fn object(fields: Vec<(&'static str, Value)>) -> Value {
    let mut map = serde_json::Map::new();
    for (name, value) in fields {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

/// A string.
#[inline(never)]
pub fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}
