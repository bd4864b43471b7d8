// The dates in order of time; those without a place on the calendar apart, at the end.

import { element, quoted } from "./dom.js";
import { say, sayOr } from "./interface.js";
import { dateInWords, inTimeOrder } from "./date-words.js";

const CONTEXT = 48; // UTF-16 units shown before and after a date

export function drawDates(root, analysis, article) {
  const ordered = inTimeOrder(analysis.dates);
  const placed = ordered.filter(({ from }) => from !== null && from !== undefined);
  const unplaced = ordered.filter(({ from }) => from === null || from === undefined);
  const list = (dates, name) => (dates.length > 0 ? element("ol", { class: `rows ${name}` }, dates.map((date) => dateRow(date, article))) : null);
  const parts = [
    list(placed, "timeline"),
    unplaced.length > 0 ? element("h3", {}, say("dates.unplaced"), " ", element("span", { class: "count" }, String(unplaced.length))) : null,
    list(unplaced, "unplaced"),
  ].filter(Boolean);
  root.replaceChildren(...(parts.length > 0 ? parts : [element("p", { class: "none" }, say("dates.none"))]));
}

function dateRow({ date, index }, article) {
  const { before, after } = around(article.text, date);
  return element(
    "li",
    { class: "row", "data-date-row": date.value, "data-key": `date:${index}`, "data-type": "DATE" },
    element(
      "div",
      { class: "row-head" },
      element("button", { type: "button", class: "row-name" }, dateInWords(date.value)),
      date.mod ? element("span", { class: "badge" }, sayOr(`mod.${date.mod}`, date.mod)) : null,
      element("code", { class: "value", dir: "ltr" }, date.value),
    ),
    element("p", { class: "row-quote", dir: article.directionAt(date.start) }, before, element("b", {}, date.text), after),
    date.conflict ? element("p", { class: "row-more" }, say("dates.conflict", { value: dateInWords(date.conflict) })) : null,
    date.alternative ? element("p", { class: "row-more" }, say("dates.alternative", { value: dateInWords(date.alternative) })) : null,
    date.hijri ? element("p", { class: "row-more" }, say("dates.hijri", { value: date.hijri })) : null,
    date.rule ? element("p", { class: "row-more" }, say("rule", { rule: date.rule })) : null,
  );
}

/** The words around a date on its own line, cut between words. */
function around(text, { start, end }) {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  let from = Math.max(lineStart, start - CONTEXT);
  if (from > lineStart) from = Math.min(start, text.indexOf(" ", from) + 1 || start);
  let to = Math.min(lineEnd, end + CONTEXT);
  if (to < lineEnd) to = Math.max(end, text.lastIndexOf(" ", to));
  return {
    before: (from > lineStart ? "… " : "") + text.slice(from, start),
    after: text.slice(end, to) + (to < lineEnd ? " …" : ""),
  };
}
