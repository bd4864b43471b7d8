//! Which phrases stand where a subject stands, and whom titles alone mean.

use super::*;

/// Marks the phrases that stand where a subject stands: first in the sentence, after a verb that opens it, after a verb of
/// speech or talks, after أن and its like.
pub(super) fn mark(text: &mut Text<'_>) {
    let mut marks = vec![false; text.phrases.list().len()];
    for (mark, phrase) in marks.iter_mut().zip(text.phrases.list()) {
        let mut first = phrase.tokens.start;
        while first > text.clauses.start(first) && first + 3 > phrase.tokens.start && text.reading.scene.is(first - 1, Class::Honorific) {
            first -= 1;
        }
        if phrase.clitics.preposition() || text.clauses.date(first).is_some() {
            continue;
        }
        *mark = at_clause_start(text, first)
            || first.checked_sub(1).is_some_and(|before| {
                // «ورد عليه الوزير»
                let before = if text.is(before, grammar::WITHIN) { before.saturating_sub(1) } else { before };
                let verb = |class| text.listed(before, class).is_some_and(|(_, entry)| entry.has("verb"));
                // «بينها وبين الولايات المتحدة»: no verb of speech.
                let between = text.word(before).ends_with("بين") && !at_clause_start(text, before);
                text.continues(first)
                    && !between
                    && (verb(Class::SpeechCue)
                        || verb(Class::Communication)
                        || (at_clause_start(text, before) && looks_like_verb(text, before)))
            });
    }
    // «ودعا الصدر، الذي …، مجلس النواب إلى»: after the subject of a verb a name behind a comma is another argument of it, unless
    // a verb follows.
    let mut subject_of: Option<usize> = None;
    for (mark, phrase) in marks.iter_mut().zip(text.phrases.list()) {
        let first = phrase.tokens.start;
        let start = text.clauses.start(first);
        let mut fence = first;
        while fence > start && fence + 3 > first && text.reading.scene.is(fence - 1, Class::Honorific) {
            fence -= 1;
        }
        let behind_comma = fence.checked_sub(1).is_some_and(|before| fence > start && text.is_comma(before));
        let verb_follows = |class| text.listed(phrase.tokens.end, class).is_some_and(|(_, entry)| entry.has("verb"));
        if *mark && behind_comma && subject_of == Some(start) && phrase.clitics.is_empty() {
            *mark = verb_follows(Class::SpeechCue) || verb_follows(Class::Communication);
        } else if *mark && first.checked_sub(1).is_some_and(|before| before == start && looks_like_verb(text, before)) {
            subject_of = Some(start);
        }
    }
    for (phrase, mark) in text.phrases.list_mut().iter_mut().zip(marks) {
        phrase.subject = mark;
    }
}

/// Whether a word before a name at the begin of a clause is a verb: no article, no preposition, no noun of an office.
fn looks_like_verb(text: &Text<'_>, token: usize) -> bool {
    let word = text.word(token);
    let bare =
        word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 2 || grammar::PREPOSITIONS.contains(rest)).unwrap_or(word);
    text.is_word(token)
        && text.clauses.mention(token).is_none()
        && !grammar::is_definite(bare)
        && !grammar::PREPOSITIONS.contains(bare)
        && !grammar::CLAUSE_OPENERS.contains(bare)
        && !bare.ends_with('ه')
        && !(bare.starts_with(['ل', 'ب']) && bare.chars().count() > 3 && !bare.ends_with('ت'))
        && !token.checked_sub(1).is_some_and(|before| text.is(before, grammar::COMPLEMENTISERS))
        && bare.chars().count() >= 3
}

/// Whom titles alone mean: the holder of that office in this text; of a bare «الرئيس» the last one named before it.
pub(super) fn resolve(text: &mut Text<'_>) {
    let mut holders: BTreeMap<(String, String), Filler> = BTreeMap::new();
    for phrase in text.phrases.list() {
        if let (PhraseKind::Person, Some(title)) = (phrase.kind, &phrase.title)
            && !title.office.is_empty()
        {
            holders.entry((title.office.clone(), title.owner.clone())).or_insert(phrase.filler);
        }
    }
    let mut last: BTreeMap<String, Filler> = BTreeMap::new();
    let latter = |text: &Text<'_>, token: usize| matches!(text.word(token).trim_start_matches(['و', 'ف']), "الاخير" | "الاخيره");
    let last_words: std::collections::BTreeSet<usize> = (text.phrases.list().iter())
        .filter(|phrase| phrase.kind == PhraseKind::Nominal && latter(text, phrase.tokens.start))
        .map(|phrase| phrase.tokens.start)
        .collect();
    let mut last_person: Option<Filler> = None;
    for phrase in text.phrases.list_mut() {
        if phrase.kind == PhraseKind::Person {
            last_person = Some(phrase.filler);
        } else if phrase.kind == PhraseKind::Nominal && last_words.contains(&phrase.tokens.start) {
            phrase.filler.entity = last_person.and_then(|person| person.entity);
        }
        let Some(title) = &phrase.title else { continue };
        if phrase.kind == PhraseKind::Person {
            last.insert(title.office.clone(), phrase.filler);
            continue;
        }
        let found = if title.owner.is_empty() {
            last.get(&title.office).or_else(|| {
                // Before anybody was named, a bare office is that of its only holder in the text.
                let mut all = holders.iter().filter(|((office, _), _)| *office == title.office);
                all.next().filter(|_| all.next().is_none()).map(|(_, filler)| filler)
            })
        } else {
            holders.get(&(title.office.clone(), title.owner.clone()))
        };
        if let Some(found) = found {
            phrase.filler.entity = found.entity;
            let found = *found;
            last.insert(title.office.clone(), found);
        }
    }
}
