// The day an article was published: read from the text, or entered by the reader, whose word counts more.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";

const PAUSE = 350; // milliseconds after the last key

export class PublicationDate {
  #given = null; // {value, text}: entered, and the text it was used for (null until then)

  /**
   * @param changed called when the reader has changed the date
   * @param showEvidence called with {start, end} to show where the date stands in the text
   */
  constructor(input, note, { changed, showEvidence }) {
    this.input = input;
    this.note = note;
    this.showEvidence = showEvidence;
    input.addEventListener("change", () => {
      if (input.validity.badInput) return this.#write(say("published.invalid"));
      this.#given = input.value ? { value: input.value, text: null } : null;
      // Browsers report a year at each digit typed.
      clearTimeout(this.typing);
      this.typing = setTimeout(changed, PAUSE);
    });
    this.reset = () => {
      this.#given = null;
      changed();
    };
  }

  /** Another article was opened: what was entered does not hold for it. */
  forget() {
    this.#given = null;
    this.input.value = "";
    this.#write(say("published.before"));
  }

  /**
   * The date to analyse a text with, or undefined. A date that was used for one article is dropped when the text is
   * another one; {dropped} says so.
   */
  optionFor(text) {
    const dropped = this.#given?.text != null && !sameArticle(this.#given.text, text);
    if (dropped) this.forget();
    if (this.#given) this.#given.text = text;
    return { published: this.#given?.value, dropped };
  }

  /** Shows what the analysis says, with the evidence; asks when it says nothing. */
  show(analysis, article) {
    const published = analysis?.published;
    this.note.classList.toggle("asks", Boolean(analysis) && !published);
    if (!analysis) return this.#write(say("published.before"));
    if (!published) {
      this.input.value = "";
      return this.#write(say("published.missing"));
    }
    const day = published.value.slice(0, 10);
    // Written only when it differs: a value written anew would interrupt typing.
    if (day !== this.input.value) this.input.value = day;
    if (published.source === "given") {
      const back = element("button", { type: "button", class: "link" }, say("published.reset"));
      back.addEventListener("click", this.reset);
      return this.#write(say("published.given"), " ", back);
    }
    const evidence = article.text.slice(published.start, published.end);
    const where = element("button", { type: "button", class: "link" }, quoted(evidence, article.directionAt(published.start)));
    where.addEventListener("click", () => this.showEvidence(published));
    this.#write(say(`published.${published.source}`), " ", where);
  }

  #write(...parts) {
    this.note.replaceChildren(...parts);
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
