// Accessibility, measured by axe: both themes, both languages, empty and full.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { ARTICLE, analyse, launch, open, serve } from "./harness.mjs";

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
    for (const width of [1280, 390]) {
      test(`axe finds nothing: ${locale}, ${colorScheme}, ${width} px`, async () => {
        const { page, context } = await open(browser, server.url, { locale, colorScheme, viewport: { width, height: 844 } });
        const check = async (when) => {
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), [], when);
        };
        await check("empty");
        await analyse(page, ARTICLE);
        await page.locator(".fold-button").click();
        await page.locator('[data-fact-row="f1"]').click();
        await page.locator("#privacy summary").click();
        await page.waitForFunction(() => !document.querySelector("[data-flash]"));
        await check("analysed");
        await context.close();
      });
    }
  }
}
