// Counts the instructions that texts made to be hard take, beside plain news of the same length.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textOf } from "../benches/corpus.mjs";
import { KINDS, adversarial } from "../tests/adversarial.mjs";

const HELP = `usage: scripts/linear [--short] [--sizes 100,400] [--only WORDS] [--native MB]

Analyses texts made to be hard (tests/adversarial.mjs) with target/release/khabar under valgrind, which counts instructions:
the same on a busy machine and an idle one. Fails when one costs more than twice plain news of the same length, or when its
cost grows faster than its length.

  --short        some kinds, at small sizes: for scripts/test
  --sizes LIST   two sizes or more in kB (default: 100,400)
  --only WORDS   the kinds whose name contains WORDS
  --native MB    time and memory of one run of each kind at this size instead, not counted
  --binary FILE  the program to run (default: target/release/khabar)
  --jobs N       how many run side by side (default: 2)
  --help         show this
`;

/** How many times the instructions of plain news a text of the same length may take. */
const MOST_OF_PLAIN = 2;
/**
 * Those that take more, and how much: a token or a line every third byte, a date every tenth, a verb or an office every other
 * word. No more than that is let pass; where plain news gets cheaper and they do not, the ratios rise.
 */
const MORE_THAN_THAT = {
  "letters, one a line": 2.7,
  "new names with an office": 2.4,
  "offices with names": 2.3,
  "verbs": 2.3,
  "one sentence of names, verbs, offices": 2.2,
  "dates, numeric": 2.6,
  "times of day": 2.4,
  "datelines": 2.2,
  "scripts in turns": 3.5,
};
/** How many times as much a text of N times the length may take, over N. */
const MOST_GROWTH = 1.1;
/** How many bytes of memory a byte of text may take. */
const MOST_MEMORY = 20;
/**
 * Those that take more, by how much. What is known of a token, a name, a date and a fact, and its JSON, is many times the bytes of a
 * text that is nothing else.
 */
const MORE_MEMORY_THAN_THAT = [
  [29, ["names joined by بن", "groups", "قال", "أن", "verbs and names", "common words", "numbers", "buttons, one a line"]],
  [38, [
    "Arabic commas", "ellipses", "quotes, curled", "names joined by و", "new names, one surname", "offices and bodies", "رئيس وزير",
    "places joined by و", "bodies and groups", "money", "URLs", "one URL", "credits, one a line", "base64",
  ]],
  [44, [
    "brackets around words", "quotes around words", "names of three words", "offices", "places", "random words", "months",
    "telephone numbers", "timestamps, one a line",
  ]],
  [58, [
    "lone و", "dashes", "quotes «", "quotes »", "quotes, nested", "quotes, all", "places, one a line", "offices with names",
    "meetings", "verbs, names and أن", "one sentence of names, verbs, offices", "dates", "days joined by و", "datelines", "tags", "English names",
  ]],
  [75, [
    "stops", "quotes opened by a speaker", "قال أن", "statements", "one fact", "dates, one a line", "days", "times of day", "addresses",
  ]],
  [119, [
    "commas", "letters, one a line", "colons", "slashes", "NUL", "brackets, open", "brackets, closing", "brackets, reversed",
    "brackets, nested", "brackets of three kinds", "quotes, straight", "new names with an office", "dates, numeric", "scripts in turns",
  ]],
];
const mostMemory = (kind) => MORE_MEMORY_THAN_THAT.find(([, kinds]) => kinds.includes(kind))?.[0] ?? MOST_MEMORY;

const ROOT = join(import.meta.dirname, "..");
const WORK = join(ROOT, "target/linear");
const PLAIN = "plain news";
/** Those that were dear once, and one of each sort. */
const SHORT = ["clitics وبال, words", "brackets, nested", "quotes opened by a speaker", "a million names", "new names, one surname", "قال أن", "days joined by و", "timestamps, one a line", "numbers with points", "English names"];

function fail(message) {
  console.error(`linear: ${message}`);
  process.exit(2);
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (data) => (told += data));
    child.on("error", () => fail(`${program} cannot be run: install it as your system does it`));
    child.on("close", (code) => (code === 0 ? resolve(told) : reject(new Error(`${program}: exit status ${code}\n${told}`))));
  });
}

/** The file of a kind at a size in bytes. */
function file(kind, size) {
  const path = join(WORK, `${process.pid}-${Object.keys(KINDS).indexOf(kind)}-${size}.txt`);
  writeFileSync(path, size === 0 ? "" : kind === PLAIN ? textOf("ar", size) : adversarial(kind, size));
  return path;
}

/** Instructions of one analysis. */
async function instructions(kind, size) {
  const path = file(kind, size);
  const told = await run("valgrind", ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", BINARY, "analyse", path]);
  rmSync(path);
  const count = /I\s+refs:\s+([\d,]+)/.exec(told)?.[1];
  if (!count) throw new Error(`valgrind printed no count:\n${told}`);
  return Number(count.replaceAll(",", ""));
}

/** Seconds and bytes of the highest memory of one analysis. */
async function native(kind, size) {
  const path = file(kind, size);
  const told = await run("/usr/bin/time", ["-f", "%U %M", BINARY, "analyse", path]);
  rmSync(path);
  const [seconds, kilobytes] = told.trim().split("\n").at(-1).split(" ").map(Number);
  return { seconds, memory: kilobytes * 1024 };
}

/** The results of `work` over a list, in its order, `jobs` at a time. */
async function inTurns(list, jobs, work) {
  const results = [];
  let next = 0;
  const one = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index]);
    }
  };
  await Promise.all(Array.from({ length: jobs }, one));
  return results;
}

const row = (name, ...columns) => console.log(`| ${name.padEnd(38)} |${columns.map((column) => ` ${String(column).padStart(12)} |`).join("")}`);

async function counted(kinds, sizes, jobs) {
  const plain = await inTurns(sizes, jobs, (size) => instructions(PLAIN, size));
  row("instructions, plain news = 1", ...sizes.map((size) => `${size / 1000} kB`), "each further", "growth");
  console.log(`|${"-".repeat(40)}|${"-------------:|".repeat(sizes.length + 2)}`);
  row(`${PLAIN}, million instructions`, ...plain.map((count) => (count / 1e6).toFixed(1)), `${(further(plain) / (sizes.at(-1) - sizes[0])).toFixed(0)} a byte`, growth(plain, sizes).toFixed(2));
  const over = [];
  await inTurns(kinds, jobs, async (kind) => {
    const counts = [];
    for (const size of sizes) counts.push(await instructions(kind, size));
    const ratio = further(counts) / further(plain);
    row(kind, ...counts.map((count, index) => (count / plain[index]).toFixed(2)), ratio.toFixed(2), growth(counts, sizes).toFixed(2));
    if (ratio > (MORE_THAN_THAT[kind] ?? MOST_OF_PLAIN) || growth(counts, sizes) > MOST_GROWTH) over.push(kind);
  });
  return over;
}

/** What the largest costs more than the smallest: what is done once in a process costs nothing there. */
const further = (counts) => counts.at(-1) - counts[0];

/** How much more the largest costs than the smallest, over how much longer it is. */
const growth = (counts, sizes) => counts.at(-1) / counts[0] / (sizes.at(-1) / sizes[0]);

async function measured(kinds, size, jobs) {
  const none = await native(PLAIN, 0);
  const plain = await native(PLAIN, size);
  row(`${size / 1e6} MB, one run`, "seconds", "plain = 1", "memory, MB", "of the text");
  console.log(`|${"-".repeat(40)}|${"-------------:|".repeat(4)}`);
  const over = [];
  const show = (kind, { seconds, memory }) => {
    const times = (memory - none.memory) / size;
    row(kind, seconds.toFixed(2), (seconds / plain.seconds).toFixed(2), (memory / 1e6).toFixed(0), times.toFixed(1));
    if (times > mostMemory(kind)) over.push(kind);
  };
  show(PLAIN, plain);
  await inTurns(kinds, jobs, async (kind) => show(kind, await native(kind, size)));
  return over;
}

let options;
try {
  options = parseArgs({
    options: { short: { type: "boolean" }, sizes: { type: "string" }, only: { type: "string" }, native: { type: "string" }, binary: { type: "string" }, jobs: { type: "string" }, help: { type: "boolean", short: "h" } },
  }).values;
} catch (error) {
  fail(error.message);
}
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const sizes = (options.sizes ?? (options.short ? "30,90" : "100,400")).split(",").map((size) => Number(size) * 1000);
if (sizes.length < 2 || !sizes.every((size, index) => size > (sizes[index - 1] ?? 0))) fail(`--sizes needs two sizes or more in kB, smallest first, and not ${options.sizes}`);
const megabytes = Number(options.native ?? 1);
if (!(megabytes > 0)) fail(`--native needs a size in MB, and not ${options.native}`);
const jobs = Number(options.jobs ?? 2);
if (!Number.isInteger(jobs) || jobs < 1) fail(`--jobs needs a whole number, and not ${options.jobs}`);
const kinds = Object.keys(KINDS).filter((kind) => (options.only ? kind.includes(options.only) : !options.short || SHORT.includes(kind)));
if (kinds.length === 0) fail(`no kind has ${options.only} in its name`);
const BINARY = options.binary ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "release/khabar");
if (!existsSync(BINARY)) fail(`${BINARY} is not there: cargo build --release --bin khabar`);

mkdirSync(WORK, { recursive: true });
const over = options.native ? await measured(kinds, megabytes * 1e6, jobs) : await counted(kinds, sizes, jobs);
if (over.length > 0) {
  console.error(`\nlinear: over the bound: ${over.join("; ")}`);
  process.exit(1);
}
