import * as v from 'valibot';
import type { ChoicePrediction, Claim, ExperimentSpec, LiveFormula } from '../experiments/kit/experiment';
import type { Locale, Localized } from '../experiments/kit/localized';
import type { Param, Params } from '../experiments/kit/params';

/*
 * What a learner's own spec must be like. The same as `ExperimentSpec`, with two things that are easier to write: a text may be one
 * string for both languages, and what is there for judging or explaining may be left out.
 */

const text = v.union(
  [
    v.pipe(
      v.string(),
      v.transform((both): Localized => ({ de: both, en: both })),
    ),
    v.object({ de: v.string(), en: v.string() }),
  ],
  (issue) => `string, { de, en }|${issue.received}`,
);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const field = v.pipe(v.string(), v.nonEmpty());
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const range = v.tuple([number, number]);
const calls = v.custom<(...parts: never[]) => unknown>(
  (value) => typeof value === 'function',
  (issue) => `function|${issue.received}`,
);
const settings = v.record(v.string(), v.union([v.number(), v.string(), v.boolean()]));

const param = v.variant('kind', [
  v.object({
    kind: v.literal('number'),
    label: text,
    help: v.optional(text, ''),
    min: number,
    max: number,
    step: number,
    scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
    integer: v.optional(v.boolean(), false),
    symbol: v.optional(v.string()),
    unit: v.optional(text),
    default: number,
  }),
  v.object({
    kind: v.literal('choice'),
    label: text,
    help: v.optional(text, ''),
    options: v.pipe(v.array(v.object({ value: v.string(), label: text })), v.minLength(2)),
    default: v.string(),
  }),
  v.object({ kind: v.literal('switch'), label: text, help: v.optional(text, ''), default: v.boolean() }),
]);

const axisEntries = {
  title: text,
  unit: v.optional(text),
  scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
  range: v.optional(range),
};
const axis = v.object(axisEntries);
const base = { id, title: text, caption: v.optional(text, '') };
const swept = v.object({ field, symbol: v.string() });
const named = v.object({ field, label: text });
const theory = v.object({
  field,
  label: text,
  source: v.string(),
  series: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const series = <T extends v.ObjectEntries>(more: T) =>
  v.pipe(v.array(v.object({ field, label: text, ...more })), v.nonEmpty());
const labels = v.array(text);
const ranged = v.object({ ...axisEntries, range });
const side = v.union([
  v.object({ title: text, labels }),
  v.object({ title: text, count, first: v.pipe(v.number(), v.integer()) }),
]);

const view = v.variant('kind', [
  v.object({
    kind: v.literal('response'),
    ...base,
    x: v.object({ field, title: text, labels: v.optional(labels) }),
    y: axis,
    series: series({}),
    variants: v.optional(swept),
    theory: v.optional(v.array(theory)),
  }),
  v.object({
    kind: v.literal('profile'),
    ...base,
    x: v.object({ ...axisEntries, field }),
    y: axis,
    series: series({ mark: v.optional(v.picklist(['line', 'points', 'stems'])) }),
    variants: v.optional(swept),
    theory: v.optional(v.array(theory)),
  }),
  v.object({
    kind: v.literal('timeline'),
    ...base,
    y: axis,
    series: series({ index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
    variants: v.optional(swept),
    threshold: v.optional(named),
  }),
  v.object({
    kind: v.literal('decision-maps'),
    ...base,
    field,
    rows: count,
    columns: count,
    xRange: range,
    yRange: range,
    points: field,
    variants: v.object({ field, symbol: v.string(), labels: v.optional(labels) }),
    readouts: v.optional(v.array(named), []),
  }),
  v.object({
    kind: v.literal('landscape'),
    ...base,
    surface: field,
    rows: count,
    columns: count,
    x: ranged,
    y: ranged,
    colorTitle: text,
    paths: v.object({ field, labels: v.pipe(labels, v.nonEmpty()) }),
    swarm: field,
  }),
  v.object({
    kind: v.literal('images'),
    ...base,
    field,
    rows: count,
    columns: count,
    across: count,
    palette: v.picklist(['ink', 'signed']),
    rowLabels: v.optional(labels),
    numbers: v.optional(named),
    marked: v.optional(named),
    variants: v.optional(swept),
  }),
  v.object({
    kind: v.literal('matrix'),
    ...base,
    field,
    rows: side,
    columns: side,
    value: text,
    range,
  }),
  v.object({
    kind: v.literal('scatter'),
    ...base,
    x: axis,
    y: axis,
    series: series({}),
    variants: v.optional(swept),
    line: v.optional(named),
  }),
  v.object({
    kind: v.literal('networks'),
    ...base,
    layers: v.pipe(v.array(count), v.minLength(2)),
    masks: field,
    weights: field,
    across: count,
    numbers: v.optional(named),
  }),
]);

const claim = v.object({
  id,
  text,
  source: v.optional(v.string(), ''),
  params: v.optional(settings),
  measure: calls,
  bound: v.object({ atLeast: v.optional(number), atMost: v.optional(number) }),
  over: v.optional(v.picklist(['every-seed', 'mean']), 'every-seed'),
});

const prediction = v.variant('kind', [
  v.object({
    kind: v.literal('choice'),
    id,
    question: text,
    because: text,
    options: v.pipe(v.array(v.object({ id: v.string(), text })), v.minLength(2), v.maxLength(4)),
    answer: calls,
  }),
  v.object({
    kind: v.literal('curve'),
    id,
    question: text,
    because: text,
    view: v.string(),
    series: v.pipe(v.number(), v.integer(), v.minValue(0)),
    range,
  }),
]);

const spec = v.object({
  id,
  title: text,
  summary: v.optional(text, ''),
  explanation: v.optional(text, ''),
  concepts: v.optional(v.object({ de: v.array(v.string()), en: v.optional(v.array(v.string()), []) }), {
    de: [],
  }),
  params: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-zA-Z]\w*$/)), param), {}),
  views: v.pipe(v.array(view), v.nonEmpty()),
  claims: v.optional(v.array(claim), []),
  presets: v.optional(
    v.array(v.object({ id, title: text, why: v.optional(text, ''), params: settings })),
    [],
  ),
  limits: v.optional(text),
  predictions: v.optional(v.array(prediction), []),
  formulas: v.optional(v.array(v.object({ label: text, tex: v.string(), values: calls })), []),
  stepsPerFrame: v.optional(count, 1),
});

const words: Readonly<Record<Locale, { readonly expected: string; readonly found: string }>> = {
  de: { expected: 'erwartet wird', found: 'gefunden' },
  en: { expected: 'expected', found: 'found' },
};

/** Messages of our own say what was expected before the bar, and what was found behind it. */
function sentenceOf(issue: v.BaseIssue<unknown>, locale: Locale): string {
  const { expected, found } = words[locale];
  const [own, received] = issue.message.includes('|') ? issue.message.split('|') : [];
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  const wanted = own ?? issue.expected ?? issue.message;
  return `spec${path && `.${path}`}: ${expected} ${wanted}, ${found} ${received ?? issue.received}.`;
}

/** What contradicts itself, although each part is allowed. */
function contradictions({ params }: v.InferOutput<typeof spec>, locale: Locale): readonly string[] {
  const { expected } = words[locale];
  return Object.entries(params).flatMap(([name, declared]) => {
    const where = `spec.params.${name}`;
    if (declared.kind === 'choice') {
      const options = declared.options.map(({ value }) => value);
      const isOne = options.includes(declared.default);
      return isOne ? [] : [`${where}.default: ${expected} ${options.join(' | ')}.`];
    }
    if (declared.kind === 'switch') return [];
    const { min, max, step, scale, default: initial } = declared;
    if (min >= max) return [`${where}: ${expected} min < max.`];
    if (step <= 0) return [`${where}.step: ${expected} > 0.`];
    if (scale === 'log' && min <= 0) return [`${where}.min: ${expected} > 0 (scale: log).`];
    return initial >= min && initial <= max ? [] : [`${where}.default: ${expected} ${min} … ${max}.`];
  });
}

/**
 * Checks a spec that a learner wrote; `problems` are sentences in the learner's language. The result has every text in both languages
 * and a default for all that may be left out.
 */
export function checkOwnSpec(
  value: unknown,
  locale: Locale,
): { readonly spec: ExperimentSpec } | { readonly problems: readonly string[] } {
  const result = v.safeParse(spec, value);
  if (!result.success) return { problems: result.issues.map((issue) => sentenceOf(issue, locale)) };
  const problems = contradictions(result.output, locale);
  // The library's types have `undefined` where ours leave a property out, and cannot tell a claim's function from any other.
  return problems.length > 0 ? { problems } : { spec: result.output as unknown as ExperimentSpec };
}

/** The parameters of a spec that are as they must be, by name; others are left out. */
export function readOwnParams(value: unknown): Params {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).flatMap(([name, declared]) => {
    const result = v.safeParse(param, declared);
    return result.success ? [[name, result.output as Param] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A spec without its functions: what a worker can tell the page about an experiment. */
export interface OwnDescription
  extends Omit<ExperimentSpec, 'claims' | 'predictions' | 'formulas' | 'divergence'> {
  readonly claims: readonly Omit<Claim, 'measure'>[];
  readonly predictions: readonly (
    | Omit<ChoicePrediction, 'answer'>
    | Exclude<NonNullable<ExperimentSpec['predictions']>[number], ChoicePrediction>
  )[];
  readonly formulas: readonly Omit<LiveFormula, 'values'>[];
}

/** The spec as plain data. */
export function describeOwnSpec(own: ExperimentSpec): OwnDescription {
  return JSON.parse(JSON.stringify(own)) as OwnDescription;
}
