import { checkParams } from '../../src/experiments/kit/checkParams';
import type { ExperimentSpec, Frame, Run, Running } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { Params, Values } from '../../src/experiments/kit/params';
import { createRandom } from '../../src/experiments/kit/random';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec } from '../../src/experiments/specs.gen';
import type { ParamValues } from '../../src/protocol/panelMessages';
import type { RunRequest } from '../../src/protocol/workerMessages';

import { findOwnExperiment } from './own/ownExperiment';

type StartRequest = Extract<RunRequest, { type: 'start' }>;

/** An experiment with what runs it. Throws where there is none of that id. */
export function findExperiment(id: string): { readonly spec: ExperimentSpec; readonly run: Run } {
  const own = findOwnExperiment(id);
  if (own) return own;
  const [spec, run] = [findSpec(id), findRunner(id)];
  if (!spec || !run) throw new Error(`There is no experiment "${id}".`);
  return { spec, run };
}

/** One value for each parameter of the experiment. Throws, in the learner's language, where a given one is not allowed. */
export function checkedValues(spec: ExperimentSpec, params: ParamValues, locale: Locale): Values<Params> {
  const checked = checkParams(spec.params, params);
  if ('values' in checked) return checked.values;
  throw new Error(checked.problems.map((problem) => problem[locale]).join('\n'));
}

/** The one run that the page looks at. It can begin again, on whatever backend is then current. */
export class TrainingRun {
  readonly id: number;
  readonly #start: () => Running;
  #running: Running;
  #index = 0;
  #ended = false;

  /** Starts the run on the current backend. Throws where experiment or parameters do not exist or are out of range. */
  constructor(request: StartRequest) {
    this.id = request.runId;
    const { spec, run } = findExperiment(request.experimentId);
    const values = checkedValues(spec, request.params, request.locale);
    this.#start = () => run(values, { random: createRandom(request.seed) });
    this.#running = this.#start();
  }

  get setup(): Running['setup'] {
    return this.#running.setup;
  }

  get frameCount(): number {
    return this.#running.frameCount;
  }

  /** Frames computed so far: the index of the next one. */
  get index(): number {
    return this.#index;
  }

  /** Whether the run has no further frame. */
  get isAtEnd(): boolean {
    return this.#ended || this.#index >= this.frameCount;
  }

  /** Computes the next frame; `undefined` after the last. */
  next(): Frame | undefined {
    const next = this.#running.frames.next();
    if (next.done) {
      this.#ended = true;
      return undefined;
    }
    this.#index++;
    return next.value;
  }

  /** Begins again from the first frame on the current backend. Dispose the run first, while the former backend is current. */
  restart(): void {
    this.#index = 0;
    this.#ended = false;
    this.#running = this.#start();
  }

  /** Frees every tensor. Idempotent. */
  dispose(): void {
    this.#running.dispose();
  }
}
