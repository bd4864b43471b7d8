//! Offices: president, foreign minister, spokesman.

use super::grammar::{capital, name_end};
use crate::find::{Findings, Scene};
use crate::lexicon::{Class, Flags};
use crate::mention::{Candidate, MentionType};

/// Marks offices. A profession, or a word that is also an ordinary one, counts only before a name or with what it is over.
pub fn find(scene: &Scene<'_>, findings: &mut Findings) {
    let mut token = 0;
    while token < scene.document.tokens().len() {
        let Some(found) = scene.bare(token, Class::Office).filter(|_| scene.is_word(token)) else {
            token += 1;
            continue;
        };
        // The deputy of an office has an office of that name: deputy energy minister.
        let further = if matches!(scene.folded(token), "deputy" | "assistant" | "vice" | "acting") {
            scene.bare(found.end(), Class::Office)
        } else {
            None
        };
        let found = further.filter(|_| scene.continues(found.end())).unwrap_or(found);
        let plural = scene.folded(found.end().saturating_sub(1)).ends_with('s') && found.flags.has(Flags::PLURAL);
        let named = scene.continues(found.end()) && name_end(scene, found.end()) > found.end();
        let over = scene.folded(found.end()) == "of" && {
            let next = if scene.folded(found.end() + 1) == "the" { found.end() + 2 } else { found.end() + 1 };
            capital(scene, next)
        };
        let counts = if found.flags.has(Flags::WEAK) { named || over } else { !plural || named };
        if counts {
            let tokens = token..found.end();
            let span = scene.document.span(tokens.clone());
            findings.push(Candidate { tokens, span, kind: MentionType::Role, score: 0.8, rule: "office", entry: None });
        }
        token = found.end();
    }
}
