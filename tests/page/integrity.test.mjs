// A hosted page names the hash of every script, style and module; the browser refuses what was changed on the way.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, SITE, SOURCES, analyse, isBuilt, open } from "./harness.mjs";
import { browserAndServers } from "./visit.mjs";

const its = browserAndServers({ integrity: true });
/** A server that answers with one file changed, in a way that would still work. */
const changed = (name) => {
  const more = name.endsWith(".html") ? "<!-- -->" : name.endsWith(".wasm") ? "\0\x02\x01x" : "\n/* */";
  return its.started({ change: (file, body) => (file === name ? Buffer.concat([body, Buffer.from(more, "latin1")]) : body) });
};

describe("hashes", () => {
  test("the page with hashes works as without, and fetches nothing twice", async () => {
    const server = await its.started();
    const { page, context, requests, problems } = await open(its.browser, server.url);
    await analyse(page, ARTICLE);
    assert.deepEqual(problems, []);
    const fetched = requests.filter((url) => url.startsWith(server.url));
    assert.deepEqual(fetched.toSorted(), [...new Set(fetched)].sort());
    await context.close();
  });

  test("every script and style that index.html names has one", async () => {
    const server = await its.started();
    const html = await (await fetch(server.url)).text();
    const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('href="data:'));
    assert.equal(tags.length, [...html.matchAll(/(href|src)="(?!data:|#)/g)].length, `${tags.length} tags`);
    // Browsers know no hash for what is fetched beforehand, and would say so; it is compared when it is fetched.
    for (const tag of tags) (tag.includes('rel="preload"') ? assert.doesNotMatch : assert.match)(tag, / integrity="sha384-[A-Za-z0-9+/]{64}"/, tag);
    const fetched = JSON.parse(/name="khabar-integrity" content='([^']+)'/.exec(html)[1]);
    assert.deepEqual(Object.keys(fetched), isBuilt ? ["pkg/khabar_bg.wasm", "pkg/worker.js"] : ["analysis-worker.js", "pkg/khabar.js", "pkg/khabar_bg.wasm"]);
  });

  for (const name of isBuilt ? ["page.js", "early.js"] : ["main.js", "early.js", "dom.js", "analysis-client.js"]) {
    test(`${name}, changed, is refused`, async () => {
      const server = await changed(name);
      const { page, context, problems } = await open(its.browser, server.url, { wait: false });
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(300);
      assert.ok(problems.some((problem) => /integrity/.test(problem)), problems.join("\n"));
      if (name !== "early.js") assert.equal(await page.locator("body[data-ready]").count(), 0);
      await context.close();
    });
  }

  test("a style that was changed is refused", async () => {
    const server = await changed(isBuilt ? "page.css" : "panels.css");
    const { page, context, problems } = await open(its.browser, server.url);
    assert.ok(problems.some((problem) => /integrity/.test(problem)), problems.join("\n"));
    assert.equal(await page.evaluate(() => [...document.styleSheets].length), isBuilt ? 0 : 2);
    await context.close();
  });

  for (const name of ["pkg/khabar_bg.wasm", ...(isBuilt ? ["pkg/worker.js"] : ["pkg/khabar.js", "analysis-worker.js"])]) {
    test(`an analyser whose ${name} was changed is refused, and that is told`, async () => {
      const server = await changed(name);
      const { page, context, problems } = await open(its.browser, server.url, { wait: false });
      await page.locator('#status[data-kind="error"]').waitFor();
      assert.ok((await page.locator("#status").textContent()).includes(`${name}: `));
      assert.ok(problems.some((problem) => /integrity/.test(problem)), problems.join("\n"));
      assert.equal(page.workers().length, 0);
      await context.close();
    });
  }

  test("from its own folder, where files are edited, the page has none", () => {
    const html = readFileSync(join(SOURCES, "index.html"), "utf8");
    assert.doesNotMatch(html, /integrity/);
  });

  test("the lists of a built site name every file with its hash", { skip: !readdirSync(SITE).includes("SHA384SUMS") && "not a site that scripts/serve --build wrote" }, async () => {
    const { execFileSync } = await import("node:child_process");
    execFileSync("sha384sum", ["--check", "--strict", "--quiet", "SHA384SUMS"], { cwd: SITE });
    const sums = readFileSync(join(SITE, "SHA384SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
    const list = JSON.parse(readFileSync(join(SITE, "integrity.json"), "utf8"));
    assert.deepEqual(sums.map(([, path]) => path), Object.keys(list));
    for (const [hex, path] of sums) assert.equal(list[path], `sha384-${Buffer.from(hex, "hex").toString("base64")}`);
    for (const path of ["index.html", "page.js", "service-worker.js", "pkg/khabar_bg.wasm", "pkg/khabar.js"]) assert.ok(path in list, path);
  });
});
