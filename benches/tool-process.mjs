// One tool in a process of its own, so that no tool pays for the memory or the compiled code of another. run.mjs starts it
// with the tool's id and asks; it answers one message for each.

import { performance } from "node:perf_hooks";

const tool = await import(`./tools/${process.argv[2]}.mjs`);
let text = "";

const CALLS = {
  load: () => tool.load(),

  /** The text that the next calls are about. */
  async text({ value }) {
    text = value;
    await tool.prepare?.(text);
  },

  /** Milliseconds of each repetition: at least `least`, then more until `during` milliseconds are over or there are `most`. */
  async time({ least, most, during }) {
    const times = [];
    const begun = performance.now();
    while (times.length < least || (times.length < most && performance.now() - begun < during)) {
      const start = performance.now();
      await tool.analyse(text);
      times.push(performance.now() - start);
    }
    return times;
  },

  count: async () => tool.count(await tool.analyse(text)),

  /** The most memory this process has held, in bytes. */
  memory: () => process.resourceUsage().maxRSS * 1024,

  close: () => tool.close?.(),
};

process.on("message", async ({ call, payload }) => {
  try {
    process.send({ value: await CALLS[call](payload ?? {}) });
  } catch (error) {
    process.send({ error: error?.stack ?? String(error) });
  }
});
process.send({ value: "ready" });
