import type { Frame, Run, Setup, Trace } from './experiment';
import type { Params, Values } from './params';
import { createRandom } from './random';

/**
 * Runs an experiment on the current tensor backend and keeps every frame.
 * @param frameCount how many frames at most; `undefined`: to the end
 */
export function record<P extends Params, S extends Setup, F extends Frame>(
  run: Run<P, S, F>,
  params: Values<P>,
  seed: number,
  frameCount = Number.POSITIVE_INFINITY,
): Trace<S, F> {
  const running = run(params, { random: createRandom(seed) });
  try {
    const frames: F[] = [];
    while (frames.length < frameCount) {
      const next = running.frames.next();
      if (next.done) break;
      frames.push(next.value);
    }
    return { setup: running.setup, frames };
  } finally {
    running.dispose();
  }
}
