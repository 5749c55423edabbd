import { describe, expect, it } from 'vitest';
import { FullPages } from '../../kit/fullPages';
import { realVaultArchives, unpackVault } from '../../kit/realVaults';
import { readHtml } from '../../kit/strictHtml';

/**
 * In the prose of a page: what should have become a link, a callout or a formula. An empty `[[]]` is a text to Obsidian too. Of dollar signs
 * only those at the start and the end of lines without a blank line between: elsewhere they may be money or stand beside one another. Of a
 * formula that begins in the middle of a line Markdown makes a heading where `=` stands alone in one of its lines, and in a list a blank
 * line ends one that is indented less than its item.
 */
const leftovers = /\[\[(?! *\]\])[^\n[\]]+\]\]|^[ >]*\[![a-z]+\]|^\$\$(?:(?!\n\s*\n)[^$])+\$\$$/gim;

/** Whether a note says with backslashes that a text is not to be what it looks like. */
function isEscaped(text: string, note: string): boolean {
  return !note.includes(text) || note.includes(text.replace(/[[\]]/g, '\\$&'));
}

/** A page that is not as it should be. */
interface Finding {
  readonly path: string;
  readonly problem: string;
}

describe.each(realVaultArchives())('The vault %s', (archive) => {
  const files = unpackVault(archive);
  const paths = Object.keys(files).filter((path) => path.endsWith('.md'));

  it('has a page for every note, in HTML without errors, and nothing of Obsidian’s is left in its prose', () => {
    // Raw HTML is left out: what stands in it is no Markdown, and notes need not close its tags.
    const pages = new FullPages(files, { rawHtml: false });
    const start = performance.now();
    let formulaErrors = 0;
    const findings = paths.flatMap((path): readonly Finding[] => {
      const html = pages.render(path);
      formulaErrors += html.split('katex-error').length - 1;
      const { prose, problems } = readHtml(html);
      const left = (prose.match(leftovers) ?? []).filter(
        (text) => text.startsWith('$$') || !isEscaped(text, files[path] ?? ''),
      );
      return [...problems, ...left].map((problem) => ({ path, problem }));
    });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${archive}: ${paths.length} notes, ${seconds.toFixed(1)} s, ${(paths.length / seconds).toFixed(0)} notes/s, ${formulaErrors} formulas that KaTeX refuses`,
    );
    expect(findings).toEqual([]);
  });
});
