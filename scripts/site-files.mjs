// Lists the files of the page for its service worker, with a version made from their content: node scripts/site-files.mjs DIRECTORY
// Writes DIRECTORY/pkg/files.js. Run it again after any change; scripts/build-wasm and scripts/serve do.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

// Not fetched by the page: what the service worker itself is made of, declarations, notes.
const LEFT_OUT = [/^service-worker\.js$/, /^pkg\/files\.js$/, /\.d\.ts$/, /\.md$/, /(^|\/)\./, /^LICENSE/, /package\.json$/, /^SHA384SUMS$/, /^integrity\.json$/];

// For pages of other people: where the worker is one file (bundle.mjs), the page itself does not ask for the glue.
const [GLUE, WORKER] = ["pkg/khabar.js", "pkg/worker.js"];

/** The files of a folder, as paths with "/" in order, and the script that names them. */
export function siteFiles(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((path, _, all) => !LEFT_OUT.some((pattern) => pattern.test(path)) && !(path === GLUE && all.includes(WORKER)))
    .sort();
  const digest = createHash("sha256");
  for (const file of files) digest.update(`${file}\0`).update(readFileSync(join(directory, file)));
  const version = digest.digest("hex").slice(0, 16);
  return { files, version, script: `self.KHABAR_FILES = ${JSON.stringify({ version, files: ["./", ...files] })};\n` };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const directory = process.argv[2];
  if (!directory) {
    console.error("usage: node scripts/site-files.mjs DIRECTORY");
    process.exit(2);
  }
  writeFileSync(join(directory, "pkg/files.js"), siteFiles(directory).script);
}
