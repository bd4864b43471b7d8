// The page without a mouse.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse, done } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();
const focused = () => it.page.evaluate(() => document.activeElement.textContent);
const press = (keys) => it.page.keyboard.press(keys);

describe("the keyboard", () => {
  test("Ctrl+Enter analyses; marks are one stop, arrows move in reading order, Enter goes into the card and Escape back", async () => {
    await it.page.locator("#article").fill(ARTICLE);
    await press("Control+Enter");
    await done(it.page);
    assert.equal(await it.page.evaluate(() => document.activeElement.id), "edit-text");
    assert.equal(await it.page.locator('#result mark[tabindex="0"]').count(), 1);
    await it.mark().first().focus();
    await press("ArrowLeft"); // right-to-left: the next one
    assert.equal(await focused(), "بغداد");
    assert.ok((await it.page.locator("#card").textContent()).includes("Baghdad"));
    await press("ArrowRight");
    assert.equal(await focused(), "نبيل الراوي");
    await press("Enter");
    assert.equal(await it.page.evaluate(() => document.activeElement.closest("#card") !== null), true);
    await press("Escape");
    assert.equal(await it.page.locator("#card").isVisible(), false);
    assert.equal(await focused(), "نبيل الراوي");
    await press("End");
    assert.equal(await it.page.evaluate(() => document.activeElement.dataset.entity), "e6");
  });

  test("rows: arrows, Enter to the text; the card leads to the row", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator('[data-entity-row="e1"] .row-name').focus();
    await press("ArrowDown");
    assert.equal(await focused(), "وزارة الخارجية العراقية");
    await press("Space");
    assert.equal(await it.page.evaluate(() => document.activeElement.dataset.entity), "e3");
    await press("Enter");
    await it.page.locator('#card [data-do="row"]').focus();
    await press("Enter");
    assert.equal(await it.page.evaluate(() => document.activeElement.closest("[data-entity-row]")?.dataset.entityRow), "e3");
  });

  test("tabs of the findings move with the arrows", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#tab-names").focus();
    await press("ArrowLeft");
    await press("Enter");
    assert.equal(await it.page.locator("#timeline").isVisible(), true);
    assert.equal(await it.page.locator("#names").isVisible(), false);
    assert.equal(await it.page.locator("#tab-timeline").getAttribute("aria-selected"), "true");
  });

  test("the list of keys, search, marking and correcting have keys of their own, which can be turned off", async () => {
    await analyse(it.page, ARTICLE);
    await press("Shift+?");
    assert.ok((await it.page.locator("#keys").textContent()).includes("Ctrl"));
    await press("Escape");
    await press("/");
    assert.equal(await it.page.evaluate(() => document.activeElement.id), "search");
    await it.mark('[data-entity="e5"]').focus();
    await press("c");
    assert.equal(await it.page.locator("#correct").isVisible(), true);
    await press("Escape");
    await it.select("طائرة هبطت");
    await press("m");
    assert.ok((await it.page.locator("#correct .extent b").textContent()) === "طائرة هبطت");
    await press("Escape");
    await it.page.locator("#open-keys").click();
    await it.page.locator("#keys input").uncheck();
    await press("Escape");
    await it.page.locator("#tab-names").focus();
    await press("/");
    assert.notEqual(await it.page.evaluate(() => document.activeElement.id), "search");
    await it.page.reload();
    await it.page.locator("body[data-ready]").waitFor();
    await it.page.locator("#open-keys").click();
    assert.equal(await it.page.locator("#keys input").isChecked(), false);
  });

  test("Tab goes through the page in the order it is read, and the focus is always seen", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.evaluate(() => document.querySelector("h1").focus());
    await it.page.locator(".skip").focus();
    await press("Shift+Tab");
    const stops = [];
    for (let count = 0; count < 60; count += 1) {
      await press("Tab");
      const stop = await it.page.evaluate(() => {
        const node = document.activeElement;
        if (node === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(node);
        const part = node.closest("#documents, .actions, .reading-head, #legend, #result, .panel-tabs, .filters, [role=tabpanel], footer, .masthead, .skip");
        return { id: node.id || node.className, part: part?.id || part?.className || part?.localName, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 };
      });
      if (!stop || stops.length > 0 && stop.part === "skip") break;
      stops.push(stop);
    }
    assert.deepEqual(stops.filter(({ seen }) => !seen), []);
    const order = [...new Set(stops.map(({ part }) => part))];
    assert.deepEqual(order.slice(0, 10), ["skip", "masthead", "documents", "actions", "reading-head", "legend", "result", "panel-tabs", "filters", "names"].slice(0, 10));
    assert.deepEqual(order.slice(10).filter((part) => part !== "names"), ["footer"]);
  });
});
