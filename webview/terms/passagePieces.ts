/** Stands in a passage for a formula or a link: the host looks for no term in it, nor across it. */
export const GAP = '\uFFFC';

/** Part of a passage: a text node with its text, or with `undefined` something that no term can be in. */
export interface Piece<Node> {
  readonly node: Node;
  readonly text: string | undefined;
}

/** What a node is to a passage: a text, a gap, or what its children are. */
export type Look<Node> = { readonly text: string } | 'gap' | { readonly children: Iterable<Node> };

/** Where in a text node a term stands, `[start, end)` in UTF-16 units. */
export interface NodePlace<Node> {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** A passage's texts and gaps in reading order. */
export function piecesOf<Node>(root: Node, look: (node: Node) => Look<Node>): readonly Piece<Node>[] {
  const seen = look(root);
  if (seen === 'gap') return [{ node: root, text: undefined }];
  if ('text' in seen) return [{ node: root, text: seen.text }];
  return [...seen.children].flatMap((child) => piecesOf(child, look));
}

/** The passage as the host gets it. */
export function passageText(pieces: readonly Piece<unknown>[]): string {
  return pieces.map(({ text }) => text ?? GAP).join('');
}

/**
 * Where a part of the passage stands in its nodes. Of a part that reaches into another node, as where its first word is emphasised, the
 * place in its first node; `undefined` where that would end within a word, and in gaps.
 */
export function placeIn<Node>(
  pieces: readonly Piece<Node>[],
  start: number,
  end: number,
): NodePlace<Node> | undefined {
  let offset = 0;
  for (const [index, { node, text }] of pieces.entries()) {
    const length = text?.length ?? GAP.length;
    if (start >= offset + length) {
      offset += length;
      continue;
    }
    if (text === undefined) return undefined;
    const isWhole = end - offset <= length;
    const part = text.slice(start - offset, end - offset).trimEnd();
    if (part === '' || (!isWhole && isCutWord(text, passageText(pieces.slice(index + 1))))) return undefined;
    return { node, start: start - offset, end: start - offset + part.length };
  }
  return undefined;
}

/** Whether the last letters of a text and the first of the next are one word. */
function isCutWord(text: string, next: string): boolean {
  return /[\p{L}\p{M}\p{N}_-]$/u.test(text) && /^[\p{L}\p{M}\p{N}_-]/u.test(next);
}
