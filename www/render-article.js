// The article as an article: one <p> a line, real <mark> elements, and nothing in it but the text that was analysed
// (labels are attributes), so that what is read, copied and searched is the reader's own text.
//
// Marks carry no dir, padding or isolation: a name often stands behind a clitic inside one word, and those would break
// or shift its letters. What they look like is in reading.css.
//
// A long text gets its paragraphs in turns, between which the page stays awake, and its marks as they come near the window.

import { element } from "./dom.js";
import { groupsOf, linesOf, nest, spansOf } from "./article-spans.js";

const LONG = 50_000; // UTF-16 units: some ten times the length of a news article
const CHUNK = 40; // paragraphs of a long text that are watched as one
const TURN = 30; // milliseconds of drawing between two breaths
const BATCH = 400; // milliseconds of drawing that go into the page at once: each time costs a look at all of it
const NEAR = "1000px"; // how far from the window marks are drawn

export class ArticleView {
  #spans = new WeakMap(); // mark to span
  #byKey = new Map();
  #selected = null;
  #kept = null;
  #observer = null;

  /**
   * @param root the element to draw in
   * @param describe (span) => the label of a mark
   * @param drawn called when paragraphs got their marks, since ranges into them are void
   */
  constructor(root, describe, drawn) {
    this.root = root;
    this.describe = describe;
    this.drawn = drawn;
    this.paragraphs = [];
    this.spans = [];
    this.text = "";
    addEventListener("beforeprint", () => this.drawAll());
  }

  /**
   * Draws an analysed text. `off` holds the types that are not marked.
   * @param turn called between two turns of a long text with the part drawn so far (0 to 1); a promise to wait for, which
   *   rejects when the drawing is to stop
   */
  async draw(text, analysis, off, foldLabel, turn) {
    this.#observer?.disconnect();
    this.text = text;
    this.foldLabel = foldLabel;
    this.off = off;
    this.#selected = null;
    this.#kept = null;
    const long = text.length > LONG;
    const breathe = async (part) => void (long && (await turn?.(part)));
    await breathe(0);
    this.spans = spansOf(analysis, text);
    await breathe(0);
    this.#index();
    await breathe(0);
    this.root.lang = analysis.language;
    this.root.toggleAttribute("data-long", long);
    const groups = groupsOf(linesOf(text, analysis.zones));
    await breathe(0);
    const total = groups.reduce((sum, group) => sum + group.lines.length, 0);
    this.paragraphs = [];
    this.root.replaceChildren();
    const write = this.#writer(analysis.language === "ar" ? "rtl" : "ltr");
    if (long) this.#observer = new IntersectionObserver((entries) => this.#near(entries), { rootMargin: `${NEAR} 0px` });
    let breath = performance.now();
    let batch = { began: breath, nodes: [] };
    const flush = () => {
      this.root.append(...batch.nodes);
      batch = { began: performance.now(), nodes: [] };
    };
    for (const group of groups) {
      const fold = group.aside ? this.#fold(group.lines.filter((line) => line.zones.length > 0).length) : null;
      if (fold) batch.nodes.push(fold.node);
      const put = (...nodes) => (fold ? fold.lines.append(...nodes) : batch.nodes.push(...nodes));
      for (let from = 0; from < group.lines.length; from += CHUNK) {
        const nodes = group.lines.slice(from, from + CHUNK).map((line) => write(line, !long));
        if (long) {
          const chunk = element("div", { class: "chunk" }, nodes);
          chunk.paragraphs = this.paragraphs.slice(-nodes.length);
          put(chunk);
          this.#observer.observe(chunk);
        } else put(...nodes);
        if (performance.now() - breath > TURN) {
          // The first screenful is there to be read while the rest is drawn.
          if (this.root.firstChild === null || performance.now() - batch.began > BATCH) flush();
          await breathe(this.paragraphs.length / total);
          breath = performance.now();
        }
      }
    }
    flush();
    this.drawn();
  }

  #index() {
    const shown = this.spans.filter((span) => !this.off.has(span.type));
    shown.forEach((span, order) => (span.order = order));
    this.shown = shown;
    this.#byKey = new Map();
    for (const span of this.spans) {
      if (this.#byKey.has(span.key)) this.#byKey.get(span.key).push(span);
      else this.#byKey.set(span.key, [span]);
    }
    // The longest span bounds how far back a paragraph has to look for spans that run on into it.
    this.longest = shown.reduce((most, span) => Math.max(most, span.end - span.start), 0);
  }

  /** Makes the paragraph of one line after the other. */
  #writer(languageDirection) {
    let headed = false;
    return (line, marked) => {
      const words = this.text.slice(line.start, line.end);
      const attributes = { dir: line.direction };
      if (words.trim() === "") attributes.class = "blank";
      if (line.zones.length === 1) attributes["data-zone"] = line.zones[0].kind;
      // Which language a line of the other direction is in, nobody has said.
      if (line.direction && line.direction !== languageDirection) attributes.lang = "";
      if (!headed && line.zones[0]?.kind === "headline") {
        headed = true;
        Object.assign(attributes, { role: "heading", "aria-level": 3 });
      }
      const paragraph = { ...line, node: element("p", attributes), marked: false };
      this.paragraphs.push(paragraph);
      if (marked) this.#mark(paragraph);
      else paragraph.node.textContent = words;
      return paragraph.node;
    };
  }

  #near(entries) {
    let drew = false;
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#observer.unobserve(target);
      for (const paragraph of target.paragraphs) drew = this.#ensure(paragraph) || drew;
    }
    if (drew) this.drawn();
  }

  /** Gives a paragraph its marks if it has none yet. */
  #ensure(paragraph) {
    if (paragraph.marked) return false;
    this.#mark(paragraph);
    return true;
  }

  /** Every paragraph with its marks: for print. */
  drawAll() {
    if (this.paragraphs.filter((paragraph) => this.#ensure(paragraph)).length > 0) this.drawn();
  }

  #mark(paragraph) {
    paragraph.marked = true;
    const { start, end, zones, node } = paragraph;
    const here = [];
    for (let index = firstAfter(this.shown, start - this.longest); index < this.shown.length && this.shown[index].start < end; index += 1) {
      if (this.shown[index].end > start) here.push(this.shown[index]);
    }
    const parts = zones.length > 1 ? zones.map((zone) => ({ start: zone.start, end: zone.end, zone: zone.kind })) : [];
    const all = parts.length > 0 ? [...parts, ...here].sort((a, b) => a.start - b.start || b.end - a.end) : here;
    node.replaceChildren(...nest(this.text, start, end, all).map((piece) => this.#piece(piece)));
  }

  #piece(piece) {
    if (typeof piece === "string") return piece;
    const { span, first, children } = piece;
    const inner = children.map((child) => this.#piece(child));
    if (span.zone) return element("span", { "data-zone": span.zone }, inner);
    const mark = element(
      "mark",
      {
        "data-type": span.type,
        "data-entity": span.entity,
        "data-value": span.value,
        "data-key": span.key,
        "data-edited": span.edited,
        "data-continued": !first,
        "data-selected": span.key === this.#selected,
        "data-dim": this.#kept !== null && !this.#kept.has(span),
        tabindex: first ? -1 : null,
        "aria-description": this.describe(span),
      },
      inner,
    );
    this.#spans.set(mark, span);
    return mark;
  }

  /** Draws the marks again, without the types in `off`; the paragraphs stay, so that nothing jumps. */
  mark(off) {
    this.off = off;
    this.#index();
    for (const paragraph of this.paragraphs) if (paragraph.marked) this.#mark(paragraph);
    this.drawn();
  }

  /** Lines around the article, folded; the browser's own search finds them and opens the fold. */
  #fold(count) {
    const lines = element("div", { class: "fold-lines" });
    lines.setAttribute("hidden", "until-found");
    // The button's words are an attribute (drawn by reading.css): #result holds the reader's text alone.
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
    return { node: element("div", { class: "fold" }, button, lines), lines };
  }

  /** The spans of a row, in text order. */
  spansOf = (key) => this.#byKey.get(key) ?? [];

  /** The span that a mark shows. */
  spanOf = (mark) => this.#spans.get(mark) ?? null;

  /** The first piece of a span's mark; null when its type is switched off. */
  markOf(span) {
    if (this.off.has(span.type)) return null;
    const paragraph = this.#paragraphAt(span.start);
    if (this.#ensure(paragraph)) this.drawn();
    return [...paragraph.node.querySelectorAll("mark:not([data-continued])")].find((mark) => this.#spans.get(mark) === span) ?? null;
  }

  /** Sets off the marks of a row; null: none. */
  select(key) {
    for (const mark of this.root.querySelectorAll("mark[data-selected]")) mark.removeAttribute("data-selected");
    this.#selected = key;
    for (const span of key ? this.spansOf(key) : []) {
      for (const paragraph of this.#paragraphsOf(span)) {
        if (!paragraph.marked) continue;
        for (const mark of paragraph.node.querySelectorAll("mark")) if (this.#spans.get(mark) === span) mark.setAttribute("data-selected", "");
      }
    }
  }

  /** Pales every mark whose span is not in the set; null: none. */
  keep(spans) {
    this.#kept = spans;
    this.root.toggleAttribute("data-filtered", spans !== null);
    for (const mark of this.root.querySelectorAll("mark")) mark.toggleAttribute("data-dim", spans !== null && !spans.has(this.#spans.get(mark)));
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

  /** Whether the paragraph at an offset has its marks, so that ranges into it last. */
  isDrawn = (offset) => this.#paragraphAt(offset)?.marked ?? false;

  /** Draws the paragraphs that a stretch meets. */
  ensure({ start, end }) {
    if (this.#paragraphsOf({ start, end }).filter((paragraph) => this.#ensure(paragraph)).length > 0) this.drawn();
  }

  /** The offset in the text of a point in the DOM; null outside the article. */
  offset(node, within) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#result p");
    const paragraph = line && this.paragraphs.find((candidate) => candidate.node === line);
    if (!paragraph) return null;
    if (node.nodeType !== Node.TEXT_NODE) {
      const range = document.createRange();
      range.setStart(line, 0);
      range.setEnd(node, within);
      return paragraph.start + range.toString().length;
    }
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
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

  #paragraphsOf({ start, end }) {
    const found = [];
    for (let index = this.#indexAt(start); index < this.paragraphs.length && this.paragraphs[index].start < end; index += 1) found.push(this.paragraphs[index]);
    return found;
  }

  #indexAt(offset) {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.paragraphs[middle].end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #paragraphAt(offset) {
    return this.paragraphs[this.#indexAt(offset)] ?? null;
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

/** The index of the first span that starts at or after a position. */
function firstAfter(spans, position) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
