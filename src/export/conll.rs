//! Tokens with tags, as CoNLL-2002 has them: a token a line, a tab, its tag in IOB2, a blank line after every sentence. The tags
//! are the types of mentions and of expressions of time; of mentions inside each other the outer one is tagged. A token is cut
//! where a mention begins or ends, so that the clitic of «ببغداد» is a token of its own.

use super::Article;
use crate::document::Document;
use crate::report::text_order;
use crate::text::span::Span;

pub fn write(article: &Article<'_>) -> String {
    let document = Document::new(article.text);
    let spans = tagged(article);
    let mut spans = spans.iter().peekable();
    let mut out = String::new();
    for sentence in document.sentences() {
        for index in sentence.clone() {
            let Some(token) = document.token(index) else { continue };
            let mut at = token.span().start;
            while at < token.span().end {
                while spans.next_if(|(span, _)| span.end <= at).is_some() {}
                let (end, tag) = match spans.peek() {
                    Some((span, tag)) if span.start <= at => (span.end, Some((*tag, at == span.start))),
                    Some((span, _)) => (span.start, None),
                    None => (token.span().end, None),
                };
                let end = end.min(token.span().end);
                out.push_str(Span::new(at, end).of(article.text));
                out.push('\t');
                match tag {
                    Some((tag, first)) => {
                        out.push_str(if first { "B-" } else { "I-" });
                        out.push_str(tag);
                    }
                    None => out.push('O'),
                }
                out.push('\n');
                at = end;
            }
        }
        out.push('\n');
    }
    out
}

/// What is tagged: mentions and dates of which none overlaps another, the outer and then the earlier one first.
fn tagged(article: &Article<'_>) -> Vec<(Span, &'static str)> {
    let mentions = article.analysis.mentions.iter().map(|mention| (Span::new(mention.start, mention.end), mention.kind));
    let dates = article.analysis.dates.iter().map(|date| (Span::new(date.start, date.end), date.kind));
    let spans: Vec<(Span, &str)> = mentions.chain(dates).collect();
    let mut reached = 0;
    let order = text_order(spans.iter().map(|(span, _)| (span.start, span.end)));
    let mut kept = Vec::with_capacity(spans.len());
    for &(span, tag) in order.into_iter().filter_map(|index| spans.get(index)) {
        if span.start >= reached {
            kept.push((span, tag));
            reached = span.end;
        }
    }
    kept
}
