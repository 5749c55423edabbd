import { defineExperiment, type Trace } from '../kit/experiment';

/** Share of chance ε in the initial weights of each network, ascending; the first has none, the last nothing else. */
export const NOISES = [0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1] as const;
/** Raster of a decision map, in cells. */
export const MAP = { rows: 24, columns: 24, xRange: [-1.1, 1.1], yRange: [-1.1, 1.1] } as const;
/** Below this training loss, in nats, a network counts as having learnt its task. */
export const LEARNT_BELOW = 0.2;

/** Computed before the first step. */
export type Setup = {
  /** ε of each variant, `[variants]`. */
  readonly noises: Float32Array;
  /** Training points `[points, 3]`: x, y, class 0 or 1. */
  readonly points: Float32Array;
  /** Numbers of the hidden units from 1, `[units]`. */
  readonly units: Float32Array;
};

/** State after `step` training steps; every array but `maps` and `firstWeights` is `[variants]`. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Probability of class 1 over the plane, 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
  readonly maps: Uint8Array;
  /** Mean cross entropy on the training points, in nats. */
  readonly loss: Float32Array;
  /** Share of training points on the right side, 0 … 1. */
  readonly accuracy: Float32Array;
  /** Largest distance between any two hidden units: between the vectors of their incoming weights, bias and outgoing weight. */
  readonly spread: Float32Array;
  /** Weight from the first input to each hidden unit, `[variants, units]`. */
  readonly firstWeights: Float32Array;
  /** The first shown step with a loss below 0.2; NaN before. */
  readonly learntAt: Float32Array;
};

const [NONE, TINIEST, RANDOM] = [0, 1, NOISES.length - 1];
/** ε = 10⁻³. */
const THOUSANDTH = 4;
/** ε = 10⁻⁵, the one whose growth a formula follows, and ε = 10⁻². */
const [FOLLOWED, HUNDREDTH] = [2, 5];

/** Steps until a variant has learnt; where it has not by the end, the wait is at least as long as the run. */
function shortestWait(trace: Trace<Setup, Frame>, variant: number): number {
  const { learntAt, step } = lastFrame(trace);
  return Number.isNaN(learntAt[variant]) ? step : learntAt[variant]!;
}

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016), 8.4';
const RUMELHART =
  'Rumelhart, Hinton, Williams: Learning internal representations by error propagation (1986)';
const SAXE =
  'Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in deep linear neural networks (2014)';

/** Symmetry breaking: eight networks from weights that are all the same to weights that are all random. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'symmetry-breaking',
  title: { de: 'Symmetriebrechung', en: 'Symmetry breaking' },
  summary: {
    de: 'Beginnen alle Units mit denselben Gewichten, so bleiben sie für immer gleich; schon ein Hauch von Zufall ändert das.',
    en: 'If all units begin with the same weights they stay the same forever; even a trace of chance changes that.',
  },
  explanation: {
    de: String.raw`
Zwei Units einer Schicht, die mit denselben Gewichten beginnen, bekommen dieselben Eingaben, liefern dieselbe Ausgabe und erhalten denselben Gradienten. Also sind sie auch nach dem nächsten Schritt gleich, und nach jedem weiteren: Das Training kann sie nicht mehr unterscheiden, und die ganze Schicht wirkt wie eine einzige Unit. Erst verschiedene Anfangswerte **brechen die Symmetrie**.

Acht Netze mit einer verdeckten Tanh-Schicht lernen XOR auf einem Quadrat. Ihre Gewichte beginnen bei
$$
w = (1 - \varepsilon)\, c + \varepsilon\, \frac{\xi}{\sqrt{n_{\mathrm{in}}}}, \qquad \xi \sim \mathcal N(0, 1), \qquad b = 0 .
$$
Mit $\varepsilon = 0$ sind alle gleich der Konstanten $c$, mit $\varepsilon = 1$ ganz zufällig; dazwischen ist der Zufall nur eine kleine Störung.

Der Zustand „alle gleich“ ist ein Gleichgewicht, aber ein labiles. Nahe daran wächst der Abstand $\delta$ der Units ungefähr exponentiell, $\delta(t) \approx \varepsilon\, e^{\lambda t}$, wobei sich $\lambda$ im Lauf des Trainings ändert. Bis sie sich merklich unterscheiden, vergehen also etwa $\ln(1/\varepsilon)/\lambda$ Schritte: Hundertmal weniger Zufall kostet nicht hundertmal so viel Zeit, sondern nur eine längere Wartezeit. Null Zufall dagegen kostet alles.`,
    en: String.raw`
Two units of a layer that begin with the same weights get the same inputs, give the same output and receive the same gradient. So they are the same after the next step too, and after every further one: training can no longer tell them apart, and the whole layer acts like a single unit. Only different initial values **break the symmetry**.

Eight networks with one hidden tanh layer learn XOR on a square. Their weights begin at
$$
w = (1 - \varepsilon)\, c + \varepsilon\, \frac{\xi}{\sqrt{n_{\mathrm{in}}}}, \qquad \xi \sim \mathcal N(0, 1), \qquad b = 0 .
$$
With $\varepsilon = 0$ all of them equal the constant $c$, with $\varepsilon = 1$ they are entirely random; in between chance is a small disturbance only.

The state “all the same” is an equilibrium, but an unstable one. Close to it the distance $\delta$ between the units grows roughly exponentially, $\delta(t) \approx \varepsilon\, e^{\lambda t}$, where $\lambda$ changes in the course of training. Until they differ noticeably it thus takes about $\ln(1/\varepsilon)/\lambda$ steps: a hundred times less chance does not cost a hundred times as much time, merely a longer wait. No chance at all, however, costs everything.`,
  },
  limits: {
    de: String.raw`
„Gewichte müssen zufällig beginnen“ gilt in seinem Kern ohne Ausnahme: Mit $\varepsilon = 0$ ist der Abstand der Units auf dem Prozessor nach jedem Schritt *genau* null, und höchstens drei Viertel der Punkte werden richtig eingeordnet. Wie *viel* Zufall es sein muss, sagt die Regel nicht. Hier genügt meist schon $\varepsilon = 10^{-6}$ (in neun von zehn Stichproben), und die Biaswerte dürfen alle gleich beginnen, solange es die Gewichte nicht tun. Umgekehrt reicht Verschiedenheit allein nicht: Mit $c = 2$ sitzt das Netz so fest auf seinem Plateau, dass auch $\varepsilon = 10^{-4}$ in 1500 Schritten nichts bewirkt, und mit nur zwei verdeckten Units kann das Lernen selbst von zufälligen Gewichten aus stecken bleiben. Der Zufall muss auch nicht aus der Initialisierung kommen: Dropout behandelt die Units verschieden und bricht die Symmetrie ebenfalls.`,
    en: String.raw`
“Weights must begin at random” holds in essence without exception: with $\varepsilon = 0$ the distance between the units, computed on the processor, is *exactly* zero after every step, and at most three quarters of the points are classified correctly. How *much* chance it takes the rule does not say. Here even $\varepsilon = 10^{-6}$ is mostly enough (in nine samples out of ten), and the biases may all begin the same as long as the weights do not. Conversely, being different is not enough by itself: with $c = 2$ the network is stuck on its plateau so firmly that even $\varepsilon = 10^{-4}$ achieves nothing in 1500 steps, and with only two hidden units learning may get stuck even from random weights. Nor does chance have to come from initialization: dropout treats the units differently and breaks the symmetry as well.`,
  },
  concepts: {
    de: [
      'Symmetriebrechung',
      'Symmetriebruch',
      'Brechen der Symmetrie',
      'Brechung der Symmetrie',
      'Symmetrie brechen',
      'konstante Initialisierung',
      'zufällige Initialisierung',
      'Initialisierung',
    ],
    en: [
      'symmetry breaking',
      'breaking the symmetry',
      'break the symmetry',
      'constant initialization',
      'constant initialisation',
      'random initialization',
      'random initialisation',
      'initialization',
      'initialisation',
    ],
  },
  stepsPerFrame: 15,
  params: {
    constant: {
      kind: 'number',
      label: { de: 'Gemeinsamer Anfangswert', en: 'Common initial value' },
      symbol: 'c',
      help: {
        de: 'Der Wert, mit dem ohne Zufall alle Gewichte beginnen; bei 0 ist der Gradient aller Gewichte null.',
        en: 'The value at which all weights begin where there is no chance; at 0 the gradient of all weights is zero.',
      },
      min: 0,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 0.1,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, aber unruhiger.',
        en: 'Larger values learn faster, but less steadily.',
      },
      min: 0.1,
      max: 2,
      step: 0.1,
      scale: 'log',
      default: 1,
    },
    hiddenUnits: {
      kind: 'number',
      label: { de: 'Verdeckte Units', en: 'Hidden units' },
      unit: { de: 'Units', en: 'units' },
      help: {
        de: 'Ohne Symmetriebrechung ist es gleich, wie viele es sind: Sie wirken zusammen wie eine einzige.',
        en: 'Without symmetry breaking their number does not matter: together they act like a single one.',
      },
      min: 2,
      max: 24,
      step: 2,
      scale: 'linear',
      integer: true,
      default: 8,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Wie viele Punkte gelernt werden, ein Viertel aus jedem Quadranten.',
        en: 'How many points are learnt, a quarter of them from each quadrant.',
      },
      min: 40,
      max: 200,
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
        de: 'Wie lange trainiert wird: Je kleiner ε, desto später trennen sich die Units.',
        en: 'How long training lasts: the smaller ε, the later the units part.',
      },
      min: 150,
      max: 3000,
      step: 150,
      scale: 'linear',
      integer: true,
      default: 1500,
    },
  },
  presets: [
    {
      id: 'all-zero',
      title: { de: 'Alles null', en: 'All zero' },
      why: {
        de: 'Mit $c = 0$ und $\\varepsilon = 0$ ist der Gradient aller Gewichte null: Dieses Netz rührt sich nie, während schon $\\varepsilon = 10^{-6}$ genügt.',
        en: 'With $c = 0$ and $\\varepsilon = 0$ the gradient of all weights is zero: this network never moves, while even $\\varepsilon = 10^{-6}$ is enough.',
      },
      params: { constant: 0 },
    },
    {
      id: 'large-constant',
      title: { de: 'Große Konstante', en: 'Large constant' },
      why: {
        de: 'Mit $c = 2$ beginnen die Units nahe der Sättigung; kleine Störungen wachsen zu langsam, um noch etwas zu bewirken.',
        en: 'With $c = 2$ the units begin close to saturation; small disturbances grow too slowly to have an effect in time.',
      },
      params: { constant: 2 },
    },
    {
      id: 'two-units',
      title: { de: 'Nur zwei Units', en: 'Two units only' },
      why: {
        de: 'Zwei Units könnten XOR gerade lösen; ob sie es tun, hängt nun am Zufall der Initialisierung. Mehrere Seeds versuchen!',
        en: 'Two units could just solve XOR; whether they do now depends on the luck of initialization. Try several seeds!',
      },
      params: { hiddenUnits: 2 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'what-identical-units-learn',
      question: {
        de: 'Alle Gewichte beginnen gleich ($\\varepsilon = 0$). Was lernt dieses Netz?',
        en: 'All weights begin the same ($\\varepsilon = 0$). What does this network learn?',
      },
      options: [
        {
          id: 'nothing',
          text: {
            de: 'nichts, sein Verlust bleibt, wie er ist',
            en: 'nothing, its loss stays as it is',
          },
        },
        {
          id: 'a-little',
          text: {
            de: 'ein wenig: so viel wie ein Netz mit einer einzigen verdeckten Unit',
            en: 'a little: as much as a network with a single hidden unit',
          },
        },
        {
          id: 'everything',
          text: {
            de: 'alles, nur langsamer, denn die Daten unterscheiden die Units',
            en: 'everything, only more slowly, for the data tell the units apart',
          },
        },
      ],
      answer: (trace) => {
        if (lastFrame(trace).learntAt[NONE]! >= 0) return 'everything';
        const fall = trace.frames[0]!.loss[NONE]! - lastFrame(trace).loss[NONE]!;
        return fall > 0.005 ? 'a-little' : 'nothing';
      },
      because: {
        de: 'Gleiche Units erhalten den gleichen Gradienten, sie bewegen sich also, doch immer gemeinsam. Nur bei $c = 0$ ist der Gradient der Gewichte null.',
        en: 'Equal units receive the same gradient, so they do move, but always together. Only with $c = 0$ is the gradient of the weights zero.',
      },
    },
    {
      kind: 'choice',
      id: 'price-of-less-chance',
      question: {
        de: 'Tausendmal weniger Zufall, $\\varepsilon = 10^{-5}$ statt $10^{-2}$: Wie viel länger dauert das Lernen?',
        en: 'A thousand times less chance, $\\varepsilon = 10^{-5}$ instead of $10^{-2}$: how much longer does learning take?',
      },
      options: [
        {
          id: 'few-times',
          text: { de: 'höchstens fünfmal so lange', en: 'at most five times as long' },
        },
        {
          id: 'much-longer',
          text: { de: 'mehr als fünfmal so lange', en: 'more than five times as long' },
        },
        {
          id: 'never',
          text: { de: 'es wird in dieser Zeit nicht fertig', en: 'it does not finish in this time' },
        },
      ],
      answer: (trace) => {
        const { learntAt } = lastFrame(trace);
        const ratio = learntAt[FOLLOWED]! / learntAt[HUNDREDTH]!;
        if (ratio <= 5) return 'few-times';
        return ratio > 5 ? 'much-longer' : 'never';
      },
      because: {
        de: 'Der Abstand der Units wächst ungefähr exponentiell; jede Zehnerpotenz kostet deshalb etwa gleich viele Schritte.',
        en: 'The distance between the units grows roughly exponentially; each power of ten therefore costs about the same number of steps.',
      },
    },
    {
      kind: 'curve',
      id: 'steps-by-chance',
      question: {
        de: 'Nach wie vielen Schritten hat jedes Netz gelernt?',
        en: 'After how many steps has each network learnt its task?',
      },
      view: 'steps-to-learn',
      series: 0,
      range: [0, 1500],
      because: {
        de: 'Die Wartezeit ist etwa $\\ln(1/\\varepsilon)/\\lambda$: über den Zehnerpotenzen fast eine Gerade. Für $\\varepsilon = 0$ ist sie unendlich.',
        en: 'The wait is about $\\ln(1/\\varepsilon)/\\lambda$: nearly a straight line over the powers of ten. For $\\varepsilon = 0$ it is infinite.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Wie schnell der Abstand der Units mit $\\varepsilon = 10^{-5}$ bisher im Mittel je Schritt wächst',
        en: 'How fast the distance between the units with $\\varepsilon = 10^{-5}$ has grown so far, on average per step',
      },
      tex: String.raw`\lambda = \frac{1}{t}\ln\frac{\delta(t)}{\delta(0)} = \frac{1}{\live{steps}}\ln\frac{\live{now}}{\live{start}} = \live{rate}`,
      values: ({ frames }, at) => {
        const { step, spread } = frames[at]!;
        const [now, start] = [spread[FOLLOWED]!, frames[0]!.spread[FOLLOWED]!];
        const rate = step === 0 ? Number.NaN : Math.log(now / start) / step;
        return { steps: step, now, start, rate };
      },
    },
    {
      label: {
        de: 'Der größte Abstand zweier Units mit $\\varepsilon = 0$ und mit $\\varepsilon = 1$',
        en: 'The largest distance between two units with $\\varepsilon = 0$ and with $\\varepsilon = 1$',
      },
      tex: String.raw`\delta_{\varepsilon = 0} = \live{none}, \qquad \delta_{\varepsilon = 1} = \live{random}`,
      values: ({ frames }, at) => {
        const { spread } = frames[at]!;
        return { none: spread[NONE]!, random: spread[RANDOM]! };
      },
    },
  ],
  views: [
    {
      kind: 'decision-maps',
      id: 'maps',
      title: { de: 'Was die Netze sagen', en: 'What the networks say' },
      caption: {
        de: 'Mit $\\varepsilon = 0$ gibt es nur Streifen in eine Richtung, denn alle Units sind dieselbe. Die anderen Netze lösen XOR eines nach dem anderen, von rechts nach links.',
        en: 'With $\\varepsilon = 0$ there are only stripes in one direction, as all units are the same. The other networks solve XOR one after another, from right to left.',
      },
      field: 'maps',
      rows: MAP.rows,
      columns: MAP.columns,
      xRange: MAP.xRange,
      yRange: MAP.yRange,
      points: 'points',
      variants: { field: 'noises', symbol: 'ε' },
      readouts: [
        { field: 'accuracy', label: { de: 'richtig', en: 'correct' } },
        { field: 'loss', label: { de: 'Verlust', en: 'Loss' } },
      ],
    },
    {
      kind: 'timeline',
      id: 'spread',
      title: { de: 'Abstand der Units', en: 'Distance between the units' },
      caption: {
        de: 'Gerade Stücke sind exponentielles Wachstum: Die Linien beginnen um je einen Faktor zehn versetzt und steigen dann alle auf dieselbe Höhe. Für $\\varepsilon = 0$ ist der Abstand genau null und auf der logarithmischen Achse nicht zu sehen.',
        en: 'Straight pieces are exponential growth: the lines begin a factor of ten apart and then all rise to the same height. For $\\varepsilon = 0$ the distance is exactly zero and not visible on the logarithmic axis.',
      },
      y: { title: { de: 'Größter Abstand δ', en: 'Largest distance δ' }, scale: 'log' },
      series: NOISES.map((noise, index) => ({
        field: 'spread' as const,
        index,
        label: { de: `Zufallsanteil ${noise}`.replace('.', ','), en: `share of chance ${noise}` },
      })),
      variants: { field: 'noises', symbol: 'ε' },
    },
    {
      kind: 'profile',
      id: 'weights-of-the-units',
      title: { de: 'Gewichte der Units', en: 'Weights of the units' },
      caption: {
        de: 'Das Gewicht von der ersten Eingabe zu jeder verdeckten Unit: mit $\\varepsilon = 0$ zu jeder Zeit gleich hoch, sonst irgendwann verschieden.',
        en: 'The weight from the first input to each hidden unit: with $\\varepsilon = 0$ at the same height at all times, otherwise different sooner or later.',
      },
      x: { field: 'units', title: { de: 'Nummer der Unit', en: 'Number of the unit' }, scale: 'linear' },
      y: { title: { de: 'Gewicht w₁', en: 'Weight w₁' }, scale: 'linear' },
      series: [{ field: 'firstWeights', label: { de: 'Gewicht', en: 'Weight' }, mark: 'points' }],
      variants: { field: 'noises', symbol: 'ε' },
    },
    {
      kind: 'response',
      id: 'steps-to-learn',
      title: { de: 'Schritte bis gelernt', en: 'Steps until learnt' },
      caption: {
        de: 'Jede Zehnerpotenz weniger Zufall verlängert die Wartezeit nur um ein Stück. Wo kein Punkt steht, liegt der Verlust noch nicht unter 0,2 nat.',
        en: 'Every power of ten less chance merely adds some steps to the wait. Where there is no point, loss is not yet below 0.2 nats.',
      },
      x: { field: 'noises', title: { de: 'Zufallsanteil ε', en: 'Share of chance ε' } },
      y: {
        title: { de: 'Verlust < 0,2 nach', en: 'Loss < 0.2 after' },
        unit: { de: 'Schritten', en: 'steps' },
        scale: 'linear',
      },
      series: [{ field: 'learntAt', label: { de: 'Schritte', en: 'Steps' } }],
    },
  ],
  claims: [
    {
      id: 'identical-units-stay-identical',
      text: {
        de: 'Mit $\\varepsilon = 0$ bleiben alle Units gleich: Ihr größter Abstand ist zu jeder Zeit genau 0.',
        en: 'With $\\varepsilon = 0$ all units stay the same: their largest distance is exactly 0 at all times.',
      },
      source: RUMELHART,
      measure: ({ frames }) => Math.max(...frames.map(({ spread }) => spread[NONE]!)),
      bound: { atMost: 0 },
      over: 'every-seed',
    },
    {
      id: 'identical-units-do-not-solve-xor',
      text: {
        de: 'Mit $\\varepsilon = 0$ ordnet das Netz am Ende höchstens 80 % der Punkte richtig ein.',
        en: 'With $\\varepsilon = 0$ the network classifies at most 80 % of the points correctly at the end.',
      },
      source: GOODFELLOW,
      measure: (trace) => lastFrame(trace).accuracy[NONE]!,
      bound: { atMost: 0.8 },
      over: 'every-seed',
    },
    {
      id: 'random-weights-solve-xor',
      text: {
        de: 'Mit ganz zufälligen Gewichten ($\\varepsilon = 1$) sind am Ende mindestens 97 % der Punkte richtig.',
        en: 'With entirely random weights ($\\varepsilon = 1$) at least 97 % of the points are correct at the end.',
      },
      source: GOODFELLOW,
      measure: (trace) => lastFrame(trace).accuracy[RANDOM]!,
      bound: { atLeast: 0.97 },
      over: 'every-seed',
    },
    {
      id: 'a-trace-of-chance-grows',
      text: {
        de: 'Eine winzige Störung wächst: Mit $\\varepsilon = 10^{-6}$ ist der Abstand der Units am Ende im Mittel mindestens hunderttausendmal so groß wie am Anfang.',
        en: 'A tiny disturbance grows: with $\\varepsilon = 10^{-6}$ the distance between the units at the end is, on average, at least a hundred thousand times what it was at the start.',
      },
      source: GOODFELLOW,
      measure: (trace) => lastFrame(trace).spread[TINIEST]! / trace.frames[0]!.spread[TINIEST]!,
      bound: { atLeast: 1e5 },
      over: 'mean',
    },
    {
      id: 'little-chance-learns-later',
      text: {
        de: 'Wenig Zufall lernt später: Mit $\\varepsilon = 10^{-3}$ dauert es mindestens dreimal so lange wie mit $\\varepsilon = 1$.',
        en: 'Little chance learns later: with $\\varepsilon = 10^{-3}$ it takes at least three times as long as with $\\varepsilon = 1$.',
      },
      source: GOODFELLOW,
      measure: (trace) => shortestWait(trace, THOUSANDTH) / lastFrame(trace).learntAt[RANDOM]!,
      bound: { atLeast: 3 },
      over: 'every-seed',
    },
    {
      id: 'the-wait-grows-slowly',
      text: {
        de: 'Die Wartezeit wächst viel langsamer als $1/\\varepsilon$: Hundertmal weniger Zufall ($10^{-4}$ statt $10^{-2}$) kostet höchstens dreimal so viele Schritte.',
        en: 'The wait grows much more slowly than $1/\\varepsilon$: a hundred times less chance ($10^{-4}$ instead of $10^{-2}$) costs at most three times as many steps.',
      },
      source: SAXE,
      measure: (trace) =>
        lastFrame(trace).learntAt[THOUSANDTH - 1]! / lastFrame(trace).learntAt[THOUSANDTH + 1]!,
      bound: { atMost: 3 },
      over: 'every-seed',
    },
  ],
});
