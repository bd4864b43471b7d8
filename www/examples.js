// The articles a reader can try. We wrote them: places and offices are real, people and events are made up.

/**
 * Fetches the texts of the buttons that offer them, while the page may still fetch: file to text. The button of one that is
 * missing goes.
 */
export async function loadExamples(root) {
  const texts = new Map();
  await Promise.all(
    [...root.querySelectorAll("[data-example]")].map(async (button) => {
      const file = button.dataset.example;
      const response = await fetch(new URL(`examples/${file}`, import.meta.url)).catch(() => null);
      if (response?.ok) texts.set(file, await response.text());
      else button.remove();
    }),
  );
  return texts;
}
