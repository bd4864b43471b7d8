// The day an article was published: read from the text, told by the page it was copied from, or entered by the reader, whose
// word counts most.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";

const PAUSE = 350; // milliseconds after the last key

export class PublicationDate {
  /**
   * @param current () => the document (documents.js) whose date this is
   * @param changed called with the day the reader entered, or null when the text's own is to hold again
   * @param showEvidence called with {start, end} to show where the date stands in the text
   */
  constructor(input, note, { current, changed, showEvidence }) {
    this.input = input;
    this.note = note;
    this.current = current;
    this.showEvidence = showEvidence;
    input.addEventListener("change", () => {
      if (input.validity.badInput) return this.#write(say("published.invalid"));
      const value = input.value || null;
      this.current().given = value ? { value, text: null } : null;
      // Browsers report a year at each digit typed.
      clearTimeout(this.typing);
      this.typing = setTimeout(() => changed(value), PAUSE);
    });
    this.reset = () => {
      this.current().given = null;
      changed(null);
    };
  }

  /**
   * The day that the reader entered for a text, or undefined. One that was used for one article is dropped when the text is
   * another one; {dropped} says so.
   */
  optionFor(text) {
    const document = this.current();
    const dropped = document.given?.text != null && !sameArticle(document.given.text, text);
    if (dropped) document.given = null;
    if (document.given) document.given.text = text;
    return { published: document.given?.value, dropped };
  }

  /** Shows what the analysis says, with the evidence; asks when it says nothing. */
  show(analysis, article) {
    const published = analysis?.published;
    this.note.classList.toggle("asks", Boolean(analysis) && !published);
    if (!analysis) {
      this.input.value = this.current().given?.value ?? "";
      return this.#write(say("published.before"));
    }
    if (!published) {
      this.input.value = "";
      return this.#write(say("published.missing"));
    }
    const day = published.value.slice(0, 10);
    // Written only when it differs: a value written anew would interrupt typing.
    if (day !== this.input.value) this.input.value = day;
    if (published.source === "given") {
      if (this.current().shown?.hinted) return this.#write(say("published.hint"));
      const back = element("button", { type: "button", class: "link" }, say("published.reset"));
      back.addEventListener("click", this.reset);
      return this.#write(say("published.given"), " ", back);
    }
    const evidence = article.text.slice(published.start, published.end);
    const where = element("button", { type: "button", class: "link" }, quoted(evidence, article.directionAt(published.start)));
    where.addEventListener("click", () => this.showEvidence(published));
    this.#write(say(`published.${published.source}`), " ", where);
  }

  #write(...content) {
    this.note.replaceChildren(...content);
  }
}

/** Whether one text is the other with edits: half of it still stands, from the start and the end counted together. */
function sameArticle(a, b) {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  return (before + after) * 2 >= shorter;
}
