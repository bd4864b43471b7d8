// Start-up, and what holds the parts together: articles come in (input.js, documents.js), are analysed (analysis-client.js),
// corrected (desk.js, corrections.js) and shown (report.js).

import { AnalysisClient } from "./analysis-client.js";
import { client, examples, locked } from "./early.js";
import { Desk } from "./desk.js";
import { DeskDialog } from "./desk-dialog.js";
import { Documents } from "./documents.js";
import { Input } from "./input.js";
import { JSON_FORMAT, TakeAway } from "./take-away.js";
import { PublicationDate } from "./publication-date.js";
import { Report } from "./report.js";
import { Status } from "./status.js";
import { checkText } from "./read-file.js";
import { correct, fingerprint, publishedFor } from "./corrections.js";
import { adoptFactKinds } from "./fact-words.js";
import { prepareDates } from "./date-words.js";
import { drawDocumentTabs } from "./document-tabs.js";
import { element, quoted } from "./dom.js";
import { applyStrings, language, say, switchLanguage } from "./interface.js";
import { offerInstalling } from "./install.js";
import { drawKeys, singleKeys, useSingleKeys } from "./keys.js";

const at = (id) => document.getElementById(id);

applyStrings();
const status = new Status({ line: at("status"), progress: at("progress"), cancel: at("cancel") });
let module = { version: null, kinds: [], formats: [] };
let counts = new Map(); // how often each correction did something in the article shown
let run = 0; // of the latest analysis asked for

const documents = new Documents(() => status.tell("status.not-kept"));
const input = new Input(at("article"), { file: at("file"), open: at("open-file"), examples: at("examples"), note: at("large-note"), region: at("text-input"), unfold: at("edit-text") }, documents, {
  taken: (notes) => {
    drawTabs();
    return analyse({ notes });
  },
  typed: () => {
    const { current } = documents;
    if (current.text === "") published.show(null);
    if (current.shown && current.text !== current.shown.text) status.tell("status.stale");
    drawTabs();
  },
  pasted: (day) => status.tell(day ? "status.pasted-dated" : "status.pasted", { day: day?.slice(0, 10) }),
  failed: (error) => status.fail(error),
  decode: (bytes) => ready.then(() => client.decode(bytes)),
  examples,
});
const report = new Report({
  module: () => module,
  said: (key, values) => status.tell(key, values, "done"),
  operations: (operations) => operations.forEach((operation) => desk.add(operation)),
});
const published = new PublicationDate(at("published"), at("published-note"), {
  current: () => documents.current,
  changed: (value) => {
    if (input.text.trim() === "") return;
    const article = fingerprint(input.text);
    const { shown } = documents.current;
    // The desk, when it changes, has the article that is shown analysed anew (corrected, below).
    const follows = shown?.text === input.text && publishedFor(desk.operations, input.text) !== value;
    if (value) desk.add({ op: "published", article, value });
    else desk.removePublished(article);
    if (!follows) analyse();
  },
  showEvidence: (evidence) => report.selection.show(evidence),
});
const desk = new Desk(corrected);
const deskDialog = new DeskDialog(at("desk"), desk, {
  kinds: () => module.kinds,
  types: () => report.types(),
  counts: () => counts,
  said: (key, values) => status.tell(key, values, "done"),
});
const takeAway = new TakeAway(at("take"), {
  formats: () => (module.formats.length > 0 ? module.formats : [JSON_FORMAT]),
  write,
  name: () => documents.current.name,
});

// --- Analysing

async function analyse({ notes = [] } = {}) {
  const document = documents.current;
  const { text } = document;
  const mine = ++run;
  try {
    checkText(text);
    const { published: entered, dropped } = published.optionFor(text);
    const day = entered ?? publishedFor(desk.operations, text);
    const explain = at("explain").checked;
    client.stop(); // a newer question makes the older one useless
    status.begin();
    await locked;
    if (mine !== run) return;
    let began;
    // The text lies ready for the worker while that still starts.
    let [json] = await Promise.all([client.analyse(text, { explain, ...(day ? { published: day } : {}) }), ready.then(() => (began = performance.now()))]);
    if (mine !== run) return;
    let analysis = JSON.parse(json);
    // The page that the text was copied from is asked last.
    const hinted = !day && !analysis.published && Boolean(document.hint);
    if (hinted) {
      json = await client.analyse(text, { explain, published: document.hint });
      if (mine !== run) return;
      analysis = JSON.parse(json);
    }
    const milliseconds = Math.max(1, Math.round(performance.now() - began));
    const again = document.shown !== null && document.shown.text === text;
    document.shown = { text, json, analysis, milliseconds, deskDay: publishedFor(desk.operations, text), hinted };
    await show({ same: again, mine });
    input.fold(true);
    if (mine === run) tellCounts(dropped ? [...notes, ["status.date-dropped", {}]] : notes);
  } catch (error) {
    if (mine !== run) return;
    if (failed) status.tell(...failed);
    else status.fail(error);
  } finally {
    if (mine === run) status.end();
  }
}

function tellCounts(notes = []) {
  const { mentions, entities, dates, facts } = report.analysis;
  const { milliseconds } = documents.current.shown;
  const found = { mentions: mentions.length, entities: entities.length, dates: dates.length, facts: facts.length, milliseconds };
  const applied = [...counts.values()].reduce((sum, count) => sum + count, 0);
  status.tell("status.done", found, "done", applied > 0 ? [["status.corrected", { count: applied }], ...notes] : notes);
}

/** Draws what is known of the current document, corrections applied. */
async function show({ same = false, mine = run } = {}) {
  const { shown } = documents.current;
  if (!shown) return report.hide();
  const corrected = correct(shown.analysis, shown.text, desk, module.kinds);
  counts = corrected.counts;
  await report.show(shown.text, corrected.analysis, { same, turn: (part) => breath(part, mine) });
  published.show(report.analysis, report.article);
  drawTabs();
}

/** Between two turns of drawing: the page shows how far it is, and what was asked for meanwhile goes first. */
async function breath(part, mine) {
  status.drawn(part);
  await new Promise((resolve) => setTimeout(resolve));
  if (mine !== run) throw new DOMException("Stopped", "AbortError");
}

/** Stops at the reader's wish; the text stays where it is. */
function cancel() {
  run += 1; // whatever still comes belongs to nobody
  client.stop();
  status.end();
  status.tell("status.stopped");
}

/** The desk has changed: what is shown follows. */
async function corrected(how, kept) {
  drawDeskButton();
  deskDialog.draw();
  const { shown, text } = documents.current;
  if (shown && shown.text === text) {
    const day = publishedFor(desk.operations, text);
    if (day !== shown.deskDay) {
      documents.current.given = day ? { value: day, text } : null;
      await analyse();
    } else {
      await show({ same: true });
    }
  }
  const said = { do: "desk.done", undo: "desk.undone", redo: "desk.redone" }[how];
  if (!said) return;
  const notes = { first: [["desk.first", {}]], failed: [["desk.not-kept", {}]] }[kept] ?? [];
  status.tell(said, {}, "done", notes, how === "do" ? () => desk.undo() : null);
}

/** What is shown, in one of the formats. */
async function write(id) {
  const { shown } = documents.current;
  const untouched = report.analysis === shown.analysis;
  const json = untouched ? shown.json : JSON.stringify(report.analysis);
  return id === "json" ? json : client.export(shown.text, json, id);
}

// --- The page around it

function drawTabs() {
  drawDocumentTabs(at("documents"), documents, {
    select: (id) => {
      documents.select(id);
      turnTo();
    },
    close: (id) => {
      const shownNow = documents.current.id;
      documents.close(id);
      if (documents.current.id !== shownNow) turnTo();
      else drawTabs();
    },
    open: () => {
      documents.open({});
      turnTo();
      at("article").focus();
    },
  });
}

/** Another document is the current one. */
async function turnTo() {
  run += 1;
  client.stop();
  status.end();
  input.show();
  drawTabs();
  const { shown, text } = documents.current;
  if (!shown) {
    report.hide();
    input.fold(false);
    published.show(null);
    if (text.trim() !== "") return analyse();
    return status.tell("status.ready");
  }
  input.fold(true);
  await show();
  tellCounts();
}

function drawDeskButton() {
  at("open-desk").replaceChildren(say("desk.open"), ...(desk.size > 0 ? [" ", element("span", { class: "count" }, String(desk.size))] : []));
}

function drawVersion() {
  at("version").replaceChildren(...(module.version ? [say("version.label"), " ", quoted(module.version, "ltr")] : []));
}

/** What is in the language of the interface, beside the strings that index.html asks for. */
function drawInterface() {
  const button = at("interface-language");
  button.textContent = say("interface.other");
  button.lang = language() === "ar" ? "en" : "ar";
  drawVersion();
  drawKeys(at("keys"));
  drawDeskButton();
  drawTabs();
  input.direct();
  input.drawNote();
  status.draw();
  published.show(report.analysis, report.article);
  if (report.analysis) show({ same: true });
}

const isTyping = (node) => node.matches?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])");

// One key a row; the list that readers see is in keys.js. Letters go by their place on the keyboard, whatever script it types.
const SHORTCUTS = [
  { when: ({ key, command }) => command && key === "Enter", act: () => analyse() },
  { when: ({ key, command, shift, typing }) => command && !shift && !typing && key === "z", act: () => desk.undo() },
  { when: ({ key, command, shift, typing }) => command && !typing && (key === "y" || (shift && key === "z")), act: () => desk.redo() },
  { when: ({ key, single, shift }) => single && key === "/" && !shift, act: () => at("search").focus() },
  { when: ({ key, single, shift }) => single && (key === "?" || (key === "/" && shift)), act: () => at("keys").showModal() },
  { when: ({ key, single }) => single && key === "m", act: () => report.markSelection() },
  { when: ({ key, single }) => single && key === "c", act: () => correctFocused() },
];

function pressed({ key, code, ctrlKey, metaKey, altKey, shiftKey, target }, open) {
  const command = ctrlKey || metaKey;
  const typing = isTyping(target);
  const place = /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : code === "Slash" ? "/" : key;
  return { key: place, command, shift: shiftKey, typing, single: !command && !altKey && !typing && !open && singleKeys() };
}

/** Correcting the mark that has the focus. */
function correctFocused() {
  const span = report.article.spanOf(document.activeElement);
  if (span?.mention) report.correcting.correct(span);
}

function listen() {
  at("analyse").addEventListener("click", () => analyse());
  at("cancel").addEventListener("click", cancel);
  at("explain").addEventListener("change", () => documents.current.shown && analyse());
  at("open-desk").addEventListener("click", () => deskDialog.open());
  at("open-keys").addEventListener("click", () => at("keys").showModal());
  at("take-away").addEventListener("click", () => takeAway.open());
  at("interface-language").addEventListener("click", () => {
    switchLanguage();
    applyStrings();
    drawInterface();
  });
  at("keys").addEventListener("click", (event) => (event.target === at("keys") || event.target.closest("[data-do]")) && at("keys").close());
  at("keys").addEventListener("change", (event) => useSingleKeys(event.target.checked));
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("dialog[open]") !== null;
    if (event.key === "Escape" && !open) return report.escape();
    const press = pressed(event, open);
    const shortcut = SHORTCUTS.find(({ when }) => when(press));
    if (!shortcut) return;
    event.preventDefault();
    shortcut.act();
  });
}

// --- Start

let failed = null; // why there is no analyser: arguments of tell()

async function start() {
  try {
    await locked;
    module = await client.start();
  } catch (error) {
    failed = AnalysisClient.supported() ? ["error.load", { message: error.message }, "error"] : ["error.no-worker", {}, "error"];
    throw error;
  }
  adoptFactKinds(module.factKinds);
  adoptColours();
}

/** The colours of the module's table, for reading.css. */
function adoptColours() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(module.kinds.map(({ id, colour }) => `[data-type="${CSS.escape(id)}"] { --kind: ${colour}; }`).join("\n"));
  document.adoptedStyleSheets = [sheet];
}

/** The button of an example that is not there goes. */
async function checkExamples() {
  const texts = await examples;
  for (const button of at("examples").querySelectorAll("[data-example]")) if (!texts.has(button.dataset.example)) button.remove();
}

checkExamples();
const ready = start();
offerInstalling();
listen();
input.show();
drawInterface();
// What was open before a reload is read again.
if (input.text.trim() !== "") analyse();
ready.then(
  () => {
    drawVersion();
    if (status.key === "status.loading") status.tell("status.ready");
    document.body.toggleAttribute("data-ready", true);
    // Once there is something to see: the worker has the first article, or nobody waits.
    requestAnimationFrame(() => setTimeout(prepareDates));
  },
  (error) => {
    console.error(error);
    status.tell(...failed);
  },
);
