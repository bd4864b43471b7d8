//! khabar reads a news article, Arabic first, and finds what it says.
