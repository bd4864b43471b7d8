//! The words that frames ask for, where they stand and as what: verb, passive, participle, verbal noun, noun.

use super::words::{folded, folded_span};
use super::*;

/// What a cue is where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A finite verb.
    Verb,
    /// A finite verb that can only be passive.
    Passive,
    /// A participle behind the clause of whoever does it: «مطالبا ب …».
    Participle,
    /// A verbal noun.
    Masdar,
    /// A noun that means a fact by itself.
    Noun,
}

/// A cue where it stands.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes, after its clitics.
    pub span: Span,
    /// The names under which frames ask for it, joined by |.
    pub names: &'static str,
    /// What it is.
    pub form: Form,
    /// The clitics before it.
    pub clitics: Clitics,
    /// Gender and number of a verb.
    pub agreement: Agreement,
    /// Whether a verb is imperfect.
    pub imperfect: bool,
    /// Whether it is «ندعو»: the speaker's own.
    pub first_person: bool,
    /// Whether a pronoun at its end is the object: «تشهدها».
    pub pronoun: bool,
}

impl Cue {
    /// Whether frames ask for it under this name.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.names.split('|').any(|known| known == name)
    }
}

/// The cues at a token: a spelling can belong to several verbs.
#[must_use]
pub fn cues(text: &Text<'_>, token: usize) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    if !text.is_word(token) || text.clauses.date(token).is_some() {
        return found;
    }
    let mut rows = text.cues(token).peekable();
    if rows.peek().is_none() {
        found.extend(with_pronoun(text, token));
        return found;
    }
    // «من أجل», «على إثر»: a part of a preposition. «فقد وصل»: a particle.
    let inside = token.checked_sub(1).and_then(|before| text.preposition(before)).is_some_and(|(_, next)| next == token + 1);
    let particle = text.word(token) == "فقد" && text.is_verb(token + 1);
    if inside && !text.is(token - 1, words!["حتي", "وسط"]) || particle {
        return found;
    }
    let covered = text.clauses.mention(token).is_some();
    for row in rows {
        let place = row.found;
        let Some(names) = row.cue().or(row.set()) else { continue };
        if covered && row.cue().is_some() || place.clitics.any(Clitics::ARTICLE) {
            continue;
        }
        let verb_clitics = place.clitics.0 & !Clitics::CONJUNCTION.with(Clitics::FUTURE).0 == 0;
        let form = if row.is(Part::PARTICIPLE) {
            Form::Participle
        } else if row.is(Part::NOUN) {
            Form::Noun
        } else if row.is(Part::PASSIVE) {
            Form::Passive
        } else if row.is(Part::VERB) && verb_clitics {
            let (stem, perfect) = (folded_span(text, place.span(), token), folded(row.canonical()));
            let first = stem == perfect;
            let masdar = row.is(Part::MASDAR) && first && !stands_as_verb(text, token);
            // «حكما», «رفضا»: a verbal noun in the accusative, unless two stand before it who do it.
            let accusative = row.is(Part::MASDAR) && words::is_accusative(text, place.span(), token, row.canonical());
            if accusative && group_before(text, token).is_none_or(|group| group.items.len() < 2) {
                continue;
            }
            if masdar { Form::Masdar } else { Form::Verb }
        } else if row.is(Part::MASDAR) {
            Form::Masdar
        } else {
            continue;
        };
        if matches!(form, Form::Verb | Form::Passive) && !verb_clitics {
            continue;
        }
        if form == Form::Masdar && place.clitics.any(Clitics::FUTURE) {
            continue;
        }
        // A longer match of the same cue stands for the shorter one.
        if found.iter().any(|cue| cue.tokens.end > place.end() && cue.form == form) {
            continue;
        }
        found.push(cue(text, place.first()..place.end(), place.span(), place.clitics, row.canonical(), names, form, false));
    }
    if found.is_empty() {
        found.extend(with_pronoun(text, token));
    }
    found
}

#[expect(clippy::too_many_arguments, reason = "the parts of one value")]
fn cue(
    text: &Text<'_>,
    tokens: Range<usize>,
    span: Span,
    clitics: Clitics,
    canonical: &str,
    names: &'static str,
    form: Form,
    pronoun: bool,
) -> Cue {
    let stem = folded_span(text, span, tokens.start);
    let stem = if pronoun { grammar::strip_pronoun(stem) } else { stem };
    let perfect = folded(canonical);
    let verb = matches!(form, Form::Verb | Form::Passive);
    let agreement = match form {
        Form::Participle => grammar::participle_agreement(stem),
        _ if verb => grammar::verb_agreement(stem, &perfect),
        _ => Agreement::default(),
    };
    let mut root = perfect.chars();
    root.next_back();
    let imperfect = verb && !stem.starts_with(root.as_str()) && stem.starts_with(['ي', 'ت', 'ن']);
    let first_person = imperfect && stem.starts_with('ن') && !perfect.starts_with('ن');
    Cue { tokens, span, names, form, clitics, agreement, imperfect, first_person, pronoun }
}

/// A verb behind a relative pronoun or و that ends in a pronoun: «التي تشهدها البلاد», «قدمها الشركاء».
fn with_pronoun(text: &Text<'_>, token: usize) -> Option<Cue> {
    let word = text.word(token);
    // «التي تشهدها البلاد», «وطالبها بإلقاء السلاح»
    let relative = token.checked_sub(1).is_some_and(|before| text.is(before, grammar::RELATIVES));
    if !relative && !word.starts_with(['و', 'ف']) {
        return None;
    }
    let stem = grammar::strip_pronoun(word);
    if stem.len() == word.len() || text.clauses.mention(token).is_some() || text.document().source(token).ends_with('ة') {
        return None;
    }
    if !relative {
        let joined = word.strip_prefix(['و', 'ف']).filter(|_| text.clause_breaks(token))?;
        let stem = grammar::strip_pronoun(joined);
        let entry = verb_of(text, stem)?;
        let names = entry.attribute("cue")?;
        let span =
            crate::fact::clause::span_from(text.document(), text.document().source_position(token, 'و'.len_utf8()), token..token + 1);
        return Some(cue(text, token..token + 1, span, Clitics::CONJUNCTION, entry.canonical(), names, Form::Verb, true));
    }
    let entry = verb_of(text, stem)?;
    let names = entry.attribute("cue")?;
    Some(cue(text, token..token + 1, text.span(token..token + 1), Clitics::NONE, entry.canonical(), names, Form::Verb, true))
}

/// The verb of a fact that is spelled so.
fn verb_of(text: &Text<'_>, stem: &str) -> Option<Entry<'static>> {
    let lexicon = text.reading.scene.matches.lexicon();
    lexicon
        .word(stem)
        .into_iter()
        .flat_map(|node| lexicon.entries(node))
        .find(|entry| entry.has("verb") && entry.attribute("cue").is_some())
}

/// Whether a spelling that is a verb and its verbal noun is the verb here.
fn stands_as_verb(text: &Text<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|_| text.reading.scene.continues(token)) else {
        return text.starts_noun(token + 1, 0) && !text.is(token + 1, words!["في"]);
    };
    let word = text.word(before);
    if matches!(word, "تم" | "يتم" | "جري" | "سيتم" | "عدم" | "تمت") || text.preposition(before).is_some_and(|(_, next)| next == token)
    {
        return false;
    }
    if matches!(word, "قد" | "وقد" | "كان" | "وكان" | "لم" | "لن") || text.is(before, grammar::RELATIVES) {
        return true;
    }
    // «فكرة رفض القرار»: a construct; «الوزير رفض القرار»: a verb.
    let definite = grammar::is_definite(word) || text.phrases.ending_at(token).is_some();
    if text.document().mark(before).is_none() && text.conjoined(token).is_none_or(|letters| letters == 0) {
        return definite && group_before(text, token).is_some() || at_clause_start(text, token) && text.starts_noun(token + 1, 0);
    }
    let and = text.conjoined(token).is_some();
    let fenced = text.document().mark(before).is_some();
    if and && !fenced {
        // «دعم المفاوضات ورفض التدخل»
        return text.phrases.at(token + 1).is_some_and(|phrase| {
            phrase.clitics.is_empty() && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Title | PhraseKind::Organisation)
        });
    }
    // «…، رفض النقابة للمقترح»: a masculine verb has no feminine noun right behind it as its subject.
    let feminine = text.phrases.at(token + 1).is_none() && text.document().source(token + 1).ends_with('ة');
    let fronted = text.preposition(text.clauses.start(token)).is_some();
    text.starts_noun(token + 1, 0) && !(fenced && feminine && text.is_comma(before) && !fronted)
}
