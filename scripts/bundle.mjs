// Makes a site of few files out of a copy of www/: node scripts/bundle.mjs DIRECTORY
// Each file costs the browser a round through its processes, and the page starts when the last of them is there. So the modules
// become early.js, which loads the analyser, and page.js; the styles page.css; the worker's two scripts pkg/worker.js; the examples
// go into early.js. All stay readable: nothing is minified, no name is shortened. What they were made of is taken out of DIRECTORY.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NOTICE = "/* khabar. MIT OR Apache-2.0: see LICENSE-MIT and LICENSE-APACHE.\n   Made of the files of www/ by scripts/bundle.mjs; comments are there. */\n";
const EARLY = "early.js";
const PAGE = "page.js";
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

const html = read("index.html");
const found = (pattern) => [...html.matchAll(pattern)].map(([, path]) => path);
const styles = found(/<link rel="stylesheet" href="([^"]+)">/g);
const [early, main] = found(/<script type="module"(?: async)? src="([^"]+)"><\/script>/g);
const parts = await import(pathToFileURL(join(directory, "parts.js")));
const examples = Object.fromEntries(readdirSync(join(directory, "examples")).sort().map((file) => [file, read(`examples/${file}`)]));

/** What modules say in a site of few files. */
const INSTEAD = {
  "parts.js": `export const MODULE = ${JSON.stringify(parts.MODULE)};\nexport const WORKER = ${JSON.stringify([WORKER])};\n`,
  "example-texts.js": `const TEXTS = ${JSON.stringify(examples)};\nexport async function exampleTexts() {\n  return new Map(Object.entries(TEXTS));\n}\n`,
};

/** One script with all that some modules import; modules in `elsewhere` are left to the script that has them. */
async function joined(modules, statement, elsewhere = { modules: [], file: "" }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: modules.map((name) => `${statement} "./${name}";`).join("\n"), resolveDir: directory, sourcefile: "index.html" },
    absWorkingDir: directory,
    bundle: true,
    format: "esm",
    target: "esnext",
    charset: "utf8",
    banner: { js: NOTICE },
    write: false,
    metafile: true,
    logLevel: "warning",
    plugins: [
      {
        name: "few-files",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path }) => (elsewhere.modules.includes(basename(path)) ? { path: `./${elsewhere.file}`, external: true } : undefined));
          onLoad({ filter: /./ }, ({ path }) => (basename(path) in INSTEAD ? { contents: INSTEAD[basename(path)], loader: "js" } : undefined));
        },
      },
    ],
  });
  return { text: outputFiles[0].text, modules: Object.keys(metafile.inputs).filter((path) => path !== "index.html") };
}

const within = (await joined([early], "import")).modules;
const first = await joined(within, "export * from");
const second = await joined([main], "import", { modules: within, file: EARLY });
const style = [NOTICE, ...styles.map(read)].join("\n");
const worker = [NOTICE, ...parts.WORKER.map(read)].join("\n");
// The glue stays, for pages of other people.
for (const path of [...within, ...second.modules, ...styles, parts.WORKER.at(-1), "examples"]) rmSync(join(directory, path), { recursive: true });
write(EARLY, first.text);
write(PAGE, second.text);
write(STYLE, style);
write(WORKER, worker);

const head = [
  `<link rel="stylesheet" href="${STYLE}">`,
  `<script type="module" async src="${EARLY}"></script>`,
  // There is nothing to see before this has written the words (style.css), so nothing is painted.
  `<script type="module" src="${PAGE}" blocking="render"></script>`,
  // Low, since over a slow line the words of the page would wait for it.
  `<link rel="preload" href="${parts.MODULE}" as="fetch" type="application/wasm" crossorigin fetchpriority="low">`,
  `<link rel="preload" href="${WORKER}" as="fetch" crossorigin>`,
];
const from = html.indexOf('<link rel="stylesheet"');
const to = html.indexOf("</head>");
const unknown = html.slice(from, to).replaceAll(/<link rel="(?:stylesheet|preload|modulepreload)"[^>]*>\n|<script type="module"[^>]*><\/script>\n|<!--.*-->\n/g, "");
if (unknown !== "") throw new Error(`bundle: the head of index.html has what this does not know: ${unknown}`);
write("index.html", `${html.slice(0, from)}${head.join("\n")}\n${html.slice(to)}`);
