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

describe("the timeline, drawn", () => {
  test("points and spans stand in order of time from where reading begins; what no calendar places is apart", async () => {
    await analyse(it.page, ARTICLE);
    await it.tab("timeline");
    const moments = await it.page.locator(".moment").evaluateAll((nodes) => nodes.map((node) => ({ label: node.getAttribute("aria-label"), span: "span" in node.dataset, x: node.getBoundingClientRect().x })));
    assert.deepEqual(moments.map(({ label, span }) => [label, span]), [["1991", true], ["الثلاثاء، 12 مارس 2024 (2)", false]]);
    assert.ok(moments[0].x > moments[1].x, "right to left in Arabic");
    await it.page.locator("#interface-language").click();
    const english = await it.page.locator(".moment").evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().x));
    assert.ok(english[0] < english[1], "left to right in English");
    assert.equal(await it.page.locator(".unplaced [data-date-row]").count(), 2);
  });

  test("a point leads to the text and to its row", async () => {
    await analyse(it.page, ARTICLE);
    await it.tab("timeline");
    await it.page.locator(".moment").first().click();
    assert.equal(await it.mark("[data-selected]").textContent(), "عام 1991");
    assert.equal(await it.page.locator(".row[aria-current]").getAttribute("data-date-row"), "1991");
  });

  test("a date names the facts it dates, and leads to them", async () => {
    await analyse(it.page, ARTICLE.replace("BBC قالت إن 12 طائرة هبطت هناك", "BBC قالت إن 12 طائرة عام 1991 هبطت هناك").replace("منذ عام 1991", "منذ ذلك"));
    await it.tab("timeline");
    await it.page.locator('[data-date-row="1991"] [data-go="fact:f4"]').click();
    assert.equal(await it.page.locator(".row[aria-current]").getAttribute("data-fact-row"), "f4");
    assert.equal(await it.page.locator("#facts").isVisible(), true);
  });
});

describe("kinds that the page has no words for", () => {
  test("are shown with the module's label, their roles as the module writes them", async () => {
    await analyse(it.page, ARTICLE);
    await it.tab("facts");
    assert.ok((await it.page.locator('[data-kind-group="price_change"] h3').textContent()).includes("تغير سعر"));
    const row = await it.page.locator('[data-fact-row="f4"]').textContent();
    assert.ok(row.includes("12 طائرة") && row.includes("sharp rise") && row.includes("goods sold"), row);
    assert.equal(await it.page.locator('[data-fact-row="f4"] b').first().getAttribute("title"), "السعر");
  });
});

describe("counts, filters, search", () => {
  const count = (id) => it.page.locator(`#tab-${id} .count`).textContent();
  const rows = (selector) => it.page.locator(selector).count();

  test("every panel says how many it holds", async () => {
    await analyse(it.page, ARTICLE);
    assert.deepEqual(await Promise.all(["names", "timeline", "quotes", "facts", "numbers"].map(count)), ["7", "5", "1", "3", "1"]);
  });

  test("by entity: its facts, the paragraphs that name it; cleared in one step", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator(".filters summary").click();
    await it.page.locator('#filters [name="entity"]').selectOption("e5");
    assert.equal(await count("quotes"), "0/1");
    assert.equal(await count("facts"), "0/3");
    assert.equal(await count("numbers"), "1");
    assert.ok(await it.mark('[data-entity="e1"][data-dim]').count() === 2 && await it.mark('[data-entity="e5"][data-dim]').count() === 0);
    assert.ok((await it.page.locator("#filter-note").textContent()).includes("BBC"));
    await it.page.locator('#filter-note [data-clear="all"]').click();
    assert.equal(await count("quotes"), "1");
    assert.equal(await it.page.locator("#filter-note").isVisible(), false);
    assert.equal(await it.mark("[data-dim]").count(), 0);
  });

  test("by type, by kind, by date", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator(".filters summary").click();
    const set = (name, value) => it.page.locator(`#filters [name="${name}"]`)[name === "from" || name === "to" ? "fill" : "selectOption"](value);
    await set("type", "PER");
    assert.equal(await rows("[data-entity-row]"), 1);
    await set("type", "");
    await set("kind", "position");
    await it.tab("facts");
    assert.deepEqual(await it.page.locator("#facts [data-fact-row]").evaluateAll((nodes) => nodes.map((node) => node.dataset.factRow)), ["f2"]);
    await set("kind", "");
    await set("from", "2024-01-01");
    await it.page.locator('#filters [name="from"]').dispatchEvent("change");
    await it.tab("timeline");
    assert.deepEqual(await it.page.locator("[data-date-row]").evaluateAll((nodes) => nodes.map((node) => node.dataset.dateRow)), ["2024-03-12", "2024-03-12"]);
    assert.equal(await count("facts"), "0/3", "f4 is dated 1991, the others stand without a date of that time");
  });

  test("the row's and the card's own filter", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator('[data-filter-entity="e1"]').click();
    assert.equal(await count("quotes"), "1");
    assert.equal(await count("numbers"), "0/1");
    await it.page.locator('[data-filter-entity="e1"]').click();
    assert.equal(await count("numbers"), "1");
    await it.mark('[data-entity="e1"]').first().click();
    await it.page.locator('#card [data-do="filter"]').click();
    assert.ok((await it.page.locator("#filter-note").textContent()).includes("نبيل الراوي"));
  });

  test("search: counted, gone through, whatever the spelling of the hamza; none is said", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#search").fill("بغداد");
    await it.page.locator("#search-count", { hasText: "3" }).waitFor();
    assert.deepEqual(await it.lit("search"), ["بغداد", "بغداد", "بغداد"]);
    await it.page.keyboard.press("Enter");
    await it.page.keyboard.press("Enter");
    assert.equal(await it.page.locator("#search-count").textContent(), "2 من 3");
    await it.page.locator("#search-previous").click();
    assert.equal(await it.page.locator("#search-count").textContent(), "1 من 3");
    await it.page.locator("#search").fill("أعلنت وزاره");
    await it.page.locator("#search-count", { hasText: "1" }).waitFor();
    await it.page.locator("#search").fill("غير موجود");
    await it.page.locator("#search-count", { hasText: "لا يوجد" }).waitFor();
    await it.page.locator("#search").press("Escape");
    assert.deepEqual(await it.lit("search"), []);
  });
});

describe("on a phone", () => {
  test("a row leads to its place in the text, and a button back to the row", async () => {
    await it.page.setViewportSize({ width: 390, height: 700 });
    await analyse(it.page, ARTICLE);
    await it.tab("quotes");
    await it.page.locator('[data-fact-row="f1"]').click();
    const inView = (selector) =>
      it.page.evaluate((selector) => {
        const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }, selector);
    assert.ok(await inView("#result p:nth-child(4)"));
    await it.page.locator("#back").click();
    assert.ok(await inView('[data-fact-row="f1"]'));
    assert.equal(await it.page.locator("#back").isVisible(), false);
  });
});
