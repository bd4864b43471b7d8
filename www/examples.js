// The articles a reader can try. We wrote them: places and offices are real, people and events are made up.

import { exampleText } from "./example-text.js";

/** The texts of the buttons that offer them, while the page may still fetch: file to text. The button of one that is missing goes. */
export async function loadExamples(root) {
  const texts = new Map();
  await Promise.all(
    [...root.querySelectorAll("[data-example]")].map(async (button) => {
      const text = await exampleText(button.dataset.example);
      if (text === null) button.remove();
      else texts.set(button.dataset.example, text);
    }),
  );
  return texts;
}
