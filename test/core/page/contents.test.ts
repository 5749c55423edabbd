import { describe, expect, it } from 'vitest';
import { renderPage } from '../../kit/page';
import { frameOf } from '../../kit/pageFrame';

function contentsOf(text: string): string {
  const html = frameOf(text, { contents: true });
  return /<nav class="ll-contents".*?<\/nav>/s.exec(html)?.[0] ?? '';
}

/** The text of each entry of a note with one heading in question. */
function entryOf(heading: string): string {
  const entry = /<a [^>]*href="Notiz.md#L1"[^>]*>(.*?)<\/a><\/li>/s;
  return entry.exec(contentsOf(`# ${heading}\n# B\n# C\n\n[^1]: Fuß`))?.[1] ?? 'no entry';
}

describe('A table of contents', () => {
  it('is a folded list of links to the headings, one within the other', () => {
    const link = (text: string, line: number): string =>
      `<a href="Notiz.md#L${line}" data-href="Notiz.md#L${line}">${text}</a>`;
    expect(contentsOf('## A\n#### Tief\n### B\n\nC\n===\n## D')).toBe(
      '<nav class="ll-contents" aria-label="Inhalt"><details><summary>Inhalt</summary><ol>' +
        `<li>${link('A', 1)}<ol><li>${link('Tief', 2)}</li><li>${link('B', 3)}</li></ol></li>` +
        `<li>${link('C', 5)}<ol><li>${link('D', 7)}</li></ol></li></ol></details></nav>`,
    );
  });

  it('leads to the headings, those of the same name and with umlauts too', () => {
    const text = '# Größe & Maß\n# A\n\n> [!note]\n> # A\n\n# A\n## `f(x)` in $x^2$\n';
    const html = renderPage(text, 'Notiz.md', {
      options: { properties: false, contents: true, surroundings: false, lineBreaks: true },
    });
    const fragments = [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, fragment]) => fragment);
    expect(fragments).toHaveLength(4);
    expect(new Set(fragments).size).toBe(4);
    for (const fragment of fragments) expect(html).toContain(` id="${fragment}"`);
  });

  it('stands above notes with at least three headings, where it is wanted', () => {
    expect(contentsOf('# A\n# B')).toBe('');
    expect(contentsOf('# A\n# B\n#\n')).toBe('');
    expect(contentsOf('# A\n# B\n# C')).not.toBe('');
    expect(frameOf('# A\n# B\n# C', {})).not.toContain('ll-contents');
  });

  it('leaves out headings in callouts, lists, comments and code, as Obsidian does', () => {
    const text = '# A\n# B\n# C\n\n> [!note] X\n> # D\n\n- # E\n\n%%\n# F\n%%\n\n```\n# G\n```\n';
    expect(contentsOf(text).match(/<li>/g)).toHaveLength(3);
  });

  it.each([
    ['Das *Momentum* in `SGD`', 'Das <em>Momentum</em> in <code>SGD</code>'],
    ['[[VL 3#Momentum|Momentum]] und [Web](https://example.org)', 'Momentum und Web'],
    ['Fuß[^1] und ^[noch eine] Note', 'Fuß und  Note'],
    ['Mit #tag', 'Mit #tag'],
    ['A <a href="x">& B</a>', 'A &amp; B'],
    ['![Bild](bild.png) und ![[bild.png]]', 'Bild und bild.png'],
    ['Block ^id', 'Block'],
  ])('shows %j without what would lead elsewhere', (heading, html) => {
    expect(entryOf(heading)).toBe(html);
  });

  it('typesets formulas', () => {
    expect(entryOf('Die $L_2$-Norm')).toMatch(/^Die <span class="katex">.*<\/span>-Norm$/s);
  });
});
