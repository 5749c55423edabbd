import { defineExperiment, type Trace } from '../kit/experiment';
import { saturationEdge } from './measures';

/** Initial scales s, one network each, ascending. */
export const SCALES = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30] as const;
/** Raster of a decision map, in cells. */
export const MAP = { rows: 20, columns: 20, xRange: [-1.8, 1.8], yRange: [-1.8, 1.8] } as const;
/** The cut on which a unit is shown: number of places, and distance of its ends from the origin. */
export const CUT = { points: 65, reach: 1.6 } as const;
/** Below this training loss, in nats, a network counts as having learnt its task. */
export const LEARNT_BELOW = 0.1;

/** Computed before the first step. */
export type Setup = {
  /** Initial scale s of each variant, `[variants]`. */
  readonly scales: Float32Array;
  /** Training points `[points, 3]`: x, y, class 0 or 1. */
  readonly points: Float32Array;
  /** Places on the cut, `[places]`, ascending. */
  readonly cut: Float32Array;
  /** Share of saturated units to be expected of the first hidden layer before training, 0 … 1, `[variants]`. */
  readonly expectedSaturation: Float32Array;
};

/** State after `step` training steps; every array but `maps` and `unitOutput` is `[variants]`. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Probability of class 1 over the plane, 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
  readonly maps: Uint8Array;
  /** Mean cross entropy on the training points, in nats. */
  readonly loss: Float32Array;
  /** Share of training points on the right side, 0 … 1. */
  readonly accuracy: Float32Array;
  /** R² of the best affine fit to the logits at the training points, 0 … 1. */
  readonly linearity: Float32Array;
  /** Share of unit and point pairs of the first hidden layer with less than 4 % of the largest derivative, 0 … 1. */
  readonly saturatedFirst: Float32Array;
  /** The same of the second hidden layer. */
  readonly saturatedSecond: Float32Array;
  /** Output of the first unit of the first hidden layer on the cut, `[variants, places]`. */
  readonly unitOutput: Float32Array;
  /** The first shown step with a loss below 0.1; NaN before. */
  readonly learntAt: Float32Array;
};

const [TINY, SMALL, MEDIUM, LARGE, HUGE] = [0.01, 0.1, 1, 10, 30].map((scale) =>
  (SCALES as readonly number[]).indexOf(scale),
) as [number, number, number, number, number];

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const LECUN = 'LeCun, Bottou, Orr, Müller: Efficient backprop (1998), 4.6';
const GLOROT =
  'Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks (2010)';

/** Initial weights too small and too large: eight networks that differ in the scale of their first weights only. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'initial-scale',
  title: { de: 'Zu kleine und zu große Anfangsgewichte', en: 'Initial weights too small and too large' },
  summary: {
    de: 'Acht Netze lernen dieselbe Aufgabe; sie unterscheiden sich nur darin, wie groß ihre Gewichte am Anfang sind.',
    en: 'Eight networks learn the same task; they differ only in how large their weights are at the start.',
  },
  explanation: {
    de: String.raw`
Vor dem ersten Schritt werden die Gewichte zufällig gezogen. Ihre Größenordnung entscheidet darüber, in welchem Bereich der Aktivierungsfunktion die Units arbeiten. Hier zieht jedes der acht Netze
$$
w \sim \mathcal N\Bigl(0, \frac{s^2}{n_{\mathrm{in}}}\Bigr), \qquad b = 0,
$$
alle mit denselben Zufallszahlen; nur die **Skala** $s$ ist verschieden. Die Aufgabe ist eine Scheibe in einem Ring, die keine Gerade trennt.

Ist $s$ zu klein, so liegen alle Summen $z$ nahe bei null. Dort ist $\tanh z \approx z$: Das ganze Netz **fällt auf eine lineare Abbildung zusammen**, und weil jede Schicht das Signal und den Gradienten um etwa den Faktor $s$ verkleinert, kommt das Training nicht vom Fleck. Ist $s$ zu groß, so liegen die meisten Summen dort, wo die Kurve flach ist: Die Units sind in **Sättigung**, ihre Ableitung ist nahezu null, und das Netz beginnt mit einer harten, zufälligen Einteilung der Ebene, die es kaum noch ändern kann.

Für die erste Schicht lässt sich die Sättigung vorhersagen. An einem Punkt $x$ der Ebene ist $z$ normalverteilt mit Standardabweichung $s\,\|x\|/\sqrt 2$, also ist der Anteil gesättigter Units im Mittel $2\,\Phi\bigl(-z^\ast \sqrt 2 / (s\,\|x\|)\bigr)$. Als gesättigt gilt hier eine Ableitung unter $4\,\%$ ihres größten Werts; das ist bei $\tanh$ ab $z^\ast \approx 2{,}29$ der Fall, bei der Sigmoidfunktion ab dem Doppelten.`,
    en: String.raw`
Before the first step the weights are drawn at random. Their magnitude decides in which part of the activation function the units work. Here each of the eight networks draws
$$
w \sim \mathcal N\Bigl(0, \frac{s^2}{n_{\mathrm{in}}}\Bigr), \qquad b = 0,
$$
all from the same random numbers; only the **scale** $s$ differs. The task is a disc inside a ring, which no straight line separates.

If $s$ is too small, all sums $z$ are close to zero. There $\tanh z \approx z$: the whole network **collapses to a linear map**, and because every layer shrinks both signal and gradient by a factor of about $s$, training does not get off the ground. If $s$ is too large, most sums lie where the curve is flat: the units are in **saturation**, their derivative is almost zero, and the network starts with a hard, random partition of the plane that it can hardly change any more.

For the first layer saturation can be predicted. At a point $x$ of the plane $z$ is normally distributed with standard deviation $s\,\|x\|/\sqrt 2$, so the share of saturated units is $2\,\Phi\bigl(-z^\ast \sqrt 2 / (s\,\|x\|)\bigr)$ on average. A derivative below $4\,\%$ of its largest value counts as saturated here; for $\tanh$ that is the case from $z^\ast \approx 2.29$ on, for the sigmoid function from twice that.`,
  },
  concepts: {
    de: [
      'Initialisierung',
      'Gewichtsinitialisierung',
      'Initialisierung der Gewichte',
      'Parameterinitialisierung',
      'Initialisierung der Parameter',
      'Anfangsgewichte',
      'Sättigung',
      'gesättigte Units',
      'gesättigte Neuronen',
      'zu kleine Gewichte',
      'zu große Gewichte',
      'zu kleine Netzwerkgewichte',
      'zu große Netzwerkgewichte',
    ],
    en: [
      'initialization',
      'initialisation',
      'weight initialization',
      'weight initialisation',
      'parameter initialization',
      'parameter initialisation',
      'initial weights',
      'saturation',
      'saturated units',
      'weights too small',
      'weights too large',
    ],
  },
  stepsPerFrame: 5,
  params: {
    activation: {
      kind: 'choice',
      label: { de: 'Aktivierungsfunktion', en: 'Activation function' },
      help: {
        de: 'Womit die verdeckten Units ihre Summe umformen: Tanh und Sigmoid sättigen auf beiden Seiten, ReLU nur auf einer.',
        en: 'What the hidden units turn their sum into: tanh and sigmoid saturate on both sides, ReLU on one only.',
      },
      options: [
        { value: 'tanh', label: { de: 'Tanh', en: 'Tanh' } },
        { value: 'sigmoid', label: { de: 'Sigmoid', en: 'Sigmoid' } },
        { value: 'relu', label: { de: 'ReLU', en: 'ReLU' } },
      ],
      default: 'tanh',
    },
    optimizer: {
      kind: 'choice',
      label: { de: 'Verfahren', en: 'Optimizer' },
      help: {
        de: 'Der Gradientenabstieg macht bei kleinem Gradienten kleine Schritte; Adam teilt durch dessen übliche Größe.',
        en: 'Gradient descent takes small steps where the gradient is small; Adam divides by its usual size.',
      },
      options: [
        { value: 'gradient-descent', label: { de: 'Gradientenabstieg', en: 'Gradient descent' } },
        { value: 'adam', label: { de: 'Adam', en: 'Adam' } },
      ],
      default: 'gradient-descent',
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, aber unruhiger; Adam braucht kleinere als der Gradientenabstieg.',
        en: 'Larger values learn faster, but less steadily; Adam needs smaller ones than gradient descent.',
      },
      min: 0.003,
      max: 1,
      step: 0.1,
      scale: 'log',
      default: 0.5,
    },
    hiddenUnits: {
      kind: 'number',
      label: { de: 'Units je verdeckter Schicht', en: 'Units per hidden layer' },
      help: {
        de: 'Mit mehr Units streuen die gemessenen Anteile weniger um die Vorhersage.',
        en: 'With more units the measured shares scatter less around the prediction.',
      },
      min: 4,
      max: 32,
      step: 4,
      scale: 'linear',
      integer: true,
      default: 16,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Wie viele Punkte gelernt werden, je zur Hälfte aus Scheibe und Ring.',
        en: 'How many points are learnt, half of them from the disc and half from the ring.',
      },
      min: 40,
      max: 240,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 80,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird: Was zu klein oder zu groß beginnt, braucht weit mehr Schritte oder lernt gar nicht.',
        en: 'How long training lasts: what starts too small or too large takes far more steps or never learns.',
      },
      min: 100,
      max: 2000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 400,
    },
  },
  presets: [
    {
      id: 'sigmoid',
      title: { de: 'Sigmoid', en: 'Sigmoid' },
      why: {
        de: 'Die Sigmoidfunktion ist nur ein Viertel so steil wie $\\tanh$: Das ganze Fenster guter Skalen rückt nach oben.',
        en: 'The sigmoid function is only a quarter as steep as $\\tanh$: the whole window of good scales moves up.',
      },
      params: { activation: 'sigmoid', learningRate: 1 },
    },
    {
      id: 'adam',
      title: { de: 'Adam', en: 'Adam' },
      why: {
        de: 'Adam holt auch die kleinsten Gewichte aus dem linearen Bereich, denn seine Schritte hängen nicht von der Größe des Gradienten ab; gegen Sättigung hilft das nicht.',
        en: 'Adam gets even the smallest weights out of the linear range, as its steps do not depend on the size of the gradient; it is no help against saturation.',
      },
      params: { optimizer: 'adam', learningRate: 0.02 },
    },
    {
      id: 'relu',
      title: { de: 'ReLU', en: 'ReLU' },
      why: {
        de: 'Eine ReLU hat keine Größenordnung: Linearität und Anteil stummer Units sind vor dem Training für alle $s$ gleich, und doch lernen die kleinen nicht.',
        en: 'A ReLU has no scale of its own: before training linearity and share of silent units are the same for all $s$, and yet the small ones do not learn.',
      },
      params: { activation: 'relu', learningRate: 0.1 },
    },
  ],
  limits: {
    de: String.raw`
Die Faustregel „zufällig, nicht zu klein und nicht zu groß“ stimmt hier für $\tanh$ und Gradientenabstieg: Mit $s = 1$ oder $3$, also einer Standardabweichung nahe $1/\sqrt{n_{\mathrm{in}}}$, genügen etwa 35 bis 100 Schritte. Die Ränder des Fensters sind aber weich und hängen von allem Übrigen ab. Mit $s = 10$ sind in der ersten Schicht rund $60\,\%$ der Units gesättigt, und gelernt wird trotzdem, nur manchmal viel später (nach 35 bis 340 Schritten, in einer von zehn Stichproben erst nach mehr als 400). Die *untere* Grenze ist eine des Verfahrens: Mit Adam ($\eta = 0{,}02$) lernt selbst $s = 0{,}01$ meist in 75 bis 100 Schritten, während $s = 30$ auch damit nicht in 300 Schritten lernt. Für die Sigmoidfunktion liegt das Fenster höher, und für ReLU greift die Begründung nicht: Ohne Bias ist $\mathrm{ReLU}(s z) = s\,\mathrm{ReLU}(z)$, das Netz wird mit kleinem $s$ also leiser, aber nicht linearer. Zwei verdeckte Schichten verzeihen viel; je tiefer das Netz, desto enger das Fenster, weil der Faktor je Schicht zur Potenz wird.`,
    en: String.raw`
The rule of thumb “random, not too small and not too large” holds here for $\tanh$ and gradient descent: with $s = 1$ or $3$, a standard deviation near $1/\sqrt{n_{\mathrm{in}}}$, some 35 to 100 steps are enough. But the edges of the window are soft and depend on everything else. With $s = 10$ about $60\,\%$ of the units in the first layer are saturated, and the network learns all the same, only sometimes much later (after 35 to 340 steps, in one sample out of ten only after more than 400). The *lower* edge is one of the optimizer: with Adam ($\eta = 0.02$) even $s = 0.01$ mostly learns in 75 to 100 steps, while $s = 30$ does not learn in 300 steps with it either. For the sigmoid function the window lies higher, and for ReLU the argument does not apply: without biases $\mathrm{ReLU}(s z) = s\,\mathrm{ReLU}(z)$, so a small $s$ makes the network quieter, but not more linear. Two hidden layers forgive a lot; the deeper the network, the narrower the window, because the factor per layer is raised to a power.`,
  },
  predictions: [
    {
      kind: 'choice',
      id: 'which-scale-learns-first',
      question: {
        de: 'Kleine Gewichte legen sich auf nichts fest, große haben starke Gradienten. Welche Anfangsskala bringt den Verlust zuerst unter 0,1 nat?',
        en: 'Small weights commit to nothing, large ones have strong gradients. Which initial scale is first to bring the loss below 0.1 nats?',
      },
      options: [
        { id: 'small', text: { de: 'Kleine: s ≤ 0,1', en: 'Small: s ≤ 0.1' } },
        { id: 'medium', text: { de: 'Mittlere: s von 0,3 bis 3', en: 'Medium: s from 0.3 to 3' } },
        { id: 'large', text: { de: 'Große: s ≥ 10', en: 'Large: s ≥ 10' } },
        { id: 'none', text: { de: 'Keine in so wenigen Schritten', en: 'None in so few steps' } },
      ],
      answer: (trace) => {
        const times = Array.from(lastFrame(trace).learntAt, (step) => (step >= 0 ? step : Infinity));
        const first = Math.min(...times);
        if (first === Infinity) return 'none';
        const scale = SCALES[times.indexOf(first)]!;
        if (scale > 3) return 'large';
        return scale < 0.3 ? 'small' : 'medium';
      },
      because: {
        de: 'Ein kleines $s$ verkleinert in jeder Schicht Signal und Gradient, ein großes sättigt die Units. Dazwischen ist beides noch groß genug.',
        en: 'A small $s$ shrinks signal and gradient in every layer, a large one saturates the units. In between both are still large enough.',
      },
    },
    {
      kind: 'curve',
      id: 'steps-over-scale',
      question: {
        de: 'Wie viele Schritte braucht jedes Netz, bis der Verlust unter 0,1 nat liegt?',
        en: 'How many steps does each network need until its loss is below 0.1 nats?',
      },
      view: 'steps-to-learn',
      series: 0,
      range: [5, 2000],
      because: {
        de: 'Die U-Form hat zwei Ursachen: links fast lineare Netze mit winzigem Gradienten, rechts gesättigte. Lücken sind Netze, die gar nicht fertig wurden.',
        en: 'The U shape has two causes: almost linear networks with a tiny gradient on the left, saturated ones on the right. Gaps are networks that never got there.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Gesättigte Units der ersten Schicht vor dem Training für $s = 10$: erwartet (gemittelt über die Punkte) und gezählt; nicht für ReLU',
        en: 'Saturated units of the first layer before training for $s = 10$: expected (averaged over the points) and counted; not for ReLU',
      },
      tex: String.raw`\overline{2\,\Phi\bigl(-\live{edge}\sqrt 2 / (10\,\|x\|)\bigr)} = \live{expected} \approx \live{counted}`,
      values: ({ setup, frames }, _frame, { activation }) => ({
        edge: saturationEdge(activation),
        expected: activation === 'relu' ? Number.NaN : setup.expectedSaturation[LARGE]!,
        counted: frames[0]?.saturatedFirst[LARGE] ?? Number.NaN,
      }),
    },
    {
      label: {
        de: 'Anfängliche Standardabweichung der Gewichte zwischen den verdeckten Schichten für $s = 1$',
        en: 'Initial standard deviation of the weights between the hidden layers for $s = 1$',
      },
      tex: String.raw`\frac{s}{\sqrt{n_{\mathrm{in}}}} = \frac{1}{\sqrt{\live{n}}} = \live{deviation}`,
      values: (_trace, _frame, { hiddenUnits }) => ({
        n: hiddenUnits,
        deviation: 1 / Math.sqrt(hiddenUnits),
      }),
    },
  ],
  views: [
    {
      kind: 'decision-maps',
      id: 'maps',
      title: { de: 'Was die Netze sagen', en: 'What the networks say' },
      caption: {
        de: 'Links bleibt alles grau: Das Netz ist linear und unentschieden. Rechts ist alles schon vor dem ersten Schritt entschieden, nur falsch. Dazwischen wird gelernt.',
        en: 'On the left all stays grey: the network is linear and undecided. On the right all is decided before the first step, only wrongly. In between there is learning.',
      },
      field: 'maps',
      rows: MAP.rows,
      columns: MAP.columns,
      xRange: MAP.xRange,
      yRange: MAP.yRange,
      points: 'points',
      variants: { field: 'scales', symbol: 's' },
      readouts: [
        { field: 'accuracy', label: { de: 'richtig', en: 'correct' } },
        { field: 'loss', label: { de: 'Verlust', en: 'Loss' } },
      ],
    },
    {
      kind: 'response',
      id: 'collapse-and-saturation',
      title: { de: 'Linear oder gesättigt', en: 'Linear or saturated' },
      caption: {
        de: 'Vor dem ersten Schritt: Bei kleinem $s$ erklärt eine Ebene das ganze Netz ($R^2 = 1$), bei großem sind fast alle Units gesättigt. Die gestrichelte Kurve sagt die Sättigung der ersten Schicht vor dem Training voraus.',
        en: 'Before the first step: at small $s$ a plane explains the whole network ($R^2 = 1$), at large $s$ almost all units are saturated. The dashed curve predicts the saturation of the first layer before training.',
      },
      x: { field: 'scales', title: { de: 'Anfangsskala s', en: 'Initial scale s' } },
      y: { title: { de: 'Anteil', en: 'Share' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'saturatedFirst', label: { de: 'gesättigt, Schicht 1', en: 'saturated, layer 1' } },
        { field: 'saturatedSecond', label: { de: 'gesättigt, Schicht 2', en: 'saturated, layer 2' } },
        { field: 'linearity', label: { de: 'R² der besten Ebene', en: 'R² of the best plane' } },
      ],
      theory: [
        {
          field: 'expectedSaturation',
          label: { de: '2 Φ(−z*√2 / (s‖x‖)), gemittelt', en: '2 Φ(−z*√2 / (s‖x‖)), averaged' },
          source: `${LECUN}; ${GLOROT}`,
          series: 0,
        },
      ],
    },
    {
      kind: 'response',
      id: 'steps-to-learn',
      title: { de: 'Schritte bis gelernt', en: 'Steps until learnt' },
      caption: {
        de: 'Eine U-Form: Am schnellsten lernen mittlere Skalen. Wo kein Punkt steht, liegt der Verlust noch nicht unter 0,1 nat.',
        en: 'A U shape: medium scales learn fastest. Where there is no point, loss is not yet below 0.1 nats.',
      },
      x: { field: 'scales', title: { de: 'Anfangsskala s', en: 'Initial scale s' } },
      y: {
        title: { de: 'Verlust < 0,1 nach', en: 'Loss < 0.1 after' },
        unit: { de: 'Schritten', en: 'steps' },
        scale: 'log',
      },
      series: [{ field: 'learntAt', label: { de: 'Schritte', en: 'Steps' } }],
    },
    {
      kind: 'profile',
      id: 'one-unit',
      title: { de: 'Eine Unit im Querschnitt', en: 'A cross-section of one unit' },
      caption: {
        de: 'Die erste Unit der ersten Schicht, längs ihres anfänglichen Gewichtsvektors: bei kleinem $s$ eine fast waagerechte Gerade, bei großem eine Stufe, die außer am Sprung keine Steigung hat.',
        en: 'The first unit of the first layer, along its initial weight vector: at small $s$ a straight line, almost level, at large $s$ a step that has no slope except where it jumps.',
      },
      x: {
        field: 'cut',
        title: { de: 'Ort längs des Gewichtsvektors', en: 'Position along the weight vector' },
        scale: 'linear',
      },
      y: { title: { de: 'Ausgabe der Unit', en: 'Output of the unit' }, scale: 'linear' },
      series: [{ field: 'unitOutput', label: { de: 'Ausgabe', en: 'Output' } }],
      variants: { field: 'scales', symbol: 's' },
    },
  ],
  claims: [
    {
      id: 'small-weights-make-a-linear-network',
      text: {
        de: 'Mit $s \\le 0{,}1$ ist das Netz vor dem Training linear: Eine Ebene erklärt mindestens 99,9 % der Varianz seiner Logits.',
        en: 'With $s \\le 0.1$ the network is linear before training: a plane explains at least 99.9 % of the variance of its logits.',
      },
      source: LECUN,
      measure: ({ frames }) => Math.min(...frames[0]!.linearity.subarray(0, SMALL + 1)),
      bound: { atLeast: 0.999 },
      over: 'every-seed',
    },
    {
      id: 'too-small-weights-do-not-learn',
      text: {
        de: 'Mit $s = 0{,}01$ lernt das Netz nichts: Sein Verlust bleibt über 0,69 nat; wer nur rät, hat $\\ln 2 \\approx 0{,}693$.',
        en: 'With $s = 0.01$ the network learns nothing: its loss stays above 0.69 nats; mere guessing has $\\ln 2 \\approx 0.693$.',
      },
      source: `${GOODFELLOW}, 8.4`,
      measure: (trace) => lastFrame(trace).loss[TINY]!,
      bound: { atLeast: 0.69 },
      over: 'every-seed',
    },
    {
      id: 'medium-weights-learn-quickly',
      text: {
        de: 'Mit $s = 1$ liegt der Verlust nach höchstens 150 Schritten unter 0,1 nat.',
        en: 'With $s = 1$ the loss is below 0.1 nats after at most 150 steps.',
      },
      source: LECUN,
      measure: (trace) => lastFrame(trace).learntAt[MEDIUM]!,
      bound: { atMost: 150 },
      over: 'every-seed',
    },
    {
      id: 'saturation-follows-the-normal-distribution',
      text: {
        de: 'Der Anteil gesättigter Units der ersten Schicht bei $s = 10$ trifft vor dem Training im Mittel die Vorhersage (gemessen: Abweichung; ein einzelnes Netz mit 16 Units streut darum).',
        en: 'The share of saturated units in the first layer at $s = 10$ agrees with the prediction on average before training (measured: deviation; a single network of 16 units scatters around it).',
      },
      source: `${GLOROT}, 3; ${LECUN}`,
      measure: ({ setup, frames }) => frames[0]!.saturatedFirst[LARGE]! - setup.expectedSaturation[LARGE]!,
      bound: { atLeast: -0.08, atMost: 0.08 },
      over: 'mean',
    },
    {
      id: 'too-large-weights-saturate',
      text: {
        de: 'Mit $s = 30$ sind vor dem Training mindestens 80 % der Units der zweiten Schicht gesättigt.',
        en: 'With $s = 30$ at least 80 % of the units in the second layer are saturated before training.',
      },
      source: `${GOODFELLOW}, 8.4`,
      measure: ({ frames }) => frames[0]!.saturatedSecond[HUGE]!,
      bound: { atLeast: 0.8 },
      over: 'every-seed',
    },
    {
      id: 'saturation-keeps-the-loss-high',
      text: {
        de: 'Mit $s = 30$ ist der Verlust am Ende im Mittel mindestens zehnmal so groß wie mit $s = 1$.',
        en: 'With $s = 30$ the loss at the end is, on average, at least ten times as large as with $s = 1$.',
      },
      source: LECUN,
      measure: (trace) => lastFrame(trace).loss[HUGE]! / lastFrame(trace).loss[MEDIUM]!,
      bound: { atLeast: 10 },
      over: 'mean',
    },
    {
      id: 'adam-escapes-the-linear-range',
      text: {
        de: 'Mit Adam lernt auch das Netz mit $s = 0{,}01$: Nach 300 Schritten ist sein Verlust auf höchstens 0,35 nat gefallen, die Hälfte dessen, was Raten kostet.',
        en: 'With Adam even the network with $s = 0.01$ learns: after 300 steps its loss has fallen to at most 0.35 nats, half of what guessing costs.',
      },
      source: 'Kingma, Ba: Adam: a method for stochastic optimization (2015), 2.1',
      params: { optimizer: 'adam', learningRate: 0.02, steps: 300 },
      measure: (trace) => lastFrame(trace).loss[TINY]!,
      bound: { atMost: 0.35 },
      over: 'every-seed',
    },
  ],
});
