// Amounts, sums of money and percentages, each with the words around it.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { growing } from "./growing.js";
import { around } from "./surroundings.js";

const NUMBERS = ["QUANTITY", "MONEY", "PERCENT"];

export const isNumber = (type) => NUMBERS.includes(type);

/** @returns how many rows are shown */
export function drawNumbers(root, analysis, article, types, kept) {
  const shown = analysis.mentions.filter((mention) => isNumber(mention.type) && (!kept || kept.mentions.has(mention)));
  const groups = NUMBERS.map((type) => ({ type, rows: grouped(shown.filter((mention) => mention.type === type)) })).filter(({ rows }) => rows.length > 0);
  root.replaceChildren(
    ...groups.map(({ type, rows }) =>
      element(
        "section",
        { class: "rows-group" },
        element(
          "h3",
          {},
          element("span", { class: "sample", "data-type": type }, types.find(({ id }) => id === type)?.label ?? type),
          " ",
          element("span", { class: "count" }, String(rows.length)),
        ),
        growing("ul", { class: "rows" }, rows.map((row) => ({ key: row.key, draw: () => numberRow(row, article) }))),
      ),
    ),
  );
  if (groups.length === 0) root.replaceChildren(element("p", { class: "none" }, say(kept ? "filter.nothing" : "numbers.none")));
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

function grouped(mentions) {
  const found = new Map();
  for (const mention of mentions) {
    const key = `mention:${mention.type}:${mention.text}`;
    if (found.has(key)) found.get(key).count += 1;
    else found.set(key, { ...mention, key, count: 1 });
  }
  return [...found.values()];
}

function numberRow({ key, type, text, start, end, count, rule }, article) {
  const { before, after } = around(article.text, { start, end });
  return element(
    "li",
    { class: "row", "data-mention-row": type, "data-key": key, "data-type": type },
    element(
      "div",
      { class: "row-head" },
      element("button", { type: "button", class: "row-name" }, quoted(text)),
      count > 1 ? element("span", { class: "count", dir: "ltr", title: say("entities.count", { count }) }, `×${count}`) : null,
    ),
    element("p", { class: "row-quote", dir: article.directionAt(start) }, before, element("b", {}, text), after),
    rule ? element("p", { class: "row-more" }, say("rule", { rule })) : null,
  );
}
