//! The shapes of lines on English news pages. How the tables work stands in `lang/ar/shapes.rs`; patterns are in small letters,
//! because folding makes them so.

use crate::zone::Effect::{Line, List, Margin, Prefix, Tail};
use crate::zone::ZoneKind::{Boilerplate, Byline, Caption, Dateline, Related};
use crate::zone::{LineShape, LineShapes};
use std::sync::OnceLock;

/// Words that several patterns share. A set may use those above it.
const SETS: &[(&str, &str)] = &[
    ("w", r"[^ ]*[^ .!?…]"),
    ("name", r"[^ 0-9:()\[\]/|,;]+"),
    (
        "agency",
        "reuters|afp|ap|the associated press|associated press|dpa|upi|efe|tass|sputnik|xinhua|anadolu(?: agency)?|bloomberg|cnn|bbc(?: news)?|al jazeera|kyodo(?: news)?|yonhap|interfax|ansa|ians|pti|agencies|wam|spa|kuna|qna|bna|petra",
    ),
    (
        "month",
        "january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?",
    ),
    ("weekday", "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"),
    (
        "moment",
        r"[0-9]{1,2}(?:st|nd|rd|th)? <month>|<month> [0-9]{1,4}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}:[0-9]{2}|[0-9]+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?) ago|(?:an hour|a day|a week) ago|yesterday at",
    ),
    (
        "beside",
        r"[ -/:-@|·•–—]|[0-9]|<weekday>|<month>|published|posted|updated|last|first|on|at|in|by|date|time|am|pm|a\.m\.|p\.m\.|gmt|utc|bst|est|edt|et|pst|pdt|cet|cest|ist|local|ago|minutes?|mins?|hours?|days?|min|read|st|nd|rd|th|t|z|modified|issued",
    ),
];

/// The shapes. The first that fits decides.
const SHAPES: &[LineShape] = &[
    shape("timestamp", Line(Dateline), r"^<beside>*(?:<moment>)<beside>*$"),
    shape("place and date", Line(Dateline), r"^<name>(?: <name>){0,2} ?[-–—,|] ?<beside>*(?:<moment>)<beside>*$"),
    shape("author and date", Line(Byline), r"^by <name>(?: <name>){0,5} ?[,|–—-] ?<beside>*(?:<moment>)<beside>*$"),
    shape(
        "author",
        Margin(Byline),
        r"^(?:by|from|reporting by|written by|edited by|words by|story by):? <name>(?: <name>){0,4}(?:(?:,| and| &) <name>(?: <name>){0,5}){0,3}$",
    ),
    shape(
        "reporting credit",
        Line(Byline),
        r"^\(?(?:additional )?(?:reporting|writing|editing|compiled|photographs?)(?: and (?:writing|editing))? by .{3,200}$",
    ),
    shape("source", Line(Byline), r"^(?:source|via|sources) ?[:–—-]+ ?<w>(?: <w>){0,6}\.?$"),
    shape("agency alone", Line(Byline), r"^\(?(?:<agency>)(?: ?[-/|+,&] ?(?:<agency>)| and (?:<agency>))*\)?$"),
    shape("place and agency", Margin(Byline), r"^<name>(?: <name>){0,2} ?[-–—/|(]+ ?(?:<agency>)\)?$"),
    shape(
        "correspondent",
        Margin(Byline),
        r"^(?:<name> ){0,4}(?:correspondent|staff writer|staff reporter|political editor|diplomatic editor|senior editor)(?:,? <name>){0,4}$",
    ),
    shape(
        "picture",
        Line(Caption),
        r"^(?:(?:file )?(?:photo|image|picture|photograph)(?: credit| source| caption)?|caption|credit|file) ?[:,(/|].{1,200}$",
    ),
    shape("picture agency", Margin(Caption), r"^(?:<w> ){3,40}[(\[] ?(?:file|photo|image|(?:<agency>)|getty(?: images)?)[^()]{0,50}[)\]]$"),
    shape("picture rights", Line(Caption), r"^(?:©|\(c\)) ?(?:<agency>|getty).{0,80}$"),
    shape("getty", Line(Caption), r"^(?:getty images|.{1,60}/getty images|.{1,60} via getty images|.{1,60}/(?:ap|afp|reuters))$"),
    shape(
        "related, list",
        List(Related),
        r"^[-•*>» ]*(?:read (?:more|also|next)|also read|see also|related(?: (?:articles?|stories|topics|news|content|links))?|more on this(?: story)?|you (?:may|might) also (?:like|be interested in)|recommended(?: for you| stories)?|more from .{2,30}|don't miss|in other news|watch|more stories|up next) ?[:>»|…-]*$",
    ),
    shape(
        "related, line",
        Line(Related),
        r"^[-•*>» ]*(?:read (?:more|also|next)|also read|see also|related|watch|listen|more) ?[:>»|–—]+ ?<w>(?: <w>){1,24}[.?!]?$",
    ),
    shape(
        "most read",
        List(Boilerplate),
        r"^(?:most (?:read|popular|viewed|watched|shared)|trending(?: now)?|latest(?: news| stories)?|top stories|breaking news|elsewhere on .{2,30}|editors?'s? picks?) ?:?$",
    ),
    shape(
        "button",
        Line(Boilerplate),
        r"^[>»|+ ]*(?:share(?: this| story| article| on .{1,20}| via .{1,20}| with .{1,20})?|tweet|save|print|email|copy(?: link)?|link copied|comments?|[0-9]+ comments?|leave a comment|add a comment|reply|like|follow(?: us)?(?: on .{1,30})?|subscribe(?: now)?|sign (?:in|up)|log ?in|register|menu|search|home|close|accept(?: all)?|accept cookies|reject(?: all)?|decline|ok|cancel|continue|submit|tags?|topics?|keywords|advertisement|ad|sponsored(?: content)?|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|terms and conditions|cookie (?:policy|settings)|careers|advertise(?: with us)?|site ?map|help|faq|newsletters?|rss|back to top|top|next|previous|next article|previous article|load more|show more|view all|see all|more|skip to (?:main )?content|listen(?: to (?:this )?article)?|play|pause|live|video|gallery|opinion|world|politics|business|sports?|technology|tech|science|health|culture|entertainment|arts|travel|middle east|africa|asia|europe|americas|us|uk|economy|markets|weather|news|facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|reddit|pinterest|messenger|gift (?:this )?article) ?[:!+.>»|…]*(?: ?\(?[0-9]+\)?)?$",
    ),
    shape("sections", Line(Boilerplate), r"^home ?[>»/|].{0,90}$"),
    shape("reading time", Line(Boilerplate), r"^[0-9]+[ -]min(?:ute)?s?(?: read)?$"),
    shape(
        "cookies",
        Line(Boilerplate),
        r"^.{0,60}(?:this (?:web)?site uses cookies|we use cookies|we and our partners|uses cookies to|cookies and similar).*$",
    ),
    shape(
        "newsletter",
        Line(Boilerplate),
        r"^(?:sign up (?:for|to) .{1,120}|subscribe to .{1,120}|get (?:the|our) .{1,60} (?:newsletter|inbox).{0,60}|download (?:the|our) .{1,40}app.{0,60}|follow .{1,40} on (?:twitter|facebook|x|instagram|telegram|whatsapp).{0,60}|join our .{1,80})$",
    ),
    shape("rights", Tail, r"^.{0,120}all rights reserved.{0,120}$"),
    shape("copyright", Tail, r"^(?:©|copyright|\(c\)).{0,60}[0-9]{4}.{0,100}$"),
    shape("standards", Tail, r"^our standards ?:.{0,80}$"),
    shape("dear reader", Tail, r"^dear readers?,?$"),
    // The beginning of a paragraph.
    shape(
        "place and agency before text",
        Prefix(Dateline),
        r"^<name>(?: <name>){0,2}(?:, <name>(?: <name>){0,2})?(?:, (?:<month>)(?: [0-9]{1,2})?(?:, [0-9]{4})?)? ?\((?:<agency>)[^()]{0,20}\) ?[-–—]+",
    ),
    shape("agency before text", Prefix(Dateline), r"^\((?:<agency>)\) ?[-–—]*"),
    shape(
        "place and date before text",
        Prefix(Dateline),
        r"^<name>(?: <name>){0,2}, (?:[0-9]{1,2} )?(?:<month>)(?: [0-9]{1,2})?(?:, [0-9]{4})? ?[-–—]+",
    ),
    shape("place and dash before text", crate::zone::Effect::PlacePrefix(Dateline), r"^<name>(?: <name>){0,2} ?(?:[—–]|-) "),
];

const fn shape(name: &'static str, effect: crate::zone::Effect, pattern: &'static str) -> LineShape {
    LineShape { name, effect, pattern }
}

/// The shapes, compiled once.
pub fn line_shapes() -> &'static LineShapes {
    static SHAPES_COMPILED: OnceLock<LineShapes> = OnceLock::new();
    SHAPES_COMPILED.get_or_init(|| LineShapes::new(SETS, SHAPES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(line_shapes().len(), SHAPES.len());
    }
}
