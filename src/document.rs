//! The article: read once, then immutable.

use crate::text::line::{Line, lines};
use crate::text::quotation::{Quotation, quotations};
use crate::text::sentence::sentences;
use crate::text::span::Span;
use crate::text::token::{Token, Tokens};
use crate::text::vocabulary::Vocabulary;
use std::ops::Range;

/// A text with its tokens, lines, sentences and quotations. Every position is a byte of the text as given.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    tokens: Tokens,
    lines: Vec<Line>,
    sentences: Vec<Range<usize>>,
    quotations: Vec<Quotation>,
}

impl<'t> Document<'t> {
    /// Reads a text. Takes time and memory in proportion to its length.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let tokens = Tokens::new(text);
        let lines = lines(text, tokens.list());
        let sentences = sentences(text, tokens.list());
        let quotations = quotations(tokens.list(), &lines);
        Self { text, tokens, lines, sentences, quotations }
    }

    /// The text as given.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// All tokens in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.list()
    }

    /// The token at `index`, if there is one.
    #[must_use]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.list().get(index)
    }

    /// The token before `index`, if there is one.
    #[must_use]
    pub fn before(&self, index: usize) -> Option<&Token> {
        self.token(index.checked_sub(1)?)
    }

    /// The folded spelling of the token at `index`; empty past the end.
    #[must_use]
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        self.token(index).map_or("", |token| self.tokens.folded(token))
    }

    /// The distinct words of the text.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        self.tokens.vocabulary()
    }

    /// The token at `index` as it stands in the text; empty past the end.
    #[must_use]
    #[inline]
    pub fn source(&self, index: usize) -> &'t str {
        self.token(index).map_or("", |token| token.span().of(self.text))
    }

    /// The punctuation mark at `index`, if the token there is one.
    #[must_use]
    pub fn mark(&self, index: usize) -> Option<char> {
        self.token(index).and_then(Token::mark)
    }

    /// The source byte where the folded byte `offset` of the token at `index` stands.
    #[must_use]
    pub fn source_position(&self, index: usize, offset: usize) -> usize {
        self.token(index).map_or(self.text.len(), |token| self.tokens.source_position(self.text, token, offset))
    }

    /// The bytes from the first to the last token of a range of token indices.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.token(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => Span::new(first.span().start, last.span().end),
            _ => Span::default(),
        }
    }

    /// The non-blank lines in order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The index of the line that holds the token at `index`.
    #[must_use]
    pub fn line_of(&self, index: usize) -> usize {
        self.lines.partition_point(|line| line.tokens.end <= index)
    }

    /// The sentences in order, as ranges of token indices that cover all tokens.
    #[must_use]
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The index of the sentence that holds the token at `index`.
    #[must_use]
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= index)
    }

    /// The tokens of the sentence that holds the token at `index`; empty past the end.
    #[must_use]
    pub fn sentence_around(&self, index: usize) -> Range<usize> {
        self.sentences.get(self.sentence_of(index)).cloned().unwrap_or(index..index)
    }

    /// The quotations in order.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The index of the first token that starts at or after `byte`.
    #[must_use]
    pub fn token_at_or_after(&self, byte: usize) -> usize {
        self.tokens.list().partition_point(|token| token.span().start < byte)
    }
}
