// A module of khabar in a worker of Chromium, served from this machine.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../../tests/page/harness.mjs";

const SCRIPT = "text/javascript";
/** Milliseconds after which a new browser is done with itself. */
const SETTLED = 1_500;

/** Chromium with the module in `folder`; load() comes first, then the calls of worker.js. */
export class Browser {
  #server;
  #browser;
  #page;
  #text = "";

  static async open(folder) {
    const opened = new Browser();
    const here = (name) => readFileSync(join(import.meta.dirname, name));
    const files = {
      "/": ["text/html", () => '<!doctype html><meta charset="utf-8"><title>khabar</title><script src="page.js"></script>'],
      "/page.js": [SCRIPT, () => here("page.js")],
      "/worker.js": [SCRIPT, () => here("worker.js")],
      "/glue.js": [SCRIPT, () => readFileSync(join(folder, "khabar.js"))],
      "/module.wasm": ["application/wasm", () => readFileSync(join(folder, "khabar_bg.wasm"))],
      "/text.txt": ["text/plain; charset=utf-8", () => opened.#text],
    };
    opened.#server = createServer((request, response) => {
      const [type, content] = files[request.url] ?? [];
      // Isolated from other pages, the clock of the browser is fine enough for a millisecond.
      response.writeHead(type ? 200 : 404, { "Content-Type": type ?? "text/plain", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp", "Cache-Control": "no-store" });
      response.end(content?.());
    });
    await new Promise((resolve) => opened.#server.listen(0, "127.0.0.1", resolve));
    opened.#browser = await launch();
    opened.#page = await opened.#browser.newPage();
    opened.#page.setDefaultTimeout(0);
    await opened.#page.goto(`http://127.0.0.1:${opened.#server.address().port}/`);
    // The start of the browser itself goes on for a while after its first page is there, and is not what is measured.
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    return opened;
  }

  get version() {
    return this.#browser.version();
  }

  load() {
    return this.#page.evaluate("load()");
  }

  async text(text) {
    this.#text = text;
    await this.ask("text");
  }

  ask(call, payload) {
    return this.#page.evaluate(([call, payload]) => ask(call, payload), [call, payload]);
  }

  async close() {
    await this.#browser?.close();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
