// The worker: stopped, broken, missing.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("the worker", () => {
  test("long work can be stopped; the text stays and the next analysis works", async () => {
    await it.page.locator("#article").fill("!slow");
    await it.page.locator("#analyse").click();
    await it.page.locator("#cancel").click();
    assert.match(await it.status(), /أُوقف/);
    assert.equal(await it.page.locator("#cancel").isVisible(), false);
    assert.equal(await it.page.locator("#article").inputValue(), "!slow");
    await analyse(it.page, ARTICLE);
    assert.equal(await it.mark('[data-type="PER"]').count(), 2);
  });

  test("the seconds of long work are counted", async () => {
    await it.page.locator("#article").fill("!slow");
    await it.page.locator("#analyse").click();
    await it.page.locator("#status", { hasText: /^يجري التحليل… [2-9]\d* ث$/ }).waitFor();
    await it.page.locator("#cancel").click();
    assert.match(await it.status(), /أُوقف/);
  });

  test("a newer question replaces an older one", async () => {
    await it.page.locator("#article").fill("!slow");
    await it.page.locator("#analyse").click();
    await analyse(it.page, ARTICLE);
    assert.equal(await it.shownText(), ARTICLE);
  });

  test("a trap in the module is told, and the worker starts anew", async () => {
    await it.page.locator("#article").fill("!trap");
    await it.page.locator("#analyse").click();
    await it.kindOfStatus("error");
    assert.match(await it.status(), /unreachable.*نصك كما هو/);
    assert.equal(await it.page.locator("#article").inputValue(), "!trap");
    await analyse(it.page, ARTICLE);
    assert.equal(await it.shownText(), ARTICLE);
  });

  test("a module that does not load is told", async () => {
    const visitor = await it.browser.newContext({ locale: "ar-EG" });
    const broken = await visitor.newPage();
    await broken.route("**/khabar_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await broken.goto(it.server.url);
    await broken.locator('#status[data-kind="error"]').waitFor();
    // With a hash for it, the browser refuses the answer before its status is read.
    assert.match(await broken.locator("#status").textContent(), /khabar_bg\.wasm: (404|Failed to fetch)/);
    await broken.locator("#article").fill("نص");
    await broken.locator("#analyse").click();
    assert.match(await broken.locator("#status").textContent(), /khabar_bg\.wasm: (404|Failed to fetch)/);
    await visitor.close();
  });

  test("a browser without workers is told", async () => {
    const visitor = await it.browser.newContext({ locale: "en-GB" });
    await visitor.addInitScript(() => delete globalThis.Worker);
    const bare = await visitor.newPage();
    await bare.goto(it.server.url);
    await bare.locator('#status[data-kind="error"]').waitFor();
    assert.match(await bare.locator("#status").textContent(), /Worker/);
    await visitor.close();
  });
});
