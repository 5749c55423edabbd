import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { definedByFormula, type KatexTexOptions, katexTex } from '../../src/core/math/katexTex';
import { expectQuick } from '../kit/formulas';

/** KaTeX's HTML, as VS Code asks for it; throws where KaTeX does. Changes `macros`. */
function typeset(tex: string, macros: Record<string, string> = {}, displayMode = true): string {
  return katex.renderToString(tex, { displayMode, globalGroup: true, macros, strict: false, output: 'html' });
}

const rewritten = (tex: string, preamble = '', options: KatexTexOptions = {}): string =>
  katexTex(tex, preamble, options);

const namesDefinedBy = (tex: string): readonly string[] => definedByFormula(tex).map(({ name }) => name);

describe('A formula that KaTeX understands', () => {
  it.each([
    'x',
    '\\frac{a}{b}',
    '\\begin{cases}a&b\\\\c&d\\end{cases}',
    'a\\\\',
    '\\{x\\}',
    '',
    '{',
    '$ % &',
  ])('stays as it is: %s', (tex) => {
    expect(rewritten(tex, '\\newcommand{\\RR}{\\mathbb{R}}')).toBe(tex);
  });

  it('stays as it is whatever it is, as long as it has no command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tex = text.replace(/[\\`]/g, '');
        expect(rewritten(tex, '\\def\\x{y}')).toBe(tex);
      }),
    );
  });
});

describe('Backticks around a formula', () => {
  it('are GitLab’s and are left out', () => {
    expect(rewritten('`1+1`')).toBe('1+1');
    expect(rewritten('`')).toBe('`');
    expect(rewritten('``')).toBe('``');
  });
});

describe('A macro of the vault', () => {
  const preamble = String.raw`
% Macros of the lecture: 100\% of them
\usepackage{amsmath}
\newcommand{\RR}{\mathbb{R}} \newcommand\NN{\mathbb N}
\renewcommand{\v}[1]{\boldsymbol{#1}}
\newcommand{\pd}[2][x]{\frac{\partial #2}{\partial #1}}
\newcommand{\both}[3][a][b]{x}
\DeclareMathOperator{\rang}{rang}
\DeclareMathOperator*{\argmin}{arg\,min}
\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}
\DeclarePairedDelimiter\norm\lVert\rVert
\def\ip#1#2{\langle #1,#2\rangle}
\gdef\half{\tfrac12}
\let\oldphi=\phi
\renewcommand\phi{\varphi}
\newcommand{\dist}[2]{\norm*{\v{#1}-\v{#2}}}
\newcommand*{\*}[1][2]{x^{#1}}
\newcommand{\endless}{\endless}
\providecommand{\vec}[1]{\mathbf{#1}}
`;

  it.each([
    [String.raw`\RR^n+\NN`, String.raw`\mathbb{R}^n+\mathbb N`],
    [String.raw`\v{x}`, String.raw`\boldsymbol{x}`],
    [String.raw`\pd{f}`, String.raw`\frac{\partial f}{\partial x}`],
    [String.raw`\pd[y]{f}`, String.raw`\frac{\partial f}{\partial y}`],
    [String.raw`\rang A`, String.raw`\operatorname{rang} A`],
    [String.raw`\argmin_x f`, String.raw`\operatorname*{arg\,min}_x f`],
    [String.raw`\abs{x}`, String.raw`\lvert x\rvert`],
    [String.raw`\abs*{\frac12}`, String.raw`\left\lvert \frac12\right\rvert`],
    [String.raw`\abs[\big]{x}`, String.raw`\mathopen{\big\lvert}x\mathclose{\big\rvert}`],
    [String.raw`\norm{x}`, String.raw`\lVert x\rVert`],
    [String.raw`\ip ab`, String.raw`\langle a,b\rangle`],
    [String.raw`\half`, String.raw`\tfrac12`],
    [String.raw`\phi+\oldphi`, String.raw`\varphi+\phi`],
    [String.raw`\dist{a}{b}`, String.raw`\left\lVert \boldsymbol{a}-\boldsymbol{b}\right\rVert`],
    [String.raw`\*+\*[3]`, 'x^{2}+x^{3}'],
    [String.raw`\RR % ein Kommentar`, String.raw`\mathbb{R}`],
    [String.raw`\RR\tag{1}`, String.raw`\mathbb{R}\tag{1}`],
  ])('is what it says, each time: %s', (tex, same) => {
    const macros = {};
    const first = typeset(rewritten(tex, preamble), macros);
    expect(first).toBe(typeset(same));
    expect(typeset(rewritten(tex, preamble), macros)).toBe(first);
  });

  it('comes with what it uses and with nothing else', () => {
    expect(
      rewritten('\\dist{a}{b}', '\\newcommand{\\dist}[2]{\\nrm{#1-#2}}\\def\\nrm#1{|#1|}\\def\\q{r}'),
    ).toBe('\\begingroup\\def\\dist#1#2{\\nrm{#1-#2}}\\def\\nrm#1{|#1|}\\dist{a}{b}\n\\endgroup');
  });

  it('ends with its formula', () => {
    const macros = {};
    typeset(rewritten('\\v{x}', preamble), macros);
    expect(typeset('\\v{x}', macros)).toBe(typeset('\\v{x}'));
    expect(macros).toEqual({});
  });

  it('leaves lines the places where they break', () => {
    const bases = (tex: string): number => typeset(tex).split('class="base"').length;
    expect(bases(rewritten('\\RR+\\RR=x', preamble))).toBe(bases('\\mathbb{R}+\\mathbb{R}=x'));
  });

  it('yields to one that a formula before has defined', () => {
    expect(rewritten('\\RR', preamble, { defined: new Set(['\\RR']) })).toBe('\\RR');
  });

  it('that expands to itself is a mistake and no endless one', () => {
    expect(() => typeset(rewritten('\\endless', preamble))).toThrow('Too many expansions');
  });

  it.each([
    '\\newcommand',
    '\\newcommand{\\x',
    '\\newcommand{x}{y}',
    '\\newcommand{\\x}[10]{y}',
    '\\newcommand{\\x}[q]{y}',
    '\\def',
    '\\def\\x',
    '\\def\\x#1',
    '\\def{}{}',
    '\\def\\{{}',
    '\\let\\x',
    '\\let\\x=1',
    '\\DeclareMathOperator{\\x}',
    '\\DeclarePairedDelimiter{\\x}{(}',
    '}}}',
    '{{{',
    '\\',
  ])('that is none is passed over: %s', (mistake) => {
    expect(rewritten('\\x', mistake)).toBe('\\x');
  });
});

describe('A definition in a formula', () => {
  it('may be read again, as when a page is drawn anew', () => {
    const macros = {};
    const tex = rewritten('\\newcommand{\\foo}[2][q]{#1#2}\\renewcommand{\\bar}{z}\\foo{x}\\bar');
    for (let time = 0; time < 3; time++) expect(typeset(tex, macros)).toBe(typeset('qxz'));
    expect(typeset('\\foo[y]{x}', macros)).toBe(typeset('yx'));
  });

  it('may use the vault’s macros, also when a later formula uses it', () => {
    const macros = {};
    typeset(rewritten('\\newcommand{\\foo}{\\RR}', '\\def\\RR{\\mathbb{R}}'), macros);
    expect(typeset(rewritten('\\foo'), macros)).toBe(typeset('\\mathbb{R}'));
  });

  it.each([
    ['\\newcommand{\\a}{x}', ['\\a']],
    ['\\def\\a#1{x}\\let\\b\\c', ['\\a', '\\b']],
    ['{\\def\\a{x}\\gdef\\b{y}}', ['\\b']],
    ['\\left(\\def\\a{x}\\global\\def\\b{y}\\right)', ['\\b']],
    ['\\begin{matrix}\\def\\a{x}\\end{matrix}\\DeclareMathOperator*{\\b}{b}', ['\\b']],
    ['\\def\\a{\\def\\b{x}}', ['\\a']],
    ['\\left(x\\right)\\leftarrow\\default', []],
    ['\\def', []],
  ])('is known to those behind it unless a group holds it: %s', (tex, names) => {
    expect(namesDefinedBy(tex)).toEqual(names);
  });

  it('is known to KaTeX under the same names', () => {
    const tex = '{\\def\\a{x}\\gdef\\b{y}}\\def\\c{z}\\newcommand{\\d}{w}';
    const macros = {};
    typeset(rewritten(tex), macros);
    expect(Object.keys(macros)).toEqual(namesDefinedBy(tex));
  });
});

describe('What MathJax has and KaTeX has not', () => {
  it.each([
    [String.raw`\require{cancel}\cancel{x}`, String.raw`\cancel{x}`],
    [String.raw`x\label{eq:a_b}`, 'x'],
    [String.raw`\pmatrix{a & b \cr c & d}`, String.raw`\begin{pmatrix}a & b \\ c & d\end{pmatrix}`],
    [
      String.raw`\cases{1 & \matrix{a\cr b} \cr 2 & c}`,
      String.raw`\begin{cases}1&\begin{matrix}a\\b\end{matrix}\\2&c\end{cases}`,
    ],
    [String.raw`\begin{eqnarray}a&=&b\end{eqnarray}`, String.raw`\begin{darray}{rcl}a&=&b\end{darray}`],
    [String.raw`\begin{flalign*}a&=b\end{flalign*}`, String.raw`\begin{align*}a&=b\end{align*}`],
    [String.raw`\begin{multline*}a\\b\end{multline*}`, String.raw`\begin{gather*}a\\b\end{gather*}`],
    [
      String.raw`\begin{psmallmatrix}a&b\end{psmallmatrix}`,
      String.raw`\left(\begin{smallmatrix}a&b\end{smallmatrix}\right)`,
    ],
    [String.raw`\root 3 \of x`, String.raw`\sqrt[3]{x}`],
    [String.raw`\buildrel a \over b`, String.raw`\overset{a}{b}`],
    [String.raw`\mbox{für alle}`, String.raw`\text{für alle}`],
    [String.raw`\uptheta\Upsigma\symbb{R}`, String.raw`\theta\Sigma\mathbb{R}`],
    [String.raw`\bbox[yellow, 2px]{x}\bbox{y}`, '{x}{y}'.replace(/[{}]/g, '')],
    ['y^{2}\\', 'y^{2}\\ '],
  ])('is written otherwise: %s', (tex, same) => {
    expect(typeset(rewritten(tex))).toBe(typeset(same));
  });

  it.each([
    String.raw`\iddots\cancelto{0}{x}\sideset{_1^2}{_3^4}\sum_a \idotsint\iiiint\nicefrac12`,
    String.raw`\eqref{a_b}\ref{a_b}\overparen{AB}\hfill\strut\ohm\celsius\perthousand\micro`,
    String.raw`\ketbra{a}{b}\prescript{1}{2}X\overunderset{a}{b}{c}\vdotswithin{=}\cramped{x}\class{a}{b}`,
  ])('can be typeset: %s', (tex) => {
    expect(() => typeset(rewritten(tex))).not.toThrow();
  });

  it('stays the vault’s where the vault defines it', () => {
    expect(typeset(rewritten('\\ohm', '\\newcommand{\\ohm}{x}'))).toBe(typeset('x'));
  });

  it.each(['align', 'align*', 'gather*', 'equation', 'multline'])(
    'may stand in a line of text: %s',
    (environment) => {
      const tex = `\\displaystyle \\begin{${environment}}a\\end{${environment}}`;
      expect(() => typeset(rewritten(tex, '', { isDisplay: false }), {}, false)).not.toThrow();
      expect(typeset(rewritten(tex.slice(14)))).toContain('katex-display');
    },
  );

  it('is no command that only begins like one', () => {
    const tex = '\\left\\begingroup\\lettera\\matrixb';
    expect(rewritten(tex)).toBe(tex);
    expect(rewritten('a\\\\begin{flalign}')).toBe('a\\\\begin{flalign}');
  });
});

describe('A matrix with labels (bordermatrix)', () => {
  const matrix = String.raw`\bordermatrix{ & c_1 & c_2 \cr r_1 & a & b \cr r_2 & \frac{c}{2} & d \cr }`;

  it('has its labels outside of the parentheses', () => {
    expect(rewritten(matrix)).toMatchInlineSnapshot(
      `"{\\begin{matrix}{}\\vphantom{c_1 c_2}\\\\{r_1}\\vphantom{a b}\\\\{r_2}\\vphantom{\\frac{c}{2} d}\\end{matrix}\\;\\raisebox{-0.6em}{$\\left(\\vphantom{\\begin{matrix}\\vphantom{r_1}a&b\\\\\\vphantom{r_2}\\frac{c}{2}&d\\end{matrix}}\\right.$}\\begin{matrix}\\vphantom{}c_1&c_2\\\\\\vphantom{r_1}a&b\\\\\\vphantom{r_2}\\frac{c}{2}&d\\end{matrix}\\raisebox{-0.6em}{$\\left.\\vphantom{\\begin{matrix}\\vphantom{r_1}a&b\\\\\\vphantom{r_2}\\frac{c}{2}&d\\end{matrix}}\\right)$}}"`,
    );
    expect(() => typeset(rewritten(matrix))).not.toThrow();
  });

  it('may end its rows as LaTeX does', () => {
    expect(rewritten(matrix.replaceAll('\\cr', '\\\\'))).toBe(rewritten(matrix));
  });

  it('leaves what stands in groups and environments of its cells alone', () => {
    const tex = String.raw`\bordermatrix{ & x \cr r & \begin{matrix}a&b\\c&d\end{matrix} \cr s & {\text{x \& y}} % r
\cr}`;
    expect(() => typeset(rewritten(tex))).not.toThrow();
    expect(rewritten(tex)).toContain('\\begin{matrix}a&b\\\\c&d\\end{matrix}');
  });

  it.each([
    '\\bordermatrix',
    '\\bordermatrix{',
    '\\bordermatrix{}',
    '\\bordermatrix{a & b}',
    '\\bordermatrix{a \\cr b}',
  ])('stays as it is where it is none: %s', (tex) => {
    expect(rewritten(tex)).toBe(tex);
  });

  it('does not multiply what stands in others of its kind', () => {
    const nested = `${'\\bordermatrix{&x\\cr y&'.repeat(200)}z${'}'.repeat(200)}`;
    expect(rewritten(nested).length).toBeLessThan(5 * nested.length);
  });
});

describe('Hostile TeX', () => {
  it.each([
    ['open definitions', '\\newcommand{'],
    ['open names', '\\def\\a'],
    ['open defaults', '\\newcommand\\a[1]['],
    ['open matrices', '\\bordermatrix{'],
    ['open tables', '\\pmatrix{&'],
    ['backslashes', '\\'],
    ['macros', '\\a\\def\\a{\\a\\b}'],
    ['environments', '\\begin{flalign}'],
    ['spaces', '\\let\\a  '],
    ['comments', '%{\\def'],
  ])('of many %s takes no longer than it must', (_, piece) => {
    const tex = piece.repeat(Math.ceil(8000 / piece.length));
    const preamble = piece.repeat(Math.ceil(200_000 / piece.length));
    expectQuick(() => {
      rewritten(tex, preamble);
      rewritten(tex, preamble, { isDisplay: false });
      definedByFormula(tex);
      rewritten('\\a', preamble);
    });
  });

  it('is rewritten without an exception, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '\\',
        '\\def',
        '\\newcommand',
        '\\let',
        '\\a',
        '#1',
        '&',
        '\\cr',
        '\\\\',
        '%',
        '\n',
      ],
      ...[
        '\\bordermatrix',
        '\\matrix',
        '\\begin{',
        'flalign',
        '\\end{flalign}',
        '`',
        '*',
        '=',
        ' ',
        'x',
        '\uD800',
      ],
      ...['\\DeclareMathOperator', '\\DeclarePairedDelimiter', '\\gdef', '\\global', '\\begin{flalign}', '$'],
    );
    const tex = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(tex, tex, fc.boolean(), (formula, preamble, isDisplay) => {
        expect(rewritten(formula, preamble, { isDisplay })).toEqual(expect.any(String));
        expect(definedByFormula(formula)).toEqual(expect.any(Array));
      }),
      { numRuns: 500 },
    );
  });
});
