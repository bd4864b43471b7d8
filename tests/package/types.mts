// Checked by tsc --noEmit: what must compile, and what must not.

import { analyse, export_text, mention_kinds, type Analysis, type Argument, type Fact, type FactOf, type MentionType } from "khabar";
import init from "khabar/web";

const analysis: Analysis = analyse("نص");
const schema: "khabar/1" = analysis.schema;
const type: MentionType | undefined = analysis.mentions[0]?.type;
const labels: Map<MentionType, string> = new Map(mention_kinds().map((row) => [row.id, row.ar]));

function told(fact: Fact): string {
  switch (fact.kind) {
    case "statement":
      return fact.args.filter((argument) => argument.role === "speaker").map((argument) => argument.resolved ?? argument.text).join();
    case "position":
      // @ts-expect-error: an office has no speaker.
      return fact.args.filter((argument) => argument.role === "speaker").join();
    default:
      return fact.evidence.text;
  }
}

const holder: Argument<"holder" | "title" | "org"> | undefined = (analysis.facts[0] as FactOf<"position">).args[0];
const sheet: string = export_text("نص", undefined, "md");
// @ts-expect-error: there is no such format.
export_text("نص", {}, "pdf");
// @ts-expect-error: there is no such option.
analyse("نص", { publishd: "2024-03-12" });
// @ts-expect-error: there is no such language.
analyse("نص", { language: "fr" });
const ready: Promise<unknown> = init();

export { holder, labels, ready, schema, sheet, told, type };
