// What an index holds: resident memory before and after, garbage collected. memory DIR, in a Node with --expose-gc
import { indexVault, resolveAll } from './indexVault';
import { argument, report } from './measure';

/** Bytes that the process has in memory when everything that nobody needs is gone. */
function residentBytes(): number {
  if (!globalThis.gc) throw new Error('Start Node with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage.rss();
}

const before = residentBytes();
const index = indexVault(argument(0));
resolveAll(index);
index.terms().findAt('', 0);
const after = residentBytes();
const peak = process.resourceUsage().maxRSS * 1024;
report({
  notes: index.noteCount,
  grownBytes: after - before,
  peakGrownBytes: peak - before,
  heapBytes: process.memoryUsage().heapUsed,
});
