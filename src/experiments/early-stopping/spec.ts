import { defineExperiment, type Trace } from '../kit/experiment';

/** How many networks train at once; they differ in the noise of their data. */
export const VARIANTS = 5;
/** The variant whose three curves are drawn. */
export const SHOWN = 3;
/** Raster of a decision map, in cells. */
export const MAP = { rows: 16, columns: 22, xRange: [-2, 3], yRange: [-1.5, 2] } as const;
/** The three networks under the shown noise that have a decision map, in the order of a frame's maps. */
export const MAP_LABELS = [
  { de: 'gestoppt bei k*', en: 'stopped at k*' },
  { de: 'weitertrainiert bis jetzt', en: 'trained on until now' },
  { de: 'nachtrainiert mit allen Daten', en: 'retrained on all data' },
] as const;
/** The linear model beside the networks: gradient descent on it starts at zero. */
export const LINEAR = { features: 12, examples: 30, learningRate: 0.05 } as const;

/** Computed before the first step. */
export type Setup = {
  /** Standard deviation of the noise of each variant, `[variants]`, ascending. */
  readonly noises: Float32Array;
  /** Training points of the variant whose curves are drawn, `[points, 3]`: x, y, class 0 or 1. */
  readonly shownPoints: Float32Array;
  /** Numbers of its maps, `[maps]`, from 1. */
  readonly mapNumbers: Float32Array;
  /** Cross entropy on the test points of the classifier that knows the distribution, in nats, `[variants]`. */
  readonly bayesLoss: Float32Array;
  /** The same for the variant whose curves are drawn. */
  readonly shownBayesLoss: number;
  /** Numbers of the linear model's features, `[features]`, from 1. */
  readonly features: Float32Array;
  /** What gradient descent on the linear model ends in: its least-squares weights, `[features]`. */
  readonly leastSquares: Float32Array;
};

/** State after `step` training steps; arrays are `[variants]` where nothing else is said, losses are in nats, accuracies 0 … 1. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Probability of class 1 over the plane, 0…255, in the order of `MAP_LABELS`, `[maps, rows, columns]`; row 0 is the largest y. */
  readonly maps: Uint8Array;
  /** On the test points, `[maps]`. */
  readonly mapLoss: Float32Array;
  readonly mapAccuracy: Float32Array;
  readonly trainLoss: Float32Array;
  readonly validationLoss: Float32Array;
  readonly testLoss: Float32Array;
  readonly testAccuracy: Float32Array;
  /** The step k* that early stopping would return now: smallest validation loss until patience runs out. */
  readonly bestStep: Float32Array;
  /** On the test points, with the weights of step k*. */
  readonly stoppedTestLoss: Float32Array;
  readonly stoppedTestAccuracy: Float32Array;
  /** On the test points, trained anew on training and validation points for k* steps times the parameter `retraining`, as far as trained yet. */
  readonly retrainedTestLoss: Float32Array;
  readonly retrainedTestAccuracy: Float32Array;
  /** Weights of the linear model after as many steps of gradient descent, `[features]`. */
  readonly descentWeights: Float32Array;
  /** Its weights under the L2 penalty α = 1 / (ηt), `[features]`. */
  readonly ridgeWeights: Float32Array;
  /** Cosine of the angle between the two; NaN before the first step. */
  readonly cosine: number;
  /** Their distance, in units of the norm of the second; NaN before the first step. */
  readonly distance: number;
};

const LAST = VARIANTS - 1;

type Recorded = Trace<Setup, Frame>;

function lastFrame({ frames }: Recorded): Frame {
  return frames.at(-1)!;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many times the stopped network's test loss the trained-out one has, for one variant. */
function costOfGoingOn(trace: Recorded, variant: number): number {
  const { testLoss, stoppedTestLoss } = lastFrame(trace);
  return testLoss[variant]! / stoppedTestLoss[variant]!;
}

/** The frames in which gradient descent has begun. */
function afterTheStart({ frames }: Recorded): readonly Frame[] {
  return frames.slice(1);
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const ALI =
  'Ali, Kolter, Tibshirani: A continuous-time view of early stopping for least squares regression (2019)';

/** Early stopping: networks on ever noisier data, watched by their validation loss. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'early-stopping',
  title: { de: 'Early Stopping', en: 'Early stopping' },
  summary: {
    de: 'Fünf Netze lernen immer stärker verrauschte Daten; der Validierungsverlust sagt, wann es genug ist.',
    en: 'Five networks learn ever noisier data; the validation loss says when it is enough.',
  },
  explanation: {
    de: String.raw`
Ein großes Netz lernt zuerst, was die Daten gemeinsam haben, und danach ihr Rauschen. Der Trainingsverlust fällt immer weiter; ob das noch Lernen ist, sagen nur Daten, mit denen nicht trainiert wird. **Early Stopping** beobachtet deshalb den Verlust auf einer **Validierungsmenge**, merkt sich die Gewichte des besten Schritts
$$
k^* = \arg\min_{k} L_{\mathrm{val}}(\theta_k)
$$
und hört auf, sobald $p$ Schritte lang (die **Geduld**) kein neues Minimum gekommen ist. Hier lernen fünf Netze dieselben Punkte unter verschieden starkem Rauschen; zum Vergleich laufen sie nach $k^*$ weiter.

Die Validierungspunkte fehlen dabei dem Training. Deshalb wird anschließend **nachtrainiert**: mit denselben Anfangsgewichten, auf Trainings- und Validierungspunkten zusammen, $k^*$ Schritte lang (oder etwas länger).

Warum kurzes Training regularisiert, zeigt ein lineares Modell. Von null aus kommt der Gradientenabstieg in Richtung eines Eigenvektors mit Krümmung $\lambda$ nach $t$ Schritten um den Anteil $1 - (1 - \eta\lambda)^t$ voran; eine $L_2$-Strafe lässt den Anteil $\lambda / (\lambda + \alpha)$ übrig. Mit $\alpha = 1/(\eta t)$ verhalten sich beide ähnlich: Flache Richtungen bleiben bei null.`,
    en: String.raw`
A large network first learns what the data have in common, and then their noise. Training loss keeps falling; whether this is still learning can only be told by data that are not trained on. **Early stopping** therefore watches the loss on a **validation set**, remembers the weights of the best step
$$
k^* = \arg\min_{k} L_{\mathrm{val}}(\theta_k)
$$
and ends as soon as $p$ steps (the **patience**) have brought no new minimum. Here five networks learn the same points under noise of different strength; for comparison they go on after $k^*$.

Training has to do without the validation points. Hence the network is then **retrained**: from the same initial weights, on training and validation points together, for $k^*$ steps (or a little longer).

Why short training regularizes can be seen in a linear model. Starting from zero, $t$ steps of gradient descent cover the share $1 - (1 - \eta\lambda)^t$ of the way along an eigenvector with curvature $\lambda$; an $L_2$ penalty leaves the share $\lambda / (\lambda + \alpha)$. With $\alpha = 1/(\eta t)$ the two behave alike: flat directions stay at zero.`,
  },
  limits: {
    de: 'Die Faustregel „hör auf, wenn der Validierungsverlust steigt“ lohnt sich, wo es Rauschen zu lernen gibt. Unter dem stärksten Rauschen hatte das weitertrainierte Netz in dreißig Stichproben am Ende den 1,9- bis 6,3-fachen Testverlust; unter dem schwächsten war Weitertrainieren im Mittel kaum schlechter (0,01 nat). Es geht vor allem um den *Verlust*: An Trefferquote gewann Early Stopping unter dem stärksten Rauschen im Mittel 4 Prozentpunkte, in fünf von dreißig Stichproben verlor es. Mit so wenigen Validierungspunkten schwankt $k^*$ stark, und mehr Geduld ist nicht immer besser. Nachtrainieren senkte den Testverlust im Mittel um 6 %, aber nur in 23 von 30 Stichproben. Die Verwandtschaft mit der $L_2$-Strafe gilt für lineare Modelle (sonst nahe an einem Minimum) und den einfachen Gradientenabstieg, nicht für Adam; gleich sind beide auch dort nicht: Ihr Abstand erreicht 25 bis 31 %.',
    en: 'The rule of thumb “stop when the validation loss rises” pays where there is noise to be learned. Under the strongest noise the network that went on ended with 1.9 to 6.3 times the test loss, in thirty samples; under the weakest, going on was hardly worse on average (0.01 nats). It is mostly about the *loss*: in accuracy early stopping gained 4 percentage points on average under the strongest noise, and lost in five samples of thirty. With so few validation points $k^*$ varies widely, and more patience is not always better. Retraining lowered test loss by 6 % on average, but only in 23 samples of 30. The kinship with the $L_2$ penalty holds for linear models (elsewhere close to a minimum) and for plain gradient descent, not for Adam; even there the two are not the same: they come to lie 25 to 31 % apart.',
  },
  presets: [
    {
      id: 'hardly-any-noise',
      title: { de: 'Kaum Rauschen', en: 'Hardly any noise' },
      why: {
        de: 'Links gibt es fast nichts zu stoppen: Der Validierungsverlust fällt bis zum Ende, und $k^*$ ist meist der letzte Schritt.',
        en: 'On the left there is next to nothing to stop: validation loss falls to the end, and $k^*$ is mostly the last step.',
      },
      params: { noise: 0.2 },
    },
    {
      id: 'impatient',
      title: { de: 'Ungeduldig', en: 'Impatient' },
      why: {
        de: 'Mit kurzer Geduld endet das Training beim ersten Zittern der Validierungskurve; auf diesen kleinen Datenmengen schadet das oft nicht.',
        en: 'With little patience training ends at the first tremble of the validation curve; on data sets this small that often does no harm.',
      },
      params: { patience: 10 },
    },
    {
      id: 'retrain-longer',
      title: { de: 'Länger nachtrainieren', en: 'Retrain for longer' },
      why: {
        de: 'Doppelt so viele Punkte vertragen mehr Schritte, aber nicht beliebig viele: Mit $2k^*$ hilft das Nachtrainieren manchmal mehr und manchmal schadet es.',
        en: 'Twice as many points bear more steps, but not any number: with $2k^*$ retraining sometimes helps more and sometimes does harm.',
      },
      params: { retraining: 2 },
    },
    {
      id: 'few-points-wide-network',
      title: { de: 'Wenige Punkte, breites Netz', en: 'Few points, wide network' },
      why: {
        de: 'Mit 20 Punkten beginnt das Auswendiglernen fast sofort; oft ist $k^* = 10$, und Weitertrainieren vervielfacht den Verlust.',
        en: 'With 20 points memorizing begins almost at once; often $k^* = 10$, and going on multiplies the loss.',
      },
      params: { trainingPoints: 20, hiddenUnits: 24 },
    },
  ],
  concepts: {
    de: [
      'Early Stopping',
      'Frühes Stoppen',
      'Frühzeitiger Abbruch',
      'Vorzeitiger Abbruch',
      'Validierungsset',
      'Validierungsmenge',
      'Validierungsdaten',
      'Validierungsfehler',
      'Validierungsverlust',
    ],
    en: ['early stopping', 'validation set', 'validation data', 'validation loss', 'validation error'],
  },
  stepsPerFrame: 5,
  params: {
    noise: {
      kind: 'number',
      label: { de: 'Größtes Rauschen', en: 'Largest noise' },
      symbol: '\\sigma_{\\max}',
      help: {
        de: 'Standardabweichung, mit der die Punkte des letzten Netzes um ihre Bögen streuen; die anderen haben ein bis vier Fünftel davon.',
        en: 'Standard deviation of the last network’s points around their arcs; the others have one to four fifths of it.',
      },
      min: 0.2,
      max: 0.8,
      step: 0.05,
      scale: 'linear',
      default: 0.5,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Ebenso viele Punkte dienen der Validierung. Mit mehr Punkten beginnt das Overfitting später.',
        en: 'As many points serve for validation. With more points overfitting begins later.',
      },
      min: 20,
      max: 100,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 60,
    },
    patience: {
      kind: 'number',
      label: { de: 'Geduld', en: 'Patience' },
      symbol: 'p',
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'So viele Schritte ohne neues Minimum des Validierungsverlusts wartet Early Stopping ab. Zu wenig Geduld verwechselt ein Zittern mit dem Ende.',
        en: 'Early stopping waits for so many steps without a new minimum of the validation loss. Too little patience takes a tremble for the end.',
      },
      min: 10,
      max: 500,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 100,
    },
    retraining: {
      kind: 'number',
      label: { de: 'Dauer des Nachtrainings', en: 'Length of retraining' },
      unit: { de: 'mal k*', en: 'times k*' },
      help: {
        de: 'Auf Trainings- und Validierungspunkten zusammen wird so viele Male $k^*$ Schritte lang neu trainiert.',
        en: 'On training and validation points together, training starts anew for so many times $k^*$ steps.',
      },
      min: 0.5,
      max: 3,
      step: 0.5,
      scale: 'linear',
      default: 1,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Schrittweite der Netze (Adam): Mit größeren Werten kommt das Minimum früher.',
        en: 'Step size of the networks (Adam): with larger values the minimum comes earlier.',
      },
      min: 0.003,
      max: 0.03,
      step: 0.1,
      scale: 'log',
      default: 0.01,
    },
    hiddenUnits: {
      kind: 'number',
      label: { de: 'Neuronen je Schicht', en: 'Units per layer' },
      help: {
        de: 'Breite der beiden verborgenen Schichten: Mehr Neuronen lernen schneller auswendig.',
        en: 'Width of the two hidden layers: more units memorize sooner.',
      },
      min: 4,
      max: 32,
      step: 4,
      scale: 'linear',
      integer: true,
      default: 12,
    },
    steps: {
      kind: 'number',
      label: { de: 'Schritte', en: 'Steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'So lange wird höchstens trainiert: die Fortsetzung, die Early Stopping sich spart.',
        en: 'How long training lasts at most: the continuation that early stopping saves.',
      },
      min: 100,
      max: 2000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 500,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'when-is-it-enough',
      question: {
        de: 'Nach welchem Teil der Schritte ist das Netz mit dem stärksten Rauschen laut Validierung am besten?',
        en: 'After which part of the steps does validation find the network under the strongest noise at its best?',
      },
      options: [
        { id: 'end', text: { de: 'Erst im letzten Viertel', en: 'Only in the last quarter' } },
        { id: 'middle', text: { de: 'Irgendwo in der Mitte', en: 'Somewhere in the middle' } },
        { id: 'early', text: { de: 'Schon im ersten Viertel', en: 'In the first quarter already' } },
      ],
      answer: (trace) => {
        const { bestStep, step } = lastFrame(trace);
        const part = bestStep[LAST]! / step;
        if (part >= 0.75) return 'end';
        return part <= 0.25 ? 'early' : 'middle';
      },
      because: {
        de: 'Die grobe Form der beiden Bögen ist schnell gelernt. Was danach noch sinkt, ist vor allem der Verlust auf dem Rauschen der Trainingspunkte.',
        en: 'The rough shape of the two arcs is learnt quickly. What still falls after that is mostly the loss on the noise of the training points.',
      },
    },
    {
      kind: 'curve',
      id: 'cost-over-noise',
      question: {
        de: 'Welchen Testverlust haben die Netze am Ende, wenn niemand stoppt?',
        en: 'What test loss do the networks have at the end if nobody stops them?',
      },
      view: 'test-loss-by-noise',
      series: 0,
      range: [0.001, 10],
      because: {
        de: 'Ohne Rauschen gibt es nichts Falsches zu lernen. Mit Rauschen werden die Netze sich ihrer Irrtümer immer sicherer, und das bestraft die Kreuzentropie.',
        en: 'Without noise there is nothing wrong to learn. With noise the networks grow ever surer of their errors, which is what cross entropy punishes.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Preis des Weitertrainierens unter dem stärksten Rauschen, auf den Testpunkten',
        en: 'Price of going on under the strongest noise, on the test points',
      },
      tex: String.raw`\frac{L(\theta_k)}{L(\theta_{k^*})} = \frac{\live{now}}{\live{stopped}} = \live{ratio}`,
      values: ({ frames }, frame) => {
        const now = frames[frame]?.testLoss[LAST] ?? Number.NaN;
        const stopped = frames[frame]?.stoppedTestLoss[LAST] ?? Number.NaN;
        return { now, stopped, ratio: now / stopped };
      },
    },
    {
      label: {
        de: 'Lineares Modell, Richtung mit $\\lambda = 1/10$: Anteil des Weges nach $t$ Schritten und unter der Strafe $1/(\\eta t)$',
        en: 'Linear model, direction with $\\lambda = 1/10$: share of the way after $t$ steps and under the penalty $1/(\\eta t)$',
      },
      tex: String.raw`1 - (1 - \eta\lambda)^{\live{t}} = \live{descent}, \quad \frac{\lambda}{\lambda + 1/(\eta t)} = \live{ridge}`,
      values: ({ frames }, frame) => {
        const t = frames[frame]?.step ?? Number.NaN;
        const progress = LINEAR.learningRate * 0.1;
        return { t, descent: 1 - (1 - progress) ** t, ridge: (progress * t) / (progress * t + 1) };
      },
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'test-loss-by-noise',
      title: { de: 'Testverlust bei verschiedenem Rauschen', en: 'Test loss under different noise' },
      caption: {
        de: 'Weitertrainiert entfernt sich der Verlust nach oben, je mehr Rauschen es gibt; gestoppt und nachtrainiert bleibt er nahe der gestrichelten Grenze, die im Mittel kein Klassifikator unterschreitet.',
        en: 'Trained on, the loss moves upwards, the more noise there is; stopped and retrained, it stays near the dashed limit that no classifier beats on average.',
      },
      x: { field: 'noises', title: { de: 'Rauschen σ', en: 'Noise σ' } },
      y: {
        title: { de: 'Testverlust L', en: 'Test loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'log',
        range: [0.001, 10],
      },
      series: [
        { field: 'testLoss', label: MAP_LABELS[1] },
        { field: 'stoppedTestLoss', label: MAP_LABELS[0] },
        { field: 'retrainedTestLoss', label: MAP_LABELS[2] },
      ],
      theory: [
        {
          field: 'bayesLoss',
          label: { de: 'Bayes-Grenze', en: 'Bayes limit' },
          source: `${GOODFELLOW}, 5.2`,
          series: 1,
        },
      ],
    },
    {
      kind: 'decision-maps',
      id: 'maps',
      title: { de: 'Overfitting im Bild', en: 'A picture of overfitting' },
      caption: {
        de: 'Unter dem zweitstärksten Rauschen: Das gestoppte Netz behält eine ruhige Grenze; das weitertrainierte biegt sie um einzelne Punkte herum, und zwar mit voller Überzeugung.',
        en: 'Under the second strongest noise: the stopped network keeps a calm boundary; the one that goes on bends it around single points, and with full conviction.',
      },
      field: 'maps',
      rows: MAP.rows,
      columns: MAP.columns,
      xRange: MAP.xRange,
      yRange: MAP.yRange,
      points: 'shownPoints',
      variants: { field: 'mapNumbers', symbol: '#', labels: MAP_LABELS },
      readouts: [
        { field: 'mapLoss', label: { de: 'Testverlust', en: 'Test loss' } },
        { field: 'mapAccuracy', label: { de: 'Test richtig', en: 'Test correct' } },
      ],
    },
    {
      kind: 'timeline',
      id: 'three-curves',
      title: { de: 'Drei Kurven und der gewählte Schritt', en: 'Three curves and the chosen step' },
      caption: {
        de: 'Unter dem zweitstärksten Rauschen: Training fällt weiter, Validierung und Test kehren um; die Kurve des gestoppten Netzes wird waagerecht, sobald $k^*$ feststeht.',
        en: 'Under the second strongest noise: training keeps falling, validation and test turn around; the curve of the stopped network becomes level as soon as $k^*$ is settled.',
      },
      y: { title: { de: 'Verlust L', en: 'Loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'log' },
      series: [
        { field: 'trainLoss', index: SHOWN, label: { de: 'Training', en: 'Training' } },
        { field: 'validationLoss', index: SHOWN, label: { de: 'Validierung', en: 'Validation' } },
        { field: 'testLoss', index: SHOWN, label: { de: 'Test', en: 'Test' } },
        {
          field: 'stoppedTestLoss',
          index: SHOWN,
          label: { de: 'Test, gestoppt bei $k^*$', en: 'Test, stopped at $k^*$' },
        },
      ],
      threshold: { field: 'shownBayesLoss', label: { de: 'Bayes-Grenze', en: 'Bayes limit' } },
    },
    {
      kind: 'response',
      id: 'best-step-by-noise',
      title: { de: 'Wann gestoppt wird', en: 'When training is stopped' },
      caption: {
        de: 'Solange ein Punkt mit den Schritten steigt, lohnt sich das Training noch; je stärker das Rauschen, desto früher bleibt er stehen.',
        en: 'As long as a point rises with the steps, training still pays; the stronger the noise, the earlier it comes to rest.',
      },
      x: { field: 'noises', title: { de: 'Rauschen σ', en: 'Noise σ' } },
      y: {
        title: { de: 'Gewählter Schritt $k^*$', en: 'Chosen step $k^*$' },
        unit: { de: 'Schritte', en: 'steps' },
        scale: 'linear',
      },
      series: [{ field: 'bestStep', label: { de: '$k^*$', en: '$k^*$' } }],
    },
    {
      kind: 'profile',
      id: 'descent-and-ridge',
      title: { de: 'Gradientenabstieg und L₂-Strafe', en: 'Gradient descent and L₂ penalty' },
      caption: {
        de: 'Stiele (Abstieg) und Punkte (Strafe) wachsen gemeinsam von null: zuerst links, wo die Merkmale stark streuen, rechts kaum, und noch weit vor der gestrichelten Lösung ohne Strafe.',
        en: 'Stems (descent) and points (penalty) grow together from zero: first on the left, where the features vary most, hardly at all on the right, and long before the dashed solution without a penalty.',
      },
      x: {
        field: 'features',
        title: { de: 'Merkmal i (Streuung von 1 bis 0,1)', en: 'Feature i (deviation from 1 to 0.1)' },
        scale: 'linear',
      },
      y: { title: { de: 'Gewicht wᵢ', en: 'Weight wᵢ' }, scale: 'linear' },
      series: [
        {
          field: 'descentWeights',
          label: { de: 'Abstieg, t Schritte', en: 'descent, t steps' },
          mark: 'stems',
        },
        {
          field: 'ridgeWeights',
          label: { de: 'Strafe α = 1/(ηt)', en: 'penalty α = 1/(ηt)' },
          mark: 'points',
        },
      ],
      theory: [
        {
          field: 'leastSquares',
          label: { de: 'kleinste Quadrate, t → ∞', en: 'least squares, t → ∞' },
          source: `${GOODFELLOW}, 5.1.4`,
          series: 0,
        },
      ],
    },
  ],
  claims: [
    {
      id: 'going-on-costs-under-strong-noise',
      text: {
        de: 'Unter dem stärksten Rauschen kostet Weitertrainieren: Am Ende ist der Testverlust mindestens 1,4-mal so groß wie der des gestoppten Netzes.',
        en: 'Under the strongest noise going on has its cost: at the end test loss is at least 1.4 times that of the stopped network.',
      },
      source: `${GOODFELLOW}, 7.8`,
      measure: (trace) => costOfGoingOn(trace, LAST),
      bound: { atLeast: 1.4 },
      over: 'every-seed',
    },
    {
      id: 'stopping-gains-accuracy-on-average',
      text: {
        de: 'Unter dem stärksten Rauschen ordnet das gestoppte Netz im Mittel über die Stichproben mehr Testpunkte richtig ein als das weitertrainierte (Gewinn als Anteil; in einer einzelnen Stichprobe kann er fehlen).',
        en: 'Under the strongest noise the stopped network classifies more test points correctly than the one that went on, on average over samples (gain as a share; a single sample may lack it).',
      },
      source: `${GOODFELLOW}, 7.8`,
      measure: (trace) => lastFrame(trace).stoppedTestAccuracy[LAST]! - lastFrame(trace).testAccuracy[LAST]!,
      bound: { atLeast: 0.01 },
      over: 'mean',
    },
    {
      id: 'going-on-costs-nothing-under-weak-noise',
      text: {
        de: 'Unter dem schwächsten Rauschen kostet Weitertrainieren im Mittel nichts: Am Ende ist der Testverlust um höchstens 0,05 nat größer als der des gestoppten Netzes.',
        en: 'Under the weakest noise going on costs nothing on average: at the end test loss is at most 0.05 nats above that of the stopped network.',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => lastFrame(trace).testLoss[0]! - lastFrame(trace).stoppedTestLoss[0]!,
      bound: { atMost: 0.05 },
      over: 'mean',
    },
    {
      id: 'noisier-data-stop-earlier',
      text: {
        de: 'Je stärker das Rauschen, desto früher der beste Schritt: Unter dem schwächsten ist $k^*$ im Mittel mindestens dreimal so groß wie unter dem stärksten.',
        en: 'The stronger the noise, the earlier the best step: under the weakest $k^*$ is at least three times that under the strongest, on average.',
      },
      source: `${GOODFELLOW}, 7.8`,
      measure: (trace) => lastFrame(trace).bestStep[0]! / Math.max(lastFrame(trace).bestStep[LAST]!, 1),
      bound: { atLeast: 3 },
      over: 'mean',
    },
    {
      id: 'the-stopped-network-is-near-the-bayes-limit',
      text: {
        de: 'Unter dem stärksten Rauschen hat das gestoppte Netz im Mittel höchstens das 1,6-Fache des Verlusts, den schon der bestmögliche Klassifikator hat.',
        en: 'Under the strongest noise the stopped network has on average at most 1.6 times the loss that even the best possible classifier has.',
      },
      source: `${GOODFELLOW}, 5.2`,
      measure: (trace) => lastFrame(trace).stoppedTestLoss[LAST]! / trace.setup.bayesLoss[LAST]!,
      bound: { atMost: 1.6 },
      over: 'mean',
    },
    {
      id: 'retraining-does-no-harm-on-average',
      text: {
        de: 'Nachtrainieren mit den Validierungspunkten schadet im Mittel nicht: Der Testverlust, über alle fünf Netze gemittelt, ist höchstens um 5 % größer als der der gestoppten Netze und meist kleiner (gemessen: Verhältnis).',
        en: 'Retraining with the validation points does no harm on average: test loss, averaged over all five networks, is at most 5 % above that of the stopped networks and mostly below it (measured: ratio).',
      },
      source: `${GOODFELLOW}, algorithm 7.2`,
      measure: (trace) => mean(lastFrame(trace).retrainedTestLoss) / mean(lastFrame(trace).stoppedTestLoss),
      bound: { atMost: 1.05 },
      over: 'mean',
    },
    {
      id: 'descent-points-where-ridge-points',
      text: {
        de: 'Im linearen Modell zeigen die Gewichte nach $t$ Schritten in dieselbe Richtung wie die unter der Strafe $\\alpha = 1/(\\eta t)$: Der kleinste Kosinus über alle $t$ liegt über 0,99.',
        en: 'In the linear model the weights after $t$ steps point in the same direction as those under the penalty $\\alpha = 1/(\\eta t)$: the smallest cosine over all $t$ is above 0.99.',
      },
      source: `${GOODFELLOW}, 7.8`,
      measure: (trace) => Math.min(...afterTheStart(trace).map(({ cosine }) => cosine)),
      bound: { atLeast: 0.99 },
      over: 'every-seed',
    },
    {
      id: 'descent-and-ridge-are-alike-not-equal',
      text: {
        de: 'Ähnlich, nicht gleich: Der größte Abstand beider über alle $t$ liegt zwischen 20 und 35 % der Norm der bestraften Gewichte.',
        en: 'Alike, not equal: the largest distance of the two over all $t$ is between 20 and 35 % of the norm of the penalized weights.',
      },
      source: ALI,
      measure: (trace) => Math.max(...afterTheStart(trace).map(({ distance }) => distance)),
      bound: { atLeast: 0.2, atMost: 0.35 },
      over: 'every-seed',
    },
  ],
});
