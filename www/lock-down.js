// "Nothing leaves the browser": the policy in index.html is narrowed once everything is loaded, and the worker is
// made only after that, from a blob: URL, so that it inherits the narrowed policy. (A worker started from a URL of
// its own would not: a policy in a <meta> element does not reach it.)

const NO_MORE_LOADING = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; style-src 'self'; img-src data:; manifest-src data:";
const SERVICE_WORKER = "service-worker.js";

/** From here on the browser refuses every request of the page, to its own server too. */
export function forbidLoading() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = NO_MORE_LOADING;
  document.head.append(meta);
}

/** An address of a worker as browsers with Trusted Types want it: a blob: URL or the page's own service worker, no other. */
function address(url) {
  policy ??= globalThis.trustedTypes?.createPolicy("khabar-worker", {
    createScriptURL(given) {
      if (!given.startsWith("blob:") && given !== SERVICE_WORKER) throw new TypeError("Only a blob: URL may start a worker.");
      return given;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}

export const workerAddress = (url) => address(url);

/** Where the page's files are kept for the next time, with or without a network. To be asked for before forbidLoading(). */
export function keepForOffline() {
  navigator.serviceWorker?.register(address(SERVICE_WORKER), { updateViaCache: "none" }).catch(() => {
    // No service worker there, or none allowed: the page works, only not without its server.
  });
}

let policy;
