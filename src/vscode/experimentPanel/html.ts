import * as vscode from 'vscode';
import type { Locale } from '../../experiments/kit/localized';
import { labPolicy } from './labPolicy';

/** The folder that holds all the page may load. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The user's settings that the page is made with. */
export interface PageSettings {
  readonly predictFirst: boolean;
  /** As what a picture is put into a note. */
  readonly resultFormat: 'svg' | 'png';
}

/**
 * The page's shell. Scripts are the page's own files, of which it loads an experiment's when it is opened; the worker comes from a blob
 * that the page makes of its source, since workers cannot be loaded from a webview's own addresses. Nothing else is fetched.
 */
export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  locale: Locale,
  { predictFirst, resultFormat }: PageSettings,
): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), name)).toString();
  const nonce = crypto.randomUUID();
  const policy = labPolicy(webview.cspSource, nonce);
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lecture Lab</title>
<link rel="stylesheet" href="${file('main.css')}">
</head>
<body data-worker-uri="${file('worker.js')}" data-locale="${locale}" data-predict-first="${predictFirst}" data-result-format="${resultFormat}">
<main id="lab"></main>
<script type="module" nonce="${nonce}" src="${file(`${locale}/main.js`)}"></script>
</body>
</html>`;
}
