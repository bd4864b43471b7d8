// The page with the module itself: examples, and the seed articles where they are at hand.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SEEDS, SITE, analyse, done, hasModule, launch, open, serve } from "./harness.mjs";

const skip = hasModule ? false : `no module in ${SITE}/pkg: build it first (scripts/build-wasm)`;
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".txt")).sort() : [];

let server, browser, module;
before(async () => {
  if (skip) return;
  server = await serve({ module: "site" });
  browser = await launch();
  const glue = readFileSync(join(SITE, "pkg/khabar.js"), "utf8");
  module = new Function(`${glue}; return wasm_bindgen;`)();
  module.initSync({ module: readFileSync(join(SITE, "pkg/khabar_bg.wasm")) });
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** What has to hold for any article: the text is whole, and each finding is in the text once and in its panel once. */
async function agrees(page, text) {
  const analysis = JSON.parse(module.analyse_json(text, {}));
  assert.equal(await page.locator("#result").evaluate((node) => node.textContent), text);
  const drawn = await page.evaluate(() => {
    const count = (selector) => document.querySelectorAll(selector).length;
    return {
      mentions: count('#result mark:not([data-type="DATE"], [data-continued])'),
      dates: count('#result mark[data-type="DATE"]:not([data-continued])'),
      entityRows: count("[data-entity-row]"),
      dateRows: count("[data-date-row]"),
      factRows: count("[data-fact-row]"),
    };
  });
  assert.deepEqual(drawn, {
    mentions: analysis.mentions.length,
    dates: analysis.dates.length,
    entityRows: analysis.entities.length,
    dateRows: analysis.dates.length,
    factRows: analysis.facts.length,
  });
  return analysis;
}

test("each example shows names, dates and facts, and copies the module's own JSON", { skip }, async () => {
  const { page, context, problems } = await open(browser, server.url);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const file of ["diplomacy.txt", "economy.txt", "english.txt"]) {
    const text = readFileSync(join(SITE, "examples", file), "utf8");
    await page.locator(`[data-example="${file}"]`).click();
    await done(page);
    const analysis = await agrees(page, text);
    await page.locator("#copy-json").click();
    await page.locator("#status", { hasText: "نُسخ" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), module.analyse_json(text, {}));
    for (const list of ["mentions", "entities", "dates", "facts"]) assert.ok(analysis[list].length > 0, `${file}: no ${list}`);
    assert.ok(analysis.published, `${file}: no publication date`);
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test("a date entered by hand reaches the module", { skip }, async () => {
  const { page, context } = await open(browser, server.url);
  await analyse(page, "قال الوزير اليوم إن المحادثات انتهت.");
  assert.equal(await page.locator("#published").inputValue(), "");
  await page.locator("#published").fill("2023-06-15");
  await page.locator('mark[data-value="2023-06-15"]').waitFor();
  await context.close();
});

test("an old encoding is read by the module", { skip }, async () => {
  const { page, context } = await open(browser, server.url);
  const buffer = Buffer.from([0xe6, 0xd5, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc5, 0xe1, 0xec, 0x20, 0xc8, 0xdb, 0xcf, 0xc7, 0xcf]);
  await page.locator("#file").setInputFiles({ name: "old.txt", mimeType: "text/plain", buffer });
  await done(page);
  assert.equal(await page.locator("#result").evaluate((node) => node.textContent), "وصل الوزير إلى بغداد");
  await context.close();
});

test("the legend has the module's types", { skip }, async () => {
  const { page, context } = await open(browser, server.url);
  await page.locator('[data-example="economy.txt"]').click();
  await done(page);
  const kinds = module.mention_kinds();
  const labels = await page.locator("#legend .sample").evaluateAll((nodes) => nodes.map((node) => [node.dataset.type, node.textContent]));
  assert.ok(labels.length > 0);
  for (const [id, label] of labels) assert.equal(label, id === "DATE" ? "تاريخ" : kinds.find((kind) => kind.id === id)?.ar);
  await context.close();
});

test("a long text is drawn whole", { skip }, async () => {
  const { page, context } = await open(browser, server.url);
  const text = readFileSync(join(SITE, "examples/diplomacy.txt"), "utf8").repeat(100);
  await analyse(page, text);
  await agrees(page, text);
  await context.close();
});

if (seeds.length === 0) test("seed articles", { skip: `no seeds in ${SEEDS}` }, () => {});
for (const name of seeds) {
  test(`seed ${name}`, { skip }, async () => {
    const { page, context, problems } = await open(browser, server.url);
    await page.locator("#file").setInputFiles(join(SEEDS, name));
    await done(page);
    const analysis = await agrees(page, readFileSync(join(SEEDS, name), "utf8"));
    assert.ok(analysis.mentions.length > 0 && analysis.facts.length > 0);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
