// What cannot wait for the rest of the page: the analyser. Its worker starts while the page's own script is still on its way.

import { AnalysisClient } from "./analysis-client.js";
import { exampleTexts } from "./example-texts.js";
import { forbidLoading, keepForOffline } from "./lock-down.js";

export const client = new AnalysisClient();

/** Texts of the examples: file to text. */
export const examples = exampleTexts();

/** Resolves when the page may load nothing more and the worker starts; rejects when there is no analyser. */
export const locked = AnalysisClient.supported() ? lock() : Promise.reject(new Error("unsupported"));
locked.catch(() => {}); // main.js says what is wrong

async function lock() {
  await Promise.all([filesHere(), examples, client.load()]);
  keepForOffline();
  forbidLoading();
  client.start().catch(() => {}); // main.js asks again
}

/**
 * Resolves when every file that index.html names is here. Browsers ask the policy before a request, and some of them, or those whose
 * page comes from its service worker, once more when the answer has come.
 */
async function filesHere() {
  const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true })); // whatever became of a file
  while (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
  const missing = new Set([...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=modulepreload]")].map(({ src, href }) => src ?? href));
  const seen = new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      for (const { name } of list.getEntries()) missing.delete(name);
      if (missing.size > 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: "resource", buffered: true });
  });
  if (document.readyState !== "complete") await Promise.race([seen, loaded]);
}
