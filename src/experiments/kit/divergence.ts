import type { Divergence, ExperimentSpec, Frame, Trace } from './experiment';

/**
 * So many times its first value, and at least this number, is an explosion. Training that recovers stays far below: in our experiments
 * even Adam with three hundred times its usual learning rate goes up by less than a hundred times. 32-bit floats overflow at 3·10³⁸.
 */
export const EXPLOSION = 1e6;

/** Whether a watched quantity is no longer finite or has grown beyond every bound; `first` is its value before the first step. */
export function hasExploded(value: number, first: number): boolean {
  return !Number.isFinite(value) || Math.abs(value) > EXPLOSION * Math.max(1, Math.abs(first));
}

/** A variant whose training has blown up. */
export interface DivergedVariant {
  /** Its index. */
  readonly variant: number;
  /** The first training step at which this was seen; 0: before training. */
  readonly step: number;
  /** The last finite norm up to then; NaN where there was none. */
  readonly norm: number;
}

/** How far a recording has been looked through. */
interface Scan {
  readonly divergence: Divergence;
  /** How many frames. */
  seen: number;
  readonly firsts: number[];
  readonly norms: number[];
  readonly diverged: Map<number, DivergedVariant>;
}

// By the list of frames, which grows in place: a trace around it may be made anew for every look.
const scans = new WeakMap<readonly Frame[], Scan>();

function scanOf(frames: readonly Frame[], divergence: Divergence): Scan {
  const known = scans.get(frames);
  if (known?.divergence === divergence && known.seen <= frames.length) return known;
  const scan: Scan = { divergence, seen: 0, firsts: [], norms: [], diverged: new Map() };
  scans.set(frames, scan);
  return scan;
}

function lookAt(scan: Scan, frame: Frame, step: number): void {
  const [watched, norms] = [frame[scan.divergence.watched], frame[scan.divergence.norm]] as Float32Array[];
  for (const [variant, value] of (watched ?? []).entries()) {
    if (scan.diverged.has(variant)) continue;
    scan.firsts[variant] ??= value;
    const norm = norms?.[variant] ?? Number.NaN;
    if (Number.isFinite(norm)) scan.norms[variant] = norm;
    if (!hasExploded(value, scan.firsts[variant])) continue;
    scan.diverged.set(variant, { variant, step, norm: scan.norms[variant] ?? Number.NaN });
  }
}

/**
 * The variants that have blown up by the frame with this index, in the order in which they did; none where the experiment declares no
 * divergence. Each frame of a recording is looked at once, however often this is asked: a recording may grow, but not change.
 */
export function divergedVariants(
  { divergence, stepsPerFrame }: Pick<ExperimentSpec, 'divergence' | 'stepsPerFrame'>,
  { frames }: Pick<Trace, 'frames'>,
  frame: number,
): readonly DivergedVariant[] {
  if (!divergence) return [];
  const scan = scanOf(frames, divergence);
  for (; scan.seen < frames.length && scan.seen <= frame; scan.seen++) {
    lookAt(scan, frames[scan.seen]!, scan.seen * stepsPerFrame);
  }
  return [...scan.diverged.values()].filter(({ step }) => step <= frame * stepsPerFrame);
}
