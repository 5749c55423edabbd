import { describe, expect, it } from 'vitest';
import { isHostMessage, isLabState, isViewMessage } from '../../src/protocol/checkPanelMessages';
import { isWorkerReport } from '../../webview/isWorkerReport';
import { noPredictions, withSwitch } from '../../webview/prediction/predictions';
import { readSavedState } from '../../webview/savedState';

const origin = { uri: 'file:///n.md', noteTitle: 'N', anchorText: 'A', line: 3 };
const open = { type: 'open', version: 1, locale: 'de', experimentId: 'weight-decay' };
const state = { experimentId: 'weight-decay', params: { noise: 0.5 }, seed: 7, frame: 40 };
const backend = { name: 'webgl', renderer: 'R' };

const term = { passage: 0, start: 4, end: 8, name: 'Norm', html: '<p>x</p>', from: 'Glossar' };
const terms = { type: 'terms', version: 1, experimentId: 'weight-decay', terms: [term, { ...term, origin }] };

describe('messages from the host', () => {
  it.each([
    open,
    { ...open, params: { noise: 9, mode: 'norm', on: true }, seed: 1, origin },
    { ...open, sweep: { param: 'noise', values: [0.2, 0.1] }, origin: { ...origin, demoLine: 4 } },
    terms,
    { ...terms, terms: [] },
  ])('takes %j', (message) => {
    expect(isHostMessage(message)).toBe(true);
  });

  it.each([
    undefined,
    'open',
    { ...open, type: 'close' },
    { ...open, type: ['open'] },
    { ...open, type: { toString: null } },
    { ...open, locale: 'fr' },
    { ...open, experimentId: undefined },
    { ...open, params: [] },
    { ...open, params: { noise: { deep: 1 } } },
    { ...open, seed: '1' },
    { ...open, origin: { ...origin, line: -1 } },
    { ...open, origin: { ...origin, demoLine: '4' } },
    { ...open, sweep: { values: [1, 2] } },
    { ...open, sweep: { param: 'noise', values: [1] } },
    { ...open, sweep: { param: 'noise', values: Array(13).fill(1) } },
    { ...open, sweep: { param: 'noise', values: [1, '2'] } },
    { ...open, sweep: { param: 'noise', values: [1, Number.NaN] } },
    { ...terms, version: undefined },
    { ...terms, experimentId: undefined },
    { ...terms, terms: term },
    { ...terms, terms: [term, null] },
    { ...terms, terms: [{ ...term, passage: -1 }] },
    { ...terms, terms: [{ ...term, end: 4 }] },
    { ...terms, terms: [{ ...term, html: undefined }] },
    { ...terms, terms: [{ ...term, origin: { ...origin, uri: 1 } }] },
  ])('refuses %j', (message) => {
    expect(isHostMessage(message)).toBe(false);
  });
});

describe('messages from the page', () => {
  const progressed = { type: 'progressed', experimentId: 'x', frame: 1, frameCount: 9 };
  const termsRequested = { type: 'termsRequested', experimentId: 'x', passages: ['Die Norm \uFFFC'] };

  const run = { experimentId: 'x', params: { noise: 0.5 }, seed: 7 };
  const keepRequested = { type: 'keepRequested', ...run };
  const claim = { text: 'A', measured: '1', bound: '≥ 0', verdict: 'holds' };
  const file = { fileName: 'a.svg', format: 'svg', content: '<svg />' };
  const about = { title: 'X', figureTitle: 'F', claims: [], step: 3 };
  const insertRequested = { type: 'insertRequested', ...run, ...about, ...file };

  it.each([
    { type: 'ready', version: 1 },
    { ...progressed, backend: 'cpu', renderer: 'JavaScript' },
    { type: 'originRequested', origin },
    { type: 'exportRequested', fileName: 'a.csv', format: 'csv', content: 'x' },
    termsRequested,
    { ...termsRequested, origin },
    keepRequested,
    { ...keepRequested, sweep: { param: 'noise', values: [0.1, 0.2] }, origin },
    insertRequested,
    { ...insertRequested, claims: [claim, { ...claim, verdict: 'deviates' }], format: 'png', origin },
    { type: 'failed', message: 'm' },
  ])('takes %j', (message) => {
    expect(isViewMessage(message)).toBe(true);
  });

  it.each([
    null,
    { type: 'toString' },
    { type: 'ready' },
    { ...progressed, backend: 'gpu', renderer: 'R' },
    { type: 'originRequested', origin: { ...origin, uri: 1 } },
    { ...keepRequested, seed: 2 ** 32 },
    { ...keepRequested, params: undefined },
    { ...keepRequested, sweep: { param: 'noise', values: [1] } },
    { ...keepRequested, origin: { ...origin, line: 0.5 } },
    { ...insertRequested, experimentId: undefined },
    { ...insertRequested, title: 1 },
    { ...insertRequested, step: -1 },
    { ...insertRequested, format: 'csv' },
    { ...insertRequested, content: undefined },
    { ...insertRequested, claims: claim },
    { ...insertRequested, claims: [{ ...claim, verdict: 'open' }] },
    { ...insertRequested, claims: [{ ...claim, measured: 1 }] },
    { ...termsRequested, experimentId: 1 },
    { ...termsRequested, passages: 'Norm' },
    { ...termsRequested, passages: ['Norm', 1] },
    { ...termsRequested, origin: {} },
    { type: 'failed' },
  ])('refuses %j', (message) => {
    expect(isViewMessage(message)).toBe(false);
  });
});

describe('reports from the worker', () => {
  const frames = { type: 'frames', runId: 1, index: 0, done: false, millisecondsPerFrame: 2 };

  it.each([
    { type: 'loaded' },
    { type: 'started', runId: 1, backend, setup: { points: new Float32Array(3) }, frameCount: 51 },
    { ...frames, frames: [{ step: 0, maps: new Uint8Array(4) }] },
    { type: 'recovered', runId: 1, backend: { ...backend, reason: 'context-lost' } },
    { type: 'failed', runId: 1, message: 'm' },
  ])('takes a $type', (report) => {
    expect(isWorkerReport(report)).toBe(true);
  });

  it.each([
    7,
    { type: 'valueOf' },
    { type: 'started', runId: 1, backend: { name: 'gpu' }, setup: {}, frameCount: 51 },
    { type: 'started', runId: 1, backend, setup: { points: [1, 2] }, frameCount: 51 },
    { ...frames, frames: [{ step: '0' }] },
    { ...frames, frames: {} },
    { ...frames, frames: [], runId: -1 },
    { type: 'recovered', runId: 1, backend: { ...backend, reason: 'bored' } },
    { type: 'failed', runId: 1 },
  ])('refuses %j', (report) => {
    expect(isWorkerReport(report)).toBe(false);
  });
});

describe('saved states', () => {
  it('is a lab state for the host and remembers the other experiments', () => {
    const other = { ...state, experimentId: 'gradient-clipping', origin };
    const remembered = { 'gradient-clipping': other, 'weight-decay': state };
    const predictions = withSwitch(noPredictions, false);
    const saved = { ...state, remembered, isPlaying: false, speed: 6, backend: 'cpu', predictions };
    expect(isLabState(saved)).toBe(true);
    expect(readSavedState(saved)).toEqual(saved);
  });

  it('is made of what the host saved, without the rest', () => {
    expect(readSavedState(state)).toEqual({
      ...state,
      remembered: { 'weight-decay': state },
      isPlaying: true,
      speed: -1,
      backend: 'auto',
      predictions: noPredictions,
    });
  });

  it.each([null, 3, {}, { ...state, seed: 2 ** 32 }, { ...state, frame: 1.5 }, { ...state, params: null }])(
    'takes nothing from %j',
    (damaged) => {
      expect(readSavedState(damaged)).toBeUndefined();
    },
  );

  it('leaves out damaged memories', () => {
    const saved = { ...state, remembered: { good: state, bad: { experimentId: 'x' } } };
    expect(readSavedState(saved)?.remembered).toEqual({ good: state, 'weight-decay': state });
  });
});
