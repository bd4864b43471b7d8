// Markdown on standard output: headings, tables, numbers.

export const number = (value, digits = value < 10 ? 2 : value < 100 ? 1 : 0) =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
export const whole = (value) => number(value, 0);
export const label = (size) => (size < 1_000_000 ? `${size / 1000} kB` : `${size / 1e6} MB`);

export const heading = (title, note) => process.stdout.write(`### ${title}\n\n${note ? `${note}\n\n` : ""}`);

/** A table; columns of numbers are set to the right. */
export function table(head, body) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const numeric = head.map((_, column) => column > 0 && body.every((cells) => /^[\d.,\s×–%()]*(over \d+ s)?$/u.test(cells[column])));
  process.stdout.write([line(head), line(numeric.map((right) => (right ? "---:" : "---"))), ...body.map(line), "", ""].join("\n"));
}
