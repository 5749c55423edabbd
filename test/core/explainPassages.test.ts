import { describe, expect, it } from 'vitest';
import { explainPassages } from '../../src/core/features/explainPassages';
import { glossaryTable } from '../../src/core/index/glossaryTable';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';

const shipped = glossaryTable([
  { names: { de: ['Weight Decay', 'Gewichtsabnahme'], en: ['weight decay'] } },
  { names: { de: ['Dropout'], en: ['dropout'] } },
  { names: { de: ['Gradient Clipping'], en: ['gradient clipping'] } },
]);

function vaultOf(files: Readonly<Record<string, string>>): VaultIndex {
  const index = new VaultIndex(['Glossar.md']);
  for (const [path, text] of Object.entries(files)) index.setNote(path, parseNote(text));
  return index;
}

const vault = vaultOf({
  'Glossar.md': '## Norm\n\nLänge.\n\n## Gradient\n\nSteigung.\n\n## Weight Decay\n\nZieht.\n',
});

/** The terms found, as `text → name (vault or shipped)`. */
function found(passages: readonly string[], most = 40): string[] {
  const terms = explainPassages({ vault: vault.terms(), shipped }, passages, most);
  return terms.map(({ passage, match, definitions: [best], entries: [entry] }) => {
    const text = passages[passage]?.slice(match.start, match.end);
    return best ? `${text} → ${best.term} (vault)` : `${text} → ${entry?.names.de[0]} (shipped)`;
  });
}

describe('The terms of texts that are no notes', () => {
  it('are found in every form, in reading order', () => {
    expect(found(['Mit Dropouts.', 'Die Normen der Gradienten.'])).toEqual([
      'Dropouts → Dropout (shipped)',
      'Normen → Norm (vault)',
      'Gradienten → Gradient (vault)',
    ]);
  });

  it('are explained by the vault where both know them, and under every name', () => {
    expect(found(['Mit Weight Decay'])).toEqual(['Weight Decay → Weight Decay (vault)']);
    expect(found(['Die Gewichtsabnahme'])).toEqual(['Gewichtsabnahme → Weight Decay (vault)']);
  });

  it('are the longer ones where two overlap', () => {
    expect(found(['Gradient Clipping'])).toEqual(['Gradient Clipping → Gradient Clipping (shipped)']);
  });

  it('come once, where they first stand alone', () => {
    expect(found(['Die Norm', 'eine Norm'])).toEqual(['Norm → Norm (vault)']);
    expect(found(['Weight Decay', 'die Gewichtsabnahme'])).toEqual(['Weight Decay → Weight Decay (vault)']);
    expect(found(['Die Gradientennorm', 'der Gradient', 'die Norm'])).toEqual([
      'Gradient → Gradient (vault)',
      'Norm → Norm (vault)',
    ]);
    expect(found(['Die Vektornorm', 'Die Matrixnorm'])).toEqual(['Vektornorm → Norm (vault)']);
  });

  it('neither lie in a formula nor reach across one', () => {
    expect(found(['Weight \uFFFC Decay', 'Gradient\uFFFCClipping \uFFFC'])).toEqual([
      'Gradient → Gradient (vault)',
    ]);
  });

  it('are limited to the first ones', () => {
    expect(found(['Norm, Gradient, Dropout'], 2)).toEqual([
      'Norm → Norm (vault)',
      'Gradient → Gradient (vault)',
    ]);
  });

  it('are those of the shipped glossary without a vault', () => {
    const terms = explainPassages({ vault: undefined, shipped }, ['Die Norm mit Dropout'], 40);
    expect(terms.map(({ entries }) => entries[0]?.names.de[0])).toEqual(['Dropout']);
  });
});
