// Bundled for a page: one contestant a page, so that none sees another's textures, programs and settings.
import { backend, memory } from '@tensorflow/tfjs';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { createRandom } from '../../src/experiments/kit/random';
import { findRunner } from '../../src/experiments/runners.gen';
import { specs } from '../../src/experiments/specs.gen';
import { classifierOnWebgl, networkOnCpu, networkOnWebgl, requireWebgl, trainNetwork } from './kernels';
import { objects, typedArrays } from './plain';
import { type Contestant, largeNetwork, oneNetwork, type Prepare, sweep, type Task } from './tasks';
import { batched, fit, oneAfterAnother } from './tfjs';

const contestants: Readonly<Record<string, { readonly task: Task; readonly prepare: Prepare }>> = {
  'sweep/ours': { task: sweep, prepare: networkOnWebgl },
  'sweep/ours, JavaScript': { task: sweep, prepare: networkOnCpu },
  'sweep/tfjs, one after another': { task: sweep, prepare: oneAfterAnother },
  'sweep/tfjs, batched': { task: sweep, prepare: batched },
  'sweep/tfjs, model.fit': { task: sweep, prepare: fit },
  'sweep/objects': { task: sweep, prepare: objects },
  'sweep/typed arrays': { task: sweep, prepare: typedArrays },
  'single/tfjs': { task: oneNetwork, prepare: oneAfterAnother },
  'large/ours': { task: largeNetwork, prepare: classifierOnWebgl },
  'large/tfjs': { task: largeNetwork, prepare: oneAfterAnother },
  'large/tfjs, model.fit': { task: largeNetwork, prepare: fit },
};

/** Names of those whose speed is compared, `task/program`. */
export const rated: readonly string[] = Object.keys(contestants).filter(
  (name) => !name.startsWith('single/'),
);

let current: Contestant | undefined;

function contestant(): Contestant {
  if (!current) throw new Error('No contestant is prepared.');
  return current;
}

/** Prepares a contestant for the other functions. */
export async function prepare(name: string): Promise<void> {
  const { task, prepare: start } = contestants[name]!;
  current = await start(task);
}

/** Trains every network by some steps; returns all weights, one list. */
export async function weightsAfter(steps: number): Promise<readonly number[]> {
  await contestant().train(steps);
  return contestant()
    .weights()
    .flatMap((layer) => [...layer]);
}

/** Does pieces of work and waits for them once. */
async function time(pieces: number): Promise<number> {
  const { work, finish } = contestant();
  const began = performance.now();
  for (let piece = 0; piece < pieces; piece++) await work();
  finish();
  return performance.now() - began;
}

/** Steps a second, summed over all networks, over about that many milliseconds. */
export async function rate(milliseconds: number): Promise<number> {
  // How many pieces fit is found out first; work that is only queued takes no time yet, so each trial is waited for.
  let pieces = 1;
  let elapsed = await time(pieces);
  while (elapsed < milliseconds / 8) {
    pieces *= 2;
    elapsed = await time(pieces);
  }
  const fitting = Math.max(1, Math.round((pieces * milliseconds) / elapsed));
  return (1000 * fitting * contestant().stepsAPiece) / (await time(fitting));
}

/** Milliseconds from where the backend is started and the numbers are there to the end of the first step, which compiles every program. */
export async function timeFirstStep(name: string): Promise<number> {
  await prepare(name);
  const began = performance.now();
  await contestant().train(1);
  contestant().finish();
  return performance.now() - began;
}

/** Draws of one step of every network, once everything is compiled. */
export async function countDraws(): Promise<number> {
  await contestant().train(1);
  contestant().finish();
  const prototype = WebGL2RenderingContext.prototype;
  const { drawElements, drawArrays } = prototype;
  let draws = 0;
  prototype.drawElements = function (...parts) {
    draws++;
    return drawElements.apply(this, parts);
  };
  prototype.drawArrays = function (...parts) {
    draws++;
    return drawArrays.apply(this, parts);
  };
  await contestant().train(1);
  Object.assign(prototype, { drawElements, drawArrays });
  return draws;
}

/** What is kept on the graphics card. */
interface Kept {
  readonly tensors: number;
  readonly textures: number;
  /** Freed textures that are kept for reuse. */
  readonly spareTextures: number;
}

function kept(): Kept {
  const { textureManager } = backend() as unknown as {
    readonly textureManager: { getNumUsedTextures(): number; getNumFreeTextures(): number };
  };
  return {
    tensors: memory().numTensors,
    textures: textureManager.getNumUsedTextures(),
    spareTextures: textureManager.getNumFreeTextures(),
  };
}

/** What is kept before a network, after its first step, after 1,000 more, and after it was disposed of. */
export async function watchMemory(): Promise<Readonly<Record<'before' | 'first' | 'last' | 'after', Kept>>> {
  await requireWebgl();
  const before = kept();
  const network = trainNetwork(sweep);
  await network.train(1);
  network.finish();
  const first = kept();
  await network.train(1000);
  network.finish();
  const last = kept();
  network.dispose();
  return { before, first, last, after: kept() };
}

/** What some frames of each experiment leave behind, tensors and used textures, by id. */
export async function leftByExperiments(frames: number): Promise<Readonly<Record<string, Kept>>> {
  await requireWebgl();
  const left: Record<string, Kept> = {};
  for (const { id, params } of specs) {
    const before = kept();
    const checked = checkParams(params, {});
    if ('problems' in checked) throw new Error(`${id} cannot run with its own defaults.`);
    const running = findRunner(id)!(checked.values, { random: createRandom(1) });
    for (let frame = 0; frame < frames && !running.frames.next().done; frame++);
    running.dispose();
    const after = kept();
    left[id] = {
      tensors: after.tensors - before.tensors,
      textures: after.textures - before.textures,
      spareTextures: after.spareTextures,
    };
  }
  return left;
}

/** What draws: the name of the graphics card or of its stand-in. */
export async function renderer(): Promise<string> {
  return requireWebgl();
}
