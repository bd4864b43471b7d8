// The articles a reader can try. We wrote them: places and offices are real, people and events are made up. A site that
// scripts/serve --build writes has their texts in this place (scripts/bundle.mjs).

const FILES = ["diplomacy.txt", "economy.txt", "english.txt"];

/** The texts of those that are there: file to text. */
export async function exampleTexts() {
  const texts = await Promise.all(
    FILES.map(async (file) => {
      const response = await fetch(new URL(`examples/${file}`, import.meta.url)).catch(() => null);
      return [file, response?.ok ? await response.text() : null];
    }),
  );
  return new Map(texts.filter(([, text]) => text !== null));
}
