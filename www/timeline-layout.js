// Where dates stand on the drawn line of time. No DOM here.
//
// News dates crowd around the day of publication and thin out towards history, so the line is drawn to a scale that widens
// around that day (a logarithm of the distance to it, the same to both sides). A text whose dates lie within some months gets
// a plain scale. Days are points, anything wider is a span from its earliest day to its latest.

const DAY = 86_400_000;
const NEAR_DAYS = 120; // up to this range the scale is plain
const FOCUS_DAYS = 2; // the distance at which the widened scale begins to bend
const MOST = 150; // items drawn
const MOST_LANES = 9;
const EDGE = 0.04; // of the line kept free at both ends

/** Days since 1970 of an ISO date, or null. */
export function dayNumber(iso) {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  if (!match) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Math.round(date.getTime() / DAY);
}

/**
 * @param dates those of an Analysis, in order
 * @param published the day of publication, or null
 * @returns {items, ticks, lanes, anchor, rest}: items [{indexes, from, to, lane, span, open}] with from and to between 0 and 1,
 *   dates of equal bounds in one item; ticks [{at, kind, day, count, unit}]; rest: how many dates were left out
 */
export function layOut(dates, published) {
  const groups = new Map();
  dates.forEach((date, index) => {
    const [first, last] = [dayNumber(date.earliest), dayNumber(date.latest)];
    if (first === null && last === null) return;
    const key = `${first} ${last}`;
    if (groups.has(key)) groups.get(key).indexes.push(index);
    else groups.set(key, { indexes: [index], first: first ?? last, last: last ?? first, open: first === null ? "before" : last === null ? "after" : null });
  });
  const all = [...groups.values()].sort((a, b) => a.first - b.first || a.last - b.last);
  const kept = all.length > MOST ? [...all].sort((a, b) => b.indexes.length - a.indexes.length || a.first - b.first).slice(0, MOST).sort((a, b) => a.first - b.first || a.last - b.last) : all;
  if (kept.length === 0) return { items: [], ticks: [], lanes: 0, anchor: null, plain: true, rest: 0 };
  const anchor = dayNumber(published);
  const low = Math.min(...kept.map(({ first }) => first), anchor ?? Infinity);
  const high = Math.max(...kept.map(({ last }) => last), anchor ?? -Infinity);
  const plain = anchor === null || high - low <= NEAR_DAYS;
  const bend = plain ? (day) => day : (day) => Math.sign(day - anchor) * Math.log1p(Math.abs(day - anchor) / FOCUS_DAYS);
  const [left, right] = [bend(low), bend(high)];
  const at = (day) => (right === left ? 0.5 : EDGE + ((1 - 2 * EDGE) * (bend(day) - left)) / (right - left));
  const items = kept.map((group) => ({ ...group, from: at(group.first), to: at(group.last), span: group.last > group.first }));
  const lanes = inLanes(items);
  return { items, ticks: plain ? plainTicks(low, high, at) : bentTicks(low, high, anchor, at), lanes, anchor: anchor === null ? null : at(anchor), plain, rest: all.length - kept.length };
}

/** Spans lie in lanes so that none hides another; points stand together in the first that has room. */
function inLanes(items) {
  const GAP = 0.035;
  const ends = [];
  for (const item of items) {
    const free = ends.findIndex((end) => end + GAP <= item.from);
    item.lane = free >= 0 ? free : ends.length < MOST_LANES ? ends.length : ends.indexOf(Math.min(...ends));
    ends[item.lane] = Math.max(item.to, item.from);
  }
  return ends.length;
}

const STEPS = [
  { unit: "day", days: 1 },
  { unit: "day", days: 2 },
  { unit: "day", days: 3 },
  { unit: "day", days: 7 },
  { unit: "day", days: 14 },
  { unit: "month", months: 1 },
  { unit: "month", months: 3 },
  { unit: "year", months: 12 },
  { unit: "year", months: 60 },
  { unit: "year", months: 120 },
  { unit: "year", months: 600 },
  { unit: "year", months: 1200 },
];
const MOST_TICKS = 6;

/** Calendar steps: {at, day, unit}. */
function plainTicks(low, high, at) {
  for (const step of STEPS) {
    const ticks = [];
    if (step.days) {
      for (let day = Math.ceil(low / step.days) * step.days; day <= high && ticks.length <= MOST_TICKS; day += step.days) ticks.push({ at: at(day), day, unit: step.unit });
    } else {
      const start = new Date(low * DAY);
      let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step.months) * step.months;
      for (; ticks.length <= MOST_TICKS; month += step.months) {
        const day = dayNumber(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`);
        if (day > high) break;
        if (day >= low) ticks.push({ at: at(day), day, unit: step.unit });
      }
    }
    if (ticks.length <= MOST_TICKS) return ticks;
  }
  return [];
}

const DISTANCES = [
  { count: 7, unit: "day", days: 7 },
  { count: 1, unit: "month", days: 30 },
  { count: 1, unit: "year", days: 365 },
  { count: 10, unit: "year", days: 3652 },
  { count: 100, unit: "year", days: 36524 },
];
const CLEAR = 0.2; // room that a label needs

/** Distances to the day of publication: {at, count, unit}; count 0 is the day itself. */
function bentTicks(low, high, anchor, at) {
  const ticks = [{ at: at(anchor), count: 0, unit: "day" }];
  for (const { count, unit, days } of DISTANCES) {
    for (const sign of [-1, 1]) {
      const day = anchor + sign * days;
      if (day < low || day > high) continue;
      if (ticks.every((tick) => Math.abs(tick.at - at(day)) >= CLEAR)) ticks.push({ at: at(day), count: sign * count, unit });
    }
  }
  return ticks.sort((a, b) => a.at - b.at);
}
