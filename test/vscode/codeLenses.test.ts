import { strict as assert } from 'node:assert';
import { folder, lensesOf, openNote, writeNote } from './kit';

describe('CodeLenses of the lecture note', () => {
  const lecture = () => openNote(folder('sample-vault'), 'DLVC - VL 5.md');

  it('stand above headings that name a concept', async () => {
    const lenses = await lensesOf(await lecture());
    assert.ok(
      lenses.some(({ line, title }) => line === '# Regularisierung' && /^▶ Demo: .*Weight Decay/.test(title)),
    );
    assert.ok(
      lenses.some(
        ({ line, title }) => line === '# Gradient Clipping' && title === '▶ Demo: Gradient Clipping',
      ),
    );
  });

  it('stand above bold lead-ins that name a concept', async () => {
    const lenses = await lensesOf(await lecture());
    assert.ok(lenses.some(({ line, title }) => line === '***Weight Decay:***' && /Weight Decay/.test(title)));
  });

  it('are absent where no concept is named', async () => {
    const lines = (await lensesOf(await lecture())).map(({ line }) => line);
    assert.equal(lines.includes('Merkzettel:'), false);
    assert.equal(lines.includes('Dafür gibt es mehrere Hebel:'), false);
  });

  it('have titles that a person can read: no TeX, no Markdown', async () => {
    for (const { title } of await lensesOf(await lecture())) assert.doesNotMatch(title, /[$\\*_`]/);
  });

  it('are the same when asked for twice', async () => {
    const document = await lecture();
    assert.deepEqual(await lensesOf(document), await lensesOf(document));
  });
});

describe('A heading that names several concepts', () => {
  it('offers a demo for each', async () => {
    const document = await writeNote(
      folder('scratch'),
      'Zwei.md',
      '# Gradient Clipping und Weight Decay\n\nText.\n',
    );
    const titles = (await lensesOf(document)).map(({ title }) => title);
    assert.match(titles.join(' '), /Gradient clipping.*Weight decay/i);
  });

  it('has no more than four buttons, the last of which leads to the rest', async () => {
    const document = await writeNote(folder('scratch'), 'Viele.md', '# Initialisierung\n\nText.\n');
    const titles = (await lensesOf(document)).map(({ title }) => title);
    assert.equal(titles.length, 4);
    assert.match(titles[3] ?? '', /weitere Demos|more demos/);
  });
});
