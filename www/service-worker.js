// The page without its server: its files are put by when it is first opened, and answered from there ever after. The list of
// them with a version, made from their content, is in pkg/files.js (scripts/site-files.mjs): when one file changes, the browser
// sees another service worker, which puts by the whole new set and takes over once no page of the old one is open. It asks for
// nothing but those files.

"use strict";

importScripts("pkg/files.js"); // KHABAR_FILES: {version, files}

const PREFIX = `khabar ${new URL(".", self.location.href).pathname} `;
const STORE = PREFIX + KHABAR_FILES.version;

// The page that registers it for the first time is just starting, and its reader may wait for an article: until then the same files
// are not fetched once more. All of them are put by or none, so a browser that is closed meanwhile begins anew at the next visit.
const PAUSE = 3000; // milliseconds

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      const store = await caches.open(STORE);
      await store.addAll(KHABAR_FILES.files.map((file) => new Request(file, { cache: "no-cache" })));
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== STORE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    (async () => {
      const store = await caches.open(STORE);
      // The folder itself is its index.html.
      return (await store.match(request, { ignoreSearch: request.mode === "navigate" })) ?? fetch(request);
    })(),
  );
});
