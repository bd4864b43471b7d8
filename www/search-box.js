// Searching the article: every place lit, counted, and gone through one after the other. Spellings are folded as the analyser
// folds them, so «احمد» finds «أحمد».

import { foldText, search } from "./fold.js";
import { say } from "./interface.js";

const PAUSE = 150; // milliseconds after the last key
const MOST = 5000;

export class SearchBox {
  #hits = [];
  #at = -1;
  #folded = null;
  #timer = 0;

  /** @param parts {input, count, next, previous}: elements */
  constructor({ input, count, next, previous }, article, lights, selection) {
    Object.assign(this, { input, count, next, previous, article, lights, selection });
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.find(), PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        clearTimeout(this.#timer);
        if (this.#words !== input.value) this.find();
        this.go(event.shiftKey ? -1 : 1);
      }
      if (event.key === "Escape" && input.value !== "") {
        event.stopPropagation();
        input.value = "";
        this.find();
      }
    });
    next.addEventListener("click", () => this.go(1));
    previous.addEventListener("click", () => this.go(-1));
  }

  #words = "";

  /** Another article: the same words are looked for in it. */
  load() {
    this.#folded = null;
    this.find();
  }

  find() {
    this.#words = this.input.value;
    this.#at = -1;
    this.#folded ??= this.#words.trim() === "" ? null : foldText(this.article.text);
    this.#hits = this.#folded ? search(this.#folded, this.#words, MOST) : [];
    this.lights.set("search", this.#hits);
    this.lights.set("hit", []);
    this.show();
  }

  go(step) {
    if (this.#hits.length === 0) return;
    this.#at = this.#at < 0 ? (step > 0 ? 0 : this.#hits.length - 1) : (this.#at + step + this.#hits.length) % this.#hits.length;
    this.selection.show(this.#hits[this.#at], "hit");
    this.show();
  }

  show() {
    const { length } = this.#hits;
    this.next.disabled = this.previous.disabled = length === 0;
    const none = this.#words.trim() === "";
    const all = length === MOST ? `${MOST}+` : length;
    this.count.textContent = none ? "" : length === 0 ? say("search.none") : this.#at < 0 ? say("search.count", { count: all }) : say("search.at", { number: this.#at + 1, count: all });
  }
}
