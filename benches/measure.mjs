// The measuring: warm times, tool after tool in rounds, so that whatever else the machine does meets all of them; and cold
// starts, each in a new process.

import { fork } from "node:child_process";
import { join } from "node:path";

/** A tool in its process; ask() calls a function of tool-process.mjs. */
export class ToolProcess {
  #child;
  #waiting = null;

  static async start(id) {
    const tool = new ToolProcess();
    tool.#child = fork(join(import.meta.dirname, "tool-process.mjs"), [id], { execArgv: ["--expose-gc"] });
    tool.#child.on("message", ({ value, error }) => (error ? tool.#settle("reject", new Error(`${id}: ${error}`)) : tool.#settle("resolve", value)));
    tool.#child.on("exit", (code, signal) => tool.#settle("reject", new Error(`${id}: the process ended with ${code ?? signal}`)));
    await new Promise((resolve, reject) => (tool.#waiting = { resolve, reject }));
    return tool;
  }

  #settle(how, value) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.[how](value);
  }

  ask(call, payload) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#child.send({ call, payload });
    });
  }

  async stop() {
    await this.ask("close");
    this.#child.disconnect();
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const ROUNDS = 5;
const WARM_UP = { least: 3, most: 400, during: 1500 };
const ROUND = { least: 1, most: 40, during: 150 };

/**
 * Warm times. `rows` are {tool, text(size)}; the result has, in the same order, the median milliseconds and the repetitions
 * for each size, what was found in the largest text, and the peak memory of the process after it, in bytes.
 */
export async function warm(rows, sizes, report) {
  const processes = [];
  for (const { tool } of rows) {
    const started = await ToolProcess.start(tool);
    await started.ask("load");
    processes.push(started);
  }
  const results = rows.map(() => ({ times: {}, repetitions: {}, found: null, memory: 0 }));
  for (const size of sizes) {
    report(`warm, ${size / 1000} kB`);
    const times = rows.map(() => []);
    for (const [index, row] of rows.entries()) {
      await processes[index].ask("text", { value: row.text(size) });
      // The first size warms the code up; the later ones meet it warm, and one run sizes the memory.
      await processes[index].ask("time", size === sizes[0] ? WARM_UP : { ...WARM_UP, least: 1, during: 0 });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const index of rows.keys()) times[index].push(...(await processes[index].ask("time", ROUND)));
    }
    for (const index of rows.keys()) {
      results[index].times[size] = median(times[index]);
      results[index].repetitions[size] = times[index].length;
    }
  }
  for (const [index, process] of processes.entries()) {
    results[index].memory = await process.ask("memory");
    results[index].found = await process.ask("count");
    await process.stop();
  }
  return results;
}

const STARTS = 7;

/** Cold starts: the median milliseconds of each step of load() and of the first analysis, in processes of their own. */
export async function cold(rows, size, report) {
  report(`cold, ${size / 1000} kB`);
  const samples = rows.map(() => []);
  for (let start = 0; start < STARTS; start += 1) {
    for (const [index, row] of rows.entries()) {
      const process = await ToolProcess.start(row.tool);
      await process.ask("text", { value: row.text(size) });
      const steps = await process.ask("load");
      const [first] = await process.ask("time", { least: 1, most: 1, during: 0 });
      samples[index].push({ ...steps, "first analysis": first });
      await process.stop();
    }
  }
  return samples.map((list) => {
    const steps = Object.fromEntries(Object.keys(list[0]).map((step) => [step, median(list.map((sample) => sample[step]))]));
    return { steps, total: median(list.map((sample) => Object.values(sample).reduce((sum, time) => sum + time, 0))) };
  });
}
