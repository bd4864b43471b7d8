// The command line, a process for each text: start, reading the file, analysis and printing the JSON are all in the time.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const BINARY = join(resolve(ROOT, process.env.CARGO_TARGET_DIR || "target"), "release", process.platform === "win32" ? "khabar.exe" : "khabar");

export const name = "khabar (native, whole process)";
export const language = "ar";
export const finds = "the same";

export const available = () => (existsSync(BINARY) ? null : `no ${BINARY}: build it first (cargo build --release)`);

let folder, file;

export async function load() {
  folder = mkdtempSync(join(tmpdir(), "khabar-bench-"));
  file = join(folder, "article.txt");
  return {};
}

export const prepare = (text) => writeFileSync(file, text);

function run(stdout) {
  const result = spawnSync(BINARY, ["analyse", file], { stdio: ["ignore", stdout, "inherit"], maxBuffer: 1 << 30 });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${BINARY} ended with ${result.status ?? result.signal}`);
  return result.stdout;
}

export const analyse = () => run("ignore");

export function count() {
  const { mentions, entities, dates, facts } = JSON.parse(run("pipe").toString("utf8"));
  return { names: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length };
}

export const close = () => rmSync(folder, { recursive: true });
