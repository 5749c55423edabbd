import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figuresMarkdown, performanceDoc, withFigures } from '../../scripts/lib/performanceDoc.mjs';
import { root } from '../../scripts/lib/project.mjs';

const goals = [
  { name: 'cold / peer', unit: 'x', value: 0.256, limit: 0.5, sense: 'at most', isMet: true },
  { name: 'keystroke', unit: 'ms', value: 42.4, limit: 30, sense: 'at most', isMet: false },
  { name: 'recall', unit: 'share', value: 0.9971, limit: 0.95, sense: 'at least', isMet: true },
] as const;

describe('The figures of a benchmark', () => {
  const text = figuresMarkdown(
    { goals, rounds: 3, peers: ['markdown-it 1.0.0'] },
    new Date('2026-01-02T03:04:05Z'),
  );

  it('are a table in which bold is what misses its goal', () => {
    expect(text.split('\n').slice(0, 5)).toEqual([
      '| | goal | measured |',
      '|---|---|---|',
      '| cold / peer | at most 0.5 x | 0.26 x |',
      '| keystroke | at most 30 ms | **42 ms** |',
      '| recall | at least 0.95 | 0.997 |',
    ]);
  });

  it('say when, on what and against whom they were measured', () => {
    expect(text).toMatch(
      /2026-01-02, median of 3 rounds; \d+ cores .*Node \d+.*Peers: markdown-it 1\.0\.0\./,
    );
  });

  it.each(['notes', 'lab', 'preview'] as const)('have a place in the document: %s', (section) => {
    const document = readFileSync(join(root, performanceDoc), 'utf8');
    const written = withFigures(document, section, 'NEW');
    expect(written).toContain('NEW\n<!-- end of figures -->');
    expect(withFigures(written, section, 'NEWER')).toBe(written.replace('NEW\n', 'NEWER\n'));
  });

  it('are not written into a document that has no place for them', () => {
    expect(() => withFigures('# Performance', 'lab', 'NEW')).toThrow(/no place/);
  });
});
