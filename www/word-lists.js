// Word lists of the reader's own: reading them, and finding their names in a text. No DOM here.
//
// A list is {id, name, type, text}. Its text has one name a line; a type and a note may follow, set off by a tab, "|" or ";":
//   نادي النور الرياضي | ORG | كرة القدم
// Lines that start with "#" are comments. A type is the name of the Analysis (PER) or a label of either language (شخص).

import { fold, foldText, unfold } from "./fold.js";

const SEPARATOR = /\s*[\t|;؛]\s*/;

/**
 * The names of a list: {entries: [{name, words, type, note}], problems: [{line, what}]}.
 * @param kinds [{id, ar, en}], what types there are
 */
export function readList(list, kinds) {
  const types = new Map(kinds.flatMap(({ id, ar, en }) => [id, ar, en].map((label) => [fold(label), id])));
  const entries = [];
  const problems = [];
  list.text.split(/\r?\n/).forEach((row, index) => {
    const line = row.trim();
    if (line === "" || line.startsWith("#")) return;
    const [name, type = "", ...note] = line.split(SEPARATOR);
    const words = wordsOf(fold(name)).map(({ word }) => word);
    if (words.length === 0) return problems.push({ line: index + 1, what: "no-name" });
    const known = type === "" ? list.type : types.get(fold(type));
    if (!known) return problems.push({ line: index + 1, what: "no-type", type });
    entries.push({ name: name.trim(), words, type: known, note: note.join(" ") || null });
  });
  return { entries, problems };
}

function wordsOf(folded) {
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

// Clitics that a name may stand behind, as the analyser peels them: conjunction, then preposition.
const CLITICS = /^[وف]?[بلك]?/;

/** The ways to read a word of a text: {from, word}, from: how many letters stand before the name. */
function readings(word) {
  const ways = [{ from: 0, word }];
  const longest = CLITICS.exec(word)[0].length;
  for (let from = 1; from <= longest; from += 1) {
    const rest = word.slice(from);
    // للعراق is ل + العراق, whose alif is not written.
    if (rest.startsWith("ل") && word[from - 1] === "ل") ways.push({ from, word: `ا${rest}` });
    if (rest.length > 1) ways.push({ from, word: rest });
  }
  return ways;
}

/**
 * Every place where a listed name stands in the text, longest first, none over another: [{start, end, text, entry}].
 * @param folded foldText(text), when the caller has it
 */
export function findNames(text, entries, folded = foldText(text)) {
  if (entries.length === 0) return [];
  const byFirst = new Map();
  for (const entry of entries) byFirst.set(entry.words[0], [...(byFirst.get(entry.words[0]) ?? []), entry]);
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  const words = wordsOf(folded.folded);
  const found = [];
  for (let index = 0; index < words.length; ) {
    const hit = longestAt(words, index, byFirst, folded.folded);
    if (!hit) {
      index += 1;
      continue;
    }
    const last = words[index + hit.entry.words.length - 1];
    const { start, end } = unfold(folded, words[index].start + hit.from, last.end);
    found.push({ start, end, text: text.slice(start, end), entry: hit.entry });
    index += hit.entry.words.length;
  }
  return found;
}

function longestAt(words, index, byFirst, folded) {
  let best = null;
  for (const { from, word } of readings(words[index].word)) {
    for (const entry of byFirst.get(word) ?? []) {
      if (best && entry.words.length <= best.entry.words.length) break;
      if (followed(words, index, entry.words, folded)) best = { from, entry };
    }
  }
  return best;
}

/** Whether the further words follow, with nothing but one line's spaces or hyphens between. */
function followed(words, index, wanted, folded) {
  for (let next = 1; next < wanted.length; next += 1) {
    const word = words[index + next];
    if (word?.word !== wanted[next]) return false;
    if (!/^[^\S\n]*[-–]?[^\S\n]*$/.test(folded.slice(words[index + next - 1].end, word.start))) return false;
  }
  return true;
}
