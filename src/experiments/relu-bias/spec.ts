import { defineExperiment, type Trace } from '../kit/experiment';
import { silentScore } from './activityTheory';

/** How many networks train at once; they differ in the starting bias. */
export const VARIANTS = 8;
/** Inputs of the network and of each hidden unit. */
export const INPUTS = 10;
/** The starting bias that Goodfellow, Bengio, Courville suggest. */
export const BOOK_BIAS = 0.1;

/** Computed before the first step. */
export type Setup = {
  /** Starting bias of the hidden units, `[variants]`, ascending; the fourth is 0, the fifth 0.1. */
  readonly biases: Float32Array;
  /** Places of the units in the order of their activity, `[units]`, 0 … 1. */
  readonly ranks: Float32Array;
  /** Share of pairs of unit and point with a derivative below 1 % before training, by the formula, `[variants]`. */
  readonly silentTheory: Float32Array;
  /** Share of units with a derivative below 1 % for every point before training, by the formula, `[variants]`. */
  readonly deadTheory: Float32Array;
};

/** State after `step` training steps; every array but the activity is `[variants]`. NaN for a variant that has diverged. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Share of pairs of hidden unit and training point with a derivative below 1 %, before training; the same in every frame. */
  readonly silentAtStart: Float32Array;
  /** The same share now. */
  readonly silent: Float32Array;
  /** Share of hidden units with a derivative below 1 % for every training point, before training; the same in every frame. */
  readonly deadAtStart: Float32Array;
  /** The same share now. */
  readonly dead: Float32Array;
  /** Share of hidden units that were dead in an earlier frame and are not now. */
  readonly revived: Float32Array;
  /** Mean cross entropy on the training points, in nats. */
  readonly loss: Float32Array;
  /** Norm of all weights and biases. */
  readonly weightNorm: Float32Array;
  /** Share of training points that each hidden unit answers to, ascending, `[variants, units]`. */
  readonly activity: Float32Array;
};

const [LOWEST, ZERO, BOOK, HIGHEST] = [0, 3, 4, VARIANTS - 1];

function lossRatio({ frames }: Trace<Setup, Frame>, variant: number): number {
  const { loss } = frames.at(-1)!;
  return loss[variant]! / loss[ZERO]!;
}

/** The largest distance between what was counted before training and the formula. */
function largestDeviation({ setup, frames }: Trace<Setup, Frame>): number {
  const { silent } = frames[0]!;
  return Math.max(...Array.from(silent, (share, index) => Math.abs(share - setup.silentTheory[index]!)));
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const LU = 'Lu, Shin, Su, Karniadakis: Dying ReLU and initialization (2020)';

/** Starting biases for ReLU: which units are silent or dead, and what that does to training. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'relu-bias',
  title: { de: 'Bias und tote Units bei ReLU', en: 'Bias and dead units with ReLU' },
  summary: {
    de: 'Acht Netze unterscheiden sich nur im anfänglichen Bias ihrer ReLU-Units: Zu negativ, und Units sind tot; zu positiv, und die Schicht ist fast linear.',
    en: 'Eight networks differ only in the initial bias of their ReLU units: too negative, and units are dead; too positive, and the layer is almost linear.',
  },
  explanation: {
    de: String.raw`
ReLU gibt $\max(0, z)$ mit $z = w^\top x + b$ aus. Für $z < 0$ ist auch die Ableitung null: Die Unit **schweigt**, und von diesem Punkt lernt sie nichts. Schweigt sie für *alle* Trainingspunkte, so ist sie **tot**: Ihr Gradient ist null, sie ändert sich nie mehr. Zum Vergleich mit anderen Aktivierungsfunktionen zählt als Schweigen eine Ableitung unter 1 %: bei ReLU unterhalb von $z_0 = 0$, bei ELU unterhalb von $z_0 = \ln 0{,}01 \approx -4{,}6$, bei LeakyReLU (Steigung 0,1) nie.

Wie oft eine Unit schweigt, legt der Bias fest. Sind die Eingaben standardisiert und die Gewichte mit Varianz $1/n$ um null gezogen, so ist $z$ ungefähr normalverteilt mit Mittelwert $b$ und Varianz 1, also
$$
P(z < 0) = \Phi(-b), \qquad \text{allgemein} \quad \Phi\!\left(-\frac{b + n\,m\,\mu}{\sqrt{1 + \mu^2 + n\,m^2}}\right)
$$
für Gewichte mit Mittelwert $m$ und Eingaben mit Mittelwert $\mu$. Der empfohlene Bias 0,1 senkt den Anteil von 50 % auf 46 %.

Acht Netze mit einer verdeckten Schicht lernen gleichzeitig dieselbe Aufgabe: ob die ersten beiden von zehn Eingaben auf derselben Seite ihres Mittelwerts liegen (XOR). Sie beginnen mit denselben Gewichten; nur der Bias der verdeckten Units reicht von $-B$ bis $B$.`,
    en: String.raw`
ReLU puts out $\max(0, z)$ with $z = w^\top x + b$. For $z < 0$ the derivative is zero as well: the unit is **silent** and learns nothing from this point. If it is silent for *all* training points, it is **dead**: its gradient is zero, and it never changes again. To compare with other activation functions, a derivative below 1 % counts as silence: with ReLU below $z_0 = 0$, with ELU below $z_0 = \ln 0.01 \approx -4.6$, with LeakyReLU (slope 0.1) never.

How often a unit is silent is up to the bias. With standardized inputs and weights drawn around zero with variance $1/n$, $z$ is approximately normal with mean $b$ and variance 1, hence
$$
P(z < 0) = \Phi(-b), \qquad \text{in general} \quad \Phi\!\left(-\frac{b + n\,m\,\mu}{\sqrt{1 + \mu^2 + n\,m^2}}\right)
$$
for weights of mean $m$ and inputs of mean $\mu$. The recommended bias of 0.1 lowers the share from 50 % to 46 %.

Eight networks with one hidden layer learn the same task at the same time: whether the first two of ten inputs lie on the same side of their mean (XOR). They begin with the same weights; only the bias of the hidden units ranges from $-B$ to $B$.`,
  },
  limits: {
    de: String.raw`Die Regel „kleiner positiver Bias, etwa 0,1“ schadet hier nicht, sie nützt aber auch kaum: Zwischen $b = 0$ und $b = 0{,}1$ unterscheidet sich der Verlust am Ende nur um wenige Prozent. Deutlich schlechter wird es erst weit davon entfernt, und zwar auf beiden Seiten: Bei $b = -2$ lernt fast niemand, bei $b = 2$ schweigt fast niemand, und ohne Knick ist die Schicht zunächst beinahe linear. Die Fassung „Gewichte tendenziell positiv initialisieren“ leistet bei zentrierten Eingaben nichts Entsprechendes: Mit $\mu = 0$ bleibt bei $b = 0$ jeder Mittelwert $m$ der Gewichte bei 50 %; erst bei Eingaben mit positivem Mittelwert wirkt er wie ein Bias von $n m \mu$. Gegen das Sterben *während* des Trainings hilft der anfängliche Bias wenig: Große Lernraten und nicht zentrierte Eingaben töten Units bei jedem Startwert. „Nie mehr“ gilt, solange die Eingaben der Unit dieselben bleiben, also für die erste Schicht; weiter oben können sich die Eingaben ändern. LeakyReLU, ELU und GELU haben auch links von null eine Ableitung. Mit LeakyReLU stirbt keine Unit; dafür divergiert sie bei zu großer Lernrate, wo tote ReLUs nur stehen bleiben. ELU sättigt links und kann im Training ebenfalls verstummen.`,
    en: String.raw`The rule “a small positive bias such as 0.1” does no harm here, but it is hardly any use either: between $b = 0$ and $b = 0.1$ the final loss differs by a few percent only. It becomes clearly worse only far from there, and on both sides: at $b = -2$ hardly any unit learns, at $b = 2$ hardly any is silent, and without its kink the layer is almost linear at first. The version “initialize weights somewhat positive” does nothing of the kind with centered inputs: for $\mu = 0$ and $b = 0$ the share stays at 50 % whatever the mean $m$ of the weights; only with inputs of positive mean does it act like a bias of $n m \mu$. Against dying *during* training the initial bias helps little: large learning rates and inputs that are not centered kill units whatever they start with. “Never again” holds as long as the unit's inputs stay the same, that is, for the first layer; further up the inputs may change. LeakyReLU, ELU, and GELU have a derivative to the left of zero as well. With LeakyReLU no unit dies; but too large a learning rate makes it diverge where dead ReLUs merely stand still. ELU saturates on the left and may fall silent in training, too.`,
  },
  concepts: {
    de: [
      'Bias-Initialisierung',
      'Initialisierung des Bias',
      'Bias für ReLU',
      'tote Units',
      'tote Unit',
      'tote Neuronen',
      'tote ReLU',
      'sterbende ReLU',
      'Dying ReLU',
      'Rectified Linear Unit',
      'ReLU-Funktion',
      'ReLU',
      'Initialisierung',
    ],
    en: [
      'bias initialization',
      'bias initialisation',
      'bias for ReLU',
      'dead unit',
      'dead neuron',
      'dead ReLU',
      'dying ReLU',
      'rectified linear unit',
      'ReLU',
      'initialization',
      'initialisation',
    ],
  },
  stepsPerFrame: 4,
  params: {
    activation: {
      kind: 'choice',
      label: { de: 'Aktivierungsfunktion', en: 'Activation function' },
      help: {
        de: 'LeakyReLU hat links von null die Steigung 0,1, ELU die Steigung eᶻ: Beide lassen dort einen Gradienten durch.',
        en: 'Left of zero LeakyReLU has slope 0.1, ELU slope eᶻ: both let a gradient through there.',
      },
      options: [
        { value: 'relu', label: { de: 'ReLU', en: 'ReLU' } },
        { value: 'leaky-relu', label: { de: 'LeakyReLU', en: 'LeakyReLU' } },
        { value: 'elu', label: { de: 'ELU', en: 'ELU' } },
      ],
      default: 'relu',
    },
    largestBias: {
      kind: 'number',
      label: { de: 'Größter Bias', en: 'Largest bias' },
      symbol: 'B',
      help: {
        de: 'Die Startwerte reichen von −B bis B; 0 und 0,1 sind immer dabei.',
        en: 'The starting values range from −B to B; 0 and 0.1 are always among them.',
      },
      min: 0.5,
      max: 3,
      step: 0.25,
      scale: 'linear',
      default: 2,
    },
    weightMean: {
      kind: 'number',
      label: { de: 'Mittelwert der Gewichte', en: 'Mean of the weights' },
      symbol: 'm',
      help: {
        de: 'Verschiebt alle Gewichte der verdeckten Schicht: Das wirkt nur dann wie ein Bias, wenn auch die Eingaben einen Mittelwert haben.',
        en: 'Moves all weights of the hidden layer: this acts like a bias only if the inputs have a mean as well.',
      },
      min: -0.3,
      max: 0.3,
      step: 0.05,
      scale: 'linear',
      default: 0,
    },
    inputMean: {
      kind: 'number',
      label: { de: 'Mittelwert der Eingaben', en: 'Mean of the inputs' },
      symbol: '\\mu',
      help: {
        de: 'Bei 0 sind die Eingaben standardisiert; je weiter davon entfernt, desto eher sterben Units.',
        en: 'At 0 the inputs are standardized; the farther from it, the more easily units die.',
      },
      min: 0,
      max: 2,
      step: 0.25,
      scale: 'linear',
      default: 0,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, aber ein einziger großer Schritt kann eine Unit töten.',
        en: 'Larger values learn faster, but a single large step may kill a unit.',
      },
      min: 0.05,
      max: 10,
      step: 0.1,
      scale: 'log',
      default: 0.2,
    },
    units: {
      kind: 'number',
      label: { de: 'Verdeckte Units', en: 'Hidden units' },
      help: {
        de: 'Je mehr Units, desto genauer folgen die Anteile der Theorie.',
        en: 'The more units, the more closely the shares follow theory.',
      },
      min: 16,
      max: 96,
      step: 8,
      scale: 'linear',
      integer: true,
      default: 48,
    },
    points: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Je mehr Punkte, desto eher weckt wenigstens einer eine Unit: Tot ist nur, wer für alle schweigt.',
        en: 'The more points, the sooner at least one of them wakes a unit: dead is only one that is silent for all.',
      },
      min: 40,
      max: 200,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 120,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird: Mit genug Schritten holen die meisten Netze auf, tote Units nicht.',
        en: 'How long training lasts: given enough steps most networks catch up, dead units do not.',
      },
      min: 40,
      max: 600,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 240,
    },
  },
  presets: [
    {
      id: 'dying-in-training',
      title: { de: 'Sterben im Training', en: 'Dying in training' },
      why: {
        de: 'Eingaben mit Mittelwert 2 und eine große Lernrate: Bei jedem Startwert stirbt ein großer Teil der Units.',
        en: 'Inputs of mean 2 and a large learning rate: a large part of the units dies whatever bias they start with.',
      },
      params: { inputMean: 2, learningRate: 1 },
    },
    {
      id: 'leaky-instead',
      title: { de: 'LeakyReLU stattdessen', en: 'LeakyReLU instead' },
      why: {
        de: 'Dasselbe mit LeakyReLU: Keine Unit stirbt. Mit der Lernrate 10 aber divergieren alle acht Netze, wo ReLU nur verstummt.',
        en: 'The same with LeakyReLU: no unit dies. At a learning rate of 10, however, all eight networks diverge where ReLU only falls silent.',
      },
      params: { activation: 'leaky-relu', inputMean: 2, learningRate: 1 },
    },
    {
      id: 'positive-weights-centered-inputs',
      title: { de: 'Positive Gewichte, zentriert', en: 'Positive weights, centered' },
      why: {
        de: 'Gewichte mit Mittelwert 0,3 bei zentrierten Eingaben: Bei $b = 0$ schweigt weiterhin die Hälfte.',
        en: 'Weights of mean 0.3 with centered inputs: at $b = 0$ half are still silent.',
      },
      params: { weightMean: 0.3 },
    },
    {
      id: 'positive-weights-positive-inputs',
      title: { de: 'Positive Gewichte und Eingaben', en: 'Positive weights and inputs' },
      why: {
        de: 'Haben auch die Eingaben einen positiven Mittelwert, so schweigt bei $b = 0$ fast keine Unit mehr: Das Produkt $n m \\mu = 3$ wirkt wie ein Bias.',
        en: 'If the inputs have a positive mean as well, hardly any unit is silent at $b = 0$: the product $n m \\mu = 3$ acts like a bias.',
      },
      params: { weightMean: 0.3, inputMean: 1 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'what-the-book-bias-gains',
      question: {
        de: 'Empfohlen wird der Bias 0,1 statt 0. Was bringt er dem Verlust am Ende?',
        en: 'A bias of 0.1 is recommended in place of 0. What does it do for the final loss?',
      },
      options: [
        {
          id: 'gain',
          text: { de: 'Viel: mindestens ein Fünftel weniger', en: 'A lot: at least a fifth less' },
        },
        { id: 'same', text: { de: 'Fast nichts', en: 'Next to nothing' } },
        {
          id: 'harm',
          text: { de: 'Er schadet: mindestens ein Fünftel mehr', en: 'Harm: at least a fifth more' },
        },
      ],
      answer: (trace) => {
        const ratio = lossRatio(trace, BOOK);
        if (ratio <= 0.8) return 'gain';
        return ratio >= 1.2 ? 'harm' : 'same';
      },
      because: {
        de: 'Bei $b = 0{,}1$ schweigen kaum weniger Units als bei $b = 0$ ($\\Phi(-0{,}1) = 46\\,\\%$ statt $50\\,\\%$), und gelernt wird von beiden. Größere Unterschiede entstehen durch das Training selbst.',
        en: 'At $b = 0.1$ hardly fewer units are silent than at $b = 0$ ($\\Phi(-0.1) = 46\\,\\%$ instead of $50\\,\\%$), and both learn. Larger differences come from training itself.',
      },
    },
    {
      kind: 'curve',
      id: 'loss-over-bias',
      question: {
        de: 'Wie hängt der Verlust am Ende vom anfänglichen Bias ab?',
        en: 'How does the final loss depend on the initial bias?',
      },
      view: 'loss-by-bias',
      series: 0,
      range: [0.05, 1],
      because: {
        de: 'Es gibt zwei Arten zu scheitern: Links schweigen fast alle Units und lernen nichts, rechts schweigt keine, und ohne Knick ist die Schicht fast linear.',
        en: 'There are two ways to fail: on the left almost all units are silent and learn nothing, on the right none is, and without a kink the layer is almost linear.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Erwarteter und gezählter Anteil schweigender Units vor dem Training für $b = 0{,}1$ ($z_0 = -\\infty$ bei LeakyReLU)',
        en: 'Expected and counted share of silent units before training for $b = 0.1$ ($z_0 = -\\infty$ with LeakyReLU)',
      },
      tex: String.raw`\Phi\Bigl(\tfrac{z_0 - (b + n\,m\,\mu)}{\sqrt{1 + \mu^2 + n\,m^2}}\Bigr) = \Phi(\live{score}) = \live{expected} \approx \live{counted}`,
      values: ({ setup, frames }, _frame, params) => ({
        score: silentScore(BOOK_BIAS, { ...params, inputs: INPUTS }),
        expected: setup.silentTheory[BOOK]!,
        counted: frames[0]?.silentAtStart[BOOK] ?? Number.NaN,
      }),
    },
    {
      label: {
        de: 'Verlust mit $b = 0{,}1$, geteilt durch den mit $b = 0$',
        en: 'Loss with $b = 0.1$ divided by that with $b = 0$',
      },
      tex: String.raw`\frac{L_b}{L_0} = \frac{\live{book}}{\live{zero}} = \live{ratio}`,
      values: ({ frames }, frame) => {
        const [book, zero] = [BOOK, ZERO].map((variant) => frames[frame]?.loss[variant] ?? Number.NaN) as [
          number,
          number,
        ];
        return { book, zero, ratio: book / zero };
      },
    },
  ],
  divergence: {
    watched: 'loss',
    norm: 'weightNorm',
    normLabel: { de: 'Norm der Gewichte ‖θ‖', en: 'norm of the weights ‖θ‖' },
    variants: { field: 'biases', symbol: 'b' },
    cause: {
      de: 'Die Lernrate ist zu groß für die Eingaben: Jeder Schritt schießt weiter über das Minimum hinaus als der vorige. Es hilft eine kleinere Lernrate oder der Mittelwert $\\mu = 0$.',
      en: 'The learning rate is too large for the inputs: every step overshoots the minimum by more than the one before. A smaller learning rate helps, or the mean $\\mu = 0$.',
    },
  },
  views: [
    {
      kind: 'response',
      id: 'silent-by-bias',
      title: { de: 'Schweigende und tote Units', en: 'Silent and dead units' },
      caption: {
        de: 'Vor dem Training folgt der Anteil der Ableitungen unter 1 % der Kurve $\\Phi(z_0 - b)$, bei ReLU also $\\Phi(-b)$; tot sind Units nur bei stark negativem Bias. Das Training verschiebt beides.',
        en: 'Before training the share of derivatives below 1 % follows $\\Phi(z_0 - b)$, with ReLU $\\Phi(-b)$; units are dead only where the bias is strongly negative. Training moves both.',
      },
      x: { field: 'biases', title: { de: 'Anfänglicher Bias b', en: 'Initial bias b' } },
      y: { title: { de: 'Anteil', en: 'Share' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'silentAtStart', label: { de: 'schweigt, zu Beginn', en: 'silent, at the start' } },
        { field: 'silent', label: { de: 'schweigt, jetzt', en: 'silent, now' } },
        { field: 'deadAtStart', label: { de: 'tot, zu Beginn', en: 'dead, at the start' } },
        { field: 'dead', label: { de: 'tot, jetzt', en: 'dead, now' } },
      ],
      theory: [
        {
          field: 'silentTheory',
          label: { de: 'Φ(z₀ − b), mit m und μ verallgemeinert', en: 'Φ(z₀ − b), generalized by m and μ' },
          source: `${GOODFELLOW}, 3.9.3`,
          series: 0,
        },
        {
          field: 'deadTheory',
          label: {
            de: 'Mittel von Φ((z₀ − b)/‖w‖)ᴺ über die Gewichte',
            en: 'mean of Φ((z₀ − b)/‖w‖)ᴺ over the weights',
          },
          source: `cf. ${LU}`,
          series: 2,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'activity-by-unit',
      title: { de: 'Wie aktiv die Units sind', en: 'How active the units are' },
      caption: {
        de: 'Die Units jedes Netzes nach Aktivität geordnet: Auf der Nulllinie liegen tote Units, ganz oben solche, die keinem Punkt schweigen.',
        en: 'The units of each network in order of activity: on the zero line are dead units, at the very top those that are silent for none.',
      },
      x: {
        field: 'ranks',
        title: { de: 'Rang der Unit (Anteil der Units)', en: 'Rank of the unit (share of units)' },
        scale: 'linear',
        range: [0, 1],
      },
      y: {
        title: {
          de: 'Anteil der Punkte mit Ableitung ≥ 1 %',
          en: 'Share of points with derivative ≥ 1 %',
        },
        scale: 'linear',
        range: [0, 1],
      },
      series: [{ field: 'activity', label: { de: 'Aktivität', en: 'Activity' } }],
      variants: { field: 'biases', symbol: 'b' },
    },
    {
      kind: 'response',
      id: 'loss-by-bias',
      title: { de: 'Verlust je Bias', en: 'Loss by bias' },
      caption: {
        de: 'Am schnellsten lernen die Netze in der Mitte: Ganz links fehlt der Gradient, ganz rechts der Knick. Zwischen 0 und 0,1 ist kaum ein Unterschied.',
        en: 'The networks in the middle learn fastest: on the far left the gradient is missing, on the far right the kink. Between 0 and 0.1 there is hardly a difference.',
      },
      x: { field: 'biases', title: { de: 'Anfänglicher Bias b', en: 'Initial bias b' } },
      y: {
        title: { de: 'Trainingsverlust L', en: 'Training loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'log',
      },
      series: [{ field: 'loss', label: { de: 'Training', en: 'Training' } }],
    },
    {
      kind: 'timeline',
      id: 'loss',
      title: { de: 'Verlust im Verlauf', en: 'Loss over time' },
      caption: {
        de: 'Mit stark negativem Bias beginnt das Lernen spät; mit stark positivem sind die Ausgaben anfangs so groß, dass der Verlust erst ausschlägt.',
        en: 'With a strongly negative bias learning begins late; with a strongly positive one the outputs are so large at first that the loss swings up before it falls.',
      },
      y: {
        title: { de: 'Trainingsverlust L', en: 'Training loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'log',
      },
      series: [
        { field: 'loss', index: 0, label: { de: 'Bias 1 (kleinster)', en: 'bias 1 (lowest)' } },
        { field: 'loss', index: 1, label: { de: 'Bias 2', en: 'bias 2' } },
        { field: 'loss', index: 2, label: { de: 'Bias 3', en: 'bias 3' } },
        { field: 'loss', index: 3, label: { de: 'Bias 4 (null)', en: 'bias 4 (zero)' } },
        { field: 'loss', index: 4, label: { de: 'Bias 5 (0,1)', en: 'bias 5 (0.1)' } },
        { field: 'loss', index: 5, label: { de: 'Bias 6', en: 'bias 6' } },
        { field: 'loss', index: 6, label: { de: 'Bias 7', en: 'bias 7' } },
        { field: 'loss', index: 7, label: { de: 'Bias 8 (größter)', en: 'bias 8 (highest)' } },
      ],
      variants: { field: 'biases', symbol: 'b' },
    },
  ],
  claims: [
    {
      id: 'the-silent-share-follows-the-formula',
      text: {
        de: 'Vor dem Training ist der Anteil der Ableitungen null $\\Phi(-b)$ (gemessen: größte Abweichung über alle Startwerte).',
        en: 'Before training the share of zero derivatives is $\\Phi(-b)$ (measured: largest deviation over all starting values).',
      },
      source: `${GOODFELLOW}, 6.3.1`,
      measure: largestDeviation,
      bound: { atMost: 0.05 },
      over: 'every-seed',
    },
    {
      id: 'elu-is-hardly-silent',
      text: {
        de: 'Mit ELU fällt die Ableitung vor dem Training selbst bei $b = -2$ höchstens für 3 % der Paare unter 1 % (mit ReLU für fast alle).',
        en: 'With ELU the derivative before training is below 1 % for at most 3 % of the pairs even at $b = -2$ (with ReLU for almost all).',
      },
      source: 'Clevert, Unterthiner, Hochreiter: ELUs (2016), 3',
      params: { activation: 'elu' },
      measure: ({ frames }) => frames[0]!.silent[LOWEST]!,
      bound: { atMost: 0.03 },
      over: 'every-seed',
    },
    {
      id: 'dead-units-stay-dead',
      text: {
        de: 'Tote Units bleiben tot: Keine Unit, die einmal für alle Punkte schweigt, antwortet je wieder (größter Anteil über alle Netze und Schritte, auch wenn viele sterben).',
        en: 'Dead units stay dead: no unit that is once silent for all points ever answers again (largest share over all networks and steps, even where many die).',
      },
      source: LU,
      params: { inputMean: 2, learningRate: 1 },
      measure: ({ frames }) => Math.max(...frames.flatMap(({ revived }) => [...revived])),
      bound: { atMost: 0 },
      over: 'every-seed',
    },
    {
      id: 'a-negative-bias-holds-learning-up',
      text: {
        de: 'Mit $b = -2$ ist der Verlust am Ende mindestens anderthalbmal so groß wie mit $b = 0$ (gemessen: Verhältnis).',
        en: 'With $b = -2$ the final loss is at least one and a half times that with $b = 0$ (measured: ratio).',
      },
      source: `${GOODFELLOW}, 6.3.1`,
      measure: (trace) => lossRatio(trace, LOWEST),
      bound: { atLeast: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'too-much-bias-holds-learning-up-as-well',
      text: {
        de: 'Zu viel ist auch nicht gut: Mit $b = 2$ ist der Verlust am Ende mindestens anderthalbmal so groß wie mit $b = 0$ (gemessen: Verhältnis).',
        en: 'Too much is no good either: with $b = 2$ the final loss is at least one and a half times that with $b = 0$ (measured: ratio).',
      },
      source: `${GOODFELLOW}, 8.4`,
      measure: (trace) => lossRatio(trace, HIGHEST),
      bound: { atLeast: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'the-book-bias-hardly-matters-here',
      text: {
        de: 'Der empfohlene Bias 0,1 ändert hier wenig: Im Mittel über die Stichproben weicht der Verlust am Ende um höchstens ein Zehntel von dem mit $b = 0$ ab (gemessen: Verhältnis).',
        en: 'The recommended bias of 0.1 changes little here: on average over samples the final loss differs from that with $b = 0$ by a tenth at most (measured: ratio).',
      },
      source: `${GOODFELLOW}, 6.3.1`,
      measure: (trace) => lossRatio(trace, BOOK),
      bound: { atLeast: 0.9, atMost: 1.1 },
      over: 'mean',
    },
    {
      id: 'a-good-start-does-not-prevent-dying',
      text: {
        de: 'Eingaben mit Mittelwert 2 und die Lernrate 1 töten auch bei $b = 0{,}1$ mindestens 30 % der Units (Anteil am Ende).',
        en: 'Inputs of mean 2 and a learning rate of 1 kill at least 30 % of the units even with $b = 0.1$ (share at the end).',
      },
      source: LU,
      params: { inputMean: 2, learningRate: 1 },
      measure: ({ frames }) => frames.at(-1)!.dead[BOOK]!,
      bound: { atLeast: 0.3 },
      over: 'every-seed',
    },
  ],
});
