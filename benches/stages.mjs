// The stages of an analysis one by one in WebAssembly: reading, look-up, tagging of names. Builds the module with the feature
// `stages` into target/stages first, as scripts/build-wasm builds the one that ships.
//
// node benches/stages.mjs [--size 300] [--rounds 15]
// The size is in kB of UTF-8. Prints a Markdown table: milliseconds and tokens a second, medians.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { textOf } from "./corpus.mjs";
import { median } from "./measure.mjs";

const { values } = parseArgs({ options: { size: { type: "string", default: "300" }, rounds: { type: "string", default: "15" } } });
const size = Number(values.size) * 1000;
const rounds = Number(values.rounds);
if (!(size >= 1000 && rounds >= 3)) {
  process.stderr.write("stages: --size is in kB, 1 or more; --rounds 3 or more\n");
  process.exit(2);
}

const root = join(import.meta.dirname, "..");
const settings = readFileSync(join(root, "wasm-pack.toml"), "utf8");
const list = (key) => [...settings.match(new RegExp(`^${key} = (.*)$`, "m"))[1].matchAll(/"([^"]*)"/g)].map((match) => match[1]);
const target = list("rust-target")[0];
const folder = join(root, "target/stages");
const environment = {
  ...process.env,
  CARGO_PROFILE_RELEASE_OPT_LEVEL: list("opt-level")[0],
  CARGO_ENCODED_RUSTFLAGS: list("rustflags").join("\x1f"),
  CARGO_TARGET_DIR: join(root, "target/stages-build"),
};
const run = (command, ...parameters) => execFileSync(command, parameters, { cwd: root, env: environment, stdio: ["ignore", "inherit", "inherit"] });
mkdirSync(folder, { recursive: true });
run("cargo", "build", "--locked", "--quiet", "--release", "--lib", "--target", target, "--features", "stages");
run("wasm-bindgen", "--target", "no-modules", "--no-typescript", "--out-dir", folder, join(environment.CARGO_TARGET_DIR, target, "release/khabar.wasm"));
const module = join(folder, "khabar_bg.wasm");
run(join(root, "target/tools/node_modules/.bin/wasm-opt"), ...list("wasm-opt"), module, "-o", module);

const khabar = new Function(`${readFileSync(join(folder, "khabar.js"), "utf8")}; return wasm_bindgen;`)();
khabar.initSync({ module: new WebAssembly.Module(readFileSync(module)) });

const time = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const first = time(() => khabar.open_tagger());
const text = textOf("ar", size);
const stages = khabar.Stages.of(text);
const tokens = stages.tokens();
const parts = [
  ["reading: tokens, lines, sentences", () => stages.read()],
  ["look-up in the word lists", () => stages.look_up()],
  ["tagging of names, features and document pass included", () => stages.tag()],
  ["tagging and all finders of names", () => stages.find()],
  ["whole analysis, as JSON", () => khabar.analyse_json(text, { published: "2024-03-12" })],
];
process.stdout.write(`${(Buffer.byteLength(text) / 1000).toFixed(0)} kB, ${tokens} tokens, median of ${rounds} rounds, node ${process.version}\n\n`);
process.stdout.write("| stage | ms | tokens a second |\n|---|---:|---:|\n");
for (const [name, work] of parts) {
  work();
  const middle = median(Array.from({ length: rounds }, () => time(work)));
  process.stdout.write(`| ${name} | ${middle.toFixed(1)} | ${Math.round((tokens / middle) * 1000).toLocaleString("en")} |\n`);
}
const opened = median(Array.from({ length: rounds }, () => time(() => khabar.open_tagger())));
process.stdout.write(`| opening the model and clusters | ${opened.toFixed(1)} (the first time ${first.toFixed(1)}) | |\n`);
