// Who said what: the statements under the names of their speakers, who says most first.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { growing } from "./growing.js";
import { factRow, namesOf } from "./fact-row.js";

/** @returns how many rows are shown */
export function drawQuotes(root, analysis, article, kept) {
  const names = namesOf(analysis);
  const shown = analysis.facts.filter((fact) => fact.kind === "statement" && (!kept || kept.facts.has(fact)));
  const speakers = bySpeaker(shown, names);
  const offices = officesOf(analysis);
  root.replaceChildren(
    ...speakers.map(({ name, entity, facts }) =>
      element(
        "section",
        { class: "rows-group speaker" },
        element("h3", {}, quoted(name), " ", element("span", { class: "count" }, String(facts.length))),
        offices.has(entity) ? element("p", { class: "row-more office" }, quoted([...offices.get(entity)].join(say("list.separator")))) : null,
        growing("ul", { class: "rows" }, facts.map((fact) => ({ key: `fact:${fact.id}`, draw: () => factRow(fact, names, article, { headed: true }) }))),
      ),
    ),
  );
  if (shown.length === 0) root.replaceChildren(element("p", { class: "none" }, say(kept ? "filter.nothing" : "quotes.none")));
  return shown.length;
}

function bySpeaker(facts, names) {
  const speakers = new Map();
  for (const fact of facts) {
    const arg = fact.args.find(({ role }) => role === "speaker");
    const name = names.get(arg?.entity) ?? arg?.resolved ?? arg?.text ?? say("quotes.unknown");
    const key = arg?.entity ?? name;
    if (!speakers.has(key)) speakers.set(key, { name, entity: arg?.entity ?? null, facts: [] });
    speakers.get(key).facts.push(fact);
  }
  return [...speakers.values()].sort((a, b) => b.facts.length - a.facts.length);
}

/** The offices that the article gives to each entity, in its own words. */
export function officesOf(analysis) {
  const offices = new Map();
  for (const fact of analysis.facts) {
    if (fact.kind !== "position") continue;
    const title = fact.args.find(({ role }) => role === "title");
    if (!title) continue;
    for (const holder of fact.args.filter(({ role, entity }) => role === "holder" && entity)) {
      if (!offices.has(holder.entity)) offices.set(holder.entity, new Set());
      offices.get(holder.entity).add(title.text);
    }
  }
  return offices;
}
