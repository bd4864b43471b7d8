// Spellings made one, as the analyser does it (src/text/fold.rs): so that «أحمد», «احمد» and «أحمـد» are the same name to a
// search, a word list and a correction. No DOM here.

const DROPPED = /[\u00ad\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const LETTERS = new Map(
  [
    ["ا", "أإآٱ"],
    ["ي", "ىیې"],
    ["ه", "ةہۀە"],
    ["ك", "کگ"],
  ].flatMap(([one, others]) => [...others].map((other) => [other, one])),
);
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]/;

/** One UTF-16 unit folded: mostly one, none for signs that are dropped, several for a ligature. */
function foldUnit(unit) {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90 ? unit.toLowerCase() : unit;
  if (code >= 0x0600 && code < 0x0700) {
    if (code >= 0x0660 && code <= 0x0669) return String.fromCharCode(code - 0x0660 + 48);
    if (code >= 0x06f0 && code <= 0x06f9) return String.fromCharCode(code - 0x06f0 + 48);
    return DROPPED.test(unit) ? "" : (LETTERS.get(unit) ?? unit);
  }
  if (DROPPED.test(unit)) return "";
  if (PRESENTATION.test(unit)) return [...unit.normalize("NFKC")].map(foldUnit).join("");
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

// Every unit up to the end of the Arabic block, folded once: long texts are folded unit by unit.
const TABLE = Array.from({ length: 0x700 }, (_, code) => foldUnit(String.fromCharCode(code)));

/** A few words folded, spaces made one. */
export const fold = (words) => [...words.split("").map(foldUnit).join("").matchAll(/\S+/g)].join(" ");

/**
 * A text folded, with the way back: `at[i]` is where unit i of `folded` stands in the text, `at[folded.length]` its end.
 * White space stays as it is.
 */
export function foldText(text) {
  const parts = [];
  const at = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const folded = code < TABLE.length ? TABLE[code] : foldUnit(text[index]);
    if (folded === "") continue;
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) at.push(index);
  }
  at.push(text.length);
  return { folded: parts.join(""), at };
}

/** The stretch of the text that units `from` to `to` of its folded form come from, with the vowel signs that follow. */
export function unfold({ at }, from, to) {
  return { start: at[from], end: to > from ? at[to - 1] + 1 : at[from] };
}

/** Where some words stand in a folded text: {start, end} of the text itself, at most `limit`. */
export function search(foldedText, words, limit = 5000) {
  const wanted = fold(words);
  const hits = [];
  if (wanted === "") return hits;
  for (let from = foldedText.folded.indexOf(wanted); from >= 0 && hits.length < limit; from = foldedText.folded.indexOf(wanted, from + wanted.length)) {
    hits.push(unfold(foldedText, from, from + wanted.length));
  }
  return hits;
}
