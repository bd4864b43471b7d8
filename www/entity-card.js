// The card of what a mark means: shown when the pointer rests on the mark or the keyboard reaches it, pinned by a click. It can
// be reached with the pointer, dismissed with Escape, and stays until the pointer has left both.

import { element, quoted } from "./dom.js";
import { say, sayOr } from "./interface.js";
import { dateInWords } from "./date-words.js";
import { officesOf } from "./panel-quotes.js";
import { copy } from "./take-away.js";

const REST = 180; // milliseconds the pointer rests before the card comes
const LEAVE = 280; // and after it has left
const MARGIN = 8;

export class EntityCard {
  #mark = null;
  #pinned = false;
  #timer = 0;
  #quiet = false;

  /**
   * @param root the card's element (popover="manual")
   * @param article the ArticleView
   * @param actions {analysis, typeLabel, visit(key, place), filter(entity), correct(span), toRow(key), copied()}
   */
  constructor(root, article, actions) {
    this.root = root;
    this.article = article;
    this.actions = actions;
    this.offices = new Map();
    const text = article.root;
    text.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.#over(event.target.closest("mark")));
    text.addEventListener("pointerout", (event) => event.pointerType === "mouse" && this.#left());
    text.addEventListener("focusin", (event) => {
      const mark = event.target.closest("mark");
      if (mark && !this.#quiet && mark.matches(":focus-visible")) this.open(mark);
    });
    text.addEventListener("focusout", (event) => this.#focusLeft(event.relatedTarget));
    root.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    root.addEventListener("pointerleave", () => this.#left());
    root.addEventListener("focusout", (event) => this.#focusLeft(event.relatedTarget));
    root.addEventListener("click", (event) => this.#act(event.target.closest("[data-do]")?.dataset.do));
    document.addEventListener("pointerdown", (event) => {
      if (this.#mark && !root.contains(event.target) && !event.target.closest("mark")) this.close();
    });
    addEventListener("resize", () => this.#place());
    addEventListener("scroll", () => this.#place(), { passive: true });
  }

  get isOpen() {
    return this.#mark !== null;
  }

  /** A new analysis. */
  load(analysis) {
    this.close();
    this.offices = officesOf(analysis);
  }

  /** Shows the card of a mark; pinned, it stays when the pointer leaves. */
  open(mark, { pinned = false, focus = false } = {}) {
    clearTimeout(this.#timer);
    const span = this.article.spanOf(mark);
    if (!span) return;
    this.#pinned = pinned || (this.#pinned && this.#mark === mark);
    if (this.#mark !== mark) {
      this.#mark = mark;
      this.root.replaceChildren(...this.#content(span));
      this.root.setAttribute("aria-label", this.actions.typeLabel(span.type));
      if (!this.root.matches(":popover-open")) this.root.showPopover?.();
      this.root.toggleAttribute("data-open", true);
    }
    this.#place();
    if (focus) this.root.querySelector("button")?.focus();
  }

  /** @param back whether the focus returns to the mark */
  close({ back = false } = {}) {
    clearTimeout(this.#timer);
    const mark = this.#mark;
    this.#mark = null;
    this.#pinned = false;
    if (this.root.matches(":popover-open")) this.root.hidePopover();
    this.root.toggleAttribute("data-open", false);
    if (back && mark?.isConnected) {
      this.#quiet = true; // the returning focus does not open the card again
      mark.focus();
      this.#quiet = false;
    }
  }

  #over(mark) {
    if (!mark || (this.#pinned && this.#mark) || getSelection().type === "Range") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => mark.isConnected && this.open(mark), REST);
  }

  #left() {
    clearTimeout(this.#timer);
    if (this.#pinned || this.root.contains(document.activeElement)) return;
    this.#timer = setTimeout(() => this.close(), LEAVE);
  }

  #focusLeft(to) {
    if (!this.#mark || to === null || this.root.contains(to) || to?.closest?.("mark")) return;
    this.close();
  }

  #place() {
    if (!this.#mark) return;
    const [line] = this.#mark.getClientRects();
    if (!line || line.bottom < 0 || line.top > innerHeight) return void (this.#pinned || this.root.contains(document.activeElement) || this.close());
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const below = line.bottom + MARGIN + height <= innerHeight || line.top < height + MARGIN;
    const rtl = getComputedStyle(this.#mark).direction === "rtl";
    const left = rtl ? line.right - width : line.left;
    this.root.style.setProperty("--x", `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`);
    this.root.style.setProperty("--y", `${Math.max(MARGIN, below ? line.bottom + MARGIN : line.top - height - MARGIN)}px`);
  }

  #act(what) {
    if (!what) return;
    const mark = this.#mark;
    const span = this.article.spanOf(mark);
    if (what === "close") return this.close({ back: true });
    if (what === "next" || what === "previous") {
      const spans = this.article.spansOf(span.key);
      const target = this.actions.visit(span.key, spans.indexOf(span) + (what === "next" ? 1 : -1));
      if (!target) return;
      this.open(target, { pinned: true });
      return this.root.querySelector(`[data-do="${what}"]`)?.focus();
    }
    if (what === "copy") return copy(this.#entity(span).wikidata).then(() => this.actions.copied());
    this.close({ back: what !== "row" });
    if (what === "row") this.actions.toRow(span.key);
    if (what === "filter") this.actions.filter(span.entity);
    if (what === "correct") this.actions.correct(span);
  }

  #entity = (span) => (span.entity ? this.actions.analysis().entities.find(({ id }) => id === span.entity) : null);

  #content(span) {
    const entity = this.#entity(span);
    const spans = this.article.spansOf(span.key);
    const button = (what, label, attributes = {}) => element("button", { type: "button", "data-do": what, class: "quiet", ...attributes }, label);
    const row = (label, ...content) => element("div", {}, element("dt", {}, label), element("dd", {}, content));
    const listed = (texts) => texts.flatMap((text, index) => [index > 0 ? " · " : null, quoted(text)]);
    const date = span.type === "DATE" ? this.actions.analysis().dates[Number(span.key.slice("date:".length))] : null;
    const facts = entity ? this.actions.analysis().facts.filter((fact) => fact.attributed_to === entity.id || fact.args.some((arg) => arg.entity === entity.id)).length : 0;
    return [
      element(
        "div",
        { class: "card-head" },
        element("span", { class: "sample", "data-type": span.type }, this.actions.typeLabel(span.type)),
        button("close", "×", { class: "card-close", "aria-label": say("close") }),
      ),
      element("p", { class: "card-name" }, date ? dateInWords(date.value) : quoted(entity?.name ?? this.article.text.slice(span.start, span.end))),
      entity?.english ? element("p", { class: "card-english", lang: "en" }, quoted(entity.english, "ltr")) : null,
      element(
        "dl",
        {},
        entity && this.offices.has(entity.id) ? row(say("card.office"), listed([...this.offices.get(entity.id)])) : null,
        entity?.aliases.length > 0 ? row(say("entities.aliases"), listed(entity.aliases)) : null,
        entity?.note ? row(say("card.note"), quoted(entity.note)) : null,
        entity?.wikidata ? row(say("entities.wikidata"), element("code", { dir: "ltr" }, entity.wikidata), " ", button("copy", say("card.copy"), { class: "link", "aria-label": say("card.copy-wikidata") })) : null,
        date ? row(say("card.value"), element("code", { dir: "ltr" }, date.value)) : null,
        date?.mod ? row(say("card.precision"), sayOr(`mod.${date.mod}`, date.mod)) : null,
        date?.earliest && date.earliest !== date.latest ? row(say("card.bounds"), element("code", { dir: "ltr" }, `${date.earliest} – ${date.latest ?? "…"}`)) : null,
        facts > 0 ? row(say("facts.all"), String(facts)) : null,
        span.rule ? row(say("card.rule"), element("code", { dir: "ltr" }, span.rule)) : null,
      ),
      spans.length > 1
        ? element(
            "div",
            { class: "card-steps" },
            button("previous", say("card.previous")),
            element("span", { class: "count" }, say("card.place", { number: spans.indexOf(span) + 1, count: spans.length })),
            button("next", say("card.next")),
          )
        : null,
      element(
        "div",
        { class: "card-actions" },
        button("row", say("card.row")),
        entity ? button("filter", say("card.filter")) : null,
        span.mention ? button("correct", say("card.correct")) : null,
      ),
    ].filter(Boolean);
  }
}
