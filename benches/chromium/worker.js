// Runs in the worker of the benchmark: the module and its glue, and a clock. Answers one message for each.

"use strict";

importScripts("glue.js");

let exported;
let text = "";

const CALLS = {
  ready: () => true,
  async start({ module }) {
    exported = await wasm_bindgen({ module_or_path: module });
  },
  async text() {
    text = await (await fetch("text.txt")).text();
  },
  /** As tool-process.mjs does it. */
  time({ least, most, during }) {
    const times = [];
    const begun = performance.now();
    while (times.length < least || (times.length < most && performance.now() - begun < during)) {
      const start = performance.now();
      wasm_bindgen.analyse_json(text, {});
      times.push(performance.now() - start);
    }
    return times;
  },
  result: () => wasm_bindgen.analyse_json(text, {}),
  // The module of benches/build-stages has these two.
  openTagger() {
    const start = performance.now();
    wasm_bindgen.open_tagger();
    return performance.now() - start;
  },
  stages: ({ rounds }) => Array.from({ length: rounds }, () => JSON.parse(wasm_bindgen.time_stages(text))),
  memory: () => exported.memory.buffer.byteLength,
};

self.onmessage = async ({ data: { call, payload } }) => {
  try {
    self.postMessage({ value: await CALLS[call](payload) });
  } catch (error) {
    self.postMessage({ error: error?.stack ?? String(error) });
  }
};
