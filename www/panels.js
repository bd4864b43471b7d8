// The findings beside the article: tabs, of which one is shown, and the way from a key to its row.

import { element } from "./dom.js";
import { rove } from "./roving.js";

export class Panels {
  #shown;
  #keys;

  /** @param root the element around tabs and panels @param tablist the element of the tabs */
  constructor(root, tablist) {
    this.root = root;
    this.tabs = [...tablist.querySelectorAll("[role=tab]")];
    this.#shown = this.tabs[0].dataset.panel;
    const rtl = () => getComputedStyle(tablist).direction === "rtl";
    rove(tablist, "[role=tab]", () => (rtl() ? { next: "ArrowLeft", previous: "ArrowRight" } : { next: "ArrowRight", previous: "ArrowLeft" }));
    tablist.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) this.show(tab.dataset.panel);
    });
    this.#keys = this.tabs.map(({ dataset }) => rove(this.panel(dataset.panel), ".row-name", { next: "ArrowDown", previous: "ArrowUp" }));
    rove(this.panel("timeline"), ".moment", { next: "ArrowRight", previous: "ArrowLeft" });
    addEventListener("beforeprint", () => this.drawAll());
    this.show(this.#shown);
  }

  panel = (id) => document.getElementById(id);
  rows = (id) => document.getElementById(`${id}-rows`);

  get shown() {
    return this.#shown;
  }

  show(id) {
    this.#shown = id;
    for (const tab of this.tabs) {
      const on = tab.dataset.panel === id;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      this.panel(tab.dataset.panel).hidden = !on;
    }
  }

  /** Writes what a tab and its panel are called, with how many of all are shown. */
  name(id, label, shown, all) {
    const count = shown === all ? String(all) : `${shown}/${all}`;
    const tab = this.tabs.find(({ dataset }) => dataset.panel === id);
    tab.replaceChildren(label, " ", element("span", { class: "count", dir: "ltr" }, count));
    this.panel(id).querySelector("h2").replaceChildren(label, " ", element("span", { class: "count", dir: "ltr" }, count));
  }

  /** After drawing: the first row of each panel is the stop of the Tab key. */
  reset() {
    for (const keys of this.#keys) keys.reset();
  }

  /** The row of a key, drawn and in the panel that is shown; null when filters hide it or there is none. */
  reveal(key) {
    for (const list of this.root.querySelectorAll("[data-growing]")) {
      if (!list.reveal(key)) continue;
      this.show(list.closest("[role=tabpanel]").id);
      return [...list.children].find((row) => row.dataset.key === key) ?? null;
    }
    return null;
  }

  /** What stands for a key now: rows, and the points of the drawn line of time. */
  of(key) {
    return [...this.root.querySelectorAll("[data-key]")].filter((node) => node.dataset.key === key || node.dataset.also?.split(" ").includes(key));
  }

  drawAll() {
    for (const list of this.root.querySelectorAll("[data-growing]")) list.drawAll();
  }
}
