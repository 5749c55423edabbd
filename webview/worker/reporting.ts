import type { Frame } from '../../src/experiments/kit/experiment';
import type { SourcePlace } from '../../src/protocol/ownExperiments';
import { OwnError } from './own/watchdog';

/** The buffers of all arrays in these frames: they move to the page instead of being copied. */
export function buffersOf(frames: readonly Frame[]): readonly ArrayBufferLike[] {
  const values = frames.flatMap((frame) => Object.values(frame));
  return values.flatMap((value) => (typeof value === 'number' ? [] : [value.buffer]));
}

/** What a learner is told about an error, and where it is in the learner's own file. */
export function failureOf(error: unknown): { readonly message: string; readonly place?: SourcePlace } {
  if (error instanceof OwnError && error.place) return { message: error.message, place: error.place };
  return { message: error instanceof Error ? error.message : String(error) };
}

// Taken now: a worker with an experiment of the learner's own has no timers.
const later = setTimeout;

/** Lets queued messages in. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => later(resolve, 0));
}
