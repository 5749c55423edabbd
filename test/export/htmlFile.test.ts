import { createHash } from 'node:crypto';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { formulaAssets } from '../../scripts/lib/exportAssets.mjs';
import { base64Of, dataUri } from '../../src/export/dataUri';
import { fontsFor } from '../../src/export/formulaFonts';
import { htmlFile } from '../../src/export/htmlFile';
import { renderUntilKnown } from '../../src/export/renderUntilKnown';

const { formulaStyles, formulaFonts } = formulaAssets();

async function fileWith(script: string, body = ''): Promise<string> {
  return htmlFile(
    { title: 'Titel', locale: 'en', body },
    { pageStyles: 'p{}', script, formulaStyles, formulaFonts },
  );
}

/** The fonts of a formula, as `Main 400 normal`. */
function fontsOf(tex: string, displayMode = false): readonly string[] {
  return fontsFor(katex.renderToString(tex, { displayMode }), formulaStyles, formulaFonts)
    .map(({ family, weight, style }) => `${family.replace('KaTeX_', '')} ${weight} ${style}`)
    .sort();
}

describe('the HTML file', () => {
  it('allows exactly the script that it holds', async () => {
    const html = await fileWith('const end = "</script><!--"; start("ä");');
    const [, script = ''] = /<script type="module">(.*?)<\/script>/s.exec(html) ?? [];
    expect(script).toBe('const end = "<\\/script><\\!--"; start("ä");');
    const hash = createHash('sha256').update(script, 'utf8').digest('base64');
    expect(html).toContain(`script-src 'sha256-${hash}';`);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('forbids everything else before anything can be loaded', async () => {
    const html = await fileWith('');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; img-src data: https:; media-src data:; /);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script|title)/));
  });

  it('starts its script although the page opens a comment that never ends', async () => {
    const html = await fileWith('start();', '<!-- offen');
    expect(html.indexOf('start();')).toBeLessThan(html.indexOf('<!-- offen'));
  });
});

describe('fonts of formulas', () => {
  it.each([
    ['1+2', ['Main 400 normal']],
    ['x', ['Main 400 normal', 'Math 400 italic']],
    ['\\mathbf{w}', ['Main 400 normal', 'Main 700 normal']],
    ['\\boldsymbol{x}', ['Main 400 normal', 'Math 700 italic']],
    ['\\mathbb{R}', ['AMS 400 normal', 'Main 400 normal']],
    ['\\mathcal{L}', ['Caligraphic 400 normal', 'Main 400 normal']],
    ['\\mathfrak{g}', ['Fraktur 400 normal', 'Main 400 normal']],
    ['\\mathscr{D}', ['Main 400 normal', 'Script 400 normal']],
    ['\\text{\\textbf{\\textit{a}}}', ['Main 400 normal', 'Main 700 italic']],
    ['\\texttt{a}', ['Main 400 normal', 'Typewriter 400 normal']],
    ['\\sum', ['Main 400 normal', 'Size1 400 normal']],
    ['\\Bigg(', ['Main 400 normal', 'Size4 400 normal']],
  ])('are those that %s is set in', (tex, fonts) => {
    expect(fontsOf(tex)).toEqual(fonts);
  });

  it('are larger ones for displayed sums', () => {
    expect(fontsOf('\\sum', true)).toEqual(['Main 400 normal', 'Size2 400 normal']);
  });

  it('are those that tall braces are put together from', () => {
    const rows = Array(12).fill('1').join('\\\\');
    expect(fontsOf(`\\left\\{\\begin{matrix}${rows}\\end{matrix}\\right.`)).toContain('Size4 400 normal');
  });

  it('are none for a page that has formulas only in its text', () => {
    expect(fontsFor('<p class="note">katex $x$</p>', formulaStyles, formulaFonts)).toEqual([]);
  });

  it('come with their files, and are named as the style sheet names them', () => {
    expect(formulaFonts).toHaveLength(20);
    for (const { family, woff2 } of formulaFonts) {
      expect(formulaStyles).toContain(family);
      expect(Buffer.from(woff2, 'base64').toString('latin1', 0, 4)).toBe('wOF2');
    }
    expect(formulaStyles).not.toMatch(/@font-face|url\(/);
  });
});

describe('files as addresses', () => {
  it('hold all bytes, also of large files', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(base64Of(new Uint8Array())).toBe('');
  });

  it('have their type by the ending, in any case; other files have none', () => {
    expect(dataUri('a/b.JPG', Uint8Array.of(0))).toBe('data:image/jpeg;base64,AA==');
    expect(dataUri('b.svg', Uint8Array.of(0))).toBe('data:image/svg+xml;base64,AA==');
    expect(dataUri('b.html', Uint8Array.of(0))).toBeUndefined();
    expect(dataUri('png', Uint8Array.of(0))).toBe('data:image/png;base64,AA==');
  });
});

describe('rendering until all is known', () => {
  it('reads what is asked for, once, and renders again', async () => {
    const files: Readonly<Record<string, string>> = { a: '<b>', b: 'Ende' };
    const reads: string[] = [];
    const read = async (path: string): Promise<string | undefined> => {
      reads.push(path);
      return files[path];
    };
    const html = await renderUntilKnown((of) => `${of('a')} ${of('a') && of('b')} ${of('fehlt')}`, read);
    expect(html).toBe('<b> Ende undefined');
    expect(reads).toEqual(['a', 'fehlt', 'b']);
  });

  it('ends though every pass asks for something new', async () => {
    let passes = 0;
    const html = await renderUntilKnown(
      (of) => `${++passes}${of(`file ${passes}`) ?? ''}`,
      async () => 'x',
    );
    expect(html).toBe('10');
  });
});
