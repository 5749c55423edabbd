/** Three doublings: one alone is decided by whether a text still fits into the processor's cache. */
const doublings = 3;

const tries = 3;

/**
 * By how much the time that some work takes grows when there is twice as much of it: 2 is linear, 4 quadratic.
 * @param prepare makes the work for a count, anew each time, so that nothing is remembered; that takes no part in the time.
 * @param most the largest count.
 */
export function growthPerDoubling(prepare: (count: number) => () => void, most: number): number {
  const least = most / 2 ** doublings;
  // Compiles the code.
  timeOf(prepare(least));
  const ratios = Array.from({ length: tries }, () => timeOf(prepare(most)) / timeOf(prepare(least)));
  return (ratios.sort((a, b) => a - b)[Math.floor(tries / 2)] ?? 0) ** (1 / doublings);
}

/** Milliseconds of the processor: what the machine does besides does not count. At least one, since less is not measured well. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return Math.max(1, (user + system) / 1000);
}
