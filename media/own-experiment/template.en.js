// @ts-check
/// <reference path="./lecture-lab.d.ts" />

/**
 * An experiment of your own: `spec` says what it shows, `run` computes. Saving reloads it.
 * All fields are explained in lecture-lab.d.ts; the editor shows them as you type.
 *
 * The example: the mean of n random numbers spreads with 1/√n.
 *
 * @type {LectureLab.Spec}
 */
export const spec = {
  id: 'ID',
  title: 'Spread of the mean',
  summary: 'Means of n random numbers: how far they spread around the expected value.',
  explanation: String.raw`
The mean $\bar x$ of $n$ independent numbers with standard deviation $\sigma$ itself has the **standard deviation** $\sigma / \sqrt{n}$.

Each step draws one more mean for each $n$. The dashed line is the calculation.`,
  concepts: { de: ['Standardfehler', 'Streuung des Mittelwerts'], en: ['standard error'] },
  params: {
    samples: {
      kind: 'number',
      label: 'Means',
      help: 'How many are drawn.',
      min: 10,
      max: 2000,
      step: 10,
      integer: true,
      default: 400,
    },
    spread: {
      kind: 'number',
      label: 'Standard deviation',
      symbol: '\\sigma',
      min: 0.1,
      max: 10,
      step: 0.1,
      default: 1,
    },
  },
  views: [
    {
      kind: 'response',
      id: 'spread-by-size',
      title: 'Standard deviation of the mean',
      caption: 'Four times as many numbers halve the spread.',
      x: { field: 'sizes', title: 'n' },
      y: { title: 'Standard deviation', scale: 'log' },
      series: [{ field: 'measured', label: 'measured' }],
      theory: [{ field: 'expected', label: 'σ/√n', source: 'Variance of a sum', series: 0 }],
    },
  ],
  claims: [
    {
      id: 'falls-with-the-root',
      text: 'From $n = 1$ to $n = 64$ the spread falls to an eighth (±20 %).',
      source: 'Variance of a sum of independent quantities',
      measure: ({ frames }) => {
        const { measured } = frames[frames.length - 1];
        return measured[0] / measured[6] / 8;
      },
      bound: { atLeast: 0.8, atMost: 1.2 },
    },
  ],
  stepsPerFrame: 10,
};

const sizes = Float32Array.of(1, 2, 4, 8, 16, 32, 64);

/** @type {LectureLab.Run} */
export function run({ samples, spread }, { random }) {
  const sums = new Float64Array(sizes.length);
  const squares = new Float64Array(sizes.length);

  /** A mean of n normally distributed numbers. */
  function drawMean(n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += spread * random.normal();
    return sum / n;
  }

  function* frames() {
    for (let drawn = 1; drawn <= samples; drawn++) {
      sizes.forEach((n, at) => {
        const mean = drawMean(n);
        sums[at] += mean;
        squares[at] += mean * mean;
      });
      if (drawn % spec.stepsPerFrame === 0) {
        const measured = Float32Array.from(sizes, (_, at) =>
          Math.sqrt(Math.max(0, squares[at] / drawn - (sums[at] / drawn) ** 2)),
        );
        yield { measured };
      }
    }
  }

  return {
    setup: { sizes, expected: sizes.map((n) => spread / Math.sqrt(n)) },
    frameCount: Math.floor(samples / spec.stepsPerFrame),
    frames: frames(),
  };
}
