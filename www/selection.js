// One thing selected at a time, shown on both sides: a key such as "entity:e1", "date:3", "fact:f2" names the row in
// the panels and the marks (or the evidence) in the text.

const EVIDENCE = "khabar-evidence";
const ROLE = "khabar-role";

export class Selection {
  #key = null;
  #visited = 0;

  constructor(article, panels) {
    this.article = article;
    this.panels = panels;
    this.facts = new Map();
  }

  /** A new analysis: its facts by row. */
  load(analysis) {
    this.clear();
    this.facts = new Map(analysis.facts.map((fact) => [`fact:${fact.id}`, fact]));
  }

  clear() {
    this.#key = null;
    for (const row of this.panels.querySelectorAll("[aria-current], [data-related]")) {
      row.removeAttribute("aria-current");
      row.removeAttribute("data-related");
    }
    this.#unlight();
  }

  /** The text was drawn again: light what was lit. */
  redraw() {
    if (this.#key) this.#light(this.#key);
  }

  /** Chosen in the text: its row comes into view. */
  fromText(key, { focus = false } = {}) {
    this.#choose(key);
    const row = this.#rows(key)[0];
    if (!row) return;
    bring(row, "nearest");
    flash(row);
    if (focus) row.querySelector("button")?.focus({ preventScroll: true });
  }

  /** Chosen in the panels: its place in the text comes into view; chosen again, the next place. */
  fromPanel(key, { focus = false } = {}) {
    const again = this.#key === key;
    this.#choose(key);
    const fact = this.facts.get(key);
    if (fact) return this.show(evidenceOf(fact));
    const spans = this.article.spans.filter((span) => span.key === key);
    if (spans.length === 0) return;
    this.#visited = again ? (this.#visited + 1) % spans.length : 0;
    const mark = this.article.marksOf(key)[this.#visited];
    if (!mark) return this.show(spans[this.#visited]); // its type is switched off
    this.article.reveal(mark);
    bring(mark, "center");
    flash(mark);
    if (focus) mark.focus({ preventScroll: true });
  }

  /** Lights a stretch of the text and brings it into view. */
  show({ start, end }, roles = []) {
    this.#paint(EVIDENCE, [{ start, end }]);
    if (roles.length > 0) this.#paint(ROLE, roles);
    const range = this.article.range(start, end);
    if (!range) return;
    const node = range.startContainer;
    this.article.reveal(node);
    const paragraph = node.parentElement.closest("p");
    bring(paragraph, "nearest");
    const top = range.getBoundingClientRect().top;
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
      this.#key = key;
      this.#visited = 0;
    }
    for (const row of this.#rows(key)) row.setAttribute("aria-current", "true");
    const entity = key.startsWith("entity:") ? key.slice("entity:".length) : null;
    if (entity) {
      for (const [factKey, fact] of this.facts) {
        if (fact.args.some((arg) => arg.entity === entity) || fact.attributed_to === entity) {
          for (const row of this.#rows(factKey)) row.setAttribute("data-related", "");
        }
      }
    }
    this.#light(key);
  }

  #light(key) {
    this.#unlight();
    for (const mark of this.article.piecesOf(key)) mark.setAttribute("data-selected", "");
    const fact = this.facts.get(key);
    if (fact) {
      this.#paint(EVIDENCE, [evidenceOf(fact)]);
      this.#paint(ROLE, fact.args.filter((arg) => Number.isInteger(arg.start) && !arg.elided && arg.role !== "content"));
    }
  }

  #unlight() {
    globalThis.CSS?.highlights?.delete(EVIDENCE);
    globalThis.CSS?.highlights?.delete(ROLE);
    for (const node of this.article.root.querySelectorAll("[data-selected], [data-evidence]")) {
      node.removeAttribute("data-selected");
      node.removeAttribute("data-evidence");
    }
  }

  /** Passing light over stretches of text; whole paragraphs where the browser has no highlights of its own. */
  #paint(name, stretches) {
    const ranges = stretches.map(({ start, end }) => this.article.range(start, end)).filter(Boolean);
    if (globalThis.Highlight && globalThis.CSS?.highlights) {
      const highlight = new Highlight(...ranges);
      if (name === ROLE) highlight.priority = 1;
      CSS.highlights.set(name, highlight);
    } else if (name === EVIDENCE) {
      for (const range of ranges) range.startContainer.parentElement.closest("p").setAttribute("data-evidence", "");
    }
  }

  #rows(key) {
    return [...this.panels.querySelectorAll("[data-key]")].filter((row) => row.dataset.key === key);
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
