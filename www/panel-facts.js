// The facts, grouped by kind, each with its roles in words and its evidence.

import { element, quoted } from "./dom.js";
import { say, sayOr } from "./interface.js";
import { dateInWords } from "./date-words.js";
import { nest } from "./article-spans.js";
import { evidenceOf } from "./selection.js";

// Kinds in the order shown, each with the roles that make its heading and those that need no line of their own where
// they stand in the evidence, which sets them off. Other roles follow in a list, as do all of a kind not named here.
const KINDS = [
  { kind: "statement", heading: ["speaker"], inEvidence: ["cue", "content"] },
  { kind: "position", heading: ["holder", "title"], inEvidence: [] },
  { kind: "communication", heading: ["participants"], inEvidence: [] },
  { kind: "decision", heading: ["decider"], inEvidence: [] },
  { kind: "cooperation", heading: ["parties"], inEvidence: [] },
  { kind: "stance", heading: ["holder"], inEvidence: [] },
  { kind: "request", heading: ["requester"], inEvidence: [] },
  { kind: "deployment", heading: ["force"], inEvidence: [] },
  { kind: "unrest", heading: ["place"], inEvidence: [] },
  { kind: "casualties", heading: ["victims", "count"], inEvidence: [] },
  { kind: "membership", heading: ["org"], inEvidence: [] },
  { kind: "founding", heading: ["org"], inEvidence: [] },
  { kind: "attribute", heading: ["entity"], inEvidence: [] },
  { kind: "event", heading: ["agent"], inEvidence: [] },
];
const PLAIN = { heading: [], inEvidence: [] };

export function drawFacts(root, analysis, article) {
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
  const kinds = [...new Set([...KINDS.map(({ kind }) => kind), ...analysis.facts.map(({ kind }) => kind)])];
  const groups = kinds
    .map((kind) => ({ kind, facts: analysis.facts.filter((fact) => fact.kind === kind) }))
    .filter(({ facts }) => facts.length > 0);
  root.replaceChildren(
    ...groups.map(({ kind, facts }) =>
      element(
        "section",
        { class: "rows-group" },
        element("h3", {}, sayOr(`fact.${kind}`, kind), " ", element("span", { class: "count" }, String(facts.length))),
        element("ul", { class: "rows" }, facts.map((fact) => factRow(fact, names, article))),
      ),
    ),
  );
  if (groups.length === 0) root.replaceChildren(element("p", { class: "none" }, say("facts.none")));
}

function factRow(fact, names, article) {
  const { heading, inEvidence } = KINDS.find(({ kind }) => kind === fact.kind) ?? PLAIN;
  const roles = byRole(fact.args);
  const evidence = evidenceOf(fact);
  const stands = (arg) => !arg.elided && Number.isInteger(arg.start) && evidence.start <= arg.start && arg.end <= evidence.end;
  const head = heading.filter((role) => roles.has(role));
  if (head.length === 0 && roles.size > 0) head.push([...roles.keys()][0]);
  const rest = [...roles.keys()].filter((role) => !head.includes(role) && !(inEvidence.includes(role) && roles.get(role).every(stands)));
  const by = fact.attributed_to ? (names.get(fact.attributed_to) ?? fact.attributed_to) : null;
  const badges = [
    fact.subtype ? sayOr(`subtype.${fact.subtype}`, fact.subtype) : null,
    fact.directness ? sayOr(`directness.${fact.directness}`, fact.directness) : null,
    fact.realis && fact.realis !== "actual" ? sayOr(`realis.${fact.realis}`, fact.realis) : null,
    fact.date ? dateInWords(fact.date) : null,
  ].filter(Boolean);
  return element(
    "li",
    { class: "row", "data-fact-row": fact.id, "data-key": `fact:${fact.id}`, "data-kind": fact.kind },
    element(
      "div",
      { class: "row-head" },
      element(
        "button",
        { type: "button", class: "row-name" },
        head.length > 0 ? joined(head.map((role) => fillers(roles.get(role), names)), " — ") : sayOr(`fact.${fact.kind}`, fact.kind),
      ),
      badges.map((badge) => element("span", { class: "badge" }, badge)),
    ),
    rest.length > 0
      ? element(
          "dl",
          { class: "roles" },
          rest.map((role) => element("div", {}, element("dt", {}, sayOr(`role.${role}`, role)), element("dd", {}, fillers(roles.get(role), names)))),
        )
      : null,
    by ? element("p", { class: "row-more" }, attribution(by)) : null,
    element("blockquote", { class: "evidence", dir: article.directionAt(evidence.start) }, evidencePieces(article.text, evidence, fact.args.filter(stands))),
    fact.rule ? element("p", { class: "row-more" }, say("rule", { rule: fact.rule })) : null,
  );
}

/** The words of the evidence, the roles in them set off. */
function evidencePieces(text, { start, end }, args) {
  const draw = (piece) => (typeof piece === "string" ? piece : element("b", { title: sayOr(`role.${piece.span.role}`, piece.span.role) }, piece.children.map(draw)));
  return nest(text, start, end, [...args].sort((a, b) => a.start - b.start || b.end - a.end)).map(draw);
}

function byRole(args) {
  const roles = new Map();
  for (const arg of args) roles.set(arg.role, [...(roles.get(arg.role) ?? []), arg]);
  return roles;
}

/** What fills a role: the words of the text, and whom they mean where the words alone do not say. */
const fillers = (args, names) => joined(args.map((arg) => filler(arg, names)), "، ");

function filler(arg, names) {
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
