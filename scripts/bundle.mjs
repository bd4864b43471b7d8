// Makes a site of few files out of a copy of www/: node scripts/bundle.mjs DIRECTORY
// The page starts when its last file is there, and each file costs the browser a round through its processes. So the modules become
// page.js, the styles page.css, the worker's two scripts pkg/worker.js, and the examples go into page.js. All stay readable: nothing
// is minified, no name is shortened. What they were made of is taken out of DIRECTORY.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const NOTICE = "khabar. MIT OR Apache-2.0: see LICENSE-MIT and LICENSE-APACHE beside this file.\n   Made of the files of www/ by scripts/bundle.mjs; comments are there.";
const ENTRY = "page.js";
const STYLE = "page.css";
const WORKER = "pkg/worker.js";

const directory = process.argv[2] && resolve(process.argv[2]);
if (!directory) {
  console.error("usage: node scripts/bundle.mjs DIRECTORY");
  process.exit(2);
}
// Put there by scripts/setup.
const { build } = createRequire(fileURLToPath(new URL("../target/tools/", import.meta.url)))("esbuild");
const read = (path) => readFileSync(join(directory, path), "utf8");
const write = (path, text) => writeFileSync(join(directory, path), text);
const gone = [];

const html = read("index.html");
const all = (pattern) => [...html.matchAll(pattern)].map(([, path]) => path);
const styles = all(/<link rel="stylesheet" href="([^"]+)">/g);
const scripts = all(/<script type="module" src="([^"]+)"><\/script>/g);
const source = await import(`file://${join(directory, "parts.js")}`);
const examples = readdirSync(join(directory, "examples")).sort();

/** What parts.js says in a site of few files. */
const parts = `
export const MODULE = ${JSON.stringify(source.MODULE)};
export const WORKER = ${JSON.stringify([WORKER])};
const EXAMPLES = ${JSON.stringify(Object.fromEntries(examples.map((file) => [file, read(`examples/${file}`)])), null, 2)};
export const exampleText = async (file) => EXAMPLES[file] ?? null;
`;
const { outputFiles, metafile } = await build({
  stdin: { contents: scripts.map((path) => `import "./${path}";`).join("\n"), resolveDir: directory, sourcefile: "index.html" },
  absWorkingDir: directory,
  bundle: true,
  format: "esm",
  target: "esnext",
  charset: "utf8",
  legalComments: "inline",
  banner: { js: `/* ${NOTICE} */` },
  write: false,
  metafile: true,
  logLevel: "warning",
  plugins: [{ name: "parts", setup: ({ onLoad }) => onLoad({ filter: /[\\/]parts\.js$/ }, () => ({ contents: parts, loader: "js" })) }],
});
gone.push(...Object.keys(metafile.inputs).filter((path) => path !== "index.html"));
write(ENTRY, outputFiles[0].text);

write(STYLE, [`/* ${NOTICE} */\n`, ...styles.map(read)].join("\n"));
write(WORKER, [`/* ${NOTICE} */\n`, ...source.WORKER.map(read)].join("\n"));
gone.push(...styles, source.WORKER.at(-1), "examples");

// There is nothing to see before the script has written the words (style.css), so no paint is made of that.
const tags = [
  `<link rel="stylesheet" href="${STYLE}">`,
  `<script type="module" src="${ENTRY}" blocking="render"></script>`,
  `<link rel="preload" href="${source.MODULE}" as="fetch" type="application/wasm" crossorigin>`,
  `<link rel="preload" href="${WORKER}" as="fetch" crossorigin>`,
];
const first = html.indexOf(`<link rel="stylesheet"`);
const last = html.indexOf("</head>");
const between = html.slice(first, last).replaceAll(/<(link|script)\b[^>]*>(<\/script>)?\n|<!--.*-->\n/g, "");
if (between !== "") throw new Error(`bundle: index.html has more in its head than this knows of: ${between}`);
write("index.html", `${html.slice(0, first)}${tags.join("\n")}\n${html.slice(last)}`);
for (const path of gone) rmSync(join(directory, path), { recursive: true });
