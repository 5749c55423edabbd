import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlaces, hasPlaces, isSameShown, showValues } from '../../webview/liveValues';

const names = fc.stringMatching(/^[a-zA-Z]\w{0,8}$/);

describe('the values of a live formula', () => {
  it('are written as the learner reads numbers, NaN as a dash', () => {
    const values = { loss: 0.5, step: Number.NaN, norm: Number.POSITIVE_INFINITY };
    expect(showValues(values, 'de')).toEqual({ loss: '0,500', step: '–', norm: '∞' });
    expect(showValues({ loss: 0.5 }, 'en')).toEqual({ loss: '0.500' });
  });

  it('go into their places, a dash where one is missing', () => {
    expect(fillPlaces('⟦a⟧ + ⟦b⟧ = ⟦a⟧', { a: '1,00' })).toBe('1,00 + – = 1,00');
    expect(fillPlaces('⟦constructor⟧⟦toString⟧', {})).toBe('––');
    expect(fillPlaces('⟦a⟧', { a: '$&' })).toBe('$&');
  });

  it('leave no place open and no other text changed', () => {
    fc.assert(
      fc.property(fc.array(names), fc.string(), (places, text) => {
        const around = text.replace(/[⟦⟧]/g, '');
        const template = places.map((name) => `${around}⟦${name}⟧`).join('') + around;
        expect(hasPlaces(template)).toBe(places.length > 0);
        const values = Object.fromEntries(places.map((name) => [name, '·']));
        expect(fillPlaces(template, values)).toBe(places.map(() => `${around}·`).join('') + around);
      }),
    );
  });

  it('are the same only where every one is shown the same', () => {
    expect(isSameShown(showValues({ a: 0.50001 }, 'en'), showValues({ a: 0.50002 }, 'en'))).toBe(true);
    expect(isSameShown({ a: '1' }, { a: '2' })).toBe(false);
    expect(isSameShown({ a: '1' }, { a: '1', b: '1' })).toBe(false);
    expect(isSameShown({ a: '1', b: '1' }, { a: '1' })).toBe(false);
    expect(isSameShown({ a: '1' }, { b: '1' })).toBe(false);
    expect(isSameShown({}, {})).toBe(true);
  });
});
