// Lists that draw their rows as they are needed: the first hundred at once, more when the end comes into view or is asked for.

import { element } from "./dom.js";
import { say } from "./interface.js";

const FIRST = 100;
const MORE = 200;

/**
 * @param name "ul" or "ol"
 * @param items [{key, draw}]: draw() makes the row
 * @returns the list; with it goes a button, as long as rows are missing, so append both: [list, button or nothing]
 */
export function growing(name, attributes, items) {
  const list = element(name, attributes);
  let drawn = 0;
  let button = null;
  const grow = (upTo) => {
    if (upTo <= drawn) return;
    list.append(...items.slice(drawn, upTo).map((item) => item.draw()));
    drawn = Math.min(upTo, items.length);
    if (drawn === items.length) button?.remove();
    else if (button) button.textContent = say("list.more", { count: items.length - drawn });
  };
  if (items.length > FIRST) {
    button = element("button", { type: "button", class: "link more" });
    button.addEventListener("click", () => grow(drawn + MORE));
    new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && grow(drawn + MORE), { rootMargin: "400px" }).observe(button);
  }
  grow(FIRST);
  list.toggleAttribute("data-growing", true);
  /** Draws as far as the row of a key; whether there is one. */
  list.reveal = (key) => {
    const index = items.findIndex((item) => item.key === key);
    grow(index + 1);
    return index >= 0;
  };
  list.drawAll = () => grow(items.length);
  return button ? [list, button] : [list];
}
