import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termAt } from '../../src/core/features/termAt';
import { bestFirst } from '../../src/core/index/glossary';
import { parseNote } from '../../src/core/notes/parseNote';
import { TermTable } from '../../src/core/terms/termTable';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { vaultOf } from '../kit/vault';

/** What a table of the given terms finds in a text: each match as `text → terms (kind)`. */
function find(terms: readonly string[], text: string): string[] {
  const table = new TermTable<string>();
  terms.forEach((term, index) => {
    table.set(String(index), [{ name: term, value: term }]);
  });
  return table
    .findAll(text)
    .map(({ start, end, values, kind }) => `${text.slice(start, end)} → ${values.join('+')} (${kind})`);
}

describe('A term is found', () => {
  it.each([
    ['as written', ['Regularisierung'], 'Regularisierung'],
    ['in other forms', ['Regularisierung'], 'Regularisierungen'],
    ['in the genitive', ['Eigenwert'], 'Eigenwertes'],
    ['with umlauts', ['Raum'], 'Räumen'],
    ['over words', ['Gradient Clipping'], 'Gradient Clipping'],
    ['over a line break', ['Gradient Clipping'], 'Gradient\nClipping'],
    ['with or without hyphen', ['Norm-Clipping'], 'Norm Clipping'],
    ['with subscripts', ['L2-Regularisierung'], 'L₂-Regularisierung'],
    ['with ss for ß', ['Maß'], 'Mass'],
  ])('%s', (_how, terms, text) => {
    expect(find(terms, `Die ${text} hier.`)).toEqual([expect.stringContaining(`${text} → ${terms[0]}`)]);
  });

  it('as the longest at its place', () => {
    expect(find(['Decay', 'Weight Decay'], 'Weight Decay')).toEqual(['Weight Decay → Weight Decay (exact)']);
  });

  it('exactly before by its stem', () => {
    expect(find(['Gewicht', 'Gewichtung'], 'Gewichtung')).toEqual(['Gewichtung → Gewichtung (exact)']);
  });

  it('never as part of another word', () => {
    expect(find(['Norm'], 'normal enorm')).toEqual([]);
  });

  it('only as written when it is an abbreviation', () => {
    expect(find(['SGD', 'NN'], 'SGD sgd NNs nn')).toEqual(['SGD → SGD (exact)', 'NNs → NN (stem)']);
  });

  it('no more when its owner no longer has it', () => {
    const table = new TermTable<number>();
    table.set('a', [{ name: 'Norm', value: 1 }]);
    table.set('b', [{ name: 'Norm', value: 2 }]);
    table.set('a', []);
    expect(table.findAt('Norm', 0)?.values).toEqual([2]);
  });
});

describe('A form of a term', () => {
  it.each([
    ['Regularisierung', 'regularisierte', 'stem'],
    ['Regularisierung', 'regularisieren', 'stem'],
    ['Regularisierung', 'Regularization', 'stem'],
    ['Regularisierung', 'Regularisierungseigenschaften', 'compound'],
    ['Regularisierung', 'L₂-Regularisierung', 'compound'],
    ['Regularisierung', 'Thikonov-Regularisierung', 'compound'],
    ['Regularisierung', 'Gewichtsregularisierung', 'compound'],
    ['Gradient', 'Gradientenvektor', 'compound'],
    ['Vektor', 'Gradientenvektor', 'compound'],
    ['Gradient', 'gradientenbasierte', 'compound'],
    ['Norm', 'Frobenius-Norm', 'compound'],
    ['Norm', 'Gradientennorm', 'compound'],
    ['Norm', 'Normen', 'stem'],
    ['Loss-Funktion', 'Lossfunktion', 'folded'],
    ['Lossfunktion', 'Loss-Funktion', 'folded'],
    ['Lossfunktion', 'Loss Funktion', 'folded'],
    ['Lossfunktion', 'Loss-Funktionen', 'stem'],
    ['Mini-Batch', 'Minibatches', 'stem'],
    ['Matrix', 'Matrizen', 'stem'],
    ['Matrix', 'matrices', 'stem'],
    ['Matrix', 'Gewichtsmatrizen', 'compound'],
    ['Index', 'Indizes', 'stem'],
    ['Maximum', 'Maxima', 'stem'],
    ['Algorithmus', 'Algorithmen', 'stem'],
    ['Kapazität', 'Kapazitäten', 'stem'],
    ['Schätzer', 'Schaetzer', 'folded'],
    ['Größe', 'GRÖSSE', 'folded'],
    ['Varianz', 'Varia\u00adnz', 'folded'],
    ['Eigenwert', 'Eigenwertes', 'stem'],
    ['Bild', 'Bilder', 'stem'],
    ['Stochastischer Gradientenabstieg', 'stochastischen Gradientenabstiegs', 'stem'],
    ['Stochastischer Gradientenabstieg', 'stochastische\n> Gradientenabstieg', 'stem'],
    ['Gradient Clipping', 'gradient-clipping', 'folded'],
    ['Gradient Clipping', '*Gradient* Clipping', 'exact'],
    ['neural network', 'neural networks', 'stem'],
    ['network', "network's", 'stem'],
    ['entropy', 'entropies', 'stem'],
    ['regularization', 'regularised', 'stem'],
    ['clipping', 'clipped', 'stem'],
    ['CNN', 'CNNs', 'stem'],
    ['ReLU', 'ReLU-Einheiten', 'compound'],
    ['verschwindender Gradient', 'verschwindenden Gradienten', 'stem'],
    ['verborgene Schicht', 'verborgenen Schichten', 'stem'],
    ['System', 'Systeme', 'stem'],
    ['theorem', 'theorems', 'stem'],
    ["Bayes' theorem", "Bayes' theorem", 'exact'],
    ['i.i.d.', 'i.i.d', 'exact'],
    ['L2-Norm', '$L_2$-Norm', 'folded'],
  ])('of %s: %s (%s)', (term, form, kind) => {
    const whole = form.replace(/^[*$]/, '');
    expect(find([term], `Zu ${form} sei gesagt`)).toEqual([`${whole} → ${term} (${kind})`]);
  });

  it.each([
    ['Gewicht', 'Gewichtung'],
    ['Gewicht', 'gewichten'],
    ['Gewicht', 'Gleichgewicht'],
    ['Gewicht', 'Übergewicht'],
    ['Schicht', 'Geschichte'],
    ['Faltung', 'Entfaltung'],
    ['Wahrscheinlichkeit', 'wahrscheinlich'],
    ['Linearität', 'linear'],
    ['Linearität', 'Nicht-Linearität'],
    ['Norm', 'normal'],
    ['Norm', 'Normalverteilung'],
    ['Wert', 'werten'],
    ['Fehler', 'Fehlen'],
    ['Modell', 'Modellierung'],
    ['Transformer', 'transforms'],
    ['Tensor', 'TensorFlow'],
    ['Loss', 'Quastenflosser'],
    ['Datum', 'Kandidaten'],
    ['ReLU', 'Relu'],
    ['NN', 'nn'],
    ['Gradient Clipping', 'Gradient. Clipping'],
    ['Gradient Clipping', 'Gradient\n\nClipping'],
  ])('is not what only looks like it: %s in %s', (term, form) => {
    expect(find([term], `Zu ${form} sei gesagt`)).toEqual([]);
  });

  it('explains the last part of a compound before the first', () => {
    expect(find(['Gradient', 'Vektor'], 'Gradientenvektor')).toEqual([
      'Gradientenvektor → Vektor (compound)',
    ]);
    expect(find(['Norm', 'Regularisierung'], 'Norm-Regularisierung')).toEqual([
      'Norm-Regularisierung → Regularisierung (compound)',
    ]);
  });

  it('is found at every letter as it is found in the whole text', () => {
    const terms = [
      'Gradient',
      'Gradient Clipping',
      'Norm',
      'Matrix',
      'neuronales Netz',
      'SGD',
      'Lossfunktion',
    ];
    const words = [
      'Gradient',
      'Clipping',
      'Normen',
      'neuronale',
      'Netze',
      'SGD',
      'Loss',
      'Funktion',
      'der',
      'Matrixnorm',
    ];
    const table = new TermTable<string>();
    table.set(
      '',
      terms.map((name) => ({ name, value: name })),
    );
    const text = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '-', ', ', '\n', '\n\n')));
    fc.assert(
      fc.property(text, (pieces) => {
        const source = pieces.flat().join('');
        for (const match of table.findAll(source)) {
          expect(source.slice(match.start, match.end)).not.toMatch(/^\s|\s$/);
          const at = table.findAt(source, match.start);
          // Overlapping phrases may be longer from the left.
          expect(at && at.end - at.start >= match.end - match.start).toBe(true);
        }
      }),
    );
  });
});

describe('A word in a note', () => {
  const vault = vaultOf(
    {
      'Glossar.md': '# Regularisierung\n\nWie im Glossar.\n\n# Standardabweichung (SD)\n\nText\n',
      'VL.md': '> [!abstract] Definition *Regularisierung*\n> Aus der Vorlesung.\n\n**Dropout:** Masken.\n',
      'X.md': '# Notiz\n\n> [!note] Über *Momentum*\n',
    },
    ['Glossar'],
  );

  /** Terms at the cursor, best source first. */
  function lookUp(source: string): string[] {
    const { text, cursor } = marked(source);
    const found = termAt(vault.terms(), parseNote(text), new TextLines(text), cursor);
    return bestFirst(found?.match.values ?? []).map(
      ({ term, source: from, path }) => `${term} (${from}, ${path})`,
    );
  }

  it('shows the glossary before the lecture', () => {
    expect(lookUp('Zur Reg¦ularisierung von Netzen')).toEqual([
      'Regularisierung (glossary, Glossar.md)',
      'Regularisierung (callout, VL.md)',
    ]);
  });

  it.each([
    ['with a second name', 'Die S¦D ist', 'Standardabweichung (glossary, Glossar.md)'],
    ['a lead-in', 'mit Drop¦outs', 'Dropout (lead-in, VL.md)'],
    ['in emphasis', 'der *Regularisierung¦*', 'Regularisierung (glossary, Glossar.md)'],
    [
      'in a link shown as text',
      '[[Glossar#Standardabweichung|Standard¦abweichung]]',
      'Standardabweichung (glossary, Glossar.md)',
    ],
    ['in a callout title that defines nothing', '¦Momentum', undefined],
    ['in code', '`Drop¦out`', undefined],
    ['in a formula', '$Drop¦out$', undefined],
    ['in an address', 'https://a.de/Drop¦out', undefined],
    ['in an HTML tag', 'x <b title="Drop¦out">', undefined],
    ["in a Markdown link's target", '[x](Drop¦out)', undefined],
    ["in a link's target", '[[Drop¦out|x]]', undefined],
    ['in a comment', '%% Drop¦out %%', undefined],
  ])('%s', (_where, source, expected) => {
    expect(lookUp(source)[0]).toBe(expected);
  });
});
