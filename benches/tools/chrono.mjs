// chrono-node, its Arabic locale. The reference date is fixed: "today" must not change what is found.

import { performance } from "node:perf_hooks";

export const name = "chrono-node (ar)";
export const language = "ar";
export const finds = "dates";

const REFERENCE = new Date(Date.UTC(2024, 2, 12, 12));
let parse;

export async function load() {
  const start = performance.now();
  ({ parse } = await import("chrono-node/ar"));
  return { import: performance.now() - start };
}

export const analyse = (text) => parse(text, REFERENCE).map((result) => [result.index, result.text, result.start.date()]);

export const count = (result) => ({ dates: result.length });
