import { describe, expect, it } from 'vitest';
import {
  gramMatrix,
  projectOntoColumns,
  solvePositiveDefinite,
} from '../../src/experiments/kit/linearSystem';
import type { Params, Values } from '../../src/experiments/kit/params';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { run } from '../../src/experiments/parameter-sharing/run';
import { spec } from '../../src/experiments/parameter-sharing/spec';
import { TaskPair, type Weights } from '../../src/experiments/parameter-sharing/taskPair';

const [FEATURES, POINTS] = [3, 7];

function drawPair(seed: number): { inputs: Weights; targets: Weights; pair: TaskPair } {
  const random = createRandom(seed);
  const draw = (count: number) => Float64Array.from({ length: count }, () => random.normal());
  const inputs = { a: draw(POINTS * FEATURES), b: draw(POINTS * FEATURES) };
  return { inputs, targets: { a: draw(POINTS), b: draw(POINTS) }, pair: new TaskPair(inputs, FEATURES) };
}

/** The matrix of the normal equations of both tasks together, `[6, 6]`. */
function jointMatrix({ a, b }: Weights, penalty: number): Float64Array {
  const size = 2 * FEATURES;
  const matrix = new Float64Array(size * size);
  for (const [task, rows] of [a, b].entries()) {
    const gram = gramMatrix(rows, FEATURES);
    for (let i = 0; i < FEATURES; i++) {
      const row = (task * FEATURES + i) * size;
      for (let j = 0; j < FEATURES; j++) matrix[row + task * FEATURES + j] = gram[i * FEATURES + j]! / POINTS;
      matrix[row + task * FEATURES + i]! += penalty;
      matrix[row + (1 - task) * FEATURES + i]! -= penalty;
    }
  }
  return matrix;
}

const joined = ({ a, b }: Weights) => Float64Array.of(...a, ...b);

describe('TaskPair', () => {
  const { inputs, targets, pair } = drawPair(4);
  const alone = pair.separate(pair.project(targets));

  it.each([0, 0.01, 0.5, 20])('solves both tasks together under the penalty %d', (penalty) => {
    const rightSide = joined(pair.project(targets));
    const expected = solvePositiveDefinite(jointMatrix(inputs, penalty), rightSide);
    const shared = joined(pair.share(alone, penalty));
    for (const [at, weight] of expected.entries()) expect(shared[at]).toBeCloseTo(weight, 9);
  });

  it('fits one regression to the data of both with hard sharing', () => {
    const rows = joined(inputs);
    const projections = projectOntoColumns(rows, FEATURES, joined(targets));
    const pooled = solvePositiveDefinite(gramMatrix(rows, FEATURES), projections);
    const { a, b } = pair.share(alone, Number.POSITIVE_INFINITY);
    for (const [at, weight] of pooled.entries()) {
      expect(a[at]).toBeCloseTo(weight, 9);
      expect(b[at]).toBeCloseTo(weight, 9);
    }
  });

  it.each([0, 0.1, 3, Number.POSITIVE_INFINITY])(
    'expects what unit by unit adds up to, λ = %d',
    (penalty) => {
      // The solution is linear in the targets: the variance is the sum over unit vectors of noise, the bias over unit distances.
      let [variance, parameters, bias] = [0, 0, 0];
      for (let point = 0; point < 2 * POINTS; point++) {
        const unit = new Float64Array(2 * POINTS);
        unit[point] = 1;
        const noise = pair.project({ a: unit.slice(0, POINTS), b: unit.slice(POINTS) });
        const fitted = pair.share(pair.separate(noise), penalty);
        variance += joined(fitted).reduce((sum, weight) => sum + weight ** 2, 0) / 2;
        const [rows, weights] = point < POINTS ? [inputs.a, fitted.a] : [inputs.b, fitted.b];
        const row = (point % POINTS) * FEATURES;
        for (const [k, weight] of weights.entries()) parameters += rows[row + k]! * weight;
      }
      for (let feature = 0; feature < FEATURES; feature++) {
        const truth = { a: new Float64Array(FEATURES), b: new Float64Array(FEATURES) };
        truth.b[feature] = 1;
        const [fitted, wanted] = [joined(pair.share(truth, penalty)), joined(truth)];
        bias += fitted.reduce((sum, weight, at) => sum + (weight - wanted[at]!) ** 2, 0) / 2;
      }
      const expected = pair.expect(penalty);
      expect(expected.variance).toBeCloseTo(variance, 9);
      expect(expected.bias).toBeCloseTo(bias, 9);
      expect(expected.parameters).toBeCloseTo(parameters, 9);
    },
  );
});

describe('a run of parameter sharing', () => {
  const PARAMS: Values<typeof spec.params> = {
    distance: 0.3,
    penalty: 0.2,
    trainingPoints: 25,
    noise: 0.7,
    repetitions: 10,
  };
  const choices = (spec.predictions ?? []).filter((prediction) => prediction.kind === 'choice');

  it('answers its questions from what was measured', () => {
    const answers = (params: Values<Params>) =>
      choices.map(({ answer }) => answer(record(run, { ...PARAMS, ...params }, 1)));
    expect(answers({})).toEqual(['soft', 'clearly']);
    expect(answers({ noise: 0.1, trainingPoints: 200 })).toEqual(['separate', 'harms']);
  });

  it('draws hard sharing on the diagonal and true weights at the shown distance', () => {
    const { hardPairs, truePairs } = record(run, PARAMS, 1).frames.at(-1)!;
    let squares = 0;
    for (let at = 0; at < truePairs.length; at += 2) {
      expect(hardPairs[at]).toBeCloseTo(hardPairs[at + 1]!, 5);
      squares += (truePairs[at]! - truePairs[at + 1]!) ** 2;
    }
    expect(Math.sqrt((2 * squares) / truePairs.length)).toBeCloseTo(0.3, 5);
  });
});
