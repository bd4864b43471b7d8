// From an Analysis to what is drawn: lines, their zones, and the spans in them as a tree. No DOM here.
// All offsets are UTF-16 code units of the text that was analysed.

/**
 * Everything that gets a <mark>, in text order, an outer span before those inside it.
 * `key` names the row of the panels that the mark belongs to.
 */
export function spansOf(analysis, text) {
  const spans = [];
  const add = (found, type, key, extra) => {
    const { start, end } = found;
    if (Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length) {
      spans.push({ start, end, type, key, rule: found.rule ?? null, edited: found.edited ?? false, ...extra });
    }
  };
  for (const mention of analysis.mentions) add(mention, mention.type, mentionKey(mention), { entity: mention.entity ?? null, mention });
  analysis.dates.forEach((date, index) => add(date, "DATE", `date:${index}`, { value: date.value, date }));
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The row of a mention: its entity, or its words when nothing links it (amounts, percentages). */
export const mentionKey = ({ entity, type, text }) => (entity ? `entity:${entity}` : `mention:${type}:${text}`);

/**
 * The lines of the text, each with the zones that meet it. A line keeps its newline; joined, the lines are the text.
 * {start, end, zones, direction, aside} - aside: nothing but boilerplate and related links stands on it.
 */
export function linesOf(text, zones) {
  const lines = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    while (next < zones.length && zones[next].end <= start) next += 1;
    const here = [];
    for (let index = next; index < zones.length && zones[index].start < end; index += 1) here.push(zones[index]);
    // The zone with most of the line decides its direction ("(Cairo - Reuters) قال ...").
    const share = (zone) => Math.min(zone.end, end) - Math.max(zone.start, start);
    const main = here.reduce((best, zone) => (best && share(best) >= share(zone) ? best : zone), null);
    lines.push({ start, end, zones: here, direction: main?.direction ?? null, aside: here.length > 0 && here.every(isAside) });
    start = end;
  }
  return lines;
}

const isAside = (zone) => zone.kind === "boilerplate" || zone.kind === "related";

/** Runs of lines that belong together: the article's own, and what stands around it (with the lines between that have no zone). */
export function groupsOf(lines) {
  // A line without a zone (blank, or "***") stands aside when no line of the article's own touches it.
  const before = [];
  let near = null;
  for (const line of lines) {
    if (line.zones.length > 0) near = line.aside;
    before.push(near);
  }
  const groups = [];
  near = null;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line.zones.length > 0) near = line.aside;
    const aside = before[index] !== false && near !== false && (before[index] ?? near) !== null;
    if (groups[0]?.aside === aside) groups[0].lines.push(line);
    else groups.unshift({ aside, lines: [line] });
  }
  for (const group of groups) group.lines.reverse();
  return groups;
}

/**
 * One line as a tree: strings and {span, first, children}. Spans that overlap without nesting are cut where the outer
 * one ends and go on in a second piece (first: false), as do spans that run over the end of the line.
 * `spans` are those that meet the line, in the order of spansOf.
 */
export function nest(text, start, end, spans) {
  const root = { children: [] };
  const open = [];
  let position = start;
  let next = 0;
  const top = () => open.at(-1) ?? root;
  const write = (upTo) => {
    if (upTo > position) top().children.push(text.slice(position, upTo));
    position = upTo;
  };
  const begin = (span, first) => {
    const piece = { span, first, children: [] };
    top().children.push(piece);
    open.push(piece);
  };
  for (;;) {
    const opens = next < spans.length ? Math.max(spans[next].start, start) : Infinity;
    const closes = Math.min(end, ...open.map((piece) => piece.span.end));
    if (opens < closes) {
      write(opens);
      begin(spans[next], spans[next].start >= start);
      next += 1;
      continue;
    }
    write(closes);
    if (closes >= end) return root.children;
    const outermost = open.findIndex((piece) => piece.span.end === closes);
    const cut = open.splice(outermost).filter((piece) => piece.span.end > closes);
    for (const piece of cut) begin(piece.span, false);
  }
}
