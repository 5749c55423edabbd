import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptTable } from '../../src/core/index/conceptTable';
import type { Locale } from '../../src/experiments/kit/localized';
import { completeValues, type Figure, type FigureControl } from '../../src/figures/figure';
import { figureCatalog, figureHtml, figureOf, figures } from '../../src/figures/figures';
import { estimateWidth } from '../../webview/textLayout';
import { allElements, parseXml, type XmlElement } from '../kit/xml';

const locales: readonly Locale[] = ['de', 'en'];
const named = figures.map((figure) => [figure.id, figure] as const);

function settingsOf(control: FigureControl): fc.Arbitrary<number> {
  if (control.kind === 'choice') return fc.nat(control.options.length - 1);
  const { min, max, step } = control;
  return fc.nat(Math.round((max - min) / step)).map((steps) => min + steps * step);
}

/** Every state that a learner can set. */
function statesOf(figure: Figure): fc.Arbitrary<Readonly<Record<string, number>>> {
  const settings = Object.entries(figure.controls).map(([name, control]) => [name, settingsOf(control)]);
  return fc
    .record(Object.fromEntries(settings) as Record<string, fc.Arbitrary<number>>)
    .map((values) => completeValues(figure, values));
}

/** HTML with what XML would not allow written out. */
function elementsOf(html: string): readonly XmlElement[] {
  const xml = html
    .replace(/ (hidden|selected)(?=[ >])/g, ' $1="$1"')
    .replace(/<input([^>]*)>/g, '<input$1/>')
    .trim();
  return allElements(parseXml(xml));
}

function textsOf(elements: readonly XmlElement[], name: string): readonly string[] {
  return elements.filter((element) => element.name === name).map(({ text }) => text);
}

/** Left and right end of a text in the picture, as far as its width can be told. */
function extent({ text, attributes }: XmlElement): readonly [number, number] {
  const width = estimateWidth(text, attributes.class === 'll-figure-label' ? 14 : 12.5);
  const before = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? ''] ?? 0;
  const left = Number(attributes.x) - before;
  return [left, left + width];
}

function textsOutside(elements: readonly XmlElement[], height: number): readonly string[] {
  const texts = elements.filter(({ name }) => name === 'text');
  const isOutside = (element: XmlElement) => {
    const [[left, right], base] = [extent(element), Number(element.attributes.y)];
    return !(left >= -1 && right <= 481 && base > 10 && base < height);
  };
  return texts.filter(isOutside).map(({ text }) => text);
}

describe.each(named)('the figure %s', (id, figure) => {
  it('is drawn in every state and both languages, with numbers and inside its frame', () => {
    fc.assert(
      fc.property(statesOf(figure), fc.constantFrom(...locales), (values, locale) => {
        const { svg, text } = figure.draw(values, locale);
        expect(svg + text).not.toMatch(/NaN|undefined|Infinity|∞|[-−]0[.,]?0*(?![\d.,])/);
        const elements = allElements(parseXml(svg));
        const [, height = 0] = /^0 0 480 (\d+)$/.exec(elements[0]?.attributes.viewBox ?? '') ?? [];
        expect(textsOutside(elements, Number(height))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is one picture with a name, whose looks are left to the style sheet', () => {
    for (const locale of locales) {
      const [root, ...parts] = allElements(parseXml(figure.draw(completeValues(figure), locale).svg));
      expect(root).toMatchObject({
        name: 'svg',
        attributes: { role: 'img', 'aria-label': figure.title[locale] },
      });
      for (const { attributes } of parts) {
        expect(attributes.class).toMatch(/^ll-figure-[a-z]+(?:-[a-z\d]+)?$/);
        expect(Object.keys(attributes)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:id|style|fill|stroke|on.*)$/)]),
        );
      }
    }
  });

  it('changes its picture or its sentence with every control', () => {
    const initial = figure.draw(completeValues(figure), 'de');
    for (const [name, control] of Object.entries(figure.controls)) {
      const { min, max } = control.kind === 'range' ? control : { min: 0, max: control.options.length - 1 };
      const other = control.initial === min ? max : min;
      expect(figure.draw(completeValues(figure, { [name]: other }), 'de')).not.toEqual(initial);
    }
  });

  it('starts in a state that its controls can be set to', () => {
    const initial = Object.fromEntries(
      Object.entries(figure.controls).map(([name, control]) => [name, control.initial]),
    );
    expect(completeValues(figure, initial)).toEqual(initial);
  });

  it('is a closed part of the page that says everything without a script', () => {
    const [details, ...inside] = elementsOf(figureHtml(id, 'en'));
    const { text } = figure.draw(completeValues(figure), 'en');
    expect(details?.attributes).toEqual({
      class: 'll-figure',
      'data-figure': id,
      'data-locale': 'en',
    });
    expect(textsOf(inside, 'summary')).toEqual([`Figure: ${figure.title.en}`]);
    expect(textsOf(inside, 'figcaption')).toEqual([figure.description.en]);
    expect(textsOf(inside, 'output')).toEqual([text]);
    const controls = inside.filter(({ attributes }) => attributes.class === 'll-figure-controls');
    expect(controls.map(({ attributes }) => attributes.hidden)).toEqual(['hidden']);
    const set = allElements(controls[0]!).flatMap(({ attributes }) => attributes['data-control'] ?? []);
    expect(set).toEqual(Object.keys(figure.controls));
  });

  it('has no id on the page, so that it can be there several times', () => {
    expect(figureHtml(id, 'de')).not.toMatch(/\s(?:id|for|name)=/);
  });
});

describe('the HTML of figures', () => {
  it('is escaped', () => {
    const html = figureHtml('vector-clipping', 'de');
    expect(html).toContain('‖g‖ = 2,80 &gt; c = 1,50: Norm-Clipping kürzt');
  });

  it('is nothing for an id that is none', () => {
    expect(figureHtml('"><b>', 'de')).toBe('');
    expect(figureOf(undefined)).toBeUndefined();
  });

  it('gives a slider its number as it is read aloud, and a choice its chosen option', () => {
    const html = figureHtml('activation-derivative', 'de');
    expect(html).toContain(
      '<input type="range" data-control="z" autocomplete="off" min="-6" max="6" step="0.1" value="1.5" aria-valuetext="1,5">',
    );
    expect(html).toContain('<option value="0" selected>Sigmoid σ</option><option value="1">tanh</option>');
  });
});

describe('the values of a figure', () => {
  const figure = figureOf('label-smoothing-targets')!;

  it('are brought to what the controls can be set to', () => {
    expect(completeValues(figure, { epsilon: 0.3004, classes: 99 })).toEqual({ epsilon: 0.3, classes: 10 });
    expect(completeValues(figure, { epsilon: Number.NEGATIVE_INFINITY, classes: 2.6 })).toEqual({
      epsilon: 0,
      classes: 3,
    });
  });

  it('are the initial ones for what is missing or no number, and no others', () => {
    expect(completeValues(figure, { epsilon: Number.NaN, colour: 3 })).toEqual({ epsilon: 0.1, classes: 4 });
  });
});

describe('the catalogue of figures', () => {
  const table = conceptTable(figureCatalog);
  const foundIn = (text: string) => [...new Set(table.findAll(text).flatMap(({ values }) => values))];

  it.each([
    ['Gradient Clipping', 'vector-clipping'],
    ['Norm-Clipping:', 'vector-clipping'],
    ['Die Sigmoid-Funktion', 'activation-derivative'],
    ['Aktivierungsfunktionen', 'activation-derivative'],
    ['Vanishing Gradients', 'activation-derivative'],
    ['L1-Regularisierung (Lasso)', 'shrinkage'],
    ['Weight Decay', 'shrinkage'],
    ['Label Smoothing', 'label-smoothing-targets'],
    ['Dropout', 'dropout-mask'],
    ['Early stopping', 'early-stopping-curve'],
  ])('finds the figure of a heading: %s', (heading, id) => {
    expect(foundIn(heading)).toEqual([id]);
  });

  it('finds nothing where a concept is another one', () => {
    expect(foundIn('Data Augmentation, Bagging und Momentum')).toEqual([]);
  });
});
