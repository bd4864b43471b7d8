// dateparser, of Python: search_dates for Arabic, in a process of its own that times itself.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const name = "dateparser (Python), search_dates, ar";
export const language = "ar";
export const finds = "dates";

const PYTHON = join(import.meta.dirname, "../../target/dateparser/bin/python");

export const available = () => (existsSync(PYTHON) ? null : `no ${PYTHON}: scripts/bench installs it, and needs Python with venv and PyPI for that`);

let child, lines;
let text = "";

async function ask(call, payload) {
  child.stdin.write(`${JSON.stringify({ call, ...payload })}\n`);
  const { value, done } = await lines.next();
  if (done) throw new Error("dateparser-search.py ended: its message is above");
  return JSON.parse(value);
}

export async function load() {
  child = spawn(PYTHON, [join(import.meta.dirname, "dateparser-search.py")], { stdio: ["pipe", "pipe", "inherit"] });
  lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  if (text) await ask("prepare", { text });
  return ask("load");
}

export async function prepare(value) {
  text = value;
  if (child) await ask("prepare", { text });
}

export const time = (wish) => ask("time", wish);
export const analyse = () => ask("count");
export const count = (dates) => ({ dates });
export const memory = () => ask("memory");
export const close = () => child?.stdin.end();
