// The dates alone against chrono-node's Arabic: dates_json of the module and parse of the library take turns over one text,
// the sentences of dates-ar.txt repeated to the size asked for. Prints what each took, the ratio, and how much each found.
//
// node benches/dates.mjs [--size 120] [--rounds 15] [--package www/pkg]
// The size is in kB of UTF-8. Build the module first: scripts/build-wasm.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { parse } from "chrono-node/ar";
import { median } from "./measure.mjs";

const { values } = parseArgs({
  options: { size: { type: "string", default: "120" }, rounds: { type: "string", default: "15" }, package: { type: "string" } },
});
const size = Number(values.size) * 1000;
const rounds = Number(values.rounds);
if (!(size >= 1000 && rounds >= 3)) {
  process.stderr.write("dates: --size is in kB, 1 or more; --rounds 3 or more\n");
  process.exit(2);
}

const folder = values.package ?? join(import.meta.dirname, "../www/pkg");
if (!existsSync(join(folder, "khabar_bg.wasm"))) {
  process.stderr.write(`dates: no module in ${folder}: build it first (scripts/build-wasm)\n`);
  process.exit(2);
}
const khabar = new Function(`${readFileSync(join(folder, "khabar.js"), "utf8")}; return wasm_bindgen;`)();
khabar.initSync({ module: new WebAssembly.Module(readFileSync(join(folder, "khabar_bg.wasm"))) });

const sentences = readFileSync(join(import.meta.dirname, "dates-ar.txt"), "utf8");
const text = sentences.repeat(Math.ceil(size / Buffer.byteLength(sentences)));
const REFERENCE = new Date(Date.UTC(2024, 2, 12, 12));
const OPTIONS = { published: "2024-03-12", language: "ar" };

const tools = [
  { name: "khabar dates_json", run: () => JSON.parse(khabar.dates_json(text, OPTIONS)).length },
  // chrono-node computes lazily: the date is what a caller asks for.
  { name: "chrono-node ar parse", run: () => parse(text, REFERENCE).map((result) => result.start.date()).length },
];
for (const tool of tools) {
  tool.times = [];
  tool.found = tool.run();
}
for (let round = 0; round < rounds; round += 1) {
  for (const tool of tools) {
    const start = performance.now();
    tool.run();
    tool.times.push(performance.now() - start);
  }
}

const [ours, theirs] = tools;
const characters = [...text].length;
process.stdout.write(`${(Buffer.byteLength(text) / 1000).toFixed(0)} kB, ${characters} characters, median of ${rounds} rounds, node ${process.version}\n\n`);
process.stdout.write("| | ms | found | found in the sentences once |\n|---|---:|---:|---:|\n");
const copies = text.length / sentences.length;
for (const { name, times, found } of tools) {
  process.stdout.write(`| ${name} | ${median(times).toFixed(1)} | ${found} | ${(found / copies).toFixed(0)} |\n`);
}
process.stdout.write(`\nkhabar takes ${(median(ours.times) / median(theirs.times)).toFixed(2)} of the time of chrono-node.\n`);
