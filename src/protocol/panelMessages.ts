import type { OwnExperiment } from './ownExperiments';

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
  /** Text of the heading or lead-in; of a `demo` block that of the heading above. */
  readonly anchorText: string;
  /** 0-based line of the heading, lead-in or block. */
  readonly line: number;
  /** 0-based line of the opening fence of the `demo` block whose settings these are; absent where they are from no block. */
  readonly demoLine?: number;
}

/** A setting with the values that are to be tried. */
export interface SweepOrder {
  readonly param: string;
  /** Two to twelve, in the order in which they are to be shown. */
  readonly values: readonly number[];
}

/** A claim with what a finished run says about it. */
export interface JudgedClaim {
  /** Markdown of one line. */
  readonly text: string;
  /** The measured number, and what it has to be, as people write them. */
  readonly measured: string;
  readonly bound: string;
  /** `deviates`: the claim is about a mean over seeds, which one run cannot refute. */
  readonly verdict: 'holds' | 'deviates' | 'fails';
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
      /** What is to be swept at once; absent: nothing. */
      readonly sweep?: SweepOrder;
      readonly origin?: Origin;
      /** Where the experiment is not one of those that ship. */
      readonly own?: OwnExperiment;
    }
  /** The file of a learner's own experiment was saved: for a page that shows it, or says what is wrong with it. */
  | {
      readonly type: 'ownChanged';
      readonly version: number;
      readonly experimentId: string;
      readonly own: OwnExperiment;
    }
  /** The answer to `textsRequested`, as far as it could be had. */
  | {
      readonly type: 'texts';
      readonly version: number;
      readonly experimentId: string;
      /** HTML without scripts by the text's source, as in `RenderedTexts`. */
      readonly inline: Readonly<Record<string, string>>;
      readonly block: Readonly<Record<string, string>>;
      readonly formulas: Readonly<Record<string, string>>;
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
  /** The learner wants these settings in the note. */
  | {
      readonly type: 'keepRequested';
      readonly experimentId: string;
      /** Every setting. */
      readonly params: ParamValues;
      readonly seed: number;
      /** The note that the experiment was opened from. */
      readonly origin?: Origin;
      /** What was swept last. */
      readonly sweep?: SweepOrder;
    }
  /** The learner wants a picture in the note, with what the run came to. */
  | {
      readonly type: 'insertRequested';
      readonly experimentId: string;
      /** The experiment's title, and the picture's. Plain text. */
      readonly title: string;
      readonly figureTitle: string;
      /** Those alone that the run was judged by. */
      readonly claims: readonly JudgedClaim[];
      /** Every setting. */
      readonly params: ParamValues;
      readonly seed: number;
      /** Training step that the picture shows. */
      readonly step: number;
      /** Without folder, with extension. */
      readonly fileName: string;
      readonly format: 'svg' | 'png';
      /** SVG as text, PNG in Base64. */
      readonly content: string;
      readonly origin?: Origin;
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
  /** The page is to show an experiment that is not one of those that ship; the answer is an `open` message. */
  | { readonly type: 'ownRequested'; readonly experimentId: string; readonly origin?: Origin }
  /** The page shows an experiment of the learner's own, whose texts are not rendered yet. */
  | {
      readonly type: 'textsRequested';
      readonly experimentId: string;
      /** Texts of one line, and texts of several paragraphs: Markdown with `$TeX$`. */
      readonly inline: readonly string[];
      readonly block: readonly string[];
      /** TeX of the live formulas. */
      readonly formulas: readonly string[];
    }
  /** The learner wants to be asked before a run from now on, or no more. */
  | { readonly type: 'predictFirstChanged'; readonly isOn: boolean }
  /** Something failed that a log should keep; the page has already told the learner. */
  | { readonly type: 'failed'; readonly message: string };
