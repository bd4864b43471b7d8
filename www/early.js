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
  await Promise.all([documentRead(), examples, client.load()]);
  keepForOffline();
  forbidLoading();
  client.start().catch(() => {}); // main.js asks again
}

/** By then the browser has asked for every file that index.html names. */
async function documentRead() {
  while (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
}
