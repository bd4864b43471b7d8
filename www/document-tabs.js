// The open articles as a row of tabs: one is shown, each can be closed, an empty one can be opened.

import { element, quoted } from "./dom.js";
import { say } from "./interface.js";
import { titleOf } from "./documents.js";

/**
 * Draws the row; hidden while there is one article only.
 * @param actions {select(id), close(id), open()}
 */
export function drawDocumentTabs(root, documents, actions) {
  const { list, current } = documents;
  root.hidden = list.length < 2 && !current.shown;
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.tab : null;
  const on = (node, action) => {
    node.addEventListener("click", action);
    return node;
  };
  const tab = (one) => {
    const title = titleOf(one) || say("documents.empty");
    return element(
      "li",
      { class: "document", "data-current": one === current },
      on(element("button", { type: "button", class: "document-name", "data-tab": one.id, "aria-current": one === current ? "true" : null }, quoted(title)), () => actions.select(one.id)),
      on(element("button", { type: "button", class: "document-close", "aria-label": say("documents.close", { title }), title: say("documents.close", { title }) }, "×"), () => actions.close(one.id)),
    );
  };
  root.replaceChildren(
    element("ul", {}, list.map(tab)),
    on(element("button", { type: "button", class: "quiet document-new", "data-tab": "new" }, say("documents.new")), () => actions.open()),
  );
  if (focused) root.querySelector(`[data-tab="${CSS.escape(focused)}"]`)?.focus();
}
