// TIMEX3 values in the reader's words, and dates in the order of time. Only what is shown depends on the
// language; the values themselves come from the analysis.

import { formatter, say, sayOr } from "./interface.js";

/** As the analysis ranks them. Dates without bounds come last. */
export function inTimeOrder(dates) {
  return dates
    .map((date, index) => ({ date, index, from: date.earliest ?? date.latest }))
    .sort((a, b) => a.date.order - b.date.order);
}

// One shape of value a row: the pattern and what it says. The first that fits wins.
const SHAPES = [
  [/^PAST_REF$/, () => say("value.past")],
  [/^PRESENT_REF$/, () => say("value.present")],
  [/^FUTURE_REF$/, () => say("value.future")],
  [/^(\d{4})-(\d\d)-(\d\d)$/, ([, y, m, d]) => day(y, m, d)],
  [/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/, ([, y, m, d, time]) => `${day(y, m, d)} ${time}`],
  [/^(\d{4})-(\d\d)-(\d\d)T([A-Z]{2})$/, ([, y, m, d, part]) => `${day(y, m, d)} ${sayOr(`daypart.${part}`, part)}`],
  [/^(\d{4})-(\d\d)$/, ([, y, m]) => format({ year: "numeric", month: "long" }, y, m, 1)],
  [/^(\d{4})$/, ([, y]) => y],
  [/^(\d{3})X?$/, ([, decade]) => say("value.decade", { year: `${decade}0` })],
  [/^(\d{2})(?:XX)?$/, ([, century]) => say("value.century", { number: Number(century) + 1 })],
  [/^(\d{4})-W(\d\d)$/, ([, year, week]) => say("value.week", { year, number: Number(week) })],
  [/^(\d{4})-W(\d\d)-WE$/, ([, year, week]) => say("value.weekend", { year, number: Number(week) })],
  [/^(\d{4})-Q([1-4])$/, ([, year, number]) => say("value.quarter", { year, number })],
  [/^(\d{4})-H([12])$/, ([, year, number]) => say("value.half", { year, number })],
  [/^(\d{4})-(SP|SU|FA|WI)$/, ([, year, season]) => say(`season.${season}`, { year })],
  [/^XXXX-(\d\d)-(\d\d)$/, ([, m, d]) => say("value.no-year", { date: format({ month: "long", day: "numeric" }, 2000, m, d) })],
  [/^XXXX-(\d\d)$/, ([, m]) => say("value.no-year", { date: format({ month: "long" }, 2000, m, 1) })],
  // 2001-01-01 was a Monday.
  [/^XXXX-WXX-([1-7])$/, ([, number]) => say("value.weekday", { day: format({ weekday: "long" }, 2001, 1, number) })],
  [/^PT?(\d+(?:\.\d+)?|X)([YMWDHS])$/, ([value, number, unit]) => say("value.duration", { length: lengthOf(number, unit, value.includes("T")) })],
  [/^([^/]+)\/([^/]+)$/, ([, from, to]) => say("value.span", { from: dateInWords(from), to: dateInWords(to) })],
];

/** A value in words; the bare value when no shape fits. */
export function dateInWords(value) {
  for (const [shape, words] of SHAPES) {
    const match = shape.exec(value);
    if (match) return words(match);
  }
  return value;
}

function format(options, year, month, dayOfMonth) {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(dayOfMonth));
  return formatter(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(date);
}

/** What most dates are written with is made beforehand, while there is time. */
export const prepareDates = () => [day(2001, 1, 1), dayInWords(0, "month"), lengthOf(1, "D", false)];

const day = (year, month, dayOfMonth) => format({ weekday: "long", year: "numeric", month: "long", day: "numeric" }, year, month, dayOfMonth);

const UNITS = { Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" };

function lengthOf(number, unit, ofTheClock) {
  const name = ofTheClock ? `T${unit}` : unit;
  if (number === "X") return sayOr(`unit.${name}`, `${number}${unit}`);
  return formatter(Intl.NumberFormat, { style: "unit", unit: UNITS[name] ?? "day", unitDisplay: "long" }).format(Number(number));
}

/** A day, counted from 1970, as a tick of the line of time names it: by its day, month or year. */
export function dayInWords(number, unit) {
  const options = { day: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" }, year: { year: "numeric" } }[unit];
  return formatter(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(new Date(number * 86_400_000));
}
