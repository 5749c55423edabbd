// Listens for what must not happen in a window: console errors, policy violations, requests to other machines.

/** Said about an optional script of VS Code's server that is not part of this edition. */
const missingServiceWorker = 'A bad HTTP response code (404) was received when fetching the script.';

/**
 * @typedef {object} Findings
 * @property {readonly string[]} errors console errors and exceptions of the lab's page, its worker or the extension
 * @property {readonly string[]} policyViolations refusals by a webview's Content-Security-Policy
 * @property {readonly string[]} foreignRequests addresses outside the VS Code server that a webview asked for
 */

/**
 * Begins to listen. VS Code's own errors and its look-ups of a marketplace are not ours and are left out.
 * @param {import('playwright-core').Page} page before it is sent anywhere
 * @param {string} origin of the VS Code server
 * @returns {Findings} lists that grow while the page is used
 */
export function listen(page, origin) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const policyViolations = [];
  /** @type {string[]} */
  const foreignRequests = [];

  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    const { url } = message.location();
    if (text === missingServiceWorker || (!isOurs(url) && !/lecture-?lab/i.test(text))) return;
    (/content security policy/i.test(text) ? policyViolations : errors).push(`${text} (${url})`);
  });
  page.on('pageerror', (error) => {
    const stack = error.stack ?? '';
    if (isOurs(stack) && !isOfHost(stack)) errors.push(stack === '' ? String(error) : stack);
  });
  page.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (
      /^https?:|^wss?:/.test(protocol) &&
      target !== origin &&
      !isOfWebview(target) &&
      isInWebview(request)
    ) {
      foreignRequests.push(request.url());
    }
  });
  return { errors, policyViolations, foreignRequests };
}

/**
 * A webview's files have an address of their own, which VS Code's service worker answers: nothing leaves the machine.
 * @param {string} origin
 */
function isOfWebview(origin) {
  return /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net$/.test(origin);
}

/**
 * VS Code's own page around a webview's; it fails when the webview goes while it is loading.
 * @param {string} stack
 */
function isOfHost(stack) {
  return /\/contrib\/webview\/browser\/pre\/index\.html/.test(stack);
}

/** @param {string} source address of a script, empty for one that has none, or a stack trace */
function isOurs(source) {
  return source === '' || /lecture-lab|vscode-resource|\/webview\/|blob:/.test(source);
}

/** @param {import('playwright-core').Request} request */
function isInWebview(request) {
  // Requests of service workers and navigations that are still under way have no frame.
  try {
    for (let frame = request.frame(); frame; frame = /** @type {any} */ (frame.parentFrame())) {
      if (frame.url().includes('/webview/browser/pre/')) return true;
    }
  } catch {
    return false;
  }
  return false;
}
