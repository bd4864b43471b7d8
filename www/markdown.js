// The plain text of a Markdown file: its signs taken out, its words and lines left. Bullets stay, as newspapers print them.

import { dayIn } from "./rich-text.js";

// Within a line: what is found, what stays. Every search ends after a bounded number of characters, so that a file of nothing but
// opening signs takes no longer than any other.
const INLINE = [
  [/!\[([^[\]]{0,600})\]\([^)]{0,600}\)/g, "$1"],
  [/\[([^[\]]{1,600})\]\([^)]{0,600}\)/g, "$1"],
  [/\[([^[\]]{1,600})\]\[[^\]]{0,600}\]/g, "$1"],
  [/<(https?:[^>]{1,600})>/g, "$1"],
  [/(\*\*|__)(?=\S)(.{1,600}?)(?<=\S)\1/g, "$2"],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,600}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1"],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,600}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1"],
  [/`([^`]{1,600})`/g, "$1"],
];

/** {text, published}: as readMarkup of rich-text.js; title and date of a front matter are kept. */
export function readMarkdown(source) {
  const { body, title, published } = frontMatter(source);
  const lines = [];
  for (const line of withoutComments(body).split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line) || /^\s*([-*_])(\s*\1){2,}\s*$/.test(line) || /^\s*\[[^\]]{1,600}\]:\s/.test(line)) continue;
    if (/^\s*=+\s*$/.test(line) && lines.length > 0) continue; // the underline of a title
    const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1];
    const plain = (heading === undefined ? line : withoutEnd(withoutEnd(withoutEnd(heading, " \t"), "#"), " \t")).replace(/^\s{0,3}(?:>\s?)+/, "");
    lines.push(INLINE.reduce((words, [found, stays]) => words.replace(found, stays), plain));
  }
  const text = lines.join("\n");
  return { text: title && !text.includes(title) ? `${title}\n\n${text.trimStart()}` : text, published };
}

/** Without <!-- … -->; what is not closed stays. */
function withoutComments(text) {
  let kept = "";
  let from = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 3;
  }
  return kept + text.slice(from);
}

/** Without these characters at the end. */
function withoutEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

function frontMatter(source) {
  const match = /^\ufeff?---\r?\n([^]*?)\r?\n---\r?\n/.exec(source);
  if (!match) return { body: source, title: null, published: null };
  const field = (name) => new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, "m").exec(match[1])?.[1] ?? null;
  return { body: source.slice(match[0].length), title: field("title"), published: dayIn(field("date")) };
}
