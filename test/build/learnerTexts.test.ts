import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import esbuild, { type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  inOneLanguage,
  noShownTexts,
  textsInOneLanguage,
  withoutShownTexts,
} from '../../scripts/lib/learnerTexts.mjs';
import { checkParams } from '../../src/experiments/kit/checkParams';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import { specs } from '../../src/experiments/specs.gen';

const root = resolve(import.meta.dirname, '../..');

/** All specs as a bundle with that plugin has them. */
async function bundled(plugin: Plugin): Promise<readonly ExperimentSpec[]> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [resolve(root, 'src/experiments/specs.gen.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    plugins: [plugin],
  });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).specs;
}

/** A value with its texts and lists of texts in one language only; functions by their number of parameters. */
function inLanguage(value: unknown, locale: 'de' | 'en'): unknown {
  if (typeof value === 'function') return value.length;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => inLanguage(inner, locale));
  if ('de' in value && 'en' in value) return value[locale];
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inLanguage(inner, locale)]));
}

/** What is in the other language, and empty where it was left out. */
function lengthOfTexts(value: unknown, locale: 'de' | 'en'): number {
  return JSON.stringify(inLanguage(value, locale)).length;
}

/** Settings with something wrong in each of them: what a refusal says is made of the spec's texts. */
function wrongSettings({ params }: ExperimentSpec): readonly Readonly<Record<string, unknown>>[] {
  return Object.keys(params).map((name) => ({ [name]: 'nonsense' }));
}

describe('texts left out of a module', () => {
  const source = `
    const both = { de: 'Ä "x"', en: \`y\` };
    export const a = { title: both, label: { 'de': 'L', en: 'M' }, why: { de: String.raw\`\\q\`, en: 'w' } };
    export const b = { concepts: { de: ['p', 'q'], en: ['r'] } };
    export const c = { de: 'alone' }, d = { de: 'x', en: write('y') }, e = { de: 'x', en: 'y', fr: 'z' };`;

  it('are those in the other language, where both are written out', async () => {
    const german = await inOneLanguage(source, 'de');
    expect(german).toContain(`const both = { de: 'Ä "x"', en: '' }`);
    expect(german).toContain("label: { 'de': 'L', en: '' }, why: { de: String.raw`\\q`, en: '' }");
    // Concepts are for notes alone.
    expect(german).toContain('concepts: { de: [], en: [] }');
    expect(german).toContain(
      "c = { de: 'alone' }, d = { de: 'x', en: write('y') }, e = { de: 'x', en: 'y', fr: 'z' }",
    );
    expect(await inOneLanguage(source, 'en')).toContain("const both = { de: '', en: `y` }");
  });

  it('are those that are only shown, where settings are checked', async () => {
    const checked = await withoutShownTexts(source);
    expect(checked).toContain("label: { 'de': 'L', en: 'M' }, why: { de: '', en: '' }");
    expect(checked).toContain('const both = { de: \'Ä "x"\', en: `y` }');
  });
});

describe.each(['de', 'en'] as const)('the experiments of the page in %s', (locale) => {
  const other = locale === 'de' ? 'en' : 'de';
  let found: readonly ExperimentSpec[] = [];
  beforeAll(async () => {
    found = await bundled(textsInOneLanguage(locale));
  });

  it('have everything in that language and no longer in the other, texts of several paragraphs by their names', () => {
    expect(found.map(({ id }) => id)).toEqual(specs.map(({ id }) => id));
    found.forEach((spec, index) => {
      const { explanation: _, limits, ...others } = specs[index]!;
      const paragraphs = { explanation: 'explanation', ...(limits && { limits: 'limits' }) };
      const expected = { ...(inLanguage(others, locale) as object), ...paragraphs, concepts: [] };
      expect(inLanguage(spec, locale)).toEqual(expected);
      expect(lengthOfTexts(spec, other)).toBeLessThan(0.7 * lengthOfTexts(specs[index], other));
    });
  });
});

describe('the experiments of the worker', () => {
  it('refuse settings in the same words', async () => {
    const found = await bundled(noShownTexts);
    found.forEach((spec, index) => {
      expect(spec.explanation).toEqual({ de: '', en: '' });
      for (const wrong of wrongSettings(spec)) {
        const refusal = checkParams(spec.params, wrong);
        expect(refusal).toHaveProperty('problems');
        expect(refusal).toEqual(checkParams(specs[index]!.params, wrong));
      }
    });
  });
});

describe('the sources of the experiments', () => {
  it.each(specs.map(({ id }) => id))('of %s write their explanation where the build finds it', async (id) => {
    const source = readFileSync(resolve(root, `src/experiments/${id}/spec.ts`), 'utf8');
    expect((await inOneLanguage(source, 'de')).length).toBeLessThan(0.85 * source.length);
  });
});
