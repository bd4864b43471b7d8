// Installing the page as an application. The browser reads the manifest and its icons when it likes, which is mostly after the
// page may load nothing more (lock-down.js); so both are data: addresses, made here, where the page knows its own.

const LINES = "<path d='M25 9H7M25 16H11M25 23H15' stroke='#fff' stroke-width='3' stroke-linecap='round'/>";
const icon = (shape, purpose) => ({
  src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' width='512' height='512'>${shape}</svg>`)}`,
  sizes: "any",
  type: "image/svg+xml",
  purpose,
});

const MANIFEST = {
  name: "خبر · khabar",
  short_name: "خبر",
  description: "الأسماء والتواريخ والوقائع في الخبر، يستخرجها متصفحك ولا يخرج منه شيء.",
  lang: "ar",
  dir: "rtl",
  display: "standalone",
  background_color: "#fbfaf6",
  theme_color: "#0d5a5a",
  categories: ["news", "productivity", "utilities"],
  icons: [
    icon(`<rect width='32' height='32' rx='7' fill='#0d5a5a'/>${LINES}`, "any"),
    icon(`<rect width='32' height='32' fill='#0d5a5a'/><g transform='translate(4.8 4.8) scale(.7)'>${LINES}</g>`, "maskable"),
  ],
};

export function offerInstalling() {
  const here = new URL(".", document.baseURI).href;
  const manifest = { ...MANIFEST, id: here, start_url: here, scope: here };
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `data:application/manifest+json,${encodeURIComponent(JSON.stringify(manifest))}`;
  document.head.append(link);
}
