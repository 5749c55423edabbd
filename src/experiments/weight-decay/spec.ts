import { defineExperiment, type Trace } from '../kit/experiment';

/** How many networks train at once; the first has no penalty. */
export const VARIANTS = 8;
/** Raster of a decision map, in cells. */
export const MAP = { rows: 32, columns: 40, xRange: [-2, 3], yRange: [-1.75, 2.25] } as const;

/** Computed before the first step. */
export type Setup = {
  /** Weight of the penalty of each variant, `[variants]`; the first is 0, the others grow. */
  readonly penalties: Float32Array;
  /** Training points `[points, 3]`: x, y, class 0 or 1. */
  readonly points: Float32Array;
};

/** State after `step` training steps; every array but the maps is `[variants]`, NaN where training has diverged. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Probability of class 1 over the plane, 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
  readonly maps: Uint8Array;
  /** Mean cross entropy on the training points, in nats, without the penalty. */
  readonly trainLoss: Float32Array;
  /** Mean cross entropy on points that no network was trained on, in nats. */
  readonly testLoss: Float32Array;
  /** Share of training points on the right side, 0 … 1. */
  readonly trainAccuracy: Float32Array;
  /** Share of test points on the right side, 0 … 1. */
  readonly testAccuracy: Float32Array;
  /** Euclidean norm of all weights, biases not counted. */
  readonly weightNorm: Float32Array;
};

const LAST = VARIANTS - 1;

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Losses in which a network that has diverged has an infinite one. */
function knownLosses({ testLoss }: Frame): Float32Array {
  return testLoss.map((loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss));
}

/** Index of the variant with the smallest test loss. */
function bestOf(frame: Frame): number {
  const losses = knownLosses(frame);
  return losses.indexOf(Math.min(...losses));
}

/** The same at the end. */
function bestVariant(trace: Trace<Setup, Frame>): number {
  return bestOf(lastFrame(trace));
}

/** The smallest factor by which the norm of the weights falls from one variant to the next. */
function smallestShrinkage({ weightNorm }: Frame): number {
  return Math.min(...Array.from(weightNorm.subarray(1), (stronger, index) => weightNorm[index]! / stronger));
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const KROGH = 'Krogh, Hertz: A simple weight decay can improve generalization (1992)';

/** Weight decay: eight networks that differ in the weight of their L2 penalty only. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'weight-decay',
  title: { de: 'Weight Decay (L₂-Regularisierung)', en: 'Weight decay (L₂ regularization)' },
  summary: {
    de: 'Acht Netze lernen dieselben verrauschten Punkte; sie unterscheiden sich nur darin, wie teuer große Gewichte sind.',
    en: 'Eight networks learn the same noisy points; they differ only in how much large weights cost.',
  },
  explanation: {
    de: String.raw`
Ein neuronales Netz hat meist mehr Kapazität, als seine Aufgabe verlangt. Ohne Gegenmittel lernt es deshalb auch das Rauschen auswendig: Der Trainingsverlust geht gegen null, während der Testverlust wieder steigt (**Overfitting**). **Weight Decay** macht große Gewichte teuer. Zum Verlust kommt ein Strafterm für ihre Norm hinzu:
$$
\tilde L(\theta; X, y) = L(\theta; X, y) + \alpha \cdot \tfrac{1}{2}\|w\|^2, \qquad \nabla_w \tilde L = \nabla_w L + \alpha w .
$$
Die Bias-Werte bleiben unbestraft.

Hier lernen acht Netze gleichzeitig dieselben Punkte. Sie beginnen mit denselben Gewichten und unterscheiden sich nur in $\alpha$: eines ohne Strafe, sieben mit Strafen, die von einem zum nächsten um denselben Faktor wachsen. So sieht man das Wechselspiel auf einen Blick: links zu viel Freiheit, rechts zu wenig (**Underfitting**), dazwischen das $\alpha$, mit dem das Netz am besten verallgemeinert.`,
    en: String.raw`
A neural network usually has more capacity than its task requires. Left alone it therefore memorizes the noise as well: training loss goes to zero while test loss rises again (**overfitting**). **Weight decay** makes large weights expensive. A penalty on their norm is added to the loss:
$$
\tilde L(\theta; X, y) = L(\theta; X, y) + \alpha \cdot \tfrac{1}{2}\|w\|^2, \qquad \nabla_w \tilde L = \nabla_w L + \alpha w .
$$
The biases are not penalized.

Here eight networks learn the same points at the same time. They begin with the same weights and differ only in $\alpha$: one has no penalty, seven have penalties that grow by the same factor from one to the next. The trade-off can be seen at a glance: too much freedom on the left, too little on the right (**underfitting**), and in between the $\alpha$ with which the network generalizes best.`,
  },
  limits: {
    de: 'Mit Adam ist dies $L_2$-Regularisierung und nicht das entkoppelte Weight Decay von AdamW, denn die Strafe geht in den Gradienten ein; bei Gradientenabstieg ist beides dasselbe. Das beste $\\alpha$ wird hier am Testverlust abgelesen; in der Praxis braucht man dafür eigene Validierungsdaten. Deutlich fällt vor allem der *Verlust*, weil das Netz sich nicht mehr sicher ist, wo es irrt; richtig klassifiziert es im Mittel nur wenig mehr Punkte. Bei wenig Rauschen kann der Vorteil ganz fehlen.',
    en: 'With Adam this is $L_2$ regularization, not the decoupled weight decay of AdamW, since the penalty enters the gradient; with gradient descent the two are the same. The best $\\alpha$ is read off the test loss here; in practice this takes validation data of its own. It is mostly the *loss* that falls, because the network is no longer sure of itself where it is wrong; on average it classifies only slightly more points correctly. With little noise there may be no advantage at all.',
  },
  concepts: {
    de: [
      'Weight Decay',
      'L2-Regularisierung',
      'L₂-Regularisierung',
      'Tikhonov-Regularisierung',
      'Thikonov-Regularisierung',
      'Tichonow-Regularisierung',
      'Ridge Regression',
      'Ridge-Regression',
      'Parameternorm',
      'Regularisierung',
      'Netzwerkkapazität',
      'Penalty-Term',
      'Strafterm',
      'Parameter-Penalty',
      'Extra-Terme in der Lossfunktion',
      'Zusatzterm in der Verlustfunktion',
    ],
    en: [
      'weight decay',
      'L2 regularization',
      'L₂ regularization',
      'L2 penalty',
      'Tikhonov regularization',
      'ridge regression',
      'parameter norm penalty',
      'regularization',
      'regularisation',
      'network capacity',
      'penalty term',
      'parameter penalty',
    ],
  },
  stepsPerFrame: 10,
  params: {
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, aber unruhiger.',
        en: 'Larger values learn faster, but less steadily.',
      },
      min: 0.001,
      max: 3,
      step: 0.1,
      scale: 'log',
      default: 0.01,
    },
    optimizer: {
      kind: 'choice',
      label: { de: 'Verfahren', en: 'Method' },
      help: {
        de: 'Adam begrenzt jeden Schritt auf etwa η. Gradientenabstieg begrenzt nichts; zu ihm passt η = 0,3.',
        en: 'Adam limits every step to about η. Gradient descent limits nothing; η = 0.3 suits it.',
      },
      options: [
        { value: 'adam', label: { de: 'Adam', en: 'Adam' } },
        { value: 'gradient-descent', label: { de: 'Gradientenabstieg', en: 'Gradient descent' } },
      ],
      default: 'adam',
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen der Daten', en: 'Noise in the data' },
      symbol: '\\sigma',
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
        de: 'Mit mehr Punkten fällt das Auswendiglernen schwerer, und die Strafe wird weniger wichtig.',
        en: 'More points are harder to memorize, and the penalty matters less.',
      },
      min: 20,
      max: 200,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 60,
    },
    weakestPenalty: {
      kind: 'number',
      label: { de: 'Schwächste Strafe', en: 'Weakest penalty' },
      symbol: '\\alpha_{\\min}',
      help: {
        de: 'Das kleinste α über null; bis zum größten wachsen die Strafen jeweils um denselben Faktor.',
        en: 'The smallest α above zero; up to the largest, the penalties grow by the same factor each.',
      },
      min: 0.0001,
      max: 0.01,
      step: 0.25,
      scale: 'log',
      default: 0.001,
    },
    strongestPenalty: {
      kind: 'number',
      label: { de: 'Stärkste Strafe', en: 'Strongest penalty' },
      symbol: '\\alpha_{\\max}',
      help: {
        de: 'Das größte α: Ist es zu groß, so lernt das Netz gar nichts mehr (Underfitting).',
        en: 'The largest α: if it is too large, the network learns nothing at all (underfitting).',
      },
      min: 0.02,
      max: 2,
      step: 0.25,
      scale: 'log',
      default: 0.3,
    },
    hiddenUnits: {
      kind: 'number',
      label: { de: 'Units je verdeckter Schicht', en: 'Units per hidden layer' },
      unit: { de: 'Units', en: 'units' },
      help: {
        de: 'Mehr Units geben dem Netz mehr Kapazität; ohne Strafe lernt es dann mehr Rauschen auswendig.',
        en: 'More units give the network more capacity; without a penalty it then memorizes more noise.',
      },
      min: 4,
      max: 64,
      step: 4,
      scale: 'linear',
      integer: true,
      default: 16,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird: Ohne Strafe wird das Netz mit jedem Schritt sicherer, auch dort, wo es irrt.',
        en: 'How long training lasts: without a penalty the network grows surer with every step, even where it is wrong.',
      },
      min: 200,
      max: 2000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 600,
    },
  },
  presets: [
    {
      id: 'little-noise',
      title: { de: 'Kaum Rauschen', en: 'Little noise' },
      why: {
        de: 'Wo es fast nichts auswendig zu lernen gibt, ist die schwächste Strafe oder gar keine die beste; jede stärkere macht die Grenze nur gröber.',
        en: 'Where there is almost nothing to memorize, the weakest penalty is best, or none; every stronger one only makes the boundary coarser.',
      },
      params: { noise: 0.1 },
    },
    {
      id: 'few-points',
      title: { de: 'Wenige Punkte', en: 'Few points' },
      why: {
        de: 'Zwanzig Punkte lernt das Netz mühelos auswendig: Ohne Strafe ist der Testverlust ein Vielfaches des kleinsten, und erst ein großes $\\alpha$ hilft am besten.',
        en: 'The network memorizes twenty points with ease: without a penalty test loss is several times the smallest, and it takes a large $\\alpha$ to help most.',
      },
      params: { trainingPoints: 20 },
    },
    {
      id: 'many-points',
      title: { de: 'Viele Punkte', en: 'Many points' },
      why: {
        de: 'Zweihundert Punkte kann sich das Netz nicht mehr alle merken: Auch ohne Strafe bleibt der Trainingsverlust klar über null, und mit der besten Strafe liegen Training und Test nah beieinander.',
        en: 'The network can no longer memorize all of two hundred points: even without a penalty training loss stays well above zero, and with the best penalty training and test are close together.',
      },
      params: { trainingPoints: 200 },
    },
    {
      id: 'steps-too-large',
      title: { de: 'Zu große Schritte', en: 'Steps too large' },
      why: {
        de: 'Gradientenabstieg mit $\\eta = 3$: Für die stärkste Strafe ist $\\eta\\alpha = 6 > 2$. Ihr Training divergiert sofort, manchmal auch das der zweitstärksten. Die übrigen laufen weiter, doch auch ihnen schaden die großen Schritte.',
        en: 'Gradient descent with $\\eta = 3$: for the strongest penalty $\\eta\\alpha = 6 > 2$. Its training diverges at once, sometimes that of the second strongest too. The others go on, though such large steps do them no good either.',
      },
      params: { optimizer: 'gradient-descent', learningRate: 3, strongestPenalty: 2 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'worse-than-guessing',
      question: {
        de: 'Das Netz ohne Strafe passt sich den Punkten am genauesten an, das mit der stärksten lernt kaum etwas. Welches der beiden hat am Ende den größeren Testverlust?',
        en: 'The network without a penalty fits the points most closely, the one with the strongest hardly learns anything. Which of the two has the larger test loss at the end?',
      },
      options: [
        {
          id: 'strongest',
          text: {
            de: 'das mit der stärksten Strafe, denn es rät nur',
            en: 'the one with the strongest penalty, for it merely guesses',
          },
        },
        {
          id: 'none',
          text: {
            de: 'das ohne Strafe, obwohl es mehr Punkte richtig einordnet',
            en: 'the one without a penalty, although it classifies more points correctly',
          },
        },
        {
          id: 'equal',
          text: { de: 'beide etwa gleich (auf 20 % genau)', en: 'both about the same (within 20 %)' },
        },
      ],
      answer: (trace) => {
        const losses = knownLosses(lastFrame(trace));
        const ratio = losses[0]! / losses[LAST]!;
        if (ratio > 1.2) return 'none';
        return ratio < 1 / 1.2 ? 'strongest' : 'equal';
      },
      because: {
        de: 'Der Verlust zählt auch, wie *sicher* ein Netz irrt: Raten kostet je Punkt $\\ln 2 \\approx 0{,}693$ nat, ein sicherer Irrtum beliebig viel. Eine Strafe begrenzt mit den Gewichten auch die Sicherheit.',
        en: 'The loss also counts how *sure* a network is of its mistakes: guessing costs $\\ln 2 \\approx 0.693$ nats a point, a sure mistake any amount. By limiting the weights a penalty limits that certainty too.',
      },
    },
    {
      kind: 'curve',
      id: 'test-loss-by-penalty',
      question: {
        de: 'Wie hängt der Testverlust am Ende von der Strafe $\\alpha$ ab?',
        en: 'How does the final test loss depend on the penalty $\\alpha$?',
      },
      view: 'loss-by-penalty',
      series: 1,
      range: [0.1, 5],
      because: {
        de: 'Links lernt das Netz das Rauschen mit, rechts nicht einmal das Muster. Der Anstieg links ist der steilere.',
        en: 'On the left the network learns the noise as well, on the right not even the pattern. The rise on the left is the steeper one.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Das Netz, das bei diesem Schritt den kleinsten Testverlust hat: Trainingsverlust und Strafe',
        en: 'The network with the smallest test loss at this step: training loss and penalty',
      },
      tex: String.raw`\tilde L = L + \tfrac12\alpha\|w\|^2 = \live{loss} + \tfrac12\cdot\live{penalty}\cdot\live{norm}^2 = \live{total}`,
      values: ({ setup, frames }, at) => {
        const frame = frames[at]!;
        const best = bestOf(frame);
        const [loss, penalty, norm] = [
          frame.trainLoss[best]!,
          setup.penalties[best]!,
          frame.weightNorm[best]!,
        ];
        return { loss, penalty, norm, total: loss + 0.5 * penalty * norm ** 2 };
      },
    },
    {
      label: {
        de: 'Was die stärkste Strafe bei Gradientenabstieg (nicht bei Adam) je Schritt aus einem Gewicht macht; unter −1 wächst es',
        en: 'What the strongest penalty makes of a weight per step of gradient descent (not of Adam); below −1 it grows',
      },
      tex: String.raw`w \leftarrow (1 - \eta\alpha)\,w - \eta\nabla_w L, \qquad 1 - \live{rate}\cdot\live{penalty} = \live{factor}`,
      values: ({ setup }, _, { learningRate }) => {
        const penalty = setup.penalties[LAST]!;
        return { rate: learningRate, penalty, factor: 1 - learningRate * penalty };
      },
    },
  ],
  divergence: {
    watched: 'trainLoss',
    norm: 'weightNorm',
    normLabel: { de: 'Gewichtsnorm ‖w‖', en: 'weight norm ‖w‖' },
    variants: { field: 'penalties', symbol: 'α' },
    cause: {
      de: 'Die Lernrate ist für dieses $\\alpha$ zu groß: Wo $\\eta(\\lambda + \\alpha) > 2$ ist, mit der Krümmung $\\lambda$ des Verlusts, schießt jeder Schritt weiter über das Ziel hinaus, als er davon entfernt begann.',
      en: 'The learning rate is too large for this $\\alpha$: where $\\eta(\\lambda + \\alpha) > 2$, with the curvature $\\lambda$ of the loss, every step overshoots its goal by more than it began away from it.',
    },
  },
  views: [
    {
      kind: 'decision-maps',
      id: 'maps',
      title: { de: 'Was die Netze sagen', en: 'What the networks say' },
      caption: {
        de: 'Ohne Strafe verbiegt sich die Grenze nach einzelnen Ausreißern; mit wachsendem $\\alpha$ wird sie glatt, am Ende zu grob.',
        en: 'Without a penalty the boundary bends after single outliers; as $\\alpha$ grows it becomes smooth, in the end too coarse.',
      },
      field: 'maps',
      rows: MAP.rows,
      columns: MAP.columns,
      xRange: MAP.xRange,
      yRange: MAP.yRange,
      points: 'points',
      variants: { field: 'penalties', symbol: 'α' },
      readouts: [
        { field: 'trainAccuracy', label: { de: 'Training richtig', en: 'Training correct' } },
        { field: 'testAccuracy', label: { de: 'Test richtig', en: 'Test correct' } },
      ],
    },
    {
      kind: 'response',
      id: 'loss-by-penalty',
      title: { de: 'Verlust je Strafe', en: 'Loss by penalty' },
      caption: {
        de: 'Der Trainingsverlust wächst mit $\\alpha$; der Testverlust fällt erst und steigt dann: Dazwischen liegt das beste $\\alpha$.',
        en: 'Training loss grows with $\\alpha$; test loss first falls, then rises: the best $\\alpha$ lies in between.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: { title: { de: 'Verlust L', en: 'Loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'log' },
      series: [
        { field: 'trainLoss', label: { de: 'Training', en: 'Training' } },
        { field: 'testLoss', label: { de: 'Test', en: 'Test' } },
      ],
    },
    {
      kind: 'response',
      id: 'weights-by-penalty',
      title: { de: 'Größe der Gewichte', en: 'Size of the weights' },
      caption: {
        de: 'Die Strafe wirkt direkt auf $\\|w\\|$: je größer $\\alpha$, desto kleiner die Gewichte.',
        en: 'The penalty acts directly on $\\|w\\|$: the larger $\\alpha$, the smaller the weights.',
      },
      x: { field: 'penalties', title: { de: 'Strafe α', en: 'Penalty α' } },
      y: { title: { de: 'Gewichtsnorm ‖w‖', en: 'Weight norm ‖w‖' }, scale: 'log' },
      series: [{ field: 'weightNorm', label: { de: 'Gewichtsnorm', en: 'Weight norm' } }],
    },
    {
      kind: 'timeline',
      id: 'test-loss',
      title: { de: 'Testverlust im Verlauf', en: 'Test loss over time' },
      caption: {
        de: 'Ohne Strafe fällt der Testverlust kurz und steigt dann immer weiter (Overfitting); mit Strafe bleibt er unten.',
        en: 'Without a penalty test loss falls briefly and then keeps rising (overfitting); with one it stays down.',
      },
      y: { title: { de: 'Testverlust L', en: 'Test loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'log' },
      series: [
        { field: 'testLoss', index: 0, label: { de: 'ohne Strafe', en: 'no penalty' } },
        { field: 'testLoss', index: 1, label: { de: 'Strafe 1 (schwächste)', en: 'penalty 1 (weakest)' } },
        { field: 'testLoss', index: 2, label: { de: 'Strafe 2', en: 'penalty 2' } },
        { field: 'testLoss', index: 3, label: { de: 'Strafe 3', en: 'penalty 3' } },
        { field: 'testLoss', index: 4, label: { de: 'Strafe 4', en: 'penalty 4' } },
        { field: 'testLoss', index: 5, label: { de: 'Strafe 5', en: 'penalty 5' } },
        { field: 'testLoss', index: 6, label: { de: 'Strafe 6', en: 'penalty 6' } },
        { field: 'testLoss', index: 7, label: { de: 'Strafe 7 (stärkste)', en: 'penalty 7 (strongest)' } },
      ],
      variants: { field: 'penalties', symbol: 'α' },
    },
  ],
  claims: [
    {
      id: 'penalty-lowers-the-test-loss',
      text: {
        de: 'Mit der besten Strafe ist der Testverlust höchstens halb so groß wie ohne (gemessen: Verhältnis ohne zu mit).',
        en: 'With the best penalty test loss is at most half of what it is without (measured: ratio of without to with).',
      },
      source: KROGH,
      measure: (trace) => lastFrame(trace).testLoss[0]! / lastFrame(trace).testLoss[bestVariant(trace)]!,
      bound: { atLeast: 2 },
      over: 'every-seed',
    },
    {
      id: 'the-best-penalty-lies-in-between',
      text: {
        de: 'Die beste Strafe liegt dazwischen: weder das Netz ohne Strafe (Nr. 0) noch das mit der stärksten (Nr. 7) hat den kleinsten Testverlust.',
        en: 'The best penalty lies in between: neither the network without one (no. 0) nor that with the strongest (no. 7) has the smallest test loss.',
      },
      source: `${GOODFELLOW}, 5.2.2`,
      measure: bestVariant,
      bound: { atLeast: 1, atMost: LAST - 1 },
      over: 'every-seed',
    },
    {
      id: 'without-a-penalty-test-loss-rises-again',
      text: {
        de: 'Ohne Strafe steigt der Testverlust wieder: Am Ende ist er mindestens anderthalbmal so groß wie an seiner tiefsten Stelle.',
        en: 'Without a penalty test loss rises again: at the end it is at least one and a half times as large as at its lowest point.',
      },
      source: `${GOODFELLOW}, 7.8`,
      measure: (trace) =>
        lastFrame(trace).testLoss[0]! / Math.min(...trace.frames.map(({ testLoss }) => testLoss[0]!)),
      bound: { atLeast: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'the-gain-costs-training-loss',
      text: {
        de: 'Der Gewinn hat seinen Preis: Mit der besten Strafe ist der Trainingsverlust um mindestens 0,02 nat höher als ohne.',
        en: 'The gain has its price: with the best penalty training loss is at least 0.02 nats higher than without one.',
      },
      source: `${GOODFELLOW}, 7.1`,
      measure: (trace) => lastFrame(trace).trainLoss[bestVariant(trace)]! - lastFrame(trace).trainLoss[0]!,
      bound: { atLeast: 0.02 },
      over: 'every-seed',
    },
    {
      id: 'a-penalty-shrinks-the-weights',
      text: {
        de: 'Eine stärkere Strafe macht die Gewichte kleiner (gemessen: kleinste Abnahme von $\\|w\\|$ von einem $\\alpha$ zum nächsten, als Faktor).',
        en: 'A stronger penalty makes the weights smaller (measured: smallest decrease of $\\|w\\|$ from one $\\alpha$ to the next, as a factor).',
      },
      source: `${GOODFELLOW}, 7.1.1`,
      measure: (trace) => smallestShrinkage(lastFrame(trace)),
      bound: { atLeast: 1 },
      over: 'every-seed',
    },
    {
      id: 'too-strong-a-penalty-underfits',
      text: {
        de: 'Unter der stärksten Strafe lernt das Netz nichts: Sein Trainingsverlust bleibt über 0,6 nat; wer nur rät, hat $\\ln 2 \\approx 0{,}693$.',
        en: 'Under the strongest penalty the network learns nothing: its training loss stays above 0.6 nats; mere guessing has $\\ln 2 \\approx 0.693$.',
      },
      source: `${GOODFELLOW}, 5.2.2`,
      measure: (trace) => lastFrame(trace).trainLoss[LAST]!,
      bound: { atLeast: 0.6 },
      over: 'every-seed',
    },
    {
      id: 'accuracy-gains-a-little-on-average',
      text: {
        de: 'Im Mittel über die Stichproben ordnet das Netz mit der besten Strafe mehr Testpunkte richtig ein als das ohne (Gewinn als Anteil; in einer einzelnen Stichprobe kann er fehlen).',
        en: 'On average over samples the network with the best penalty classifies more test points correctly than the one without (gain as a share; a single sample may lack it).',
      },
      source: KROGH,
      measure: (trace) =>
        lastFrame(trace).testAccuracy[bestVariant(trace)]! - lastFrame(trace).testAccuracy[0]!,
      bound: { atLeast: 0.01 },
      over: 'mean',
    },
  ],
});
