// The words around something found, for a row that quotes it.

const CONTEXT = 48; // UTF-16 units before and after

/** The words around a stretch on its own line, cut between words: {before, after}. */
export function around(text, { start, end }, context = CONTEXT) {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  let from = Math.max(lineStart, start - context);
  if (from > lineStart) from = Math.min(start, text.indexOf(" ", from) + 1 || start);
  let to = Math.min(lineEnd, end + context);
  if (to < lineEnd) to = Math.max(end, text.lastIndexOf(" ", to));
  return {
    before: (from > lineStart ? "… " : "") + text.slice(from, start),
    after: text.slice(end, to) + (to < lineEnd ? " …" : ""),
  };
}
