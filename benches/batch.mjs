// Many articles in one run of the command line: throughput and peak memory, for one thread and for all cores, and for a tenth of
// the articles too, which shows whether memory grows with their number. scripts/bench --batch builds and calls this.
// Fails when two numbers of threads print different bytes, or when memory grows.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { endless } from "./articles.mjs";

const ROOT = join(import.meta.dirname, "..");
const BINARY = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "release/khabar");
const FOLDER = join(ROOT, "target/bench");
// Ten times the articles may take so many times the memory: what allocators keep back varies from run to run.
const GROWTH = 1.25;
// How often a process is looked at; what it has used only ever rises.
const LOOK = 50;

function options() {
  const usage = "usage: node benches/batch.mjs [--articles N] [--json FILE]\n";
  try {
    const { values } = parseArgs({ options: { articles: { type: "string", default: "100000" }, json: { type: "string" } } });
    const count = Number(values.articles);
    if (!Number.isSafeInteger(count) || count < 1000) throw new Error(`--articles ${values.articles}: not a whole number from 1000`);
    return { count, json: values.json };
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${usage}`);
    process.exit(2);
  }
}

/** The file with the first so many of our articles, written when it is not there yet. */
async function input(count) {
  mkdirSync(FOLDER, { recursive: true });
  const sources = ["articles.mjs", "corpus.mjs"].map((name) => readFileSync(join(import.meta.dirname, name)));
  const version = createHash("sha256").update(Buffer.concat(sources)).digest("hex").slice(0, 12);
  const path = join(FOLDER, `articles-${count}-${version}.ndjson`);
  if (existsSync(path)) return path;
  const file = createWriteStream(`${path}.part`);
  let left = count;
  for (const article of endless()) {
    if (!file.write(`${JSON.stringify(article)}\n`)) await once(file, "drain");
    if (--left === 0) break;
  }
  await new Promise((resolve) => file.end(resolve));
  renameSync(`${path}.part`, path);
  return path;
}

/** What a process has used so far, as Linux tells it: bytes of memory at most, seconds of processor time. */
function used(pid) {
  try {
    const memory = Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
    // After the name in brackets: user time and system time are the 12th and 13th fields, in hundredths.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return { memory, processor: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null;
  }
}

async function run(path, threads) {
  const started = performance.now();
  const child = spawn(BINARY, ["analyse", "--threads", String(threads), path], { stdio: ["ignore", "pipe", "inherit"] });
  let last = { memory: 0, processor: 0 };
  const looking = setInterval(() => (last = used(child.pid) ?? last), LOOK);
  const digest = createHash("sha256");
  let lines = 0;
  let bytes = 0;
  child.stdout.on("data", (data) => {
    digest.update(data);
    bytes += data.length;
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines += 1;
  });
  const [code] = await once(child, "close");
  clearInterval(looking);
  if (code !== 0) throw new Error(`khabar ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, ...last, lines, bytes, digest: digest.digest("hex") };
}

const { count, json } = options();
const figures = [];
const failures = [];
for (const articles of [Math.floor(count / 10), count]) {
  process.stderr.write(`bench: writing ${articles} articles\n`);
  const path = await input(articles);
  const size = statSync(path).size;
  for (const threads of [...new Set([1, availableParallelism()])]) {
    process.stderr.write(`bench: ${articles} articles, threads: ${threads}\n`);
    const result = await run(path, threads);
    if (result.lines !== articles) failures.push(`${result.lines} answers to ${articles} articles`);
    figures.push({ articles, threads, size, ...result });
  }
}
for (const { articles, threads, memory, digest } of figures) {
  const same = figures.find((other) => other.articles === articles);
  if (same.digest !== digest) failures.push(`${articles} articles: ${threads} threads print other bytes than ${same.threads}`);
  const smaller = figures.find((other) => other.threads === threads);
  if (memory > smaller.memory * GROWTH) failures.push(`threads: ${threads}: ${articles} articles take ${(memory / smaller.memory).toFixed(2)} times the memory of ${smaller.articles}`);
}

const whole = (value) => Math.round(value).toLocaleString("en-GB");
process.stdout.write(`Measured on ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${cpus().length} cores.\n\n`);
process.stdout.write("| articles | MB | threads | seconds | articles/s | MB/s | processor seconds | articles per processor second | peak memory, MB |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
for (const { articles, size, threads, seconds, processor, memory } of figures) {
  const cells = [whole(articles), whole(size / 1e6), threads, seconds.toFixed(1), whole(articles / seconds), (size / 1e6 / seconds).toFixed(2), processor.toFixed(1), processor ? whole(articles / processor) : "–", memory ? (memory / 1e6).toFixed(1) : "–"];
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
for (const failure of failures) process.stderr.write(`bench: ${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
