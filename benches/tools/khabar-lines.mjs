// The command line over many articles in one process and one thread: an NDJSON line in, a line out. Both pipes and the reading of
// JSON are in the time, the start of the process is not.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { BINARY, available } from "./khabar-native.mjs";

export { available };
export const name = "khabar (native, a line in and a line out)";
export const language = "ar";
export const finds = "the same";

let child;
let line = "";
let waiting = null;
let parts = [];

export async function load() {
  child = spawn(BINARY, ["analyse", "--ndjson", "--threads", "1", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  child.on("exit", (code, signal) => waiting?.reject(new Error(`${BINARY} ended with ${code ?? signal}`)));
  child.stdout.on("data", (data) => {
    parts.push(data);
    if (data.at(-1) !== 10) return; // One line is asked for at a time, so a line ends where data does.
    const answer = parts;
    parts = [];
    waiting?.resolve(answer);
    waiting = null;
  });
  return {};
}

export const prepare = (text) => (line = `${JSON.stringify({ id: 1, text })}\n`);

export async function analyse() {
  const answer = new Promise((resolve, reject) => (waiting = { resolve, reject }));
  if (!child.stdin.write(line)) await once(child.stdin, "drain");
  return answer;
}

export function count(answer) {
  const { error, mentions, entities, dates, facts } = JSON.parse(Buffer.concat(answer).toString("utf8"));
  if (error) throw new Error(error);
  return { names: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length };
}

/** The most that the process has held, as Linux tells it. */
export const memory = () => Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) * 1024;

export const close = () => child?.stdin.end();
