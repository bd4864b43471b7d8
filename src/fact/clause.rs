//! What every reader of facts asks about a token: which speech it stands in, where its sentence begins and ends, which name or
//! date covers it. One pass over the text answers all of it.
//!
//! A sentence as facts need it is not the sentence of the page: a full stop inside a quotation ends a sentence of the quotation
//! but not the sentence that quotes it («قال: "نعم. سنعود" وغادر»).

use crate::document::Document;
use crate::fact::Reading;
use crate::mention::MentionType;
use crate::text::quotation::Quotation;
use crate::text::span::Span;
use std::ops::Range;

/// Answers for every token of a text. Building takes time in proportion to the tokens, every answer constant time.
#[derive(Debug, Default)]
pub struct Clauses {
    /// The innermost speech around each token, as index + 1 into the quotations; 0 outside.
    speech: Vec<u32>,
    /// Of each mark the quotation that it opens, as 2 × index + 1, or closes, as 2 × index + 2: none does both.
    marks: Vec<u32>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// The outermost mention over each token, as index + 1.
    mention: Vec<u32>,
    /// The date over each token, as index + 1.
    date: Vec<u32>,
    /// Tokens of lines that repeat an earlier line word for word.
    repeated: Vec<Range<usize>>,
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn slot(list: &[u32], token: usize) -> Option<usize> {
    list.get(token).and_then(|&stored| (stored as usize).checked_sub(1))
}

fn paint(list: &mut [u32], tokens: Range<usize>, value: usize) {
    for place in list.get_mut(tokens).into_iter().flatten() {
        *place = number(value + 1);
    }
}

impl Clauses {
    /// Reads a text. `is_name` says whether a quotation only marks a name («الشرق الأوسط», "إل-76"): it is then part of the
    /// running text.
    #[must_use]
    pub fn new(reading: &Reading<'_>, is_name: impl Fn(&Document<'_>, &Quotation) -> bool) -> Self {
        let document = reading.document();
        let count = document.tokens().len();
        let empty = || vec![0_u32; count];
        let mut clauses = Self {
            speech: empty(),
            marks: empty(),
            starts: empty(),
            ends: empty(),
            mention: empty(),
            date: empty(),
            repeated: repeated_lines(document),
        };
        for (index, quotation) in document.quotations().iter().enumerate() {
            if is_name(document, quotation) {
                continue;
            }
            if let Some(opening) = quotation.tokens.start.checked_sub(1) {
                paint(&mut clauses.marks, opening..opening + 1, 2 * index);
            }
            if quotation.closed {
                // An open end is no proof that all up to the end of the line was said.
                paint(&mut clauses.speech, quotation.tokens.clone(), index);
                paint(&mut clauses.marks, quotation.tokens.end..quotation.tokens.end + 1, 2 * index + 1);
            }
        }
        // Nested mentions come after the outer one and leave its tokens alone.
        for (index, mention) in reading.mentions.iter().enumerate() {
            if !mention.nested && !matches!(mention.kind, MentionType::Quantity | MentionType::Percent | MentionType::Money) {
                paint(&mut clauses.mention, mention.tokens.clone(), index);
            }
        }
        for (index, date) in reading.dates.iter().enumerate() {
            paint(&mut clauses.date, date.tokens.clone(), index);
        }
        clauses.bound_sentences(document);
        clauses
    }

    fn bound_sentences(&mut self, document: &Document<'_>) {
        let count = document.tokens().len();
        // Where the sentence that is being read began and will end: outside quotations (0) and inside each of them.
        let mut now = vec![0_usize; document.quotations().len() + 1];
        for (index, quotation) in document.quotations().iter().enumerate() {
            if let Some(place) = now.get_mut(index + 1) {
                *place = quotation.tokens.start;
            }
        }
        let mut boundaries = vec![false; count + 1];
        for sentence in document.sentences() {
            if let Some(place) = boundaries.get_mut(sentence.end) {
                *place = true;
            }
        }
        let ends_here = |token: usize| boundaries.get(token + 1).copied().unwrap_or(true);
        let starts_line = |token: usize| document.token(token).is_some_and(|token| token.starts_line);
        for token in 0..count {
            let level = self.speech.get(token).copied().unwrap_or(0) as usize;
            let Some(place) = now.get_mut(level) else { continue };
            if starts_line(token) && level == 0 {
                *place = token;
            }
            if let Some(start) = self.starts.get_mut(token) {
                *start = number(*place);
            }
            if ends_here(token) {
                *place = token + 1;
            }
        }
        let mut ends: Vec<usize> =
            std::iter::once(count).chain(document.quotations().iter().map(|quotation| quotation.tokens.end)).collect();
        for token in (0..count).rev() {
            let level = self.speech.get(token).copied().unwrap_or(0) as usize;
            let Some(place) = ends.get_mut(level) else { continue };
            if ends_here(token) {
                *place = token + 1;
            }
            if let Some(end) = self.ends.get_mut(token) {
                *end = number(*place);
            }
        }
    }

    /// The innermost speech around a token, as an index into the quotations.
    #[must_use]
    pub fn speech(&self, token: usize) -> Option<usize> {
        slot(&self.speech, token)
    }

    /// Whether two tokens stand in the same speech, or both outside any.
    #[must_use]
    pub fn same_level(&self, one: usize, other: usize) -> bool {
        self.speech(one) == self.speech(other)
    }

    /// The speech that the mark at a token opens, as an index into the quotations.
    #[must_use]
    pub fn opens(&self, token: usize) -> Option<usize> {
        slot(&self.marks, token).filter(|mark| mark % 2 == 0).map(|mark| mark / 2)
    }

    /// The speech that the mark at a token closes, as an index into the quotations.
    #[must_use]
    pub fn closes(&self, token: usize) -> Option<usize> {
        slot(&self.marks, token).filter(|mark| mark % 2 == 1).map(|mark| mark / 2)
    }

    /// The first token of the sentence around a token: of the quotation's own sentence inside one.
    #[must_use]
    pub fn start(&self, token: usize) -> usize {
        self.starts.get(token).map_or(token, |&start| start as usize)
    }

    /// The token after the last of the sentence around a token.
    #[must_use]
    pub fn end(&self, token: usize) -> usize {
        self.ends.get(token).map_or(token, |&end| end as usize)
    }

    /// The outermost mention over a token, as an index into the mentions.
    #[must_use]
    pub fn mention(&self, token: usize) -> Option<usize> {
        slot(&self.mention, token)
    }

    /// The date over a token, as an index into the dates.
    #[must_use]
    pub fn date(&self, token: usize) -> Option<usize> {
        slot(&self.date, token)
    }

    /// Whether the token stands in a line that repeats an earlier one word for word, as pages repeat their title.
    #[must_use]
    pub fn is_repeated(&self, token: usize) -> bool {
        let index = self.repeated.partition_point(|line| line.end <= token);
        self.repeated.get(index).is_some_and(|line| line.contains(&token))
    }
}

fn repeated_lines(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut seen = std::collections::BTreeSet::new();
    document.lines().iter().filter(|line| !seen.insert(line.span.of(document.text()))).map(|line| line.tokens.clone()).collect()
}

/// The bytes from the first to the last token of a range, the clitics before `start` left out.
#[must_use]
pub fn span_from(document: &Document<'_>, start: usize, tokens: Range<usize>) -> Span {
    let whole = document.span(tokens);
    Span::new(start.clamp(whole.start, whole.end), whole.end)
}

#[cfg(all(test, feature = "lang-ar"))]
mod tests {
    use super::*;
    use crate::find::Scene;
    use crate::lang::ar::PACK;
    use crate::lexicon::Matches;

    fn with<T>(text: &str, is_name: bool, ask: impl FnOnce(&Document<'_>, &Clauses) -> T) -> T {
        let document = Document::new(text);
        let matches = Matches::new(&document, &PACK);
        let tagging = crate::tagger::Tagging::default();
        let scene = Scene { document: &document, matches: &matches, pack: &PACK, tagging: &tagging };
        let reading = Reading { scene, mentions: &[], entities: &[], dates: &[], zones: &[] };
        let clauses = Clauses::new(&reading, |_, _| is_name);
        ask(&document, &clauses)
    }

    #[test]
    fn a_stop_inside_a_quotation_ends_only_its_own_sentence() {
        with("قال: \"نعم. سنعود\" وغادر. انتهى.", false, |document, clauses| {
            let sentence = |token| document.span(clauses.start(token)..clauses.end(token)).of(document.text());
            assert_eq!(sentence(0), "قال: \"نعم. سنعود\" وغادر.");
            assert_eq!(sentence(3), "نعم.");
            assert_eq!(sentence(5), "سنعود");
            assert!(!clauses.same_level(0, 3) && clauses.same_level(3, 5));
        });
    }

    #[test]
    fn marks_around_a_name_open_no_speech() {
        with("قرأ صحيفة \"الغد\" أمس", true, |_, clauses| {
            assert!((0..7).all(|token| clauses.speech(token).is_none() && clauses.opens(token).is_none()));
        });
    }

    #[test]
    fn a_line_that_stood_before_is_repeated() {
        with("عنوان الخبر\nمتن\nعنوان الخبر", false, |_, clauses| {
            assert!(!clauses.is_repeated(0) && !clauses.is_repeated(2) && clauses.is_repeated(3) && clauses.is_repeated(4));
        });
    }
}
