// What is measured, in the order of the table; one file a tool. To add one: a file here and a line below.
//
// A tool exports `name`, `language` (of its text) and `finds` for the table, and
//   load()          everything before the first analysis; returns the milliseconds of its steps by name
//   prepare(text)   optional: what a caller would have at hand before the analysis, not timed; may come before load()
//   analyse(text)   the work that is timed
//   time(wish)      optional: for a tool that runs elsewhere and times itself, as time() in tool-process.mjs does
//   count(result)   what was found, for the table and as a proof that something was; not timed
//   memory()        optional: the most memory held, in bytes, where that is not the memory of this process
//   close()         optional
// `available()`, where there is one, says why the tool cannot run here, or nothing.

import * as khabar from "./khabar.mjs";
import * as khabarChromium from "./khabar-chromium.mjs";
import * as khabarLines from "./khabar-lines.mjs";
import * as khabarNative from "./khabar-native.mjs";
import * as chrono from "./chrono.mjs";
import * as compromise from "./compromise.mjs";
import * as dateparser from "./dateparser.mjs";
import * as wink from "./wink.mjs";

/** By the name of the file. */
export const TOOLS = {
  khabar,
  "khabar-chromium": khabarChromium,
  "khabar-lines": khabarLines,
  "khabar-native": khabarNative,
  chrono,
  compromise,
  wink,
  dateparser,
};
