// Runs inside the worker, behind the glue of the module, in one classic script (analysis-client.js joins them).
// Each message in has an id; exactly one message with that id goes out.

"use strict";

const CALLS = {
  start({ module }) {
    wasm_bindgen.initSync({ module });
    // A module that is older than the page lacks some of these.
    const table = (name) => (typeof wasm_bindgen[name] === "function" ? wasm_bindgen[name]() : []);
    return {
      version: wasm_bindgen.version(),
      kinds: wasm_bindgen.mention_kinds(),
      factKinds: table("fact_kinds"),
      formats: typeof wasm_bindgen.export_analysis === "function" ? table("export_formats") : [],
    };
  },
  // Text, not an object: the page shows exactly what it copies and saves.
  analyse({ text, options }) {
    return wasm_bindgen.analyse_json(text, options);
  },
  export({ text, analysis, format }) {
    return wasm_bindgen.export_analysis(text, analysis, format);
  },
  // Encodings older than UTF-8, which the module knows.
  decode({ bytes }) {
    return wasm_bindgen.decode_file(bytes);
  },
};

// The first analysis takes many times what later ones take: the browser compiles each part of the module when it is first run.
// A sentence of everything, read while the reader is still about to paste, leaves little of that to wait for. A text that is
// waiting already goes first.
const WARMING = "القاهرة - 12 آذار 2024\nقال الوزير محمد علي أمس في القاهرة إن 12 طائرة وصلت، وبحث مع نظيره الأردني قرار الأمم المتحدة.";

function warm() {
  try {
    wasm_bindgen.analyse_json(WARMING, {});
  } catch {
    // The reader's own text will say what is wrong, if anything is.
  }
}

const PAUSE = 50; // milliseconds: the page answers sooner when it has a text
let warming = 0;

self.onmessage = async ({ data: { id, call, payload } }) => {
  clearTimeout(warming);
  try {
    self.postMessage({ id, value: await CALLS[call](payload) });
    if (call === "start") warming = setTimeout(warm, PAUSE);
  } catch (error) {
    self.postMessage({ id, error: { name: error?.name ?? "Error", message: error?.message ?? String(error) } });
  }
};
