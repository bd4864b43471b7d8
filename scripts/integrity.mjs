// Hashes for a hosted site, as browsers check them (Subresource Integrity): node scripts/integrity.mjs DIRECTORY
// Writes `integrity` attributes into DIRECTORY/index.html for what it links to, a <meta name="khabar-integrity"> with the hashes of
// what the page fetches itself, and SHA384SUMS (for sha384sum -c) and integrity.json of every file. Run once more, it does the same.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** What analysis-client.js fetches and hands to the worker: from www/ as it is (parts.js), and from a site of few files (bundle.mjs). */
const FETCHED = ["analysis-worker.js", "pkg/khabar.js", "pkg/khabar_bg.wasm"];
const FETCHED_OF_FEW = ["pkg/khabar_bg.wasm", "pkg/worker.js"];
// The lists themselves, and what is made after them: the list of the service worker holds the hash of the whole.
const LEFT_OUT = ["SHA384SUMS", "integrity.json", "pkg/files.js"];
const META = "khabar-integrity";

const sri = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** index.html with hashes of the files it names; `read` gives the bytes of a path. */
export function withIntegrity(html, read) {
  const fetched = html.includes('"pkg/worker.js"') ? FETCHED_OF_FEW : FETCHED;
  const table = JSON.stringify(Object.fromEntries(fetched.map((path) => [path, sri(read(path))])));
  return html
    .replaceAll(/ integrity="[^"]*"/g, "")
    .replace(new RegExp(`<meta name="${META}"[^>]*>\\n`), "")
    // What is preloaded is compared when it is fetched; browsers ignore a hash there, and say so.
    .replaceAll(/<(?:script|link)\b(?! rel="preload")[^>]*\b(?:src|href)="(?!data:)([^"]+)"[^>]*(?=>)/g, (tag, path) => `${tag} integrity="${sri(read(path))}"`)
    .replace(/<title>/, `<meta name="${META}" content='${table}'>\n$&`);
}

export const hasIntegrity = (html) => html.includes(`name="${META}"`);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const directory = process.argv[2];
  if (!directory) {
    console.error("usage: node scripts/integrity.mjs DIRECTORY");
    process.exit(2);
  }
  const read = (path) => readFileSync(join(directory, path));
  writeFileSync(join(directory, "index.html"), withIntegrity(read("index.html").toString("utf8"), read));
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((path) => !LEFT_OUT.includes(path) && !/(^|\/)\./.test(path))
    .sort();
  const hex = (path) => createHash("sha384").update(read(path)).digest("hex");
  writeFileSync(join(directory, "SHA384SUMS"), files.map((path) => `${hex(path)}  ${path}\n`).join(""));
  writeFileSync(join(directory, "integrity.json"), `${JSON.stringify(Object.fromEntries(files.map((path) => [path, sri(read(path))])), null, 2)}\n`);
}
