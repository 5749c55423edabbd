import { defineExperiment, type Trace } from '../kit/experiment';

/** Models that are trained on each training set: a power of two. */
export const MEMBERS = 64;
/** Sizes of ensembles: 1, 2, 4, … MEMBERS. */
export const SIZES = 7;
/** Cells that [−1, 1] is divided into; every example lies in the middle of one. */
export const GRID = 101;
/** How many members are drawn one by one, and how many the matrix of correlations has. */
export const SHOWN = 8;
export const CORRELATED = 12;
/** The last number of times that an example is counted for; more often counts as that. */
export const MOST_TIMES = 6;
/** Strengths of the penalty that are compared, in equal factors, and the members for each of them. */
export const SWEEP = { first: 1e-5, last: 1, count: 6 } as const;
export const SWEPT_MEMBERS = 16;

/** Computed before the first repetition, with v and c from 200 training sets of their own. */
export type Setup = {
  /** Sizes of ensembles k, `[sizes]`. */
  readonly sizes: Float32Array;
  /** v/k + (k − 1)/k · c, `[sizes]`. */
  readonly expectedError: Float32Array;
  /** c, the same for each size, `[sizes]`. */
  readonly expectedCovariance: Float32Array;
  /** Places in (−1, 1), ascending, `[grid]`. */
  readonly grid: Float32Array;
  /** Numbers of the members that are drawn, from 1, `[shown]`. */
  readonly memberNumbers: Float32Array;
  /** 0 … 6, `[times]`. */
  readonly timesAxis: Float32Array;
  /** Chance that an example is among a member's data so often, `[times]`. */
  readonly expectedTimes: Float32Array;
  /** Swept α, `[penalties]`. */
  readonly penalties: Float32Array;
  /** v/k + (k − 1)/k · c for 16 members, `[penalties]`; from 30 training sets. */
  readonly expectedEnsemble: Float32Array;
};

/**
 * State after `step` + 1 repetitions. Errors are squared distances from the true curve, mean over x and over all repetitions so far.
 * Curves are in the first of `[shown, grid]` rows where they are single ones; the rest is NaN.
 */
export type Frame = {
  /** Repetitions before the last one. */
  readonly step: number;
  /** Error of an ensemble of each size, `[sizes]`. */
  readonly error: Float32Array;
  /** What it would be if the members' errors were not correlated, v/k, `[sizes]`. */
  readonly uncorrelated: Float32Array;
  /** c, the same for each size, `[sizes]`. */
  readonly covariance: Float32Array;
  /** Error of one model on all the data, the same for each size, `[sizes]`. */
  readonly single: Float32Array;
  /** v, mean over the members. */
  readonly memberVariance: number;
  /** c, mean over all pairs of members. */
  readonly memberCovariance: number;
  /** Error of the ensemble of the shown size. */
  readonly shownError: number;
  /** Share of the examples that a member has at least once, 0 … 1. */
  readonly distinct: number;
  /** Curves of the first members of the shown ensemble in the last repetition, `[shown, grid]`. */
  readonly memberCurves: Float32Array;
  /** Their mean over the whole shown ensemble. */
  readonly meanCurve: Float32Array;
  readonly trueCurve: Float32Array;
  /** Examples of the last repetition; NaN in the cells without one. */
  readonly data: Float32Array;
  /** Correlations of the errors of the first members, `[12, 12]`. */
  readonly correlations: Float32Array;
  /** Share of the examples that a member has so often, `[times]`. */
  readonly times: Float32Array;
  /** Error of one member, `[penalties]`. */
  readonly sweptMember: Float32Array;
  /** Error of an ensemble of 16, `[penalties]`. */
  readonly sweptEnsemble: Float32Array;
  /** Error of one model on all the data, `[penalties]`. */
  readonly sweptSingle: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Error of the largest ensemble over that of one model on all the data. */
function overSingle(trace: Trace<Setup, Frame>): number {
  const { error, single } = lastFrame(trace);
  return error.at(-1)! / single[0]!;
}

/** Error of the largest ensemble over that of one member. */
function overMember(trace: Trace<Setup, Frame>): number {
  const { error } = lastFrame(trace);
  return error.at(-1)! / error[0]!;
}

/** Largest relative distance of the errors from v/k + (k − 1)/k · c with the v and c of the same run. */
function distanceFromFormula(trace: Trace<Setup, Frame>): number {
  const { error, memberVariance, memberCovariance } = lastFrame(trace);
  const distances = error.map((measured, index) => {
    const size = trace.setup.sizes[index]!;
    return Math.abs(measured / (memberVariance / size + ((size - 1) / size) * memberCovariance) - 1);
  });
  return Math.max(...distances);
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const BREIMAN = 'Breiman: Bagging predictors (1996)';
const EFRON = 'Efron, Tibshirani: Improvements on cross-validation (1997)';

/** Bagging: the error of ensembles of 1 to 64 models, which the correlation of their errors limits; three sources of diversity. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'bagging',
  title: { de: 'Bagging: viele Modelle mitteln', en: 'Bagging: averaging many models' },
  summary: {
    de: 'Bis zu 64 Modelle auf zufälligen Stichproben derselben Daten: Der Mittelwert irrt weniger, aber nur, soweit ihre Fehler verschieden sind.',
    en: 'Up to 64 models on random samples of the same data: their mean errs less, but only as far as their errors differ.',
  },
  explanation: {
    de: String.raw`
**Bagging** (**B**ootstrap **agg**regat**ing**) trainiert $k$ Modelle und mittelt ihre Vorhersagen. Jedes bekommt einen eigenen **Bootstrap**: aus den $N$ Trainingspunkten werden $N$ gezogen, mit Zurücklegen. Manche Punkte kommen dabei mehrfach vor, und etwa 37 % fehlen ganz. Hier sind die Modelle Polynome vom Grad 9 mit einer schwachen $L_2$-Strafe $\alpha$; die wahre Kurve ist $\sin(\pi x)$.

Wie viel das Mitteln bringt, hängt an zwei Zahlen. Ist $\varepsilon_i$ der Fehler des Modells $i$, so sei $v = \mathbb{E}[\varepsilon_i^2]$ und für zwei verschiedene Modelle $c = \mathbb{E}[\varepsilon_i \varepsilon_j]$. Der Fehler des **Ensembles** ist dann
$$
\mathbb{E}\Bigl[\Bigl(\tfrac1k \sum_i \varepsilon_i\Bigr)^2\Bigr] = \frac{v}{k} + \frac{k-1}{k}\,c .
$$
Wären die Fehler unkorreliert ($c = 0$), so sänke er wie $v/k$ gegen null. Das ist die Hoffnung; aber alle Modelle sehen dieselben Daten mit demselben Rauschen, und darum bleibt $c$ stehen, so viele Modelle man auch mittelt.

Ein Schritt ist hier eine Wiederholung mit neuen Trainingsdaten. Gezeigt ist der mittlere quadratische Abstand zur wahren Kurve. Die Vergleichslinie „ein Modell auf allen Daten“ ist die ehrliche Messlatte: Auf einem Bootstrap zu trainieren macht das einzelne Modell erst einmal schlechter. Für die gestrichelten Linien werden $v$ und $c$ vorab an 200 anderen Datensätzen geschätzt.

Modelle lassen sich auch anders verschieden machen: alle auf allen Daten, nur mit anderer **Initialisierung** oder anderer Reihenfolge der **Mini-Batches**. Dafür gibt es ein kleines Netz mit neun tanh-Units. Seine verdeckte Schicht bleibt, wie sie gezogen wurde; gelernt wird nur die Ausgabeschicht. Beim Polynom dagegen hat der Verlust genau ein Minimum, und es ist gleich, wo man anfängt.`,
    en: String.raw`
**Bagging** (**b**ootstrap **agg**regat**ing**) trains $k$ models and averages their predictions. Each of them gets a **bootstrap** of its own: $N$ points are drawn from the $N$ training points, with replacement. Some points then occur several times, and about 37 % are missing altogether. Here the models are polynomials of degree 9 with a weak $L_2$ penalty $\alpha$; the true curve is $\sin(\pi x)$.

How much averaging gives depends on two numbers. If $\varepsilon_i$ is the error of model $i$, let $v = \mathbb{E}[\varepsilon_i^2]$, and for two different models $c = \mathbb{E}[\varepsilon_i \varepsilon_j]$. The error of the **ensemble** is then
$$
\mathbb{E}\Bigl[\Bigl(\tfrac1k \sum_i \varepsilon_i\Bigr)^2\Bigr] = \frac{v}{k} + \frac{k-1}{k}\,c .
$$
If the errors were uncorrelated ($c = 0$), it would fall to zero like $v/k$. That is the hope; but all models see the same data with the same noise, and so $c$ remains, however many models are averaged.

One step here is a repetition with new training data. Shown is the mean squared distance from the true curve. The line “one model on all data” is the honest yardstick: training on a bootstrap makes the single model worse to begin with. For the dashed lines, $v$ and $c$ are estimated beforehand on 200 other data sets.

Models can be made different in other ways too: all of them on all the data, with only another **initialization** or another order of the **mini-batches**. For this there is a small network with nine tanh units. Its hidden layer stays as it was drawn; only the output layer is learned. With the polynomial, by contrast, the loss has exactly one minimum, and it does not matter where one starts.`,
  },
  concepts: {
    de: [
      'Bagging',
      'Bootstrap Aggregating',
      'Bootstrap-Aggregating',
      'Bootstrap-Aggregation',
      'Ensemble-Methode',
      'Ensemble-Lernen',
      'Ensemble',
      'Bootstrapping',
      'Bootstrap-Stichprobe',
      'Bootstrap',
      'Modellmittelung',
      'Mittelung von Modellen',
      'Model Averaging',
      'Baging',
    ],
    en: [
      'bagging',
      'bootstrap aggregating',
      'bootstrap aggregation',
      'ensemble method',
      'ensemble learning',
      'ensemble of models',
      'ensemble',
      'bootstrap sampling',
      'bootstrapping',
      'bootstrap sample',
      'model averaging',
      'baging',
    ],
  },
  stepsPerFrame: 1,
  params: {
    members: {
      kind: 'number',
      label: { de: 'Gezeigte Modelle', en: 'Shown models' },
      symbol: 'k',
      unit: { de: 'Modelle', en: 'models' },
      help: {
        de: 'Größe des Ensembles, dessen Kurve zu sehen ist: Je mehr Modelle, desto ruhiger. Die Kurve über k zeigt immer alle Größen.',
        en: 'Size of the ensemble whose curve is shown: the more models, the calmer it is. The curve over k always shows all sizes.',
      },
      min: 1,
      max: MEMBERS,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 8,
    },
    diversity: {
      kind: 'choice',
      label: { de: 'Worin sich die Modelle unterscheiden', en: 'What the models differ in' },
      help: {
        de: 'Nur eines ist verschieden: die Stichprobe, die zufälligen Startgewichte oder die Reihenfolge der Mini-Batches.',
        en: 'Only one thing differs: the sample, the random initial weights or the order of the mini-batches.',
      },
      options: [
        { value: 'bootstrap', label: { de: 'Bootstrap', en: 'bootstrap' } },
        { value: 'initialization', label: { de: 'nur Initialisierung', en: 'initialization only' } },
        { value: 'mini-batches', label: { de: 'nur Mini-Batches', en: 'mini-batches only' } },
      ],
      default: 'bootstrap',
    },
    model: {
      kind: 'choice',
      label: { de: 'Modell', en: 'Model' },
      help: {
        de: 'Beide haben zehn lernbare Gewichte. Das Polynom hat keine zufälligen Startgewichte, die eine Spur hinterlassen; das Netz schon.',
        en: 'Both have ten weights to learn. The polynomial has no random initial weights that leave a trace; the network has.',
      },
      options: [
        { value: 'polynomial', label: { de: 'Polynom vom Grad 9', en: 'polynomial of degree 9' } },
        { value: 'network', label: { de: 'Netz mit neun tanh-Units', en: 'network with nine tanh units' } },
      ],
      default: 'polynomial',
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit weniger Punkten schwanken die Modelle stärker, und das Mitteln bringt mehr.',
        en: 'With fewer points the models vary more, and averaging gives more.',
      },
      min: 10,
      max: 100,
      step: 5,
      scale: 'linear',
      integer: true,
      default: 30,
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen der Zielwerte', en: 'Noise in the targets' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung des Rauschens. Alle Modelle sehen dasselbe Rauschen: Mit ihm wächst auch c.',
        en: 'Standard deviation of the noise. All models see the same noise: c grows with it, too.',
      },
      min: 0.1,
      max: 1,
      step: 0.1,
      scale: 'linear',
      default: 0.3,
    },
    penalty: {
      kind: 'number',
      label: { de: 'Strafe', en: 'Penalty' },
      symbol: '\\alpha',
      help: {
        de: 'Gewicht der L₂-Strafe: Je größer, desto stabiler das einzelne Modell und desto weniger bleibt zu mitteln.',
        en: 'Weight of the L₂ penalty: the larger, the stabler the single model and the less is left to average.',
      },
      min: 1e-5,
      max: 1,
      step: 0.5,
      scale: 'log',
      default: 1e-3,
    },
    repetitions: {
      kind: 'number',
      label: { de: 'Wiederholungen', en: 'Repetitions' },
      unit: { de: 'Wiederholungen', en: 'repetitions' },
      help: {
        de: 'Wie oft neue Trainingsdaten gezogen werden: Je öfter, desto näher kommen die Mittelwerte der Theorie.',
        en: 'How often new training data are drawn: the more often, the closer the means come to theory.',
      },
      min: 5,
      max: 100,
      step: 5,
      scale: 'linear',
      integer: true,
      default: 40,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'ensemble-against-one-model',
      question: {
        de: '64 Modelle, jedes auf seinem Bootstrap, werden gemittelt. Wie groß ist ihr Fehler neben dem *eines* Modells, das auf allen $N$ Punkten trainiert wurde?',
        en: '64 models, each on a bootstrap of its own, are averaged. How large is their error next to that of *one* model that was trained on all $N$ points?',
      },
      options: [
        { id: 'tiny', text: { de: 'höchstens ein Viertel', en: 'a quarter at most' } },
        {
          id: 'smaller',
          text: { de: 'kleiner, ein Viertel bis vier Fünftel', en: 'smaller, a quarter to four fifths' },
        },
        { id: 'equal', text: { de: 'etwa gleich groß oder größer', en: 'about the same or larger' } },
      ],
      answer: (trace) => {
        const ratio = overSingle(trace);
        if (ratio <= 0.25) return 'tiny';
        return ratio <= 0.8 ? 'smaller' : 'equal';
      },
      because: {
        de: 'Auf einem Bootstrap trainiert ist jedes Modell schlechter als auf allen Daten. Das Mitteln macht das wieder gut; mehr als das gewinnt es nur, wo schon das eine Modell stark schwankt.',
        en: 'Trained on a bootstrap every model is worse than on all the data. Averaging makes up for that; it gains more only where the one model already varies a lot.',
      },
    },
    {
      kind: 'curve',
      id: 'error-by-members',
      question: {
        de: 'Wie sinkt der Fehler des Ensembles mit der Zahl $k$ der Modelle?',
        en: 'How does the error of the ensemble fall with the number $k$ of models?',
      },
      view: 'error-by-size',
      series: 0,
      range: [0.001, 1],
      because: {
        de: 'Nur der Teil $(v - c)/k$ verschwindet. Was allen Modellen gemeinsam ist, $c$, lässt sich nicht wegmitteln.',
        en: 'Only the part $(v - c)/k$ vanishes. What all models have in common, $c$, cannot be averaged away.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Fehler des gezeigten Ensembles, aus dem jetzigen $v$ und $c$ und gemessen',
        en: 'Error of the shown ensemble, from the present $v$ and $c$ and measured',
      },
      tex: String.raw`\frac{v}{k} + \frac{k-1}{k}\,c = \live{own} + \live{shared} = \live{expected} \approx \live{measured}`,
      values: ({ frames }, frame, { members }) => {
        const { memberVariance, memberCovariance, shownError } = frames[frame]!;
        const own = memberVariance / members;
        const shared = ((members - 1) / members) * memberCovariance;
        return { own, shared, expected: own + shared, measured: shownError };
      },
    },
    {
      label: {
        de: 'Korrelation der Fehler; bei 1 bringt Mitteln nichts, bei 0 am meisten',
        en: 'Correlation of the errors; at 1 averaging gives nothing, at 0 the most',
      },
      tex: String.raw`\rho = \frac{c}{v} = \frac{\live{covariance}}{\live{variance}} = \live{correlation}`,
      values: ({ frames }, frame) => {
        const { memberVariance: variance, memberCovariance: covariance } = frames[frame]!;
        return { variance, covariance, correlation: covariance / variance };
      },
    },
    {
      label: {
        de: 'Anteil der Trainingspunkte, die ein Bootstrap enthält, erwartet und gemessen',
        en: 'Share of the training points that a bootstrap contains, expected and measured',
      },
      tex: String.raw`1 - \Bigl(1 - \frac1N\Bigr)^{N} = \live{expected} \approx \live{measured}`,
      values: ({ frames }, frame, { diversity, trainingPoints }) => {
        const isBootstrap = diversity === 'bootstrap';
        return {
          expected: isBootstrap ? 1 - (1 - 1 / trainingPoints) ** trainingPoints : Number.NaN,
          measured: isBootstrap ? frames[frame]!.distinct : Number.NaN,
        };
      },
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'error-by-size',
      title: { de: 'Fehler je Größe des Ensembles', en: 'Error by size of the ensemble' },
      caption: {
        de: 'Der Fehler fällt nicht wie $v/k$, sondern auf die Höhe von $c$; die Messlatte ist ein Modell auf allen Daten.',
        en: 'The error does not fall like $v/k$ but to the height of $c$; the yardstick is one model on all data.',
      },
      x: { field: 'sizes', title: { de: 'Modelle im Ensemble k', en: 'Models in the ensemble k' } },
      y: { title: { de: 'Abstand² zur wahren Kurve', en: 'Distance² from the true curve' }, scale: 'log' },
      series: [
        { field: 'error', label: { de: 'Ensemble', en: 'Ensemble' } },
        { field: 'covariance', label: { de: 'Grenze c', en: 'Limit c' } },
        { field: 'single', label: { de: 'ein Modell auf allen Daten', en: 'One model on all data' } },
        { field: 'uncorrelated', label: { de: 'unkorreliert wäre v/k', en: 'Uncorrelated: v/k' } },
      ],
      theory: [
        {
          field: 'expectedError',
          label: { de: 'v/k + (k − 1)/k · c', en: 'v/k + (k − 1)/k · c' },
          source: `${GOODFELLOW}, 7.11, eq. 7.50`,
          series: 0,
        },
        {
          field: 'expectedCovariance',
          label: { de: 'E[εᵢεⱼ]', en: 'E[εᵢεⱼ]' },
          source: `${GOODFELLOW}, 7.11`,
          series: 1,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'curves',
      title: { de: 'Die Modelle und ihr Mittelwert', en: 'The models and their mean' },
      caption: {
        de: 'Bis zu acht der Modelle der letzten Wiederholung: Wo sie in verschiedene Richtungen ausschlagen, trifft der Mittelwert; wo alle in dieselbe irren, irrt er mit.',
        en: 'Up to eight of the models of the last repetition: where they swing in different directions the mean is right; where all err in the same one it errs with them.',
      },
      x: { field: 'grid', title: { de: 'Eingabe x', en: 'Input x' }, scale: 'linear' },
      y: { title: { de: 'Ausgabe y', en: 'Output y' }, scale: 'linear', range: [-2, 2] },
      series: [
        { field: 'memberCurves', label: { de: 'einzelne Modelle', en: 'Single models' } },
        { field: 'meanCurve', label: { de: 'Mittelwert', en: 'Mean' } },
        { field: 'trueCurve', label: { de: 'wahre Kurve', en: 'True curve' } },
        { field: 'data', label: { de: 'Trainingspunkte', en: 'Training points' }, mark: 'points' },
      ],
      variants: { field: 'memberNumbers', symbol: 'i' },
    },
    {
      kind: 'matrix',
      id: 'correlations',
      title: { de: 'Korrelation der Fehler', en: 'Correlation of the errors' },
      caption: {
        de: 'Je blasser die Felder neben der Diagonale, desto mehr bringt das Mitteln; ohne Farbe wären sie, wenn die Fehler nichts miteinander zu tun hätten.',
        en: 'The paler the cells beside the diagonal, the more averaging gives; they would have no colour if the errors had nothing to do with each other.',
      },
      field: 'correlations',
      rows: { title: { de: 'Modell i', en: 'Model i' }, count: CORRELATED, first: 1 },
      columns: { title: { de: 'Modell j', en: 'Model j' }, count: CORRELATED, first: 1 },
      value: { de: 'Korrelation ρᵢⱼ', en: 'Correlation ρᵢⱼ' },
      range: [-1, 1],
    },
    {
      kind: 'profile',
      id: 'times-in-a-bootstrap',
      title: { de: 'Wie oft ein Punkt im Bootstrap vorkommt', en: 'How often a point is in a bootstrap' },
      caption: {
        de: 'Etwa 37 % der Punkte fehlen, ebenso viele kommen einmal vor, die übrigen mehrfach; bei den anderen Quellen sieht jedes Modell jeden Punkt genau einmal.',
        en: 'About 37 % of the points are missing, as many occur once, the others several times; with the other sources every model sees every point exactly once.',
      },
      x: {
        field: 'timesAxis',
        title: { de: 'Vorkommen (6: sechs oder mehr)', en: 'Occurrences (6: six or more)' },
        scale: 'linear',
      },
      y: { title: { de: 'Anteil der Punkte', en: 'Share of the points' }, scale: 'linear' },
      series: [{ field: 'times', label: { de: 'gezählt', en: 'Counted' }, mark: 'stems' }],
      theory: [
        {
          field: 'expectedTimes',
          label: { de: 'Binomialverteilung B(N, 1/N)', en: 'binomial distribution B(N, 1/N)' },
          source: EFRON,
          series: 0,
        },
      ],
    },
    {
      kind: 'response',
      id: 'error-by-penalty',
      title: { de: 'Lohnt es sich? Fehler je Strafe', en: 'Is it worth it? Error by penalty' },
      caption: {
        de: 'Bagging glättet, wie es auch eine Strafe tut: Bei passendem $\\alpha$ ist ein einzelnes Modell auf allen Daten etwa so gut wie 16 gemittelte.',
        en: 'Bagging smooths, as a penalty does: at a suitable $\\alpha$ a single model on all data is about as good as 16 averaged ones.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: { title: { de: 'Abstand² zur wahren Kurve', en: 'Distance² from the true curve' }, scale: 'log' },
      series: [
        { field: 'sweptMember', label: { de: 'ein Modell des Ensembles', en: 'One model of the ensemble' } },
        { field: 'sweptEnsemble', label: { de: '16 gemittelt', en: '16 averaged' } },
        { field: 'sweptSingle', label: { de: 'ein Modell auf allen Daten', en: 'One model on all data' } },
      ],
      theory: [
        {
          field: 'expectedEnsemble',
          label: { de: 'v/16 + 15/16 · c', en: 'v/16 + 15/16 · c' },
          source: `${GOODFELLOW}, 7.11, eq. 7.50`,
          series: 1,
        },
      ],
    },
  ],
  presets: [
    {
      id: 'few-points',
      title: { de: 'Wenige Punkte', en: 'Few points' },
      why: {
        de: 'Mit 15 Punkten schwankt schon das eine Modell auf allen Daten stark: Hier halbiert Bagging den Fehler.',
        en: 'With 15 points even the one model on all data varies a lot: here bagging halves the error.',
      },
      params: { trainingPoints: 15 },
    },
    {
      id: 'stable-model',
      title: { de: 'Stabiles Modell', en: 'Stable model' },
      why: {
        de: String.raw`Mit $\alpha = 1$ irren alle Modelle fast gleich ($\rho \approx 0{,}9$): Bagging macht es sogar etwas schlechter als ein Modell auf allen Daten.`,
        en: String.raw`With $\alpha = 1$ all models err almost alike ($\rho \approx 0.9$): bagging even makes it somewhat worse than one model on all data.`,
      },
      params: { penalty: 1 },
    },
    {
      id: 'initialization-only',
      title: { de: 'Nur andere Startgewichte', en: 'Initial weights only' },
      why: {
        de: 'Alle Netze sehen alle Daten und unterscheiden sich nur in der Initialisierung: Die Fehler sind stark korreliert, aber das Mitteln spart gut 30 %.',
        en: 'All networks see all the data and differ in their initialization only: the errors are strongly correlated, but averaging saves a good 30 %.',
      },
      params: { diversity: 'initialization', model: 'network' },
    },
    {
      id: 'nothing-to-average',
      title: { de: 'Nichts zu mitteln', en: 'Nothing to average' },
      why: {
        de: 'Polynome, die sich nur in der Initialisierung unterscheiden sollen: Alle landen im selben Minimum, und 64 Modelle sind eines.',
        en: 'Polynomials that are to differ in their initialization only: all end in the same minimum, and 64 models are one.',
      },
      params: { diversity: 'initialization' },
    },
  ],
  limits: {
    de: String.raw`„Die Fehler sind hoffentlich unkorreliert“ erfüllt sich nicht: Bootstraps aus denselben Daten teilen deren Rauschen, hier mit $\rho \approx 0{,}25$, bei 100 Punkten über 0,4. Die Formel gilt für jedes Ensemble genau, aber sie vergleicht mit *einem Mitglied*, und das hat nur 63 % der Punkte gesehen. Neben einem Modell auf allen Daten gewinnt Bagging nur, wenn das Verfahren instabil ist (Breiman 1996): bei wenigen Punkten und schwacher Strafe. Hier, mit 30 Punkten und der voreingestellten Strafe, gewinnt es nichts; mit $\alpha = 0{,}01$ sind es etwa 10 %. Mit 15 Punkten halbiert es den Fehler, aber ein einzelnes Modell mit passender Strafe ist noch besser. Eine andere Initialisierung spart beim kleinen Netz gut 30 %, andere Mini-Batches ebenfalls etwa ein Drittel; beides nur gegenüber einem Netz derselben Art. Von den Mini-Batches bleibt bei der festen Lernrate ein Zittern, und weggemittelt wird vor allem dieses: Dasselbe Netz, bis ins Minimum angepasst, ist ohne Ensemble besser als 64 gemittelte. Das Polynom zittert kaum; da bringt das Mitteln 4 bis 5 %. Große Netze, deren ganze verdeckte Schichten verschieden trainiert werden, profitieren meist deutlich vom Mitteln; bei ihnen reicht dafür schon eine andere Initialisierung (Lakshminarayanan u. a. 2017). Das zeigt dieses Experiment nicht. Der Preis ist immer die $k$-fache Rechenzeit.`,
    en: String.raw`“The errors are hopefully uncorrelated” does not come true: bootstraps of the same data share its noise, here with $\rho \approx 0.25$, with 100 points more than 0.4. The formula holds exactly for any ensemble, but it compares with *one member*, and that has seen 63 % of the points only. Next to one model on all data bagging gains only where the procedure is unstable (Breiman 1996): with few points and a weak penalty. Here, with 30 points and the default penalty, it gains nothing; with $\alpha = 0.01$ it is about 10 %. With 15 points it halves the error, but a single model with a suitable penalty is still better. Another initialization saves a good 30 % with the small network, other mini-batches about a third as well; both only against one network of the same kind. Mini-batches leave a jitter at the fixed learning rate, and it is mainly this that is averaged away: the same network, fitted down to the minimum, is better without an ensemble than 64 averaged ones. The polynomial hardly jitters; there averaging gives 4 to 5 %. Large networks whose whole hidden layers are trained differently usually profit clearly from averaging, and another initialization is enough for that (Lakshminarayanan et al. 2017). This experiment does not show it. The price is always $k$ times the computing time.`,
  },
  claims: [
    {
      id: 'averaging-never-hurts',
      text: {
        de: 'Doppelt so viele Modelle haben nie einen größeren mittleren Fehler (gemessen: größtes Verhältnis einer Größe zur halben).',
        en: 'Twice as many models never have a larger mean error (measured: largest ratio of a size to half of it).',
      },
      source: 'Krogh, Vedelsby: Neural network ensembles, cross validation, and active learning (1995)',
      measure: (trace) => {
        const { error } = lastFrame(trace);
        return Math.max(...error.subarray(1).map((value, index) => value / error[index]!));
      },
      bound: { atMost: 1 },
      over: 'every-seed',
    },
    {
      id: 'the-formula-holds-for-every-size',
      text: {
        de: 'Der Fehler ist für jedes $k$ bis auf 5 % gleich $v/k + (k-1)/k \\cdot c$ mit $v$ und $c$ desselben Laufs (gemessen: größte relative Abweichung).',
        en: 'For every $k$ the error equals $v/k + (k-1)/k \\cdot c$ with $v$ and $c$ of the same run to 5 % (measured: largest relative deviation).',
      },
      source: `${GOODFELLOW}, 7.11, eq. 7.50`,
      measure: distanceFromFormula,
      bound: { atMost: 0.05 },
      over: 'every-seed',
    },
    {
      id: 'errors-stay-correlated',
      text: {
        de: 'Die Fehler der Modelle sind nicht unkorreliert: $c / v$ liegt zwischen 0,15 und 0,4.',
        en: 'The errors of the models are not uncorrelated: $c / v$ lies between 0.15 and 0.4.',
      },
      source: `${GOODFELLOW}, 7.11`,
      measure: (trace) => lastFrame(trace).memberCovariance / lastFrame(trace).memberVariance,
      bound: { atLeast: 0.15, atMost: 0.4 },
      over: 'every-seed',
    },
    {
      id: 'no-gain-over-one-model-on-all-data',
      text: {
        de: 'Mit 30 Punkten und $\\alpha = 0{,}001$ gewinnt Bagging nichts gegenüber einem Modell auf allen Daten: Der Fehler von 64 Modellen ist im Mittel mindestens 90 % von dessen Fehler.',
        en: 'With 30 points and $\\alpha = 0.001$ bagging gains nothing over one model on all data: the error of 64 models is on average at least 90 % of that model’s.',
      },
      source: `${BREIMAN}, 4`,
      measure: overSingle,
      bound: { atLeast: 0.9 },
      over: 'mean',
    },
    {
      id: 'few-points-make-it-pay',
      text: {
        de: 'Mit 15 Punkten ist das eine Modell instabil, und 64 gemittelte haben im Mittel höchstens 65 % seines Fehlers.',
        en: 'With 15 points the one model is unstable, and 64 averaged ones have on average at most 65 % of its error.',
      },
      source: BREIMAN,
      params: { trainingPoints: 15 },
      measure: overSingle,
      bound: { atMost: 0.65 },
      over: 'mean',
    },
    {
      id: 'bagging-harms-a-stable-model',
      text: {
        de: 'Mit $\\alpha = 1$ ist das Modell stabil, und Bagging macht es schlechter: Der Fehler von 64 Modellen ist mindestens das 1,04-Fache dessen auf allen Daten.',
        en: 'With $\\alpha = 1$ the model is stable, and bagging makes it worse: the error of 64 models is at least 1.04 times that on all data.',
      },
      source: `${BREIMAN}, 4`,
      params: { penalty: 1 },
      measure: overSingle,
      bound: { atLeast: 1.04 },
      over: 'every-seed',
    },
    {
      id: 'a-bootstrap-holds-63-percent',
      text: {
        de: 'Ein Bootstrap enthält 60 bis 67 % der Trainingspunkte (gemessen: Anteil).',
        en: 'A bootstrap holds 60 to 67 % of the training points (measured: share).',
      },
      source: EFRON,
      measure: (trace) => lastFrame(trace).distinct,
      bound: { atLeast: 0.6, atMost: 0.67 },
      over: 'every-seed',
    },
    {
      id: 'initialization-alone-helps-a-network',
      text: {
        de: 'Netze, die sich nur in der Initialisierung unterscheiden: 64 gemittelt haben im Mittel höchstens 80 % des Fehlers von einem.',
        en: 'Networks that differ in their initialization only: 64 averaged have on average at most 80 % of the error of one.',
      },
      source: `${GOODFELLOW}, 7.11`,
      params: { diversity: 'initialization', model: 'network' },
      measure: overMember,
      bound: { atMost: 0.8 },
      over: 'mean',
    },
    {
      id: 'mini-batches-alone-give-a-polynomial-little',
      text: {
        de: 'Polynome, die sich nur in den Mini-Batches unterscheiden, irren fast gleich: 64 gemittelt haben noch mindestens 90 % des Fehlers von einem.',
        en: 'Polynomials that differ in their mini-batches only err almost alike: 64 averaged still have at least 90 % of the error of one.',
      },
      source: `${GOODFELLOW}, 7.11`,
      params: { diversity: 'mini-batches' },
      measure: overMember,
      bound: { atLeast: 0.9 },
      over: 'every-seed',
    },
  ],
});
