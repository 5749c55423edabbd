// Terms: how well they are recognised, how fast they are found and explained, what they hold in memory.
// terms words FOLDER | terms hover RENDERER | terms firstHover RENDERER | terms scan | terms memory (in a Node with --expose-gc)
import { VaultIndex } from '../src/core/index/vaultIndex';
import { parseNote } from '../src/core/notes/parseNote';
import { argument, report } from './measure';
import { firstHover, warmHovers } from './terms/hovers';
import { glossaryNote } from './terms/lectureTerms';
import { recognition } from './terms/recognition';
import { scanTimes } from './terms/scanning';

const termCount = 5000;

const kinds: Readonly<Record<string, () => object | Promise<object>>> = {
  words: () => recognition(argument(1)),
  hover: () => warmHovers(argument(1)),
  firstHover: () => firstHover(argument(1)),
  scan: scanTimes,
  memory: termMemory,
};

/** Bytes that the definitions of the terms and their table add to notes that have been read. */
function termMemory(): object {
  const index = new VaultIndex(['Glossar']);
  index.setNote('Glossar.md', parseNote(glossaryNote(0, termCount)));
  const before = heapBytes();
  const terms = index.terms();
  const heap = heapBytes() - before;
  return { terms: termCount, found: terms.findAll('Gradientenverfahren').length, heapBytes: heap };
}

function heapBytes(): number {
  if (!globalThis.gc) throw new Error('Start Node with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
  const measure = kinds[argument(0)];
  if (!measure) throw new Error(`Kinds are ${Object.keys(kinds).join(', ')}.`);
  report(await measure());
}

void main();
