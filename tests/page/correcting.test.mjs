// Correcting: in the article, by word lists, from one article to the next, and back.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ARTICLE, analyse } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();
const dialog = (what) => it.page.locator(`#correct [data-do="${what}"]`);
const corrected = () => it.page.locator("#status", { hasText: "طُبّق التصحيح" }).waitFor();
const stored = () => it.page.evaluate(() => JSON.parse(localStorage.getItem("khabar.corrections")));

/** Opens the correction of a mark. */
async function correct(selector) {
  await it.mark(selector).first().click();
  await it.page.locator('#card [data-do="correct"]').click();
}

/** Another article, in the same page. */
async function next(text) {
  await it.page.locator(".document-new").click();
  await analyse(it.page, text);
}

describe("a mention", () => {
  test("is removed in one place, and undone", async () => {
    await analyse(it.page, ARTICLE);
    await correct('[data-entity="e2"]');
    await dialog("remove").click();
    await corrected();
    assert.equal(await it.mark('[data-entity="e2"]').count(), 2);
    assert.equal(await it.shownText(), ARTICLE);
    assert.ok((await it.status()).includes("حُفظ في هذا المتصفح"), "storing is told the first time");
    await it.page.locator("#status button").click();
    await it.page.locator("#status", { hasText: "تُراجع" }).waitFor();
    assert.equal(await it.mark('[data-entity="e2"]').count(), 3);
    assert.equal(await stored(), null);
    await it.page.keyboard.press("Control+y");
    await it.page.locator("#status", { hasText: "أُعيد" }).waitFor();
    assert.equal(await it.mark('[data-entity="e2"]').count(), 2);
    await it.page.keyboard.press("Control+z");
    await it.page.locator("#status", { hasText: "تُراجع" }).waitFor();
    assert.equal(await it.mark('[data-entity="e2"]').count(), 3);
  });

  test("gets another type wherever it stands, in the next article too", async () => {
    await analyse(it.page, ARTICLE);
    await correct('[data-entity="e5"]');
    await it.page.locator('#correct [name="type"]').selectOption("EVENT");
    await it.page.locator('#correct [value="words"]').check();
    await dialog("save").click();
    await corrected();
    assert.equal(await it.mark('[data-type="EVENT"]', { hasText: "BBC" }).first().count(), 1);
    assert.ok((await it.page.locator('[data-entity-row="e5"]').textContent()).includes("صحّحته"));
    await next(`${ARTICLE}\nوقالت BBC أيضا`);
    assert.equal(await it.mark('[data-entity="e5"]').first().getAttribute("data-type"), "EVENT");
    assert.ok((await it.status()).includes("طُبّقت تصحيحاتك"));
  });

  test("gets another extent, by words and by letters", async () => {
    await analyse(it.page, ARTICLE);
    await correct('[data-entity="e6"]');
    const shown = () => it.page.locator("#correct .extent b").textContent();
    await dialog("start.word.1").click();
    assert.equal(await shown(), "في القاهرة");
    await dialog("start.word.1").click();
    assert.equal(await shown(), "القاهرة");
    await dialog("end.letter.1").click();
    assert.equal(await shown(), "القاهرة.");
    await dialog("end.letter.-1").click();
    await dialog("save").click();
    await corrected();
    assert.equal(await it.mark('[data-entity="e6"]').textContent(), "القاهرة");
    assert.ok((await it.page.locator('[data-entity-row="e6"]').textContent()).includes("القاهرة"));
  });

  test("is made of selected words, wherever they stand", async () => {
    await analyse(it.page, ARTICLE);
    await it.select("الأطراف");
    await it.page.locator("#mark-words").click();
    await it.page.locator('#correct [name="type"]').selectOption("ORG");
    await it.page.locator('#correct [value="words"]').check();
    await dialog("save").click();
    await corrected();
    assert.equal(await it.page.locator('#result mark[data-edited][data-type="ORG"]').textContent(), "الأطراف");
    await next("اجتمعت الأطراف كلها ولم تتفق الأطراف على شيء.");
    assert.equal(await it.mark('[data-type="ORG"]').count(), 2);
  });

  test("selected words over a fold of lines, or none, are not offered", async () => {
    await analyse(it.page, ARTICLE);
    await it.select("اتفاق\n\n(بغداد");
    await it.page.waitForTimeout(250);
    assert.equal(await it.page.locator("#mark-words").isVisible(), false);
    await it.select("12 طائرة هبطت هناك،");
    await it.page.locator("#mark-words").click();
    assert.equal(await it.page.locator("#correct .extent b").textContent(), "12 طائرة هبطت هناك");
  });
});

describe("an entity", () => {
  test("is merged into another: mentions, facts and counts follow", async () => {
    await analyse(it.page, ARTICLE);
    await correct('[data-entity="e3"]');
    await it.page.locator("#correct summary").first().click();
    await it.page.locator('#correct [name="into"]').selectOption("e5");
    await dialog("merge").click();
    await corrected();
    assert.equal(await it.page.locator('[data-entity-row="e3"]').count(), 0);
    assert.equal(await it.mark('[data-entity="e5"]').count(), 2);
    await it.tab("facts");
    assert.ok((await it.page.locator('[data-fact-row="f3"]').textContent()).includes("BBC"));
  });

  test("is split by the places chosen; all or none is no split", async () => {
    await analyse(it.page, ARTICLE);
    await correct('[data-entity="e2"]');
    await it.page.locator("#correct summary").last().click();
    await dialog("split").click();
    assert.equal(await it.page.locator("#correct").isVisible(), true, "nothing chosen");
    await it.page.locator("#correct [data-member]").nth(2).check();
    await dialog("split").click();
    await corrected();
    assert.equal(await it.mark('[data-entity="e2"]').count(), 2);
    assert.equal(await it.page.locator("[data-entity-row]", { hasText: "بغداد" }).count(), 2);
  });
});

describe("the publication date", () => {
  test("is remembered for its article, undone, and not used for another", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#published").fill("2024-05-01");
    await it.mark('[data-value="2024-05-01"]').waitFor();
    await it.page.reload();
    await it.mark('[data-value="2024-05-01"]').waitFor();
    await it.page.locator("#open-desk").click();
    assert.ok((await it.page.locator("#desk .operations").textContent()).includes("2024-05-01"));
    await it.page.locator('#desk [data-do="take-back"]').click();
    await it.mark('[data-value="2024-05-01"]').waitFor({ state: "detached" });
    assert.equal(await it.page.locator("#published").inputValue(), "2024-03-12");
  });
});

describe("word lists", () => {
  test("name what the analyser does not know, with type and note, here and in the next article", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#open-desk").click();
    await it.page.locator('#desk [data-do="new-list"]').click();
    await it.page.locator("#desk [data-list] textarea").fill("المحادثات | حدث | جولة ثالثة\nاتفاق | فاكهة");
    await it.page.locator(".list-note", { hasText: "السطر 2" }).waitFor();
    await it.page.locator("#desk .dialog-head button").click();
    assert.equal(await it.mark('[data-type="EVENT"]').first().textContent(), "المحادثات");
    await it.mark('[data-type="EVENT"]').first().click();
    assert.ok((await it.page.locator("#card").textContent()).includes("جولة ثالثة"));
    await next("بدأت المحادثات أمس وبالمحادثات تنتهي.");
    assert.equal(await it.mark('[data-type="EVENT"]').count(), 2);
    await it.page.locator("#open-desk").click();
    await it.page.locator('#desk [name="on"]').uncheck();
    await it.mark('[data-type="EVENT"]').first().waitFor({ state: "detached" });
  });
});

describe("what is kept", () => {
  async function two() {
    await analyse(it.page, ARTICLE);
    for (const entity of ["e5", "e3"]) {
      await correct(`[data-entity="${entity}"]`);
      await it.page.locator('#correct [value="words"]').check();
      await dialog("remove").click();
      await it.mark(`[data-entity="${entity}"]`).first().waitFor({ state: "detached" });
    }
  }

  test("outlives a reload, is listed, taken back one by one, and forgotten by one button", async () => {
    await two();
    assert.deepEqual((await stored()).operations.map(({ op }) => op), ["remove", "remove"]);
    await it.page.reload();
    await it.page.locator('#status[data-kind="done"]').waitFor();
    assert.equal(await it.mark('[data-entity="e5"]').count(), 0);
    await it.page.locator("#open-desk").click();
    assert.equal(await it.page.locator("#desk .operations li").count(), 2);
    await it.page.locator('#desk [data-do="take-back"]').first().click();
    await it.mark('[data-entity="e3"]').first().waitFor();
    await it.page.locator('#desk [data-do="forget"]').click();
    await it.mark('[data-entity="e5"]').first().waitFor();
    assert.equal(await it.page.evaluate(() => localStorage.getItem("khabar.corrections")), null);
    assert.equal(await it.page.locator('#desk [data-do="undo"]').isDisabled(), true);
  });

  test("is taken out as a file and brought in elsewhere; another file is refused", async () => {
    await two();
    await it.page.locator("#open-desk").click();
    const [download] = await Promise.all([it.page.waitForEvent("download"), it.page.locator('#desk [data-do="export"]').click()]);
    const file = readFileSync(await download.path());
    assert.equal(JSON.parse(file).schema, "khabar-corrections/1");
    await it.page.locator('#desk [data-do="forget"]').click();
    await it.mark('[data-entity="e5"]').first().waitFor();
    await it.page.locator("#desk-file").setInputFiles({ name: "corrections.json", mimeType: "application/json", buffer: file });
    await it.mark('[data-entity="e5"]').first().waitFor({ state: "detached" });
    await it.page.locator("#desk-file").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') });
    await it.page.locator("#status", { hasText: "ليس ملف تصحيحات" }).waitFor();
  });

  test("is not stored when the reader does not want it", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#open-desk").click();
    await it.page.locator('#desk [name="keep"]').uncheck();
    await it.page.keyboard.press("Escape");
    await correct('[data-entity="e5"]');
    await dialog("remove").click();
    await corrected();
    assert.equal(await stored(), null);
    assert.deepEqual(await it.page.evaluate(() => Object.keys(localStorage)), []);
  });

  test("what another page wrote there does no harm", async () => {
    await it.page.evaluate(() => localStorage.setItem("khabar.corrections", '{"schema":"khabar-corrections/1","operations":[{"op":"remove"},{"op":"explode"},null,{"op":"split","entity":{"type":"PER","name":"x"},"members":[{}]}],"lists":[{"id":3}]}'));
    await it.page.reload();
    await it.page.locator("body[data-ready]").waitFor();
    await analyse(it.page, ARTICLE);
    assert.deepEqual(it.problems, []);
  });
});
