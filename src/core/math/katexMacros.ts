import { getOrAdd } from '../maps';
import { definitionsOf } from './definitions';
import { definition, isDefiner, type KatexDefinition, readDefinition } from './katexDefinition';
import { bracedTex, controlSequence } from './texBraces';

/** Macros by name, in the order in which they are to be defined. */
interface MacroTable {
  readonly macros: readonly KatexDefinition[];
  /** Indexes into `macros`. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

const lowercaseGreek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi ' +
  'omega varepsilon vartheta varpi varrho varsigma varphi';
const uppercaseGreek = 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';

/** What Obsidian's MathJax knows by a name of its own and KaTeX by another. */
const otherNames: Readonly<Record<string, string>> = {
  HUGE: '\\Huge',
  SMALL: '\\scriptsize',
  Small: '\\small',
  Tiny: '\\tiny',
  adjustlimits: '',
  celsius: '{}^{\\circ}\\mathrm{C}',
  centernot: '\\not',
  hfil: '\\quad ',
  hfill: '\\quad ',
  hfilll: '\\quad ',
  iddots: '\\mathinner{\\raisebox{0.1em}{.}\\mkern2mu\\raisebox{0.4em}{.}\\mkern2mu\\raisebox{0.7em}{.}}',
  idotsint: '\\int\\!\\cdots\\!\\int',
  iiiint: '\\int\\!\\!\\!\\!\\iiint',
  mathbfit: '\\boldsymbol',
  mathbfup: '\\mathbf',
  mathup: '\\mathrm',
  mbox: '\\text',
  micro: '\\mu',
  ohm: '\\Omega',
  overparen: '\\overgroup',
  perthousand: '{}^{0}\\!/_{\\!00}',
  shoveleft: '',
  shoveright: '',
  strut: '\\vphantom{(}',
  symbb: '\\mathbb',
  symbf: '\\mathbf',
  symbfit: '\\boldsymbol',
  symcal: '\\mathcal',
  symfrak: '\\mathfrak',
  symit: '\\mathit',
  symrm: '\\mathrm',
  symscr: '\\mathscr',
  symsf: '\\mathsf',
  symtt: '\\mathtt',
  symup: '\\mathrm',
  underparen: '\\undergroup',
  // Upright small Greek letters are in none of KaTeX's fonts; its capitals are upright.
  ...Object.fromEntries(lowercaseGreek.split(' ').map((name) => [`up${name}`, `\\${name}`])),
  ...Object.fromEntries(uppercaseGreek.split(' ').map((name) => [`Up${name.toLowerCase()}`, `\\${name}`])),
};

/** What of MathJax takes arguments. A page has no numbers of equations, so that a reference says nothing. */
const otherCommands: Readonly<Record<string, string>> = {
  bbox: '\\def\\bbox{\\@ifnextchar[{\\ll@bbox}{\\ll@bbox[]}}\\def\\ll@bbox[#1]#2{#2}',
  buildrel: '\\def\\buildrel#1\\over#2{\\overset{#1}{#2}}',
  cancelto: '\\def\\cancelto#1#2{{\\cancel{#2}}^{#1}}',
  class: '\\def\\class#1#2{#2}',
  cramped: '\\def\\cramped#1{{#1}}',
  cssId: '\\def\\cssId#1#2{#2}',
  eqref: '\\def\\eqref#1{(\\ldots)}',
  ketbra: '\\def\\ketbra#1#2{\\vert #1\\rangle\\langle #2\\vert }',
  label: '\\def\\label#1{}',
  nicefrac: '\\def\\nicefrac#1#2{{}^{#1}\\!/_{#2}}',
  overunderset: '\\def\\overunderset#1#2#3{\\overset{#1}{\\underset{#2}{#3}}}',
  prescript: '\\def\\prescript#1#2#3{{}^{#1}_{#2}#3}',
  ref: '\\def\\ref#1{\\ldots }',
  require: '\\def\\require#1{}',
  root: '\\def\\root#1\\of#2{\\sqrt[#1]{#2}}',
  sideset: '\\def\\sideset#1#2#3{\\mathop{{\\vphantom{#3}}#1{#3}#2}}',
  style: '\\def\\style#1#2{#2}',
  vdotswithin: '\\def\\vdotswithin#1{\\vdots }',
};

const ownMacros: readonly KatexDefinition[] = [
  ...Object.entries(otherNames).map(([name, tex]) => definition(`\\${name}`, `\\def\\${name}{${tex}}`)),
  ...Object.entries(otherCommands).map(([name, tex]) => definition(`\\${name}`, tex)),
];

/** The table made last: a page has one preamble, and all its formulas ask for it. */
let last: { readonly preamble: string; readonly table: MacroTable } | undefined;

/**
 * Definitions that a formula needs, and those that these need: a preamble's, and what MathJax has and KaTeX has not. `''` for none.
 * @param defined names, with backslash, that the formulas before have defined: these are left alone.
 */
export function neededDefinitions(tex: string, preamble: string, defined: ReadonlySet<string>): string {
  const table = tableOf(preamble);
  const needed = new Set<number>();
  const open = new Set<string>();
  const ask = (name: string): void => {
    if (table.byName.has(name) && !defined.has(name)) open.add(name);
  };
  for (const name of tex.match(controlSequence) ?? []) ask(name);
  // A set hands over what is added while it is gone through, and each name once.
  for (const name of open) {
    for (const index of table.byName.get(name) ?? []) {
      needed.add(index);
      table.macros[index]?.uses.forEach(ask);
    }
  }
  return [...needed]
    .sort((a, b) => a - b)
    .map((index) => table.macros[index]?.tex ?? '')
    .join('');
}

function tableOf(preamble: string): MacroTable {
  if (last?.preamble !== preamble) last = { preamble, table: readTable(preamble) };
  return last.table;
}

function readTable(preamble: string): MacroTable {
  const fromPreamble = definitionsIn(definitionsOf(preamble).join('\n'));
  const names = new Set(fromPreamble.map(({ name }) => name));
  const macros = [...ownMacros.filter(({ name }) => !names.has(name)), ...fromPreamble];
  const byName = new Map<string, number[]>();
  macros.forEach(({ name }, index) => {
    getOrAdd(byName, name, () => []).push(index);
  });
  return { macros, byName };
}

/** All macros that a text defines, those within others left out. */
function definitionsIn(text: string): readonly KatexDefinition[] {
  const tex = bracedTex(text);
  const found: KatexDefinition[] = [];
  const search = new RegExp(controlSequence);
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const command = match[0].slice(1);
    const read = isDefiner(command) ? readDefinition(tex, command, search.lastIndex) : undefined;
    if (!read) continue;
    found.push(read.definition);
    search.lastIndex = read.end;
  }
  return found;
}
