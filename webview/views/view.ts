import type { Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { Strings } from '../strings';
import type { Theme } from '../theme';

/** What every picture needs to know about the page that it is in. */
export interface ViewContext {
  readonly locale: Locale;
  readonly strings: Strings;
  /** The look at the moment of the call; a picture asks again on every draw. */
  readonly theme: () => Theme;
  /** How many training steps one frame stands for. */
  readonly stepsPerFrame: number;
}

/** What is known about a run before its first frame. */
export interface RunOutline {
  readonly setup: Setup;
  /** How many frames the run has at most. */
  readonly frameCount: number;
}

/** A picture of a run on the page. The same picture is used for one run after another. */
export interface LabView {
  readonly element: HTMLElement;
  /** Another run begins; what was drawn stays until its first frame. */
  begin(run: RunOutline): void;
  /** Draws one frame of the run; those before and after it are there to show its course. */
  draw(trace: Trace, frame: number): void;
  dispose(): void;
}

/** Makes a picture from its declaration. `requestDraw` asks for a `draw` soon: after a change of size or of something to look at. */
export type CreateView<Declaration> = (
  declaration: Declaration,
  context: ViewContext,
  requestDraw: () => void,
) => LabView;
