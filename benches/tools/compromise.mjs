// compromise, the whole library, on English: it has no Arabic.

import { performance } from "node:perf_hooks";

export const name = "compromise";
export const language = "en";
export const finds = "English names";

let nlp;

export async function load() {
  const start = performance.now();
  nlp = (await import("compromise")).default;
  return { import: performance.now() - start };
}

export function analyse(text) {
  const document = nlp(text);
  return ["people", "places", "organizations"].map((kind) => document[kind]().out("array"));
}

export const count = (result) => ({ names: result.flat().length });
