// The interface: language, memory, width, print, forced colours.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse, open } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("the interface", () => {
  test("follows the browser, switches, and is remembered; nothing else is stored", async () => {
    assert.equal(await it.page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`), "ar rtl");
    await analyse(it.page, ARTICLE);
    await it.page.locator("#interface-language").click();
    assert.equal(await it.page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`), "en ltr");
    assert.equal(await it.page.locator("#analyse").textContent(), "Analyse");
    assert.ok((await it.page.locator('[data-date-row="2024-03-12"]').first().textContent()).includes("Tuesday"));
    assert.equal(await it.mark('[data-entity="e2"]').first().getAttribute("aria-description"), "Place: بغداد / Baghdad");
    assert.equal(await it.page.locator("#article").inputValue(), ARTICLE);
    assert.equal(await it.shownText(), ARTICLE);
    await it.page.reload();
    await it.page.locator('#status[data-kind="done"]').waitFor(); // the text is still there, and is read again
    assert.equal(await it.shownText(), ARTICLE);
    assert.equal(await it.page.evaluate(() => document.documentElement.lang), "en");
    assert.deepEqual(await it.page.evaluate(() => Object.keys(localStorage)), ["khabar.interface"]);
    assert.deepEqual(await it.context.cookies(), []);
  });

  test("an English browser gets English, another language Arabic", async () => {
    for (const [locale, expected] of [["en-US", "en"], ["fr-FR", "ar"]]) {
      const visitor = await open(it.browser, it.server.url, { locale });
      assert.equal(await visitor.page.evaluate(() => document.documentElement.lang), expected);
      await visitor.context.close();
    }
  });

  test("every string is there in both languages, with the same blanks", async () => {
    const { STRINGS } = await import("../../www/strings.js");
    for (const [key, words] of Object.entries(STRINGS)) {
      assert.ok(words.ar && words.en, key);
      const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      assert.deepEqual(names(words.ar), names(words.en), key);
    }
  });

  test("nothing is wider than a phone", async () => {
    for (const width of [390, 320]) {
      await it.page.setViewportSize({ width, height: 800 });
      await analyse(it.page, ARTICLE);
      assert.ok(await it.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), String(width));
    }
  });

  test("who wants less motion gets none", async () => {
    await it.page.emulateMedia({ reducedMotion: "reduce" });
    await analyse(it.page, ARTICLE);
    await it.page.locator('[data-entity-row="e1"]').click();
    const seconds = await it.mark('[data-entity="e1"]').first().evaluate((node) => parseFloat(getComputedStyle(node).animationDuration));
    assert.ok(seconds < 0.001, String(seconds));
    assert.equal(await it.page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
  });

  test("printed, every panel is there with its heading, drawn whole, and nothing to press", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.emulateMedia({ media: "print" });
    for (const id of ["names", "timeline", "quotes", "facts", "numbers"]) assert.equal(await it.page.locator(`#${id} h2`).isVisible(), true, id);
    for (const selector of [".panel-tabs", "#filters", "#search", "#take-away", ".fold-button", "footer"]) assert.equal(await it.page.locator(selector).isVisible(), false, selector);
    assert.equal(await it.page.locator(".moment").first().isVisible(), true);
  });

  test("marks survive in print and in forced colours", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.emulateMedia({ media: "print" });
    const style = () => it.mark('[data-type="PER"]').first().evaluate((node) => {
      const { printColorAdjust, textDecorationLine, backgroundColor } = getComputedStyle(node);
      return { printColorAdjust, textDecorationLine, tinted: backgroundColor !== "rgba(0, 0, 0, 0)" };
    });
    assert.deepEqual(await style(), { printColorAdjust: "exact", textDecorationLine: "underline", tinted: true });
    assert.equal(await it.page.locator(".input").isVisible(), false);
    await it.page.emulateMedia({ media: "screen", forcedColors: "active" });
    assert.equal((await style()).textDecorationLine, "underline");
  });
});
