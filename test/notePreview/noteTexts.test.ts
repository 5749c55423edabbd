import { expect, it } from 'vitest';
import { NoteTexts } from '../../src/vscode/notePreview/noteTexts';
import { vaultOf } from '../kit/vault';

/** Texts of a vault in memory; each is read when it is asked for, or not to be read. */
function textsOf(files: Readonly<Record<string, string | undefined>>) {
  const index = vaultOf(Object.fromEntries(Object.keys(files).map((path) => [path, ''])));
  const told = { count: 0 };
  const vault = {
    index,
    openTextOf: () => undefined,
    textOf: (path: string) => Promise.resolve(files[path]),
  };
  const texts = new NoteTexts(vault, () => {
    told.count++;
  });
  return { texts, told };
}

/** All that was started has come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

it('Texts are told of once, when all that were asked for are there', async () => {
  const { texts, told } = textsOf({ 'A.md': 'a', 'B.md': 'b' });
  expect([texts.get('A.md'), texts.get('B.md')]).toEqual([undefined, undefined]);
  await settled();
  expect([texts.get('A.md'), texts.get('B.md'), told.count]).toEqual(['a', 'b', 1]);
});

it('A text is told of though the one asked for with it cannot be read', async () => {
  const { texts, told } = textsOf({ 'A.md': 'a', 'Weg.md': undefined });
  expect([texts.get('A.md'), texts.get('Weg.md')]).toEqual([undefined, undefined]);
  await settled();
  expect([texts.get('A.md'), told.count]).toEqual(['a', 1]);
});

it('What cannot be read is told nobody: a page that asked would ask again and again', async () => {
  const { texts, told } = textsOf({ 'Weg.md': undefined });
  expect(texts.get('Weg.md')).toBeUndefined();
  await settled();
  expect(told.count).toBe(0);
});
