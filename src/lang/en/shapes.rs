//! The shapes of lines on English news pages. How the tables work stands in `lang/ar/shapes.rs`; patterns are in small letters,
//! because folding makes them so.

use crate::zone::shape::Effect::{Among, Line, List, Margin, PlacePrefix, Prefix, Tail};
use crate::zone::shape::ZoneKind::{Boilerplate, Byline, Caption, Dateline, Related};
use crate::zone::shape::{LineShape, SharedSet, part, shape, words};

/// Words that several patterns share. A set may use those above it.
pub const SETS: &[SharedSet] = &[
    part("w", r"[^ ]*[^ .!?…]"),
    part("name", r"[^ 0-9:()\[\]/|,;]+"),
    // The last word of a line that is no sentence.
    part("last", r"[^ 0-9:()\[\]/|,;]*[^ 0-9:()\[\]/|,;.!?…]"),
    words(
        "agency",
        "reuters|afp|ap|the associated press|associated press|dpa|upi|efe|tass|sputnik|xinhua|anadolu(?: agency)?|bloomberg|cnn|bbc(?: news)?|al jazeera|kyodo(?: news)?|yonhap|interfax|ansa|ians|pti|agencies|wam|spa|kuna|qna|bna|petra",
    ),
    words(
        "month",
        "january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?",
    ),
    words("weekday", "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"),
    part(
        "moment",
        r"[0-9]{1,2}(?:st|nd|rd|th)? <month>|<month> [0-9]{1,4}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}:[0-9]{2}|[0-9]+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?) ago|(?:an hour|a day|a week) ago|yesterday at",
    ),
];

/// Words that may stand beside a date on a line that is a timestamp.
pub const BESIDE: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "published",
    "posted",
    "updated",
    "last",
    "first",
    "modified",
    "issued",
    "on",
    "at",
    "in",
    "date",
    "time",
    "am",
    "pm",
    "a.m",
    "p.m",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "et",
    "pst",
    "pdt",
    "cet",
    "cest",
    "ist",
    "local",
    "ago",
    "minute",
    "minutes",
    "min",
    "mins",
    "hour",
    "hours",
    "read",
    "st",
    "nd",
    "rd",
    "th",
    "t",
    "z",
];

/// The shapes. The first that fits decides.
pub const SHAPES: &[LineShape] = &[
    shape("timestamp", Among(Dateline), r#"<moment>"#),
    shape("place and date", Among(Dateline), r#"^<name>(?: <name>){0,2} ?[-–—,|] ?(?:<weekday>,? )?(?:<moment>)"#),
    shape("author and date", Among(Byline), r#"^by <name>(?: <name>){0,5} ?[,|–—-] ?(?:<weekday>,? )?(?:<moment>)"#),
    shape(
        "author",
        Margin(Byline),
        r"^(?:by|from|reporting by|written by|edited by|words by|story by):? (?:<name> ){0,4}(?:<last>|<name>(?:(?:,| and| &) <name>(?: <name>){0,5}){0,2}(?:,| and| &) (?:<name> ){0,4}<last>)$",
    ),
    shape(
        "reporting credit",
        Line(Byline),
        r"^\(?(?:additional )?(?:reporting|writing|editing|compiled|photographs?)(?: and (?:writing|editing))? by .+$",
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
        r"^(?:(?:file )?(?:photo|image|picture|photograph)(?: credit| source| caption)?|caption|credit|file) ?[:,(/|].+$",
    ),
    shape("picture agency", Margin(Caption), r"^(?:<w> ){3,40}[(\[] ?(?:file|photo|image|(?:<agency>)|getty(?: images)?)[^()]{0,50}[)\]]$"),
    shape("picture rights", Line(Caption), r"^(?:©|\(c\)) ?(?:<agency>|getty).*$"),
    shape("getty", Line(Caption), r"^(?:getty images|.+/getty images|.+ via getty images|.+/(?:ap|afp|reuters))$"),
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
        r"^[>»|+ ]*(?:share(?: this| story| article| on .+| via .+| with .+)?|tweet|save|print|email|copy(?: link)?|link copied|comments?|[0-9]+ comments?|leave a comment|add a comment|reply|like|follow(?: us)?(?: on .+)?|subscribe(?: now)?|sign (?:in|up)|log ?in|register|menu|search|home|close|accept(?: all)?|accept cookies|reject(?: all)?|decline|ok|cancel|continue|submit|tags?|topics?|keywords|advertisement|ad|sponsored(?: content)?|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|terms and conditions|cookie (?:policy|settings)|careers|advertise(?: with us)?|site ?map|help|faq|newsletters?|rss|back to top|top|next|previous|next article|previous article|load more|show more|view all|see all|more|skip to (?:main )?content|listen(?: to (?:this )?article)?|play|pause|live|video|gallery|opinion|world|politics|business|sports?|technology|tech|science|health|culture|entertainment|arts|travel|middle east|africa|asia|europe|americas|us|uk|economy|markets|weather|news|facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|reddit|pinterest|messenger|gift (?:this )?article) ?[:!+.>»|…]*(?: ?\(?[0-9]+\)?)?$",
    ),
    shape("sections", Line(Boilerplate), r"^home ?[>»/|].*$"),
    shape("reading time", Line(Boilerplate), r"^[0-9]+[ -]min(?:ute)?s?(?: read)?$"),
    shape(
        "cookies",
        Line(Boilerplate),
        r"^.*(?:this (?:web)?site uses cookies|we use cookies|we and our partners|uses cookies to|cookies and similar).*$",
    ),
    shape(
        "newsletter",
        Line(Boilerplate),
        r"^(?:sign up (?:for|to) .+|subscribe to .+|get (?:the|our) .+ (?:newsletter|inbox).*|download (?:the|our) .+app.*|follow .+ on (?:twitter|facebook|x|instagram|telegram|whatsapp).*|join our .+)$",
    ),
    shape("rights", Tail, r"^.*all rights reserved.*$"),
    shape("copyright", Tail, r"^(?:©|copyright|\(c\)).*[0-9]{4}.*$"),
    shape("standards", Tail, r"^our standards ?:.*$"),
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
    shape("place and dash before text", PlacePrefix(Dateline), r"^<name>(?: <name>){0,2} ?(?:[—–]|-) "),
];
