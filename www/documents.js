// The articles that are open, each in its tab of the page. What was typed outlives a reload: it is kept in the browser's store
// for this one tab (sessionStorage), which the browser empties when the tab is closed.

const STORED_AS = "khabar.open";
const PAUSE = 400; // milliseconds after the last change
/** UTF-16 units above which a text is not put into the text box, where browsers grow slow. */
export const LARGE = 100_000;

export class Documents {
  #list = [];
  #current = null;
  #lastId = 0;
  #timer = 0;

  /** @param unkept called when the texts are too much for the browser's store (once for each set of texts) */
  constructor(unkept) {
    this.unkept = unkept;
    this.#restore();
    if (this.#list.length === 0) this.#current = this.#make({});
    addEventListener("pagehide", () => this.save());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.save());
  }

  get list() {
    return this.#list;
  }

  get current() {
    return this.#current;
  }

  /** A new document in its own tab, or in the current one while that is empty; it becomes the current one. */
  open(fields, { here = false } = {}) {
    if (here || this.#isEmpty(this.#current)) {
      const made = { ...blank(), ...fields, id: this.#current.id };
      this.#list[this.#list.indexOf(this.#current)] = made;
      this.#current = made;
    } else {
      this.#current = this.#make(fields);
    }
    this.changed();
    return this.#current;
  }

  select(id) {
    this.#current = this.#list.find((document) => document.id === id) ?? this.#current;
    this.changed();
  }

  close(id) {
    const index = this.#list.findIndex((document) => document.id === id);
    if (index < 0) return;
    const [gone] = this.#list.splice(index, 1);
    if (gone === this.#current) this.#current = this.#list[index] ?? this.#list[index - 1] ?? this.#make({});
    this.changed();
  }

  /** Something was typed: keep it soon. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    clearTimeout(this.#timer);
    const texts = this.#list.map(({ name, text, given, hint }) => ({ name, text, given: given?.value ?? null, hint }));
    const worth = texts.some(({ text }) => text !== "");
    try {
      if (worth) sessionStorage.setItem(STORED_AS, JSON.stringify({ texts, current: this.#list.indexOf(this.#current) }));
      else sessionStorage.removeItem(STORED_AS);
      this.told = false;
    } catch {
      if (!this.told) this.unkept();
      this.told = true;
    }
  }

  #restore() {
    try {
      const { texts, current } = JSON.parse(sessionStorage.getItem(STORED_AS));
      for (const { name, text, given, hint } of texts) {
        if (typeof text === "string") this.#make({ name, text, hint, given: given ? { value: given, text } : null });
      }
      this.#current = this.#list[current] ?? this.#list[0] ?? null;
    } catch {
      // Nothing kept, or storage switched off.
    }
  }

  #isEmpty = (document) => document.text.trim() === "" && !document.shown;

  #make(fields) {
    const made = { ...blank(), ...fields, id: `d${(this.#lastId += 1)}` };
    this.#list.push(made);
    return made;
  }
}

/**
 * name: of the file; text: as it was given; box: what the text box made of it (it turns CRLF into LF; null before);
 * given: the publication date the reader entered, {value, text}; hint: the one that the page it was copied from tells;
 * example: one of ours; shown: {text, json, analysis, milliseconds, published, explain}.
 */
const blank = () => ({ name: null, text: "", box: null, given: null, hint: null, example: false, shown: null });

export const isLarge = (text) => text.length > LARGE;

/** The name of a document's tab: its file, its headline, or its first words. */
export function titleOf({ name, text, shown }) {
  if (name) return name;
  const headline = shown?.analysis.zones.find(({ kind }) => kind === "headline");
  const start = headline ? shown.text.slice(headline.start, headline.end).trim() : text.slice(0, 400).trim().split("\n")[0];
  return start.length > 28 ? `${start.slice(0, 28).replace(/\s+\S*$/, "")}…` : start;
}
