import { describe, expect, it } from 'vitest';
import { glossaryEntries } from '../../src/core/features/glossaryList';
import {
  choiceNamed,
  fittingTerms,
  plainExcerpt,
  type ShippedEntry,
  termChoices,
} from '../../src/core/features/termChoices';
import { vaultOf } from '../kit/vault';

const shipped: readonly ShippedEntry[] = [
  { id: 'adam', names: ['Adam', 'Adaptive Moment Estimation'], definition: 'Verfahren.' },
  { id: 'bias', names: ['Schwellwert', 'bias'], definition: 'Konstante.' },
];
const vault = vaultOf(
  { 'Glossar.md': '## Ähnlichkeit\n\nx\n\n## Adam\n\ny\n\n## Größe (G)\n\nz\n', 'VL 2.md': '*Adam:* z\n' },
  ['Glossar'],
);
const choices = termChoices(
  glossaryEntries(vault, () => false),
  shipped,
);

/** Names with where they are from. */
function found(typed: string, limit = 10): readonly string[] {
  return fittingTerms(choices, typed, limit).map(
    ({ name, target }) => `${name} (${target.kind === 'vault' ? target.definition.path : target.entry.id})`,
  );
}

describe('Terms to look up', () => {
  it('are all names of vault and shipped glossary, A to Z, those of the vault first', () => {
    expect(found('')).toEqual([
      'Adam (Glossar.md)',
      'Adam (adam)',
      'Adaptive Moment Estimation (adam)',
      'Ähnlichkeit (Glossar.md)',
      'bias (bias)',
      'G (Glossar.md)',
      'Größe (Glossar.md)',
      'Schwellwert (bias)',
    ]);
    expect(found('', 2)).toHaveLength(2);
  });

  it('are found however umlauts are typed, exact names first', () => {
    expect(found('aehn')).toEqual(['Ähnlichkeit (Glossar.md)']);
    expect(found('ÄHN')).toEqual(['Ähnlichkeit (Glossar.md)']);
    expect(found('groesse')).toEqual(['Größe (Glossar.md)']);
    expect(found('adam')[0]).toBe('Adam (Glossar.md)');
    expect(found('moment')).toEqual(['Adaptive Moment Estimation (adam)']);
    expect(found('xyz')).toEqual([]);
  });

  it('say under which name they are explained', () => {
    const heads = choices.map(({ name, head }) => [name, head]);
    expect(heads).toContainEqual(['bias', 'Schwellwert']);
    expect(heads).toContainEqual(['G', 'Größe']);
    expect(heads).toContainEqual(['Adam', undefined]);
  });

  it('are found by their exact name', () => {
    expect(choiceNamed(choices, ' groesse')?.name).toBe('Größe');
    expect(choiceNamed(choices, 'Gr')).toBeUndefined();
    expect(choiceNamed(choices, '')).toBeUndefined();
  });
});

describe('The beginning of a definition', () => {
  it('has no markup', () => {
    expect(plainExcerpt('Der *Fall* $\\alpha\\, I$ in\n`x`.', 100)).toBe('Der Fall \\alpha I in x.');
  });

  it('is cut between words', () => {
    expect(plainExcerpt('eins zwei drei', 12)).toBe('eins zwei…');
    expect(plainExcerpt('a'.repeat(20), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(plainExcerpt('genau zehn', 10)).toBe('genau zehn');
  });
});
