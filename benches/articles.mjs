// Articles for the batch road, an NDJSON line each: node benches/articles.mjs COUNT > articles.ndjson
// Each is made of two to four of the articles written for this project, in an order of its own and about other people: 2 to 4 kB,
// the same bytes on every machine.

import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { articles, countBytes, random, withNewNames } from "./corpus.mjs";

const SEED = 20240312;
const SHORTEST = 2000;
const LONGEST = 4000;
const DAYS = 366;
const FIRST_DAY = Date.UTC(2024, 0, 1);

/** Articles without end: { id, text, published }. */
export function* endless() {
  const below = random(SEED);
  const originals = [...articles("ar"), ...articles("en")].map((text) => text.trimEnd());
  const pick = () => originals[below(originals.length)];
  for (let number = 1; ; number += 1) {
    let text = withNewNames(pick(), below);
    while (countBytes(text) < SHORTEST) text += `\n\n${withNewNames(pick(), below)}`;
    // The longest beginning of whole paragraphs.
    while (countBytes(text) > LONGEST) text = text.slice(0, text.lastIndexOf("\n\n"));
    const published = new Date(FIRST_DAY + below(DAYS) * 86_400_000).toISOString().slice(0, 10);
    yield { id: `synthetic-${String(number).padStart(7, "0")}`, text, published };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const count = Number(process.argv[2]);
  if (!Number.isSafeInteger(count) || count < 1) {
    console.error("usage: node benches/articles.mjs COUNT");
    process.exit(2);
  }
  let left = count;
  for (const article of endless()) {
    if (!process.stdout.write(`${JSON.stringify(article)}\n`)) await once(process.stdout, "drain");
    if (--left === 0) break;
  }
}
