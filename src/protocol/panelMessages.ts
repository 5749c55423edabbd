/** Raised on every incompatible change of the messages between host and page. */
export const PANEL_PROTOCOL_VERSION = 1;

/** A parameter value as it travels and as notes and saved states write it. */
export type ParamValue = number | string | boolean;

/** Parameter values by name; may be partial, unknown or out of range until checked against the spec. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

/** The place in a note that an experiment was opened from. */
export interface Origin {
  /** URI of the note. */
  readonly uri: string;
  /** Title of the note, as shown to people. */
  readonly noteTitle: string;
  /** Text of the heading or lead-in. */
  readonly anchorText: string;
  /** 0-based line of the heading or lead-in. */
  readonly line: number;
}

/** Which experiment with which settings; saved by the page and restored after a reload. */
export interface LabState {
  readonly experimentId: string;
  readonly params: ParamValues;
  /** Whole number, 0 … 2³²−1. */
  readonly seed: number;
  /** Frames already shown; the run is replayed up to here. */
  readonly frame: number;
  readonly origin?: Origin;
}

/** Orders from the extension host to the page. */
export type HostMessage = {
  readonly type: 'open';
  readonly version: number;
  readonly locale: 'de' | 'en';
  readonly experimentId: string;
  /** Where `params`, a single parameter or `seed` is absent, the page takes what it remembers of this experiment, else the spec's default. */
  readonly params?: ParamValues;
  readonly seed?: number;
  readonly origin?: Origin;
};

/** Reports from the page to the extension host. */
export type ViewMessage =
  | { readonly type: 'ready'; readonly version: number }
  /** At most twice a second while training, and at the end. */
  | {
      readonly type: 'progressed';
      readonly experimentId: string;
      readonly frame: number;
      readonly frameCount: number;
      readonly backend: 'webgl' | 'cpu';
      readonly renderer: string;
    }
  /** The learner followed the link back to the note. */
  | { readonly type: 'originRequested'; readonly origin: Origin }
  /** Something failed that a log should keep; the page has already told the learner. */
  | { readonly type: 'failed'; readonly message: string };
