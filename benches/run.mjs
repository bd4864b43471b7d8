// Measures khabar and its peers in one run and prints Markdown tables. scripts/bench sets everything up and calls this.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { countBytes, countCharacters, countWords, textOf } from "./corpus.mjs";
import { heading, label, number, table, whole } from "./format.mjs";
import { cold, peaks, warm } from "./measure.mjs";
import { FULL, MOST, SHORT } from "./pace.mjs";
import { peerSizes } from "./peer-sizes.mjs";
import { sizes } from "./sizes.mjs";
import { available as stagesMissing, printStages, stages } from "./stages.mjs";
import { TOOLS } from "./tools/index.mjs";

const HELP = `usage: node benches/run.mjs [--short] [--sizes ${FULL.sizes}] [--json FILE]

  --short        few repetitions, sizes ${SHORT.sizes}: to see that it works, not for figures
  --sizes LIST   sizes of the texts in kB (1,000 bytes of UTF-8), smallest first
  --json FILE    write the figures as JSON too
  --help         show this
`;
// Ten times the text may take this many times as long before the growth is marked.
const LINEAR = 15;

function options() {
  try {
    const { values } = parseArgs({ options: { short: { type: "boolean" }, sizes: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const pace = values.short ? SHORT : FULL;
    const given = values.sizes ?? pace.sizes;
    const list = given.split(",").map((size) => Number(size) * 1000);
    const wrong = list.some((size, index) => !Number.isSafeInteger(size) || size < 1000 || size <= (list[index - 1] ?? 0));
    if (wrong) throw new Error(`--sizes ${given}: not rising whole numbers such as 3,30,300`);
    return { list, pace, json: values.json };
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${HELP}`);
    process.exit(2);
  }
}

const { list, pace, json } = options();
const progress = (what) => process.stderr.write(`bench: ${what}\n`);

// Rows of the table: every tool that can run here on its language, and khabar once more with names that never come again.
const rows = [];
for (const [tool, { name, language, finds, available }] of Object.entries(TOOLS)) {
  const missing = available?.();
  if (missing && tool === "khabar") {
    process.stderr.write(`bench: ${missing}\n`);
    process.exit(2);
  }
  if (missing) {
    progress(`left out: ${name}: ${missing}`);
    continue;
  }
  rows.push({ tool, name, finds, language, text: (size) => textOf(language, size) });
  if (tool === "khabar") {
    rows.push({ tool, name: `${name}, other people in each copy`, finds, language, text: (size) => textOf(language, size, { newNames: true }) });
  }
}
const own = ({ tool }) => tool.startsWith("khabar");
// A process of many lines has its start behind it, and one tool stands there once.
const startRows = rows.filter(({ tool }, index) => tool !== "khabar-lines" && rows.findIndex((row) => row.tool === tool) === index);
const peakRows = startRows.filter(own);

const measured = await warm(rows, list, pace, progress);
const started = await cold(startRows, list[0], pace, progress);
const held = await peaks(peakRows, list, progress);
const withoutStages = stagesMissing();
if (withoutStages) progress(`left out: the stages: ${withoutStages}`);
const staged = withoutStages ? null : await stages(pace.stages.size, pace.stages.rounds, progress);
progress("sizes");
const weights = sizes();
const peerWeights = await peerSizes(progress);

const commit = (() => {
  try {
    const git = (...args) => execFileSync("git", args, { cwd: join(import.meta.dirname, ".."), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return `commit ${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--untracked-files=no") ? " with changes" : ""}`;
  } catch {
    return "not from git";
  }
})();
process.stdout.write(`Measured on ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, ${commit}${pace === SHORT ? "; SHORT FORM, no figures to go by" : ""}.\n\n`);

const growths = list.slice(1).map((size, index) => [list[index], size]);
const over = `over ${MOST / 1000} s`;

heading(
  "Whole analysis, warm",
  `Median of several repetitions, in milliseconds; the tools take turns. "${over}": so long by the time for the size before, or stopped then. Speed, what was found, and memory are those of the largest text in the row; memory is that of the module for WebAssembly, else of the process.`,
);
table(
  ["tool", "finds", ...list.map((size) => `${label(size)}, ms`), "MB/s", "words/s", "found in the largest", "memory, MB"],
  rows.map(({ name, finds, language, text }, index) => {
    const { times, found, memory } = measured[index];
    const largest = list.findLast((size) => times[size]);
    const seconds = times[largest] / 1000;
    const sample = largest ? text(largest) : "";
    return [
      name,
      `${finds} (${language})`,
      ...list.map((size) => (times[size] ? number(times[size]) : over)),
      largest ? number(countBytes(sample) / 1e6 / seconds) : "–",
      largest ? whole(countWords(sample) / seconds) : "–",
      found ? Object.entries(found).map(([what, count]) => `${whole(count)} ${what}`).join(", ") : "–",
      memory ? whole(memory / 1e6) : "–",
    ];
  }),
);

heading("Time, khabar (WebAssembly, Node.js) = 1", "From the table above.");
table(
  ["tool", ...list.map(label)],
  rows.map(({ name }, index) => [name, ...list.map((size) => (measured[index].times[size] ? number(measured[index].times[size] / measured[0].times[size]) : over))]),
);

heading("Time per byte", "Nanoseconds for a byte of UTF-8, from the table above: level where time grows as the text does.");
table(
  ["tool", ...list.map(label)],
  rows.flatMap((row, index) => (own(row) ? [[row.name, ...list.map((size) => (measured[index].times[size] ? number((measured[index].times[size] * 1e6) / size, 0) : over))]] : [])),
);

if (staged) printStages(staged);

heading(
  "Peak memory",
  `After one analysis in a new process, in MB; in brackets how much that is above ${label(list[0])}, in times the bytes of text that are more. Natively it is the whole process, in WebAssembly the memory of the module.`,
);
const above = (bySize, size) => (size > list[0] ? ` (${number((bySize[size] - bySize[list[0]]) / (size - list[0]), 1)}×)` : "");
table(
  ["", ...list.map(label)],
  peakRows.map(({ name }, index) => [name, ...list.map((size) => `${number(held[index][size] / 1e6, 1)}${above(held[index], size)}`)]),
);

heading(
  "Cold start",
  `A new process for each, for Chromium a new browser, served from this machine; the start of Node, Chromium and Python is not in it, that of the command line is. First analysis: ${label(list[0])}. Milliseconds, medians.`,
);
table(
  ["tool", "steps", "in all"],
  startRows.map(({ name }, index) => [
    name,
    Object.entries(started[index].steps).map(([step, time]) => `${step} ${number(time, 1)}`).join(", "),
    number(started[index].total, 1),
  ]),
);

const weighed = ({ name, raw, gzip, brotli, share, brotliShare }) => [
  name, whole(raw), whole(gzip), whole(brotli), share ? `${whole(share * 100)}%` : "", brotliShare ? `${whole(brotliShare * 100)}%` : "",
];
heading("What a reader downloads", "Bytes. The word lists are compressed here on their own; of the page each file is.");
table(["khabar", "raw", "gzip -9", "brotli 11", "share, raw", "share, brotli"], weights.map(weighed));
heading("What a page with a peer downloads", "Bytes, as one bundled and minified file; a model, where transformers needs one, comes on top.");
table(["peer", "raw", "gzip -9", "brotli 11"], peerWeights.map((weight) => weighed(weight).slice(0, 4)));

heading("The texts", "Original articles of this project, repeated and shuffled with a fixed seed; kB are 1,000 bytes of UTF-8.");
table(
  ["text", "bytes", "characters", "words"],
  [...new Set(rows.map(({ language }) => language))].flatMap((language) =>
    list.map((size) => {
      const text = textOf(language, size);
      return [`${language}, ${label(size)}`, whole(countBytes(text)), whole(countCharacters(text)), whole(countWords(text))];
    }),
  ),
);

for (const [index, row] of rows.entries()) {
  if (!own(row)) continue;
  for (const [small, large] of growths) {
    const growth = measured[index].times[large] / measured[index].times[small];
    if (growth <= (LINEAR / 10) * (large / small)) continue;
    process.stdout.write(`NOT LINEAR: ${row.name}, ${label(small)} → ${label(large)}: ${number(growth, 1)}× the time.\n`);
    // A few repetitions on a busy machine prove nothing.
    if (pace !== SHORT) process.exitCode = 1;
  }
}

if (json) {
  const figures = rows.map(({ tool, name, language }, index) => ({ tool, name, language, ...measured[index] }));
  const starts = startRows.map(({ tool }, index) => ({ tool, ...started[index] }));
  const memory = peakRows.map(({ tool }, index) => ({ tool, bySize: held[index] }));
  writeFileSync(json, `${JSON.stringify({ short: pace === SHORT, warm: figures, stages: staged, memory, cold: starts, sizes: weights, peerSizes: peerWeights }, null, 2)}\n`);
}
