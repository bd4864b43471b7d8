// The keys of the page, as a list to look at.

import { element } from "./dom.js";
import { say } from "./interface.js";

// [keys, what they do]: keys by the names that keyboards print.
const KEYS = [
  [["Ctrl", "Enter"], "keys.analyse"],
  [["/"], "keys.search"],
  [["Enter"], "keys.search-next"],
  [["←", "→"], "keys.marks"],
  [["Enter"], "keys.card"],
  [["C"], "keys.correct"],
  [["M"], "keys.mark"],
  [["Ctrl", "Z"], "keys.undo"],
  [["Ctrl", "Y"], "keys.redo"],
  [["↑", "↓"], "keys.rows"],
  [["Enter"], "keys.row"],
  [["Tab"], "keys.tab"],
  [["Esc"], "keys.escape"],
  [["?"], "keys.this"],
];

const STORED_AS = "khabar.keys";

/** Whether keys without Ctrl do something: who speaks to the computer may want them off. */
export function singleKeys() {
  try {
    return localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return on;
  }
}

let on = true;

export function useSingleKeys(wanted) {
  on = wanted;
  try {
    if (wanted) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, "off");
  } catch {
    // Not remembered then.
  }
}

export function drawKeys(root) {
  root.replaceChildren(
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "keys-title" }, say("keys.title")),
      element("button", { type: "button", class: "quiet", "data-do": "close" }, say("close")),
    ),
    element(
      "dl",
      { class: "keys" },
      KEYS.map(([keys, what]) => element("div", {}, element("dt", { dir: "ltr" }, keys.flatMap((key, index) => [index > 0 ? " " : null, element("kbd", {}, key)])), element("dd", {}, say(what)))),
    ),
    element("label", {}, element("input", { type: "checkbox", checked: singleKeys() }), " ", say("keys.single")),
    element("p", { class: "row-more" }, say("keys.single-stored")),
  );
}
