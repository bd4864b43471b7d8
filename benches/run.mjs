// Measures khabar and its peers in one run and prints Markdown tables. scripts/bench sets everything up and calls this.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { countBytes, countCharacters, countWords, textOf } from "./corpus.mjs";
import { cold, warm } from "./measure.mjs";
import { sizes } from "./sizes.mjs";
import { TOOLS } from "./tools/index.mjs";

const HELP = `usage: node benches/run.mjs [--sizes 3,30,300] [--json FILE]

  --sizes LIST   sizes of the texts in kB (1,000 bytes of UTF-8), smallest first
  --json FILE    write the figures as JSON too
  --help         show this
`;
// Ten times the text may take this many times as long before the growth is marked.
const LINEAR = 15;

function options() {
  try {
    const { values } = parseArgs({ options: { sizes: { type: "string", default: "3,30,300" }, json: { type: "string" }, help: { type: "boolean" } } });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const list = values.sizes.split(",").map((size) => Number(size) * 1000);
    const wrong = list.some((size, index) => !Number.isSafeInteger(size) || size < 1000 || size <= (list[index - 1] ?? 0));
    if (wrong) throw new Error(`--sizes ${values.sizes}: not rising whole numbers such as 3,30,300`);
    return { list, json: values.json };
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${HELP}`);
    process.exit(2);
  }
}

const { list, json } = options();
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

const number = (value, digits = value < 10 ? 2 : value < 100 ? 1 : 0) =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = (value) => number(value, 0);

function table(head, body) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const numeric = head.map((_, column) => column > 0 && body.every((cells) => /^[\d.,\s×–%]*$/u.test(cells[column])));
  process.stdout.write([line(head), line(numeric.map((right) => (right ? "---:" : "---"))), ...body.map(line), "", ""].join("\n"));
}
const heading = (title, note) => process.stdout.write(`### ${title}\n\n${note ? `${note}\n\n` : ""}`);

const measured = await warm(rows, list, progress);
const coldRows = rows.filter(({ tool }, index) => tool !== "khabar-native" && rows.findIndex((row) => row.tool === tool) === index);
const started = await cold(coldRows, list[0], progress);
const weights = sizes();

const commit = (() => {
  try {
    const git = (...args) => execFileSync("git", args, { cwd: join(import.meta.dirname, ".."), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return `commit ${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--untracked-files=no") ? " with changes" : ""}`;
  } catch {
    return "not from git";
  }
})();
process.stdout.write(`Measured on ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, ${commit}.\n\n`);

heading(
  "Whole analysis, warm",
  "Median of several repetitions, in milliseconds; the tools take turns. Speed and ratio are those of the largest text in the row; a – would have taken too long.",
);
const label = (size) => `${size / 1000} kB`;
const growths = list.slice(1).map((size, index) => [list[index], size]);
table(
  ["tool", "finds", ...list.map((size) => `${label(size)}, ms`), ...growths.map(([small, large]) => `${label(small)} → ${label(large)}`), "MB/s", "words/s", "time, khabar = 1", "found in the largest", "memory, MB"],
  rows.map(({ name, finds, language, text }, index) => {
    const { times, found, memory } = measured[index];
    const largest = list.findLast((size) => times[size]);
    const seconds = times[largest] / 1000;
    const sample = text(largest);
    return [
      name,
      `${finds} (${language})`,
      ...list.map((size) => (times[size] ? number(times[size]) : "–")),
      ...growths.map(([small, large]) => (times[large] ? `${number(times[large] / times[small], 1)}×` : "–")),
      number(countBytes(sample) / 1e6 / seconds),
      whole(countWords(sample) / seconds),
      number(times[largest] / measured[0].times[largest]),
      Object.entries(found).map(([what, count]) => `${whole(count)} ${what}`).join(", "),
      whole(memory / 1e6),
    ];
  }),
);

heading("Cold start", `A new process for each; the start of Node itself is not in it. First analysis: ${label(list[0])}. Milliseconds, medians.`);
table(
  ["tool", "steps", "in all"],
  coldRows.map(({ name }, index) => [
    name,
    Object.entries(started[index].steps).map(([step, time]) => `${step} ${number(time, 1)}`).join(", "),
    number(started[index].total, 1),
  ]),
);

heading("Size of the module", "Bytes. The word lists are compressed here on their own.");
table(
  ["file", "raw", "gzip -9", "brotli 11", "share, raw", "share, brotli"],
  weights.map(({ name, raw, gzip, brotli, share, brotliShare }) => [
    name, whole(raw), whole(gzip), whole(brotli), share ? `${whole(share * 100)}%` : "", brotliShare ? `${whole(brotliShare * 100)}%` : "",
  ]),
);

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

for (const [index, { name, tool }] of rows.entries()) {
  if (!tool.startsWith("khabar")) continue;
  for (const [small, large] of growths) {
    const growth = measured[index].times[large] / measured[index].times[small];
    if (growth <= (LINEAR / 10) * (large / small)) continue;
    process.stdout.write(`NOT LINEAR: ${name}, ${label(small)} → ${label(large)}: ${number(growth, 1)}× the time.\n`);
    process.exitCode = 1;
  }
}

if (json) {
  const figures = rows.map(({ tool, name, language }, index) => ({ tool, name, language, ...measured[index] }));
  const starts = coldRows.map(({ tool }, index) => ({ tool, ...started[index] }));
  writeFileSync(json, `${JSON.stringify({ warm: figures, cold: starts, sizes: weights }, null, 2)}\n`);
}
