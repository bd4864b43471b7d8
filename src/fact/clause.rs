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
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// What lies over each token: nothing (0), or the index of one thing times four and which [`Over`] it is, or that of several.
    over: Vec<u32>,
    /// Where several lie over one token.
    several: Vec<[Option<u32>; 3]>,
    /// Tokens of lines that repeat an earlier line word for word.
    repeated: Vec<Range<usize>>,
}

/// What can lie over a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    /// A mark that opens the quotation 2 × index, or closes 2 × index + 1: none does both.
    Mark = 1,
    /// The outermost mention.
    Mention = 2,
    /// A date.
    Date = 3,
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
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
            starts: empty(),
            ends: empty(),
            over: empty(),
            several: Vec::new(),
            repeated: repeated_lines(document),
        };
        for (index, quotation) in document.quotations().iter().enumerate() {
            if is_name(document, quotation) {
                continue;
            }
            if let Some(opening) = quotation.tokens.start.checked_sub(1) {
                clauses.put(opening..opening + 1, Over::Mark, 2 * index);
            }
            if quotation.closed {
                // An open end is no proof that all up to the end of the line was said.
                clauses.speech.get_mut(quotation.tokens.clone()).into_iter().flatten().for_each(|place| *place = number(index + 1));
                clauses.put(quotation.tokens.end..quotation.tokens.end + 1, Over::Mark, 2 * index + 1);
            }
        }
        // Nested mentions come after the outer one and leave its tokens alone.
        for (index, mention) in reading.mentions.iter().enumerate() {
            if !mention.nested && !matches!(mention.kind, MentionType::Quantity | MentionType::Percent | MentionType::Money) {
                clauses.put(mention.tokens.clone(), Over::Mention, index);
            }
        }
        for (index, date) in reading.dates.iter().enumerate() {
            clauses.put(date.tokens.clone(), Over::Date, index);
        }
        clauses.bound_sentences(document);
        clauses
    }

    /// Lays something over tokens, in the place of another of its sort.
    fn put(&mut self, tokens: Range<usize>, sort: Over, index: usize) {
        // An index of thirty bits: no text has so many words.
        let Some(value) = u32::try_from(index).ok().and_then(|index| index.checked_mul(4)) else { return };
        for place in self.over.get_mut(tokens).into_iter().flatten() {
            let (before, rest) = (*place % 4, *place / 4);
            if *place == 0 || before == sort as u32 {
                *place = value + sort as u32;
                continue;
            }
            if before != 0 {
                let mut both = [None; 3];
                if let Some(first) = both.get_mut(before as usize - 1) {
                    *first = Some(rest);
                }
                let Some(told) = number(self.several.len() + 1).checked_mul(4) else { return };
                self.several.push(both);
                *place = told;
            }
            if let Some(own) = self.several.get_mut((*place / 4) as usize - 1).and_then(|several| several.get_mut(sort as usize - 1)) {
                *own = Some(value / 4);
            }
        }
    }

    /// The index of what lies over a token.
    fn over(&self, token: usize, sort: Over) -> Option<usize> {
        let value = *self.over.get(token)?;
        if value % 4 == sort as u32 {
            return Some((value / 4) as usize);
        }
        if value == 0 || value % 4 != 0 {
            return None;
        }
        let several = self.several.get((value / 4) as usize - 1)?;
        several.get(sort as usize - 1).copied().flatten().map(|index| index as usize)
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
        self.speech.get(token).and_then(|&stored| (stored as usize).checked_sub(1))
    }

    /// Whether two tokens stand in the same speech, or both outside any.
    #[must_use]
    pub fn same_level(&self, one: usize, other: usize) -> bool {
        self.speech(one) == self.speech(other)
    }

    /// The speech that the mark at a token opens, as an index into the quotations.
    #[must_use]
    pub fn opens(&self, token: usize) -> Option<usize> {
        self.over(token, Over::Mark).filter(|mark| mark % 2 == 0).map(|mark| mark / 2)
    }

    /// The speech that the mark at a token closes, as an index into the quotations.
    #[must_use]
    pub fn closes(&self, token: usize) -> Option<usize> {
        self.over(token, Over::Mark).filter(|mark| mark % 2 == 1).map(|mark| mark / 2)
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
        self.over(token, Over::Mention)
    }

    /// The date over a token, as an index into the dates.
    #[must_use]
    pub fn date(&self, token: usize) -> Option<usize> {
        self.over(token, Over::Date)
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
    fn what_lies_over_one_token_is_told_apart() {
        let mut clauses = Clauses { over: vec![0; 4], ..Clauses::default() };
        clauses.put(0..1, Over::Mark, 7);
        clauses.put(0..3, Over::Mention, 2);
        clauses.put(1..2, Over::Mention, 3);
        clauses.put(1..9, Over::Date, 0);
        clauses.put(2..4, Over::Date, 5);
        clauses.put(2..3, Over::Mark, 1);
        let over = |sort| (0..4).map(|token| clauses.over(token, sort)).collect::<Vec<_>>();
        assert_eq!(over(Over::Mark), [Some(7), None, Some(1), None]);
        assert_eq!(over(Over::Mention), [Some(2), Some(3), Some(2), None]);
        // A range that runs out of the text lies over nothing.
        assert_eq!(over(Over::Date), [None, None, Some(5), Some(5)]);
        assert_eq!(clauses.over(4, Over::Date), None);
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
