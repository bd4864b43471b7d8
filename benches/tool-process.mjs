// One tool in a process of its own, so that no tool pays for the memory or the compiled code of another. measure.mjs starts it
// with the tool's id and asks; it answers one message for each.

import { performance } from "node:perf_hooks";

const tool = await import(`./tools/${process.argv[2]}.mjs`);
let text = "";

/** Milliseconds of each repetition: at least `least`, then more until `during` milliseconds are over or there are `most`. */
async function time({ least, most, during }) {
  const times = [];
  const begun = performance.now();
  while (times.length < least || (times.length < most && performance.now() - begun < during)) {
    const start = performance.now();
    await tool.analyse(text);
    times.push(performance.now() - start);
  }
  return times;
}

let closed = false;
async function close() {
  if (!closed) await tool.close?.();
  closed = true;
}

const CALLS = {
  load: () => tool.load(),

  /** The text that the next calls are about. */
  async text({ value }) {
    text = value;
    await tool.prepare?.(text);
  },

  time: (wish) => (tool.time ?? time)(wish),

  count: async () => tool.count(await tool.analyse(text)),

  /** The most memory that the tool has held, or else this process, in bytes. */
  memory: () => (tool.memory ? tool.memory() : process.resourceUsage().maxRSS * 1024),

  close,
};

process.on("message", async ({ call, payload }) => {
  try {
    process.send({ value: await CALLS[call](payload ?? {}) });
  } catch (error) {
    process.send({ error: error?.stack ?? String(error) });
  }
});
// Also when the benchmark itself was stopped.
process.on("disconnect", async () => {
  await close();
  process.exit();
});
process.send({ value: "ready" });
