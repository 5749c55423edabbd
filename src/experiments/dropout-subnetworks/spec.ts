import { defineExperiment, type Trace } from '../kit/experiment';

/** How many masks of the linear softmax are averaged. */
export const MASK_COUNTS = [1, 2, 4, 8, 16, 32] as const;
/** Classes of the linear softmax. */
export const LINEAR_CLASSES = 3;

/** Computed before the first step. */
export type Setup = {
  /** How many masks of the linear softmax are averaged, `[counts]`. */
  readonly maskCounts: Float32Array;
  /** Expected squared distance of the geometric mean of so many masks of the linear softmax from weight scaling, in log-probabilities, `[counts]`; NaN without dropout. */
  readonly expectedGeometric: Float32Array;
  /** The same for the arithmetic mean, in probabilities. */
  readonly expectedArithmetic: Float32Array;
  /** Largest difference of a probability between the geometric mean of all masks of the linear softmax and weight scaling. */
  readonly geometricGap: number;
  /** The same for the arithmetic mean. */
  readonly arithmeticGap: number;
  /** Training steps at the frames, `[frames]`. */
  readonly stepAxis: Float32Array;
  /** Expected share of the 64 subnetworks that have been drawn by then, 0 … 1, `[frames]`. */
  readonly expectedSeen: Float32Array;
};

/** State after `step` training steps. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Squared distance of the geometric mean of so many masks of the linear softmax from weight scaling, mean over the draws so far, `[counts]`. */
  readonly geometricDistance: Float32Array;
  /** The same for the arithmetic mean. */
  readonly arithmeticDistance: Float32Array;
  /** Share of the 64 subnetworks that have been drawn, 0 … 1, `[frames]`; NaN for frames to come. */
  readonly seenShare: Float32Array;
  /** 1 where a unit of the tiny network takes part, `[64, 7]`. */
  readonly tinyMasks: Uint8Array;
  /** Weights that they share, `[2, 4]` and `[4, 1]`. */
  readonly tinyWeights: Float32Array;
  /** Share of training points that each gets right, 0 … 1, `[64]`. */
  readonly tinyAccuracy: Float32Array;
  /** Mean of these. */
  readonly subnetworkAccuracy: number;
  /** The same for the subnetworks of a network that was trained without dropout. */
  readonly plainSubnetworkAccuracy: number;
  /** Share of training points that the arithmetic mean of all 64 gets right. */
  readonly ensembleAccuracy: number;
  /** The same for weight scaling. */
  readonly scaledAccuracy: number;
  /** Mean difference of a probability between the arithmetic mean of all 64 and weight scaling. */
  readonly ensembleGap: number;
  /** The same for the normalized geometric mean of all 64 instead. */
  readonly geometricEnsembleGap: number;
  /** Largest difference of a weight between hidden units that all began alike, without dropout. */
  readonly equalSpread: number;
  /** The same with dropout. */
  readonly equalDropoutSpread: number;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Share of the 64 subnetworks that have been drawn by the last frame, 0 … 1. */
function finallySeen(trace: Trace<Setup, Frame>): number {
  return lastFrame(trace).seenShare[trace.frames.length - 1]!;
}

/** Largest |measured ÷ expected − 1|. */
function largestDeviation(measured: Float32Array, expected: Float32Array): number {
  return Math.max(...measured.map((value, at) => Math.abs(value / expected[at]! - 1)));
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';

/** Below this two means agree up to rounding. */
const ROUNDING = 1e-6;

/** Subnetworks: all 64 of a tiny net that share their weights, and a linear softmax in which all masks can be averaged. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'dropout-subnetworks',
  title: {
    de: 'Dropout: Teilnetze mit gemeinsamen Gewichten',
    en: 'Dropout: subnetworks that share their weights',
  },
  summary: {
    de: 'Alle 64 Teilnetze eines winzigen Netzes, gezeichnet, ausgewertet und gemittelt – und die Gewichtsskalierung, die sie im Test ersetzt.',
    en: 'All 64 subnetworks of a tiny network, drawn, evaluated and averaged – and the weight scaling that replaces them in testing.',
  },
  explanation: {
    de: String.raw`
Jede **Binärmaske** $\mu$ lässt von einem Netz ein anderes **Teilnetz** übrig; bei $n$ Units sind es $2^n$. Dropout trainiert in jedem Schritt eines davon. Das ähnelt **Bagging**: viele Modelle, jedes mit einem Teil der Daten, im Test gemittelt. Aber hier haben alle einen einzigen Satz Gewichte (**Parameter Sharing**), und die meisten kommen nie selbst an die Reihe. Was sie können, haben andere für sie gelernt.

**Ein winziges Netz** mit 2 Eingaben und 4 verdeckten Units hat nur $2^6 = 64$ Teilnetze. Sie lassen sich alle zeichnen, auswerten und gewichtet mit $P(\mu)$ mitteln. Daneben laufen ein Netz ohne Dropout und zwei, deren verdeckte Units alle gleich beginnen: eines ohne, eines mit Dropout.

Bei einem großen Netz ist das Mittel über alle Masken unbezahlbar. Die **Gewichtsskalierung** (weight scaling inference rule) ersetzt es durch einen einzigen Durchlauf ohne Maske, in dem jede Unit mit der Wahrscheinlichkeit multipliziert wird, mit der sie im Training da war. Wer wie hier schon im Training durch diese Wahrscheinlichkeit teilt (inverted dropout), braucht dafür nichts zu tun. **Ein lineares Softmax-Modell** mit $n$ Merkmalen zeigt, was sie damit trifft: nicht das arithmetische, sondern das normierte *geometrische* Mittel
$$
\tilde p(y) \propto \prod_\mu p(y \mid \mu)^{P(\mu)} ,
$$
und dieses genau. Mittelt man nur $K$ zufällige Masken, so bleibt ein Abstand, dessen Quadrat im Mittel wie $1/K$ schrumpft.`,
    en: String.raw`
Each **binary mask** $\mu$ leaves another **subnetwork** of a network; with $n$ units there are $2^n$ of them. Dropout trains one of them in each step. This resembles **bagging**: many models, each with part of the data, averaged in testing. But here all of them have a single set of weights (**parameter sharing**), and most never get their turn. What they can do, others have learned for them.

**A tiny network** with 2 inputs and 4 hidden units has only $2^6 = 64$ subnetworks. All of them can be drawn, evaluated, and averaged with the weights $P(\mu)$. Beside it run a network without dropout and two whose hidden units all begin alike: one without, one with dropout.

In a large network the mean over all masks is beyond any budget. The **weight scaling inference rule** replaces it by a single pass without a mask, in which each unit is multiplied by the probability with which it was there in training. Whoever divides by that probability already in training, as here (inverted dropout), has nothing to do for this. **A linear softmax model** with $n$ features shows what it hits by that: not the arithmetic but the normalized *geometric* mean
$$
\tilde p(y) \propto \prod_\mu p(y \mid \mu)^{P(\mu)} ,
$$
and this one exactly. If only $K$ random masks are averaged, a distance remains whose square shrinks like $1/K$ on average.`,
  },
  limits: {
    de: String.raw`Genau ist die Gewichtsskalierung nur, wo auf die Maske bloß noch eine lineare Schicht und ein Softmax oder Sigmoid folgen, und nur für das normierte geometrische Mittel. Im winzigen Netz steht hinter den Eingaben noch ein $\tanh$: Dort weicht schon das geometrische Mittel im Mittel um rund einen Prozentpunkt ab, das arithmetische um sechs bis neun. Die *Antworten* ändert das kaum, denn fast immer liegen beide auf derselben Seite von $\tfrac12$. In tiefen nichtlinearen Netzen ist die Skalierung eine bewährte Näherung. „Quasi Bagging“ gilt mit einer Einschränkung: Die Teilnetze sind voneinander nicht unabhängig, denn sie haben dieselben Gewichte. Der Gewinn eines Teilnetzes gegenüber einem, das aus einem Netz ohne Dropout geschnitten ist, beträgt hier im Mittel nur rund drei Prozentpunkte. Und die Symmetrie bricht Dropout zwar, aber langsam: Nach 300 Schritten ist der größte Unterschied eines Gewichts erst 0,1 bis 0,4; zufällige Startgewichte liegen von Anfang an um mehr als eins auseinander.`,
    en: String.raw`Weight scaling is exact only where nothing but a linear layer and a softmax or sigmoid follow the mask, and only for the normalized geometric mean. In the tiny network the inputs are followed by a $\tanh$: there even the geometric mean differs by about one percentage point on average, the arithmetic one by six to nine. This hardly changes the *answers*, for both are almost always on the same side of $\tfrac12$. In deep nonlinear networks scaling is an approximation that has proved itself. “Quasi bagging” holds with a restriction: the subnetworks are not independent of each other, for they have the same weights. The gain of a subnetwork over one cut out of a network without dropout is only about three percentage points here on average. And dropout does break the symmetry, but slowly: after 300 steps the largest difference of a weight is only 0.1 to 0.4; random initial weights are more than one apart from the start.`,
  },
  concepts: {
    de: [
      'Subnetzwerk',
      'Sub-Netzwerk',
      'Sub-Netzwerke',
      'Sub-Netz',
      'Subnetz',
      'Teilnetz',
      'Gewichtsskalierung',
      'Weight Scaling',
      'Weight Scaling Inference Rule',
      'Ensemble aller Masken',
      'Binärmaske',
      'Dropout-Maske',
      'Dropout',
      'Bagging',
      'Parameter Sharing',
    ],
    en: [
      'subnetwork',
      'sub-network',
      'weight scaling inference rule',
      'weight scaling',
      'subnet',
      'thinned network',
      'ensemble of all masks',
      'binary mask',
      'dropout mask',
      'dropout',
      'bagging',
      'parameter sharing',
    ],
  },
  stepsPerFrame: 25,
  params: {
    inputRate: {
      kind: 'number',
      label: { de: 'Dropout-Rate der Eingaben', en: 'Dropout rate of inputs' },
      symbol: 'p_{\\text{in}}',
      help: {
        de: 'Wahrscheinlichkeit, mit der das winzige Netz eine Eingabe verliert; üblich ist 0,2.',
        en: 'Probability with which the tiny network loses an input; 0.2 is usual.',
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
        de: 'Wahrscheinlichkeit, mit der das winzige Netz eine verdeckte Unit verliert und das lineare Modell ein Merkmal; üblich ist 0,5.',
        en: 'Probability with which the tiny network loses a hidden unit and the linear model a feature; 0.5 is usual.',
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
        de: 'Wie oft das winzige Netz eine neue Binärmaske zieht. Mit einer einzigen wird nur ein Teilnetz trainiert.',
        en: 'How often the tiny network draws a new binary mask. With a single one only one subnetwork is trained.',
      },
      options: [
        { value: 'step', label: { de: 'für jeden Schritt', en: 'for each step' } },
        { value: 'training', label: { de: 'nie (immer dieselbe)', en: 'never (always the same)' } },
      ],
      default: 'step',
    },
    features: {
      kind: 'number',
      label: { de: 'Merkmale des linearen Modells', en: 'Features of the linear model' },
      symbol: 'n',
      unit: { de: 'Merkmale', en: 'features' },
      help: {
        de: 'Wie viele Eingaben des linearen Softmax-Modells Masken haben; über alle 2ⁿ wird gemittelt.',
        en: 'How many inputs of the linear softmax model have masks; all 2ⁿ are averaged.',
      },
      min: 2,
      max: 10,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 10,
    },
    spread: {
      kind: 'number',
      label: { de: 'Größe der Logits', en: 'Size of the logits' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung dessen, was ein Merkmal des linearen Modells zu einem Logit beiträgt: Je größer, desto verschiedener antworten die Masken.',
        en: 'Standard deviation of what a feature of the linear model adds to a logit: the larger, the more the answers of the masks differ.',
      },
      min: 0.1,
      max: 3,
      step: 0.1,
      scale: 'log',
      default: 1,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Schritte des winzigen Netzes, jeder mit allen 100 Punkten und einer Maske.',
        en: 'Steps of the tiny network, each with all 100 points and one mask.',
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
        de: 'Das ist kein Dropout mehr: Trainiert wird ein einziges Teilnetz. Die anderen teilen sich zwar seine Gewichte, haben aber nie geübt, mit weniger Units auszukommen, und liegen seltener richtig als Teilnetze eines Netzes ohne Dropout.',
        en: 'This is no longer dropout: a single subnetwork is trained. The others share its weights, but have never practised doing with fewer units, and are right less often than subnetworks of a network without dropout.',
      },
      params: { masks: 'training' },
    },
    {
      id: 'inputs-stay',
      title: { de: 'Eingaben bleiben', en: 'Inputs stay' },
      why: {
        de: 'Nur noch 16 Masken sind möglich, und auf jede folgt bloß eine lineare Schicht: Das geometrische Mittel ist genau die Gewichtsskalierung, das arithmetische nicht. Teilnetze mit nur einer Eingabe kommen nie an die Reihe und haben doch meist recht.',
        en: 'Only 16 masks are possible, and nothing but a linear layer follows each of them: the geometric mean is exactly weight scaling, the arithmetic one is not. Subnetworks with a single input never get their turn and are mostly right nevertheless.',
      },
      params: { inputRate: 0 },
    },
    {
      id: 'rarely-dropped',
      title: { de: 'Selten ausgeschaltet', en: 'Rarely dropped' },
      why: {
        de: 'Bei $p = p_{\\text{in}} = 0{,}1$ kommen in 300 Schritten rund sechs von zehn Teilnetzen nie an die Reihe. Die beiden Mittel und die Skalierung liegen dafür näher beieinander.',
        en: 'At $p = p_{\\text{in}} = 0.1$ about six of ten subnetworks never get their turn in 300 steps. Both means and scaling are closer together in return.',
      },
      params: { inputRate: 0.1, hiddenRate: 0.1 },
    },
    {
      id: 'small-logits',
      title: { de: 'Kleine Logits', en: 'Small logits' },
      why: {
        de: 'Mit $\\sigma = 0{,}1$ antworten alle Masken fast gleich: Auch das arithmetische Mittel trifft die Gewichtsskalierung jetzt auf weniger als einen Prozentpunkt.',
        en: 'With $\\sigma = 0.1$ all masks answer almost alike: now the arithmetic mean, too, is within one percentage point of weight scaling.',
      },
      params: { spread: 0.1 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'never-drawn',
      question: {
        de: 'In jedem Schritt zieht das winzige Netz eine seiner 64 Masken. Wie viele Teilnetze waren am Ende noch nie an der Reihe?',
        en: 'In each step the tiny network draws one of its 64 masks. How many subnetworks have never had their turn in the end?',
      },
      options: [
        { id: 'none', text: { de: 'keines', en: 'none' } },
        { id: 'some', text: { de: 'bis zu einem Viertel', en: 'up to a quarter' } },
        { id: 'many', text: { de: 'mehr als ein Viertel', en: 'more than a quarter' } },
      ],
      answer: (trace) => {
        const unseen = 1 - finallySeen(trace);
        if (unseen === 0) return 'none';
        return unseen <= 0.25 ? 'some' : 'many';
      },
      because: {
        de: 'Masken ohne Eingaben sind unwahrscheinlich und fehlen lange. Trotzdem haben alle Teilnetze gelernt: Ihre Gewichte gehören auch den anderen.',
        en: 'Masks without inputs are unlikely and are missing for long. All subnetworks have learned nevertheless: their weights belong to the others too.',
      },
    },
    {
      kind: 'choice',
      id: 'which-mean',
      question: {
        de: 'Lineares Softmax: Welches Mittel über alle $2^n$ Masken gibt genau die Wahrscheinlichkeiten der Gewichtsskalierung?',
        en: 'Linear softmax: which mean over all $2^n$ masks gives exactly the probabilities of weight scaling?',
      },
      options: [
        { id: 'arithmetic', text: { de: 'das arithmetische', en: 'the arithmetic one' } },
        { id: 'geometric', text: { de: 'das normierte geometrische', en: 'the normalized geometric one' } },
        { id: 'both', text: { de: 'beide', en: 'both' } },
        { id: 'neither', text: { de: 'keines von beiden', en: 'neither of them' } },
      ],
      answer: ({ setup }) => {
        const [geometric, arithmetic] = [setup.geometricGap < ROUNDING, setup.arithmeticGap < ROUNDING];
        if (geometric) return arithmetic ? 'both' : 'geometric';
        return arithmetic ? 'arithmetic' : 'neither';
      },
      because: {
        de: 'Im geometrischen Mittel mitteln sich die Logits, und die sind in der Maske linear: Im Mittel steht jedes Merkmal mit seinem Gewicht da. Für $p = 0$ gibt es nur eine Maske.',
        en: 'In the geometric mean the logits are averaged, and these are linear in the mask: on average each feature is there with its weight. For $p = 0$ there is one mask only.',
      },
    },
    {
      kind: 'curve',
      id: 'distance-by-masks',
      question: {
        de: 'Lineares Softmax: Wie schrumpft der quadrierte Abstand des geometrischen Mittels von $K$ Masken zur Gewichtsskalierung?',
        en: 'Linear softmax: how does the squared distance of the geometric mean of $K$ masks from weight scaling shrink?',
      },
      view: 'distance-by-masks',
      series: 0,
      range: [0.01, 100],
      because: {
        de: 'Die Masken sind unabhängig gezogen: Die Varianz ihres Mittels fällt wie $1/K$, und einen Rest gibt es im geometrischen Mittel nicht.',
        en: 'The masks are drawn independently: the variance of their mean falls like $1/K$, and the geometric mean has no rest.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Lineares Softmax: größter Unterschied einer Wahrscheinlichkeit zur Gewichtsskalierung, für das geometrische und das arithmetische Mittel aller Masken',
        en: 'Linear softmax: largest difference of a probability from weight scaling, for the geometric and the arithmetic mean of all masks',
      },
      tex: String.raw`\tilde p(y) \propto \prod_\mu p(y \mid \mu)^{P(\mu)}:\ \live{geometric}, \qquad \bar p(y) = \sum_\mu P(\mu)\, p(y \mid \mu):\ \live{arithmetic}`,
      values: ({ setup }) => ({ geometric: setup.geometricGap, arithmetic: setup.arithmeticGap }),
    },
    {
      label: {
        de: 'Winziges Netz: mittlerer Unterschied der Wahrscheinlichkeit zur Gewichtsskalierung, für das geometrische und das arithmetische Mittel aller 64',
        en: 'Tiny network: mean difference of the probability from weight scaling, for the geometric and the arithmetic mean of all 64',
      },
      tex: String.raw`\langle |\tilde p - p_{\text{scaling}}| \rangle = \live{geometric}, \qquad \langle |\bar p - p_{\text{scaling}}| \rangle = \live{arithmetic}`,
      values: ({ frames }, at) => ({
        geometric: frames[at]!.geometricEnsembleGap,
        arithmetic: frames[at]!.ensembleGap,
      }),
    },
    {
      label: {
        de: 'Winziges Netz: Anteil richtiger Punkte eines Teilnetzes im Mittel, aller 64 gemeinsam, und mit Gewichtsskalierung',
        en: 'Tiny network: share of correct points of a subnetwork on average, of all 64 together, and with weight scaling',
      },
      tex: String.raw`\tfrac{1}{64}\textstyle\sum_\mu a_\mu = \live{single}, \qquad a_{\text{ensemble}} = \live{ensemble}, \qquad a_{\text{scaling}} = \live{scaled}`,
      values: ({ frames }, at) => ({
        single: frames[at]!.subnetworkAccuracy,
        ensemble: frames[at]!.ensembleAccuracy,
        scaled: frames[at]!.scaledAccuracy,
      }),
    },
  ],
  views: [
    {
      kind: 'networks',
      id: 'subnetworks',
      title: { de: 'Alle 64 Teilnetze', en: 'All 64 subnetworks' },
      caption: {
        de: 'Dieselben Gewichte, 64 Masken. Teilnetze mit mehr Units haben öfter recht, doch auch die meisten kleinen haben etwas gelernt; ganz ohne verdeckte Units oder ohne Eingaben bleibt nur Raten.',
        en: 'The same weights, 64 masks. Subnetworks with more units are right more often, yet most small ones have learnt something too; without any hidden units or inputs only guessing is left.',
      },
      layers: [2, 4, 1],
      masks: 'tinyMasks',
      weights: 'tinyWeights',
      across: 8,
      numbers: { field: 'tinyAccuracy', label: { de: 'richtig', en: 'correct' } },
    },
    {
      kind: 'timeline',
      id: 'accuracies',
      title: { de: 'Einzeln und gemeinsam', en: 'Alone and together' },
      caption: {
        de: 'Anteil richtiger Punkte des winzigen Netzes. Das Ensemble aller Teilnetze und die Gewichtsskalierung liegen fast aufeinander, weit über dem einzelnen Teilnetz. Teilnetze eines Netzes ohne Dropout sind zum Vergleich herausgeschnitten.',
        en: 'Share of points that the tiny network gets right. The ensemble of all subnetworks and weight scaling almost coincide, far above the single subnetwork. For comparison subnetworks are cut out of a network without dropout.',
      },
      y: { title: { de: 'Anteil richtig', en: 'Share correct' }, scale: 'linear' },
      series: [
        { field: 'ensembleAccuracy', label: { de: 'alle 64 gemeinsam', en: 'all 64 together' } },
        { field: 'scaledAccuracy', label: { de: 'Gewichtsskalierung', en: 'weight scaling' } },
        { field: 'subnetworkAccuracy', label: { de: 'ein Teilnetz', en: 'one subnetwork' } },
        {
          field: 'plainSubnetworkAccuracy',
          label: {
            de: 'ein Teilnetz, ohne Dropout trainiert',
            en: 'one subnetwork, trained without dropout',
          },
        },
      ],
    },
    {
      kind: 'response',
      id: 'distance-by-masks',
      title: { de: 'Lineares Softmax: Mittel über K Masken', en: 'Linear softmax: mean over K masks' },
      caption: {
        de: 'Das geometrische Mittel strebt mit $1/K$ gegen die Gewichtsskalierung, das arithmetische nur bis auf einen Rest, der bleibt: Genau ist die Skalierung nur für das geometrische.',
        en: 'The geometric mean tends to weight scaling with $1/K$, the arithmetic one only up to a rest that stays: scaling is exact for the geometric one alone.',
      },
      x: { field: 'maskCounts', title: { de: 'Gemittelte Masken K', en: 'Averaged masks K' } },
      y: {
        title: {
          de: 'Quadrierter Abstand zur Gewichtsskalierung',
          en: 'Squared distance from weight scaling',
        },
        scale: 'log',
      },
      series: [
        {
          field: 'geometricDistance',
          label: { de: 'geometrisch (Log-Wahrscheinlichkeiten)', en: 'geometric (log-probabilities)' },
        },
        {
          field: 'arithmeticDistance',
          label: { de: 'arithmetisch (Wahrscheinlichkeiten)', en: 'arithmetic (probabilities)' },
        },
      ],
      theory: [
        {
          field: 'expectedGeometric',
          label: { de: 'Varianz über alle Masken ÷ K', en: 'variance over all masks ÷ K' },
          source: `${GOODFELLOW}, 7.12`,
          series: 0,
        },
        {
          field: 'expectedArithmetic',
          label: { de: 'Varianz ÷ K + Rest aller Masken', en: 'variance ÷ K + rest of all masks' },
          source: `${GOODFELLOW}, 7.12`,
          series: 1,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'seen',
      title: { de: 'Welche Teilnetze je trainiert wurden', en: 'Which subnetworks were ever trained' },
      caption: {
        de: 'Das winzige Netz zieht in jedem Schritt eine Maske. Selbst von nur 64 fehlen lange die unwahrscheinlichen; von den $2^n$ eines großen Netzes wird fast keines je selbst trainiert.',
        en: 'The tiny network draws one mask a step. Even of only 64 the unlikely ones are missing for long; of the $2^n$ of a large network hardly any is ever trained itself.',
      },
      x: { field: 'stepAxis', title: { de: 'Schritte', en: 'Steps' }, scale: 'linear' },
      y: {
        title: { de: 'Anteil der 64 Masken', en: 'Share of the 64 masks' },
        scale: 'linear',
        range: [0, 1],
      },
      series: [{ field: 'seenShare', label: { de: 'schon gezogen', en: 'drawn so far' } }],
      theory: [
        {
          field: 'expectedSeen',
          label: { de: '1 − (1 − P(μ))ᵗ, Mittel über μ', en: '1 − (1 − P(μ))ᵗ, mean over μ' },
          source: `${GOODFELLOW}, 7.12`,
          series: 0,
        },
      ],
    },
    {
      kind: 'timeline',
      id: 'symmetry',
      title: { de: 'Dropout bricht die Symmetrie', en: 'Dropout breaks the symmetry' },
      caption: {
        de: 'Das winzige Netz mit lauter gleichen Startgewichten: Ohne Dropout bleiben alle verdeckten Units für immer gleich, mit Dropout trennen ihre Masken sie.',
        en: 'The tiny network with all initial weights equal: without dropout all hidden units stay the same for ever, with dropout their masks separate them.',
      },
      y: {
        title: { de: 'Größter Unterschied eines Gewichts', en: 'Largest difference of a weight' },
        scale: 'linear',
      },
      series: [
        { field: 'equalSpread', label: { de: 'ohne Dropout', en: 'no dropout' } },
        { field: 'equalDropoutSpread', label: { de: 'mit Dropout', en: 'dropout' } },
      ],
    },
  ],
  claims: [
    {
      id: 'geometric-mean-equals-weight-scaling',
      text: {
        de: 'Lineares Softmax: Das normierte geometrische Mittel über alle $2^{10}$ Masken ist genau das, was die Gewichtsskalierung sagt (gemessen: größter Unterschied einer Wahrscheinlichkeit).',
        en: 'Linear softmax: the normalized geometric mean over all $2^{10}$ masks is exactly what weight scaling says (measured: largest difference of a probability).',
      },
      source: `${GOODFELLOW}, 7.12, equations 7.56 to 7.66`,
      measure: ({ setup }) => setup.geometricGap,
      bound: { atMost: 1e-6 },
      over: 'every-seed',
    },
    {
      id: 'averages-approach-as-theory-says',
      text: {
        de: 'Lineares Softmax: Der mittlere quadrierte Abstand des Mittels von $K$ Masken weicht für kein $K$ um mehr als 30 % von Varianz ÷ $K$ (geometrisch) oder Varianz ÷ $K$ + Rest (arithmetisch) ab (gemessen: größte relative Abweichung).',
        en: 'Linear softmax: for no $K$ does the mean squared distance of the mean of $K$ masks differ by more than 30 % from variance ÷ $K$ (geometric) or variance ÷ $K$ + rest (arithmetic) (measured: largest relative deviation).',
      },
      source: `${GOODFELLOW}, 7.12`,
      measure: (trace) => {
        const { geometricDistance, arithmeticDistance } = lastFrame(trace);
        return Math.max(
          largestDeviation(geometricDistance, trace.setup.expectedGeometric),
          largestDeviation(arithmeticDistance, trace.setup.expectedArithmetic),
        );
      },
      bound: { atMost: 0.3 },
      over: 'every-seed',
    },
    {
      id: 'tiny-ensemble-agrees-with-weight-scaling',
      text: {
        de: 'Winziges Netz: Das Ensemble aller 64 Teilnetze und die Gewichtsskalierung haben fast gleich oft recht (gemessen: Unterschied der Anteile).',
        en: 'Tiny network: the ensemble of all 64 subnetworks and weight scaling are right almost equally often (measured: difference of the shares).',
      },
      source: `${GOODFELLOW}, 7.12, figure 7.6`,
      measure: (trace) => Math.abs(lastFrame(trace).ensembleAccuracy - lastFrame(trace).scaledAccuracy),
      bound: { atMost: 0.03 },
      over: 'every-seed',
    },
    {
      id: 'exact-where-only-a-linear-layer-follows',
      text: {
        de: 'Winziges Netz mit $p_{\\text{in}} = 0$: Nach der Maske kommt nur noch eine lineare Schicht, und das geometrische Mittel aller Teilnetze ist genau die Gewichtsskalierung (gemessen: mittlerer Unterschied einer Wahrscheinlichkeit).',
        en: 'Tiny network with $p_{\\text{in}} = 0$: only a linear layer follows the mask, and the geometric mean of all subnetworks is exactly weight scaling (measured: mean difference of a probability).',
      },
      source: `${GOODFELLOW}, 7.12`,
      params: { inputRate: 0 },
      measure: (trace) => lastFrame(trace).geometricEnsembleGap,
      bound: { atMost: ROUNDING },
      over: 'every-seed',
    },
    {
      id: 'subnetworks-learn-together',
      text: {
        de: 'Winziges Netz: Mit Dropout hat ein Teilnetz im Mittel öfter recht als eines, das aus einem ohne Dropout trainierten Netz geschnitten wird (Gewinn als Anteil der Punkte).',
        en: 'Tiny network: with dropout a subnetwork is right more often on average than one cut out of a network trained without it (gain as a share of the points).',
      },
      source: `${GOODFELLOW}, 7.12`,
      measure: (trace) => lastFrame(trace).subnetworkAccuracy - lastFrame(trace).plainSubnetworkAccuracy,
      bound: { atLeast: 0.02 },
      over: 'mean',
    },
    {
      id: 'dropout-breaks-the-symmetry',
      text: {
        de: 'Beginnen alle verdeckten Units des winzigen Netzes gleich, so trennt Dropout sie; ohne Dropout unterscheiden sie sich nie (gemessen: größter Unterschied eines Gewichts mit Dropout weniger dem ohne).',
        en: 'If all hidden units of the tiny network begin alike, dropout separates them; without it they never differ (measured: largest difference of a weight with dropout less that without).',
      },
      source: `${GOODFELLOW}, 8.4 and 7.12`,
      measure: (trace) => lastFrame(trace).equalDropoutSpread - lastFrame(trace).equalSpread,
      bound: { atLeast: 0.05 },
      over: 'every-seed',
    },
  ],
});
