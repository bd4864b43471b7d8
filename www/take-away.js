// Copying and saving what was found, in every format that the module writes.

import { element } from "./dom.js";
import { language, say } from "./interface.js";

export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  throw new Error("no clipboard"); // pages served over plain http from another machine have none
}

export function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of the data once the click is done; give slow ones a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What every module can give, also one that knows no other format. */
export const JSON_FORMAT = { id: "json", label_ar: "JSON: التحليل كله", label_en: "JSON: the whole analysis", mime: "application/json", extension: "json" };

/** The name a file is saved under: that of the file it was read from, or khabar. */
const fileName = (name, extension) => `${(name ?? "").replace(/\.[^.]*$/, "").replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-").trim() || "khabar"}.${extension}`;

export class TakeAway {
  /**
   * @param root the <dialog>
   * @param actions {formats(), write(id) => promise of text, name() => of the file read, said(key, values, kind)}
   */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    root.addEventListener("click", (event) => {
      if (event.target === root) return root.close();
      const button = event.target.closest("[data-do]");
      if (button) this.#act(button.dataset.do, button.closest("[data-format]")?.dataset.format);
    });
  }

  open() {
    this.draw();
    this.root.showModal();
  }

  draw() {
    const button = (what, label, name) => element("button", { type: "button", class: "quiet", "data-do": what, "aria-label": name ? `${label}: ${name}` : null }, label);
    const label = (format) => (language() === "ar" ? format.label_ar : format.label_en);
    this.root.replaceChildren(
      element("div", { class: "dialog-head" }, element("h2", { id: "take-title" }, say("take.title")), button("close", say("close"))),
      element(
        "ul",
        { class: "formats" },
        this.actions.formats().map((format) =>
          element(
            "li",
            { "data-format": format.id },
            element("span", { class: "format-name" }, label(format), " ", element("code", { dir: "ltr" }, `.${format.extension}`)),
            element("span", { class: "format-actions" }, button("copy", say("take.copy"), label(format)), button("download", say("take.download"), label(format))),
          ),
        ),
      ),
      element("div", { class: "dialog-actions" }, button("print", say("take.print"))),
      element("p", { class: "row-more", role: "status" }),
    );
  }

  async #act(what, id) {
    if (what === "close") return this.root.close();
    if (what === "print") {
      this.root.close();
      return print();
    }
    const format = this.actions.formats().find((one) => one.id === id);
    const name = language() === "ar" ? format.label_ar : format.label_en;
    try {
      const text = await this.actions.write(id);
      if (what === "download") {
        download(text, fileName(this.actions.name(), format.extension), format.mime);
        this.#say("take.downloaded", { name });
      } else {
        await copy(text).then(() => this.#say("take.copied", { name }), () => this.#say("error.copy"));
      }
    } catch (error) {
      this.#say("error.export", { message: error.message });
    }
  }

  #say(key, values) {
    this.root.querySelector('[role="status"]').textContent = say(key, values);
  }
}
