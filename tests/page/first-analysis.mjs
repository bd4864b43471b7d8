// How long a reader waits who comes with an article: from the first paint to the article with its marks, in a fresh profile, from
// localhost, medians of several visits. The article is in the box and sent as soon as the page's scripts have run. What is measured
// is the site that hosts serve, from the server of scripts/serve; several sites take turns, so that they share what else the machine
// does.
//
// node first-analysis.mjs [--rounds 9] [SITE …]        (SITE: target/site, after scripts/serve --build target/site)

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bareBrowser } from "./bare-browser.mjs";
import { ARTICLE } from "./harness.mjs";

const ROOT = join(import.meta.dirname, "../..");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string", default: "9" } } });
const rounds = Number(values.rounds);
const sites = positionals.length > 0 ? positionals : [join(ROOT, "target/site")];
const missing = sites.find((site) => !existsSync(join(site, ".khabar-site")));
if (!(rounds >= 3) || missing) {
  console.error(missing ? `first-analysis.mjs: no built site in ${missing}: scripts/serve --build ${missing}` : "first-analysis.mjs: --rounds is 3 or more");
  process.exit(2);
}

/** A process of its own: its work is not the browser's, and not this one's. */
async function served(site) {
  const server = spawn(process.execPath, [join(ROOT, "scripts/server.mjs"), site, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(server.stdout)) return { server, site, url: /http:\S+/.exec(line)[0], visits: [] };
}

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

/** Runs in the page: what the reader saw, once all of it is there. */
function result() {
  if (globalThis.seen?.done === undefined) return null;
  const paint = (name) => performance.getEntriesByName(name)[0]?.startTime;
  const { responseEnd } = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("_bg.wasm"));
  return { opened: 0, paint: paint("first-paint"), words: paint("first-contentful-paint"), fetched: responseEnd, ...globalThis.seen };
}

const places = await Promise.all(sites.map(served));
const browser = await bareBrowser();
for (let round = -1; round < rounds; round += 1) {
  for (const { url, visits } of places) {
    const seen = await browser.visit(url, `(${reader})(${JSON.stringify(ARTICLE)})`, `(${result})()`);
    if (round >= 0) visits.push(seen); // the first visits warm the machine up
  }
}
await browser.close();
for (const { server } of places) server.kill();

const median = (list) => list.toSorted((one, other) => one - other)[list.length >> 1];
const figures = (from, to) => places.map(({ visits }) => visits.map((seen) => seen[to] - seen[from])).map((times) => `${Math.round(median(times))} (${Math.round(Math.min(...times))})`);
const row = (name, cells) => console.log(`| ${name} | ${cells.join(" | ")} |`);
row("from the first paint to, ms", places.map(({ site }) => (places.length > 1 ? site : "")));
console.log(`|---${"|---:".repeat(places.length)}|`);
for (const [name, to] of [["the words of the page", "words"], ["the scripts of the page have run", "sent"], ["the module, fetched", "fetched"], ["the analyser, ready", "ready"], ["the first marks", "marks"], ["the whole analysis shown", "done"]]) {
  row(name, figures("paint", to));
}
row("from the opening of the page to the first paint", figures("opened", "paint"));
row("from the opening to the whole analysis shown", figures("opened", "done"));
console.log(`\nmedians of ${rounds} visits, and the least`);
