// What the analyser is loaded from, as it lies in this folder. A site that scripts/serve --build writes has the worker in one file:
// scripts/bundle.mjs puts another line here.

export const MODULE = "pkg/khabar_bg.wasm";

/** The worker's script: the glue of the module and what answers the page, joined in this order. */
export const WORKER = ["pkg/khabar.js", "analysis-worker.js"];
