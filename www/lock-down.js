// "Nothing leaves the browser": the policy in index.html is narrowed once everything is loaded, and the worker is
// made only after that, from a blob: URL, so that it inherits the narrowed policy. (A worker started from a URL of
// its own would not: a policy in a <meta> element does not reach it.)

const NO_MORE_LOADING = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; style-src 'self'; img-src data:";

/** From here on the browser refuses every request of the page, to its own server too. */
export function forbidLoading() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = NO_MORE_LOADING;
  document.head.append(meta);
}

/** The address of the worker as browsers with Trusted Types want it: only a blob: URL passes. */
export function workerAddress(url) {
  policy ??= globalThis.trustedTypes?.createPolicy("khabar-worker", {
    createScriptURL(address) {
      if (!address.startsWith("blob:")) throw new TypeError("Only a blob: URL may start a worker.");
      return address;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}

let policy;
