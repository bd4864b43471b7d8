// wink-nlp with its English model, all of its steps as by default. The model finds dates, money, quantities and the like as
// text, and no names.

import { performance } from "node:perf_hooks";

export const name = "wink-nlp, eng-lite-web-model";
export const language = "en";
export const finds = "English dates and amounts as text, no names";

let nlp;

export async function load() {
  const start = performance.now();
  const [{ default: winkNLP }, { default: model }] = await Promise.all([import("wink-nlp"), import("wink-eng-lite-web-model")]);
  const imported = performance.now();
  nlp = winkNLP(model);
  return { import: imported - start, start: performance.now() - imported };
}

export const analyse = (text) => nlp.readDoc(text).entities().out(nlp.its.detail);

export function count(result) {
  const dates = result.filter(({ type }) => ["DATE", "TIME", "DURATION"].includes(type)).length;
  return { dates, other: result.length - dates };
}
