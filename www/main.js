// Start-up, and what happens when the reader does something. The parts know nothing of each other.

import { AnalysisClient } from "./analysis-client.js";
import { PublicationDate } from "./publication-date.js";
import { ArticleView } from "./render-article.js";
import { Selection } from "./selection.js";
import { drawDates } from "./panel-dates.js";
import { drawEntities } from "./panel-entities.js";
import { drawFacts } from "./panel-facts.js";
import { drawLegend } from "./legend.js";
import { dateInWords } from "./date-words.js";
import { element, quoted } from "./dom.js";
import { loadExamples } from "./examples.js";
import { applyStrings, language, say, switchLanguage } from "./interface.js";
import { checkText, readFile, Unusable } from "./read-file.js";
import { copy, download } from "./take-away.js";
import { forbidLoading } from "./lock-down.js";
import { rove } from "./roving.js";

const at = (id) => document.getElementById(id);
const input = at("article");
const result = at("result");
const panels = document.querySelector(".panels");

const client = new AnalysisClient();
const off = new Set(); // types that are not marked; kept from one article to the next
let kinds = []; // of mentions, from the module
let version = null;
let shown = null; // {text, json, analysis, milliseconds}: what is on the page
let opened = null; // {file, box}: the text of a file, and what the text box made of it
let run = 0; // of the latest analysis asked for

// --- What the page says

let status = { key: "status.loading", values: {}, kind: "busy", notes: [] };

/** `notes` are further strings that follow: [key, values]. */
function tell(key, values = {}, kind = "plain", notes = []) {
  status = { key, values, kind, notes };
  drawStatus();
}

function drawStatus() {
  const values = { ...status.values };
  if (status.key === "error.binary") values.what ??= say("error.binary-data");
  at("status").textContent = [[status.key, values], ...status.notes].map(([key, values]) => say(key, values)).join(" — ");
  at("status").dataset.kind = status.kind;
}

const fail = (error) =>
  error instanceof Unusable ? tell(error.key, error.values, "error") : tell("error.analysis", { message: `${error.message}.`.replace(/\.\.$/, ".") }, "error");

// --- Types

const types = () => [
  ...kinds.map(({ id, ar, en }) => ({ id, label: language() === "ar" ? ar : en })),
  ...(kinds.some(({ id }) => id === "DATE") ? [] : [{ id: "DATE", label: say("type.DATE") }]),
];

const typeLabel = (id) => types().find((type) => type.id === id)?.label ?? id;

/** The colours of the module's table, for style.css. */
function adoptColours() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kinds.map(({ id, colour }) => `[data-type="${CSS.escape(id)}"] { --kind: ${colour}; }`).join("\n"));
  document.adoptedStyleSheets = [sheet];
}

/** The label of a mark: its type, whom or what it means, and the rule when asked for. */
function describe(span) {
  const entity = span.entity && shown.analysis.entities.find(({ id }) => id === span.entity);
  const meaning = span.type === "DATE" ? dateInWords(span.value) : entity ? [entity.name, entity.english].filter(Boolean).join(" / ") : null;
  const rule = span.rule ? ` (${say("rule", { rule: span.rule })})` : "";
  return (meaning ? `${typeLabel(span.type)}: ${meaning}` : typeLabel(span.type)) + rule;
}

const article = new ArticleView(result, describe);
const selection = new Selection(article, panels);
const published = new PublicationDate(at("published"), at("published-note"), {
  changed: () => input.value.trim() !== "" && analyse(),
  showEvidence: (evidence) => selection.show(evidence),
});

// --- Analysing

/** The text as it was given: the box turns CRLF into LF, so an opened file is analysed from its own text. */
const textToAnalyse = () => (opened && opened.box === input.value ? opened.file : input.value);

async function analyse({ notes = [] } = {}) {
  const text = textToAnalyse();
  const mine = ++run;
  try {
    checkText(text);
    const { published: date, dropped } = published.optionFor(text);
    const options = { explain: at("explain").checked };
    if (date) options.published = date;
    client.stop(); // a newer question makes the older one useless
    busy(true);
    await ready;
    const began = performance.now();
    const json = await client.analyse(text, options);
    if (mine !== run) return;
    const milliseconds = Math.max(1, Math.round(performance.now() - began));
    shown = { text, json, analysis: JSON.parse(json), milliseconds };
    draw();
    input.scrollTop = 0;
    const { mentions, entities, dates, facts } = shown.analysis;
    const counts = { mentions: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length, milliseconds };
    tell("status.done", counts, "done", dropped ? [...notes, ["status.date-dropped", {}]] : notes);
  } catch (error) {
    if (mine !== run) return;
    if (failed) tell(...failed);
    else fail(error);
  } finally {
    if (mine === run) busy(false);
  }
}

/** Stops at the reader's wish; the text stays where it is. */
function cancel() {
  run += 1; // whatever still comes belongs to nobody
  client.stop();
  busy(false);
  tell("status.stopped");
}

let busyTimer;
function busy(on) {
  clearTimeout(busyTimer);
  document.body.toggleAttribute("data-busy", on);
  if (!on) {
    at("cancel").hidden = true;
    return;
  }
  tell("status.busy", {}, "busy");
  busyTimer = setTimeout(() => (at("cancel").hidden = false), 250); // quick ones need no button
}

// --- Drawing

const foldLabel = (open, count) => say(open ? "fold.hide" : "fold.show", { count });

function draw() {
  if (!shown) return;
  const { text, analysis } = shown;
  at("report").hidden = false;
  document.body.toggleAttribute("data-analysed", true);
  article.draw(text, analysis, off, foldLabel);
  drawEntities(at("entities-rows"), analysis, types());
  drawDates(at("dates-rows"), analysis, article);
  drawFacts(at("facts-rows"), analysis, article);
  drawHeads(analysis);
  drawLegend(at("legend"), presentTypes(analysis), off, () => {
    article.mark(off);
    selection.redraw();
    marksKeys.reset();
  });
  published.show(analysis, article);
  selection.load(analysis);
  marksKeys.reset();
  for (const keys of rowsKeys) keys.reset();
}

/** The types that this article has, with how often. */
function presentTypes(analysis) {
  const counts = new Map(analysis.dates.length > 0 ? [["DATE", analysis.dates.length]] : []);
  for (const { type } of analysis.mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
  const known = types().filter(({ id }) => counts.has(id));
  const others = [...counts.keys()].filter((id) => !known.some((type) => type.id === id)).map((id) => ({ id, label: id }));
  return [...known, ...others].map((type) => ({ ...type, count: counts.get(type.id) }));
}

function drawHeads(analysis) {
  const heads = [
    ["entities", analysis.entities.length],
    ["dates", analysis.dates.length],
    ["facts", analysis.facts.length],
  ];
  for (const [id, count] of heads) {
    at(`${id}-title`).replaceChildren(say(`${id}.title`), " ", element("span", { class: "count" }, String(count)));
  }
  at("jump").replaceChildren(
    element("a", { href: "#reading-title", class: "jump-text" }, say("reading.title")),
    ...heads.map(([id, count]) => element("a", { href: `#${id}` }, say(`${id}.title`), " ", element("span", { class: "count" }, String(count)))),
  );
}

function drawInterface() {
  applyStrings();
  const button = at("interface-language");
  button.textContent = say("interface.other");
  button.lang = language() === "ar" ? "en" : "ar";
  at("version").replaceChildren(...(version ? [say("version.label"), " ", quoted(version, "ltr")] : []));
  inputDirection();
  drawExampleButtons();
  drawStatus();
  published.show(shown?.analysis ?? null, article);
  draw();
}

// --- Input

let examples = [];

function drawExampleButtons() {
  const buttons = examples.map(({ file, label, text }) => {
    const button = element("button", { type: "button", class: "quiet", "data-example": file }, label[language()]);
    button.addEventListener("click", () => take(text));
    return button;
  });
  at("examples").setAttribute("aria-label", say("examples.label"));
  at("examples").title = say("examples.label");
  at("examples").replaceChildren(...(buttons.length > 0 ? [element("span", { class: "examples-label" }, say("examples.short")), ...buttons] : []));
}

/** Empty, the box stands as its placeholder does; otherwise as its text. */
const inputDirection = () => (input.dir = input.value === "" ? document.documentElement.dir : "auto");

/** Another article: into the box, and analysed. */
function take(text, notes = []) {
  input.value = text;
  inputDirection();
  opened = { file: text, box: input.value };
  published.forget();
  return analyse({ notes });
}

async function takeFiles(files) {
  if (files.length === 0) return;
  try {
    const { name } = files[0];
    const { text, encoding } = await readFile(files[0], (bytes) => ready.then(() => client.decode(bytes)));
    const notes = [];
    if (encoding) notes.push(["status.decoded", { name, encoding }]);
    if (files.length > 1) notes.push(["status.first-file", { name }]);
    await take(text, notes);
  } catch (error) {
    fail(error);
  }
}

function listen() {
  at("analyse").addEventListener("click", () => analyse());
  at("cancel").addEventListener("click", cancel);
  at("explain").addEventListener("change", () => shown && analyse());
  at("open-file").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", async () => {
    await takeFiles([...at("file").files]);
    at("file").value = ""; // so that the same file can be opened again
  });
  at("interface-language").addEventListener("click", () => {
    switchLanguage();
    drawInterface();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      analyse();
    }
    if (event.key === "Escape") selection.clear();
  });
  input.addEventListener("input", () => {
    inputDirection();
    if (input.value === "") published.forget();
    if (shown && textToAnalyse() !== shown.text) tell("status.stale");
  });
  listenForDrops();
  listenInArticle();
  listenInPanels();
  at("copy-json").addEventListener("click", () => copy(shown.json).then(() => tell("status.copied"), () => tell("error.copy", {}, "error")));
  at("download-json").addEventListener("click", () => download(shown.json, "khabar.json", "application/json"));
}

function listenForDrops() {
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  const over = (on) => document.body.toggleAttribute("data-dropping", on);
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return; // dropped text goes into the box by itself
    event.preventDefault();
    document.body.dataset.dropLabel = say("input.drop");
    over(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || over(false));
  document.addEventListener("drop", (event) => {
    over(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  });
}

function listenInArticle() {
  result.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return; // the reader is selecting words
    const mark = event.target.closest("mark");
    if (mark) return selection.fromText(mark.dataset.key);
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const offset = caret ? article.offset(caret.offsetNode, caret.offset) : null;
    const fact = offset === null ? null : selection.factAt(offset);
    if (fact) selection.fromText(fact);
  });
  result.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || (event.key !== "Enter" && event.key !== " ") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    selection.fromText(mark.dataset.key, { focus: true });
  });
}

function listenInPanels() {
  panels.addEventListener("click", (event) => {
    const row = event.target.closest("[data-key]");
    if (!row || !getSelection().isCollapsed) return;
    // A click made with the keyboard has no detail: the focus then goes along.
    selection.fromPanel(row.dataset.key, { focus: event.detail === 0 && event.target.closest("button") !== null });
  });
  // Jumping inside the column of panels leaves the text where it is.
  at("jump").addEventListener("click", (event) => {
    const target = event.target.closest("a") && document.querySelector(event.target.closest("a").hash);
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  });
}

const marksKeys = rove(result, "mark:not([data-continued])", (mark) =>
  getComputedStyle(mark).direction === "rtl" ? { next: "ArrowLeft", previous: "ArrowRight" } : { next: "ArrowRight", previous: "ArrowLeft" },
);
const rowsKeys = ["entities-rows", "dates-rows", "facts-rows"].map((id) => rove(at(id), ".row-name", { next: "ArrowDown", previous: "ArrowUp" }));

// --- Start

let failed = null; // why there is no analyser: arguments of tell()

async function start() {
  if (!AnalysisClient.supported()) {
    failed = ["error.no-worker", {}, "error"];
    throw new Error("unsupported");
  }
  try {
    [examples] = await Promise.all([loadExamples(), client.load()]);
    forbidLoading();
    ({ version, kinds } = await client.start());
  } catch (error) {
    failed = ["error.load", { message: error.message }, "error"];
    throw error;
  }
  adoptColours();
}

const ready = start();
listen();
drawInterface();
ready.then(
  () => {
    drawInterface();
    if (status.key === "status.loading") tell("status.ready");
    document.body.toggleAttribute("data-ready", true);
  },
  (error) => {
    console.error(error);
    tell(...failed);
  },
);
