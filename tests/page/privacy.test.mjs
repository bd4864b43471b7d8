// Nothing leaves the page.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse, done } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("nothing leaves", () => {
  test("no request goes to another origin, and none at all after the start", async () => {
    const before = it.requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
    assert.ok(before.every((url) => url.startsWith(it.server.url)), before.join("\n"));
    await analyse(it.page, ARTICLE);
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
        import: await tried(() => import("./strings.js?again").then(() => "loaded")),
        markup: await tried(() => ((document.createElement("script").text = "1"), "allowed")),
      };
    });
    for (const [name, outcome] of Object.entries(outcomes)) assert.match(outcome, /^refused/, `${name}: ${outcome}`);
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
        script: await tried(async () => importScripts(`${origin}/some/where/strings.js`)),
      };
    }, it.server.origin);
    for (const [name, result] of Object.entries(outcome)) assert.match(result, /^refused/, `${name}: ${result}`);
    assert.ok(!it.requests.some((url) => url.includes("127.0.0.2")), "a request went out");
  });
});
