// Runs in the page of the benchmark: compiles the module as the page of khabar does, hands it to a worker, and asks.

"use strict";

let worker;

function ask(call, payload) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { value, error } }) => (error ? reject(new Error(error)) : resolve(value));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ call, payload });
  });
}

/** Milliseconds of each step before the first analysis. The worker starts while the module is on its way. */
async function load() {
  const start = performance.now();
  worker = new Worker("worker.js");
  const ready = ask("ready");
  const module = await WebAssembly.compileStreaming(fetch("module.wasm"));
  const compiled = performance.now();
  await ready;
  const begun = performance.now();
  await ask("start", { module });
  return { "fetch and compile": compiled - start, "start of the worker, what of it is left": begun - compiled, instantiate: performance.now() - begun };
}
