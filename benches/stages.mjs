// The stages of an analysis one by one: natively, in Node.js and in Chromium. benches/build-stages builds what is measured.
//
// node benches/stages.mjs [--size 300] [--rounds 15]
// The size is in kB of UTF-8. Prints a Markdown table.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { countBytes, textOf } from "./corpus.mjs";
import { heading, label, number, table, whole } from "./format.mjs";
import { median } from "./measure.mjs";
import { available as chromiumMissing } from "./tools/khabar-chromium.mjs";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "target/stages");
const MODULE = join(FOLDER, "khabar_bg.wasm");
const PROGRAM = join(resolve(ROOT, process.env.CARGO_TARGET_DIR || "target"), "release/khabar-stages");
// The first rounds of a process are for its compiled code.
const WARM_UP = 5;

/** Timings as src/stages.rs has them, one a round, and the milliseconds of opening the model for the first time. */
function native(text, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "khabar-stages-"));
  const file = join(folder, "article.txt");
  writeFileSync(file, text);
  const [opened, ...lines] = execFileSync(PROGRAM, [file, String(rounds)], { encoding: "utf8" }).trimEnd().split("\n");
  rmSync(folder, { recursive: true });
  return { opened: Number(opened), timings: lines.map((line) => JSON.parse(line)) };
}

function inNode(text, rounds) {
  const khabar = new Function(`${readFileSync(join(FOLDER, "khabar.js"), "utf8")}; return wasm_bindgen;`)();
  khabar.initSync({ module: new WebAssembly.Module(readFileSync(MODULE)) });
  const start = performance.now();
  khabar.open_tagger();
  const opened = performance.now() - start;
  return { opened, timings: Array.from({ length: rounds }, () => JSON.parse(khabar.time_stages(text))) };
}

async function inChromium(text, rounds) {
  const { Browser } = await import("./chromium/browser.mjs");
  const browser = await Browser.open(FOLDER);
  await browser.load();
  await browser.text(text);
  const result = { opened: await browser.ask("openTagger"), timings: await browser.ask("stages", { rounds }) };
  await browser.close();
  return result;
}

/** Why the stages cannot be measured here, or nothing. */
export const available = () => ([MODULE, PROGRAM].every((path) => existsSync(path)) ? null : "not built (benches/build-stages)");

/** Medians for Arabic of `size` bytes: {bytes, tokens, json, builds: {name: {opened, stages: {name: ms}, whole}}}. */
export async function stages(size, rounds, report) {
  const text = textOf("ar", size);
  const figures = { bytes: countBytes(text), builds: {} };
  const builds = { native, "Node.js": inNode, ...(chromiumMissing() ? {} : { Chromium: inChromium }) };
  for (const [name, measure] of Object.entries(builds)) {
    report(`stages, ${name}`);
    const { opened, timings } = await measure(text, WARM_UP + rounds);
    const kept = timings.slice(WARM_UP);
    const of = (stage) => median(kept.map((timing) => timing.stages.find(([other]) => other === stage)[1]));
    figures.builds[name] = {
      opened,
      stages: Object.fromEntries(kept[0].stages.map(([stage]) => [stage, of(stage)])),
      whole: median(kept.map((timing) => timing.stages.reduce((sum, [, time]) => sum + time, 0))),
    };
    ({ tokens: figures.tokens, json: figures.json } = kept[0]);
  }
  return figures;
}

export function printStages({ bytes, tokens, json, builds }) {
  heading("Stage by stage", `Arabic, ${label(Math.round(bytes / 1000) * 1000)}, ${whole(tokens)} tokens; milliseconds, medians. The model is opened once, in the first analysis. In WebAssembly the text and the JSON have still to change hands with JavaScript.`);
  const list = Object.values(builds);
  const row = (name, of) => [name, ...list.map((build) => of(build))];
  table(
    ["stage", ...Object.keys(builds).map((name) => `${name}, ms`), "share (Node.js)"],
    [
      ...Object.keys(list[0].stages).map((stage) => [...row(stage, (build) => number(build.stages[stage])), `${whole((100 * builds["Node.js"].stages[stage]) / builds["Node.js"].whole)}%`]),
      [...row(`whole analysis, with its ${whole(json / 1000)} kB of JSON`, (build) => number(build.whole)), ""],
      [...row("tokens/s", (build) => whole((tokens / build.whole) * 1000)), ""],
      [...row("MB/s", (build) => number(bytes / 1000 / build.whole)), ""],
      [...row("opening the model, once", (build) => number(build.opened)), ""],
    ],
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { size: { type: "string", default: "300" }, rounds: { type: "string", default: "15" } } });
  const size = Number(values.size) * 1000;
  const rounds = Number(values.rounds);
  const wrong = size >= 1000 && Number.isInteger(rounds) && rounds >= 3 ? available() : "--size is in kB, 1 or more; --rounds 3 or more";
  if (wrong) {
    process.stderr.write(`stages: ${wrong}\n`);
    process.exit(2);
  }
  printStages(await stages(size, rounds, () => {}));
}
