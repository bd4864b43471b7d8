// The texts of the benchmark: the articles written for this project (tests/articles, www/examples), repeated and shuffled
// with a fixed seed up to a size. The same size gives the same bytes on every machine.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["tests/articles", "www/examples"];
const SEED = 20240312;

/** Pseudo-random whole numbers below a limit, always the same ones (mulberry32). */
export function random(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function shuffled(list, below) {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

const letters = (text, script) => (text.match(new RegExp(`\\p{Script=${script}}`, "gu")) ?? []).length;

/** Our articles in "ar" or "en", in the order of their paths. */
export function articles(language) {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => readFileSync(join(ROOT, folder, name), "utf8")),
  );
  const ofLanguage = texts.filter((text) => letters(text, "Arabic") > letters(text, "Latin") === (language === "ar"));
  if (ofLanguage.length < 2) throw new Error(`fewer than two articles in ${language} under ${FOLDERS.join(", ")}`);
  return ofLanguage;
}

// Family names of the made-up people in our Arabic articles.
const FAMILY_NAMES = [
  "شكرى", "البنهاوى", "الجندى", "الحوسني", "المطوع", "الرواحي", "الهاجري", "الرمثاوي", "زحلاوي", "الكركي", "البقاعي",
  "حداد", "المنصوري", "أوبلا", "السهلاوي", "جاكسيلوف", "المرعشي", "البوعناني", "التطواني", "الزروالي", "الودغيري",
];
const CONSONANTS = [..."بتجحخدرزسشصضطعغفقكلمنه"];
const WHOLE_NAME = new RegExp(`(?<![\\p{L}\\p{M}])(${FAMILY_NAMES.join("|")})(?![\\p{L}\\p{M}])`, "gu");

/** A family name as Arabic forms them from a place or a trade: الـ, three consonants, a long vowel, ـي. */
function familyName(below) {
  const consonant = () => CONSONANTS[below(CONSONANTS.length)];
  const vowel = () => "اوي"[below(3)];
  return `ال${consonant()}${consonant()}${vowel()}${consonant()}ي`;
}

/** The article with other family names, each of them the same all through it. */
export function withNewNames(text, below) {
  const given = new Map();
  return text.replace(WHOLE_NAME, (name) => {
    if (!given.has(name)) given.set(name, familyName(below));
    return given.get(name);
  });
}

const bytes = (text) => Buffer.byteLength(text, "utf8");

/** The longest beginning that has at most so many bytes and ends at the end of a word. */
function cut(text, size) {
  const head = new TextDecoder().decode(Buffer.from(text, "utf8").subarray(0, size)).replace(/\uFFFD+$/u, "");
  return head.slice(0, head.search(/\s\S*$/u));
}

/**
 * A text of at most `size` bytes of UTF-8, short of it by less than a word. With `newNames` each further copy of an Arabic
 * article is about other people, so that the number of different names grows with the text as it does in a real collection.
 */
export function textOf(language, size, { newNames = false } = {}) {
  const below = random(SEED);
  const originals = articles(language);
  if (newNames) {
    const all = originals.join("\n");
    const absent = FAMILY_NAMES.filter((name) => !all.includes(name));
    if (absent.length > 0) throw new Error(`corpus.mjs lists names that no article has: ${absent.join(", ")}`);
  }
  const parts = [];
  let total = 0;
  for (let round = 0; total <= size; round += 1) {
    for (const article of shuffled(originals, below)) {
      const part = (newNames && round > 0 ? withNewNames(article, below) : article).trimEnd();
      parts.push(part);
      total += bytes(part) + 2;
    }
  }
  return cut(parts.join("\n\n"), size);
}

export const countWords = (text) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
export const countCharacters = (text) => [...text].length;
export const countBytes = bytes;
