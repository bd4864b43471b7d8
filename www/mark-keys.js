// The marks of the article are one stop of the Tab key; arrow keys go from mark to mark in reading order, whether the next one
// is drawn already or not.

/** @param article the ArticleView */
export function markKeys(article) {
  const { root } = article;
  const setStop = (mark) => {
    for (const stop of root.querySelectorAll('mark[tabindex="0"]')) stop.tabIndex = -1;
    if (mark) mark.tabIndex = 0;
  };
  root.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    if (mark) setStop(mark);
  });
  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = event.target.closest("mark");
    const span = mark && article.spanOf(mark);
    if (!span) return;
    const [next, previous] = getComputedStyle(mark).direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const { shown } = article;
    const index = { [next]: span.order + 1, [previous]: span.order - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (index === undefined || !shown[index]) return;
    event.preventDefault();
    const target = article.markOf(shown[index]);
    if (!target) return;
    article.reveal(target);
    target.focus();
  });
  return {
    /** After drawing: the first mark is the stop, unless one is. */
    reset() {
      if (!root.querySelector('mark[tabindex="0"]')) setStop(root.querySelector("mark:not([data-continued])"));
    },
  };
}
