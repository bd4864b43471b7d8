// The article as an article: one <p> a line, real <mark> elements, and nothing in it but the text that was analysed
// (labels are attributes), so that what is read, copied and searched is the reader's own text.
//
// Marks carry no dir, padding or isolation: a name often stands behind a clitic inside one word, and those would break
// or shift its letters. What they look like is in style.css.

import { element } from "./dom.js";
import { groupsOf, linesOf, nest, spansOf } from "./article-spans.js";

const LONG = 50_000; // UTF-16 units: some ten times the length of a news article

export class ArticleView {
  /** @param root the element to draw in @param describe (span) => the label of a mark */
  constructor(root, describe) {
    this.root = root;
    this.describe = describe;
    this.paragraphs = [];
  }

  /** Draws an analysed text. `off` holds the types that are not marked. */
  draw(text, analysis, off, foldLabel) {
    this.text = text;
    this.spans = spansOf(analysis, text);
    this.foldLabel = foldLabel;
    this.root.lang = analysis.language;
    this.root.toggleAttribute("data-long", text.length > LONG);
    const languageDirection = analysis.language === "ar" ? "rtl" : "ltr";
    this.paragraphs = [];
    let headed = false;
    const groups = groupsOf(linesOf(text, analysis.zones)).map((group) => {
      const paragraphs = group.lines.map((line) => {
        const attributes = { dir: line.direction };
        if (text.slice(line.start, line.end).trim() === "") attributes.class = "blank";
        if (line.zones.length === 1) attributes["data-zone"] = line.zones[0].kind;
        // Which language a line of the other direction is in, nobody has said.
        if (line.direction && line.direction !== languageDirection) attributes.lang = "";
        if (!headed && line.zones[0]?.kind === "headline") {
          headed = true;
          Object.assign(attributes, { role: "heading", "aria-level": 3 });
        }
        const node = element("p", attributes);
        this.paragraphs.push({ ...line, node });
        return node;
      });
      return group.aside ? this.#folded(paragraphs, group.lines.filter((line) => line.zones.length > 0).length) : paragraphs;
    });
    this.root.replaceChildren(...groups.flat());
    this.mark(off);
  }

  /** Draws the marks again, without the types in `off`; the paragraphs stay, so that nothing jumps. */
  mark(off) {
    const shown = this.spans.filter((span) => !off.has(span.type));
    const reach = []; // spans that run on into the next line
    let next = 0;
    for (const paragraph of this.paragraphs) {
      const here = reach.splice(0).filter((span) => span.end > paragraph.start);
      while (next < shown.length && shown[next].start < paragraph.end) here.push(shown[next++]);
      reach.push(...here.filter((span) => span.end > paragraph.end));
      const zones = paragraph.zones.length > 1 ? paragraph.zones.map((zone) => ({ start: zone.start, end: zone.end, zone: zone.kind })) : [];
      const all = zones.length > 0 ? [...zones, ...here].sort((a, b) => a.start - b.start || b.end - a.end) : here;
      paragraph.node.replaceChildren(...nest(this.text, paragraph.start, paragraph.end, all).map((piece) => this.#piece(piece)));
    }
  }

  #piece(piece) {
    if (typeof piece === "string") return piece;
    const { span, first, children } = piece;
    const inner = children.map((child) => this.#piece(child));
    if (span.zone) return element("span", { "data-zone": span.zone }, inner);
    const label = this.describe(span);
    return element(
      "mark",
      {
        "data-type": span.type,
        "data-entity": span.entity,
        "data-value": span.value,
        "data-key": span.key,
        "data-continued": !first,
        tabindex: first ? -1 : null,
        title: label,
        "aria-description": label,
      },
      inner,
    );
  }

  /** Lines around the article, folded; the browser's own search finds them and opens the fold. */
  #folded(paragraphs, count) {
    const lines = element("div", { class: "fold-lines" }, paragraphs);
    lines.setAttribute("hidden", "until-found");
    // The button's words are an attribute (drawn by style.css): #result holds the reader's text alone.
    const button = element("button", { type: "button", class: "fold-button", "aria-expanded": "false", "data-count": count });
    const open = (shown) => {
      if (shown) lines.removeAttribute("hidden");
      else lines.setAttribute("hidden", "until-found");
      button.setAttribute("aria-expanded", String(shown));
      const label = this.foldLabel(shown, count);
      button.setAttribute("aria-label", label);
      button.dataset.label = label;
    };
    button.addEventListener("click", () => open(lines.hasAttribute("hidden")));
    lines.addEventListener("beforematch", () => open(true));
    open(false);
    lines.unfold = () => open(true);
    return element("div", { class: "fold" }, button, lines);
  }

  /** The marks of a row, first pieces only, in text order. */
  marksOf(key) {
    return [...this.root.querySelectorAll("mark:not([data-continued])")].filter((mark) => mark.dataset.key === key);
  }

  /** Every mark of a row, continued pieces too. */
  piecesOf(key) {
    return [...this.root.querySelectorAll("mark")].filter((mark) => mark.dataset.key === key);
  }

  /** The direction of the line that an offset stands on. */
  directionAt(offset) {
    return this.#paragraphAt(offset)?.direction ?? "auto";
  }

  /** A DOM range over offsets of the text, for highlighting and scrolling. */
  range(start, end) {
    const [from, to] = [this.#point(start), this.#point(Math.max(start, end))];
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  /** The offset in the text of a point in the DOM; null outside the article. */
  offset(node, within) {
    const paragraph = this.paragraphs.find((candidate) => candidate.node.contains(node));
    if (!paragraph || node.nodeType !== Node.TEXT_NODE) return null;
    const walker = document.createTreeWalker(paragraph.node, NodeFilter.SHOW_TEXT);
    let at = paragraph.start;
    while (walker.nextNode()) {
      if (walker.currentNode === node) return at + within;
      at += walker.currentNode.length;
    }
    return null;
  }

  /** Opens the fold around a node, if it is in one. */
  reveal(node) {
    const inside = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    inside.closest(".fold-lines")?.unfold();
  }

  #paragraphAt(offset) {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.paragraphs[middle].end > offset) high = middle;
      else low = middle + 1;
    }
    return this.paragraphs[low] ?? null;
  }

  #point(offset) {
    const paragraph = this.#paragraphAt(offset);
    if (!paragraph) return null;
    const walker = document.createTreeWalker(paragraph.node, NodeFilter.SHOW_TEXT);
    let left = offset - paragraph.start;
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return [walker.currentNode, left];
      left -= walker.currentNode.length;
    }
    return null;
  }
}
