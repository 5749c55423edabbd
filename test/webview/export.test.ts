import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExport, MAX_EXPORT_BYTES } from '../../src/vscode/experimentPanel/exportOrder';
import { toCsv } from '../../webview/export/csv';
import { menuMove } from '../../webview/export/exportMenu';
import { figureSvg } from '../../webview/export/figureSvg';
import { exportFileName } from '../../webview/export/fileName';
import { exactDigits } from '../../webview/numbers';
import { seriesStyles } from '../../webview/seriesStyle';
import { estimateWidth, wrapText } from '../../webview/textLayout';
import { deriveTheme } from '../../webview/theme';
import { allElements, parseXml } from '../kit/xml';

const theme = deriveTheme('dark', () => '');

/** Reads CSV as RFC 4180 says, quoted cells and line breaks in them included. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && plain === '' && quoted === undefined && row.length === 0) break;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('the numbers of a picture as CSV', () => {
  it('have a line of headings, points as decimal marks, and gaps where there is no value', () => {
    const table = {
      headings: ['step', 'Fehler, α = 0.1'],
      rows: [
        [0, Math.fround(0.1)],
        [10, Number.NaN],
        [20, 1 / 3],
      ],
    };
    expect(toCsv(table)).toBe('step,"Fehler, α = 0.1"\r\n0,0.1\r\n10,\r\n20,0.3333333333333333\r\n');
  });

  it('are read back as they were', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\r', '\n', ';', ' ', "'", 'a', 'ß', '=', '-', '1'),
    });
    const value = fc.oneof(text, fc.double({ noNaN: true }), fc.float({ noNaN: true }));
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
      const row = fc.array(value, { minLength: columns, maxLength: columns });
      const headings = fc.array(text, { minLength: columns, maxLength: columns });
      return fc.record({ headings, rows: fc.array(row, { maxLength: 5 }) });
    });
    fc.assert(
      fc.property(table, ({ headings, rows }) => {
        const read = parseCsv(toCsv({ headings, rows }));
        expect(read).toHaveLength(rows.length + 1);
        [headings, ...rows].forEach((cells, line) => {
          cells.forEach((cell, column) => {
            const found = read[line]?.[column] ?? '';
            if (typeof cell === 'string') expect([cell, `'${cell}`]).toContain(found);
            else
              expect([cell, Math.fround(cell)]).toContain(
                Math.fround(cell) === cell ? Math.fround(Number(found)) : Number(found),
              );
          });
        });
      }),
    );
  });

  it.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\tx', '=', '-'])('do not let a spreadsheet run %j', (text) => {
    expect(parseCsv(toCsv({ headings: [text], rows: [] }))).toEqual([[`'${text}`]]);
  });

  it('leave numbers alone, negative ones and those in texts included', () => {
    const rows = [[-1.5, '-1.5', '+2', Number.NEGATIVE_INFINITY, -0]];
    expect(parseCsv(toCsv({ headings: ['a', 'b', 'c', 'd', 'e'], rows }))[1]).toEqual([
      '-1.5',
      '-1.5',
      '+2',
      '-Infinity',
      '0',
    ]);
  });

  it('give back every number to the last bit', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => Math.fround(Number(exactDigits(value))) === value),
    );
    const doubles = fc.double({ noNaN: true }).filter((value) => Math.fround(value) !== value);
    fc.assert(fc.property(doubles, (value) => Number(exactDigits(value)) === value));
    expect(
      [0.1, 1e-7, 16_777_216, 0.30000001192092896].map((value) => exactDigits(Math.fround(value))),
    ).toEqual(['0.1', '1e-7', '16777216', '0.3']);
  });
});

describe('a saved picture', () => {
  const picture = { width: 400, height: 200, svg: '<path d="M0,0H400"/>' };
  const styles = seriesStyles(theme, 8, 'ordered');
  const key = styles.map((style, index) => ({
    label: `α = ${index}`,
    style,
    hasLine: index !== 1,
    hasMarker: index !== 2,
    note: index === 3 ? 'gemessen ÷ Theorie: 1,02' : '',
  }));
  const content = {
    language: 'de',
    title: 'Fehler',
    picture,
    key,
    caption: 'Was man sieht.',
    foot: 'Startwert 1',
    theme,
  };

  it('is a document of its own with title, key, caption and where it is from', () => {
    const { svg, width, height } = figureSvg(content);
    const root = parseXml(svg);
    expect(root.attributes).toMatchObject({ width: String(width), height: String(height), 'xml:lang': 'de' });
    expect(root.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
    const texts = allElements(root)
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text.trim());
    expect(texts).toEqual([
      'Fehler',
      ...key.map(({ label, note }) => `${label} ${note}`.trim()),
      'Was man sieht.',
      'Startwert 1',
    ]);
  });

  it('has the background of the theme, and no colour that only a browser knows', () => {
    const elements = allElements(parseXml(figureSvg(content).svg));
    expect(elements.find(({ name }) => name === 'rect')?.attributes.fill).toBe('#000000');
    const colors = elements
      .flatMap(({ attributes: { fill, stroke } }) => [fill, stroke])
      .filter((color) => color !== undefined);
    expect(colors.every((color) => /^#[0-9a-f]{6}$/.test(color))).toBe(true);
  });

  it('is well formed whatever the texts are, and runs none of them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>alert(1)</script>', '"><script/>', '&lt;', ']]>', '\ud800', '\u0000'),
    );
    fc.assert(
      fc.property(text, text, text, text, (title, caption, foot, label) => {
        const [first] = key;
        const item = first ? [{ ...first, label, note: caption }] : [];
        const elements = allElements(
          parseXml(figureSvg({ ...content, title, caption, foot, key: item }).svg),
        );
        const names = new Set(elements.map(({ name }) => name));
        expect(
          [...names].filter((name) => !['svg', 'title', 'desc', 'rect', 'g', 'path', 'text'].includes(name)),
        ).toEqual([]);
      }),
    );
  });

  it('grows with its caption, and no line of it is wider than the picture', () => {
    const caption = 'Ein ziemlich langer Satz, der in eine Zeile nicht passt. '.repeat(6);
    const long = figureSvg({ ...content, caption });
    expect(long.height).toBeGreaterThan(figureSvg(content).height + 60);
    const lines = wrapText(caption, 13, 400);
    expect(lines.join(' ')).toBe(caption.trim());
    expect(Math.max(...lines.map((line) => estimateWidth(line, 13)))).toBeLessThanOrEqual(400);
    expect(wrapText('x'.repeat(200), 13, 100).join('')).toBe('x'.repeat(200));
  });

  it('has no entry of its key outside', () => {
    const labels = key.map((item, index) => ({ ...item, label: 'Name '.repeat(index * 4) }));
    const { svg, width } = figureSvg({ ...content, key: labels });
    const groups = allElements(parseXml(svg)).filter(
      ({ children }) => children.at(-1)?.name === 'text' && children.length > 1,
    );
    const ends = groups.flatMap(({ attributes, children }) => {
      const left = Number(/translate\(([\d.]+)/.exec(attributes.transform ?? '')?.[1] ?? 0);
      const text = children.at(-1);
      return [
        left +
          Number(text?.attributes.x ?? 0) +
          estimateWidth(text?.text.trim() ?? '', theme.fontSize * 0.92),
      ];
    });
    expect(ends.length).toBeGreaterThan(6);
    expect(Math.max(...ends)).toBeLessThanOrEqual(width - 32 + 1);
  });
});

describe('a file to be saved', () => {
  const png = btoa('\u0089PNG\r\n\u001a\nrest');
  const order = { type: 'exportRequested', fileName: 'a.csv', format: 'csv', content: 'a\r\n' } as const;

  it('is named after experiment, picture and seed', () => {
    expect(exportFileName('weight-decay', 'loss-by-penalty', 1, 'svg')).toBe(
      'weight-decay-loss-by-penalty-seed1.svg',
    );
    expect(exportFileName('weight-decay', 'gradientNorm/../x', 7, 'csv')).toBe(
      'weight-decay-gradientnorm-x-seed7.csv',
    );
  });

  it('has a name that the host takes, whatever the picture is called', () => {
    const format = fc.constantFrom('svg', 'csv', 'png');
    const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(fc.string(), fc.string(), seed, format, (experiment, view, number, kind) => {
        const fileName = exportFileName(experiment, view, number, kind);
        const content = kind === 'png' ? png : '<svg />';
        expect(checkExport({ ...order, fileName, format: kind, content })).toHaveProperty('bytes');
      }),
    );
  });

  it.each([
    '../a.csv',
    'a/b.csv',
    'a\\b.csv',
    '/a.csv',
    'C:a.csv',
    '.csv',
    '..csv',
    'a.exe',
    'a.csv.exe',
    'a.exe.csv',
    'a.svg',
    'a.CSV',
    'a\n.csv',
    'a\u0000.csv',
    '',
    `${'a'.repeat(300)}.csv`,
  ])('is refused under the name %j', (fileName) => {
    expect(checkExport({ ...order, fileName })).toEqual({ refusal: 'bad-name' });
  });

  it('is refused where it is larger than 20 MB', () => {
    expect(checkExport({ ...order, content: 'a'.repeat(MAX_EXPORT_BYTES + 1) })).toEqual({
      refusal: 'too-large',
    });
    expect(checkExport({ ...order, content: 'ß'.repeat(MAX_EXPORT_BYTES / 2 + 1) })).toEqual({
      refusal: 'too-large',
    });
    expect(checkExport({ ...order, content: 'a'.repeat(1000) })).toHaveProperty('bytes.length', 1000);
  });

  it.each([
    ['png', 'not Base64'],
    ['png', btoa('GIF89a')],
    ['png', ''],
    ['svg', '<html></html>'],
  ] as const)('is refused as %s with the content %j', (format, content) => {
    expect(checkExport({ ...order, fileName: `a.${format}`, format, content })).toEqual({
      refusal: 'wrong-content',
    });
  });

  it('is written as it was made', () => {
    const made = checkExport({ ...order, fileName: 'a.png', format: 'png', content: png });
    expect('bytes' in made && [...made.bytes]).toEqual(
      [...atob(png)].map((character) => character.charCodeAt(0)),
    );
  });
});

describe('the menu of formats', () => {
  it('goes round with the arrow keys, and to its ends', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => menuMove(key, 2, 3))).toEqual([0, 1, 0, 2]);
    expect(menuMove('ArrowUp', 0, 3)).toBe(2);
    expect(menuMove('a', 0, 3)).toBeUndefined();
  });
});
