import { checkParams } from '../src/experiments/kit/checkParams';
import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Localized } from '../src/experiments/kit/localized';
import type { OwnExperiment } from '../src/protocol/ownExperiments';
import type { LabState, Origin, ParamValue, ParamValues, SweepOrder } from '../src/protocol/panelMessages';

/** Seeds are whole numbers from 0 to this. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** Seed of a run that nobody chose one for. */
export const DEFAULT_SEED = 1;

/** What was asked for, by the host or by the learner's choice of another experiment. */
export interface OpenRequest {
  readonly params?: ParamValues;
  readonly seed?: number;
  readonly origin?: Origin;
  /** What is to be swept at once. */
  readonly sweep?: SweepOrder;
  /** Where the experiment is the learner's own. */
  readonly own?: OwnExperiment;
  /** Whether the host asks, which knows all experiments. */
  readonly isFromHost?: boolean;
}

/** Settings that can be run, and what was wrong with the ones asked for, a sentence each. */
export interface OpenedSettings {
  readonly params: ParamValues;
  readonly seed: number;
  /** Frame to continue from; 0 where the settings are not the remembered ones. */
  readonly frame: number;
  readonly origin?: Origin;
  /** What is to be swept at once, with the values that can be run. */
  readonly sweep?: SweepOrder;
  readonly problems: readonly Localized[];
}

/** Whether a number can be a seed. */
export function isSeed(seed: number): boolean {
  return Number.isSafeInteger(seed) && seed >= 0 && seed <= LARGEST_SEED;
}

const seedProblem = (seed: number): Localized => ({
  de: `Startwert = ${seed} ist keine ganze Zahl von 0 bis ${LARGEST_SEED}`,
  en: `Seed = ${seed} is not a whole number from 0 to ${LARGEST_SEED}`,
});

/** What is wrong with one value of an experiment's setting, a sentence each; empty if nothing is. */
export function problemsOf(spec: ExperimentSpec, name: string, value: ParamValue): readonly Localized[] {
  const param = spec.params[name];
  const checked = checkParams(param ? { [name]: param } : spec.params, { [name]: value });
  return 'problems' in checked ? checked.problems : [];
}

/** A sweep with those of its values that can be run, and what is wrong with the others; none where fewer than two are left. */
function checkSweep(
  spec: ExperimentSpec,
  { param, values }: SweepOrder,
): Pick<OpenedSettings, 'sweep' | 'problems'> {
  const problems = values.map((value) => problemsOf(spec, param, value));
  const allowed = values.filter((_, index) => problems[index]?.length === 0);
  const once = new Map(problems.flat().map((problem) => [problem.en, problem]));
  return {
    problems: [...once.values()],
    ...(allowed.length > 1 && { sweep: { param, values: allowed } }),
  };
}

const isSame = (one: ParamValues, other: ParamValues) =>
  Object.keys(one).every((name) => one[name] === other[name]);

/**
 * Chooses the settings of an experiment to be opened: each parameter and the seed as asked for, else as remembered, else the default.
 * One that is out of range is refused by itself, with the reason; the rest stands.
 */
export function resolveOpenRequest(
  spec: ExperimentSpec,
  request: OpenRequest,
  remembered: LabState | undefined,
): OpenedSettings {
  const problems: Localized[] = [];
  const params: Record<string, ParamValue> = {};
  for (const [name, param] of Object.entries(spec.params)) params[name] = param.default;
  for (const [name, value] of Object.entries(remembered?.params ?? {})) {
    if (problemsOf(spec, name, value).length === 0) params[name] = value;
  }
  for (const [name, value] of Object.entries(request.params ?? {})) {
    const found = problemsOf(spec, name, value);
    if (found.length === 0) params[name] = value;
    problems.push(...found);
  }
  if (request.seed !== undefined && !isSeed(request.seed)) problems.push(seedProblem(request.seed));
  const asked = request.seed !== undefined && isSeed(request.seed) ? request.seed : undefined;
  const seed = asked ?? remembered?.seed ?? DEFAULT_SEED;
  const continues = remembered !== undefined && seed === remembered.seed && isSame(params, remembered.params);
  const origin = request.origin ?? remembered?.origin;
  const checked = request.sweep && checkSweep(spec, request.sweep);
  return {
    params,
    seed,
    frame: continues ? remembered.frame : 0,
    ...(origin && { origin }),
    ...(checked?.sweep && { sweep: checked.sweep }),
    problems: [...problems, ...(checked?.problems ?? [])],
  };
}
