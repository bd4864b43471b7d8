//! The words of fact sheets, in Arabic and English. Types of mentions and kinds of facts bring their own labels.

use crate::fact::{self, FactKind};
use crate::mention::KINDS;

/// A word in both languages.
pub type Label = (&'static str, &'static str);

/// What the roles of facts are called.
const ROLES: &[(&str, Label)] = &[
    ("about", ("عن", "About")),
    ("act", ("القرار", "Act")),
    ("action", ("المطلوب", "Action")),
    ("actor", ("الفاعل", "Actor")),
    ("addressee", ("المخاطَب", "Addressee")),
    ("agent", ("الفاعل", "Agent")),
    ("cargo", ("الحمولة", "Cargo")),
    ("cause", ("السبب", "Cause")),
    ("content", ("المضمون", "Content")),
    ("count", ("العدد", "Count")),
    ("cue", ("اللفظ", "Cue")),
    ("date", ("التاريخ", "Date")),
    ("decider", ("صاحب القرار", "Decider")),
    ("destination", ("إلى", "To")),
    ("duration", ("المدة", "Duration")),
    ("entity", ("الموصوف", "Of")),
    ("force", ("القوة", "Force")),
    ("holder", ("صاحب المنصب", "Holder")),
    ("initiator", ("المبادر", "Initiator")),
    ("means", ("الوسيلة", "Means")),
    ("medium", ("الوسيلة", "Medium")),
    ("members", ("الأعضاء", "Members")),
    ("object", ("الموضوع", "Object")),
    ("org", ("الجهة", "Of")),
    ("origin", ("من", "From")),
    ("participants", ("الأطراف", "Participants")),
    ("parties", ("الأطراف", "Parties")),
    ("place", ("المكان", "Place")),
    ("purpose", ("الغرض", "Purpose")),
    ("quantity", ("المقدار", "Quantity")),
    ("recipient", ("المستفيد", "Recipient")),
    ("requester", ("الطالب", "Requester")),
    ("speaker", ("المتحدث", "Speaker")),
    ("target", ("المستهدف", "Target")),
    ("title", ("المنصب", "Office")),
    ("topic", ("الموضوع", "Topic")),
    ("value", ("الصفة", "Value")),
    ("venue", ("المناسبة", "Venue")),
    ("via", ("نقلًا عن طريق", "Via")),
    ("victims", ("الضحايا", "Victims")),
];

/// How real a fact is told to be, where that is not simply so.
const REALIS: &[(&str, Label)] = &[
    ("planned", ("مخطَّط له", "Planned")),
    ("offered", ("معروض", "Offered")),
    ("hedged", ("بتحفظ", "Told with reserve")),
    ("negated", ("منفي", "Denied")),
];

/// Where the publication date was read.
const SOURCES: &[(&str, Label)] = &[
    ("given", ("أُدخل باليد", "given")),
    ("dateline", ("من سطر المكان والتاريخ", "from the dateline")),
    ("timestamp", ("من طابع الوقت", "from the timestamp")),
    ("text", ("من النص", "from the text")),
];

/// The labels in one language.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    arabic: bool,
}

impl Labels {
    /// In Arabic for an article in Arabic, otherwise in English.
    #[must_use]
    pub fn of(language: &str) -> Self {
        Self { arabic: language == "ar" }
    }

    /// Whether they are Arabic, and so read from the right.
    #[must_use]
    pub const fn are_arabic(self) -> bool {
        self.arabic
    }

    /// One of the two words.
    #[must_use]
    pub const fn pick(self, label: Label) -> &'static str {
        if self.arabic { label.0 } else { label.1 }
    }

    /// The type of a mention; the id itself for one that is not in the table.
    #[must_use]
    pub fn mention(self, id: &'static str) -> &'static str {
        KINDS.iter().find(|kind| kind.id == id).map_or(id, |kind| self.pick((kind.ar, kind.en)))
    }

    /// The kind of a fact.
    #[must_use]
    pub fn fact(self, kind: &FactKind) -> &'static str {
        self.pick((kind.ar, kind.en))
    }

    /// The kind of a fact, by its id.
    #[must_use]
    pub fn fact_of(self, id: &'static str) -> &'static str {
        fact::kind(id).map_or(id, |kind| self.fact(kind))
    }

    /// A role of a fact.
    #[must_use]
    pub fn role(self, id: &'static str) -> &'static str {
        self.find(ROLES, id)
    }

    /// How real a fact is told to be; empty when it is told as being so.
    #[must_use]
    pub fn realis(self, id: &str) -> &'static str {
        REALIS.iter().find(|row| row.0 == id).map_or("", |row| self.pick(row.1))
    }

    /// Where the publication date was read.
    #[must_use]
    pub fn source(self, id: &'static str) -> &'static str {
        self.find(SOURCES, id)
    }

    fn find(self, rows: &[(&str, Label)], id: &'static str) -> &'static str {
        rows.iter().find(|row| row.0 == id).map_or(id, |row| self.pick(row.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_every_kind_has_a_label() {
        let roles = fact::FACTS.iter().flat_map(|kind| kind.roles);
        let missing: Vec<&&str> = roles.filter(|role| !ROLES.iter().any(|row| row.0 == **role)).collect();
        assert!(missing.is_empty(), "no label for the roles {missing:?}");
    }
}
