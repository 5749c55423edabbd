import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { definedByFormula, katexTex } from '../../src/core/math/katexTex';
import { anyText } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';

/** Whether KaTeX can typeset a formula. Of some mistakes it says so by errors of other kinds than its own. */
function canBeTypeset(tex: string, displayMode: boolean): boolean {
  try {
    katex.renderToString(tex, { displayMode, globalGroup: true, macros: {}, strict: false, output: 'html' });
    return true;
  } catch {
    return false;
  }
}

const atom = fc.constantFrom(
  ...[
    'x',
    'y',
    '1',
    '+',
    '=',
    '_2',
    '^{2}',
    '\\alpha',
    '\\sum_{i=1}^n ',
    '\\frac{a}{b}',
    '\\sqrt[3]{x}',
    '\\text{für }',
    '\\mathbb{R}',
    '\\left( x \\right)',
  ],
  ...[
    '\\ ',
    '\\,',
    '\\\\',
    '&',
    '%c\n',
    '\\tag{1}',
    '\\label{a}',
    '\\begin{matrix}a&b\\\\c&d\\end{matrix}',
    '\\pmatrix{a & b \\cr c}',
    '\\root 3 \\of x',
  ],
);
const environment = fc
  .tuple(
    fc.constantFrom(
      'align',
      'align*',
      'aligned',
      'flalign',
      'flalign*',
      'multline',
      'gather',
      'cases',
      'eqnarray',
      'psmallmatrix',
      'equation',
      'array',
    ),
    fc.array(atom, { maxLength: 5 }),
  )
  .map(([name, parts]) => `\\begin{${name}}${parts.join('')}\\end{${name}}`);
const definition = fc.constantFrom(
  ...[
    '\\newcommand{\\foo}[1]{#1^2}',
    '\\def\\bar{x}',
    '\\gdef\\foo#1{#1}',
    '\\DeclareMathOperator{\\rang}{rang}',
    '\\let\\bar\\alpha',
    '\\renewcommand\\phi{\\varphi}',
  ],
);
const use = fc.constantFrom(
  '\\foo{x}',
  '\\bar',
  '\\rang A',
  '\\phi',
  '\\RR',
  '\\vec x',
  '\\foo',
  '\\undefinedmacro',
);
const scrap = fc.constantFrom(
  '{',
  '}',
  '\\',
  '#1',
  '`',
  '\\def',
  '\\begin{',
  '\\end{align}',
  '\\bordermatrix{',
  '$',
  '\\left',
  '\\cr',
  '~',
  "'",
);

const formula = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: atom },
      { weight: 3, arbitrary: environment },
      { weight: 2, arbitrary: definition },
      { weight: 3, arbitrary: use },
      { weight: 1, arbitrary: scrap },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const preamble = fc
  .array(fc.oneof(definition, fc.constant('\\newcommand{\\RR}{\\mathbb{R}}'), scrap, anyText), {
    maxLength: 5,
  })
  .map((parts) => parts.join('\n'));

describe('A formula', () => {
  it('is rewritten without an exception, and what KaTeX could typeset it still can', () =>
    fuzz('katex-formulas', fc.tuple(formula, preamble, fc.boolean()), ([tex, macros, isDisplay]) => {
      const names = definedByFormula(tex).map(({ name }) => name);
      expect(names.every((name) => name.startsWith('\\'))).toBe(true);
      const bare = katexTex(tex, '', { isDisplay });
      if (canBeTypeset(tex, isDisplay)) expect(canBeTypeset(bare, isDisplay), `${tex} → ${bare}`).toBe(true);
      expect(katexTex(tex, macros, { isDisplay })).toEqual(expect.any(String));
    }));
});
