import { escapeHtml } from '../core/html';
import type { PageLocale } from '../core/page/words';
import { base64Of } from './dataUri';
import type { ExportAssets } from './exportAssets';
import { fontFaceCss, fontsFor } from './formulaFonts';

/** A page that becomes a file. */
export interface FilePage {
  /** Plain text. */
  readonly title: string;
  readonly locale: PageLocale;
  /** HTML of the page. */
  readonly body: string;
}

/**
 * A page as one HTML file, with all it needs inside. Whatever the page's own HTML says, the file runs no script but ours, loads nothing
 * but pictures that the note itself has from the web, and sends nothing.
 */
export async function htmlFile({ title, locale, body }: FilePage, assets: ExportAssets): Promise<string> {
  const script = inlineScript(assets.script);
  // The script is run when all is there; it comes first, since the page may hold an HTML comment without an end.
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await contentPolicy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lecture Lab">
<title>${escapeHtml(title)}</title>
<style>${stylesFor(body, assets)}</style>
<script type="module">${script}</script>
</head>
<body class="vscode-body">
<main class="markdown-body">
${body}
</main>
</body>
</html>
`;
}

function stylesFor(body: string, { pageStyles, formulaStyles, formulaFonts }: ExportAssets): string {
  const fonts = fontsFor(body, formulaStyles, formulaFonts);
  if (fonts.length === 0) return pageStyles;
  return `${fonts.map(fontFaceCss).join('\n')}\n${formulaStyles}\n${pageStyles}`;
}

/** What would end a `<script>` element, or change how its end is looked for, written as JavaScript strings can have it. */
function inlineScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '<\\');
}

async function contentPolicy(script: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return [
    "default-src 'none'",
    'img-src data: https:',
    'media-src data:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    `script-src 'sha256-${base64Of(new Uint8Array(digest))}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
