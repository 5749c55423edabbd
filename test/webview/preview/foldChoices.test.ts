import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, FoldChoices, type FoldStorage } from '../../../webview/preview/foldChoices';

/** What a browser keeps. */
function storage(kept?: string): FoldStorage & { readonly items: ReadonlyMap<string, string> } {
  const items = new Map<string, string>(kept === undefined ? [] : [['lectureLab.folds', kept]]);
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

function choicesOf(place: FoldStorage, note = 'file:///a.md'): FoldChoices {
  return new FoldChoices(() => place, note);
}

describe('What the reader has folded', () => {
  it('is known when the note is opened again, the last choice of each fold', () => {
    const place = storage();
    const before = choicesOf(place);
    before.remember('note:A', true);
    before.remember('note:B', false);
    before.remember('note:A', false);
    expect([...choicesOf(place).all()]).toEqual([
      ['note:B', false],
      ['note:A', false],
    ]);
  });

  it('is the business of one note', () => {
    const place = storage();
    choicesOf(place, 'file:///a.md').remember('note:A', true);
    choicesOf(place, 'file:///a.md.md').remember('note:A', false);
    expect([...choicesOf(place, 'file:///a.md').all()]).toEqual([['note:A', true]]);
    expect([...choicesOf(place, 'file:///').all()]).toEqual([]);
  });

  it('is not lost when two pages are open', () => {
    const place = storage();
    const [one, other] = [choicesOf(place), choicesOf(place)];
    one.all();
    other.remember('note:A', true);
    one.remember('note:B', true);
    expect([...other.all().keys()]).toEqual(['note:A', 'note:B']);
  });

  it('is forgotten from the oldest on where it is too much', () => {
    const place = storage();
    const choices = choicesOf(place);
    for (let count = 0; count < 500; count++) choices.remember(`note:${count}`, true);
    choices.remember('note:0', false);
    choices.remember('note:new', true);
    const names = [...choices.all().keys()];
    expect(names).toHaveLength(500);
    expect(names).not.toContain('note:1');
    expect(names.slice(-2)).toEqual(['note:0', 'note:new']);
  });

  it.each(['no JSON', 'null', '{"0":1}', '[1,null,"x",["a"],["a","b"],[true,true]]'])(
    'is nothing where what was kept is something else: %s',
    (kept) => {
      const choices = choicesOf(storage(kept));
      expect([...choices.all()]).toEqual([]);
      choices.remember('note:A', true);
      expect([...choices.all()]).toEqual([['note:A', true]]);
    },
  );

  it('is not remembered where the browser keeps nothing, and nothing fails', () => {
    const refuse = (): never => {
      throw new Error('The operation is insecure.');
    };
    const forbidden = new FoldChoices(refuse, 'file:///a.md');
    const full = new FoldChoices(() => ({ ...storage(), setItem: refuse }), 'file:///a.md');
    for (const choices of [forbidden, full]) {
      choices.remember('note:A', true);
      expect([...choices.all()]).toEqual([]);
    }
  });
});

describe('The names of folds', () => {
  it('tell folds of one name apart by their order', () => {
    expect(distinctNames(['figure', 'note:A', 'figure', 'figure'])).toEqual([
      'figure',
      'note:A',
      'figure\t2',
      'figure\t3',
    ]);
  });

  it('are all different, and stay what they are when folds are added below', () => {
    const name = fc.constantFrom('a', 'b', 'a 2', '', 'constructor');
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (above, below) => {
        const names = distinctNames([...above, ...below]);
        expect(new Set(names).size).toBe(names.length);
        expect(names.slice(0, above.length)).toEqual(distinctNames(above));
      }),
    );
  });
});
