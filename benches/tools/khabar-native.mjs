// The command line, a process for each text: start, reading the file, analysis and printing the JSON are all in the time.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
export const BINARY = join(resolve(ROOT, process.env.CARGO_TARGET_DIR || "target"), "release", process.platform === "win32" ? "khabar.exe" : "khabar");

export const name = "khabar (native, whole process)";
export const language = "ar";
export const finds = "the same";

export function available() {
  if (!existsSync(TIME)) return `no ${TIME}: install it (on Debian the package time)`;
  return existsSync(BINARY) ? null : `no ${BINARY}: build it first (cargo build --release)`;
}

// GNU time, in Debian the package `time`.
const TIME = "/usr/bin/time";

let folder, file;
let text = "";

export async function load() {
  folder = mkdtempSync(join(tmpdir(), "khabar-bench-"));
  file = join(folder, "article.txt");
  writeFileSync(file, text);
  return {};
}

export function prepare(value) {
  text = value;
  if (file) writeFileSync(file, text);
}

function run(stdout, ...command) {
  const [program, ...parameters] = command;
  const result = spawnSync(program, parameters, { stdio: ["ignore", stdout, "pipe"], maxBuffer: 1 << 30 });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return result;
}

export const analyse = () => run("ignore", BINARY, "analyse", file);

/** The most that one process holds for the text, as the system counts it. */
export const memory = () => Number(run("ignore", TIME, "-f", "%M", BINARY, "analyse", file).stderr.toString().trim().split("\n").at(-1)) * 1024;

export function count() {
  const { mentions, entities, dates, facts } = JSON.parse(run("pipe", BINARY, "analyse", file).stdout.toString("utf8"));
  return { names: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length };
}

export const close = () => folder && rmSync(folder, { recursive: true });
