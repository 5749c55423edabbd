import type { ParamValues } from '../../src/protocol/panelMessages';

/** What a learner predicted: an option, or a value for every point of the curve. */
export type Given =
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'curve'; readonly values: readonly number[] };

/** What has become of a question. `settings`: those under which it was answered, as `settingsKey` writes them. */
export type QuestionState =
  | { readonly status: 'open' }
  | { readonly status: 'skipped' }
  | { readonly status: 'answered'; readonly given: Given; readonly settings: string };

/** The questions of one experiment. */
export interface AskedQuestions {
  /** Id of the one that was asked last. */
  readonly current: string;
  /** By id; one that was never asked is not there. */
  readonly questions: Readonly<Record<string, QuestionState>>;
}

/** All that is known of the learner's predictions. Plain data, kept over a reload. */
export interface Predictions {
  /** Whether the learner wants to be asked before a run. */
  readonly isOn: boolean;
  /** By id of the experiment; one in which nothing was asked is not there. */
  readonly byExperiment: Readonly<Record<string, AskedQuestions>>;
}

/** Before anything was asked. */
export const noPredictions: Predictions = { isOn: true, byExperiment: {} };

/** Settings as one text: the same settings give the same text, in whatever order they are. */
export function settingsKey(params: ParamValues, seed: number): string {
  const entries = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([seed, ...entries]);
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What was asked in an experiment; `undefined`: nothing. */
export function askedIn(state: Predictions, experiment: string): AskedQuestions | undefined {
  return own(state.byExperiment, experiment);
}

/** What has become of a question; `undefined`: it was never asked. */
export function questionState(
  state: Predictions,
  experiment: string,
  question: string,
): QuestionState | undefined {
  const asked = askedIn(state, experiment);
  return asked && own(asked.questions, question);
}

/** The state after a question was opened, skipped or answered; it is the current one then. */
export function withQuestion(
  state: Predictions,
  experiment: string,
  question: string,
  next: QuestionState,
): Predictions {
  const before = askedIn(state, experiment)?.questions ?? {};
  const asked: AskedQuestions = { current: question, questions: { ...before, [question]: next } };
  return { ...state, byExperiment: { ...state.byExperiment, [experiment]: asked } };
}

/** The state after the learner has switched questions on or off. */
export function withSwitch(state: Predictions, isOn: boolean): Predictions {
  return { ...state, isOn };
}

/** Id of the first question after the current one that is not answered; `undefined`: there is none. */
export function nextQuestion(
  state: Predictions,
  experiment: string,
  ids: readonly string[],
): string | undefined {
  const current = askedIn(state, experiment)?.current;
  const isAnswered = (id: string) => questionState(state, experiment, id)?.status === 'answered';
  return ids.slice(ids.indexOf(current ?? '') + 1).find((id) => !isAnswered(id));
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readGiven(value: unknown): Given | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, option, values } = value;
  if (kind === 'choice' && typeof option === 'string') return { kind, option };
  const isCurve = kind === 'curve' && Array.isArray(values) && values.every(Number.isFinite);
  return isCurve ? { kind, values: [...values] } : undefined;
}

function readQuestion(value: unknown): QuestionState | undefined {
  if (!isRecord(value)) return undefined;
  const { status, settings } = value;
  if (status === 'open' || status === 'skipped') return { status };
  const given = readGiven(value.given);
  return status === 'answered' && given && typeof settings === 'string'
    ? { status, given, settings }
    : undefined;
}

function readEach<T>(value: unknown, read: (entry: unknown) => T | undefined): Readonly<Record<string, T>> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([key, entry]) => {
      const result = read(entry);
      return result === undefined ? [] : [[key, result] as const];
    }),
  );
}

function readAsked(value: unknown): AskedQuestions | undefined {
  if (!isRecord(value)) return undefined;
  const questions = readEach(value.questions, readQuestion);
  const { current } = value;
  return typeof current === 'string' && Object.hasOwn(questions, current)
    ? { current, questions }
    : undefined;
}

/** The predictions in a value of unknown origin. Damaged parts are left out; what is left out is asked again. Never throws. */
export function readPredictions(value: unknown): Predictions {
  if (!isRecord(value)) return noPredictions;
  return { isOn: value.isOn !== false, byExperiment: readEach(value.byExperiment, readAsked) };
}
