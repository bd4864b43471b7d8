// Accessibility, measured by axe: both themes, both languages, empty and full.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { ARTICLE, analyse, launch, open, serve } from "./harness.mjs";

const still = (page) => page.waitForFunction(() => !document.querySelector("[data-flash]"));

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const locale of ["ar-EG", "en-GB"]) {
    // A phone's layout has the same elements: half of the combinations show what is its own.
    for (const width of (colorScheme === "light") === (locale === "ar-EG") ? [1280, 390] : [1280]) {
      test(`axe finds nothing: ${locale}, ${colorScheme}, ${width} px`, async () => {
        const { page, context } = await open(browser, server.url, { locale, colorScheme, viewport: { width, height: 844 } });
        const check = async (when) => {
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), [], when);
        };
        await check("empty");
        await analyse(page, ARTICLE);
        await page.locator(".fold-button").click();
        await page.locator("#privacy summary").click();
        await page.locator(".filters summary").click();
        await page.locator('#filters [name="entity"]').selectOption("e1");
        for (const panel of width === 390 ? ["timeline"] : ["timeline", "quotes", "facts", "numbers", "names"]) {
          await page.locator(`#tab-${panel}`).click();
          await still(page);
          await check(panel);
        }
        await page.locator("#edit-text").click();
        await page.locator("#search").fill("بغداد");
        await page.locator('#result mark[data-entity="e1"]').first().click();
        await still(page);
        await check("card and search");
        if (width === 390) return context.close();
        await page.locator('#card [data-do="correct"]').click();
        for (const summary of await page.locator("#correct summary").all()) await summary.click();
        await check("correcting");
        await page.locator('#correct [data-do="remove"]').click();
        await page.locator("#open-desk").click();
        await page.locator('#desk [data-do="new-list"]').click();
        await check("corrections and lists");
        await page.keyboard.press("Escape");
        await page.locator("#take-away").click();
        await check("taking away");
        await page.keyboard.press("Escape");
        await page.locator("#open-keys").click();
        await check("keys");
        await context.close();
      });
    }
  }
}
