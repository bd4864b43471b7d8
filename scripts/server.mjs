// A static file server for 127.0.0.1, for looking at the page: node scripts/server.mjs DIRECTORY [PORT]
// Answers `no-cache`, so that a changed file is the one that the browser shows. A site written by scripts/serve has its service
// worker, which shows a new site once the tabs of the old one are closed; the page's own sources (www/) have one that takes away any
// that a site left at this address, since it would show yesterday's.
// Without PORT: 8000, or the next free one.

import { existsSync, readFile, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};
const FIRST_PORT = 8000;
const LAST_PORT = 8099;

const root = resolve(process.argv[2] ?? ".");
const wanted = process.argv[3];

/** The file that a request path names, or null: never one outside the root. */
function fileFor(path) {
  try {
    const file = join(root, normalize(decodeURIComponent(path)));
    if (file !== root && !file.startsWith(root + sep)) return null;
    return statSync(file).isDirectory() ? join(file, "index.html") : file;
  } catch {
    return null;
  }
}

const NO_SERVICE_WORKER = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("khabar ")) await caches.delete(name);
  await self.registration.unregister();
})()));
`;

const isBuilt = existsSync(join(root, ".khabar-site"));

const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  const file = fileFor(path);
  const missing = () => {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end("Not found\n");
  };
  if (!file) return missing();
  readFile(file, (error, content) => {
    if (error) return missing();
    const body = path === "/service-worker.js" && !isBuilt ? Buffer.from(NO_SERVICE_WORKER) : content;
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": body.length,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    response.end(body);
  });
});

let port = Number(wanted ?? FIRST_PORT);
server.on("error", (error) => {
  if (error.code === "EADDRINUSE" && wanted === undefined && port < LAST_PORT) {
    port += 1;
    server.listen(port, "127.0.0.1");
    return;
  }
  const cause = error.code === "EADDRINUSE" ? "something else already listens there" : error.message;
  console.error(`serve: cannot listen on port ${port}: ${cause}`);
  process.exit(1);
});
server.on("listening", () => console.log(`khabar: http://127.0.0.1:${server.address().port}/   (Ctrl-C stops it)`));
server.listen(port, "127.0.0.1");
