// Copying and saving what was found.

export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  throw new Error("no clipboard"); // pages served over plain http from another machine have none
}

export function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of the data once the click is done; give slow ones a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
