// @ts-check
// A fact sheet of what is written in the box. The bundler copies the module and gives its address.

import init, { export_text } from "khabar/web";
// @ts-ignore: what a .wasm file is when it is imported, the loader of the bundler decides.
import address from "khabar/khabar_bg.wasm";

await init({ module_or_path: address });
const box = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
const sheet = /** @type {HTMLElement} */ (document.getElementById("sheet"));
const show = () => {
  sheet.textContent = export_text(box.value, {}, "md");
};
box.addEventListener("input", show);
show();
