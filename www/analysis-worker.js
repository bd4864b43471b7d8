// Runs inside the worker, behind the glue of the module, in one classic script (analysis-client.js joins them).
// Each message in has an id; exactly one message with that id goes out.

"use strict";

const CALLS = {
  async start({ module }) {
    await wasm_bindgen({ module_or_path: module });
    return { version: wasm_bindgen.version(), kinds: wasm_bindgen.mention_kinds() };
  },
  // Text, not an object: the page shows exactly what it copies and saves.
  analyse({ text, options }) {
    return wasm_bindgen.analyse_json(text, options);
  },
  // Encodings older than UTF-8, which the module knows.
  decode({ bytes }) {
    return wasm_bindgen.decode_file(bytes);
  },
};

self.onmessage = async ({ data: { id, call, payload } }) => {
  try {
    self.postMessage({ id, value: await CALLS[call](payload) });
  } catch (error) {
    self.postMessage({ id, error: { name: error?.name ?? "Error", message: error?.message ?? String(error) } });
  }
};
