import { describe, expect, it } from 'vitest';
import { generateVault, longNote } from '../../bench/lectureNotes';
import { goalsOf, growthsOf } from '../../scripts/lib/benchGoals.mjs';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';

describe('the generated vault', () => {
  const files = [...generateVault(300, 1)];
  const index = new VaultIndex(['Glossar']);
  for (const { path, text } of files) {
    if (path.endsWith('.md')) index.setNote(path, parseNote(text));
    else index.addAttachment(path);
  }
  const links = [...index.notes()].flatMap(([source, note]) =>
    note.links.map((link) => ({ link, target: index.resolve(link, source) })),
  );

  it('is the same for the same seed and another for another', () => {
    expect([...generateVault(300, 1)]).toEqual(files);
    expect([...generateVault(300, 2)]).not.toEqual(files);
  });

  it('has as many notes as asked for, of a usual length', () => {
    const texts = files.filter(({ path }) => path.endsWith('.md')).map(({ text }) => text.length);
    expect(texts).toHaveLength(300);
    expect(texts.reduce((sum, length) => sum + length) / 300).toBeGreaterThan(2000);
    expect(texts.reduce((sum, length) => sum + length) / 300).toBeLessThan(4500);
  });

  it('has every form of link, of which about one in twenty leads nowhere and no other is broken', () => {
    expect(new Set(links.map(({ link }) => link.kind))).toEqual(new Set(['wikilink', 'embed', 'markdown']));
    const unresolved = links.filter(({ target }) => target.status === 'unresolved');
    expect(unresolved.every(({ link }) => link.path.startsWith('Noch zu schreiben'))).toBe(true);
    expect(links.length / unresolved.length).toBeGreaterThan(15);
    expect(links.length / unresolved.length).toBeLessThan(25);
    expect(links.filter(({ target }) => target.status === 'found' && target.missing)).toEqual([]);
  });

  it('has a glossary that every note links to twice', () => {
    expect(index.backlinks('Glossar.md').length).toBeGreaterThanOrEqual(2 * 299);
  });

  it('comes with a long note of exactly as many lines as asked for', () => {
    expect(longNote(1234, 300, 1).split('\n')).toHaveLength(1234);
  });
});

describe('the goals', () => {
  const round = (cold: number, markdownIt: number) => ({
    'real/cold': { ms: cold },
    'real/markdownIt': { ms: markdownIt },
  });

  it('compare within a round and take the median over the rounds', () => {
    const [goal, ...others] = goalsOf([round(90, 100), round(300, 400), round(50, 10)], ['real']);
    expect(others).toEqual([]);
    expect(goal).toMatchObject({ name: 'real: cold start / bare markdown-it', value: 0.9, isMet: true });
  });

  it('tell a goal that is missed from one that is missed by far', () => {
    expect(goalsOf([round(150, 100)], ['real'])).toMatchObject([{ isMet: false, isFarOff: false }]);
    expect(goalsOf([round(250, 100)], ['real'])).toMatchObject([{ isMet: false, isFarOff: true }]);
    expect(goalsOf([round(Number.NaN, 100)], ['real'])).toMatchObject([{ isMet: false, isFarOff: true }]);
  });

  it('name the text whose time grows most', () => {
    const linear = (ratio: number) => ({
      linear: {
        results: [
          { name: 'a', reader: 'parseNote', ms: 100, ratio },
          { name: 'too short to be measured', reader: 'parseNote', ms: 1, ratio: 9 },
        ],
      },
    });
    const rounds = [linear(2), linear(4), linear(2.1)];
    expect(growthsOf(rounds)).toEqual([{ text: 'parseNote: a', ms: 100, ratio: 2.1 }]);
    expect(goalsOf(rounds, [])).toMatchObject([{ value: 2.1, isMet: true }]);
  });
});
