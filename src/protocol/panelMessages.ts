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

/** A term in a text of the page, with the definition that the learner's vault has for it, or else the shipped glossary. */
export interface ExplainedTerm {
  /** Index of the passage among those asked about. */
  readonly passage: number;
  /** Where the term stands in the passage, `[start, end)` in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The term as its definition names it. Plain text. */
  readonly name: string;
  /** The definition as HTML without scripts, its formulas as images. */
  readonly html: string;
  /** Where the definition is from: the title of a note, or that of the shipped glossary with its source. Plain text. */
  readonly from: string;
  /** The place of the definition; `undefined` where it is in no note. */
  readonly origin?: Origin;
}

/** Orders from the extension host to the page. */
export type HostMessage =
  | {
      readonly type: 'open';
      readonly version: number;
      readonly locale: 'de' | 'en';
      readonly experimentId: string;
      /** Where `params`, a single parameter or `seed` is absent, the page takes what it remembers of this experiment, else the spec's default. */
      readonly params?: ParamValues;
      readonly seed?: number;
      readonly origin?: Origin;
    }
  /** The answer to `termsRequested`. Of each term only the first place is told. */
  | {
      readonly type: 'terms';
      readonly version: number;
      readonly experimentId: string;
      readonly terms: readonly ExplainedTerm[];
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
  /** The learner saves a picture or its numbers. */
  | {
      readonly type: 'exportRequested';
      /** Without folder, with extension. */
      readonly fileName: string;
      readonly format: 'svg' | 'csv' | 'png';
      /** SVG and CSV as text, PNG in Base64. */
      readonly content: string;
    }
  /** The page shows these texts and asks which terms in them are defined; the answer is a `terms` message. */
  | {
      readonly type: 'termsRequested';
      readonly experimentId: string;
      /** Plain text of each paragraph; a formula is one U+FFFC. */
      readonly passages: readonly string[];
      /** The note that the experiment was opened from. */
      readonly origin?: Origin;
    }
  /** The learner wants to be asked before a run from now on, or no more. */
  | { readonly type: 'predictFirstChanged'; readonly isOn: boolean }
  /** Something failed that a log should keep; the page has already told the learner. */
  | { readonly type: 'failed'; readonly message: string };
