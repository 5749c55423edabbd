import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { experimentsDoc } from '../../scripts/lib/experimentsDoc.mjs';
import type { Claim, ExperimentSpec, Run } from '../../src/experiments/kit/experiment';
import { judgeClaims, measureClaims } from '../../src/experiments/kit/measureClaims';
import { findSpec } from '../../src/experiments/specs.gen';

const root = resolve(import.meta.dirname, '../..');

/** Runs `npm run claims` to its end. */
function claims(...args: readonly string[]): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'scripts/claims.mjs'), ...args], { cwd: root });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    child.on('close', (code) => done({ code, out, error }));
  });
}

const { claims: clipping } = findSpec('gradient-clipping')!;

describe('npm run claims', { concurrent: true }, () => {
  it('prints for programs an object for each claim and seed', async () => {
    const { code, out } = await claims('--experiment', 'gradient-clipping', '--seeds', '7', '--json');
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(results.map(({ claim }) => claim)).toEqual(clipping.map(({ id }) => id));
    for (const [index, { bound }] of clipping.entries()) {
      expect(results[index]).toEqual({
        experiment: 'gradient-clipping',
        claim: clipping[index]!.id,
        seed: 7,
        measured: expect.any(Number),
        bound,
        holds: true,
      });
    }
  });

  it('prints for people a line for each claim and the sum', async () => {
    const { code, out } = await claims('--experiment', 'gradient-clipping', '--seeds', '1');
    expect(code).toBe(0);
    for (const { id } of clipping) expect(out).toMatch(new RegExp(`^ {2}holds {2}${id} `, 'm'));
    expect(out).toContain(`${clipping.length} of ${clipping.length} claims hold (1 seed, JavaScript).`);
  });

  it('explains itself', async () => {
    const { code, out } = await claims('--help');
    expect(code).toBe(0);
    for (const option of ['--experiment', '--seeds', '--backend', '--json']) expect(out).toContain(option);
  });

  it.each([
    [['--experiment', 'alchemy'], 'There is no experiment "alchemy"; there are '],
    [['--seeds', '5..1'], '--seeds takes A..B'],
    [['--backend', 'abacus'], '--backend takes cpu or webgl'],
    [['--claims'], "Unknown option '--claims'"],
  ])('refuses %j', async (args, message) => {
    const { code, out, error } = await claims(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(message);
  });
});

/** An experiment whose only frame holds its seed's first random number and its parameter. */
const chance: Run = ({ plus }, { random }) => ({
  setup: {},
  frameCount: 1,
  frames: [{ number: random.uniform() + Number(plus) }].values(),
  dispose: () => {},
});

function specWith(...claims: readonly Pick<Claim, 'over' | 'bound' | 'params'>[]): ExperimentSpec {
  const spec = findSpec('gradient-clipping')!;
  const number = {
    ...spec.params.threshold!,
    min: 0,
    max: 9,
    default: 0,
  } as ExperimentSpec['params'][string];
  const full = claims.map((claim, index) => ({
    ...claim,
    id: `claim-${index}`,
    text: spec.title,
    source: '',
    measure: ({ frames }: Parameters<Claim['measure']>[0]) => Number(frames[0]!.number),
  }));
  return { ...spec, id: 'chance', params: { plus: number }, claims: full };
}

describe('measureClaims', () => {
  it("measures each claim under its own settings and the seed's random numbers", () => {
    const bound = { atLeast: 0 };
    const spec = specWith(
      { over: 'every-seed', bound, params: { plus: 5 } },
      { over: 'every-seed', bound },
      { over: 'mean', bound, params: { plus: 5 } },
    );
    const [high, low, alsoHigh] = measureClaims(spec, chance, 3);
    expect(high).toBe(alsoHigh);
    expect(high).toBeCloseTo(low! + 5, 12);
    expect(measureClaims(spec, chance, 4)).not.toEqual([high, low, alsoHigh]);
  });
});

describe('judgeClaims', () => {
  const measured = new Map([
    [1, [1, 1]],
    [2, [4, 4]],
  ]);

  it('lets every seed decide, or their mean alone', () => {
    const bound = { atLeast: 2 };
    const results = judgeClaims(specWith({ over: 'every-seed', bound }, { over: 'mean', bound }), measured);
    const told = results.map((result) => [result.claim, result.seed, result.holds, result.decides]);
    expect(told).toEqual([
      ['claim-0', 1, false, true],
      ['claim-0', 2, true, true],
      ['claim-1', 1, false, false],
      ['claim-1', 2, true, false],
      ['claim-1', 'mean', true, true],
    ]);
    expect(results.at(-1)!.measured).toBe(2.5);
  });

  it('takes what is not a number for no success', () => {
    const [result] = judgeClaims(
      specWith({ over: 'every-seed', bound: { atMost: 9 } }),
      new Map([[1, [Number.NaN]]]),
    );
    expect(result!.holds).toBe(false);
  });
});

describe.each([
  { locale: 'en', file: 'docs/experiments.md', other: 'experiments.de.md' },
  { locale: 'de', file: 'docs/experiments.de.md', other: 'experiments.md' },
] as const)('$file', ({ locale, other }) => {
  it('holds title, parameters, claims and concepts of the experiments asked for, and of no other', async () => {
    const doc = await experimentsDoc(['weight-decay'], locale);
    const { title, params, claims, concepts } = findSpec('weight-decay')!;
    const expected = [
      title.de,
      title.en,
      ...Object.keys(params).map((name) => `- \`${name}\` `),
      ...claims.flatMap(({ id, text, source }) => [`- \`${id}\` ${text[locale]}`, source]),
      ...concepts.de,
      ...concepts.en,
    ];
    expect(expected.filter((text) => !doc.includes(text))).toEqual([]);
    expect(doc).not.toContain('norm-clipping');
    expect(doc).toContain(`](${other})`);
  });

  it('cannot be made of an experiment that is not there', async () => {
    await expect(experimentsDoc(['alchemy'], locale)).rejects.toThrow('alchemy');
  });
});
