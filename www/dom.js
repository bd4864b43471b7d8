// Making elements. Text goes in as text nodes only, never as markup.

/** An element with attributes (null and false left out) and children (strings or nodes; null left out). */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A piece of somebody's text inside the interface: kept apart from the direction around it. */
export const quoted = (text, direction = "auto") => element("bdi", { dir: direction }, text);
