import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { expectedSeenShare } from './allMasks';
import { studyLinearSoftmax } from './linearStudy';
import { type Frame, MASK_COUNTS, type Setup, spec } from './spec';
import { hiddenSpread, reportSubnetworks, type TinyWeights, tinyMasks } from './tinyNetwork';
import { TINY, TinyTraining } from './tinyTraining';

type Settings = Values<typeof spec.params>;

/** The masks in the order in which they are shown: what is kept most comes first, a row for each choice of inputs and half of the others. */
const SHOWN_MASKS = Array.from({ length: 64 }, (_, at) => 3 - Math.floor(at / 16) + 4 * (15 - (at % 16)));

/** 1 where a unit takes part, the output among them, `[64, 7]`. */
function shownMasks({ inputRate, hiddenRate }: Settings): Uint8Array {
  const masks = tinyMasks(inputRate, hiddenRate);
  return Uint8Array.from(SHOWN_MASKS.flatMap((index) => [...masks[index]!.mask, 1]));
}

/** Training steps at the frames. */
function stepsOfFrames(steps: number): Float32Array {
  const frames = Math.floor(steps / spec.stepsPerFrame) + 1;
  return Float32Array.from({ length: frames }, (_, frame) => frame * spec.stepsPerFrame);
}

/** Expected share of all masks that have been drawn after each of these numbers of steps. */
function expectedSeen({ inputRate, hiddenRate, masks }: Settings, stepAxis: Float32Array): Float32Array {
  const all = tinyMasks(inputRate, hiddenRate);
  return stepAxis.map((steps) => expectedSeenShare(all, masks === 'training' ? Math.min(steps, 1) : steps));
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The weights as lines between the units, without biases. */
function shownWeights([first, second]: TinyWeights): Float32Array {
  return Float32Array.from([...first.subarray(0, 8), ...second.subarray(0, 4)]);
}

function lookAt(tiny: TinyTraining, { inputRate, hiddenRate }: Settings) {
  const weights = tiny.weights();
  const report = (variant: number) => reportSubnetworks(weights[variant]!, tiny.data, inputRate, hiddenRate);
  const [trained, plain] = [report(TINY.dropout), report(TINY.plain)];
  return {
    tinyWeights: shownWeights(weights[TINY.dropout]!),
    tinyAccuracy: Float32Array.from(SHOWN_MASKS, (index) => trained.accuracy[index]!),
    subnetworkAccuracy: mean(trained.accuracy),
    plainSubnetworkAccuracy: mean(plain.accuracy),
    ensembleAccuracy: trained.ensembleAccuracy,
    scaledAccuracy: trained.scaledAccuracy,
    ensembleGap: trained.ensembleGap,
    geometricEnsembleGap: trained.geometricGap,
    equalSpread: hiddenSpread(weights[TINY.equalPlain]!),
    equalDropoutSpread: hiddenSpread(weights[TINY.equalDropout]!),
  };
}

/** Trains the tiny networks and averages masks of a linear softmax meanwhile. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { inputRate, hiddenRate, features, spread, steps } = params;
  const tiny = new TinyTraining(inputRate, hiddenRate, params.masks, random.stream('tiny'));
  const linear = studyLinearSoftmax(features, spread, hiddenRate, random.stream('linear'));
  const stepAxis = stepsOfFrames(steps);
  const seenShare = new Float32Array(stepAxis.length).fill(Number.NaN);

  function look(step: number): Frame {
    seenShare[step / spec.stepsPerFrame] = tiny.seenShare;
    return {
      step,
      ...linear.sample(),
      seenShare: seenShare.slice(),
      tinyMasks: shownMasks(params),
      ...lookAt(tiny, params),
    };
  }

  function* run(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= steps; step++) {
      tiny.step();
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: {
      maskCounts: Float32Array.from(MASK_COUNTS),
      ...linear.setup,
      expectedSeen: expectedSeen(params, stepAxis),
      stepAxis,
    },
    frameCount: stepAxis.length,
    frames: run(),
    dispose: () => tiny.dispose(),
  };
};
