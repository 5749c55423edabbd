import esbuild, { type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/build.mjs';
import { describeSizes, isTooLarge, sizesOf } from '../../scripts/lib/sizes.mjs';
import { specs } from '../../src/experiments/specs.gen';

const names = ['lab page (de)', 'lab page (en)', 'training worker'];

async function metafileOf(name: string): Promise<readonly [string, Metafile]> {
  const { metafile } = await esbuild.build({ ...bundles()[name], write: false, metafile: true });
  return [name, metafile];
}

describe('the lab', () => {
  let metafiles: Readonly<Record<string, Metafile>> = {};
  beforeAll(async () => {
    metafiles = Object.fromEntries(await Promise.all(names.map(metafileOf)));
  });

  it('is measured with each of its experiments and each picture that comes late', () => {
    const sizes = sizesOf(metafiles);
    const pictures = sizes.filter(({ what }) => what.startsWith('picture'));
    expect(new Set(pictures.map(({ what }) => what)).size).toBe(5);
    expect(sizes.length - pictures.length).toBe(names.length * (1 + specs.length));
    for (const { bytes, what } of sizes) expect(bytes, what).toBeGreaterThan(1000);
  });

  it('is no larger than promised: page, worker and every experiment', () => {
    const sizes = sizesOf(metafiles);
    expect(describeSizes(sizes.filter(isTooLarge))).toEqual([]);
  });

  it('has neither TeX nor Markdown nor TensorFlow on the page', () => {
    for (const page of names.slice(0, 2)) {
      const inputs = Object.keys(metafiles[page]!.inputs);
      expect(inputs).toContain('webview/main.ts');
      expect(inputs.filter((path) => /katex|markdown-it|tensorflow|\.css$/.test(path))).toEqual([]);
    }
  });
});

describe('the preview of a note', () => {
  it('loads a script that is no larger than promised, with its figures and without what makes the page', async () => {
    const [name, metafile] = await metafileOf('preview script');
    const sizes = sizesOf({ [name]: metafile });
    expect(sizes.map(({ what }) => what)).toEqual(['preview script']);
    expect(sizes[0]?.bytes).toBeGreaterThan(1000);
    expect(describeSizes(sizes.filter(isTooLarge))).toEqual([]);
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain('webview/preview/figures.ts');
    expect(inputs.filter((path) => /katex|markdown-it|^src\/core\/(?!html\.ts$)/.test(path))).toEqual([]);
  });
});

describe('the extension host', () => {
  it('starts without the experiments', async () => {
    const [, { inputs }] = await metafileOf('extension host (Node)');
    const experiments = Object.keys(inputs).filter((path) => path.startsWith('src/experiments/'));
    expect(experiments).toContain('src/experiments/catalog.gen.ts');
    expect(experiments.filter((path) => /\/spec\.ts$|specs\.gen|runners\.gen/.test(path))).toEqual([]);
  });
});

describe('what is too large', () => {
  it('is said', () => {
    const small = { what: 'a', where: 'page', bytes: 15_000, most: 15_000 };
    const large = { what: 'a', where: 'worker', bytes: 15_100, most: 15_000 };
    expect([small, large].map(isTooLarge)).toEqual([false, true]);
    expect(describeSizes([small, large])).toEqual([
      'a: page 15.0 of 15 kB, worker 15.1 of 15 kB (TOO LARGE)',
    ]);
  });
});
