import { describe, expect, it } from 'vitest';
import { checkFormula, renderFormula } from '../../src/core/math/formulaRenderer';
import { doubling, draw, expectQuick, nested, style, svgOf } from '../kit/formulas';

describe('A formula that is too much', () => {
  const bombs: Readonly<Record<string, string>> = {
    'macros that double': doubling('xx', (name) => name + name),
    'macros that double in arguments': doubling('\\sqrt{x}', (name) => `\\sqrt{${name}${name}}`),
    'arguments that double': `\\newcommand\\d[1]{\\frac{#1}{#1}}${nested('\\d{', '}', 60)}`,
    'a macro that calls itself': '\\def\\a{\\a}\\a',
    'a macro that calls itself in an argument': '\\def\\a{\\sqrt{\\a}}\\a',
    'a macro that calls itself in a text': '\\def\\a{\\text{$\\a$}}\\a',
    'a macro that calls itself in a table': '\\def\\a{\\begin{matrix}\\a&\\a\\end{matrix}}\\a',
    'two macros that call each other': '\\def\\a#1{\\b{#1x}}\\def\\b#1{\\a{#1y}}\\a{}',
    'a macro that defines itself anew': '\\def\\a{\\def\\a{\\a\\a}\\a}\\a',
    'an environment in itself': '\\newenvironment{q}{\\begin{q}}{\\end{q}}\\begin{q}x\\end{q}',
    'a macro that copies long arguments': `\\def\\a#1{${'#1'.repeat(1500)}}${'\\a x'.repeat(20)}`,
    '10,000 fractions': '\\frac'.repeat(10_000),
    '390 nested fractions': nested('\\frac{1}{', '}', 390),
    '600 nested fractions': nested('\\frac1', '', 600),
    '600 nested roots': nested('\\sqrt', '', 600),
    'deep braces': nested('{', '}', 1900),
    'deep exponents': nested('x^{', '}', 900),
    'deep boxes': nested('\\vcenter{', '}', 390),
    'nested sizes': `${'\\Huge '.repeat(600)}x`,
    'a long sum': 'x+'.repeat(2000),
    'a wide matrix': `\\begin{matrix}${'&'.repeat(3900)}\\end{matrix}`,
    'a tall matrix': `\\begin{matrix}${'x\\\\'.repeat(1300)}\\end{matrix}`,
    'a wide and tall matrix': `\\begin{matrix}${'&'.repeat(1300)}${'\\\\'.repeat(1300)}\\end{matrix}`,
    'a thousand million columns': '\\begin{array}{*{1000000000}{c}}x\\end{array}',
    'columns in columns': '\\begin{array}{*{999}{*{999}{*{999}{c}}}}x\\end{array}',
    'a column that is itself': '\\newcolumntype{x}{xx}\\begin{array}{x}x\\end{array}',
    'a thousand million alignments': '\\begin{alignat}{999999999}x\\end{alignat}',
    'as many by a macro': '\\def\\n{999999999}\\begin{alignedat}\\n x\\end{alignedat}',
    'a tall rule': '\\rule{1em}{1000000000em}',
    'a wide space': 'x\\hspace{99999999em}x',
    'an infinite space': `\\rule{${'9'.repeat(400)}em}{1em}`,
    'a wide kern': 'x\\kern 99999em x',
    'a large character': '\\mmlToken{mi}[mathsize="99999em"]{x}',
    'a long reaction': `\\ce{${'H2O + '.repeat(600)}}`,
    'a deep reaction': `\\ce{${nested('(', ')', 900)}}`,
  };

  it.each(Object.entries(bombs))('is not drawn, and that soon: %s', (_what, tex) => {
    expectQuick(() => expect(draw(tex)).toBeUndefined());
    expectQuick(() => checkFormula(tex, true));
  });

  it('leaves the next one as it is', () => {
    const before = svgOf('\\frac{x}{\\sqrt2}');
    for (const tex of Object.values(bombs).slice(0, 12)) draw(tex);
    expect(svgOf('\\frac{x}{\\sqrt2}')).toBe(before);
  });

  it.each([
    ['\\def\\a{\\sqrt{\\a}}\\a', /nested too deeply/],
    ['\\frac'.repeat(10_000), /longer than 4000 characters/],
    [doubling('\\sqrt{x}', (name) => `\\sqrt{${name}${name}}`), /too complex/],
    ['\\begin{array}{*{1000}{c}}x\\end{array}', /too many columns/],
  ])('is said to be so: %s', (tex, message) => {
    expect(checkFormula(tex, true)).toMatch(message);
  });

  it('ends when its time is up', () => {
    let looks = 0;
    const isTimeUp = (): boolean => ++looks > 3;
    expect(renderFormula('x+'.repeat(200), true, style, { isTimeUp })).toBeUndefined();
    expect(looks).toBe(4);
    expect(checkFormula('x+'.repeat(400), true, { isTimeUp: () => true })).toMatch(/takes too long/);
  });
});
