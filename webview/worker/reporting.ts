import type { Frame } from '../../src/experiments/kit/experiment';

/** The buffers of all arrays in these frames: they move to the page instead of being copied. */
export function buffersOf(frames: readonly Frame[]): readonly ArrayBufferLike[] {
  const values = frames.flatMap((frame) => Object.values(frame));
  return values.flatMap((value) => (typeof value === 'number' ? [] : [value.buffer]));
}

/** What a learner is told about an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets queued messages in. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
