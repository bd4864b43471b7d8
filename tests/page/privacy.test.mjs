// Nothing leaves the page.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { ARTICLE, analyse, done } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("nothing leaves", () => {
  test("no request goes to another origin, and none at all after the start", async () => {
    const before = it.requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
    assert.ok(before.every((url) => url.startsWith(it.server.url)), before.join("\n"));
    await analyse(it.page, ARTICLE);
    await it.page.locator(".document-new").click();
    await it.page.locator('[data-example="economy.txt"]').click();
    await done(it.page);
    await it.page.locator("#interface-language").click();
    const later = it.requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:")).slice(before.length);
    assert.deepEqual(later, []);
  });

  test("after the start the page's own server is refused too", async () => {
    const outcomes = await it.page.evaluate(async () => {
      const tried = async (attempt) => {
        try {
          return await attempt();
        } catch (error) {
          return `refused: ${error.name}`;
        }
      };
      return {
        fetch: await tried(() => fetch("index.html").then(() => "loaded")),
        beacon: await tried(() => {
          return new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation", () => resolve("refused: policy"), { once: true });
            navigator.sendBeacon("index.html", "x");
            setTimeout(() => resolve("sent"), 1000);
          });
        }),
        image: await tried(
          () =>
            new Promise((resolve) => {
              const image = new Image();
              image.onload = () => resolve("loaded");
              image.onerror = () => resolve("refused: error");
              image.src = "index.html?image";
            }),
        ),
        import: await tried(() => import("./pkg/khabar.js?again").then(() => "loaded")),
        markup: await tried(() => ((document.createElement("script").text = "1"), "allowed")),
      };
    });
    for (const [name, outcome] of Object.entries(outcomes)) assert.match(outcome, /^refused/, `${name}: ${outcome}`);
  });

  test("a second server, ready to answer, hears nothing: fetch, beacon, image, script, style, frame, font, WebSocket, EventSource", async () => {
    const heard = [];
    const other = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" });
      response.end("window.loaded = true");
    });
    other.on("upgrade", (request, socket) => {
      heard.push(`UPGRADE ${request.url}`);
      socket.destroy();
    });
    await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
    const origin = `127.0.0.1:${other.address().port}`;
    try {
      // That it can be reached at all is shown by a page without the policy.
      const bare = await it.context.newPage();
      await bare.goto(`http://${origin}/bare`);
      await bare.evaluate((origin) => fetch(`http://${origin}/reachable`).then((response) => response.text()), origin);
      await bare.close();
      assert.ok(heard.includes("GET /reachable"));
      heard.length = 0;
      await analyse(it.page, ARTICLE);
      const tries = await it.page.evaluate(async (origin) => {
        const outcomes = {};
        const tried = async (name, attempt) => {
          outcomes[name] = await Promise.race([
            (async () => attempt())().then((value) => value ?? "went out", (error) => `refused: ${error?.name ?? error}`),
            new Promise((resolve) => setTimeout(() => resolve("refused: no answer"), 1500)),
          ]);
        };
        const events = (node) => new Promise((resolve, reject) => {
          node.onload = () => resolve("went out");
          node.onopen = () => resolve("went out");
          node.onerror = () => reject("error");
        });
        const added = (name, change) => {
          const node = Object.assign(document.createElement(name), change);
          document.body.append(node);
          return events(node).finally(() => node.remove());
        };
        const http = `http://${origin}`;
        await tried("fetch", () => fetch(`${http}/fetch`, { mode: "no-cors", method: "POST", body: "text" }));
        await tried("beacon", () => {
          const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", () => resolve("refused: policy"), { once: true }));
          navigator.sendBeacon(`${http}/beacon`, "text");
          return refused;
        });
        await tried("image", () => added("img", { src: `${http}/image` }));
        await tried("script", () => added("script", { src: `${http}/script` }));
        await tried("style", () => added("link", { rel: "stylesheet", href: `${http}/style` }));
        await tried("prefetch", () => added("link", { rel: "prefetch", href: `${http}/prefetch` }));
        await tried("font", () => new FontFace("x", `url(${http}/font)`).load());
        await tried("import", () => import(`${http}/import`));
        await tried("WebSocket", () => events(new WebSocket(`ws://${origin}/socket`)));
        await tried("EventSource", () => events(new EventSource(`${http}/events`)));
        await tried("frame", () => {
          const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", () => resolve("refused: policy"), { once: true }));
          document.body.append(Object.assign(document.createElement("iframe"), { src: `${http}/frame` }));
          return refused;
        });
        await tried("form", () => {
          const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", () => resolve("refused: policy"), { once: true }));
          const form = Object.assign(document.createElement("form"), { action: `${http}/form`, method: "post", target: "_blank" });
          document.body.append(form);
          form.submit();
          return refused;
        });
        return outcomes;
      }, origin);
      for (const [name, outcome] of Object.entries(tries)) assert.match(outcome, /^refused/, `${name}: ${outcome}`);
      const fromWorker = await it.page.workers()[0].evaluate(async (origin) => {
        const outcome = (attempt) => attempt().then(() => "went out", (error) => `refused: ${error.name ?? error}`);
        return [
          await outcome(() => fetch(`http://${origin}/worker`)),
          await outcome(async () => importScripts(`http://${origin}/worker-script`)),
          await outcome(() => new Promise((resolve, reject) => Object.assign(new WebSocket(`ws://${origin}/worker-socket`), { onopen: resolve, onerror: () => reject("error") }))),
        ];
      }, origin);
      for (const outcome of fromWorker) assert.match(outcome, /^refused/);
      await it.page.waitForTimeout(300);
      assert.deepEqual(heard, []);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  test("what the page stores is what it says it stores", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.waitForTimeout(600);
    assert.deepEqual(await it.page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], ["khabar.open"], ""]);
    assert.deepEqual(await it.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
    assert.deepEqual(await it.context.cookies(), []);
    await it.page.locator("#privacy summary").click();
    const note = await it.page.locator("#privacy").textContent();
    for (const words of ["fetch", "الانتقال إلى صفحة أخرى", "إضافات", "لهذا اللسان", "تصحيحاتك"]) assert.ok(note.includes(words), words);
  });

  test("the worker is bound by the same ban", async () => {
    // The page's worker is started from this very kind of address; one made in its likeness must be refused too.
    const worker = it.page.workers()[0];
    assert.match(worker.url(), /^blob:/);
    const outcome = await worker.evaluate(async (origin) => {
      const tried = async (attempt) => attempt().then(() => "loaded", (error) => `refused: ${error.name}`);
      return {
        own: await tried(() => fetch(`${origin}/some/where/index.html`)),
        other: await tried(() => fetch("http://127.0.0.2:9/")),
        script: await tried(async () => importScripts(`${origin}/some/where/pkg/khabar.js`)),
      };
    }, it.server.origin);
    for (const [name, result] of Object.entries(outcome)) assert.match(result, /^refused/, `${name}: ${result}`);
    assert.ok(!it.requests.some((url) => url.includes("127.0.0.2")), "a request went out");
  });
});
