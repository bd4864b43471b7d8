// What the page fetches by itself, as it lies in this folder. A site that scripts/serve --build writes has the worker in one file
// and the examples inside the page's script: scripts/bundle.mjs puts other lines here.

export const MODULE = "pkg/khabar_bg.wasm";

/** The worker's script: the glue of the module and what answers the page, joined in this order. */
export const WORKER = ["pkg/khabar.js", "analysis-worker.js"];

/** The text of an example; null when it is not there. */
export async function exampleText(file) {
  const response = await fetch(new URL(`examples/${file}`, import.meta.url)).catch(() => null);
  return response?.ok ? response.text() : null;
}
