// Passing light over stretches of the text: evidence, roles, search hits, what is being marked. The browser's own highlights
// (CSS Custom Highlight), so that nothing in the article moves; whole paragraphs where a browser has none.

const PRIORITY = ["search", "evidence", "role", "hit", "choice"]; // the later lies above

export class Lights {
  #stretches = new Map();

  constructor(article) {
    this.article = article;
  }

  /** Lights these stretches under a name of PRIORITY; none: puts it out. */
  set(name, stretches) {
    if (stretches.length > 0) this.#stretches.set(name, stretches);
    else this.#stretches.delete(name);
    this.#paint(name);
  }

  /** Puts out everything but what is named. */
  clear(...but) {
    for (const name of [...this.#stretches.keys()]) if (!but.includes(name)) this.set(name, []);
  }

  /** The article was drawn again, in part or whole. */
  renew() {
    for (const name of this.#stretches.keys()) this.#paint(name);
  }

  #paint(name) {
    const stretches = (this.#stretches.get(name) ?? []).filter(({ start }) => this.article.isDrawn(start));
    const ranges = stretches.map(({ start, end }) => this.article.range(start, end)).filter(Boolean);
    const id = `khabar-${name}`;
    if (globalThis.Highlight && globalThis.CSS?.highlights) {
      if (ranges.length === 0) return CSS.highlights.delete(id);
      const highlight = new Highlight(...ranges);
      highlight.priority = PRIORITY.indexOf(name);
      CSS.highlights.set(id, highlight);
    } else if (name === "evidence") {
      for (const node of this.article.root.querySelectorAll("[data-evidence]")) node.removeAttribute("data-evidence");
      for (const range of ranges) range.startContainer.parentElement.closest("p").setAttribute("data-evidence", "");
    }
  }
}
