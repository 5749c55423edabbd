import { defineExperiment, type Trace } from '../kit/experiment';

/** Strengths that are trained at once for each place of the noise, as shares of the largest. */
export const LEVELS = [0.1, 0.25, 0.5, 1] as const;
/** How many networks train at once: one without noise, then four each with noise in inputs, hidden units and weights. */
export const VARIANTS = 1 + 3 * LEVELS.length;
/** Raster of a decision map, in cells. */
export const MAP = { rows: 18, columns: 22, xRange: [-2, 3], yRange: [-1.75, 2.25] } as const;
/** How many stochastic gradient descents make up a cloud. */
export const CHAINS = 40;
/** The networks that are tested under noise: none, then the second weakest of each place. The test uses the strengths that they were trained with. */
export const TESTED = [0, 2, 6, 10] as const;

/** Computed before the first step. Strengths are the levels with a zero before them: five. */
export type Setup = {
  /** Strengths in percent of the largest, `[strengths]`. */
  readonly levels: Float32Array;
  /** Standard deviation of the noise in the inputs, `[strengths]`. */
  readonly inputNoises: Float32Array;
  /** Standard deviation of the noise in the weights, `[strengths]`. */
  readonly weightNoises: Float32Array;
  /** Numbers of the networks, from 1, `[variants]`. */
  readonly networks: Float32Array;
  /** Training points of the networks, `[points, 3]`: x, y, class 0 or 1. */
  readonly points: Float32Array;
  /** Weights of the linear model under L2 penalties that grow from 0, `[places, 2]`. */
  readonly ridgePath: Float32Array;
  /** The same for α = σ² of each noise in the inputs, `[strengths, 2]`. */
  readonly ridgeWeights: Float32Array;
  /** Their norms, `[strengths]`. */
  readonly ridgeNorm: Float32Array;
  /** The norm of the least squares solution, once for each strength. */
  readonly leastSquaresNorm: Float32Array;
};

/**
 * State after `step` training steps. Losses are in nats, accuracies 0 … 1. Arrays of the linear model and those named after a place are
 * `[strengths]`, the first of them without noise; those of all networks are `[variants]`.
 */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Weights of the linear model in all descents with noisy inputs, `[strengths, chains, 2]`. */
  readonly inputCloud: Float32Array;
  /** The same with noisy weights. */
  readonly weightCloud: Float32Array;
  /** Mean of the descents with noisy inputs over the later half of the steps, `[strengths, 2]`. */
  readonly inputMean: Float32Array;
  /** The same with noisy weights. */
  readonly weightMean: Float32Array;
  /** Norm of the means. */
  readonly inputNorm: Float32Array;
  readonly weightNorm: Float32Array;
  /** Probability of class 1 over the plane, 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
  readonly maps: Uint8Array;
  readonly trainAccuracy: Float32Array;
  readonly testAccuracy: Float32Array;
  /** Loss on the test points, by place of the noise. */
  readonly inputsTestLoss: Float32Array;
  readonly hiddenTestLoss: Float32Array;
  readonly weightsTestLoss: Float32Array;
  /** Accuracy on the test points, by place of the noise. */
  readonly inputsAccuracy: Float32Array;
  readonly hiddenAccuracy: Float32Array;
  readonly weightsAccuracy: Float32Array;
  /** Root mean square of what the hidden units put out at the training points, by place of the noise. */
  readonly inputsActivity: Float32Array;
  readonly hiddenActivity: Float32Array;
  readonly weightsActivity: Float32Array;
  /** Accuracy of the tested networks (rows) on the test points without noise and under that of each place (columns), `[4, 4]`. */
  readonly robustness: Float32Array;
};

const LAST = LEVELS.length;
/** Index of the middle strength that the claims on accuracy look at: 25 %. */
const MODERATE = 2;

type Recorded = Trace<Setup, Frame>;

function lastFrame({ frames }: Recorded): Frame {
  return frames.at(-1)!;
}

/** Distance of two pairs in units of the second's norm; `at` and `other`: which of the pairs `[pairs, 2]`. */
function relativeDistance(pairs: Float32Array, at: number, others: Float32Array, other: number): number {
  const [x, y] = [others[2 * other]!, others[2 * other + 1]!];
  return Math.hypot(pairs[2 * at]! - x, pairs[2 * at + 1]! - y) / Math.hypot(x, y);
}

/** How far the mean under the largest noise in the inputs is from the ridge solution and from least squares, in units of the former's norm. */
function distancesOfMean({ setup }: Recorded, { inputMean }: Frame) {
  const { ridgeWeights, ridgeNorm } = setup;
  const toRidge = relativeDistance(inputMean, LAST, ridgeWeights, LAST);
  const toLeastSquares =
    (relativeDistance(inputMean, LAST, ridgeWeights, 0) * ridgeNorm[0]!) / ridgeNorm[LAST]!;
  return { toRidge, toLeastSquares };
}

/** How far noise of the largest strength in the weights has moved the linear model's mean, in units of the least squares norm. */
function shiftByWeightNoise(trace: Recorded): number {
  return relativeDistance(lastFrame(trace).weightMean, LAST, trace.setup.ridgeWeights, 0);
}

/** How many times the smallest of these losses the first of them is. */
function gainOfBest(losses: Float32Array): number {
  return losses[0]! / Math.min(...losses.subarray(1));
}

/** How many percentage points the networks with noise of 25 % in hidden units and weights gain over the one without, on average. */
function gainInside({ hiddenAccuracy, weightsAccuracy }: Frame): number {
  return 100 * ((hiddenAccuracy[MODERATE]! + weightsAccuracy[MODERATE]!) / 2 - hiddenAccuracy[0]!);
}

/** Percentage points that the noisy networks are ahead of the one without noise under their own noise, mean over the three places. */
function leadUnderOwnNoise({ robustness }: Frame): number {
  const size = TESTED.length;
  const leads = [1, 2, 3].map((place) => robustness[place * size + place]! - robustness[place]!);
  return (100 * leads.reduce((sum, lead) => sum + lead, 0)) / leads.length;
}

/** A level in percent as a map's caption. */
const percent = (place: { readonly de: string; readonly en: string }) =>
  LEVELS.map((level) => ({ de: `${place.de} ${100 * level} %`, en: `${place.en} ${100 * level} %` }));

const WITHOUT = { de: 'ohne Rauschen', en: 'no noise' } as const;
const INPUTS = { de: 'Eingaben', en: 'Inputs' } as const;
const HIDDEN = { de: 'verdeckte Units', en: 'Hidden units' } as const;
const WEIGHTS = { de: 'Gewichte', en: 'Weights' } as const;
const STRENGTH = { de: 'Rauschen in % des größten', en: 'Noise in % of the largest' } as const;

/** Axes of both pictures of the linear model, and the path below the points. */
const WEIGHT_PLANE = {
  x: { title: { de: 'Gewicht w₁', en: 'Weight w₁' }, scale: 'linear', range: [-0.5, 1.75] },
  y: { title: { de: 'Gewicht w₂', en: 'Weight w₂' }, scale: 'linear', range: [-0.5, 2.25] },
  line: { field: 'ridgePath', label: { de: 'Ridge-Pfad', en: 'ridge path' } },
} as const;
const DESCENT = { de: 'stochastischer Abstieg', en: 'stochastic descent' } as const;

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const BISHOP = 'Bishop: Training with noise is equivalent to Tikhonov regularization (1995)';
const AN = 'An: The effects of adding noise during backpropagation training (1996)';

/** Noise in inputs, hidden units and weights: exactly in a linear model, and in thirteen networks. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'noise-injection',
  title: { de: 'Rauschen in Eingaben, Units und Gewichten', en: 'Noise in inputs, units and weights' },
  summary: {
    de: 'Dreizehn Netze lernen dieselben Punkte, während Eingaben, verdeckte Units oder Gewichte rauschen.',
    en: 'Thirteen networks learn the same points while their inputs, their hidden units or their weights are noisy.',
  },
  explanation: {
    de: String.raw`
Rauschen erhöht die Varianz der Trainingsdaten ohne neue Daten. Es wird bei jedem Schritt frisch gezogen, mit Mittelwert null; getestet wird ohne. Für ein lineares Modell $\hat y = w^\top x$ lässt sich ausrechnen, was es bewirkt. Mit **Rauschen in den Eingaben**, $\varepsilon \sim \mathcal N(0, \sigma^2 I)$, ist der erwartete Verlust
$$
\tfrac12\,\mathbb{E}_\varepsilon\bigl[(y - w^\top(x + \varepsilon))^2\bigr] = \tfrac12 (y - w^\top x)^2 + \tfrac12\,\sigma^2 \|w\|^2 .
$$
Das ist **Ridge Regression** mit $\alpha = \sigma^2$. Mit **Rauschen in den Gewichten**, $\varepsilon \sim \mathcal N(0, \tau^2 I)$, ist er
$$
\tfrac12\,\mathbb{E}_\varepsilon\bigl[(y - (w + \varepsilon)^\top x)^2\bigr] = \tfrac12 (y - w^\top x)^2 + \tfrac12\,\tau^2 \|x\|^2 .
$$
Der zweite Term enthält kein $w$: Das Minimum bleibt, wo es ist. In einem Netz dagegen wirkt schwaches Gewichtsrauschen bei quadratischem Fehler wie die Strafe $\tfrac12\tau^2\|\nabla_w \hat y\|^2$ und sucht **flache Minima**, in denen es auf kein einzelnes Gewicht ankommt.

Dreizehn Netze lernen hier dieselben Punkte: eines ohne Rauschen, je vier mit Rauschen in Eingaben, **verdeckten Units** oder Gewichten. Sie beginnen gleich und bekommen dieselben Zufallszahlen, nur verschieden groß.`,
    en: String.raw`
Noise raises the variance of the training data without new data. It is drawn afresh at every step, with mean zero; tests are done without it. For a linear model $\hat y = w^\top x$ one can calculate what it does. With **noise in the inputs**, $\varepsilon \sim \mathcal N(0, \sigma^2 I)$, the expected loss is
$$
\tfrac12\,\mathbb{E}_\varepsilon\bigl[(y - w^\top(x + \varepsilon))^2\bigr] = \tfrac12 (y - w^\top x)^2 + \tfrac12\,\sigma^2 \|w\|^2 .
$$
This is **ridge regression** with $\alpha = \sigma^2$. With **noise in the weights**, $\varepsilon \sim \mathcal N(0, \tau^2 I)$, it is
$$
\tfrac12\,\mathbb{E}_\varepsilon\bigl[(y - (w + \varepsilon)^\top x)^2\bigr] = \tfrac12 (y - w^\top x)^2 + \tfrac12\,\tau^2 \|x\|^2 .
$$
The second term contains no $w$: the minimum stays where it is. In a network, however, weak noise in the weights acts, under squared error, like the penalty $\tfrac12\tau^2\|\nabla_w \hat y\|^2$ and seeks **flat minima**, in which no single weight matters much.

Here thirteen networks learn the same points: one without noise, and four each with noise in inputs, **hidden units** or weights. They begin alike and get the same random numbers, only in different sizes.`,
  },
  limits: {
    de: 'Dasselbe wie eine $L_2$-Strafe ist Eingaberauschen nur im linearen Modell mit quadratischem Fehler; in einem Netz bestraft schwaches Rauschen die Steigung der Ausgabe. In zwölf Stichproben senkte jede der drei Arten in ihrer besten Stärke den Testverlust, am meisten das Eingaberauschen (im Mittel von 1,5 auf 0,3 nat). An *Trefferquote* gewann nur dieses: bei 25 % im Mittel 3 Prozentpunkte. Rauschen in Units und Gewichten änderte sie bei 25 % im Mittel kaum, stärkeres Gewichtsrauschen verschlechterte sie. Solche Netze irren also nicht seltener, sie sind sich dabei nur weniger sicher. Rauschen in seinen Units kann ein ReLU-Netz mit größeren Aktivierungen übertönen. Die beste Stärke wird hier am Testverlust abgelesen; in der Praxis braucht man dafür Validierungsdaten.',
    en: 'Noise in the inputs is the same as an $L_2$ penalty only in the linear model with squared error; in a network weak noise penalizes the slope of the output. In twelve samples each of the three kinds, at its best strength, lowered test loss, noise in the inputs most (from 1.5 to 0.3 nats on average). Only the latter gained in *accuracy*: 3 percentage points on average at 25 %. Noise in units and weights hardly changed it on average at 25 %, and stronger noise in the weights made it worse. Such networks do not err less often, they are merely less sure when they do. A ReLU network can drown noise in its units by larger activations. The best strength is read off the test loss here; in practice this takes validation data.',
  },
  presets: [
    {
      id: 'many-points',
      title: { de: 'Viele Punkte', en: 'Many points' },
      why: {
        de: 'Zweihundert Punkte lernt auch das Netz ohne Rauschen nicht mehr auswendig: Schwaches Rauschen hilft viel weniger, starkes kostet Treffer.',
        en: 'Even the network without noise can no longer memorize two hundred points: weak noise helps much less, strong noise costs accuracy.',
      },
      params: { trainingPoints: 200 },
    },
    {
      id: 'hardly-any-overlap',
      title: { de: 'Kaum Überlappung', en: 'Hardly any overlap' },
      why: {
        de: 'Liegen die Klassen klar getrennt, so genügt ganz schwaches Rauschen; ab 50 % verwischt es die Lücke zwischen ihnen.',
        en: 'Where the classes are clearly apart very weak noise is enough; from 50 % on it blurs the gap between them.',
      },
      params: { dataNoise: 0.1 },
    },
    {
      id: 'too-much-noise',
      title: { de: 'Zu viel Rauschen', en: 'Too much noise' },
      why: {
        de: 'Doppelt so viel von allem: Mit Rauschen in den Gewichten raten nun zwei Netze nur noch, und auch das stärkste Eingaberauschen kostet Treffer.',
        en: 'Twice as much of everything: with noise in the weights two networks now merely guess, and the strongest noise in the inputs costs accuracy, too.',
      },
      params: { inputNoise: 2, hiddenNoise: 8, weightNoise: 2 },
    },
  ],
  concepts: {
    de: [
      'Rauschinjektion',
      'Noise Injection',
      'Rauschen in den Gewichten',
      'Gewichtsrauschen',
      'Rauschen in den Netzwerkgewichten',
      'verrauschte Gewichte',
      'Rauschen in den Eingaben',
      'Eingaberauschen',
      'verrauschte Eingaben',
      'Rauschen in den Hidden Units',
      'Rauschen in den verdeckten Units',
      'Robustheit gegen Rauschen',
      'Rauschrobustheit',
      'Training mit Rauschen',
      'Hinzufügen von Rauschen',
      'flache Minima',
      'Datenaugmentation',
      'Data Augmentation',
    ],
    en: [
      'noise injection',
      'weight noise',
      'noise in the weights',
      'noisy weights',
      'input noise',
      'noise in the inputs',
      'noisy inputs',
      'noise in hidden units',
      'noise in the hidden units',
      'hidden unit noise',
      'noise robustness',
      'robustness to noise',
      'training with noise',
      'adding noise',
      'flat minima',
      'dataset augmentation',
      'data augmentation',
    ],
  },
  stepsPerFrame: 10,
  params: {
    inputNoise: {
      kind: 'number',
      label: { de: 'Größtes Rauschen der Eingaben', en: 'Largest noise in the inputs' },
      symbol: '\\sigma_{\\max}',
      help: {
        de: 'Standardabweichung bei 100 %: je größer, desto glatter wird, was gelernt wird.',
        en: 'Standard deviation at 100 %: the larger, the smoother what is learned.',
      },
      min: 0.1,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 1,
    },
    hiddenNoise: {
      kind: 'number',
      label: { de: 'Größtes Rauschen der verdeckten Units', en: 'Largest noise in the hidden units' },
      symbol: '\\rho_{\\max}',
      help: {
        de: 'Standardabweichung bei 100 %: je größer, desto größer werden die Aktivierungen.',
        en: 'Standard deviation at 100 %: the larger, the larger the activations become.',
      },
      min: 0.2,
      max: 8,
      step: 0.2,
      scale: 'linear',
      default: 4,
    },
    weightNoise: {
      kind: 'number',
      label: { de: 'Größtes Rauschen der Gewichte', en: 'Largest noise in the weights' },
      symbol: '\\tau_{\\max}',
      help: {
        de: 'Standardabweichung bei 100 %, auch für Bias-Werte: je größer, desto weniger hängt am einzelnen Gewicht.',
        en: 'Standard deviation at 100 %, biases included: the larger, the less depends on a single weight.',
      },
      min: 0.1,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 1,
    },
    dataNoise: {
      kind: 'number',
      label: { de: 'Streuung der Daten', en: 'Spread of the data' },
      help: {
        de: 'Standardabweichung, mit der die Punkte um ihre Bögen streuen: Je größer, desto mehr überlappen die Klassen.',
        en: 'Standard deviation of the points around their arcs: the larger, the more the classes overlap.',
      },
      min: 0,
      max: 0.6,
      step: 0.05,
      scale: 'linear',
      default: 0.35,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit mehr Punkten fällt das Auswendiglernen schwerer, und das Rauschen hilft weniger.',
        en: 'More points are harder to memorize, and the noise helps less.',
      },
      min: 20,
      max: 200,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 60,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird: Ohne Rauschen wird das Netz mit jedem Schritt sicherer, auch dort, wo es irrt.',
        en: 'How long training lasts: without noise the network grows surer with every step, even where it is wrong.',
      },
      min: 50,
      max: 1000,
      step: 50,
      scale: 'linear',
      integer: true,
      default: 300,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'does-the-noise-average-out',
      question: {
        de: 'Ein lineares Modell bekommt zu seinen Eingaben bei jedem Schritt frisches Rauschen mit Mittelwert null. Wo liegt die Mitte der Wolke am Ende beim größten Rauschen?',
        en: 'A linear model gets fresh noise with mean zero in its inputs at every step. Where is the centre of the cloud at the end under the largest noise?',
      },
      options: [
        {
          id: 'least-squares',
          text: {
            de: 'wo sie ohne Rauschen läge, denn es mittelt sich heraus',
            en: 'where it would be without noise, for it averages out',
          },
        },
        {
          id: 'ridge',
          text: { de: 'näher an null, auf dem Ridge-Pfad', en: 'closer to zero, on the ridge path' },
        },
        { id: 'elsewhere', text: { de: 'weder noch', en: 'neither' } },
      ],
      answer: (trace) => {
        const { toRidge, toLeastSquares } = distancesOfMean(trace, lastFrame(trace));
        const nearest = Math.min(toRidge, toLeastSquares);
        if (!(nearest <= 0.2)) return 'elsewhere';
        return toRidge === nearest ? 'ridge' : 'least-squares';
      },
      because: {
        de: String.raw`Im Fehler mittelt sich das Rauschen heraus, in seinem Quadrat nicht: Es bleibt $\sigma^2\|w\|^2$, eine Strafe auf große Gewichte.`,
        en: String.raw`The noise averages out of the error, but not out of its square: what remains is $\sigma^2\|w\|^2$, a penalty on large weights.`,
      },
    },
    {
      kind: 'choice',
      id: 'noise-in-the-weights-of-a-linear-model',
      question: {
        de: 'Und wenn statt der Eingaben die Gewichte rauschen, an denen der Gradient berechnet wird?',
        en: 'And if not the inputs are noisy but the weights at which the gradient is taken?',
      },
      options: [
        {
          id: 'shorter',
          text: { de: 'auch näher an null (mindestens 5 %)', en: 'closer to zero, too (at least 5 %)' },
        },
        { id: 'stays', text: { de: 'wo sie ohne Rauschen läge', en: 'where it would be without noise' } },
        {
          id: 'longer',
          text: { de: 'weiter weg von null (mindestens 5 %)', en: 'further from zero (at least 5 %)' },
        },
      ],
      answer: (trace) => {
        const share = lastFrame(trace).weightNorm[LAST]! / trace.setup.leastSquaresNorm[LAST]!;
        if (share <= 0.95) return 'shorter';
        return share >= 1.05 ? 'longer' : 'stays';
      },
      because: {
        de: 'Der Gradient ist linear in $w$, das Rauschen mittelt sich aus ihm heraus: Die Wolke wird breiter, ihre Mitte bleibt.',
        en: 'The gradient is linear in $w$, so the noise averages out of it: the cloud gets wider, its centre stays.',
      },
    },
    {
      kind: 'curve',
      id: 'test-loss-by-weight-noise',
      question: {
        de: 'Wie hängt der Testverlust der Netze am Ende von der Stärke des Rauschens in den *Gewichten* ab?',
        en: 'How does the networks’ final test loss depend on the strength of the noise in the *weights*?',
      },
      view: 'test-loss-by-noise',
      series: 2,
      range: [0.2, 3],
      because: {
        de: 'Etwas Rauschen verhindert das Auswendiglernen. Zu viel davon übertönt auch das Muster; dann ist es am billigsten, nur zu raten: $\\ln 2 \\approx 0{,}693$ nat.',
        en: 'Some noise prevents memorizing. Too much of it drowns the pattern as well; then merely guessing is cheapest: $\\ln 2 \\approx 0.693$ nats.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Beim größten Eingaberauschen: Abstand der Wolkenmitte $\\bar w$ von der Ridge-Lösung $w_\\alpha$ und von der Lösung $w_0$ ohne Rauschen',
        en: 'Under the largest noise in the inputs: distance of the cloud’s centre $\\bar w$ from the ridge solution $w_\\alpha$ and from the solution $w_0$ without noise',
      },
      tex: String.raw`\frac{\|\bar w - w_\alpha\|}{\|w_\alpha\|} = \live{toRidge}, \qquad \frac{\|\bar w - w_0\|}{\|w_\alpha\|} = \live{toLeastSquares}`,
      values: (trace, frame) => distancesOfMean(trace, trace.frames[frame]!),
    },
  ],
  views: [
    {
      kind: 'scatter',
      id: 'input-noise-in-the-weight-plane',
      title: { de: 'Linear: Rauschen in den Eingaben', en: 'Linear: noise in the inputs' },
      caption: {
        de: 'Alle Wolken beginnen bei der Lösung ohne Rauschen; jede wandert zu ihrem Punkt auf dem Ridge-Pfad, $\\alpha = \\sigma^2$.',
        en: 'All clouds begin at the solution without noise; each wanders to its place on the ridge path, $\\alpha = \\sigma^2$.',
      },
      ...WEIGHT_PLANE,
      series: [{ field: 'inputCloud', label: DESCENT }],
      variants: { field: 'inputNoises', symbol: 'σ' },
    },
    {
      kind: 'scatter',
      id: 'weight-noise-in-the-weight-plane',
      title: { de: 'Linear: Rauschen in den Gewichten', en: 'Linear: noise in the weights' },
      caption: {
        de: 'Die Wolken werden breiter, aber sie bleiben, wo sie sind: Im linearen Modell ist Gewichtsrauschen keine Regularisierung.',
        en: 'The clouds get wider, but stay where they are: in the linear model noise in the weights does not regularize.',
      },
      ...WEIGHT_PLANE,
      series: [{ field: 'weightCloud', label: DESCENT }],
      variants: { field: 'weightNoises', symbol: 'τ' },
    },
    {
      kind: 'response',
      id: 'norm-by-noise',
      title: { de: 'Linear: Größe der Gewichte', en: 'Linear: size of the weights' },
      caption: {
        de: 'Die Mitte der Wolken: Eingaberauschen verkürzt $w$, wie es die Ridge-Lösung vorhersagt; Gewichtsrauschen nicht.',
        en: 'The centres of the clouds: noise in the inputs shortens $w$ as the ridge solution predicts; noise in the weights does not.',
      },
      x: { field: 'levels', title: STRENGTH },
      y: { title: { de: 'Norm ‖w‖', en: 'Norm ‖w‖' }, scale: 'linear' },
      series: [
        { field: 'inputNorm', label: INPUTS },
        { field: 'weightNorm', label: WEIGHTS },
      ],
      theory: [
        {
          field: 'ridgeNorm',
          label: { de: 'Ridge: (H + σ²I)⁻¹c', en: 'ridge: (H + σ²I)⁻¹c' },
          source: BISHOP,
          series: 0,
        },
        {
          field: 'leastSquaresNorm',
          label: { de: 'Kleinste Quadrate: H⁻¹c', en: 'least squares: H⁻¹c' },
          source: `${GOODFELLOW}, 7.5`,
          series: 1,
        },
      ],
    },
    {
      kind: 'decision-maps',
      id: 'maps',
      title: { de: 'Was die Netze sagen', en: 'What the networks say' },
      caption: {
        de: 'Ohne Rauschen verbiegt sich die Grenze nach einzelnen Punkten, und die Netze sind sich überall sicher; Rauschen macht sie vorsichtig, zu starkes blind.',
        en: 'Without noise the boundary bends after single points and the network is sure of itself everywhere; noise makes it cautious, too much of it blind.',
      },
      field: 'maps',
      rows: MAP.rows,
      columns: MAP.columns,
      xRange: MAP.xRange,
      yRange: MAP.yRange,
      points: 'points',
      variants: {
        field: 'networks',
        symbol: '',
        labels: [WITHOUT, ...percent(INPUTS), ...percent(HIDDEN), ...percent(WEIGHTS)],
      },
      readouts: [
        { field: 'trainAccuracy', label: { de: 'Training richtig', en: 'Training correct' } },
        { field: 'testAccuracy', label: { de: 'Test richtig', en: 'Test correct' } },
      ],
    },
    {
      kind: 'response',
      id: 'test-loss-by-noise',
      title: { de: 'Testverlust je Rauschen', en: 'Test loss by noise' },
      caption: {
        de: 'Jedes Rauschen senkt zuerst den Testverlust; zu viel davon hebt ihn wieder, am deutlichsten in den Gewichten.',
        en: 'Each noise at first lowers test loss; too much of it raises it again, most clearly in the weights.',
      },
      x: { field: 'levels', title: STRENGTH },
      y: { title: { de: 'Testverlust L', en: 'Test loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'log' },
      series: [
        { field: 'inputsTestLoss', label: INPUTS },
        { field: 'hiddenTestLoss', label: HIDDEN },
        { field: 'weightsTestLoss', label: WEIGHTS },
      ],
    },
    {
      kind: 'response',
      id: 'accuracy-by-noise',
      title: { de: 'Trefferquote je Rauschen', en: 'Accuracy by noise' },
      caption: {
        de: 'Der Gewinn an Treffern ist viel kleiner als der am Verlust, und er schwankt von Stichprobe zu Stichprobe.',
        en: 'The gain in accuracy is much smaller than that in loss, and it varies from sample to sample.',
      },
      x: { field: 'levels', title: STRENGTH },
      y: { title: { de: 'Test richtig', en: 'Test correct' }, scale: 'linear' },
      series: [
        { field: 'inputsAccuracy', label: INPUTS },
        { field: 'hiddenAccuracy', label: HIDDEN },
        { field: 'weightsAccuracy', label: WEIGHTS },
      ],
    },
    {
      kind: 'response',
      id: 'activity-by-noise',
      title: { de: 'Größe der Aktivierungen', en: 'Size of the activations' },
      caption: {
        de: 'Das Rauschen in den Units übertönt ein Netz mit größeren Aktivierungen; das in Eingaben und Gewichten macht sie kleiner.',
        en: 'A network drowns the noise in its units by larger activations; noise in inputs and weights makes them smaller.',
      },
      x: { field: 'levels', title: STRENGTH },
      y: {
        title: { de: 'Effektivwert der verdeckten Units', en: 'Root mean square of the hidden units' },
        scale: 'log',
      },
      series: [
        { field: 'inputsActivity', label: INPUTS },
        { field: 'hiddenActivity', label: HIDDEN },
        { field: 'weightsActivity', label: WEIGHTS },
      ],
    },
    {
      kind: 'matrix',
      id: 'robustness',
      title: { de: 'Robust wogegen?', en: 'Robust against what?' },
      caption: {
        de: 'Nun rauscht auch der Test, mit 25 %. Am besten hält sich meist das Netz, das so trainiert wurde (Diagonale).',
        en: 'Now the test is noisy too, with 25 %. Mostly the network does best that was trained that way (diagonal).',
      },
      field: 'robustness',
      rows: {
        title: { de: 'trainiert mit', en: 'trained with' },
        labels: [WITHOUT, INPUTS, HIDDEN, WEIGHTS],
      },
      columns: {
        title: { de: 'getestet mit', en: 'tested with' },
        labels: [WITHOUT, INPUTS, HIDDEN, WEIGHTS],
      },
      value: { de: 'Test richtig', en: 'Test correct' },
      range: [0.5, 1],
    },
  ],
  claims: [
    {
      id: 'input-noise-is-ridge',
      text: {
        de: 'Rauschen in den Eingaben ist Ridge Regression mit $\\alpha = \\sigma^2$: Beim größten liegt die Mitte der Wolke höchstens 2,5 % von der Ridge-Lösung entfernt (Abstand geteilt durch deren Norm).',
        en: 'Noise in the inputs is ridge regression with $\\alpha = \\sigma^2$: under the largest the centre of the cloud is at most 2.5 % from the ridge solution (distance divided by its norm).',
      },
      source: BISHOP,
      measure: (trace) => distancesOfMean(trace, lastFrame(trace)).toRidge,
      bound: { atMost: 0.025 },
      over: 'every-seed',
    },
    {
      id: 'noise-does-not-average-out',
      text: {
        de: 'Es mittelt sich nicht heraus: Von der Lösung ohne Rauschen ist die Mitte mindestens fünfzigmal so weit entfernt wie von der Ridge-Lösung.',
        en: 'It does not average out: the centre is at least fifty times as far from the solution without noise as from the ridge solution.',
      },
      source: BISHOP,
      measure: (trace) => {
        const { toRidge, toLeastSquares } = distancesOfMean(trace, lastFrame(trace));
        return toLeastSquares / toRidge;
      },
      bound: { atLeast: 50 },
      over: 'every-seed',
    },
    {
      id: 'weight-noise-leaves-the-linear-solution',
      text: {
        de: 'Rauschen in den Gewichten lässt das lineare Modell, wo es ist: Auch beim größten weicht die Mitte der Wolke höchstens um 2,5 % der Norm von der Lösung ohne Rauschen ab.',
        en: 'Noise in the weights leaves the linear model where it is: even under the largest the centre of the cloud is off the solution without noise by at most 2.5 % of its norm.',
      },
      source: `${GOODFELLOW}, 7.5`,
      measure: shiftByWeightNoise,
      bound: { atMost: 0.025 },
      over: 'every-seed',
    },
    {
      id: 'input-noise-lowers-the-test-loss',
      text: {
        de: 'Ohne Rauschen ist der Testverlust im Mittel über die Stichproben mindestens 2,5-mal so groß wie mit dem besten Eingaberauschen.',
        en: 'Without noise test loss is, on average over samples, at least 2.5 times what it is with the best noise in the inputs.',
      },
      source: AN,
      measure: (trace) => gainOfBest(lastFrame(trace).inputsTestLoss),
      bound: { atLeast: 2.5 },
      over: 'mean',
    },
    {
      id: 'hidden-noise-lowers-the-test-loss',
      text: {
        de: 'Dasselbe gilt für Rauschen in den verdeckten Units: im Mittel mindestens 2,2-mal so groß wie mit dem besten.',
        en: 'The same holds for noise in the hidden units: on average at least 2.2 times what it is with the best.',
      },
      source: `${GOODFELLOW}, 7.5`,
      measure: (trace) => gainOfBest(lastFrame(trace).hiddenTestLoss),
      bound: { atLeast: 2.2 },
      over: 'mean',
    },
    {
      id: 'weight-noise-lowers-the-test-loss',
      text: {
        de: 'Ebenso für Rauschen in den Gewichten eines Netzes, das klassifiziert: im Mittel mindestens 2,1-mal so groß wie mit dem besten.',
        en: 'Likewise for noise in the weights of a network that classifies: on average at least 2.1 times what it is with the best.',
      },
      source: AN,
      measure: (trace) => gainOfBest(lastFrame(trace).weightsTestLoss),
      bound: { atLeast: 2.1 },
      over: 'mean',
    },
    {
      id: 'accuracy-hardly-gains-inside',
      text: {
        de: 'An Treffern gewinnt Rauschen in Units und Gewichten hier fast nichts: Bei 25 % liegt der Unterschied zum Netz ohne Rauschen im Mittel zwischen −3 und +3 Prozentpunkten.',
        en: 'In accuracy noise in units and weights gains next to nothing here: at 25 % the difference to the network without noise is on average between −3 and +3 percentage points.',
      },
      source: AN,
      measure: (trace) => gainInside(lastFrame(trace)),
      bound: { atLeast: -3, atMost: 3 },
      over: 'mean',
    },
    {
      id: 'hidden-noise-is-drowned',
      text: {
        de: 'Ein ReLU-Netz übertönt das Rauschen in seinen Units: Beim größten sind seine Aktivierungen mindestens 1,2-mal so groß wie ohne (Verhältnis der Effektivwerte).',
        en: 'A ReLU network drowns the noise in its units: under the largest its activations are at least 1.2 times as large as without (ratio of root mean squares).',
      },
      source: `${GOODFELLOW}, 7.12`,
      measure: (trace) => lastFrame(trace).hiddenActivity[LAST]! / lastFrame(trace).hiddenActivity[0]!,
      bound: { atLeast: 1.2 },
      over: 'every-seed',
    },
    {
      id: 'robust-against-what-it-was-trained-with',
      text: {
        de: 'Rauscht auch der Test mit 25 %, so sind die Netze, die mit demselben Rauschen trainiert wurden, dem Netz ohne Rauschen im Mittel mindestens 4 Prozentpunkte voraus.',
        en: 'Where the test is noisy too, with 25 %, the networks trained with the same noise are ahead of the one without noise by at least 4 percentage points on average.',
      },
      source: `${GOODFELLOW}, 7.5`,
      measure: (trace) => leadUnderOwnNoise(lastFrame(trace)),
      bound: { atLeast: 4 },
      over: 'mean',
    },
  ],
});
