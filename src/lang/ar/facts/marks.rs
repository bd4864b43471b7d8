//! Institutions whose name stands in marks behind their noun: «صحيفة "الغد"», «موقع "شبيغل" الإلكتروني», «مراسل "العربية"».
//!
//! The noun and the marked name are one phrase: the name alone is in apposition to its noun and cannot stand without it.

use super::{Text, nouns};
use crate::fact::clause::span_from;
use crate::fact::phrase::{Agreement, Filler, Gender, Number, Phrase, PhraseKind};
use crate::mention::MentionType;
use crate::text::chars::is_quote;

/// How many tokens a name in marks may have.
const LONGEST: usize = 7;

/// The phrase of a noun and the name in marks behind it, from the noun on.
#[must_use]
pub fn at(text: &Text<'_>, token: usize) -> Option<Phrase> {
    // «وكالة أنباء "الأناضول"»
    let open = token + 1 + usize::from(text.is(token + 1, words!["انباء", "الانباء"]));
    let is_mark = |at: usize| text.document().mark(at).is_some_and(is_quote);
    if !text.is_word(token) || !is_mark(open) || text.clauses.opens(open).is_some() || !text.reading.scene.continues(token + 1) {
        return None;
    }
    let word = text.word(token);
    let (offset, clitics, stem) = text.reading.scene.peels(token).find_map(|peel| {
        let stem = word.get(peel.offset..)?;
        let known = nouns::MARKED_INSTITUTIONS.contains(stem) || nouns::MARKED_VOICES.contains(stem);
        (known && peel.restored.is_empty()).then_some((peel.offset, peel.clitics, stem))
    })?;
    let close = (open + 1..open + 2 + LONGEST).take_while(|&at| text.reading.scene.continues(at)).find(|&at| is_mark(at))?;
    if close == open + 1 {
        return None;
    }
    // «شركة "كوكا كولا" الأميركية», «موقع "شبيغل" الإلكتروني»
    let mention = |at: usize| text.clauses.mention(at).and_then(|index| text.reading.mentions.get(index));
    let mut end = close + 1;
    while end < close + 3 && text.continues(end) {
        let nationality = mention(end).is_some_and(|found| {
            found.kind == MentionType::Group
                && found.tokens.start == end
                && text.document().token(end).is_some_and(|token| token.span().start == found.span.start)
        });
        if !nationality && !text.is(end, nouns::MARKED_ADJECTIVES) {
            break;
        }
        end += 1;
    }
    let institution = nouns::MARKED_INSTITUTIONS.contains(stem);
    let entity = (open + 1..close)
        .find_map(mention)
        .filter(|found| institution && found.kind == MentionType::Organisation)
        .and_then(|found| found.entity);
    let start = if offset == 0 { text.span(token..token + 1).start } else { text.document().source_position(token, offset) };
    let span = span_from(text.document(), start, token..end);
    let gender = if stem.ends_with('ه') { Gender::Feminine } else { Gender::Masculine };
    Some(Phrase {
        tokens: token..end,
        filler: Filler { span, entity },
        span,
        kind: if institution { PhraseKind::Organisation } else { PhraseKind::Nominal },
        clitics,
        agreement: Agreement { gender: Some(gender), number: Some(Number::One) },
        title: None,
        subject: false,
    })
}
