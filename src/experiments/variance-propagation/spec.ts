import { defineExperiment, type Trace } from '../kit/experiment';

/** Width times the variance of a weight, of each variant; ascending. 1/3 is a uniform draw from ±1/√n, 1 is Glorot's rule, 2 is He's. */
export const SCALES: readonly number[] = [0.1, 1 / 3, 0.5, 1, 2, 4, 10];

/** Computed before the first network is drawn. Theory is for infinitely wide layers. */
export type Setup = {
  /** Width times the variance of a weight, `[variants]`. */
  readonly scales: Float32Array;
  /** 0 (input) … depth, `[layers]`. */
  readonly layers: Float32Array;
  /** Expected factor of E[a²] per layer, `[variants]`. */
  readonly expectedForward: Float32Array;
  /** Expected factor of the gradient's norm per layer, `[variants]`. */
  readonly expectedBackward: Float32Array;
  /** Expected E[a²], `[variants, layers]`. */
  readonly expectedMeanSquare: Float32Array;
  /** Expected norm of the gradient, relative to the last layer, `[variants, layers]`. */
  readonly expectedGradient: Float32Array;
  /** Expected lower edge of the middle two thirds of single networks, `[layers]`. */
  readonly expectedLower: Float32Array;
  /** Expected upper edge of the middle two thirds of single networks, `[layers]`. */
  readonly expectedUpper: Float32Array;
};

/** State after `networks` random networks. All means are over the networks drawn so far. */
export type Frame = {
  /** Networks drawn so far, from 1. */
  readonly networks: number;
  /** Factor of E[a²] per layer, `[variants]`. */
  readonly forward: Float32Array;
  /** Factor of the gradient's norm per layer, from the last to the first, `[variants]`. */
  readonly backward: Float32Array;
  /** E[a²], `[variants, layers]`; 1 at the input. */
  readonly meanSquare: Float32Array;
  /** Root mean square of the gradient's norm, relative to the last layer, `[variants, layers]`. */
  readonly gradient: Float32Array;
  /** Mean of a² in the network drawn last, `[layers]`; like the two edges only for the rule that fits the activation function. */
  readonly network: Float32Array;
  /** One standard deviation below the mean of the logarithms, `[layers]`. */
  readonly lower: Float32Array;
  /** One standard deviation above the mean of the logarithms, `[layers]`. */
  readonly upper: Float32Array;
};

const [GLOROT, HE] = [SCALES.indexOf(1), SCALES.indexOf(2)];

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** The largest deviation of a measured number from the expected one, as a share of the expected one. */
function largestDeviation(measured: Float32Array, expected: Float32Array): number {
  return Math.max(...Array.from(measured, (value, at) => Math.abs(value / expected[at]! - 1)));
}

/** The larger distance of a variant's two factors from 1. */
function distanceFromOne({ forward, backward }: Frame, variant: number): number {
  return Math.max(Math.abs(forward[variant]! - 1), Math.abs(backward[variant]! - 1));
}

/** Ratio of the upper to the lower edge after the last layer. */
function spread({ lower, upper }: Frame): number {
  return upper.at(-1)! / lower.at(-1)!;
}

/** E[a²] after the last layer under a scale, as the factor per layer to the power of the number of layers. */
function signalLeft({ setup, frames }: Trace<Setup, Frame>, frame: number, variant: number) {
  const [factor, depth] = [frames[frame]!.forward[variant]!, setup.layers.length - 1];
  return { factor, depth, left: factor ** depth };
}

const SIGNAL_LEFT = String.raw`\mathrm{E}[a_L^2] = f^L = \live{factor}^{\live{depth}} = \live{left}`;
const GLOROT_PAPER =
  'Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks (2010)';
const HE_PAPER = 'He et al.: Delving deep into rectifiers (2015), 2.2';
const LECUN = 'LeCun et al.: Efficient BackProp (1998), 4.6';
const SCHOENHOLZ = 'Schoenholz et al.: Deep information propagation (2017)';
const HANIN = 'Hanin, Rolnick: How to start training: the effect of initialization and architecture (2018)';

const EXPECTED = { de: 'Theorie (n → ∞)', en: 'Theory (n → ∞)' };
const LAYER = { de: 'Schicht ℓ', en: 'Layer ℓ' };
const SCALE_SYMBOL = 'n·Var(w)';

/** Variance propagation: the same random networks under seven scales of their weights. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'variance-propagation',
  title: { de: 'Varianz durch die Schichten', en: 'Variance through the layers' },
  summary: {
    de: 'Zufällige tiefe Netze unter sieben Skalierungen der Gewichte: Nur bei einer bleiben Signal und Gradient gleich groß.',
    en: 'Random deep networks under seven scales of their weights: only with one do signal and gradient keep their size.',
  },
  explanation: {
    de: String.raw`
Jede Schicht summiert $n$ Eingänge, jeden mit einem zufälligen Gewicht: $z = Wa$. Sind die Gewichte unabhängig mit Mittelwert 0, so addieren sich Varianzen, und mit $a' = \varphi(z)$ wird
$$
\operatorname{Var}(z) = n \operatorname{Var}(w)\; \mathrm{E}[a^2], \qquad \mathrm{E}[a'^2] = \mathrm{E}\bigl[\varphi(z)^2\bigr].
$$
Ohne Aktivierungsfunktion vervielfacht also jede Schicht $\mathrm{E}[a^2]$ mit $n \operatorname{Var}(w)$. ReLU setzt die Hälfte der Summen auf null; es bleibt $\tfrac12\, n \operatorname{Var}(w)$. Rückwärts vervielfacht eine Schicht das Quadrat der Gradientennorm mit $\chi = n \operatorname{Var}(w)\, \mathrm{E}[\varphi'(z)^2]$. Was sich je Schicht vervielfacht, wächst oder schrumpft mit der Tiefe *exponentiell*.

Die bekannten Regeln wählen die **Skalierung der Gewichte** so, dass der Faktor 1 herauskommt: $\operatorname{Var}(w) = 1/n_{\mathrm{in}}$ (LeCun), $2/(n_{\mathrm{in}} + n_{\mathrm{out}})$ (**Xavier** oder **Glorot**) und für ReLU $2/n_{\mathrm{in}}$ (**He**). Hier sind alle Schichten gleich breit, die ersten beiden Regeln fallen bei $n \operatorname{Var}(w) = 1$ zusammen. Mit jedem Bild kommt ein weiteres Zufallsnetz hinzu; dieselben Zufallszahlen werden siebenmal skaliert, und gezeigt wird das Mittel aller bisherigen Netze.`,
    en: String.raw`
Each layer sums $n$ inputs, each times a random weight: $z = Wa$. If the weights are independent with mean 0, variances add up, and with $a' = \varphi(z)$
$$
\operatorname{Var}(z) = n \operatorname{Var}(w)\; \mathrm{E}[a^2], \qquad \mathrm{E}[a'^2] = \mathrm{E}\bigl[\varphi(z)^2\bigr].
$$
Without an activation function each layer thus multiplies $\mathrm{E}[a^2]$ by $n \operatorname{Var}(w)$. ReLU sets half of the sums to zero, which leaves $\tfrac12\, n \operatorname{Var}(w)$. On the way back a layer multiplies the squared norm of the gradient by $\chi = n \operatorname{Var}(w)\, \mathrm{E}[\varphi'(z)^2]$. What is multiplied at each layer grows or shrinks *exponentially* with depth.

The well-known rules choose the **scale of the weights** such that the factor is 1: $\operatorname{Var}(w) = 1/n_{\mathrm{in}}$ (LeCun), $2/(n_{\mathrm{in}} + n_{\mathrm{out}})$ (**Xavier** or **Glorot**), and $2/n_{\mathrm{in}}$ for ReLU (**He**). All layers have the same width here, so the first two rules coincide at $n \operatorname{Var}(w) = 1$. Each frame adds one more random network; the same random numbers are scaled seven times, and the pictures show the mean of all networks so far.`,
  },
  limits: {
    de: String.raw`Die Faustregel „Standardabweichung $1/\sqrt{n_{\mathrm{in}}}$“ stimmt ohne Aktivierungsfunktion genau und für Tangens hyperbolicus ungefähr: Er ist nur um null linear, deshalb schrumpft $\mathrm{E}[a^2]$ auch dann noch langsam, und zwar nicht exponentiell. Für ReLU stimmt sie nicht: $\mathrm{E}[a^2]$ halbiert sich je Schicht, man braucht $\sqrt{2/n_{\mathrm{in}}}$. Für die Sigmoidfunktion rettet diese Regel den Gradienten nicht, denn $\varphi' \le \tfrac14$. Alle Regeln gelten für das *Mittel* über Netze am Anfang des Trainings. Ein einzelnes schmales, tiefes Netz kann weit daneben liegen: Bei ReLU wächst die Standardabweichung von $\ln \mathrm{E}[a^2]$ etwa wie $\sqrt{5\ell/n}$. Normalisierungsschichten und Skip-Verbindungen, die in heutigen Netzen die Größe des Signals mitbestimmen, kommen hier nicht vor.`,
    en: String.raw`The rule of thumb “standard deviation $1/\sqrt{n_{\mathrm{in}}}$” is exact without an activation function and roughly right for the hyperbolic tangent: that one is linear around zero only, so $\mathrm{E}[a^2]$ still shrinks slowly even then, though not exponentially. For ReLU it is wrong: $\mathrm{E}[a^2]$ halves at each layer, and $\sqrt{2/n_{\mathrm{in}}}$ is needed. For the sigmoid function this rule does not save the gradient, since $\varphi' \le \tfrac14$. All rules are about the *mean* over networks at the beginning of training. A single narrow, deep network may be far off: with ReLU the standard deviation of $\ln \mathrm{E}[a^2]$ grows about as $\sqrt{5\ell/n}$. Normalization layers and skip connections, which help set the size of the signal in today's networks, do not occur here.`,
  },
  concepts: {
    de: [
      'Xavier-Initialisierung',
      'Initialisierung der Gewichte',
      'Initialisierung',
      'Glorot-Initialisierung',
      'He-Initialisierung',
      'Kaiming-Initialisierung',
      'Xavier Initialization',
      'He Initialization',
      'normalisierte Initialisierung',
      'Skalierung der Gewichte',
      'Varianz der Gewichte',
      'Varianz der Aktivierungen',
      'Varianzfortpflanzung',
      'Gewichtsinitialisierung',
    ],
    en: [
      'Xavier initialization',
      'Glorot initialization',
      'He initialization',
      'Kaiming initialization',
      'normalized initialization',
      'weight scaling',
      'variance of the weights',
      'variance of the activations',
      'variance propagation',
      'weight initialization',
      'weight initialisation',
      'initialization',
      'initialisation',
    ],
  },
  stepsPerFrame: 1,
  params: {
    activation: {
      kind: 'choice',
      label: { de: 'Aktivierungsfunktion', en: 'Activation function' },
      help: {
        de: 'Sie entscheidet, wie viel vom Signal vorwärts und vom Gradienten rückwärts durch eine Schicht kommt.',
        en: 'It decides how much of the signal passes a layer forwards and how much of the gradient backwards.',
      },
      options: [
        { value: 'linear', label: { de: 'keine (linear)', en: 'none (linear)' } },
        { value: 'relu', label: { de: 'ReLU', en: 'ReLU' } },
        { value: 'tanh', label: { de: 'tanh', en: 'tanh' } },
        { value: 'sigmoid', label: { de: 'Sigmoid', en: 'Sigmoid' } },
      ],
      default: 'relu',
    },
    width: {
      kind: 'number',
      label: { de: 'Breite der Schichten', en: 'Width of the layers' },
      symbol: 'n',
      unit: { de: 'Units', en: 'units' },
      help: {
        de: 'Je breiter die Schichten, desto näher liegt jedes einzelne Netz an der Theorie.',
        en: 'The wider the layers, the closer each single network is to the theory.',
      },
      min: 16,
      max: 128,
      step: 16,
      scale: 'linear',
      integer: true,
      default: 48,
    },
    depth: {
      kind: 'number',
      label: { de: 'Schichten', en: 'Layers' },
      symbol: 'L',
      unit: { de: 'Schichten', en: 'layers' },
      help: {
        de: 'Mehr Schichten potenzieren den Faktor je Schicht und lassen einzelne Netze weiter streuen.',
        en: 'More layers raise the factor per layer to a higher power and make single networks scatter more.',
      },
      min: 2,
      max: 30,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 10,
    },
    networks: {
      kind: 'number',
      label: { de: 'Zufallsnetze', en: 'Random networks' },
      unit: { de: 'Netze', en: 'networks' },
      help: {
        de: 'Über so viele Netze wird am Ende gemittelt: je mehr, desto ruhiger der Mittelwert.',
        en: 'The final mean is over this many networks: the more, the steadier it is.',
      },
      min: 10,
      max: 200,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 80,
    },
  },
  presets: [
    {
      id: 'tanh',
      title: { de: 'Tangens hyperbolicus', en: 'Hyperbolic tangent' },
      why: {
        de: String.raw`Links von $n \operatorname{Var}(w) = 1$ stirbt das Signal, rechts sättigen die Units: Vorwärts bleibt $\mathrm{E}[a^2]$ stehen, der Gradient aber wächst.`,
        en: String.raw`Left of $n \operatorname{Var}(w) = 1$ the signal dies, right of it the units saturate: forwards $\mathrm{E}[a^2]$ settles, but the gradient grows.`,
      },
      params: { activation: 'tanh' },
    },
    {
      id: 'sigmoid',
      title: { de: 'Sigmoid', en: 'Sigmoid' },
      why: {
        de: 'Vorwärts sieht jede Skalierung gut aus; rückwärts schrumpft der Gradient bei jeder.',
        en: 'Forwards every scale looks fine; backwards the gradient shrinks with each of them.',
      },
      params: { activation: 'sigmoid' },
    },
    {
      id: 'narrow-and-deep',
      title: { de: 'Schmal und tief', en: 'Narrow and deep' },
      why: {
        de: 'Trotz He-Regel liegen die einzelnen Netze um Größenordnungen auseinander; wenige große bestimmen das Mittel.',
        en: "Despite He's rule single networks lie orders of magnitude apart; a few large ones set the mean.",
      },
      params: { width: 16, depth: 30, networks: 200 },
    },
    {
      id: 'linear',
      title: { de: 'Ohne Aktivierungsfunktion', en: 'No activation function' },
      why: {
        de: String.raw`Der Faktor je Schicht ist genau $n \operatorname{Var}(w)$: Hier gilt die Regel $1/n_{\mathrm{in}}$ ohne Einschränkung.`,
        en: String.raw`The factor per layer is exactly $n \operatorname{Var}(w)$: here the rule $1/n_{\mathrm{in}}$ holds without reservation.`,
      },
      params: { activation: 'linear' },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'what-the-lecun-rule-leaves',
      question: {
        de: String.raw`Gewichte nach der Regel $\operatorname{Var}(w) = 1/n$, mit der gewählten Aktivierungsfunktion: Was bleibt nach der letzten Schicht von $\mathrm{E}[a^2] = 1$ übrig?`,
        en: String.raw`Weights by the rule $\operatorname{Var}(w) = 1/n$, with the activation function that is set: what is left of $\mathrm{E}[a^2] = 1$ after the last layer?`,
      },
      options: [
        {
          id: 'most',
          text: {
            de: 'mindestens die Hälfte, dafür ist die Regel da',
            en: 'at least half of it, that is what the rule is for',
          },
        },
        { id: 'some', text: { de: 'ein Fünfzigstel bis die Hälfte', en: 'a fiftieth to a half' } },
        { id: 'hardly-any', text: { de: 'weniger als ein Fünfzigstel', en: 'less than a fiftieth' } },
      ],
      answer: (trace) => {
        const { left } = signalLeft(trace, trace.frames.length - 1, GLOROT);
        if (left >= 0.5) return 'most';
        return left >= 0.02 ? 'some' : 'hardly-any';
      },
      because: {
        de: 'Die Regel ist für Schichten ohne Aktivierungsfunktion gemacht. ReLU setzt die Hälfte auf null, und was je Schicht verloren geht, multipliziert sich.',
        en: 'The rule is made for layers without an activation function. ReLU sets one half to zero, and what is lost per layer multiplies.',
      },
    },
    {
      kind: 'choice',
      id: 'how-far-single-networks-scatter',
      question: {
        de: 'Nun die passende Skalierung. Der mittlere $\\mathrm{E}[a^2]$ bleibt erhalten; um welchen Faktor liegen die einzelnen Netze nach der letzten Schicht auseinander (mittlere zwei Drittel)?',
        en: 'Now the fitting scale. On average $\\mathrm{E}[a^2]$ is kept; by what factor do single networks differ after the last layer (middle two thirds)?',
      },
      options: [
        { id: 'hardly', text: { de: 'höchstens 1,2', en: 'at most 1.2' } },
        { id: 'somewhat', text: { de: '1,2 bis 3', en: '1.2 to 3' } },
        { id: 'far', text: { de: 'mehr als 3', en: 'more than 3' } },
      ],
      answer: (trace) => {
        const factor = spread(lastFrame(trace));
        if (factor <= 1.2) return 'hardly';
        return factor <= 3 ? 'somewhat' : 'far';
      },
      because: {
        de: 'Jede Schicht würfelt ihren Faktor neu, und die Abweichungen multiplizieren sich: Die Regel gilt im Mittel, nicht für jedes Netz.',
        en: 'Each layer draws its factor anew, and the deviations multiply: the rule is about the mean, not about every network.',
      },
    },
    {
      kind: 'curve',
      id: 'factor-of-the-gradient',
      question: {
        de: String.raw`Mit welchem Faktor ändert jede Schicht die Gradientennorm, je nach $n \operatorname{Var}(w)$?`,
        en: String.raw`By what factor does each layer change the norm of the gradient, depending on $n \operatorname{Var}(w)$?`,
      },
      view: 'factor-by-scale',
      series: 1,
      range: [0.01, 10],
      because: {
        de: String.raw`Die Norm wächst mit $\sqrt{n \operatorname{Var}(w)\, \mathrm{E}[\varphi'(z)^2]}$; die Wurzel macht die Kurve auf der logarithmischen Achse halb so steil wie die des Signals.`,
        en: String.raw`The norm grows as $\sqrt{n \operatorname{Var}(w)\, \mathrm{E}[\varphi'(z)^2]}$; the root makes the curve half as steep on the log axis as that of the signal.`,
      },
    },
  ],
  formulas: [
    {
      label: {
        de: String.raw`Faktor je Schicht hoch Zahl der Schichten, bei $n \operatorname{Var}(w) = 1$`,
        en: String.raw`Factor per layer to the power of the number of layers, at $n \operatorname{Var}(w) = 1$`,
      },
      tex: SIGNAL_LEFT,
      values: (trace, frame) => signalLeft(trace, frame, GLOROT),
    },
    {
      label: {
        de: String.raw`Dasselbe bei $n \operatorname{Var}(w) = 2$`,
        en: String.raw`The same at $n \operatorname{Var}(w) = 2$`,
      },
      tex: SIGNAL_LEFT,
      values: (trace, frame) => signalLeft(trace, frame, HE),
    },
    {
      label: {
        de: 'Streuung einzelner Netze nach der letzten Schicht bei passender Skalierung; rechts die Theorie',
        en: 'Scatter of single networks after the last layer at the fitting scale; on the right the theory',
      },
      tex: String.raw`\operatorname{Std}\bigl(\ln a_L^2\bigr) = \live{measured} \approx \live{expected}`,
      values: ({ setup, frames }, frame) => {
        const { upper, lower } = frames[frame]!;
        const { expectedUpper, expectedLower } = setup;
        return {
          measured: Math.log(upper.at(-1)! / lower.at(-1)!) / 2,
          expected: Math.log(expectedUpper.at(-1)! / expectedLower.at(-1)!) / 2,
        };
      },
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'factor-by-scale',
      title: { de: 'Faktor je Schicht', en: 'Factor per layer' },
      caption: {
        de: String.raw`Eine gute Skalierung trifft bei beiden Kurven die 1: für ReLU $n \operatorname{Var}(w) = 2$, ohne Aktivierungsfunktion 1. Mit jedem weiteren Netz rücken die Punkte an die Theorie heran.`,
        en: String.raw`A good scale hits 1 on both curves: $n \operatorname{Var}(w) = 2$ for ReLU, 1 without an activation function. With each further network the points move closer to the theory.`,
      },
      x: {
        field: 'scales',
        title: {
          de: 'Breite mal Varianz der Gewichte n·Var(w)',
          en: 'Width times variance of the weights n·Var(w)',
        },
      },
      y: { title: { de: 'Faktor je Schicht', en: 'Factor per layer' }, scale: 'log' },
      series: [
        { field: 'forward', label: { de: 'vorwärts: E[a²]', en: 'forwards: E[a²]' } },
        { field: 'backward', label: { de: 'rückwärts: Gradientennorm', en: 'backwards: gradient norm' } },
      ],
      theory: [
        {
          field: 'expectedForward',
          label: { de: 'E[φ(z)²] ÷ E[a²]', en: 'E[φ(z)²] ÷ E[a²]' },
          source: SCHOENHOLZ,
          series: 0,
        },
        {
          field: 'expectedBackward',
          label: { de: '√(n·Var(w)·E[φ′(z)²])', en: '√(n·Var(w)·E[φ′(z)²])' },
          source: SCHOENHOLZ,
          series: 1,
        },
      ],
    },
    {
      kind: 'profile',
      id: 'activations-by-layer',
      title: { de: 'Vorwärts: Größe der Aktivierungen', en: 'Forwards: size of the activations' },
      caption: {
        de: 'Eine Gerade auf der logarithmischen Achse heißt: exponentiell. Waagerecht bleibt nur die Skalierung, die zur Aktivierungsfunktion passt.',
        en: 'A straight line on the log axis means: exponential. Only the scale that fits the activation function stays level.',
      },
      x: { field: 'layers', title: LAYER, scale: 'linear' },
      y: { title: { de: 'Mittleres Quadrat E[a²]', en: 'Mean square E[a²]' }, scale: 'log' },
      series: [{ field: 'meanSquare', label: { de: 'E[a²]', en: 'E[a²]' } }],
      variants: { field: 'scales', symbol: SCALE_SYMBOL },
      theory: [{ field: 'expectedMeanSquare', label: EXPECTED, source: SCHOENHOLZ, series: 0 }],
    },
    {
      kind: 'profile',
      id: 'gradient-by-layer',
      title: { de: 'Rückwärts: Größe des Gradienten', en: 'Backwards: size of the gradient' },
      caption: {
        de: 'Von rechts nach links zu lesen: Der Gradient beginnt an der letzten Schicht mit der Norm 1 und läuft zum Eingang zurück.',
        en: 'To be read from right to left: the gradient begins at the last layer with norm 1 and runs back to the input.',
      },
      x: { field: 'layers', title: LAYER, scale: 'linear' },
      y: {
        title: {
          de: 'Gradientennorm ‖∂L/∂a‖, letzte Schicht = 1',
          en: 'Gradient norm ‖∂L/∂a‖, last layer = 1',
        },
        scale: 'log',
      },
      series: [{ field: 'gradient', label: { de: 'Gradientennorm', en: 'Gradient norm' } }],
      variants: { field: 'scales', symbol: SCALE_SYMBOL },
      theory: [{ field: 'expectedGradient', label: EXPECTED, source: SCHOENHOLZ, series: 0 }],
    },
    {
      kind: 'profile',
      id: 'single-networks',
      title: { de: 'Einzelne Netze', en: 'Single networks' },
      caption: {
        de: String.raw`Auch bei passender Skalierung ($n \operatorname{Var}(w) = 2$ für ReLU, sonst 1) streuen einzelne Netze, und zwar mit jeder Schicht mehr. Etwa zwei Drittel liegen zwischen den beiden Linien.`,
        en: String.raw`Even with the fitting scale ($n \operatorname{Var}(w) = 2$ for ReLU, else 1) single networks scatter, and more so with each layer. About two thirds lie between the two lines.`,
      },
      x: { field: 'layers', title: LAYER, scale: 'linear' },
      y: { title: { de: 'Mittel von a² in einem Netz', en: 'Mean of a² in one network' }, scale: 'log' },
      series: [
        { field: 'network', label: { de: 'letztes Netz', en: 'latest network' }, mark: 'points' },
        { field: 'lower', label: { de: 'unterer Rand', en: 'lower edge' } },
        { field: 'upper', label: { de: 'oberer Rand', en: 'upper edge' } },
      ],
      theory: [
        {
          field: 'expectedLower',
          label: { de: 'Theorie, unterer Rand', en: 'Theory, lower edge' },
          source: HANIN,
          series: 1,
        },
        {
          field: 'expectedUpper',
          label: { de: 'Theorie, oberer Rand', en: 'Theory, upper edge' },
          source: HANIN,
          series: 2,
        },
      ],
    },
  ],
  claims: [
    {
      id: 'the-lecun-rule-halves-the-signal-of-relu',
      text: {
        de: String.raw`Mit $\operatorname{Var}(w) = 1/n$ halbiert jede ReLU-Schicht $\mathrm{E}[a^2]$ (gemessen: Faktor je Schicht; Theorie: 0,5).`,
        en: String.raw`With $\operatorname{Var}(w) = 1/n$ each ReLU layer halves $\mathrm{E}[a^2]$ (measured: factor per layer; theory: 0.5).`,
      },
      source: HE_PAPER,
      measure: (trace) => lastFrame(trace).forward[GLOROT]!,
      bound: { atLeast: 0.47, atMost: 0.53 },
      over: 'every-seed',
    },
    {
      id: 'the-lecun-rule-shrinks-the-gradient-of-relu',
      text: {
        de: String.raw`Mit $\operatorname{Var}(w) = 1/n$ schrumpft auch die Gradientennorm in jeder ReLU-Schicht (gemessen: Faktor je Schicht; Theorie: $\sqrt{1/2} \approx 0{,}707$).`,
        en: String.raw`With $\operatorname{Var}(w) = 1/n$ the norm of the gradient shrinks in each ReLU layer as well (measured: factor per layer; theory: $\sqrt{1/2} \approx 0.707$).`,
      },
      source: HE_PAPER,
      measure: (trace) => lastFrame(trace).backward[GLOROT]!,
      bound: { atLeast: 0.68, atMost: 0.735 },
      over: 'every-seed',
    },
    {
      id: 'the-he-rule-keeps-signal-and-gradient-of-relu',
      text: {
        de: String.raw`Mit $\operatorname{Var}(w) = 2/n$ bleiben Signal und Gradient bei ReLU erhalten (gemessen: größerer Abstand der beiden Faktoren je Schicht von 1).`,
        en: String.raw`With $\operatorname{Var}(w) = 2/n$ signal and gradient are kept with ReLU (measured: the larger distance of the two factors per layer from 1).`,
      },
      source: HE_PAPER,
      measure: (trace) => distanceFromOne(lastFrame(trace), HE),
      bound: { atMost: 0.06 },
      over: 'every-seed',
    },
    {
      id: 'the-lecun-rule-is-right-for-linear-layers',
      text: {
        de: String.raw`Ohne Aktivierungsfunktion erhält $\operatorname{Var}(w) = 1/n$ Signal und Gradient (gemessen: größerer Abstand der beiden Faktoren je Schicht von 1).`,
        en: String.raw`Without an activation function $\operatorname{Var}(w) = 1/n$ keeps signal and gradient (measured: the larger distance of the two factors per layer from 1).`,
      },
      source: LECUN,
      params: { activation: 'linear' },
      measure: (trace) => distanceFromOne(lastFrame(trace), GLOROT),
      bound: { atMost: 0.04 },
      over: 'every-seed',
    },
    {
      id: 'theory-predicts-tanh-at-every-scale',
      text: {
        de: 'Auch für Tangens hyperbolicus trifft die Theorie: Bei allen sieben Skalierungen weichen beide Faktoren je Schicht um höchstens 8 % ab (als Anteil).',
        en: 'Theory is right for the hyperbolic tangent too: at all seven scales both factors per layer deviate by at most 8 % (as a share).',
      },
      source: SCHOENHOLZ,
      params: { activation: 'tanh' },
      measure: (trace) => {
        const { forward, backward } = lastFrame(trace);
        const { expectedForward, expectedBackward } = trace.setup;
        return Math.max(
          largestDeviation(forward, expectedForward),
          largestDeviation(backward, expectedBackward),
        );
      },
      bound: { atMost: 0.08 },
      over: 'every-seed',
    },
    {
      id: 'no-such-rule-saves-the-gradient-of-the-sigmoid',
      text: {
        de: String.raw`Bei der Sigmoidfunktion schrumpft die Gradientennorm mit $\operatorname{Var}(w) = 1/n$ je Schicht mindestens auf ein Viertel (gemessen: Faktor je Schicht).`,
        en: String.raw`With the sigmoid function and $\operatorname{Var}(w) = 1/n$ the norm of the gradient shrinks to a quarter or less per layer (measured: factor per layer).`,
      },
      source: GLOROT_PAPER,
      params: { activation: 'sigmoid' },
      measure: (trace) => lastFrame(trace).backward[GLOROT]!,
      bound: { atMost: 0.25 },
      over: 'every-seed',
    },
    {
      id: 'single-networks-scatter',
      text: {
        de: 'Die He-Regel gilt im Mittel: Zwischen oberem und unterem Rand der mittleren zwei Drittel liegt nach der letzten Schicht mindestens ein Faktor 4.',
        en: "He's rule holds on average: after the last layer the upper and the lower edge of the middle two thirds differ by a factor of at least 4.",
      },
      source: HANIN,
      measure: (trace) => spread(lastFrame(trace)),
      bound: { atLeast: 4 },
      over: 'every-seed',
    },
  ],
});
