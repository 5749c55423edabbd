import { defineExperiment, type Trace } from '../kit/experiment';

/** Indices of the networks of the digits that the views and claims speak of. */
export const VARIANT = { plain: 0, dropout: 2, dropoutAndDecay: 4, decay: 5 } as const;
/** How many masks are averaged at most. */
export const MASKS = 32;
/** How many masks are averaged; each divides `MASKS`. */
export const MASK_COUNTS = [1, 2, 4, 8, 16, 32] as const;
/** Hidden units of the small network that is trained beside. */
export const SMALL_WIDTH = 16;
/** Digits in a training step. */
export const BATCH = 20;
/** Digits that no network is trained on. */
export const TEST_DIGITS = 300;
/** Rows and columns of a digit here: the inner ones of 14 × 14 pixels. */
export const IMAGE = { rows: 12, columns: 10 } as const;
/** Hidden units whose weights are shown as pictures. */
export const FILTERS = 12;
/** Shares of hidden units that are removed after training. */
export const REMOVED = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875] as const;
/** Index of the share one half in `REMOVED`. */
const HALF = 4;

/** Computed before the first step. */
export type Setup = {
  /** Probability of dropping a hidden unit, `[rates]`: 0, half of what is set, that, and so much that half as many units are left. */
  readonly rates: Float32Array;
  /** How many masks are averaged, `[counts]`. */
  readonly maskCounts: Float32Array;
  /** From 1, `[width]`. */
  readonly ranks: Float32Array;
  /** Shares of hidden units that are removed, `[shares]`. */
  readonly removed: Float32Array;
};

/** State after `step` training steps. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Mean cross entropy on the first hundred training digits, in nats, without masks, `[rates]`. */
  readonly trainLoss: Float32Array;
  /** The same on the test digits. */
  readonly testLoss: Float32Array;
  /** Share of test digits recognised, 0 … 1, `[rates]`. */
  readonly testAccuracy: Float32Array;
  /** Test loss with weight decay, `[rates]`; NaN where no such network is trained. */
  readonly decayLoss: Float32Array;
  /** Test accuracy with weight decay, likewise. */
  readonly decayAccuracy: Float32Array;
  /** Test loss of networks with `SMALL_WIDTH` units, likewise. */
  readonly smallLoss: Float32Array;
  /** Their test accuracy. */
  readonly smallAccuracy: Float32Array;
  /** Share of digits where the mean of so many masks answers as weight scaling does, 0 … 1, `[counts]`; NaN before the last frame. */
  readonly agreement: Float32Array;
  /** Share of digits that the mean recognises, likewise. */
  readonly averageAccuracy: Float32Array;
  /** Share of the same digits that weight scaling recognises, the same for all counts. */
  readonly scalingAccuracy: Float32Array;
  /** Weights into the first hidden units, `[2 · FILTERS, rows, columns]`: without dropout, then with it. */
  readonly filters: Uint8Array;
  /** Growth of test loss when that unit is removed, in nats, `[2 · FILTERS]`. */
  readonly filterLoss: Float32Array;
  /** The same for all hidden units without dropout, descending, `[width]`. */
  readonly plainRemoval: Float32Array;
  /** The same with dropout. */
  readonly dropoutRemoval: Float32Array;
  /** Test accuracy when that share of hidden units is removed, without dropout, 0 … 1, `[shares]`. */
  readonly plainRemaining: Float32Array;
  /** The same with dropout. */
  readonly dropoutRemaining: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Test loss without dropout over that with it, for the network of the set width. */
function largeGain(trace: Trace<Setup, Frame>): number {
  const { testLoss } = lastFrame(trace);
  return testLoss[VARIANT.plain]! / testLoss[VARIANT.dropout]!;
}

/** Test accuracy with dropout less that without it, for the network of the set width. */
function largeAccuracyGain(trace: Trace<Setup, Frame>): number {
  const { testAccuracy } = lastFrame(trace);
  return testAccuracy[VARIANT.dropout]! - testAccuracy[VARIANT.plain]!;
}

/** The same for the small network. */
function smallAccuracyGain(trace: Trace<Setup, Frame>): number {
  const { smallAccuracy } = lastFrame(trace);
  return smallAccuracy[VARIANT.dropout]! - smallAccuracy[VARIANT.plain]!;
}

/** Over how many units the growths of the loss above zero are spread: n if n are equal and the others zero. */
function effectiveUnits(growths: Float32Array): number {
  const positive = growths.filter((growth) => growth > 0);
  const sum = positive.reduce((total, growth) => total + growth, 0);
  return sum ** 2 / positive.reduce((total, growth) => total + growth ** 2, 0);
}

/** Accuracy lost when half of the hidden units are removed. */
function lossOfHalf(remaining: Float32Array): number {
  return remaining[0]! - remaining[HALF]!;
}

/** What the response views over the dropout rate have in common. */
const RATE_AXIS = {
  field: 'rates',
  title: { de: 'Dropout-Rate p der verdeckten Units', en: 'Dropout rate p of hidden units' },
} as const;

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const SRIVASTAVA =
  'Srivastava et al.: Dropout: a simple way to prevent neural networks from overfitting (2014)';

/** Dropout: networks for digits with and without it, what many masks say together, and what single units carry. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'dropout',
  title: { de: 'Dropout', en: 'Dropout' },
  summary: {
    de: 'Units werden im Training zufällig ausgeschaltet: Was das Ziffernnetzen bringt, wem es schadet und wie sich die Arbeit auf die Units verteilt.',
    en: 'Units are switched off at random in training: what networks for digits gain by this, which are harmed, and how the units share the work.',
  },
  explanation: {
    de: String.raw`
**Dropout** schaltet in jedem Trainingsschritt einen zufälligen Teil des Netzes aus: Eine **Binärmaske** $\mu$ lässt jede Eingabe mit Wahrscheinlichkeit $p_{\text{in}}$ (üblich 0,2) und jede verdeckte Unit mit Wahrscheinlichkeit $p$ (üblich 0,5) weg. Keine Unit kann sich darauf verlassen, dass eine bestimmte andere da ist. Zugleich ahmt das **Bagging** nach, ohne dass man viele Modelle getrennt trainiert: Jede Maske lässt ein anderes Teilnetz übrig, und alle teilen sich ihre Gewichte.

Im Test sind alle Units da. Damit die nächste Schicht im Mittel dieselben Summen bekommt, teilt **inverted dropout** schon im Training durch $1 - p$,
$$
\tilde h = \frac{\mu \odot h}{1 - p}, \qquad \mathbb E[\tilde h] = h ,
$$
und rechnet im Test ohne jede Änderung. Das ist die **Gewichtsskalierung** in ihrer üblichen Form. Stattdessen kann man die Antworten von $K$ zufälligen Masken mitteln (Monte-Carlo-Dropout).

Hier lernen Netze mit einer verdeckten Schicht handgeschriebene Ziffern ($12 \times 10$ Bildpunkte): ohne Dropout, mit drei Dropout-Raten, mit Weight Decay und mit beidem, dazu zwei kleine mit 16 Units. Alle großen beginnen mit denselben Gewichten und bekommen dieselben Minibatches. Zu jedem Stand wird jede Unit einmal entfernt: Wächst der Testverlust, so trug sie etwas bei.`,
    en: String.raw`
**Dropout** switches off a random part of the network in every training step: a **binary mask** $\mu$ leaves out each input with probability $p_{\text{in}}$ (usually 0.2) and each hidden unit with probability $p$ (usually 0.5). No unit can rely on a certain other one being there. At the same time this imitates **bagging** without training many models separately: each mask leaves another subnetwork, and all of them share their weights.

For testing all units are there. So that the next layer gets the same sums on average, **inverted dropout** divides by $1 - p$ already in training,
$$
\tilde h = \frac{\mu \odot h}{1 - p}, \qquad \mathbb E[\tilde h] = h ,
$$
and computes without any change in testing. This is **weight scaling** in its usual form. Instead the answers of $K$ random masks can be averaged (Monte Carlo dropout).

Here networks with one hidden layer learn handwritten digits ($12 \times 10$ pixels): without dropout, with three dropout rates, with weight decay and with both, and beside them two small ones with 16 units. All the large ones begin with the same weights and get the same minibatches. At each state every unit is removed once: if test loss grows, it contributed something.`,
  },
  limits: {
    de: 'Der Nutzen von Dropout ist bei so wenigen Daten klein: Der *Testverlust* fällt um rund ein Achtel, der Anteil erkannter Ziffern ändert sich kaum. Das passt zu Srivastava et al. (7.4), die bei 100 und 500 Beispielen keinen Gewinn an Genauigkeit fanden. Weight Decay lässt sich mit Dropout kombinieren, bringt hier aber nichts dazu. Die Verantwortung wird insofern auf alle Units verteilt, als keine mehr unentbehrlich ist; gleichmäßiger sind ihre Beiträge nur wenig, bei 100 Ziffern gar nicht. Die Gewichtsskalierung ist in einem Netz mit nichtlinearen Schichten nach der Maske eine bewährte Näherung und nicht mehr; Dutzende Masken zu mitteln ist hier trotzdem kaum je besser. Ein Netz, das schon klein ist, verliert durch Dropout, und mit $p$ nahe 1 lernt jedes zu langsam.',
    en: 'With so few data the use of dropout is small: *test loss* falls by about an eighth, the share of digits recognized hardly changes. This fits Srivastava et al. (7.4), who found no gain in accuracy with 100 and 500 examples. Weight decay can be combined with dropout, but adds nothing here. Responsibility is spread over all units in so far as none is indispensable any more; their contributions are only slightly more even, with 100 digits not at all. In a network with nonlinear layers after the mask weight scaling is an approximation that has proved itself, and no more; averaging dozens of masks is hardly ever better here nevertheless. A network that is small already loses by dropout, and with $p$ near 1 any learns too slowly.',
  },
  concepts: {
    de: [
      'Dropout',
      'Drop-Out',
      'Dropout-Rate',
      'Inverted Dropout',
      'Dropout-Maske',
      'Binärmaske',
      'Monte-Carlo-Dropout',
      'Droppout',
      'Gewichtsskalierung',
    ],
    en: [
      'dropout',
      'drop-out',
      'dropout rate',
      'inverted dropout',
      'dropout mask',
      'binary mask',
      'Monte Carlo dropout',
      'droppout',
      'weight scaling',
    ],
  },
  stepsPerFrame: 25,
  params: {
    inputRate: {
      kind: 'number',
      label: { de: 'Dropout-Rate der Eingaben', en: 'Dropout rate of inputs' },
      symbol: 'p_{\\text{in}}',
      help: {
        de: 'Wahrscheinlichkeit, mit der ein Bildpunkt im Training ausgeschaltet wird; üblich ist 0,2.',
        en: 'Probability with which a pixel is switched off in training; 0.2 is usual.',
      },
      min: 0,
      max: 0.5,
      step: 0.1,
      scale: 'linear',
      default: 0.2,
    },
    hiddenRate: {
      kind: 'number',
      label: { de: 'Dropout-Rate der verdeckten Units', en: 'Dropout rate of hidden units' },
      symbol: 'p',
      help: {
        de: 'Wahrscheinlichkeit, mit der eine verdeckte Unit im Training ausgeschaltet wird; üblich ist 0,5. Daneben laufen p/2 und (1 + p)/2.',
        en: 'Probability with which a hidden unit is switched off in training; 0.5 is usual. Beside it run p/2 and (1 + p)/2.',
      },
      min: 0,
      max: 0.8,
      step: 0.1,
      scale: 'linear',
      default: 0.5,
    },
    masks: {
      kind: 'choice',
      label: { de: 'Neue Maske', en: 'New mask' },
      help: {
        de: 'Wer eine eigene Binärmaske bekommt. Mit einer einzigen für das ganze Training wird nur ein kleineres Netz trainiert.',
        en: 'Who gets a binary mask of its own. With a single one for all of training, only one smaller network is trained.',
      },
      options: [
        { value: 'example', label: { de: 'für jedes Beispiel', en: 'for each example' } },
        { value: 'step', label: { de: 'für jeden Schritt', en: 'for each step' } },
        { value: 'training', label: { de: 'nie (immer dieselbe)', en: 'never (always the same)' } },
      ],
      default: 'example',
    },
    width: {
      kind: 'number',
      label: { de: 'Verdeckte Units', en: 'Hidden units' },
      symbol: 'H',
      unit: { de: 'Units', en: 'units' },
      help: {
        de: 'Breite der verdeckten Schicht: Je mehr Units, desto mehr bleiben trotz Dropout übrig. Über 128 dauert es lange.',
        en: 'Width of the hidden layer: the more units, the more are left in spite of dropout. Above 128 it takes long.',
      },
      min: 16,
      max: 256,
      step: 16,
      scale: 'linear',
      integer: true,
      default: 64,
    },
    weightDecay: {
      kind: 'number',
      label: { de: 'Weight Decay', en: 'Weight decay' },
      symbol: '\\alpha',
      help: {
        de: 'Stärke der L₂-Strafe in den beiden Netzen, die damit trainiert werden.',
        en: 'Strength of the L₂ penalty in the two networks that are trained with one.',
      },
      min: 0.001,
      max: 0.1,
      step: 0.25,
      scale: 'log',
      default: 0.003,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingsziffern', en: 'Training digits' },
      symbol: 'N',
      unit: { de: 'Ziffern', en: 'digits' },
      help: {
        de: 'Mit mehr Ziffern fällt das Auswendiglernen schwerer, und Regularisierung wird weniger wichtig.',
        en: 'More digits are harder to memorize, and regularization matters less.',
      },
      min: 50,
      max: 500,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 500,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Lernrate von Adam: Größere Werte lernen schneller, aber unruhiger.',
        en: 'Learning rate of Adam: larger values learn faster, but less steadily.',
      },
      min: 0.001,
      max: 0.03,
      step: 0.1,
      scale: 'log',
      default: 0.006,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Schritte mit je 20 Ziffern: Mit Dropout lernt ein Netz langsamer, ohne Dropout wird der Testverlust bald wieder größer.',
        en: 'Steps of 20 digits each: with dropout a network learns more slowly, without it test loss soon rises again.',
      },
      min: 25,
      max: 1000,
      step: 25,
      scale: 'linear',
      integer: true,
      default: 300,
    },
  },
  presets: [
    {
      id: 'same-mask',
      title: { de: 'Immer dieselbe Maske', en: 'Always the same mask' },
      why: {
        de: 'Das ist kein Dropout mehr: Trainiert wird ein einziges Teilnetz. Im Test kommen die übrigen Units mit ihren zufälligen Startgewichten hinzu und stören.',
        en: 'This is no longer dropout: a single subnetwork is trained. In testing the other units join in with their random initial weights and disturb it.',
      },
      params: { masks: 'training' },
    },
    {
      id: 'too-small',
      title: { de: 'Zu kleines Netz', en: 'Network too small' },
      why: {
        de: 'Mit 16 Units bleiben bei $p = 0{,}5$ im Mittel acht übrig. Das Netz erkennt weniger Ziffern als ohne Dropout: Man braucht größere Modelle.',
        en: 'Of 16 units eight are left on average at $p = 0.5$. The network recognizes fewer digits than without dropout: larger models are needed.',
      },
      params: { width: 16 },
    },
    {
      id: 'few-digits',
      title: { de: 'Wenige Ziffern', en: 'Few digits' },
      why: {
        de: 'Hundert Ziffern lernt das Netz mühelos auswendig. Dropout senkt den Testverlust noch immer ein wenig; erkannt werden im Mittel kaum mehr Ziffern, und die Units teilen sich die Arbeit nicht gleichmäßiger.',
        en: 'The network memorizes a hundred digits with ease. Dropout still lowers test loss a little; hardly more digits are recognized on average, and the units do not share the work more evenly.',
      },
      params: { trainingPoints: 100 },
    },
    {
      id: 'too-much',
      title: { de: 'Zu viel Dropout', en: 'Too much dropout' },
      why: {
        de: 'Bei $p = 0{,}8$ und 0,9 ist nur noch ein Fünftel oder ein Zehntel der Units da: Das Netz lernt viel langsamer, und wenige Masken sagen wenig.',
        en: 'At $p = 0.8$ and 0.9 only a fifth or a tenth of the units is there: the network learns much more slowly, and a few masks say little.',
      },
      params: { hiddenRate: 0.8 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'half-of-the-units',
      question: {
        de: 'Nach dem Training wird die Hälfte der verdeckten Units entfernt, ohne nachzutrainieren. Wie viele Prozentpunkte erkannter Ziffern kostet das mit Dropout, verglichen mit dem Netz ohne Dropout?',
        en: 'After training half of the hidden units are removed, without training again. How many percentage points of recognized digits does this cost with dropout, compared with the network without it?',
      },
      options: [
        {
          id: 'more',
          text: {
            de: 'mehr, denn mit Dropout tragen alle Units Verantwortung',
            en: 'more, for with dropout all units carry responsibility',
          },
        },
        {
          id: 'similar',
          text: { de: 'etwa gleich viele (67 bis 100 %)', en: 'about as many (67 to 100 %)' },
        },
        {
          id: 'fewer',
          text: { de: 'viel weniger (unter 67 %)', en: 'far fewer (less than 67 %)' },
        },
      ],
      answer: (trace) => {
        const { plainRemaining, dropoutRemaining } = lastFrame(trace);
        const [plain, dropout] = [lossOfHalf(plainRemaining), lossOfHalf(dropoutRemaining)];
        if (dropout > plain) return 'more';
        return 3 * dropout > 2 * plain ? 'similar' : 'fewer';
      },
      because: {
        de: 'Mit Dropout musste jede Unit im Training ohne die Hälfte der anderen auskommen. So lernen mehrere Units dasselbe, und keine ist unentbehrlich.',
        en: 'With dropout every unit had to do without half of the others in training. So several units learn the same, and none is indispensable.',
      },
    },
    {
      kind: 'curve',
      id: 'agreement-by-masks',
      question: {
        de: 'Man mittelt die Antworten von $K$ zufälligen Masken. Bei welchem Anteil der Ziffern ist die Antwort dieselbe wie mit Gewichtsskalierung?',
        en: 'The answers of $K$ random masks are averaged. For what share of the digits is the answer the same as with weight scaling?',
      },
      view: 'averaged-masks',
      series: 0,
      range: [0, 1],
      because: {
        de: 'Eine einzelne Maske antwortet oft anders. Das Mittel nähert sich der Gewichtsskalierung, aber es braucht Dutzende Durchläufe für das, was diese in einem schafft.',
        en: 'A single mask often answers differently. The mean approaches weight scaling, but takes dozens of passes for what the latter does in one.',
      },
    },
    {
      kind: 'choice',
      id: 'average-or-scaling',
      question: {
        de: 'Was erkennt mehr von 200 Testziffern: das Mittel über 32 zufällige Masken oder die Gewichtsskalierung in einem einzigen Durchlauf?',
        en: 'Which recognizes more of 200 test digits: the mean over 32 random masks or weight scaling in a single pass?',
      },
      options: [
        {
          id: 'average',
          text: {
            de: 'das Mittel, mindestens 3 Prozentpunkte mehr, denn es ist das eigentliche Ensemble',
            en: 'the mean, at least 3 percentage points more, for it is the real ensemble',
          },
        },
        {
          id: 'equal',
          text: {
            de: 'weniger als 3 Prozentpunkte Unterschied',
            en: 'less than 3 percentage points of difference',
          },
        },
        {
          id: 'scaling',
          text: {
            de: 'die Gewichtsskalierung, mindestens 3 Prozentpunkte mehr',
            en: 'weight scaling, at least 3 percentage points more',
          },
        },
      ],
      answer: (trace) => {
        const { averageAccuracy, scalingAccuracy } = lastFrame(trace);
        const difference = averageAccuracy.at(-1)! - scalingAccuracy.at(-1)!;
        if (Math.abs(difference) < 0.03 || Number.isNaN(difference)) return 'equal';
        return difference > 0 ? 'average' : 'scaling';
      },
      because: {
        de: 'Die Gewichtsskalierung trifft das Ensemble gut; 32 Masken sind selbst nur eine Stichprobe aus sehr vielen, mit ihrem eigenen Rauschen.',
        en: 'Weight scaling approximates the ensemble well; 32 masks are themselves only a sample of very many, with noise of its own.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Teilnetze des großen Netzes, und wie viele Masken bisher höchstens gezogen wurden',
        en: 'Subnetworks of the large network, and how many masks have been drawn so far at most',
      },
      tex: String.raw`2^{${IMAGE.rows * IMAGE.columns} + H} = 2^{\live{units}} \approx 10^{\live{exponent}} \gg \live{drawn}`,
      values: ({ frames }, at, { width, masks }) => {
        const units = IMAGE.rows * IMAGE.columns + width;
        const { step } = frames[at]!;
        const drawn = { example: step * BATCH, step, training: Math.min(step, 1) };
        return { units, exponent: Math.round(units * Math.log10(2)), drawn: drawn[masks] };
      },
    },
    {
      label: {
        de: 'Wirksame Zahl der Units, auf die sich die Verlustzuwächse $d_i > 0$ verteilen: ohne und mit Dropout',
        en: 'Effective number of units over which the growths $d_i > 0$ of the loss are spread: without and with dropout',
      },
      tex: String.raw`\frac{(\sum_i d_i)^2}{\sum_i d_i^2}:\ \live{plain}, \quad \live{dropout}`,
      values: ({ frames }, at) => ({
        plain: effectiveUnits(frames[at]!.plainRemoval),
        dropout: effectiveUnits(frames[at]!.dropoutRemoval),
      }),
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'loss-by-rate',
      title: { de: 'Testverlust je Dropout-Rate', en: 'Test loss by dropout rate' },
      caption: {
        de: 'Mit Dropout ist der Testverlust des großen Netzes kleiner. Weight Decay allein ($p = 0$) hilft auch, bringt zu Dropout aber nichts dazu. Dem kleinen Netz schadet Dropout.',
        en: 'With dropout the test loss of the large network is smaller. Weight decay alone ($p = 0$) helps too, but adds nothing to dropout. Dropout harms the small network.',
      },
      x: RATE_AXIS,
      y: {
        title: { de: 'Testverlust L', en: 'Test loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'linear',
      },
      series: [
        { field: 'testLoss', label: { de: 'H Units', en: 'H units' } },
        { field: 'decayLoss', label: { de: 'H Units, Weight Decay', en: 'H units, weight decay' } },
        { field: 'smallLoss', label: { de: '16 Units', en: '16 units' } },
      ],
    },
    {
      kind: 'response',
      id: 'accuracy-by-rate',
      title: { de: 'Erkannte Ziffern je Dropout-Rate', en: 'Recognized digits by dropout rate' },
      caption: {
        de: 'Im großen Netz ändert Dropout den Anteil erkannter Testziffern kaum; das kleine verliert.',
        en: 'In the large network dropout hardly changes the share of test digits recognized; the small one loses.',
      },
      x: RATE_AXIS,
      y: { title: { de: 'Anteil erkannt', en: 'Share recognized' }, scale: 'linear' },
      series: [
        { field: 'testAccuracy', label: { de: 'H Units', en: 'H units' } },
        { field: 'decayAccuracy', label: { de: 'H Units, Weight Decay', en: 'H units, weight decay' } },
        { field: 'smallAccuracy', label: { de: '16 Units', en: '16 units' } },
      ],
    },
    {
      kind: 'timeline',
      id: 'losses',
      title: { de: 'Verlust im Verlauf', en: 'Loss over time' },
      caption: {
        de: 'Ohne Dropout geht der Trainingsverlust gegen null, und der Testverlust steigt bald wieder. Je größer $p$, desto langsamer beides.',
        en: 'Without dropout training loss goes to zero and test loss soon rises again. The larger $p$, the slower both.',
      },
      y: { title: { de: 'Verlust L', en: 'Loss L' }, unit: { de: 'nat', en: 'nats' }, scale: 'log' },
      series: [
        { field: 'testLoss', index: 0, label: { de: 'Test, ohne Dropout', en: 'Test, no dropout' } },
        { field: 'testLoss', index: 2, label: { de: 'Test, p', en: 'Test, p' } },
        { field: 'testLoss', index: 3, label: { de: 'Test, (1 + p)/2', en: 'Test, (1 + p)/2' } },
        { field: 'trainLoss', index: 0, label: { de: 'Training, ohne Dropout', en: 'Training, no dropout' } },
        { field: 'trainLoss', index: 2, label: { de: 'Training, p', en: 'Training, p' } },
      ],
    },
    {
      kind: 'response',
      id: 'averaged-masks',
      title: { de: 'Mittel über K Masken', en: 'Mean over K masks' },
      caption: {
        de: 'Am Ende des Trainings, an 200 Testziffern: Je mehr Masken man mittelt, desto öfter stimmt die Antwort mit der Gewichtsskalierung überein; besser als sie wird das Mittel kaum.',
        en: 'At the end of training, on 200 test digits: the more masks are averaged, the more often the answer agrees with weight scaling; the mean hardly gets better than that.',
      },
      x: { field: 'maskCounts', title: { de: 'Gemittelte Masken K', en: 'Averaged masks K' } },
      y: { title: { de: 'Anteil der Ziffern', en: 'Share of digits' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'agreement', label: { de: 'gleiche Antwort', en: 'same answer' } },
        { field: 'averageAccuracy', label: { de: 'Mittel richtig', en: 'mean correct' } },
        { field: 'scalingAccuracy', label: { de: 'Skalierung richtig', en: 'scaling correct' } },
      ],
    },
    {
      kind: 'images',
      id: 'filters',
      title: { de: 'Wonach die Units suchen', en: 'What the units look for' },
      caption: {
        de: 'Gewichte der ersten zwölf verdeckten Units, ohne (oben) und mit Dropout (unten), aus denselben Startgewichten. Darunter steht, um wie viel nat der Testverlust wächst, wenn die Unit fehlt.',
        en: 'Weights of the first twelve hidden units, without (top) and with dropout (bottom), from the same initial weights. Below is by how many nats test loss grows when the unit is missing.',
      },
      field: 'filters',
      rows: IMAGE.rows,
      columns: IMAGE.columns,
      across: FILTERS,
      palette: 'signed',
      rowLabels: [
        { de: 'ohne Dropout', en: 'no dropout' },
        { de: 'mit Dropout', en: 'dropout' },
      ],
      numbers: { field: 'filterLoss', label: { de: 'Zuwachs', en: 'growth' } },
    },
    {
      kind: 'profile',
      id: 'responsibility',
      title: { de: 'Wer trägt wie viel?', en: 'Who carries how much?' },
      caption: {
        de: 'Zuwachs des Testverlusts, wenn eine einzelne Unit entfernt wird, der Größe nach. Ohne Dropout hängt mehr an den wichtigsten Units. Werte unter null: Ohne diese Unit wäre das Netz besser.',
        en: 'Growth of test loss when a single unit is removed, in order of size. Without dropout more depends on the most important units. Values below zero: without that unit the network would be better.',
      },
      x: { field: 'ranks', title: { de: 'Rang der Unit', en: 'Rank of the unit' }, scale: 'linear' },
      y: {
        title: { de: 'Zuwachs des Testverlusts', en: 'Growth of test loss' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'linear',
      },
      series: [
        { field: 'plainRemoval', label: { de: 'ohne Dropout', en: 'no dropout' } },
        { field: 'dropoutRemoval', label: { de: 'mit Dropout', en: 'dropout' } },
      ],
    },
    {
      kind: 'profile',
      id: 'removal',
      title: { de: 'Mehrere Units entfernen', en: 'Removing several units' },
      caption: {
        de: 'Erkannte Testziffern, wenn ein Teil der verdeckten Units zufällig entfernt wird (Mittel über vier Reihenfolgen): Das Netz mit Dropout hält länger durch.',
        en: 'Test digits recognized when part of the hidden units is removed at random (mean over four orders): the network with dropout holds out longer.',
      },
      x: { field: 'removed', title: { de: 'Entfernter Anteil', en: 'Share removed' }, scale: 'linear' },
      y: { title: { de: 'Anteil erkannt', en: 'Share recognized' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'plainRemaining', label: { de: 'ohne Dropout', en: 'no dropout' } },
        { field: 'dropoutRemaining', label: { de: 'mit Dropout', en: 'dropout' } },
      ],
    },
  ],
  claims: [
    {
      id: 'dropout-lowers-the-test-loss',
      text: {
        de: 'Mit 64 Units: Der Testverlust ist mit Dropout (0,2 / 0,5) im Mittel kleiner (gemessen: Verhältnis ohne zu mit).',
        en: 'With 64 units: test loss is smaller with dropout (0.2 / 0.5) on average (measured: ratio of without to with).',
      },
      source: SRIVASTAVA,
      measure: largeGain,
      bound: { atLeast: 1.08 },
      over: 'mean',
    },
    {
      id: 'accuracy-hardly-changes',
      text: {
        de: 'Bei 500 Trainingsziffern ändert Dropout den Anteil erkannter Testziffern im Mittel um höchstens 2 Prozentpunkte nach oben oder unten (gemessen: Gewinn als Anteil).',
        en: 'With 500 training digits dropout changes the share of test digits recognized by at most 2 percentage points up or down on average (measured: gain as a share).',
      },
      source: `${SRIVASTAVA}, 7.4`,
      measure: largeAccuracyGain,
      bound: { atLeast: -0.02, atMost: 0.02 },
      over: 'mean',
    },
    {
      id: 'small-networks-lose',
      text: {
        de: 'Man braucht größere Modelle: Mit 16 statt 64 Units schneidet Dropout im Mittel schlechter ab (gemessen: Gewinn an erkannten Ziffern mit 64 Units weniger dem mit 16, als Anteil).',
        en: 'Larger models are needed: with 16 instead of 64 units dropout does worse on average (measured: gain of recognized digits with 64 units less that with 16, as a share).',
      },
      source: `${GOODFELLOW}, 7.12`,
      measure: (trace) => largeAccuracyGain(trace) - smallAccuracyGain(trace),
      bound: { atLeast: 0.02 },
      over: 'mean',
    },
    {
      id: 'averaged-masks-agree-with-weight-scaling',
      text: {
        de: 'Das Mittel von 32 Masken gibt im Mittel für mindestens 90 % der Ziffern dieselbe Antwort wie die Gewichtsskalierung.',
        en: 'The mean of 32 masks gives the same answer as weight scaling for at least 90 % of the digits on average.',
      },
      source: `${SRIVASTAVA}, 7.5`,
      measure: (trace) => lastFrame(trace).agreement.at(-1)!,
      bound: { atLeast: 0.9 },
      over: 'mean',
    },
    {
      id: 'no-unit-is-indispensable',
      text: {
        de: 'Fällt die Hälfte der verdeckten Units aus, so kostet das ohne Dropout im Mittel mindestens anderthalbmal so viele erkannte Ziffern wie mit (gemessen: Verhältnis der Mittel über vier Reihenfolgen).',
        en: 'If half of the hidden units fail, this costs at least one and a half times as many recognized digits on average without dropout as with it (measured: ratio of the means over four orders).',
      },
      source: `${GOODFELLOW}, 7.12; ${SRIVASTAVA}, 7.1`,
      measure: (trace) =>
        lossOfHalf(lastFrame(trace).plainRemaining) / lossOfHalf(lastFrame(trace).dropoutRemaining),
      bound: { atLeast: 1.5 },
      over: 'mean',
    },
    {
      id: 'responsibility-is-only-slightly-more-even',
      text: {
        de: 'Viel gleichmäßiger verteilt wird die Verantwortung dabei nicht: Die wirksame Zahl der Units, $(\\sum_i d_i)^2 / \\sum_i d_i^2$ über die Verlustzuwächse $d_i > 0$ beim Entfernen einer Unit, ist mit Dropout im Mittel höchstens 1,7-mal so groß wie ohne.',
        en: 'Responsibility is not spread much more evenly by this: the effective number of units, $(\\sum_i d_i)^2 / \\sum_i d_i^2$ over the growths $d_i > 0$ of the loss when a unit is removed, is on average at most 1.7 times as large with dropout as without.',
      },
      source: `Our own measure; what it qualifies: ${GOODFELLOW}, 7.12`,
      measure: (trace) =>
        effectiveUnits(lastFrame(trace).dropoutRemoval) / effectiveUnits(lastFrame(trace).plainRemoval),
      bound: { atMost: 1.7 },
      over: 'mean',
    },
    {
      id: 'weight-decay-adds-nothing-here',
      text: {
        de: 'Dropout zusammen mit Weight Decay ($\\alpha = 0{,}003$) ist hier nicht besser als Dropout allein (gemessen: Testverlust mit Dropout allein durch den mit beidem).',
        en: 'Dropout together with weight decay ($\\alpha = 0.003$) is no better here than dropout alone (measured: test loss with dropout alone divided by that with both).',
      },
      source: `What it qualifies: ${GOODFELLOW}, 7.12`,
      measure: (trace) =>
        lastFrame(trace).testLoss[VARIANT.dropout]! / lastFrame(trace).decayLoss[VARIANT.dropout]!,
      bound: { atLeast: 0.9, atMost: 1.03 },
      over: 'mean',
    },
  ],
});
