// Correcting one mention, or marking words that are none yet: type, extent, removal; and what it belongs to: merging two
// entities, splitting one. What comes out are operations (corrections.js).

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { placeOf } from "./corrections.js";
import { around } from "./surroundings.js";

const WORD = /[\p{L}\p{N}\p{M}\u0640]+/gu;

export class CorrectDialog {
  #found = null; // {start, end, type, entity, isNew}
  #start = 0;
  #end = 0;

  /**
   * @param root the <dialog>
   * @param actions {text(), analysis(), types(), direction(offset), done(operations)}
   */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    root.addEventListener("click", (event) => {
      if (event.target === root) return root.close(); // the backdrop
      const button = event.target.closest("[data-do]");
      if (button) this.#act(button.dataset.do, button);
    });
    root.addEventListener("change", (event) => {
      const all = event.target.dataset.spelling;
      if (all === undefined) return;
      for (const box of root.querySelectorAll("[data-member]")) if (box.dataset.member === all) box.checked = event.target.checked;
    });
  }

  /** Corrects the mention of a span. */
  correct({ mention }) {
    this.#open({ ...mention, isNew: false });
  }

  /** Marks words that the analyser has not marked. */
  add({ start, end }) {
    this.#open({ start, end, type: "PER", entity: null, isNew: true });
  }

  #open(found) {
    this.#found = found;
    [this.#start, this.#end] = [found.start, found.end];
    this.root.replaceChildren(this.#form());
    this.#drawExtent();
    this.root.showModal();
  }

  #act(what, button) {
    const [edge, unit, way] = what.split(".");
    if (edge === "start" || edge === "end") return this.#move(edge, unit, Number(way));
    if (what !== "cancel") {
      const operations = { save: () => this.#changes(), remove: () => [{ op: "remove", target: this.#target() }], merge: () => this.#merge(), split: () => this.#split() }[what]();
      if (operations === null) return button.focus();
      if (operations.length > 0) this.actions.done(operations);
    }
    this.root.close();
  }

  get #text() {
    return this.actions.text().slice(this.#found.start, this.#found.end);
  }

  get #scope() {
    return this.root.querySelector('[name="scope"]:checked').value;
  }

  #target() {
    const { type } = this.#found;
    if (this.#scope === "entity") return { entity: this.#named(this.#entity()) };
    return { text: this.#text, type, ...(this.#scope === "here" ? { place: placeOf(this.actions.text(), this.#found) } : {}) };
  }

  #entity = () => this.actions.analysis().entities.find(({ id }) => id === this.#found.entity) ?? null;
  #named = ({ type, name }) => ({ type, name });

  #changes() {
    const text = this.actions.text();
    const type = this.root.querySelector('[name="type"]').value;
    const words = text.slice(this.#start, this.#end);
    const place = this.#scope === "here" ? { place: placeOf(text, { start: this.#start, end: this.#end }) } : {};
    if (this.#found.isNew) return [{ op: "add", target: { text: words, type, ...place } }];
    const operations = [];
    const moved = this.#start !== this.#found.start || this.#end !== this.#found.end;
    const before = this.#scope === "here" ? { place: placeOf(text, this.#found) } : {};
    if (moved) operations.push({ op: "extent", target: { text: this.#text, type: this.#found.type, ...before }, shift: this.#start - this.#found.start, to: words });
    if (type !== this.#found.type) operations.push({ op: "retype", target: moved ? { text: words, type: this.#found.type, ...place } : this.#target(), to: type });
    return operations;
  }

  #merge() {
    const chosen = this.actions.analysis().entities.find(({ id }) => id === this.root.querySelector('[name="into"]').value);
    return chosen ? [{ op: "merge", from: this.#named(this.#entity()), into: this.#named(chosen) }] : null;
  }

  #split() {
    const mentions = this.#mentions();
    const chosen = [...this.root.querySelectorAll("[data-member]:checked")].map((box) => mentions[Number(box.value)]);
    if (chosen.length === 0 || chosen.length === mentions.length) return null;
    const members = [];
    for (const text of new Set(chosen.map((mention) => mention.text))) {
      const same = chosen.filter((mention) => mention.text === text);
      // All mentions spelled so: then by their words alone, in coming articles too.
      if (same.length === mentions.filter((mention) => mention.text === text).length) members.push({ text });
      else members.push(...same.map((mention) => ({ text, place: placeOf(this.actions.text(), mention) })));
    }
    return [{ op: "split", entity: this.#named(this.#entity()), members }];
  }

  #mentions = () => this.actions.analysis().mentions.filter((mention) => mention.entity === this.#found.entity);

  /** Moves an edge by a word or a letter, inside its line. */
  #move(edge, unit, way) {
    const text = this.actions.text();
    const lineStart = text.lastIndexOf("\n", this.#found.start - 1) + 1;
    const lineEnd = text.indexOf("\n", this.#found.end) < 0 ? text.length : text.indexOf("\n", this.#found.end);
    const edges = [];
    if (unit === "word") {
      for (const { 0: word, index } of text.slice(lineStart, lineEnd).matchAll(WORD)) edges.push(lineStart + index + (edge === "end" ? word.length : 0));
    } else for (let at = lineStart; at <= lineEnd; at += 1) edges.push(at);
    const from = edge === "start" ? this.#start : this.#end;
    const to = way > 0 ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
    if (to === undefined) return;
    if (edge === "start" && to < this.#end) this.#start = to;
    if (edge === "end" && to > this.#start) this.#end = to;
    this.#drawExtent();
    // A mention of other extent is corrected by its words: the entity as a whole has none.
    const whole = this.root.querySelector('[name="scope"][value="entity"]');
    if (!whole) return;
    whole.disabled = this.#start !== this.#found.start || this.#end !== this.#found.end;
    if (whole.disabled && whole.checked) this.root.querySelector('[name="scope"][value="here"]').checked = true;
  }

  #drawExtent() {
    const text = this.actions.text();
    const { before, after } = around(text, { start: this.#start, end: this.#end });
    const quote = this.root.querySelector(".extent");
    quote.dir = this.actions.direction(this.#start);
    quote.replaceChildren(before, element("b", {}, text.slice(this.#start, this.#end)), after);
  }

  #form() {
    const { type, isNew } = this.#found;
    const entity = this.#entity();
    const step = (edge, unit, way) =>
      element("button", { type: "button", class: "quiet step", "data-do": `${edge}.${unit}.${way}`, "aria-label": say(`correct.${edge}-${unit}${way > 0 ? "-on" : "-back"}`), title: say(`correct.${edge}-${unit}${way > 0 ? "-on" : "-back"}`) }, way > 0 ? "+" : "−");
    const edges = (edge) =>
      element(
        "div",
        { class: "edge" },
        element("span", {}, say(`correct.${edge}`)),
        ["word", "letter"].map((unit) => element("span", { class: "steps" }, step(edge, unit, -1), element("span", { "aria-hidden": "true" }, say(`correct.${unit}`)), step(edge, unit, 1))),
      );
    const scope = (value, label, checked = false) => element("label", {}, element("input", { type: "radio", name: "scope", value, checked }), " ", label);
    const button = (what, label, look = "quiet") => element("button", { type: "button", class: look, "data-do": what }, label);
    return element(
      "form",
      { method: "dialog" },
      element("h2", { id: "correct-title" }, say(isNew ? "correct.new" : "correct.title")),
      element("blockquote", { class: "extent", "aria-live": "polite" }),
      element("div", { class: "edges" }, edges("start"), edges("end")),
      element(
        "label",
        { class: "field" },
        say("correct.type"),
        " ",
        element("select", { name: "type" }, this.actions.types().map(({ id, label }) => element("option", { value: id, selected: id === type }, label))),
      ),
      element(
        "fieldset",
        { class: "scope" },
        element("legend", {}, say("correct.scope")),
        scope("here", say("correct.here"), true),
        scope("words", say("correct.words")),
        entity ? scope("entity", say("correct.entity", { count: entity.mentions })) : null,
      ),
      element(
        "div",
        { class: "dialog-actions" },
        button("save", say(isNew ? "correct.mark" : "correct.save"), "primary"),
        isNew ? null : button("remove", say("correct.remove")),
        button("cancel", say("cancel")),
      ),
      entity ? this.#entityParts(entity) : null,
    );
  }

  #entityParts(entity) {
    const others = this.actions.analysis().entities.filter(({ id }) => id !== entity.id);
    const labels = new Map(this.actions.types().map(({ id, label }) => [id, label]));
    const groups = [...new Set([entity.type, ...others.map(({ type }) => type)])].map((type) => [type, others.filter((other) => other.type === type)]).filter(([, list]) => list.length > 0);
    const mentions = this.#mentions();
    const spellings = [...new Set(mentions.map(({ text }) => text))];
    return element(
      "div",
      { class: "entity-parts" },
      others.length === 0
        ? null
        : element(
            "details",
            {},
            element("summary", {}, say("correct.merge-title", { name: entity.name })),
            element(
              "div",
              { class: "field-row" },
              element(
                "select",
                { name: "into", "aria-label": say("correct.merge-into") },
                groups.map(([type, list]) => element("optgroup", { label: labels.get(type) ?? type }, list.map(({ id, name }) => element("option", { value: id }, name)))),
              ),
              element("button", { type: "button", class: "quiet", "data-do": "merge" }, say("correct.merge")),
            ),
          ),
      mentions.length < 2
        ? null
        : element(
            "details",
            {},
            element("summary", {}, say("correct.split-title", { name: entity.name })),
            element("p", { class: "row-more" }, say("correct.split-help")),
            element(
              "ul",
              { class: "members" },
              spellings.map((text) =>
                element(
                  "li",
                  {},
                  element("label", {}, element("input", { type: "checkbox", "data-spelling": text }), " ", quoted(text)),
                  element(
                    "ul",
                    {},
                    mentions.map((mention, index) => {
                      if (mention.text !== text) return null;
                      const { before, after } = around(this.actions.text(), mention, 24);
                      return element(
                        "li",
                        {},
                        element("label", {}, element("input", { type: "checkbox", "data-member": text, value: String(index) }), " ", element("bdi", { dir: this.actions.direction(mention.start) }, before, element("b", {}, text), after)),
                      );
                    }),
                  ),
                ),
              ),
            ),
            element("button", { type: "button", class: "quiet", "data-do": "split" }, say("correct.split")),
          ),
    );
  }
}
