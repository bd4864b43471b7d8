//! The word lists: what a spelling can be, before any context is looked at.

pub mod class;
pub mod format;
pub mod lookup;

pub use class::{Class, ClassSet, Flags};
pub use format::{Attributes, Entry, Lexicon, LexiconError, Node};
pub use lookup::{Match, Matches};
