// What a reader downloads: the module, its glue, how much of the module is word lists, and the whole page; and what the page of a
// peer would download.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { PACKAGE } from "./tools/khabar.mjs";

const ROOT = join(import.meta.dirname, "..");
const KNOWN = join(ROOT, "target/bench/weights");

/**
 * Raw, gzip and brotli, each as scripts/build-wasm counts it; the zlib inside Node packs worse than the gzip program. What was
 * weighed once is remembered by its hash: brotli takes a minute for the largest.
 */
export function weigh(bytes) {
  const known = join(KNOWN, `${createHash("sha256").update(bytes).digest("hex")}.json`);
  if (existsSync(known)) return JSON.parse(readFileSync(known, "utf8"));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const weight = { raw: bytes.length, gzip: execFileSync("gzip", ["-9", "-c"], { input: bytes, maxBuffer: 1 << 28 }).length, brotli: brotliCompressSync(bytes, { params }).length };
  mkdirSync(KNOWN, { recursive: true });
  writeFileSync(known, JSON.stringify(weight));
  return weight;
}

const sum = (weights) => weights.reduce((all, { raw, gzip, brotli }) => ({ raw: all.raw + raw, gzip: all.gzip + gzip, brotli: all.brotli + brotli }), { raw: 0, gzip: 0, brotli: 0 });

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

/** All files of the built site together, each packed on its own; null where it was not built. */
function site() {
  const folder = join(ROOT, "target/site");
  if (!existsSync(join(folder, "index.html"))) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const weights = files.map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name))).filter((bytes) => bytes.length > 0).map(weigh);
  return { name: `the whole page, ${weights.length} files`, ...sum(weights) };
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
  const page = site();
  return page ? [...rows, page] : rows;
}
