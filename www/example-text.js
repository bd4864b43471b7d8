// Where the examples come from: their files. A site that scripts/serve --build writes has them here (scripts/bundle.mjs).

/** The text of an example; null when it is not there. */
export async function exampleText(file) {
  const response = await fetch(new URL(`examples/${file}`, import.meta.url)).catch(() => null);
  return response?.ok ? response.text() : null;
}
