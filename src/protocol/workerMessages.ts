import type { SourcePlace } from './ownExperiments';
import type { ParamValues } from './panelMessages';

/** A frame or setup as it is posted: the arrays' buffers are transferred. */
export type PostedValues = Readonly<Record<string, number | Float32Array | Uint8Array>>;

/** Orders about the run that the learner watches. The page pulls: no frame is computed that was not asked for. */
export type RunRequest =
  /** Ends the current run, if any, and starts another. To continue a saved run, advance to its frame: the same pair of parameters and seed gives the same frames. */
  | {
      readonly type: 'start';
      readonly runId: number;
      readonly experimentId: string;
      readonly params: ParamValues;
      readonly seed: number;
      /** `auto`: WebGL where it works, else CPU. */
      readonly backend: 'auto' | 'cpu';
      /** Language of the messages about this run. */
      readonly locale: 'de' | 'en';
    }
  /** Compute and post up to `count` frames, fewer when `budgetMilliseconds` is used up first (at least one). */
  | {
      readonly type: 'advance';
      readonly runId: number;
      readonly count: number;
      readonly budgetMilliseconds: number;
    }
  /** Ends the run and frees its tensors. */
  | { readonly type: 'stop'; readonly runId: number };

/**
 * Runs these one after the other, each to its end, on the CPU, and reports each. For a worker that does nothing else: the page ends it
 * by ending the worker.
 */
export interface SurveyRequest {
  readonly type: 'survey';
  readonly surveyId: number;
  readonly experimentId: string;
  readonly runs: readonly SurveyedRun[];
  /** Language of the messages about failures. */
  readonly locale: 'de' | 'en';
}

/** Orders from the page to a training worker. */
export type WorkerRequest = RunRequest | SurveyRequest;

/** Settings of one run of a survey; every parameter has a value. */
export interface SurveyedRun {
  readonly params: ParamValues;
  readonly seed: number;
}

/** Why the backend is what it is; `undefined` reason means nothing went wrong. */
export interface BackendInfo {
  readonly name: 'webgl' | 'cpu';
  /** What the driver calls itself, e.g. "ANGLE (Google, Vulkan 1.3.0 (SwiftShader …))"; for the CPU "JavaScript". */
  readonly renderer: string;
  /** `webgl-unavailable`: no WebGL here. `context-lost`: it was lost during the run and could not be rebuilt. `requested`: the learner chose it. */
  readonly reason?: 'webgl-unavailable' | 'context-lost' | 'requested';
}

/** Reports about the run that the learner watches. */
export type RunReport =
  | {
      readonly type: 'started';
      readonly runId: number;
      readonly backend: BackendInfo;
      readonly setup: PostedValues;
      readonly frameCount: number;
    }
  | {
      readonly type: 'frames';
      readonly runId: number;
      /** 0-based index of `frames[0]` in the run. */
      readonly index: number;
      readonly frames: readonly PostedValues[];
      /** The run has no further frame. */
      readonly done: boolean;
      /** Mean time that one frame took. */
      readonly millisecondsPerFrame: number;
    }
  /** The WebGL context was lost; the run was rebuilt and replayed to the same frame on `backend`, nothing was lost. */
  | { readonly type: 'recovered'; readonly runId: number; readonly backend: BackendInfo }
  /** The run cannot go on. `message` says what happened; errors of settings are in the run's language, inner ones are English. */
  | {
      readonly type: 'failed';
      readonly runId: number;
      readonly message: string;
      /** Where in the learner's own file it failed. */
      readonly place?: SourcePlace;
    };

/** Reports about the runs of a survey, in their order. */
export type SurveyReport =
  /** One run of a survey is finished. */
  | {
      readonly type: 'surveyed';
      readonly surveyId: number;
      /** 0-based index among the runs asked for. */
      readonly index: number;
      readonly setup: PostedValues;
      /** The last frame. */
      readonly last: PostedValues;
      /** What each claim of the experiment measures, in their order; NaN where it is asserted under other settings. */
      readonly claims: readonly number[];
    }
  /** One run of a survey cannot be carried out; the next one follows. */
  | {
      readonly type: 'surveyFailed';
      readonly surveyId: number;
      readonly index: number;
      readonly message: string;
    };

/** Reports about the experiment of the learner's own that the worker was started with. */
export type OwnReport =
  /** `spec` is its spec without its functions, checked: an `OwnDescription`. */
  | { readonly type: 'described'; readonly spec: unknown }
  | { readonly type: 'refused'; readonly message: string; readonly place?: SourcePlace };

/** Reports from a training worker to the page. */
export type WorkerReport =
  /** The worker's code is loaded. */
  { readonly type: 'loaded' } | RunReport | SurveyReport | OwnReport;
