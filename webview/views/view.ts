import type { Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { PredictionSource } from '../prediction/predictionSource';
import type { SeriesStyle } from '../seriesStyle';
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
  /** The variant that the pictures bring out; `undefined`: none. A picture asks again on every draw. */
  readonly focus: () => Focus | undefined;
  /** Picks a variant out in all pictures, or with `undefined` none any more. */
  readonly setFocus: (focus: Focus | undefined) => void;
  /** What the learner predicts; where absent, the picture is no part of that. */
  readonly predictions?: PredictionSource;
  /** Whether there is a run to be put into a note; always where absent. */
  readonly hasRun?: () => boolean;
  /** The learner wants the picture of that id, or its numbers. */
  readonly onExport: (viewId: string, target: ExportTarget) => void;
}

/** How a picture can be saved; CSV gives its numbers. */
export type ExportFormat = 'png' | 'svg' | 'csv';

/** Where a picture can go: into a file, or into the note that the experiment was opened from. */
export type ExportTarget = ExportFormat | 'note';

/** What is known about a run before its first frame. */
export interface RunOutline {
  readonly setup: Setup;
  /** How many frames the run has at most. */
  readonly frameCount: number;
}

/** A variant that the learner picked out: the one at `index` of those that the setup's `field` tells apart. */
export interface Focus {
  readonly field: string;
  readonly index: number;
}

/** A picture as SVG elements, without its title and key. */
export interface Picture {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Elements in a box that begins at the origin; all colours are written out, texts are in the font of the page. */
  readonly svg: string;
}

/** One line of a picture's key. */
export interface KeyItem {
  /** Plain text. */
  readonly label: string;
  readonly style: SeriesStyle;
  /** Which signs of the style the key shows. */
  readonly hasLine: boolean;
  readonly hasMarker: boolean;
  /** A remark behind the label, as plain text; empty: none. */
  readonly note: string;
}

/** All numbers of a picture as they were measured, not as they are shown. */
export interface DataTable {
  /** With units where they have one. Plain text. */
  readonly headings: readonly string[];
  /** As many cells as headings each; NaN where there is no value. */
  readonly rows: readonly (readonly (number | string)[])[];
}

/** A picture of a run on the page. The same picture is used for one run after another. */
export interface LabView {
  readonly element: HTMLElement;
  /** Another run begins; what was drawn stays until its first frame. */
  begin(run: RunOutline): void;
  /** Draws one frame of the run; those before and after it are there to show its course. */
  draw(trace: Trace, frame: number): void;
  /** The picture as it is shown; `undefined` while nothing is. */
  picture(): Picture | undefined;
  /** Its numbers; `undefined` while there are none. */
  data(): DataTable | undefined;
  /** What its key says about its signs. */
  keyItems(): readonly KeyItem[];
  dispose(): void;
}

/** Makes a picture from its declaration. `requestDraw` asks for a `draw` soon: after a change of size or of something to look at. */
export type CreateView<Declaration> = (
  declaration: Declaration,
  context: ViewContext,
  requestDraw: () => void,
) => LabView;
