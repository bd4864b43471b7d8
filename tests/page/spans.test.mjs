// The drawing's arithmetic, without a browser.

import { test } from "node:test";
import assert from "node:assert/strict";
import { groupsOf, linesOf, nest } from "../../www/article-spans.js";

const flat = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : flat(piece.children))).join("");
const shape = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : `${piece.first ? "" : "~"}${piece.span.name}[${shape(piece.children)}]`)).join("");
const spans = (...list) => list.map(([name, start, end]) => ({ name, start, end })).sort((a, b) => a.start - b.start || b.end - a.end);

test("spans nest", () => {
  assert.equal(shape(nest("abcdef", 0, 6, spans(["A", 1, 5], ["B", 2, 3], ["C", 4, 5]))), "aA[bB[c]dC[e]]f");
});

test("equal spans nest in the order given", () => {
  assert.equal(shape(nest("abc", 0, 3, spans(["A", 0, 2], ["B", 0, 2]))), "A[B[ab]]c");
});

test("spans that overlap are cut", () => {
  assert.equal(shape(nest("abcdef", 0, 6, spans(["A", 0, 4], ["B", 2, 6]))), "A[abB[cd]]~B[ef]");
  assert.equal(shape(nest("abcdef", 0, 6, spans(["A", 0, 4], ["B", 2, 6], ["C", 3, 5]))), "A[abB[cC[d]]]~B[~C[e]f]");
});

test("a span over the end of a line is cut there", () => {
  const over = spans(["A", 1, 5]);
  assert.equal(shape(nest("ab\ncde", 0, 3, over)), "aA[b\n]");
  assert.equal(shape(nest("ab\ncde", 3, 6, over)), "~A[cd]e");
});

test("no span changes the text", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const text = "وقال الراوي: 🕊️ BBC\u00a0قالت";
  for (let round = 0; round < 500; round += 1) {
    const list = Array.from({ length: random(9) }, (_, index) => {
      const start = random(text.length - 1);
      return [String(index), start, start + 1 + random(text.length - start)];
    });
    assert.equal(flat(nest(text, 0, text.length, spans(...list))), text);
  }
});

test("lines joined are the text, and asides are grouped with the blank lines between them", () => {
  const text = "\nTITLE\n\nbody\n\nshare\n\nmore\n";
  const zone = (kind, words) => ({ kind, start: text.indexOf(words), end: text.indexOf(words) + words.length, direction: "ltr" });
  const lines = linesOf(text, [zone("headline", "TITLE"), zone("body", "body"), zone("boilerplate", "share"), zone("related", "more")]);
  assert.equal(lines.map(({ start, end }) => text.slice(start, end)).join(""), text);
  const groups = groupsOf(lines);
  assert.deepEqual(
    groups.map(({ aside, lines: own }) => [aside, own.map(({ start, end }) => text.slice(start, end)).join("")]),
    [
      [false, "\nTITLE\n\nbody\n\n"],
      [true, "share\n\nmore\n"],
    ],
  );
});

test("a line of two zones takes the direction of the longer", () => {
  const text = "(Cairo) قالت وزارة الخارجية";
  const [line] = linesOf(text, [
    { kind: "dateline", start: 0, end: 7, direction: "ltr" },
    { kind: "body", start: 8, end: text.length, direction: "rtl" },
  ]);
  assert.equal(line.direction, "rtl");
});

test("a text without zones is one group", () => {
  const lines = linesOf("\n \n", []);
  assert.deepEqual(groupsOf(lines).map(({ aside, lines: own }) => [aside, own.length]), [[false, 2]]);
});
