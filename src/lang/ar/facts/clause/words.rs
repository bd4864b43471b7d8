//! What part a word plays in its clause: the small question that noun phrases, clauses and extents ask of every token.

use super::super::spelling::Spelling;
use super::super::{Text, grammar};
use super::lists::{ADVERBS, BEFORE_VERBS, BREAKS, FIRST_OF_PREPOSITIONS, NOUNS_IN_TEH, NOUNS_IN_YEH, PREPOSITIONS, ROOT_LAM};
use super::memo::Question;
use super::rows::{Part, Row};
use crate::fact::phrase::PhraseKind;
use crate::lang::Clitics;
use crate::lexicon::format::Entry;
use crate::lexicon::{Class, ClassSet};
use crate::text::chars::is_dash;
use crate::text::fold;
use crate::text::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// The prepositions that frames tell apart, by what they introduce. Compound prepositions count as what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preposition {
    /// في, داخل, وسط, قرب
    In,
    /// إلى, نحو, باتجاه
    To,
    /// على
    On,
    /// من
    From,
    /// عن
    About,
    /// مع
    With,
    /// بين
    Between,
    /// ب
    By,
    /// ل
    For,
    /// ضد, في وجه
    Against,
    /// بسبب, جراء, إثر, على خلفية, احتجاجا على
    Because,
    /// أمام
    Before,
    /// خلال, بعد, منذ
    Time,
    /// من أجل, بهدف, بغية
    Purpose,
    /// من قبل, على يد
    Agent,
    /// بالإضافة إلى, إلى جانب
    Beside,
    /// لمدة
    Duration,
    /// Any other.
    Other,
}

impl<'a> Text<'a> {
    /// The preposition that begins at a token as a word of its own, and the token after it.
    #[must_use]
    pub fn preposition(&self, token: usize) -> Option<(Preposition, usize)> {
        let found = self.memo.preposition(token, || self.find_preposition(token));
        found.map(|(meaning, length)| (meaning, token + usize::from(length)))
    }

    fn find_preposition(&self, token: usize) -> Option<(Preposition, u8)> {
        let whole = self.word(token);
        let known = |word: Spelling| {
            let row = || PREPOSITIONS.iter().find(|(words, _)| words.first() == Some(&word) && self.follow(token, words));
            FIRST_OF_PREPOSITIONS.has(word).then(row).flatten()
        };
        let spelled = self.spelled(token);
        let joined = || whole.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 1);
        let (words, meaning) = known(spelled).or_else(|| joined().and_then(|_| known(spelled.without_first())))?;
        // «نحو 20 شخصا» counts, «وسط المدينة» is a place.
        if words.first() == Some(&const { Spelling::of("نحو") }) && self.is_number(token + 1) {
            return None;
        }
        Some((*meaning, u8::try_from(words.len()).unwrap_or(1)))
    }

    fn follow(&self, token: usize, words: &[Spelling]) -> bool {
        words.iter().enumerate().skip(1).all(|(index, word)| self.spelled(token + index) == *word)
    }

    /// The preposition written onto a token (ب, ل, ك) or onto a conjunction before it, and its length in letters of the token.
    #[must_use]
    pub fn prefixed(&self, token: usize) -> Option<(Preposition, usize)> {
        let found = self.memo.prefixed(token, || self.find_prefixed(token));
        found.map(|(meaning, letters)| (meaning, usize::from(letters)))
    }

    fn find_prefixed(&self, token: usize) -> Option<(Preposition, u8)> {
        let word = self.word(token);
        if !self.is_word(token) || self.is(token, grammar::COMPLEMENTISERS) {
            return None;
        }
        let of = |letter: char| match letter {
            'ب' => Some(Preposition::By),
            'ل' => Some(Preposition::For),
            'ك' => Some(Preposition::Other),
            _ => None,
        };
        let clitic = |clitics: Clitics| {
            if clitics.any(Clitics::BY) {
                Some(Preposition::By)
            } else if clitics.any(Clitics::TO) {
                Some(Preposition::For)
            } else {
                clitics.any(Clitics::AS).then_some(Preposition::Other)
            }
        };
        if let Some(phrase) = self.phrases.at(token) {
            let and = u8::from(phrase.clitics.any(Clitics::CONJUNCTION));
            return clitic(phrase.clitics).map(|meaning| (meaning, and + 1));
        }
        let begins = self.document().token(token).map_or(0, |token| token.span().start);
        if let Some(mention) = self.clauses.mention(token).and_then(|index| self.reading.mentions.get(index)) {
            let before = self.document().text().get(begins..mention.span.start).unwrap_or("");
            let and = u8::from(before.starts_with(['و', 'ف']));
            return before.chars().nth(usize::from(and)).and_then(of).map(|meaning| (meaning, and + 1));
        }
        let and = u8::from(word.starts_with(['و', 'ف']) && word.chars().count() > 3 && !self.is_listed(token));
        let rest = if and == 1 { word.get(2..)? } else { word };
        let letter = rest.chars().next()?;
        let meaning = of(letter)?;
        if rest.starts_with("لل") && rest.chars().count() > 4 || rest.starts_with("بال") && rest.chars().count() > 5 {
            return Some((meaning, and + 1));
        }
        if self.is_listed(token) && and == 0 {
            return None;
        }
        // «لارتباطهم»: known without its pronoun.
        let stem = grammar::strip_pronoun(rest.get(letter.len_utf8()..)?);
        if stem.len() + letter.len_utf8() < rest.len()
            && stem.chars().count() > 3
            && self.reading.scene.matches.lexicon().word(stem).is_some()
        {
            return Some((meaning, and + 1));
        }
        let peeled = self.reading.scene.matches.at(token).iter().any(|found| {
            found.clitics.any(Clitics::CONJUNCTION) == (and == 1) && clitic(found.clitics) == Some(meaning) && found.len() == 1
        });
        peeled.then_some((meaning, and + 1))
    }

    /// Whether the whole word is listed. Ordinary words are listed as they stand in news, «وأضاف» among them: one that is a
    /// listed cue without its clitics is read so.
    #[must_use]
    pub fn is_listed(&self, token: usize) -> bool {
        self.memo.ask(token, Question::Listed, || self.find_listed(token))
    }

    fn find_listed(&self, token: usize) -> bool {
        const COMMON: ClassSet = ClassSet::of(&[Class::CommonWord]);
        const PEELED: ClassSet = ClassSet::of(&[Class::FactCue, Class::SpeechCue, Class::Communication]);
        let matches = self.reading.scene.matches.at(token);
        let mut whole = matches.iter().filter(|found| found.clitics.is_empty()).peekable();
        if whole.peek().is_none() {
            return false;
        }
        // «بجروح», «لأسباب»
        let word = self.word(token);
        let peelable = word.starts_with(['ب', 'ل'])
            && word.chars().count() > 4
            && !self.is(token, words!["بحريه", "بطاقه", "بطاقات", "بلديه", "بدايه", "بشريه", "بحري"]);
        let stem = |found: &crate::lexicon::Match| peelable && found.clitics.preposition() && found.classes.has(Class::CommonWord);
        whole.any(|found| found.classes != COMMON)
            || !matches.iter().any(|found| !found.clitics.is_empty() && (found.classes.meets(PEELED) || stem(found)))
    }

    /// Whether و stands on a word or before it, and how many letters it takes of the word.
    #[must_use]
    pub fn conjoined(&self, token: usize) -> Option<usize> {
        let word = self.word(token);
        if word == "و" {
            return Some(0);
        }
        if !word.starts_with('و') || word.chars().count() < 3 {
            return None;
        }
        if let Some(phrase) = self.phrases.at(token) {
            return phrase.clitics.any(Clitics::CONJUNCTION).then_some(1);
        }
        let peeled = || {
            self.reading.scene.matches.at(token).iter().any(|found| found.clitics.any(Clitics::CONJUNCTION))
                || word.starts_with("وال")
                || word.chars().count() > 5
        };
        (!self.is_listed(token) && peeled()).then_some(1)
    }

    /// Whether a token shows the article: «إلغاء» begins with a root letter, which only the spelling with hamza shows.
    #[must_use]
    pub fn is_definite(&self, token: usize) -> bool {
        let word = self.word(token);
        grammar::is_definite(word) && !self.document().source(token).starts_with(['إ', 'أ', 'آ']) && !self.is(token, ROOT_LAM)
    }

    /// Whether a token is a number in digits or in words, or a word of vague number.
    #[must_use]
    pub fn is_number(&self, token: usize) -> bool {
        self.memo.ask(token, Question::Number, || self.find_number(token))
    }

    fn find_number(&self, token: usize) -> bool {
        self.document().token(token).is_some_and(crate::text::token::Token::is_number)
            || (self.is_word(token)
                && (self.reading.scene.matches.is(token, Class::NumberWord) || self.reading.scene.matches.is(token, Class::Magnitude))
                && !self.is(token, words!["واحد", "واحده", "اول", "الاول", "الاولي", "ثاني", "الثاني", "الثانيه"]))
    }

    /// Whether a token fills no role: an adverb or a preposition with its pronoun.
    #[must_use]
    pub fn is_adverb(&self, token: usize) -> bool {
        let find = || {
            let word = self.spelled(token);
            ADVERBS.has(word) || grammar::WITHIN.has(word) && !self.is(token, words!["تم", "يتم"])
        };
        self.memo.ask(token, Question::Adverb, find)
    }

    /// Whether a word is a finite verb, by list or by form. A spelling that is also a verbal noun is a verb only where a verb
    /// must stand or a clause begins.
    #[must_use]
    pub fn is_verb(&self, token: usize) -> bool {
        self.memo.ask(token, Question::Verb, || self.find_verb(token))
    }

    fn find_verb(&self, token: usize) -> bool {
        if !self.is_word(token) || self.clauses.mention(token).is_some() || self.clauses.date(token).is_some() {
            return false;
        }
        let before = token.checked_sub(1).filter(|_| self.continues(token)).map_or(Spelling::NONE, |before| self.spelled(before));
        let after_particle = BEFORE_VERBS.has(before) || grammar::RELATIVES.has(before);
        let whole = self.word(token);
        if token
            .checked_sub(1)
            .is_some_and(|before| self.preposition(before).is_some_and(|(_, next)| next == token) && !self.is(before, words!["حتي", "وسط"]))
        {
            return false;
        }
        if self.is_definite(token) || self.is(token, grammar::PREPOSITIONS) || self.is_number(token) {
            return false;
        }
        let listed = |class| {
            self.listed(token, class).is_some_and(|(found, entry)| entry.has("verb") && verbal(found.clitics) && !entry.has("ambiguous"))
        };
        if listed(Class::SpeechCue) || listed(Class::Communication) {
            // «نقل» is a verb and its verbal noun: the noun unless a clause begins.
            return !self.is(token, grammar::ANNOUNCED) || after_particle || super::super::phrase::at_clause_start(self, token);
        }
        let mut both = false;
        for row in self.cues(token) {
            let found = row.found;
            if row.is(Part::MASDAR) && is_accusative(self, found.span(), token, row.canonical()) {
                continue;
            }
            if verbal(found.clitics) && row.is(Part::PASSIVE.or(Part::VERB)) {
                if !row.is(Part::MASDAR) || after_particle || self.differs_from_first(found.span(), token, row.canonical()) {
                    return true;
                }
                both = true;
            }
        }
        if both {
            return super::super::phrase::at_clause_start(self, token)
                && self.phrases.at(token + 1).is_none_or(|phrase| !phrase.clitics.preposition());
        }
        if after_particle {
            return true;
        }
        let word = whole.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 3 && !self.is_listed(token)).unwrap_or(whole);
        let letters = word.chars().count();
        if word.starts_with('ي') && letters > 3 && !NOUNS_IN_YEH.contains(word) {
            return true;
        }
        let future = ["سي", "ست", "سن"].iter().any(|prefix| word.starts_with(prefix)) && letters > 3 && !self.is_listed(token);
        let feminine = word.ends_with('ت')
            && letters > 3
            && !word.ends_with("ات")
            && !NOUNS_IN_TEH.contains(word)
            && !word.starts_with("ال")
            && self.document().source(token).ends_with('ت');
        future || feminine
    }

    /// The rows of fact cues at a token, the longest first.
    pub fn cues(&self, token: usize) -> impl Iterator<Item = Row<'_>> {
        self.rows.at(token)
    }

    /// Whether the word shows a form of a verb other than its first: «نشرت» of «نشر».
    fn differs_from_first(&self, span: Span, token: usize, canonical: &str) -> bool {
        folded_span(self, span, token) != folded(canonical)
    }

    /// Whether a word is one of a set of nouns: its own spelling, or after و and the prepositions written onto it.
    #[must_use]
    pub fn is_noun_of(&self, token: usize, sets: &str) -> bool {
        self.memo.ask(token, Question::NounOfASet, || self.find_noun_of(token, |_| true))
            && self.find_noun_of(token, |set| sets.split('|').any(|known| known == set))
    }

    fn find_noun_of(&self, token: usize, wanted: impl Fn(&str) -> bool) -> bool {
        if self.cues(token).any(|row| !row.found.clitics.any(Clitics::FUTURE) && row.set().is_some_and(&wanted)) {
            // «بين» is no yen.
            return !self.is(token, grammar::PREPOSITIONS);
        }
        // «دعمها», «موافقته»: with a pronoun.
        let word = self.word(token);
        let stem = grammar::strip_pronoun(word);
        if stem.len() == word.len() {
            return false;
        }
        let lexicon = self.reading.scene.matches.lexicon();
        let of = |entry: &Entry<'_>| entry.attribute("set").is_some_and(&wanted);
        let listed = |stem: &str| lexicon.word(stem).into_iter().flat_map(|node| lexicon.entries(node)).any(|entry| of(&entry));
        listed(stem) || stem.strip_suffix('ت').is_some_and(|stem| listed(&format!("{stem}ه")))
    }

    /// The first set of nouns that a word is in, of these.
    #[must_use]
    pub fn set_of(&self, token: usize, sets: &[&'static str]) -> Option<&'static str> {
        sets.iter().copied().find(|set| self.is_noun_of(token, set))
    }

    /// Whether a clause ends before a token: a mark that ends it, a word that opens another clause, a verb behind و.
    #[must_use]
    pub fn clause_breaks(&self, token: usize) -> bool {
        self.memo.ask(token, Question::Breaks, || self.find_break(token))
    }

    fn find_break(&self, token: usize) -> bool {
        let word = self.word(token);
        // «فيما يبدو», «فيما يتعلق ب»: no clause of their own.
        if word == "فيما" && self.is(token + 1, words!["يبدو", "يتعلق", "يخص"]) {
            return false;
        }
        if matches!(word, "في" | "علي") && self.word(token + 1) == "حين" {
            return true;
        }
        if self.is(token, BREAKS) {
            return true;
        }
        // «ليسجل», «لتكون»: a purpose with a verb.
        if self.is_purpose_verb(token) {
            return true;
        }
        let cue = self
            .listed(token, Class::SpeechCue)
            .is_some_and(|(_, entry)| entry.has("participle") || entry.has("according") || entry.has("clause"))
            || word.starts_with('و')
                && self
                    .listed(token, Class::SpeechCue)
                    .is_some_and(|(found, entry)| entry.has("named") && found.clitics.any(Clitics::CONJUNCTION));
        cue || word.starts_with(['و', 'ف']) && (self.is_verb(token) && !self.is_listed(token) || self.is_verb_with_object(token))
    }

    /// Whether و and a listed verb stand before a pronoun: «وطالبها بإلقاء السلاح».
    fn is_verb_with_object(&self, token: usize) -> bool {
        if self.phrases.at(token).is_some() || self.is_listed(token) {
            return false;
        }
        self.word(token).strip_prefix(['و', 'ف']).is_some_and(|word| self.takes_pronoun(token, word))
    }

    /// Whether a word without its conjunction is a listed verb before a pronoun: «احتجزتهم».
    #[must_use]
    pub fn takes_pronoun(&self, token: usize, word: &str) -> bool {
        let stem = grammar::strip_pronoun(word);
        if stem.len() == word.len() || self.document().source(token).ends_with('ة') {
            return false;
        }
        let lexicon = self.reading.scene.matches.lexicon();
        let verb = |entry: &Entry<'_>| entry.class == Class::FactCue && entry.has("verb") && !entry.has("masdar");
        lexicon.word(stem).is_some_and(|node| lexicon.entries(node).any(|entry| verb(&entry)))
    }

    /// Whether ل stands before an imperfect verb: «ليسجل», «لتكون».
    #[must_use]
    pub fn is_purpose_verb(&self, token: usize) -> bool {
        let Some(rest) = self.word(token).strip_prefix('ل') else { return false };
        if self.clauses.mention(token).is_some() || !self.is_word(token) || rest.chars().count() < 4 {
            return false;
        }
        rest.starts_with('ي') && !self.is_listed(token) && !NOUNS_IN_YEH.contains(rest)
            || matches!(rest, "تكون" | "تصبح" | "تصل" | "تنضم" | "تبقي" | "تعود" | "تبلغ")
    }

    /// The comma that closes «، ومقرها صفاقس،» behind the one at a token: what stands between belongs to no clause around it.
    #[must_use]
    pub fn headquarters_end(&self, comma: usize) -> Option<usize> {
        let told = self.is_comma(comma) && self.is(comma + 1, words!["ومقره", "ومقرها", "مقره", "مقرها", "ومقرهما"]);
        told.then(|| (comma + 2..comma + 9).take_while(|&at| self.continues(at)).find(|&at| self.is_comma(at))).flatten()
    }

    /// The comma that closes an office in apposition to the name before the comma at a token: «محمود الشريف، المحامي العام …،».
    #[must_use]
    pub fn apposed_title_end(&self, comma: usize) -> Option<usize> {
        let person = self.phrases.ending_at(comma).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let title = self.phrases.at(comma + 1).filter(|phrase| phrase.kind == PhraseKind::Title && phrase.clitics.is_empty());
        let title = title.filter(|_| person && self.is_comma(comma) && self.continues(comma + 1))?;
        let mut at = title.tokens.end;
        while at < comma + 14 && self.continues(at) && !self.is_comma(at) {
            if self.is_verb(at) || self.ends_clause(at) {
                return None;
            }
            at += 1;
        }
        self.is_comma(at).then_some(at)
    }

    /// A dash, colon, full stop or the like.
    #[must_use]
    pub fn ends_clause(&self, token: usize) -> bool {
        self.document()
            .mark(token)
            .is_some_and(|mark| matches!(mark, '.' | '؟' | '!' | ':' | '…' | '؛' | ';' | '?' | '|' | '•') || is_dash(mark))
    }

    /// The quotation that a mark opens, if it is short enough to be words within a clause: the tokens inside.
    #[must_use]
    pub fn short_quotation(&self, token: usize) -> Option<Range<usize>> {
        let quotation = self.document().quotations().get(self.clauses.opens(token)?)?;
        (quotation.closed && quotation.tokens.len() <= 10).then(|| quotation.tokens.clone())
    }
}

/// Whether a verb that is spelled as its verbal noun shows the ending of the accusative: «صوتا», «حكما», «رفضا».
#[must_use]
pub fn is_accusative(text: &Text<'_>, span: Span, token: usize, canonical: &str) -> bool {
    folded_span(text, span, token).strip_suffix('ا').is_some_and(|stem| stem == folded(canonical))
}

fn verbal(clitics: Clitics) -> bool {
    clitics.0 & !Clitics::CONJUNCTION.with(Clitics::FUTURE).0 == 0
}

/// Text in the spelling of the lists.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    // What has a number is spelled so.
    if Spelling::of(text) != Spelling::NONE {
        return Cow::Borrowed(text);
    }
    Cow::Owned(fold::folded(text))
}

/// The folded word from where a match begins to the end of its first token.
#[must_use]
pub fn folded_span<'a>(text: &Text<'a>, span: Span, token: usize) -> &'a str {
    let begins = text.document().token(token).map_or(span.start, |token| token.span().start);
    let before = text.document().text().get(begins..span.start).filter(|before| !before.is_empty());
    text.word(token).get(before.map_or(0, |before| folded(before).len())..).unwrap_or("")
}
