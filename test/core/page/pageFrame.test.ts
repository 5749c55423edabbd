import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../src/core/page/neighbours';
import { frameOf } from '../../kit/pageFrame';
import { vaultOf } from '../../kit/vault';

function neighbours(path: string, ...others: readonly string[]): readonly (string | undefined)[] {
  const files = Object.fromEntries([path, ...others].map((file) => [file, '']));
  const { previous, next } = neighboursOf(vaultOf(files), path);
  return [previous, next];
}

describe('The lectures before and after', () => {
  it.each([
    ['numbers by their value', 'VL 10.md', ['VL 9.md', 'VL 11.md', 'VL 1.md'], ['VL 9.md', 'VL 11.md']],
    ['numbers with gaps', 'VL 4.md', ['VL 2.md', 'VL 6.md'], ['VL 2.md', 'VL 6.md']],
    ['padded numbers', 'VL 02.md', ['VL 1.md', 'VL 003.md'], ['VL 1.md', 'VL 003.md']],
    ['dates', '2024-05-29.md', ['2024-06-03.md', '2023-12-31.md'], ['2023-12-31.md', '2024-06-03.md']],
    [
      'German dates',
      'VL 29.5.2024.md',
      ['VL 03.06.2024.md', 'VL 30.4.2024.md'],
      ['VL 30.4.2024.md', 'VL 03.06.2024.md'],
    ],
    [
      'the last number that tells notes apart',
      'K1 VL 4.md',
      ['K1 VL 5.md', 'K2 VL 4.md'],
      [undefined, 'K1 VL 5.md'],
    ],
    [
      'a number in front',
      'K2 VL 4.md',
      ['K1 VL 4.md', 'K1 VL 3.md', 'K3 VL 5.md'],
      ['K1 VL 4.md', undefined],
    ],
    ['names in any case', 'dlvc - vl 4.md', ['DLVC - VL 5.md'], [undefined, 'DLVC - VL 5.md']],
  ])('are found by %s', (_what, path, others, expected) => {
    expect(neighbours(path, ...others)).toEqual(expected);
  });

  it('are those before and after in the order of the numbers, however many there are', () => {
    const name = (number: number): string => `A/VL ${number}.md`;
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(3000), { minLength: 1, maxLength: 12 }), (numbers) => {
        const index = vaultOf(Object.fromEntries(numbers.map((number) => [name(number), ''])));
        const inOrder = numbers.toSorted((a, b) => a - b).map(name);
        inOrder.forEach((path, at) => {
          const expected = { previous: inOrder[at - 1], next: inOrder[at + 1] };
          expect(neighboursOf(index, path)).toEqual(expected);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are none for other names, other folders, attachments, equal numbers and names without any', () => {
    expect(neighbours('VL 4.md', 'Übung 5.md', 'A/VL 5.md', 'VL 5.pdf', 'VL 04.md', 'VL 5 (alt).md')).toEqual(
      [undefined, undefined],
    );
    expect(neighbours('Glossar.md', 'Glossar 2.md')).toEqual([undefined, undefined]);
    expect(neighbours('A 2024-05-29.md', 'A 20240530.md')).toEqual([undefined, undefined]);
  });

  it('are found anew when a note comes or goes', () => {
    const index = vaultOf({ 'VL 4.md': '', 'VL 5.md': '' });
    expect(neighboursOf(index, 'VL 4.md').next).toBe('VL 5.md');
    index.delete('VL 5.md');
    expect(neighboursOf(index, 'VL 4.md').next).toBeUndefined();
    index.addAttachment('VL 6.md');
    expect(neighboursOf(index, 'VL 4.md').next).toBe('VL 6.md');
  });

  it('are links with their names', () => {
    const files = { 'DLVC/VL 3.md': '', 'DLVC/VL 4.md': '', 'DLVC/VL 5.md': '' };
    expect(frameOf(files, { surroundings: true }, 'DLVC/VL 4.md')).toBe(
      '<nav class="ll-neighbours" aria-label="Benachbarte Notizen">' +
        '<a class="ll-neighbour" rel="prev" href="DLVC/VL 3.md" data-href="DLVC/VL 3.md"><span class="ll-neighbour-side">Vorige</span> VL 3</a>' +
        '<a class="ll-neighbour" rel="next" href="DLVC/VL 5.md" data-href="DLVC/VL 5.md"><span class="ll-neighbour-side">Nächste</span> VL 5</a></nav>\n',
    );
    expect(frameOf(files, { surroundings: true }, 'DLVC/VL 5.md')).not.toContain('rel="next"');
  });
});

function backlinksOf(files: Readonly<Record<string, string>>): string {
  const html = frameOf({ 'Notiz.md': '', ...files }, { surroundings: true });
  return /<section class="ll-backlinks".*<\/section>/s.exec(html)?.[0] ?? '';
}

function link(place: string, text: string): string {
  return `<a class="ll-link" href="${place}" data-href="${place}">${text}</a>`;
}

describe('The notes that link here', () => {
  it('are listed with the headings below which their links stand', () => {
    const files = {
      'VL 3.md': '[[Notiz]]\n# Momentum\n[[Notiz]] und [[Notiz#x|x]]\n## Nesterov\n# Adam\n![[Notiz]]',
      'Ähnliches.md': '[mit Markdown](Notiz.md)',
      'Zuletzt.md': 'ohne [[VL 3]]',
    };
    expect(backlinksOf(files)).toBe(
      '<section class="ll-backlinks" aria-labelledby="ll-backlinks-title"><h2 id="ll-backlinks-title">Verweise auf diese Notiz (2)</h2><ul>' +
        `<li>${link('Ähnliches.md', 'Ähnliches')}</li>` +
        `<li>${link('VL 3.md', 'VL 3')}<ul><li>${link('VL 3.md#L2', 'Momentum')}</li><li>${link('VL 3.md#L5', 'Adam')}</li></ul></li>` +
        '</ul></section>',
    );
  });

  it('are not the note itself', () => {
    expect(backlinksOf({ 'Notiz.md': '# A\n[[#A]] [[Notiz]]' })).toBe('');
  });

  it('are not listed where nobody wants them', () => {
    expect(frameOf({ 'Notiz.md': '', 'A.md': '[[Notiz]]' }, {})).toBe('');
  });

  it('show their folder where two have the same name', () => {
    const html = backlinksOf({ 'X/Log.md': '[[Notiz]]', 'log.md': '[[Notiz]]', 'X/Andere.md': '[[Notiz]]' });
    expect(html).toContain(`<li>${link('X/Andere.md', 'Andere')}</li>`);
    expect(html).toContain(`<li>${link('X/Log.md', 'Log')} <small>X</small></li>`);
    expect(html).toContain(`<li>${link('log.md', 'log')} <small>/</small></li>`);
  });

  it('are 50 at most, with 8 places each', () => {
    const places = Array.from({ length: 10 }, (_, at) => `# H${at}\n[[Notiz]]`).join('\n');
    const files = Object.fromEntries(Array.from({ length: 53 }, (_, at) => [`N ${at}.md`, places]));
    const html = backlinksOf(files);
    expect(html).toContain('Verweise auf diese Notiz (53)');
    expect(html).toContain('</ul><p>und 3 weitere</p></section>');
    expect(html.match(/<li>und 2 weitere<\/li><\/ul><\/li>/g)).toHaveLength(50);
  });

  it('may have names and headings that look like HTML', () => {
    const html = backlinksOf({ 'A & <b>.md': '# x `<i>`\n[[Notiz]]' });
    expect(html).toContain('>A &amp; &lt;b&gt;</a>');
    expect(html).toContain('>x &lt;i&gt;</a>');
  });
});
