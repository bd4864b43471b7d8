// Chromium as readers have it, for measuring: no debugger is attached to a page while it starts. (Playwright's has the browser note
// for each request which line of the page asked for it, and for that read the page's script once more.)

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=ar", "--remote-debugging-pipe"];
// Milliseconds: a new window loads the browser's own interface, which is not what a page takes.
const SETTLING = 1500;
const LOOK = 250; // milliseconds from one look whether the page is done to the next
const MOST = 60_000; // milliseconds a visit may take

export async function bareBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "khabar-browser-"));
  const browser = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , commands, answers] = browser.stdio;
  const waiting = new Map();
  let lastId = 0;
  let rest = "";
  // The DevTools protocol over pipes: one JSON object after the other, each ended by a zero.
  answers.setEncoding("utf8").on("data", (data) => {
    const messages = (rest + data).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const [resolve, reject] = waiting.get(id) ?? [];
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
      waiting.delete(id);
    }
  });
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      waiting.set(id, [resolve, reject]);
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return {
    send,
    /** In a fresh profile: `script` runs before the page's own; resolves to what `result`, an expression, is once it is not null. */
    async visit(url, script, result) {
      const { browserContextId } = await send("Target.createBrowserContext");
      const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId, width: 1280, height: 900 });
      const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
      await send("Page.enable", {}, sessionId);
      await send("Page.addScriptToEvaluateOnNewDocument", { source: script }, sessionId);
      await pause(SETTLING);
      await send("Page.navigate", { url }, sessionId);
      const until = Date.now() + MOST;
      for (;;) {
        await pause(LOOK);
        const { result: found } = await send("Runtime.evaluate", { expression: `JSON.stringify(${result})`, returnByValue: true }, sessionId);
        const value = JSON.parse(found.value ?? "null");
        if (value === null && Date.now() < until) continue;
        await send("Target.disposeBrowserContext", { browserContextId });
        if (value === null) throw new Error(`${url}: no result after ${MOST / 1000} s`);
        return value;
      }
    },
    async close() {
      const exited = once(browser, "exit");
      await send("Browser.close");
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
