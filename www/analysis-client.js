// The page's side of the worker: loads the module, asks, waits, stops, and starts the worker anew when it dies.

import { workerAddress } from "./lock-down.js";
import { MODULE, WORKER } from "./parts.js";

const address = (path) => new URL(path, import.meta.url);

// What a hosted page writes into index.html (scripts/integrity.mjs): a file with another hash is refused.
const hashes = JSON.parse(document.querySelector('meta[name="khabar-integrity"]')?.content ?? "{}");

/** The server's answer; with a hash given, the browser withholds it until it has all of it and has compared. */
async function get(path, integrity = hashes[path] ?? "") {
  // A file that is not there has another hash too, and its status is not told then.
  // Low, as in index.html: over a slow line the words of the page would wait for the module.
  const response = await fetch(address(path), { integrity, priority: path === MODULE ? "low" : "auto" }).catch((error) => {
    throw new Error(`${path}: ${error.message}`);
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const getText = async (path) => (await get(path)).text();

/**
 * The module: {compiled}, a promise of it, as soon as the server answers. It is large, so its hash is taken while it is compiled,
 * where browsers let pages do that (https and localhost); elsewhere the browser compares first.
 */
async function getModule() {
  const hash = crypto.subtle && hashes[MODULE];
  const response = await get(MODULE, hash ? "" : undefined);
  if (!hash) return { compiled: compile(response) };
  const copy = response.clone();
  return { compiled: Promise.all([compile(response), copy.arrayBuffer().then((bytes) => compare(bytes, hash))]).then(([module]) => module) };
}

/** Compiles as the bytes arrive where the server names the type; any other type still loads. */
const compile = async (response) =>
  response.headers.get("Content-Type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

async function compare(bytes, hash) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (`sha384-${btoa(String.fromCharCode(...digest))}` !== hash) throw new Error(`${MODULE}: its integrity hash is another one`);
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

  /** Asks the server for everything that the worker needs. When it has answered, nothing more is fetched; what it sends may still arrive. */
  load() {
    return (this.#loaded ??= this.#load());
  }

  async #load() {
    const [{ compiled }, ...scripts] = await Promise.all([getModule(), ...WORKER.map(getText)]);
    this.#module = compiled;
    compiled.catch(() => {}); // start() says it
    this.#script = URL.createObjectURL(new Blob([scripts.join("\n")], { type: "text/javascript" }));
  }

  /** Starts the worker if it is not running: {version, kinds, factKinds, formats}. */
  async start() {
    for (;;) {
      try {
        return await this.#running();
      } catch (error) {
        if (error.name !== "AbortError") throw error; // else an analysis was stopped before the worker had started
      }
    }
  }

  /** The Analysis as JSON text. Rejects with AbortError when stopped. */
  async analyse(text, options) {
    this.#analysing += 1;
    try {
      return await this.#askStarted("analyse", { text, options });
    } finally {
      this.#analysing -= 1;
    }
  }

  /** An Analysis (as JSON text, corrected or not) of a text, in one of the formats. */
  async export(text, analysis, format) {
    return this.#askStarted("export", { text, analysis, format });
  }

  /** Bytes that are not UTF-8 as text: {text, encoding}. */
  async decode(bytes) {
    return this.#askStarted("decode", { bytes });
  }

  /** Stops an analysis that is running; the next call starts a new worker. */
  stop() {
    if (this.#analysing > 0) this.#close(stopped());
  }

  #running() {
    this.#started ??= this.#open();
    return this.#started;
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
    // The worker reads its script while the module is compiled.
    const started = this.#module.then((module) => this.#ask(worker, "start", { module }));
    started.catch((error) => this.#worker === worker && this.#close(error));
    return started;
  }

  /** The worker takes one call after the other, so nothing need wait for the answer to "start". */
  async #askStarted(call, payload) {
    this.#running().catch(() => {}); // what is asked below fails with it
    const worker = this.#worker;
    await this.#module;
    return this.#ask(worker, call, payload);
  }

  #ask(worker, call, payload) {
    if (this.#worker !== worker) throw stopped();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, payload });
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

const stopped = () => new DOMException("Stopped", "AbortError");
