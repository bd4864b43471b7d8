// What a reader downloads: the module, its glue, and how much of the module is word lists.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { PACKAGE } from "./tools/khabar.mjs";

const ROOT = join(import.meta.dirname, "..");

/** Raw, gzip and brotli, each as scripts/build-wasm counts it; the zlib inside Node packs worse than the gzip program. */
export function weigh(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, gzip: execFileSync("gzip", ["-9", "-c"], { input: bytes, maxBuffer: 1 << 28 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

const PIECE = 32;
const PIECES = 200;

/** Whether most pieces of the blob are in the module: wasm-opt cuts data at runs of zeros, so the whole is not there as it was. */
function holds(module, blob) {
  const starts = Array.from({ length: PIECES }, (_, index) => Math.floor((index * (blob.length - PIECE)) / PIECES));
  return starts.filter((start) => module.includes(blob.subarray(start, start + PIECE))).length > PIECES / 2;
}

/** The packed word lists in the module, by language: of the builds in the target folder, the one that is in this very module. */
function lexicons(module) {
  const folder = join(resolve(ROOT, process.env.CARGO_TARGET_DIR || "target"), "wasm32-unknown-unknown/release/build");
  const found = {};
  if (!existsSync(folder)) return found;
  const outputs = readdirSync(folder).map((name) => join(folder, name, "out")).filter((path) => existsSync(path));
  outputs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const output of outputs) {
    for (const file of readdirSync(output).filter((name) => name.endsWith(".lexicon"))) {
      const language = file.replace(".lexicon", "");
      const blob = readFileSync(join(output, file));
      if (!(language in found) && holds(module, blob)) found[language] = blob;
    }
  }
  return found;
}

/** Rows of {name, raw, gzip, brotli}; a row inside the module has `share`, its part of the module's bytes. */
export function sizes() {
  const module = readFileSync(join(PACKAGE, "khabar_bg.wasm"));
  const rows = [{ name: "khabar_bg.wasm", ...weigh(module) }];
  const lists = Object.entries(lexicons(module)).sort(([one], [other]) => one.localeCompare(other, "en"));
  for (const [language, blob] of lists) {
    const weight = weigh(blob);
    rows.push({ name: `of it, word lists: ${language}`, ...weight, share: weight.raw / rows[0].raw, brotliShare: weight.brotli / rows[0].brotli });
  }
  rows.push({ name: "khabar.js", ...weigh(readFileSync(join(PACKAGE, "khabar.js"))) });
  return rows;
}
