import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedParams, checkParams } from '../../src/experiments/kit/checkParams';
import type { NumberParam, Params } from '../../src/experiments/kit/params';
import { specs } from '../../src/experiments/specs.gen';

const text = { de: '', en: '' };
const params = {
  penalty: {
    kind: 'number',
    label: { de: 'Strafe', en: 'Penalty' },
    help: text,
    symbol: '\\alpha',
    min: 0,
    max: 10,
    step: 0.1,
    scale: 'linear',
    default: 0.5,
  },
  points: {
    kind: 'number',
    label: { de: 'Punkte', en: 'Points' },
    help: text,
    min: 10,
    max: 100,
    step: 10,
    scale: 'linear',
    integer: true,
    default: 60,
  },
  optimizer: {
    kind: 'choice',
    label: { de: 'Verfahren', en: 'Method' },
    help: text,
    options: [
      { value: 'adam', label: text },
      { value: 'sgd', label: text },
    ],
    default: 'adam',
  },
  shuffled: { kind: 'switch', label: { de: 'Gemischt', en: 'Shuffled' }, help: text, default: true },
} as const satisfies Params;

function valuesOf<P extends Params>(checked: CheckedParams<P>) {
  return 'values' in checked ? checked.values : undefined;
}

function problemsOf<P extends Params>(checked: CheckedParams<P>) {
  return 'problems' in checked ? checked.problems : [];
}

describe('checkParams', () => {
  it('gives absent parameters their default', () => {
    const defaults = { penalty: 0.5, points: 60, optimizer: 'adam', shuffled: true };
    expect(checkParams(params, {})).toEqual({ values: defaults });
    expect(checkParams(params, { penalty: undefined, optimizer: 'sgd' })).toEqual({
      values: { ...defaults, optimizer: 'sgd' },
    });
  });

  it.each([
    {
      input: { penalty: 50.5 },
      de: 'Strafe = 50,5 liegt außerhalb von 0 … 10',
      en: 'Penalty = 50.5 is outside 0 … 10',
    },
    {
      input: { penalty: -1 },
      de: 'Strafe = −1 liegt außerhalb von 0 … 10',
      en: 'Penalty = −1 is outside 0 … 10',
    },
    {
      input: { penalty: Number.NaN },
      de: 'Strafe = NaN ist keine Zahl; erlaubt ist 0 … 10',
      en: 'Penalty = NaN is not a number; allowed is 0 … 10',
    },
    {
      input: { penalty: null },
      de: 'Strafe = null ist keine Zahl; erlaubt ist 0 … 10',
      en: 'Penalty = null is not a number; allowed is 0 … 10',
    },
    {
      input: { points: '60' },
      de: 'Punkte = "60" ist keine Zahl; erlaubt ist 10 … 100',
      en: 'Points = "60" is not a number; allowed is 10 … 100',
    },
    {
      input: { points: 12.5 },
      de: 'Punkte = 12,5 ist keine ganze Zahl; erlaubt ist 10 … 100',
      en: 'Points = 12.5 is not a whole number; allowed is 10 … 100',
    },
    {
      input: { optimizer: 'lbfgs' },
      de: 'Verfahren = "lbfgs" gibt es nicht; erlaubt ist "adam", "sgd"',
      en: 'Method = "lbfgs" does not exist; allowed is "adam", "sgd"',
    },
    {
      input: { shuffled: 1 },
      de: 'Gemischt = 1 gibt es nicht; erlaubt ist false, true',
      en: 'Shuffled = 1 does not exist; allowed is false, true',
    },
    {
      input: { alpha: 1 },
      de: 'alpha ist kein Parameter; es gibt penalty, points, optimizer, shuffled',
      en: 'alpha is not a parameter; there are penalty, points, optimizer, shuffled',
    },
    {
      input: 'α = 1',
      de: '"α = 1" ist keine Liste von Parametern mit Werten',
      en: '"α = 1" is not a list of parameters with values',
    },
  ])('refuses $input in both languages', ({ input, de, en }) => {
    expect(checkParams(params, input)).toEqual({ problems: [{ de, en }] });
  });

  it('names every problem at once', () => {
    expect(problemsOf(checkParams(params, { penalty: 11, points: 5, what: 1 }))).toHaveLength(3);
  });

  it('does not take names of Object for parameters', () => {
    expect(problemsOf(checkParams(params, JSON.parse('{"toString": 1, "__proto__": 2}')))).toHaveLength(2);
  });

  it('never throws, and what it approves is in range and what was given', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        { penalty: fc.anything(), points: fc.oneof(fc.double(), fc.integer()), optimizer: fc.string() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const values = valuesOf(checkParams(params, input));
        if (!values) return;
        const given = new Map<string, unknown>(Object.entries(input as object));
        for (const [name, value] of Object.entries(values)) {
          const expected = given.get(name);
          expect(value).toBe(expected === undefined ? params[name as keyof typeof params].default : expected);
        }
        expect(values.penalty).toBeGreaterThanOrEqual(0);
        expect(values.penalty).toBeLessThanOrEqual(10);
        expect(Number.isInteger(values.points)).toBe(true);
      }),
    );
  });

  it('approves a number exactly if it is in range', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (penalty) => {
        const inRange = penalty >= 0 && penalty <= 10;
        expect(valuesOf(checkParams(params, { penalty })) !== undefined).toBe(inRange);
      }),
    );
  });

  it.each(specs)('approves the defaults and the ends of every range of $id', (spec) => {
    expect(problemsOf(checkParams(spec.params, {}))).toEqual([]);
    const numbers = Object.entries(spec.params).filter(
      (entry): entry is [string, NumberParam] => entry[1].kind === 'number',
    );
    for (const [name, { min, max }] of numbers) {
      expect(problemsOf(checkParams(spec.params, { [name]: min }))).toEqual([]);
      expect(problemsOf(checkParams(spec.params, { [name]: max }))).toEqual([]);
      expect(problemsOf(checkParams(spec.params, { [name]: max * 1.01 + 1 }))).toHaveLength(1);
    }
  });
});
