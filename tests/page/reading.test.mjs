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
