// How long a reader waits who comes with an article: from the first paint to the article with its marks, in a fresh profile, from
// localhost, medians of several visits. The article is in the box and sent as soon as the page's scripts have run.
//
// node first-analysis.mjs [--rounds 9]        (after scripts/build-wasm; scripts/bench runs it)

import { parseArgs } from "node:util";
import { ARTICLE, hasModule, launch, serve } from "./harness.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const rounds = Number(values.rounds);
if (!(rounds >= 3) || !hasModule) {
  console.error("first-analysis.mjs: --rounds is 3 or more, and the module must be built (scripts/build-wasm)");
  process.exit(2);
}
const server = await serve({ module: "site", types: { ".wasm": "application/wasm" } });
const browser = await launch();

/** Runs in the page before its own scripts: sends the article, and notes when what was there. */
function reader(article) {
  const seen = (globalThis.seen = {});
  const watch = (name, holds) => {
    const look = () => (seen[name] ??= holds() ? performance.now() : undefined);
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  };
  watch("ready", () => document.body?.hasAttribute("data-ready"));
  watch("marks", () => document.querySelector("#result mark"));
  watch("done", () => document.querySelector('#status[data-kind="done"]'));
  addEventListener("DOMContentLoaded", () => {
    seen.sent = performance.now();
    const box = document.querySelector("#article");
    box.value = article;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("#analyse").click();
  });
}

const visits = [];
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext({ locale: "ar-EG" });
  const page = await context.newPage();
  await page.addInitScript(reader, ARTICLE);
  await page.goto(server.url);
  await page.locator('#status[data-kind="done"]').waitFor();
  visits.push(
    await page.evaluate(() => {
      const paint = performance.getEntriesByName("first-paint")[0].startTime;
      const { fetchStart, responseEnd } = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("_bg.wasm"));
      return { paint, fetched: responseEnd, ...globalThis.seen, fetching: responseEnd - fetchStart };
    }),
  );
  await context.close();
}
await browser.close();
server.close();

const median = (list) => list.toSorted((one, other) => one - other)[list.length >> 1];
const since = (from, to) => Math.round(median(visits.map((visit) => visit[to] - visit[from])));
console.log("| from the first paint to, ms | |\n|---|---:|");
for (const [name, to] of [["the scripts of the page", "sent"], ["the module, fetched", "fetched"], ["the analyser, ready", "ready"], ["the first marks", "marks"], ["the whole analysis shown", "done"]]) {
  console.log(`| ${name} | ${since("paint", to)} |`);
}
console.log(`\nmedians of ${rounds} visits; first paint at ${Math.round(median(visits.map(({ paint }) => paint)))} ms`);
