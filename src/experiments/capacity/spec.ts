import { defineExperiment, type Trace } from '../kit/experiment';

/** Degrees that are fitted: 1 … DEGREES. */
export const DEGREES = 12;
/** Cells that [−1, 1] is divided into; every input lies in the middle of one. */
export const GRID = 101;
/** Strengths of the penalty that are fitted at once, in equal factors. */
export const SWEEP = { first: 1e-5, last: 10, count: 13 } as const;
/** How far the data are raised to show what a penalized bias does. */
export const OFFSET = 5;

/** Computed before the first sample. Expectations are over the noise, with the inputs as they are. */
export type Setup = {
  /** Degrees 1 … 12, `[degrees]`. */
  readonly degrees: Float32Array;
  /** Swept α, `[penalties]`. */
  readonly penalties: Float32Array;
  /** Places in (−1, 1), ascending, `[grid]`. */
  readonly grid: Float32Array;
  /** Expected mean squared error on the training points, `[degrees]`. */
  readonly expectedTrainError: Float32Array;
  /** Expected mean squared error on new data, σ² + bias² + variance, `[degrees]`. */
  readonly expectedTestError: Float32Array;
  /** Variance of the fit, mean over x, `[degrees]`. */
  readonly expectedVariance: Float32Array;
  /** Expected mean squared error of the shown degree on new data, `[penalties]`. */
  readonly expectedRidgeTestError: Float32Array;
  /** OFFSET / (1 + α), `[penalties]`. */
  readonly expectedBias: Float32Array;
};

/** State after `step` + 1 samples. Means are over all samples so far. */
export type Frame = {
  /** Samples drawn before the last one. */
  readonly step: number;
  /** Targets of the last sample where there is an input, else NaN, `[grid]`. */
  readonly data: Float32Array;
  /** The true curve, `[grid]`. */
  readonly target: Float32Array;
  /** Straight line fitted to the last sample, `[grid]`. */
  readonly lineFit: Float32Array;
  /** Polynomial of the shown degree fitted to the last sample, `[grid]`. */
  readonly shownFit: Float32Array;
  /** The same with the shown penalty, `[grid]`. */
  readonly ridgeFit: Float32Array;
  /** Mean squared error on the training points, `[degrees]`. */
  readonly trainError: Float32Array;
  /** Mean squared error on new data, `[degrees]`. */
  readonly testError: Float32Array;
  /** Squared distance of the fit to data without noise from the true curve, mean over x, `[degrees]`; the same in every frame. */
  readonly squaredBias: Float32Array;
  /** Variance of the fit over the samples, mean over x, `[degrees]`; NaN after one sample. */
  readonly variance: Float32Array;
  /** Mean squared error of the shown degree on the training points, `[penalties]`. */
  readonly ridgeTrainError: Float32Array;
  /** Mean squared error of the shown degree on new data, `[penalties]`. */
  readonly ridgeTestError: Float32Array;
  /** Bias of a line through the raised data with no penalty on it, `[penalties]`. */
  readonly freeBias: Float32Array;
  /** The same with the bias in the penalty. */
  readonly penalizedBias: Float32Array;
  /** Mean squared error of that line on the training points without a penalty on the bias, `[penalties]`. */
  readonly freeError: Float32Array;
  /** The same with the bias in the penalty. */
  readonly penalizedError: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

function smallest(values: Float32Array): number {
  return Math.min(...values);
}

/** The largest factor from one entry to the next. */
function largestRatio(values: Float32Array): number {
  return Math.max(...values.subarray(1).map((value, index) => value / values[index]!));
}

/** Index of the swept α next to the shown one, in factors. */
function indexOfPenalty(penalties: Float32Array, shown: number): number {
  const distances = penalties.map((alpha) => Math.abs(Math.log(alpha / shown)));
  return distances.indexOf(smallest(distances));
}

/** Index of the swept α that the claims on the bias look at: 1. */
const ONE = 10;

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const HASTIE = 'Hastie, Tibshirani, Friedman: The Elements of Statistical Learning (2nd ed., 2009)';
const BISHOP = 'Bishop: Pattern Recognition and Machine Learning (2006)';

/** Capacity: polynomials of degree 1 to 12 on few noisy points, with the bias–variance decomposition and a ridge penalty. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'capacity',
  title: { de: 'Kapazität: Under- und Overfitting', en: 'Capacity: underfitting and overfitting' },
  summary: {
    de: 'Polynome vom Grad 1 bis 12 durch wenige verrauschte Punkte: Zu wenig Kapazität verfehlt die Kurve, zu viel lernt das Rauschen.',
    en: 'Polynomials of degree 1 to 12 through a few noisy points: too little capacity misses the curve, too much learns the noise.',
  },
  explanation: {
    de: String.raw`
Gesucht ist die Kurve $f(x) = \sin(\pi x)$; bekannt sind nur $N$ verrauschte Punkte. Zwölf Polynome werden ihnen mit kleinsten Quadraten angepasst, vom Grad 1 (eine Gerade, zu wenig **Kapazität**) bis zum Grad 12 (fast so viele Koeffizienten wie Punkte). Der Trainingsfehler kann mit jedem Grad nur sinken. Der Testfehler sinkt erst (**Underfitting** lässt nach) und steigt dann wieder (**Overfitting**).

Ein Schritt ist hier kein Trainingsschritt, sondern eine neue Stichprobe: dieselben Stellen $x$, anderes Rauschen. So sieht man, woraus der Testfehler besteht. Im Mittel über alle Stichproben ist er
$$
\mathbb{E}\bigl[(y - \hat f(x))^2\bigr] = \underbrace{\bigl(\mathbb{E}[\hat f(x)] - f(x)\bigr)^2}_{\text{Bias}^2} + \underbrace{\operatorname{Var}\bigl(\hat f(x)\bigr)}_{\text{Varianz}} + \;\sigma^2 .
$$
Ein starres Modell liegt im Mittel daneben, ein biegsames springt von Stichprobe zu Stichprobe. Kleinste Quadrate sind linear in den Zielwerten; darum lässt sich beides ausrechnen: Die mittlere Anpassung ist die Anpassung an Daten ohne Rauschen, und die gestrichelten Linien sind diese Rechnung.

Statt den Grad zu senken, kann man das Polynom vom Grad 9 behalten und große Koeffizienten bestrafen: $\frac{1}{2N}\|\Phi w - y\|^2 + \frac{\alpha}{2}\sum_{k \ge 1} w_k^2$. Die Summe beginnt bei $k = 1$: Der **Bias** $w_0$ bleibt frei. Er macht die Kurve nicht unruhiger, er hebt sie nur; bestraft man ihn mit, so rutscht die ganze Anpassung auf $\bar y / (1 + \alpha)$ hinunter. (Der Bias als Parameter und der Bias eines Schätzers oben sind zwei verschiedene Dinge mit demselben Namen.)`,
    en: String.raw`
Wanted is the curve $f(x) = \sin(\pi x)$; all that is known are $N$ noisy points. Twelve polynomials are fitted to them by least squares, from degree 1 (a straight line, too little **capacity**) to degree 12 (almost as many coefficients as points). Training error can only fall with every degree. Test error first falls (**underfitting** eases) and then rises again (**overfitting**).

One step here is not a training step but a new sample: the same places $x$, other noise. This shows what test error consists of. On average over all samples it is
$$
\mathbb{E}\bigl[(y - \hat f(x))^2\bigr] = \underbrace{\bigl(\mathbb{E}[\hat f(x)] - f(x)\bigr)^2}_{\text{bias}^2} + \underbrace{\operatorname{Var}\bigl(\hat f(x)\bigr)}_{\text{variance}} + \;\sigma^2 .
$$
A rigid model is off on average, a flexible one jumps from sample to sample. Least squares is linear in the targets, and so both can be calculated: the mean fit is the fit to data without noise, and the dashed lines are that calculation.

Instead of lowering the degree one can keep the polynomial of degree 9 and penalize large coefficients: $\frac{1}{2N}\|\Phi w - y\|^2 + \frac{\alpha}{2}\sum_{k \ge 1} w_k^2$. The sum begins at $k = 1$: the **bias** $w_0$ stays free. It does not make the curve less steady, it only lifts it; if it is penalized too, the whole fit slides down to $\bar y / (1 + \alpha)$. (The bias as a parameter and the bias of an estimator above are two different things of the same name.)`,
  },
  concepts: {
    de: [
      'Overfitting',
      'Überanpassung',
      'Underfitting',
      'Unteranpassung',
      'Modellkapazität',
      'Modell-Kapazität',
      'Kapazität',
      'Bias-Varianz-Dilemma',
      'Bias-Varianz-Tradeoff',
      'Bias-Varianz-Zerlegung',
      'Polynomregression',
      'Generalisierungsfehler',
      'Polynomgrad',
      'Regularisierung',
    ],
    en: [
      'overfitting',
      'underfitting',
      'model capacity',
      'capacity',
      'bias-variance tradeoff',
      'bias-variance decomposition',
      'polynomial regression',
      'generalization error',
      'polynomial degree',
      'regularization',
      'regularisation',
    ],
  },
  stepsPerFrame: 1,
  params: {
    degree: {
      kind: 'number',
      label: { de: 'Gezeigter Grad', en: 'Shown degree' },
      help: {
        de: 'Grad des Polynoms, das gezeigt und bestraft wird: Je höher, desto biegsamer ist die Kurve.',
        en: 'Degree of the polynomial that is shown and penalized: the higher, the more flexible the curve.',
      },
      min: 1,
      max: DEGREES,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 9,
    },
    penalty: {
      kind: 'number',
      label: { de: 'Gezeigte Strafe', en: 'Shown penalty' },
      symbol: '\\alpha',
      help: {
        de: 'Das α, mit dem die geglättete Kurve angepasst ist; die Kurven über α zeigen immer alle.',
        en: 'The α that the smoothed curve is fitted with; the curves over α always show all of them.',
      },
      min: 0.00001,
      max: 10,
      step: 0.25,
      scale: 'log',
      default: 0.01,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit mehr Punkten verträgt die Aufgabe mehr Kapazität.',
        en: 'With more points the task tolerates more capacity.',
      },
      min: 15,
      max: 100,
      step: 5,
      scale: 'linear',
      integer: true,
      default: 15,
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen der Zielwerte', en: 'Noise in the targets' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung des Rauschens: Die Varianz der Anpassung wächst mit ihrem Quadrat.',
        en: 'Standard deviation of the noise: the variance of the fit grows with its square.',
      },
      min: 0.05,
      max: 0.5,
      step: 0.05,
      scale: 'linear',
      default: 0.2,
    },
    inputs: {
      kind: 'choice',
      label: { de: 'Lage der Punkte', en: 'Places of the points' },
      help: {
        de: 'Verteilt: je einer zufällig in jedem von N gleichen Abschnitten. Ganz zufällig: Es bleiben Lücken, in denen hohe Grade ausschlagen.',
        en: 'Spread: one at random in each of N equal sections. Entirely random: gaps remain in which high degrees swing out.',
      },
      options: [
        { value: 'scattered', label: { de: 'verteilt', en: 'spread' } },
        { value: 'random', label: { de: 'ganz zufällig', en: 'entirely random' } },
      ],
      default: 'scattered',
    },
    samples: {
      kind: 'number',
      label: { de: 'Stichproben', en: 'Samples' },
      unit: { de: 'Stichproben', en: 'samples' },
      help: {
        de: 'Wie oft neues Rauschen gezogen wird: Je öfter, desto näher kommen die Mittelwerte der Theorie.',
        en: 'How often new noise is drawn: the more often, the closer the means come to theory.',
      },
      min: 20,
      max: 200,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 100,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'price-of-the-best-fit',
      question: {
        de: 'Grad 12 trifft die Trainingspunkte von allen am besten. Wie groß ist sein Testfehler, verglichen mit dem besten Grad?',
        en: 'Degree 12 meets the training points best of all. How large is its test error compared with the best degree?',
      },
      options: [
        { id: 'equal', text: { de: 'Höchstens das Doppelte', en: 'At most twice' } },
        { id: 'larger', text: { de: 'Das Zwei- bis Zehnfache', en: 'Two to ten times' } },
        { id: 'huge', text: { de: 'Mehr als das Zehnfache', en: 'More than ten times' } },
      ],
      answer: (trace) => {
        const { testError } = lastFrame(trace);
        const ratio = testError[DEGREES - 1]! / smallest(testError);
        if (ratio <= 2) return 'equal';
        return ratio > 10 ? 'huge' : 'larger';
      },
      because: {
        de: 'Mit fast so vielen Koeffizienten wie Punkten lernt das Polynom das Rauschen und schlägt zwischen den Punkten aus. Mehr Punkte nehmen ihm diese Freiheit, nicht der kleine Trainingsfehler.',
        en: 'With almost as many coefficients as points the polynomial learns the noise and swings out between the points. It is more points that take this freedom away, not the small training error.',
      },
    },
    {
      kind: 'curve',
      id: 'test-error-over-degree',
      question: {
        de: 'Wie verläuft der Testfehler vom Grad 1 bis zum Grad 12?',
        en: 'How does test error run from degree 1 to degree 12?',
      },
      view: 'error-by-degree',
      series: 1,
      range: [0.01, 100],
      because: {
        de: 'Links überwiegt der Bias, rechts die Varianz; die Kurve fällt, bis der Grad zur Sinuskurve passt, und steigt dann um Größenordnungen.',
        en: 'Bias prevails on the left, variance on the right; the curve falls until the degree suits the sine and then rises by orders of magnitude.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Testfehler des gezeigten Grades ohne Strafe: $\\sigma^2 + \\text{Bias}^2 + \\text{Varianz}$ und gemessen',
        en: 'Test error of the shown degree without a penalty: $\\sigma^2 + \\text{bias}^2 + \\text{variance}$, and measured',
      },
      tex: String.raw`\sigma^2 + B^2 + V = \live{noise} + \live{bias} + \live{variance} = \live{sum} \approx \live{test}`,
      values: ({ setup, frames }, frame, { degree, noise }) => {
        const now = frames[frame];
        const bias = now?.squaredBias[degree - 1] ?? Number.NaN;
        const variance = setup.expectedVariance[degree - 1]!;
        const test = now?.testError[degree - 1] ?? Number.NaN;
        return { noise: noise ** 2, bias, variance, sum: noise ** 2 + bias + variance, test };
      },
    },
    {
      label: {
        de: 'Bestrafter Bias der angehobenen Geraden, erwartet und gemessen, bei dem $\\alpha$ der Reihe, das dem gezeigten am nächsten liegt',
        en: 'Penalized bias of the raised line, expected and measured, for the swept $\\alpha$ that is next to the shown one',
      },
      tex: String.raw`\frac{5}{1 + \alpha} = \frac{5}{1 + \live{alpha}} = \live{expected} \approx \live{measured}`,
      values: ({ setup, frames }, frame, { penalty }) => {
        const index = indexOfPenalty(setup.penalties, penalty);
        return {
          alpha: setup.penalties[index]!,
          expected: setup.expectedBias[index]!,
          measured: frames[frame]?.penalizedBias[index] ?? Number.NaN,
        };
      },
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'error-by-degree',
      title: { de: 'Fehler je Grad', en: 'Error by degree' },
      caption: {
        de: 'Der Trainingsfehler sinkt mit jedem Grad, der Testfehler nur bis zur passenden Kapazität; danach steigt er, oft um Größenordnungen.',
        en: 'Training error falls with every degree, test error only up to the right capacity; after that it rises, often by orders of magnitude.',
      },
      x: { field: 'degrees', title: { de: 'Grad des Polynoms', en: 'Degree of the polynomial' } },
      y: { title: { de: 'Mittlerer quadratischer Fehler', en: 'Mean squared error' }, scale: 'log' },
      series: [
        { field: 'trainError', label: { de: 'Training', en: 'Training' } },
        { field: 'testError', label: { de: 'Test', en: 'Test' } },
      ],
      theory: [
        {
          field: 'expectedTrainError',
          label: { de: 'E[Trainingsfehler]', en: 'E[training error]' },
          source: `${HASTIE}, 7.4`,
          series: 0,
        },
        {
          field: 'expectedTestError',
          label: { de: 'σ² + Bias² + Varianz', en: 'σ² + bias² + variance' },
          source: `${HASTIE}, 7.3`,
          series: 1,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'fits',
      title: { de: 'Anpassungen an die letzte Stichprobe', en: 'Fits to the last sample' },
      caption: {
        de: 'Die Gerade trifft die Kurve nie, bewegt sich aber kaum; der gezeigte Grad springt mit jeder Stichprobe, die Strafe beruhigt ihn.',
        en: 'The straight line never meets the curve but hardly moves; the shown degree jumps with every sample, the penalty calms it.',
      },
      x: { field: 'grid', title: { de: 'Eingabe x', en: 'Input x' }, scale: 'linear' },
      y: { title: { de: 'Ausgabe y', en: 'Output y' }, scale: 'linear', range: [-2, 2] },
      series: [
        { field: 'data', label: { de: 'Stichprobe', en: 'Sample' }, mark: 'points' },
        { field: 'target', label: { de: 'wahre Kurve', en: 'True curve' } },
        { field: 'lineFit', label: { de: 'Grad 1', en: 'Degree 1' } },
        { field: 'shownFit', label: { de: 'gezeigter Grad', en: 'Shown degree' } },
        { field: 'ridgeFit', label: { de: 'gezeigter Grad mit Strafe', en: 'Shown degree with penalty' } },
      ],
    },
    {
      kind: 'response',
      id: 'bias-and-variance',
      title: { de: 'Bias und Varianz', en: 'Bias and variance' },
      caption: {
        de: 'Mit dem Grad fällt der Bias und wächst die Varianz; wo die Summe am kleinsten ist, liegt die beste Kapazität. Werte unter 0,0001 und über 100 liegen am Rand.',
        en: 'As the degree grows, bias falls and variance rises; the best capacity lies where their sum is smallest. Values below 0.0001 and above 100 lie at the edge.',
      },
      x: { field: 'degrees', title: { de: 'Grad des Polynoms', en: 'Degree of the polynomial' } },
      y: {
        title: { de: 'Anteil am Testfehler', en: 'Part of the test error' },
        scale: 'log',
        range: [0.0001, 100],
      },
      series: [
        { field: 'squaredBias', label: { de: 'Bias² (Fit ohne Rauschen)', en: 'Bias² (fit without noise)' } },
        { field: 'variance', label: { de: 'Varianz', en: 'Variance' } },
      ],
      theory: [
        {
          field: 'expectedVariance',
          label: { de: 'σ² φ(x)ᵀ(ΦᵀΦ)⁻¹φ(x), gemittelt', en: 'σ² φ(x)ᵀ(ΦᵀΦ)⁻¹φ(x), averaged' },
          source: `${HASTIE}, 7.3`,
          series: 1,
        },
      ],
    },
    {
      kind: 'response',
      id: 'error-by-penalty',
      title: { de: 'Fehler des gezeigten Grades je Strafe', en: 'Error of the shown degree by penalty' },
      caption: {
        de: 'Ein hoher Grad mit passendem $\\alpha$ verallgemeinert fast so gut wie der passende Grad; links Overfitting, rechts Underfitting.',
        en: 'A high degree with a suitable $\\alpha$ generalizes almost as well as the suitable degree; overfitting on the left, underfitting on the right.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: { title: { de: 'Mittlerer quadratischer Fehler', en: 'Mean squared error' }, scale: 'log' },
      series: [
        { field: 'ridgeTrainError', label: { de: 'Training', en: 'Training' } },
        { field: 'ridgeTestError', label: { de: 'Test', en: 'Test' } },
      ],
      theory: [
        {
          field: 'expectedRidgeTestError',
          label: { de: 'σ² + Bias² + Varianz', en: 'σ² + bias² + variance' },
          source: `${HASTIE}, 7.3`,
          series: 1,
        },
      ],
    },
    {
      kind: 'response',
      id: 'penalized-bias',
      title: { de: 'Den Bias nicht bestrafen', en: 'Do not penalize the bias' },
      caption: {
        de: 'Eine Gerade durch dieselben Daten, um 5 angehoben: Der freie Bias bleibt bei 5, der bestrafte sinkt mit $\\alpha$ gegen null.',
        en: 'A straight line through the same data raised by 5: the free bias stays at 5, the penalized one sinks to zero as $\\alpha$ grows.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: { title: { de: 'Bias b', en: 'Bias b' }, scale: 'linear', range: [0, 6] },
      series: [
        { field: 'freeBias', label: { de: 'Bias frei', en: 'Bias free' } },
        { field: 'penalizedBias', label: { de: 'Bias bestraft', en: 'Bias penalized' } },
      ],
      theory: [
        {
          field: 'expectedBias',
          label: { de: '5 / (1 + α)', en: '5 / (1 + α)' },
          source: `${GOODFELLOW}, 7.1`,
          series: 1,
        },
      ],
    },
  ],
  presets: [
    {
      id: 'straight-line',
      title: { de: 'Zu starr', en: 'Too rigid' },
      why: {
        de: 'Grad 1: Die Anpassung ist in jeder Stichprobe fast dieselbe und in jeder falsch; eine Strafe kann hier nur schaden.',
        en: 'Degree 1: the fit is almost the same in every sample and wrong in every one; a penalty can only do harm here.',
      },
      params: { degree: 1 },
    },
    {
      id: 'more-data',
      title: { de: 'Mehr Daten', en: 'More data' },
      why: {
        de: 'Mit 100 Punkten ist das Overfitting fast verschwunden: Grad 12 ist nur noch etwa 10 % schlechter als der beste Grad, und das ist nun 5.',
        en: 'With 100 points overfitting has almost vanished: degree 12 is only about 10 % worse than the best degree, which now is 5.',
      },
      params: { trainingPoints: 100 },
    },
    {
      id: 'gaps',
      title: { de: 'Lücken in den Daten', en: 'Gaps in the data' },
      why: {
        de: 'Liegen die Punkte ganz zufällig, so schlägt Grad 9 in den Lücken aus; sein Testfehler kann dann das Tausendfache des besten sein.',
        en: 'If the points lie entirely at random, degree 9 swings out in the gaps; its test error can then be a thousand times the best.',
      },
      params: { inputs: 'random' },
    },
    {
      id: 'too-strong',
      title: { de: 'Zu starke Strafe', en: 'Too strong a penalty' },
      why: {
        de: String.raw`Grad 9 mit $\alpha = 10$: Die Kapazität ist da, aber die Strafe lässt keine Kurve mehr zu. Auch das ist Underfitting.`,
        en: String.raw`Degree 9 with $\alpha = 10$: the capacity is there, but the penalty no longer allows any curve. That is underfitting too.`,
      },
      params: { penalty: 10 },
    },
  ],
  limits: {
    de: String.raw`„Zu viel Kapazität führt zu Overfitting“ gilt bei wenigen, verrauschten Punkten. Mit 100 Punkten ist davon kaum etwas zu sehen, und mit einer passenden Strafe verallgemeinert auch der Grad 9 fast so gut wie der beste Grad: Die Zahl der Parameter allein ist kein Maß der Kapazität. Wie schlimm es wird, hängt stark davon ab, wo die Punkte liegen. Modelle mit viel mehr Parametern als Punkten, wie große neuronale Netze, können wieder besser werden (*Double Descent*, Belkin u. a. 2019); so weit reicht dieser Versuch nicht. Grad und $\alpha$ werden hier am wahren Testfehler abgelesen, den in der Praxis niemand kennt. Den Bias nicht zu bestrafen ist dann wichtig, wenn die Zielwerte weit von null liegen; bei zentrierten Zielwerten macht es kaum einen Unterschied.`,
    en: String.raw`“Too much capacity leads to overfitting” holds for few, noisy points. With 100 points hardly any of it can be seen, and with a suitable penalty even degree 9 generalizes almost as well as the best degree: the number of parameters alone is no measure of capacity. How bad it gets depends strongly on where the points lie. Models with many more parameters than points, such as large neural networks, can become better again (*double descent*, Belkin et al. 2019); this experiment does not reach that far. Degree and $\alpha$ are read off the true test error here, which nobody knows in practice. Leaving the bias out of the penalty matters where the targets lie far from zero; with centred targets it makes hardly any difference.`,
  },
  claims: [
    {
      id: 'training-error-only-falls',
      text: {
        de: 'Der Trainingsfehler sinkt mit jedem Grad (gemessen: größtes Verhältnis eines Grades zum vorigen).',
        en: 'Training error falls with every degree (measured: largest ratio of a degree to the one before).',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => largestRatio(lastFrame(trace).trainError),
      bound: { atMost: 1 },
      over: 'every-seed',
    },
    {
      id: 'the-best-degree-lies-in-between',
      text: {
        de: 'Den kleinsten Testfehler hat ein mittlerer Grad, zwischen 3 und 5.',
        en: 'The smallest test error belongs to a middle degree, between 3 and 5.',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => {
        const { testError } = lastFrame(trace);
        return testError.indexOf(smallest(testError)) + 1;
      },
      bound: { atLeast: 3, atMost: 5 },
      over: 'every-seed',
    },
    {
      id: 'too-rigid-a-model-underfits',
      text: {
        de: 'Grad 1 passt nicht einmal zu den Trainingspunkten: Sein Trainingsfehler ist mindestens viermal so groß wie der von Grad 3.',
        en: 'Degree 1 does not even fit the training points: its training error is at least four times that of degree 3.',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => lastFrame(trace).trainError[0]! / lastFrame(trace).trainError[2]!,
      bound: { atLeast: 4 },
      over: 'every-seed',
    },
    {
      id: 'too-flexible-a-model-overfits',
      text: {
        de: 'Grad 12 hat den kleinsten Trainingsfehler, aber mindestens den dreizehnfachen Testfehler des besten Grades.',
        en: 'Degree 12 has the smallest training error but at least thirteen times the test error of the best degree.',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => lastFrame(trace).testError[DEGREES - 1]! / smallest(lastFrame(trace).testError),
      bound: { atLeast: 13 },
      over: 'every-seed',
    },
    {
      id: 'bias-and-variance-add-up',
      text: {
        de: 'Der gemessene Testfehler von Grad 9 ist im Mittel die Summe $\\sigma^2 + \\text{Bias}^2 + \\text{Varianz}$ der Theorie (gemessen: Verhältnis).',
        en: 'The measured test error of degree 9 is on average the sum $\\sigma^2 + \\text{bias}^2 + \\text{variance}$ of theory (measured: ratio).',
      },
      source: `${HASTIE}, 7.3`,
      measure: (trace) => lastFrame(trace).testError[8]! / trace.setup.expectedTestError[8]!,
      bound: { atLeast: 0.85, atMost: 1.15 },
      over: 'mean',
    },
    {
      id: 'a-penalty-tames-degree-nine',
      text: {
        de: 'Mit dem besten $\\alpha$ ist der Testfehler von Grad 9 im Mittel höchstens 60 % dessen ohne Strafe.',
        en: 'With the best $\\alpha$ the test error of degree 9 is on average at most 60 % of what it is without a penalty.',
      },
      source: `${BISHOP}, 1.1`,
      measure: (trace) => smallest(lastFrame(trace).ridgeTestError) / lastFrame(trace).testError[8]!,
      bound: { atMost: 0.6 },
      over: 'mean',
    },
    {
      id: 'a-penalty-replaces-the-choice-of-degree',
      text: {
        de: 'Grad 9 mit dem besten $\\alpha$ hat höchstens das Anderthalbfache des Testfehlers, den der beste Grad ohne Strafe hat.',
        en: 'Degree 9 with the best $\\alpha$ has at most one and a half times the test error that the best degree has without a penalty.',
      },
      source: `${GOODFELLOW}, 5.2.2`,
      measure: (trace) => smallest(lastFrame(trace).ridgeTestError) / smallest(lastFrame(trace).testError),
      bound: { atMost: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'a-penalized-bias-is-halved',
      text: {
        de: 'Mit $\\alpha = 1$ sinkt ein bestrafter Bias von 5 auf $5 / (1 + \\alpha) = 2{,}5$.',
        en: 'With $\\alpha = 1$ a penalized bias sinks from 5 to $5 / (1 + \\alpha) = 2.5$.',
      },
      source: `${GOODFELLOW}, 7.1`,
      measure: (trace) => lastFrame(trace).penalizedBias[ONE]!,
      bound: { atLeast: 2.4, atMost: 2.6 },
      over: 'every-seed',
    },
    {
      id: 'a-penalized-bias-costs-training-error',
      text: {
        de: 'Bei $\\alpha = 1$ ist der Trainingsfehler der Geraden mit bestraftem Bias mindestens achtmal so groß wie mit freiem.',
        en: 'At $\\alpha = 1$ the training error of the line with a penalized bias is at least eight times that with a free one.',
      },
      source: `${GOODFELLOW}, 7.1`,
      measure: (trace) => lastFrame(trace).penalizedError[ONE]! / lastFrame(trace).freeError[ONE]!,
      bound: { atLeast: 8 },
      over: 'every-seed',
    },
  ],
});
