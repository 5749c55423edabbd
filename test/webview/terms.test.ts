import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, type Look, passageText, piecesOf, placeIn } from '../../webview/terms/passagePieces';
import { popoverPlace } from '../../webview/terms/popoverPlace';

/** A tree of the page as plain data: a text node, a formula or an element with its children. */
type Tree = { readonly text: string } | { readonly formula: true } | readonly Tree[];

function look(tree: Tree): Look<Tree> {
  if ('text' in tree) return { text: tree.text };
  return 'formula' in tree ? 'gap' : { children: tree };
}

const { tree } = fc.letrec<{ readonly tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'ß', '𝒳', ' ', '-', '.'), maxLength: 6 }) }),
    fc.record({ formula: fc.constant(true as const) }),
    fc.array(tie('tree'), { maxLength: 5 }),
  ),
}));

/** The tree's texts and formulas, without the function under test. */
function leaves(root: Tree): readonly { readonly leaf: Tree; readonly text: string }[] {
  if ('text' in root) return [{ leaf: root, text: root.text }];
  return 'formula' in root ? [{ leaf: root, text: '\uFFFC' }] : root.flatMap(leaves);
}

/** A passage, and a part of it that is not empty. */
const part = tree.chain((root) => {
  const { length } = passageText(piecesOf(root, look));
  const offset = fc.nat({ max: Math.max(0, length - 1) });
  return fc.record({ root: fc.constant(root), length: fc.constant(length), ends: fc.tuple(offset, offset) });
});

describe('A passage of the page', () => {
  const text = (root: Tree): string => passageText(piecesOf(root, look));

  it('is the text of its nodes with a sign for each formula', () => {
    const root: Tree = [{ text: 'Die ' }, [{ text: 'Norm ' }, { formula: true }], { text: '.' }];
    expect(text(root)).toBe(`Die Norm ${GAP}.`);
    fc.assert(
      fc.property(tree, (any) => {
        expect(text(any)).toBe(
          leaves(any)
            .map((leaf) => leaf.text)
            .join(''),
        );
      }),
    );
  });

  it('finds a part of itself in the node that it begins in', () => {
    fc.assert(
      fc.property(part, ({ root, length, ends }) => {
        fc.pre(length > 0);
        const [start, last] = [Math.min(...ends), Math.max(...ends)];
        const place = placeIn(piecesOf(root, look), start, last + 1);
        let before = 0;
        for (const { leaf, text: own } of leaves(root)) {
          const isInside = start >= before && start < before + own.length;
          if (isInside && 'text' in leaf && place) {
            expect(place.node).toBe(leaf);
            expect(place.start).toBe(start - before);
            const found = own.slice(place.start, place.end);
            expect(found).not.toBe('');
            expect(
              text(root)
                .slice(start, last + 1)
                .startsWith(found),
            ).toBe(true);
            if (last < before + own.length)
              expect(found).toBe(own.slice(start - before, last + 1 - before).trimEnd());
          }
          if (isInside && 'formula' in leaf) expect(place).toBeUndefined();
          before += own.length;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds every word that is in one node', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const pieces = piecesOf(root, look);
        let before = 0;
        for (const { leaf, text: own } of leaves(root)) {
          if ('text' in leaf)
            for (const { index, 0: word } of own.matchAll(/[^\s]+/g)) {
              const place = placeIn(pieces, before + index, before + index + word.length);
              expect(place).toEqual({ node: leaf, start: index, end: index + word.length });
            }
          before += own.length;
        }
      }),
    );
  });

  it.each([
    ['at the first word, where only that is emphasised', [['Gradient'], ' Clipping'], 0, 17, 'Gradient'],
    ['without the space between', [['Gradient '], 'Clipping'], 0, 17, 'Gradient'],
    ['nowhere, where emphasis ends within a word', [['Norm'], '-Clipping'], 0, 13, undefined],
    ['nowhere, where an index follows', ['L', ['2'], '-Norm'], 0, 7, undefined],
    ['nowhere behind the end', ['Norm'], 4, 6, undefined],
  ] as const)('finds a term of several nodes %s', (_what, nodes, start, end, expected) => {
    const root: Tree = nodes.map((node) =>
      typeof node === 'string' ? { text: node } : node.map((inner) => ({ text: inner })),
    );
    const place = placeIn(piecesOf(root, look), start, end);
    const found = place && 'text' in place.node ? place.node.text.slice(place.start, place.end) : undefined;
    expect(found).toBe(expected);
  });
});

describe('The popover of a term', () => {
  const seen = { width: 800, height: 600 };

  it('is below the term where there is room, else above', () => {
    const size = { width: 300, height: 200 };
    const low = { left: 100, right: 160, top: 500, bottom: 520 };
    expect(popoverPlace({ ...low, top: 100, bottom: 120 }, size, seen)).toEqual({
      left: 100,
      top: 124,
      height: 200,
    });
    expect(popoverPlace(low, size, seen)).toEqual({ left: 100, top: 296, height: 200 });
  });

  it('is always within the page and never over the term', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 760 }),
      top: fc.integer({ min: 0, max: 560 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 15, max: 40 }),
    });
    const size = fc.record({
      width: fc.integer({ min: 40, max: 784 }),
      height: fc.integer({ min: 20, max: 2000 }),
    });
    fc.assert(
      fc.property(box, size, ({ left, top, width, height }, wanted) => {
        const term = { left, top, right: left + width, bottom: top + height };
        const place = popoverPlace(term, wanted, seen);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.left + wanted.width).toBeLessThanOrEqual(seen.width);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.top + place.height).toBeLessThanOrEqual(seen.height);
        expect(place.height).toBeLessThanOrEqual(wanted.height);
        expect(place.top >= term.bottom || place.top + place.height <= term.top).toBe(true);
      }),
    );
  });
});
