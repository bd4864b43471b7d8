//! Noun phrases that can fill a role: a name with its title and apposition, a title alone, a counterpart («نظيره الروسي»), a
//! noun that stands for somebody named before («البيان»). Language packs read them; this file keeps them findable by token.

use crate::fact::Argument;
use crate::lang::Clitics;
use crate::text::span::Span;
use std::ops::Range;

/// Grammatical gender of a noun, a person or a verb form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Singular.
    One,
    /// Dual.
    Two,
    /// Plural.
    Many,
}

/// What a form shows of gender and number; what it does not show agrees with everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Its gender, if it shows one.
    pub gender: Option<Gender>,
    /// Its number, if it shows one.
    pub number: Option<Number>,
}

impl Agreement {
    /// Whether two forms can mean the same.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let free = |one: Option<Gender>, other: Option<Gender>| one.is_none() || other.is_none() || one == other;
        let count = |one: Option<Number>, other: Option<Number>| one.is_none() || other.is_none() || one == other;
        free(self.gender, other.gender) && count(self.number, other.number)
    }
}

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// A person by name, with or without a title.
    Person,
    /// A named organisation.
    Organisation,
    /// A place; states act too.
    Place,
    /// An office without the name of its holder.
    Title,
    /// Somebody's counterpart without a name.
    Counterpart,
    /// Any other noun.
    Nominal,
}

/// The words that fill a role and whom they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filler {
    /// The words.
    pub span: Span,
    /// The entity, as an index into the entities.
    pub entity: Option<usize>,
}

impl Filler {
    /// As an argument of a fact.
    #[must_use]
    pub const fn argument(self, role: &'static str) -> Argument {
        Argument { role, span: self.span, entity: self.entity, elided: false }
    }

    /// As an argument that the clause leaves out: these words named it before.
    #[must_use]
    pub const fn elided(self, role: &'static str) -> Argument {
        Argument { role, span: self.span, entity: self.entity, elided: true }
    }
}

/// The title in a phrase.
#[derive(Clone, Debug)]
pub struct Title {
    /// The whole title with its country or institution.
    pub span: Span,
    /// Of which country or institution.
    pub of: Option<Filler>,
    /// The office, folded and without articles: one key for «الرئيس الروسي» and «رئيس روسيا».
    pub office: String,
    /// The country or institution as a key; empty when not said.
    pub owner: String,
    /// Whether it is only told by relation to another («نظيره الروسي»).
    pub counterpart: bool,
}

/// One noun phrase.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its tokens, title and apposition with it.
    pub tokens: Range<usize>,
    /// Whom it means.
    pub filler: Filler,
    /// All of it, after its clitics.
    pub span: Span,
    /// What it is.
    pub kind: PhraseKind,
    /// The clitics before it.
    pub clitics: Clitics,
    /// Gender and number.
    pub agreement: Agreement,
    /// The title in it.
    pub title: Option<Box<Title>>,
    /// Whether it stands where the subject of a clause stands.
    pub subject: bool,
}

/// The phrases of a text, by first and by last token. No two overlap.
#[derive(Debug, Default)]
pub struct Phrases {
    list: Vec<Phrase>,
    /// Of each token the phrase that begins there, as index + 1, up to the last that does.
    begins: Vec<u32>,
}

impl Phrases {
    /// Adds a phrase behind those added before.
    pub fn push(&mut self, phrase: Phrase) {
        self.begins.resize(phrase.tokens.start, 0);
        self.list.push(phrase);
        self.begins.push(u32::try_from(self.list.len()).unwrap_or(0));
    }

    /// Gives back the room left over, once all are added.
    pub fn shrink(&mut self) {
        self.list.shrink_to_fit();
        self.begins.shrink_to_fit();
    }

    /// All phrases in order.
    #[must_use]
    pub fn list(&self) -> &[Phrase] {
        &self.list
    }

    /// All phrases, to complete what only the whole text tells.
    pub fn list_mut(&mut self) -> &mut [Phrase] {
        &mut self.list
    }

    /// How many phrases begin before a token.
    #[must_use]
    pub fn rank(&self, token: usize) -> usize {
        self.list.partition_point(|phrase| phrase.tokens.start < token)
    }

    /// The phrase that begins at a token.
    #[must_use]
    pub fn at(&self, token: usize) -> Option<&Phrase> {
        self.list.get((*self.begins.get(token)? as usize).checked_sub(1)?)
    }

    /// The phrase whose last token is the one before this.
    #[must_use]
    pub fn ending_at(&self, token: usize) -> Option<&Phrase> {
        self.before(token).next().filter(|phrase| phrase.tokens.end == token)
    }

    /// The phrase over a token.
    #[must_use]
    pub fn over(&self, token: usize) -> Option<&Phrase> {
        let index = self.list.partition_point(|phrase| phrase.tokens.end <= token);
        self.list.get(index).filter(|phrase| phrase.tokens.start <= token)
    }

    /// The phrases that begin before a token, the nearest first.
    pub fn before(&self, token: usize) -> impl Iterator<Item = &Phrase> {
        self.list.get(..self.rank(token)).unwrap_or(&[]).iter().rev()
    }
}
