// What the marks mean, how many there are, and a switch for each type.

import { element } from "./dom.js";
import { say } from "./interface.js";

/**
 * @param root the fieldset
 * @param types [{id, label, count}] in order
 * @param off the set of types switched off; changed here
 * @param changed called after each change
 */
export function drawLegend(root, types, off, changed) {
  const boxes = types.map(({ id }) => element("input", { type: "checkbox", value: id, "data-type": id, checked: !off.has(id) }));
  const update = () => {
    for (const box of boxes) {
      if (box.checked) off.delete(box.value);
      else off.add(box.value);
    }
    changed();
  };
  const all = (checked) => () => {
    for (const box of boxes) box.checked = checked;
    update();
  };
  for (const box of boxes) box.addEventListener("change", update);
  const labels = types.map(({ id, label, count }, index) =>
    element(
      "label",
      { class: "legend-type" },
      boxes[index],
      " ",
      element("span", { class: "sample", "data-type": id }, label),
      " ",
      element("span", { class: "count" }, String(count)),
    ),
  );
  const button = (key, checked) => {
    const node = element("button", { type: "button", class: "link" }, say(key));
    node.addEventListener("click", all(checked));
    return node;
  };
  root.replaceChildren(
    element("legend", {}, say("legend.title")),
    ...labels,
    element("span", { class: "legend-all" }, button("legend.all", true), button("legend.none", false)),
  );
}
