// The page without its server, and as an installed application.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, EXAMPLES, SITE, SOURCES, analyse, isBuilt, open } from "./harness.mjs";
import { browserAndServers } from "./visit.mjs";
import { siteFiles } from "../../scripts/site-files.mjs";

const its = browserAndServers();

describe("offline", () => {
  test("reloaded with the server stopped, it works as before, and asks for nothing", async () => {
    const server = await its.started();
    const { page, context, problems } = await open(its.browser, server.url, { serviceWorkers: "allow" });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.close();
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    await analyse(page, ARTICLE);
    assert.equal(await page.locator("#result mark").first().textContent(), "نبيل الراوي");
    await page.locator('[data-example="economy.txt"]').waitFor({ state: "attached" });
    assert.deepEqual(problems, []);
    await context.close();
  });

  test("the addresses of the folder and of its index.html both work, with a query too", async () => {
    const server = await its.started();
    const { page, context } = await open(its.browser, server.url, { serviceWorkers: "allow" });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.close();
    for (const address of ["", "index.html", "?from=bookmark"]) {
      await page.goto(server.url + address);
      await page.locator("body[data-ready]").waitFor();
    }
    await context.close();
  });

  test("without a service worker it works all the same", async () => {
    const server = await its.started();
    const { page, context, problems } = await open(its.browser, server.url, { wait: false, serviceWorkers: "allow" });
    await context.route("**/pkg/files.js", (route) => route.fulfill({ status: 404, body: "" }));
    await page.locator("body[data-ready]").waitFor();
    await analyse(page, ARTICLE);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test("the files are put by after the page has started, all of them, also when it was closed meanwhile", async () => {
    const asked = [];
    const server = await its.started({ change: (file, body) => (asked.push(file), body) });
    const { page, context } = await open(its.browser, server.url, { serviceWorkers: "allow" });
    await analyse(page, ARTICLE);
    assert.deepEqual(asked.toSorted(), [...new Set(asked)].sort());
    await page.close();
    const { files } = siteFiles(SITE);
    const deadline = Date.now() + 20_000;
    const once = () => files.filter((file) => asked.indexOf(file) === asked.lastIndexOf(file));
    while (once().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(once(), []);
    const again = await context.newPage();
    await again.goto(server.url);
    await again.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.close();
    await again.reload();
    await again.locator("body[data-ready]").waitFor();
    await context.close();
  });

  test("the list of files is all of the site, and changes its version with any of them", () => {
    const { files, version } = siteFiles(SITE);
    for (const file of isBuilt ? ["index.html", "page.js", "page.css", "pkg/worker.js"] : ["index.html", "main.js", "style.css", "examples/economy.txt"]) assert.ok(files.includes(file), file);
    for (const file of files) assert.ok(!/README|\.d\.ts$|service-worker/.test(file), file);
    assert.match(version, /^[0-9a-f]{16}$/);
  });
});

describe("installing", () => {
  test("the manifest is valid for the browser, and asks the server for nothing", async () => {
    const server = await its.started();
    const { page, context } = await open(its.browser, server.url, { serviceWorkers: "allow" });
    const session = await context.newCDPSession(page);
    const { errors, url, data } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.match(url, /^data:/);
    const manifest = JSON.parse(data);
    for (const name of ["id", "start_url", "scope"]) assert.equal(manifest[name], server.url, name);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
    for (const { src } of manifest.icons) assert.match(src, /^data:image\/svg/);
    await context.close();
  });
});

describe("the folder", () => {
  const modules = readdirSync(SOURCES).filter((name) => name.endsWith(".js"));
  const source = (name) => readFileSync(join(SOURCES, name), "utf8");
  /** The modules that main.js starts with. */
  const reached = new Set();
  const walk = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, next] of source(name).matchAll(/^import .*? from "\.\/([^"]+)";$/gm)) walk(next);
  };
  walk("main.js");

  test("every module that the page starts with is asked for at once", () => {
    const asked = [...source("index.html").matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(asked.toSorted(), [...reached].filter((name) => name !== "main.js" && name !== "early.js").sort());
    // Nothing lies there that nobody uses.
    assert.deepEqual(modules.filter((name) => !reached.has(name)).sort(), ["analysis-worker.js", "service-worker.js"]);
  });

  test("a built site has all of it in a few files that can be read", { skip: !isBuilt && "not a site that scripts/serve --build wrote" }, () => {
    const built = (name) => readFileSync(join(SITE, name), "utf8");
    const { files } = siteFiles(SITE);
    assert.deepEqual(files, ["early.js", "index.html", "page.css", "page.js", "pkg/khabar_bg.wasm", "pkg/worker.js"]);
    const named = [...built("index.html").matchAll(/(?:href|src)="(?!data:|#)([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(named.toSorted(), files.filter((name) => name !== "index.html"));
    const scripts = [built("early.js"), built("page.js")];
    for (const name of reached) {
      // Each module is in one of the two, its functions with the names that they have there.
      const holding = scripts.filter((script) => script.includes(`\n// ${name}\n`));
      assert.ok(holding.length === 1 || (holding.length === 2 && name === "main.js"), `${name} is in ${holding.length} scripts`);
      for (const [, called] of source(name).matchAll(/^(?:export )?(?:async )?function (\w+)/gm)) assert.match(holding.at(-1), new RegExp(`function ${called}\\d*\\(`), `${name}: ${called}`);
    }
    assert.match(built("index.html"), /<script type="module" async src="early.js"/);
    // Line by line, since there are several ways to write a text in a script.
    for (const line of readdirSync(EXAMPLES).flatMap((name) => readFileSync(join(EXAMPLES, name), "utf8").split("\n"))) assert.ok(/["'`]/.test(line) || scripts[0].includes(line), line);
    for (const name of ["style.css", "reading.css", "panels.css"]) assert.ok(built("page.css").includes(source(name)), name);
    for (const text of [built("pkg/khabar.js"), source("analysis-worker.js")]) assert.ok(built("pkg/worker.js").includes(text));
    for (const name of ["early.js", "page.js", "page.css", "pkg/worker.js"]) {
      assert.match(built(name), /^\/\* khabar\. MIT OR Apache-2\.0: see LICENSE-MIT and LICENSE-APACHE\.\n/, name);
      assert.doesNotMatch(built(name), /sourceMappingURL/, name); // nothing is fetched after the start, not even for the tools of developers
    }
  });

  test("no address in it is absolute", () => {
    for (const name of readdirSync(SITE).filter((file) => /\.(js|css|html)$/.test(file))) {
      // The strings of the page tell readers what to try.
      const text = readFileSync(join(SITE, name), "utf8").replaceAll(/^  "privacy\..*$/gm, "");
      assert.doesNotMatch(text, /(src|href)="\/|url\(|import "\/|from "\/|fetch\("\//, name);
      assert.doesNotMatch(text.replaceAll("http://www.w3.org/2000/svg", ""), /https?:\/\//, name);
    }
  });
});
