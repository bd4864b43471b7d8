// Reading: the article, its marks, the legend, the card of a mark.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("the article", () => {
  test("pasted text gets its marks and stays exactly itself", async () => {
    await analyse(it.page, ARTICLE);
    assert.equal(await it.shownText(), ARTICLE);
    assert.equal(await it.mark('[data-type="PER"][data-entity="e1"]').count(), 2);
    assert.equal(await it.mark('[data-type="LOC"][data-entity="e2"]').count(), 3);
    assert.equal(await it.mark('[data-type="DATE"][data-value="1991"]').textContent(), "عام 1991");
    assert.deepEqual(it.problems, []);
  });

  test("awkward characters come through unchanged", async () => {
    const text = "\n\n  عـــنوان\u00a0\u200fمُشكَّل ﷺ\t🕊️👩‍👩‍👧\n<b>&amp;</b> ﻻ\u2067x\u2069\n\n";
    await analyse(it.page, text);
    assert.equal(await it.shownText(), text);
  });

  test("nested marks nest", async () => {
    await analyse(it.page, ARTICLE);
    const inner = it.page.locator('mark[data-type="ORG"] > mark[data-type="NORP"]');
    assert.equal(await inner.textContent(), "العراقية");
    assert.equal(await it.page.locator('mark[data-type="ORG"]').first().textContent(), "وزارة الخارجية العراقية");
  });

  test("marks that overlap without nesting are cut, and hold one place in the order of keys", async () => {
    await analyse(it.page, ARTICLE);
    const pieces = await it.mark('[data-entity="e6"]').evaluateAll((nodes) => nodes.map((node) => [node.textContent, "continued" in node.dataset, node.tabIndex]));
    assert.deepEqual(pieces, [["الدولي", false, -1], [" في القاهرة", true, -1]]);
    assert.equal(await it.mark('[data-type="EVENT"]').textContent(), "مؤتمر السلام الدولي");
  });

  test("a name behind a clitic stays in its word: no change of width, no box, no direction of its own", async () => {
    await analyse(it.page, ARTICLE);
    const found = await it.page.evaluate(() => {
      const heading = document.querySelector("#result p[role=heading]");
      const width = () => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return range.getBoundingClientRect().width;
      };
      const marked = width();
      const marks = [...heading.querySelectorAll("mark")].map((node) => {
        const style = getComputedStyle(node);
        return [style.display, style.unicodeBidi, style.paddingInline, style.marginInline, node.hasAttribute("dir")].join();
      });
      heading.textContent = heading.textContent;
      return { marked, plain: width(), marks };
    });
    assert.ok(Math.abs(found.marked - found.plain) < 0.5, `${found.marked} and ${found.plain}`);
    assert.deepEqual([...new Set(found.marks)], ["inline,normal,0px,0px,false"]);
  });

  test("each line has its own direction, by its letters and not by its first word", async () => {
    await analyse(it.page, `${ARTICLE}The ministry قال nothing more about the meeting.\n`);
    const direction = (words) => it.page.locator("#result p", { hasText: words }).getAttribute("dir");
    assert.equal(await direction("BBC قالت"), "rtl");
    assert.equal(await direction("The ministry"), "ltr");
  });

  test("zones: one heading, the dateline apart from the body on its line, asides folded but reachable", async () => {
    await analyse(it.page, ARTICLE);
    assert.equal(await it.page.getByRole("heading", { level: 3, name: "وزير الخارجية نبيل الراوي" }).count(), 1);
    assert.equal(await it.page.locator('#result span[data-zone="dateline"]').textContent(), "(بغداد - 12 آذار 2024)");
    const aside = it.page.locator("#result p", { hasText: "مشاركة" });
    const fold = it.page.locator(".fold-button");
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    assert.ok((await fold.getAttribute("aria-label")).includes("2"));
    assert.equal(await aside.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: false })), false);
    await fold.click();
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    assert.ok((await aside.boundingBox()).height > 10);
  });

  test("a line of signs that no zone claims is drawn in full, a blank line narrow", async () => {
    await analyse(it.page, "عنوان الخبر هنا\n\n***\nنص الخبر كله في هذا السطر");
    const heights = await it.page.evaluate(() => [...document.querySelectorAll("#result p")].map((node) => node.getBoundingClientRect().height));
    assert.ok(heights[1] < heights[3] / 2 && heights[2] > heights[3] / 2, heights.join());
  });

  test("every type has an underline or a tint of its own, and a label in words", async () => {
    await analyse(it.page, ARTICLE);
    const looks = await it.page.locator(".sample[data-type]").evaluateAll((nodes) =>
      Object.entries(
        Object.fromEntries(
          nodes.map((node) => {
            const style = getComputedStyle(node);
            return [node.dataset.type, `${style.textDecorationStyle} ${style.textDecorationThickness}`];
          }),
        ),
      ),
    );
    assert.equal(looks.length, 7);
    assert.equal(new Set(looks.map(([, look]) => look)).size, 7, JSON.stringify(looks));
    assert.equal(await it.mark('[data-entity="e2"]').first().getAttribute("aria-description"), "مكان: بغداد / Baghdad");
    assert.equal(await it.mark('[data-value="P2D"]').getAttribute("aria-description"), "تاريخ: مدة: يومان");
  });
});

describe("the legend", () => {
  test("counts, hides and shows a type without touching the text", async () => {
    await analyse(it.page, ARTICLE);
    const box = it.page.locator('#legend input[value="LOC"]');
    assert.ok((await box.locator("..").textContent()).includes("4"));
    await box.uncheck();
    assert.equal(await it.mark('[data-type="LOC"]').count(), 0);
    assert.equal(await it.mark('[data-type="PER"]').count(), 2);
    assert.equal(await it.shownText(), ARTICLE);
    await box.check();
    assert.equal(await it.mark('[data-type="LOC"][data-entity="e2"]').count(), 3);
  });

  test("all and none; the choice holds for the next analysis", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#legend button").nth(1).click();
    assert.equal(await it.mark("").count(), 0);
    await it.page.locator("#legend input[value=PER]").check();
    await analyse(it.page, ARTICLE);
    assert.deepEqual(await it.mark("").evaluateAll((nodes) => [...new Set(nodes.map((node) => node.dataset.type))]), ["PER"]);
    await it.page.locator("#legend button").nth(0).click();
    assert.equal(await it.mark('[data-type="ORG"]').count(), 2);
  });
});

describe("the card of a mark", () => {
  const card = () => it.page.locator("#card");

  test("comes when the pointer rests on a mark, can be reached with it, and goes when it has left both", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-entity="e2"]').first().hover();
    await card().waitFor();
    const text = await card().textContent();
    for (const words of ["بغداد", "Baghdad", "Q1530", "الموضع 1 من 3"]) assert.ok(text.includes(words), words);
    await card().hover();
    await it.page.waitForTimeout(500);
    assert.equal(await card().isVisible(), true);
    await it.page.mouse.move(2, 2);
    await card().waitFor({ state: "hidden" });
  });

  test("says the office in this article and the other spellings; Wikidata is text to copy, not a link", async () => {
    await it.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await analyse(it.page, ARTICLE);
    await it.mark('[data-entity="e1"]').first().click();
    const text = await card().textContent();
    assert.ok(text.includes("وزير الخارجية") && text.includes("الراوي"), text);
    await it.mark('[data-entity="e2"]').first().click();
    assert.equal(await card().locator("a").count(), 0);
    await card().locator('[data-do="copy"]').click();
    await it.page.locator("#status", { hasText: "نُسخ" }).waitFor();
    assert.equal(await it.page.evaluate(() => navigator.clipboard.readText()), "Q1530");
  });

  test("goes from mention to mention, around, and back", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-entity="e2"]').first().click();
    const flashed = () => it.page.evaluate(() => [...document.querySelectorAll('mark[data-entity="e2"]')].findIndex((mark) => mark.hasAttribute("data-flash")));
    await card().locator('[data-do="next"]').click();
    assert.equal(await flashed(), 1);
    assert.ok((await card().textContent()).includes("الموضع 2 من 3"));
    await card().locator('[data-do="previous"]').click();
    await card().locator('[data-do="previous"]').click();
    assert.ok((await card().textContent()).includes("الموضع 3 من 3"));
  });

  test("pinned by a click, it stays until Escape or a click elsewhere, and lies inside the window", async () => {
    for (const width of [1280, 390]) {
      await it.page.setViewportSize({ width, height: 700 });
      await analyse(it.page, ARTICLE);
      for (const selector of ['[data-entity="e1"]', '[data-value="1991"]', '[data-type="EVENT"]']) {
        await it.mark(selector).first().click();
        await it.page.mouse.move(1, 1);
        await it.page.waitForTimeout(400);
        const box = await card().boundingBox();
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 700, JSON.stringify({ width, selector, box }));
        await it.page.keyboard.press("Escape");
        assert.equal(await card().isVisible(), false);
      }
      await it.mark('[data-entity="e1"]').first().click();
      await it.page.locator("#status").click();
      assert.equal(await card().isVisible(), false);
    }
  });

  test("a date's card gives its value and its bounds", async () => {
    await analyse(it.page, ARTICLE);
    await it.mark('[data-value="1991"]').click();
    const text = await card().textContent();
    assert.ok(text.includes("1991-01-01") && text.includes("1991-12-31"), text);
  });
});

describe("a long article", () => {
  test("gets its marks as they come near the window; text, keys, selection and print reach all of it", async () => {
    const text = `${ARTICLE.replaceAll("\n", "\n\n")}${"سطر طويل لا اسم فيه يملأ الصفحة بكلام كثير.\n".repeat(2500)}\nوقال الراوي: نهاية النص.\n`;

    await analyse(it.page, text);
    assert.equal(await it.shownText(), text);
    assert.ok(await it.page.evaluate(() => document.querySelectorAll("#result .chunk").length > 10));
    assert.ok(await it.mark('[data-entity="e1"]').count() >= 1);
    assert.equal(await it.page.evaluate(() => document.querySelector("#result").hasAttribute("data-long")), true);
    await it.page.locator("#search").fill("نهاية النص");
    await it.page.keyboard.press("Enter");
    assert.deepEqual(await it.lit("hit"), ["نهاية النص"]);
    const inView = await it.page.evaluate(() => {
      const [range] = CSS.highlights.get("khabar-hit");
      const { top, bottom } = range.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(inView);
  });
});
