// Lighthouse on the page with its module, compressed as static hosts send it. scripts/lighthouse installs it and runs this.
// LIGHTHOUSE: the folder of the npm package.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hasModule, serve } from "./harness.mjs";

const LEAST = { accessibility: 100, "best-practices": 100, performance: 95 };
const PORT = 9333;

if (!process.env.LIGHTHOUSE || !hasModule) {
  console.error("lighthouse.mjs: set LIGHTHOUSE to the package's folder, and build the site; scripts/lighthouse says how");
  process.exit(2);
}
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(join(process.env.LIGHTHOUSE, "core/index.js")));
const server = await serve({ module: "site", compress: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${PORT}`] });
let failed = false;
for (const [device, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
  const { lhr } = await lighthouse(server.url, { port: PORT, onlyCategories: Object.keys(LEAST), logLevel: "error" }, config);
  for (const [id, least] of Object.entries(LEAST)) {
    const score = Math.round(lhr.categories[id].score * 100);
    if (score < least) failed = true;
    console.log(`${device.padEnd(8)} ${id.padEnd(15)} ${String(score).padStart(4)}${score < least ? `  (below ${least})` : ""}`);
    for (const { id: audit, weight } of score < least ? lhr.categories[id].auditRefs : []) {
      const { score: part, displayValue = "" } = lhr.audits[audit];
      if (weight > 0 && part !== null && part < 0.9) console.log(`         - ${audit} ${displayValue}`);
    }
  }
}
await browser.close();
server.close();
process.exit(failed ? 1 : 0);
