//! Nationalities, peoples and the adjectives of regions.

use crate::find::{Findings, Scene};
use crate::lexicon::{Class, ClassSet};
use crate::mention::{Candidate, MentionType};

/// Marks every listed demonym: the adjective and the noun, any gender and number, with or without the article.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    for token in 0..scene.document.tokens().len() {
        let Some(found) = scene.longest(token, ClassSet::of(&[Class::Demonym])) else { continue };
        if !found.clitics.is_empty() && super::place::whole_word_is_listed(scene, token) {
            continue;
        }
        let ambiguous = found.is_ambiguous(ClassSet::of(&[Class::Demonym]));
        let definite = scene.matches.lexicon().word(scene.folded(token)).is_some() && scene.folded(token).starts_with("ال");
        if ambiguous && !(definite && agrees_with_noun(scene, token)) {
            continue;
        }
        // A short plural behind a clitic is more often part of another word than a people.
        if !found.clitics.is_empty() && found.span().len() < 8 {
            continue;
        }
        let entry = scene.matches.entry(found, Class::Demonym).map(|entry| entry.id);
        findings.push(Candidate {
            tokens: found.tokens(),
            span: found.span(),
            kind: MentionType::Group,
            score: if ambiguous { 0.6 } else { 0.9 },
            rule: "demonym",
            entry,
        });
    }
}

/// An ambiguous adjective counts when it follows another definite word, as adjectives do.
fn agrees_with_noun(scene: &Scene<'_>, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| scene.continues(token) && super::grammar::definite(scene, before))
}
