// How texts come in: typed, pasted (from a web page too), opened, dropped, or as an example.

import { LARGE, isLarge } from "./documents.js";
import { readFile } from "./read-file.js";
import { readMarkup } from "./rich-text.js";
import { element } from "./dom.js";
import { say } from "./interface.js";

const PREVIEW = 4000; // UTF-16 units of a large text that the box shows
const MOST_FILES = 20;
// UTF-16 units from which the box would take long to insert by itself (Chromium: 3 s for 30,000, with an undo step).
const SLOW = 10_000;

export class Input {
  /**
   * @param box the text box
   * @param parts {file, open, examples, note, region, unfold}: elements; region: all that is folded away
   * @param documents the Documents
   * @param actions {taken(notes), typed(), failed(error), decode(bytes), examples}: taken: another article is
   *   in the box; examples: a promise of file to text
   */
  constructor(box, parts, documents, actions) {
    Object.assign(this, { box, documents, actions, ...parts });
    box.addEventListener("input", () => this.#typed());
    box.addEventListener("paste", (event) => this.#pasted(event));
    this.open.addEventListener("click", () => this.file.click());
    this.unfold.addEventListener("click", () => {
      this.fold(!this.region.hidden);
      if (!this.region.hidden) box.focus();
    });
    // Pasted anywhere else, it is another article.
    document.addEventListener("paste", (event) => {
      if (event.target.closest?.("input, textarea, dialog") || document.querySelector("dialog[open]")) return;
      this.#pastedOutside(event);
    });
    this.file.addEventListener("change", async () => {
      await this.takeFiles([...this.file.files]);
      this.file.value = ""; // so that the same file can be opened again
    });
    this.examples.addEventListener("click", async (event) => {
      const file = event.target.closest("[data-example]")?.dataset.example;
      const text = file && (await this.actions.examples).get(file);
      // One example takes the place of another, never that of the reader's own text.
      if (text) this.take(text, { here: this.documents.current.example, example: true });
    });
    this.#listenForDrops();
  }

  /** The text as it was given: the box turns CRLF into LF, so an opened file is analysed from its own text. */
  get text() {
    return this.documents.current.text;
  }

  /** Once its article is read, the box makes room for it: a button brings it back. */
  fold(folded) {
    const held = this.region.contains(document.activeElement);
    this.region.hidden = folded;
    this.unfold.hidden = !this.documents.current.shown;
    this.unfold.setAttribute("aria-expanded", String(!folded));
    if (held && folded) this.unfold.focus();
  }

  /** Shows the current document in the box. */
  show() {
    const { current } = this.documents;
    const large = isLarge(current.text);
    this.box.value = large ? current.text.slice(0, PREVIEW) : current.text;
    this.box.readOnly = large;
    current.box = this.box.value;
    if (this.box.value !== "") this.box.scrollTop = 0; // asking costs a layout, which the first paint waits for
    this.direct();
    this.drawNote();
  }

  drawNote() {
    const { text } = this.documents.current;
    this.note.hidden = !isLarge(text);
    if (this.note.hidden) return;
    const clear = element("button", { type: "button", class: "link" }, say("input.large-clear"));
    clear.addEventListener("click", () => this.take("", { here: true }));
    this.note.replaceChildren(say("input.large", { size: (text.length / 1e6).toFixed(1) }), " ", clear);
  }

  /** Empty, the box stands as its placeholder does; otherwise as its text. */
  direct = () => (this.box.dir = this.box.value === "" ? document.documentElement.dir : "auto");

  /** Another article: into the box, and analysed. */
  take(text, { published = null, notes = [], here = false, example = false } = {}) {
    this.documents.open({ text, hint: published, example }, { here });
    this.show();
    return this.actions.taken(notes);
  }

  #typed() {
    const { current } = this.documents;
    if (this.box.value !== current.box) {
      current.text = this.box.value;
      current.example = false;
      current.box = this.box.value;
      if (current.text === "") Object.assign(current, { given: null, hint: null, name: null });
      if (isLarge(current.text)) this.show(); // typed or pasted by other means
      this.documents.changed();
    }
    this.direct();
    this.actions.typed();
  }

  /** Rich text comes in as the plain text of its paragraphs; so does what is too long for the box. */
  #pasted(event) {
    const data = event.clipboardData;
    if (!data) return;
    if (data.files.length > 0 && data.getData("text/plain") === "") {
      event.preventDefault();
      return this.takeFiles([...data.files]);
    }
    const whole = this.box.selectionStart === 0 && this.box.selectionEnd === this.box.value.length;
    const plain = data.getData("text/plain");
    const read = fromPage(data);
    const text = read?.text || plain;
    if (!read && text.length <= SLOW) return; // the box does it by itself, with its own undo
    event.preventDefault();
    if (text.length > LARGE) {
      this.take(text, { published: read?.published, here: whole });
      return;
    }
    // As the box itself would, so that its undo knows of it, where that is quick.
    if (text.length > SLOW || !document.execCommand("insertText", false, text)) this.box.setRangeText(text, this.box.selectionStart, this.box.selectionEnd, "end");
    if (whole) Object.assign(this.documents.current, { hint: read?.published ?? null, given: null });
    this.#typed();
    if (read) this.actions.pasted(read.published);
  }

  #pastedOutside(event) {
    const data = event.clipboardData;
    if (data?.files.length > 0 && data.getData("text/plain") === "") return this.takeFiles([...data.files]);
    const plain = data?.getData("text/plain") ?? "";
    if (plain.trim() === "") return;
    event.preventDefault();
    const read = fromPage(data);
    this.take(read?.text || plain, { published: read?.published });
  }

  async takeFiles(files) {
    const notes = [];
    if (files.length > MOST_FILES) notes.push(["status.first-files", { count: MOST_FILES }]);
    const problems = [];
    const read = [];
    for (const file of files.slice(0, MOST_FILES)) {
      try {
        const { text, encoding, published } = await readFile(file, this.actions.decode);
        if (encoding) notes.push(["status.decoded", { name: file.name, encoding }]);
        read.push({ text, name: file.name, published });
      } catch (error) {
        problems.push(error);
      }
    }
    for (const problem of read.length > 0 ? problems : []) notes.push([problem.key, problem.values]);
    if (read.length === 0) return problems.length > 0 ? this.actions.failed(problems[0]) : undefined;
    const [first] = read.map(({ text, name, published }) => this.documents.open({ text, name, hint: published }));
    this.documents.select(first.id);
    this.show();
    await this.actions.taken(notes);
  }

  #listenForDrops() {
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    const holdsMarkup = (event) => event.dataTransfer?.types.includes("text/html") && event.target !== this.box;
    const over = (on) => document.body.toggleAttribute("data-dropping", on);
    document.addEventListener("dragover", (event) => {
      if (!holdsFiles(event) && !holdsMarkup(event)) return; // dropped text goes into the box by itself
      event.preventDefault();
      document.body.dataset.dropLabel = say("input.drop");
      over(true);
    });
    document.addEventListener("dragleave", (event) => event.relatedTarget || over(false));
    document.addEventListener("drop", (event) => {
      over(false);
      if (holdsFiles(event)) {
        event.preventDefault();
        this.takeFiles([...event.dataTransfer.files]);
      } else if (holdsMarkup(event)) {
        event.preventDefault();
        const { text, published } = readMarkup(event.dataTransfer.getData("text/html"));
        if (text) this.take(text, { published });
      }
    });
  }
}

/** The article in a piece of a web page, or null. Only markup with paragraphs: what editors of code put there says less. */
function fromPage(data) {
  const markup = data.getData("text/html");
  return markup && /<(p|h[1-6]|article|div|li|br)\b/i.test(markup) ? readMarkup(markup) : null;
}
