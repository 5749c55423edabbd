import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { isWithin } from '../../src/experiments/kit/claims';
import type { ExperimentSpec, Run, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { liveFormulaHtml } from '../../src/ownExperiments/liveFormulaHtml';
import { specFromDescription } from '../../src/ownExperiments/ownFields';
import { checkOwnSpec, describeOwnSpec } from '../../src/ownExperiments/ownSpec';
import { readOwn } from '../../src/ownExperiments/readOwn';
import type { OwnCode } from '../../src/protocol/ownExperiments';
import { guardedRun } from '../../webview/worker/own/guardedRun';
import { SourceMap } from '../../webview/worker/own/sourceMap';
import { OwnError, Watchdog } from '../../webview/worker/own/watchdog';

const sourceMap = new SourceMap('blob:x', 0, []);

function watchdog(now: () => number = () => performance.now(), locale: Locale = 'en'): Watchdog {
  return new Watchdog(sourceMap, locale, now);
}

/** The code of a file that can be run. Throws what is wrong with any other. */
function codeOf(source: string): OwnCode {
  const { prepared } = readOwn('own', source, 'en');
  if ('problems' in prepared) throw new Error(JSON.stringify(prepared.problems));
  return prepared.code;
}

/** What a file declares, with the watchdog in its loops; as the worker runs it, but for the lock. */
function moduleOf(source: string, dog: Watchdog): { readonly spec: unknown; readonly run: Run } {
  const { code } = codeOf(source);
  return new Function('lectureLabTick', `'use strict';\n${code}\nreturn { spec, run };`)(dog.tick);
}

/** A file as an experiment, whose problems are said in that language. */
function experimentOf(
  source: string,
  locale: Locale = 'en',
): { readonly spec: ExperimentSpec; readonly run: Run } {
  const dog = watchdog(undefined, locale);
  const { spec, run } = moduleOf(source, dog);
  const checked = checkOwnSpec(spec, 'en');
  if ('problems' in checked) throw new Error(checked.problems.join('\n'));
  return { spec: checked.spec, run: guardedRun(checked.spec, run, dog) };
}

function traceOf({ spec, run }: ReturnType<typeof experimentOf>, given: object = {}): Trace {
  const params = checkParams(spec.params, given);
  if ('problems' in params) throw new Error(params.problems.map(({ en }) => en).join());
  return record(run, params.values, 1);
}

const view = `{ kind: 'timeline', id: 'v', title: 'V', y: { title: 'y' }, series: [{ field: 'y', label: 'y' }] }`;

/** A file whose run yields these frames, written as code. */
function yielding(frames: string, more = ''): string {
  return `export const spec = { id: 'own', title: 'Own', views: [${view}]${more} };
export function run() {
  function* frames() { ${frames} }
  return { setup: {}, frameCount: 3, frames: frames() };
}`;
}

const guide = readFileSync(join(root, 'docs/own-experiments.md'), 'utf8');
const example = /```js\n([\s\S]*?)```/.exec(guide)![1]!;
const template = (locale: string) =>
  readFileSync(join(root, `media/own-experiment/template.${locale}.js`), 'utf8').replace("'ID'", "'own'");

beforeAll(() => startCpu());

describe('The examples that ship', () => {
  it.each([
    ['of the guide', example],
    ['that the command writes in German', template('de')],
    ['that the command writes in English', template('en')],
  ])('%s run, and their claims hold', (_, source) => {
    const experiment = experimentOf(source);
    const trace = traceOf(experiment);
    expect(trace.frames.length).toBeGreaterThan(10);
    expect(experiment.spec.claims.length).toBeGreaterThan(0);
    for (const claim of experiment.spec.claims) {
      expect(isWithin(claim.measure(trace), claim.bound), claim.id).toBe(true);
    }
  });

  it('show their concepts and settings without being run', () => {
    const { entry, params } = readOwn('monte-carlo-pi', example, 'de');
    expect(entry.title.de).toBe('π durch Zufall');
    expect(entry.concepts.de).toContain('Monte-Carlo-Methode');
    expect(params.points).toMatchObject({ kind: 'number', min: 10, max: 1000 });
  });
});

describe('A file', () => {
  it('keeps its lines when it is made ready', () => {
    const { code } = codeOf(example);
    expect(code.split('\n').length).toBe(example.split('\n').length);
    expect(code).toContain('       const spec = {');
  });

  it.each([
    ["import fs from 'fs';\nexport const spec = {};\nexport function run() {}", 'import', 0],
    ["export const spec = {};\nexport function run() { import('x'); }", 'import', 1],
    ['export const spec = {};\nexport async function run() {}', 'await', 1],
    ['export const spec = {};\nconst run = () => {};\nexport { run };', 'declarations', 2],
    ['export const spec = {', 'Unexpected token', 0],
    ['const spec = {};\nexport function run() {}', 'export const spec', undefined],
    ['', 'export const spec', undefined],
  ])('is refused where it is %j', (source, message, line) => {
    const { prepared } = readOwn('own', source, 'en');
    const problems = 'problems' in prepared ? prepared.problems : [];
    expect(problems.map((problem) => problem.message).join()).toContain(message);
    expect(problems[0]?.place?.line).toBe(line);
  });

  it.each(['[', '1+', '!', 'if(a)'])('is refused where it is nested as deeply as many times %s', (piece) => {
    const { prepared } = readOwn('own', `export const spec = 1;\n${piece.repeat(50_000)}`, 'en');
    expect('problems' in prepared && prepared.problems[0]?.message).toMatch(
      /nested too deeply|Unexpected token/,
    );
  });

  it.each([
    "spec: 'text'",
    'a: 1',
    'views: []',
    `views: [${view}, { kind: 'piechart' }]`,
    `views: [${view}], params: { x: { kind: 'number', label: 'x', min: 2, max: 1, step: 1, default: 1 } }`,
    `views: [${view}], params: { x: { kind: 'number', label: 'x', min: 0, max: 1, step: 1, default: 5 } }`,
    `views: [${view}], claims: [{ id: 'c', text: 'c', measure: 3, bound: {} }]`,
    `views: [${view}], title: 7`,
  ])('whose spec says %j is refused with the path', (fields) => {
    const dog = watchdog();
    const { spec } = moduleOf(
      `export const spec = { id: 'own', title: 'T', ${fields} };\nexport function run() {}`,
      dog,
    );
    const checked = checkOwnSpec(spec, 'en');
    expect('problems' in checked && checked.problems[0]).toMatch(/^spec(?:\.\w+)*: expected /);
  });
});

describe("A learner's run", () => {
  it('gives the page what it cannot compute: measured claims, right options, live values', () => {
    const experiment = experimentOf(
      yielding(
        'yield { y: 1 }; yield { y: 2 };',
        `, claims: [{ id: 'c', text: 'c', measure: ({ frames }) => frames.length * 10, bound: { atLeast: 1 } }],
        predictions: [{ kind: 'choice', id: 'p', question: 'q', because: 'b', options: [{ id: 'one', text: '1' }, { id: 'two', text: '2' }], answer: () => 'two' }],
        formulas: [{ label: 'f', tex: '\\\\live{a} + \\\\live{b}', values: ({ frames }, at) => ({ b: 5, a: frames[at].y }) }]`,
      ),
    );
    const trace = traceOf(experiment);
    const page = specFromDescription(describeOwnSpec(experiment.spec));
    expect(page.claims[0]!.measure(trace)).toBe(20);
    const [prediction] = page.predictions ?? [];
    expect(prediction?.kind === 'choice' && prediction.answer(trace)).toBe('two');
    expect(page.formulas![0]!.values(trace, 0, {})).toEqual({ a: 1, b: 5 });
    expect(page.formulas![0]!.values(trace, 1, {})).toEqual({ a: 2, b: 5 });
  });

  it.each([
    ["yield { y: 'text' };", 'frames[0].y: number, Float32Array or Uint8Array expected'],
    ['yield 3;', 'frames[0]: object expected'],
    ['yield { z: 1 };', 'there is no field "y" in the frame'],
    ['for (;;) yield { y: 0, more: new Uint8Array(5e7) };', 'More than 128 MB of frames'],
    ["throw new RangeError('no');", 'RangeError: no'],
    ['null.x;', 'TypeError'],
  ])('ends with what is wrong at %j', (frames, message) => {
    expect(() => traceOf(experimentOf(yielding(frames)))).toThrow(message);
  });

  it.each([
    [
      "yield { y: 'text' };",
      'frames[0].y: Hier wird eine Zahl, ein Float32Array oder ein Uint8Array erwartet.',
    ],
    ['yield 3;', 'frames[0]: Hier wird ein Objekt erwartet.'],
    ['yield { z: 1 };', 'Bild „v“: das Feld „y“ fehlt in frame.'],
    ['for (;;) yield { y: 0, more: new Uint8Array(5e7) };', 'mehr als 128 MB'],
  ])('says in German what is wrong at %j', (frames, message) => {
    expect(() => traceOf(experimentOf(yielding(frames), 'de'))).toThrow(message);
  });

  it('does not share its arrays with the frames that it gave', () => {
    const { frames } = traceOf(
      experimentOf(yielding('const a = Float32Array.of(1); yield { y: 0, a }; a[0] = 2; yield { y: 0, a };')),
    );
    expect(frames.map(({ a }) => (a as Float32Array)[0])).toEqual([1, 2]);
  });
});

describe('The watchdog', () => {
  it('ends a loop that takes too long, and knows its line', () => {
    let now = 0;
    const dog = watchdog(() => (now += 1000));
    const { run } = moduleOf('export const spec = {};\nexport function run() {\n  for (;;) {}\n}', dog);
    const ended = (): unknown => {
      try {
        return dog.limit(() => run({}, {} as never));
      } catch (error) {
        return error;
      }
    };
    expect(ended()).toMatchObject({ place: { line: 2, column: 2 } });
    expect(ended()).toBeInstanceOf(OwnError);
  });

  it.each([
    'while (true) ;',
    'do {} while (true);',
    'for (const x of endless()) ;',
    'for (const k in o) for (;;) k;',
  ])('ends %s', (loop) => {
    let now = 0;
    const dog = watchdog(() => (now += 100));
    const source = `export const spec = {};\nfunction* endless() { for (;;) yield 1; }\nconst o = { a: 1 };\nexport function run() { ${loop} }`;
    const { run } = moduleOf(source, dog);
    expect(() => dog.limit(() => run({}, {} as never))).toThrow(/Is it endless/);
  });

  it('lets no loop run behind its back', () => {
    const dog = watchdog();
    const { run } = moduleOf('export const spec = {};\nexport function run() { for (;;) {} }', dog);
    expect(() => run({}, {} as never)).toThrow(/no `async`/);
  });
});

describe('A place in the script of the worker', () => {
  it('is found in the file, whatever was put into the line', () => {
    const map = new SourceMap('blob:x', 10, [
      { line: 1, column: 4, length: 20 },
      { line: 1, column: 9, length: 5 },
    ]);
    const placeOf = (line: number, column: number) =>
      map.placeOf({ name: '', message: '', stack: `Error: x\n    at f (blob:x:${line}:${column})` });
    expect(placeOf(11, 3)).toEqual({ line: 0, column: 2 });
    expect(placeOf(12, 3)).toEqual({ line: 1, column: 2 });
    expect(placeOf(12, 1 + 6 + 20)).toEqual({ line: 1, column: 6 });
    expect(placeOf(12, 1 + 12 + 25)).toEqual({ line: 1, column: 12 });
    expect(placeOf(3, 3)).toBeUndefined();
  });
});

describe('A live formula', () => {
  it('has the places of its values in the picture and for screen readers', () => {
    const html = liveFormulaHtml(String.raw`\hat\pi = \frac{\live{hits}}{\live{thrown}}`)!;
    for (const name of ['hits', 'thrown']) expect(html.split(`⟦${name}⟧`).length).toBe(3);
  });

  it.each([
    String.raw`\frac{`,
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\includegraphics{x.png}`,
  ])('that is %j runs and loads nothing', (tex) => {
    expect(liveFormulaHtml(tex) ?? '').not.toMatch(/javascript:|<img|<script|href=/);
  });
});
