/**
 * What the lab's page may load: its own files, the one script that has the nonce, and the worker that it makes of its own source.
 * @param source where VS Code serves the page's own files from.
 */
export function labPolicy(source: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src ${source} 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    `font-src ${source}`,
    `img-src ${source} data: blob:`,
    `connect-src ${source}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
