import * as vscode from 'vscode';
import type { Locale } from '../../experiments/kit/localized';

/** The folder that holds all the page may load. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/**
 * The page's shell. Scripts run by nonce only; the worker comes from a blob that the page makes of its source, since workers cannot be
 * loaded from a webview's own addresses. Nothing is fetched but the page's own files.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, locale: Locale): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), name)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data: blob:`,
    `connect-src ${webview.cspSource}`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lecture Lab</title>
<link rel="stylesheet" href="${file('main.css')}">
</head>
<body data-worker-uri="${file('worker.js')}" data-locale="${locale}">
<main id="lab"></main>
<script nonce="${nonce}" src="${file('main.js')}"></script>
</body>
</html>`;
}
