import { defineExperiment, type Trace } from '../kit/experiment';

/** Raster of the loss surface, in cells, and the part of the plane that it covers. */
export const SURFACE = { rows: 200, columns: 200, wRange: [3.5, 7], bRange: [-3.5, -1.5] } as const;
/** Where the swarm starts: one walker in each cell of a raster of `side` × `side` over this part of the plane. */
export const SWARM = { side: 20, wRange: [4.5, 6.5], bRange: [-3, -2] } as const;
/** The swept thresholds of both clipping methods, and how many walkers each has: one in each cell of a raster over the same part. */
export const SWEEP = { thresholds: [0.01, 0.03, 0.1, 0.3, 1, 3, 10], side: 6 } as const;
/** Below this loss a walker has reached the valley. */
export const VALLEY_LOSS = 0.02;
/** Farther than this from its start a walker counts as flung out. */
export const FLUNG_DISTANCE = 2.5;

/** Computed before the first step. */
export type Setup = {
  /** Loss over (w, b), `[rows, columns]`; row 0 is the largest b. */
  readonly surface: Float32Array;
  /** Threshold of both clipping methods. */
  readonly threshold: number;
  /** Learning rate, there for the claims. */
  readonly learningRate: number;
  /** The swept thresholds, `[thresholds]`. */
  readonly thresholds: Float32Array;
};

/** State after `step` steps. Methods, in this order: none, norm, value. */
export type Frame = {
  /** Steps done. */
  readonly step: number;
  /** Where the shown walkers stand, `[methods, 2]`: w, b. */
  readonly paths: Float32Array;
  /** Where the swarm stands, `[methods, starts, 2]`: w, b. */
  readonly swarm: Float32Array;
  /** Loss of the shown walkers, `[methods]`. */
  readonly loss: Float32Array;
  /** Norm of the shown walkers' raw gradient, `[methods]`. */
  readonly gradientNorm: Float32Array;
  /** Smallest cosine of the angle between raw gradient and step among all walkers that were clipped in this step, `[methods]`; 1 where none was. */
  readonly smallestCosine: Float32Array;
  /** Share of the swarm with a loss below 0.02, 0 … 1, `[methods]`. */
  readonly reached: Float32Array;
  /** Share of the swarm that is farther than 2.5 from its start, or whose numbers have overflowed, 0 … 1, `[methods]`. */
  readonly flung: Float32Array;
  /** Share of the starts in the valley by swept threshold, 0 … 1, `[thresholds]`; without clipping all of them are the same. */
  readonly unclippedShare: Float32Array;
  readonly normShare: Float32Array;
  readonly valueShare: Float32Array;
};

const [NONE, NORM, VALUE] = [0, 1, 2] as const;

/** The methods compared, in the order of the first axis of every array in a frame. */
export const METHODS = [
  { de: 'ohne Clipping', en: 'no clipping' },
  { de: 'Norm-Clipping', en: 'norm clipping' },
  { de: 'Value-Clipping', en: 'value clipping' },
] as const;

function eachMethod<Name extends 'gradientNorm' | 'reached' | 'flung'>(field: Name) {
  return METHODS.map((label, index) => ({ field, index, label }));
}

/** Length of the longest step of the swarm from one frame to the next; steps of walkers that have overflowed do not count. */
function longestStep({ frames }: Trace<Setup, Frame>, method: number): number {
  const size = frames[0]!.swarm.length / METHODS.length;
  let longest = 0;
  for (const [index, { swarm }] of frames.entries()) {
    const before = frames[index - 1]?.swarm;
    if (!before) continue;
    for (let at = method * size; at < (method + 1) * size; at += 2) {
      const length = Math.hypot(swarm[at]! - before[at]!, swarm[at + 1]! - before[at + 1]!);
      if (length > longest) longest = length;
    }
  }
  return longest;
}

function smallestCosine({ frames }: Trace<Setup, Frame>, method: number): number {
  return Math.min(...frames.map((frame) => frame.smallestCosine[method]!));
}

const PASCANU = 'Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks (2013)';
const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016), 10.11.1';

/** Gradient clipping on the loss surface of a one-unit recurrent network, which has a cliff. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'gradient-clipping',
  title: { de: 'Gradient Clipping', en: 'Gradient clipping' },
  summary: {
    de: 'Ein einziger Schritt an einer Klippe wirft das Training aus dem Bild; ein gekürzter Gradient läuft an ihr entlang.',
    en: 'A single step on a cliff throws training out of the picture; a clipped gradient walks along it.',
  },
  explanation: {
    de: String.raw`
Wirken dieselben Gewichte über viele Schritte hinweg, so kann die Verlustfläche steile Klippen haben. Dort ist der Gradient äußerst groß, und ein einziger Schritt kann zunichtemachen, was die Optimierung bis dahin erreicht hat.

Das Modell ist so klein, dass sich seine ganze Verlustfläche zeichnen lässt: eine einzige rekurrente Unit mit zwei Parametern,
$$
x_t = w\,\sigma(x_{t-1}) + b, \qquad x_0 = 0{,}5, \qquad L(w, b) = \bigl(\sigma(x_T) - 0{,}7\bigr)^2 .
$$

Drei Abstiege beginnen am selben Punkt. Der erste folgt dem Gradienten $g$, wie er ist. **Norm-Clipping** kürzt den ganzen Vektor, sobald seine Norm den Schwellwert $v$ übersteigt: $g \leftarrow v\,g / \|g\|$. **Value-Clipping** begrenzt jeden Eintrag für sich auf $[-v, v]$; dabei ändert sich die Richtung. Je Verfahren laufen 400 weitere Starts mit: Sie zeigen, was mehr ist als das Glück eines einzelnen Weges.`,
    en: String.raw`
Where the same weights act over many steps, the loss surface can have steep cliffs. The gradient there is extremely large, and a single step can undo what the optimization has achieved so far.

The model is so small that its whole loss surface can be drawn: a single recurrent unit with two parameters,
$$
x_t = w\,\sigma(x_{t-1}) + b, \qquad x_0 = 0.5, \qquad L(w, b) = \bigl(\sigma(x_T) - 0.7\bigr)^2 .
$$

Three descents begin at the same point. The first follows the gradient $g$ as it is. **Norm clipping** shortens the whole vector as soon as its norm exceeds the threshold $v$: $g \leftarrow v\,g / \|g\|$. **Value clipping** limits each entry by itself to $[-v, v]$, which changes the direction. With each method 400 further starts run along: they show what is more than the luck of a single path.`,
  },
  limits: {
    de: 'Clipping hilft, wo einzelne Gradienten viel größer sind als die übrigen: an Klippen. Bei kurzen Folgen gibt es hier keine, und alle Verfahren laufen gleich. Clipping beschränkt die Länge eines Schritts, nicht den Verlust: Er kann trotzdem steigen. Gegen verschwindende Gradienten hilft es nicht, denn es verlängert keinen Schritt. Nahe der Klippe hängt ein einzelner Weg an der letzten Nachkommastelle, also auch daran, ob die Grafikkarte oder der Prozessor rechnet; die Behauptungen beziehen sich deshalb auf Anteile aller Starts. Die Zahlen gelten für dieses Modell. Welcher Schwellwert zu einem anderen Netz passt, sagen sie nicht.',
    en: 'Clipping helps where single gradients are far larger than the others: at cliffs. With short sequences there are none here, and all methods run alike. Clipping bounds the length of a step, not the loss: the loss may still rise. It is no help against vanishing gradients, for it lengthens no step. Near the cliff a single path hangs on the last decimal place, and so on whether the graphics card or the processor computes it; the claims are therefore about shares of all starts. The numbers hold for this model. They do not tell which threshold suits another network.',
  },
  concepts: {
    de: [
      'Gradient Clipping',
      'Gradienten-Clipping',
      'Gradientenclipping',
      'Norm-Clipping',
      'Value-Clipping',
      'explodierender Gradient',
      'explodierende Gradienten',
      'Gradientenexplosion',
      'Gradientennorm',
    ],
    en: [
      'gradient clipping',
      'gradient norm clipping',
      'norm clipping',
      'clip by norm',
      'value clipping',
      'clip by value',
      'exploding gradient',
      'exploding gradients',
      'gradient norm',
    ],
  },
  stepsPerFrame: 1,
  params: {
    startWeight: {
      kind: 'number',
      label: { de: 'Start: Gewicht', en: 'Start: weight' },
      symbol: 'w_0',
      help: {
        de: 'Das Gewicht, mit dem die drei gezeigten Wege beginnen; die 400 weiteren Starts bleiben, wo sie sind.',
        en: 'The weight that the three shown paths begin with; the 400 further starts stay where they are.',
      },
      min: 3.5,
      max: 7,
      step: 0.05,
      scale: 'linear',
      default: 4.75,
    },
    startBias: {
      kind: 'number',
      label: { de: 'Start: Bias', en: 'Start: bias' },
      symbol: 'b_0',
      help: {
        de: 'Der Bias, mit dem die drei gezeigten Wege beginnen; die 400 weiteren Starts bleiben, wo sie sind.',
        en: 'The bias that the three shown paths begin with; the 400 further starts stay where they are.',
      },
      min: -3.5,
      max: -1.5,
      step: 0.05,
      scale: 'linear',
      default: -2.1,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte machen jeden Schritt länger, auch den gekürzten.',
        en: 'Larger values make every step longer, the clipped one too.',
      },
      min: 0.01,
      max: 0.5,
      step: 0.01,
      scale: 'linear',
      default: 0.2,
    },
    threshold: {
      kind: 'number',
      label: { de: 'Schwellwert', en: 'Threshold' },
      symbol: 'v',
      help: {
        de: 'Ab dieser Größe wird gekürzt: Ist er zu klein, schleicht das Training; ist er zu groß, greift er nie.',
        en: 'Gradients above it are clipped: too small, and training crawls; too large, and it never takes effect.',
      },
      min: 0.01,
      max: 3,
      step: 0.1,
      scale: 'log',
      default: 0.3,
    },
    sequenceLength: {
      kind: 'number',
      label: { de: 'Länge der Folge', en: 'Sequence length' },
      symbol: 'T',
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie oft dieselben Gewichte nacheinander wirken: Je öfter, desto steiler wird die Klippe.',
        en: 'How often the same weights act one after another: the more often, the steeper the cliff.',
      },
      min: 5,
      max: 100,
      step: 5,
      scale: 'linear',
      integer: true,
      default: 50,
    },
    steps: {
      kind: 'number',
      label: { de: 'Schritte', en: 'Steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie viele Schritte jeder Abstieg macht.',
        en: 'How many steps each descent takes.',
      },
      min: 50,
      max: 500,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 300,
    },
  },
  presets: [
    {
      id: 'no-cliff',
      title: { de: 'Ohne Klippe', en: 'No cliff' },
      why: {
        de: 'Bei einer Folge von nur fünf Schritten ist die Fläche sanft: Alle 400 Starts kommen im Tal an, mit und ohne Clipping.',
        en: 'With a sequence of only five steps the surface is gentle: all 400 starts arrive in the valley, with clipping and without.',
      },
      params: { sequenceLength: 5 },
    },
    {
      id: 'tiny-threshold',
      title: { de: 'Winziger Schwellwert', en: 'Tiny threshold' },
      why: {
        de: 'Mit $v = 0{,}01$ wird schon ein kleiner Gradient gekürzt: Niemand wird hinausgeworfen, aber auch nur rund ein Drittel der Starts kommt rechtzeitig an.',
        en: 'With $v = 0.01$ even a small gradient is clipped: nobody is flung out, but only about a third of the starts arrive in time.',
      },
      params: { threshold: 0.01 },
    },
    {
      id: 'large-threshold',
      title: { de: 'Großer Schwellwert', en: 'Large threshold' },
      why: {
        de: 'Mit $v = 3$ wird nur noch an der Klippe gekürzt. Für Norm-Clipping genügt das; mit Value-Clipping ist nur noch knapp die Hälfte der Starts am Ende im Tal.',
        en: 'With $v = 3$ only the gradients at the cliff are clipped. That is enough for norm clipping; with value clipping just under half of the starts are in the valley at the end.',
      },
      params: { threshold: 3 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'who-arrives-without-clipping',
      question: {
        de: 'Der steile Bereich ist nur ein schmaler Grat. Wie viele der 400 Starts sind ohne Clipping am Ende im Tal?',
        en: 'The steep region is only a narrow ridge. How many of the 400 starts are in the valley at the end without clipping?',
      },
      options: [
        { id: 'most', text: { de: 'Mehr als 80 %', en: 'More than 80 %' } },
        { id: 'half', text: { de: '40 bis 80 %', en: '40 to 80 %' } },
        { id: 'few', text: { de: 'Weniger als 40 %', en: 'Less than 40 %' } },
      ],
      answer: ({ frames }) => {
        const reached = frames.at(-1)!.reached[NONE]!;
        if (reached > 0.8) return 'most';
        return reached < 0.4 ? 'few' : 'half';
      },
      because: {
        de: 'Auf dem Weg ins Tal kommen die meisten an der Klippe vorbei, und ein einziger Schritt dort genügt: Er ist so lang wie der Gradient groß ist. Wo es keine Klippe gibt, kommen alle an.',
        en: 'On their way into the valley most of them pass the cliff, and a single step there is enough: it is as long as the gradient is large. Where there is no cliff, all arrive.',
      },
    },
    {
      kind: 'choice',
      id: 'who-bends-the-direction',
      question: {
        de: 'Welches Verfahren ändert die Richtung eines Schritts, nicht nur seine Länge?',
        en: 'Which method changes the direction of a step, not only its length?',
      },
      options: [
        { id: 'neither', text: { de: 'Keines von beiden', en: 'Neither' } },
        { id: 'norm', text: { de: 'Nur Norm-Clipping', en: 'Norm clipping only' } },
        { id: 'value', text: { de: 'Nur Value-Clipping', en: 'Value clipping only' } },
        { id: 'both', text: { de: 'Beide', en: 'Both' } },
      ],
      answer: (trace) => {
        const [norm, value] = [NORM, VALUE].map((method) => smallestCosine(trace, method) < 0.9999);
        if (norm) return value ? 'both' : 'norm';
        return value ? 'value' : 'neither';
      },
      because: {
        de: 'Norm-Clipping multipliziert den ganzen Vektor mit einer Zahl. Value-Clipping kürzt nur die zu großen Einträge, und damit dreht sich der Vektor zur Diagonalen hin.',
        en: 'Norm clipping multiplies the whole vector by a number. Value clipping shortens only the entries that are too large, which turns the vector towards the diagonal.',
      },
    },
    {
      kind: 'curve',
      id: 'arrived-by-threshold',
      question: {
        de: 'Der Schwellwert $v$ von Norm-Clipping wird über drei Zehnerpotenzen verändert. Wie viele Starts sind am Ende im Tal?',
        en: 'The threshold $v$ of norm clipping is varied over three powers of ten. How many starts are in the valley at the end?',
      },
      view: 'arrived-by-threshold',
      series: NORM,
      range: [0, 1],
      because: {
        de: 'Ein winziger Schwellwert kürzt auch gewöhnliche Gradienten, und die Zeit reicht nicht; ein riesiger lässt den Sprung an der Klippe zu. Dazwischen liegt eine Zehnerpotenz, in der es auf $v$ kaum ankommt.',
        en: 'A tiny threshold shortens ordinary gradients as well, and time runs out; a huge one lets the jump at the cliff happen. In between there is a power of ten over which $v$ hardly matters.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Länge des nächsten Schritts ohne Clipping',
        en: 'Length of the next step without clipping',
      },
      tex: String.raw`\eta\,\|g\| = \live{eta} \cdot \live{norm} = \live{step}`,
      values: ({ frames }, frame, { learningRate }) => {
        const norm = frames[frame]?.gradientNorm[NONE] ?? Number.NaN;
        return { eta: learningRate, norm, step: learningRate * norm };
      },
    },
    {
      label: {
        de: 'Länge des nächsten Schritts mit Norm-Clipping',
        en: 'Length of the next step with norm clipping',
      },
      tex: String.raw`\eta\,\min(\|g\|, v) = \live{eta} \cdot \min(\live{norm}, \live{v}) = \live{step}`,
      values: ({ frames }, frame, { learningRate, threshold }) => {
        const norm = frames[frame]?.gradientNorm[NORM] ?? Number.NaN;
        return { eta: learningRate, norm, v: threshold, step: learningRate * Math.min(norm, threshold) };
      },
    },
  ],
  views: [
    {
      kind: 'landscape',
      id: 'surface',
      title: { de: 'Verlustfläche mit Klippe', en: 'Loss surface with a cliff' },
      caption: {
        de: 'Drei Abstiege vom selben Punkt: Ohne Clipping wirft die Klippe den Weg aus dem Bild, mit Clipping führt er an ihr entlang ins Tal.',
        en: 'Three descents from the same point: without clipping the cliff throws the path out of the picture, with clipping it leads along it into the valley.',
      },
      surface: 'surface',
      rows: SURFACE.rows,
      columns: SURFACE.columns,
      x: { title: { de: 'Gewicht w', en: 'Weight w' }, scale: 'linear', range: SURFACE.wRange },
      y: { title: { de: 'Bias b', en: 'Bias b' }, scale: 'linear', range: SURFACE.bRange },
      colorTitle: { de: 'Verlust L', en: 'Loss L' },
      paths: { field: 'paths', labels: METHODS },
      swarm: 'swarm',
    },
    {
      kind: 'response',
      id: 'arrived-by-threshold',
      title: { de: 'Welcher Schwellwert?', en: 'Which threshold?' },
      caption: {
        de: 'Je Schwellwert 36 Starts: Ist er zu klein, schleicht das Training; ist er zu groß, greift er nicht. Dazwischen wirkt Norm-Clipping über einen weiten Bereich.',
        en: '36 starts for each threshold: too small, and training creeps; too large, and it does not set in. In between norm clipping works over a wide range.',
      },
      x: { field: 'thresholds', title: { de: 'Schwellwert v', en: 'Threshold v' } },
      y: { title: { de: 'Anteil im Tal', en: 'Share in the valley' }, scale: 'linear', range: [0, 1] },
      series: [
        { field: 'unclippedShare', label: METHODS[NONE] },
        { field: 'normShare', label: METHODS[NORM] },
        { field: 'valueShare', label: METHODS[VALUE] },
      ],
    },
    {
      kind: 'timeline',
      id: 'gradient-norm',
      title: { de: 'Norm des Gradienten', en: 'Gradient norm' },
      caption: {
        de: 'Der Gradient der drei gezeigten Wege, bevor er gekürzt wird: Über der gestrichelten Linie greift Norm-Clipping ein.',
        en: 'The gradient of the three shown paths before it is clipped: above the dashed line, norm clipping sets in.',
      },
      y: { title: { de: 'Gradientennorm ‖g‖', en: 'Gradient norm ‖g‖' }, scale: 'log' },
      series: eachMethod('gradientNorm'),
      threshold: { field: 'threshold', label: { de: 'Schwellwert v', en: 'Threshold v' } },
    },
    {
      kind: 'timeline',
      id: 'reached',
      title: { de: 'Im Tal angekommen', en: 'Arrived in the valley' },
      caption: {
        de: 'Anteil der 400 Starts je Verfahren, deren Verlust gerade unter 0,02 liegt.',
        en: 'Share of the 400 starts of each method whose loss is now below 0.02.',
      },
      y: { title: { de: 'Anteil der Starts', en: 'Share of starts' }, scale: 'linear', range: [0, 1] },
      series: eachMethod('reached'),
    },
    {
      kind: 'timeline',
      id: 'flung',
      title: { de: 'Hinausgeworfen', en: 'Flung out' },
      caption: {
        de: 'Anteil der 400 Starts je Verfahren, die gerade weiter als 2,5 von ihrem Anfang entfernt sind.',
        en: 'Share of the 400 starts of each method that are now farther than 2.5 from where they began.',
      },
      y: { title: { de: 'Anteil der Starts', en: 'Share of starts' }, scale: 'linear', range: [0, 1] },
      series: eachMethod('flung'),
    },
  ],
  claims: [
    {
      id: 'norm-clipping-bounds-the-step',
      text: {
        de: 'Norm-Clipping begrenzt jeden Schritt: Auch der längste Schritt aller 400 Starts misst höchstens $\\eta v$ (angegeben als Vielfaches davon).',
        en: 'Norm clipping bounds every step: even the longest step of all 400 starts is no longer than $\\eta v$ (given as a multiple of it).',
      },
      source: GOODFELLOW,
      measure: (trace) => longestStep(trace, NORM) / (trace.setup.learningRate * trace.setup.threshold),
      // Positions are stored with 24 bits: near w = 5 a step of 0.06 is known to one part in 100,000.
      bound: { atMost: 1.0001 },
      over: 'every-seed',
    },
    {
      id: 'one-step-off-the-cliff-is-huge',
      text: {
        de: 'Ohne Clipping genügt ein Schritt: Der längste ist mindestens tausendmal so lang wie der längste mit Norm-Clipping.',
        en: 'Without clipping one step is enough: the longest is at least a thousand times as long as the longest with norm clipping.',
      },
      source: PASCANU,
      measure: (trace) => longestStep(trace, NONE) / longestStep(trace, NORM),
      bound: { atLeast: 1000 },
      over: 'every-seed',
    },
    {
      id: 'norm-clipping-keeps-the-direction',
      text: {
        de: 'Norm-Clipping erhält die Richtung: Der Kosinus des Winkels zwischen Gradient und gekürztem Schritt ist 1.',
        en: 'Norm clipping keeps the direction: the cosine of the angle between gradient and clipped step is 1.',
      },
      source: GOODFELLOW,
      measure: (trace) => smallestCosine(trace, NORM),
      bound: { atLeast: 0.999999 },
      over: 'every-seed',
    },
    {
      id: 'value-clipping-bends-the-direction',
      text: {
        de: 'Value-Clipping verbiegt die Richtung: Der kleinste Kosinus zwischen Gradient und gekürztem Schritt liegt unter 0,95.',
        en: 'Value clipping bends the direction: the smallest cosine between gradient and clipped step is below 0.95.',
      },
      source: GOODFELLOW,
      measure: (trace) => smallestCosine(trace, VALUE),
      bound: { atMost: 0.95 },
      over: 'every-seed',
    },
    {
      id: 'norm-clipping-reaches-the-valley',
      text: {
        de: 'Mit Norm-Clipping sind am Ende mindestens 85 % der Starts im Tal.',
        en: 'With norm clipping at least 85 % of the starts are in the valley at the end.',
      },
      source: PASCANU,
      measure: ({ frames }) => frames.at(-1)!.reached[NORM]!,
      bound: { atLeast: 0.85 },
      over: 'every-seed',
    },
    {
      id: 'the-threshold-may-vary-tenfold',
      text: {
        de: 'Auf den genauen Schwellwert kommt es nicht an: Von 0,3 bis 3 bringt Norm-Clipping mindestens 70 % der Starts ins Tal (kleinster Anteil).',
        en: 'The exact threshold does not matter: from 0.3 to 3 norm clipping brings at least 70 % of the starts into the valley (smallest share).',
      },
      source: PASCANU,
      measure: ({ setup, frames }) =>
        Math.min(
          ...frames.at(-1)!.normShare.filter((_, index) => {
            const threshold = setup.thresholds[index]!;
            return threshold > 0.2 && threshold < 4;
          }),
        ),
      bound: { atLeast: 0.7 },
      over: 'every-seed',
    },
    {
      id: 'few-reach-the-valley-without-clipping',
      text: {
        de: 'Ohne Clipping sind am Ende höchstens 35 % der Starts im Tal.',
        en: 'Without clipping at most 35 % of the starts are in the valley at the end.',
      },
      source: PASCANU,
      measure: ({ frames }) => frames.at(-1)!.reached[NONE]!,
      bound: { atMost: 0.35 },
      over: 'every-seed',
    },
    {
      id: 'the-cliff-flings-out',
      text: {
        de: 'Ohne Clipping ist am Ende mindestens die Hälfte der Starts hinausgeworfen.',
        en: 'Without clipping at least half of the starts are flung out at the end.',
      },
      source: PASCANU,
      measure: ({ frames }) => frames.at(-1)!.flung[NONE]!,
      bound: { atLeast: 0.5 },
      over: 'every-seed',
    },
    {
      id: 'clipping-keeps-everyone',
      text: {
        de: 'Mit Norm- oder Value-Clipping wird kein einziger Start je hinausgeworfen (größter Anteil über alle Schritte).',
        en: 'With norm or value clipping not a single start is ever flung out (largest share over all steps).',
      },
      source: PASCANU,
      measure: ({ frames }) => Math.max(...frames.map(({ flung }) => Math.max(flung[NORM]!, flung[VALUE]!))),
      bound: { atMost: 0 },
      over: 'every-seed',
    },
  ],
});
