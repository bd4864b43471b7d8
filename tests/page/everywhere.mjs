// The same text and options give the same bytes everywhere: the command line built for debugging and for release, the module in
// Node.js and in Chromium. There is no hash to keep up to date: the builds are held against each other. scripts/test runs it after
// the steps that build them.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { articles, random } from "../../benches/corpus.mjs";
import { KINDS, adversarial } from "../adversarial.mjs";
import { SITE, launch, serve } from "./harness.mjs";

const ROOT = join(import.meta.dirname, "../..");
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
const BINARIES = { debug: join(TARGET, "debug/khabar"), release: join(TARGET, "release/khabar") };
const COUNT = 200;

// Rubble that pages leave between words.
const RUBBLE = [
  "<b>", "</p>", "&nbsp;", "&#1575;", "<img src=x onerror=1>", "\u200F", "\u202B", "\u2067", "\u2069", "\uFEFF", "\u00AD", "\u0301", "\u064B\u0651", "\u0640\u0640",
  "٢٠٢٢/٣/١٢", "08.01.2022", "12/3/2024 7:05 ص", "3.5 مليون دولار", "27٫4٪", "«", "»", "\"", "(", "]", "…", "👩\u200D👧", "🇪🇬", "𝒜𝓫", "ﷲ", "ﻼ", "\0", "\r\n", "\u2028",
  "https://example.org/ج?a=1#د", "a@b.c", "President Grace Wambua said on Tuesday", "АБВ", "日本", "שלום", "Ünïçödé", "کنفرانس", "گفت", "المصدرm.example.com",
];

// Written by hand: what went wrong, or nearly, at one time or another.
const OWN = [
  "", " ", "\n", "و", "«", "7", "\u0301", "👩\u200D👧",
  "قال الرئيس المصري محمد كامل الشاذلي أمس إن القمة انتهت. وأضاف: «سنعود يوم 15 مارس».",
  "(مسقط / سبأ - 12 آذار 2024ء) بحث الوزيران في بغداد «ملفات» عدة، 3.5 مليون دولار و٢٧٫٤٪.",
  "الأربعاء 5 جمادى الآخرة 1443هـ الموافق 8 يناير 2022م",
  "\"We need one plan,\" she told reporters in Nairobi on 9 November 2016, the United Nations said.",
  "قَالَ الوَزِيرُ إِنَّ الأَمْرَ انْتَهَى\u202C يوم الـ\u0640ـسبت",
];

/** The corpus: [{text, published?, language?}], always the same. */
function corpus() {
  const below = random(200);
  const of = (list) => list[below(list.length)];
  const texts = [...OWN, ...Object.keys(KINDS).map((kind) => adversarial(kind, 240 + below(400)))];
  const sources = [...articles("ar"), ...articles("en")];
  while (texts.length < COUNT) {
    // Sentences of our articles in another order, cut anywhere, with rubble between the words.
    const words = [of(sources), of(sources)].flatMap((article) => {
      const all = article.split(" ");
      const start = below(all.length);
      return all.slice(start, start + 20 + below(120));
    });
    const dirty = words.map((word) => (below(8) === 0 ? of(RUBBLE) : "") + word.slice(below(12) === 0 ? below(3) : 0) + (below(14) === 0 ? of(RUBBLE) : ""));
    // Cut between characters: half a pair is no text, and the command line could not be given it.
    texts.push([...dirty.join(below(5) === 0 ? "\n" : " ")].slice(below(30)).join("").toWellFormed());
  }
  return texts.slice(0, COUNT).map((text, index) => ({
    id: index,
    text,
    ...(index % 3 === 1 ? { published: ["2024-02-29", "2022-01-08T23:59", "1999-12-31"][below(3)] } : {}),
    ...(index % 5 === 3 ? { language: index % 2 ? "ar" : "en" } : {}),
  }));
}

const CORPUS = corpus();
const options = ({ published, language }, explain) => ({ ...(published ? { published } : {}), ...(language ? { language } : {}), explain });
const digest = (text) => createHash("sha256").update(text).digest("hex");

/** The Analyses that the command line prints, without the number that it puts in front. */
function lines(binary, unit, explain) {
  const input = CORPUS.map((row) => JSON.stringify(row)).join("\n");
  const run = spawnSync(binary, ["analyse", "--ndjson", "--offsets", unit, ...(explain ? ["--explain"] : []), "-"], { input, maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, `${binary}: ${run.stderr}`);
  return run.stdout.toString().trimEnd().split("\n").map((line) => line.replace(/^\{"id":\d+,/, "{"));
}

/** One text in a format, as the command line writes it. */
function exported(binary, { text, published, language }, format) {
  const given = [...(published ? ["--published", published] : []), ...(language ? ["--language", language] : [])];
  const run = spawnSync(binary, ["analyse", "--format", format, "--offsets", "utf16", ...given, "-"], { input: text, maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, `${binary}, ${format}: ${run.stderr}`);
  return run.stdout.toString();
}

/** What the module says of the whole corpus: runs in Node.js and, as text, in the browser. */
function ofModule(module, rows) {
  const formats = module.export_formats().map(({ id }) => id);
  return rows.map(({ text, plain, explained }, index) => ({
    plain: module.analyse_json(text, plain),
    explained: module.analyse_json(text, explained),
    dates: module.dates_json(text, plain),
    format: formats[index % formats.length],
    exported: module.export_text(text, plain, formats[index % formats.length]),
  }));
}
const ROWS = CORPUS.map((row) => ({ text: row.text, plain: options(row, false), explained: options(row, true) }));

/** Fails with the number of the text and the place where two builds part. */
function same(name, one, other) {
  assert.equal(one.length, COUNT, name);
  assert.equal(other.length, COUNT, name);
  const differing = one.map((text, index) => (digest(text) === digest(other[index]) ? -1 : index)).filter((index) => index >= 0);
  if (differing.length === 0) return;
  const [first] = differing;
  const at = [...one[first]].findIndex((character, place) => character !== [...other[first]][place]);
  const around = (text) => [...text].slice(Math.max(0, at - 60), at + 60).join("");
  assert.fail(`${name}: ${differing.length} texts differ, the first is ${first} (${JSON.stringify(CORPUS[first].text.slice(0, 80))}):\n${around(one[first])}\n${around(other[first])}`);
}

const missing = Object.values(BINARIES).filter((path) => !existsSync(path));
const skip = missing.length > 0 && !process.env.KHABAR_SITE ? `not built: ${missing.join(", ")}` : false;

let server, browser, inNode, inChromium, release;
before(async () => {
  if (skip) return;
  assert.deepEqual(missing, [], "the command line is built by the steps before");
  const glue = readFileSync(join(SITE, "pkg/khabar.js"), "utf8");
  const module = new Function(`${glue}; return wasm_bindgen;`)();
  module.initSync({ module: readFileSync(join(SITE, "pkg/khabar_bg.wasm")) });
  inNode = ofModule(module, ROWS);
  server = await serve({ module: "site" });
  browser = await launch();
  const page = await browser.newPage();
  // A file of the site, shown as text: a page that nothing is forbidden to.
  await page.goto(`${server.url}pkg/files.js`);
  await page.addScriptTag({ content: `${glue}; window.wasm_bindgen = wasm_bindgen;` });
  inChromium = await page.evaluate(
    async ([rows, source]) => {
      await wasm_bindgen({ module_or_path: "../pkg/khabar_bg.wasm" });
      return new Function(`return ${source}`)()(wasm_bindgen, rows);
    },
    [ROWS, ofModule.toString()],
  );
  release = lines(BINARIES.release, "utf16", false);
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("the corpus says something", { skip }, () => {
  const analyses = release.map((line) => JSON.parse(line));
  for (const list of ["mentions", "dates", "facts", "zones"]) assert.ok(analyses.filter((analysis) => analysis[list].length > 0).length > COUNT / 4, list);
  assert.equal(new Set(release.map(digest)).size > COUNT * 0.8, true);
});

test("debug and release give the same bytes, in every unit", { skip }, () => {
  for (const unit of ["utf16", "char", "byte"]) {
    same(unit, lines(BINARIES.debug, unit, unit === "byte"), unit === "utf16" ? release : lines(BINARIES.release, unit, unit === "byte"));
  }
});

test("Node.js gives the bytes of the command line", { skip }, () => {
  same("plain", inNode.map(({ plain }) => plain), release);
  same("explained", inNode.map(({ explained }) => explained), lines(BINARIES.release, "utf16", true));
});

test("Chromium gives the bytes of Node.js", { skip }, () => {
  for (const part of ["plain", "explained", "dates", "exported"]) same(part, inChromium.map((row) => row[part]), inNode.map((row) => row[part]));
  console.log(`# ${COUNT} texts, SHA-256 of all: ${digest(inChromium.map(({ plain }) => plain).join("\n"))}`);
});

test("every format is the same too", { skip }, () => {
  for (let index = 0; index < COUNT; index += 7) {
    const { format, exported: file } = inNode[index];
    for (const [name, binary] of Object.entries(BINARIES)) {
      assert.equal(exported(binary, CORPUS[index], format).trimEnd(), file.trimEnd(), `${name}, ${format}, text ${index}`);
    }
  }
});
