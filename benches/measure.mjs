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
    tool.#child = fork(join(import.meta.dirname, "tool-process.mjs"), [id]);
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

const ROUNDS = 7;
// The compiled code settles on the first size; on the others memory grows to what the text needs.
const FIRST_WARM_UP = { least: 3, most: 1000, during: 2000 };
const WARM_UP = { least: 1, most: 100, during: 1500 };
const ROUND = { least: 1, most: 40, during: 300 };
// After this many rounds a row that has taken this long in all, in milliseconds, has enough repetitions.
const FEWEST_ROUNDS = 3;
const ENOUGH = 15_000;
// A tool that would take longer than this for one text, in milliseconds, is not asked.
const TOO_LONG = 10_000;

/**
 * Warm times. `rows` are {tool, text(size)}; the result has, in the same order, the median milliseconds for each size (a size
 * that would take too long is absent), what was found in the largest text, and the peak memory of the process, in bytes.
 */
export async function warm(rows, sizes, report) {
  const processes = [];
  for (const { tool } of rows) {
    const started = await ToolProcess.start(tool);
    await started.ask("load");
    processes.push(started);
  }
  const results = rows.map(() => ({ times: {}, repetitions: {}, found: null, memory: 0 }));
  for (const [at, size] of sizes.entries()) {
    report(`warm, ${size / 1000} kB`);
    const before = sizes[at - 1];
    const asked = rows.map((_, index) => index).filter((index) => {
      const expected = before ? (results[index].times[before] * size) / before : 0;
      return expected <= TOO_LONG; // Not so either where the size before is absent.
    });
    const times = rows.map(() => []);
    for (const index of asked) {
      await processes[index].ask("text", { value: rows[index].text(size) });
      await processes[index].ask("time", before ? WARM_UP : FIRST_WARM_UP);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const index of asked) {
        const spent = times[index].reduce((sum, time) => sum + time, 0);
        if (round >= FEWEST_ROUNDS && spent > ENOUGH) continue;
        times[index].push(...(await processes[index].ask("time", ROUND)));
      }
    }
    for (const index of asked) {
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
