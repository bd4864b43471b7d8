// The plain text of a Markdown file: its signs taken out, its words and lines left. Bullets stay, as newspapers print them.

import { dayIn } from "./rich-text.js";

// Within a line: what is found, what stays.
const INLINE = [
  [/!\[([^\]]*)\]\([^)]*\)/g, "$1"],
  [/\[([^\]]+)\]\([^)]*\)/g, "$1"],
  [/\[([^\]]+)\]\[[^\]]*\]/g, "$1"],
  [/<(https?:[^>]+)>/g, "$1"],
  [/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2"],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1"],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1"],
  [/`([^`]+)`/g, "$1"],
];

/** {text, published}: as readMarkup of rich-text.js; title and date of a front matter are kept. */
export function readMarkdown(source) {
  const { body, title, published } = frontMatter(source);
  const lines = [];
  for (const line of body.replace(/<!--[^]*?-->/g, "").split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line) || /^\s*([-*_])(\s*\1){2,}\s*$/.test(line) || /^\s*\[[^\]]+\]:\s/.test(line)) continue;
    if (/^\s*=+\s*$/.test(line) && lines.length > 0) continue; // the underline of a title
    const plain = line.replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/, "$1").replace(/^\s{0,3}(?:>\s?)+/, "");
    lines.push(INLINE.reduce((words, [found, stays]) => words.replace(found, stays), plain));
  }
  const text = lines.join("\n");
  return { text: title && !text.includes(title) ? `${title}\n\n${text.trimStart()}` : text, published };
}

function frontMatter(source) {
  const match = /^\ufeff?---\r?\n([^]*?)\r?\n---\r?\n/.exec(source);
  if (!match) return { body: source, title: null, published: null };
  const field = (name) => new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, "m").exec(match[1])?.[1] ?? null;
  return { body: source.slice(match[0].length), title: field("title"), published: dayIn(field("date")) };
}
