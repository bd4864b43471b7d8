// Who and what is named: a row an entity, grouped by type; below them the mentions that belong to no entity.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";

/** @param types [{id, label}] in order */
export function drawEntities(root, analysis, types) {
  const rows = new Map();
  const add = (type, row) => rows.set(type, [...(rows.get(type) ?? []), row]);
  for (const entity of analysis.entities) add(entity.type, entityRow(entity, analysis));
  for (const mention of loose(analysis.mentions)) add(mention.type, looseRow(mention));
  const known = types.filter(({ id }) => rows.has(id));
  const unknown = [...rows.keys()].filter((id) => !types.some((type) => type.id === id)).map((id) => ({ id, label: id }));
  root.replaceChildren(
    ...[...known, ...unknown].map(({ id, label }) =>
      element(
        "section",
        { class: "rows-group" },
        element("h3", {}, element("span", { class: "sample", "data-type": id }, label), " ", element("span", { class: "count" }, String(rows.get(id).length))),
        element("ul", { class: "rows" }, rows.get(id)),
      ),
    ),
  );
  if (rows.size === 0) root.replaceChildren(element("p", { class: "none" }, say("entities.none")));
}

function entityRow(entity, analysis) {
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  const rule = analysis.mentions.find((mention) => mention.entity === entity.id)?.rule;
  return element(
    "li",
    { class: "row", "data-entity-row": entity.id, "data-key": `entity:${entity.id}`, "data-type": entity.type },
    element(
      "div",
      { class: "row-head" },
      element("button", { type: "button", class: "row-name" }, quoted(entity.name)),
      entity.english ? element("span", { class: "row-english", lang: "en" }, quoted(entity.english, "ltr")) : null,
      times(entity.mentions),
    ),
    others.length > 0
      ? element("p", { class: "row-more" }, say("entities.aliases"), " ", others.flatMap((alias, index) => [index > 0 ? " · " : null, quoted(alias)]))
      : null,
    entity.wikidata ? element("p", { class: "row-more" }, say("entities.wikidata"), " ", element("code", { dir: "ltr" }, entity.wikidata)) : null,
    rule ? element("p", { class: "row-more" }, say("rule", { rule })) : null,
  );
}

const times = (count) => element("span", { class: "count", dir: "ltr", title: say("entities.count", { count }) }, `×${count}`);

/** Mentions without an entity, equal words counted together. */
function loose(mentions) {
  const found = new Map();
  for (const mention of mentions) {
    if (mention.entity) continue;
    const key = `mention:${mention.type}:${mention.text}`;
    const before = found.get(key);
    found.set(key, { ...mention, key, count: (before?.count ?? 0) + 1 });
  }
  return found.values();
}

const looseRow = ({ key, type, text, count, rule }) =>
  element(
    "li",
    { class: "row", "data-mention-row": type, "data-key": key, "data-type": type },
    element(
      "div",
      { class: "row-head" },
      element("button", { type: "button", class: "row-name" }, quoted(text)),
      times(count),
    ),
    rule ? element("p", { class: "row-more" }, say("rule", { rule })) : null,
  );
