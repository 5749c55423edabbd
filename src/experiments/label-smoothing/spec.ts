import { defineExperiment, type Trace } from '../kit/experiment';
import type { Localized } from '../kit/localized';

/** The ε of the networks; the first one trains on hard targets. */
export const EPSILONS: readonly number[] = [0, 0.02, 0.05, 0.1, 0.2, 0.4];
/** How many networks train at once: one for each ε on correct labels, then one for each on labels some of which are wrong. */
export const NETWORKS = 2 * EPSILONS.length;
/** Bins of the reliability diagram, from 0 to 1. */
export const BINS = 10;

/** Computed before the first step. */
export type Setup = {
  /** `[epsilons]`, ascending from 0. */
  readonly epsilons: Float32Array;
  /** ε of each network, first those on correct labels, `[2 · epsilons]`. */
  readonly networkEpsilons: Float32Array;
  /** log((1 − ε)(k − 1) / ε), `[epsilons]`; NaN for 0. */
  readonly expectedGap: Float32Array;
  /** The same for the shown ε. */
  readonly expectedGapShown: number;
  /** Entropy of the targets in nats, `[epsilons]`. */
  readonly entropy: Float32Array;
  /** 0 for the label, 1 … k − 1 for the classes after it in a circle, `[classes]`. */
  readonly places: Float32Array;
  /** Middles of the bins of confidence, `[bins]`. */
  readonly bins: Float32Array;
  /** Accuracy of a calibrated classifier in each bin, which is the bin's middle, `[bins]`. */
  readonly diagonal: Float32Array;
};

/**
 * State after `step` training steps. `clean…` are the networks trained on correct labels, `flipped…` those trained on some wrong ones,
 * `[epsilons]` each, NaN where training has diverged. Both are tested on the true classes.
 */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Cross entropy with the smoothed targets on the training points in nats, first clean, then flipped, `[2 · epsilons]`. */
  readonly trainLoss: Float32Array;
  /** Euclidean norm of all weights, biases not counted, in the same order. */
  readonly weightNorm: Float32Array;
  /** Logit of the given label minus the mean of the others, mean over the training points. */
  readonly cleanGap: Float32Array;
  readonly flippedGap: Float32Array;
  /** `trainLoss` by group. */
  readonly cleanLoss: Float32Array;
  readonly flippedLoss: Float32Array;
  /** Negative log likelihood of the true classes of new points, in nats. */
  readonly cleanNll: Float32Array;
  readonly flippedNll: Float32Array;
  /** Expected calibration error on new points, 0 … 1. */
  readonly cleanError: Float32Array;
  readonly flippedError: Float32Array;
  /** Share of new points whose true class is named, 0 … 1. */
  readonly cleanAccuracy: Float32Array;
  readonly flippedAccuracy: Float32Array;
  /** Share of right answers by confidence, `[bins]`, NaN for an empty bin: trained on wrong labels too, with ε = 0. */
  readonly plainReliability: Float32Array;
  /** The same with the shown ε. */
  readonly shownReliability: Float32Array;
  /** Trained on correct labels with the shown ε. */
  readonly cleanReliability: Float32Array;
  /** 1 − ε and ε / (k − 1), with the shown ε, `[classes]`. */
  readonly target: Float32Array;
  /** The form of Szegedy et al.: 1 − ε + ε / k and ε / k. */
  readonly sharedTarget: Float32Array;
  /** Mean probabilities on the training points, trained on correct labels with ε = 0, `[classes]`. */
  readonly plainAnswer: Float32Array;
  /** The same with the shown ε. */
  readonly shownAnswer: Float32Array;
};

const MILD = EPSILONS.indexOf(0.1);
const MEDIUM = EPSILONS.indexOf(0.2);
const LAST = EPSILONS.length - 1;

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Gap without smoothing at the end, divided by that after a quarter of the run. */
function growthOfHardGap({ frames }: Trace<Setup, Frame>): number {
  return frames.at(-1)!.cleanGap[0]! / frames[frames.length >> 2]!.cleanGap[0]!;
}

/** Largest distance of measured ÷ expected from one, ε = 0 left out. */
function largestDeviation(measured: Float32Array, expected: Float32Array): number {
  return Math.max(...measured.subarray(1).map((value, index) => Math.abs(value / expected[index + 1]! - 1)));
}

function accuracyGain({ flippedAccuracy }: Frame): number {
  return flippedAccuracy[MEDIUM]! - flippedAccuracy[0]!;
}

/** In Germany a comma. */
function germanNumber(value: number): string {
  return String(value).replace('.', ',');
}

const CLEAN: Localized = { de: 'mit richtigen Labels trainiert', en: 'trained on correct labels' };
const FLIPPED: Localized = {
  de: 'mit teils falschen Labels trainiert',
  en: 'trained on partly wrong labels',
};
const EPSILON_AXIS = { field: 'epsilons', title: { de: 'Glättung ε', en: 'Smoothing ε' } } as const;
/** Clouds that do not overlap, and steps small enough to watch the logits. */
const SEPARATE = { spread: 0.3, learningRate: 0.01 } as const;
/** Training that stops before wrong labels are learned by heart. */
const UNMEMORIZED = { optimizer: 'gradient-descent', learningRate: 0.1, spread: 0.3 } as const;

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const MUELLER = 'Müller, Kornblith, Hinton: When does label smoothing help? (2019)';
const GUO = 'Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks (2017)';
const ARPIT = 'Arpit et al.: A closer look at memorization in deep networks (2017)';

/** Label smoothing: six ε, each on correct labels and on labels some of which are wrong. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'label-smoothing',
  title: { de: 'Label Smoothing', en: 'Label smoothing' },
  summary: {
    de: 'Zwölf Netze lernen, wie sicher sie sich eines Labels sein sollen, das auch falsch sein kann.',
    en: 'Twelve networks learn how sure to be of a label that may be wrong.',
  },
  explanation: {
    de: String.raw`
Die **Labels** der Trainingsdaten können falsch sein, etwa mit Wahrscheinlichkeit $\epsilon$. Die Zielwerte 1 und 0 erreicht ein Softmax aber nur im Unendlichen: Die Logits wachsen, solange man trainiert, und mit ihnen die Sicherheit, auch wo das Label falsch ist. **Label Smoothing** gibt bei $k$ Klassen dem Label $y$ und jeder anderen Klasse $j$ die Zielwerte
$$
t_y = 1 - \epsilon, \qquad t_j = \frac{\epsilon}{k - 1} .
$$
Das ist die Verteilung der wahren Klasse, wenn ein falsches Label jede andere Klasse gleich oft nennt. Diese **weichen Zielwerte** erreicht der Softmax, sobald
$$
z_y - z_j = \log\frac{(1 - \epsilon)(k - 1)}{\epsilon} .
$$
Der Verlust ist dann gleich der Entropie der Zielwerte; darunter kommt er nie.

Hier lernen zwölf Netze dieselben Punkte: sechs $\epsilon$, einmal mit richtigen Labels und einmal mit einem Anteil $\rho$ falscher, geprüft an der wahren Klasse neuer Punkte. **Kalibriert** ist ein Netz, wenn von den Antworten, deren es sich zu 80 % sicher ist, 80 % stimmen; der **ECE** (expected calibration error) ist der mittlere Abstand zwischen Sicherheit und Trefferquote.

Szegedy et al. (2016) geben $\epsilon / k$ jeder Klasse, auch der des Labels. Für dieselben Zielwerte ist ihr $\epsilon$ um den Faktor $k / (k - 1)$ größer.`,
    en: String.raw`
The **labels** of training data may be wrong, say with probability $\epsilon$. But a softmax reaches the targets 1 and 0 at infinity only: the logits grow as long as training lasts, and certainty grows with them, even where the label is wrong. With $k$ classes, **label smoothing** gives the label $y$ and every other class $j$ the targets
$$
t_y = 1 - \epsilon, \qquad t_j = \frac{\epsilon}{k - 1} .
$$
That is the distribution of the true class if a wrong label names each of the other classes equally often. A softmax reaches these **soft targets** as soon as
$$
z_y - z_j = \log\frac{(1 - \epsilon)(k - 1)}{\epsilon} .
$$
The loss then equals the entropy of the targets; it never gets below that.

Here twelve networks learn the same points: six $\epsilon$, once with correct labels and once with a share $\rho$ of wrong ones, tested on the true class of new points. A network is **calibrated** if 80 % of the answers of which it is 80 % sure are right; the **ECE** (expected calibration error) is the mean distance between certainty and the share of right answers.

Szegedy et al. (2016) give $\epsilon / k$ to every class, that of the label included. For the same targets their $\epsilon$ is larger by a factor of $k / (k - 1)$.`,
  },
  presets: [
    {
      id: 'on-the-theory',
      title: { de: 'Auf der Theorie', en: 'On the theory' },
      why: {
        de: 'Getrennte Klassen, kleine Schritte: Der Abstand läuft auf die gestrichelte Linie und bleibt dort; nur bei $\\epsilon = 0$ wächst er weiter.',
        en: 'Separate classes, small steps: the gap runs onto the dashed line and stays there; only for $\\epsilon = 0$ does it keep growing.',
      },
      params: SEPARATE,
    },
    {
      id: 'ten-classes',
      title: { de: 'Zehn Klassen', en: 'Ten classes' },
      why: {
        de: 'Der Abstand wird größer, und die Form von Szegedy et al. unterscheidet sich kaum noch.',
        en: 'The gap grows, and the form of Szegedy et al. hardly differs any more.',
      },
      params: { classes: 10, trainingPoints: 100, spread: 0.3, shown: '0.1' },
    },
    {
      id: 'many-wrong-labels',
      title: { de: 'Vier von zehn falsch', en: 'Four out of ten wrong' },
      why: {
        de: 'Hier lohnt auch $\\epsilon = 0{,}4$: NLL und ECE fallen stark. Viele Punkte erkennt das Netz trotzdem falsch.',
        en: 'Here even $\\epsilon = 0.4$ pays off: NLL and ECE fall strongly. The network still gets many points wrong.',
      },
      params: { flipRate: 0.4, shown: '0.4' },
    },
    {
      id: 'nothing-memorized',
      title: { de: 'Nicht auswendig gelernt', en: 'Nothing memorized' },
      why: {
        de: 'Hier versagt die Regel: Gradientenabstieg hört auf, bevor er die falschen Labels lernt. Das Netz ist von selbst vorsichtig, und Glättung verschlechtert die Kalibrierung.',
        en: 'Here the rule fails: gradient descent ends before it learns the wrong labels. The network is careful by itself, and smoothing makes calibration worse.',
      },
      params: UNMEMORIZED,
    },
  ],
  limits: {
    de: String.raw`Die Formel für den Abstand gilt im Minimum des Verlusts und nur, wo das Netz jedes Label einzeln treffen kann; bei falschen Labels bleibt er darunter, bis das Netz sie auswendig kann. Glättung hilft gegen zu große Sicherheit, nicht gegen die falschen Labels: Über zehn Stichproben *sank* der Anteil richtig erkannter Punkte mit $\epsilon = 0{,}2$ im Mittel um zwei Prozentpunkte. Lukasik et al. (2020) berichten bei Bilddaten von Gewinnen. Das beste $\epsilon$ ist nicht einfach $\rho$, und falsche Labels müssten jede andere Klasse gleich oft nennen.`,
    en: String.raw`The formula for the gap holds at the minimum of the loss, and only where the network can meet each label by itself; with wrong labels the gap stays below it until the network knows them by heart. Smoothing helps against too much certainty, not against the wrong labels: over ten samples the share of points recognized correctly *fell* by two percentage points on average with $\epsilon = 0.2$. Lukasik et al. (2020) report gains on image data. The best $\epsilon$ is not simply $\rho$, and wrong labels would have to name every other class equally often.`,
  },
  concepts: {
    de: [
      'Label Smoothing',
      'Label-Smoothing',
      'Lable Smoothing',
      'Labelglättung',
      'weiche Zielwerte',
      'weiche Labels',
      'Output-Labels',
      'verrauschte Labels',
      'falsche Labels',
      'Label-Rauschen',
      'Kalibrierung',
      'Data Augmentation',
    ],
    en: [
      'label smoothing',
      'lable smoothing',
      'soft targets',
      'soft labels',
      'output labels',
      'noisy labels',
      'label noise',
      'wrong labels',
      'calibration',
      'expected calibration error',
      'reliability diagram',
      'data augmentation',
    ],
  },
  stepsPerFrame: 10,
  params: {
    classes: {
      kind: 'number',
      label: { de: 'Klassen', en: 'Classes' },
      symbol: 'k',
      help: {
        de: 'Mit mehr Klassen wird der Abstand der Logits größer.',
        en: 'With more classes the gap between the logits grows.',
      },
      min: 2,
      max: 10,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 3,
    },
    shown: {
      kind: 'choice',
      label: { de: 'Gezeigtes ε', en: 'Shown ε' },
      help: {
        de: 'Das ε der Einzelheiten und Formeln; trainiert werden immer alle.',
        en: 'The ε of the details and formulas; all of them are always trained.',
      },
      options: EPSILONS.slice(1).map((epsilon) => ({
        value: String(epsilon),
        label: { de: germanNumber(epsilon), en: String(epsilon) },
      })),
      default: '0.2',
    },
    flipRate: {
      kind: 'number',
      label: { de: 'Anteil falscher Labels', en: 'Share of wrong labels' },
      symbol: '\\rho',
      help: {
        de: 'So viele Punkte der zweiten Gruppe tragen das Label einer zufälligen anderen Klasse.',
        en: 'That many points of the second group bear the label of another class at random.',
      },
      min: 0,
      max: 0.4,
      step: 0.05,
      scale: 'linear',
      default: 0.2,
    },
    spread: {
      kind: 'number',
      label: { de: 'Streuung der Punkte', en: 'Spread of the points' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung durch halben Abstand der Klassen: Bei 0,3 überlappen sie kaum, bei 0,5 etwas.',
        en: 'Standard deviation over half the distance of classes: at 0.3 they hardly overlap, at 0.5 somewhat.',
      },
      min: 0.1,
      max: 0.8,
      step: 0.1,
      scale: 'linear',
      default: 0.5,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit mehr Punkten fällt es schwerer, falsche Labels auswendig zu lernen.',
        en: 'With more points wrong labels are harder to learn by heart.',
      },
      min: 20,
      max: 200,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 60,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, aber unruhiger.',
        en: 'Larger values learn faster, but less steadily.',
      },
      min: 0.001,
      max: 1,
      step: 0.1,
      scale: 'log',
      default: 0.03,
    },
    optimizer: {
      kind: 'choice',
      label: { de: 'Verfahren', en: 'Method' },
      help: {
        de: 'Adam macht auch bei kleiner Ableitung große Schritte. Gradientenabstieg lernt in so wenigen Schritten kaum ein falsches Label; zu ihm passt η = 0,1.',
        en: 'Adam takes large steps even where the derivative is small. Gradient descent hardly learns a wrong label in so few steps; η = 0.1 suits it.',
      },
      options: [
        { value: 'adam', label: { de: 'Adam', en: 'Adam' } },
        { value: 'gradient-descent', label: { de: 'Gradientenabstieg', en: 'Gradient descent' } },
      ],
      default: 'adam',
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Ohne Glättung werden die Logits umso größer, je länger man trainiert.',
        en: 'Without smoothing the logits become the larger, the longer one trains.',
      },
      min: 20,
      max: 1500,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 400,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'accuracy-with-wrong-labels',
      question: {
        de: 'Ein Teil der Labels ist falsch. Wie ändert $\\epsilon = 0{,}2$ den Anteil neuer Punkte, deren wahre Klasse das Netz nennt, verglichen mit $\\epsilon = 0$?',
        en: 'Some of the labels are wrong. How does $\\epsilon = 0.2$ change the share of new points whose true class the network names, compared with $\\epsilon = 0$?',
      },
      options: [
        {
          id: 'better',
          text: { de: 'Er steigt', en: 'It rises' },
        },
        {
          id: 'same',
          text: { de: 'Höchstens 0,1 Unterschied', en: 'Differs by 0.1 at most' },
        },
        {
          id: 'worse',
          text: { de: 'Er fällt', en: 'It falls' },
        },
      ],
      answer: (trace) => {
        const gain = accuracyGain(lastFrame(trace));
        if (gain > 0.1) return 'better';
        return gain < -0.1 ? 'worse' : 'same';
      },
      because: {
        de: 'Es nennt die Klasse mit dem größten Logit. Weiche Zielwerte begrenzen, wie *weit* er vorn liegt; auswendig lernt das Netz die falschen Labels trotzdem. Besser werden NLL und ECE.',
        en: 'It names the class with the largest logit. Soft targets limit *how far* that is ahead; the network still learns the wrong labels by heart. What gets better are NLL and ECE.',
      },
    },
    {
      kind: 'curve',
      id: 'calibration-by-smoothing',
      question: {
        de: 'Ein Teil der Labels ist falsch. Wie hängt der Kalibrierungsfehler am Ende von $\\epsilon$ ab?',
        en: 'Some of the labels are wrong. How does the calibration error at the end depend on $\\epsilon$?',
      },
      view: 'calibration',
      series: 1,
      range: [0, 0.5],
      because: {
        de: 'Links ist das Netz zu sicher, rechts zu unsicher; dazwischen passen Sicherheit und Trefferquote zueinander.',
        en: 'On the left the network is too sure, on the right too unsure; in between certainty and accuracy agree.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Abstand der Logits, den das gezeigte $\\epsilon$ verlangt, und der gemessene (richtige Labels)',
        en: 'Gap between the logits that the shown $\\epsilon$ demands, and the measured one (correct labels)',
      },
      tex: String.raw`\log\frac{(1 - \epsilon)(k - 1)}{\epsilon} = \log\frac{\live{own}\cdot\live{others}}{\live{epsilon}} = \live{expected} \approx \live{measured}`,
      values: ({ setup, frames }, at, { classes, shown }) => {
        const epsilon = Number(shown);
        const measured = frames[at]!.cleanGap[EPSILONS.indexOf(epsilon)]!;
        return { own: 1 - epsilon, others: classes - 1, epsilon, expected: setup.expectedGapShown, measured };
      },
    },
    {
      label: {
        de: 'Das $\\epsilon$, das bei Szegedy et al. dieselben Zielwerte gibt',
        en: 'The $\\epsilon$ of Szegedy et al. that gives the same targets',
      },
      tex: String.raw`\epsilon_{\text{Szegedy}} = \frac{k}{k - 1}\,\epsilon = \live{factor}\cdot\live{epsilon} = \live{theirs}`,
      values: (_trace, _frame, { classes, shown }) => {
        const [factor, epsilon] = [classes / (classes - 1), Number(shown)];
        return { factor, epsilon, theirs: factor * epsilon };
      },
    },
  ],
  divergence: {
    watched: 'trainLoss',
    norm: 'weightNorm',
    normLabel: { de: 'Gewichtsnorm ‖w‖', en: 'weight norm ‖w‖' },
    variants: { field: 'networkEpsilons', symbol: 'ε' },
    cause: {
      de: 'Die Lernrate $\\eta$ ist zu groß: Die Schritte schießen über das Ziel hinaus.',
      en: 'The learning rate $\\eta$ is too large: the steps overshoot their goal.',
    },
  },
  views: [
    {
      kind: 'timeline',
      id: 'gap-over-time',
      title: { de: 'Abstand der Logits im Verlauf', en: 'Gap between the logits over time' },
      caption: {
        de: 'Ohne Glättung wächst der Abstand immer weiter, mit Glättung bleibt er stehen (richtige Labels).',
        en: 'Without smoothing the gap keeps growing, with smoothing it stops (correct labels).',
      },
      y: { title: { de: 'Abstand z_y − z̄', en: 'Gap z_y − z̄' }, scale: 'log', range: [0.2, 100] },
      series: EPSILONS.map((_, index) => ({
        field: 'cleanGap' as const,
        index,
        label: { de: 'Abstand', en: 'gap' },
      })),
      variants: { field: 'epsilons', symbol: 'ε' },
      threshold: {
        field: 'expectedGapShown',
        label: { de: 'Theorie für das gezeigte ε', en: 'theory for the shown ε' },
      },
    },
    {
      kind: 'response',
      id: 'gap-by-smoothing',
      title: { de: 'Abstand der Logits je Glättung', en: 'Gap between the logits by smoothing' },
      caption: {
        de: 'Sind alle Labels richtig, landen die Punkte auf der Theorie; für $\\epsilon = 0$ ist sie unendlich.',
        en: 'Where all labels are correct the points end up on the theory; for $\\epsilon = 0$ it is infinite.',
      },
      x: EPSILON_AXIS,
      y: {
        title: { de: 'Abstand z_y − z̄ (Training)', en: 'Gap z_y − z̄ (training)' },
        scale: 'log',
        range: [0.2, 100],
      },
      series: [
        { field: 'cleanGap', label: CLEAN },
        { field: 'flippedGap', label: FLIPPED },
      ],
      theory: [
        {
          field: 'expectedGap',
          label: { de: 'log((1−ε)(k−1)/ε)', en: 'log((1−ε)(k−1)/ε)' },
          source: `${GOODFELLOW}, 7.5.1`,
          series: 0,
        },
      ],
    },
    {
      kind: 'response',
      id: 'loss-by-smoothing',
      title: { de: 'Trainingsverlust und Entropie', en: 'Training loss and entropy' },
      caption: {
        de: 'Die Entropie der Zielwerte ist der kleinste mögliche Verlust; mit $\\epsilon$ wächst also auch er.',
        en: 'The entropy of the targets is the smallest possible loss, and so it grows with $\\epsilon$.',
      },
      x: EPSILON_AXIS,
      y: { title: { de: 'Verlust L', en: 'Loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'linear' },
      series: [
        { field: 'cleanLoss', label: CLEAN },
        { field: 'flippedLoss', label: FLIPPED },
      ],
      theory: [
        {
          field: 'entropy',
          label: { de: 'Entropie der Zielwerte', en: 'entropy of the targets' },
          source: `${GOODFELLOW}, 3.13`,
          series: 0,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'targets',
      title: { de: 'Zielwerte und Antworten', en: 'Targets and answers' },
      caption: {
        de: 'Platz 0 ist das Label, dann folgen die anderen Klassen. Das Netz (richtige Labels, Mittel über die Trainingspunkte) trifft die Zielwerte.',
        en: 'Place 0 is the label, then follow the other classes. The network (correct labels, mean over the training points) meets the targets.',
      },
      x: {
        field: 'places',
        title: { de: 'Platz nach dem Label', en: 'Place after the label' },
        scale: 'linear',
      },
      y: {
        title: { de: 'Wahrscheinlichkeit', en: 'Probability' },
        scale: 'linear',
        range: [0, 1],
      },
      series: [
        {
          field: 'target',
          label: { de: 'Zielwerte: 1 − ε, ε/(k−1)', en: 'targets: 1 − ε, ε/(k−1)' },
          mark: 'stems',
        },
        {
          field: 'sharedTarget',
          label: { de: 'Szegedy et al.: ε/k für jede Klasse', en: 'Szegedy et al.: ε/k for every class' },
          mark: 'points',
        },
        { field: 'shownAnswer', label: { de: 'Netz mit ε', en: 'network with ε' }, mark: 'points' },
        { field: 'plainAnswer', label: { de: 'Netz mit ε = 0', en: 'network with ε = 0' }, mark: 'points' },
      ],
    },
    {
      kind: 'response',
      id: 'likelihood',
      title: { de: 'Verlust auf neuen Punkten (NLL)', en: 'Loss on new points (NLL)' },
      caption: {
        de: 'Waren Labels falsch, so irrt das Netz ohne Glättung mit großer Sicherheit, und das ist teuer.',
        en: 'Where labels were wrong a network without smoothing errs with great certainty, which is expensive.',
      },
      x: EPSILON_AXIS,
      y: {
        title: { de: 'NLL der wahren Klasse', en: 'NLL of the true class' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'log',
      },
      series: [
        { field: 'cleanNll', label: CLEAN },
        { field: 'flippedNll', label: FLIPPED },
      ],
    },
    {
      kind: 'response',
      id: 'calibration',
      title: { de: 'Kalibrierungsfehler', en: 'Calibration error' },
      caption: {
        de: 'Mit falschen Labels liegt das beste $\\epsilon$ dazwischen; mit richtigen wird das Netz bald zu unsicher.',
        en: 'With wrong labels the best $\\epsilon$ lies in between; with correct ones the network soon gets too unsure.',
      },
      x: EPSILON_AXIS,
      y: { title: { de: 'ECE', en: 'ECE' }, scale: 'linear' },
      series: [
        { field: 'cleanError', label: CLEAN },
        { field: 'flippedError', label: FLIPPED },
      ],
    },
    {
      kind: 'profile',
      id: 'reliability',
      title: { de: 'Wie sicher, wie oft richtig', en: 'How sure, how often right' },
      caption: {
        de: 'Unter der Diagonale ist ein Netz zu sicher, darüber zu unsicher.',
        en: 'Below the diagonal a network is too sure, above it too unsure.',
      },
      x: {
        field: 'bins',
        title: { de: 'Sicherheit max p', en: 'Certainty max p' },
        scale: 'linear',
        range: [0, 1],
      },
      y: { title: { de: 'Anteil richtig', en: 'Share right' }, scale: 'linear', range: [0, 1] },
      series: [
        {
          field: 'plainReliability',
          label: { de: 'teils falsche Labels, ε = 0', en: 'partly wrong labels, ε = 0' },
          mark: 'points',
        },
        {
          field: 'shownReliability',
          label: { de: 'teils falsche Labels, gezeigtes ε', en: 'partly wrong labels, shown ε' },
          mark: 'points',
        },
        {
          field: 'cleanReliability',
          label: { de: 'richtige Labels, gezeigtes ε', en: 'correct labels, shown ε' },
          mark: 'points',
        },
      ],
      theory: [
        {
          field: 'diagonal',
          label: { de: 'Sicherheit = Anteil richtig', en: 'certainty = share right' },
          source: `${GUO}, 2`,
          series: 0,
        },
      ],
    },
    {
      kind: 'response',
      id: 'accuracy',
      title: { de: 'Richtig erkannt', en: 'Recognized correctly' },
      caption: {
        de: 'Hier ändert die Glättung wenig, und nicht immer zum Guten.',
        en: 'Here smoothing changes little, and not always for the better.',
      },
      x: EPSILON_AXIS,
      y: { title: { de: 'Anteil richtig', en: 'Share right' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'cleanAccuracy', label: CLEAN },
        { field: 'flippedAccuracy', label: FLIPPED },
      ],
    },
  ],
  claims: [
    {
      id: 'the-gap-meets-the-theory',
      text: {
        de: 'Bei richtigen Labels und getrennten Klassen liegt der Abstand der Logits für jedes $\\epsilon > 0$ höchstens 3 % neben $\\log\\frac{(1-\\epsilon)(k-1)}{\\epsilon}$ (gemessen: größte Abweichung als Anteil).',
        en: 'With correct labels and separate classes the gap between the logits is for every $\\epsilon > 0$ at most 3 % off $\\log\\frac{(1-\\epsilon)(k-1)}{\\epsilon}$ (measured: largest deviation as a share).',
      },
      source: `${GOODFELLOW}, 7.5.1`,
      params: SEPARATE,
      measure: (trace) => largestDeviation(lastFrame(trace).cleanGap, trace.setup.expectedGap),
      bound: { atMost: 0.03 },
      over: 'every-seed',
    },
    {
      id: 'without-smoothing-the-gap-keeps-growing',
      text: {
        de: 'Ohne Glättung wächst der Abstand der Logits weiter: Am Ende ist er mindestens um 10 % größer als nach einem Viertel der Schritte (gemessen: Verhältnis).',
        en: 'Without smoothing the gap between the logits keeps growing: at the end it is at least 10 % larger than after a quarter of the steps (measured: ratio).',
      },
      source: `${GOODFELLOW}, 7.5.1`,
      params: SEPARATE,
      measure: growthOfHardGap,
      bound: { atLeast: 1.1 },
      over: 'every-seed',
    },
    {
      id: 'the-loss-reaches-the-entropy',
      text: {
        de: 'Bei richtigen Labels und getrennten Klassen liegt der Trainingsverlust für jedes $\\epsilon > 0$ höchstens 3 % neben der Entropie der Zielwerte, dem kleinsten möglichen Verlust (gemessen: größte Abweichung als Anteil).',
        en: 'With correct labels and separate classes training loss is for every $\\epsilon > 0$ at most 3 % off the entropy of the targets, the smallest possible loss (measured: largest deviation as a share).',
      },
      source: `${GOODFELLOW}, 3.13`,
      params: SEPARATE,
      measure: (trace) => largestDeviation(lastFrame(trace).cleanLoss, trace.setup.entropy),
      bound: { atMost: 0.03 },
      over: 'every-seed',
    },
    {
      id: 'smoothing-lowers-the-loss-under-wrong-labels',
      text: {
        de: 'Sind 20 % der Labels falsch, so ist die NLL auf neuen Punkten mit $\\epsilon = 0{,}2$ im Mittel höchstens das 0,6-Fache von der ohne Glättung (gemessen: Verhältnis).',
        en: 'Where 20 % of the labels are wrong, NLL on new points with $\\epsilon = 0.2$ is on average at most 0.6 times that without smoothing (measured: ratio).',
      },
      source: `${GOODFELLOW}, 7.5.1`,
      measure: (trace) => lastFrame(trace).flippedNll[MEDIUM]! / lastFrame(trace).flippedNll[0]!,
      bound: { atMost: 0.6 },
      over: 'mean',
    },
    {
      id: 'smoothing-calibrates-under-wrong-labels',
      text: {
        de: 'Sind 20 % der Labels falsch, so ist der ECE mit $\\epsilon = 0{,}1$ im Mittel höchstens das 0,75-Fache von dem ohne Glättung (gemessen: Verhältnis).',
        en: 'Where 20 % of the labels are wrong, ECE with $\\epsilon = 0.1$ is on average at most 0.75 times that without smoothing (measured: ratio).',
      },
      source: MUELLER,
      measure: (trace) => lastFrame(trace).flippedError[MILD]! / lastFrame(trace).flippedError[0]!,
      bound: { atMost: 0.75 },
      over: 'mean',
    },
    {
      id: 'smoothing-correct-labels-makes-unsure',
      text: {
        de: 'Sind alle Labels richtig, so macht $\\epsilon = 0{,}4$ das Netz viel zu unsicher: Der ECE ist mindestens um 0,15 größer als ohne Glättung.',
        en: 'Where all labels are correct, $\\epsilon = 0.4$ makes the network far too unsure: ECE is larger by at least 0.15 than without smoothing.',
      },
      source: MUELLER,
      measure: (trace) => lastFrame(trace).cleanError[LAST]! - lastFrame(trace).cleanError[0]!,
      bound: { atLeast: 0.15 },
      over: 'every-seed',
    },
    {
      id: 'smoothing-harms-where-nothing-is-memorized',
      text: {
        de: 'Kann das Netz die falschen Labels nicht auswendig (Gradientenabstieg), so schadet Glättung: Mit $\\epsilon = 0{,}2$ ist der ECE mindestens um 0,05 größer als ohne.',
        en: 'Where the network does not know the wrong labels by heart (gradient descent) smoothing does harm: with $\\epsilon = 0.2$ ECE is larger by at least 0.05 than without.',
      },
      source: ARPIT,
      params: UNMEMORIZED,
      measure: (trace) => lastFrame(trace).flippedError[MEDIUM]! - lastFrame(trace).flippedError[0]!,
      bound: { atLeast: 0.05 },
      over: 'every-seed',
    },
    {
      id: 'accuracy-hardly-changes',
      text: {
        de: 'Mit 20 % falschen Labels ändert $\\epsilon = 0{,}2$ den Anteil richtig erkannter neuer Punkte im Mittel um höchstens 0,06 (gemessen: Gewinn als Anteil; in einer Stichprobe kann er größer sein, auch negativ).',
        en: 'With 20 % wrong labels $\\epsilon = 0.2$ changes the share of new points recognized correctly by at most 0.06 on average (measured: gain as a share; in a single sample it may be larger, negative too).',
      },
      source: MUELLER,
      measure: (trace) => accuracyGain(lastFrame(trace)),
      bound: { atLeast: -0.06, atMost: 0.06 },
      over: 'mean',
    },
  ],
});
