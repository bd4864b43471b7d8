// khabar as the page runs it: the no-modules glue and the module in www/pkg, which scripts/build-wasm writes.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

export const PACKAGE = join(import.meta.dirname, "../../www/pkg");
const MODULE = join(PACKAGE, "khabar_bg.wasm");

export const name = "khabar (WebAssembly, Node.js)";
export const language = "ar";
export const finds = "names linked, dates on the calendar, facts";

export const available = () => (existsSync(MODULE) ? null : `no module in ${PACKAGE}: build it first (scripts/build-wasm)`);

let bindings, exported;

export async function load() {
  const start = performance.now();
  const bytes = readFileSync(MODULE);
  bindings = new Function(`${readFileSync(join(PACKAGE, "khabar.js"), "utf8")}; return wasm_bindgen;`)();
  const read = performance.now();
  const module = await WebAssembly.compile(bytes);
  const compiled = performance.now();
  exported = await bindings({ module_or_path: module });
  return { read: read - start, compile: compiled - read, instantiate: performance.now() - compiled };
}

export const analyse = (text) => bindings.analyse_json(text, {});

/** Memory of the module, which only grows. */
export const memory = () => exported.memory.buffer.byteLength;

export function count(result) {
  const { mentions, entities, dates, facts } = JSON.parse(result);
  return { names: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length };
}
