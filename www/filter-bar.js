// The controls that narrow what is shown: entity, type, kind of fact, stretch of the calendar. What is set is said in a line
// that clears it, since a filter that nobody remembers hides findings.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { NO_FILTER, isSet } from "./filters.js";
import { kindsOf } from "./panel-facts.js";

const MOST_ENTITIES = 500;

export class FilterBar {
  filter = { ...NO_FILTER };

  /**
   * @param root the element of the controls @param note where the active filters are said
   * @param changed called after each change
   */
  constructor(root, note, changed) {
    this.root = root;
    this.note = note;
    this.changed = changed;
    root.addEventListener("change", (event) => this.set({ [event.target.name]: event.target.value || NO_FILTER[event.target.name] }));
    note.addEventListener("click", (event) => {
      const name = event.target.closest("[data-clear]")?.dataset.clear;
      if (!name) return;
      this.set(name === "all" ? NO_FILTER : name === "dates" ? { from: "", to: "" } : { [name]: NO_FILTER[name] });
    });
  }

  set(change) {
    this.filter = { ...this.filter, ...change };
    this.changed();
  }

  /** Without telling anybody: another article. */
  clear() {
    this.filter = { ...NO_FILTER };
  }

  /** @param types [{id, label, count}] that the article has */
  draw(analysis, types, kindLabel) {
    const { filter } = this;
    if (filter.entity && !analysis.entities.some(({ id }) => id === filter.entity)) filter.entity = null;
    const option = (value, label) => element("option", { value, selected: value === (filter[this.#naming] ?? "") }, label);
    const choice = (name, label, options) => {
      this.#naming = name;
      return element("label", {}, element("span", {}, label), element("select", { name }, option("", say("filter.any")), options()));
    };
    const byType = types.map((type) => ({ type, entities: analysis.entities.slice(0, MOST_ENTITIES).filter((entity) => entity.type === type.id) })).filter(({ entities }) => entities.length > 0);
    this.root.replaceChildren(
      choice("entity", say("filter.entity"), () => byType.map(({ type, entities }) => element("optgroup", { label: type.label }, entities.map(({ id, name, mentions }) => option(id, `${name} (${mentions})`))))),
      choice("type", say("filter.type"), () => types.map(({ id, label, count }) => option(id, `${label} (${count})`))),
      choice("kind", say("filter.kind"), () => kindsOf(analysis.facts).map(({ id, count }) => option(id, `${kindLabel(id)} (${count})`))),
      element("label", {}, element("span", {}, say("filter.from")), element("input", { type: "date", name: "from", value: filter.from || null })),
      element("label", {}, element("span", {}, say("filter.to")), element("input", { type: "date", name: "to", value: filter.to || null })),
    );
    this.#say(analysis, types, kindLabel);
  }

  #naming = "";

  #say(analysis, types, kindLabel) {
    const { entity, type, kind, from, to } = this.filter;
    this.note.hidden = !isSet(this.filter);
    const chip = (name, label) => element("button", { type: "button", class: "chip", "data-clear": name, "aria-label": say("filter.clear-one", { what: label }) }, quoted(label), " ", element("span", { "aria-hidden": "true" }, "×"));
    this.note.replaceChildren(
      element("span", {}, say("filter.active")),
      ...[
        entity ? chip("entity", analysis.entities.find(({ id }) => id === entity).name) : null,
        type ? chip("type", types.find(({ id }) => id === type)?.label ?? type) : null,
        kind ? chip("kind", kindLabel(kind)) : null,
        from || to ? chip("dates", `${from || "…"} – ${to || "…"}`) : null,
        element("button", { type: "button", class: "link", "data-clear": "all" }, say("filter.clear")),
      ].filter(Boolean),
    );
  }
}
