// Who and what is named: a row an entity, grouped by type; below them the mentions that belong to no entity. Amounts have a
// panel of their own.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { growing } from "./growing.js";
import { isNumber } from "./panel-numbers.js";

/**
 * @param types [{id, label}] in order
 * @param kept what the filters leave (filters.js), or null
 * @returns how many rows are shown
 */
export function drawNames(root, analysis, types, kept) {
  const rules = new Map();
  for (const { entity, rule } of analysis.mentions) if (entity && rule && !rules.has(entity)) rules.set(entity, rule);
  const groups = new Map();
  const add = (type, item) => (groups.has(type) ? groups.get(type).push(item) : groups.set(type, [item]));
  for (const entity of analysis.entities) {
    if (!kept || kept.entities.has(entity)) add(entity.type, { key: `entity:${entity.id}`, draw: () => entityRow(entity, rules.get(entity.id)) });
  }
  for (const mention of loose(analysis.mentions.filter((one) => !isNumber(one.type) && (!kept || kept.mentions.has(one))))) {
    add(mention.type, { key: mention.key, draw: () => looseRow(mention) });
  }
  const known = types.filter(({ id }) => groups.has(id));
  const unknown = [...groups.keys()].filter((id) => !types.some((type) => type.id === id)).map((id) => ({ id, label: id }));
  root.replaceChildren(
    ...[...known, ...unknown].map(({ id, label }) =>
      element(
        "section",
        { class: "rows-group" },
        element("h3", {}, element("span", { class: "sample", "data-type": id }, label), " ", element("span", { class: "count" }, String(groups.get(id).length))),
        growing("ul", { class: "rows" }, groups.get(id)),
      ),
    ),
  );
  if (groups.size === 0) root.replaceChildren(element("p", { class: "none" }, say(kept ? "filter.nothing" : "entities.none")));
  return [...groups.values()].reduce((sum, items) => sum + items.length, 0);
}

function entityRow(entity, rule) {
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  return element(
    "li",
    { class: "row", "data-entity-row": entity.id, "data-key": `entity:${entity.id}`, "data-type": entity.type },
    element(
      "div",
      { class: "row-head" },
      element("button", { type: "button", class: "row-name" }, quoted(entity.name)),
      entity.english ? element("span", { class: "row-english", lang: "en" }, quoted(entity.english, "ltr")) : null,
      times(entity.mentions),
      entity.edited ? element("span", { class: "badge" }, say("edited")) : null,
      element("button", { type: "button", class: "row-filter", "data-filter-entity": entity.id, "aria-label": say("filter.by-entity", { name: entity.name }), title: say("filter.by-entity", { name: entity.name }) }),
    ),
    others.length > 0
      ? element("p", { class: "row-more" }, say("entities.aliases"), " ", others.flatMap((alias, index) => [index > 0 ? " · " : null, quoted(alias)]))
      : null,
    entity.note ? element("p", { class: "row-more" }, quoted(entity.note)) : null,
    rule ? element("p", { class: "row-more" }, say("rule", { rule })) : null,
  );
}

export const times = (count) => element("span", { class: "count", dir: "ltr", title: say("entities.count", { count }) }, `×${count}`);

/** Mentions without an entity, equal words counted together: {key, type, text, count, rule, first}. */
export function loose(mentions) {
  const found = new Map();
  for (const mention of mentions) {
    if (mention.entity) continue;
    const key = `mention:${mention.type}:${mention.text}`;
    const before = found.get(key);
    if (before) before.count += 1;
    else found.set(key, { ...mention, key, count: 1 });
  }
  return [...found.values()];
}

const looseRow = ({ key, type, text, count, rule }) =>
  element(
    "li",
    { class: "row", "data-mention-row": type, "data-key": key, "data-type": type },
    element("div", { class: "row-head" }, element("button", { type: "button", class: "row-name" }, quoted(text)), times(count)),
    rule ? element("p", { class: "row-more" }, say("rule", { rule })) : null,
  );
