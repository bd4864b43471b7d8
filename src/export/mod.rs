//! Taking an Analysis away: one format a file, one table of them all. Every format reads the text and an Analysis of it, which
//! may have been corrected by hand since the analyser made it, and gives a whole file as text.

pub mod article;
mod conll;
mod csv;
mod digest;
mod html;
mod json;
mod jsonld;
pub mod labels;
mod markdown;
mod markup;
mod timeml;
mod web_annotation;

pub use article::Article;

use crate::report::{Analysis, ReadError};
use core::fmt;

/// A format that an Analysis can be taken away in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line and in the module.
    pub id: &'static str,
    /// Arabic label.
    pub ar: &'static str,
    /// English label.
    pub en: &'static str,
    /// The media type, with the character set where the type has one. Every format is UTF-8.
    pub mime: &'static str,
    /// The extension for a file's name, without the point in front; no two formats share one.
    pub extension: &'static str,
    /// Writes the file.
    pub write: fn(Article<'_>) -> String,
}

/// Every format. To add one: a file beside this one, and a row here.
pub const FORMATS: &[Format] = &[
    Format { id: "json", ar: "JSON", en: "JSON", mime: "application/json", extension: "json", write: json::write },
    Format {
        id: "jsonld",
        ar: "JSON-LD",
        en: "JSON-LD",
        mime: "application/ld+json",
        extension: "jsonld",
        write: |article| jsonld::write(&article),
    },
    Format {
        id: "webanno",
        ar: "تعليقات W3C",
        en: "W3C Web Annotation",
        mime: "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
        extension: "annotations.jsonld",
        write: |article| web_annotation::write(&article),
    },
    Format {
        id: "csv-entities",
        ar: "جدول الأسماء (CSV)",
        en: "Table of names (CSV)",
        mime: "text/csv;charset=utf-8",
        extension: "entities.csv",
        write: |article| csv::entities(&article),
    },
    Format {
        id: "csv-dates",
        ar: "جدول التواريخ (CSV)",
        en: "Table of dates (CSV)",
        mime: "text/csv;charset=utf-8",
        extension: "dates.csv",
        write: |article| csv::dates(&article),
    },
    Format {
        id: "csv-facts",
        ar: "جدول الوقائع (CSV)",
        en: "Table of facts (CSV)",
        mime: "text/csv;charset=utf-8",
        extension: "facts.csv",
        write: |article| csv::facts(&article),
    },
    Format {
        id: "conll",
        ar: "رموز ووسوم (CoNLL)",
        en: "Tokens and tags (CoNLL)",
        mime: "text/plain;charset=utf-8",
        extension: "conll",
        write: |article| conll::write(&article),
    },
    Format {
        id: "timeml",
        ar: "TimeML",
        en: "TimeML",
        mime: "application/xml",
        extension: "tml",
        write: |article| timeml::write(&article),
    },
    Format {
        id: "html",
        ar: "صفحة مستقلة (HTML)",
        en: "Stand-alone page (HTML)",
        mime: "text/html;charset=utf-8",
        extension: "html",
        write: |article| html::write(&article),
    },
    Format {
        id: "md",
        ar: "ورقة وقائع (Markdown)",
        en: "Fact sheet (Markdown)",
        mime: "text/markdown;charset=utf-8",
        extension: "md",
        write: |article| markdown::write(&article),
    },
];

/// Why nothing can be exported. The message says what is wrong and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportError(String);

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl core::error::Error for ExportError {}

impl From<ReadError> for ExportError {
    fn from(error: ReadError) -> Self {
        Self(error.to_string())
    }
}

/// The format with this id.
///
/// # Errors
/// When there is none; the message lists those there are.
pub fn format(id: &str) -> Result<&'static Format, ExportError> {
    FORMATS.iter().find(|format| format.id == id).ok_or_else(|| {
        let known: Vec<&str> = FORMATS.iter().map(|format| format.id).collect();
        ExportError(format!("format: {id:?} is not one of {}", known.join(", ")))
    })
}

/// Writes an Analysis of `text` in a format.
///
/// ```
/// let text = "وصل الوزير إلى بغداد في 15 مارس 2024.";
/// let analysis = khabar::analyse(text, &khabar::Options::default());
/// let format = khabar::export::format("csv-dates")?;
/// let table = khabar::export::export(text, analysis, format)?;
/// assert!(table.contains("2024-03-15"));
/// # Ok::<(), khabar::export::ExportError>(())
/// ```
///
/// # Errors
/// When the Analysis is not one of this text: a span lies outside it, or reads otherwise than stated. The message names the place.
pub fn export(text: &str, analysis: Analysis, format: &Format) -> Result<String, ExportError> {
    Ok((format.write)(Article::new(text, analysis)?))
}
