import type { ExperimentSpec, LiveFormula, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { ParamValues } from '../src/protocol/panelMessages';
import { element } from './dom';
import { fillPlaces, hasPlaces, isSameShown, type ShownValues, showValues } from './liveValues';
import type { Strings } from './strings';
import { renderLiveFormula, setInlineMarkdown } from './text';

/** A piece of a formula's text that changes with the values. */
interface LivePiece {
  readonly node: Text;
  /** What the build left there, with the places of the values. */
  readonly template: string;
}

/** A formula on the page. */
interface FormulaRow {
  readonly formula: LiveFormula;
  readonly element: HTMLElement;
  readonly pieces: readonly LivePiece[];
  shown: ShownValues;
}

/** The texts below an element that have places for values: in the picture of a formula and in its MathML. */
function livePieces(root: HTMLElement): readonly LivePiece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: LivePiece[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!hasPlaces(node.data)) continue;
    node.parentElement?.classList.add('live-value');
    pieces.push({ node, template: node.data });
  }
  return pieces;
}

/** The formulas of the explanation, with the numbers that they have in the frame on the page. Hidden where an experiment has none. */
export class LiveFormulas {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #list = element('div', { class: 'live-formulas-list' });
  #rows: readonly FormulaRow[] = [];

  constructor(locale: Locale, strings: Strings) {
    this.#locale = locale;
    const heading = element('h2', { id: 'live-formulas-heading' }, strings.liveFormulas);
    const label = { class: 'live-formulas', 'aria-labelledby': heading.id };
    this.element = element('section', label, heading, this.#list);
  }

  /** Shows the formulas of another experiment, whose texts the page has; there are no values yet. */
  setSpec(spec: ExperimentSpec): void {
    const formulas = spec.formulas ?? [];
    this.element.hidden = formulas.length === 0;
    this.#rows = formulas.map((formula) => this.#createRow(formula));
    this.#list.replaceChildren(...this.#rows.map((row) => row.element));
  }

  /** Shows the values of a frame of the run. What looks the same is not touched. */
  show(trace: Trace, frame: number, params: ParamValues): void {
    for (const row of this.#rows) this.#fill(row, this.#valuesOf(row, trace, frame, params));
  }

  #valuesOf({ formula }: FormulaRow, trace: Trace, frame: number, params: ParamValues): ShownValues {
    return showValues(formula.values(trace, frame, params), this.#locale);
  }

  #createRow(formula: LiveFormula): FormulaRow {
    const label = element('p', { class: 'live-formula-label' });
    setInlineMarkdown(label, formula.label[this.#locale]);
    const picture = element('div', { class: 'live-formula' });
    picture.innerHTML = renderLiveFormula(formula.tex);
    const row = {
      formula,
      element: element('div', { class: 'live-formula-row' }, label, picture),
      pieces: livePieces(picture),
      shown: {},
    };
    for (const { node, template } of row.pieces) node.data = fillPlaces(template, {});
    return row;
  }

  #fill(row: FormulaRow, values: ShownValues): void {
    if (isSameShown(row.shown, values)) return;
    row.shown = values;
    for (const { node, template } of row.pieces) {
      const text = fillPlaces(template, values);
      if (node.data !== text) node.data = text;
    }
  }
}
