// The same module in a worker of Chromium, which times it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE, available as inNode, count as counted } from "./khabar.mjs";

export const name = "khabar (WebAssembly, Chromium)";
export const language = "ar";
export const finds = "the same";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PLAYWRIGHT = join(import.meta.dirname, "../../tests/page/node_modules/playwright-core");

export function available() {
  if (!existsSync(CHROMIUM)) return `no ${CHROMIUM}: install Chromium, or set CHROMIUM to where it is`;
  if (!existsSync(PLAYWRIGHT)) return "no playwright-core: run npm ci in tests/page";
  return inNode();
}

let browser;
let text = "";
let loaded = false;

export async function load() {
  const { Browser } = await import("../chromium/browser.mjs");
  browser = await Browser.open(PACKAGE);
  const steps = await browser.load();
  loaded = true;
  if (text) await browser.text(text);
  return steps;
}

export async function prepare(value) {
  text = value;
  if (loaded) await browser.text(text);
}

export const time = (wish) => browser.ask("time", wish);
export const analyse = () => browser.ask("result");
export const count = counted;
export const memory = () => browser.ask("memory");
export const close = () => browser?.close();
