// Web pages, Markdown and files of any bytes at all, from a seeded generator, read in Chromium as the page reads them: what comes
// back is text, nothing of it runs or is loaded. KHABAR_FUZZ_ROUNDS=20000 looks further.

import { test } from "node:test";
import assert from "node:assert/strict";
import { SOURCES } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit({ site: SOURCES }); // its modules are asked one by one
const ROUNDS = Number(process.env.KHABAR_FUZZ_ROUNDS ?? 400);

/** Runs in the page: reads `rounds` made-up pages and files, and says what was wrong with any. */
async function fuzz(rounds) {
  const [{ readMarkup }, { readMarkdown }, { readFile }] = await Promise.all(["./rich-text.js", "./markdown.js", "./read-file.js"].map((path) => import(new URL(path, location.href))));
  let state = 7;
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const of = (list) => list[below(list.length)];
  const names = ["p", "div", "article", "main", "h1", "table", "tr", "td", "li", "ul", "br", "svg", "math", "template", "select", "option", "iframe", "form", "b", "span", "noscript", "style", "title", "head", "body", "html", "time", "frameset", "object", "plaintext", "textarea"];
  const pieces = [
    () => `<${of(names)}>`, () => `</${of(names)}>`, () => `<${of(names)} ${of(["hidden", "class=a", "datetime='2024-03-12T07:00'", "itemprop=articleBody", "content='2023-01-01'", "style='display:none'", "dir=rtl", "='", "<"])}>`,
    () => "<img src='https://example.invalid/a.png' onerror='window.ran = true'>", () => "<script>window.ran = true</script>", () => "<svg onload='window.ran = true'>",
    () => `<meta property="article:published_time" content="${of(["2024-02-30", "2024-03-12T07:00:00Z", "", "99999-99-99", "٢٠٢٤-٠١-٠١"])}">`, () => '<script type="application/ld+json">{"datePublished": "2024-03-1',
    () => of(["<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "&", "&#0;", "&#x10FFFF;", "&nbsp;", "&lt;", "\0", "\uD800", "\u202E", "\uFEFF", "<", ">", "\"", "'", "/", "="]),
    () => of(["قال الوزير", "إن المحادثات انتهت.", "وصل محمد", "7:05 ص", "word", " ", "\n", "\r\n", "\t"]),
    () => of(["# ", "## ", "**", "__", "*", "_", "[", "](", ")", "![", "`", "```\n", "---\n", "title: a\n", "date: 2023-02-03\n", "> ", "- ", "| ", "===\n", "<https:"]),
  ];
  const wrong = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = Array.from({ length: below(60) }, () => of(pieces)()).join("");
    const many = below(60) === 0 ? of(pieces)().repeat(2000) + text : text;
    try {
      for (const read of [readMarkup(many), readMarkup(many, { wholePage: true }), readMarkdown(many)]) {
        if (typeof read.text !== "string" || read.text.length > many.length * 2 + 10) throw new Error(`text: ${typeof read.text} ${read.text?.length}`);
        if (read.published !== null && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(read.published)) throw new Error(`published: ${read.published}`);
      }
    } catch (error) {
      wrong.push([round, many.slice(0, 300), String(error)]);
    }
    const bytes = new Uint8Array(Array.from({ length: below(80) }, () => (below(3) === 0 ? below(256) : 32 + below(90))));
    const file = new File([bytes], of(["a.txt", "a.html", "a.md", "a", "a.bin"]));
    await readFile(file, async (given) => ({ text: String.fromCharCode(...given), encoding: "windows-1256" })).then(
      (read) => typeof read.text === "string" || wrong.push([round, [...bytes], "no text"]),
      // A reason for the reader, with its words in the table.
      (error) => error.key?.startsWith("error.") || wrong.push([round, [...bytes], String(error)]),
    );
  }
  return wrong;
}

test("any page, Markdown and file is read or refused", async () => {
  assert.deepEqual(await it.page.evaluate(`(${fuzz})(${ROUNDS})`), []);
  assert.equal(await it.page.evaluate(() => window.ran), undefined);
  assert.ok(!it.requests.some((url) => url.includes("example.invalid")));
});

test("a hundred kilobytes of one sign are read", async () => {
  const lengths = await it.page.evaluate(async () => {
    const [{ readMarkup }, { readMarkdown }] = await Promise.all(["./rich-text.js", "./markdown.js"].map((path) => import(new URL(path, location.href))));
    const units = ["[", "![", "[a](", "[a][", "**a ", "__a", "_a ", "*a ", "`", "<!--", "<https:", "# ", "#", "=", "> ", "- ", "<p>", "<b>", "<", "&", " ", "\n", "م", "<article>", "</p>"];
    return units.map((unit) => {
      const text = unit.repeat(100_000 / unit.length);
      return [readMarkdown(text).text.length, readMarkdown(`# ${text}x`).text.length, readMarkup(text).text.length];
    });
  });
  assert.ok(lengths.flat().every((length) => length >= 0));
});
