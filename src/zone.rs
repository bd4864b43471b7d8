//! Zones: what each line of a pasted page is. Headline, byline and body are the article; share buttons, mastheads and links to
//! other articles are not, and what is found in them is marked so.
//!
//! A page has a head, an article and a tail. The article runs from the first line of prose to the last; prose is a line that
//! ends like a sentence or is as long as a paragraph. What a line outside or inside the article is, its shape says (a timestamp, a
//! credit, a button: the tables in `shapes.rs` of each language). A line that no shape knows is read by where it stands: in
//! the head the first line that looks like a title is the headline, its repeats are too; in the article it is body; in the tail
//! it belongs to the page. In doubt a line is body, because what is said there is not thrown away.

pub mod alphabet;
mod automaton;
mod fingerprint;
mod line_shapes;
mod need;
mod opening;
// The tests in browsers have no library to make automata with.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod pack;
pub mod pattern;
pub mod shape;
mod table;

use crate::date::TimexCandidate;
use crate::document::Document;
use crate::lang::{LanguagePack, PACKS};
use crate::lexicon::{Class, ClassSet};
use crate::text::chars::{ends_sentence, is_alphabetic, is_alphanumeric, is_quote};
use crate::text::line::{Direction, Line};
use crate::text::span::Span;
use fingerprint::Fingerprint;
pub use line_shapes::LineShapes;
use line_shapes::Shown;
use need::Answers;
pub use shape::{Effect, LineShape, SharedSet, ZoneKind};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

/// A line of the page, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Its bytes, without white space at the ends.
    pub span: Span,
    /// Which way its line is read.
    pub direction: Direction,
}

const NAMES: ClassSet = ClassSet::of(&[Class::GivenName, Class::FamilyName, Class::Honorific]);

/// The longest line, in tokens, of which a shape can be: buttons, credits and notices are shorter.
const LONGEST_SHAPE: usize = 48;
/// The same in bytes of the folded line: a token may be as long as the text.
const LONGEST_SHOWN: usize = 1024;
/// Lines of this many words are paragraphs even without a full stop …
const PARAGRAPH: usize = 16;
/// A line of so many words right after a paragraph is a paragraph too, with or without a stop: links and buttons are shorter.
const CUT_PARAGRAPH: usize = 13;
/// … but the first line may be a long title.
const LONGEST_TITLE: usize = 26;
/// How far down the page a headline is looked for, in lines.
const HEAD: usize = 16;
/// Titles that follow «read also»: no page puts more between two paragraphs.
const MOST_LINKS: usize = 8;

/// What is known of one line by itself.
struct Row<'d> {
    line: &'d Line,
    /// The folded line up to [`LONGEST_SHAPE`] tokens and [`LONGEST_SHOWN`] bytes, and where each token begins in it.
    folded: String,
    starts: Vec<usize>,
    words: usize,
    /// Ends with a full stop, a question mark or their like, quotation marks and brackets after it left aside.
    stop: bool,
    /// Ends with a single full stop, as sentences do and titles do not.
    flat_stop: bool,
    /// Ends with a colon or a comma: something belongs to it that comes after.
    leads_on: bool,
    /// Begins with a dash or a bullet.
    bullet: bool,
    shape: Option<LineShape>,
    /// The shape of its beginning, and where that ends in the folded line.
    prefix: Option<(ZoneKind, usize)>,
    kind: Option<ZoneKind>,
}

impl Row<'_> {
    const fn effect(&self) -> Option<Effect> {
        match self.shape {
            Some(shape) => Some(shape.effect),
            None => None,
        }
    }

    /// The folded words alone: under this key a repeated title is found again.
    fn key(&self) -> String {
        let mut key = String::with_capacity(self.folded.len());
        for word in self.folded.split(|character: char| !is_alphanumeric(character)).filter(|word| !word.is_empty()) {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
        key
    }

    /// Whether it begins with the first word of a title: most lines do not, and are told apart without making their key.
    fn begins_like(&self, title: &str) -> bool {
        let mut words = self.folded.split(|character: char| !is_alphanumeric(character)).filter(|word| !word.is_empty());
        words.next() == title.split(' ').next()
    }

    const fn is_prose(&self) -> bool {
        (self.stop && self.words >= 4) || (self.leads_on && self.words >= 8) || self.words >= PARAGRAPH
    }

    const fn is_title_like(&self) -> bool {
        self.words >= 2 && self.words <= LONGEST_TITLE && !self.leads_on && !self.bullet
    }
}

/// Zones of every non-blank line, in order. Takes time in proportion to the text.
#[must_use]
pub fn zones(document: &Document<'_>, times: &[TimexCandidate], pack: &'static LanguagePack) -> Vec<Zone> {
    let mut seen = Seen::default();
    let mut rows: Vec<Row<'_>> =
        document.lines().iter().map(|line| row(document, line, &packs_of(document, line, pack), &mut seen)).collect();
    read_shapes(document, &mut rows, times);
    let headline = find_headline(&rows, pack);
    let paragraphs = find_paragraphs(&rows, headline);
    place_lines(&mut rows, headline, paragraphs.as_ref(), pack);
    let mut zones = Vec::with_capacity(rows.len());
    for row in &rows {
        let kind = row.kind.unwrap_or(ZoneKind::Body);
        let whole = Zone { kind, span: row.line.span, direction: row.line.direction };
        match split(document, row, kind) {
            Some((first, second)) => zones.extend([first, second]),
            None => zones.push(whole),
        }
    }
    zones
}

/// Whose shapes a line is held against: the page's own language, then those whose words the line begins with, because Arabic
/// pages carry English buttons and the other way round. The shapes of a language that is not there are never read.
fn packs_of(document: &Document<'_>, line: &Line, main: &'static LanguagePack) -> Vec<&'static LanguagePack> {
    let shown = |pack: &LanguagePack| line.tokens.clone().take(LONGEST_SHAPE).any(|token| pack.reads(document, token));
    let mut packs = vec![main];
    packs.extend(PACKS.iter().copied().filter(|other| other.code != main.code && shown(other)));
    packs
}

/// What shapes a line has.
#[derive(Clone, Copy, Debug, Default)]
struct Shapes {
    whole: Option<LineShape>,
    prefix: Option<(ZoneKind, usize)>,
}

impl Shapes {
    /// Whether the line may be body, and so a paragraph that opens with another zone.
    fn may_open(&self) -> bool {
        !matches!(self.whole.map(|shape| shape.effect), Some(Effect::Line(_) | Effect::Among(_) | Effect::List(_) | Effect::Tail))
    }
}

/// The shapes of short lines that were held against the patterns before: pages repeat their buttons, and what is no article may be
/// short lines alone.
#[derive(Default)]
struct Seen {
    shapes: HashMap<String, Shapes, BuildHasherDefault<DefaultHasher>>,
    answers: Answers,
}

/// The longest line, in bytes, whose shape is kept, and how many are.
const SHORT_LINE: usize = 48;
const MOST_SEEN: usize = 1024;

impl Seen {
    /// The shapes of a line of the page's own language, which `find` finds for a line that was not seen before.
    fn shapes(&mut self, folded: &str, find: impl FnOnce(&mut Answers) -> Shapes) -> Shapes {
        if folded.len() > SHORT_LINE {
            return find(&mut self.answers);
        }
        if let Some(&shapes) = self.shapes.get(folded) {
            return shapes;
        }
        let shapes = find(&mut self.answers);
        if self.shapes.len() < MOST_SEEN {
            self.shapes.insert(folded.to_owned(), shapes);
        }
        shapes
    }
}

fn row<'d>(document: &'d Document<'_>, line: &'d Line, packs: &[&LanguagePack], seen: &mut Seen) -> Row<'d> {
    // Twelve bytes a token: a word of five letters or six, and a space.
    let mut folded = String::with_capacity(line.span.len().min(LONGEST_SHAPE * 12));
    let mut starts = Vec::with_capacity(line.tokens.len().min(LONGEST_SHAPE));
    let mut words = 0;
    let mut cut = line.tokens.len() > LONGEST_SHAPE;
    for index in line.tokens.clone() {
        let Some(token) = document.token(index) else { continue };
        words += usize::from(token.is_word() || token.is_number() && !token.glued);
        if starts.len() < LONGEST_SHAPE {
            if !token.glued && !folded.is_empty() {
                folded.push(' ');
            }
            starts.push(folded.len());
            let word = document.folded(index);
            let room = word.floor_char_boundary(LONGEST_SHOWN.saturating_sub(folded.len()));
            folded.push_str(word.get(..room).unwrap_or(""));
            cut |= room < word.len();
        }
    }
    let mut last = line.tokens.end;
    let mut end = None;
    while last > line.tokens.start {
        last -= 1;
        end = document.mark(last);
        // Closing marks after the stop are left aside.
        if !end.is_some_and(|mark| is_quote(mark) || matches!(mark, ')' | ']')) {
            break;
        }
    }
    let bullet = document.mark(line.tokens.start).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | '•' | '*' | '·'))
        || matches!(document.source(line.tokens.start), "▪" | "■" | "►" | "▶" | "●" | "◾" | "⬅" | "◄" | "◀");
    // A cut line must not look whole to a pattern that runs to the end.
    let cut = cut.then(|| format!("{folded}\u{1}"));
    let shown = cut.as_deref().unwrap_or(&folded);
    let long_enough = words >= LEAST_REST;
    let find = |answers: &mut Answers| {
        let print = Fingerprint::of(shown);
        let mut shapes = Shapes::default();
        for pack in packs {
            let table = (pack.line_shapes)();
            let mut line = Shown::new(shown, &print, std::mem::take(answers), table);
            shapes.whole = shapes.whole.or_else(|| table.whole(&mut line));
            if long_enough && shapes.may_open() {
                shapes.prefix = shapes.prefix.or_else(|| table.prefix(&mut line, (pack.lexicon)()));
            }
            *answers = line.into_answers();
        }
        shapes
    };
    let Shapes { whole: shape, prefix } = if packs.len() == 1 { seen.shapes(shown, find) } else { find(&mut seen.answers) };
    Row {
        line,
        folded,
        starts,
        words,
        stop: end.is_some_and(ends_sentence),
        flat_stop: matches!(end, Some('.' | '۔')) && document.mark(last.saturating_sub(1)) != Some('.'),
        leads_on: matches!(end, Some(':' | '،' | ',' | '؛')),
        bullet,
        shape,
        prefix,
        kind: None,
    }
}

/// Gives the lines that are plain by their shape their kind.
fn read_shapes(document: &Document<'_>, rows: &mut [Row<'_>], times: &[TimexCandidate]) {
    let several = rows.len() > 1;
    for row in rows {
        let nothing_to_read =
            !row.line.tokens.clone().any(|token| document.token(token).is_some_and(|token| token.is_word() || token.is_number()));
        row.kind = match row.effect() {
            _ if nothing_to_read || is_encoded(row.line.span.of(document.text())) => Some(ZoneKind::Boilerplate),
            Some(Effect::Line(kind) | Effect::Among(kind) | Effect::List(kind)) => Some(kind),
            Some(Effect::Tail) => Some(ZoneKind::Boilerplate),
            _ if several && is_time(document, row.line, times) => Some(ZoneKind::Dateline),
            _ => None,
        };
    }
}

/// Whether the line says a date and nothing else.
fn is_time(document: &Document<'_>, line: &Line, times: &[TimexCandidate]) -> bool {
    let mut index = times.partition_point(|time| time.span.end <= line.span.start);
    let mut token = line.tokens.start;
    let mut dated = false;
    while token < line.tokens.end {
        match times.get(index) {
            Some(time) if time.tokens.contains(&token) => {
                dated |= time.tokens.clone().any(|token| document.token(token).is_some_and(|token| token.is_number()));
                token = time.tokens.end;
                index += 1;
            }
            _ if document.mark(token).is_some() => token += 1,
            _ => return false,
        }
    }
    dated
}

/// Whether the line begins with machine text (base64, a hash): sixteen or more ASCII characters in one piece, capitals, small
/// letters and digits mixed, and little after it.
fn is_encoded(line: &str) -> bool {
    let mut pieces = line.split_whitespace();
    let Some(first) = pieces.next() else { return false };
    let mixed = first.bytes().any(|byte| byte.is_ascii_digit())
        && first.bytes().any(|byte| byte.is_ascii_lowercase())
        && first.bytes().any(|byte| byte.is_ascii_uppercase());
    let plain = first.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'-'));
    first.len() >= 16 && mixed && plain && pieces.nth(8).is_none()
}

/// The headline: a title-like line that is repeated in the head of the page, or else the first title-like line.
fn find_headline(rows: &[Row<'_>], pack: &LanguagePack) -> Option<usize> {
    let mut candidates: Vec<usize> = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut repeated = None;
    for (index, row) in rows.iter().enumerate().take(HEAD) {
        let known = row.kind.is_some() || matches!(row.effect(), Some(Effect::Margin(_)));
        if known || !row.is_title_like() {
            if row.is_prose() && row.kind.is_none() {
                break;
            }
            continue;
        }
        if row.words >= 3 {
            let first = *seen.entry(row.key()).or_insert(index);
            if first != index && repeated.is_none() {
                repeated = Some(first);
            }
        }
        // A sentence is no title, unless the page goes on with a byline or a timestamp.
        let meta_follows = rows.get(index + 1).is_some_and(|next| matches!(next.kind, Some(ZoneKind::Byline | ZoneKind::Dateline)));
        let sentence = row.words > PARAGRAPH + 8 || (row.flat_stop && !meta_follows);
        if sentence {
            break;
        }
        candidates.push(index);
        if row.is_prose() && candidates.len() > 1 {
            break;
        }
    }
    if repeated.is_some() {
        return repeated;
    }
    let chosen = candidates.iter().copied().find(|&index| {
        let Some(row) = rows.get(index) else { return false };
        let later = candidates.iter().filter(|&&later| later > index).filter_map(|&later| rows.get(later));
        let better = later.clone().any(|later| later.words >= 4 && !later.is_prose());
        !(better && (row.words <= 2 || is_masthead(row, pack)))
    })?;
    // A title stands above something: a longer line, a sentence, or the marks of a page.
    let title = rows.get(chosen)?;
    let below = rows.get(chosen + 1..)?;
    let article = below.iter().any(|row| row.kind.is_none() && (row.is_prose() || row.words > title.words));
    article.then_some(chosen)
}

/// Two or three names with a dash or a bar between them: the editors of the outlet, who stand above every article.
fn is_masthead(row: &Row<'_>, pack: &LanguagePack) -> bool {
    let parts: Vec<&str> = row.folded.split([' ', '،', ',']).filter(|part| !part.is_empty()).collect();
    let pieces: Vec<&[&str]> = parts.split(|part| matches!(*part, "-" | "–" | "—" | "|" | "/" | "•")).collect();
    let short = pieces.len() >= 2 && pieces.len() <= 4 && pieces.iter().all(|piece| (1..=3).contains(&piece.len()));
    short && row.words <= 8 || (row.words <= 4 && all_names(&row.folded, pack))
}

/// Whether every word is listed as a name of persons.
fn all_names(folded: &str, pack: &LanguagePack) -> bool {
    let lexicon = (pack.lexicon)();
    let mut words = folded.split(|character: char| !is_alphanumeric(character)).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| lexicon.word(word).is_some_and(|node| lexicon.classes(node).meets(NAMES)))
}

/// The first and the last line of the article, and the line where the tail of the page begins.
struct Paragraphs {
    first: usize,
    last: usize,
}

fn find_paragraphs(rows: &[Row<'_>], headline: Option<usize>) -> Option<Paragraphs> {
    let after = headline.map_or(0, |index| index + 1);
    let free = |row: &Row<'_>| row.kind.is_none() && !matches!(row.effect(), Some(Effect::Margin(_)));
    let title = headline.and_then(|index| rows.get(index)).map(Row::key);
    let mut prose: Vec<usize> = Vec::new();
    for (index, row) in rows.iter().enumerate().skip(after) {
        // A paragraph cut short, as pasted texts often are, still follows the one before it.
        let goes_on = row.words >= CUT_PARAGRAPH && prose.last().is_some_and(|&last| last + 1 == index);
        if free(row)
            && (row.is_prose() || goes_on)
            && !(row.words <= LONGEST_TITLE && title.as_ref().is_some_and(|title| row.begins_like(title) && row.key() == *title))
        {
            prose.push(index);
        }
    }
    if prose.is_empty() {
        // A page whose lines are all short and without stops: every line as long as a clause is text.
        prose = rows.iter().enumerate().skip(after).filter(|(_, row)| free(row) && row.words >= 6).map(|(index, _)| index).collect();
    }
    let &first = prose.first()?;
    // The tail begins at a line that closes pages, if less than a sixth of the prose comes after it.
    let words_from =
        |from: usize| prose.iter().filter(|&&index| index >= from).filter_map(|&index| rows.get(index)).map(|row| row.words).sum::<usize>();
    let all = words_from(0);
    let mut passed = 0;
    let mut next_prose = prose.iter().peekable();
    let mut end = rows.len();
    for (index, row) in rows.iter().enumerate() {
        if next_prose.next_if(|&&at| at == index).is_some() {
            passed += row.words;
        }
        if row.effect() == Some(Effect::Tail) && passed > 0 && (all - passed) * 6 < all {
            end = index;
            break;
        }
    }
    let last = prose.iter().copied().rfind(|&index| index < end).unwrap_or(first);
    Some(Paragraphs { first, last: last_unstopped(rows, last, end) })
}

/// Some outlets set no full stop: where most long lines have none, lines as long as a clause right after the article belong to it.
fn last_unstopped(rows: &[Row<'_>], last: usize, end: usize) -> usize {
    let long: Vec<&Row<'_>> = rows.iter().take(last + 1).filter(|row| row.kind.is_none() && row.words >= PARAGRAPH).collect();
    let stopped = long.iter().filter(|row| row.stop).count();
    if long.is_empty() || stopped * 2 > long.len() {
        return last;
    }
    let belongs = |row: &Row<'_>| row.kind.is_none() && row.shape.is_none() && row.words >= 6 && !row.bullet;
    let run = rows.iter().take(end).skip(last + 1).take_while(|row| belongs(row)).count();
    last + run
}

/// Gives every line that has no kind yet the one that its place on the page calls for.
fn place_lines(rows: &mut [Row<'_>], headline: Option<usize>, paragraphs: Option<&Paragraphs>, pack: &LanguagePack) {
    let title = headline.and_then(|index| rows.get(index)).map(|row| (row.key(), row.words));
    let (first, last) = paragraphs.map_or((0, rows.len()), |paragraphs| (paragraphs.first, paragraphs.last));
    // Short lines alone are no page: what no shape knows stays body.
    let page = paragraphs.is_some() && (headline.is_some() || rows.iter().any(|row| row.kind.is_some()));
    let mut links = 0;
    let mut before: Option<(bool, Option<ZoneKind>)> = None;
    for (index, row) in rows.iter_mut().enumerate() {
        let repeat = title.as_ref().filter(|_| row.kind.is_none_or(|kind| kind != ZoneKind::Related)).and_then(|title| repeats(row, title));
        let after_lead = before.is_some_and(|(leads_on, _)| leads_on);
        let kind = match row.kind {
            _ if headline == Some(index) => ZoneKind::Headline,
            _ if repeat.is_some() => repeat.unwrap_or(ZoneKind::Headline),
            Some(kind) => kind,
            None if !page => ZoneKind::Body,
            None if links > 0 && row.words < PARAGRAPH && !row.flat_stop && !row.leads_on => ZoneKind::Related,
            None if index < first => head_kind(row, headline, index, pack),
            None if index > last => tail_kind(row),
            None if row.bullet && !row.stop && !row.leads_on && !after_lead && row.words <= 24 => ZoneKind::Related,
            None => ZoneKind::Body,
        };
        links = match row.effect() {
            Some(Effect::List(_)) => MOST_LINKS,
            _ if kind == ZoneKind::Related => links.saturating_sub(1),
            _ => 0,
        };
        before = Some((row.leads_on || (after_lead && row.bullet), Some(kind)));
        row.kind = Some(kind);
    }
}

/// A line between the top of the page and the first paragraph that no shape knows for certain.
fn head_kind(row: &Row<'_>, headline: Option<usize>, index: usize, pack: &LanguagePack) -> ZoneKind {
    if let Some(Effect::Margin(kind) | Effect::Head(kind)) = row.effect() {
        return kind;
    }
    let below = headline.is_some_and(|headline| headline < index);
    match row.words {
        _ if row.bullet => ZoneKind::Related,
        // Two to four words under the title are the author, unless they are an English button or begin with the article:
        // names seldom do, names of sections often.
        2..=4 if below && (all_names(&row.folded, pack) || is_name_like(row)) => ZoneKind::Byline,
        0..=4 => ZoneKind::Boilerplate,
        5..=11 => {
            if below {
                ZoneKind::Headline
            } else {
                ZoneKind::Boilerplate
            }
        }
        _ => ZoneKind::Body,
    }
}

/// Words only, none with the Arabic article in front, none a digit.
fn is_name_like(row: &Row<'_>) -> bool {
    let mut words = row.folded.split(' ');
    let letters = row.folded.chars().all(|character| is_alphabetic(character) || matches!(character, ' ' | '.' | '\'' | '-'));
    letters && words.next().is_some_and(|word| !word.starts_with("ال")) && row.line.direction == Direction::RightToLeft
}

fn tail_kind(row: &Row<'_>) -> ZoneKind {
    match row.effect() {
        Some(Effect::Margin(kind)) => kind,
        _ if row.bullet && row.words >= 3 => ZoneKind::Related,
        _ => ZoneKind::Boilerplate,
    }
}

/// Whether a line says the title again: alone, cut, with the name of the site, or with the words of a picture after it.
fn repeats(row: &Row<'_>, (title, words): &(String, usize)) -> Option<ZoneKind> {
    if row.words > LONGEST_TITLE + 20 || *words < 3 || !row.begins_like(title) {
        return None;
    }
    let key = row.key();
    if key == *title
        || (row.words >= 4 && title.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(' ') && row.words * 2 > *words))
    {
        return Some(ZoneKind::Headline);
    }
    let rest = key.strip_prefix(title.as_str())?.strip_prefix(' ')?;
    let further = rest.split(' ').count();
    let site = further <= 4
        && row.folded.contains([' '])
        && row.folded.split(' ').rev().take(further + 1).any(|word| matches!(word, "-" | "–" | "—" | "|" | ":" | "»"));
    match further {
        _ if site => Some(ZoneKind::Headline),
        1..=20 if !row.stop => Some(ZoneKind::Caption),
        _ => None,
    }
}

/// How many words stand at least behind the dateline that opens a paragraph.
const LEAST_REST: usize = 3;

/// A paragraph that opens with its place, agency and date is two zones.
fn split(document: &Document<'_>, row: &Row<'_>, kind: ZoneKind) -> Option<(Zone, Zone)> {
    let (prefix, end) = row.prefix.filter(|_| kind == ZoneKind::Body)?;
    let tokens = row.starts.partition_point(|&start| start < end);
    let middle = row.line.tokens.start + tokens;
    let rest = document.span(middle..row.line.tokens.end);
    let words =
        (middle..row.line.tokens.end).filter(|&token| document.token(token).is_some_and(|token| token.is_word())).take(LEAST_REST).count();
    if words < LEAST_REST {
        return None;
    }
    let first = document.span(row.line.tokens.start..middle);
    let zone = |kind, span| Zone { kind, span, direction: row.line.direction };
    Some((zone(prefix, first), zone(ZoneKind::Body, rest)))
}

/// The zone that holds a byte.
#[must_use]
pub fn zone_at(zones: &[Zone], byte: usize) -> Option<&Zone> {
    let index = zones.partition_point(|zone| zone.span.end <= byte);
    zones.get(index).filter(|zone| zone.span.start <= byte)
}

#[cfg(test)]
mod tests;
