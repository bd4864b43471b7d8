// Taking the findings away.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ARTICLE, analyse, isBuilt } from "./harness.mjs";
import { utf8, visit } from "./visit.mjs";

const it = visit();
const module = new Function(`${readFileSync(new URL("fixture/khabar.js", import.meta.url), "utf8")}; return wasm_bindgen;`)();
const format = (id) => it.page.locator(`#take [data-format="${id}"]`);
const said = () => it.page.locator('#take [role="status"]');

async function saved(id) {
  const [download] = await Promise.all([it.page.waitForEvent("download"), format(id).locator('[data-do="download"]').click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describe("taking away", () => {
  test("every format of the module is offered, to copy and to save, and JSON is what the module wrote", async () => {
    await it.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await analyse(it.page, ARTICLE);
    await it.page.locator("#take-away").click();
    assert.deepEqual(await it.page.locator("#take [data-format]").evaluateAll((rows) => rows.map((row) => row.dataset.format)), ["json", "csv-entities", "broken"]);
    await format("json").locator('[data-do="copy"]').click();
    await said().filter({ hasText: "نُسخ" }).waitFor();
    const written = module.analyse_json(ARTICLE, { explain: false });
    assert.equal(await it.page.evaluate(() => navigator.clipboard.readText()), written);
    assert.deepEqual(await saved("json"), { name: "khabar.json", text: written });
    const table = module.export_analysis(ARTICLE, written, "csv-entities");
    assert.deepEqual(await saved("csv-entities"), { name: "khabar.entities.csv", text: table });
    await format("csv-entities").locator('[data-do="copy"]').click();
    // Not of the file that was saved before: its name stands there already.
    await said().filter({ hasText: /نُسخ.*CSV/u }).waitFor();
    assert.equal(await it.page.evaluate(() => navigator.clipboard.readText()), table);
  });

  test("what was corrected is taken away corrected", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-entity="e5"]').click();
    await it.page.locator('#card [data-do="correct"]').click();
    await it.page.locator('#correct [data-do="remove"]').click();
    await it.page.locator("#status", { hasText: "طُبّق التصحيح" }).waitFor();
    await it.page.locator("#take-away").click();
    const { text } = await saved("csv-entities");
    assert.ok(text.includes("نبيل الراوي,PER,2") && !text.includes("BBC"), text);
    const analysis = JSON.parse((await saved("json")).text);
    assert.deepEqual(analysis.entities.map(({ name }) => name).includes("BBC"), false);
    assert.equal(analysis.schema, "khabar/1");
  });

  test("a format that cannot be written is told; the file's own name is kept", async () => {
    await it.drop(["خبر اليوم.txt", utf8(ARTICLE)]);
    await it.kindOfStatus("done");
    await it.page.locator("#take-away").click();
    await format("broken").locator('[data-do="download"]').click();
    await said().filter({ hasText: "cannot write this" }).waitFor();
    assert.equal((await saved("json")).name, "خبر اليوم.json");
  });

  test("print asks the browser", async () => {
    await it.page.evaluate(() => (window.print = () => (window.printed = true)));
    await analyse(it.page, ARTICLE);
    await it.page.locator("#take-away").click();
    await it.page.locator('#take [data-do="print"]').click();
    assert.equal(await it.page.evaluate(() => window.printed), true);
    assert.equal(await it.page.locator("#take").isVisible(), false);
  });
});

describe("a module that knows no format but JSON", () => {
  test("JSON is there all the same", async () => {
    const changed = (pattern, from, to) =>
      it.page.route(pattern, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(from, to) });
      });
    await changed(isBuilt ? "**/pkg/worker.js" : "**/pkg/khabar.js", "glue.export_analysis", "glue.unknown");
    // A hosted page names the hash of the glue that it was built with, and would refuse this one.
    await changed(it.server.url, 'name="khabar-integrity"', 'name="other"');
    await it.page.reload();
    await it.page.locator("body[data-ready]").waitFor();
    await analyse(it.page, ARTICLE);
    await it.page.locator("#take-away").click();
    assert.equal(await it.page.locator("#take [data-format]").count(), 1);
    assert.equal((await saved("json")).text, module.analyse_json(ARTICLE, { explain: false }));
  });
});
