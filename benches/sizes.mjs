// What a reader downloads: the module, its glue, and how much of the module is word lists.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { PACKAGE } from "./tools/khabar.mjs";

const ROOT = join(import.meta.dirname, "..");

export function weigh(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** The packed word lists that build.rs wrote for this very module, by language; of builds that differ, the one in the module. */
function lexicons(module) {
  const folder = join(resolve(ROOT, process.env.CARGO_TARGET_DIR || "target"), "wasm32-unknown-unknown/release/build");
  const found = {};
  if (!existsSync(folder)) return found;
  const outputs = readdirSync(folder).map((name) => join(folder, name, "out")).filter((path) => existsSync(path));
  outputs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const output of outputs) {
    for (const file of readdirSync(output).filter((name) => name.endsWith(".lexicon"))) {
      const blob = readFileSync(join(output, file));
      // wasm-opt cuts data at long runs of zeros, so a piece from the middle stands for the whole.
      const middle = blob.subarray(blob.length >> 1, (blob.length >> 1) + 64);
      if (module.includes(middle)) found[file.replace(".lexicon", "")] ??= blob;
    }
  }
  return found;
}

/** Rows of {name, raw, gzip, brotli}; a row inside the module has `share`, its part of the module's bytes. */
export function sizes() {
  const module = readFileSync(join(PACKAGE, "khabar_bg.wasm"));
  const rows = [{ name: "khabar_bg.wasm", ...weigh(module) }];
  for (const [language, blob] of Object.entries(lexicons(module))) {
    const weight = weigh(blob);
    rows.push({ name: `of it, word lists: ${language}`, ...weight, share: weight.raw / rows[0].raw, brotliShare: weight.brotli / rows[0].brotli });
  }
  rows.push({ name: "khabar.js", ...weigh(readFileSync(join(PACKAGE, "khabar.js"))) });
  return rows;
}
