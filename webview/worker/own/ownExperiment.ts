import type { ExperimentSpec, Run } from '../../../src/experiments/kit/experiment';
import type { Locale } from '../../../src/experiments/kit/localized';
import { checkOwnSpec, describeOwnSpec } from '../../../src/ownExperiments/ownSpec';
import type { Insertion } from '../../../src/protocol/ownExperiments';
import type { OwnReport } from '../../../src/protocol/workerMessages';
import { guardedRun } from './guardedRun';
import { lockDown } from './lockdown';
import { ownProblem } from './ownProblems';
import { SourceMap } from './sourceMap';
import { OwnError, Watchdog } from './watchdog';

/** An experiment that can be run. */
export interface Runnable {
  readonly spec: ExperimentSpec;
  readonly run: Run;
}

/** What the page writes before the learner's code, see `ownWorkerSource`. */
export interface OwnHeader {
  readonly id: string;
  readonly locale: Locale;
  /** 0-based line of the worker's script that is the first of the learner's file. */
  readonly firstLine: number;
  readonly insertions: readonly Insertion[];
}

/** The learner's file as a function; returns what it declares. */
export type OwnModule = (tick: Watchdog['tick']) => { readonly spec: unknown; readonly run: unknown };

let own: Runnable | undefined;

/** The learner's own experiment, if this worker has one of that id. */
export function findOwnExperiment(id: string): Runnable | undefined {
  return own?.spec.id === id ? own : undefined;
}

function isFunction(value: unknown): value is (...parts: never[]) => unknown {
  return typeof value === 'function';
}

/** The same spec whose functions are called by the watchdog. */
function guardedSpec(spec: ExperimentSpec, watchdog: Watchdog): ExperimentSpec {
  return {
    ...spec,
    claims: spec.claims.map((claim) => ({
      ...claim,
      measure: (trace) => watchdog.limit(() => Number(claim.measure(trace))),
    })),
  };
}

function runnable(module: OwnModule, { id, locale }: OwnHeader, watchdog: Watchdog): Runnable {
  const declared = watchdog.limit(() => module(watchdog.tick));
  const checked = watchdog.limit(() => checkOwnSpec(declared.spec, locale));
  if ('problems' in checked) throw new OwnError(checked.problems.join('\n'));
  const { spec } = checked;
  if (spec.id !== id) throw new OwnError(ownProblem('otherId', locale, id, spec.id));
  if (!isFunction(declared.run)) throw new OwnError(ownProblem('noRun', locale));
  const guarded = guardedSpec(spec, watchdog);
  return { spec: guarded, run: guardedRun(guarded, declared.run as unknown as Run, watchdog) };
}

/**
 * Takes in the learner's file, once for a worker: locks the worker down for good, then runs the file. What it declares is reported, or
 * why it cannot be run.
 */
export function takeOwnExperiment(
  global: typeof globalThis,
  header: OwnHeader,
  module: OwnModule,
  post: (report: OwnReport) => void,
): void {
  const { performance: clock, location } = global;
  const sourceMap = new SourceMap(location.href, header.firstLine, header.insertions);
  const watchdog = new Watchdog(sourceMap, header.locale, () => clock.now());
  Object.assign(Error, { stackTraceLimit: 50 });
  // The lab's own code calls the global `self`, and keeps a canvas there where it has one.
  lockDown(global, ['self', 'lectureLabCanvas'], header.locale);
  try {
    own = runnable(module, header, watchdog);
    post({ type: 'described', spec: describeOwnSpec(own.spec) });
  } catch (error) {
    const place = error instanceof OwnError ? error.place : undefined;
    post({
      type: 'refused',
      message: error instanceof Error ? error.message : String(error),
      ...(place && { place }),
    });
  }
}
