// @ts-check
// node index.mjs [FILE]: the dates and statements of an article.

import { readFileSync } from "node:fs";
import { analyse, export_analysis } from "khabar";

const file = process.argv[2];
const text = file ? readFileSync(file, "utf8") : "قال وزير الخارجية رائد السهلاوي أمس إن المحادثات انتهت.";

const analysis = analyse(text, { published: "2024-03-12" });
for (const date of analysis.dates) console.log(date.value, date.text);
for (const fact of analysis.facts) {
  // The kind of a fact says which roles it has.
  if (fact.kind !== "statement") continue;
  const speaker = fact.args.find((argument) => argument.role === "speaker");
  const content = fact.args.find((argument) => argument.role === "content");
  console.log(speaker?.resolved ?? speaker?.text, "←", content?.text);
}

// Corrections are made on the object; the export takes it as JSON.
for (const entity of analysis.entities) entity.name = entity.name.trim();
console.log(export_analysis(text, JSON.stringify(analysis), "csv-entities"));
