/** Draws a whole number, 0 … `bound` − 1. */
export type DrawNumber = (bound: number) => number;

/** Drawn seeds are below this while there are enough of them: short enough to be read out and written down. */
const SHORT_SEEDS = 10_000;
/** At most one draw in so many hits a seed that is taken. */
const ROOM = 4;

/** `count` seeds of which none is taken and none comes twice, in the order in which they were drawn. */
export function drawSeeds(count: number, taken: Iterable<number>, draw: DrawNumber): readonly number[] {
  const known = new Set(taken);
  const bound = Math.max(SHORT_SEEDS, ROOM * (known.size + count));
  const seeds: number[] = [];
  while (seeds.length < count) {
    const seed = draw(bound);
    if (known.has(seed)) continue;
    known.add(seed);
    seeds.push(seed);
  }
  return seeds;
}

/** Draws from the browser's own source: which seeds are tried is nobody's choice. */
export function drawNumber(bound: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random % bound;
}

/** Seeds as a list of ranges of neighbours, `[first, last]`, ascending. */
export function seedRanges(seeds: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...seeds].sort((one, other) => one - other);
  return sorted.flatMap((first, index) => {
    if (sorted[index - 1] === first - 1) return [];
    const end = sorted.findIndex((seed, later) => later >= index && sorted[later + 1] !== seed + 1);
    return [[first, sorted[end]!] as const];
  });
}
