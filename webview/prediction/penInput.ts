import { isUndoKey } from '../undoKey';
import type { PredictedCurve } from './predictionSource';

/** A chart on which can be drawn. */
export interface DrawingPlace {
  /** Index of the nearest data point and the value at a place on the page; `undefined` while there is no chart. */
  pointAt(clientX: number, clientY: number): { readonly index: number; readonly value: number } | undefined;
  /** Brings a data point out, as pointing at it would. */
  pointTo(index: number): void;
}

/** What an element says about itself to screen readers. */
interface Role {
  readonly role: string;
  readonly label: string;
}

/**
 * Takes strokes of pointer and keys on a chart for the curve that is being drawn, before the chart reads them in its own way. While
 * none is being drawn it lets everything through.
 */
export class PenInput {
  readonly #element: HTMLElement;
  readonly #place: DrawingPlace;
  readonly #open: () => PredictedCurve | undefined;
  readonly #onChange: () => void;
  readonly #whileOpen: Role;
  readonly #otherwise: Role;
  #isShownOpen = false;
  /** Pointer that draws a stroke now. */
  #stroke: number | undefined;

  /** `predicted` gives the curve, open or not; `label` is what the chart is called while it takes strokes. */
  constructor(
    element: HTMLElement,
    place: DrawingPlace,
    label: string,
    predicted: () => PredictedCurve | undefined,
    onChange: () => void,
  ) {
    this.#element = element;
    this.#place = place;
    this.#onChange = onChange;
    this.#open = () => {
      const curve = predicted();
      return curve?.isOpen ? curve : undefined;
    };
    this.#whileOpen = { role: 'application', label };
    this.#otherwise = {
      role: element.getAttribute('role') ?? 'img',
      label: element.getAttribute('aria-label') ?? '',
    };
    this.#listen();
  }

  /** Says by look and role whether strokes are taken now. To be called on every draw. */
  refresh(): void {
    const isOpen = this.#open() !== undefined;
    if (isOpen === this.#isShownOpen) return;
    this.#isShownOpen = isOpen;
    this.#element.classList.toggle('is-drawing', isOpen);
    const { role, label } = isOpen ? this.#whileOpen : this.#otherwise;
    this.#element.setAttribute('role', role);
    this.#element.setAttribute('aria-label', label);
  }

  #listen(): void {
    const early = { capture: true };
    this.#element.addEventListener('pointerdown', (event) => this.#begin(event), early);
    this.#element.addEventListener('pointermove', (event) => this.#goOn(event), early);
    this.#element.addEventListener('pointerup', () => this.#end(), early);
    this.#element.addEventListener('pointercancel', () => this.#end(), early);
    this.#element.addEventListener('keydown', (event) => this.#onKey(event), early);
    this.#element.addEventListener(
      'click',
      (event) => this.#open() && event.stopImmediatePropagation(),
      early,
    );
  }

  #begin(event: PointerEvent): void {
    const open = this.#open();
    if (!open || event.button !== 0) return;
    this.#stroke = event.pointerId;
    this.#element.setPointerCapture(event.pointerId);
    open.curve.beginStroke();
    this.#goOn(event);
  }

  #goOn(event: PointerEvent): void {
    const open = this.#open();
    if (!open || event.pointerId !== this.#stroke) return;
    const point = this.#place.pointAt(event.clientX, event.clientY);
    if (!point) return;
    open.curve.drawTo(point.index, point.value);
    this.#place.pointTo(point.index);
    this.#onChange();
  }

  #end(): void {
    this.#stroke = undefined;
  }

  #onKey(event: KeyboardEvent): void {
    const open = this.#open();
    if (!open || !this.#press(open, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Whether the key belongs to drawing. Keys that would pick a variant do nothing while a curve is drawn. */
  #press({ curve }: PredictedCurve, event: KeyboardEvent): boolean {
    if (event.key === 'Enter' || event.key === ' ') return true;
    const isUndo = isUndoKey(event);
    if (isUndo) curve.undo();
    else if (event.ctrlKey || event.metaKey || event.altKey || !curve.pressKey(event.key)) return false;
    if (curve.selected !== undefined) this.#place.pointTo(curve.selected);
    this.#onChange();
    return true;
  }
}
