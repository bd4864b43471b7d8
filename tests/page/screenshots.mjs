// Pictures of the page for looking at: node screenshots.mjs DIRECTORY [FILE.txt]
// 1280 and 390 px wide, Arabic and English, light and dark, and print. The site's own module, or the stand-in.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, EXAMPLES, analyse, hasModule, launch, open, serve } from "./harness.mjs";

const [directory, file] = process.argv.slice(2);
if (!directory) {
  console.error("usage: node screenshots.mjs DIRECTORY [FILE.txt]");
  process.exit(2);
}
mkdirSync(directory, { recursive: true });
const text = file ? readFileSync(file, "utf8") : hasModule ? readFileSync(join(EXAMPLES, "diplomacy.txt"), "utf8") : ARTICLE;
const server = await serve({ module: hasModule ? "site" : "fixture" });
const browser = await launch();
for (const [width, height] of [[1280, 900], [390, 844]]) {
  for (const locale of ["ar-EG", "en-GB"]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, context } = await open(browser, server.url, { locale, colorScheme, viewport: { width, height } });
      const name = (part) => join(directory, `${width}-${locale.slice(0, 2)}-${colorScheme}-${part}.png`);
      await page.screenshot({ path: name("empty") });
      await analyse(page, text);
      const row = page.locator("[data-fact-row]").first();
      await page.screenshot({ path: name("article"), fullPage: true });
      if (await row.count()) {
        await page.locator("#tab-quotes").click();
        await row.locator("button").click();
        await page.screenshot({ path: name("fact") });
      }
      if (locale === "ar-EG" && colorScheme === "dark" && width === 1280) {
        await page.emulateMedia({ media: "print" });
        await page.screenshot({ path: join(directory, "print.png"), fullPage: true });
      }
      await context.close();
    }
  }
}
const { page, context } = await open(browser, server.url, { forcedColors: "active" });
await analyse(page, text);
await page.screenshot({ path: join(directory, "forced-colours.png"), fullPage: true });
await context.close();
await browser.close();
server.close();
