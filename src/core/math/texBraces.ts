/** TeX with its braces matched, once for all who read in it. */
export interface BracedTex {
  readonly text: string;
  /** Offset of the closing brace by that of its opening one. An escaped brace is a character, and a comment has none. */
  readonly closing: ReadonlyMap<number, number>;
}

/** A piece of TeX that was read. */
export interface TexPiece {
  /** Without the braces or brackets around it. */
  readonly content: string;
  /** Offset behind it, braces included. */
  readonly end: number;
}

/** A longer argument in brackets is none. */
const longestOptional = 1000;

/** A control sequence as KaTeX reads one: `@` is a letter in it. */
export const controlSequence = /\\(?:[a-zA-Z@]+|[^a-zA-Z@])/g;

/** Matches the braces of TeX, in one pass. */
export function bracedTex(text: string): BracedTex {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: match, index } of text.matchAll(/\\[\s\S]|[{}]|%[^\n]*/g)) {
    if (match === '{') open.push(index);
    if (match !== '}') continue;
    const opening = open.pop();
    if (opening !== undefined) closing.set(opening, index);
  }
  return { text, closing };
}

/** Offset of the next character that is no white space. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** What stands in braces at an offset, or behind white space there; `undefined` where nothing does. */
export function readGroup({ text, closing }: BracedTex, from: number): TexPiece | undefined {
  const start = skipSpaces(text, from);
  const end = closing.get(start);
  return end === undefined ? undefined : { content: text.slice(start + 1, end), end: end + 1 };
}

/** An argument: what stands in braces, or else a control sequence or a single character. */
export function readArgument(tex: BracedTex, from: number): TexPiece | undefined {
  const group = readGroup(tex, from);
  if (group) return group;
  const start = skipSpaces(tex.text, from);
  const first = tex.text.charAt(start);
  if (first === '' || first === '{' || first === '}') return undefined;
  if (first !== '\\') return { content: first, end: start + 1 };
  controlSequence.lastIndex = start;
  const content = controlSequence.exec(tex.text)?.[0];
  return content === undefined ? undefined : { content, end: start + content.length };
}

/** An argument in brackets, of at most 1,000 characters; `undefined` where there is none. */
export function readOptional({ text, closing }: BracedTex, from: number): TexPiece | undefined {
  const start = skipSpaces(text, from);
  if (text.charAt(start) !== '[') return undefined;
  for (let at = start + 1; at < text.length && at - start <= longestOptional; at++) {
    const character = text.charAt(at);
    if (character === ']') return { content: text.slice(start + 1, at), end: at + 1 };
    if (character === '\\') at++;
    else at = closing.get(at) ?? at;
  }
  return undefined;
}
