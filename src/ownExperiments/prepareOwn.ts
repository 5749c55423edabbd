import type * as Acorn from 'acorn';
import type { Locale } from '../experiments/kit/localized';
import type { Insertion, OwnCode, OwnProblem, SourcePlace } from '../protocol/ownExperiments';

/** The parser, loaded by whoever needs it: only who has experiments of their own does. */
export interface SourceParser {
  readonly parse: typeof Acorn.parse;
  /** Calls back for each node of a type, in the order of the source. */
  readonly walk: (root: Acorn.Node, visitors: Readonly<Record<string, (node: Acorn.Node) => void>>) => void;
}

/** What of a file is known without running it. */
export interface OwnOutline {
  /** The value of `spec`, as far as it is written out: what is computed is `undefined`. */
  readonly spec: unknown;
}

/** A file that can go to the worker, or why it cannot. */
export type PreparedOwn =
  | { readonly code: OwnCode; readonly outline: OwnOutline }
  | { readonly problems: readonly OwnProblem[] };

/** Largest file, in UTF-16 units. */
export const MOST_SOURCE = 500_000;

const texts = {
  tooLarge: {
    de: 'Die Datei ist größer als 500 000 Zeichen.',
    en: 'The file is larger than 500,000 characters.',
  },
  imports: {
    de: 'Ein Experiment kann nichts importieren; alles steht in einer Datei.',
    en: 'An experiment cannot import anything; all of it stands in one file.',
  },
  exports: {
    de: 'Exportiert werden nur Deklarationen, etwa `export const spec = …` und `export function run(…)`.',
    en: 'Only declarations are exported, such as `export const spec = …` and `export function run(…)`.',
  },
  await: {
    de: 'Ein Experiment rechnet ohne `await`: Jeder Schritt ist ein Aufruf, der zurückkehrt.',
    en: 'An experiment computes without `await`: each step is a call that returns.',
  },
  tooDeep: {
    de: 'Die Datei ist zu tief verschachtelt: zu viele Klammern, Blöcke oder Rechenzeichen ineinander.',
    en: 'The file is nested too deeply: too many brackets, blocks or operators within one another.',
  },
  missing: {
    de: (name: string) => `Es fehlt \`export ${name}\`.`,
    en: (name: string) => `\`export ${name}\` is missing.`,
  },
} as const;

type Located = Acorn.Node & { readonly loc: Acorn.SourceLocation };

function placeOf(node: Acorn.Node): SourcePlace {
  const { line, column } = (node as Located).loc.start;
  return { line: line - 1, column };
}

/** Text that is put into the source, at an offset. */
interface Patch {
  readonly offset: number;
  readonly place: SourcePlace;
  readonly text: string;
}

type Loop =
  | Acorn.ForStatement
  | Acorn.WhileStatement
  | Acorn.DoWhileStatement
  | Acorn.ForInStatement
  | Acorn.ForOfStatement;

function endPlace(node: Acorn.Node): SourcePlace {
  const { line, column } = (node as Located).loc.end;
  return { line: line - 1, column };
}

/** What makes each round of a loop call the watchdog. */
function patchesOf(loop: Loop): readonly Patch[] {
  const { line, column } = placeOf(loop);
  const { body } = loop;
  const call = `lectureLabTick(${line},${column});`;
  const start = placeOf(body);
  if (body.type === 'BlockStatement') {
    return [{ offset: body.start + 1, place: { ...start, column: start.column + 1 }, text: call }];
  }
  return [
    { offset: body.start, place: start, text: `{${call}` },
    { offset: body.end, place: endPlace(body), text: '}' },
  ];
}

/** The source with `export` blanked out and the patches put in; of two at one place the later one stands first. */
function patched(source: string, blanks: readonly number[], patches: readonly Patch[]): string {
  const word = 'export';
  const edits = [
    ...patches.toReversed().map(({ offset, text }) => ({ offset, end: offset, text })),
    ...blanks.map((offset) => ({ offset, end: offset + word.length, text: ' '.repeat(word.length) })),
  ].sort((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  let from = 0;
  for (const { offset, end, text } of edits) {
    pieces.push(source.slice(from, offset), text);
    from = end;
  }
  return [...pieces, source.slice(from)].join('');
}

/** The value of an expression that is written out: literals, objects, arrays, texts without places; `undefined` for anything else. */
function literalValue(node: Acorn.Expression | Acorn.SpreadElement | null): unknown {
  switch (node?.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    case 'TaggedTemplateExpression': {
      const { tag, quasi } = node;
      const isRaw =
        tag.type === 'MemberExpression' && tag.property.type === 'Identifier' && tag.property.name === 'raw';
      return isRaw && quasi.expressions.length === 0 ? quasi.quasis[0]?.value.raw : undefined;
    }
    case 'UnaryExpression': {
      const value = literalValue(node.argument);
      return node.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression':
      return node.elements.map((element) => literalValue(element));
    case 'ObjectExpression':
      return objectValue(node);
    default:
      return undefined;
  }
}

function objectValue({ properties }: Acorn.ObjectExpression): Readonly<Record<string, unknown>> {
  const entries = properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key, value } = property;
    const name =
      key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    // Whatever a file calls its fields, this object keeps its prototype.
    return name === undefined || name === '__proto__' ? [] : [[name, literalValue(value)] as const];
  });
  return Object.fromEntries(entries);
}

/** Names that a declaration introduces, with what they are set to. */
function declared({
  declaration,
}: Acorn.ExportNamedDeclaration): ReadonlyMap<string, Acorn.Expression | undefined> {
  if (declaration?.type === 'VariableDeclaration') {
    return new Map(
      declaration.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' ? [[id.name, init ?? undefined] as const] : [],
      ),
    );
  }
  return new Map(declaration ? [[declaration.id.name, undefined]] : []);
}

/** What is in the way of running a file that can be parsed. */
function problemsOf(program: Acorn.Program, { walk }: SourceParser, locale: Locale): readonly OwnProblem[] {
  const problems: OwnProblem[] = [];
  const refuse = (key: 'imports' | 'exports' | 'await') => (node: Acorn.Node) => {
    problems.push({ message: texts[key][locale], place: placeOf(node) });
  };
  const refuseAsync = (node: Acorn.Node) => {
    if ((node as Acorn.Function).async) refuse('await')(node);
  };
  walk(program, {
    ImportDeclaration: refuse('imports'),
    ImportExpression: refuse('imports'),
    MetaProperty: (node) => {
      if ((node as Acorn.MetaProperty).meta.name === 'import') refuse('imports')(node);
    },
    ExportAllDeclaration: refuse('exports'),
    ExportDefaultDeclaration: refuse('exports'),
    ExportNamedDeclaration: (node) => {
      if (!(node as Acorn.ExportNamedDeclaration).declaration) refuse('exports')(node);
    },
    AwaitExpression: refuse('await'),
    ForOfStatement: (node) => {
      if ((node as Acorn.ForOfStatement).await) refuse('await')(node);
    },
    Function: refuseAsync,
  });
  return problems;
}

/**
 * Makes a learner's file, an ES module with `export const spec` and `export function run`, into what the worker runs, without running it:
 * each loop calls the watchdog, lines stay as they are.
 * @param source with LF or CRLF
 */
export function prepareOwn(source: string, parser: SourceParser, locale: Locale): PreparedOwn {
  if (source.length > MOST_SOURCE) return { problems: [{ message: texts.tooLarge[locale] }] };
  try {
    return readProgram(source, parser, locale);
  } catch (error) {
    // Parser and walk go down as deep as the file does, until the stack ends.
    if (error instanceof RangeError) return { problems: [{ message: texts.tooDeep[locale] }] };
    if (error instanceof SyntaxError) return { problems: [syntaxProblem(error)] };
    throw error;
  }
}

function readProgram(source: string, parser: SourceParser, locale: Locale): PreparedOwn {
  const program = parser.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const exported = program.body.filter((node) => node.type === 'ExportNamedDeclaration');
  const names = new Map(exported.flatMap((node) => [...declared(node)]));
  const missing = ['spec', 'run'].filter((name) => !names.has(name));
  const problems = [
    ...problemsOf(program, parser, locale),
    ...missing.map((name) => ({
      message: texts.missing[locale](name === 'spec' ? 'const spec' : 'function run'),
    })),
  ];
  if (problems.length > 0) return { problems };
  const patches: Patch[] = [];
  const patch = (node: Acorn.Node) => void patches.push(...patchesOf(node as Loop));
  parser.walk(program, {
    ForStatement: patch,
    WhileStatement: patch,
    DoWhileStatement: patch,
    ForInStatement: patch,
    ForOfStatement: patch,
  });
  patches.sort((a, b) => a.offset - b.offset);
  const insertions = patches.map(({ place, text }): Insertion => ({ ...place, length: text.length }));
  const code = patched(
    source,
    exported.map(({ start }) => start),
    patches,
  );
  return { code: { code, insertions }, outline: { spec: literalValue(names.get('spec') ?? null) } };
}

/** Acorn's message ends with the place, `(3:14)`, which is told apart. */
function syntaxProblem({ message, loc }: SyntaxError & { readonly loc?: Acorn.Position }): OwnProblem {
  const place = loc && { line: loc.line - 1, column: loc.column };
  return { message: message.replace(/ \(\d+:\d+\)$/, ''), ...(place && { place }) };
}
