import type { MmlNode } from '@mathjax/src/mjs/core/MmlTree/MmlNode.js';
import { AbstractWrapperFactory } from '@mathjax/src/mjs/core/Tree/WrapperFactory.js';
import { ColumnParser, type ColumnState } from '@mathjax/src/mjs/input/tex/ColumnParser.js';
import { NodeFactory } from '@mathjax/src/mjs/input/tex/NodeFactory.js';
import { NewcommandUtil } from '@mathjax/src/mjs/input/tex/newcommand/NewcommandUtil.js';
import { ParseUtil } from '@mathjax/src/mjs/input/tex/ParseUtil.js';
import TexParser from '@mathjax/src/mjs/input/tex/TexParser.js';
import { CommonWrapper } from '@mathjax/src/mjs/output/common/Wrapper.js';

/** A formula was given up: it is no mistake in its TeX, but too much to draw. */
export class TooMuchWork extends Error {}

/** Longer strings come from macros that multiply. */
export const longestBuffer = 8_000;

/** More than the columns of any table that can be read. */
const mostColumns = 999;

/** More nodes make no picture that fits into a hover. The largest formulas of real notes have 500. */
const mostNodes = 3_000;

/** Real notes go down to 18. */
const deepestNode = 100;

/** Arguments in arguments; each makes two levels of nodes or more. */
const deepestArgument = 100;

const tooDeep = 'The formula is nested too deeply.';

/** How many steps pass between two looks at the clock. */
const stepsBetweenLooks = 32;

/** What a node costs: it is made, told what it inherits, and looked for in lists. */
const stepsOfNode = 5;

/** Commands that write into the document, besides definitions of macros. */
const otherDefinitions: ReadonlySet<string> = new Set([
  'definecolor',
  'mathtoolsset',
  'newcolumntype',
  'newtagform',
  'renewtagform',
  'usetagform',
]);

/** How long MathJax may work. */
export interface Limits {
  /** A step is a character or macro read, a node made, a box measured. */
  readonly steps: number;
  /** Asked every few steps; `undefined` for no clock. */
  readonly isTimeUp: (() => boolean) | undefined;
}

/** The work for one formula. */
export class Work {
  readonly #isTimeUp: Limits['isTimeUp'];
  #steps: number;
  #hasDefined = false;

  constructor({ steps, isTimeUp }: Limits) {
    this.#steps = steps;
    this.#isTimeUp = isTimeUp;
  }

  /** Whether anything was defined that the document's next formula would see. */
  get hasDefined(): boolean {
    return this.#hasDefined;
  }

  /** @throws TooMuchWork, from inside of MathJax, when the limits are reached. */
  run<T>(use: () => T): T {
    current = this;
    try {
      return use();
    } finally {
      current = undefined;
    }
  }

  count(steps: number): void {
    const before = this.#steps;
    this.#steps -= steps;
    if (this.#steps < 0) throw new TooMuchWork('The formula is too complex to be drawn.');
    const isTimeToLook =
      Math.floor(before / stepsBetweenLooks) !== Math.floor(this.#steps / stepsBetweenLooks);
    if (isTimeToLook && this.#isTimeUp?.()) throw new TooMuchWork('The formula takes too long to be drawn.');
  }

  define(): void {
    this.#hasDefined = true;
  }
}

/** MathJax knows no work: there is one at a time. */
let current: Work | undefined;

function count(steps = 1): void {
  current?.count(steps);
}

function define(): void {
  current?.define();
}

type Arguments<Method> = Method extends (...args: infer Args) => unknown ? Args : never;

/** Has something done before each call of a method; what it throws ends the call. */
function before<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  act: (self: Owner, ...args: Arguments<Owner[Name]>) => void,
): void {
  const original = owner[name] as (...args: unknown[]) => unknown;
  const hooked = function (this: Owner, ...args: Arguments<Owner[Name]>): unknown {
    act(this, ...args);
    return original.apply(this, args as unknown[]);
  };
  Object.assign(owner, { [name]: hooked });
}

// Reading: everything that is read passes here, whatever macro it is from.
before(TexParser.prototype, 'parse', (_parser, _kind, [, command]) => {
  count();
  if (otherDefinitions.has(command)) define();
});
before(TexParser.prototype, 'Parse', ({ configuration }) => {
  if (configuration.parsers.length > deepestArgument) throw new TooMuchWork(tooDeep);
});
before(NodeFactory.prototype, 'create', () => count(stepsOfNode));
// Each use of a macro copies the rest of the formula.
before(ParseUtil, 'addArgs', (_util, _parser, start, end) => count(1 + (start.length + end.length) / 512));
before(ParseUtil, 'copyNode', (_util, node) => node.walkTree(() => count(stepsOfNode)));

// Drawing: boxes are measured again where something around them stretches.
before(AbstractWrapperFactory.prototype, 'wrap', () => count());
before(CommonWrapper.prototype, 'getBBox', () => count());

before(NewcommandUtil, 'addMacro', define);
before(NewcommandUtil, 'addDelimiter', define);
before(NewcommandUtil, 'addEnvironment', define);
before(NewcommandUtil, 'undefineMacro', define);

// A count of columns is a loop, or an array, of that length before the first cell is read.
before(ColumnParser.prototype, 'repeat', (_columns, state) => {
  checkTemplate(state);
  checkColumns(state.template.slice(state.i));
});
before(ColumnParser.prototype, 'macroColumn', (_columns, state) => checkTemplate(state));
before(TexParser.prototype, 'GetArgument', (parser, name) => {
  if (name.includes('align')) checkColumns(parser.string.slice(parser.i));
});

/**
 * Refuses a tree that is read but too large to be drawn. Drawing takes time with the third power of the depth.
 * @throws TooMuchWork
 */
export function checkTree(root: MmlNode): void {
  let nodes = 0;
  const visit = (node: MmlNode, depth: number): void => {
    if (++nodes > mostNodes) throw new TooMuchWork('The formula is too long to be drawn.');
    if (depth > deepestNode) throw new TooMuchWork(tooDeep);
    for (const child of node.childNodes) visit(child, depth + 1);
  };
  visit(root, 0);
}

function checkTemplate({ template }: ColumnState): void {
  if (template.length > longestBuffer) throw new TooMuchWork('The formula has too many columns.');
}

function checkColumns(text: string): void {
  const columns = Number(/^\s*\{?\s*(\d+)/.exec(text)?.[1] ?? 0);
  if (columns > mostColumns) throw new TooMuchWork('The formula has too many columns.');
}

// MathJax 4 refuses `align` behind `\displaystyle` or in braces, which MathJax 3, and so Obsidian, draws: notes are full of it.
ParseUtil.checkEqnEnv = () => undefined;
