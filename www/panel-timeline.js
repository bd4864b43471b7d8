// The dates: drawn on a line of time, then as rows in the same order; those without a place on the calendar apart, at the end.

import { element } from "./dom.js";
import { formatter, say, sayOr } from "./interface.js";
import { dateInWords, dayInWords, inTimeOrder } from "./date-words.js";
import { growing } from "./growing.js";
import { around } from "./surroundings.js";
import { layOut } from "./timeline-layout.js";

/** @returns how many rows are shown */
export function drawTimeline(root, analysis, article, kept) {
  const ordered = inTimeOrder(analysis.dates).filter(({ date }) => !kept || kept.dates.has(date));
  const isPlaced = ({ from }) => from !== null && from !== undefined;
  const placed = ordered.filter(isPlaced);
  const unplaced = ordered.filter((one) => !isPlaced(one));
  const told = factsByDate(analysis);
  const list = (dates, name) =>
    dates.length > 0 ? growing("ol", { class: `rows ${name}` }, dates.map((one) => ({ key: `date:${one.index}`, draw: () => dateRow(one, article, told) }))) : [];
  const parts = [
    placed.length > 0 ? drawnLine(placed, analysis.published?.value ?? null) : null,
    ...list(placed, "timeline"),
    unplaced.length > 0 ? element("h3", {}, say("dates.unplaced"), " ", element("span", { class: "count" }, String(unplaced.length))) : null,
    ...list(unplaced, "unplaced"),
  ].filter(Boolean);
  root.replaceChildren(...(parts.length > 0 ? parts : [element("p", { class: "none" }, say(kept ? "filter.nothing" : "dates.none"))]));
  return ordered.length;
}

/** The line of time: a button a point or span, in the order of time. */
function drawnLine(placed, published) {
  const dates = placed.map(({ date }) => date);
  const { items, ticks, lanes, anchor, plain, rest } = layOut(dates, published);
  const line = element("div", { class: "line", role: "group", "aria-label": say("timeline.label") });
  line.style.setProperty("--lanes", lanes);
  for (const { at, ...tick } of ticks) {
    const label = element("span", { class: "tick" }, tickLabel(tick));
    label.style.setProperty("--at", at);
    line.append(label);
  }
  if (anchor !== null) {
    const now = element("span", { class: "anchor" });
    now.style.setProperty("--at", anchor);
    line.append(now);
  }
  items.forEach((item, order) => {
    const first = placed[item.indexes[0]];
    const words = dateInWords(first.date.value);
    const label = item.indexes.length > 1 ? `${words} (${item.indexes.length})` : words;
    const button = element("button", {
      type: "button",
      class: "moment",
      "data-key": `date:${first.index}`,
      "data-also": item.indexes.map((index) => `date:${placed[index].index}`).join(" "),
      "data-span": item.span,
      "data-open": item.open,
      "data-many": item.indexes.length > 1,
      "aria-label": label,
      title: label,
      tabindex: order === 0 ? 0 : -1,
    });
    button.style.setProperty("--from", item.from);
    button.style.setProperty("--to", item.to);
    button.style.setProperty("--lane", item.lane);
    line.append(button);
  });
  return element(
    "figure",
    { class: "drawn" },
    line,
    element("figcaption", {}, say(plain ? "timeline.plain" : "timeline.bent"), rest > 0 ? ` ${say("timeline.rest", { count: rest })}` : ""),
  );
}

function tickLabel({ count, unit, day }) {
  if (day !== undefined) return dayInWords(day, unit);
  if (count === 0) return say("timeline.published");
  return formatter(Intl.RelativeTimeFormat, { numeric: "always", style: "short" }).format(count, unit);
}

/** The facts that a date dates, by its value. */
function factsByDate(analysis) {
  const told = new Map();
  for (const fact of analysis.facts) {
    if (fact.date) told.set(fact.date, [...(told.get(fact.date) ?? []), fact]);
  }
  return told;
}

function dateRow({ date, index }, article, told) {
  const { before, after } = around(article.text, date);
  const facts = (told.get(date.value) ?? []).filter(({ start, end }) => start <= date.start && date.end <= end);
  return element(
    "li",
    { class: "row", "data-date-row": date.value, "data-key": `date:${index}`, "data-type": "DATE", "data-span": date.earliest !== date.latest && date.earliest?.slice(0, 10) !== date.latest?.slice(0, 10) },
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
    facts.length > 0
      ? element("p", { class: "row-more" }, say("dates.facts"), " ", facts.map((fact) => element("button", { type: "button", class: "link also", "data-go": `fact:${fact.id}` }, fact.trigger?.text ?? fact.kind)).flatMap((node, at) => (at > 0 ? [" · ", node] : [node])))
      : null,
    date.rule ? element("p", { class: "row-more" }, say("rule", { rule: date.rule })) : null,
  );
}
