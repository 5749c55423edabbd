// A later start: walk, ask for sizes and times, load the cache, index, resolve every link. warm DIR CACHE [write]
import { indexFromCache, writeCache } from './cache';
import { resolveAll } from './indexVault';
import { argument, cost, report } from './measure';

if (process.argv[4] === 'write') {
  writeCache(argument(0), argument(1));
  report({});
} else {
  let links = 0;
  let parsed = 0;
  const spent = cost(() => {
    const read = indexFromCache(argument(0), argument(1));
    links = resolveAll(read.index);
    parsed = read.parsed;
  });
  if (parsed > 0) throw new Error(`${parsed} notes were not in the cache: this was no warm start.`);
  report({ ...spent, links });
}
