// The line that says what the page is doing, in the language of the interface, also after that was switched.

import { element } from "./dom.js";
import { say } from "./interface.js";
import { Unusable } from "./read-file.js";

const QUICK = 250; // milliseconds: what is done by then needs no button to stop it
const SLOW = 1500; // from here on the seconds are counted

export class Status {
  #now = { key: "status.loading", values: {}, kind: "busy", notes: [] };
  #timer = 0;
  #clock = 0;

  /** @param parts {line, progress, cancel}: elements */
  constructor({ line, progress, cancel }) {
    Object.assign(this, { line, progress, cancel });
  }

  get key() {
    return this.#now.key;
  }

  /** `notes` are further strings that follow: [key, values]; `undo`, when given, is called by a button behind them. */
  tell(key, values = {}, kind = "plain", notes = [], undo = null) {
    this.#now = { key, values, kind, notes, undo };
    this.draw();
  }

  fail(error) {
    if (error instanceof Unusable) return this.tell(error.key, error.values, "error");
    const message = `${error.message}.`.replace(/\.\.$/, ".");
    this.tell(error.name === "RuntimeError" ? "error.trap" : "error.analysis", { message }, "error");
  }

  draw() {
    const { key, kind, notes, undo } = this.#now;
    const values = { ...this.#now.values };
    if (key === "error.binary") values.what ??= say("error.binary-data");
    this.line.textContent = [[key, values], ...notes].map(([one, own]) => say(one, own)).join(" — ");
    if (undo) {
      const button = element("button", { type: "button", class: "link" }, say("desk.undo"));
      button.addEventListener("click", undo);
      this.line.append(" ", button);
    }
    this.line.dataset.kind = kind;
  }

  /** Work has begun: after a moment there is a button to stop it, and its seconds are counted. */
  begin() {
    this.end();
    document.body.toggleAttribute("data-busy", true);
    this.tell("status.busy", {}, "busy");
    const began = performance.now();
    this.#timer = setTimeout(() => {
      this.cancel.hidden = false;
      this.progress.hidden = false;
      this.progress.removeAttribute("value");
    }, QUICK);
    this.#clock = setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1000);
      if (performance.now() - began > SLOW && this.#now.kind === "busy") this.tell("status.busy-since", { seconds }, "busy");
    }, 1000);
  }

  /** How much is drawn, 0 to 1. */
  drawn(part) {
    clearInterval(this.#clock);
    this.progress.value = part;
    this.tell("status.drawing", { percent: Math.round(part * 100) }, "busy");
  }

  end() {
    clearTimeout(this.#timer);
    clearInterval(this.#clock);
    document.body.toggleAttribute("data-busy", false);
    this.cancel.hidden = true;
    this.progress.hidden = true;
  }
}
