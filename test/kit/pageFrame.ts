import type { NotePage, PageOptions } from '../../src/core/page/notePage';
import { renderPage } from './page';

/** A page with only the parts of its frame that are asked for; links name their place by line, `Note.md#L3`. */
export function frameOf(
  files: Readonly<Record<string, string>> | string,
  shown: Partial<PageOptions>,
  path = 'Notiz.md',
  change: Partial<NotePage> = {},
): string {
  return renderPage(files, path, {
    options: { properties: false, contents: false, surroundings: false, lineBreaks: true, ...shown },
    hrefOf: (target) => target.path + (target.line === undefined ? '' : `#L${target.line + 1}`),
    ...change,
  });
}
