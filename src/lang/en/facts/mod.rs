//! English facts: who holds which office, and who said what.

mod position;
mod statement;

use crate::document::Document;
use crate::fact::clause::Clauses;
use crate::fact::{Fact, FactReader, Reading};
use crate::mention::{Mention, MentionType};
use crate::text::quotation::Quotation;
use crate::zone::{ZoneKind, zone_at};

/// The readers of the English pack.
pub const READERS: &[FactReader] = &[FactReader { name: "positions and statements", read }];

fn read(reading: &Reading<'_>, facts: &mut Vec<Fact>) {
    let text = Text { reading, clauses: Clauses::new(reading, is_name) };
    position::read(&text, facts);
    statement::read(&text, facts);
}

/// Marks around one or two words set off a name or a word, not what was said.
fn is_name(_document: &Document<'_>, quotation: &Quotation) -> bool {
    quotation.tokens.len() <= 2
}

/// What the readers see: the text with its clauses.
struct Text<'a> {
    reading: &'a Reading<'a>,
    clauses: Clauses,
}

impl<'a> Text<'a> {
    const fn document(&self) -> &'a Document<'a> {
        self.reading.scene.document
    }

    fn word(&self, token: usize) -> &'a str {
        self.document().folded(token)
    }

    fn is_comma(&self, token: usize) -> bool {
        self.document().mark(token) == Some(',')
    }

    /// The mention over a token, outermost.
    fn mention(&self, token: usize) -> Option<&'a Mention> {
        self.reading.mentions.get(self.clauses.mention(token)?)
    }

    /// The mention whose last token is the one before.
    fn ending_at(&self, token: usize) -> Option<&'a Mention> {
        self.mention(token.checked_sub(1)?).filter(|mention| mention.tokens.end == token)
    }

    /// Whether facts may be stated here: in the body, or in the headline once.
    fn is_told(&self, token: usize) -> bool {
        let start = self.document().token(token).map_or(0, |token| token.span().start);
        let kind = zone_at(self.reading.zones, start).map_or(ZoneKind::Body, |zone| zone.kind);
        matches!(kind, ZoneKind::Body | ZoneKind::Headline) && !self.clauses.is_repeated(token)
    }

    /// The country, people or institution that ends right before a token, possessive or not, with its first token.
    fn owner_before(&self, token: usize) -> Option<&'a Mention> {
        let possessive = self.word(token.checked_sub(1)?) == "s" && matches!(self.document().mark(token.checked_sub(2)?), Some('\'' | '’'));
        let end = if possessive { token - 2 } else { token };
        self.ending_at(end).filter(|owner| matches!(owner.kind, MentionType::Location | MentionType::Group | MentionType::Organisation))
    }
}
