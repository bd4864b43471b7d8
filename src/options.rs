//! What a caller can ask for.

use crate::date::Moment;
use crate::lang::{self, LanguagePack};
use crate::text::offsets::OffsetUnit;

/// Options of an analysis. The default asks for nothing: language and publication date are read from the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// When the article was published, if the caller knows.
    pub published: Option<Moment>,
    /// The language of the article, if the caller knows.
    pub language: Option<&'static LanguagePack>,
    /// The unit of every start and end.
    pub offsets: OffsetUnit,
    /// Whether every mention, date and fact names the rule that made it.
    pub explain: bool,
}

/// Why an option is refused. The message names the value, says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionError(String);

impl core::fmt::Display for OptionError {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl core::error::Error for OptionError {}

impl Options {
    /// Sets the publication date from `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    ///
    /// # Errors
    /// When the text has another form or the calendar has no such day.
    pub fn published(mut self, date: &str) -> Result<Self, OptionError> {
        let moment = Moment::parse(date).ok_or_else(|| {
            OptionError(format!("published: {date:?} is not a date of the form YYYY-MM-DD or YYYY-MM-DDTHH:MM, such as 2022-01-08"))
        })?;
        self.published = Some(moment);
        Ok(self)
    }

    /// Sets the language from its code.
    ///
    /// # Errors
    /// When there is no pack for the language.
    pub fn language(mut self, code: &str) -> Result<Self, OptionError> {
        let found = lang::pack(code).ok_or_else(|| {
            let known: Vec<&str> = lang::PACKS.iter().map(|pack| pack.code).collect();
            OptionError(format!("language: {code:?} is not one of {}; leave it out to let the text decide", known.join(", ")))
        })?;
        self.language = Some(found);
        Ok(self)
    }

    /// Sets the unit of offsets from its name: `char`, `utf16` or `byte`.
    ///
    /// # Errors
    /// When there is no such unit.
    pub fn offsets(mut self, unit: &str) -> Result<Self, OptionError> {
        self.offsets =
            OffsetUnit::from_name(unit).ok_or_else(|| OptionError(format!("offsets: {unit:?} is not one of char, utf16, byte")))?;
        Ok(self)
    }

    /// Asks for the rule behind every mention, date and fact.
    #[must_use]
    pub const fn explain(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }
}
