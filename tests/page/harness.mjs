// What the tests share: a server on 127.0.0.1, a browser, a page that records every request.

import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { hasIntegrity, withIntegrity } from "../../scripts/integrity.mjs";
import { siteFiles } from "../../scripts/site-files.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
/** The page as it is written, and the folder under test: that, or what scripts/serve --build made of it. */
export const SOURCES = join(here, "../../www");
export const SITE = process.env.KHABAR_SITE ?? SOURCES;
export const isBuilt = existsSync(join(SITE, "page.js"));
export const EXAMPLES = join(SOURCES, "examples");
export const ARTICLE = readFileSync(join(here, "fixture/article.txt"), "utf8");
export const SEEDS = join(here, "../../../shared/seeds");

/** Whether the folder under test holds the module that wasm-pack makes. Asked for by name, it has to. */
export const hasModule = existsSync(join(SITE, "pkg/khabar_bg.wasm"));
if (process.env.KHABAR_SITE && !hasModule) throw new Error(`KHABAR_SITE has no pkg/khabar_bg.wasm: ${SITE}`);

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".txt": "text/plain", ".wasm": "application/octet-stream", ".png": "image/png", ".webmanifest": "application/manifest+json" };

// The smallest module there is, for the stand-in of fixture/khabar.js.
const EMPTY_MODULE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** Remembers what a function made of its first argument. */
function remembering(make) {
  const made = new Map();
  return (key, ...rest) => {
    if (!made.has(key)) made.set(key, make(key, ...rest));
    return made.get(key);
  };
}

/** The worker of a built site with the stand-in in it, joined as scripts/bundle.mjs does. */
const fixtureWorker = () => Buffer.concat([readFileSync(join(here, "fixture/khabar.js")), Buffer.from("\n"), readFileSync(join(SOURCES, "analysis-worker.js"))]);

/**
 * Serves a site under a sub-path, as a project page of a static host would. `change` may answer with
 * other bytes than there are; `types` are those of a host that knows more.
 */
export async function serve({ site = SITE, module = "fixture", compress = false, integrity = null, change = (file, body) => body, types = {} } = {}) {
  const read = remembering((file) => {
    if (module === "fixture" && file === "pkg/khabar.js") return readFileSync(join(here, "fixture/khabar.js"));
    if (module === "fixture" && file === "pkg/khabar_bg.wasm") return EMPTY_MODULE;
    if (module === "fixture" && file === "pkg/worker.js" && existsSync(join(site, file))) return fixtureWorker();
    // The fixture is not what the list was made of.
    if (file === "pkg/files.js") return Buffer.from(siteFiles(site).script);
    return existsSync(join(site, file)) ? readFileSync(join(site, file)) : null;
  });
  // The hashes of what is served, where the site has hashes or a test wants them.
  const content = remembering((file) => {
    const body = read(file);
    return file === "index.html" && (integrity ?? hasIntegrity(body.toString("utf8"))) ? Buffer.from(withIntegrity(body.toString("utf8"), read)) : body;
  });
  const compressed = remembering((file, body) => gzipSync(body));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = normalize(path).replace(/^\/some\/where\//, "");
    const file = inside === "" ? "index.html" : inside;
    let body = path.startsWith("/some/where/") && !file.startsWith("..") ? content(file) : null;
    if (body) body = change(file, body);
    // As static hosts send it; the tests themselves need no compression.
    const coded = compress && body;
    response.writeHead(body ? 200 : 404, { "Content-Type": types[extname(file)] ?? TYPES[extname(file)] ?? "application/octet-stream", ...(coded ? { "Content-Encoding": "gzip" } : {}) });
    response.end(coded ? compressed(file, body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: `${origin}/some/where/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** A fresh visitor's page, ready. `requests` are all it has made, `problems` what it complained of. */
export async function open(browser, url, { locale = "ar-EG", colorScheme = "light", viewport = { width: 1280, height: 900 }, wait = true, serviceWorkers = "block", ...rest } = {}) {
  const context = await browser.newContext({ locale, colorScheme, viewport, serviceWorkers, ...rest });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const requests = [];
  const problems = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(url);
  if (wait) await page.locator("body[data-ready]").waitFor();
  return { page, context, requests, problems };
}

export async function analyse(page, text) {
  if (!(await page.locator("#article").isVisible())) await page.locator("#edit-text").click();
  // A text box takes long texts slowly, key by key as it were; a file is what people would open.
  if (text.length > 20_000) {
    await page.locator("#file").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    return done(page);
  }
  await page.locator("#article").fill(text);
  await page.locator("#analyse").click();
  await done(page);
}

export const done = (page) => page.locator('#status[data-kind="done"]').waitFor();
