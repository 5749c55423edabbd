import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '../../src/figures/activationDerivative';
import { keptUnits, maskProbability } from '../../src/figures/dropoutMask';
import { stopEarly, validationLosses } from '../../src/figures/earlyStoppingCurve';
import { completeValues } from '../../src/figures/figure';
import { figureOf } from '../../src/figures/figures';
import { bestLogitGap, smoothedTargets } from '../../src/figures/labelSmoothingTargets';
import { decimals, percent, raised, significant } from '../../src/figures/numbers';
import { apart } from '../../src/figures/plane';
import { shrink, softThreshold } from '../../src/figures/shrinkage';
import { clipNorm, clipValue, turnBetween } from '../../src/figures/vectorClipping';

const real = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const positive = fc.double({ min: 0.01, max: 5, noNaN: true });
const vector = fc.tuple(real(10), real(10));

/** What a figure says with these values. */
function sentence(id: string, values: Readonly<Record<string, number>>): string {
  const figure = figureOf(id)!;
  return figure.draw(completeValues(figure, values), 'de').text;
}

describe('norm clipping', () => {
  it('keeps the direction and never leaves the circle', () => {
    fc.assert(
      fc.property(vector, positive, (g, c) => {
        const clipped = clipNorm(g, c);
        expect(Math.hypot(...clipped)).toBeCloseTo(Math.min(c, Math.hypot(...g)), 9);
        expect(g[0] * clipped[1] - g[1] * clipped[0]).toBeCloseTo(0, 9);
        expect(g[0] * clipped[0] + g[1] * clipped[1]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('value clipping', () => {
  it('limits each component for itself', () => {
    expect(clipValue([2.4, -0.3], 1)).toEqual([1, -0.3]);
    expect(clipValue([-7, 7], 2)).toEqual([-2, 2]);
  });

  it('turns a vector by less than 45°', () => {
    fc.assert(
      fc.property(vector, positive, (g, c) => {
        expect(turnBetween(g, clipValue(g, c))).toBeLessThan(45);
      }),
    );
  });

  it('is said to turn the gradient, to keep it, or to keep its direction', () => {
    expect(sentence('vector-clipping', { angle: 30, length: 2, threshold: 1 })).toBe(
      '‖g‖ = 2,00 > c = 1,00: Norm-Clipping kürzt g auf die Länge 1,00 und behält die Richtung. Value-Clipping liefert die Länge 1,41 und dreht g um 15°.',
    );
    expect(sentence('vector-clipping', { angle: 45, length: 1.2, threshold: 1 })).toContain('ändert nichts');
    expect(sentence('vector-clipping', { angle: 90, length: 2, threshold: 1 })).toContain(
      'dreht g hier nicht',
    );
    expect(sentence('vector-clipping', { length: 1, threshold: 1 })).toBe(
      '‖g‖ = 1,00 ≤ c = 1,00: Beide Verfahren lassen den Gradienten, wie er ist.',
    );
  });
});

describe.each(activations.map((activation) => [activation.symbol, activation] as const))(
  'the activation function %s',
  (_, { value, slope, axis, pieces }) => {
    it('has the derivative that a finite difference has', () => {
      const h = 1e-5;
      for (let z = -6.05; z < 6; z += 0.1) {
        expect(slope(z)).toBeCloseTo((value(z + h) - value(z - h)) / (2 * h), 6);
      }
    });

    it('fits into its axis', () => {
      for (const z of pieces.flat()) {
        for (const y of [value(z), slope(z)]) {
          expect(y).toBeGreaterThanOrEqual(axis.from);
          expect(y).toBeLessThanOrEqual(axis.to);
        }
      }
    });
  },
);

describe('the sentence on an activation function', () => {
  it('says what ten layers make of a gradient', () => {
    expect(sentence('activation-derivative', { activation: 0, z: 0 })).toBe(
      'σ(0,0) = 0,5000, σ′(0,0) = 0,2500. Zehn solche Layer hintereinander multiplizieren den Gradienten mit 9,5·10⁻⁷, wenn die Gewichte nichts verstärken.',
    );
  });

  it('owns up to the corner of ReLU', () => {
    expect(sentence('activation-derivative', { activation: 2, z: 0 })).toContain('keine Ableitung');
    expect(sentence('activation-derivative', { activation: 2, z: 0.1 })).not.toContain('keine Ableitung');
  });
});

describe('shrinkage', () => {
  it('by L1 minimizes half the squared distance plus the penalty', () => {
    fc.assert(
      fc.property(real(3), positive, real(3), (weight, strength, other) => {
        const cost = (w: number) => (w - weight) ** 2 / 2 + strength * Math.abs(w);
        expect(cost(softThreshold(weight, strength))).toBeLessThanOrEqual(cost(other) + 1e-12);
      }),
    );
  });

  it('by L1 sets small weights to exactly 0, by L2 none', () => {
    expect(Math.abs(softThreshold(-0.4, 0.4))).toBe(0);
    expect(softThreshold(-1, 0.25)).toBe(-0.75);
    expect(shrink(-0.4, 0.5)).toBe(-0.2);
    expect(sentence('shrinkage', { weight: -0.3, strength: 0.5 })).toBe(
      'L1 macht aus w = −0,30 den Wert 0,000, L2 den Wert −0,150. L1 setzt jedes Gewicht mit |w| ≤ 0,50 auf 0; L2 verkleinert jedes um 50\u00a0%.',
    );
  });
});

describe('smoothed targets', () => {
  const epsilon = fc.double({ min: 0.001, max: 0.5, noNaN: true });
  const classes = fc.integer({ min: 2, max: 10 });

  it('are 1 − ε for the right class, ε/(k − 1) for the others, and sum to 1', () => {
    expect(smoothedTargets(0.25, 6)).toEqual([0.75, 0.05, 0.05, 0.05, 0.05, 0.05]);
    fc.assert(
      fc.property(epsilon, classes, (share, count) => {
        const targets = smoothedTargets(share, count);
        expect(targets).toHaveLength(count);
        expect(targets.reduce((sum, target) => sum + target)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('are what a softmax over the best logits gives', () => {
    fc.assert(
      fc.property(epsilon, classes, (share, count) => {
        const right = Math.exp(bestLogitGap(share, count));
        expect(right / (right + count - 1)).toBeCloseTo(1 - share, 12);
      }),
    );
  });

  it('that are hard have no best logits, and the sentence says so', () => {
    expect(bestLogitGap(0, 4)).toBe(Number.POSITIVE_INFINITY);
    expect(sentence('label-smoothing-targets', { epsilon: 0 })).toContain('immer weiter');
  });
});

describe('dropout masks', () => {
  const masks = Array.from({ length: 2000 }, (_, mask) => mask + 1);

  it.each([0.1, 0.5, 0.8])('drop units with probability %f', (rate) => {
    const units = masks.flatMap((mask) => keptUnits(rate, mask));
    const dropped = units.filter((isKept) => !isKept).length / units.length;
    // Four standard deviations.
    expect(Math.abs(dropped - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / units.length));
  });

  it('drop each unit independently of its neighbour', () => {
    const both = masks.filter((mask) => keptUnits(0.5, mask)[0] && keptUnits(0.5, mask)[1]).length;
    expect(both / masks.length).toBeCloseTo(0.25, 1);
  });

  it('stay the same, and drop at a larger rate what they drop at a smaller one', () => {
    expect(keptUnits(0.5, 3)).toEqual(keptUnits(0.5, 3));
    for (const mask of masks.slice(0, 30)) {
      const rare = keptUnits(0.3, mask);
      expect(keptUnits(0.6, mask).every((isKept, unit) => !isKept || rare[unit])).toBe(true);
    }
  });

  it('have probabilities that sum to 1 over all subnetworks', () => {
    const all = Array.from({ length: 2 ** 8 }, (_, bits) =>
      Array.from({ length: 8 }, (_, unit) => (bits >> unit) % 2 === 1),
    );
    const sum = all.reduce((total, kept) => total + maskProbability(kept, 0.3), 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(maskProbability(keptUnits(0, 1), 0)).toBe(1);
  });

  it('are said to be one of many, with their probability', () => {
    expect(sentence('dropout-mask', { rate: 0.5 })).toMatch(
      /eines von 2⁸ = 256; seine Maske hat die Wahrscheinlichkeit 0,4\u00a0%/,
    );
    expect(sentence('dropout-mask', { rate: 0 })).toMatch(/^8 von 8 Units bleiben\..*100,0\u00a0%/);
  });
});

describe('early stopping', () => {
  it('ends when the loss has had no new minimum for as long as the patience lasts', () => {
    const losses = [5, 4, 3, 3.5, 3.2, 2.9, 3, 3.1, 3.2];
    expect(stopEarly(losses, 2)).toEqual({ end: 4, best: 2 });
    expect(stopEarly(losses, 3)).toEqual({ end: 8, best: 5 });
    expect(stopEarly(losses, 9)).toEqual({ end: 8, best: 5 });
  });

  it('takes the first of equal losses', () => {
    expect(stopEarly([2, 1, 1, 1], 2)).toEqual({ end: 3, best: 1 });
  });

  it('is never later with less patience, and what it keeps is never better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 20 }), (patience, run) => {
        const losses = validationLosses(0.2, run);
        const [less, more] = [stopEarly(losses, patience), stopEarly(losses, patience + 1)];
        expect(less.end).toBeLessThanOrEqual(more.end);
        expect(losses[less.best]).toBeGreaterThanOrEqual(losses[more.best]!);
      }),
    );
  });

  it('says when it was too early', () => {
    const runs = Array.from({ length: 20 }, (_, run) => ({ patience: 1, noise: 0.2, run: run + 1 }));
    expect(runs.some((values) => sentence('early-stopping-curve', values).includes('zu früh'))).toBe(true);
    expect(sentence('early-stopping-curve', { patience: 4, noise: 0 })).toContain('Minimum der ganzen Kurve');
  });
});

describe('numbers in figures', () => {
  it('have a comma in German, a true minus, and no negative zero', () => {
    expect(decimals(-1.5, 2, 'de')).toBe('−1,50');
    expect(decimals(-0.001, 2, 'en')).toBe('0.00');
    expect(percent(0.125, 1, 'de')).toBe('12,5\u00a0%');
    expect(percent(0.125, 1, 'en')).toBe('12.5%');
  });

  it('have two significant digits however small they are', () => {
    expect([0, 1, 0.25, 0.056, 0.0012].map((value) => significant(value, 'en'))).toEqual([
      ...['0', '1', '0.25', '0.056', '0.0012'],
    ]);
    expect(significant(8.74e-12, 'de')).toBe('8,7·10⁻¹²');
    expect(raised(8)).toBe('⁸');
  });
});

describe('labels at the ends of lines', () => {
  it('keep their distance and their order', () => {
    expect(apart([10, 12, 60, 61])).toEqual([10, 26, 60, 76]);
    expect(apart([10, 40, 80])).toEqual([10, 40, 80]);
  });
});
