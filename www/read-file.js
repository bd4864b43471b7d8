// A file as text, or a clear reason why not.

import { readMarkdown } from "./markdown.js";
import { readMarkup } from "./rich-text.js";

export const LIMIT_MEGABYTES = 20;
const LIMIT_BYTES = LIMIT_MEGABYTES * 1_000_000;

/** Why a text cannot be analysed: a key of strings.js and its values. */
export class Unusable extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

// First bytes of files that people take for text. Other binary files give themselves away by a zero byte.
const SIGNATURES = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["Word, ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["Word", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
];

const isUtf16 = ([first, second]) => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const isMarkup = (name) => /\.(x?html?|xht)$/i.test(name);
const isMarkdown = (name) => /\.(md|markdown)$/i.test(name);

/**
 * The text of a file, its encoding when that is not UTF-8, and the day of publication that a web page or a Markdown file tells:
 * {text, encoding, published}. Plain text is left exactly as it is.
 */
export async function readFile(file, decode) {
  const { text, encoding } = await decoded(file, decode);
  if (text.trim() === "") throw new Unusable("error.empty-file", { name: file.name });
  const read = isMarkup(file.name) ? readMarkup(text, { wholePage: true }) : isMarkdown(file.name) ? readMarkdown(text) : { text, published: null };
  if (read.text.trim() === "") throw new Unusable("error.empty-file", { name: file.name });
  return { ...read, encoding };
}

/**
 * UTF-8 is decoded strictly and nothing is changed: a byte order mark stays, so that offsets fit the file. Other bytes go to
 * `decode`; what comes back has to look like Arabic, since windows-1256 gives a letter to any byte at all.
 */
async function decoded(file, decode) {
  checkSize(file.size);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unusable("error.unreadable", { name: file.name, message: error.message });
  }
  const signature = SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (signature) throw new Unusable("error.binary", { name: file.name, what: signature[0] });
  if (bytes.includes(0) && !isUtf16(bytes)) throw new Unusable("error.binary", { name: file.name, what: null });
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: null };
  } catch {
    const other = await decode(bytes).catch(() => null);
    if (other && (isUtf16(bytes) || saysSo(bytes) || looksArabic(other.text))) return other;
    throw new Unusable("error.not-utf8", { name: file.name, byte: firstBadByte(bytes) });
  }
}

/** Whether a web page names the old encoding of Arabic itself. */
const saysSo = (bytes) => /<meta[^>]+charset\s*=\s*["']?(windows-1256|cp1256)/i.test(String.fromCharCode(...bytes.subarray(0, 2048)));

/** Whether words of two Arabic letters or more make up half of the text; noise seldom puts two side by side. */
function looksArabic(text) {
  const inWords = (text.match(/\p{Script=Arabic}{2,}/gu) ?? []).reduce((sum, word) => sum + word.length, 0);
  return inWords * 2 >= text.replace(/\s/g, "").length;
}

/** Refuses text above the limit (measured in UTF-8, as a file would be). */
export function checkText(text) {
  if (text.trim() === "") throw new Unusable("error.empty");
  // A UTF-16 unit takes three bytes of UTF-8 at most, so short text need not be measured.
  if (text.length * 3 > LIMIT_BYTES) checkSize(new Blob([text]).size);
}

function checkSize(bytes) {
  if (bytes > LIMIT_BYTES) throw new Unusable("error.too-large", { size: (bytes / 1_000_000).toFixed(1), limit: LIMIT_MEGABYTES });
}

/** How many bytes stand before the first sequence that is no UTF-8, found by halving. */
function firstBadByte(bytes) {
  const decodes = (length, stream) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  while (!decodes(good, false)) good -= 1; // back to the start of a sequence that breaks off
  return good;
}
