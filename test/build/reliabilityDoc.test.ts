import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { figureTables, statements, withFigures } from '../../scripts/lib/reliabilityDoc.mjs';
import { fuzzTargets } from '../kit/reliability';

const figure = { id: 'fuzz-page-html', value: 1234.5, size: 'nightly' } as const;

describe('The page about reliability', () => {
  it.each(statements)('names for $id a test that there is', ({ test: { file, title } }) => {
    const path = join(root, file);
    expect(existsSync(path), file).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(`'${title}'`);
  });

  it('names each figure once, and every target that gets random cases', () => {
    const ids = statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('fuzz-')).sort()).toEqual(
      fuzzTargets
        .filter((target) => target !== 'vault-lives')
        .map((target) => `fuzz-${target}`)
        .sort(),
    );
  });

  it('says what was not measured, and what was measured in a quick run only', () => {
    const quick = { ...figure, size: 'ci' } as const;
    expect(figureTables(new Map())).toMatch(/\| not measured \|/);
    expect(figureTables(new Map([[quick.id, quick]]))).toContain('| 1,234.5 cases (quick run) |');
    expect(figureTables(new Map([[figure.id, figure]]))).toContain('| 1,234.5 cases |');
  });

  it('keeps its text when its figures change, and is refused without a place for them', () => {
    const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
    const once = withFigures(page, new Map([[figure.id, figure]]));
    expect(once).toContain('1,234.5 cases');
    expect(withFigures(once, new Map())).toBe(withFigures(page, new Map()));
    expect(() => withFigures('# Reliability\n', new Map())).toThrow('needs the lines');
  });
});
