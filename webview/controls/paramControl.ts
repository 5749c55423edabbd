import type { ParamValue } from '../../src/protocol/panelMessages';

/** The widget of one parameter. */
export interface ParamControl {
  readonly element: HTMLElement;
  setValue(value: ParamValue): void;
  /** Marks the value shown as one that was refused. */
  setInvalid(isInvalid: boolean): void;
}
