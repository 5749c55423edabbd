// @ts-check
/// <reference path="./lecture-lab.d.ts" />

/**
 * Ein eigenes Experiment: `spec` sagt, was es zeigt, `run` rechnet. Gespeichert heißt neu geladen.
 * Alle Felder mit Erklärung stehen in lecture-lab.d.ts; der Editor zeigt sie beim Schreiben.
 *
 * Beispiel: Der Mittelwert von n Zufallszahlen streut mit 1/√n.
 *
 * @type {LectureLab.Spec}
 */
export const spec = {
  id: 'ID',
  title: 'Streuung des Mittelwerts',
  summary: 'Mittelwerte von n Zufallszahlen: wie weit sie um den Erwartungswert streuen.',
  explanation: String.raw`
Der Mittelwert $\bar x$ von $n$ unabhängigen Zahlen mit Standardabweichung $\sigma$ hat selbst die **Standardabweichung** $\sigma / \sqrt{n}$.

Jeder Schritt zieht für jedes $n$ einen weiteren Mittelwert. Die gestrichelte Linie ist die Rechnung.`,
  concepts: { de: ['Standardfehler', 'Streuung des Mittelwerts'], en: ['standard error'] },
  params: {
    samples: {
      kind: 'number',
      label: 'Mittelwerte',
      help: 'So viele werden gezogen.',
      min: 10,
      max: 2000,
      step: 10,
      integer: true,
      default: 400,
    },
    spread: {
      kind: 'number',
      label: 'Standardabweichung',
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
      title: 'Standardabweichung des Mittelwerts',
      caption: 'Viermal so viele Zahlen halbieren die Streuung.',
      x: { field: 'sizes', title: 'n' },
      y: { title: 'Standardabweichung', scale: 'log' },
      series: [{ field: 'measured', label: 'gemessen' }],
      theory: [{ field: 'expected', label: 'σ/√n', source: 'Gesetz von der Varianz einer Summe', series: 0 }],
    },
  ],
  claims: [
    {
      id: 'falls-with-the-root',
      text: 'Von $n = 1$ bis $n = 64$ fällt die Streuung auf ein Achtel (±20 %).',
      source: 'Varianz einer Summe unabhängiger Größen',
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

  /** Ein Mittelwert von n normalverteilten Zahlen. */
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
