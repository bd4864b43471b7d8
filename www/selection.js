// One thing selected at a time, shown on both sides: a key such as "entity:e1", "date:3", "fact:f2" names the row in
// the panels and the marks (or the evidence) in the text.

export class Selection {
  #key = null;
  #visited = 0;

  constructor(article, panels, lights) {
    this.article = article;
    this.panels = panels;
    this.lights = lights;
    this.facts = new Map();
  }

  /** A new analysis: its facts by row. */
  load(analysis) {
    this.clear();
    this.facts = new Map(analysis.facts.map((fact) => [`fact:${fact.id}`, fact]));
  }

  get key() {
    return this.#key;
  }

  clear() {
    this.#key = null;
    this.#unpoint();
    this.article.select(null);
    this.lights.clear("search", "hit");
  }

  #unpoint() {
    for (const row of this.panels.root.querySelectorAll("[aria-current], [data-related]")) {
      row.removeAttribute("aria-current");
      row.removeAttribute("data-related");
    }
  }

  /** The panels or the article were drawn again: point at what was pointed at. */
  redraw() {
    if (this.#key) this.#choose(this.#key);
  }

  /** Chosen in the text: its row comes into view. */
  fromText(key, { focus = false, reach = true } = {}) {
    const row = reach ? this.panels.reveal(key) : null;
    this.#choose(key);
    if (!row) return;
    const scroller = row.closest(".panels");
    if (getComputedStyle(scroller).overflowY === "auto") {
      // The column scrolls by itself; the text beside it stays where it is.
      const { top, bottom } = row.getBoundingClientRect();
      const frame = scroller.getBoundingClientRect();
      if (top < frame.top + 120 || bottom > frame.bottom) scroller.scrollTop += top - frame.top - 140;
    } else if (focus) bring(row, "center");
    flash(row);
    if (focus) row.querySelector("button")?.focus({ preventScroll: true });
  }

  /** Chosen in the panels: its place in the text comes into view; chosen again, the next place. */
  fromPanel(key, { focus = false } = {}) {
    const again = this.#key === key;
    this.#choose(key);
    const fact = this.facts.get(key);
    if (fact) return this.show(evidenceOf(fact));
    this.visit(key, again ? this.#visited + 1 : 0, { focus });
  }

  /** Brings the mark of a key's n-th place into view; returns it, or null when its type is switched off. */
  visit(key, place, { focus = false } = {}) {
    const spans = this.article.spansOf(key);
    if (spans.length === 0) return null;
    if (this.#key !== key) this.#choose(key);
    this.#visited = (place + spans.length) % spans.length;
    const span = spans[this.#visited];
    const mark = this.article.markOf(span);
    if (!mark) {
      this.lights.set("evidence", [span]);
      this.show(span);
      return null;
    }
    this.article.reveal(mark);
    bring(mark, "center");
    flash(mark);
    if (focus) mark.focus({ preventScroll: true });
    return mark;
  }

  /** Brings a stretch of the text into view, lit. */
  show({ start, end }, light = "evidence") {
    this.article.ensure({ start, end });
    this.lights.set(light, [{ start, end }]);
    const range = this.article.range(start, end);
    if (!range) return;
    const node = range.startContainer;
    this.article.reveal(node);
    bring(node.parentElement.closest("p"), "nearest");
    const top = (this.article.range(start, end) ?? range).getBoundingClientRect().top;
    if (top < innerHeight * 0.1 || top > innerHeight * 0.7) scrollBy(0, top - innerHeight / 3);
  }

  /** The fact with the shortest evidence around an offset, for a click on plain text. */
  factAt(offset) {
    let best = null;
    for (const [key, fact] of this.facts) {
      const { start, end } = evidenceOf(fact);
      if (start <= offset && offset < end && (!best || end - start < best.length)) best = { key, length: end - start };
    }
    return best?.key ?? null;
  }

  #choose(key) {
    if (this.#key !== key) {
      this.clear();
      this.#visited = 0;
    }
    this.#key = key;
    this.#unpoint();
    for (const row of this.panels.of(key)) row.setAttribute("aria-current", "true");
    const entity = key.startsWith("entity:") ? key.slice("entity:".length) : null;
    if (entity) {
      for (const [factKey, fact] of this.facts) {
        if (fact.args.some((arg) => arg.entity === entity) || fact.attributed_to === entity) {
          for (const row of this.panels.of(factKey)) row.setAttribute("data-related", "");
        }
      }
    }
    this.article.select(key);
    const fact = this.facts.get(key);
    if (fact) {
      this.lights.set("evidence", [evidenceOf(fact)]);
      this.lights.set("role", fact.args.filter((arg) => Number.isInteger(arg.start) && !arg.elided && arg.role !== "content"));
    }
  }
}

export const evidenceOf = (fact) => fact.evidence ?? fact;

const bring = (node, block) => node.scrollIntoView({ block, inline: "nearest" });

function flash(node) {
  node.removeAttribute("data-flash");
  void node.offsetWidth; // lets the animation begin again
  node.setAttribute("data-flash", "");
  node.addEventListener("animationend", () => node.removeAttribute("data-flash"), { once: true });
}
