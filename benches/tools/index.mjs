// What is measured, in the order of the table; one file a tool. To add one: a file here and a line below.
//
// A tool exports `name`, `language` (of its text) and `finds` for the table, and
//   load()          everything before the first analysis; returns the milliseconds of its steps by name
//   prepare(text)   optional: what a caller would have at hand before the analysis, not timed
//   analyse(text)   the work that is timed
//   count(result)   what was found, for the table and as a proof that something was; not timed
//   close()         optional
// `available()`, where there is one, says why the tool cannot run here, or nothing.

import * as khabar from "./khabar.mjs";
import * as khabarNative from "./khabar-native.mjs";
import * as chrono from "./chrono.mjs";
import * as compromise from "./compromise.mjs";
import * as wink from "./wink.mjs";

export const TOOLS = { khabar, "khabar-native": khabarNative, chrono, compromise, wink };
