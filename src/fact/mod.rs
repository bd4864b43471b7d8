//! Facts: who said, did, met, holds what. What every language shares is here: the kinds, clauses, noun phrases, the chain of
//! speakers; a language pack brings the frames.

pub mod clause;
pub mod phrase;
pub mod repetition;
pub mod speaker;

use crate::date::Timex;
use crate::document::Document;
use crate::find::Scene;
use crate::link::Entity;
use crate::mention::Mention;
use crate::order;
use crate::text::span::Span;
use crate::zone::Zone;

/// A kind of fact with its roles.
#[derive(Clone, Copy, Debug)]
pub struct FactKind {
    /// The name in the Analysis.
    pub id: &'static str,
    /// Arabic label.
    pub ar: &'static str,
    /// English label.
    pub en: &'static str,
    /// Every role, in the order in which arguments are listed.
    pub roles: &'static [&'static str],
    /// Groups of roles of which at least one must be filled: a fact without them is not stated.
    pub required: &'static [&'static [&'static str]],
}

/// Every kind of fact of the contract. Kinds without a reader in a language pack are simply not found yet in that language.
pub const FACTS: &[FactKind] = &[
    FactKind {
        id: "statement",
        ar: "تصريح",
        en: "Statement",
        roles: &["speaker", "cue", "content", "about", "addressee", "medium", "venue", "place", "via"],
        required: &[&["speaker"], &["cue"], &["content"]],
    },
    FactKind {
        id: "position", ar: "منصب", en: "Office held", roles: &["holder", "title", "org"], required: &[&["holder"], &["title"]]
    },
    FactKind {
        id: "communication",
        ar: "تواصل",
        en: "Talks and meetings",
        roles: &["participants", "initiator", "medium", "topic", "count", "place"],
        required: &[&["participants"]],
    },
    FactKind {
        id: "unrest",
        ar: "اضطرابات",
        en: "Unrest and attacks",
        roles: &["actor", "place", "target", "cause", "means", "object"],
        required: &[&["place", "target", "object", "means"]],
    },
    FactKind { id: "attribute", ar: "صفة", en: "Attribute", roles: &["entity", "value"], required: &[&["entity"], &["value"]] },
    FactKind {
        id: "deployment",
        ar: "نشر قوات",
        en: "Deployment",
        roles: &["actor", "force", "quantity", "cargo", "origin", "destination", "activity", "purpose", "duration"],
        required: &[&["force"], &["destination", "activity"]],
    },
    FactKind {
        id: "stance", ar: "موقف", en: "Stance", roles: &["holder", "target", "addressee"], required: &[&["holder"], &["target"]]
    },
    FactKind {
        id: "request",
        ar: "طلب",
        en: "Request",
        roles: &["requester", "action", "addressee", "purpose"],
        required: &[&["requester"], &["action"]],
    },
    FactKind {
        id: "decision",
        ar: "قرار",
        en: "Decision",
        roles: &["decider", "act", "object", "place", "duration", "purpose"],
        required: &[&["decider"], &["act"]],
    },
    FactKind {
        id: "cooperation",
        ar: "تعاون",
        en: "Cooperation",
        roles: &["parties", "content", "recipient"],
        required: &[&["parties"], &["content"]],
    },
    FactKind { id: "membership", ar: "عضوية", en: "Membership", roles: &["org", "members"], required: &[&["org"], &["members"]] },
    FactKind {
        id: "casualties",
        ar: "ضحايا",
        en: "Casualties",
        roles: &["victims", "count", "place", "cause"],
        required: &[&["victims", "count"]],
    },
    FactKind { id: "founding", ar: "تأسيس", en: "Founding", roles: &["org", "date", "origin"], required: &[&["org"], &["date"]] },
    FactKind {
        id: "event",
        ar: "حدث",
        en: "Event",
        roles: &["agent", "action", "object", "value", "recipient", "place"],
        required: &[&["action"], &["agent", "object", "place"]],
    },
];

/// How real a fact is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Realis {
    /// It is told as having happened or being so.
    #[default]
    Actual,
    /// It is planned or will happen.
    Planned,
    /// It is offered.
    Offered,
    /// It is told with reserve.
    Hedged,
    /// It is denied.
    Negated,
}

impl Realis {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Offered => "offered",
            Self::Hedged => "hedged",
            Self::Negated => "negated",
        }
    }
}

/// How a statement gives what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directness {
    /// In quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// Both.
    Mixed,
}

impl Directness {
    /// The name in the Analysis.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What fills a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The role, one of the kind's.
    pub role: &'static str,
    /// The words that fill it: for an elided filler, where it was last named.
    pub span: Span,
    /// The entity behind it, as an index into the entities.
    pub entity: Option<usize>,
    /// Whether the clause itself leaves it out («وأضاف»).
    pub elided: bool,
}

/// A fact, with the words that state it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The kind: an id of [`FACTS`].
    pub kind: &'static str,
    /// A finer kind, if there is one.
    pub subtype: Option<&'static str>,
    /// The words that state it.
    pub evidence: Span,
    /// The words that state it again, word for word or with the same entities, further on in the text.
    pub also: Vec<Span>,
    /// The word that triggered it.
    pub trigger: Option<Span>,
    /// What fills its roles, in the order of the kind's roles, then of the text.
    pub arguments: Vec<Argument>,
    /// The index of the date that it is placed on.
    pub date: Option<usize>,
    /// How real it is said to be.
    pub realis: Realis,
    /// The entity by whose word it is told.
    pub attributed_to: Option<usize>,
    /// For statements.
    pub directness: Option<Directness>,
    /// The rule that stated it.
    pub rule: &'static str,
}

impl Fact {
    /// A fact that is told as actual, without subtype, trigger and date.
    #[must_use]
    pub const fn new(kind: &'static str, evidence: Span, arguments: Vec<Argument>, rule: &'static str) -> Self {
        Self {
            kind,
            subtype: None,
            evidence,
            also: Vec::new(),
            trigger: None,
            arguments,
            date: None,
            realis: Realis::Actual,
            attributed_to: None,
            directness: None,
            rule,
        }
    }
}

/// What readers of facts see: the scene and all that was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Text, lexicon matches and language.
    pub scene: Scene<'a>,
    /// The mentions, in order of text, an outer one before those inside it.
    pub mentions: &'a [Mention],
    /// The entities behind them.
    pub entities: &'a [Entity],
    /// The dates, in order of text.
    pub dates: &'a [Timex],
    /// The zones, in order.
    pub zones: &'a [Zone],
}

impl<'a> Reading<'a> {
    /// The text.
    #[must_use]
    pub const fn document(&self) -> &'a Document<'a> {
        self.scene.document
    }
}

/// Reads one family of facts.
#[derive(Clone, Copy, Debug)]
pub struct FactReader {
    /// The family, as documentation and tests call it.
    pub name: &'static str,
    /// States the facts of the family.
    pub read: fn(&Reading<'_>, &mut Vec<Fact>),
}

/// The kind with this id.
#[must_use]
pub fn kind(id: &str) -> Option<&'static FactKind> {
    FACTS.iter().find(|kind| kind.id == id)
}

/// Whose word a fact is told by: the speaker of the innermost statement whose content holds it.
fn attribute(facts: &mut [Fact]) {
    let mut contents: Vec<(Span, Option<usize>)> = facts
        .iter()
        .filter_map(|fact| {
            let argument = |role: &str| fact.arguments.iter().find(|argument| argument.role == role);
            Some((argument("content")?.span, argument("speaker")?.entity))
        })
        .collect();
    order::sort_by_key(&mut contents, |(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let evidence = |facts: &[Fact], index: usize| facts.get(index).map_or(Span::default(), |fact| fact.evidence);
    let order = order::ordered(facts.len(), &|one, other| evidence(facts, one).cmp(&evidence(facts, other)));
    let mut open: Vec<(Span, Option<usize>)> = Vec::new();
    let mut next = contents.into_iter().peekable();
    for index in order {
        let words = evidence(facts, index);
        while let Some(content) = next.next_if(|(span, _)| span.start <= words.start) {
            // What ended before this content began holds nothing that comes.
            while open.last().is_some_and(|(span, _)| span.end <= content.0.start) {
                open.pop();
            }
            open.push(content);
        }
        // A mark or a stop at the end of the words may lie outside.
        let holder = open.iter().rev().take(8).find(|(span, _)| span.start <= words.start && words.end <= span.end + 4);
        if let (Some(&(_, speaker)), Some(fact)) = (holder, facts.get_mut(index)) {
            fact.attributed_to = fact.attributed_to.or(speaker);
        }
    }
}

/// How many statements can lie one inside the other: "the paper said that the minister had said that …". Deeper is noise, not
/// language, and as every content runs to the end of its sentence, the words told would grow with the square of the text.
const DEEPEST: usize = 4;

/// Drops statements inside too many others.
fn drop_deep(facts: &mut Vec<Fact>) {
    let content = |fact: &Fact| fact.arguments.iter().find(|argument| argument.role == "content").map(|argument| argument.span);
    let mut contents: Vec<(Span, usize)> = facts.iter().enumerate().filter_map(|(index, fact)| Some((content(fact)?, index))).collect();
    order::sort_by_key(&mut contents, |&(span, index)| (span.start, std::cmp::Reverse(span.end), index));
    let mut open: Vec<usize> = Vec::new();
    let mut deep = Vec::new();
    for (span, index) in contents {
        open.retain(|&end| end > span.start);
        if open.len() < DEEPEST { open.push(span.end) } else { deep.push(index) }
    }
    deep.sort_unstable();
    let mut index = 0;
    facts.retain(|_| {
        index += 1;
        deep.binary_search(&(index - 1)).is_err()
    });
}

/// Drops what lacks a required role, puts facts and arguments in order, and drops facts stated twice on the same words.
#[must_use]
pub fn settle(mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.retain(|fact| {
        kind(fact.kind).is_some_and(|kind| {
            kind.required
                .iter()
                .all(|group| fact.arguments.iter().any(|argument| group.contains(&argument.role) && !argument.span.is_empty()))
        })
    });
    for fact in &mut facts {
        let roles = kind(fact.kind).map_or(&[][..], |kind| kind.roles);
        let rank = |role: &str| roles.iter().position(|known| *known == role).unwrap_or(roles.len());
        order::sort_by_key(&mut fact.arguments, |argument| (rank(argument.role), argument.elided, argument.span));
        fact.arguments.dedup();
    }
    drop_deep(&mut facts);
    attribute(&mut facts);
    order::sort_by_key(&mut facts, |fact| (fact.evidence.start, std::cmp::Reverse(fact.evidence.end), fact.kind, fact.trigger));
    facts.dedup_by(|later, earlier| {
        later.kind == earlier.kind
            && later.evidence == earlier.evidence
            && later.trigger == earlier.trigger
            && later.arguments == earlier.arguments
    });
    facts
}
