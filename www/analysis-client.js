// The page's side of the worker: loads the module, asks, waits, stops, and starts the worker anew when it dies.

import { workerAddress } from "./lock-down.js";

const address = (path) => new URL(path, import.meta.url);

// What a hosted page writes into index.html (scripts/integrity.mjs): the browser refuses a file with another hash.
const hashes = JSON.parse(document.querySelector('meta[name="khabar-integrity"]')?.content ?? "{}");

async function get(path) {
  // A file that is not there has another hash too, and its status is not told then.
  const response = await fetch(address(path), { integrity: hashes[path] ?? "" }).catch((error) => {
    throw new Error(`${path}: ${error.message}`);
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Compiles as the bytes arrive where the server names the type; any other type still loads. */
async function compile(path) {
  const response = await get(path);
  return response.headers.get("Content-Type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

export class AnalysisClient {
  #module = null;
  #script = null;
  #worker = null;
  #started = null;
  #waiting = new Map();
  #lastId = 0;
  #analysing = 0;
  #loaded = null;

  static supported = () => typeof Worker === "function" && typeof WebAssembly === "object";

  /** Everything the worker needs from the server. After this nothing is fetched. */
  load() {
    return (this.#loaded ??= this.#load());
  }

  async #load() {
    const [glue, body, module] = await Promise.all([
      get("pkg/khabar.js").then((response) => response.text()),
      get("analysis-worker.js").then((response) => response.text()),
      compile("pkg/khabar_bg.wasm"),
    ]);
    this.#module = module;
    this.#script = URL.createObjectURL(new Blob([glue, "\n", body], { type: "text/javascript" }));
  }

  /** Starts the worker if it is not running: {version, kinds, factKinds, formats}. */
  start() {
    this.#started ??= this.#open();
    return this.#started;
  }

  /** The Analysis as JSON text. Rejects with AbortError when stopped. */
  async analyse(text, options) {
    await this.start();
    this.#analysing += 1;
    try {
      return await this.#ask("analyse", { text, options });
    } finally {
      this.#analysing -= 1;
    }
  }

  /** An Analysis (as JSON text, corrected or not) of a text, in one of the formats. */
  async export(text, analysis, format) {
    await this.start();
    return this.#ask("export", { text, analysis, format });
  }

  /** Bytes that are not UTF-8 as text: {text, encoding}. */
  async decode(bytes) {
    await this.start();
    return this.#ask("decode", { bytes });
  }

  /** Stops an analysis that is running; the next call starts a new worker. */
  stop() {
    if (this.#analysing > 0) this.#close(new DOMException("Stopped", "AbortError"));
  }

  #open() {
    const worker = new Worker(workerAddress(this.#script));
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answer(data);
    const died = (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.#close(new Error(event.message || "the worker stopped"));
    };
    worker.onerror = died;
    worker.onmessageerror = died;
    const started = this.#ask("start", { module: this.#module });
    started.catch(() => this.#close(new Error("the worker did not start")));
    return started;
  }

  #ask(call, payload) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call, payload });
    });
  }

  #answer({ id, value, error }) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (!error) return waiting.resolve(value);
    waiting.reject(Object.assign(new Error(error.message), { name: error.name }));
    // A trap leaves the module's memory in no known state.
    if (error.name === "RuntimeError") this.#close(new Error(error.message));
  }

  #close(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }
}
