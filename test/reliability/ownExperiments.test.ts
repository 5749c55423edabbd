import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { checkParams } from '../../src/experiments/kit/checkParams';
import type { Param } from '../../src/experiments/kit/params';
import { specs } from '../../src/experiments/specs.gen';
import { checkOwnSpec, describeOwnSpec, readOwnParams } from '../../src/ownExperiments/ownSpec';
import { readOwn } from '../../src/ownExperiments/readOwn';
import { anyText, mutated } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';

const locales = fc.constantFrom('de' as const, 'en' as const);

const guide = readFileSync(join(root, 'docs/own-experiments.md'), 'utf8');
const programs = [
  ...Array.from(guide.matchAll(/```js\n([\s\S]*?)```/g), ([, code = '']) => code),
  ...['de', 'en'].map((locale) =>
    readFileSync(join(root, `media/own-experiment/template.${locale}.js`), 'utf8'),
  ),
];

const tokens = fc.constantFrom(
  ...[
    'export ',
    'const ',
    'let ',
    'function ',
    'function* ',
    'async ',
    'await ',
    'class ',
    'return ',
    'yield ',
    'import ',
    'from ',
    'new ',
  ],
  ...[
    'spec',
    'run',
    ' = ',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ', ',
    ';',
    '\n',
    '=> ',
    '...',
    '?.',
    ' ? ',
    ' : ',
    '`',
    '${',
    "'",
    '"',
    '/',
    '//',
    '/*',
    '*/',
  ],
  ...[
    'for (',
    'while (',
    'do ',
    'if (',
    'else ',
    'in ',
    'of ',
    'break ',
    'x: ',
    'a',
    'b',
    '1',
    '0.5',
    '1e9',
    'null',
    'true',
    '\\u{61}',
    '#p',
    '@',
    '<!--',
  ],
  ...[
    'export const spec = ',
    'export function run() {',
    "{ id: 'a', title: 'A', params: {",
    'views: []',
    'lectureLabTick',
    '__proto__: ',
  ],
);

/** Shorter than a file may be, and deeper than any parser's stack. */
const deep = fc
  .tuple(
    fc.constantFrom(
      '[',
      '(',
      '{',
      '!',
      '-',
      '1+',
      'a.b(',
      '`${',
      'for(;;)',
      'if(a)',
      '()=>',
      'x=>{',
      '{a:',
      '[...',
      'new ',
    ),
    fc.constantFrom('', 'export const spec = ', 'export function run() {} export const spec = '),
    fc.constantFrom('', '1', '1;\nexport function run() {}'),
    fc.constantFrom(10, 1000, 20_000),
  )
  .map(([piece, before, after, count]) => before + piece.repeat(count) + after);

const files = fc.oneof(
  { weight: 5, arbitrary: mutated(fc.constantFrom(...programs)) },
  { weight: 5, arbitrary: fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: deep },
);

describe('A file with an experiment of the learner’s own', () => {
  it('is read, or refused with a reason and a place in the file', () =>
    fuzz('own-files', fc.tuple(files, locales), ([source, locale]) => {
      const { prepared, entry, params } = readOwn('own', source, locale);
      expect([entry.id, typeof entry.title.de, typeof entry.title.en]).toEqual(['own', 'string', 'string']);
      expect('problems' in checkParams(params, {})).toBe(false);
      if ('code' in prepared) {
        expect(prepared.code.code.split('\n').length).toBe(source.split('\n').length);
        return;
      }
      expect(prepared.problems.length).toBeGreaterThan(0);
      const lineCount = source.split(/\r\n|[\r\n\u2028\u2029]/).length;
      for (const { message, place } of prepared.problems) {
        expect(message.length).toBeGreaterThan(5);
        if (place) expect(place.line).toBeLessThan(lineCount);
        else expect(message).toMatch(/export|größer|larger|zu tief verschachtelt|nested too deeply/);
      }
    }));
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A value with something else in one place; the way goes by the numbers of keys. */
function changed(value: unknown, [step, ...rest]: readonly number[], other: unknown): unknown {
  if (step === undefined || !isObject(value)) return other;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return other;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  copy[key] = changed(copy[key], rest, other);
  return copy;
}

const way = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });
const other = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, () => 1),
  anyText,
);
const changes = fc.array(fc.tuple(way, other), { minLength: 1, maxLength: 3 });

describe('A spec', () => {
  const anySpec = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom<unknown>(...specs), changes)
        .map(([spec, list]) =>
          list.reduce((value, [steps, replaced]) => changed(value, steps, replaced), spec),
        ),
    },
    { weight: 1, arbitrary: fc.anything() },
  );

  it('that is anything at all is taken, or refused in sentences that name the field', () =>
    fuzz('own-specs', fc.tuple(anySpec, locales), ([value, locale]) => {
      const checked = checkOwnSpec(value, locale);
      if ('problems' in checked) {
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const problem of checked.problems) expect(problem).toMatch(/^spec.*(?:expected|erwartet).*\.$/s);
        return;
      }
      expect('problems' in checkParams(checked.spec.params, {})).toBe(false);
      expect(() => describeOwnSpec(checked.spec)).not.toThrow();
      expect(Object.keys(readOwnParams(checked.spec.params))).toEqual(Object.keys(checked.spec.params));
    }));
});

describe('Settings of an experiment', () => {
  const valuesOf = (param: Param): fc.Arbitrary<unknown> => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, undefined),
      anyText,
    );
    if (param.kind === 'number')
      return fc.oneof(fc.double({ min: param.min, max: param.max }), fc.integer(), odd);
    if (param.kind === 'switch') return fc.oneof(fc.boolean(), odd);
    return fc.oneof(fc.constantFrom(...param.options.map(({ value }) => value)), odd);
  };
  const settings = fc.constantFrom(...specs).chain((spec) => {
    const values = Object.fromEntries(
      Object.entries(spec.params).map(([name, param]) => [name, valuesOf(param)]),
    );
    const known: fc.Arbitrary<unknown> = fc.record(values, { requiredKeys: [] });
    return fc.record({
      spec: fc.constant(spec),
      input: fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() }),
    });
  });

  it('are valid for all of its parameters, or refused with what is wrong, whatever they are', () =>
    fuzz('experiment-params', settings, ({ spec, input }) => {
      const checked = checkParams(spec.params, input);
      if ('problems' in checked) {
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const { de, en } of checked.problems)
          expect([de, en].every((text) => text.length > 10)).toBe(true);
        return;
      }
      for (const [name, param] of Object.entries(spec.params)) {
        const value = (checked.values as Readonly<Record<string, unknown>>)[name];
        if (param.kind === 'switch') expect(typeof value).toBe('boolean');
        else if (param.kind === 'choice')
          expect(param.options.map((option) => option.value)).toContain(value);
        else {
          expect(value).toBeGreaterThanOrEqual(param.min);
          expect(value).toBeLessThanOrEqual(param.max);
          if (param.integer) expect(Number.isInteger(value)).toBe(true);
        }
      }
    }));
});
