// An analysed article on the page: the text with its marks, the panels beside it, and what the reader does with them.

import { ArticleView } from "./render-article.js";
import { CorrectDialog } from "./correct-dialog.js";
import { EntityCard } from "./entity-card.js";
import { FilterBar } from "./filter-bar.js";
import { Lights } from "./lights.js";
import { Panels } from "./panels.js";
import { SearchBox } from "./search-box.js";
import { Selection } from "./selection.js";
import { drawFacts } from "./panel-facts.js";
import { drawLegend } from "./legend.js";
import { drawNames } from "./panel-names.js";
import { drawNumbers, isNumber } from "./panel-numbers.js";
import { drawQuotes } from "./panel-quotes.js";
import { drawTimeline } from "./panel-timeline.js";
import { dateInWords } from "./date-words.js";
import { keep } from "./filters.js";
import { markKeys } from "./mark-keys.js";
import { markWords } from "./mark-words.js";
import { kindLabel } from "./fact-words.js";
import { language, say } from "./interface.js";

const at = (id) => document.getElementById(id);
const NARROW = matchMedia("(max-width: 63.99rem)");

export class Report {
  /** Types that are not marked; kept from one article to the next. */
  #off = new Set();
  #analysis = null;
  #back = null; // the key of the row that led into the text, on a narrow page

  /** @param actions {module() => {kinds}, said(key, values), operations(list)} */
  constructor(actions) {
    this.actions = actions;
    this.article = new ArticleView(at("result"), (span) => this.#describe(span), () => this.#renew());
    this.panels = new Panels(document.querySelector(".panels"), at("panel-tabs"));
    this.lights = new Lights(this.article);
    this.selection = new Selection(this.article, this.panels, this.lights);
    this.search = new SearchBox({ input: at("search"), count: at("search-count"), next: at("search-next"), previous: at("search-previous") }, this.article, this.lights, this.selection);
    this.filters = new FilterBar(at("filters"), at("filter-note"), () => this.#filtered());
    this.card = new EntityCard(at("card"), this.article, {
      analysis: () => this.#analysis,
      typeLabel: (id) => this.#typeLabel(id),
      visit: (key, place) => this.selection.visit(key, place),
      filter: (entity) => this.filters.set({ entity }),
      correct: (span) => this.correcting.correct(span),
      toRow: (key) => this.selection.fromText(key, { focus: true }),
      copied: () => actions.said("status.copied"),
    });
    this.correcting = new CorrectDialog(at("correct"), {
      text: () => this.article.text,
      analysis: () => this.#analysis,
      types: () => this.types().filter(({ id }) => id !== "DATE"),
      direction: (offset) => this.article.directionAt(offset),
      done: (operations) => actions.operations(operations),
    });
    this.marks = markKeys(this.article);
    this.markSelection = markWords(at("mark-words"), this.article, (words) => this.correcting.add(words));
    this.#listen();
  }

  get analysis() {
    return this.#analysis;
  }

  // --- Words of the module's tables

  types() {
    const { kinds } = this.actions.module();
    return [
      ...kinds.map(({ id, ar, en }) => ({ id, label: language() === "ar" ? ar : en })),
      ...(kinds.some(({ id }) => id === "DATE") ? [] : [{ id: "DATE", label: say("type.DATE") }]),
    ];
  }

  #typeLabel = (id) => this.types().find((type) => type.id === id)?.label ?? id;

  /** The label of a mark: its type, whom or what it means, and the rule when asked for. */
  #describe(span) {
    const entity = span.entity && this.entities.get(span.entity);
    const meaning = span.type === "DATE" ? dateInWords(span.value) : entity ? [entity.name, entity.english].filter(Boolean).join(" / ") : null;
    const rule = span.rule ? ` (${say("rule", { rule: span.rule })})` : "";
    return (meaning ? `${this.#typeLabel(span.type)}: ${meaning}` : this.#typeLabel(span.type)) + rule;
  }

  // --- Drawing

  /**
   * @param turn called while a long text is drawn (render-article.js)
   * @param same the article is the one that is shown, analysed or corrected anew: filters and place stay
   */
  async show(text, analysis, { turn, same = false } = {}) {
    const key = same ? this.selection.key : null;
    this.#analysis = analysis;
    this.entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
    this.card.close();
    if (!same) this.filters.clear();
    at("report").hidden = false;
    document.body.toggleAttribute("data-analysed", true);
    if (same) at("result").style.minBlockSize = `${at("result").offsetHeight}px`; // so that the page does not jump
    await this.article.draw(text, analysis, this.#off, foldLabel, turn);
    at("result").style.minBlockSize = "";
    drawLegend(at("legend"), this.#presentTypes(), this.#off, () => {
      this.article.mark(this.#off);
      this.selection.redraw();
      this.marks.reset();
    });
    this.selection.load(analysis);
    this.card.load(analysis);
    this.#filtered();
    this.search.load();
    this.marks.reset();
    if (key) this.selection.redraw();
    this.#leadBack(null);
  }

  hide() {
    this.#analysis = null;
    at("report").hidden = true;
    document.body.toggleAttribute("data-analysed", false);
    this.card.close();
  }

  /** The types that this article has, with how often. */
  #presentTypes() {
    const { dates, mentions } = this.#analysis;
    const counts = new Map(dates.length > 0 ? [["DATE", dates.length]] : []);
    for (const { type } of mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
    const known = this.types().filter(({ id }) => counts.has(id));
    const others = [...counts.keys()].filter((id) => !known.some((type) => type.id === id)).map((id) => ({ id, label: id }));
    return [...known, ...others].map((type) => ({ ...type, count: counts.get(type.id) }));
  }

  #filtered() {
    if (!this.#analysis) return;
    const { entities, dates, facts, mentions } = this.#analysis;
    this.filters.draw(this.#analysis, this.#presentTypes(), kindLabel);
    const kept = keep(this.#analysis, this.article.text, this.filters.filter);
    const { panels, article } = this;
    const statements = facts.filter(({ kind }) => kind === "statement").length;
    const names = () => entities.length + new Set(mentions.filter(({ entity, type }) => !entity && !isNumber(type)).map(({ type, text }) => `${type}:${text}`)).size;
    const numbers = () => new Set(mentions.filter(({ type }) => isNumber(type)).map(({ type, text }) => `${type}:${text}`)).size;
    panels.name("names", say("entities.title"), drawNames(panels.rows("names"), this.#analysis, this.types(), kept), names());
    panels.name("timeline", say("dates.title"), drawTimeline(panels.rows("timeline"), this.#analysis, article, kept), dates.length);
    panels.name("quotes", say("quotes.title"), drawQuotes(panels.rows("quotes"), this.#analysis, article, kept), statements);
    panels.name("facts", say("facts.title"), drawFacts(panels.rows("facts"), this.#analysis, article, kept, kindLabel), facts.length - statements);
    panels.name("numbers", say("numbers.title"), drawNumbers(panels.rows("numbers"), this.#analysis, article, this.types(), kept), numbers());
    article.keep(kept ? new Set(article.spans.filter((span) => (span.date ? kept.dates.has(span.date) : kept.mentions.has(span.mention)))) : null);
    panels.reset();
    this.selection.redraw();
  }

  #renew() {
    this.lights?.renew();
    this.marks?.reset();
  }

  // --- What the reader does

  #listen() {
    const result = at("result");
    result.addEventListener("click", (event) => {
      if (!getSelection().isCollapsed) return; // the reader is selecting words
      const mark = event.target.closest("mark");
      if (mark) {
        this.selection.fromText(mark.dataset.key, { reach: !NARROW.matches });
        return this.card.open(markOfPiece(mark, this.article) ?? mark, { pinned: true });
      }
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const offset = caret ? this.article.offset(caret.offsetNode, caret.offset) : null;
      const fact = offset === null ? null : this.selection.factAt(offset);
      if (fact) this.selection.fromText(fact, { reach: !NARROW.matches });
    });
    result.addEventListener("keydown", (event) => {
      const mark = event.target.closest("mark");
      if (!mark || (event.key !== "Enter" && event.key !== " ") || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.selection.fromText(mark.dataset.key, { reach: !NARROW.matches });
      this.card.open(mark, { pinned: true, focus: true });
    });
    this.panels.root.addEventListener("click", (event) => {
      const filter = event.target.closest("[data-filter-entity]");
      if (filter) return this.filters.set({ entity: this.filters.filter.entity === filter.dataset.filterEntity ? null : filter.dataset.filterEntity });
      const go = event.target.closest("[data-go]");
      if (go) return this.selection.fromText(go.dataset.go, { focus: true });
      const row = event.target.closest("[data-key]");
      if (!row || !getSelection().isCollapsed) return;
      if (row.classList.contains("moment")) this.panels.reveal(row.dataset.key)?.scrollIntoView({ block: "nearest" });
      // A click made with the keyboard has no detail: the focus then goes along.
      this.selection.fromPanel(row.dataset.key, { focus: event.detail === 0 && event.target.closest("button") !== null });
      if (NARROW.matches) this.#leadBack(row.dataset.key);
    });
    at("back").addEventListener("click", () => {
      const row = this.#back && this.panels.reveal(this.#back);
      this.#leadBack(null);
      row?.scrollIntoView({ block: "center" });
      row?.querySelector("button")?.focus({ preventScroll: true });
    });
  }

  /** On a narrow page the text lies far from the rows: a button leads back. */
  #leadBack(key) {
    this.#back = key;
    at("back").hidden = key === null;
  }

  /** Escape: the card, then the selection. */
  escape() {
    if (this.card.isOpen) return this.card.close({ back: true });
    this.selection.clear();
    this.#leadBack(null);
  }
}

const foldLabel = (open, count) => say(open ? "fold.hide" : "fold.show", { count });

/** The first piece of the mark that a continued piece belongs to. */
const markOfPiece = (mark, article) => ("continued" in mark.dataset ? article.markOf(article.spanOf(mark)) : mark);
