// What of an Analysis is shown: everything, or what has to do with one entity, one type, one kind of fact, a stretch of
// the calendar. No DOM here.
//
// Each filter keeps facts by a test of its own, and a stretch of the text: the paragraphs that name the entity, the evidence
// of the facts of the kind, the paragraphs with a date in the stretch. Mentions and dates stay when they stand in such a
// stretch of every filter that is set; entities stay with their mentions.

export const NO_FILTER = { entity: null, type: null, kind: null, from: "", to: "" };

export const isSet = (filter) => Object.keys(NO_FILTER).some((name) => (filter[name] ?? NO_FILTER[name]) !== NO_FILTER[name]);

/**
 * {mentions, entities, dates, facts}: sets of the objects of the Analysis that stay; null when no filter is set.
 */
export function keep(analysis, text, filter) {
  if (!isSet(filter)) return null;
  const inRange = rangeTest(filter);
  const dateOf = new Map(analysis.dates.map((date) => [date.value, date]));
  const tests = [];
  const stretches = [];
  if (filter.entity) {
    const named = analysis.mentions.filter((mention) => mention.entity === filter.entity);
    tests.push((fact) => fact.attributed_to === filter.entity || fact.args.some((arg) => arg.entity === filter.entity));
    stretches.push(linesWith(text, named));
  }
  if (filter.kind) {
    tests.push((fact) => fact.kind === filter.kind);
    stretches.push(merged(analysis.facts.filter(tests.at(-1)).map((fact) => fact.evidence ?? fact)));
  }
  if (inRange) {
    const dates = analysis.dates.filter(inRange);
    tests.push((fact) => (fact.date ? inRange(dateOf.get(fact.date) ?? bounds(fact.date)) : meets(dates, fact.evidence ?? fact)));
    stretches.push(linesWith(text, dates));
  }
  const stands = (found) => stretches.every((list) => meets(list, found));
  const ofType = (type) => !filter.type || filter.type === type;
  const mentions = new Set(analysis.mentions.filter((mention) => ofType(mention.type) && stands(mention)));
  const named = new Set([...mentions].map((mention) => mention.entity));
  return {
    mentions,
    entities: new Set(analysis.entities.filter((entity) => ofType(entity.type) && named.has(entity.id))),
    dates: new Set(analysis.dates.filter((date) => ofType("DATE") && (!inRange || inRange(date)) && stands(date))),
    facts: new Set(analysis.facts.filter((fact) => tests.every((test) => test(fact)))),
  };
}

function rangeTest({ from, to }) {
  if (!from && !to) return null;
  return ({ earliest, latest }) => {
    const [first, last] = [(earliest ?? latest)?.slice(0, 10), (latest ?? earliest)?.slice(0, 10)];
    return Boolean(first) && (!from || last >= from) && (!to || first <= to);
  };
}

/** The days that a plain value can mean, for a fact whose date has no expression of its own. */
function bounds(value) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value);
  if (!match) return { earliest: null, latest: null };
  const [, year, month = null, day = null] = match;
  return { earliest: `${year}-${month ?? "01"}-${day ?? "01"}`, latest: `${year}-${month ?? "12"}-${day ?? "31"}` };
}

/** The lines that these stand on, as sorted stretches. */
function linesWith(text, found) {
  return merged(
    found.map(({ start, end }) => {
      const stop = text.indexOf("\n", end);
      return { start: text.lastIndexOf("\n", start - 1) + 1, end: stop < 0 ? text.length : stop };
    }),
  );
}

function merged(list) {
  const result = [];
  for (const { start, end } of [...list].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Whether a span meets one of the stretches (in order, apart from each other). */
function meets(list, { start, end }) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list[low].start < end;
}
