//! The text as given: characters, tokens, sentences, quotations, and positions in it.

pub mod chars;
pub mod fold;
pub mod line;
pub mod offsets;
pub mod quotation;
pub mod sentence;
pub mod span;
pub mod token;
pub mod vocabulary;
