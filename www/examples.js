// The articles a reader can try. We wrote them: places and offices are real, people and events are made up.

export const EXAMPLES = [
  { file: "diplomacy.txt", language: "ar", label: { ar: "دبلوماسية", en: "Diplomacy (Arabic)" } },
  { file: "economy.txt", language: "ar", label: { ar: "اقتصاد", en: "Economy (Arabic)" } },
  { file: "english.txt", language: "en", label: { ar: "بالإنجليزية", en: "English" } },
];

/** Fetched while the page may still fetch. An example that is missing is left out. */
export async function loadExamples() {
  const loaded = await Promise.all(
    EXAMPLES.map(async (example) => {
      const response = await fetch(new URL(`examples/${example.file}`, import.meta.url)).catch(() => null);
      return response?.ok ? { ...example, text: await response.text() } : null;
    }),
  );
  return loaded.filter(Boolean);
}
