// Words selected in the article can be marked as a name: a button beside the selection, or the key M.

import { say } from "./interface.js";

const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/**
 * @param button the button that appears
 * @param article the ArticleView
 * @param mark called with {start, end}
 */
export function markWords(button, article, mark) {
  let chosen = null;

  const look = () => {
    chosen = selected(article);
    button.hidden = !chosen;
    if (!chosen) return;
    button.textContent = say("mark-words");
    const rect = getSelection().getRangeAt(0).getBoundingClientRect();
    button.style.setProperty("--x", `${Math.max(8, Math.min(rect.left + rect.width / 2 - button.offsetWidth / 2, innerWidth - button.offsetWidth - 8))}px`);
    button.style.setProperty("--y", `${rect.bottom + 8 + button.offsetHeight > innerHeight ? rect.top - button.offsetHeight - 8 : rect.bottom + 8}px`);
  };
  let timer;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  addEventListener("scroll", () => button.hidden || look(), { passive: true });
  const take = () => {
    const words = chosen ?? selected(article);
    if (!words) return false;
    getSelection().removeAllRanges();
    button.hidden = true;
    mark(words);
    return true;
  };
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  button.addEventListener("click", take);
  return take;
}

/** The selected words inside one line of the article, without the spaces and signs at their edges; or null. */
function selected(article) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.root.contains(range.commonAncestorContainer)) return null;
  let start = article.offset(range.startContainer, range.startOffset);
  let end = article.offset(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = article.text.slice(start, end);
  if (words.trim().includes("\n") || words.length > 300) return null;
  const [before] = /^[\s\p{P}\p{S}]*/u.exec(words);
  const stripped = words.replace(EDGES, "");
  if (stripped === "") return null;
  start += before.length;
  end = start + stripped.length;
  return { start, end };
}
