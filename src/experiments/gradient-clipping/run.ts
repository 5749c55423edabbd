import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { download, type Tensor, upload } from '../kit/tensor/program';
import { clippedDescent, lossSurface, WALKER } from './recurrentUnit';
import {
  FLUNG_DISTANCE,
  type Frame,
  METHODS,
  type Setup,
  SURFACE,
  SWARM,
  SWEEP,
  type spec,
  VALLEY_LOSS,
} from './spec';

type Settings = Values<typeof spec.params>;

const SWARM_STARTS = SWARM.side ** 2;
const SWEEP_STARTS = SWEEP.side ** 2;
/** Of each method: the shown walker, the swarm, then as many walkers for each of the swept thresholds. */
const SWEEP_BEGIN = 1 + SWARM_STARTS;
const WALKERS = SWEEP_BEGIN + SWEEP.thresholds.length * SWEEP_STARTS;

/** Starts `[side², 2]`: one at a random place in each cell of a raster, so that they cover it evenly. */
function drawRaster(side: number, random: Random): Float32Array {
  const { wRange, bRange } = SWARM;
  const starts = new Float32Array(side ** 2 * 2);
  for (let cell = 0; cell < side ** 2; cell++) {
    const [row, column] = [Math.floor(cell / side), cell % side];
    const w = wRange[0] + ((column + random.uniform()) / side) * (wRange[1] - wRange[0]);
    const b = bRange[0] + ((row + random.uniform()) / side) * (bRange[1] - bRange[0]);
    starts.set([w, b], cell * 2);
  }
  return starts;
}

/** Starts of one method's walkers, `[walkers, 2]`: every swept threshold has the same ones. */
function drawStarts(params: Settings, random: Random): Float32Array {
  const starts = new Float32Array(WALKERS * 2);
  starts.set([params.startWeight, params.startBias]);
  starts.set(drawRaster(SWARM.side, random.stream('swarm')), 2);
  const swept = drawRaster(SWEEP.side, random.stream('sweep'));
  for (const index of SWEEP.thresholds.keys()) {
    starts.set(swept, (SWEEP_BEGIN + index * SWEEP_STARTS) * 2);
  }
  return starts;
}

/** The threshold of a method's walker of that index: the chosen one, or in the sweep its own. */
function thresholdOf(walker: number, chosen: number): number {
  return walker < SWEEP_BEGIN ? chosen : SWEEP.thresholds[Math.floor((walker - SWEEP_BEGIN) / SWEEP_STARTS)]!;
}

/** The starts once for each method, not yet evaluated: `[methods, walkers, 6]`. */
function placeWalkers(starts: Float32Array, threshold: number): Float32Array {
  const walkers = new Float32Array(METHODS.length * WALKERS * WALKER.columns);
  for (let walker = 0; walker < METHODS.length * WALKERS; walker++) {
    const start = (walker % WALKERS) * 2;
    const at = walker * WALKER.columns;
    walkers.set(starts.subarray(start, start + 2), at);
    walkers[at + WALKER.threshold] = thresholdOf(walker % WALKERS, threshold);
  }
  return walkers;
}

/** Share of the walkers of each swept threshold that are in the valley, `[thresholds]`. `walkers` as `clippedDescent` gives them. */
function sharesInValley(walkers: Float32Array, method: number): Float32Array {
  return Float32Array.from(SWEEP.thresholds, (_, index) => {
    const begin = SWEEP_BEGIN + index * SWEEP_STARTS;
    let reached = 0;
    for (let walker = begin; walker < begin + SWEEP_STARTS; walker++) {
      if (walkerAt(walkers, method, walker).loss < VALLEY_LOSS) reached++;
    }
    return reached / SWEEP_STARTS;
  });
}

function computeSurface(sequenceLength: number): Float32Array {
  const { rows, columns, wRange, bRange } = SURFACE;
  const [wMin, wMax] = wRange;
  const [bMin, bMax] = bRange;
  const surface = lossSurface({}, { rows, columns, wMin, wMax, bMin, bMax, sequenceLength });
  const values = download(surface);
  surface.dispose();
  return values;
}

/** One walker's numbers. */
interface Walker {
  readonly w: number;
  readonly b: number;
  readonly loss: number;
  readonly slopeW: number;
  readonly slopeB: number;
}

function walkerAt(walkers: Float32Array, method: number, walker: number): Walker {
  const at = (method * WALKERS + walker) * WALKER.columns;
  return {
    w: walkers[at + WALKER.w]!,
    b: walkers[at + WALKER.b]!,
    loss: walkers[at + WALKER.loss]!,
    slopeW: walkers[at + WALKER.slopeW]!,
    slopeB: walkers[at + WALKER.slopeB]!,
  };
}

/** Whether the method shortens this gradient. */
function isClipped({ slopeW, slopeB }: Walker, method: number, threshold: number): boolean {
  if (method === 1) return Math.hypot(slopeW, slopeB) > threshold;
  return method === 2 && Math.max(Math.abs(slopeW), Math.abs(slopeB)) > threshold;
}

/** Cosine of the angle between the gradient before a step, reversed, and the step. */
function cosine(before: Walker, after: Walker): number {
  const [stepW, stepB] = [before.w - after.w, before.b - after.b];
  const lengths = Math.hypot(before.slopeW, before.slopeB) * Math.hypot(stepW, stepB);
  return (before.slopeW * stepW + before.slopeB * stepB) / lengths;
}

/** Everything that a frame shows, from the walkers now and before the last step; both `[methods, walkers, 6]`. */
function look(
  step: number,
  threshold: number,
  starts: Float32Array,
  now: Float32Array,
  before: Float32Array,
): Frame {
  const methods = METHODS.length;
  const frame = {
    step,
    paths: new Float32Array(methods * 2),
    swarm: new Float32Array(methods * SWARM_STARTS * 2),
    loss: new Float32Array(methods),
    gradientNorm: new Float32Array(methods),
    smallestCosine: new Float32Array(methods).fill(1),
    reached: new Float32Array(methods),
    flung: new Float32Array(methods),
    unclippedShare: sharesInValley(now, 0),
    normShare: sharesInValley(now, 1),
    valueShare: sharesInValley(now, 2),
  };
  for (let method = 0; method < methods; method++) {
    let [reached, flung] = [0, 0];
    for (let index = 0; index < SWEEP_BEGIN; index++) {
      const [walker, last] = [walkerAt(now, method, index), walkerAt(before, method, index)];
      if (step > 0 && isClipped(last, method, threshold)) {
        frame.smallestCosine[method] = Math.min(frame.smallestCosine[method]!, cosine(last, walker));
      }
      if (index === 0) {
        frame.paths.set([walker.w, walker.b], method * 2);
        frame.loss[method] = walker.loss;
        frame.gradientNorm[method] = Math.hypot(walker.slopeW, walker.slopeB);
        continue;
      }
      frame.swarm.set([walker.w, walker.b], (method * SWARM_STARTS + index - 1) * 2);
      if (walker.loss < VALLEY_LOSS) reached++;
      // Written so that a walker whose numbers have overflowed counts as flung out.
      const distance = Math.hypot(walker.w - starts[index * 2]!, walker.b - starts[index * 2 + 1]!);
      if (!(distance <= FLUNG_DISTANCE)) flung++;
    }
    frame.reached[method] = reached / SWARM_STARTS;
    frame.flung[method] = flung / SWARM_STARTS;
  }
  return frame;
}

/** Lets all walkers of all methods descend together, one draw a step, and shows every step. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { learningRate, threshold, sequenceLength, steps } = params;
  const starts = drawStarts(params, random);

  function descend(walkers: Tensor, rate: number): Tensor {
    const next = clippedDescent({ Walkers: walkers }, { learningRate: rate, sequenceLength });
    walkers.dispose();
    return next;
  }

  const placed = upload(placeWalkers(starts, threshold), [METHODS.length, WALKERS, WALKER.columns]);
  let walkers = descend(placed, 0);

  function* train(): Generator<Frame, void> {
    let before = download(walkers);
    yield look(0, threshold, starts, before, before);
    for (let step = 1; step <= steps; step++) {
      walkers = descend(walkers, learningRate);
      const now = download(walkers);
      yield look(step, threshold, starts, now, before);
      before = now;
    }
  }

  return {
    setup: {
      surface: computeSurface(sequenceLength),
      threshold,
      learningRate,
      thresholds: Float32Array.from(SWEEP.thresholds),
    },
    frameCount: steps + 1,
    frames: train(),
    dispose: () => walkers.dispose(),
  };
};
