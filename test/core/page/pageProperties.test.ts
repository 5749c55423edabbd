import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRows } from '../../../src/core/page/propertyRows';
import { frameOf } from '../../kit/pageFrame';

function tableOf(yaml: string, others: Readonly<Record<string, string>> = {}): string {
  const html = frameOf({ 'Notiz.md': `---\n${yaml}\n---\nText`, ...others }, { properties: true });
  return /<details class="ll-properties">.*<\/details>/s.exec(html)?.[0] ?? '';
}

function cellOf(value: string, others: Readonly<Record<string, string>> = {}): string {
  return /<td>(.*)<\/td>/s.exec(tableOf(`key: ${value}`, others))?.[1] ?? 'no cell';
}

describe('The properties of a note', () => {
  it('are a folded table above the text, in the order in which they are written', () => {
    expect(frameOf('---\ntitle: Momentum\n10: zehn\n---\nText', { properties: true })).toBe(
      '<details class="ll-properties"><summary>Eigenschaften (2)</summary><table><tbody>' +
        '<tr><th scope="row">title</th><td>Momentum</td></tr><tr><th scope="row">10</th><td>zehn</td></tr>' +
        '</tbody></table></details>\n<p data-line="4" class="code-line" dir="auto">Text</p>\n',
    );
  });

  it('speak the language of the page', () => {
    const html = frameOf('---\na: b\n---\n', { properties: true }, 'Notiz.md', { locale: 'en' });
    expect(html).toContain('<summary>Properties (1)</summary>');
  });

  it('are not shown where nobody wants them, nor where there are none', () => {
    expect(frameOf('---\na: b\n---\n', {})).toBe('');
    expect(tableOf('')).toBe('');
    expect(tableOf('# only a comment')).toBe('');
    expect(frameOf('Text', { properties: true })).not.toContain('details');
  });

  it.each([
    ['true', 'true'],
    ['2024-05-29', '2024-05-29'],
    ['007', '007'],
    ['1.50 # with a comment', '1.50'],
    ['"a: b"', 'a: b'],
    ['', ''],
    ['[a, b]', '<ul><li>a</li><li>b</li></ul>'],
    ['\n  - a\n  - "b: c"', '<ul><li>a</li><li>b: c</li></ul>'],
    ['{ a: 1 }', '<pre><code>{ a: 1 }</code></pre>'],
    ['\n  a: 1\n  b:\n    c: 2', '<pre><code>a: 1\nb:\n  c: 2</code></pre>'],
    ['&x [a, *x]', '<ul><li>a</li><li><pre><code>[a, *x]</code></pre></li></ul>'],
    ['*wichtig*', '<pre><code>*wichtig*</code></pre>'],
    ['|\n  one\n  two', 'one\ntwo\n'],
    ['<b>"bold"', '&lt;b&gt;&quot;bold&quot;'],
  ])('shows the value %j as it is written', (yaml, html) => {
    expect(cellOf(yaml)).toBe(html);
  });

  it.each(['tags: [optimizer, dl/vl3]', 'tags: "#optimizer, dl/vl3"', 'Tags:\n- optimizer\n- dl/vl3'])(
    'shows the tags in %j as tags',
    (yaml) => {
      expect(tableOf(yaml)).toContain(
        '<td><span class="ll-tag">#optimizer</span> <span class="ll-tag">#dl/vl3</span></td>',
      );
    },
  );

  it('links to notes, places in them and the web', () => {
    const others = { 'VL 3.md': '\n# Momentum' };
    const link = '<a class="ll-link" href="VL 3.md" data-href="VL 3.md">VL 3</a>';
    expect(cellOf('"[[VL 3]]"', others)).toBe(link);
    expect(cellOf('[[VL 3]]', others)).toBe(link);
    expect(cellOf('\n  - [[VL 3]]', others)).toBe(`<ul><li>${link}</li></ul>`);
    expect(cellOf('"siehe [[VL 3#Momentum|dort]]!"', others)).toBe(
      'siehe <a class="ll-link" href="VL 3.md#L2" data-href="VL 3.md#L2">dort</a>!',
    );
    expect(cellOf('https://example.org/?a&b')).toBe(
      '<a href="https://example.org/?a&amp;b" data-href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a>',
    );
  });

  it('says of a link that it leads nowhere', () => {
    expect(cellOf('"[[Nichts]]"')).toMatch(/^<span class="ll-unresolved"[^>]*>Nichts<span .*<\/span>$/);
  });

  it.each(['a: [', 'a: 1\na: 2', '- a\n- b', 'only text', 'a: 1\n...\nb: 2'])(
    'are shown as they are where they cannot be read: %j',
    (yaml) => {
      expect(tableOf(yaml)).toBe(
        `<details class="ll-properties"><summary>Eigenschaften: kein lesbares YAML</summary><pre>${yaml}\n</pre></details>`,
      );
    },
  );

  it('runs no script that stands in them', () => {
    const script = '<script>alert(1)</script>';
    for (const yaml of [
      `a: ${script}`,
      `tags: ["${script}"]`,
      `a: [[${script}]]`,
      `a: [${script}`,
      `? ${script}\n: 1`,
    ])
      expect(tableOf(yaml)).not.toContain('<script');
    expect(cellOf('"[x](javascript:alert(1))"')).toBe('[x](javascript:alert(1))');
    expect(cellOf('javascript:alert(1)')).toBe('javascript:alert(1)');
  });
});

describe('Reading properties', () => {
  it('never fails, whatever stands there', () => {
    const pieces = fc.constantFrom(
      'a: ',
      'b:',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '|',
      '\n',
      '  ',
      '"',
      '?',
      '<<: ',
      '!t ',
      'ä',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 14 }), (parts) => {
        const rows = propertyRows(parts.join(''));
        for (const { key, items } of rows ?? []) {
          expect(key).toBeTypeOf('string');
          for (const { text } of items) expect(text).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same with the quick reader as with the whole parser', () => {
    const key = fc.constantFrom('a', 'b c', 'Datum', 'größe');
    const text = fc.stringMatching(/^[A-Za-zäß0-9][\w äß./-]{0,8}[\wäß]$/);
    const property = fc.tuple(key, fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(fc.uniqueArray(property, { selector: ([name]) => name, minLength: 1 }), (properties) => {
        const yaml = properties.map(
          ([name, value]) =>
            `${name}:${typeof value === 'string' ? ` ${value}` : value.map((item) => `\n- ${item}`).join('')}`,
        );
        // A comment is the parser's business.
        expect(propertyRows(['# x', ...yaml].join('\n'))).toEqual(propertyRows(yaml.join('\n')));
      }),
    );
  });
});
