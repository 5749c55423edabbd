import { defineExperiment, type Trace } from '../kit/experiment';

/** Condition numbers κ of the bowls that are raced on. */
export const CONDITIONS = [3, 10, 30, 100, 300, 1000] as const;
/** Decays β of the moving averages, and momenta μ, that are compared on the noisy bowl; 0 is plain descent. */
export const DECAYS = [0, 0.5, 0.9, 0.97, 0.99, 0.997, 0.999] as const;
/** Learning rates of the networks, as multiples of η. */
export const RATE_FACTORS = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4] as const;
/** Index of η itself. */
export const SHOWN = 3;
/** Share of the distance at the start at which a descent has arrived. */
export const GOAL = 1e-6;
/** Steps on the bowls, but for the one that is drawn, for each frame. */
export const STEPS_OF_THEORY = 90;
/** The noisy bowl: independent chains, their learning rate, and steps between two looks at their spread. */
export const NOISE = { chains: 128, learningRate: 0.1, stepsPerLook: 5 } as const;
/** Further starts on a circle around the minimum, for each method. */
export const SWARM_STARTS = 24;
/** Raster of the loss surface, in cells, and the ranges of the flat and the steep weight. */
export const PLANE = { rows: 100, columns: 80, xRange: [-1.6, 1.6], yRange: [-2.4, 2.4] } as const;
/** Computed before the first step. */
export type Setup = {
  /** κ of the bowls, `[conditions]`. */
  readonly conditions: Float32Array;
  /** β of the averages and μ of the heavy balls on the noisy bowl, `[decays]`. */
  readonly decays: Float32Array;
  /** η of the networks, or η / (1 − μ) of those with momentum, `[rates]`. */
  readonly rates: Float32Array;
  /** Loss over the flat and the steep weight, `[rows, columns]`; row 0 is the largest steep weight. */
  readonly surface: Float32Array;
  /** Loss of the best possible classifier, in nats: the entropy of the wrong labels. */
  readonly bayesLoss: number;
  /** Steps to the goal by the rate of each method, `[conditions]`; NaN: never. */
  readonly descentTheory: Float32Array;
  readonly heavyBallTheory: Float32Array;
  readonly fixedTheory: Float32Array;
  /** Variance in closed form, `[decays]`. */
  readonly averageTheory: Float32Array;
  readonly ballTheory: Float32Array;
};

/** State after `step` steps of the networks. */
export type Frame = {
  /** Training steps of the networks done. */
  readonly step: number;
  /** Steps that each method took to the goal, `[conditions]`; NaN: not yet. */
  readonly descentSteps: Float32Array;
  readonly heavyBallSteps: Float32Array;
  readonly fixedSteps: Float32Array;
  /** Places in the drawn bowl, `[methods, 2]`: flat and steep weight. */
  readonly paths: Float32Array;
  /** The same for the starts on the circle, `[methods, starts, 2]`. */
  readonly swarm: Float32Array;
  /** Variance of the moving averages and of the heavy balls over the second half of the steps so far, `[decays]`. */
  readonly averageVariance: Float32Array;
  readonly ballVariance: Float32Array;
  /** Expected cross entropy on test points whose labels err as often as those of training, in nats, `[rates]`; NaN: diverged. */
  readonly plainLoss: Float32Array;
  /** The same with momentum μ and learning rate (1 − μ)η. */
  readonly momentumLoss: Float32Array;
  /** The same of the moving average of the weights without momentum. */
  readonly averagedLoss: Float32Array;
  /** Both, `[2 · rates]`: all without, then all with momentum. */
  readonly networkLoss: Float32Array;
  /** Norm of the weights, biases not counted, `[2 · rates]`. */
  readonly weightNorm: Float32Array;
};

/** What is compared on the bowls, in the order of the paths of a frame. */
export const METHODS = [
  { de: 'Gradientenabstieg', en: 'gradient descent' },
  { de: 'Heavy Ball, bestes μ', en: 'heavy ball, best μ' },
  { de: 'Heavy Ball, eingestelltes μ', en: 'heavy ball, chosen μ' },
] as const;

/** What is compared on networks. */
export const NETWORKS = [
  { de: 'ohne Momentum', en: 'no momentum' },
  { de: 'mit Momentum', en: 'with momentum' },
  { de: 'Mittel der Gewichte', en: 'average of the weights' },
] as const;

/** Index of β = 0.99, and of κ = 1000. */
const LONG = 4;
const LONGEST = CONDITIONS.length - 1;
const RATES = RATE_FACTORS.length;

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Mean over the last quarter of the frames: the noise of a single look would hide what is compared. */
function lately({ frames }: Trace<Setup, Frame>, numberOf: (frame: Frame) => number): number {
  const recent = frames.slice(Math.floor((3 * frames.length) / 4));
  return recent.reduce((sum, frame) => sum + numberOf(frame), 0) / recent.length;
}

/** The same for each of the learning rates, and of these the smallest. */
function best(trace: Trace<Setup, Frame>, losses: (frame: Frame) => Float32Array): number {
  const means = RATE_FACTORS.map((_, rate) => lately(trace, (frame) => losses(frame)[rate]!));
  return Math.min(...means.map((mean) => (Number.isNaN(mean) ? Number.POSITIVE_INFINITY : mean)));
}

const plainLoss = (trace: Trace<Setup, Frame>) => lately(trace, (frame) => frame.plainLoss[SHOWN]!);
const momentumLoss = (trace: Trace<Setup, Frame>) => lately(trace, (frame) => frame.momentumLoss[SHOWN]!);
const averagedLoss = (trace: Trace<Setup, Frame>) => lately(trace, (frame) => frame.averagedLoss[SHOWN]!);

/** Name of the formula for the steps. */
const BY_RATE = { de: 'ln 10⁻⁶ / ln r', en: 'ln 10⁻⁶ / ln r' } as const;
const GOH = 'Goh: Why momentum really works (Distill, 2017)';
const POLYAK = 'Polyak: Some methods of speeding up the convergence of iteration methods (1964)';
const JUDITSKY = 'Polyak, Juditsky: Acceleration of stochastic approximation by averaging (1992)';
const BOX = 'Box, Jenkins: Time series analysis (1970), 3.2';
const YUAN = 'Yuan, Ying, Sayed: On the influence of momentum acceleration on online learning (2016)';
const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';

/** Momentum and moving averages: what each does on a bowl, on a noisy bowl and to networks. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'momentum',
  title: { de: 'Momentum und gleitende Mittelwerte', en: 'Momentum and moving averages' },
  summary: {
    de: 'Momentum mittelt Gradienten, EMA mittelt Gewichte: Das eine trägt weiter, das andere nimmt das Rauschen heraus.',
    en: 'Momentum averages gradients, EMA averages weights: one carries further, the other takes out the noise.',
  },
  explanation: {
    de: String.raw`
Zwei Verfahren mitteln exponentiell über die letzten Schritte, aber nicht dasselbe. **Momentum** (**Heavy Ball**) sammelt *Gradienten* und ändert damit den Weg; ein **Exponential Moving Average** (**EMA**, auch **Polyak-Mittelung**) sammelt *Gewichte* und läuft nur nebenher:
$$
v \leftarrow \mu v - \eta g, \quad w \leftarrow w + v \qquad\qquad \bar w \leftarrow \beta \bar w + (1 - \beta)\, w .
$$
Beide erinnern sich an etwa $1/(1-\mu)$ bzw. $1/(1-\beta)$ Schritte. Drei Versuche laufen gleichzeitig:

**Lang gestreckte Schüssel:** Die Schritte von Gradientenabstieg wachsen wie die **Konditionszahl** $\kappa$, die von gut eingestelltem Momentum nur wie $\sqrt\kappa$.

**Runde Schüssel, verrauschter Gradient:** SGD kommt nie zur Ruhe. Das Mittel der Gewichte streut weniger, Momentum nicht, wenn man $\eta/(1-\mu)$ festhält.

**Netze, falsche Labels, kleine Batches:** Ein gleichbleibender Gradient wirkt mit Momentum $1/(1-\mu)$-mal so weit. Deshalb steht jedem Netz mit Lernrate $\eta$ eines mit $\mu$ und $(1-\mu)\eta$ gegenüber, und dazu das Mittel der Gewichte des ersten.

Auf 25 Schritte der Netze kommen 90 in den Schüsseln, aber nur einer in der gezeichneten.`,
    en: String.raw`
Two methods average exponentially over the latest steps, but not the same thing. **Momentum** (**heavy ball**) collects *gradients* and so changes the path; an **exponential moving average** (**EMA**, also **Polyak averaging**) collects *weights* and merely runs alongside:
$$
v \leftarrow \mu v - \eta g, \quad w \leftarrow w + v \qquad\qquad \bar w \leftarrow \beta \bar w + (1 - \beta)\, w .
$$
They remember about $1/(1-\mu)$ and $1/(1-\beta)$ steps. Three trials run at the same time:

**A stretched bowl:** The steps of gradient descent grow like the **condition number** $\kappa$, those of well-tuned momentum only like $\sqrt\kappa$.

**A round bowl with a noisy gradient:** SGD never comes to rest. The average of the weights strays less; momentum does not, if $\eta/(1-\mu)$ is held fixed.

**Networks, wrong labels, small batches:** With momentum a constant gradient carries $1/(1-\mu)$ times as far. So each network with learning rate $\eta$ has a counterpart with $\mu$ and $(1-\mu)\eta$, and beside them is the average of the weights of the first.

For 25 steps of the networks there are 90 in the bowls, but only one in the bowl that is drawn.`,
  },
  limits: {
    de: '„Momentum ist eine Form der Regularisierung“ lässt sich hier nicht bestätigen: Bei gleichem $\\eta/(1-\\mu)$ unterscheiden sich Testverlust und Norm der Gewichte kaum. In der Literatur ist das umstritten: Ghosh et al. (2023) leiten eine um $(1+\\mu)/(1-\\mu)$ stärkere implizite Regularisierung her, allerdings bei gleichem $\\eta$; Wang et al. (2024) finden kaum einen Unterschied, solange die Lernrate klein ist. Auch hier gehen die Kurven bei großem $\\eta$ auseinander. Das Mittel der *Gewichte* nimmt zwar Rauschen heraus, aber eher wie eine zuletzt verkleinerte Lernrate: Gegen die beste Lernrate und bei großen Batches gewinnt es wenig. Das $\\sqrt\\kappa$ gilt für quadratische Schüsseln und deren bestes $\\mu$; weil der Heavy Ball anfangs über das Ziel schießt, braucht er 24 bis 45 % mehr Schritte, als seine Rate verspricht.',
    en: '“Momentum is a form of regularization” cannot be confirmed here: at the same $\\eta/(1-\\mu)$ test loss and the norm of the weights hardly differ. The literature does not agree on this: Ghosh et al. (2023) derive an implicit regularization stronger by $(1+\\mu)/(1-\\mu)$, but at the same $\\eta$; Wang et al. (2024) find hardly a difference while the learning rate is small. Here, too, the curves part at large $\\eta$. The average of the *weights* does take out noise, but more like a learning rate lowered at the end: against the best learning rate and with large batches it gains little. The $\\sqrt\\kappa$ holds for quadratic bowls and their best $\\mu$; because the heavy ball overshoots at first, it takes 24 to 45 % more steps than its rate promises.',
  },
  concepts: {
    de: [
      'Exponential Moving Average',
      'EMA',
      'Momentum',
      'Exponentiell gleitender Mittelwert',
      'Exponentiell gleitender Durchschnitt',
      'Exponentielle Glättung',
      'Gleitender Mittelwert',
      'Gleitender Durchschnitt',
      'Polyak-Mittelung',
      'Gewichtsmittelung',
      'Mittelung der Gewichte',
      'Stochastic Weight Averaging',
      'Heavy Ball',
      'Momentum-Verfahren',
      'Exponental Moving Average',
    ],
    en: [
      'exponential moving average',
      'EMA',
      'momentum',
      'exponentially weighted average',
      'exponential smoothing',
      'moving average',
      'Polyak averaging',
      'weight averaging',
      'iterate averaging',
      'stochastic weight averaging',
      'heavy ball',
      'heavy-ball method',
      'classical momentum',
      'exponental moving average',
    ],
  },
  stepsPerFrame: 25,
  params: {
    momentum: {
      kind: 'number',
      label: { de: 'Momentum', en: 'Momentum' },
      symbol: '\\mu',
      help: {
        de: 'Was je Schritt von der Geschwindigkeit bleibt. Die Netze haben dazu (1 − μ)η, die Kugel hat η = 1 / λ_max.',
        en: 'What remains of the velocity in each step. With it networks have (1 − μ)η, the ball has η = 1 / λ_max.',
      },
      min: 0,
      max: 0.99,
      step: 0.01,
      scale: 'linear',
      default: 0.9,
    },
    memory: {
      kind: 'number',
      label: { de: 'Gedächtnis des Mittels', en: 'Memory of the average' },
      symbol: '1/(1-\\beta)',
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Über etwa so viele Schritte wird gemittelt (angesehen wird jeder fünfte). Mehr nimmt mehr Rauschen heraus, hängt aber länger am Anfang.',
        en: 'The average goes over about so many steps (it looks at every fifth). More takes out more noise but clings to the beginning for longer.',
      },
      min: 1,
      max: 1000,
      step: 0.1,
      scale: 'log',
      default: 100,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate der Netze', en: 'Learning rate of the networks' },
      symbol: '\\eta',
      help: {
        de: 'Lernrate der Netze im Verlauf; verglichen wird von einem Achtel bis zum Vierfachen.',
        en: 'Learning rate of the networks shown over time; the comparison goes from an eighth of it to four times as much.',
      },
      min: 0.05,
      max: 2,
      step: 0.1,
      scale: 'log',
      default: 0.5,
    },
    batchSize: {
      kind: 'number',
      label: { de: 'Batchgröße', en: 'Batch size' },
      symbol: 'B',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Je größer der Batch, desto weniger rauscht der Gradient und desto weniger bringt das Mitteln.',
        en: 'The larger the batch, the less noise in the gradient and the less averaging gains.',
      },
      min: 1,
      max: 64,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 4,
    },
    mislabelled: {
      kind: 'number',
      label: { de: 'Anteil falscher Labels', en: 'Share of wrong labels' },
      symbol: '\\varepsilon',
      help: {
        de: 'So viele Punkte sind falsch beschriftet, beim Training wie beim Test.',
        en: 'So many points are labelled wrongly, in training as in testing.',
      },
      min: 0,
      max: 0.4,
      step: 0.05,
      scale: 'linear',
      default: 0.15,
    },
    condition: {
      kind: 'number',
      label: { de: 'Konditionszahl im Bild', en: 'Condition number in the picture' },
      symbol: '\\kappa',
      help: {
        de: 'Wie viel stärker die gezeichnete Schüssel in der steilen Richtung gekrümmt ist.',
        en: 'How much more the drawn bowl is curved in the steep direction.',
      },
      min: 2,
      max: 100,
      step: 0.1,
      scale: 'log',
      default: 30,
    },
    steps: {
      kind: 'number',
      label: { de: 'Schritte der Netze', en: 'Steps of the networks' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'So lange lernen die Netze. Unter 1925 bleibt bei κ = 1000 eine Lücke: Der Gradientenabstieg kommt nicht an.',
        en: 'How long the networks learn. Below 1925 there is a gap at κ = 1000: gradient descent does not arrive.',
      },
      min: 100,
      max: 4000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 2000,
    },
  },
  presets: [
    {
      id: 'too-much-momentum',
      title: { de: 'Zu viel Schwung', en: 'Too much momentum' },
      why: {
        de: 'Mit $\\mu = 0{,}99$ pendelt die Kugel: Bis $\\kappa = 300$ ist Gradientenabstieg schneller.',
        en: 'With $\\mu = 0.99$ the ball swings: up to $\\kappa = 300$ gradient descent is faster.',
      },
      params: { momentum: 0.99 },
    },
    {
      id: 'too-long-a-memory',
      title: { de: 'Zu langes Gedächtnis', en: 'Too long a memory' },
      why: {
        de: 'Ein Mittel über 1000 Schritte nach nur 500: Es besteht noch zum größten Teil aus den zufälligen Anfangsgewichten und schadet bei kleinen Lernraten.',
        en: 'An average over 1000 steps after only 500: most of it is still the random initial weights, and at small learning rates it does harm.',
      },
      params: { memory: 1000, steps: 500 },
    },
    {
      id: 'large-batches',
      title: { de: 'Große Batches', en: 'Large batches' },
      why: {
        de: 'Mit 64 Punkten je Schritt rauscht der Gradient weniger, und dem Mittel bleibt wenig herauszunehmen.',
        en: 'With 64 points a step the gradient has less noise, and there is little for the average to take out.',
      },
      params: { batchSize: 64 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'momentum-or-a-larger-rate',
      question: {
        de: 'Zwei gleiche Netze lernen dieselben Batches: eines ohne Momentum mit $\\eta$, eines mit Momentum $\\mu$ und $(1-\\mu)\\eta$. Welches hat zuletzt den kleineren Testverlust?',
        en: 'Two equal networks learn the same batches: one without momentum at $\\eta$, one with momentum $\\mu$ at $(1-\\mu)\\eta$. Which has the smaller test loss in the end?',
      },
      options: [
        {
          id: 'momentum',
          text: { de: 'Das mit Momentum, um über 10 %', en: 'The one with momentum, by over 10 %' },
        },
        { id: 'plain', text: { de: 'Das ohne, um über 10 %', en: 'The one without, by over 10 %' } },
        { id: 'equal', text: { de: 'Kein größerer Unterschied', en: 'No larger difference' } },
      ],
      answer: (trace) => {
        const ratio = momentumLoss(trace) / plainLoss(trace);
        if (ratio < 0.9) return 'momentum';
        return ratio > 1.1 ? 'plain' : 'equal';
      },
      because: {
        de: 'In der Geschwindigkeit hebt sich Rauschen zum Teil auf, aber jeder Gradient wirkt dafür etwa $1/(1-\\mu)$ Schritte lang nach: Unter dem Strich ist es ein größerer Schritt.',
        en: 'Noise partly cancels in the velocity, but each gradient in return lasts for about $1/(1-\\mu)$ steps: on balance it is a larger step.',
      },
    },
    {
      kind: 'curve',
      id: 'spread-over-memory',
      question: {
        de: 'Auf der verrauschten Schüssel: Wie ändert sich die Streuung des Heavy Ball mit $\\mu$, wenn seine Lernrate $(1-\\mu)\\eta$ ist?',
        en: 'In the noisy bowl: how does the spread of the heavy ball change with $\\mu$ if its learning rate is $(1-\\mu)\\eta$?',
      },
      view: 'variance-by-memory',
      series: 1,
      range: [1e-4, 1],
      because: {
        de: 'Fast gar nicht: Geschwindigkeit ist auch ein gleitendes Mittel, aber ihre Fehler summieren sich in $w$ wieder auf. Nur das Mittel von $w$ selbst streut weniger.',
        en: 'Hardly at all: velocity is a moving average too, but its errors add up again in $w$. Only the average of $w$ itself strays less.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Faktor je Schritt in der gezeichneten Schüssel, ohne und mit Momentum',
        en: 'Factor a step in the drawn bowl, without and with momentum',
      },
      tex: String.raw`\kappa = \live{kappa}: \quad \frac{\kappa - 1}{\kappa + 1} = \live{descent}, \quad \frac{\sqrt\kappa - 1}{\sqrt\kappa + 1} = \live{ball}`,
      values: (_trace, _frame, { condition }) => ({
        kappa: condition,
        descent: (condition - 1) / (condition + 1),
        ball: (Math.sqrt(condition) - 1) / (Math.sqrt(condition) + 1),
      }),
    },
    {
      label: {
        de: 'Varianz mit $\\beta = 0{,}99$: gemessen, vorhergesagt',
        en: 'Variance with $\\beta = 0.99$: measured, predicted',
      },
      tex: String.raw`\frac{\operatorname{Var}\bar w}{\operatorname{Var} w} = \live{measured} \approx \live{theory}`,
      values: ({ setup, frames }, frame) => {
        const { averageVariance } = frames[frame] ?? { averageVariance: new Float32Array() };
        return {
          measured: averageVariance[LONG]! / averageVariance[0]!,
          theory: setup.averageTheory[LONG]! / setup.averageTheory[0]!,
        };
      },
    },
  ],
  divergence: {
    watched: 'networkLoss',
    norm: 'weightNorm',
    normLabel: { de: 'Norm der Gewichte ‖w‖', en: 'norm of the weights ‖w‖' },
    variants: {
      labels: NETWORKS.slice(0, 2).flatMap(({ de, en }) =>
        RATE_FACTORS.map((factor) => ({
          de: `${de}, ${String(factor).replace('.', ',')} · η`,
          en: `${en}, ${factor} · η`,
        })),
      ),
    },
    cause: {
      de: 'Die Lernrate ist für so kleine Batches zu groß, mit oder ohne Momentum: Es zählt $\\eta/(1-\\mu)$. Es hilft ein kleineres $\\eta$ oder ein größerer Batch; gemittelte Gewichte retten es nicht.',
      en: 'The learning rate is too large for batches this small, with or without momentum: what counts is $\\eta/(1-\\mu)$. A smaller $\\eta$ helps, or a larger batch; averaged weights do not save it.',
    },
  },
  views: [
    {
      kind: 'response',
      id: 'loss-by-rate',
      title: { de: 'Testverlust bei verschiedenen Lernraten', en: 'Test loss at different learning rates' },
      caption: {
        de: 'Mit und ohne Momentum liegen die Kurven bei kleinem $\\eta$ fast aufeinander; das Mittel der Gewichte liegt darunter.',
        en: 'With and without momentum the curves almost coincide at small $\\eta$; the average of the weights is below them.',
      },
      x: {
        field: 'rates',
        title: {
          de: 'Lernrate η ohne Momentum, (1 − μ)η mit Momentum',
          en: 'Learning rate η without momentum, (1 − μ)η with it',
        },
      },
      y: {
        title: { de: 'Testverlust L', en: 'Test loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'linear',
      },
      series: [
        { field: 'plainLoss', label: NETWORKS[0] },
        { field: 'momentumLoss', label: NETWORKS[1] },
        { field: 'averagedLoss', label: NETWORKS[2] },
      ],
    },
    {
      kind: 'response',
      id: 'variance-by-memory',
      title: { de: 'Streuung um das Minimum', en: 'Spread around the minimum' },
      caption: {
        de: 'Verrauschte Schüssel, $\\eta = 0{,}1$: Je länger das Gedächtnis, desto weniger streut das Mittel der Gewichte; der Heavy Ball mit $(1-\\mu)\\eta$ streut so weit wie SGD ohne Momentum (ganz links).',
        en: 'Noisy bowl, $\\eta = 0.1$: the longer the memory, the less the average of the weights strays; the heavy ball at $(1-\\mu)\\eta$ strays as far as SGD without momentum (leftmost).',
      },
      x: {
        field: 'decays',
        title: { de: 'β des Mittels, μ des Heavy Ball', en: 'β of the average, μ of the heavy ball' },
      },
      y: { title: { de: 'Varianz', en: 'Variance' }, scale: 'log' },
      series: [
        { field: 'averageVariance', label: { de: 'Mittel der Gewichte', en: 'average of the weights' } },
        { field: 'ballVariance', label: { de: 'Heavy Ball, (1 − μ)η', en: 'heavy ball, (1 − μ)η' } },
      ],
      theory: [
        {
          field: 'averageTheory',
          label: { de: 'Mittel eines AR(1)-Prozesses', en: 'average of an AR(1) process' },
          source: BOX,
          series: 0,
        },
        {
          field: 'ballTheory',
          label: { de: 'AR(2)-Prozess', en: 'AR(2) process' },
          source: BOX,
          series: 1,
        },
      ],
    },
    {
      kind: 'landscape',
      id: 'bowl',
      title: { de: 'Drei Wege durch die Schüssel', en: 'Three ways through the bowl' },
      caption: {
        de: 'Gradientenabstieg springt von Wand zu Wand; der Heavy Ball mit dem besten $\\mu$ schießt erst über das Ziel hinaus und ist dann schneller da; mit dem eingestellten $\\mu$ pendelt er aus.',
        en: 'Gradient descent jumps from wall to wall; the heavy ball with the best $\\mu$ first overshoots and is then there sooner; with the chosen $\\mu$ it swings to rest.',
      },
      surface: 'surface',
      rows: PLANE.rows,
      columns: PLANE.columns,
      x: { title: { de: 'Flaches Gewicht', en: 'Flat weight' }, scale: 'linear', range: PLANE.xRange },
      y: { title: { de: 'Steiles Gewicht', en: 'Steep weight' }, scale: 'linear', range: PLANE.yRange },
      colorTitle: { de: 'Verlust L', en: 'Loss L' },
      paths: { field: 'paths', labels: METHODS },
      swarm: 'swarm',
    },
    {
      kind: 'response',
      id: 'steps-by-condition',
      title: { de: 'Schritte bis ans Ziel', en: 'Steps to the goal' },
      caption: {
        de: 'Schritte, bis der Abstand zum Minimum auf ein Millionstel gefallen ist: Gradientenabstieg wächst wie $\\kappa$, Heavy Ball wie $\\sqrt\\kappa$; mit festem $\\mu$ lohnt er sich erst auf lang gestreckten Schüsseln.',
        en: 'Steps until the distance from the minimum has fallen to a millionth: gradient descent grows like $\\kappa$, heavy ball like $\\sqrt\\kappa$; with a fixed $\\mu$ it pays in stretched bowls only.',
      },
      x: { field: 'conditions', title: { de: 'Konditionszahl κ', en: 'Condition number κ' } },
      y: { title: { de: 'Schritte', en: 'Steps' }, scale: 'log' },
      series: [
        { field: 'descentSteps', label: METHODS[0] },
        { field: 'heavyBallSteps', label: METHODS[1] },
        { field: 'fixedSteps', label: METHODS[2] },
      ],
      theory: [
        {
          field: 'descentTheory',
          label: BY_RATE,
          source: GOH,
          series: 0,
        },
        {
          field: 'heavyBallTheory',
          label: BY_RATE,
          source: POLYAK,
          series: 1,
        },
        {
          field: 'fixedTheory',
          label: BY_RATE,
          source: GOH,
          series: 2,
        },
      ],
    },
    {
      kind: 'timeline',
      id: 'loss',
      title: { de: 'Testverlust im Verlauf', en: 'Test loss over time' },
      caption: {
        de: 'Das Mittel hinkt zuerst hinterher und läuft dann ruhiger und meist tiefer. Unter die gestrichelte Linie kommt auch der beste Klassifikator nicht.',
        en: 'The average lags behind at first, then runs calmer and mostly lower. Not even the best classifier gets below the dashed line.',
      },
      y: {
        title: { de: 'Testverlust L', en: 'Test loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'linear',
      },
      series: [
        { field: 'plainLoss', index: SHOWN, label: NETWORKS[0] },
        { field: 'momentumLoss', index: SHOWN, label: NETWORKS[1] },
        { field: 'averagedLoss', index: SHOWN, label: NETWORKS[2] },
      ],
      threshold: { field: 'bayesLoss', label: { de: 'Entropie der Labels', en: 'Entropy of the labels' } },
    },
  ],
  claims: [
    {
      id: 'momentum-beats-descent-in-a-stretched-bowl',
      text: {
        de: 'Bei $\\kappa = 1000$ braucht Gradientenabstieg mindestens 15-mal so viele Schritte wie der Heavy Ball mit bestem $\\mu$ (gemessen: Verhältnis; die Raten allein versprechen 32).',
        en: 'At $\\kappa = 1000$ gradient descent takes at least 15 times the steps of the heavy ball with the best $\\mu$ (measured: ratio; the rates alone promise 32).',
      },
      source: POLYAK,
      measure: (trace) => lastFrame(trace).descentSteps[LONGEST]! / lastFrame(trace).heavyBallSteps[LONGEST]!,
      bound: { atLeast: 15, atMost: 32 },
      over: 'every-seed',
    },
    {
      id: 'too-much-momentum-is-slower-than-none',
      text: {
        de: 'In einer fast runden Schüssel ($\\kappa = 3$) pendelt der Heavy Ball mit $\\mu = 0{,}9$: Er braucht mindestens 7-mal so viele Schritte wie Gradientenabstieg (gemessen: Verhältnis).',
        en: 'In an almost round bowl ($\\kappa = 3$) the heavy ball with $\\mu = 0.9$ swings: it takes at least 7 times the steps of gradient descent (measured: ratio).',
      },
      source: GOH,
      measure: (trace) => lastFrame(trace).fixedSteps[0]! / lastFrame(trace).descentSteps[0]!,
      bound: { atLeast: 7 },
      over: 'every-seed',
    },
    {
      id: 'averaging-shrinks-the-spread-as-predicted',
      text: {
        de: 'Die Varianz des Mittels folgt auf der verrauschten Schüssel der Formel: größte Abweichung über alle $\\beta$ im Mittel höchstens 10 % (gemessen: als Anteil).',
        en: 'In the noisy bowl the variance of the average follows the formula: largest deviation over all $\\beta$ at most 10 % on average (measured: as a share).',
      },
      source: JUDITSKY,
      measure: ({ setup, frames }) =>
        Math.max(
          ...Array.from(frames.at(-1)!.averageVariance, (variance, at) =>
            Math.abs(variance / setup.averageTheory[at]! - 1),
          ),
        ),
      bound: { atMost: 0.1 },
      over: 'mean',
    },
    {
      id: 'momentum-does-not-shrink-the-spread',
      text: {
        de: 'Momentum lässt die Streuung, wie sie ist: Mit $\\mu = 0{,}99$ und $(1-\\mu)\\eta$ ist die Varianz das 0,8- bis 1,1-Fache der Varianz ohne Momentum (Theorie: 0,95).',
        en: 'Momentum leaves the spread as it is: with $\\mu = 0.99$ and $(1-\\mu)\\eta$ the variance is 0.8 to 1.1 times that without momentum (theory: 0.95).',
      },
      source: YUAN,
      measure: (trace) => lastFrame(trace).ballVariance[LONG]! / lastFrame(trace).ballVariance[0]!,
      bound: { atLeast: 0.8, atMost: 1.1 },
      over: 'every-seed',
    },
    {
      id: 'averaged-weights-lower-the-test-loss',
      text: {
        de: 'Das Mittel der Gewichte senkt den Testverlust: Im letzten Viertel ist sein Abstand zur Entropie der Labels im Mittel höchstens 0,85-mal so groß wie der des Netzes selbst (gemessen: Verhältnis).',
        en: 'Averaging the weights lowers test loss: in the last quarter its distance from the entropy of the labels is on average at most 0.85 times that of the network itself (measured: ratio).',
      },
      source: `${GOODFELLOW}, 8.7.3`,
      measure: (trace) =>
        (averagedLoss(trace) - trace.setup.bayesLoss) / (plainLoss(trace) - trace.setup.bayesLoss),
      bound: { atMost: 0.85 },
      over: 'mean',
    },
    {
      id: 'with-the-best-rates-less-is-left',
      text: {
        de: 'Darf jeder seine beste Lernrate wählen, gewinnt das Mittel der Gewichte weniger: im Mittel 0,005 bis 0,04 nat (im letzten Viertel).',
        en: 'If each may choose its best learning rate, averaging the weights gains less: 0.005 to 0.04 nats on average (in the last quarter).',
      },
      source: `${GOODFELLOW}, 8.7.3`,
      measure: (trace) =>
        best(trace, (frame) => frame.plainLoss) - best(trace, (frame) => frame.averagedLoss),
      bound: { atLeast: 0.005, atMost: 0.04 },
      over: 'mean',
    },
    {
      id: 'momentum-acts-as-a-larger-step',
      text: {
        de: 'Momentum 0,9 mit einem Zehntel der Lernrate hat denselben Testverlust wie kein Momentum: Der Unterschied ist im letzten Viertel im Mittel höchstens 7 % (gemessen: als Anteil).',
        en: 'Momentum 0.9 with a tenth of the learning rate has the same test loss as no momentum: the difference in the last quarter is at most 7 % on average (measured: as a share).',
      },
      source: YUAN,
      measure: (trace) => Math.abs(momentumLoss(trace) / plainLoss(trace) - 1),
      bound: { atMost: 0.07 },
      over: 'mean',
    },
    {
      id: 'momentum-does-not-shrink-the-weights',
      text: {
        de: 'Momentum hält die Gewichte nicht klein, wie eine Strafe es täte: Ihre Norm ist im letzten Viertel im Mittel 0,85- bis 1,15-mal so groß wie ohne Momentum.',
        en: 'Momentum does not keep the weights small, as a penalty would: in the last quarter their norm is on average 0.85 to 1.15 times that without momentum.',
      },
      source: YUAN,
      measure: (trace) => lately(trace, ({ weightNorm }) => weightNorm[RATES + SHOWN]! / weightNorm[SHOWN]!),
      bound: { atLeast: 0.85, atMost: 1.15 },
      over: 'mean',
    },
  ],
});
