// From a web page, or a piece of one on the clipboard, to the plain text of its article: one line a paragraph, the title
// first, and the date of publication that the page tells. The markup is read in a document of its own, in which nothing runs
// and nothing is loaded.

const SKIPPED = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "svg", "IFRAME", "OBJECT", "VIDEO", "AUDIO", "CANVAS", "BUTTON", "SELECT", "FORM", "HEAD", "TITLE"]);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(" "),
);
const ROOM = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "FIGURE", "UL", "OL", "TABLE"]); // an empty line around them

let policy;
/** Markup goes to the parser alone, never into the page. */
function trusted(markup) {
  policy ??= globalThis.trustedTypes?.createPolicy("khabar-paste", { createHTML: (markup) => markup });
  return policy ? policy.createHTML(markup) : markup;
}

/** {text, published}: the plain text, and the day (YYYY-MM-DD, with THH:MM where told) or null. */
export function readMarkup(markup, { wholePage = false } = {}) {
  const page = new DOMParser().parseFromString(trusted(markup), "text/html");
  const root = (wholePage && mainPart(page)) || page.body;
  let text = textOf(root);
  const title = wholePage ? titleOf(page) : null;
  if (title && !text.includes(title)) text = `${title}\n\n${text}`;
  return { text, published: publishedOf(page, root) };
}

/** The element that holds the article: the longest <article>, or <main>. */
function mainPart(page) {
  const longest = [...page.querySelectorAll("article, [itemprop=articleBody]")].reduce((best, node) => (node.textContent.length > (best?.textContent.length ?? 0) ? node : best), null);
  const whole = page.body?.textContent.trim().length ?? 0;
  return longest && longest.textContent.trim().length * 5 > whole ? longest : page.querySelector("main");
}

const content = (page, selector) => page.querySelector(selector)?.getAttribute("content")?.trim() || null;

function titleOf(page) {
  const heading = page.querySelector("h1")?.textContent.replace(/\s+/g, " ").trim();
  return heading || content(page, 'meta[property="og:title"]') || page.title.trim() || null;
}

// Where pages say when they were published, the surest first.
const TELLING = [
  (page) => content(page, 'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="pubdate"], meta[name="date"], meta[name="DC.date.issued"]'),
  (page) => [...page.querySelectorAll('script[type="application/ld+json"]')].map((node) => /"datePublished"\s*:\s*"([^"]+)"/.exec(node.textContent)?.[1]).find(Boolean),
  (page, root) => root.querySelector("time[pubdate], time[itemprop~=datePublished]")?.dateTime,
  (page, root) => (root.querySelectorAll("time[datetime]").length > 0 ? root.querySelector("time[datetime]").dateTime : null),
  // Many outlets have the day in the address: /2024/03/12/…
  (page) => page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? content(page, 'meta[property="og:url"]'),
  (page, root) => root.querySelector("h1 a[href], h2 a[href]")?.getAttribute("href"),
];

function publishedOf(page, root) {
  for (const told of TELLING) {
    const day = dayIn(told(page, root));
    if (day) return day;
  }
  return null;
}

/** The day in a date or an address: YYYY-MM-DD, with its clock where it has one. */
export function dayIn(words) {
  const match = /(?<!\d)((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)(?:[T ](\d\d:\d\d))?/.exec(words ?? "");
  if (!match) return null;
  const [, year, month, day, clock] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day)) return null;
  return `${year}-${month}-${day}${clock ? `T${clock}` : ""}`;
}

/** The words as a reader sees them: spaces made one, a line a block, one empty line at most between two. */
function textOf(root) {
  const lines = [""];
  const end = (empty) => {
    if (lines.at(-1) !== "") lines.push("");
    if (empty && lines.length > 1 && lines.at(-2) !== "") lines.push("");
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = node.data.replace(/[ \t\n\r\f]+/g, " ");
      lines[lines.length - 1] += lines.at(-1) === "" || lines.at(-1).endsWith(" ") ? words.trimStart() : words;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName) || node.hidden) return;
    if (node.tagName === "BR") return lines.push("");
    if (node.tagName === "TD" || node.tagName === "TH") lines[lines.length - 1] += lines.at(-1) === "" ? "" : " ";
    const block = BLOCKS.has(node.tagName);
    if (block) end(ROOM.has(node.tagName));
    if (node.tagName === "LI") lines[lines.length - 1] += "- ";
    for (const child of node.childNodes) walk(child);
    if (block) end(ROOM.has(node.tagName));
  };
  walk(root);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
