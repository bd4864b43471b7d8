// One stop of the Tab key for a whole list: arrow keys move inside it.

/**
 * @param root the element around the items
 * @param selector what the items are
 * @param keys {next, previous}: names of keys, or a function giving them (the direction may change)
 */
export function rove(root, selector, keys) {
  const items = () => [...root.querySelectorAll(selector)];
  const setStop = (item) => {
    for (const stop of root.querySelectorAll(`${selector}[tabindex="0"]`)) stop.tabIndex = -1;
    item.tabIndex = 0;
  };
  root.addEventListener("focusin", (event) => {
    const item = event.target.closest(selector);
    if (item && root.contains(item)) setStop(item);
  });
  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const item = event.target.closest(selector);
    if (!item) return;
    const { next, previous } = typeof keys === "function" ? keys(item) : keys;
    const all = items();
    const at = all.indexOf(item);
    const target =
      event.key === next ? all[at + 1] : event.key === previous ? all[at - 1] : event.key === "Home" ? all[0] : event.key === "End" ? all.at(-1) : null;
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
  return {
    /** After drawing: the first item is the stop. */
    reset() {
      const all = items();
      for (const item of all) item.tabIndex = -1;
      if (all[0]) all[0].tabIndex = 0;
    },
  };
}
