// Where dates stand on the drawn line of time, and what filters leave; without a browser.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dayNumber, layOut } from "../../www/timeline-layout.js";
import { NO_FILTER, isSet, keep } from "../../www/filters.js";
import { STRINGS } from "../../www/strings.js";

const date = (earliest, latest = earliest) => ({ earliest, latest });

describe("the line of time", () => {
  test("days are counted across months, leap days and far centuries", () => {
    assert.equal(dayNumber("1970-01-01"), 0);
    assert.equal(dayNumber("2024-03-01") - dayNumber("2024-02-28"), 2);
    assert.equal(dayNumber("1900-03-01") - dayNumber("1900-02-28"), 1);
    assert.equal(dayNumber("0622-07-16") < 0, true);
    assert.equal(dayNumber("2022-01-08T07:00"), dayNumber("2022-01-08"));
    assert.equal(dayNumber(null), null);
  });

  test("earlier stands before later, spans cover their days, everything lies on the line", () => {
    const dates = [date("1991-01-01", "1991-12-31"), date("2024-03-11"), date("2024-03-12"), date("2024-03-18", "2024-03-24"), date("2024-12-31")];
    for (const published of ["2024-03-12", null]) {
      const { items } = layOut(dates, published);
      assert.deepEqual(items.map(({ span }) => span), [true, false, false, true, false]);
      for (const [index, { from, to }] of items.entries()) {
        assert.ok(from >= 0 && to <= 1 && from <= to);
        assert.ok(index === 0 || items[index - 1].from <= from);
      }
    }
  });

  test("around the day of publication a day is wider than a year far from it", () => {
    const { items, anchor, plain } = layOut([date("1990-01-01"), date("1991-01-01"), date("2024-03-11"), date("2024-03-12")], "2024-03-12");
    assert.equal(plain, false);
    assert.ok(items[3].from - items[2].from > items[1].from - items[0].from);
    assert.equal(items[3].from, anchor);
  });

  test("within some months the scale is plain, with days or months for ticks", () => {
    const { items, ticks, plain } = layOut([date("2022-01-02"), date("2022-01-05"), date("2022-01-08")], "2022-01-08");
    assert.equal(plain, true);
    assert.ok(Math.abs(items[1].from - (items[0].from + items[2].from) / 2) < 1e-9);
    assert.ok(ticks.length >= 3 && ticks.length <= 6, String(ticks.length));
  });

  test("equal dates are one item; spans that meet lie in different lanes; an open end is said", () => {
    const { items, lanes } = layOut([date("2024-01-01", "2024-12-31"), date("2024-03-12"), date("2024-03-12"), date(null, "2024-03-01")], "2024-03-12");
    assert.deepEqual(items.map(({ indexes }) => indexes.length).sort(), [1, 1, 2]);
    assert.ok(lanes >= 2);
    assert.equal(items.find(({ open }) => open)?.open, "before");
  });

  test("one date, none, and thousands", () => {
    assert.equal(layOut([date("2024-03-12")], "2024-03-12").items[0].from, 0.5);
    assert.deepEqual(layOut([date(null)], null).items, []);
    const many = layOut(Array.from({ length: 5000 }, (_, index) => date(`${1000 + (index % 1000)}-01-01`)), "2024-03-12");
    assert.equal(many.items.length, 150);
    assert.equal(many.rest, 850);
    assert.ok(many.lanes <= 9);
  });
});

describe("filters", () => {
  const text = "محمد قال\nسعاد قالت عام 2020\nوصل محمد عام 2021";
  const at = (words, nth = 1) => {
    let start = -1;
    for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
    return { start, end: start + words.length, text: words };
  };
  const analysis = {
    mentions: [{ ...at("محمد"), type: "PER", entity: "e1" }, { ...at("سعاد"), type: "PER", entity: "e2" }, { ...at("محمد", 2), type: "PER", entity: "e1" }],
    entities: [{ id: "e1", type: "PER", name: "محمد" }, { id: "e2", type: "PER", name: "سعاد" }],
    dates: [{ ...at("عام 2020"), value: "2020", earliest: "2020-01-01", latest: "2020-12-31" }, { ...at("عام 2021"), value: "2021", earliest: "2021-01-01", latest: "2021-12-31" }],
    facts: [
      { id: "f1", kind: "statement", start: at("محمد قال").start, end: at("محمد قال").end, args: [{ role: "speaker", entity: "e1" }], date: null },
      { id: "f2", kind: "event", start: at("وصل").start, end: text.length, args: [{ role: "agent", entity: "e1" }], date: "2021" },
      { id: "f3", kind: "statement", start: at("سعاد قالت").start, end: at("سعاد قالت").end, args: [{ role: "speaker", entity: "e2" }], date: "2020-05" },
    ],
  };
  const kept = (filter) => {
    const { entities, dates, facts } = keep(analysis, text, { ...NO_FILTER, ...filter });
    return [[...entities].map(({ name }) => name), [...dates].map(({ value }) => value), [...facts].map(({ id }) => id)];
  };

  test("none is none", () => {
    assert.equal(isSet(NO_FILTER), false);
    assert.equal(keep(analysis, text, NO_FILTER), null);
  });

  test("each alone, and together", () => {
    assert.deepEqual(kept({ entity: "e2" }), [["سعاد"], ["2020"], ["f3"]]);
    assert.deepEqual(kept({ entity: "e1" }), [["محمد"], ["2021"], ["f1", "f2"]]);
    assert.deepEqual(kept({ kind: "event" }), [["محمد"], ["2021"], ["f2"]]);
    assert.deepEqual(kept({ type: "DATE" }), [[], ["2020", "2021"], ["f1", "f2", "f3"]]);
    assert.deepEqual(kept({ from: "2020-12-31", to: "2020-12-31" })[1], ["2020"]);
    assert.deepEqual(kept({ to: "2020-06-01" })[2], ["f3"]);
    assert.deepEqual(kept({ entity: "e1", kind: "statement", from: "2022-01-01" }), [[], [], []]);
  });
});

describe("words", () => {
  test("every kind of fact of the analyser's table has a heading in both languages", () => {
    const table = readFileSync(new URL("../../src/fact/mod.rs", import.meta.url), "utf8");
    const [, rows] = /pub const FACTS[^=]*=(.*?)\n\];/s.exec(table);
    const kinds = [...rows.matchAll(/id: "(\w+)"/g)].map(([, id]) => id);
    assert.ok(kinds.length >= 14);
    assert.deepEqual(kinds.filter((kind) => !STRINGS[`fact.${kind}`]), []);
  });

  test("every string that the page asks for is there, and none that nobody asks for", () => {
    const files = ["index.html", ...readFileSync(new URL("../../www/index.html", import.meta.url), "utf8").matchAll(/modulepreload" href="([^"]+)"/g)].map((found) => (Array.isArray(found) ? found[1] : found));
    const code = [...files, "main.js"].filter((name) => name !== "strings.js").map((name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), "utf8")).join("\n");
    const asked = [...code.matchAll(/(?:say|tell|said|#say)\(\s*"([\w.-]+)"/g), ...code.matchAll(/data-string(?:-[\w-]+)?="([\w.-]+)"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(asked)].filter((key) => !(key in STRINGS)), []);
    // Keys that are put together from a prefix and a name of the Analysis.
    const open = /^(fact|realis|directness|subtype|value|unit|season|daypart|mod|published|operation|correct|lists|keys)\./;
    const idle = Object.keys(STRINGS).filter((key) => !open.test(key) && !code.includes(`"${key}"`));
    assert.deepEqual(idle, []);
  });
});
