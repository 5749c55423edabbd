import { defineExperiment, type Trace } from '../kit/experiment';

/** Features of the regression, the irrelevant ones included. */
export const FEATURES = 50;
/** How many features the regularization paths show, from the first on. */
export const PATHS = 20;
/** Strengths of the penalty that are trained at once, in equal factors. */
export const SWEEP = { first: 0.01, last: 1, count: 13 } as const;
/** Index of the swept α that the claims on zeros look at: 0.215. */
const SELECTING = 8;
/** Weights that are smaller count as zero. */
export const ZERO = 0.001;

/** Computed before the first step. Features are in order: the relevant ones come first. */
export type Setup = {
  /** Swept α, `[penalties]`. */
  readonly penalties: Float32Array;
  /** Predicted share of irrelevant weights that L1 sets to zero, 0 … 1, `[penalties]`; for orthogonal features. */
  readonly expectedZeroShare: Float32Array;
  /** Predicted error of L2 on new data without the noise, `[penalties]`; for orthogonal features. */
  readonly expectedL2Error: Float32Array;
  /** Numbers of the features, from 1, `[features]`. */
  readonly features: Float32Array;
  /** Numbers of the features whose paths are shown, from 1, `[paths]`. */
  readonly pathFeatures: Float32Array;
  /** Weights without a penalty, ascending, `[features]`. */
  readonly unpenalized: Float32Array;
  /** The same under the soft threshold at the shown α, `[features]`. */
  readonly thresholded: Float32Array;
  /** The same divided by 1 + shown α, `[features]`. */
  readonly shrunk: Float32Array;
};

/** State after `step` training steps. L1 means proximal steps where nothing else is said. NaN: diverged. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Share of irrelevant weights that are zero, 0 … 1, `[penalties]`. */
  readonly zeroL1: Float32Array;
  /** The same with subgradient steps on the L1 penalty. */
  readonly zeroSubgradient: Float32Array;
  /** The same with the L2 penalty. */
  readonly zeroL2: Float32Array;
  /** Share of relevant weights that L1 has set to zero, 0 … 1, `[penalties]`. */
  readonly lostL1: Float32Array;
  /** Expected squared error on new data without the noise's share, ‖w − w*‖², `[penalties]`. */
  readonly errorL1: Float32Array;
  /** The same with the L2 penalty. */
  readonly errorL2: Float32Array;
  /** Largest norm of the weights among the three methods, `[penalties]`; NaN where one of them has diverged. */
  readonly weightNorm: Float32Array;
  /** Weights that the data were made with, `[features]`. */
  readonly trueWeights: Float32Array;
  /** Weights at the shown α, `[features]`. */
  readonly shownL1: Float32Array;
  /** The same with the L2 penalty. */
  readonly shownL2: Float32Array;
  /** Weights at the shown α in the order of `unpenalized`, `[features]`. */
  readonly sortedL1: Float32Array;
  /** The same with the L2 penalty. */
  readonly sortedL2: Float32Array;
  /** L1 weights against α, `[paths, penalties]`; NaN for irrelevant features. */
  readonly relevantPaths: Float32Array;
  /** L1 weights against α, `[paths, penalties]`; NaN for relevant features. */
  readonly irrelevantPaths: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Index of the α with the smallest L1 error at the end. */
function bestForL1(trace: Trace<Setup, Frame>): number {
  const { errorL1 } = lastFrame(trace);
  return errorL1.indexOf(Math.min(...errorL1));
}

/** Smallest error of L1 over that of L2 at the end, each at its own best α. */
function errorRatio(trace: Trace<Setup, Frame>): number {
  const { errorL1, errorL2 } = lastFrame(trace);
  return Math.min(...errorL1) / Math.min(...errorL2);
}

function largestDistance(values: Float32Array, others: Float32Array): number {
  return Math.max(...values.map((value, index) => Math.abs(value - others[index]!)));
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const TIBSHIRANI = 'Tibshirani: Regression shrinkage and selection via the lasso (1996)';
const PARIKH = 'Parikh, Boyd: Proximal algorithms (2014), 4.2';

/** L1 against L2 penalties on a linear regression with irrelevant features, and proximal against subgradient steps. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'sparsity',
  title: { de: 'Dünnbesetztheit: L₁ gegen L₂', en: 'Sparsity: L₁ against L₂' },
  summary: {
    de: 'Eine L₁-Strafe setzt überflüssige Gewichte genau auf null, eine L₂-Strafe macht alle nur kleiner.',
    en: 'An L₁ penalty sets needless weights to exactly zero, an L₂ penalty merely makes all of them smaller.',
  },
  explanation: {
    de: String.raw`
Eine lineare Regression mit 50 Merkmalen, von denen nur wenige etwas mit dem Zielwert zu tun haben. Ohne Strafe bekommt jedes Merkmal ein Gewicht, auch wenn es nur Rauschen anpasst. Verglichen werden zwei Strafterme,
$$
\tilde L(w) = \frac{1}{2N}\|Xw - y\|^2 + \alpha\,\|w\|_1
\qquad\text{und}\qquad
\tilde L(w) = \frac{1}{2N}\|Xw - y\|^2 + \frac{\alpha}{2}\,\|w\|_2^2 .
$$

Bei orthogonalen Merkmalen ($X^\top X = N\,I$) lässt sich das Minimum hinschreiben. Ist $\hat w$ die Lösung ohne Strafe, so gilt
$$
w_i^{L_1} = \operatorname{sgn}(\hat w_i)\,\max(|\hat w_i| - \alpha,\, 0), \qquad w_i^{L_2} = \frac{\hat w_i}{1 + \alpha} .
$$
$L_1$ zieht von jedem Gewicht denselben Betrag ab; was kleiner ist, wird genau null (**Soft-Thresholding**). $L_2$ teilt alle Gewichte durch dieselbe Zahl: null wird dabei keines.

Ob man die Nullen auch *findet*, hängt vom Verfahren ab. Die Ableitung von $|w|$ springt bei null; **Subgradientenschritte** mit $\alpha\operatorname{sgn}(w)$ schießen deshalb immer wieder über die Null hinaus. Der **proximale Schritt** geht erst den Gradienten des Verlusts entlang und wendet dann die weiche Schwelle $\eta\alpha$ an: Was darunter liegt, bleibt genau null.`,
    en: String.raw`
A linear regression with 50 features, of which only a few have anything to do with the target. Without a penalty every feature gets a weight, even if it merely fits noise. Two penalties are compared,
$$
\tilde L(w) = \frac{1}{2N}\|Xw - y\|^2 + \alpha\,\|w\|_1
\qquad\text{and}\qquad
\tilde L(w) = \frac{1}{2N}\|Xw - y\|^2 + \frac{\alpha}{2}\,\|w\|_2^2 .
$$

With orthogonal features ($X^\top X = N\,I$) the minimum can be written down. If $\hat w$ is the solution without a penalty, then
$$
w_i^{L_1} = \operatorname{sgn}(\hat w_i)\,\max(|\hat w_i| - \alpha,\, 0), \qquad w_i^{L_2} = \frac{\hat w_i}{1 + \alpha} .
$$
$L_1$ subtracts the same amount from every weight; what is smaller becomes exactly zero (**soft thresholding**). $L_2$ divides all weights by the same number: none of them becomes zero.

Whether the zeros are actually *found* depends on the method. The derivative of $|w|$ jumps at zero; **subgradient steps** with $\alpha\operatorname{sgn}(w)$ therefore overshoot zero again and again. The **proximal step** first follows the gradient of the loss and then applies the soft threshold $\eta\alpha$: what lies below it stays exactly zero.`,
  },
  concepts: {
    de: [
      'L1-Regularisierung',
      'L₁-Regularisierung',
      'Lasso',
      'L1-Strafterm',
      'Dünnbesetztheit',
      'dünnbesetzt',
      'Sparsity',
      'Merkmalsauswahl',
      'Soft-Thresholding',
      'Regularisierungspfad',
      'Subgradient',
      'Lasso-Regularisierung',
      'Regularisierung',
      'Weight Decay',
    ],
    en: [
      'L1 regularization',
      'L₁ regularization',
      'lasso',
      'L1 penalty',
      'sparse weights',
      'sparsity regularization',
      'feature selection',
      'soft thresholding',
      'regularization path',
      'proximal gradient',
      'subgradient method',
      'lasso regularization',
      'regularization',
      'regularisation',
    ],
  },
  stepsPerFrame: 4,
  params: {
    penalty: {
      kind: 'number',
      label: { de: 'Gezeigte Strafe', en: 'Shown penalty' },
      symbol: '\\alpha',
      help: {
        de: 'Das α, dessen Gewichte einzeln zu sehen sind; die Kurven über α zeigen immer alle.',
        en: 'The α whose weights are shown one by one; the curves over α always show all of them.',
      },
      min: 0.01,
      max: 1,
      step: 0.1,
      scale: 'log',
      default: 0.2,
    },
    relevant: {
      kind: 'number',
      label: { de: 'Relevante Merkmale', en: 'Relevant features' },
      unit: { de: 'von 50', en: 'of 50' },
      help: {
        de: 'Wie viele der 50 Merkmale den Zielwert wirklich bestimmen: Je mehr, desto weniger nützt Dünnbesetztheit.',
        en: 'How many of the 50 features really determine the target: the more, the less sparsity helps.',
      },
      min: 1,
      max: 40,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 10,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit mehr Punkten streuen die Gewichte weniger, und eine schwächere Strafe genügt.',
        en: 'With more points the weights scatter less, and a weaker penalty is enough.',
      },
      min: 60,
      max: 400,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 100,
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen der Zielwerte', en: 'Noise in the targets' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung des Rauschens: Je größer, desto größer werden die Gewichte überflüssiger Merkmale.',
        en: 'Standard deviation of the noise: the larger, the larger the weights of needless features.',
      },
      min: 0.1,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 1,
    },
    design: {
      kind: 'choice',
      label: { de: 'Merkmale', en: 'Features' },
      help: {
        de: 'Orthogonal: Die Formeln gelten genau. Zufällig: In einer endlichen Stichprobe hängen die Merkmale ein wenig zusammen.',
        en: 'Orthogonal: the formulas hold exactly. Random: in a finite sample the features are slightly correlated.',
      },
      options: [
        { value: 'orthogonal', label: { de: 'orthogonal', en: 'orthogonal' } },
        { value: 'random', label: { de: 'zufällig', en: 'random' } },
      ],
      default: 'orthogonal',
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte sind schneller am Ziel, aber Subgradientenschritte zittern weiter um die Null; zu große divergieren.',
        en: 'Larger values arrive sooner, but subgradient steps jitter more widely around zero; too large ones diverge.',
      },
      min: 0.01,
      max: 3,
      step: 0.1,
      scale: 'log',
      default: 0.1,
    },
    steps: {
      kind: 'number',
      label: { de: 'Schritte', en: 'Steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird: Erst am Ende sind alle Gewichte dort, wo die Formeln sie erwarten.',
        en: 'How long training lasts: only at the end are all weights where the formulas expect them.',
      },
      min: 100,
      max: 1000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 400,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'zeros-of-subgradient-steps',
      question: {
        de: String.raw`Dieselbe $L_1$-Strafe ohne proximalen Schritt: $\alpha\operatorname{sgn}(w)$ kommt einfach zum Gradienten. Wie viele irrelevante Gewichte sind am Ende bei $\alpha \approx 0{,}22$ kleiner als 0,001?`,
        en: String.raw`The same $L_1$ penalty without the proximal step: $\alpha\operatorname{sgn}(w)$ is simply added to the gradient. How many irrelevant weights are smaller than 0.001 at the end at $\alpha \approx 0.22$?`,
      },
      options: [
        {
          id: 'most',
          text: {
            de: 'mindestens 80 %, das Minimum ist ja dasselbe',
            en: 'at least 80 %, for the minimum is the same',
          },
        },
        { id: 'half', text: { de: '35 bis 80 %', en: '35 to 80 %' } },
        { id: 'few', text: { de: 'weniger als 35 %', en: 'less than 35 %' } },
      ],
      answer: (trace) => {
        const share = lastFrame(trace).zeroSubgradient[SELECTING]!;
        if (share >= 0.8) return 'most';
        return share >= 0.35 ? 'half' : 'few';
      },
      because: {
        de: String.raw`Das Minimum ist dasselbe, doch $\operatorname{sgn}(w)$ springt bei null: Jeder Schritt schießt um bis zu $\eta\alpha$ darüber hinaus.`,
        en: String.raw`The minimum is the same, but $\operatorname{sgn}(w)$ jumps at zero: every step overshoots it by up to $\eta\alpha$.`,
      },
    },
    {
      kind: 'curve',
      id: 'zeros-of-l2',
      question: {
        de: 'Welchen Anteil der irrelevanten Gewichte setzt $L_2$ auf (fast) null, wenn $\\alpha$ wächst?',
        en: 'What share of the irrelevant weights does $L_2$ set to (almost) zero as $\\alpha$ grows?',
      },
      view: 'zeros-by-penalty',
      series: 2,
      range: [0, 1],
      because: {
        de: '$L_2$ teilt die Gewichte nur; null wird dabei keines, das es nicht schon fast war.',
        en: '$L_2$ merely divides the weights; none becomes zero that was not almost zero before.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Das größte Gewicht unter $L_1$: laut Formel, und $w$ jetzt',
        en: 'The largest weight under $L_1$: by the formula, and $w$ now',
      },
      tex: String.raw`\max(\hat w - \alpha,\, 0) = \max(\live{free} - \live{penalty},\, 0) = \live{expected}, \qquad w = \live{now}`,
      values: ({ setup, frames }, frame, { penalty }) => ({
        free: setup.unpenalized.at(-1)!,
        penalty,
        expected: setup.thresholded.at(-1)!,
        now: frames[frame]!.sortedL1.at(-1)!,
      }),
    },
    {
      label: { de: 'Dasselbe unter $L_2$', en: 'The same under $L_2$' },
      tex: String.raw`\frac{\hat w}{1 + \alpha} = \frac{\live{free}}{1 + \live{penalty}} = \live{expected}, \qquad w = \live{now}`,
      values: ({ setup, frames }, frame, { penalty }) => ({
        free: setup.unpenalized.at(-1)!,
        penalty,
        expected: setup.shrunk.at(-1)!,
        now: frames[frame]!.sortedL2.at(-1)!,
      }),
    },
  ],
  divergence: {
    watched: 'weightNorm',
    norm: 'weightNorm',
    normLabel: { de: 'größte Gewichtsnorm ‖w‖', en: 'largest weight norm ‖w‖' },
    variants: { field: 'penalties', symbol: 'α' },
    cause: {
      de: String.raw`Die Lernrate ist zu groß: Gradientenabstieg verlangt $\eta < 2/\lambda$ mit der größten Krümmung $\lambda$ des Verlusts (1 bei orthogonalen Merkmalen), mit $L_2$ sogar $\eta < 2/(\lambda + \alpha)$. Deshalb läuft $L_2$ zuerst davon.`,
      en: String.raw`The learning rate is too large: gradient descent requires $\eta < 2/\lambda$ with the largest curvature $\lambda$ of the loss (1 with orthogonal features), with $L_2$ even $\eta < 2/(\lambda + \alpha)$. That is why $L_2$ runs away first.`,
    },
  },
  views: [
    {
      kind: 'response',
      id: 'zeros-by-penalty',
      title: { de: 'Nullen je Strafe', en: 'Zeros by penalty' },
      caption: {
        de: 'Nur $L_1$ mit proximalen Schritten setzt die irrelevanten Gewichte auf null, und das so oft, wie die Theorie sagt; ein zu großes $\\alpha$ kostet auch relevante.',
        en: 'Only $L_1$ with proximal steps sets the irrelevant weights to zero, and as often as theory says; too large an $\\alpha$ costs relevant ones too.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: {
        title: { de: 'Anteil der Gewichte unter 0,001', en: 'Share of weights below 0.001' },
        scale: 'linear',
        range: [0, 1],
      },
      series: [
        { field: 'zeroL1', label: { de: 'irrelevant, L₁ proximal', en: 'irrelevant, L₁ proximal' } },
        {
          field: 'zeroSubgradient',
          label: { de: 'irrelevant, L₁ Subgradient', en: 'irrelevant, L₁ subgradient' },
        },
        { field: 'zeroL2', label: { de: 'irrelevant, L₂', en: 'irrelevant, L₂' } },
        { field: 'lostL1', label: { de: 'relevant, L₁ proximal', en: 'relevant, L₁ proximal' } },
      ],
      theory: [
        {
          field: 'expectedZeroShare',
          label: { de: 'erf(α√N / √2σ)', en: 'erf(α√N / √2σ)' },
          source: `${GOODFELLOW}, 7.1.2, eq. 7.23`,
          series: 0,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'weights',
      title: { de: 'Die Gewichte beim gezeigten α', en: 'The weights at the shown α' },
      caption: {
        de: 'Links die relevanten Merkmale, rechts die irrelevanten: $L_1$ lässt rechts fast nichts stehen, $L_2$ fast alles.',
        en: 'The relevant features on the left, the irrelevant ones on the right: there $L_1$ leaves almost nothing, $L_2$ almost everything.',
      },
      x: { field: 'features', title: { de: 'Merkmal i', en: 'Feature i' }, scale: 'linear' },
      y: { title: { de: 'Gewicht w', en: 'Weight w' }, scale: 'linear' },
      series: [
        { field: 'shownL1', label: { de: 'L₁ proximal', en: 'L₁ proximal' }, mark: 'stems' },
        { field: 'shownL2', label: { de: 'L₂', en: 'L₂' }, mark: 'points' },
        { field: 'trueWeights', label: { de: 'wahre Gewichte', en: 'true weights' }, mark: 'points' },
      ],
    },
    {
      kind: 'profile',
      id: 'soft-threshold',
      title: { de: 'Was die Strafe aus einem Gewicht macht', en: 'What the penalty makes of a weight' },
      caption: {
        de: '$L_1$ knickt und ist in der Mitte flach, dort liegen die Nullen; $L_2$ ist eine Gerade durch den Ursprung.',
        en: '$L_1$ has kinks and is flat in the middle, where the zeros are; $L_2$ is a straight line through the origin.',
      },
      x: {
        field: 'unpenalized',
        title: { de: 'Gewicht ohne Strafe ŵ', en: 'Weight without penalty ŵ' },
        scale: 'linear',
      },
      y: { title: { de: 'Gewicht mit Strafe w', en: 'Weight with penalty w' }, scale: 'linear' },
      series: [
        { field: 'sortedL1', label: { de: 'L₁ proximal', en: 'L₁ proximal' }, mark: 'points' },
        { field: 'sortedL2', label: { de: 'L₂', en: 'L₂' }, mark: 'points' },
      ],
      theory: [
        {
          field: 'thresholded',
          label: { de: 'sgn(ŵ)·max(|ŵ| − α, 0)', en: 'sgn(ŵ)·max(|ŵ| − α, 0)' },
          source: `${GOODFELLOW}, 7.1.2, eq. 7.23`,
          series: 0,
        },
        {
          field: 'shrunk',
          label: { de: 'ŵ / (1 + α)', en: 'ŵ / (1 + α)' },
          source: `${GOODFELLOW}, 7.1.1, eq. 7.13`,
          series: 1,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'paths',
      title: { de: 'Regularisierungspfade von L₁', en: 'Regularization paths of L₁' },
      caption: {
        de: 'Jedes der ersten 20 Gewichte über $\\alpha$: Die irrelevanten verschwinden zuerst, die relevanten in der Reihenfolge ihrer Größe.',
        en: 'Each of the first 20 weights over $\\alpha$: the irrelevant ones vanish first, the relevant ones in the order of their size.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' }, scale: 'log' },
      y: { title: { de: 'Gewicht w', en: 'Weight w' }, scale: 'linear' },
      series: [
        { field: 'relevantPaths', label: { de: 'relevant', en: 'relevant' } },
        { field: 'irrelevantPaths', label: { de: 'irrelevant', en: 'irrelevant' } },
      ],
      variants: { field: 'pathFeatures', symbol: 'i' },
    },
    {
      kind: 'response',
      id: 'error-by-penalty',
      title: { de: 'Fehler auf neuen Daten', en: 'Error on new data' },
      caption: {
        de: 'Beide Strafen haben ein bestes $\\alpha$ dazwischen; sind nur wenige Merkmale relevant, liegt das Minimum von $L_1$ tiefer.',
        en: 'Both penalties have a best $\\alpha$ in between; where only a few features are relevant, the minimum of $L_1$ is lower.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: {
        title: { de: 'Fehler ohne das Rauschen ‖w − w*‖²', en: 'Error without the noise ‖w − w*‖²' },
        scale: 'log',
      },
      series: [
        { field: 'errorL1', label: { de: 'L₁ proximal', en: 'L₁ proximal' } },
        { field: 'errorL2', label: { de: 'L₂', en: 'L₂' } },
      ],
      theory: [
        {
          field: 'expectedL2Error',
          label: {
            de: 'Erwartungswert (α²‖w*‖² + 50σ²/N) / (1 + α)²',
            en: 'expected value (α²‖w*‖² + 50σ²/N) / (1 + α)²',
          },
          source: 'Hoerl, Kennard: Ridge regression (1970)',
          series: 1,
        },
      ],
    },
  ],
  presets: [
    {
      id: 'needles-in-a-haystack',
      title: { de: 'Drei von fünfzig', en: 'Three out of fifty' },
      why: {
        de: 'Nur drei Merkmale zählen: Hier lohnt sich $L_1$ am meisten, ihr kleinster Fehler ist etwa ein Fünftel des kleinsten von $L_2$.',
        en: 'Only three features matter: here $L_1$ pays off most, its smallest error is about a fifth of the smallest of $L_2$.',
      },
      params: { relevant: 3 },
    },
    {
      id: 'nothing-to-discard',
      title: { de: 'Nichts wegzuwerfen', en: 'Nothing to discard' },
      why: {
        de: 'Vierzig von fünfzig Merkmalen zählen: Beide Strafen helfen kaum, und $L_1$ ist kaum noch besser als $L_2$.',
        en: 'Forty of fifty features matter: neither penalty helps much, and $L_1$ is hardly better than $L_2$ any more.',
      },
      params: { relevant: 40 },
    },
    {
      id: 'random-features',
      title: { de: 'Zufällige Merkmale', en: 'Random features' },
      why: {
        de: 'Die Merkmale sind nicht mehr orthogonal: Die Punkte verlassen die gestrichelten Linien, die Nullen bleiben.',
        en: 'The features are no longer orthogonal: the points leave the dashed lines, the zeros stay.',
      },
      params: { design: 'random' },
    },
    {
      id: 'too-strong',
      title: { de: 'Zu starke Strafe', en: 'Too strong a penalty' },
      why: {
        de: String.raw`Mit $\alpha = 1$ verschwinden auch die relevanten Gewichte unter 1; die übrigen sind alle um 1 zu klein.`,
        en: String.raw`With $\alpha = 1$ the relevant weights below 1 vanish as well; all the others are too small by 1.`,
      },
      params: { penalty: 1 },
    },
  ],
  limits: {
    de: String.raw`Dass $L_1$ dünnbesetzte Lösungen gibt, gilt für das *Minimum*. Wer $\alpha\operatorname{sgn}(w)$ einfach zum Gradienten addiert, wie es automatisches Differenzieren tut, findet die Nullen nicht: Die Gewichte zittern im Abstand bis etwa $\eta\alpha$ um null. Die beiden Formeln gelten genau nur für orthogonale Merkmale; schon bei zufälligen weichen die Gewichte deutlich ab, obwohl $L_1$ weiter Nullen setzt. Besser verallgemeinert $L_1$, wenn wirklich nur wenige Merkmale zählen; sonst ist $L_2$ etwa gleich gut. Das $\alpha$ mit dem kleinsten Fehler lässt hier ein Drittel bis die Hälfte der irrelevanten Gewichte stehen, denn $L_1$ macht auch die relevanten um $\alpha$ zu klein: Gute Vorhersage und richtige Auswahl verlangen verschiedene $\alpha$. Von stark korrelierten Merkmalen wählt $L_1$ oft nur eines aus (Zou und Hastie 2005); das zeigt dieses Experiment nicht.`,
    en: String.raw`That $L_1$ gives sparse solutions is true of the *minimum*. Adding $\alpha\operatorname{sgn}(w)$ to the gradient, as automatic differentiation does, does not find the zeros: the weights jitter around zero with swings of the size of $\eta\alpha$. The two formulas hold exactly for orthogonal features only; with random ones the weights already differ clearly, although $L_1$ still sets zeros. $L_1$ generalizes better where only a few features really matter; otherwise $L_2$ is about as good. The $\alpha$ with the smallest error leaves a third to a half of the irrelevant weights standing here, because $L_1$ also makes the relevant ones too small by $\alpha$: good prediction and correct selection call for different $\alpha$. Of strongly correlated features $L_1$ often picks only one (Zou and Hastie 2005); this experiment does not show that.`,
  },
  claims: [
    {
      id: 'l1-sets-irrelevant-weights-to-zero',
      text: {
        de: 'Bei $\\alpha \\approx 0{,}22$ setzt $L_1$ mit proximalen Schritten mindestens 85 % der irrelevanten Gewichte auf null.',
        en: 'At $\\alpha \\approx 0.22$ $L_1$ with proximal steps sets at least 85 % of the irrelevant weights to zero.',
      },
      source: `${GOODFELLOW}, 7.1.2`,
      measure: (trace) => lastFrame(trace).zeroL1[SELECTING]!,
      bound: { atLeast: 0.85 },
      over: 'every-seed',
    },
    {
      id: 'l2-sets-hardly-any-to-zero',
      text: {
        de: '$L_2$ setzt bei keinem $\\alpha$ mehr als 15 % der irrelevanten Gewichte auf (fast) null.',
        en: '$L_2$ sets no more than 15 % of the irrelevant weights to (almost) zero at any $\\alpha$.',
      },
      source: `${GOODFELLOW}, 7.1.2`,
      measure: (trace) => Math.max(...lastFrame(trace).zeroL2),
      bound: { atMost: 0.15 },
      over: 'every-seed',
    },
    {
      id: 'subgradient-steps-miss-the-zeros',
      text: {
        de: 'Dieselbe $L_1$-Strafe mit Subgradientenschritten: Bei $\\alpha \\approx 0{,}22$ sind höchstens 35 % der irrelevanten Gewichte unter 0,001.',
        en: 'The same $L_1$ penalty with subgradient steps: at $\\alpha \\approx 0.22$ at most 35 % of the irrelevant weights are below 0.001.',
      },
      source: PARIKH,
      measure: (trace) => lastFrame(trace).zeroSubgradient[SELECTING]!,
      bound: { atMost: 0.35 },
      over: 'every-seed',
    },
    {
      id: 'l1-is-the-soft-threshold',
      text: {
        de: 'Bei orthogonalen Merkmalen trifft $L_1$ die weiche Schwelle (gemessen: größte Abweichung eines Gewichts).',
        en: 'With orthogonal features $L_1$ meets the soft threshold (measured: largest deviation of a weight).',
      },
      source: `${GOODFELLOW}, 7.1.2, eq. 7.23`,
      measure: (trace) => largestDistance(lastFrame(trace).sortedL1, trace.setup.thresholded),
      bound: { atMost: 1e-5 },
      over: 'every-seed',
    },
    {
      id: 'l2-divides-all-weights-alike',
      text: {
        de: 'Bei orthogonalen Merkmalen teilt $L_2$ jedes Gewicht durch $1 + \\alpha$ (gemessen: größte Abweichung eines Gewichts).',
        en: 'With orthogonal features $L_2$ divides every weight by $1 + \\alpha$ (measured: largest deviation of a weight).',
      },
      source: `${GOODFELLOW}, 7.1.1, eq. 7.13`,
      measure: (trace) => largestDistance(lastFrame(trace).sortedL2, trace.setup.shrunk),
      bound: { atMost: 1e-5 },
      over: 'every-seed',
    },
    {
      id: 'sparsity-helps-where-few-features-matter',
      text: {
        de: 'Zählen 10 von 50 Merkmalen, so ist der kleinste Fehler von $L_1$ höchstens 85 % des kleinsten von $L_2$.',
        en: 'Where 10 of 50 features matter, the smallest error of $L_1$ is at most 85 % of the smallest of $L_2$.',
      },
      source: TIBSHIRANI,
      measure: errorRatio,
      bound: { atMost: 0.85 },
      over: 'every-seed',
    },
    {
      id: 'sparsity-hardly-helps-where-most-matter',
      text: {
        de: 'Zählen 40 von 50 Merkmalen, so bleibt vom Vorteil wenig: Der kleinste Fehler von $L_1$ ist im Mittel mindestens 85 % des kleinsten von $L_2$.',
        en: 'Where 40 of 50 features matter, little of the advantage is left: the smallest error of $L_1$ is on average at least 85 % of the smallest of $L_2$.',
      },
      source: TIBSHIRANI,
      params: { relevant: 40 },
      measure: errorRatio,
      bound: { atLeast: 0.85 },
      over: 'mean',
    },
    {
      id: 'the-best-penalty-keeps-the-relevant',
      text: {
        de: 'Beim $\\alpha$ mit dem kleinsten Fehler setzt $L_1$ kein relevantes Gewicht auf null (gemessen: Anteil).',
        en: 'At the $\\alpha$ with the smallest error $L_1$ sets no relevant weight to zero (measured: share).',
      },
      source: TIBSHIRANI,
      measure: (trace) => lastFrame(trace).lostL1[bestForL1(trace)]!,
      bound: { atMost: 0 },
      over: 'every-seed',
    },
  ],
});
