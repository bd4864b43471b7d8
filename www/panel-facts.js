// The facts but for statements (panel-quotes.js): offices first, then what happened, by kind.

import { element } from "./dom.js";
import { say } from "./interface.js";
import { growing } from "./growing.js";
import { KIND_ORDER, factRow, namesOf } from "./fact-row.js";

/**
 * @param kindLabel (id) => its words
 * @returns how many rows are shown
 */
export function drawFacts(root, analysis, article, kept, kindLabel) {
  const names = namesOf(analysis);
  const shown = analysis.facts.filter((fact) => fact.kind !== "statement" && (!kept || kept.facts.has(fact)));
  const groups = kindsOf(shown).map(({ id }) => ({ kind: id, facts: shown.filter((fact) => fact.kind === id) }));
  root.replaceChildren(
    ...groups.map(({ kind, facts }) =>
      element(
        "section",
        { class: "rows-group", "data-kind-group": kind },
        element("h3", {}, kindLabel(kind), " ", element("span", { class: "count" }, String(facts.length))),
        growing("ul", { class: "rows" }, facts.map((fact) => ({ key: `fact:${fact.id}`, draw: () => factRow(fact, names, article) }))),
      ),
    ),
  );
  if (groups.length === 0) root.replaceChildren(element("p", { class: "none" }, say(kept ? "filter.nothing" : "facts.none")));
  return shown.length;
}

/** The kinds among some facts, in the order shown, with how many: [{id, count}]. */
export function kindsOf(facts) {
  const counts = new Map();
  for (const { kind } of facts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...new Set([...KIND_ORDER, ...counts.keys()])].filter((kind) => counts.has(kind)).map((kind) => ({ id: kind, count: counts.get(kind) }));
}
