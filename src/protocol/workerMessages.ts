import type { ParamValues } from './panelMessages';

/** A frame or setup as it is posted: the arrays' buffers are transferred. */
export type PostedValues = Readonly<Record<string, number | Float32Array | Uint8Array>>;

/** Orders from the page to the training worker. The page pulls: no frame is computed that was not asked for. */
export type WorkerRequest =
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

/** Why the backend is what it is; `undefined` reason means nothing went wrong. */
export interface BackendInfo {
  readonly name: 'webgl' | 'cpu';
  /** What the driver calls itself, e.g. "ANGLE (Google, Vulkan 1.3.0 (SwiftShader …))"; for the CPU "JavaScript". */
  readonly renderer: string;
  /** `webgl-unavailable`: no WebGL here. `context-lost`: it was lost during the run and could not be rebuilt. `requested`: the learner chose it. */
  readonly reason?: 'webgl-unavailable' | 'context-lost' | 'requested';
}

/** Reports from the training worker to the page. */
export type WorkerReport =
  /** The worker's code is loaded. */
  | { readonly type: 'loaded' }
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
  /** The run cannot go on. `message` says what happened, and where it diverged at which step, in the run's language; inner errors are English. */
  | { readonly type: 'failed'; readonly runId: number; readonly message: string };
