import { describe, expect, it } from 'vitest';
import { definitionsOf, macroDefinitions } from '../../src/core/math/definitions';
import { FormulaBudget } from '../../src/core/math/formulaBudget';
import { checkFormula, renderFormula } from '../../src/core/math/formulaRenderer';
import { doubling, draw, expectQuick, nested, style, svgOf } from '../kit/formulas';

describe('A formula of ordinary size', () => {
  it.each([
    'x'.repeat(100),
    nested('\\frac{1}{', '}', 12),
    `\\begin{pmatrix}${`${'a_{ij}&'.repeat(9)}z\\\\`.repeat(10)}\\end{pmatrix}`,
    `\\begin{aligned}${'f(x)&=\\sum_{i=1}^{n}\\frac{x_i^2}{2}\\\\'.repeat(12)}\\end{aligned}`,
    '\\begin{alignat}{2}x&=y&\\quad z&=w\\end{alignat}',
    '\\begin{array}{*{12}{c}}x\\end{array}',
    '\\ce{2H2 + O2 -> 2H2O}',
  ])('is drawn: %s', (tex) => {
    expect(draw(tex)).toBeDefined();
  });

  it('is drawn every time, labels and colours of its own included', () => {
    for (const tex of [
      'x\\tag{1}\\label{a}',
      '\\newtagform{q}{[}{]}x',
      '\\definecolor{q}{rgb}{1,0,0}\\color{q}x',
    ]) {
      expect(draw(tex)).toBeDefined();
      expect(draw(tex)).toEqual(draw(tex));
    }
  });

  it('shows its number in the margin, both as large as without', () => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svgOf('x\\tag{1}')) ?? [];
    const scale = Number(/<g [^>]*transform="scale\(([\d.]+),/.exec(svgOf('x\\tag{1}'))?.[1]);
    expect(Number(height)).toBeCloseTo(1000 * scale);
    expect(Number(width)).toBeGreaterThan(2 * Number(height));
    expect(svgOf('x\\tag{1}').match(/<svg [^>]*overflow="visible"/g)).toHaveLength(2);
  });

  it('shows the lines of its tables', () => {
    expect(
      svgOf('\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}').match(/<line [^>]*stroke-width="70"/g),
    ).toHaveLength(2);
    expect(svgOf('\\begin{array}{c:c}a&b\\end{array}')).toContain('stroke-dasharray="140"');
  });

  it('shows the strokes of what is crossed out', () => {
    expect(svgOf('\\cancel{x}')).toMatch(/<line [^>]*stroke-width="[1-9]/);
  });

  it('shows references as text', () => {
    expect(svgOf('\\eqref{a}')).toContain('<use');
  });
});

describe('A formula in a line', () => {
  it('is as tall above its baseline as below', () => {
    const image = renderFormula('\\frac{a}{b_{c_d}}', false, style);
    const box = /viewBox="[-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+)"/.exec(atob(image!.source.split(',')[1]!))!;
    expect(Number(box[1])).toBeCloseTo(-Number(box[2]) / 2);
  });
});

describe('A drawing', () => {
  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\eqref{javascript:alert(1)}',
    '\\mmlToken{mi}[href="javascript:alert(1)"]{x}',
    '\\mmlToken{mi}[id="a" class="b" style="fill:url(https://example.org)" onload="alert(1)"]{x}',
    '\\mmlToken{mi}[mathcolor="url(https://example.org)"]{x}',
    '\\mmlToken{mglyph}[src="https://example.org/x.png"]{}',
    '\\color{red" onload="alert(1)}x',
    '\\color{url(https://example.org)}x',
    '\\textcolor{red}{x}\\colorbox{url(//example.org)}{x}',
    '\\bbox[background:url(https://example.org)]{x}',
    '\\bbox[border:1px solid url(https://example.org)]{x}',
    '\\enclose{circle}[mathcolor="url(https://example.org)"]{x}',
    '\\style{fill:url(https://example.org)}{x}',
    '\\class{a}{x}\\cssId{b}{x}',
    '\\require{html}\\href{https://example.org}{x}',
    '\\includegraphics{https://example.org/x.png}',
    '\\unicode[url(https://example.org)]{x41}',
    '\\text{<script>alert(1)</script><a href="https://example.org">x</a>}',
    '\\text{"><image href="https://example.org"/>}',
    '<img src=x onerror=alert(1)>',
  ])('can do nothing but be looked at: %s', (tex) => {
    const svg = svgOf(tex);
    const attributes =
      svg
        .match(/<[^>]*>/g)
        ?.join('')
        .replace(/xmlns(?::xlink)?="[^"]*"/g, '') ?? '';
    expect(svg).not.toMatch(/<(?!\/?(?:svg|defs|g|path|use|rect|line|text|ellipse|polygon)\b)/);
    expect(attributes).not.toMatch(/url|javascript|example|\son\w+=|style=|class=/i);
    expect(attributes).not.toMatch(/href="(?!#MJX-)/);
  });

  it.each(['\\unicode{x1}', '\\text{\u0001\uD800}', '\\char"1F'])('is XML whatever is in it: %j', (tex) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them.
    expect(svgOf(tex)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(svgOf(tex)).toContain('<svg');
  });
});

describe('What a formula defines', () => {
  it.each([
    ['\\def\\foo{y}\\foo', '\\foo'],
    ['\\newcommand{\\foo}{y}\\foo', '\\foo'],
    ['\\let\\foo\\alpha\\foo', '\\foo'],
    ['\\DeclareMathOperator{\\foo}{foo}\\foo', '\\foo'],
    ['\\newenvironment{foo}{x}{y}', '\\begin{foo}\\end{foo}'],
    ['\\newcolumntype{k}{c}x', '\\begin{array}{k}x\\end{array}'],
    ['\\newcommand{\\foo}{y}\\frac{', '\\foo'],
  ])('ends with it: %s', (tex, next) => {
    draw(tex);
    checkFormula(tex, true);
    expect(draw(next)).toBeUndefined();
    expect(checkFormula(next, true)).toBeDefined();
  });

  it('does not change what MathJax has', () => {
    const before = svgOf('\\color{red}\\alpha');
    draw('\\def\\alpha{x}\\definecolor{red}{rgb}{0,0,1}\\color{red}\\alpha');
    expect(svgOf('\\color{red}\\alpha')).toBe(before);
  });

  it('does not reach the preamble', () => {
    const preamble = '\\newcommand{\\RR}{\\mathbb{R}}';
    draw('\\renewcommand{\\RR}{x}\\RR', preamble);
    expect(svgOf('\\RR', preamble)).toBe(svgOf('\\mathbb{R}'));
  });
});

describe('A preamble', () => {
  const preamble = [
    '% Macros of the lecture: 100\\% of them',
    '\\ProvidesPackage{preamble}[2024/01/01]',
    '\\usepackage[utf8]{inputenc} \\usepackage{amsmath}',
    '\\newcommand{\\RR}{\\mathbb{R}} % the reals {',
    '\\newcommand{\\norm}[1]',
    '  {\\left\\lVert #1',
    '   \\right\\rVert}',
    '\\DeclareMathOperator{\\argmin}{arg\\,min}',
  ].join('\n');

  it.each([
    ['\\RR', '\\mathbb{R}'],
    ['\\norm{x}', '\\left\\lVert x\\right\\rVert'],
    ['\\argmin', '\\operatorname{arg\\,min}'],
  ])('defines %s', (tex, same) => {
    expect(draw(tex, preamble)).toEqual(draw(same));
    expect(checkFormula(tex, true, { preamble })).toBeUndefined();
    expect(draw(tex)).toBeUndefined();
  });

  it('is read with what fails in it left out', () => {
    const broken = `\\newcommand{\\AA}{a}\n\\newtheorem{x}{y}\n\\newcommand{\\BB}{b}\n\\newcommand{\\CC}{`;
    expect(draw('\\AA\\BB', broken)).toEqual(draw('ab'));
  });

  it('is left out where a formula fails with it', () => {
    expect(draw('\\frac12', '\\def\\frac{\\undefined}')).toEqual(draw('\\frac12'));
    expect(checkFormula('\\frac12', true, { preamble: '\\def\\frac{\\undefined}' })).toBeUndefined();
  });

  it('is named in the message where a formula fails without it too', () => {
    expect(checkFormula('\\norm', true, { preamble })).toMatch(/Missing argument for \\norm/);
  });

  it.each([
    `\\def\\a{\\a\\a}\n\\a`,
    `${doubling('\\sqrt{x}', (name) => `\\sqrt{${name}${name}}`)}`,
    '\\def\\frac{\\sqrt{\\frac}}',
    '{'.repeat(50_000),
    '\\def\\x{y}\n'.repeat(20_000),
    '\\usepackage['.repeat(15_000),
    '%'.repeat(200_000),
    '\\\\'.repeat(100_000),
  ])('that is hostile harms no formula', (hostile) => {
    expectQuick(() => expect(draw('\\frac12', hostile)).toEqual(draw('\\frac12')));
  });

  it('belongs to its vault only', () => {
    for (const name of [...'abcdef']) expect(draw('\\foo', `\\def\\foo{${name}}`)).toEqual(draw(name));
    expect(draw('\\foo')).toBeUndefined();
  });

  it('falls into pieces, each from a line that begins with a command', () => {
    expect(definitionsOf(preamble)).toEqual([
      '\\newcommand{\\RR}{\\mathbb{R}}',
      '\\newcommand{\\norm}[1]\n  {\\left\\lVert #1\n   \\right\\rVert}',
      '\\DeclareMathOperator{\\argmin}{arg\\,min}',
    ]);
  });

  it('can be made of the macros of VS Code', () => {
    const macros = { '\\RR': '\\mathbb{R}', '\\f': '#1f(#2)', '\\bad name': 'x', '\\n': 5, '}{': 'x' };
    expect(macroDefinitions(macros)).toBe('\\newcommand{\\RR}{\\mathbb{R}}\n\\newcommand{\\f}[2]{#1f(#2)}');
    expect(draw('\\f{a}{\\RR}', macroDefinitions(macros))).toEqual(draw('af(\\mathbb{R})'));
    expect([undefined, null, 'x', []].map(macroDefinitions)).toEqual(['', '', '', '']);
  });
});

describe('The time of a hover', () => {
  /** A clock that goes on by some milliseconds with each look. */
  function budgetWith(step: number): FormulaBudget {
    let now = 0;
    return new FormulaBudget(() => {
      now += step;
      return now;
    });
  }

  it('is enough for a quick formula', () => {
    expect(budgetWith(1).spend(() => 'picture')).toEqual({ result: 'picture', isGivenUp: false });
  });

  it('tells a formula that fails from one that takes too long', () => {
    expect(budgetWith(1).spend(() => undefined).isGivenUp).toBe(false);
    let looks = 0;
    const endless = (isTimeUp: () => boolean): undefined => {
      while (!isTimeUp()) looks++;
    };
    expect(budgetWith(50).spend(endless)).toEqual({ result: undefined, isGivenUp: true });
    expect(looks).toBe(4);
  });

  it('is shared by its formulas', () => {
    const budget = budgetWith(200);
    const results = Array.from({ length: 8 }, () => budget.spend(() => 'picture'));
    expect(results.filter(({ isGivenUp }) => isGivenUp)).toHaveLength(3);
  });
});
