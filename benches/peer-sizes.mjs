// What a page with a peer instead of khabar would download: its code in one file, as a bundler makes it, and whatever it loads
// by itself.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { weigh } from "./sizes.mjs";

const BUNDLED = {
  "chrono-node (ar)": 'export { parse } from "chrono-node/ar";',
  compromise: 'export { default } from "compromise";',
  "wink-nlp, eng-lite-web-model": 'export { default as nlp } from "wink-nlp"; export { default as model } from "wink-eng-lite-web-model";',
};

// transformers.min.js names these two files of the runtime, and fetches them from elsewhere unless the page has them.
const TRANSFORMERS = join(import.meta.dirname, "../target/tools/transformers");
const RUNTIME = ["ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.asyncify.wasm"];

async function bundle(source) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Rows of {name, raw, gzip, brotli}. */
export async function peerSizes(report) {
  const rows = [];
  for (const [name, source] of Object.entries(BUNDLED)) rows.push({ name, ...weigh(await bundle(source)) });
  const library = join(TRANSFORMERS, "library/dist/transformers.min.js");
  if (!existsSync(library)) {
    report(`left out: the size of @huggingface/transformers: no ${library}: scripts/bench fetches it, and needs npm's registry for that`);
    return rows;
  }
  report("size of @huggingface/transformers (a minute the first time)");
  const { version } = JSON.parse(readFileSync(join(TRANSFORMERS, "library/package.json"), "utf8"));
  const files = [library, ...RUNTIME.map((file) => join(TRANSFORMERS, "runtime/dist", file))];
  const weights = files.map((file) => weigh(readFileSync(file)));
  const all = (key) => weights.reduce((sum, weight) => sum + weight[key], 0);
  rows.push({ name: `@huggingface/transformers ${version} without any model: at least`, raw: all("raw"), gzip: all("gzip"), brotli: all("brotli") });
  return rows;
}
