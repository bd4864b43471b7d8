// The language of the interface: which it is, where it is remembered, and the words in it.

import { STRINGS } from "./strings.js";

const STORED_AS = "khabar.interface";
const DIRECTIONS = { ar: "rtl", en: "ltr" };
// Western digits and the Gregorian calendar in both: what most of the Arab press prints.
const LOCALES = { ar: "ar-EG-u-ca-gregory-nu-latn", en: "en-GB" };

let current = remembered() ?? preferred();

function remembered() {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored in DIRECTIONS ? stored : null;
  } catch {
    return null; // storage switched off
  }
}

/** The first language the browser asks for that the page has; Arabic when it asks for neither. */
function preferred() {
  return (navigator.languages ?? []).map((tag) => tag.slice(0, 2)).find((tag) => tag in DIRECTIONS) ?? "ar";
}

export const language = () => current;
export const direction = () => DIRECTIONS[current];
export const locale = () => LOCALES[current];

// The browser takes milliseconds to make one, tens for the first of its kind, and microseconds to use it.
const formatters = new Map();

/** Intl.DateTimeFormat and its like for the language of the interface, each made once. */
export function formatter(Kind, options) {
  const key = `${locale()} ${Kind.name} ${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new Kind(locale(), options));
  return formatters.get(key);
}

export function switchLanguage() {
  current = current === "ar" ? "en" : "ar";
  try {
    localStorage.setItem(STORED_AS, current);
  } catch {
    // Not remembered then; the switch itself still works.
  }
}

/** The string for a key, its {names} filled in. */
export function say(key, values = {}) {
  const text = STRINGS[key]?.[current] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The string for a key of an open set (a role, a kind of fact); the bare name when the table lacks it. */
export const sayOr = (key, otherwise) => (key in STRINGS ? say(key) : otherwise);

/** Writes the strings into every element that asks for one; what says the right thing already is left alone. */
export function applyStrings(root = document) {
  document.documentElement.lang = current;
  document.documentElement.dir = direction();
  for (const node of root.querySelectorAll("[data-string]")) {
    const words = say(node.dataset.string);
    if (node.textContent !== words) node.textContent = words;
  }
  for (const node of root.querySelectorAll("[data-string-placeholder]")) {
    const words = say(node.dataset.stringPlaceholder);
    if (node.placeholder !== words) node.placeholder = words;
  }
  for (const node of root.querySelectorAll("[data-string-aria-label]")) node.setAttribute("aria-label", say(node.dataset.stringAriaLabel));
  // From now on there is something to see (style.css).
  document.documentElement.toggleAttribute("data-worded", true);
}
