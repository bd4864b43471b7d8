// The corrections made so far and the reader's own word lists: to look at, take back, take away, bring in, forget.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { readList } from "./word-lists.js";
import { download } from "./take-away.js";

const PAUSE = 500; // milliseconds after the last key in a word list

export class DeskDialog {
  #timer = 0;
  #drawn = null; // the ids of the lists that stand in the dialog

  /**
   * @param root the <dialog>
   * @param desk the Desk
   * @param actions {kinds(), types(), counts() => Map of how often each did something here, said(words)}
   */
  constructor(root, desk, actions) {
    this.root = root;
    this.desk = desk;
    this.actions = actions;
    root.addEventListener("click", (event) => {
      if (event.target === root) return root.close();
      const button = event.target.closest("[data-do]");
      if (button) this.#act(button.dataset.do, button);
    });
    root.addEventListener("input", (event) => event.target.closest("[data-list]") && this.#typed(event.target.closest("[data-list]")));
    root.addEventListener("change", (event) => {
      if (event.target.name === "keep") this.desk.keep(event.target.checked);
      if (event.target.type === "file") this.#import(event.target);
      if (event.target.name !== "keep") return;
      this.draw();
    });
    root.addEventListener("close", () => this.#flush());
  }

  open() {
    this.#drawn = null;
    this.draw();
    this.root.showModal();
  }

  /** After every change; what is being typed stays as it is. */
  draw() {
    const ids = this.desk.lists.map(({ id }) => id).join();
    if (this.#drawn === ids && this.root.contains(document.activeElement) && document.activeElement.closest("[data-list]")) {
      this.root.querySelector(".operations").replaceWith(this.#operations());
      this.#drawProblems();
      return;
    }
    this.#drawn = ids;
    const button = (what, label, more = {}) => element("button", { type: "button", class: "quiet", "data-do": what, ...more }, label);
    this.root.replaceChildren(
      element(
        "div",
        { class: "dialog-head" },
        element("h2", { id: "desk-title" }, say("desk.title")),
        button("close", say("close"), { class: "quiet" }),
      ),
      element("p", { class: "row-more" }, say("desk.help")),
      element(
        "div",
        { class: "dialog-actions" },
        button("undo", say("desk.undo"), { disabled: !this.desk.canUndo }),
        button("redo", say("desk.redo"), { disabled: !this.desk.canRedo }),
        button("export", say("desk.export"), { disabled: this.desk.size === 0 }),
        button("import", say("desk.import")),
        element("input", { type: "file", id: "desk-file", accept: ".json,application/json", hidden: true, "aria-label": say("desk.import") }),
      ),
      this.#operations(),
      element("h3", {}, say("lists.title"), " ", element("span", { class: "count" }, String(this.desk.lists.length))),
      element("p", { class: "row-more" }, say("lists.help")),
      ...this.desk.lists.map((list) => this.#list(list)),
      element("p", {}, button("new-list", say("lists.new"))),
      element(
        "div",
        { class: "storage" },
        element("label", {}, element("input", { type: "checkbox", name: "keep", checked: this.desk.keeps }), " ", say("desk.keep")),
        element("p", { class: "row-more" }, say(this.desk.stored ? "desk.stored" : "desk.not-stored")),
        button("forget", say("desk.forget"), { class: "quiet danger", disabled: this.desk.size === 0 && !this.desk.stored && !this.desk.canUndo }),
      ),
    );
    this.#drawProblems();
  }

  #act(what, button) {
    this.#flush();
    if (what === "close") return this.root.close();
    if (what === "undo") this.desk.undo();
    if (what === "redo") this.desk.redo();
    if (what === "forget") {
      this.desk.forget();
      this.actions.said("desk.forgotten");
    }
    if (what === "export") download(this.desk.export(), "khabar-corrections.json", "application/json");
    if (what === "import") return this.root.querySelector("#desk-file").click();
    if (what === "take-back") this.desk.removeOperation(button.dataset.id);
    if (what === "remove-list") this.desk.removeList(button.dataset.id);
    if (what === "new-list") {
      const id = this.desk.putList({ name: say("lists.name", { number: this.desk.lists.length + 1 }) });
      this.root.querySelector(`[data-list="${id}"] textarea`)?.focus();
      return;
    }
    // The button may be gone, or off: the focus stays in the dialog.
    if (!this.root.contains(document.activeElement) || document.activeElement.disabled) this.root.querySelector('[data-do="close"]').focus();
  }

  async #import(input) {
    try {
      const count = this.desk.import(await input.files[0].text());
      this.actions.said("desk.imported", { count });
    } catch (error) {
      this.actions.said("desk.import-failed", { message: error.message });
    }
    input.value = "";
  }

  #operations() {
    const counts = this.actions.counts();
    const { operations } = this.desk;
    return element(
      "section",
      { class: "operations" },
      element("h3", {}, say("desk.operations"), " ", element("span", { class: "count" }, String(operations.length))),
      operations.length === 0 ? element("p", { class: "none" }, say("desk.none")) : null,
      element(
        "ol",
        {},
        operations.toReversed().map((operation) =>
          element(
            "li",
            { "data-operation": operation.op },
            element("span", {}, this.#words(operation)),
            counts.has(operation.id) ? element("span", { class: "count" }, say("desk.applied", { count: counts.get(operation.id) })) : null,
            element("button", { type: "button", class: "link", "data-do": "take-back", "data-id": operation.id }, say("desk.take-back")),
          ),
        ),
      ),
    );
  }

  /** An operation as a sentence, with the names in it kept apart. */
  #words(operation) {
    const label = (type) => this.actions.types().find(({ id }) => id === type)?.label ?? type;
    const { target } = operation;
    const words = {
      remove: () => ({ what: target.text ?? target.entity.name }),
      retype: () => ({ what: target.text ?? target.entity.name, type: label(operation.to) }),
      extent: () => ({ what: target.text, to: operation.to }),
      add: () => ({ what: target.text, type: label(target.type) }),
      merge: () => ({ what: operation.from.name, to: operation.into.name }),
      split: () => ({ what: [...new Set(operation.members.map(({ text }) => text))].join(say("list.separator")), to: operation.entity.name }),
      published: () => ({ to: operation.value }),
    }[operation.op]();
    const sentence = say(`operation.${operation.op}`).split(/(\{\w+\})/).map((piece) => (piece.startsWith("{") ? quoted(words[piece.slice(1, -1)] ?? "") : piece));
    const where = target ? ` (${say(target.entity ? "operation.entity" : target.place ? "operation.here" : "operation.everywhere")})` : "";
    return [...sentence, where];
  }

  #list({ id, name, type, text, on }) {
    return element(
      "fieldset",
      { class: "word-list", "data-list": id },
      element("legend", { class: "visually-hidden" }, name),
      element(
        "div",
        { class: "field-row" },
        element("input", { type: "text", name: "name", value: name, "aria-label": say("lists.name-label") }),
        element("label", { class: "field" }, say("lists.type"), " ", element("select", { name: "type" }, this.actions.types().filter(({ id: kind }) => kind !== "DATE").map(({ id: kind, label }) => element("option", { value: kind, selected: kind === type }, label)))),
        element("label", {}, element("input", { type: "checkbox", name: "on", checked: on }), " ", say("lists.on")),
        element("button", { type: "button", class: "link", "data-do": "remove-list", "data-id": id }, say("lists.remove")),
      ),
      element("textarea", { rows: 6, dir: "auto", spellcheck: "false", "aria-label": say("lists.text-label", { name }), placeholder: say("lists.placeholder") }, text),
      element("p", { class: "row-more list-note", role: "status" }),
    );
  }

  #drawProblems() {
    const counts = this.actions.counts();
    for (const list of this.desk.lists) {
      const note = this.root.querySelector(`[data-list="${list.id}"] .list-note`);
      if (!note) continue;
      const { entries, problems } = readList(list, this.actions.kinds());
      const said = [say("lists.count", { count: entries.length })];
      if (counts.has(list.id)) said.push(say("desk.applied", { count: counts.get(list.id) }));
      for (const { line, what, type } of problems.slice(0, 5)) said.push(say(`lists.${what}`, { line, type }));
      note.textContent = said.join(" · ");
      note.toggleAttribute("data-problem", problems.length > 0);
    }
  }

  #pending = null;

  #typed(fieldset) {
    clearTimeout(this.#timer);
    this.#pending = fieldset;
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
  }

  #flush() {
    clearTimeout(this.#timer);
    const fieldset = this.#pending;
    this.#pending = null;
    if (!fieldset || !this.desk.lists.some(({ id }) => id === fieldset.dataset.list)) return;
    const field = (selector) => fieldset.querySelector(selector);
    this.desk.putList({
      id: fieldset.dataset.list,
      name: field('[name="name"]').value,
      type: field('[name="type"]').value,
      on: field('[name="on"]').checked,
      text: field("textarea").value,
    });
  }
}
