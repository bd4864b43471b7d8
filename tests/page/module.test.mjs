// The page with the module itself: examples, and the seed articles where they are at hand.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES, SEEDS, SITE, analyse, done, hasModule, launch, open, serve } from "./harness.mjs";

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
    const text = readFileSync(join(EXAMPLES, file), "utf8");
    if (!(await page.locator("#examples").isVisible())) await page.locator("#edit-text").click();
    await page.locator(`[data-example="${file}"]`).click();
    await page.waitForFunction((text) => document.querySelector("#result").textContent === text, text);
    await done(page);
    const analysis = await agrees(page, text);
    await page.locator("#take-away").click();
    await page.locator('#take [data-format="json"] [data-do="copy"]').click();
    await page.locator('#take [role="status"]', { hasText: "نُسخ" }).waitFor();
    await page.keyboard.press("Escape");
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

test("five megabytes: progress is told, the page stays awake, it can be stopped, and in the end all of it is there", { skip, timeout: 300_000 }, async () => {
  const { page, context, problems } = await open(browser, server.url);
  const article = readFileSync(join(EXAMPLES, "diplomacy.txt"), "utf8");
  const text = article.repeat(Math.ceil(5_000_000 / Buffer.byteLength(article)));
  const file = (text) => ({ name: "article.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.evaluate(() => {
    window.told = new Set();
    window.blocked = [];
    const line = document.querySelector("#status");
    new MutationObserver(() => window.told.add(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
    new PerformanceObserver((list) => window.blocked.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  // The one that is stopped is longer, so that no machine is done with it before the button is pressed.
  await page.locator("#file").setInputFiles(file(text.repeat(3)));
  await page.locator("#cancel").click();
  await page.locator("#status", { hasText: "أُوقف" }).waitFor();
  await page.locator("#file").setInputFiles(file(text));
  await page.locator('#status[data-kind="done"]').waitFor({ timeout: 240_000 });
  const { told, blocked } = await page.evaluate(() => ({ told: [...window.told], blocked: window.blocked }));
  assert.ok(told.some((words) => words.includes("يُرسم النص")), "drawing tells how far it is");
  // Some 240 ms on two shared cores; the bound is for machines with much other work, and still tells an awake page from a frozen one.
  assert.ok(Math.max(...blocked) < 6000, `the page was blocked for ${Math.round(Math.max(...blocked))} ms at most`);
  assert.equal(await page.evaluate(() => document.querySelector("#result").textContent.length), text.length);
  const marks = await page.locator("#result mark").count();
  assert.ok(marks > 0 && marks < 5000, `${marks} marks are drawn, those near the window`);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.waitForFunction((before) => document.querySelectorAll("#result mark").length > before, marks);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what is taken away in every format of the module has the corrections in it", { skip: skip || !readFileSync(join(SITE, "pkg/khabar.js"), "utf8").includes("export_analysis") }, async () => {
  const { page, context } = await open(browser, server.url);
  await page.locator('[data-example="diplomacy.txt"]').click();
  await done(page);
  await page.locator('#result mark[data-type="PER"]').first().click();
  await page.locator('#card [data-do="correct"]').click();
  await page.locator('#correct [value="entity"]').check();
  await page.locator('#correct [name="type"]').selectOption("ORG");
  await page.locator('#correct [data-do="save"]').click();
  await page.locator("#status", { hasText: "طُبّق التصحيح" }).waitFor();
  await page.locator("#take-away").click();
  const formats = module.export_formats();
  assert.ok(formats.length >= 8);
  const saved = {};
  for (const { id, extension } of formats) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#take [data-format="${id}"] [data-do="download"]`).click()]);
    assert.equal(download.suggestedFilename(), `khabar.${extension}`);
    saved[id] = readFileSync(await download.path(), "utf8");
    assert.ok(saved[id].length > 0, id);
  }
  const name = JSON.parse(saved.json).entities.find(({ edited }) => edited)?.name;
  assert.match(saved["csv-entities"].split("\n").find((row) => row.includes(name)), /ORG/);
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
