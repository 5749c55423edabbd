import { describe, expect, it } from 'vitest';
import { buttonAnchors, demoAnchors } from '../../src/core/features/demoAnchors';
import { conceptTable } from '../../src/core/index/conceptTable';
import { parseNote } from '../../src/core/notes/parseNote';
import { specs } from '../../src/experiments/specs.gen';
import { realNotes, sampleNotes } from '../kit/notes';

const concepts = conceptTable(specs);

function anchors(text: string): string[] {
  return demoAnchors(parseNote(text), concepts).map(
    ({ kind, text: title, experiments }) => `${kind} ${title}: ${experiments}`,
  );
}

describe('A demo is offered', () => {
  it.each([
    ['# Regularisierung', 'heading Regularisierung: weight-decay'],
    ['***Weight Decay:***\n\nText', 'strong Weight Decay: weight-decay'],
    [
      '> [!abstract] Definition *Regularisierung*\n> Text',
      'callout Definition Regularisierung: weight-decay',
    ],
    ['> **Gradient Clipping:**\n> Text', 'quote Gradient Clipping: gradient-clipping'],
    ['- Norm-Clipping: Text', 'list-item Norm-Clipping: gradient-clipping'],
    [
      '# Weight Decay und Gradient Clipping',
      'heading Weight Decay und Gradient Clipping: weight-decay,gradient-clipping',
    ],
  ])('at %j', (text, expected) => {
    expect(anchors(text)).toEqual([expected]);
  });

  it.each([
    'Die Regularisierung hilft.',
    '# Kochen',
    '```\n# Regularisierung\n```',
    '*Regularisierung* ist gut',
  ])('not at %j', (text) => {
    expect(anchors(text)).toEqual([]);
  });
});

describe('A button', () => {
  it('stands above no bullet, and above no italic lead-in whose heading has it', () => {
    const text =
      '# Gradient Clipping\n\n*Gradient Clipping:* setzt\n- Norm-Clipping: ganz\n\n# Sonst\n\n*Weight Decay:* x';
    const found = buttonAnchors(parseNote(text), concepts).map(({ kind, text: title }) => `${kind} ${title}`);
    expect(found).toEqual(['heading Gradient Clipping', 'emphasis Weight Decay']);
  });

  it.each([...sampleNotes(), ...realNotes()].filter(({ name }) => name === 'DLVC - VL 5.md'))(
    'stands above the concepts of the lecture note $name',
    ({ text }) => {
      const found = buttonAnchors(parseNote(text), concepts).map(
        ({ kind, text: title }) => `${kind} ${title}`,
      );
      expect(found).toEqual(
        expect.arrayContaining([
          'heading Gradient Clipping',
          'heading Regularisierung',
          'callout Definition Regularisierung',
          'strong Weight Decay',
          'heading Reduktion der Modellkapazität',
        ]),
      );
    },
  );
});
