import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatMeasured, formatSetting, formatTick, parseTyped } from '../../webview/numbers';

describe('numbers', () => {
  it.each([
    [0.5, '0,500'],
    [0, '0,00'],
    [12.34, '12,3'],
    [999.6, '1000'],
    [9999, '9999'],
    [12345, '1,23·10⁴'],
    [123456, '1,23·10⁵'],
    [0.00012, '1,2·10⁻⁴'],
    [0.0001, '10⁻⁴'],
    [-0.25, '−0,250'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('writes the measured number %d as %s in German', (value, text) => {
    expect(formatMeasured(value, 'de')).toBe(text);
  });

  it('writes a decimal point in English', () => {
    expect(formatMeasured(0.5, 'en')).toBe('0.500');
    expect(formatSetting(0.0001, 'en')).toBe('0.0001');
  });

  it('leaves trailing zeros off a tick', () => {
    expect([0.5, 0.00259, 100, 0, 1e-4, 2e6].map((value) => formatTick(value, 'de', 2))).toEqual([
      '0,5',
      '0,0026',
      '100',
      '0',
      '10⁻⁴',
      '2·10⁶',
    ]);
  });

  it('groups long counts only', () => {
    expect([0, 2000, 12000, 1234567].map(formatCount)).toEqual([
      '0',
      '2000',
      '12\u202f000',
      '1\u202f234\u202f567',
    ]);
  });

  it.each([
    ['0,01', 0.01],
    ['0.01', 0.01],
    [' 1e-4 ', 1e-4],
    ['−2,5', -2.5],
    [',5', 0.5],
  ])('reads %j as a person means it', (text, value) => {
    expect(parseTyped(text)).toBe(value);
  });

  it.each(['', '1,2,3', '12px', '0x10', 'Infinity', '1e', '--1'])('takes %j for no number', (text) => {
    expect(parseTyped(text)).toBeNaN();
  });

  it('reads back every setting that it writes', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, fc.constantFrom('de' as const, 'en' as const), (value, locale) => {
        // Zero has no sign for a person.
        expect(parseTyped(formatSetting(value, locale)) + 0).toBe(value + 0);
      }),
    );
  });
});
