import type { NotePage, PageTarget } from '../../src/core/page/notePage';
import { renderPage } from './page';

/** A note's page as `renderPage` gives it, without what VS Code adds for scrolling, and with links as `path#subpath` and `path:line`. */
export function bareHtml(
  files: Readonly<Record<string, string>> | string,
  change: Partial<NotePage> = {},
): string {
  return withoutPlaces(renderPage(files, 'Notiz.md', { hrefOf: plainHref, ...change })).trim();
}

/** HTML without the attributes that VS Code adds for scrolling. */
export function withoutPlaces(html: string): string {
  return html
    .replace(/ data-line="\d+"| dir="auto"| class="code-line"/g, '')
    .replace(/ code-line(?=[ "])|(?<=")code-line /g, '')
    .replace(/\n\n+/g, '\n');
}

function plainHref({ path, subpath, line }: PageTarget): string {
  return `${encodeURI(path)}${subpath === undefined ? '' : `#${subpath}`}${line === undefined ? '' : `:${line}`}`;
}
