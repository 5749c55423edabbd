import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkResolver, type ResolvedPath } from '../../src/core/index/linkResolver';
import { anyLinkPath, anyPath } from '../kit/anyVault';
import { fuzz } from '../kit/reliability';
import { slowlyResolved, slowlyResolvedMarkdown } from '../kit/slowResolver';

const vaults = fc.record({
  files: fc.uniqueArray(anyPath, { minLength: 1, maxLength: 14 }),
  links: fc.array(anyLinkPath, { minLength: 1, maxLength: 6 }),
  /** Files that go again. */
  gone: fc.array(fc.nat(13), { maxLength: 4 }),
  source: anyPath,
});

function resolverOf(files: readonly string[]): LinkResolver {
  const resolver = new LinkResolver();
  for (const file of files) resolver.add(file);
  return resolver;
}

const pathOf = (resolved: ResolvedPath): string | undefined =>
  resolved.status === 'missing' ? undefined : resolved.path;

describe('A link', () => {
  it('leads where Obsidian’s rules say, in any vault, also after files have gone', () =>
    fuzz('link-resolver', vaults, ({ files, links, gone, source }) => {
      const resolver = resolverOf(files);
      let left = files;
      for (const index of [-1, ...gone]) {
        const file = files[index];
        if (file !== undefined) resolver.delete(file);
        left = left.filter((other) => other !== file);
        for (const link of links) {
          const where = `${JSON.stringify(link)} in ${JSON.stringify(left)}`;
          expect(pathOf(resolver.resolve(link, source)), where).toBe(slowlyResolved(left, link, source));
          expect(pathOf(resolver.resolveMarkdown(link, source)), where).toBe(
            slowlyResolvedMarkdown(left, link, source),
          );
        }
      }
    }));
});
