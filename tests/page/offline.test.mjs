// The page without its server, and as an installed application.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, SITE, analyse, launch, open, serve } from "./harness.mjs";
import { siteFiles } from "../../scripts/site-files.mjs";

let browser;
const servers = [];
before(async () => (browser = await launch()));
after(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});
const started = async () => {
  servers.push(await serve());
  return servers.at(-1);
};

describe("offline", () => {
  test("reloaded with the server stopped, it works as before, and asks for nothing", async () => {
    const server = await started();
    const { page, context, problems } = await open(browser, server.url, { serviceWorkers: "allow" });
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
    const server = await started();
    const { page, context } = await open(browser, server.url, { serviceWorkers: "allow" });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.close();
    for (const address of ["", "index.html", "?from=bookmark"]) {
      await page.goto(server.url + address);
      await page.locator("body[data-ready]").waitFor();
    }
    await context.close();
  });

  test("without a service worker it works all the same", async () => {
    const server = await started();
    const { page, context, problems } = await open(browser, server.url, { wait: false, serviceWorkers: "allow" });
    await context.route("**/pkg/files.js", (route) => route.fulfill({ status: 404, body: "" }));
    await page.locator("body[data-ready]").waitFor();
    await analyse(page, ARTICLE);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test("the list of files is all of the site, and changes its version with any of them", () => {
    const { files, version } = siteFiles(SITE);
    for (const file of ["index.html", "main.js", "style.css", "examples/economy.txt"]) assert.ok(files.includes(file), file);
    for (const file of files) assert.ok(!/README|\.d\.ts$|service-worker/.test(file), file);
    assert.match(version, /^[0-9a-f]{16}$/);
  });
});

describe("installing", () => {
  test("the manifest is valid for the browser, and asks the server for nothing", async () => {
    const server = await started();
    const { page, context } = await open(browser, server.url, { serviceWorkers: "allow" });
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
  const modules = readdirSync(SITE).filter((name) => name.endsWith(".js"));
  const html = readFileSync(join(SITE, "index.html"), "utf8");

  test("every module that the page starts with is asked for at once", () => {
    const reached = new Set();
    const walk = (name) => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const [, next] of readFileSync(join(SITE, name), "utf8").matchAll(/^import .*? from "\.\/([^"]+)";$/gm)) walk(next);
    };
    walk("main.js");
    const asked = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(asked.toSorted(), [...reached].filter((name) => name !== "main.js" && name !== "early.js").sort());
    // Nothing lies there that nobody uses.
    assert.deepEqual(modules.filter((name) => !reached.has(name)).sort(), ["analysis-worker.js", "service-worker.js"]);
  });

  test("no address in it is absolute", () => {
    for (const name of ["index.html", ...modules, ...readdirSync(SITE).filter((file) => file.endsWith(".css"))]) {
      const text = readFileSync(join(SITE, name), "utf8");
      assert.doesNotMatch(text, /(src|href)="\/|url\(|import "\/|from "\/|fetch\("\//, name);
      assert.doesNotMatch(text.replaceAll("http://www.w3.org/2000/svg", ""), /https?:\/\//, name);
    }
  });
});
