// The findings beside the text, and the way from text to row and back.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("text and panels", () => {
  test("a click on a mark shows its row; a click on the row shows each place in turn", async () => {
    await it.page.setViewportSize({ width: 1280, height: 500 });
    await analyse(it.page, ARTICLE);
    await it.mark('[data-entity="e2"]').nth(1).click();
    const row = it.page.locator('[data-entity-row="e2"]');
    assert.equal(await row.getAttribute("aria-current"), "true");
    await it.page.waitForFunction((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, await row.elementHandle());
    assert.equal(await it.mark('[data-entity="e2"][data-selected]').count(), 3);

    await it.page.locator('[data-entity-row="e1"]').click();
    assert.equal(await it.page.locator(".row[aria-current]").count(), 1);
    assert.equal(await it.mark('[data-entity="e1"][data-flash]').first().textContent(), "نبيل الراوي");
    await it.page.locator('[data-entity-row="e1"]').click();
    await it.page.waitForFunction(() => document.querySelectorAll('mark[data-entity="e1"]')[1].hasAttribute("data-flash"));
  });

  test("a mention without an entity has a row too", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-type="QUANTITY"]').click();
    assert.equal(await it.page.locator(".row[aria-current]").getAttribute("data-mention-row"), "QUANTITY");
  });

  test("a date and its row show each other", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-value="1991"]').click();
    assert.equal(await it.page.locator("[data-date-row][aria-current]").getAttribute("data-date-row"), "1991");
    await it.tab("timeline");
    await it.page.locator('[data-date-row="P2D"]').click();
    assert.equal(await it.mark("[data-selected]").textContent(), "يومين");
  });

  test("a fact lights its evidence, and a click on the evidence finds the fact", async () => {
    await analyse(it.page, ARTICLE);
    await it.tab("quotes");
    await it.page.locator('[data-fact-row="f1"]').click();
    const { lit } = it;
    assert.deepEqual(await lit(), ["وقال الراوي في وقت سابق إن بغداد لم تشهد مثل هذا الاتفاق منذ عام 1991"]);
    await it.page.keyboard.press("Escape");
    assert.deepEqual(await lit(), []);
    const spot = await it.page.evaluate(() => {
      const paragraph = [...document.querySelectorAll("#result p")].find((node) => node.textContent.startsWith("وقال"));
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode() || !walker.currentNode.data.includes("تشهد"));
      const range = document.createRange();
      range.setStart(walker.currentNode, walker.currentNode.data.indexOf("تشهد"));
      range.setEnd(walker.currentNode, walker.currentNode.data.indexOf("تشهد") + 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await it.page.mouse.click(spot.x, spot.y);
    assert.equal(await it.page.locator("[data-fact-row][aria-current]").getAttribute("data-fact-row"), "f1");
  });

  test("a browser without highlights of its own frames the paragraph", async () => {
    await it.page.evaluate(() => delete globalThis.Highlight);
    await analyse(it.page, ARTICLE);
    await it.tab("quotes");
    await it.page.locator('[data-fact-row="f1"]').click();
    assert.ok((await it.page.locator("#result p[data-evidence]").textContent()).startsWith("وقال الراوي"));
  });

  test("choosing an entity points at its facts", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator('[data-entity-row="e1"]').click();
    assert.deepEqual(await it.page.locator("[data-fact-row][data-related]").evaluateAll((rows) => rows.map((row) => row.dataset.factRow)), ["f1", "f2", "f3"]);
  });

  test("facts say their roles, reality, attribution and what is left unsaid", async () => {
    await analyse(it.page, ARTICLE);
    const text = (id) => it.page.locator(`[data-fact-row="${id}"]`).textContent();
    assert.equal(await it.page.locator("#quotes .speaker h3 bdi").textContent(), "نبيل الراوي");
    assert.ok((await text("f1")).includes("قال"));
    assert.ok((await text("f1")).includes("بالمعنى"));
    assert.equal(await it.page.locator('[data-fact-row="f1"] .evidence b[title="المضمون"]').textContent(), "إن بغداد لم تشهد مثل هذا الاتفاق منذ عام 1991");
    assert.ok((await text("f3")).includes("وزارة الخارجية العراقية (مفهوم من السياق)"));
    assert.ok((await text("f3")).includes("مزمع"));
    assert.ok((await text("f3")).includes("بحسب نبيل الراوي"));
  });

  test("dates stand in order of time, those without a place apart at the end", async () => {
    await analyse(it.page, ARTICLE);
    const values = await it.page.locator("[data-date-row]").evaluateAll((rows) => rows.map((row) => row.dataset.dateRow));
    assert.deepEqual(values, ["1991", "2024-03-12", "2024-03-12", "P2D", "PAST_REF"]);
    assert.deepEqual(await it.page.locator(".unplaced [data-date-row]").evaluateAll((rows) => rows.map((row) => row.dataset.dateRow)), ["P2D", "PAST_REF"]);
    assert.ok((await it.page.locator('[data-date-row="2024-03-12"]').first().textContent()).includes("الثلاثاء، 12 مارس 2024"));
  });

  test("the rule behind a finding is named when asked for", async () => {
    await analyse(it.page, ARTICLE);
    assert.ok(!(await it.page.locator('[data-entity-row="e1"]').textContent()).includes("fixture.PER"));
    await it.page.locator("#explain").check();
    await it.page.locator('[data-entity-row="e1"]', { hasText: "fixture.PER" }).waitFor();
    assert.ok((await it.page.locator('[data-fact-row="f1"]').textContent()).includes("fixture.fact"));
  });
});
