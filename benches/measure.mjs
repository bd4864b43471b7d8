// The measuring: warm times, tool after tool in rounds, so that whatever else the machine does meets all of them; cold starts and
// memory, each in a new process.

import { fork } from "node:child_process";
import { join } from "node:path";
import { MOST, ONCE } from "./pace.mjs";

/** What ask() throws when a tool was stopped. */
class TooLong extends Error {}

/** A tool in its process; ask() calls a function of tool-process.mjs. */
export class ToolProcess {
  #child;
  #waiting = null;

  static async start(id) {
    const tool = new ToolProcess();
    // A group of its own, so that what it starts is stopped with it.
    tool.#child = fork(join(import.meta.dirname, "tool-process.mjs"), [id], { detached: true });
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

  /** Asks; after `limit` milliseconds the process is stopped and TooLong thrown. */
  ask(call, payload, limit) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#child.send({ call, payload });
      if (!limit) return;
      const timer = setTimeout(() => {
        this.#settle("reject", new TooLong());
        process.kill(-this.#child.pid, "SIGKILL");
      }, limit);
      const stop = (settle) => (value) => {
        clearTimeout(timer);
        settle(value);
      };
      this.#waiting = { resolve: stop(resolve), reject: stop(reject) };
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

/**
 * Warm times. `rows` are {tool, text(size)}; the result has, in the same order, the median milliseconds for each size (a size
 * that takes longer than MOST is absent), how often it was measured, what was found in the largest text, and the peak memory of
 * the process in bytes; those two are null for a tool that had to be stopped.
 */
export async function warm(rows, sizes, pace, report) {
  const processes = [];
  for (const { tool } of rows) {
    const started = await ToolProcess.start(tool);
    await started.ask("load");
    processes.push(started);
  }
  const results = rows.map(() => ({ times: {}, repetitions: {}, found: null, memory: null }));
  for (const [at, size] of sizes.entries()) {
    report(`warm, ${size / 1000} kB`);
    const before = sizes[at - 1];
    // Not asked either where the size before is absent.
    const expected = (index) => (before ? (results[index].times[before] * size) / before : 0);
    let asked = rows.map((_, index) => index).filter((index) => expected(index) <= MOST);
    const times = rows.map(() => []);
    for (const index of asked) {
      await processes[index].ask("text", { value: rows[index].text(size) });
      try {
        const first = await processes[index].ask("time", { least: 1, most: 1, during: 0 }, MOST);
        if (first[0] > ONCE) times[index] = first;
        else await processes[index].ask("time", before ? pace.warmUp : pace.firstWarmUp);
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        processes[index] = null;
      }
    }
    asked = asked.filter((index) => processes[index]);
    for (let round = 0; round < pace.rounds; round += 1) {
      for (const index of asked) {
        const spent = times[index].reduce((sum, time) => sum + time, 0);
        if (times[index][0] > ONCE || (round >= pace.fewestRounds && spent > pace.enough)) continue;
        times[index].push(...(await processes[index].ask("time", pace.round)));
      }
    }
    for (const index of asked) {
      results[index].times[size] = median(times[index]);
      results[index].repetitions[size] = times[index].length;
    }
  }
  for (const [index, process] of processes.entries()) {
    if (!process) continue;
    results[index].memory = await process.ask("memory");
    results[index].found = await process.ask("count");
    await process.stop();
  }
  return results;
}

/** Cold starts: the median milliseconds of each step of load() and of the first analysis, in processes of their own. */
export async function cold(rows, size, pace, report) {
  report(`cold, ${size / 1000} kB`);
  const samples = rows.map(() => []);
  for (let start = 0; start < pace.starts; start += 1) {
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

/**
 * Peak memory in bytes by size, after one analysis in a new process, as the tool's memory() tells it. `rows` as for warm().
 */
export async function peaks(rows, sizes, report) {
  const results = [];
  for (const { tool, text } of rows) {
    report(`memory, ${tool}`);
    const bySize = {};
    for (const size of sizes) {
      const process = await ToolProcess.start(tool);
      await process.ask("text", { value: text(size) });
      await process.ask("load");
      await process.ask("time", { least: 1, most: 1, during: 0 });
      bySize[size] = await process.ask("memory");
      await process.stop();
    }
    results.push(bySize);
  }
  return results;
}
