// One fact as a row: who and what in words, how it is told, and its evidence with the roles set off. Kinds and roles that this
// file does not know are shown all the same.

import { element, quoted } from "./dom.js";
import { say, sayOr } from "./interface.js";
import { kindLabel, roleLabel, subtypeLabel } from "./fact-words.js";
import { dateInWords } from "./date-words.js";
import { nest } from "./article-spans.js";
import { evidenceOf } from "./selection.js";

// The roles that make the heading of a kind, and those that need no line of their own where they stand in the evidence, which
// sets them off. Other roles follow in a list, as do all of a kind not named here.
const KINDS = new Map(
  Object.entries({
    statement: { heading: ["speaker"], inEvidence: ["cue", "content"] },
    position: { heading: ["holder", "title"], inEvidence: [] },
    communication: { heading: ["participants"], inEvidence: [] },
    decision: { heading: ["decider"], inEvidence: [] },
    cooperation: { heading: ["parties"], inEvidence: [] },
    stance: { heading: ["holder"], inEvidence: [] },
    request: { heading: ["requester"], inEvidence: [] },
    deployment: { heading: ["force"], inEvidence: [] },
    unrest: { heading: ["place"], inEvidence: [] },
    casualties: { heading: ["victims", "count"], inEvidence: [] },
    membership: { heading: ["org"], inEvidence: [] },
    founding: { heading: ["org"], inEvidence: [] },
    attribute: { heading: ["entity"], inEvidence: [] },
    event: { heading: ["agent"], inEvidence: [] },
  }),
);
/** Finer kinds that say nothing to a reader. */
const UNTOLD = new Set(["noun"]);
const PLAIN = { heading: [], inEvidence: [] };

/** Kinds in the order shown; others follow. */
export const KIND_ORDER = [...KINDS.keys()];

export const namesOf = (analysis) => new Map(analysis.entities.map((entity) => [entity.id, entity.name]));

/** @param headed whether the row stands under the name of its speaker already */
export function factRow(fact, names, article, { headed = false } = {}) {
  const { heading, inEvidence } = KINDS.get(fact.kind) ?? PLAIN;
  const roles = byRole(fact.args);
  const evidence = evidenceOf(fact);
  const stands = (arg) => !arg.elided && Number.isInteger(arg.start) && evidence.start <= arg.start && arg.end <= evidence.end;
  const head = heading.filter((role) => roles.has(role));
  if (head.length === 0 && roles.size > 0) head.push([...roles.keys()][0]);
  const rest = [...roles.keys()].filter((role) => !head.includes(role) && !(inEvidence.includes(role) && roles.get(role).every(stands)));
  const by = fact.attributed_to ? (names.get(fact.attributed_to) ?? null) : null;
  const badges = [
    fact.subtype && !UNTOLD.has(fact.subtype) ? subtypeLabel(fact.subtype) : null,
    fact.directness ? sayOr(`directness.${fact.directness}`, fact.directness) : null,
    fact.realis && fact.realis !== "actual" ? sayOr(`realis.${fact.realis}`, fact.realis) : null,
    fact.date ? dateInWords(fact.date) : null,
  ].filter(Boolean);
  const cue = headed ? roles.get("cue")?.[0]?.text : null;
  return element(
    "li",
    { class: "row", "data-fact-row": fact.id, "data-key": `fact:${fact.id}`, "data-kind": fact.kind },
    element(
      "div",
      { class: "row-head" },
      element(
        "button",
        { type: "button", class: headed ? "row-name cue" : "row-name" },
        cue ? quoted(cue) : head.length > 0 ? joined(head.map((role) => fillers(roles.get(role), names)), " — ") : kindLabel(fact.kind),
      ),
      badges.map((badge) => element("span", { class: "badge" }, badge)),
    ),
    element("blockquote", { class: "evidence", dir: article.directionAt(evidence.start) }, evidencePieces(article.text, evidence, fact.args.filter(stands))),
    rest.length > 0
      ? element(
          "dl",
          { class: "roles" },
          rest.map((role) => element("div", {}, element("dt", {}, roleLabel(role)), element("dd", {}, fillers(roles.get(role), names)))),
        )
      : null,
    by ? element("p", { class: "row-more" }, attribution(by)) : null,
    fact.rule ? element("p", { class: "row-more" }, say("rule", { rule: fact.rule })) : null,
  );
}

/** The words of the evidence, the roles in them set off. */
function evidencePieces(text, { start, end }, args) {
  const draw = (piece) => (typeof piece === "string" ? piece : element("b", { "data-role": piece.span.role, title: roleLabel(piece.span.role) }, piece.children.map(draw)));
  return nest(text, start, end, [...args].sort((a, b) => a.start - b.start || b.end - a.end)).map(draw);
}

function byRole(args) {
  const roles = new Map();
  for (const arg of args) roles.set(arg.role, [...(roles.get(arg.role) ?? []), arg]);
  return roles;
}

/** What fills a role: the words of the text, and whom they mean where the words alone do not say. */
const fillers = (args, names) => joined(args.map((arg) => filler(arg, names)), say("list.separator"));

export function filler(arg, names) {
  const meant = arg.resolved ?? (arg.entity ? names.get(arg.entity) : null);
  if (arg.elided || !arg.text) return [quoted(meant ?? arg.text), " ", element("small", {}, say("facts.elided"))];
  if (!meant || meant === arg.text || arg.text.includes(meant)) return [quoted(arg.text)];
  return [quoted(arg.text), " ", element("small", {}, "(", quoted(meant), ")")];
}

const joined = (parts, separator) => parts.flatMap((part, index) => (index > 0 ? [separator, ...part] : part));

/** "According to …" with the name kept apart from the sentence around it. */
function attribution(name) {
  const [before, after] = say("facts.attributed", { name: "\u0000" }).split("\u0000");
  return [before, quoted(name), after];
}
