import {
  type BracedTex,
  controlSequence,
  readArgument,
  readGroup,
  readOptional,
  skipSpaces,
} from './texBraces';

/** A macro, written so that KaTeX takes it any number of times. */
export interface KatexDefinition {
  /** With its backslash. */
  readonly name: string;
  readonly tex: string;
  /** The control sequences in `tex`. */
  readonly uses: readonly string[];
}

/** A definition that was read, with the offset behind it. */
export interface ReadDefinition {
  readonly definition: KatexDefinition;
  readonly end: number;
}

type Reader = (tex: BracedTex, from: number) => { name: string; tex: string; end: number } | undefined;

/** Between a name and its body stand at most nine parameters and what delimits them. */
const longestParameters = 200;

/** What defines a macro, by name without its backslash. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['newcommand', readCommand],
  ['renewcommand', readCommand],
  ['providecommand', readCommand],
  ['DeclareRobustCommand', readCommand],
  ['DeclareMathOperator', readOperator],
  ['DeclarePairedDelimiter', readPairedDelimiter],
  ['def', (tex, from) => readPrimitive(tex, from, '\\def')],
  ['gdef', (tex, from) => readPrimitive(tex, from, '\\def')],
  ['edef', (tex, from) => readPrimitive(tex, from, '\\edef')],
  ['xdef', (tex, from) => readPrimitive(tex, from, '\\edef')],
  ['let', readLet],
]);

/** What KaTeX itself can read any number of times. */
const primitives: ReadonlySet<string> = new Set(['def', 'gdef', 'edef', 'xdef', 'let']);

/** Whether a command (without its backslash) defines a macro. */
export function isDefiner(command: string): boolean {
  return readers.has(command);
}

/** Whether KaTeX reads a command that defines a macro as TeX does. */
export function isPrimitive(command: string): boolean {
  return primitives.has(command);
}

/**
 * Reads a definition.
 * @param command without its backslash.
 * @param from offset behind the command.
 * @returns `undefined` where it is no definition that KaTeX could take.
 */
export function readDefinition(tex: BracedTex, command: string, from: number): ReadDefinition | undefined {
  const read = readers.get(command)?.(tex, from);
  if (!read || !isName(read.name)) return undefined;
  return { definition: definition(read.name, read.tex), end: read.end };
}

/** A macro that is known already, with what it uses. */
export function definition(name: string, tex: string): KatexDefinition {
  return { name, tex, uses: tex.match(controlSequence) ?? [] };
}

/** A control sequence that may be defined. */
function isName(text: string): boolean {
  return /^\\(?:[a-zA-Z@]+|[^a-zA-Z@\s\\{}$&#^_])$/.test(text);
}

/** `\newcommand{\name}[count][default]{body}`. */
function readCommand(tex: BracedTex, from: number): ReturnType<Reader> {
  const name = readName(tex, afterStar(tex, from));
  if (!name) return undefined;
  const count = readOptional(tex, name.end);
  const fallback = count && readOptional(tex, count.end);
  const body = readArgument(tex, (fallback ?? count ?? name).end);
  const arity = Number(count?.content.trim() ?? '0');
  if (!body || !Number.isInteger(arity) || arity < 0 || arity > 9) return undefined;
  const written =
    fallback && arity > 0
      ? withDefault(name.content, arity, fallback.content, body.content)
      : `\\def${name.content}${parameters(1, arity)}{${body.content}}`;
  return { name: name.content, tex: written, end: body.end };
}

/** KaTeX's own `\newcommand` knows no default; its look ahead does. */
function withDefault(name: string, arity: number, fallback: string, body: string): string {
  const helper = helperName(name, 'opt');
  return (
    `\\def${name}{\\@ifnextchar[{${helper}}{${helper}[{${fallback}}]}}` +
    `\\def${helper}[#1]${parameters(2, arity)}{${body}}`
  );
}

/** `\DeclareMathOperator*{\name}{text}`. */
function readOperator(tex: BracedTex, from: number): ReturnType<Reader> {
  const start = afterStar(tex, from);
  const name = readName(tex, start);
  const text = name && readArgument(tex, name.end);
  if (!name || !text) return undefined;
  const star = start === from ? '' : '*';
  return {
    name: name.content,
    tex: `\\def${name.content}{\\operatorname${star}{${text.content}}}`,
    end: text.end,
  };
}

/** `\DeclarePairedDelimiter{\name}{left}{right}`: `\name{x}`, `\name*{x}` that grows with it, `\name[\big]{x}`. */
function readPairedDelimiter(tex: BracedTex, from: number): ReturnType<Reader> {
  const name = readName(tex, from);
  const left = name && readArgument(tex, name.end);
  const right = left && readArgument(tex, left.end);
  if (!name || !left || !right) return undefined;
  const [grown, sized, plain] = ['star', 'opt', 'plain'].map((kind) => helperName(name.content, kind));
  const written =
    `\\def${name.content}{\\@ifstar{${grown}}{\\@ifnextchar[{${sized}}{${plain}}}}` +
    `\\def${grown}#1{\\left${left.content} #1\\right${right.content} }` +
    `\\def${sized}[#1]#2{\\mathopen{#1${left.content} }#2\\mathclose{#1${right.content} }}` +
    `\\def${plain}#1{${left.content} #1${right.content} }`;
  return { name: name.content, tex: written, end: right.end };
}

/** `\def\name#1#2{body}`. */
function readPrimitive(tex: BracedTex, from: number, command: string): ReturnType<Reader> {
  const name = readArgument(tex, from);
  if (!name) return undefined;
  const bodyAt = tex.text.slice(name.end, name.end + longestParameters).search(/[{}]/);
  const body = bodyAt < 0 ? undefined : readGroup(tex, name.end + bodyAt);
  if (!body) return undefined;
  const between = tex.text.slice(name.end, name.end + bodyAt);
  return { name: name.content, tex: `${command}${name.content}${between}{${body.content}}`, end: body.end };
}

/** `\let\name=\other`. */
function readLet(tex: BracedTex, from: number): ReturnType<Reader> {
  const name = readArgument(tex, from);
  if (!name) return undefined;
  const equals = skipSpaces(tex.text, name.end);
  const other = readArgument(tex, tex.text.charAt(equals) === '=' ? equals + 1 : name.end);
  if (!other?.content.startsWith('\\')) return undefined;
  return { name: name.content, tex: `\\let${name.content}${other.content} `, end: other.end };
}

function readName(tex: BracedTex, from: number): { content: string; end: number } | undefined {
  const name = readArgument(tex, from);
  return name && { content: name.content.trim(), end: name.end };
}

function afterStar({ text }: BracedTex, from: number): number {
  return text.charAt(from) === '*' ? from + 1 : from;
}

function parameters(first: number, last: number): string {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `#${first + index}`).join('');
}

/** A name of our own that no note has: letters and `@`, which is all that KaTeX takes. */
function helperName(name: string, kind: string): string {
  const word = name.slice(1);
  const letters = /^[a-zA-Z@]+$/.test(word)
    ? word
    : `@${[...String(word.charCodeAt(0))].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}`;
  return `\\ll@${kind}@${letters}`;
}
