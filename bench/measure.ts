/** What a piece of work took. */
export interface Cost {
  /** Milliseconds on the clock. */
  readonly ms: number;
  /** Milliseconds of processor time, all threads: tells less about what else the machine does. */
  readonly cpuMs: number;
}

/** The argument of the measured program at an index. Throws where there is none. */
export function argument(index: number): string {
  const value = process.argv[2 + index];
  if (value === undefined) throw new Error(`Argument ${index + 1} is missing.`);
  return value;
}

/** Hands the result of a measured program to the benchmark: one line of JSON. */
export function report(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Runs a piece of work once. */
export function cost(work: () => void): Cost {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  return costSince(start, cpu);
}

/** What has been spent since a moment. */
export function costSince(start: number, cpu: NodeJS.CpuUsage): Cost {
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}

/** Milliseconds of each of `count` runs. */
export function times(count: number, work: (index: number) => void): readonly number[] {
  return Array.from({ length: count }, (_, index) => cost(() => work(index)).ms);
}

/** The value that half of the values are below. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of the values (0 … 1) is below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
