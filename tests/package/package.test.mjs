// The npm package in target/npm (scripts/package) as its users have it: types, Node.js both ways, a page, a bundler.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const built = join(root, "target/npm");
const tools = join(here, "node_modules");

const noPackage = existsSync(join(built, "package.json")) ? false : "no package in target/npm: make it first (scripts/package)";
const lacks = (tool) => noPackage || (existsSync(join(tools, tool)) ? false : `no ${tool}: run npm ci in tests/package`);
const browser = ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync(name, ["--version"]).status === 0);
const noBrowser = noPackage || (browser ? false : "no Chromium to show the page in");

const work = mkdtempSync(join(tmpdir(), "khabar-package-"));
after(() => rmSync(work, { recursive: true }));

/** A copy of an example with the package installed as npm would do it from a file: address. */
function installed(example) {
  const folder = mkdtempSync(join(work, "example-"));
  cpSync(join(root, example), folder, { recursive: true, filter: (path) => !/node_modules|\bdist\b/.test(path) });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(built, join(folder, "node_modules/khabar"));
  return folder;
}

/** The page as it is once its scripts have run. */
async function shown(folder, path = "/") {
  const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer((request, response) => {
    const file = join(folder, request.url.endsWith("/") ? `${request.url}index.html` : request.url);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    const { spawn } = await import("node:child_process");
    const address = `http://127.0.0.1:${server.address().port}${path}`;
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=30000", "--dump-dom"];
    const child = spawn(browser, [...flags, `--user-data-dir=${join(work, "profile")}`, address]);
    let page = "";
    child.stdout.setEncoding("utf8").on("data", (data) => (page += data));
    await new Promise((done) => child.on("close", done));
    return page;
  } finally {
    server.close();
  }
}

test("the package holds what it says and no more", { skip: noPackage }, () => {
  const manifest = JSON.parse(readFileSync(join(built, "package.json"), "utf8"));
  const targets = Object.values(manifest.exports).flatMap((row) => (typeof row === "string" ? [row] : JSON.stringify(row).match(/\.\/[^"]+/g)));
  for (const file of targets) assert.ok(existsSync(join(built, file)), `${file} is missing`);
  assert.deepEqual(readdirSync(built).sort(), ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "bundler", "node", "package.json", "web"]);
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(cargo)[1]);
});

test("the examples and the types agree with the declarations", { skip: lacks("typescript") }, () => {
  const folder = installed("examples/node");
  const bundler = installed("examples/bundler");
  cpSync(join(here, "types.mts"), join(folder, "types.mts"));
  cpSync(join(bundler, "index.js"), join(folder, "bundler.mjs"));
  // As the two ways of resolving packages see it: Node.js, and bundlers.
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const flags = ["--noEmit", "--strict", "--checkJs", "--allowJs", "--target", "es2022", "--lib", "es2022,dom,esnext.disposable"];
    // Whole declarations of the package are checked through their use; those of Node.js are not ours to check.
    flags.push("--skipLibCheck", "--typeRoots", join(tools, "@types"), "--types", "node", "--module", module, "--moduleResolution", resolution);
    const checked = spawnSync(process.execPath, [join(tools, "typescript/bin/tsc"), ...flags, "types.mts", "bundler.mjs", "index.mjs"], { cwd: folder, encoding: "utf8" });
    assert.equal(checked.status, 0, `${module}:\n${checked.stdout}`);
  }
});

test("Node.js imports and requires it", { skip: noPackage }, () => {
  const folder = installed("examples/node");
  const printed = execFileSync(process.execPath, ["index.mjs"], { cwd: folder, encoding: "utf8" });
  assert.match(printed, /^2024-03-11 أمس$/m);
  assert.match(printed, /رائد السهلاوي ← /);
  assert.match(printed, /^id,type,name/m);
  const script = "const { analyse } = require('khabar'); console.log(analyse('في 15 مارس 2024').dates[0].value)";
  assert.equal(execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" }).trim(), "2024-03-15");
});

test("what is wrong is thrown as an Error that says it", { skip: noPackage }, () => {
  const folder = installed("examples/node");
  const script = `
    const khabar = require("khabar");
    const said = (run) => { try { run(); return "nothing"; } catch (error) { return error instanceof Error ? error.message : typeof error; } };
    const text = "📰 زار محمد كامل الشاذلي بغداد.";
    const analysis = khabar.analyse(text);
    const changed = (change) => { const copy = structuredClone(analysis); change(copy); return JSON.stringify(copy); };
    console.log(JSON.stringify([
      said(() => khabar.export_text(text, {}, "pdf")),
      said(() => khabar.export_text(text, { language: "fr" }, "md")),
      said(() => khabar.export_analysis(text, "{", "md")),
      said(() => khabar.export_analysis(text, changed((copy) => (copy.zones[0].end = 999)), "md")),
      said(() => khabar.export_analysis("غيره", JSON.stringify(analysis), "md")),
      khabar.export_analysis(text, JSON.stringify(analysis), "json") === khabar.analyse_json(text),
      khabar.export_formats().map((row) => row.id),
    ]));`;
  const [format, language, json, place, other, same, ids] = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" }));
  assert.match(format, /"pdf" is not one of json, /);
  assert.match(language, /"fr" is not one of ar, en/);
  assert.match(json, /no JSON.* line 1/);
  assert.match(place, /^zones\[0\]: the end 999 /);
  assert.match(other, /^(zones|mentions)\[0\]: /);
  assert.equal(same, true);
  const declared = /type FormatId = (.*);/.exec(readFileSync(join(built, "node/types.d.ts"), "utf8"))[1].match(/[\w-]+/g);
  assert.deepEqual(ids, declared);
});

test("the entry for bundlers is what the proposal for ES modules of WebAssembly asks", { skip: noPackage }, () => {
  const folder = installed("examples/node");
  const script = `import { dates_json } from "${join(built, "bundler/khabar.js")}"; console.log(JSON.parse(dates_json("في 15 مارس 2024"))[0].value)`;
  const flags = ["--no-warnings", "--experimental-wasm-modules", "--input-type=module", "-e", script];
  assert.equal(execFileSync(process.execPath, flags, { cwd: folder, encoding: "utf8" }).trim(), "2024-03-15");
});

test("a plain page shows what was found", { skip: noBrowser }, async () => {
  const page = await shown(installed("examples/plain-page"));
  assert.match(page, /<li>PER: إيمانويل ماكرون<\/li>/);
  assert.match(page, /<li>DATE: أمس = 2024-03-11<\/li>/);
});

test("a bundler takes it", { skip: lacks("esbuild") || noBrowser }, async () => {
  const folder = installed("examples/bundler");
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  execFileSync("sh", ["-c", scripts.build], { cwd: folder, env: { ...process.env, PATH: `${join(tools, ".bin")}:${process.env.PATH}` }, stdio: "pipe" });
  const page = await shown(join(folder, "dist"));
  assert.match(page, /2024-03-15/);
  assert.match(page, /هالة المرعشي/);
});
