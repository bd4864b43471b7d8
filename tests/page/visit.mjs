// A server, a browser and a fresh page for each test of a file, and what tests do on it.

import { after, afterEach, before, beforeEach } from "node:test";
import { launch, open, serve } from "./harness.mjs";

/**
 * Call once at the top of a file. The returned object has, during a test: server, browser, page, context, requests, problems.
 * @param options of harness.open for each page; `site` and `module` for the server
 */
export function visit({ site, module, ...options } = {}) {
  const it = {
    status: () => it.page.locator("#status").textContent(),
    kindOfStatus: (kind) => it.page.locator(`#status[data-kind="${kind}"]`).waitFor(),
    shownText: () => it.page.locator("#result").evaluate((node) => node.textContent),
    mark: (selector = "") => it.page.locator(`#result mark${selector}`),
    tab: (id) => it.page.locator(`#tab-${id}`).click(),
    lit: (name = "evidence") => it.page.evaluate((id) => [...(CSS.highlights.get(id) ?? [])].map(String), `khabar-${name}`),
    /** Selects words of the article, the n-th time they stand there. */
    select: (words, nth = 1) =>
      it.page.evaluate(
        ([words, nth]) => {
          const walker = document.createTreeWalker(document.querySelector("#result"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          let text = "";
          while (walker.nextNode()) {
            nodes.push([text.length, walker.currentNode]);
            text += walker.currentNode.data;
          }
          let start = -1;
          for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
          const at = (offset) => {
            const [from, node] = nodes.findLast(([from]) => from <= offset);
            return [node, offset - from];
          };
          const range = document.createRange();
          range.setStart(...at(start));
          range.setEnd(...at(start + words.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        },
        [words, nth],
      ),
    /** The clipboard's content, as a page of the web or a program would leave it, pasted at the focus. */
    paste: (types) =>
      it.page.evaluate((types) => {
        const data = new DataTransfer();
        for (const [type, value] of Object.entries(types)) data.setData(type, value);
        return document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, types),
    /** Files dropped on the page: [[name, bytes]]. */
    drop: async (...files) => {
      const transfer = await it.page.evaluateHandle(
        (files) => {
          const data = new DataTransfer();
          for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name, { type: "text/plain" }));
          return data;
        },
        files.map(([name, bytes]) => [name, [...bytes]]),
      );
      await it.page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
      await it.page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    },
  };
  before(async () => {
    it.server = await serve({ site, module });
    it.browser = await launch();
  });
  after(async () => {
    await it.browser?.close();
    it.server?.close();
  });
  beforeEach(async () => {
    Object.assign(it, await open(it.browser, it.server.url, options));
  });
  afterEach(async () => {
    await it.context.close();
  });
  return it;
}

/**
 * For a file whose tests need servers of their own: `browser` during a test, and started(options), a server with those of
 * harness.serve over `defaults`. All are closed after the last test.
 */
export function browserAndServers(defaults = {}) {
  const servers = [];
  const its = {
    started: async (options = {}) => {
      servers.push(await serve({ ...defaults, ...options }));
      return servers.at(-1);
    },
  };
  before(async () => (its.browser = await launch()));
  after(async () => {
    await its.browser?.close();
    for (const server of servers) server.close();
  });
  return its;
}

export const utf8 = (text) => Buffer.from(text, "utf8");
