import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isHostMessage, isLabState, isViewMessage } from '../../src/protocol/checkPanelMessages';
import type { OwnExperiment } from '../../src/protocol/ownExperiments';
import type {
  ExplainedTerm,
  HostMessage,
  JudgedClaim,
  LabState,
  Origin,
  ParamValues,
  SweepOrder,
  ViewMessage,
} from '../../src/protocol/panelMessages';
import type { WorkerRequest } from '../../src/protocol/workerMessages';
import { isWorkerReport } from '../../webview/isWorkerReport';
import { isWorkerRequest } from '../../webview/worker/isWorkerRequest';
import { anyText } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';

/** An arbitrary of a type whose fields with `undefined` may be missing. */
type Fields<T> = { readonly [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> };

/** Objects with these fields; the optional ones are there or not. */
function objects<T extends object>(fields: Fields<T>, optional: readonly (keyof T)[] = []): fc.Arbitrary<T> {
  const requiredKeys = (Object.keys(fields) as (keyof T)[]).filter((key) => !optional.includes(key));
  return fc.record(fields, { requiredKeys, noNullPrototype: true }) as unknown as fc.Arbitrary<T>;
}

const type = <T extends string>(name: T) => fc.constant(name);
const names = fc.constantFrom('dropout', 'hiddenRate', '__proto__', 'constructor', 'toString', '', 'ü');
const version = fc.nat(3);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const params = fc.dictionary(
  fc.constantFrom('rate', 'width', 'kind', 'ü'),
  fc.oneof(fc.double(), fc.boolean(), anyText),
) as fc.Arbitrary<ParamValues>;
const locales = fc.constantFrom('de' as const, 'en' as const);
const texts = fc.array(anyText, { maxLength: 3 });
const htmlByText = fc.dictionary(anyText, anyText, { maxKeys: 3 });

const origin = objects<Origin>(
  { uri: anyText, noteTitle: anyText, anchorText: anyText, line: fc.nat(), demoLine: fc.nat() },
  ['demoLine'],
);
const sweep = objects<SweepOrder>({
  param: names,
  values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 12 }),
});
const place = fc.record({ line: fc.nat(), column: fc.nat() });
const own = objects<OwnExperiment>({
  id: names,
  path: anyText,
  uri: anyText,
  content: fc.oneof(
    fc.record({
      code: anyText,
      insertions: fc.array(fc.record({ line: fc.nat(), column: fc.nat(), length: fc.nat() }), {
        maxLength: 2,
      }),
    }),
    fc.record({
      problems: fc.array(fc.record({ message: anyText, place }, { requiredKeys: ['message'] }), {
        maxLength: 2,
      }),
    }),
  ),
});
const term: fc.Arbitrary<ExplainedTerm> = fc
  .tuple(fc.nat(9), fc.nat(99), fc.integer({ min: 1, max: 9 }), anyText)
  .map(([passage, start, length, text]) => ({
    ...{ passage, start, end: start + length },
    ...{ name: text, html: text, from: text },
  }));
const claim = objects<JudgedClaim>({
  ...{ text: anyText, measured: anyText, bound: anyText },
  verdict: fc.constantFrom('holds', 'deviates', 'fails'),
});

/** One arbitrary a type of message, so that none is forgotten. */
const hostMessages: { readonly [T in HostMessage['type']]: fc.Arbitrary<HostMessage & { type: T }> } = {
  open: objects<HostMessage & { type: 'open' }>(
    {
      type: type('open'),
      version,
      locale: locales,
      experimentId: names,
      params,
      seed: seeds,
      sweep,
      origin,
      own,
    },
    ['params', 'seed', 'sweep', 'origin', 'own'],
  ),
  ownChanged: objects<HostMessage & { type: 'ownChanged' }>({
    type: type('ownChanged'),
    ...{ version, experimentId: names, own },
  }),
  texts: objects<HostMessage & { type: 'texts' }>({
    type: type('texts'),
    ...{ version, experimentId: names, inline: htmlByText, block: htmlByText, formulas: htmlByText },
  }),
  terms: objects<HostMessage & { type: 'terms' }>({
    type: type('terms'),
    ...{ version, experimentId: names, terms: fc.array(term, { maxLength: 3 }) },
  }),
};

const viewMessages: { readonly [T in ViewMessage['type']]: fc.Arbitrary<ViewMessage & { type: T }> } = {
  ready: objects<ViewMessage & { type: 'ready' }>({ type: type('ready'), version }),
  progressed: objects<ViewMessage & { type: 'progressed' }>({
    type: type('progressed'),
    ...{ experimentId: names, frame: fc.nat(), frameCount: fc.nat(), renderer: anyText },
    backend: fc.constantFrom('webgl', 'cpu'),
  }),
  originRequested: objects<ViewMessage & { type: 'originRequested' }>({
    type: type('originRequested'),
    origin,
  }),
  exportRequested: objects<ViewMessage & { type: 'exportRequested' }>({
    type: type('exportRequested'),
    ...{ fileName: anyText, content: anyText, format: fc.constantFrom('svg', 'csv', 'png') },
  }),
  keepRequested: objects<ViewMessage & { type: 'keepRequested' }>(
    { type: type('keepRequested'), experimentId: names, params, seed: seeds, origin, sweep },
    ['origin', 'sweep'],
  ),
  insertRequested: objects<ViewMessage & { type: 'insertRequested' }>(
    {
      type: type('insertRequested'),
      ...{ experimentId: names, params, seed: seeds, origin, step: fc.nat() },
      ...{ title: anyText, figureTitle: anyText, fileName: anyText, content: anyText },
      ...{ claims: fc.array(claim, { maxLength: 2 }), format: fc.constantFrom('svg', 'png') },
    },
    ['origin'],
  ),
  termsRequested: objects<ViewMessage & { type: 'termsRequested' }>(
    { type: type('termsRequested'), experimentId: names, passages: texts, origin },
    ['origin'],
  ),
  ownRequested: objects<ViewMessage & { type: 'ownRequested' }>(
    { type: type('ownRequested'), experimentId: names, origin },
    ['origin'],
  ),
  textsRequested: objects<ViewMessage & { type: 'textsRequested' }>({
    type: type('textsRequested'),
    ...{ experimentId: names, inline: texts, block: texts, formulas: texts },
  }),
  predictFirstChanged: objects<ViewMessage & { type: 'predictFirstChanged' }>({
    type: type('predictFirstChanged'),
    isOn: fc.boolean(),
  }),
  failed: objects<ViewMessage & { type: 'failed' }>({ type: type('failed'), message: anyText }),
};

const workerRequests: { readonly [T in WorkerRequest['type']]: fc.Arbitrary<WorkerRequest & { type: T }> } = {
  start: objects<WorkerRequest & { type: 'start' }>({
    type: type('start'),
    ...{ runId: fc.nat(), experimentId: names, params, seed: seeds, locale: locales },
    backend: fc.constantFrom('auto', 'cpu'),
  }),
  advance: objects<WorkerRequest & { type: 'advance' }>({
    type: type('advance'),
    ...{ runId: fc.nat(), count: fc.nat(), budgetMilliseconds: fc.double({ noNaN: true }) },
  }),
  stop: objects<WorkerRequest & { type: 'stop' }>({ type: type('stop'), runId: fc.nat() }),
  survey: objects<WorkerRequest & { type: 'survey' }>({
    type: type('survey'),
    ...{ surveyId: fc.nat(), experimentId: names, locale: locales },
    runs: fc.array(fc.record({ params, seed: seeds }), { maxLength: 3 }),
  }),
};

const report = fc.oneof(
  fc.record({ type: type('loaded') }),
  fc.record(
    { type: type('failed'), runId: fc.nat(), message: anyText, place },
    { requiredKeys: ['type', 'runId', 'message'] },
  ),
  fc.record({ type: type('surveyFailed'), surveyId: fc.nat(), index: fc.nat(), message: anyText }),
  fc.record({ type: type('refused'), message: anyText, place }, { requiredKeys: ['type', 'message'] }),
);

const state = objects<LabState>({ experimentId: names, params, seed: seeds, frame: fc.nat(), origin }, [
  'origin',
]);

/** Whatever can be sent: what JSON has, and what only a copy of memory has. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
  }),
  fc.constantFrom(
    ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'].map((json) =>
      JSON.parse(json),
    ),
  ),
  fc.constantFrom(Number.NaN, -1, 2 ** 53, 1e308, '', 'open', ['open'], { toString: null }, null, undefined),
  names,
);

/** A message with one of its fields, or fields of its fields, something else. */
function damaged(message: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof message !== 'object' || message === null) return value;
  const keys = Object.keys(message);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const copy = (Array.isArray(message) ? [...message] : { ...message }) as Record<string, unknown>;
  copy[key] = damaged(copy[key], rest, value);
  return copy;
}

/** The way to a field; often to the first, which is the type. */
const way = fc.oneof(
  { weight: 1, arbitrary: fc.constant([0]) },
  { weight: 4, arbitrary: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }) },
);
const damages = fc.tuple(way, anything);

/** Messages that are right, with something that is not. */
function withDamage<T>(
  messages: Readonly<Record<string, fc.Arbitrary<T>>>,
): fc.Arbitrary<{ readonly right: T; readonly wrong: unknown }> {
  return fc
    .tuple(fc.oneof(...Object.values(messages)), damages, fc.boolean())
    .map(([right, [steps, value], isAll]) => ({
      right,
      wrong: isAll ? value : damaged(right, steps, value),
    }));
}

const namesOfPrototype = Object.getOwnPropertyNames(Object.prototype).join();

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(namesOfPrototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

/** Fails unless an answer is one, and a yes is about a message of a type that there is. */
function expectAnswer(isAccepted: unknown, message: unknown, types: readonly string[]): void {
  expect(typeof isAccepted).toBe('boolean');
  if (isAccepted) expect(types).toContain((message as { readonly type: unknown }).type);
}

describe('A message', () => {
  it('between host and page is accepted where it is right, and accepted or refused, never thrown at, where it is not', () => {
    const either = { ...hostMessages, ...viewMessages };
    return fuzz('panel-messages', withDamage<HostMessage | ViewMessage>(either), ({ right, wrong }) => {
      expect(isHostMessage(right)).toBe(Object.hasOwn(hostMessages, right.type));
      expect(isViewMessage(right)).toBe(Object.hasOwn(viewMessages, right.type));
      expectAnswer(isHostMessage(wrong), wrong, Object.keys(hostMessages));
      expectAnswer(isViewMessage(wrong), wrong, Object.keys(viewMessages));
    });
  });

  it('to the worker or from it, and a saved state, alike', () =>
    fuzz(
      'worker-messages',
      fc.tuple(
        withDamage<WorkerRequest>(workerRequests),
        withDamage({ state }),
        withDamage<unknown>({ report }),
      ),
      ([{ right, wrong }, saved, reported]) => {
        expect(isWorkerRequest(right)).toBe(true);
        expectAnswer(isWorkerRequest(wrong), wrong, Object.keys(workerRequests));
        expect(isWorkerReport(reported.right)).toBe(true);
        expect(typeof isWorkerReport(reported.wrong)).toBe('boolean');
        expect(isLabState(saved.right)).toBe(true);
        expect(typeof isLabState(saved.wrong)).toBe('boolean');
      },
    ));
});
